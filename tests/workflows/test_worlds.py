from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from workflows.checking.worlds import GIVEN, Other, worlds
from workflows.conditions import Condition, all_of, at_least, below, equals, is_true, known
from workflows.errors import DefinitionError
from workflows.questions import Declaration, Derived, How, Option, Question, Section
from workflows.words import Kind, law, text

WORDS = text("a", "b")
SIZES = tuple(Option(value=size, text=WORDS) for size in ("small", "large", "huge"))


def form(
    *questions: Question, derived: tuple[Derived, ...] = (), when: Condition | None = None
) -> Declaration:
    return Declaration(
        code="form",
        version="2026-01",
        effective_from=date(2026, 1, 1),
        text=WORDS,
        legal_basis=(law("x"),),
        sections=(Section(code="page", slug="page", text=WORDS, questions=questions, when=when),),
        derived=derived,
        subject="x",
    )


def question(fact: str, kind: Kind = Kind.YES_NO, **more: Any) -> Question:
    return Question(fact=fact, kind=kind, text=WORDS, **more)


def rule(fact: str, rule: Any, *of: str, value: str | None = None) -> Derived:
    return Derived(fact=fact, rule=rule, of=of, value=value, text=WORDS)


def found(declaration: Declaration, *conditions: Condition, **others: Other) -> list[dict[str, Any]]:
    return sorted((dict(facts) for facts in worlds(declaration, conditions, others)), key=repr)


def test_without_conditions_there_is_one_world() -> None:
    assert found(form(question("a"))) == [{}]


def test_a_yes_no_question_makes_two_worlds() -> None:
    assert found(form(question("a")), is_true("a")) == [{"a": False}, {"a": True}]


def test_a_question_that_no_condition_asks_for_makes_no_world() -> None:
    assert found(form(question("a"), question("b")), is_true("a")) == [{"a": False}, {"a": True}]


def test_of_a_choice_the_named_words_and_one_other_matter() -> None:
    declaration = form(question("size", Kind.CHOICE, options=SIZES))
    assert found(declaration, equals("size", "large")) == [{"size": "large"}, {"size": "small"}]


def test_of_a_number_the_values_around_the_limit_matter() -> None:
    declaration = form(question("n", Kind.NUMBER))
    assert found(declaration, below("n", 6), at_least("n", 80)) == [{"n": 5}, {"n": 6}, {"n": 79}, {"n": 80}]


def test_an_optional_question_may_stay_open() -> None:
    assert found(form(question("a", Kind.DATE, required=False)), known("a")) == [{"a": GIVEN}, {}]


def test_a_question_that_is_not_shown_has_no_answer() -> None:
    declaration = form(question("a"), question("b", when=is_true("a")))
    assert found(declaration, is_true("b")) == [
        {"a": False},
        {"a": True, "b": False},
        {"a": True, "b": True},
    ]


def test_a_page_that_is_not_shown_has_no_answers() -> None:
    hidden = found(form(question("a"), when=is_true("b")), is_true("a"), b=Other(Kind.YES_NO))
    assert sorted((facts["b"], facts.get("a")) for facts in hidden if facts["b"]) == [
        (True, False),
        (True, True),
    ]
    assert [facts for facts in hidden if not facts["b"]] == [{"b": False}]


def test_a_fact_asked_in_two_places_is_there_when_one_of_them_is_shown() -> None:
    declaration = form(
        question("a"),
        question("c", Kind.TEXT),
        question("b", Kind.DATE, when=is_true("a")),
        question("b", Kind.DATE, when=equals("c", "x")),
    )
    assert {(facts.get("a"), facts.get("c"), "b" in facts) for facts in found(declaration, known("b"))} == {
        (True, "x", True),
        (True, "(another)", True),
        (False, "x", True),
        (False, "(another)", False),
    }


def test_derived_facts_follow_from_the_others() -> None:
    declaration = form(
        question("size", Kind.CHOICE, options=SIZES),
        question("a"),
        derived=(
            rule("large", "chosen", "size", value="large"),
            rule("either", "any", "large", "a"),
            rule("one", "first", "either", "a"),
        ),
    )
    for facts in found(declaration, is_true("one")):
        assert facts["large"] == (facts["size"] == "large")
        assert facts["either"] == (facts["large"] or facts["a"])
        assert facts["one"] == facts["either"]


def test_the_first_of_two_choices_is_tried_with_the_words_of_the_condition() -> None:
    declaration = form(
        question("here", Kind.CHOICE, options=SIZES, required=False),
        question("there", Kind.CHOICE, options=SIZES),
        derived=(rule("size", "first", "here", "there"),),
    )
    sizes = {
        (facts.get("here"), facts["there"], facts["size"])
        for facts in found(declaration, equals("size", "huge"))
    }
    assert ("huge", "small", "huge") in sizes
    assert (None, "huge", "huge") in sizes


def test_months_are_counted_only_from_a_day_that_is_known_and_past() -> None:
    born = question("born", Kind.DATE, not_future=True, required=False)
    age = (rule("age", "months-since", "born"),)
    assert found(form(born, derived=age), below("age", 72)) == [
        {"age": 71, "born": GIVEN},
        {"age": 72, "born": GIVEN},
        {},
    ]
    to_come = question("born", Kind.DATE)
    assert {"born": GIVEN} in found(form(to_come, derived=age), below("age", 72))


def test_whether_two_are_the_same_is_tried_both_ways() -> None:
    declaration = form(
        question("a", Kind.PERSONAL_ID),
        question("b", Kind.PERSONAL_ID),
        derived=(rule("same", "same", "a", "b"),),
    )
    assert [facts["same"] for facts in found(declaration, is_true("same"))] == [False, True]


def test_what_is_shown_as_automatic_follows_its_rule() -> None:
    declaration = form(question("a"), question("b", how=How.AUTOMATIC), derived=(rule("b", "any", "a"),))
    assert found(declaration, is_true("b")) == [{"a": False, "b": False}, {"a": True, "b": True}]


def test_facts_that_nobody_declares_are_tried_as_told() -> None:
    assert found(form(question("a")), is_true("x"), x=Other(Kind.YES_NO, surely=False)) == [
        {"x": False},
        {"x": True},
        {},
    ]


def test_of_a_number_that_nobody_declares_the_limits_matter_too() -> None:
    assert found(form(question("a")), at_least("x", 3), x=Other(Kind.NUMBER)) == [{"x": 2}, {"x": 3}]


def test_too_many_worlds_are_refused() -> None:
    questions = [question(f"q{n}") for n in range(20)]
    everything = all_of(*(is_true(one.fact) for one in questions))
    with pytest.raises(DefinitionError, match="combinations"):
        worlds(form(*questions), [everything], {})
