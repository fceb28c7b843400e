"""Reading a page, what follows from it, what is missing and what no longer counts."""

from collections.abc import Mapping
from datetime import date
from typing import Any

import pytest

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
from workflows.forms.answers import (
    Reading,
    as_typed,
    asked,
    completed,
    derive,
    missing,
    prune,
    read_section,
    shown,
    shown_questions,
)
from workflows.forms.derived import months_between
from workflows.forms.doubts import doubts
from workflows.forms.fetched import fetched_with, not_found, resting_on, with_record
from workflows.forms.problems import FieldProblem
from workflows.questions import Derived, How, Section
from workflows.words import Kind

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


# Reading a page


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


# Strange answers


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


# Facts from a register


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


# Derived facts


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


# What is shown, missing, or no longer counts


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
