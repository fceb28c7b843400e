"""The only door through which a case opens and changes state."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from services import effects, search_words
from services.access import permissions
from services.access.actors import Actor
from services.access.permissions import NO_FILE
from services.citizens import consent_links
from services.jurisdiction.competence import competent_office
from services.officers import standing_in
from services.time import timekeeping, watch
from services.time.calendars import calendar_at
from services.unit_of_work import UnitOfWork
from storage.cases import CaseRecord, CaseRow, move_case, read_case
from storage.dossiers import DossierRow
from storage.rows import add
from workflows import clock as clocks
from workflows.bundle import Member
from workflows.clock import CaseClock
from workflows.errors import ConcurrentChange, NotFound, TransitionRefused
from workflows.language import Procedure, Start, State, Step
from workflows.machine import Outcome, compiled, starting, take
from workflows.vocabulary import Role, Waits
from workflows.voices import BundleVoice
from workflows.words import Text

GONE_ELSEWHERE = Text(
    vi="Người khác vừa xử lý hồ sơ này. Hãy xem lại trạng thái mới.",
    en="Somebody else has just moved this file. Look at its new state.",
)


@dataclass(frozen=True, slots=True)
class Moved:
    """What one move did, for whoever looks after the neighbours."""

    case: CaseRecord
    outcome: Outcome
    facts: Mapping[str, Any]
    clock_changed: bool


def read(uow: UnitOfWork, case_id: str) -> CaseRecord:
    """Read one case and lock its dossier.

    Raises:
        NotFound: there is no such case.
    """
    case = read_case(uow.connection, case_id)
    if case is None:
        raise NotFound(text=NO_FILE)
    return case


def facts_of(case: CaseRecord, procedure: Procedure) -> dict[str, Any]:
    """Return every fact that holds for a case: assumed, declared, issued elsewhere, and its own."""
    return {**compiled(procedure).assumes, **case.dossier_facts, **case.facts}


def move(
    uow: UnitOfWork,
    case: CaseRecord,
    code: str,
    values: Mapping[str, Any] | None = None,
    *,
    by: Actor | None = None,
) -> Moved:
    """Take one step of one case: check who and whether, write the new place, the journal and the effects.

    Raises:
        NotAllowed: this actor may not take the step.
        TransitionRefused: the step is not open here.
        ConcurrentChange: somebody else moved the case since it was read.
    """
    actor = by or uow.actor
    procedure = uow.registry.procedure(case.procedure)
    ready = compiled(procedure)
    step, before = ready.steps.get(code), ready.states[case.state]
    if step is not None:
        permissions.require(actor, step, before, case)
    given = _taken(step, values or {})
    facts = {**facts_of(case, procedure), **given}
    outcome = take(procedure, case.state, code, facts, voice=BundleVoice(uow.registry, case.bundle))
    facts.update(outcome.sets)
    clock_changed = _write(uow, case, procedure, outcome, before, actor, given, facts)
    uow.record(
        code,
        dossier_id=case.dossier_id,
        case_id=case.id,
        before=before.code,
        after=outcome.state.code,
        data=given,
        by=actor,
    )
    effects.start(uow, case, procedure, outcome.effects, facts)
    effects.arm_timers(uow, case, case.round + 1, outcome.state, procedure)
    if outcome.state.consent_of:
        consent_links.invite(uow, case.id, outcome.state, procedure, case.dossier_facts)
    return Moved(case, outcome, facts, clock_changed)


def open_case(uow: UnitOfWork, dossier: DossierRow, member: Member) -> CaseRow:
    """Open the case of one member in the state in which its definition starts.

    Raises:
        TransitionRefused: no office is competent for it, so it cannot be sent anywhere.
    """
    procedure = uow.registry.procedure(member.procedure)
    facts = {**compiled(procedure).assumes, **dossier.facts}
    start = starting(procedure, facts)
    facts.update(start.sets)
    state = procedure.state(start.state)
    row, clock = _first_row(uow, dossier, member, procedure, start, facts)
    add(uow.connection, row)
    uow.record(
        "case-opened", dossier_id=dossier.id, case_id=row.id, after=state.code, data={"member": member.code}
    )
    if row.due_at is not None:
        watch.arm_case(uow, row.id, row.office_id, clock, row.due_at)
    if start.effects or state.timers:
        case = read(uow, row.id)
        effects.start(uow, case, procedure, start.effects, facts)
        effects.arm_timers(uow, case, row.round, state, procedure)
    if state.consent_of:
        consent_links.invite(uow, row.id, state, procedure, dossier.facts)
    return row


def _first_row(
    uow: UnitOfWork,
    dossier: DossierRow,
    member: Member,
    procedure: Procedure,
    start: Start,
    facts: Mapping[str, Any],
) -> tuple[CaseRow, CaseClock]:
    """Make the row of a case that opens, at its office and with its due date.

    Raises:
        TransitionRefused: no office is competent for it.
    """
    state = procedure.state(start.state)
    clock = clocks.opened(state.clock, uow.now)
    days = timekeeping.case_limit(procedure, facts)
    office_id = competent_office(uow, procedure.authority, str(facts.get(procedure.area, "")))
    calendar = calendar_at(uow, office_id)
    due = timekeeping.due_at(uow, clock, days, procedure.clock, calendar=calendar)
    row = CaseRow(
        id=uow.new_id(),
        dossier_id=dossier.id,
        member=member.code,
        procedure=procedure.key,
        state=state.code,
        waits_for=state.waits_for.value,
        ending=state.ending.value if state.ending else None,
        office_id=office_id,
        facts=dict(start.sets),
        opened_at=uow.now,
        entered_at=uow.now,
        working_days=days,
        due_at=due if state.ending is None else None,
        search_words=search_words.of_case(dossier, procedure, dossier.facts),
        **timekeeping.columns(clock),
    )
    return row, clock


def _taken(step: Step | None, values: Mapping[str, Any]) -> dict[str, Any]:
    """Keep exactly what the step asks for, and refuse the step when a required value is absent."""
    if step is None:
        return {}
    wanted = {item.code: item for item in step.takes}
    open_ended = step.by is Role.AGENCY or step.corrects  # whoever calls has kept only what is expected
    given = {code: value for code, value in values.items() if code in wanted or open_ended}
    absent = [item.text for code, item in wanted.items() if item.required and given.get(code) in (None, "")]
    if absent:
        raise TransitionRefused(
            text=Text(
                vi=f"“{step.text.vi}” cần có: {', '.join(text.vi for text in absent)}.",
                en=f"“{step.text.en}” needs: {', '.join(text.en for text in absent)}.",
            )
        )
    return given


def _own_facts(
    case: CaseRecord, procedure: Procedure, actor: Actor, outcome: Outcome, given: Mapping[str, Any]
) -> dict[str, Any]:
    """Return the case's own facts after a step: what was given and set, and which officer took it."""
    own = {**case.facts, **given, **outcome.sets}
    if actor.is_officer:
        own[f"taker.{outcome.step.code}"] = actor.id
    if outcome.step.forwards:
        own[procedure.area] = str(given["commune"])  # the result names the office that issues it
    return own


