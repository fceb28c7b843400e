"""What papers a dossier needs and has, inside the unit of work of whoever asks."""

from collections.abc import Iterable
from typing import Any

from services.access.actors import Actor
from services.citizens.drafts import DRAFT
from services.unit_of_work import UnitOfWork
from storage import dossiers, papers
from storage.cases import cases_of
from storage.dossiers import DossierRow
from storage.papers import PaperRow
from workflows import papers as rules
from workflows.bundle import Bundle
from workflows.conditions import Facts
from workflows.forms import answers
from workflows.forms.problems import FieldProblem
from workflows.language import Procedure
from workflows.papers import NeededPaper
from workflows.vocabulary import Waits


def of_draft(uow: UnitOfWork, draft: DossierRow) -> tuple[NeededPaper, ...]:
    """List the papers that a draft needs by the answers it has so far."""
    declaration = uow.registry.declaration(draft.declaration)
    today = uow.context.calendar().local_date(uow.now)
    facts = answers.completed(declaration, draft.answers, filed_on=today)
    return needed(uow, uow.registry.bundle(draft.bundle), facts)


def needed(uow: UnitOfWork, bundle: Bundle, facts: Facts) -> tuple[NeededPaper, ...]:
    """List the papers that a filing of this bundle needs for these facts."""
    return rules.needed(bundle, uow.registry.procedures_of(bundle), facts)


def lacking(uow: UnitOfWork, dossier_id: str, wanted: tuple[NeededPaper, ...]) -> tuple[FieldProblem, ...]:
    """Say of each needed paper that is not attached yet what to do about it."""
    if not wanted:
        return ()
    return rules.missing(wanted, (row.evidence for row in papers.papers_of(uow.connection, dossier_id)))


def freeze(uow: UnitOfWork, dossier_id: str, wanted: tuple[NeededPaper, ...]) -> list[str]:
    """Drop what later answers made needless (least data); return the SHA-256 of each paper that stays."""
    codes = {paper.code for paper in wanted}
    rows = papers.papers_of(uow.connection, dossier_id)
    needless = [row.id for row in rows if row.evidence not in codes]
    if needless:
        papers.remove(uow.connection, needless)
        uow.record("paper-removed", dossier_id=dossier_id, data={"papers": needless})
    return [row.digest for row in rows if row.evidence in codes]


def for_case(rows: Iterable[PaperRow], procedure: Procedure, case_id: str) -> list[PaperRow]:
    """Keep the papers that the officers of one case may read: what its procedure wants, what it asked for."""
    return [
        row
        for row in rows
        if row.case_id == case_id or (row.case_id is None and rules.wants(procedure, row.evidence))
    ]


def may_read(uow: UnitOfWork, actor: Actor, row: PaperRow) -> bool:
    """Say whether somebody may read a paper: who files, or an office with a case that rests on it."""
    dossier = dossiers.dossier(uow.connection, row.dossier_id)
    if dossier is None:
        return False
    if actor.acting_for is not None:
        return dossier.state == DRAFT and actor.reaches(dossier.id, dossier.owner)
    if not actor.is_officer:
        return actor.reaches(dossier.id, dossier.owner)
    return any(
        case.office_id == actor.office_id and for_case([row], uow.registry.procedure(case.procedure), case.id)
        for case in cases_of(uow.connection, row.dossier_id)
    )


def asked_again(uow: UnitOfWork, dossier: DossierRow, case_id: str) -> tuple[NeededPaper, ...]:
    """List the papers that may answer a case's request; none when it does not wait for the citizen."""
    case = next((c for c in cases_of(uow.connection, dossier.id) if c.id == case_id), None)
    if case is None or case.ending is not None or case.waits_for != Waits.CITIZEN.value:
        return ()
    facts: dict[str, Any] = {**dossier.facts, **case.facts}
    ticked = str(case.facts.get("supplement.codes", ""))
    return rules.answering(uow.registry.procedure(case.procedure), facts, ticked)
