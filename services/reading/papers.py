"""Reading which papers a filing needs and what is attached, for citizens and for officers."""

from collections.abc import Iterable

from services.citizens.drafts import DRAFT, NO_SUCH_DRAFT, as_of_today
from services.evidence import papers, papers_needed
from services.reading.paper_pages import PaperCard, PaperLine, PapersPage, PaperView
from services.unit_of_work import UnitOfWork
from storage import dossiers
from storage import papers as rows_of
from storage.cases import cases_of
from storage.dossiers import DossierRow
from storage.papers import PaperRow
from workflows.errors import NotFound
from workflows.language import Procedure
from workflows.papers import OTHER, OTHER_PAPER, NeededPaper
from workflows.words import Text


def draft_papers(uow: UnitOfWork, slug: str) -> PapersPage:
    """Read the papers of the acting person's draft for a life event.

    Raises:
        NotFound: there is no draft.
    """
    with uow:
        mine = dossiers.dossiers_of(uow.connection, str(uow.actor.files_for))
        drafts = (row for row in mine if row.state == DRAFT and uow.actor.reaches(row.id, row.owner))
        row = next((row for row in drafts if uow.registry.bundle(row.bundle).slug == slug), None)
        if row is None:
            raise NotFound(text=NO_SUCH_DRAFT)
        draft = as_of_today(uow, row)
        return _page(uow, draft, papers_needed.of_draft(uow, draft), None)


def supplement_papers(uow: UnitOfWork, number: str, case_id: str) -> PapersPage:
    """Read the papers by which the acting person may answer a request of one case.

    Raises:
        NotFound: it is not their dossier, or nothing is asked of them there.
    """
    with uow:
        row = dossiers.dossier_by_number(uow.connection, number)
        if row is None or row.owner != uow.actor.personal_id:
            raise NotFound(text=papers.NO_SUCH_PAPER)
        cards = papers_needed.asked_again(uow, row, case_id)
        if not cards:
            raise NotFound(text=papers.NO_SUCH_PAPER)
        return _page(uow, row, cards, case_id)


def paper_view(uow: UnitOfWork, paper_id: str) -> PaperView:
    """Read about one paper for whoever may read it.

    Raises:
        NotFound: there is no such paper for this person.
    """
    with uow:
        row = rows_of.paper(uow.connection, paper_id)
        dossier = dossiers.dossier(uow.connection, row.dossier_id) if row else None
        if row is None or dossier is None or not papers_needed.may_read(uow, uow.actor, row):
            raise NotFound(text=papers.NO_SUCH_PAPER)
        slug = uow.registry.bundle(dossier.bundle).slug
        line = _line(uow, dossier, row, _names(uow, dossier))
        return PaperView(line, slug, dossier.number, _own_case(uow, dossier, row))


def of_case(
    uow: UnitOfWork, dossier: DossierRow, procedure: Procedure, case_id: str
) -> tuple[PaperLine, ...]:
    """List the papers that the officers of one case may read (least data), in the open unit of work."""
    rows = rows_of.papers_of(uow.connection, dossier.id)
    names = _names(uow, dossier)
    return tuple(_line(uow, dossier, row, names) for row in papers_needed.for_case(rows, procedure, case_id))


def _page(uow: UnitOfWork, row: DossierRow, wanted: Iterable[NeededPaper], case_id: str | None) -> PapersPage:
    bundle = uow.registry.bundle(row.bundle)
    there = [one for one in rows_of.papers_of(uow.connection, row.id) if one.case_id == case_id]
    names = _names(uow, row)
    procedures = uow.registry.procedures_of(bundle)
    cards = tuple(
        PaperCard(
            code=paper.code,
            text=paper.text,
            source=paper.source,
            wanted_by=tuple(procedures[code].short for code in paper.wanted_by if code in procedures),
            attached=tuple(_line(uow, row, one, names) for one in there if one.evidence == paper.code),
            sending=uow.new_id(),
        )
        for paper in wanted
    )
    return PapersPage(
        dossier_id=row.id,
        slug=bundle.slug,
        number=row.number,
        case_id=case_id,
        subject=row.subject,
        bundle=bundle.text,
        quiet=bundle.quiet,
        cards=cards,
    )


def _names(uow: UnitOfWork, dossier: DossierRow) -> dict[str, Text]:
    procedures = uow.registry.procedures_of(uow.registry.bundle(dossier.bundle)).values()
    return {
        OTHER: OTHER_PAPER,
        **{paper.code: paper.text for procedure in procedures for paper in procedure.evidence},
    }


def _line(uow: UnitOfWork, dossier: DossierRow, row: PaperRow, names: dict[str, Text]) -> PaperLine:
    return PaperLine(
        id=row.id,
        text=names.get(row.evidence, OTHER_PAPER),
        media=row.media,
        size=row.size,
        pages=row.pages,
        has_picture=row.has_picture,
        digest=row.digest,
        attached_at=row.attached_at,
        removable=uow.actor.reaches(dossier.id, dossier.owner) and papers.removable(uow, dossier, row),
        answers=row.case_id is not None,
    )


def _own_case(uow: UnitOfWork, dossier: DossierRow, row: PaperRow) -> str | None:
    """Name the case from which this officer came; citizens come from where the paper was attached."""
    if not uow.actor.is_officer or uow.actor.acting_for:
        return row.case_id
    mine = [
        case.id
        for case in cases_of(uow.connection, dossier.id)
        if case.office_id == uow.actor.office_id
        and papers_needed.for_case([row], uow.registry.procedure(case.procedure), case.id)
    ]
    return mine[0] if mine else None
