"""Facts that follow from others, in order and never from what is missing."""

from datetime import date

import pytest

from tests.workflows.toy_answers import CHILD, FETCHED, whole
from tests.workflows.toy_declaration import LIBRARY_CARD, TODAY, same
from workflows.forms.answers import completed, derive
from workflows.forms.derived import months_between
from workflows.questions import Derived


def test_facts_follow_from_others_in_order() -> None:
    assert derive(LIBRARY_CARD, FETCHED, filed_on=TODAY) == {
        "reader.months": 80,
        "reader.days": 2441,
        "who.name": "Trần Thị Lan",
        "who.is-reader": False,
    }


def test_what_rests_on_missing_facts_is_missing() -> None:
    assert derive(LIBRARY_CARD, {}, filed_on=TODAY) == {}
    assert derive(LIBRARY_CARD, {"card.by-post": None}, filed_on=TODAY) == {}
    only_guardian = derive(LIBRARY_CARD, {"guardian.full-name": "Lan"}, filed_on=TODAY)
    assert only_guardian == {"who.name": "Lan"}


def test_what_was_derived_before_does_not_linger() -> None:
    stale = {"reader.months": 5, "who.name": "Ai", "card.extra": True}
    assert derive(LIBRARY_CARD, stale, filed_on=TODAY) == {}
    assert completed(LIBRARY_CARD, stale, filed_on=TODAY) == {}
    assert whole({**CHILD, **stale})["reader.months"] == 80


@pytest.mark.parametrize(
    ("facts", "extra"),
    [
        ({"card.by-post": True}, True),
        ({"card.by-post": False}, False),
        ({"card.by-post": False, "card.insured": True}, True),
        ({}, None),
    ],
)
def test_any_counts_a_hidden_question_as_no(facts: dict[str, bool], extra: bool | None) -> None:
    assert whole(facts).get("card.extra") is extra


def test_chosen_asks_for_one_word() -> None:
    assert whole({"card.branch": "east"})["card.east"] is True
    assert whole({"card.branch": "west"})["card.east"] is False


def test_of_a_day_to_come_or_in_no_known_form_nothing_follows() -> None:
    for day in ("2026-11-21", "soon", "1990"):
        assert "reader.months" not in whole({"reader.birth-date": day})
    assert whole({"reader.birth-date": "2026-11-20"})["reader.days"] == 0


def test_days_are_counted_from_a_moment_too() -> None:
    rule = Derived(fact="days", rule="days-since", of=("at",), text=same("Days"))
    form = LIBRARY_CARD.revised(derived=(rule,))
    assert derive(form, {"at": "2026-11-18T23:50"}, filed_on=TODAY) == {"days": 2}


@pytest.mark.parametrize(
    ("first", "last", "months"),
    [
        (date(2020, 11, 20), date(2026, 11, 20), 72),
        (date(2020, 11, 21), date(2026, 11, 20), 71),
        (date(2026, 1, 31), date(2026, 2, 28), 0),
        (date(2026, 1, 31), date(2026, 3, 1), 1),
        (date(2020, 2, 29), date(2026, 2, 28), 71),
        (date(2020, 2, 29), date(2026, 3, 1), 72),
        (date(2026, 11, 20), date(2026, 11, 20), 0),
    ],
)
def test_months_are_full_months(first: date, last: date, months: int) -> None:
    assert months_between(first, last) == months
