"""How a fake agency is told to behave: well, or wrong in one of the ways in which real systems go wrong."""

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

EVERYTHING = "*"
LOOKING_UP = "look-up"
ALWAYS = 1_000_000_000


@dataclass(frozen=True, slots=True)
class Fault:
    """How an agency behaves for messages of one kind; as it stands here, it answers at once and well.

    `outcome` is answered instead of doing the work. `gives` is put over the items of
    the answer, to make them wrong. The first `failures` calls for each message raise
    `error`; with `after_work` the work was done all the same, as when a reply is lost
    on its way. The answer is held back for `polls` questions about it and for
    `seconds`. The agency reports `times` times of its own accord, always with the same
    reply id or, with `fresh_ids`, each time with a new one; the last report says
    `contradicts` when that is set.
    """

    outcome: str | None = None
    gives: Mapping[str, Any] = field(default_factory=dict)
    error: str | None = None
    failures: int = 0
    after_work: bool = False
    polls: int = 0
    seconds: float = 0
    times: int = 1
    fresh_ids: bool = False
    contradicts: str | None = None


@dataclass(frozen=True, slots=True)
class Mixture:
    """Faults that hit a share of the messages each; which ones, the seed and the key alone decide."""

    seed: int
    shares: tuple[tuple[float, Fault], ...]

    def fault(self, key: str) -> Fault:
        """Return the fault for one message: the same one in every run."""
        digest = hashlib.sha256(f"{self.seed}:{key}".encode()).digest()
        left = int.from_bytes(digest[:8]) / 2**64
        for share, fault in self.shares:
            if left < share:
                return fault
            left -= share
        return ANSWERS


ANSWERS = Fault()


def refuses(reason: str = "Từ chối. / Refused.") -> Fault:
    """It says no, for a reason of its own."""
    return Fault(outcome="refused", gives={"reason": reason})


def delays(*, polls: int = 0, seconds: float = 0) -> Fault:
    """It takes the message at once and answers later."""
    return Fault(polls=polls, seconds=seconds)


def repeats(times: int = 2, *, fresh_ids: bool = False, contradicts: str | None = None) -> Fault:
    """It reports the same thing several times, and in the end perhaps the contrary."""
    return Fault(times=times, fresh_ids=fresh_ids or contradicts is not None, contradicts=contradicts)


def breaks(failures: int = ALWAYS, *, error: str = "broken", after_work: bool = False) -> Fault:
    """It raises `unavailable`, `broken` or `rejected` for the first calls of each message, then works."""
    return Fault(error=error, failures=failures, after_work=after_work)
