"""Due dates (hạn trả kết quả): when a promise falls due, and in words why it is that day."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import UTC, date, datetime, time
from typing import NamedTuple, Self

from pydantic import AwareDatetime, model_validator

from workflows.calendar import VIETNAM, Calendar, DayKind, in_vietnam
from workflows.calendar_words import remarks
from workflows.derivations import Derivation, DerivationLine, articles, limit, receipt, result, stood_still
from workflows.errors import CalendarEnds
from workflows.words import ClockRules, Source, Word


class Pause(Word):
    """A time in which the legal clock stands still; without an end it still does."""

    from_: AwareDatetime
    until: AwareDatetime | None = None
    reason: str = ""

    @model_validator(mode="after")
    def _ends_after_it_begins(self) -> Self:
        if self.until is not None and self.until < self.from_:
            raise ValueError(f"a pause cannot end ({self.until}) before it begins ({self.from_})")
        return self


class DueDate(Word):
    """A promise: the instant at which it falls due (None while the clock stands still), and why."""

    due_at: AwareDatetime | None
    received_on: date
    working_days: int
    derivation: Derivation

    @property
    def due_on(self) -> date | None:
        """The due day as the citizen reads it, in Vietnam."""
        return None if self.due_at is None else in_vietnam(self.due_at).date()


def received_on(instant_utc: datetime, rules: ClockRules, calendar: Calendar) -> date:
    """Find the legal day of receipt (ngày tiếp nhận).

    The decree says "sau 15 giờ", after 15 o'clock: at 15:00:00 sharp it is still
    the same day, at 15:00:01 it is the next working day (63/2024/NĐ-CP). On a day
    off, whatever the hour, it is the next working day.

    Raises:
        CalendarEnds: the day lies outside the proclaimed years.
        ValueError: the instant has no time zone.
    """
    return calendar.working_day(_position(instant_utc, rules.cut_off, calendar))


def due_at(
    received_at: datetime,
    working_days: int,
    rules: ClockRules,
    calendar: Calendar,
    pauses: Sequence[Pause] = (),
) -> datetime | None:
    """Compute the instant (UTC) at which a time limit in working days ends, or None while it stands still.

    The due day is the first working day before which the clock ran on that many
    working days, and at whose closing hour it does not stand still. A pause takes
    out the working days from the day on which it began up to, but without, the day
    on which it ended; overlapping pauses take a day out once, and a pause that
    begins after the due instant nothing. Zero working days means the working day of
    receipt itself. A restart from zero is a new question, asked from its instant.

    Raises:
        CalendarEnds: the answer would lie outside the proclaimed years.
        ValueError: the instant has no time zone, or the time limit is negative.
    """
    received = _position(received_at, rules.cut_off, calendar)
    position = received + _span(working_days, rules)
    for step in _exclusions(received, position, received_at, rules, calendar, pauses) if pauses else ():
        if step.days is None:
            return None
        position = step.due
    return _closing(calendar.working_day(position), rules)


def due(
    received_at: datetime,
    working_days: int,
    *,
    rules: ClockRules,
    calendar: Calendar,
    pauses: Sequence[Pause] = (),
    source: Source | None = None,
    handed_on: bool = False,
) -> DueDate:
    """Compute a due date as `due_at` does, with the reasoning in words (căn cứ tính hạn).

    `source` is the article that sets the time limit; that of the clock comes with
    the rules. Every day between filing and due day that did not count is named.

    Raises:
        CalendarEnds: the answer would lie outside the proclaimed years.
        ValueError: the instant has no time zone, or the time limit is negative.
    """
    received = _position(received_at, rules.cut_off, calendar)
    position = received + _span(working_days, rules)
    steps = tuple(_exclusions(received, position, received_at, rules, calendar, pauses))
    filed, received_day = in_vietnam(received_at), calendar.working_day(received)
    due_day = _due_day(steps, position, calendar)
    last = due_day or max(filed, in_vietnam(steps[-1].pause.from_)).date()
    days = _remarked(filed.date(), received_day, last, rules, calendar)
    return DueDate(
        due_at=None if due_day is None else _closing(due_day, rules),
        received_on=received_day,
        working_days=working_days,
        derivation=(
            receipt(filed, received_day, rules, calendar, handed_on),
            limit(working_days, rules),
            *sorted([*days, *(step.in_words() for step in steps)], key=lambda line: line.day or last),
            *((result(due_day, rules),) if due_day else ()),
            *articles(source, rules.source),
        ),
    )


class _Exclusion(NamedTuple):
    """What one pause takes out of the count."""

    pause: Pause
    days: int | None  # None: the pause is still open
    due: int  # the due position after it
    overran: bool = False  # it ended after the hour at which the result was due

    def in_words(self) -> DerivationLine:
        pause = self.pause
        return stood_still(pause.from_, pause.until, pause.reason, self.days, overran=self.overran)


def _exclusions(
    received: int,
    position: int,
    received_at: datetime,
    rules: ClockRules,
    calendar: Calendar,
    pauses: Sequence[Pause],
) -> Iterator[_Exclusion]:
    """Take the pauses in order of time, each moving the due position that the next one meets."""
    counted = due = received
    calendar.working_day(received)
    for pause in sorted(pauses, key=lambda pause: pause.from_):
        if pause.until is not None and pause.until <= received_at:
            continue
        due = max(due, position)
        if _is_over(due, pause.from_, rules, calendar):
            return
        begin = max(counted, calendar.position(calendar.local_date(max(pause.from_, received_at))))
        if pause.until is None:
            yield _Exclusion(pause, None, due)
            return
        end = calendar.position(calendar.local_date(pause.until))
        days = max(0, end - begin)
        position, counted = position + days, max(counted, end)
        # A clock that goes on after the closing hour of the due day would be late at once.
        reopened = _position(pause.until, rules.closes_at, calendar)
        overran = reopened > max(due, position)
        due = max(due, position, reopened)
        yield _Exclusion(pause, days, due, overran)


def _remarked(
    filed: date, received: date, last: date, rules: ClockRules, calendar: Calendar
) -> Iterator[DerivationLine]:
    """Say of the days since the filing what is special about them, where it bears on the count."""
    for day, text in remarks(filed, last, calendar):
        if day > received or rules.first_day == "same-day" or not _worked_instead(day, calendar):
            yield DerivationLine(text=text, day=day)


def _worked_instead(day: date, calendar: Calendar) -> bool:
    """Say whether a day is worked in place of another; as the day of receipt it counts for nothing."""
    row = calendar.row(day)
    return row is not None and row.kind is DayKind.WORKING


def _is_over(position: int, instant: datetime, rules: ClockRules, calendar: Calendar) -> bool:
    try:
        return instant > _closing(calendar.working_day(position), rules)
    except CalendarEnds:
        return False  # that day is still to be proclaimed, so it lies after every instant we can place


def _due_day(steps: Sequence[_Exclusion], position: int, calendar: Calendar) -> date | None:
    if steps and steps[-1].days is None:
        return None
    return calendar.working_day(steps[-1].due if steps else position)


def _position(instant: datetime, latest: time, calendar: Calendar) -> int:
    """Find the first working day on which an instant comes no later than an hour of the day."""
    local = in_vietnam(instant)
    day = local.date()
    return calendar.position(day) + (local.time() > latest and calendar.is_working(day))


def _span(working_days: int, rules: ClockRules) -> int:
    if working_days < 0:
        raise ValueError(f"a time limit of {working_days} working days is none")
    if rules.first_day == "same-day":
        return max(0, working_days - 1)
    return working_days


def _closing(day: date, rules: ClockRules) -> datetime:
    return datetime.combine(day, rules.closes_at, VIETNAM).astimezone(UTC)
