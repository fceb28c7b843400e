"""How the rows of a list of people are read: name, personal ID number and relation of each."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TypeAlias

from workflows.forms.cleaning import clean_line
from workflows.forms.lines import parse_line
from workflows.forms.lists import Lists
from workflows.forms.problems import FieldProblem, wrong
from workflows.questions import Question
from workflows.words import Kind, Text, text

MOST_PEOPLE = 10

Person: TypeAlias = dict[str, str]

_COLUMNS: dict[str, Text] = {
    "name": text("họ tên", "name"),
    "personal-id": text("số định danh cá nhân", "personal ID number"),
    "relation": text("quan hệ", "relation"),
}
COLUMNS = tuple(_COLUMNS)


def parse_people(
    question: Question, raw: Mapping[str, str], lists: Lists
) -> tuple[list[Person], tuple[FieldProblem, ...]]:
    """Return the people named, and everything that is wrong in any row; empty rows do not count."""
    people: list[Person] = []
    problems: list[FieldProblem] = []
    for row in range(1, MOST_PEOPLE + 1):
        person, found = _row(question, raw, row, lists)
        if person.get("personal-id") in {other["personal-id"] for other in people}:
            found.append(_row_problem(question, row, "personal-id", _TWICE))
        if found:
            problems += found
        elif person:
            people.append(person)
    if any(raw.get(field_of(question, MOST_PEOPLE + 1, column), "").strip() for column in COLUMNS):
        problems.append(wrong(question, _TOO_MANY, field=field_of(question, MOST_PEOPLE + 1, "name")))
    return people, tuple(problems)


def strangers(
    question: Question, raw: Mapping[str, str], facts: Mapping[str, object]
) -> tuple[FieldProblem, ...]:
    """Find in a list of people those who cannot stand there: who files, or whom it is about."""
    barred = {facts.get(fact): fact.split(".")[0] for fact in question.nobody_of if facts.get(fact)}
    numbers = {
        row: "".join(filter(str.isdigit, raw.get(field_of(question, row, "personal-id"), "")))
        for row in range(1, MOST_PEOPLE + 1)
    }
    return tuple(
        _row_problem(question, row, "personal-id", _NOT_A_STRANGER[barred[number]])
        for row, number in numbers.items()
        if number in barred
    )


def field_of(question: Question, row: int, column: str) -> str:
    """Name the input for one column of one row."""
    return f"{question.fact}-{row}-{column}"


def _row(
    question: Question, raw: Mapping[str, str], row: int, lists: Lists
) -> tuple[Person, list[FieldProblem]]:
    lines = {column: clean_line(raw.get(field_of(question, row, column), "")) for column in COLUMNS}
    if not any(lines.values()):
        return {}, []
    person: Person = {}
    problems: list[FieldProblem] = []
    for column, line in lines.items():
        value = _value(question, column, line, lists)
        if isinstance(value, str):
            person[column] = value
        else:
            problems.append(_row_problem(question, row, column, value))
    return person, problems


def _value(question: Question, column: str, line: str | Text, lists: Lists) -> str | Text:
    if isinstance(line, Text):
        return line
    if not line:
        return _EMPTY
    value = parse_line(line, _asked(question, column), lists)
    return value if isinstance(value, Text) else str(value)


def _asked(question: Question, column: str) -> Question:
    """Ask one column of a row as a question of its own."""
    by_list = question.options or question.options_from
    relation = Kind.CHOICE if by_list else Kind.TEXT
    kind = {"name": Kind.NAME, "personal-id": Kind.PERSONAL_ID}.get(column, relation)
    return question.model_copy(update={"kind": kind})


def _row_problem(question: Question, row: int, column: str, why: Text) -> FieldProblem:
    label = _COLUMNS[column]
    inner = text(
        f"Người thứ {row}, {label.vi}: {why.vi[:1].lower()}{why.vi[1:]}",
        f"Person {row}, {label.en}: {why.en[:1].lower()}{why.en[1:]}",
    )
    return wrong(question, inner, field=field_of(question, row, column))


_NOT_A_STRANGER = {
    "requester": text(
        "Đây là số của bạn. Danh sách chỉ ghi những người khác.",
        "This is your own number. The list is for the others only.",
    ),
    "deceased": text(
        "Đây là số của người mất. Danh sách chỉ ghi những người còn sống.",
        "This is the number of the deceased. The list is for the living only.",
    ),
}
_EMPTY = text("Chưa điền. Hãy điền, hoặc xóa cả dòng.", "Not filled in. Fill it in, or empty the whole row.")
_TWICE = text(
    "Người này đã có ở dòng trên. Hãy xóa một dòng hoặc sửa lại số.",
    "This person stands in a row above already. Empty one of the rows or mend the number.",
)
_TOO_MANY = text(
    f"Chỉ ghi được tối đa {MOST_PEOPLE} người. Hãy bỏ bớt.",
    f"At most {MOST_PEOPLE} people fit here. Remove some.",
)
