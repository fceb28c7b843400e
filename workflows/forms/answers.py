"""What the inputs of one page become, what is still missing, and what no longer counts."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from workflows.conditions import Facts, holds, holds_safely
from workflows.errors import FactMissing
from workflows.forms.derived import completed, derive
from workflows.forms.doubts import doubts
from workflows.forms.fetched import NUMBER_ITSELF, asked, resting_on
from workflows.forms.kinds import Value, as_typed, parse, parse_all
from workflows.forms.lists import FixedLists, Lists
from workflows.forms.people import strangers
from workflows.forms.problems import FieldProblem, unanswered, warning
from workflows.questions import Declaration, How, Question, Section
from workflows.words import Kind, text

__all__ = [
    "FieldProblem", "FixedLists", "Lists", "Reading", "Value", "as_typed", "asked", "completed", "derive",
    "missing", "parse", "prune", "read_section", "shown", "shown_questions",
]  # fmt: skip


@dataclass(frozen=True, slots=True)
class Reading:
    """What one page said: the values, what is wrong, what is strange, and the facts it takes back."""

    values: Mapping[str, Value]
    problems: tuple[FieldProblem, ...]
    warnings: tuple[FieldProblem, ...]
    cleared: frozenset[str]

    def applied_to(self, known: Facts) -> dict[str, Any]:
        """Return the known facts with this page's answers in the place of its former ones."""
        return {fact: value for fact, value in known.items() if fact not in self.cleared} | dict(self.values)


def shown(part: Question | Section, facts: Facts) -> bool:
    """Say whether a question or page applies; while a fact it asks for is missing, it does not."""
    return holds_safely(part.when, facts)


def shown_questions(declaration: Declaration, facts: Facts) -> tuple[tuple[Section, Question], ...]:
    """List every question that applies, with its page; `facts` are complete with what is derived."""
    return tuple(
        (section, question)
        for section in declaration.sections
        if shown(section, facts)
        for question in section.questions
        if shown(question, facts)
    )


def read_section(
    declaration: Declaration,
    section: Section,
    raw: Mapping[str, str],
    known: Facts,
    *,
    today: date,
    lists: Lists,
) -> Reading:
    """Read one page: all its problems at once, and only the questions that the new answers leave open.

    Questions are read in their order, so each may depend on those before it. Whatever
    else was sent is ignored; identity, register and derived facts cannot be typed over.
    """
    page = _Page(declaration, section, known, today)
    for question in section.questions:
        if not page.shows(question):
            continue
        if not asked(question, page.facts):
            page.keep(question)
            continue
        value, problems = parse_all(question, raw, today=today, lists=lists)
        if question.kind is Kind.PEOPLE:
            problems += strangers(question, raw, page.facts)
        page.answer(question, None if problems else value, problems)
    return page.reading()


def missing(declaration: Declaration, facts: Facts) -> tuple[FieldProblem, ...]:
    """List every necessary question that applies and has no answer yet, with its page.

    `facts` are complete with what is derived. What a register should supply is missing
    too; the person then gives the number, looks it up again, or types it.
    """
    lacking = [
        (section, question)
        for section, question in shown_questions(declaration, facts)
        if question.required and question.how is not How.AUTOMATIC and not _has(facts, question.fact)
    ]
    numbers = {question.fact for _, question in lacking}
    return tuple(
        _missing(section, question, facts)
        for section, question in lacking
        if asked(question, facts) or question.fetched_by not in numbers
    )


def prune(declaration: Declaration, facts: Facts, *, filed_on: date) -> dict[str, Any]:
    """Return the facts without the answers to questions that no longer apply, derived anew.

    Dropping one answer can close the next question, so it goes on until nothing changes.
    Who the person is stays: it is not an answer to a question.
    """
    kept = completed(declaration, facts, filed_on=filed_on)
    while gone := _closed(declaration, kept):
        left = {fact: value for fact, value in kept.items() if fact not in gone}
        kept = completed(declaration, left, filed_on=filed_on)
    return kept


