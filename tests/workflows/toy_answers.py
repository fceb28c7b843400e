"""Answers to the toy declaration, typed and fetched."""

from collections.abc import Mapping
from typing import Any

from tests.workflows.toy_declaration import GUARDIAN_ID, LIBRARY_CARD, LISTS, TODAY
from workflows.forms.answers import Reading, completed, read_section
from workflows.forms.fetched import not_found
from workflows.forms.problems import FieldProblem
from workflows.questions import Section

NOTHING: dict[str, Any] = {}
CHILD = {"reader.full-name": "Lê Mai", "reader.birth-date": "2020-03-15", "reader.sex": "female"}
RECORD = {"full-name": "Trần Thị Lan", "birth-date": "1990-05-01"}
FETCHED = {**CHILD, "guardian.personal-id": GUARDIAN_ID, "guardian.full-name": "Trần Thị Lan"}
MARK = not_found("guardian.full-name")


def read(section: Section, raw: Mapping[str, str], known: Mapping[str, Any] = NOTHING) -> Reading:
    return read_section(LIBRARY_CARD, section, raw, known, today=TODAY, lists=LISTS)


def whole(facts: Mapping[str, Any]) -> dict[str, Any]:
    return completed(LIBRARY_CARD, facts, filed_on=TODAY)


def facts_of(problems: tuple[FieldProblem, ...]) -> list[str]:
    return [problem.fact for problem in problems]


def typed(**answers: str) -> dict[str, str]:
    """The inputs of the reader's page, filled in well but for what is named."""
    good = {"full-name": "Lê Mai", "birth-date-day": "15", "birth-date-month": "3", "birth-date-year": "2020"}
    changed = {name.replace("_", "-"): value for name, value in answers.items()}
    return {f"reader.{name}": value for name, value in ({**good, "sex": "female"} | changed).items()}
