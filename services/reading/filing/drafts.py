"""Reading a declaration that is being filled in: its sections, one section, the answers to check."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from services.citizens.draft_codes import kept_until
from services.citizens.drafts import DRAFT, NO_SUCH_DRAFT, as_of_today, bundle_for
from services.citizens.freezing import raised_flags
from services.evidence import papers_needed
from services.reading.assisting import assisted
from services.reading.fees import FeeSheet, sheet
from services.reading.sources import how_of, words_of
from services.unit_of_work import UnitOfWork
from storage import dossiers, drafts
from storage.dossiers import DossierRow
from workflows import chain
from workflows.bundle import Bundle
from workflows.errors import NoDraft, NotFound
from workflows.forms import answers
from workflows.forms.answers import FieldProblem
from workflows.forms.origins import Origin, Origins, read
from workflows.forms.reuse import Reuse, feeds_of, reuse, section_reuse
from workflows.language import Procedure
from workflows.papers import SECTION as PAPERS
from workflows.questions import Declaration, Question, Section
from workflows.scenarios.common import common_case
from workflows.words import Source, Text

JUST_FILED = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class SectionLine:
    """One section in the task list; `state` is done, started, todo or not-needed-yet."""

    slug: str
    text: Text
    state: str
    number: int


@dataclass(frozen=True, slots=True)
class QuestionLine:
    """One question of a page: to be typed, or shown with where its value came from.

    A `settled` answer was given before the declaration was begun: it is shown, and asked again only
    on the person's wish.
    """

    question: Question
    value: Any
    typed: bool
    source: Text
    feeds: tuple[str, ...]
    settled: bool = False


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
    code: str  # by which the draft is found again, with the phone number once that is typed
    kept_until: datetime
    assisted: Text | None
    papers: tuple[int, int]  # how many are needed by what is answered so far, and how many of these are there

    @property
    def only_papers_missing(self) -> bool:
        """Say whether everything is answered and nothing but papers is missing."""
        return bool(self.problems) and all(problem.section == PAPERS for problem in self.problems)

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
    members: tuple[Text, ...]
    reuse: Reuse


@dataclass(frozen=True, slots=True)
class CheckPage:
    """All answers before submitting, by section, with what the rules say about them."""

    draft: DraftPage
    sections: tuple[tuple[Section, tuple[QuestionLine, ...]], ...]
    members: tuple[Text, ...]
    forms: tuple[tuple[str, Text], ...]
    left_out: tuple[tuple[Text, Text], ...]
    flags: tuple[tuple[Text, Source, bool], ...]
    fees: FeeSheet


def draft_page(uow: UnitOfWork, slug: str) -> DraftPage:
    """Read the acting person's draft for a life event.

    Raises:
        NotFound: there is none.
    """
    with uow:
        row = draft_row(uow, slug)
        return _draft(uow, row)


def section_page(uow: UnitOfWork, slug: str, section_slug: str) -> SectionPage:
    """Read one section of the acting person's draft.

    Raises:
        NotFound: there is no draft, or no such section in it.
    """
    with uow:
        row = draft_row(uow, slug)
        declaration = uow.registry.declaration(row.declaration)
        facts = facts_of(uow, row, declaration)
        shown = [s for s in declaration.sections if answers.shown(s, facts)]
        section = next((s for s in shown if s.slug == section_slug), None)
        if section is None:
            raise NotFound(text=NO_SUCH_DRAFT)
        return SectionPage(
            draft=_draft(uow, row),
            section=section,
            number=shown.index(section) + 1,
            lines=_lines(section, facts, read(row.origins)),
            members=tuple(procedure.text for procedure in taking_part(uow, row, facts)),
            reuse=section_reuse(section, facts, [p.code for p in taking_part(uow, row, facts)]),
        )


def check_page(uow: UnitOfWork, slug: str) -> CheckPage:
    """Read everything that would be submitted.

    Raises:
        NotFound: there is no draft.
    """
    with uow:
        row = draft_row(uow, slug)
        declaration = uow.registry.declaration(row.declaration)
        facts = facts_of(uow, row, declaration)
        bundle = uow.registry.bundle(row.bundle)
        part = [member.code for member in chain.order(bundle, facts)]
        procedures = uow.registry.procedures_of(bundle)
        return CheckPage(
            draft=_draft(uow, row),
            sections=tuple(
                (section, _lines(section, facts, read(row.origins)))
                for section in declaration.sections
                if answers.shown(section, facts)
            ),
            members=tuple(procedures[code].text for code in part),
            forms=tuple((code, separate_form(declaration, procedures[code])) for code in part),
            left_out=tuple(
                (procedures[member.code].short, member.why_not)
                for member in bundle.members
                if member.code not in part and member.why_not
            ),
            flags=tuple((f.text, f.source, f.refuses) for f in raised_flags(bundle, facts)),
            fees=sheet(uow, row, bundle, facts),
        )


def promised_procedures(uow: UnitOfWork, slug: str) -> tuple[Bundle, tuple[Text, ...], Reuse]:
    """Return a life event's bundle in force, its procedures' names, and what one declaration saves.

    The count is that of the common case: the family of the life event's story.
    """
    with uow:
        bundle = bundle_for(uow, slug)
        declaration = uow.registry.declaration(bundle.declaration)
        procedures = uow.registry.procedures_of(bundle)
        today = uow.context.calendar().local_date(uow.now)
        usual = common_case(bundle, declaration, today)
        part = [procedures[member.code].code for member in chain.order(bundle, usual)]
        return (
            bundle,
            tuple(procedure.text for procedure in procedures.values()),
            reuse(declaration, usual, part),
        )


def open_slugs(uow: UnitOfWork) -> tuple[str, ...]:
    """List the life events that can be declared today."""
    with uow:
        today = uow.context.calendar().local_date(uow.now)
        return tuple(bundle.slug for bundle in uow.registry.bundles_in_force(today))


def draft_row(uow: UnitOfWork, slug: str) -> DossierRow:
    """Find the acting person's draft for a life event, under the version in force today.

    Raises:
        NotFound: there is none.
    """
    for row in dossiers.dossiers_of(uow.connection, str(uow.actor.files_for)):
        mine = row.state == DRAFT and uow.actor.reaches(row.id, row.owner)
        if mine and uow.registry.bundle(row.bundle).slug == slug:
            return as_of_today(uow, row)
    raise NoDraft(text=NO_SUCH_DRAFT)


def just_filed(uow: UnitOfWork, slug: str) -> str | None:
    """Return the number under which the acting person filed for a life event within the last day."""
    with uow:
        for row in dossiers.dossiers_of(uow.connection, str(uow.actor.personal_id)):
            recent = row.submitted_at is not None and uow.now - row.submitted_at < JUST_FILED
            if recent and uow.registry.bundle(row.bundle).slug == slug:
                return row.number
    return None


def facts_of(uow: UnitOfWork, row: DossierRow, declaration: Declaration) -> dict[str, Any]:
    """Return the answers of a draft with what follows from them today."""
    today = uow.context.calendar().local_date(uow.now)
    return answers.completed(declaration, row.answers, filed_on=today)


def taking_part(uow: UnitOfWork, row: DossierRow, facts: Mapping[str, Any]) -> tuple[Procedure, ...]:
    """List the procedures that surely take part with what was answered so far."""
    bundle = uow.registry.bundle(row.bundle)
    procedures = uow.registry.procedures_of(bundle)
    return tuple(procedures[member.code] for member in chain.order(bundle, facts))


def separate_form(declaration: Declaration, procedure: Procedure) -> Text:
    """Return the name of the form that a procedure has when it is filed alone, as far as it is known."""
    form = declaration.form_of(procedure.code)
    return form.text if form else procedure.text


def _draft(uow: UnitOfWork, row: DossierRow) -> DraftPage:
    declaration = uow.registry.declaration(row.declaration)
    bundle = uow.registry.bundle(row.bundle)
    facts = facts_of(uow, row, declaration)
    papers = papers_needed.needed(uow, bundle, facts)
    lacking = papers_needed.lacking(uow, row.id, papers)
    problems = (*answers.missing(declaration, facts), *lacking)
    sections = tuple(_section_lines(declaration, facts, problems))
    return DraftPage(
        id=row.id,
        slug=bundle.slug,
        bundle=bundle,
        subject=row.subject,
        saved_at=row.saved_at,
        sections=sections,
        done=sum(line.state == "done" for line in sections),
        reuse=reuse(declaration, facts, [p.code for p in taking_part(uow, row, facts)]),
        problems=problems,
        code=drafts.code_of(uow.connection, row.id) or "",
        kept_until=kept_until(row),
        assisted=assisted(uow, row),
        papers=(len(papers), len(papers) - len(lacking)),
    )


def _section_lines(
    declaration: Declaration, facts: Mapping[str, Any], problems: tuple[FieldProblem, ...]
) -> list[SectionLine]:
    open_ = {problem.section for problem in problems}
    lines = []
    for number, section in enumerate((s for s in declaration.sections if answers.shown(s, facts)), start=1):
        started = any(line.typed and line.value is not None for line in _lines(section, facts, {}))
        state = ("started" if started else "todo") if section.code in open_ else "done"
        lines.append(SectionLine(section.slug, section.text, state, number))
    return lines


def _lines(section: Section, facts: Mapping[str, Any], origins: Origins) -> tuple[QuestionLine, ...]:
    return tuple(
        line_of(question, facts, origins.get(question.fact))
        for question in section.questions
        if answers.shown(question, facts)
    )


def line_of(question: Question, facts: Mapping[str, Any], origin: Origin | None) -> QuestionLine:
    """Return one question with its value, and in words where that came from."""
    typed, value = answers.asked(question, facts), facts.get(question.fact)
    settled = typed and value is not None and origin is not None and origin.via is not None
    source = words_of(origin, how_of(question, facts, origin))
    return QuestionLine(question, value, typed, source, tuple(feeds_of(question)), settled)
