"""Reading what comes before a declaration: its few first questions, the choice, and what follows from both.

Nobody is signed in yet and nothing is stored here: the answers travel with the person.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from services.citizens.drafts import NO_SUCH_DRAFT, bundle_for
from services.citizens.freezing import raised_flags
from services.money import fees
from services.unit_of_work import UnitOfWork
from workflows import chain, papers
from workflows.bundle import Bundle
from workflows.conditions import holds_safely
from workflows.errors import NotFound
from workflows.fees import Line
from workflows.forms import suitability
from workflows.forms.answers import Lists, completed, shown
from workflows.forms.fetched import asked
from workflows.forms.kinds import as_typed, parse_all
from workflows.forms.problems import FieldProblem, unanswered
from workflows.forms.reuse import Reuse, reuse
from workflows.language import Deadline
from workflows.questions import Declaration, Question, Section
from workflows.scenarios.common import common_case
from workflows.words import Kind, Source, Text

NUMBERS = (Kind.PERSONAL_ID, Kind.BIRTH_NOTICE)


@dataclass(frozen=True, slots=True)
class Consequence:
    """What choosing one answer means: the procedures, the time, the questions and the papers."""

    value: str
    text: Text
    hint: Text | None
    members: tuple[Text, ...]
    deadline: Deadline | None
    asked: int
    papers: tuple[Text, ...]


@dataclass(frozen=True, slots=True)
class FirstQuestion:
    """One of the questions before a declaration; `consequences` stand with the choice of procedures."""

    bundle: Bundle
    about: Text
    question: Question
    number: int
    count: int
    before: int | None
    value: Any
    consequences: tuple[Consequence, ...]


@dataclass(frozen=True, slots=True)
class Verdict:
    """What follows from the first answers: what is linked, cost and time, what to have at hand.

    What hangs on answers still to come, the `fees` and the `numbers`, is that of the common case.
    """

    bundle: Bundle
    answered: tuple[tuple[int, Question, Any], ...]
    suitable: bool
    remarks: tuple[tuple[Text, Source, bool], ...]
    members: tuple[Text, ...]
    left_out: tuple[tuple[Text, Text], ...]
    open: tuple[Text, ...]
    deadline: Deadline | None
    fees: tuple[Line, ...]
    papers: tuple[Text, ...]
    numbers: tuple[Text, ...]
    reuse: Reuse


def first_question(uow: UnitOfWork, slug: str, number: int, answered: Mapping[str, Any]) -> FirstQuestion:
    """Read one of the first questions by its number.

    Raises:
        NotFound: nothing can be declared at this address today, or there is no such question.
    """
    with uow:
        bundle, declaration = _forms(uow, slug)
        facts = suitability.asked_first(declaration)
        section, question = _place(declaration, number)
        earlier = [place for place in range(1, number) if facts[place - 1] in answered]
        return FirstQuestion(
            bundle=bundle,
            about=section.text,
            question=question,
            number=number,
            count=len(facts),
            before=earlier[-1] if earlier else None,
            value=answered.get(question.fact),
            consequences=tuple(_consequences(uow, bundle, declaration, question, answered))
            if question.fact == declaration.choice
            else (),
        )


def read_answer(
    uow: UnitOfWork,
    lists: Lists,
    slug: str,
    number: int,
    raw: Mapping[str, str],
    answered: Mapping[str, Any],
) -> tuple[dict[str, Any], tuple[FieldProblem, ...], int | None]:
    """Read one answer: the answers with it, what is wrong, and the number of the next question.

    There is no next question when all are answered, or when a rule refuses the filing already.
    """
    with uow:
        bundle, declaration = _forms(uow, slug)
        question = _place(declaration, number)[1]
        today = uow.context.calendar().local_date(uow.now)
        value, problems = parse_all(question, raw, today=today, lists=lists)
        if value is None:
            return dict(answered), problems or (unanswered(question),), number
        now = {**suitability.kept(declaration, answered), question.fact: value}
        if any(flag.refuses for flag in raised_flags(bundle, _facts(uow, declaration, now))):
            return now, (), None
        facts = suitability.asked_first(declaration)
        following = suitability.following(declaration, now, facts[:number], filed_on=today)
        return now, (), facts.index(following) + 1 if following else None


def verdict(uow: UnitOfWork, slug: str, answered: Mapping[str, Any]) -> Verdict:
    """Read what follows from the first answers.

    Raises:
        NotFound: nothing can be declared at this address today.
    """
    with uow:
        bundle, declaration = _forms(uow, slug)
        given = suitability.kept(declaration, answered)
        facts = _facts(uow, declaration, given)
        procedures = uow.registry.procedures_of(bundle)
        part = [member.code for member in chain.order(bundle, facts)]
        flags = raised_flags(bundle, facts)
        out = [m for m in bundle.members if m.code not in part and _decided(m.when, facts)]
        return Verdict(
            bundle=bundle,
            answered=tuple(_answered(declaration, given)),
            suitable=not any(flag.refuses for flag in flags),
            remarks=tuple((flag.text, flag.source, flag.refuses) for flag in flags),
            members=tuple(procedures[code].text for code in part),
            left_out=tuple((procedures[m.code].short, m.why_not) for m in out if m.why_not),
            open=tuple(
                procedures[m.code].text for m in bundle.members if m.code not in part and m not in out
            ),
            deadline=_deadline(bundle, facts),
            fees=fees.assess(uow, bundle, _usual(uow, bundle, declaration, given)).lines,
            papers=_papers(uow, bundle, facts),
            numbers=_numbers(declaration, _usual(uow, bundle, declaration, given)),
            reuse=_counted(uow, bundle, declaration, given),
        )


def answers_of(uow: UnitOfWork, slug: str, answered: Mapping[str, Any]) -> dict[str, Any]:
    """Return what of these answers belongs to the declaration of today."""
    with uow:
        return suitability.kept(_forms(uow, slug)[1], answered)


# --- parts ----------------------------------------------------------------------------------------


def _forms(uow: UnitOfWork, slug: str) -> tuple[Bundle, Declaration]:
    bundle = bundle_for(uow, slug)
    return bundle, uow.registry.declaration(bundle.declaration)


def _place(declaration: Declaration, number: int) -> tuple[Section, Question]:
    facts = suitability.asked_first(declaration)
    if not 1 <= number <= len(facts):
        raise NotFound(text=NO_SUCH_DRAFT)
    return suitability.place_of(declaration, facts[number - 1])


def _facts(uow: UnitOfWork, declaration: Declaration, given: Mapping[str, Any]) -> dict[str, Any]:
    return completed(declaration, given, filed_on=uow.context.calendar().local_date(uow.now))


def _usual(
    uow: UnitOfWork, bundle: Bundle, declaration: Declaration, given: Mapping[str, Any]
) -> dict[str, Any]:
    """Return the common case with these answers in it."""
    today = uow.context.calendar().local_date(uow.now)
    return completed(declaration, {**common_case(bundle, declaration, today), **given}, filed_on=today)


def _counted(uow: UnitOfWork, bundle: Bundle, declaration: Declaration, given: Mapping[str, Any]) -> Reuse:
    usual = _usual(uow, bundle, declaration, given)
    return reuse(declaration, usual, [member.code for member in chain.order(bundle, usual)])


def _decided(condition: Any, facts: Mapping[str, Any]) -> bool:
    """Say whether a member's condition is known to fail."""
    return suitability.surely_not(condition, facts)


