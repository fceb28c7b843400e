"""Proves one electronic form (tờ khai điện tử) sound: its pages, and the facts behind its questions."""

from __future__ import annotations

from collections.abc import Callable
from itertools import chain

from workflows.checking import first_checks
from workflows.checking.fact_checks import answers_to, condition_findings, fact_findings
from workflows.checking.findings import Findings, spread, twice
from workflows.checking.supply import asked, declared
from workflows.conditions import facts_of
from workflows.questions import Declaration, Derived, How, Question
from workflows.words import Kind

MOST_TYPED = 6
MOMENTS = frozenset({Kind.DATE, Kind.MOMENT})
FETCHES = frozenset({Kind.PERSONAL_ID, Kind.BIRTH_NOTICE, Kind.TEXT})
SOURCES = {
    "months-since": MOMENTS,
    "days-since": MOMENTS,
    "any": frozenset({Kind.YES_NO}),
    "chosen": frozenset({Kind.CHOICE}),
}


def unique_pages(declaration: Declaration) -> Findings:
    """No two pages of the form share a code or an address."""
    codes = twice(section.code for section in declaration.sections)
    slugs = twice(section.slug for section in declaration.sections)
    yield from (("same-name-twice", f"Two sections are called {code!r}.") for code in codes)
    yield from (("same-name-twice", f"Two sections have the address {slug!r}.") for slug in slugs)


def short_pages(declaration: Declaration) -> Findings:
    """A page asks everybody at most six questions to be typed."""
    for section in declaration.sections:
        typed = [one for one in section.questions if one.how is How.TYPED and one.when is None]
        if len(typed) > MOST_TYPED:
            yield "long-section", f"Section {section.code!r} asks everybody {len(typed)} typed questions."


def one_question_for_a_fact(declaration: Declaration) -> Findings:
    """Nothing is asked twice: two questions for one fact have each their condition, and one kind."""
    by_fact: dict[str, list[Question]] = {}
    for section in declaration.sections:
        for question in section.questions:
            by_fact.setdefault(question.fact, []).append(question)
            always = question.when is None and section.when is None
            if always and question.how is How.TYPED and len(by_fact[question.fact]) > 1:
                yield "asked-twice", f"Section {section.code!r} asks for {question.fact!r} once more."
    for fact, questions in by_fact.items():
        kinds = {question.kind for question in questions}
        if len(kinds) > 1:
            yield "kind-differs", f"The fact {fact!r} is asked as {' and as '.join(sorted(kinds))}."


def conditions_are_supplied(declaration: Declaration) -> Findings:
    """Every page and question that is shown on a condition rests on facts of the form."""
    supply, words = declared(declaration), answers_to(declaration)
    for section in declaration.sections:
        yield from condition_findings(f"Section {section.code!r}", section.when, supply, words)
        for question in section.questions:
            yield from condition_findings(f"Question {question.fact!r}", question.when, supply, words)


def conditions_look_back(declaration: Declaration) -> Findings:
    """What decides whether a question is shown was asked before it: the form is read from top to bottom."""
    rests_on = {(one.fact, fact) for one in declaration.derived for fact in one.of}
    left = set(asked(declaration))
    for section in declaration.sections:
        for question in section.questions:
            left -= {question.fact}
            deciding = spread({*facts_of(section.when), *facts_of(question.when)}, rests_on)
            for fact in sorted(deciding & left):
                yield "asked-too-early", f"Question {question.fact!r} depends on {fact!r}, asked only later."


def derived_facts_have_sources(declaration: Declaration) -> Findings:
    """A derived fact comes from questions, or from facts derived before it."""
    supply = dict(asked(declaration))
    everything, words = declared(declaration), answers_to(declaration)
    for derived in declaration.derived:
        where = f"The derived fact {derived.fact!r}"
        for fact in derived.of:
            yield from fact_findings(where, fact, supply, SOURCES.get(derived.rule, frozenset()))
        if derived.fact in supply:
            yield "asked-twice", f"{where} is also asked, or derived before."
        if derived.rule == "chosen" and derived.value not in words.get(derived.of[0], {derived.value}):
            yield "unknown-option", f"{where} waits for {derived.value!r}, which nobody can choose."
        yield from _right_number(where, derived)
        supply[derived.fact] = everything[derived.fact]


def _right_number(where: str, derived: Derived) -> Findings:
    """Comparing needs two facts, counting and choosing one, and only choosing needs a value."""
    least, most = {"same": (2, 9), "first": (1, 9), "any": (1, 9)}.get(derived.rule, (1, 1))
    if not least <= len(derived.of) <= most or (derived.rule == "chosen") != (derived.value is not None):
        yield "derived-badly", f"{where} does not fit the rule {derived.rule!r}."


def register_facts_can_be_fetched(declaration: Declaration) -> Findings:
    """What a register supplies says which number finds the record, and which item of it is meant."""
    supply = declared(declaration)
    for question in declaration.questions():
        where = f"Question {question.fact!r}"
        if question.how is How.REGISTER and not (question.fetched_by and question.record_item):
            yield "not-fetched", f"{where} comes from a register, but no number finds its record."
        if question.fetched_by:
            yield from fact_findings(f"{where}, fetched,", question.fetched_by, supply, FETCHES)


def choices_have_options(declaration: Declaration) -> Findings:
    """Whoever must choose has at least two options, each of its own; nobody else has any."""
    for question in declaration.questions():
        values = [option.value for option in question.options]
        choosing = question.kind is Kind.CHOICE and question.how is How.TYPED
        if choosing and len(values) < 2 and question.options_from is None:
            yield "no-choice", f"Question {question.fact!r} is a choice without options."
        for value in twice(values):
            yield "same-name-twice", f"Question {question.fact!r} has two options {value!r}."


def persons_are_asked(declaration: Declaration) -> Findings:
    """The form supplies who files, how to reach them, and whom it is about."""
    supply = declared(declaration)
    named = chain((declaration.requester, declaration.phone, declaration.subject))
    for fact in named:
        yield from fact_findings("The declaration itself", fact, supply)


CHECKS: tuple[Callable[[Declaration], Findings], ...] = (
    unique_pages,
    short_pages,
    one_question_for_a_fact,
    conditions_are_supplied,
    conditions_look_back,
    derived_facts_have_sources,
    register_facts_can_be_fetched,
    choices_have_options,
    persons_are_asked,
)


def check_declaration(declaration: Declaration) -> Findings:
    """Run every check."""
    for check in (*CHECKS, *first_checks.CHECKS):
        yield from check(declaration)
