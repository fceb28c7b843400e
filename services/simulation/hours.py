"""Office hours as whole minutes: from a minute of the calendar to a minute of work, and back, by look-up.

A minute of the calendar counts from midnight of a first day, a minute of work from the first
opening. Both are whole numbers, so a day of any length costs the same.
"""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from functools import cached_property, lru_cache
from typing import Self

from workflows.calendar import VIETNAM, Calendar

DAY = 24 * 60
SESSIONS = ((time(7, 30), time(11, 30)), (time(13, 0), time(17, 0)))
ROUND_THE_CLOCK = ((0, DAY),)


@dataclass(frozen=True, slots=True)
class Hours:
    """When somebody works: on which days from the first one on, and in which minutes of a day.

    `open_before[d]` counts the working days before day d; `days` lists them; `worked[m]` is how much
    of a day's work lies before its minute m, `minute[w]` the minute in which work minute w begins.
    """

    open_before: tuple[int, ...]
    days: tuple[int, ...]
    worked: tuple[int, ...]
    minute: tuple[int, ...]

    @classmethod
    def of(cls, days: Collection[int], horizon: int, sessions: Sequence[tuple[int, int]]) -> Self:
        """Count through the days of a horizon, and the minutes of a day."""
        before, working = [0], []
        for day in range(horizon):
            if day in days:
                working.append(day)
            before.append(len(working))
        return cls(tuple(before), tuple(working), *_a_day(tuple(sessions)))

    @property
    def a_day(self) -> int:
        """How many minutes of work a day has."""
        return len(self.minute)

    def work_at(self, at: int) -> int:
        """Say how many minutes of work lie before a minute of the calendar."""
        day, minute = divmod(at, DAY)
        before = self.open_before[day]
        if self.open_before[day + 1] == before:
            return before * len(self.minute)
        return before * len(self.minute) + self.worked[minute]

    def starts(self, work: int) -> int:
        """Return the minute of the calendar in which a minute of work begins.

        Raises:
            IndexError: it lies beyond the horizon.
        """
        nth, rest = divmod(work, len(self.minute))
        return self.days[nth] * DAY + self.minute[rest]

    def ends(self, work: int) -> int:
        """Return the minute of the calendar by which so much work is done: a day's end, not the next opening.

        Raises:
            IndexError: it lies beyond the horizon.
        """
        nth, rest = divmod(work - 1, len(self.minute))
        return self.days[nth] * DAY + self.minute[rest] + 1


@lru_cache(maxsize=16)
def _a_day(sessions: tuple[tuple[int, int], ...]) -> tuple[tuple[int, ...], tuple[int, ...]]:
    """Count through the minutes of a day."""
    minutes = [minute for start, end in sessions for minute in range(start, end)]
    at_work, worked, done = frozenset(minutes), [], 0
    for minute in range(DAY + 1):
        worked.append(done)
        done += minute in at_work
    return tuple(worked), tuple(minutes)


@dataclass(frozen=True)
class Days:
    """The legal calendar from a first day on, as day numbers."""

    calendar: Calendar
    first: date
    horizon: int

    @classmethod
    def starting(cls, day: date, calendar: Calendar, horizon: int = 400) -> Self:
        """Start on the first working day from a day on; look ahead no further than the calendar does."""
        known = max(day, date(calendar.first_year, 1, 1))
        first = calendar.next_working(known, include=True)
        return cls(calendar, first, min(horizon, (date(calendar.last_year, 12, 31) - first).days + 1))

    @cached_property
    def working(self) -> frozenset[int]:
        """List the working days."""
        days = (self.first + timedelta(days=n) for n in range(self.horizon))
        return frozenset(n for n, day in enumerate(days) if self.calendar.is_working(day))

    def office(self, away: Collection[int] = ()) -> Hours:
        """Return the hours of an office, or of an officer who is away on some days."""
        sessions = [(_minute(start), _minute(end)) for start, end in SESSIONS]
        return Hours.of(self.working - frozenset(away), self.horizon, sessions)

    def day(self, number: int) -> date:
        """Return the date of a day."""
        return self.first + timedelta(days=number)

    def instant(self, at: int) -> datetime:
        """Return the instant of a minute of the calendar."""
        return datetime.combine(self.first, time(0), VIETNAM) + timedelta(minutes=at)

    def minute_of(self, instant: datetime) -> int:
        """Return the minute of the calendar in which an instant lies."""
        return int((instant - self.instant(0)).total_seconds()) // 60


def _minute(clock: time) -> int:
    return clock.hour * 60 + clock.minute
