"""Reading one of the separate forms (tờ khai riêng) as the one declaration fills it."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from services.citizens.drafts import NO_SUCH_DRAFT
from services.reading.filing.drafts import (
    QuestionLine,
    draft_row,
    facts_of,
    line_of,
    separate_form,
    taking_part,
)
from services.reading.pages import FactLine
from services.reading.sources import SOURCES, how_of, words_of
from services.unit_of_work import UnitOfWork
from storage import dossiers
from storage.dossiers import DossierRow
from workflows.bundle import Bundle
from workflows.conditions import Facts
from workflows.errors import NotFound
from workflows.forms.answers import shown, shown_questions
from workflows.forms.origins import Origins, read
from workflows.forms.reuse import feeds_of
from workflows.language import Procedure
from workflows.questions import Declaration, How, SeparateForm
from workflows.words import Text


@dataclass(frozen=True, slots=True)
class PreviewLine:
    """One answer on a separate form, and how many of its boxes it fills."""

    line: QuestionLine
    boxes: int


@dataclass(frozen=True, slots=True)
class Preview:
    """A separate form as far as it is filled.

    `parts` are its answers by page of the declaration, `besides` what the procedure gets without a box
    of its own, `later` what an earlier result fills in by itself.
    """

    slug: str
    procedure: Text
    title: Text
    form: SeparateForm | None
    parts: tuple[tuple[Text, tuple[PreviewLine, ...]], ...]
    besides: tuple[FactLine, ...]
    later: tuple[Text, ...]
    boxes: int
    others: tuple[tuple[str, Text, bool], ...]


@dataclass(frozen=True, slots=True)
class Declared:
    """What was declared in a dossier, each with where it came from."""

    slug: str
    number: str
    subject: str
    parts: tuple[tuple[Text, tuple[QuestionLine, ...]], ...]


def preview(uow: UnitOfWork, slug: str, code: str) -> Preview:
    """Read the separate form of one procedure that takes part.

    Raises:
        NotFound: there is no draft, or this procedure takes no part in it.
    """
    with uow:
        row = draft_row(uow, slug)
        declaration = uow.registry.declaration(row.declaration)
        facts = facts_of(uow, row, declaration)
        part = taking_part(uow, row, facts)
        procedure = next((one for one in part if one.code == code), None)
        if procedure is None:
            raise NotFound(text=NO_SUCH_DRAFT)
        bundle = uow.registry.bundle(row.bundle)
        parts = tuple(_parts(declaration, facts, read(row.origins), code))
        fed = {one.line.question.fact for _, lines in parts for one in lines}
        return Preview(
            slug=slug,
            procedure=procedure.text,
            title=separate_form(declaration, procedure),
            form=declaration.form_of(code),
            parts=parts,
            besides=tuple(_besides(uow, bundle, procedure, (facts, read(row.origins)), fed)),
            later=tuple(_later(uow, bundle, procedure)),
            boxes=sum(one.boxes for _, lines in parts for one in lines),
            others=tuple((one.code, separate_form(declaration, one), one.code == code) for one in part),
        )


def declared(uow: UnitOfWork, number: str) -> Declared:
    """Read what the acting person declared in a dossier of theirs.

    Raises:
        NotFound: there is no such dossier of this person.
    """
    with uow:
        row = dossiers.dossier_by_number(uow.connection, number)
        if row is None or row.owner != uow.actor.personal_id:
            raise NotFound(text=NO_SUCH_DRAFT)
        declaration = uow.registry.declaration(row.declaration)
        return Declared(
            slug=uow.registry.bundle(row.bundle).slug,
            number=number,
            subject=row.subject,
            parts=tuple(_answers(declaration, row)),
        )


def _answers(declaration: Declaration, row: DossierRow) -> Iterator[tuple[Text, tuple[QuestionLine, ...]]]:
    origins = read(row.origins)
    for section in declaration.sections:
        lines = tuple(
            line_of(question, row.facts, origins.get(question.fact))
            for question in section.questions
            if shown(question, row.facts) and row.facts.get(question.fact) is not None
        )
        if shown(section, row.facts) and lines:
            yield section.text, lines


def _parts(
    declaration: Declaration, facts: Mapping[str, Any], origins: Origins, code: str
) -> Iterator[tuple[Text, tuple[PreviewLine, ...]]]:
    """Yield the answers that feed the form, page by page; what is missing leaves its boxes empty."""
    for section in declaration.sections:
        if not shown(section, facts):
            continue
        lines = tuple(
            PreviewLine(line_of(question, facts, origins.get(question.fact)), feeds_of(question)[code])
            for question in section.questions
            if shown(question, facts) and code in feeds_of(question)
        )
        if lines:
            yield section.text, lines


def _besides(
    uow: UnitOfWork, bundle: Bundle, procedure: Procedure, draft: tuple[Facts, Origins], fed: set[str]
) -> Iterator[FactLine]:
    """Yield what the procedure gets beyond the boxes of the form that are known."""
    facts, origins = draft
    asked = shown_questions(uow.registry.declaration(bundle.declaration), facts)
    questions = {question.fact: question for _, question in asked}
    for needed in procedure.inputs:
        label = uow.registry.label(bundle, needed.fact)
        if needed.fact in fed or facts.get(needed.fact) is None or label.vi == needed.fact:
            continue
        question = questions.get(needed.fact)
        origin = origins.get(needed.fact)
        source = words_of(origin, how_of(question, facts, origin)) if question else SOURCES[How.AUTOMATIC]
        yield FactLine(needed.fact, label, needed.kind, facts[needed.fact], source, question)


def _later(uow: UnitOfWork, bundle: Bundle, procedure: Procedure) -> Iterator[Text]:
    """Yield what an earlier result of the bundle fills in, with the result it comes from."""
    needed = {one.fact for one in procedure.inputs}
    for member in uow.registry.procedures_of(bundle).values():
        for output in member.outputs:
            for item in output.items:
                if f"{output.code}.{item.code}" in needed:
                    yield Text(
                        vi=f"{output.text.vi}: {_small(item.text.vi)}",
                        en=f"{output.text.en}: {_small(item.text.en)}",
                    )


def _small(words: str) -> str:
    return f"{words[:1].lower()}{words[1:]}"
