"""Where values come from: each keeps its own origin, and what a register overrules is not lost."""

from datetime import UTC, date, datetime
from typing import Any

from tests.workflows.toy_declaration import GUARDIAN_ID, LIBRARY_CARD
from workflows.declarations.birth import BIRTH_DECLARATION
from workflows.forms.answers import prune
from workflows.forms.fetched import not_found, with_record
from workflows.forms.origins import BEFORE, Origins, followed, read, same_value, stored
from workflows.questions import How

FIRST, LATER = datetime(2026, 11, 20, 2, tzinfo=UTC), datetime(2026, 11, 20, 3, tzinfo=UTC)
TODAY = date(2026, 11, 20)
CHILD: dict[str, Any] = {"reader.birth-date": "2020-03-15", "guardian.personal-id": GUARDIAN_ID}


def saved(facts: dict[str, Any]) -> dict[str, Any]:
    return prune(LIBRARY_CARD, facts, filed_on=TODAY)


def at_first(facts: dict[str, Any]) -> Origins:
    return followed(LIBRARY_CARD, {}, facts, {}, at=FIRST)


def test_what_stays_keeps_its_moment_and_what_changes_gets_a_new_one() -> None:
    before = saved(CHILD)
    after = saved({**CHILD, "reader.sex": "female", "reader.birth-date": "2020-03-16"})
    origins = followed(LIBRARY_CARD, before, after, at_first(before), at=LATER)
    assert origins["guardian.personal-id"].at == FIRST
    assert (origins["reader.sex"].at, origins["reader.birth-date"].at) == (LATER, LATER)
    assert origins["reader.days"].how is How.AUTOMATIC


def test_a_register_is_named_with_the_moment_and_keeps_what_was_typed_otherwise() -> None:
    lacking = saved({**CHILD, not_found("guardian.full-name"): True, "guardian.full-name": "Trần Lan"})
    typed = at_first(lacking)
    assert typed["guardian.full-name"].how is How.TYPED
    answered = saved(
        with_record(LIBRARY_CARD, lacking, "guardian.personal-id", {"full-name": "Trần Thị Lan"})
    )
    now = followed(LIBRARY_CARD, lacking, answered, typed, at=LATER)["guardian.full-name"]
    assert (now.how, now.system, now.at) == (How.REGISTER, "population-database", LATER)
    assert now.declared == "Trần Lan"
    again = followed(LIBRARY_CARD, answered, answered, {"guardian.full-name": now}, at=LATER)
    assert again["guardian.full-name"].declared == "Trần Lan"


def test_a_register_that_agrees_leaves_nothing_beside_it() -> None:
    lacking = saved({**CHILD, not_found("guardian.full-name"): True, "guardian.full-name": "Trần Lan"})
    answered = saved(with_record(LIBRARY_CARD, lacking, "guardian.personal-id", {"full-name": "Trần Lan"}))
    now = followed(LIBRARY_CARD, lacking, answered, at_first(lacking), at=LATER)["guardian.full-name"]
    assert (now.how, now.declared) == (How.REGISTER, None)


def test_only_typed_answers_say_that_they_were_given_before() -> None:
    origins = followed(LIBRARY_CARD, {}, saved(CHILD), {}, at=FIRST, via=BEFORE)
    assert origins["reader.birth-date"].via == BEFORE
    assert origins["reader.days"].via is None


def test_ones_own_number_comes_from_the_identity_not_from_a_register() -> None:
    mother = {"requester.personal-id": "001192004321", "requester.relation": "mother"}
    known = with_record(BIRTH_DECLARATION, mother, "requester.personal-id", None)
    assert known["mother.personal-id"] == "001192004321"  # known although no register answered
    assert known.get("father.personal-id") is None
    assert followed(BIRTH_DECLARATION, {}, known, {}, at=FIRST)["mother.personal-id"].how is How.IDENTITY


def test_a_number_that_belongs_to_another_person_does_not_stay() -> None:
    own, other = "001192004321", "001093002211"
    for relation, value, stays in (
        ("mother", own, True), ("mother", other, False), ("father", own, False), ("father", other, True),
    ):  # fmt: skip
        facts = {"requester.personal-id": own, "requester.relation": relation, "mother.personal-id": value}
        kept = prune(BIRTH_DECLARATION, facts, filed_on=TODAY)
        assert ("mother.personal-id" in kept) is stays, (relation, value)


def test_origins_lie_in_a_row_and_read_back_the_same() -> None:
    origins = followed(LIBRARY_CARD, {}, saved(CHILD), {}, at=FIRST, via=BEFORE)
    assert read(stored(origins)) == origins


def test_a_day_and_a_moment_of_that_day_say_the_same() -> None:
    assert same_value("2026-11-16", "2026-11-16T04:20")
    assert not same_value("2026-11-16", "2026-11-17T00:20")
    assert not same_value("male", "female")
