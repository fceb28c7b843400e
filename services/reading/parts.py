"""Reading each procedure of a dossier: its state, its date, what it issued, what it waits for."""

from collections.abc import Collection, Mapping
from datetime import datetime
from typing import Any, Literal

from services.access import permissions
from services.reading import waiting
from services.reading.alerts import apology_of
from services.reading.pages import AgencyWord, CasePart, FactLine, NotOpen, OutputPage, Promise
from services.time import timekeeping
from services.time.calendars import calendar_at
from services.unit_of_work import UnitOfWork
from storage import documents, messages, people
from storage.cases import CaseRow
from storage.consents import consents_of
from storage.dossiers import DossierRow
from storage.outputs import OutputRow, outputs_of
from workflows import chain
from workflows.bundle import Bundle
from workflows.chain import MemberProgress
from workflows.language import Output, Procedure, State
from workflows.machine import compiled, limit
from workflows.questions import Question
from workflows.vocabulary import Ending, OfficialStatus, Waits
from workflows.words import Kind, Text

WITHDRAWN = Text(vi="Không mở vì hồ sơ đã được rút.", en="Will not open: the file was withdrawn.")
ISSUED_BY = Text(vi="Kết quả đã cấp", en="An issued result")
Refusals = list[tuple[str, str, datetime, str]]


def case_parts(uow: UnitOfWork, row: DossierRow, cases: list[CaseRow]) -> tuple[CasePart, ...]:
    """Return each opened procedure of a dossier as pages show it, in the order of the bundle."""
    members = [member.code for member in uow.registry.bundle(row.bundle).members]
    issued = outputs_of(uow.connection, row.id)
    declined = messages.refusals_of(uow.connection, row.id)
    ordered = sorted(cases, key=lambda case: members.index(case.member))
    return tuple(_part(uow, row, case, issued, declined) for case in ordered)


def not_open(uow: UnitOfWork, row: DossierRow, cases: list[CaseRow]) -> tuple[NotOpen, ...]:
    """Return each procedure that has not opened, with what it waits for or why it never will."""
    bundle = uow.registry.bundle(row.bundle)
    progress = member_progress(uow, row.id, cases)
    never = {member.code for member in chain.barred(bundle, row.facts, progress)}
    waiting = [member for member in chain.taking_part(bundle, row.facts) if member.code not in progress]
    return tuple(
        NotOpen(
            member.code,
            uow.registry.procedure(member.procedure).short,
            WITHDRAWN if row.state == "withdrawn" else _why_not_open(uow, bundle, member.code, never),
            member.code in never or row.state == "withdrawn",
        )
        for member in waiting
    )


def member_progress(uow: UnitOfWork, dossier_id: str, cases: list[CaseRow]) -> dict[str, MemberProgress]:
    """Return how far each opened member has come."""
    outputs = outputs_of(uow.connection, dossier_id)
    return {
        case.member: MemberProgress(
            Ending(case.ending) if case.ending else None,
            frozenset(output.code for output in outputs if output.case_id == case.id),
        )
        for case in cases
    }


def questions_of(uow: UnitOfWork, row: DossierRow) -> dict[str, Question]:
    """Return the question behind each fact of a dossier, in whose words a choice is shown.

    A fact that is the first known of several has the question of one of them, and an
    item that was issued has the question of the fact it was copied from.
    """
    declaration = uow.registry.declaration(row.declaration)
    asked = {question.fact: question for question in reversed(declaration.questions())}
    for derived in declaration.derived:
        if derived.rule == "first":
            found = next((asked[fact] for fact in derived.of if fact in asked), None)
            asked |= {derived.fact: found} if found and derived.fact not in asked else {}
    bundle = uow.registry.bundle(row.bundle)
    issued = [output for p in uow.registry.procedures_of(bundle).values() for output in p.outputs]
    return asked | {
        f"{output.code}.{item.code}": asked[item.fact]
        for output in issued
        for item in output.items
        if item.fact in asked
    }


def _part(
    uow: UnitOfWork, row: DossierRow, case: CaseRow, issued: list[OutputRow], declined: Refusals
) -> CasePart:
    procedure = uow.registry.procedure(case.procedure)
    state = procedure.state(case.state)
    authority = uow.registry.authority(procedure.authority)
    office = people.office(uow.connection, case.office_id)
    given = consents_of(uow.connection, case.id) if state.consent_of else set()
    return CasePart(
        id=case.id,
        member=case.member,
        text=procedure.text,
        short=procedure.short,
        authority=authority.short,
        office=office.text if office else authority.text,
        tone=authority.tone,
        state=case.state,
        state_text=state.text,
        status=state.status,
        citizen_text=state.citizen,
        waits_for=state.waits_for,
        clock=state.clock,
        ending=case.ending,
        promise=_case_promise(uow, row, case, procedure),
        outputs=tuple(_output(uow, row, procedure, output) for output in issued if _valid(output, case)),
        draft=_draft(uow, row, case, procedure, state),
        reason=_reason(case),
        declined=_declined(case, declined),
        requested=waiting.request_lines(case.facts),
        supplement=waiting.supplement(case, state),
        asked=waiting.asked(uow, row, case, procedure, state),
        answer_by=waiting.answer_by(uow, case, procedure, state),
        lapse=waiting.lapse(procedure, state),
        consenting=tuple(sorted(permissions.consenting(state, row.facts) - given)),
        invited=waiting.invited(uow, row, case, state),
        apology=apology_of(uow, case.id),
        provisional=procedure.standing.value == "provisional",
    )


