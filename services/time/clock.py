"""Where time and chance come in: the clock and the ids are given from outside."""

from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from itertools import count
from typing import Protocol
from uuid import uuid4

Ids = Callable[[], str]


class Clock(Protocol):
    """Tells the present instant, aware and in UTC."""

    def now(self) -> datetime: ...


class SystemClock:
    """The machine's own clock."""

    def now(self) -> datetime:
        return datetime.now(UTC)


class VirtualClock:
    """A clock that stands until somebody moves it; for simulation, demo and tests."""

    def __init__(self, start: datetime) -> None:
        self._now = start

    def now(self) -> datetime:
        return self._now

    def move_to(self, instant: datetime) -> None:
        self._now = max(self._now, instant)

    def advance(self, **by: float) -> None:
        self._now += timedelta(**by)


def random_ids() -> str:
    """Return a fresh id that nobody can guess."""
    return uuid4().hex


def counted_ids() -> Ids:
    """Return a source of ids that gives the same ids in every run."""
    numbers = count(1)
    return lambda: f"{next(numbers):032x}"
