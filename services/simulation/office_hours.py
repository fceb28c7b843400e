"""The axis of a simulated run: whole minutes of legal working days, and how work fills an office's time.

A legal day lasts from opening time to the cut-off hour: what comes later belongs to the
next working day. So minute 0 is the opening of day 1, and the last minute of a day still
counts as that day.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from workflows import deadlines
from workflows.calendar import VIETNAM, Calendar
from workflows.scenario import Stint
from workflows.words import ClockRules

OPENS = time(8, 0)


@dataclass(frozen=True, slots=True)
class Axis:
    """Working time from a first day on; turns its minutes into instants, and due days into minutes."""

    calendar: Calendar
    first: date
    cut_off: time

    @classmethod
    def starting(cls, day: date, rules: ClockRules, calendar: Calendar) -> "Axis":
        """Start on the first working day from a day on, or from the first day that the calendar knows."""
        known = max(day, date(calendar.first_year, 1, 1))
        return cls(calendar, calendar.next_working(known, include=True), rules.cut_off)

    @property
    def minutes_a_day(self) -> int:
        return (self.cut_off.hour - OPENS.hour) * 60 + self.cut_off.minute - OPENS.minute

    def instant(self, minute: int) -> datetime:
        """Tell the instant of a minute; the border between two days is the cut-off of the former one."""
        day = max(0, minute - 1) // self.minutes_a_day
        opening = datetime.combine(self.calendar.add_working_days(self.first, day), OPENS, VIETNAM)
        return opening + timedelta(minutes=minute - day * self.minutes_a_day)

    def end_of_day(self, number: int) -> int:
        """Return the minute at which the day with this number ends; the first day is 1."""
        return number * self.minutes_a_day

    def day_number(self, minute: int) -> int:
        """Say in which day a minute lies."""
        return max(1, -(-minute // self.minutes_a_day))

    def due(self, received: int, working_days: int, rules: ClockRules) -> int:
        """Return the end of the legal due day of what was received at a minute."""
        due = deadlines.due_at(self.instant(received), working_days, rules, self.calendar)
        if due is None:
            raise AssertionError("a clock without pauses never stands still")
        return self.end_of_day(
            self.calendar.working_days_between(self.first, self.calendar.local_date(due)) + 1
        )

    def days(self, minutes: float) -> float:
        """Say how many days so many minutes are."""
        return minutes / self.minutes_a_day


@dataclass(frozen=True, slots=True)
class Stretch:
    """A part of an office's time: work, or a wait before it."""

    work: bool
    start: int
    end: int
    stint: Stint | None


def fill(start: int, end: int, stints: Sequence[Stint], minutes_a_day: int) -> tuple[Stretch, ...]:
    """Lay the work into an office's time: as late as allowed, with an equal wait before each stint.

    Work that does not fit is shortened in proportion.
    """
    room = end - start
    wanted = [round(stint.days * minutes_a_day) for stint in stints]
    total = sum(wanted)
    lengths = wanted if total <= room else [length * room // total for length in wanted]
    idle = room - sum(lengths)
    found, at = [], start
    for nth, (stint, length) in enumerate(zip(stints, lengths, strict=True), start=1):
        pause = idle * nth // len(stints) - idle * (nth - 1) // len(stints)
        found += [Stretch(False, at, at + pause, None), Stretch(True, at + pause, at + pause + length, stint)]
        at += pause + length
    if at < end:
        found.append(Stretch(False, at, end, None))
    return tuple(stretch for stretch in found if stretch.end > stretch.start)


def spread(stretches: Sequence[Stretch], end: int, acts: int) -> tuple[int, ...]:
    """Find the minutes of an office's acts: the first when work begins, the last when all time is over.

    Those between lie at equal distances of working time. A single act comes last.
    """
    work = [stretch for stretch in stretches if stretch.work]
    total = sum(stretch.end - stretch.start for stretch in work)
    if not work or acts <= 1:
        return (end,) * acts
    marks = [total * nth // (acts - 1) for nth in range(acts - 1)]
    return (*(_minute_of(work, mark) for mark in marks), end)


def _minute_of(work: Sequence[Stretch], mark: int) -> int:
    """Turn so many minutes of work into a minute of the axis."""
    for stretch in work:
        if mark < (length := stretch.end - stretch.start):
            return stretch.start + mark
        mark -= length
    return work[-1].end
