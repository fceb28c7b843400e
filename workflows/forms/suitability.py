"""The few questions before a declaration: they tell whether and how the linked group applies.

Each is a typed question of the declaration itself, so its answer is taken over and not asked again.
Last comes the choice of procedures, where the family has one.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping
from datetime import date
from typing import Any

from workflows.conditions import Condition, Facts, holds
from workflows.errors import FactMissing
from workflows.forms.answers import completed
from workflows.questions import Declaration, How, Question, Section

MOST = 4


def asked_first(declaration: Declaration) -> tuple[str, ...]:
    """Name the facts that are asked before the declaration begins, the choice last."""
    return (*declaration.suitability, *((declaration.choice,) if declaration.choice else ()))


def place_of(declaration: Declaration, fact: str) -> tuple[Section, Question]:
    """Return the typed question of a fact, with the page of the form where it belongs."""
    return next(
        (section, question)
        for section in declaration.sections
        for question in section.questions
        if question.fact == fact and question.how is How.TYPED
    )


def following(
    declaration: Declaration, answered: Facts, done: Collection[str], *, filed_on: date
) -> str | None:
    """Name the next fact to ask: one that is not done and that the answers so far do not rule out."""
    facts = completed(declaration, answered, filed_on=filed_on)
    for fact in asked_first(declaration):
        if fact not in done and not _ruled_out(place_of(declaration, fact), facts):
            return fact
    return None


def kept(declaration: Declaration, answered: Mapping[str, Any]) -> dict[str, Any]:
    """Return the answers without anything that is not asked before the declaration."""
    return {fact: answered[fact] for fact in asked_first(declaration) if answered.get(fact) is not None}


def _ruled_out(place: tuple[Section, Question], facts: Facts) -> bool:
    section, question = place
    return surely_not(section.when, facts) or surely_not(question.when, facts)


def surely_not(condition: Condition | None, facts: Facts) -> bool:
    """Say whether a condition fails for certain; what hangs on answers still to come may hold."""
    try:
        return not holds(condition, facts)
    except FactMissing:
        return False
