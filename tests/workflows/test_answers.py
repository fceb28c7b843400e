"""A page of the form is read: its values, all its problems at once, and what only warns."""

import pytest

from tests.workflows.toy_answers import CHILD, FETCHED, facts_of, read, typed
from tests.workflows.toy_declaration import (
    CARD,
    GUARDIAN,
    GUARDIAN_ID,
    HOME,
    LIBRARY_CARD,
    LISTS,
    QUESTIONS,
    READER,
    TODAY,
    question,
    same,
)
from workflows.conditions import equals, is_true
from workflows.forms.answers import as_typed, read_section
from workflows.forms.doubts import doubts
from workflows.forms.fetched import not_found
from workflows.questions import Section
from workflows.words import Kind


def test_a_page_gives_its_values() -> None:
    reading = read(READER, typed())
    assert reading.values == CHILD
    assert reading.problems == reading.warnings == ()


def test_all_problems_of_a_page_come_at_once_and_good_answers_stay() -> None:
    reading = read(READER, typed(full_name="Mai 2", birth_date_month="13", sex=""))
    assert [(p.fact, p.kind, p.anchor, p.section) for p in reading.problems] == [
        ("reader.full-name", "wrong", "reader.full-name", "reader"),
        ("reader.birth-date", "wrong", "reader.birth-date-month", "reader"),
        ("reader.sex", "missing", "reader.sex", "reader"),
    ]
    assert read(READER, typed(sex="")).values == {k: v for k, v in CHILD.items() if k != "reader.sex"}


def test_what_was_not_asked_is_ignored() -> None:
    forged = {
        "requester.full-name": "Kẻ Khác",
        "reader.age": "99",
        "reader.months": "1",
        "card.deposit": "5",
        "state": "approved",
        not_found("guardian.full-name"): "true",
    }
    reading = read(READER, {**typed(), **forged}, {"requester.full-name": "Lê Ba"})
    assert reading.values == CHILD
    assert reading.applied_to({"requester.full-name": "Lê Ba"})["requester.full-name"] == "Lê Ba"


def test_fetched_facts_cannot_be_typed_over() -> None:
    raw = {
        "guardian.personal-id": GUARDIAN_ID,
        "guardian.phone": "0912345678",
        "guardian.full-name": "Kẻ Khác",
    }
    reading = read(GUARDIAN, raw, FETCHED)
    assert "guardian.full-name" not in reading.values
    assert reading.applied_to(FETCHED)["guardian.full-name"] == "Trần Thị Lan"


def test_hidden_questions_are_dropped_after_the_new_answers() -> None:
    raw = {"card.by-post": "no", "card.post-address": "Thôn 3", "card.insured": "yes", "card.deposit": "5"}
    reading = read(CARD, raw)
    assert reading.values == {"card.by-post": False, "card.deposit": 5}
    assert reading.problems == ()
    yes = read(CARD, {**raw, "card.by-post": "yes"})
    assert yes.values == {
        "card.by-post": True,
        "card.post-address": "Thôn 3",
        "card.insured": True,
        "card.deposit": 5,
    }


def test_former_answers_of_the_page_do_not_linger() -> None:
    known = {"card.by-post": True, "card.post-address": "Thôn 3", "card.insured": True, "card.copies": 2}
    reading = read(CARD, {"card.by-post": "no", "card.deposit": "5"}, known)
    assert reading.applied_to(known) == {"card.by-post": False, "card.deposit": 5}


def test_a_question_may_depend_on_another_page_and_on_derived_facts() -> None:
    raw = {"card.by-post": "no", "card.deposit": "5", "card.branch": "east"}
    assert read(CARD, raw, CHILD).values["card.branch"] == "east"
    assert "card.branch" not in read(CARD, raw, {**CHILD, "reader.sex": "male"}).values
    assert facts_of(read(GUARDIAN, {}, CHILD).problems) == ["guardian.personal-id", "guardian.phone"]


def test_a_page_that_does_not_apply_gives_nothing() -> None:
    adult = {**FETCHED, "reader.birth-date": "1990-01-01"}
    reading = read(GUARDIAN, {"guardian.personal-id": GUARDIAN_ID, "guardian.phone": "0912345678"}, adult)
    assert (reading.values, reading.problems) == ({}, ())
    assert "guardian.full-name" not in reading.applied_to(adult)


def test_a_wrong_answer_does_not_open_the_next_question() -> None:
    reading = read(CARD, {"card.by-post": "perhaps", "card.deposit": "5", "card.post-address": "Thôn 3"})
    assert facts_of(reading.problems) == ["card.by-post"]


