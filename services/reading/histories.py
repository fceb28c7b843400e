"""Reading what really happened, for fits, replays, forecasts and process-mining files; it names nobody."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from itertools import groupby
from typing import Any

from services.simulation.calibration import Fit, fitted
from services.simulation.eventlog import OPENED, Entry
from services.simulation.forecast import Desk, Outlook, Waiting, outlook
from services.simulation.hours import Days
from services.simulation.replay import History, Past, Replayed, replay
from services.unit_of_work import UnitOfWork
from storage import histories, people
from storage.histories import CaseLine
from workflows.calendar import Calendar, in_vietnam
from workflows.errors import NotAllowed, NotFound
from workflows.load import Spread, lognormal
from workflows.registry import Registry
from workflows.vocabulary import Role
from workflows.words import Text

READERS = frozenset({Role.SUPERVISOR, Role.SYSTEM})
LOOKED_BACK = 20  # working days whose filings say how many come
USUAL_MINUTES = lognormal(30, 0.6)  # of one case, where nothing could be fitted (assumed)
NOT_YOURS = Text(vi="Chỉ lãnh đạo giám sát được xem.", en="Only supervisors may see this.")


def event_log(uow: UnitOfWork) -> tuple[Entry, ...]:
    """Read every step of every case as entries, in the order of time.

    Raises:
        NotAllowed: the person is no supervisor.
    """
    _require(uow)
    with uow:
        return _entries(histories.case_lines(uow.connection))


def measured(uow: UnitOfWork) -> tuple[Fit, ...]:
    """Fit the figures of a run to what the journal shows; too few values say nothing.

    Raises:
        NotAllowed: the person is no supervisor.
    """
    _require(uow)
    with uow:
        return _fitted(_entries(histories.case_lines(uow.connection)), uow.context.calendar())


def _fitted(entries: Sequence[Entry], calendar: Calendar) -> tuple[Fit, ...]:
    if not entries:
        return ()
    first = calendar.local_date(min(entry.ready for entry in entries))
    last = calendar.local_date(max(entry.at for entry in entries))
    return fitted(entries, Days(calendar, first, (last - first).days + 2))


def replayed(uow: UnitOfWork, code: str, to: str, law: Registry | None = None) -> tuple[Replayed, ...]:
    """Take the steps of all cases of a procedure again by another version of it; nothing is written.

    Raises:
        NotAllowed: the person is no supervisor.
        DefinitionError: there is no such procedure or version.
    """
    _require(uow)
    other = (law or uow.registry).procedure(f"{code}@{to}")
    with uow:
        facts = histories.declared_facts(uow.connection)
        lines = sorted(histories.case_lines(uow.connection, code), key=lambda line: line.case_id)
        found = groupby(lines, key=lambda line: line.case_id)
        cases = [_history(list(group), facts) for _, group in found]
        return tuple(replay(case, uow.registry.procedure(case.procedure), other) for case in cases)


@dataclass(frozen=True, slots=True)
class ForecastPage:
    """An office's next working days, and what the forecast rests on."""

    office: Text
    officers: int
    open: int
    per_day: float
    minutes_measured: bool
    days: tuple[Outlook, ...]


def office_forecast(uow: UnitOfWork, office_id: str, *, runs: int = 200, seed: int = 1) -> ForecastPage:
    """Forecast ten working days of an office from its open cases, its arrivals and its officers.

    Raises:
        NotAllowed: the person is no supervisor.
        NotFound: there is no such office.
        CalendarEnds: ten working days lead beyond the proclaimed years.
    """
    _require(uow)
    with uow:
        entries = _entries(histories.case_lines(uow.connection))
        office = people.office(uow.connection, office_id)
        if office is None:
            raise NotFound(text=Text(vi="Không có cơ quan này.", en="There is no such office."))
        calendar = uow.context.calendar()
        today = calendar.local_date(uow.now)
        since = Days(calendar, calendar.add_working_days(today, -LOOKED_BACK), 1).instant(0)
        opened = histories.opened_since(uow.connection, office_id, since)
        cases = histories.open_cases(uow.connection, office_id)
        officers = len(people.officers_of(uow.connection, office_id))
        now = uow.now
    own = [entry for entry in entries if entry.office == office_id]
    minutes, known = _minutes(_fitted(own, calendar))
    desk = Desk(
        officers=max(1, officers),
        absent=0.05,
        waiting=tuple(Waiting(_in_vietnam(case.due_at)) for case in cases),
        per_day=opened / LOOKED_BACK,
        working_days=max((case.working_days for case in cases), default=3),
        minutes=minutes,
    )
    ahead = outlook(desk, calendar, in_vietnam(now), runs=runs, seed=seed)
    return ForecastPage(office.text, officers, len(cases), desk.per_day, known, ahead)


def _minutes(fits: Iterable[Fit]) -> tuple[Spread, bool]:
    """Add up the fitted minutes of the steps of a case, on average over procedures; say if there were any."""
    steps: dict[str, float] = {}
    for fit in fits:
        if fit.figure == "minutes":
            steps[fit.member] = steps.get(fit.member, 0.0) + fit.value
    return (lognormal(sum(steps.values()) / len(steps), 0.6), True) if steps else (USUAL_MINUTES, False)


def _in_vietnam(instant: datetime | None) -> datetime | None:
    return in_vietnam(instant) if instant else None


def _require(uow: UnitOfWork) -> None:
    if not READERS & uow.actor.roles:
        raise NotAllowed(text=NOT_YOURS)


def _entries(lines: Iterable[CaseLine]) -> tuple[Entry, ...]:
    """Turn lines into entries: a step is ready when the line of its case before it was written."""
    since: dict[str, datetime] = {}
    officers: dict[str, dict[str, int]] = {}
    found = []
    for line in lines:
        ready = since.get(line.case_id, line.at)
        since[line.case_id] = line.at
        if line.event != OPENED and line.before is not None:
            found.append(_entry(line, ready, officers))
    return tuple(found)


def _entry(line: CaseLine, ready: datetime, officers: dict[str, dict[str, int]]) -> Entry:
    known = officers.setdefault(line.office_id, {})
    acts = bool({"clerk", "leader"} & set(line.actor_role.split("+")))
    number = known.setdefault(line.actor_id, len(known) + 1) if acts else 0
    dossier = line.number or line.dossier_id
    return Entry(
        dossier=dossier,
        case=f"{dossier}/{line.member}",
        member=line.member,
        procedure=line.procedure,
        step=line.event,
        by="clerk" if acts else line.actor_role,
        state=str(line.before),
        target=line.after,
        office=line.office_id,
        officer=f"{line.office_id}#{number}" if acts else "",
        ready=in_vietnam(ready),
        at=in_vietnam(line.at),
    )


def _history(lines: list[CaseLine], facts: Mapping[str, Mapping[str, Any]]) -> History:
    first = lines[0]
    opened = first.after if first.event == OPENED else str(first.before)
    moved = [line for line in lines if line.before is not None]
    steps = tuple(Past(line.event, line.data, str(line.before), line.after) for line in moved)
    known = facts.get(first.dossier_id, {})
    return History(first.case_id, first.number or first.dossier_id, first.procedure, known, opened, steps)
