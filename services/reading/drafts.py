"""Reading a declaration that is being filled in: its sections, one section, the answers to check."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from services import declarations
from services.reading.casework import SOURCES
from services.unit_of_work import UnitOfWork
from storage import dossiers
from storage.dossiers import DossierRow
from workflows import chain
from workflows.conditions import holds_safely
from workflows.errors import NotFound
from workflows.forms import answers
from workflows.forms.answers import FieldProblem
from workflows.forms.reuse import Reuse, feeds_of, reuse, section_reuse
from workflows.language import Bundle, Fee
from workflows.questions import Declaration, How, Question, Section
from workflows.words import Source, Text


@dataclass(frozen=True, slots=True)
class SectionLine:
    """One section in the task list; `state` is done, started, todo or not-needed-yet."""

    slug: str
    text: Text
    state: str
    number: int


@dataclass(frozen=True, slots=True)
class QuestionLine:
    """One question of a page: to be typed, or shown with where its value came from."""

    question: Question
    value: Any
    typed: bool
    source: Text
    feeds: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class DraftPage:
    """A draft as a whole: what is done, what is missing, what it saves."""

    id: str
    slug: str
    bundle: Bundle
    subject: str
    saved_at: datetime
    sections: tuple[SectionLine, ...]
    done: int
    reuse: Reuse
    problems: tuple[FieldProblem, ...]

    def next_section(self) -> str | None:
        """Return the slug of the first section that is not done."""
        return next((line.slug for line in self.sections if line.state != "done"), None)


@dataclass(frozen=True, slots=True)
class SectionPage:
    """One section with its questions."""

    draft: DraftPage
    section: Section
    number: int
    lines: tuple[QuestionLine, ...]
    reuse: Reuse


@dataclass(frozen=True, slots=True)
class CheckPage:
    """All answers before submitting, by section, with what the rules say about them."""

    draft: DraftPage
    sections: tuple[tuple[Section, tuple[QuestionLine, ...]], ...]
    members: tuple[Text, ...]
    left_out: tuple[tuple[Text, Text], ...]
    flags: tuple[tuple[Text, Source, bool], ...]
    fees: tuple[Fee, ...]


def draft_page(uow: UnitOfWork, slug: str) -> DraftPage:
    """Read the acting person's draft for a life event.

    Raises:
        NotFound: there is none.
    """
    with uow:
        row = _row(uow, slug)
        return _draft(uow, row)


def section_page(uow: UnitOfWork, slug: str, section_slug: str) -> SectionPage:
    """Read one section of the acting person's draft.

    Raises:
        NotFound: there is no draft, or no such section in it.
    """
    with uow:
        row = _row(uow, slug)
        declaration = uow.registry.declaration(row.declaration)
        facts = _facts(uow, row, declaration)
        shown = [s for s in declaration.sections if answers.shown(s, facts)]
        section = next((s for s in shown if s.slug == section_slug), None)
        if section is None:
            raise NotFound(text=declarations.NO_SUCH_DRAFT)
        return SectionPage(
            draft=_draft(uow, row),
            section=section,
            number=shown.index(section) + 1,
            lines=_lines(section, facts),
            reuse=section_reuse(section, facts, _codes(uow, row)),
        )


def check_page(uow: UnitOfWork, slug: str) -> CheckPage:
    """Read everything that would be submitted.

    Raises:
        NotFound: there is no draft.
    """
    with uow:
        row = _row(uow, slug)
        declaration = uow.registry.declaration(row.declaration)
        facts = _facts(uow, row, declaration)
        bundle = uow.registry.bundle(row.bundle)
        part = [member.code for member in chain.order(bundle, facts)]
        procedures = uow.registry.procedures_of(bundle)
        return CheckPage(
            draft=_draft(uow, row),
            sections=tuple((s, _lines(s, facts)) for s in declaration.sections if answers.shown(s, facts)),
            members=tuple(procedures[code].text for code in part),
            left_out=tuple(
                (procedures[member.code].short, member.why_not)
                for member in bundle.members
                if member.code not in part and member.why_not
            ),
            flags=tuple((f.text, f.source, f.refuses) for f in declarations.raised_flags(bundle, facts)),
            fees=tuple(
                fee for code in part for fee in procedures[code].fees if holds_safely(fee.when, facts)
            ),
        )


def promised_procedures(uow: UnitOfWork, slug: str) -> tuple[Bundle, tuple[Text, ...], Reuse]:
    """Return a life event's bundle in force, its procedures' names, and what one declaration saves.

    The count is that of an empty declaration: the questions that everybody gets.
    """
    with uow:
        bundle = declarations.bundle_for(uow, slug)
        procedures = uow.registry.procedures_of(bundle)
        declaration = uow.registry.declaration(bundle.declaration)
        counted = reuse(declaration, {}, [procedure.code for procedure in procedures.values()])
        return bundle, tuple(procedure.text for procedure in procedures.values()), counted


def open_slugs(uow: UnitOfWork) -> tuple[str, ...]:
    """List the life events that can be declared today."""
    with uow:
        today = uow.context.calendar().local_date(uow.now)
        return tuple(bundle.slug for bundle in uow.registry.bundles_in_force(today))


def _row(uow: UnitOfWork, slug: str) -> DossierRow:
    for row in dossiers.dossiers_of(uow.connection, str(uow.actor.personal_id)):
        if row.state == declarations.DRAFT and uow.registry.bundle(row.bundle).slug == slug:
            return declarations.as_of_today(uow, row)
    raise NotFound(text=declarations.NO_SUCH_DRAFT)


def _facts(uow: UnitOfWork, row: DossierRow, declaration: Declaration) -> dict[str, Any]:
    today = uow.context.calendar().local_date(uow.now)
    return answers.completed(declaration, row.answers, filed_on=today)


def _codes(uow: UnitOfWork, row: DossierRow) -> list[str]:
    return [p.code for p in uow.registry.procedures_of(uow.registry.bundle(row.bundle)).values()]


def _draft(uow: UnitOfWork, row: DossierRow) -> DraftPage:
    declaration = uow.registry.declaration(row.declaration)
    bundle = uow.registry.bundle(row.bundle)
    facts = _facts(uow, row, declaration)
    problems = answers.missing(declaration, facts)
    sections = tuple(_section_lines(declaration, facts, problems))
    return DraftPage(
        id=row.id,
        slug=bundle.slug,
        bundle=bundle,
        subject=row.subject,
        saved_at=row.saved_at,
        sections=sections,
        done=sum(line.state == "done" for line in sections),
        reuse=reuse(declaration, facts, _codes(uow, row)),
        problems=problems,
    )


def _section_lines(
    declaration: Declaration, facts: Mapping[str, Any], problems: tuple[FieldProblem, ...]
) -> list[SectionLine]:
    open_ = {problem.section for problem in problems}
    lines = []
    for number, section in enumerate((s for s in declaration.sections if answers.shown(s, facts)), start=1):
        started = any(line.typed and line.value is not None for line in _lines(section, facts))
        state = ("started" if started else "todo") if section.code in open_ else "done"
        lines.append(SectionLine(section.slug, section.text, state, number))
    return lines


def _lines(section: Section, facts: Mapping[str, Any]) -> tuple[QuestionLine, ...]:
    return tuple(
        QuestionLine(
            question,
            facts.get(question.fact),
            answers.asked(question, facts),
            _source(question, facts),
            tuple(feeds_of(question)),
        )
        for question in section.questions
        if answers.shown(question, facts)
    )


def _source(question: Question, facts: Mapping[str, Any]) -> Text:
    """Say where a value came from; what a register lacked was typed."""
    return SOURCES[How.TYPED if answers.asked(question, facts) else question.how]
