"""Reading one case for an officer: only the facts its procedure needs, and the steps open to this person."""

from collections.abc import Mapping
from typing import Any

from services import progress
from services.access import permissions
from services.reading import happened, papers
from services.reading.assisting import assisted
from services.reading.following.tracking import MOURNING
from services.reading.pages import CasePart, FactLine, MessageLine, OfficerCasePage
from services.reading.parts import case_parts, not_open, questions_of
from services.reading.people import people_of
from services.reading.sources import SOURCES
from services.reading.working import dwell, why_not
from services.reading.working.comparison import compared
from services.reading.working.unlocking import unlocks
from services.reading.working.worklists import REQUESTER
from services.unit_of_work import UnitOfWork
from storage import dossiers, messages
from storage.cases import CaseRecord, cases_of, look_at_case
from storage.dossiers import DossierRow
from storage.outputs import outputs_of
from workflows.errors import NotFound
from workflows.language import Procedure
from workflows.questions import How
from workflows.words import Kind, Text


def case_page(uow: UnitOfWork, case_id: str) -> OfficerCasePage:
    """Read a case of the acting officer's own office.

    Raises:
        NotFound: there is no such case, or it belongs to another office.
    """
    with uow:
        case = look_at_case(uow.connection, case_id) if uow.actor.is_officer else None
        row = dossiers.dossier(uow.connection, case.dossier_id) if case else None
        if case is None or row is None or case.office_id != uow.actor.office_id:
            raise NotFound(text=Text(vi="Không tìm thấy hồ sơ này.", en="There is no such file."))
        return _page(uow, case, row)


def _page(uow: UnitOfWork, case: CaseRecord, row: DossierRow) -> OfficerCasePage:
    procedure = uow.registry.procedure(case.procedure)
    facts = progress.facts_of(case, procedure)
    rows = cases_of(uow.connection, row.id)
    parts = case_parts(uow, row, rows)
    visible = {needed.fact for needed in procedure.inputs}
    own = next(part for part in parts if part.id == case.id)
    return OfficerCasePage(
        part=own,
        number=str(row.number),
        quiet_tone=uow.registry.bundle(row.bundle).life_event == MOURNING,
        subject=row.subject,
        bundle=uow.registry.bundle(row.bundle).text,
        submitted_at=row.submitted_at or row.created_at,
        requester=str(row.facts.get(REQUESTER, "")) if REQUESTER in visible else "",
        assisted=assisted(uow, row),
        round=case.round,
        officer_id=case.officer_id,
        comparison=compared(uow, row, procedure, facts),
        steps=why_not.steps(uow, case, procedure, facts),
        of_others=why_not.of_others(uow, case, procedure, facts),
        in_other_states=why_not.in_other_states(uow, case, procedure, facts),
        correctable=_correctable(uow, row, procedure, facts),
        siblings=tuple(part for part in parts if part.id != case.id),
        not_open=not_open(uow, row, rows),
        unlocks=unlocks(uow, row, rows, outputs_of(uow.connection, row.id)),
        history=dwell.history(uow, row, next(one for one in rows if one.id == case.id)),
        messages=_messages(uow, case),
        flags=happened.flag_texts(uow, row),
        papers=papers.of_case(uow, row, procedure, case.id),
        legal_basis=procedure.legal_basis,
        may_promise_anew=_may_promise_anew(uow, case, own),
        people=people_of(uow, case),
    )


def _may_promise_anew(uow: UnitOfWork, case: CaseRecord, part: CasePart) -> bool:
    """Say whether this officer may give the one new date, or read the one that was given."""
    runs = part.promise.due_at is not None and part.ending is None
    return (runs or part.apology is not None) and not permissions.is_family(uow.actor, case.dossier_facts)


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
