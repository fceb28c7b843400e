"""The tallies of all dossiers, kept by each process and brought up to date with every question.

The journal only grows, so each question reads the lines that are new and the dossiers they speak of; a
question about 20,000 dossiers then costs as much as counting them. What changes without a line (a message
is taken, a document is made) is asked again for exactly the dossiers in which it is still open. About
2 KB of memory for each dossier; the first question after a start reads everything once (`warm`).
"""

from __future__ import annotations

import gc
from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from functools import cached_property
from threading import Lock
from typing import Any
from weakref import WeakKeyDictionary

from sqlalchemy import Engine

from services.access.actors import SYSTEM
from services.reading.supervising.folding import DossierPast, Fold
from services.reading.supervising.tally import CaseTally, Hop, Stays, Tally
from services.time import calendars
from services.time.watch import ACKNOWLEDGED_WITHIN, SYNCHRONISED_WITHIN
from services.unit_of_work import Context, UnitOfWork
from storage import figures
from storage.figures import CaseLine, FiledRow, HopRow
from workflows.deadlines import Pause
from workflows.elapsed import counted_days
from workflows.errors import CalendarEnds
from workflows.language import Procedure
from workflows.words import ClockRules
from workflows.working_time import WorkingTime

A_GULP = 100_000  # lines read at once
# A number that is missing may belong to a transaction that has not ended yet; after so long it was given up.
UNFINISHED = timedelta(minutes=15)
PERSONAL_ID = 12
Known = dict[str, tuple[Procedure, str, str]]


@dataclass(frozen=True)
class Picture:
    """All tallies at one moment; `stays` counts how long cases stayed where."""

    tallies: tuple[Tally, ...]
    stays: Stays

    @cached_property
    def offices(self) -> frozenset[str]:
        """Every office that has, or had, a case."""
        return frozenset().union(*(tally.offices for tally in self.tallies))


@dataclass
class _Keeper:
    """What one process remembers of one database."""

    lock: Lock = field(default_factory=Lock)
    seq: int = 0
    gaps: dict[int, datetime] = field(default_factory=dict)
    version: int | None = None  # of the calendar
    fold: Fold | None = None
    tallies: dict[str, Tally] = field(default_factory=dict)
    waiting: dict[str, str] = field(default_factory=dict)  # messages that were not taken, with their dossier
    documents: int = 0
    picture: Picture | None = None


_keepers: WeakKeyDictionary[Engine, _Keeper] = WeakKeyDictionary()
_opening = Lock()


def picture(uow: UnitOfWork) -> Picture:
    """Bring the tallies up to date inside the open unit of work, and return them all."""
    with _opening:
        keeper = _keepers.setdefault(uow.context.engine, _Keeper())
    with keeper.lock:
        try:
            return _current(keeper, uow)
        except BaseException:
            keeper.fold = None  # half-read lines would be counted twice: next time from the beginning
            raise


def warm(context: Context) -> None:
    """Read everything once, so that the first supervisor need not wait.

    What was read stays as long as the process. Python's collector would walk through all of it again and
    again, a quarter of a second each time beside 20,000 dossiers, so it is told to leave it out.
    """
    with context.reading(SYSTEM) as uow:
        picture(uow)
    gc.collect()
    gc.freeze()


def _current(keeper: _Keeper, uow: UnitOfWork) -> Picture:
    calendars.calendar_at(uow, None)
    if keeper.fold is None or keeper.version != uow.calendar_version:
        # Another calendar: every day that was counted is counted anew.
        keeper.seq, keeper.gaps, keeper.version = 0, {}, uow.calendar_version
        keeper.fold, keeper.tallies = Fold(lambda office: calendars.hours_at(uow, office)), {}
    keeper.fold.hours = lambda office: calendars.hours_at(uow, office)
    touched = _read_on(keeper, keeper.fold, uow) | _changed_in_silence(keeper, uow)
    if touched or keeper.picture is None:
        for tally in _tallies(uow, keeper.fold, touched):
            keeper.tallies[tally.id] = tally
        keeper.picture = Picture(tuple(keeper.tallies.values()), keeper.fold.stays)
    keeper.fold.hours = _closed
    return keeper.picture


def _closed(office: str) -> WorkingTime:
    raise RuntimeError(f"the hours of {office} are asked for inside a unit of work only")


def _read_on(keeper: _Keeper, fold: Fold, uow: UnitOfWork) -> set[str]:
    """Fold in what is new in the journal; name the dossiers it speaks of."""
    touched: set[str] = set()
    late = figures.lines_numbered(uow.connection, keeper.gaps) if keeper.gaps else []
    while True:
        new = figures.lines_after(uow.connection, keeper.seq, A_GULP)
        lines = [*late, *new]
        touched |= fold.take(lines, _cases(uow, {line.dossier_id for line in lines}))
        _note_gaps(keeper, late, [line.seq for line in new], uow.now)
        if len(new) < A_GULP:
            return touched
        late = []


def _note_gaps(keeper: _Keeper, late: Iterable[figures.Line], new: Collection[int], now: datetime) -> None:
    """Remember which numbers are missing: another process may commit them after a higher one."""
    for line in late:
        keeper.gaps.pop(line.seq, None)
    keeper.gaps = {seq: since for seq, since in keeper.gaps.items() if now - since < UNFINISHED}
    if not new:
        return
    last = max(new)
    if last - keeper.seq != len(new) and keeper.seq:
        keeper.gaps |= dict.fromkeys(set(range(keeper.seq + 1, last)) - set(new), now)
    keeper.seq = last


