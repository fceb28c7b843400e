"""What a declaration still lacks, and what is dropped when its question closes."""

from collections.abc import Mapping
from typing import Any

import pytest

from tests.workflows.toy_answers import CHILD, FETCHED, MARK, facts_of, whole
from tests.workflows.toy_declaration import GUARDIAN, GUARDIAN_ID, LIBRARY_CARD, QUESTIONS, READER, TODAY
from workflows.conditions import is_true
from workflows.forms.answers import completed, missing, prune, shown, shown_questions
from workflows.forms.fetched import not_found


def test_a_question_whose_condition_cannot_be_judged_is_not_shown() -> None:
    assert not shown(QUESTIONS["card.post-address"], {})
    assert not shown(GUARDIAN, {})
    assert shown(GUARDIAN, whole(CHILD))
    open_ = [one.fact for _, one in shown_questions(LIBRARY_CARD, {})]
    assert "guardian.phone" not in open_
    assert "card.by-post" in open_


def test_missing_names_what_lacks_with_its_page() -> None:
    lacking = missing(LIBRARY_CARD, {})
    assert [(problem.section, problem.fact) for problem in lacking] == [
        ("reader", "requester.full-name"),
        ("reader", "reader.full-name"),
        ("reader", "reader.birth-date"),
        ("reader", "reader.sex"),
        ("card", "card.by-post"),
        ("card", "card.deposit"),
        ("home", "home.commune"),
    ]
    assert {problem.kind for problem in lacking} == {"missing"}
    assert lacking[2].anchor == "reader.birth-date-day"


def test_a_fetched_fact_is_missing_in_three_ways() -> None:
    def about_guardian(facts: Mapping[str, Any]) -> list[tuple[str, str]]:
        found = missing(LIBRARY_CARD, whole({**CHILD, "guardian.phone": "0912345678", **facts}))
        return [(p.fact, p.anchor) for p in found if p.section == "guardian"]

    # The number itself is missing: asking for it is enough.
    assert about_guardian({}) == [("guardian.personal-id", "guardian.personal-id")]
    # The register was not asked yet, or had nothing.
    number = {"guardian.personal-id": GUARDIAN_ID}
    name = [("guardian.full-name", "guardian.full-name")]
    assert about_guardian(number) == name
    assert about_guardian({**number, MARK: True}) == name
    assert about_guardian({**number, "guardian.full-name": "Lan"}) == []
    texts = [
        next(p.text.vi for p in missing(LIBRARY_CARD, whole({**CHILD, **facts})) if p.fact == name[0][0])
        for facts in (number, {**number, MARK: True})
    ]
    assert "tra lần nữa" in texts[0]
    assert "Hãy điền vào ô này" in texts[1]


def test_a_necessary_fetched_fact_makes_its_optional_number_necessary() -> None:
    optional = QUESTIONS["guardian.personal-id"].model_copy(update={"required": False})
    section = GUARDIAN.model_copy(update={"questions": (optional, QUESTIONS["guardian.full-name"])})
    form = LIBRARY_CARD.revised(sections=(READER, section))
    found = missing(form, completed(form, {**CHILD, "requester.full-name": "Ba"}, filed_on=TODAY))
    assert [(p.fact, p.anchor) for p in found] == [("guardian.full-name", "guardian.personal-id")]


@pytest.mark.parametrize("nothing", [None, "", [], ()])
def test_an_empty_value_is_no_answer(nothing: object) -> None:
    assert "reader.full-name" in facts_of(missing(LIBRARY_CARD, {"reader.full-name": nothing}))


def test_a_complete_declaration_lacks_nothing() -> None:
    facts = {
        **FETCHED,
        "requester.full-name": "Lê Ba",
        "guardian.phone": "0912345678",
        "card.by-post": False,
        "card.branch": "east",
        "card.deposit": 5,
        "home.commune": "02692",
    }
    assert missing(LIBRARY_CARD, whole(facts)) == ()
    assert prune(LIBRARY_CARD, facts, filed_on=TODAY) == whole(facts)


def test_answers_to_closed_questions_are_dropped_one_after_the_other() -> None:
    facts = {
        "card.by-post": False,
        "card.post-address": "Thôn 3",
        "card.insured": True,
        "card.deposit": 100_000,
        "home.big": True,
        "case.note": "kept",
    }
    left = {"card.by-post": False, "card.deposit": 100_000, "home.big": True, "case.note": "kept"}
    assert prune(LIBRARY_CARD, facts, filed_on=TODAY) == {**left, "card.extra": False}


def test_a_closed_page_takes_its_fetched_facts_along() -> None:
    facts = {**FETCHED, not_found("guardian.birth-date"): True, "reader.birth-date": "1990-01-01"}
    left = prune(LIBRARY_CARD, facts, filed_on=TODAY)
    assert not [fact for fact in left if fact.startswith("guardian.")]
    assert left["who.name"] == "Lê Mai"


def test_who_the_person_is_stays() -> None:
    closed = READER.model_copy(update={"when": is_true("never")})
    form = LIBRARY_CARD.revised(sections=(closed,))
    left = prune(form, {"requester.full-name": "Ba", "reader.full-name": "Mai"}, filed_on=TODAY)
    assert left == {"requester.full-name": "Ba"}
