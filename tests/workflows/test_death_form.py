"""The declaration of a death: complete, short, and the choice that it begins with."""

from typing import Any

import pytest

from tests.workflows.death_families import DEMO_DEATH_2, DEMOS, FILED_ON, facts, members
from workflows.bundles.death import DEATH_2026_09
from workflows.declarations.death import DEATH_DECLARATION_2024_07, DEATH_DECLARATION_2026_09
from workflows.forms.answers import missing, prune, shown_questions
from workflows.forms.reuse import reuse
from workflows.questions import How


@pytest.mark.parametrize("choice", DEMOS)
@pytest.mark.parametrize("declaration", [DEATH_DECLARATION_2024_07, DEATH_DECLARATION_2026_09])
def test_the_example_answers_are_complete_and_none_is_superfluous(choice: str, declaration: Any) -> None:
    known = facts(DEMOS[choice])
    assert missing(declaration, known) == ()
    assert prune(declaration, known, filed_on=FILED_ON) == known
    asked = {
        question.fact for _, question in shown_questions(declaration, known) if question.how is How.TYPED
    }
    assert set(DEMOS[choice]) <= asked


def test_the_choice_comes_first_and_names_its_consequences() -> None:
    section = DEATH_DECLARATION_2026_09.sections[0]
    [question] = section.questions
    assert (section.slug, question.fact) == ("chon", "wants.procedures")
    assert [option.value for option in question.options if option.hint] == ["two", "three", "four"]


def test_nothing_about_benefits_is_asked_of_who_does_not_want_them() -> None:
    asked = {question.fact for _, question in shown_questions(DEATH_DECLARATION_2026_09, facts(DEMO_DEATH_2))}
    assert not [fact for fact in asked if fact.startswith(("funeral.", "survivor."))]
    assert "deceased.status" not in asked


@pytest.mark.parametrize("choice", DEMOS)
def test_fewer_questions_than_boxes(choice: str) -> None:
    known = facts(DEMOS[choice])
    codes = members(DEATH_2026_09, known)
    assert reuse(DEATH_DECLARATION_2026_09, known, codes).saved > 0


def test_the_same_person_dies_once() -> None:
    assert DEATH_2026_09.same_event == ("deceased.personal-id",)
