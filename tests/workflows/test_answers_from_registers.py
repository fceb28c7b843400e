"""What registers say becomes answers, marked where they say nothing."""

import pytest

from tests.workflows.toy_answers import CHILD, FETCHED, MARK, RECORD, read
from tests.workflows.toy_declaration import (
    GUARDIAN,
    GUARDIAN_ID,
    LIBRARY_CARD,
    LISTS,
    QUESTIONS,
    READER,
    TODAY,
    question,
)
from workflows.forms.answers import asked, read_section
from workflows.forms.fetched import fetched_with, not_found, resting_on, with_record
from workflows.questions import How
from workflows.words import Kind


def test_a_record_supplies_its_facts_and_marks_what_it_lacks() -> None:
    found = with_record(LIBRARY_CARD, CHILD, "guardian.personal-id", {"full-name": "Trần Thị Lan"})
    assert found == {
        **CHILD,
        "guardian.full-name": "Trần Thị Lan",
        not_found("guardian.birth-date"): True,
    }
    assert [one.fact for one in fetched_with(LIBRARY_CARD, "guardian.personal-id")] == [
        "guardian.full-name",
        "guardian.birth-date",
    ]


def test_what_no_register_has_is_typed() -> None:
    name = QUESTIONS["guardian.full-name"]
    lacking = with_record(LIBRARY_CARD, FETCHED, "guardian.personal-id", None)
    assert not asked(name, FETCHED)
    assert not asked(name, CHILD)
    assert asked(name, lacking)
    assert "guardian.full-name" not in lacking
    raw = {
        "guardian.personal-id": GUARDIAN_ID,
        "guardian.phone": "0912345678",
        "guardian.full-name": "Trần Thị Lan",
        "guardian.birth-date": "1990-05-01",
    }
    reading = read(GUARDIAN, raw, lacking)
    assert reading.values["guardian.full-name"] == "Trần Thị Lan"
    kept = with_record(LIBRARY_CARD, reading.applied_to(lacking), "guardian.personal-id", None)
    assert kept["guardian.full-name"] == "Trần Thị Lan"
    late = with_record(LIBRARY_CARD, kept, "guardian.personal-id", RECORD)
    assert late["guardian.full-name"] == "Trần Thị Lan"
    assert not asked(name, late)


@pytest.mark.parametrize("number", ["001190000018", "", "12"])
def test_another_number_makes_the_record_void(number: str) -> None:
    for known in (FETCHED, {**FETCHED, MARK: True}):
        raw = {
            "guardian.personal-id": number,
            "guardian.full-name": "Kẻ Khác",
            "guardian.phone": "0912345678",
        }
        after = read(GUARDIAN, raw, known).applied_to(known)
        assert "guardian.full-name" not in after
        assert MARK not in after


def test_records_may_rest_on_records() -> None:
    household = question(
        "household.address",
        Kind.TEXT,
        how=How.REGISTER,
        fetched_by="household.personal-id",
        record_item="address",
    )
    head = question(
        "household.personal-id",
        Kind.PERSONAL_ID,
        how=How.REGISTER,
        fetched_by="reader.personal-id",
        record_item="household",
    )
    section = READER.model_copy(update={"questions": (household, head, QUESTIONS["reader.personal-id"])})
    form = LIBRARY_CARD.revised(sections=(section,), derived=())
    assert resting_on(form, {"reader.personal-id"}) == {
        "household.personal-id",
        "household.address",
        not_found("household.personal-id"),
        not_found("household.address"),
    }
    known = {
        "reader.personal-id": "001190000017",
        "household.personal-id": "001060000001",
        "household.address": "Thôn 3",
    }
    same_number = read_section(
        form, section, {"reader.personal-id": "001190000017"}, known, today=TODAY, lists=LISTS
    )
    assert same_number.applied_to(known) == known
    other = read_section(
        form, section, {"reader.personal-id": "001190000018"}, known, today=TODAY, lists=LISTS
    )
    assert other.applied_to(known) == {"reader.personal-id": "001190000018"}