def test_two_questions_for_one_fact_are_one_answer() -> None:
    section = Section(
        code="twice",
        slug="hai-lan",
        text=same("Twice"),
        questions=(
            question("toy.local", Kind.YES_NO),
            question("toy.name", Kind.NAME, when=is_true("toy.local")),
            question("toy.name", Kind.NAME, required=False),
        ),
    )
    form = LIBRARY_CARD.revised(sections=(section,), derived=())
    raw = {"toy.local": "yes", "toy.name": "Lan"}
    for answers, values in (
        (raw, {"toy.local": True, "toy.name": "Lan"}),
        ({**raw, "toy.local": "no"}, {"toy.local": False, "toy.name": "Lan"}),
    ):
        reading = read_section(form, section, answers, {}, today=TODAY, lists=LISTS)
        assert (reading.values, reading.problems) == (values, ())
    empty = read_section(form, section, {"toy.local": "yes"}, {}, today=TODAY, lists=LISTS)
    assert facts_of(empty.problems) == ["toy.name"]


def test_a_fact_that_two_pages_can_supply_is_cleared_only_where_it_is_asked() -> None:
    local, abroad = (
        question("toy.name", Kind.NAME, when=equals("reader.sex", sex)) for sex in ("male", "female")
    )
    one, two = (
        CARD.model_copy(update={"code": c, "questions": (q,)}) for c, q in (("1", local), ("2", abroad))
    )
    form = LIBRARY_CARD.revised(sections=(one, two), derived=())
    known = {"reader.sex": "male", "toy.name": "Lan"}
    for section, raw, name in ((two, {}, "Lan"), (two, {"toy.name": "Mai"}, "Lan"), (one, {}, None)):
        reading = read_section(form, section, raw, known, today=TODAY, lists=LISTS)
        assert reading.applied_to(known).get("toy.name") == name


def test_what_another_page_typed_for_want_of_a_number_stays_when_the_number_stays_away() -> None:
    optional = QUESTIONS["guardian.personal-id"].model_copy(update={"required": False})
    number = CARD.model_copy(
        update={"code": "number", "questions": (optional, QUESTIONS["guardian.full-name"])}
    )
    by_hand = CARD.model_copy(
        update={"code": "by-hand", "questions": (question("guardian.full-name", Kind.NAME),)}
    )
    form = LIBRARY_CARD.revised(sections=(number, by_hand), derived=())
    known = {"guardian.full-name": "Trần Thị Lan"}
    for typed_number, left in (("", known), (GUARDIAN_ID, {"guardian.personal-id": GUARDIAN_ID})):
        raw = {"guardian.personal-id": typed_number}
        reading = read_section(form, number, raw, known, today=TODAY, lists=LISTS)
        assert reading.applied_to(known) == left


def test_reading_again_what_was_read_changes_nothing() -> None:
    raw = {
        "home.commune": "Mường Hum, Lào Cai",
        "home.people-1-name": "Trần Thị Lan",
        "home.people-1-personal-id": "001 190 000 017",
        "home.people-1-relation": "mẹ",
        "home.note": "Một\r\n hai",
        "home.notice": "10123gcs0045626",
    }
    first = read(HOME, raw)
    again = {name: t for fact, v in first.values.items() for name, t in as_typed(QUESTIONS[fact], v).items()}
    assert first.problems == ()
    assert read(HOME, again).values == first.values


def test_strange_answers_only_warn() -> None:
    long = "Công Tằng Tôn Nữ Thị Ngọc Phương Anh"
    reading = read(READER, typed(full_name=long, birth_date_year="1902", personal_id="001402000017"))
    assert reading.problems == ()
    assert reading.values["reader.full-name"] == long
    assert [(w.fact, w.kind, w.section) for w in reading.warnings] == [
        ("reader.full-name", "warning", "reader"),
        ("reader.birth-date", "warning", "reader"),
        ("reader.birth-date", "warning", "reader"),
        ("reader.personal-id", "warning", "reader"),
    ]
    assert "25 chữ cái" in reading.warnings[0].text.vi
    assert "năm sinh 2102" in reading.warnings[3].text.vi


def test_25_letters_are_no_long_name() -> None:
    assert read(READER, typed(full_name="Tôn Nữ Thị Ngọc Phương Anhanh")).warnings == ()


@pytest.mark.parametrize(
    ("personal_id", "fits"),
    [
        ("001320000017", True),
        ("001220000017", False),
        ("001321000017", False),
        ("001120000017", False),
    ],
)
def test_a_personal_id_number_is_compared_with_birth_date_and_sex(personal_id: str, fits: bool) -> None:
    reading = read(READER, typed(personal_id=personal_id))
    assert reading.problems == ()
    assert (reading.warnings == ()) is fits
    later = doubts([QUESTIONS["reader.sex"]], {**CHILD, "reader.personal-id": personal_id}, today=TODAY)
    assert (later == ()) is fits


def test_a_number_in_no_known_form_is_not_compared() -> None:
    assert doubts([QUESTIONS["reader.sex"]], {**CHILD, "reader.personal-id": "?"}, today=TODAY) == ()
