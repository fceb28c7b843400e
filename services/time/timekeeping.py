"""Due dates of cases and dossiers, from the definition's limits and the clock's pauses."""

from collections.abc import Iterable
from datetime import UTC, datetime, timedelta
from typing import Any

from services.time import calendars
from services.unit_of_work import UnitOfWork
from storage.cases import CaseRecord, CaseRow
from workflows import deadlines
from workflows.bundle import Bundle
from workflows.calendar import Calendar
from workflows.clock import CaseClock
from workflows.conditions import Facts
from workflows.deadlines import DueDate, Pause
from workflows.errors import CalendarEnds
from workflows.language import Procedure
from workflows.machine import limit
from workflows.words import ClockRules, Source


def clock_of(case: CaseRecord | CaseRow) -> CaseClock:
    """Return the legal clock as the row remembers it."""
    pauses = tuple((_instant(start), _instant(end)) for start, end in case.pauses)
    return CaseClock(case.clock_started_at, case.paused_since, pauses)


def columns(clock: CaseClock) -> dict[str, Any]:
    """Return the columns that remember a clock."""
    return {
        "clock_started_at": clock.started_at,
        "paused_since": clock.paused_since,
        "pauses": [[start.isoformat(), end.isoformat()] for start, end in clock.pauses],
    }


def due_at(
    uow: UnitOfWork,
    clock: CaseClock,
    working_days: int,
    rules: ClockRules,
    *,
    calendar: Calendar | None = None,
) -> datetime | None:
    """Return the instant at which the result is owed, by an office's calendar or by everybody's.

    None while the clock stands still, and when the holidays of that year are not
    proclaimed: then the date is unknown, and says so, until the calendar goes on.
    """
    if clock.started_at is None or clock.paused_since is not None:
        return None
    try:
        return deadlines.due_at(
            clock.started_at,
            working_days,
            rules=rules,
            calendar=calendar or uow.context.calendar(),
            pauses=pauses_of(clock, open_too=False),
        )
    except CalendarEnds:
        return None


def explained(
    uow: UnitOfWork,
    clock: CaseClock,
    working_days: int,
    rules: ClockRules,
    source: Source | None,
    *,
    handed_on: bool = False,
    calendar: Calendar | None = None,
) -> DueDate | None:
    """Return the due date with its derivation in words, or nothing where the calendar ends before it."""
    if clock.started_at is None:
        return None
    try:
        return deadlines.due(
            clock.started_at,
            working_days,
            rules=rules,
            calendar=calendar or uow.context.calendar(),
            pauses=pauses_of(clock),
            source=source,
            handed_on=handed_on,
        )
    except CalendarEnds:
        return None


def hours_left(uow: UnitOfWork, office_id: str, due_at: datetime | None) -> float | None:
    """Return the working hours of an office until a due instant, negative when it is over.

    Nothing without a due date, and where a year is not proclaimed.
    """
    if due_at is None:
        return None
    try:
        left = calendars.hours_at(uow, office_id).between(uow.now, due_at)
    except CalendarEnds:
        return None
    return round(left / timedelta(hours=1), 1)


def case_limit(procedure: Procedure, facts: Facts) -> int:
    """Return the working days that the procedure has for these facts."""
    return limit(procedure.deadlines, facts).working_days


def dossier_clock(submitted_at: datetime, cases: Iterable[CaseRow]) -> CaseClock:
    """Return the clock of the whole bundle: it stands still while any of its cases does.

    Waiting for the citizen, for a consent or for a verification lies outside the
    group's limit (QĐ 296/QĐ-VPCP), whichever of the offices waits.
    """
    clocks = [clock_of(case) for case in cases]
    stops = [(start, end) for clock in clocks for start, end in clock.pauses]
    open_since = [c.paused_since for c in clocks if c.paused_since is not None]
    return CaseClock(submitted_at, min(open_since, default=None), tuple(_merged(stops)))


def bundle_due(
    uow: UnitOfWork, clock: CaseClock, working_days: int, rules: ClockRules, cases: Iterable[CaseRow]
) -> datetime | None:
    """Return when a whole bundle is owed: a day on which an office still at work on it is shut is none."""
    calendar = bundle_calendar(uow, clock, working_days, rules, cases)
    return due_at(uow, clock, working_days, rules, calendar=calendar)


def bundle_calendar(
    uow: UnitOfWork, clock: CaseClock, working_days: int, rules: ClockRules, cases: Iterable[CaseRow]
) -> Calendar:
    """Return the calendar by which a bundle is owed: of its open cases' offices, the one that ends last."""
    offices = sorted({case.office_id for case in cases if case.ending is None})
    return calendars.latest(
        uow, offices, lambda calendar: due_at(uow, clock, working_days, rules, calendar=calendar)
    )


def bundle_limit(bundle: Bundle, facts: Facts) -> int:
    """Return the working days that the whole bundle has for these facts."""
    return limit(bundle.deadlines, facts).working_days


def _merged(stops: list[tuple[datetime, datetime]]) -> list[tuple[datetime, datetime]]:
    merged: list[tuple[datetime, datetime]] = []
    for start, end in sorted(stops):
        if merged and start <= merged[-1][1]:
            merged[-1] = (merged[-1][0], max(end, merged[-1][1]))
        else:
            merged.append((start, end))
    return merged


def pauses_of(clock: CaseClock, *, open_too: bool = True) -> tuple[Pause, ...]:
    """Return the times at which a clock stood still; with `open_too` the one that has not ended as well."""
    closed = [Pause(from_=start, until=end) for start, end in clock.pauses]
    if open_too and clock.paused_since is not None:
        closed.append(Pause(from_=clock.paused_since, until=None))
    return tuple(closed)


def _instant(text: str) -> datetime:
    return datetime.fromisoformat(text).astimezone(UTC)
