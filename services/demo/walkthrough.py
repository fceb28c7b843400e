"""Scripted officers and relatives who bring real dossiers to their results, by the real verbs.

The demo, the seeding of live cases and tests use it. Who acts next is never written down:
it is the first step on the shortest way that the case's own definition offers. Refusing,
forwarding and asking for more do not lie on that way. The same dossier is always walked in
the same manner.
"""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime

from services import progress
from services.access import actors, permissions
from services.access.actors import Actor
from services.citizens import consents
from services.officers import cases
from services.reading.happened import EVENTS
from services.unit_of_work import Context, UnitOfWork
from storage import dossiers, journal, messages, people
from storage.cases import CaseRecord, CaseRow, cases_of
from storage.consents import consents_of
from storage.journal import JournalRow
from workflows.checking.supply import asking
from workflows.language import Ask, Procedure
from workflows.machine import compiled
from workflows.route import Move, way
from workflows.vocabulary import Role
from workflows.words import Text

UNANSWERED = ("waiting", "acknowledged")


class NobodyMayAct(Exception):
    """Everybody in the office is kept from the step, so the walk cannot go on."""


@dataclass(frozen=True, slots=True)
class Act:
    """What a person is to do next: the step, the values they supply, and who they are."""

    case_id: str
    move: Move
    actor: Actor


@dataclass(frozen=True, slots=True)
class HistoryLine:
    """One thing that happened to a dossier: when, who, at which office, what, and the state after it."""

    at: datetime
    who: str
    office: Text | None
    procedure: Text | None
    what: Text
    state: Text | None


def act_once(context: Context, dossier_id: str, *, before: Callable[[], None] | None = None) -> Act | None:
    """Let whoever's turn it is act once; nothing when nobody's is, so that only answers are awaited.

    The case that has rested longest comes first. `before` runs just before the person
    acts: there a virtual clock moves on.

    Raises:
        NobodyMayAct: no officer of the competent office may take the step.
    """
    with context.work(actors.SYSTEM) as uow:
        act = next(_acts(uow, dossier_id), None)
    if act is None:
        return None
    if before is not None:
        before()
    if act.move.step.by is Role.RELATIVE:
        consents.give_consent(context.work(act.actor), act.case_id)
    else:
        cases.take_step(context.work(act.actor), act.case_id, act.move.step.code, act.move.given)
    return act


def ended(context: Context, dossier_id: str) -> bool:
    """Say whether nothing more can happen to a dossier."""
    with context.reading(actors.SYSTEM) as uow:
        row = dossiers.dossier(uow.connection, dossier_id)
        return row is not None and row.ended_at is not None


def history(uow: UnitOfWork, dossier_id: str) -> tuple[HistoryLine, ...]:
    """Read what happened to a dossier, oldest first, with the office that it concerned."""
    with uow:
        rows = {case.id: case for case in cases_of(uow.connection, dossier_id)}
        offices = people.offices(uow.connection)
        lines = journal.lines_of(uow.connection, dossier_id)
        return tuple(_line(uow, line, rows.get(line.case_id or ""), offices) for line in lines)


# --- whose turn it is -------------------------------------------------------------------------------


def _acts(uow: UnitOfWork, dossier_id: str) -> Iterator[Act]:
    """Find who may act now, the case that has rested longest first."""
    open_ = [case for case in cases_of(uow.connection, dossier_id) if case.ending is None]
    for row in sorted(open_, key=lambda case: (case.entered_at, case.id)):
        case = progress.read(uow, row.id)
        move = _next_move(uow, case)
        if move is not None and move.step.by is not Role.AGENCY:
            yield Act(case.id, move, _somebody(uow, case, move))


def _next_move(uow: UnitOfWork, case: CaseRecord) -> Move | None:
    procedure = uow.registry.procedure(case.procedure)
    awaited = tuple(_awaited(uow, case, procedure))
    return next(iter(way(procedure, case.state, progress.facts_of(case, procedure), awaited=awaited)), None)


def _awaited(uow: UnitOfWork, case: CaseRecord, procedure: Procedure) -> Iterator[Ask]:
    """List the messages of a case that still await their answer, as its definition words them."""
    known = {(ask.agency, ask.about): ask for _, _, ask in asking(procedure)}
    for sent in messages.messages_of(uow.connection, case.dossier_id):
        if sent.case_id == case.id and sent.state in UNANSWERED:
            yield known[sent.agency, sent.about]


def _somebody(uow: UnitOfWork, case: CaseRecord, move: Move) -> Actor:
    """Choose who takes a step: the holder of the case if they may, else the first who may."""
    if move.step.by is Role.RELATIVE:
        return _relative(uow, case)
    state = compiled(uow.registry.procedure(case.procedure)).states[case.state]
    officers = [_officer(row) for row in people.officers_of(uow.connection, case.office_id)]
    for officer in sorted(
        officers, key=lambda actor: (actor.id != case.officer_id, len(actor.roles), actor.id)
    ):
        if permissions.why_not_this_person(officer, move.step, state, case) is None:
            return officer
    raise NobodyMayAct(f"{case.office_id}: nobody may take {move.step.code!r}")


def _relative(uow: UnitOfWork, case: CaseRecord) -> Actor:
    """Choose the next of those whose consent is still missing."""
    state = uow.registry.procedure(case.procedure).state(case.state)
    missing = permissions.consenting(state, case.dossier_facts) - consents_of(uow.connection, case.id)
    person = min(missing)
    citizen = people.citizen(uow.connection, person)
    return actors.citizen(person, citizen.name if citizen else person)


def _officer(row: people.OfficerRow) -> Actor:
    return Actor(
        row.id,
        row.name,
        frozenset(map(Role, row.roles)),
        office_id=row.office_id,
        personal_id=row.personal_id,
    )


# --- reading ------------------------------------------------------------------------------------------


def _line(
    uow: UnitOfWork, line: JournalRow, case: CaseRow | None, offices: Mapping[str, people.OfficeRow]
) -> HistoryLine:
    procedure = uow.registry.procedure(case.procedure) if case else None
    office = offices.get(case.office_id) if case else None
    return HistoryLine(
        at=line.at,
        who=line.actor_name,
        office=Text(vi=office.vi, en=office.en) if office else None,
        procedure=procedure.short if procedure else None,
        what=_what(line, procedure),
        state=_state(line, procedure),
    )


def _what(line: JournalRow, procedure: Procedure | None) -> Text:
    step = procedure.step(line.event) if procedure else None
    return step.text if step else EVENTS.get(line.event, Text(vi=line.event, en=line.event))


def _state(line: JournalRow, procedure: Procedure | None) -> Text | None:
    if procedure is None or line.state_after is None:
        return None
    return procedure.state(line.state_after).text
