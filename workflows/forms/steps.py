"""Reading what an officer supplies with a step, by the same rules as a citizen's answers."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date

from workflows.forms.answers import FieldProblem, Lists
from workflows.forms.dates import day_of
from workflows.forms.kinds import Value, parse_all
from workflows.forms.problems import unanswered
from workflows.language import Item
from workflows.questions import Option, Question
from workflows.words import Kind

LONGEST = 4000  # characters
FAR = date(9999, 12, 31)  # a step's dates may lie ahead: a decision can name a day to come


def read_items(
    items: Sequence[Item], raw: Mapping[str, str], lists: Lists
) -> tuple[dict[str, Value], tuple[FieldProblem, ...]]:
    """Return the values of a step's items, and what is wrong or missing among them."""
    values: dict[str, Value] = {}
    problems: list[FieldProblem] = []
    for item in items:
        question = as_question(item)
        value, found = parse_all(question, raw, today=FAR, lists=lists)
        problems += [problem for problem in found if problem.kind != "warning"]
        if value is not None:
            values[item.code] = value
        elif item.required and not found:
            problems.append(unanswered(question))
    return values, tuple(problems)


def is_of_kind(kind: Kind, value: object) -> bool:
    """Say whether a value that another system gave is of its kind."""
    match kind:
        case Kind.YES_NO:
            return isinstance(value, bool)
        case Kind.NUMBER | Kind.MONEY:
            return isinstance(value, int) and not isinstance(value, bool)
        case Kind.PERSONAL_ID:
            return isinstance(value, str) and len(value) == 12 and value.isascii() and value.isdigit()
        case Kind.DATE:
            return isinstance(value, str) and day_of(value) is not None
        case _:
            return isinstance(value, str) and 0 < len(value) <= LONGEST


def as_question(item: Item) -> Question:
    """Return the question that asks for an item."""
    options = tuple(Option(value=value, text=words) for value, words in item.options)
    return Question(fact=item.code, kind=item.kind, text=item.text, required=item.required, options=options)
