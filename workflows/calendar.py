"""The legal calendar (lịch làm việc): which days are working days, and how far apart they lie."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, datetime, timedelta, timezone
from enum import StrEnum
from functools import cached_property
from hashlib import sha256
from itertools import pairwise
from typing import Any, Self

from pydantic import field_validator, model_validator

from workflows.errors import CalendarEnds
from workflows.words import Text, Word

# No summer time there, and a fixed offset does not hang on the time-zone data of a machine.
VIETNAM = timezone(timedelta(hours=7), "Asia/Ho_Chi_Minh")
WEEKEND = Text(vi="nghỉ cuối tuần", en="weekend")
SATURDAY = 5  # as `date.weekday` counts


class DayKind(StrEnum):
    """What an exception makes of a day; without one, Monday to Friday are working days."""

    OFF = "off"
    WORKING = "working"


class CalendarDay(Word):
    """One exception to the Monday-to-Friday rule: a holiday, a compensating day, a swapped Saturday.

    A provisional row announces a day off that is not yet law. It changes nothing
    until it is confirmed: the day stays a working day, so that a promise made
    today can only turn out too early, never too late.
    """

    on: date
    kind: DayKind
    reason: Text
    source: str
    provisional: bool = False

    @model_validator(mode="after")
    def _only_a_day_off_can_be_provisional(self) -> Self:
        if self.provisional and self.kind is not DayKind.OFF:
            raise ValueError(f"{self.on}: only a day off can be provisional")
        return self


class Calendar(Word):
    """The working days of the proclaimed years, both years included.

    Holidays, weekends and swapped days never count (Labour Code Art. 111, 112).
    Any question that touches a day outside those years raises `CalendarEnds`: the
    days of a year are decided year by year, and a guess would be a false promise.
    Rows of a year that is not proclaimed yet may already be present; they wait.
    """

    days: tuple[CalendarDay, ...]
    first_year: int
    last_year: int

    @field_validator("days")
    @classmethod
    def _in_order_and_each_once(cls, days: tuple[CalendarDay, ...]) -> tuple[CalendarDay, ...]:
        ordered = tuple(sorted(days, key=lambda row: row.on))
        for row, following in pairwise(ordered):
            if row.on == following.on:
                raise ValueError(f"two rows for {row.on}: a day has one reason")
        return ordered

    @model_validator(mode="after")
    def _years_in_order(self) -> Self:
        if self.first_year > self.last_year:
            raise ValueError(f"the calendar ends ({self.last_year}) before it begins ({self.first_year})")
        return self

    def is_working(self, day: date) -> bool:
        """Say whether offices work on a day.

        Raises:
            CalendarEnds: the day lies outside the proclaimed years.
        """
        index = self._index(day)
        before = self._count.before
        return before[index] != before[index + 1]

    def why_off(self, day: date) -> Text | None:
        """Give the reason why a day is off, or None when it is a working day.

        Raises:
            CalendarEnds: the day lies outside the proclaimed years.
        """
        if self.is_working(day):
            return None
        row = self.row(day)
        return WEEKEND if row is None or row.provisional else row.reason

    def why_special(self, day: date) -> Text | None:
        """Give the reason that was entered for a day off, also where it falls on a weekend.

        Raises:
            CalendarEnds: the day lies outside the proclaimed years.
        """
        row = self.row(day)
        return row.reason if row and row.kind is DayKind.OFF and not row.provisional else None

    def row(self, day: date) -> CalendarDay | None:
        """Find the exception entered for a day, provisional or not.

        Raises:
            CalendarEnds: the day lies outside the proclaimed years.
        """
        self._index(day)
        return self._count.rows.get(day)

    def next_working(self, day: date, *, include: bool) -> date:
        """Find the first working day after a day, or from that day on with `include`.

        Raises:
            CalendarEnds: the day, or the answer, lies outside the proclaimed years.
        """
        return self.working_day(self.position(day) + (not include and self.is_working(day)))

    def add_working_days(self, start: date, n: int) -> date:
        """Count n working days on from a day, or back with a negative n.

        A start on a day off is first moved to the next working day, so adding a
        and then b is always the same as adding a + b, and zero never answers with
        a day off.

        Raises:
            CalendarEnds: the start, or the answer, lies outside the proclaimed years.
        """
        return self.working_day(self.position(start) + n)

    def working_days_between(self, a: date, b: date) -> int:
        """Count the working days from a on and before b; negative when b lies before a.

        Raises:
            CalendarEnds: one of the days lies outside the proclaimed years.
        """
        return self.position(b) - self.position(a)

    def local_date(self, instant: datetime) -> date:
        """Tell which day it is in Vietnam at an instant; from 17:00 UTC on it is already the next day.

        This needs no holidays, so it answers for any year.

        Raises:
            ValueError: the instant has no time zone.
        """
        return in_vietnam(instant).date()

    def position(self, day: date) -> int:
        """Say how many working days of the calendar lie before a day.

        On this axis due dates are sums and pauses are differences. A day off has
        the position of the next working day.

        Raises:
            CalendarEnds: the day lies outside the proclaimed years.
        """
        return self._count.before[self._index(day)]

    def working_day(self, position: int) -> date:
        """Find the working day at a position, the reverse of `position`.

        Raises:
            CalendarEnds: there are not so many working days in the proclaimed years.
        """
        working = self._count.working
        if 0 <= position < len(working):
            return working[position]
        raise self.ends()

    @property
    def fingerprint(self) -> str:
        """Name this state of the calendar, so that a promise can say by which one it was computed."""
        return self._count.fingerprint

    def model_copy(self, *, update: Mapping[str, Any] | None = None, deep: bool = False) -> Self:
        """Copy with changes, checked and counted anew (pydantic would copy the old count along)."""
        fields = {name: getattr(self, name) for name in type(self).model_fields}
        return self.model_validate({**fields, **(update or {})})

    def _index(self, day: date) -> int:
        if isinstance(day, datetime):
            raise TypeError(f"{day} is an instant: ask local_date which day it is in Vietnam")
        index = day.toordinal() - self._count.first
        if 0 <= index < self._count.size:
            return index
        raise self.ends()

    def ends(self) -> CalendarEnds:
        """Return the refusal of a question that lies outside the proclaimed years."""
        first, last = f"01/01/{self.first_year}", f"31/12/{self.last_year}"
        return CalendarEnds(
            text=Text(
                vi=f"Lịch nghỉ mới công bố từ {first} đến {last}, nên chưa thể tính ngày ngoài khoảng đó.",
                en=f"The holidays are proclaimed from {first} to {last}, so no date outside can be given.",
            )
        )

    @cached_property
    def _count(self) -> _Count:
        return _Count.of(self)


@dataclass(frozen=True, slots=True)
class _Count:
    """The calendar counted through once, so that every later question is a look-up."""

    first: int  # ordinal of the first proclaimed day
    size: int  # number of proclaimed days
    before: tuple[int, ...]  # before[i]: working days before the i-th day; one entry more than days
    working: tuple[date, ...]  # the working days in order
    rows: dict[date, CalendarDay]
    fingerprint: str

    @classmethod
    def of(cls, calendar: Calendar) -> _Count:
        rows = {row.on: row for row in calendar.days}
        first = date(calendar.first_year, 1, 1)
        before, working = [0], []
        for day in every_day(first, date(calendar.last_year, 12, 31)):
            if _works(day, rows.get(day)):
                working.append(day)
            before.append(len(working))
        digest = sha256(calendar.model_dump_json().encode()).hexdigest()
        return cls(first.toordinal(), len(before) - 1, tuple(before), tuple(working), rows, digest)


def in_vietnam(instant: datetime) -> datetime:
    """Tell the wall-clock time in Vietnam at an instant.

    Raises:
        ValueError: the instant has no time zone, so nobody can say when it was.
    """
    if instant.tzinfo is None:
        raise ValueError(f"{instant.isoformat()} has no time zone: an instant must say where its clock hangs")
    return instant.astimezone(VIETNAM)


def _works(day: date, row: CalendarDay | None) -> bool:
    if row is None or row.provisional:
        return day.weekday() < SATURDAY
    return row.kind is DayKind.WORKING


def every_day(first: date, last: date) -> Iterator[date]:
    """Give each day from the first to the last, both included."""
    return (first + timedelta(days=n) for n in range((last - first).days + 1))