def _deadline(bundle: Bundle, facts: Mapping[str, Any]) -> Deadline | None:
    """Choose the limit of the whole group that surely holds for these facts."""
    return next((limit for limit in bundle.deadlines if holds_safely(limit.when, facts)), None)


def _papers(uow: UnitOfWork, bundle: Bundle, facts: Mapping[str, Any]) -> tuple[Text, ...]:
    """List the papers that surely have to be attached."""
    needed = papers.needed(bundle, uow.registry.procedures_of(bundle), facts)
    return tuple(paper.text for paper in needed)


def _numbers(declaration: Declaration, facts: Mapping[str, Any]) -> tuple[Text, ...]:
    """List the numbers that the form will ask for."""
    return tuple(
        question.text
        for section in declaration.sections
        if shown(section, facts)
        for question in section.questions
        if question.kind in NUMBERS and shown(question, facts) and asked(question, facts)
    )


def _answered(declaration: Declaration, given: Mapping[str, Any]) -> Iterator[tuple[int, Question, Any]]:
    for number, fact in enumerate(suitability.asked_first(declaration), start=1):
        if fact in given:
            yield number, suitability.place_of(declaration, fact)[1], given[fact]


def _consequences(
    uow: UnitOfWork,
    bundle: Bundle,
    declaration: Declaration,
    question: Question,
    answered: Mapping[str, Any],
) -> Iterator[Consequence]:
    """Work out each answer of the choice from the definitions."""
    procedures = uow.registry.procedures_of(bundle)
    given = suitability.kept(declaration, answered)
    for value, words, hint in _choices(question):
        facts = _facts(uow, declaration, {**given, question.fact: value})
        yield Consequence(
            value=as_typed(question, value)[question.fact],
            text=words,
            hint=hint,
            members=tuple(procedures[m.code].text for m in chain.order(bundle, facts)),
            deadline=_deadline(bundle, facts),
            asked=_counted(uow, bundle, declaration, {**given, question.fact: value}).typed,
            papers=_papers(uow, bundle, facts),
        )


def _choices(question: Question) -> Iterator[tuple[Any, Text, Text | None]]:
    if question.kind is Kind.YES_NO:
        yield False, Text(vi="Không", en="No"), None
        yield True, Text(vi="Có", en="Yes"), None
    for option in question.options:
        yield option.value, option.text, option.hint
