"""Facts that a register supplies (dữ liệu tra từ cơ sở dữ liệu), and who supplies them when it cannot.

For every REGISTER question the answer of the register leaves one of two traces: the
fact itself, or the mark `<fact>.not-found` when the register has no record, or no such
item in it. Only the mark makes the question one that the person types. So a value
that came from a register can never be typed over, and a value still to be fetched is
not asked for too early. Another number means another person: what was fetched with
the former one, and what was typed because of it, goes.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping
from typing import Any

from workflows.conditions import Facts, holds_safely
from workflows.questions import Declaration, How, Question

NOT_FOUND = ".not-found"
NUMBER_ITSELF = "personal-id"  # the item of a record that is known without asking any register


def not_found(fact: str) -> str:
    """Name the mark which says that no register has this fact."""
    return f"{fact}{NOT_FOUND}"


def asked(question: Question, facts: Facts) -> bool:
    """Say whether the person types the answer, be it only because no register has it."""
    if question.how is How.REGISTER:
        return facts.get(not_found(question.fact)) is True
    return question.how is How.TYPED


def with_record(
    declaration: Declaration, facts: Facts, fetched_by: str, record: Mapping[str, Any] | None
) -> dict[str, Any]:
    """Return the facts with the register's answer for one number; no record marks all as not found.

    What the person typed because an earlier answer lacked it stays until a register has it.
    Facts about the signed-in person come from the record too, but are never typed.
    """
    new = dict(facts)
    known = {**(record or {}), NUMBER_ITSELF: facts.get(fetched_by)}
    for question in fetched_with(declaration, fetched_by):
        if question.record_item == NUMBER_ITSELF and not holds_safely(question.when, facts):
            continue  # here it is somebody else's number, and typed
        value = known.get(question.record_item or "")
        new.pop(not_found(question.fact), None)
        if value is not None and value != "":
            new[question.fact] = value
        elif question.how is How.REGISTER:
            new[not_found(question.fact)] = True
            if not asked(question, facts):
                new.pop(question.fact, None)
    return new


def fetched_with(declaration: Declaration, fetched_by: str) -> tuple[Question, ...]:
    """List the questions that the record found with this number answers."""
    fetched = (How.REGISTER, How.IDENTITY)
    return tuple(
        question
        for question in declaration.questions()
        if question.how in fetched and question.fetched_by == fetched_by
    )


def resting_on(declaration: Declaration, numbers: Collection[str]) -> frozenset[str]:
    """Name the fetched facts, and their marks, that rest on these numbers, be it over several records."""
    found: set[str] = set()
    ahead = set(numbers)
    while ahead:
        questions = [question for number in sorted(ahead) for question in fetched_with(declaration, number)]
        ahead = {question.fact for question in questions} - found
        found |= ahead
    return frozenset(found | {not_found(fact) for fact in found})
