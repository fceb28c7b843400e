"""Proves sound what a form says beyond its pages: first questions, separate forms, a next child."""

from __future__ import annotations

from collections.abc import Iterator

from workflows.checking.fact_checks import PERSONS, fact_findings
from workflows.checking.findings import Findings, twice
from workflows.checking.supply import declared, tests_in
from workflows.forms.suitability import MOST, asked_first
from workflows.questions import Declaration, How, Question
from workflows.words import Kind

# Without signing in nobody gives a name or a number away.
BEFORE_SIGNING_IN = frozenset({Kind.DATE, Kind.YES_NO, Kind.CHOICE, Kind.NUMBER})
CHOICES = frozenset({Kind.YES_NO, Kind.CHOICE})


def first_questions(declaration: Declaration) -> Findings:
    """The first questions are few, each a typed question of the form, and none asks for a name or number."""
    facts = asked_first(declaration)
    if len(facts) > MOST:
        yield "too-many-first", f"{len(facts)} questions come before the form; at most {MOST} may."
    for fact in twice(facts):
        yield "same-name-twice", f"The fact {fact!r} is asked twice before the form."
    for fact in facts:
        question = _typed(declaration, fact)
        if question is None:
            yield "unknown-first", f"The fact {fact!r} is asked before the form, but is no typed question."
        elif question.kind not in BEFORE_SIGNING_IN or question.options_from is not None:
            yield "private-first", f"The fact {fact!r} is asked before signing in and says too much."
        elif fact == declaration.choice and question.kind not in CHOICES:
            yield "no-choice", f"The fact {fact!r} chooses procedures, but is no choice."


def separate_forms(declaration: Declaration) -> Findings:
    """Every separate form is named once, and every procedure that answers feed has one."""
    for code in twice(form.procedure for form in declaration.forms):
        yield "same-name-twice", f"Two separate forms stand for {code!r}."
    fed = {feed.procedure for question in declaration.questions() for feed in question.feeds}
    for code in sorted(fed - {form.procedure for form in declaration.forms}) if declaration.forms else ():
        yield "no-form", f"Answers fill boxes of {code!r}, of which no separate form is named."


def next_child(declaration: Declaration) -> Findings:
    """What a next declaration does not take over is asked, and so is what decides that there is one."""
    if declaration.again is None:
        return
    supply = declared(declaration)
    for test in tests_in(declaration.again.when):
        yield from fact_findings("The next declaration", test.fact, supply)
    for fact in declaration.again.own:
        if _typed(declaration, fact) is None:
            yield "unknown-own", f"The next declaration asks {fact!r} anew, which nobody types."


def comparisons(declaration: Declaration) -> Findings:
    """What an answer is held against, and who may not stand in a list, are facts of the form."""
    supply = declared(declaration)
    for question in declaration.questions():
        where = f"Question {question.fact!r}"
        if question.compared_with:
            yield from fact_findings(f"{where}, compared,", question.compared_with, supply)
        for fact in question.nobody_of:
            yield from fact_findings(f"{where}, a list without this person,", fact, supply, PERSONS)
        if question.blank and question.required:
            yield "blank-badly", f"{where} asks back when left blank, but it must be answered."


def _typed(declaration: Declaration, fact: str) -> Question | None:
    found: Iterator[Question] = (
        one for one in declaration.questions() if one.fact == fact and one.how is How.TYPED
    )
    return next(found, None)


CHECKS = (first_questions, separate_forms, next_child, comparisons)
