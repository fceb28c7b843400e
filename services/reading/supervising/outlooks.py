"""The next ten working days of an office: what comes, what is done, what stays open, and how sure that is.

The forecast is that of `services/simulation/forecast.py`, from what the tallies know. It takes a second, so
one that was made is kept for the hour.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from math import exp
from weakref import WeakKeyDictionary

from sqlalchemy import Engine

from services.jurisdiction.province import require_supervisor
from services.reading.supervising.scope import Asked, View, look
from services.reading.supervising.tally import Stay
from services.simulation.calibration import ENOUGH
from services.simulation.forecast import Desk, Gone, Outlook, Tested, Waiting, back_test, outlook
from services.time import calendars
from services.unit_of_work import UnitOfWork
from storage import people
from workflows.calendar import Calendar, in_vietnam
from workflows.errors import CalendarEnds
from workflows.load import Spread, lognormal
from workflows.words import Text

DAYS = 10
LOOKED_BACK = 20  # working days whose arrivals say how many come
USUAL_MINUTES = 30.0  # of one case, where too little was measured (assumed)
SIGMA = 0.6  # how far the minutes of single cases scatter (assumed)
ABSENT = 0.05  # the share of days on which an officer is away (assumed)
RUNS = 60


@dataclass(frozen=True, slots=True)
class OfficeLoad:
    """One office to choose: what lies there, and how many come a working day."""

    office_id: str
    text: Text
    open: int
    per_day: float


@dataclass(frozen=True, slots=True)
class Forecast:
    """What is expected of one office; no days when too little is known, or the calendar ends before."""

    office_id: str
    made_at: datetime
    officers: int
    open: int
    seen: int
    per_day: float
    minutes: float
    measured: bool
    days: tuple[Outlook, ...]
    tested: Tested | None
    calendar_ends: bool = False

    @property
    def enough(self) -> bool:
        return self.seen >= ENOUGH


@dataclass(frozen=True, slots=True)
class ForecastPage:
    """The forecast of one office, and the offices of the province that one can choose."""

    province: Text | None
    office: Text
    forecast: Forecast
    offices: tuple[OfficeLoad, ...]
    looked_back: int
    least: int


_made: WeakKeyDictionary[Engine, dict[str, Forecast]] = WeakKeyDictionary()


def forecast_page(uow: UnitOfWork, office_id: str = "") -> ForecastPage:
    """Read the forecast of an office; of none named, that of the one with the most open cases.

    Raises:
        NotAllowed: the person is no supervisor.
        NotFound: there is no such office in the province.
    """
    require_supervisor(uow)
    with uow:
        view = look(uow, Asked(office=office_id))
        everywhere = look(uow, Asked()) if office_id else view
        loads = _loads(uow, everywhere)
        chosen = office_id or (loads[0].office_id if loads else str(uow.actor.office_id))
        forecast = _kept(uow, everywhere, chosen)
        return ForecastPage(
            view.province, view.offices[chosen], forecast, loads, looked_back=LOOKED_BACK, least=ENOUGH
        )


def forecast_of(uow: UnitOfWork, view: View, office_id: str, *, runs: int = RUNS) -> Forecast:
    """Forecast an office inside the open unit of work, and test such forecasts on its own past."""
    calendar = calendars.calendar_at(uow, office_id)
    gone = history(view, office_id)
    officers = len(people.officers_of(uow.connection, office_id))
    minutes, measured = _minutes(view, office_id)
    now = in_vietnam(uow.now)

    def desk_at(instant: datetime) -> Desk | None:
        return _desk(gone, officers, minutes, calendar, instant)

    try:
        desk, seen = desk_at(now), _seen(gone, calendar, now)
        days = outlook(desk, calendar, now, days=DAYS, runs=runs) if desk else ()
        error = back_test(gone, desk_at, calendar, now, days=DAYS) if desk else None
        ends = False
    except CalendarEnds:
        days, error, ends, seen = (), None, True, ENOUGH
    return Forecast(
        office_id=office_id,
        made_at=uow.now,
        officers=officers,
        open=sum(case.done is None for case in gone),
        seen=seen,
        per_day=seen / LOOKED_BACK,
        minutes=minutes,
        measured=measured,
        days=days,
        tested=error,
        calendar_ends=ends,
    )


def history(view: View, office_id: str) -> list[Gone]:
    """List the cases of an office as they went, in the order in which they came."""
    found = [
        Gone(case.opened_at, case.ended_at, case.due_at)
        for tally in view.picture.tallies
        if office_id in tally.offices
        for case in tally.cases
        if case.office_id == office_id
    ]
    return sorted(found, key=lambda case: case.came)


def _kept(uow: UnitOfWork, view: View, office_id: str) -> Forecast:
    made = _made.setdefault(uow.context.engine, {})
    known = made.get(office_id)
    if known is None or _hour(known.made_at) != _hour(uow.now):
        known = made[office_id] = forecast_of(uow, view, office_id)
    return known


def _hour(instant: datetime) -> datetime:
    return instant.replace(minute=0, second=0, microsecond=0)


def _loads(uow: UnitOfWork, view: View) -> tuple[OfficeLoad, ...]:
    open_cases: dict[str, int] = {}
    came: dict[str, int] = {}
    first = _first(calendars.calendar_at(uow, None), in_vietnam(uow.now))
    for tally in view.tallies:
        for case in tally.cases:
            if case.office_id in view.offices:
                open_cases[case.office_id] = open_cases.get(case.office_id, 0) + (case.ended_at is None)
                came[case.office_id] = came.get(case.office_id, 0) + (case.opened_at >= first)
    loads = [
        OfficeLoad(one, view.offices[one], count, came[one] / LOOKED_BACK)
        for one, count in open_cases.items()
    ]
    return tuple(sorted(loads, key=lambda load: (-load.open, -load.per_day, load.text.vi)))


def _desk(
    gone: Sequence[Gone], officers: int, minutes: float, calendar: Calendar, instant: datetime
) -> Desk | None:
    """Make the desk as it was at an instant; nothing when too few had come by then."""
    seen = _seen(gone, calendar, instant)
    if seen < ENOUGH:
        return None
    there = [one for one in gone if one.came < instant and (one.done is None or one.done >= instant)]
    due = sorted((in_vietnam(one.due_at) for one in there if one.due_at), key=lambda at: at)
    waiting = (*(Waiting(at) for at in due), *(Waiting(None) for one in there if one.due_at is None))
    return Desk(
        officers=max(1, officers),
        absent=ABSENT,
        waiting=waiting,
        per_day=seen / LOOKED_BACK,
        working_days=3,
        minutes=_spread(minutes),
    )


def _seen(gone: Sequence[Gone], calendar: Calendar, instant: datetime) -> int:
    first = _first(calendar, instant)
    return sum(first <= one.came < instant for one in gone)


def _first(calendar: Calendar, instant: datetime) -> datetime:
    """Return the midnight with which the days begin whose arrivals are counted."""
    day = calendar.add_working_days(calendar.local_date(instant), -LOOKED_BACK)
    return in_vietnam(instant).replace(
        year=day.year, month=day.month, day=day.day, hour=0, minute=0, second=0, microsecond=0
    )


def _minutes(view: View, office_id: str) -> tuple[float, bool]:
    """Add up the measured minutes of work in each state of a case; say whether enough were measured."""
    found: dict[tuple[str, str], Stay] = {}
    for (_, procedure, state, office, _), stay in view.picture.stays.items():
        if office == office_id:
            key = (procedure, state)
            found[key] = found[key] + stay if key in found else stay
    found = {key: stay for key, stay in found.items() if stay.worked > 0}  # others lie there untouched
    if sum(stay.left for stay in found.values()) < ENOUGH:
        return USUAL_MINUTES, False
    procedures = {procedure for procedure, _ in found}
    whole = sum(stay.worked / stay.left for stay in found.values()) / len(procedures)
    return max(1.0, whole), True


def _spread(mean: float) -> Spread:
    return lognormal(mean / exp(SIGMA * SIGMA / 2), SIGMA)
