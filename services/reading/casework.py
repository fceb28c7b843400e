"""Reading one case for an officer: only the facts its procedure needs, and the steps open to this person."""

from collections.abc import Mapping
from typing import Any

from services import progress
from services.access import permissions
from services.reading import happened, papers
from services.reading.assisting import assisted
from services.reading.pages import CasePart, Comparison, FactLine, MessageLine, OfficerCasePage, StepChoice
from services.reading.parts import ISSUED_BY, case_parts, not_open, questions_of
from services.reading.sources import SOURCES, how_of, words_of
from services.unit_of_work import UnitOfWork
from storage import dossiers, messages
from storage.dossiers import CaseRecord, DossierRow
from workflows.errors import NotFound
from workflows.forms.answers import shown_questions
from workflows.forms.origins import Origin, read, same_value
from workflows.language import Procedure, Role
from workflows.machine import choices
from workflows.questions import How, Question
from workflows.words import Kind, Text

_OFFICERS = (Role.CLERK, Role.LEADER)


def case_page(uow: UnitOfWork, case_id: str) -> OfficerCasePage:
    """Read a case of the acting officer's own office.

    Raises:
        NotFound: there is no such case, or it belongs to another office.
    """
    with uow:
        case = dossiers.look_at_case(uow.connection, case_id) if uow.actor.is_officer else None
        row = dossiers.dossier(uow.connection, case.dossier_id) if case else None
        if case is None or row is None or case.office_id != uow.actor.office_id:
            raise NotFound(text=Text(vi="Không tìm thấy hồ sơ này.", en="There is no such file."))
        return _page(uow, case, row)


def _page(uow: UnitOfWork, case: CaseRecord, row: DossierRow) -> OfficerCasePage:
    procedure = uow.registry.procedure(case.procedure)
    facts = progress.facts_of(case, procedure)
    rows = dossiers.cases_of(uow.connection, row.id)
    parts = case_parts(uow, row, rows)
    own = next(part for part in parts if part.id == case.id)
    return OfficerCasePage(
        part=own,
        number=str(row.number),
        subject=row.subject,
        bundle=uow.registry.bundle(row.bundle).text,
        submitted_at=row.submitted_at or row.created_at,
        requester=str(row.facts.get("requester.full-name", "")),
        assisted=assisted(uow, row),
        round=case.round,
        officer_id=case.officer_id,
        facts=_facts(uow, row, procedure, facts),
        steps=_steps(uow, case, procedure, facts),
        correctable=_correctable(uow, row, procedure, facts),
        siblings=tuple(part for part in parts if part.id != case.id),
        not_open=not_open(uow, row, rows),
        log=tuple(
            line for line in happened.log(uow, row, [r for r in rows if r.id == case.id]) if line.member
        ),
        messages=_messages(uow, case),
        flags=happened.flag_texts(uow, row),
        papers=papers.of_case(uow, row, procedure, case.id),
        legal_basis=procedure.legal_basis,
        may_promise_anew=_may_promise_anew(uow, case, own),
    )


def _may_promise_anew(uow: UnitOfWork, case: CaseRecord, part: CasePart) -> bool:
    """Say whether this officer may give the one new date, or read the one that was given."""
    runs = part.promise.due_at is not None and part.ending is None
    return (runs or part.apology is not None) and not permissions.is_family(uow.actor, case.dossier_facts)


def _facts(
    uow: UnitOfWork, row: DossierRow, procedure: Procedure, facts: Mapping[str, Any]
) -> tuple[FactLine, ...]:
    """Return the facts the procedure needs, and no others (least data)."""
    bundle = uow.registry.bundle(row.bundle)
    asked = {q.fact: q for _, q in shown_questions(uow.registry.declaration(row.declaration), row.facts)}
    questions, origins = questions_of(uow, row), read(row.origins)
    may_see = {needed.fact for needed in procedure.inputs}
    issued = {
        fact
        for member in uow.registry.procedures_of(bundle).values()
        for output in member.outputs
        for fact in output.fact_names()
    }
    return tuple(
        FactLine(
            needed.fact,
            uow.registry.label(bundle, needed.fact),
            needed.kind,
            facts[needed.fact],
            _source(needed.fact, asked.get(needed.fact), issued, row.facts, origins.get(needed.fact)),
            asked.get(needed.fact) or questions.get(needed.fact),
            _compared(needed.fact, facts, asked, may_see, origins.get(needed.fact)),
        )
        for needed in procedure.inputs
        # What nobody calls by a name is between the rules; people see what follows from it.
        if facts.get(needed.fact) is not None and uow.registry.label(bundle, needed.fact).vi != needed.fact
    )


def _source(
    fact: str,
    question: Question | None,
    issued: set[str],
    declared: Mapping[str, Any],
    origin: Origin | None,
) -> Text:
    """Say where a value came from, and when a register said it; what a register lacked was typed."""
    if question is None:
        return ISSUED_BY if fact in issued else SOURCES[How.AUTOMATIC]
    return words_of(origin, how_of(question, declared, origin))


def _compared(
    fact: str,
    facts: Mapping[str, Any],
    asked: Mapping[str, Question],
    may_see: set[str],
    origin: Origin | None,
) -> tuple[Comparison, ...]:
    """Hold a value against what a register says of the same thing, and against what was typed before."""
    held = [
        Comparison(question.text, facts[other], same_value(facts[fact], facts[other]), question)
        for other, question in asked.items()
        if question.compared_with == fact and other in may_see and facts.get(other) is not None
    ]
    if origin is not None and origin.declared is not None:
        held.append(Comparison(SOURCES[How.TYPED], origin.declared, False, asked.get(fact)))
    return tuple(held)


def _steps(
    uow: UnitOfWork, case: CaseRecord, procedure: Procedure, facts: Mapping[str, Any]
) -> tuple[StepChoice, ...]:
    bundle = uow.registry.bundle(case.bundle)
    state = procedure.state(case.state)
    offered = choices(
        procedure,
        case.state,
        frozenset(_OFFICERS),
        facts,
        label=lambda fact: uow.registry.label(bundle, fact),
    )
    return tuple(
        StepChoice(
            choice.step.code,
            choice.step.text,
            choice.why_not or permissions.why_not_this_person(uow.actor, choice.step, state, case),
            choice.step.takes,
            choice.step.decisive,
            choice.step.corrects,
            choice.step.rule,
        )
        for choice in offered
    )


def _correctable(
    uow: UnitOfWork, row: DossierRow, procedure: Procedure, facts: Mapping[str, Any]
) -> tuple[FactLine, ...]:
    """Return the facts behind the procedure's outputs that people declared, for a correction."""
    asked = questions_of(uow, row)
    return tuple(
        FactLine(
            item.fact, item.text, item.kind, facts.get(item.fact), SOURCES[How.TYPED], asked.get(item.fact)
        )
        for output in procedure.outputs
        for item in output.items
        if item.kind is not Kind.PEOPLE and "." in item.fact
    )


def _messages(uow: UnitOfWork, case: CaseRecord) -> tuple[MessageLine, ...]:
    return tuple(
        MessageLine(m.agency, m.about, m.state, m.attempts, m.last_error, m.created_at, m.answered_at)
        for m in messages.messages_of(uow.connection, case.dossier_id)
        if m.case_id == case.id
    )
