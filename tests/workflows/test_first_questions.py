"""The questions before a form: which comes next, and what makes them unsound."""

from datetime import date
from typing import Any

import pytest

from tests.workflows.toy_declaration import LIBRARY_CARD, LISTS, TODAY
from workflows.checking.declaration_checks import check_declaration
from workflows.conditions import is_true
from workflows.declarations.birth import BIRTH_DECLARATION
from workflows.declarations.death import DEATH_DECLARATION
from workflows.forms.answers import read_section
from workflows.forms.suitability import asked_first, following, kept
from workflows.questions import Again, Declaration, SeparateForm
from workflows.words import law, text

DAY = date(2026, 11, 20)
TITLE = text("Tờ khai", "Form")


def order(declaration: Declaration, answers: dict[str, Any]) -> list[str]:
    """Answer the first questions one after the other and list them as they come."""
    asked: list[str] = []
    given: dict[str, Any] = {}
    while fact := following(declaration, given, asked, filed_on=DAY):
        asked.append(fact)
        given[fact] = answers[fact]
    return asked


def test_a_first_question_is_asked_unless_an_answer_rules_it_out() -> None:
    unsettled = LIBRARY_CARD.revised(suitability=("card.insured", "card.by-post"), choice="reader.sex")
    assert following(unsettled, {}, (), filed_on=DAY) == "card.by-post"  # the other needs an address first
    guardian = LIBRARY_CARD.revised(suitability=("reader.sex", "card.branch"))
    assert order(guardian, {"reader.sex": "female", "card.branch": "east"}) == ["reader.sex", "card.branch"]
    listed = guardian.revised(suitability=("reader.sex", "home.big", "card.by-post"))
    assert following(listed, {"card.deposit": 5}, ("reader.sex",), filed_on=DAY) == "card.by-post"


@pytest.mark.parametrize("declaration", [BIRTH_DECLARATION, DEATH_DECLARATION], ids=lambda one: one.code)
def test_the_real_first_questions_are_few_and_end_with_the_choice(declaration: Declaration) -> None:
    facts = asked_first(declaration)
    assert 3 <= len(facts) <= 4
    assert facts[-1] == declaration.choice


def test_answers_to_other_questions_are_not_taken_over() -> None:
    assert kept(BIRTH_DECLARATION, {"child.full-name": "An", "child.birth-date": "2026-11-16"}) == {
        "child.birth-date": "2026-11-16"
    }


@pytest.mark.parametrize(
    ("changes", "code"),
    [
        ({"suitability": ("reader.sex", "card.by-post", "card.insured", "home.big", "card.copies")},
         "too-many-first"),
        ({"suitability": ("reader.sex", "reader.sex")}, "same-name-twice"),
        ({"suitability": ("reader.age",)}, "unknown-first"),
        ({"suitability": ("reader.full-name",)}, "private-first"),
        ({"suitability": ("reader.personal-id",)}, "private-first"),
        ({"choice": "reader.birth-date"}, "no-choice"),
        ({"forms": (SeparateForm(procedure="card", text=TITLE, source=law("46/2019/QH14")),)}, "no-form"),
        ({"forms": (SeparateForm(procedure="card", text=TITLE, source=law("46/2019/QH14")),) * 2},
         "same-name-twice"),
        ({"again": Again(when=is_true("nobody.knows"), own=(), text=TITLE)}, "fact-not-supplied"),
        ({"again": Again(when=is_true("card.by-post"), own=("reader.age",), text=TITLE)}, "unknown-own"),
    ],
)  # fmt: skip
def test_what_is_unsound_is_found(changes: dict[str, Any], code: str) -> None:
    assert code not in {found for found, _ in check_declaration(LIBRARY_CARD)}
    assert code in {found for found, _ in check_declaration(LIBRARY_CARD.revised(**changes))}


@pytest.mark.parametrize(
    ("question", "changes", "code"),
    [
        ("reader.sex", {"compared_with": "nobody.knows"}, "fact-not-supplied"),
        ("home.people", {"nobody_of": ("reader.full-name",)}, "kind-differs"),
        ("card.deposit", {"blank": TITLE}, "blank-badly"),
    ],
)
def test_an_unsound_question_is_found(question: str, changes: dict[str, Any], code: str) -> None:
    sections = tuple(
        section.model_copy(
            update={
                "questions": tuple(
                    one.model_copy(update=changes if one.fact == question else {})
                    for one in section.questions
                )
            }
        )
        for section in LIBRARY_CARD.sections
    )
    assert code in {found for found, _ in check_declaration(LIBRARY_CARD.revised(sections=sections))}


def survivors(raw: dict[str, str]) -> Any:
    section = next(one for one in DEATH_DECLARATION.sections if one.code == "survivors")
    known = {
        "wants.procedures": "four", "deceased.status": "pensioner",
        "requester.personal-id": "001175004567", "deceased.personal-id": "001045000123",
    }  # fmt: skip
    return read_section(DEATH_DECLARATION, section, raw, known, today=TODAY, lists=LISTS)


def person(row: int, number: str) -> dict[str, str]:
    at = f"survivor.relatives-{row}"
    return {f"{at}-name": "Trần Lan", f"{at}-personal-id": number, f"{at}-relation": "spouse"}


def test_whoever_names_no_relative_is_asked_back_and_may_go_on() -> None:
    found = survivors({"survivor.kind": "lump-sum"})
    assert (found.problems, [one.fact for one in found.warnings]) == ((), ["survivor.relatives"])
    named = survivors({"survivor.kind": "lump-sum", "survivor.form-09": "no", **person(1, "001148000777")})
    assert (named.problems, named.warnings) == ((), ())


@pytest.mark.parametrize("number", ["001175004567", "001 045 000 123"])
def test_neither_the_requester_nor_the_deceased_stands_among_the_relatives(number: str) -> None:
    found = survivors({"survivor.kind": "lump-sum", **person(1, "001148000777"), **person(3, number)})
    assert [one.field for one in found.problems] == ["survivor.relatives-3-personal-id"]
    assert "survivor.relatives" not in found.values
