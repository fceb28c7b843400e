"""How agencies misbehave in a run, and the line to them on which a call can be cut in the middle."""

import time
from collections.abc import Callable, Mapping
from random import Random
from typing import Any

from services.agencies.contract import Record, Reply, Request
from services.agencies.fake import FakeAgency
from services.exchange.fake_faults import ALWAYS, Fault, Mixture, breaks, delays, repeats

# Each fault hits a share of the messages; the key of a message alone decides which one.
FAULTS: tuple[tuple[float, Fault], ...] = (
    (0.15, breaks(1, error="unavailable", after_work=True)),  # the line is reset after the work was done
    (0.08, breaks(2, error="unavailable")),
    (0.03, breaks(ALWAYS, error="unavailable")),
    (0.03, breaks(ALWAYS, error="unavailable", after_work=True)),
    (0.03, breaks(ALWAYS, error="broken", after_work=True)),
    (0.10, delays(polls=2)),
    (0.10, delays(seconds=0.4)),
    (0.04, delays(seconds=1.5)),  # longer than SILENCE_SECONDS
    (0.10, repeats(3)),
    (0.10, repeats(2, fresh_ids=True)),
)
ONE_WAY_SECONDS = (0.001, 0.02)
SILENCE_SECONDS = 0.8  # after which an officer is told that an agency keeps silent


def mixture(seed: int, faults: bool) -> Mixture:
    """Return the faults of a run, or none."""
    return Mixture(seed, FAULTS if faults else ())


def sent_again_after_kills(repeats: Mapping[tuple[str, str], int], faults: Mixture) -> int:
    """Count the repeated messages that no fault explains: the sender had died before it knew the answer."""
    return sum(times for (_, key), times in repeats.items() if not faults.fault(key).failures)


class Line:
    """The way to an agency and back: it takes a while, in which the caller may die."""

    def __init__(self, agency: FakeAgency, chance: Random) -> None:
        self._agency, self._chance = agency, chance

    def __getattr__(self, name: str) -> Any:
        return getattr(self._agency, name)

    def send(self, request: Request) -> Reply | None:
        return self._travel(lambda: self._agency.send(request))

    def answer_to(self, key: str) -> Reply | None:
        return self._travel(lambda: self._agency.answer_to(key))

    def look_up(self, register: str, number: str) -> Record | None:
        return self._agency.look_up(register, number)

    def _travel(self, call: Callable[[], Reply | None]) -> Reply | None:
        time.sleep(self._chance.uniform(*ONE_WAY_SECONDS))
        answer = call()
        time.sleep(self._chance.uniform(*ONE_WAY_SECONDS))
        return answer