def _write(
    uow: UnitOfWork,
    case: CaseRecord,
    procedure: Procedure,
    outcome: Outcome,
    before: State,
    actor: Actor,
    given: Mapping[str, Any],
    facts: Mapping[str, Any],
) -> bool:
    """Write the case's new place under its guard; say whether its clock or its limit changed."""
    clock = timekeeping.clock_of(case)
    after = clocks.moved(clock, before.clock, outcome.state.clock, uow.now)
    days = timekeeping.case_limit(procedure, facts) if len(procedure.deadlines) > 1 else case.working_days
    changed = after != clock or days != case.working_days
    office_id = _office(uow, procedure, case, outcome.step, given)
    due = case.due_at
    if changed or office_id != case.office_id:
        calendar = calendar_at(uow, office_id)
        due = timekeeping.due_at(uow, after, days, procedure.clock, calendar=calendar)
    moved = move_case(
        uow.connection,
        case,
        state=outcome.state.code,
        waits_for=outcome.state.waits_for.value,
        ending=outcome.state.ending.value if outcome.state.ending else None,
        office_id=office_id,
        officer_id=_owner(uow, case, actor, outcome),
        round=case.round + 1,
        facts=_own_facts(case, procedure, actor, outcome, given),
        entered_at=uow.now,
        working_days=days,
        due_at=due,
        **timekeeping.columns(after),
    )
    if not moved:
        raise ConcurrentChange(text=GONE_ELSEWHERE)
    if due is not None and due != case.due_at and outcome.state.ending is None:
        watch.arm_case(uow, case.id, office_id, after, due)
    return changed


def _office(
    uow: UnitOfWork, procedure: Procedure, case: CaseRecord, step: Step, given: Mapping[str, Any]
) -> str:
    return (
        competent_office(uow, procedure.authority, str(given["commune"])) if step.forwards else case.office_id
    )


def _owner(uow: UnitOfWork, case: CaseRecord, actor: Actor, outcome: Outcome) -> str | None:
    """Return who holds the case after the step: the officer who took it, nobody after a forwarding.

    What comes back to an officer who is away goes to whoever stands in.
    """
    if outcome.step.forwards:
        return None
    if actor.is_officer:
        return actor.id
    comes_back = case.officer_id is not None and outcome.state.waits_for is Waits.OFFICER
    return standing_in.holder(uow, case, str(case.officer_id)) if comes_back else case.officer_id