def _case_promise(uow: UnitOfWork, row: DossierRow, case: CaseRow, procedure: Procedure) -> Promise:
    facts = {**compiled(procedure).assumes, **row.facts, **case.facts}
    deadline = limit(procedure.deadlines, facts)
    clock = timekeeping.clock_of(case)
    handed_on = row.submitted_at is not None and case.opened_at > row.submitted_at
    found = timekeeping.explained(
        uow,
        clock,
        case.working_days,
        procedure.clock,
        deadline.source,
        handed_on=handed_on,
        calendar=calendar_at(uow, case.office_id),
    )
    lines = found.derivation if found else ()
    hours = timekeeping.hours_left(uow, case.office_id, case.due_at)
    return Promise(case.due_at, case.working_days, deadline.source, lines, case.paused_since, hours)


def _reason(case: CaseRow) -> str:
    """Return why a case ended as it did, with the legal ground the officer named (60/2014/QH13 Art. 5)."""
    if not case.ending:
        return ""
    reason, ground = str(case.facts.get("reason", "")), str(case.facts.get("reason.law", ""))
    return f"{reason} ({ground})" if ground else reason


def _valid(output: OutputRow, case: CaseRow) -> bool:
    return output.case_id == case.id and output.standing == "valid"


def _output(uow: UnitOfWork, row: DossierRow, procedure: Procedure, output: OutputRow) -> OutputPage:
    defined = procedure.output(output.code)
    items = _items(uow, row, defined, output.items)
    made: Literal["making", "ready"] = "ready" if documents.is_made(uow.connection, output.id) else "making"
    return OutputPage(output.code, defined.text, output.version, output.issued_at, items, output.id, made)


def _draft(
    uow: UnitOfWork, row: DossierRow, case: CaseRow, procedure: Procedure, state: State
) -> tuple[OutputPage, ...]:
    """Return what the results would say, while the citizen is asked whether that is right."""
    if state.waits_for is not Waits.CITIZEN or state.status is OfficialStatus.SUPPLEMENT:
        return ()
    facts = {**compiled(procedure).assumes, **row.facts, **case.facts}
    return tuple(
        OutputPage(
            output.code,
            output.text,
            0,
            case.entered_at,
            known_items(uow, row, output, facts),
        )
        for output in procedure.outputs
    )


def known_items(
    uow: UnitOfWork, row: DossierRow, output: Output, facts: Mapping[str, Any]
) -> tuple[FactLine, ...]:
    """Return what a result would say by these facts."""
    return _items(uow, row, output, {item.code: facts.get(item.fact) for item in output.items})


def _items(
    uow: UnitOfWork, row: DossierRow, output: Output, values: Mapping[str, Any]
) -> tuple[FactLine, ...]:
    """Return the items of a result that have a value; a choice is shown in the words it was made in."""
    asked = questions_of(uow, row)
    chosen = {fact for fact, question in asked.items() if question.kind is Kind.CHOICE}
    return tuple(
        FactLine(
            f"{output.code}.{item.code}",
            item.text,
            Kind.CHOICE if item.fact in chosen else item.kind,
            values[item.code],
            ISSUED_BY,
            asked.get(item.fact),
        )
        for item in output.items
        if values.get(item.code) is not None
    )


def _declined(case: CaseRow, declined: Refusals) -> AgencyWord | None:
    """Return why another system declined, while the case stands where that answer brought it."""
    latest = [(agency, at, why) for case_id, agency, at, why in declined if case_id == case.id]
    if not latest or latest[-1][1] < case.entered_at:
        return None
    return AgencyWord(*latest[-1])


def _why_not_open(uow: UnitOfWork, bundle: Bundle, member: str, never: Collection[str]) -> Text:
    givers = [link for link in bundle.links if link.receiver == member]
    names = [uow.registry.procedure(bundle.member(link.giver).procedure).short for link in givers]
    vi, en = ", ".join(name.vi for name in names), ", ".join(name.en for name in names)
    if member in never:
        return Text(
            vi=f"Không mở vì “{vi}” không có kết quả.", en=f"Will not open: “{en}” ended without its result."
        )
    return Text(vi=f"Mở ngay khi “{vi}” có kết quả.", en=f"Opens as soon as “{en}” has its result.")
