"""Reading what registers already know, so that nobody types it again (63/2024/NĐ-CP Art. 4)."""

from collections.abc import Iterator, Mapping
from typing import Any

from services.agencies.contract import Agencies
from workflows.errors import AgencyError
from workflows.forms.answers import shown_questions
from workflows.forms.fetched import asked, with_record
from workflows.questions import Declaration, How
from workflows.words import Kind

POPULATION = ("population-database", "person")
HOSPITAL = ("hospital", "notice")


def fetch(agencies: Agencies, declaration: Declaration, facts: Mapping[str, Any]) -> dict[str, Any]:
    """Return the facts with what registers know of the numbers typed so far.

    A register that cannot be reached, or has no record, leaves a mark; the citizen then
    types the answers, which is slower but never a dead end. Must not be called inside
    a transaction.
    """
    known = dict(facts)
    kinds = {question.fact: question.kind for question in declaration.questions()}
    asked_for: set[str] = set()
    # One record may bring the number of the next: a notice names the mother, her record the householder.
    while numbers := [number for number in _unanswered(declaration, known) if number not in asked_for]:
        for number in numbers:
            register = HOSPITAL if kinds.get(number) is Kind.BIRTH_NOTICE else POPULATION
            known = with_record(declaration, known, number, _record(agencies, register, str(known[number])))
        asked_for |= set(numbers)
    return known


def person(agencies: Agencies, personal_id: str) -> Mapping[str, Any]:
    """Return what the population database knows of one person; empty when it knows or answers nothing."""
    return _record(agencies, POPULATION, personal_id) or {}


def _unanswered(declaration: Declaration, facts: Mapping[str, Any]) -> list[str]:
    return list(dict.fromkeys(_numbers(declaration, facts)))


def _numbers(declaration: Declaration, facts: Mapping[str, Any]) -> Iterator[str]:
    for _, question in shown_questions(declaration, facts):
        fetched_by = question.fetched_by
        if question.how is not How.REGISTER or fetched_by is None or facts.get(fetched_by) is None:
            continue
        if facts.get(question.fact) is None and not asked(question, facts):
            yield fetched_by


def _record(agencies: Agencies, register: tuple[str, str], number: str) -> Mapping[str, Any] | None:
    code, name = register
    agency = agencies.get(code)
    try:
        record = agency.look_up(name, number) if agency else None
    except AgencyError:
        return None
    return record.items if record else None