def _cases(uow: UnitOfWork, dossiers: Collection[str]) -> Known:
    law = uow.registry
    bundles = {row.id: row.bundle.partition("@")[0] for row in figures.filed(uow.connection, dossiers)}
    return {
        case.id: (law.procedure(case.procedure), bundles.get(case.dossier_id, ""), case.office_id)
        for case in figures.cases(uow.connection, dossiers)
    }


def _changed_in_silence(keeper: _Keeper, uow: UnitOfWork) -> set[str]:
    """Name the dossiers that changed without a line: a message was taken, a document was made."""
    waiting = figures.waiting(uow.connection)
    taken = {dossier for message, dossier in keeper.waiting.items() if message not in waiting}
    documents = figures.documents(uow.connection)
    made: set[str] = set()
    if documents != keeper.documents:
        made = {one.id for one in keeper.tallies.values() if one.documents < one.results}
    keeper.waiting, keeper.documents = waiting, documents
    return taken | made


# --- one tally --------------------------------------------------------------------------------------


def _tallies(uow: UnitOfWork, fold: Fold, ids: Collection[str]) -> list[Tally]:
    connection = uow.connection
    cases: dict[str, list[CaseLine]] = defaultdict(list)
    for case in figures.cases(connection, ids):
        cases[case.dossier_id].append(case)
    hops: dict[str, list[Hop]] = defaultdict(list)
    hours = calendars.hours_at(uow, None)
    for row in figures.hops(connection, ids):
        hops[row.dossier_id].append(_hop(row, hours))
    beside: Mapping[str, Mapping[str, Any]] = {
        "sorry": dict(figures.apologies(connection, ids)),
        "rated": {one: (score, at) for one, score, at in figures.ratings(connection, ids)},
        "results": {one: (issued, made) for one, issued, made in figures.results(connection, ids)},
        "paid": dict.fromkeys(figures.paid_online(connection, ids), True),
    }
    return [
        _tally(uow, row, fold.dossiers.get(row.id, DossierPast()), cases[row.id], hops[row.id], beside)
        for row in figures.filed(connection, ids)
    ]


def _tally(
    uow: UnitOfWork,
    row: FiledRow,
    past: DossierPast,
    cases: list[CaseLine],
    hops: list[Hop],
    beside: Mapping[str, Mapping[str, Any]],
) -> Tally:
    bundle = uow.registry.bundle(row.bundle)
    pauses = [pause for case in past.cases.values() for pause in case.pauses]
    score, rated_at = beside["rated"].get(row.id, (None, None))
    results, documents = beside["results"].get(row.id, (0, 0))
    return Tally(
        id=row.id,
        number=row.number,
        bundle=bundle.code,
        key=row.bundle,
        submitted_at=row.submitted_at,
        ended_at=past.ended_at,
        withdrawn=row.state == "withdrawn",
        due_at=row.due_at,
        days=_days(uow, None, row.submitted_at, past.ended_at, bundle.clock, pauses),
        programme=next((limit.target for limit in bundle.deadlines if limit.target), None),
        cases=tuple(_case(uow, case, past) for case in cases),
        offices=frozenset(case.office_id for case in cases),
        hops=tuple(hops),
        at_counter=row.assisted_by is not None,
        identified=len(row.owner) == PERSONAL_ID and row.owner.isdigit(),
        retyped=row.retyped,
        supplements=past.supplements,
        interventions=past.interventions,
        apologised_at=beside["sorry"].get(row.id),
        score=score,
        rated_at=rated_at,
        results=results,
        documents=documents,
        paid_online=row.id in beside["paid"],
    )


def _case(uow: UnitOfWork, case: CaseLine, past: DossierPast) -> CaseTally:
    known = past.cases.get(case.id)
    ended_at = known.ended_at if known else None
    pauses = known.pauses if known else []
    rules = uow.registry.procedure(case.procedure).clock
    return CaseTally(
        id=case.id,
        procedure=case.procedure,
        office_id=case.office_id,
        officer_id=case.officer_id,
        state=case.state,
        waits_for=case.waits_for,
        opened_at=case.opened_at,
        due_at=case.due_at,
        ended_at=ended_at,
        days=_days(uow, case.office_id, case.opened_at, ended_at, rules, pauses),
    )


def _days(
    uow: UnitOfWork,
    office_id: str | None,
    start: datetime,
    end: datetime | None,
    rules: ClockRules,
    pauses: list[Pause],
) -> int | None:
    """Count the working days that were used; nothing while it runs, and where the calendar ends."""
    if end is None:
        return None
    calendar = calendars.calendar_at(uow, office_id)
    try:
        return counted_days(start, end, rules=rules, calendar=calendar, pauses=pauses)
    except CalendarEnds:
        return None


def _hop(row: HopRow, hours: WorkingTime) -> Hop:
    try:
        acknowledge_by = hours.add(row.created_at, ACKNOWLEDGED_WITHIN)
    except CalendarEnds:
        acknowledge_by = row.created_at + ACKNOWLEDGED_WITHIN
    return Hop(
        agency=row.agency,
        created_at=row.created_at,
        taken_at=row.taken_at,
        synchronise_by=row.created_at + SYNCHRONISED_WITHIN,
        acknowledge_by=acknowledge_by,
        dead=row.state == "dead",
    )
