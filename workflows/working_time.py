"""Working time (giờ làm việc): the hours in which an office is open, and how to add them to an instant.

Days answer for due dates (`calendar.py`); hours answer for what the law or a team counts in hours: two
working hours to acknowledge a hop (63/2024/NĐ-CP Art. 7), the last four hours before a due date, "six
working hours left" in a worklist. The open hours of the proclaimed years are laid end to end once; a
question is then two searches on that axis.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from functools import cached_property
from itertools import accumulate, groupby, pairwise
from typing import Self, TypeAlias

from pydantic import field_validator, model_validator

from workflows.calendar import SATURDAY, VIETNAM, Calendar, in_vietnam
from workflows.words import Source, Text, Word, secondary, text

Span: TypeAlias = tuple[time, time]

_MONDAY = 0
_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
_MICROSECOND = timedelta(microseconds=1)


class OfficeSession(Word):
    """The open hours (buổi làm việc) of one day of the week, from a day on until a later row replaces it.

    `weekday` 0 is Monday. No hours at all say that the office no longer opens on that weekday.
    """

    weekday: int
    since: date
    opens: tuple[Span, ...]
    source: Source

    @field_validator("weekday")
    @classmethod
    def _a_day_of_the_week(cls, weekday: int) -> int:
        if not 0 <= weekday <= 6:
            raise ValueError(f"{weekday} is no day of the week: Monday is 0 and Sunday 6")
        return weekday

    @field_validator("opens")
    @classmethod
    def _in_order(cls, opens: tuple[Span, ...]) -> tuple[Span, ...]:
        moments = [moment for span in opens for moment in span]
        if any(earlier >= later for earlier, later in pairwise(moments)):
            raise ValueError(f"sessions must follow each other: {_in_hours(opens)}")
        return opens


class Closure(Word):
    """A part of one day on which an office is shut all the same: a storm, a power cut."""

    on: date
    shut: Span
    reason: Text
    source: str

    @model_validator(mode="after")
    def _ends_after_it_begins(self) -> Self:
        if self.shut[0] >= self.shut[1]:
            raise ValueError(f"a closure cannot end ({self.shut[1]}) before it begins ({self.shut[0]})")
        return self


# 30 days are 240 hours in the process maps of the provinces; which eight hours is each province's choice.
USUAL_HOURS = secondary(
    "Quy chế làm việc của cơ quan hành chính",
    "8 giờ mỗi ngày theo quy trình nội bộ các tỉnh; giờ vào và ra do từng tỉnh quy định.",
    "8 hours a day in the process maps of the provinces; each province sets its own hours.",
)
SATURDAY_MORNING = secondary(
    "Thủ tục 1.004222",
    "Nơi đăng ký cư trú nhận hồ sơ cả sáng thứ Bảy.",
    "The residence desk receives on Saturday mornings too.",
)
_FOREVER = date(2000, 1, 1)
MORNING: Span = (time(7, 30), time(11, 30))
AFTERNOON: Span = (time(13, 0), time(17, 0))
USUAL_SESSIONS = tuple(
    OfficeSession(weekday=day, since=_FOREVER, opens=(MORNING, AFTERNOON), source=USUAL_HOURS)
    for day in range(SATURDAY)
)


class WorkingTime(Word):
    """The open hours of one office over the proclaimed years.

    On a working day the hours of its weekday hold; a Saturday or Sunday worked in place of another day
    (làm bù) has the hours of that office's Monday. Saturday mornings of an office are hours in
    which it works, yet no working days: they count here and never move a due date. On a holiday nothing is
    open. A later row replaces the earlier one of the same weekday.
    """

    calendar: Calendar
    sessions: tuple[OfficeSession, ...] = USUAL_SESSIONS
    closures: tuple[Closure, ...] = ()

    def is_open(self, instant: datetime) -> bool:
        """Say whether the office is open; the closing minute itself still belongs to the session.

        Raises:
            CalendarEnds: the instant lies outside the proclaimed years.
        """
        axis, at = self._axis, _micros(instant)
        index = self._span(instant, at)
        return index < len(axis.starts) and axis.starts[index] <= at

    def add(self, start: datetime, amount: timedelta) -> datetime:
        """Count working time on from an instant, or back with a negative amount.

        Forward the answer is the first instant by which the time has passed, so it may be a closing hour;
        back it is the last instant from which it still passes, so it may be an opening hour. Nothing
        added to closed time answers with the next opening, nothing added to open time changes nothing.

        Raises:
            CalendarEnds: the start, or the answer, lies outside the proclaimed years.
            ValueError: the instant has no time zone.
        """
        axis, at, wanted = self._axis, _micros(start), amount // _MICROSECOND
        index = self._span(start, at)
        inside = index < len(axis.starts) and axis.starts[index] <= at
        if wanted == 0 and inside:
            return start
        position = axis.before[index] + (at - axis.starts[index] if inside else 0) + wanted
        if position < 0 or position > axis.before[-1]:
            raise self.calendar.ends()
        if wanted > 0:
            found = bisect_left(axis.before, position) - 1
        else:
            found = bisect_right(axis.before, position) - 1
        if found >= len(axis.starts):
            raise self.calendar.ends()
        return _EPOCH + timedelta(microseconds=axis.starts[found] + position - axis.before[found])

    def between(self, a: datetime, b: datetime) -> timedelta:
        """Measure the working time from a to b; negative when b lies before a.

        Raises:
            CalendarEnds: one of them lies outside the proclaimed years.
            ValueError: one of them has no time zone.
        """
        return timedelta(microseconds=self._position(b) - self._position(a))

    def hours_on(self, day: date) -> tuple[Span, ...]:
        """List the open hours of a day, closures taken out.

        Raises:
            CalendarEnds: the day lies outside the proclaimed years.
        """
        spans = self._regular(day)
        for closure in self.closures:
            if closure.on == day:
                spans = tuple(piece for span in spans for piece in _without(span, closure.shut))
        return spans

    def _position(self, instant: datetime) -> int:
        axis, at = self._axis, _micros(instant)
        index = self._span(instant, at)
        if index == len(axis.starts):
            return axis.before[-1]
        return axis.before[index] + max(0, at - axis.starts[index])

    def _span(self, instant: datetime, at: int) -> int:
        """Find the first session that has not ended before an instant."""
        axis = self._axis
        if not axis.first <= at < axis.end:
            in_vietnam(instant)
            raise self.calendar.ends()
        return bisect_left(axis.ends, at)

    def _regular(self, day: date) -> tuple[Span, ...]:
        working = self.calendar.is_working(day)
        weekday = day.weekday()
        if weekday >= SATURDAY and working:
            return self._in_force(_MONDAY, day)
        if not working and (weekday < SATURDAY or self.calendar.why_special(day)):
            return ()
        return self._in_force(weekday, day)

    def _in_force(self, weekday: int, day: date) -> tuple[Span, ...]:
        rows = self._by_weekday.get(weekday, ())
        return next((row.opens for row in reversed(rows) if row.since <= day), ())

    @cached_property
    def _by_weekday(self) -> dict[int, tuple[OfficeSession, ...]]:
        # Stable: of two rows from one day on, the one entered later holds.
        ordered = sorted(self.sessions, key=lambda row: (row.weekday, row.since))
        return {day: tuple(rows) for day, rows in groupby(ordered, key=lambda row: row.weekday)}

    @cached_property
    def _axis(self) -> _Axis:
        return _Axis.of(self)


@dataclass(frozen=True, slots=True)
class _Axis:
    """All open hours of the proclaimed years end to end, in microseconds since 1970."""

    first: int
    end: int
    starts: list[int]
    ends: list[int]
    before: list[int]  # working time before each session, and at last all of it

    @classmethod
    def of(cls, hours: WorkingTime) -> _Axis:
        calendar = hours.calendar
        first, end = date(calendar.first_year, 1, 1), date(calendar.last_year + 1, 1, 1)
        spans = [
            (_micros(_at(day, opens)), _micros(_at(day, closes)))
            for day in (first + timedelta(days=n) for n in range((end - first).days))
            for opens, closes in hours.hours_on(day)
        ]
        starts, ends = [start for start, _ in spans], [close for _, close in spans]
        lengths = (close - start for start, close in spans)
        before = list(accumulate(lengths, initial=0))
        return cls(_micros(_at(first, time())), _micros(_at(end, time())), starts, ends, before)


def hours_left(left: timedelta) -> Text:
    """Say how much working time is left, or by how much it is over, in whole hours, then in minutes."""
    minutes = abs(left) // timedelta(minutes=1)
    hours = minutes // 60
    vi = f"{hours} giờ làm việc" if hours else f"{minutes} phút làm việc"
    en = _count(hours, "working hour") if hours else _count(minutes, "working minute")
    return text(f"quá {vi}", f"{en} over") if left < timedelta() else text(f"còn {vi}", f"{en} left")


def _count(number: int, word: str) -> str:
    return f"{number} {word}" if number == 1 else f"{number} {word}s"


def _without(span: Span, shut: Span) -> Iterator[Span]:
    before, after = (span[0], min(span[1], shut[0])), (max(span[0], shut[1]), span[1])
    return (piece for piece in (before, after) if piece[0] < piece[1])


def _at(day: date, moment: time) -> datetime:
    return datetime.combine(day, moment, VIETNAM)


def _micros(instant: datetime) -> int:
    if instant.tzinfo is None:
        in_vietnam(instant)
    return (instant - _EPOCH) // _MICROSECOND


def _in_hours(opens: Iterable[Span]) -> str:
    return ", ".join(f"{start:%H:%M}-{end:%H:%M}" for start, end in opens)
