"""What the driver was told: the ledger of acknowledged acts. It lives in the process that is never killed."""

import threading
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field

from tests.kill.people import Filing


@dataclass(slots=True)
class Attempt:
    """One thing that somebody asked for, with what is known of its fate.

    It is sent until it is answered. `unanswered` counts the tries that got no answer: such
    a try may or may not have been carried out, and a refusal after it proves nothing.
    """

    what: str  # submit | step | supplement | withdraw | save
    subject: str  # the draft, case or dossier
    actor: str
    step: str = ""
    round: int = 0
    text: str = ""
    answer: str = ""  # where an acknowledgement led, such as the number of a dossier
    acknowledged: bool = False
    refused: bool = False
    unanswered: int = 0

    @property
    def certainly_refused(self) -> bool:
        return self.refused and not self.acknowledged and not self.unanswered


@dataclass
class Ledger:
    """Everything that was asked, by everybody."""

    attempts: list[Attempt] = field(default_factory=list)
    filings: dict[str, Filing] = field(default_factory=dict)  # by draft
    counts: Counter[str] = field(default_factory=Counter)
    problems: list[str] = field(default_factory=list)  # what the answers themselves gave away
    _lock: threading.RLock = field(default_factory=threading.RLock)

    @contextmanager
    def open(self) -> Iterator["Ledger"]:
        """Hold the ledger still."""
        with self._lock:
            yield self

    def begin(self, attempt: Attempt) -> Attempt:
        """Enter an attempt before it is sent for the first time."""
        with self._lock:
            self.attempts.append(attempt)
        return attempt

    def count(self, what: str, by: int = 1) -> None:
        with self._lock:
            self.counts[what] += by

    def accuse(self, problem: str) -> None:
        """Note something that must not have been answered."""
        with self._lock:
            self.problems.append(problem)

    def of(self, *what: str) -> list[Attempt]:
        """List the attempts of some kinds."""
        with self._lock:
            return [attempt for attempt in self.attempts if attempt.what in what]

    @property
    def acknowledged(self) -> int:
        with self._lock:
            return sum(attempt.acknowledged for attempt in self.attempts)
