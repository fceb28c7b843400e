"""What an officer may ask for in a supplement, and what the requester answers."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from services import progress
from services.access.actors import Actor
from services.access.permissions import NO_FILE
from services.reading.filing.drafts import QuestionLine
from services.reading.following.tracking import own_page
from services.reading.pages import Asked, CasePart, DossierPage
from services.reading.sources import SOURCES
from services.reading.waiting import FACT, PAPER
from services.unit_of_work import Context, UnitOfWork
from storage import dossiers
from storage.cases import look_at_case
from workflows.errors import NotFound
from workflows.forms.answers import asked, shown_questions
from workflows.papers import OTHER, answering
from workflows.questions import How, Question
from workflows.words import Kind, Text


@dataclass(frozen=True, slots=True)
class Askable:
    """One line of the officer's list: a question that was typed, or a paper; `code` is what is kept."""

    code: str
    text: Text
    paper: bool
    value: Any
    question: Question | None

    @property
    def kind(self) -> Kind:
        """Say what sort of value was declared; a paper has only a name."""
        return self.question.kind if self.question else Kind.TEXT


def askable(uow: UnitOfWork, case_id: str) -> tuple[Askable, ...]:
    """List what the office of a case may ask for: the answers it may see, and the papers it looks at.

    Raises:
        NotFound: there is no such case at the acting officer's office.
    """
    with uow:
        case = look_at_case(uow.connection, case_id) if uow.actor.is_officer else None
        row = dossiers.dossier(uow.connection, case.dossier_id) if case else None
        if case is None or row is None or case.office_id != uow.actor.office_id:
            raise NotFound(text=NO_FILE)
        procedure = uow.registry.procedure(case.procedure)
        facts = progress.facts_of(case, procedure)
        seen = {needed.fact for needed in procedure.inputs}
        questions = shown_questions(uow.registry.declaration(row.declaration), facts)
        fields = [q for _, q in questions if q.fact in seen and asked(q, facts)]
        papers = [paper for paper in answering(procedure, facts) if paper.code != OTHER]
        return (
            *(Askable(f"{FACT}{q.fact}", q.text, False, facts.get(q.fact), q) for q in fields),
            *(Askable(f"{PAPER}{e.code}", e.text, True, None, None) for e in papers),
        )


@dataclass(frozen=True, slots=True)
class SupplementPage:
    """The page that answers a request: only what is asked for, and what is known of it now."""

    dossier: DossierPage
    part: CasePart
    lines: tuple[QuestionLine, ...]
    papers: tuple[Asked, ...]
    in_words: tuple[Asked, ...]


def supplement_page(
    context: Context, actor: Actor, number: str, case_id: str, further: Iterable[Question] = ()
) -> SupplementPage:
    """Read the page that answers the request of a case; `further` are questions that new answers led to.

    Raises:
        NotFound: the dossier is not this person's.
    """
    page = own_page(context.reading(actor), number)
    part = next((one for one in page.cases if one.id == case_id), None)
    if part is None or not page.mine:
        raise NotFound(text=NO_FILE)
    with context.reading(actor) as uow:
        row = dossiers.dossier(uow.connection, page.id)
        facts = dict(row.facts) if row else {}
        wanted = [one.fact for one in part.asked if one.fact] + [question.fact for question in further]
        found = {q.fact: q for q in uow.registry.declaration(row.declaration).questions()} if row else {}
    lines = tuple(
        QuestionLine(found[fact], facts.get(fact), True, SOURCES[How.TYPED], ())
        for fact in dict.fromkeys(wanted)
    )
    return SupplementPage(
        page,
        part,
        lines,
        tuple(one for one in part.asked if one.paper),
        tuple(one for one in part.asked if one.fact is None and one.paper is None),
    )