class _Page:
    """A page while it is being read: what is known so far, and what was found."""

    def __init__(self, declaration: Declaration, section: Section, known: Facts, today: date) -> None:
        self._declaration, self._section, self._known, self._today = declaration, section, known, today
        # A fact that another page can supply as well is this page's only once it is answered here.
        elsewhere = {q.fact for other in declaration.sections if other != section for q in other.questions}
        here = {q.fact for q in section.questions if q.how in (How.TYPED, How.REGISTER)}
        self._own = here - elsewhere
        self._lost: set[str] = set()
        self._kept: dict[str, Any] = {}
        self._values: dict[str, Value] = {}
        self._answered: list[Question] = []
        self._problems: list[FieldProblem] = []

    @property
    def facts(self) -> dict[str, Any]:
        """What is known when the next question comes, the former answers of this page left out."""
        gone = self._own | self._lost
        rest = {fact: value for fact, value in self._known.items() if fact not in gone}
        return completed(self._declaration, {**rest, **self._kept, **self._values}, filed_on=self._today)

    def shows(self, question: Question) -> bool:
        """Say whether the question applies; a fact that was just answered is not asked once more."""
        if any(question.fact == other.fact for other in self._answered):
            return False
        return shown(self._section, self.facts) and shown(question, self.facts)

    def keep(self, question: Question) -> None:
        """Let a fetched fact stand as it is."""
        value = self._known.get(question.fact)
        if question.fact in self._own - self._lost and value is not None:
            self._kept[question.fact] = value

    def answer(self, question: Question, value: Value | None, problems: tuple[FieldProblem, ...]) -> None:
        """Take what was typed; another number makes everything fetched with the former one void."""
        self._answered.append(question)
        self._own.add(question.fact)
        if value is not None:
            self._values[question.fact] = value
        elif question.required and not problems:
            problems = (unanswered(question),)
        self._problems += (problem.model_copy(update={"section": self._section.code}) for problem in problems)
        if value != self._known.get(question.fact):
            self._forget(resting_on(self._declaration, {question.fact}))

    def reading(self) -> Reading:
        before = {fact for fact in self._own if self._known.get(fact) is not None}
        self._forget(resting_on(self._declaration, before - self.facts.keys()))
        strange = (*doubts(self._answered, self.facts, today=self._today), *self._left_blank())
        return Reading(
            values=self._values,
            problems=tuple(self._problems),
            warnings=tuple(one.model_copy(update={"section": self._section.code}) for one in strange),
            cleared=frozenset((self._own - self._kept.keys()) | self._lost),
        )

    def _left_blank(self) -> tuple[FieldProblem, ...]:
        """Ask back about what was left out where the form says that this means something."""
        wrong = {problem.fact for problem in self._problems}
        return tuple(
            warning(question, question.blank)
            for question in self._answered
            if question.blank and question.fact not in wrong and question.fact not in self._values
        )

    def _forget(self, facts: frozenset[str]) -> None:
        self._lost |= facts
        self._kept = {fact: value for fact, value in self._kept.items() if fact not in facts}
        self._values = {fact: value for fact, value in self._values.items() if fact not in facts}


def _closed(declaration: Declaration, facts: Facts) -> set[str]:
    """Name the first fact whose question no longer applies, and what was fetched with it."""
    open_ = {question.fact for _, question in shown_questions(declaration, facts)}
    for question in declaration.questions():
        answer = question.how in (How.TYPED, How.REGISTER) and question.fact in facts
        if answer and (question.fact not in open_ or _another_persons(question, facts)):
            return {question.fact, *resting_on(declaration, {question.fact})}
    return set()


def _another_persons(question: Question, facts: Facts) -> bool:
    """Say whether a number stands in the place of another person's.

    The number of somebody who has signed in is taken over, not typed. While that person is the one
    asked for it must be this number, and when it is somebody else it cannot be.
    """
    if question.record_item != NUMBER_ITSELF or question.fetched_by is None:
        return False
    try:
        same_person = holds(question.when, facts)
    except FactMissing:
        return False
    return (facts[question.fact] == facts.get(question.fetched_by)) is not same_person


def _has(facts: Facts, fact: str) -> bool:
    return facts.get(fact) not in (None, "", [], ())


def _missing(section: Section, question: Question, facts: Facts) -> FieldProblem:
    if question.how is not How.REGISTER or asked(question, facts):
        return unanswered(question, section=section.code)
    number = question.fetched_by or ""
    if _has(facts, number):
        return unanswered(question, section=section.code, why=_LOOK_UP_AGAIN, field=question.fact)
    return unanswered(question, section=section.code, why=_GIVE_NUMBER, field=number)


_LOOK_UP_AGAIN = text(
    "Chưa lấy được từ cơ sở dữ liệu. Hãy mở phần này và lưu lại để tra lần nữa.",
    "Not fetched from the register yet. Open this page and save it once more to look it up.",
)
_GIVE_NUMBER = text(
    "Chưa tra được vì còn thiếu số để tra. Hãy điền số đó.",
    "Not looked up, since the number to find it by is missing. Enter that number.",
)
