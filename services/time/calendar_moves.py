"""Due dates after a change of the calendar: which of them move, and moving each in the open."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from services import effects, linking
from services.access import actors
from services.time import apologies, timekeeping, watch
from services.time.calendars import Calendars, calendar_at
from services.unit_of_work import Context, UnitOfWork
from storage import dossiers, open_cases
from storage.cases import CaseRow, cases_of
from storage.dossiers import DossierRow
from workflows.errors import ConcurrentChange
from workflows.language import Notify
from workflows.words import Text

LETTER = "due-date-moved"


@dataclass(frozen=True, slots=True)
class Move:
    """One due date that the calendar moves; without a case it is the promise of the whole dossier."""

    dossier: DossierRow
    case: CaseRow | None
    before: datetime | None
    after: datetime | None


def moves_at(uow: UnitOfWork, scope: str) -> Iterator[Move]:
    """Find every due date that differs from what the calendar says now, or would say as proposed."""
    for dossier_id in dossiers_in(uow, scope):
        dossier = dossiers.dossier(uow.connection, dossier_id)
        if dossier is not None:
            yield from moves_of(uow, dossier)


def moves_of(uow: UnitOfWork, dossier: DossierRow) -> Iterator[Move]:
    """Find the due dates of one dossier that the calendar moves; a clock that stands still has none."""
    cases = cases_of(uow.connection, dossier.id)
    for case in cases:
        clock = timekeeping.clock_of(case)
        if case.ending is None and clock.running:
            rules = uow.registry.procedure(case.procedure).clock
            calendar = calendar_at(uow, case.office_id)
            after = timekeeping.due_at(uow, clock, case.working_days, rules, calendar=calendar)
            if after != case.due_at:
                yield Move(dossier, case, case.due_at, after)
    if dossier.state == "in-progress":
        due = linking.due_of(uow, dossier, uow.registry.bundle(dossier.bundle), cases)
        if due != dossier.due_at:
            yield Move(dossier, None, dossier.due_at, due)


def dossiers_in(uow: UnitOfWork, scope: str) -> list[str]:
    """List the dossiers with an open case at an office of a scope."""
    keeper = uow.context.calendar
    offices = open_cases.offices(uow.connection)
    if isinstance(keeper, Calendars):
        books = keeper.books()
        offices = [office for office in offices if books.touches(scope, office)]
    return open_cases.dossiers_at(uow.connection, offices)


def move_dates(context: Context, payload: Mapping[str, Any]) -> None:
    """Move every due date that a change of the calendar concerns, each dossier in a transaction of its own.

    A dossier whose dates say already what the calendar says is left alone, so a second run changes nothing.
    """
    with context.reading(actors.SYSTEM) as uow:
        concerned = dossiers_in(uow, payload["scope"])
    why = Text(vi=payload["vi"], en=payload["en"])
    for dossier_id in concerned:
        with context.work(actors.SYSTEM) as uow:
            _move(uow, dossier_id, why, payload)


def _move(uow: UnitOfWork, dossier_id: str, why: Text, payload: Mapping[str, Any]) -> None:
    dossier = dossiers.dossier(uow.connection, dossier_id, lock=True)
    if dossier is None:
        return
    _arm_timers_anew(uow, dossier, str(payload["version"]))
    moves = tuple(moves_of(uow, dossier))
    for move in moves:
        _write(uow, move)
        uow.record(
            "due-date-moved",
            dossier_id=dossier.id,
            case_id=move.case.id if move.case else None,
            data={
                "before": move.before.isoformat() if move.before else None,
                "after": move.after.isoformat() if move.after else None,
                "reason": why.vi,
                "entered-by": payload["by"],
            },
        )
    if moves:
        text = _letter(uow, moves, why)
        effects.write_letter(uow, dossier.id, Notify(letter=LETTER, text=text))


def _write(uow: UnitOfWork, move: Move) -> None:
    if move.case is None:
        row = move.dossier
        if not dossiers.change_dossier(uow.connection, row.id, row.row_version, due_at=move.after):
            raise ConcurrentChange
        watch.arm_dossier(uow, row.id, move.after)
        return
    if not open_cases.set_due(uow.connection, move.case, move.after):
        raise ConcurrentChange
    if move.after is not None:
        clock = timekeeping.clock_of(move.case)
        watch.arm_case(uow, move.case.id, move.case.office_id, clock, move.after)


def _arm_timers_anew(uow: UnitOfWork, dossier: DossierRow, version: str) -> None:
    """Set the timers of waiting cases again: what was not set for want of a calendar, or now ends sooner."""
    for case in cases_of(uow.connection, dossier.id):
        procedure = uow.registry.procedure(case.procedure)
        state = procedure.state(case.state)
        if case.ending is None and state.timers:
            effects.arm_timers_again(uow, case, state, procedure, version)


def _letter(uow: UnitOfWork, moves: tuple[Move, ...], why: Text) -> Text:
    vi, en = [], []
    for move in moves:
        part = uow.registry.procedure(move.case.procedure).short if move.case else WHOLE
        before, after = apologies.moment(move.before), apologies.moment(move.after)
        vi.append(f"{part.vi}: từ {before.vi} sang {after.vi}.")
        en.append(f"{part.en}: from {before.en} to {after.en}.")
    return Text(
        vi=f"Ngày hẹn thay đổi vì lịch làm việc thay đổi: {why.vi}. {' '.join(vi)}",
        en=f"The promised date changes, since the working days have changed: {why.en}. {' '.join(en)}",
    )


WHOLE = Text(vi="Cả hồ sơ", en="The whole file")
