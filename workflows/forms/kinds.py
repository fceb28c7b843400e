"""From the inputs of a page to the value of one question, and back."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any, TypeAlias

from workflows.forms.cleaning import clean_line, clean_text
from workflows.forms.dates import day_of, parse_date, parse_moment
from workflows.forms.lines import parse_line
from workflows.forms.lists import Lists
from workflows.forms.people import COLUMNS, Person, field_of, parse_people
from workflows.forms.problems import FieldProblem, wrong
from workflows.questions import Question
from workflows.words import Kind, Text

Value: TypeAlias = str | int | bool | list[Person]


def parse(
    question: Question, raw: Mapping[str, str], *, today: date, lists: Lists
) -> Value | FieldProblem | None:
    """Return the value that was typed, what is wrong with it, or nothing when nothing was typed."""
    value, problems = parse_all(question, raw, today=today, lists=lists)
    return problems[0] if problems else value


def parse_all(
    question: Question, raw: Mapping[str, str], *, today: date, lists: Lists
) -> tuple[Value | None, tuple[FieldProblem, ...]]:
    """Return the value that was typed, and everything that is wrong with it.

    Only a list of people can have several problems; then it has no value either.
    """
    if question.kind is Kind.PEOPLE:
        people, problems = parse_people(question, raw, lists)
        return (None if problems else people or None), problems
    found = _parse_one(question, raw, today, lists)
    return (None, (found,)) if isinstance(found, FieldProblem) else (found, ())


def as_typed(question: Question, value: Any) -> dict[str, str]:
    """Return the texts that fill the inputs of a question so that parsing them gives the value again."""
    fact = question.fact
    match question.kind, value:
        case _, None:
            return {}
        case ((Kind.DATE | Kind.MOMENT), str()) if day_of(value):
            year, month, day = value[:10].split("-")
            parts = {f"{fact}-day": day, f"{fact}-month": month, f"{fact}-year": year}
            return parts | ({f"{fact}-time": value[11:]} if question.kind is Kind.MOMENT else {})
        case Kind.YES_NO, _:
            return {fact: "yes" if value else "no"}
        case Kind.MONEY, int():
            return {fact: f"{value:,}".replace(",", ".")}
        case Kind.PEOPLE, _:
            rows = enumerate(value, start=1)
            return {field_of(question, row, c): person.get(c, "") for row, person in rows for c in COLUMNS}
        case _:
            return {fact: str(value)}


def _parse_one(
    question: Question, raw: Mapping[str, str], today: date, lists: Lists
) -> Value | FieldProblem | None:
    match question.kind:
        case Kind.DATE:
            return parse_date(question, raw, today=today)
        case Kind.MOMENT:
            return parse_moment(question, raw, today=today)
        case Kind.LONG_TEXT:
            found: Value | Text = clean_text(raw.get(question.fact, ""))
        case _:
            line = clean_line(raw.get(question.fact, ""))
            found = parse_line(line, question, lists) if line and isinstance(line, str) else line
    return wrong(question, found) if isinstance(found, Text) else _given(found)


def _given(value: Value) -> Value | None:
    return None if value == "" else value
