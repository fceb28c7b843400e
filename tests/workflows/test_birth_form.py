"""The declaration of a birth: what a family types, what follows from it, what the rules remark."""

from typing import Any

import pytest

from tests.workflows.birth_families import (
    ANSWERS_IN_2023,
    BUNDLES,
    DECLARATIONS,
    DEMO_BIRTH,
    FILED_ON,
    FORMS,
    counted,
    facts,
    flags,
    with_grandfather,
)
from workflows.bundles.birth import BIRTH_2026_09
from workflows.conditions import holds_safely
from workflows.declarations.birth import (
    BIRTH_DECLARATION_2023_07,
    BIRTH_DECLARATION_2024_07,
    BIRTH_DECLARATION_2026_07,
    BIRTH_DECLARATION_2026_09,
)
from workflows.forms.answers import completed, missing, shown_questions
from workflows.questions import Declaration, How

# --- the form -------------------------------------------------------------------------------------


def test_the_usual_family_types_sixteen_answers_instead_of_seventy_one_boxes() -> None:
    count = counted(facts(DEMO_BIRTH))
    assert (count.typed, count.boxes) == (16, 71)
    assert [count.boxes_by_procedure[form] for form in FORMS] == [29, 26, 16]


def test_a_householder_who_is_no_parent_costs_two_more_answers() -> None:
    count = counted(with_grandfather())
    assert (count.typed, count.boxes) == (18, 71)


@pytest.mark.parametrize(
    ("declaration", "typed"),
    [
        (BIRTH_DECLARATION_2023_07, 16),
        (BIRTH_DECLARATION_2024_07, 15),
        (BIRTH_DECLARATION_2026_07, 15),
        (BIRTH_DECLARATION_2026_09, 16),
    ],
)
def test_no_earlier_form_asked_for_more(declaration: Declaration, typed: int) -> None:
    known = facts({**DEMO_BIRTH, **ANSWERS_IN_2023}, declaration)
    assert (counted(known, declaration).typed, counted(known, declaration).boxes) == (typed, 71)


def test_the_answers_of_the_demo_are_complete_and_none_of_them_is_superfluous() -> None:
    known = facts(DEMO_BIRTH)
    assert missing(BIRTH_DECLARATION_2026_09, known) == ()
    shown = [question for _, question in shown_questions(BIRTH_DECLARATION_2026_09, known)]
    assert {question.fact for question in shown if question.how is How.TYPED} == DEMO_BIRTH.keys()
    assert DEMO_BIRTH.items() <= known.items()
    assert flags(known) == set()


def test_the_answers_of_the_grandfathers_household_are_complete() -> None:
    known = with_grandfather()
    assert missing(BIRTH_DECLARATION_2026_09, known) == ()
    assert flags(known) == {"consent-outside-the-clock"}


def test_everything_that_follows_from_the_answers_is_there() -> None:
    known = facts(DEMO_BIRTH)
    offices = {known[f"office.{office}"] for office in ("civil-status", "police", "social-insurance")}
    assert offices == {"00004"}
    assert (known["child.age-months"], known["child.days-since-birth"]) == (0, 4)
    assert (known["child.ethnicity"], known["child.nationality"]) == ("kinh", "Việt Nam")
    assert known["child.birth-place"] == "Bệnh viện Bạch Mai, thành phố Hà Nội"
    assert (known["father.is-householder"], known["mother.is-householder"]) == (True, False)
    assert known["householder.is-parent"] is True
    assert known["residence.at-parents"] is True
    assert known["child.father-recorded"] is True


def test_the_marriage_certificate_is_never_asked_for() -> None:  # rule 14
    for declaration in DECLARATIONS:
        assert [q.fact for q in declaration.questions() if "marriage" in q.fact] == []


def test_a_mother_without_a_number_is_asked_for_her_data_and_for_the_office() -> None:
    known = facts({**DEMO_BIRTH, "requester.relation": "relative", "residence.with": "father"})
    assert {one.section for one in missing(BIRTH_DECLARATION_2026_09, known)} == {
        "mother",
        "registration-office",
        "child",  # the ethnicity, which cannot follow from hers
    }


def test_parents_of_two_ethnicities_choose_one_for_the_child() -> None:
    asked = {**facts(DEMO_BIRTH), "father.ethnicity": "tay"}
    known = completed(BIRTH_DECLARATION_2026_09, asked, filed_on=FILED_ON)
    assert [one.fact for one in missing(BIRTH_DECLARATION_2026_09, known)] == ["child.chosen-ethnicity"]
    chosen = {**known, "child.chosen-ethnicity": "tay"}
    assert completed(BIRTH_DECLARATION_2026_09, chosen, filed_on=FILED_ON)["child.ethnicity"] == "tay"


def test_a_father_who_is_not_known_leaves_his_part_blank_and_the_ethnicity_to_the_mother() -> None:  # rule 12
    known = facts({**DEMO_BIRTH, "child.case": "mother-only"})
    assert known["child.father-recorded"] is False
    assert [fact for fact in known if fact.startswith("father.")] == []
    assert known["child.ethnicity"] == known["mother.ethnicity"]
    assert [one.fact for one in missing(BIRTH_DECLARATION_2026_09, known)] == [
        "residence.relation",  # his father's household is now nobody's of theirs
        "residence.consent",
    ]


# --- what the rules remark ------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("more", "flag"),
    [
        ({"child.birth-date": "2020-11-20"}, "six-or-older"),
        ({"child.birth-date": "2026-09-20"}, "late-registration"),
        ({"residence.with": "other"}, "lives-elsewhere"),
        ({"requester.relation": "father", "child.case": "mother-only"}, "father-files-unrecorded"),
        (
            {
                "requester.relation": "relative",
                "child.case": "mother-only",
                "mother.personal-id": "001192004322",
            },
            "notice-names-another-mother",
        ),
    ],
)
def test_the_rules_remark_on_what_was_declared(more: dict[str, Any], flag: str) -> None:
    assert flag in flags(facts({**DEMO_BIRTH, **more}))


@pytest.mark.parametrize(
    ("fact", "value", "flag"),
    [
        ("mother.nationality", "Lào", "foreign-element"),
        ("father.residence-commune", "00008", "parents-live-apart"),
    ],
)
def test_the_rules_remark_on_what_the_registers_said(fact: str, value: str, flag: str) -> None:
    known = completed(BIRTH_DECLARATION_2026_09, {**facts(DEMO_BIRTH), fact: value}, filed_on=FILED_ON)
    assert flag in flags(known)


def test_a_child_of_six_is_refused_and_nothing_else_is() -> None:  # rule 1
    for bundle in BUNDLES:
        assert [flag.code for flag in bundle.flags if flag.refuses] == ["six-or-older"]
    known = facts({**DEMO_BIRTH, "child.birth-date": "2020-11-21"})
    assert "six-or-older" not in flags(known)


def test_twins_are_two_events_and_not_suspected_of_being_one() -> None:  # rules 15, 31
    assert BIRTH_2026_09.same_event == ("mother.personal-id", "child.birth-date", "child.full-name")
    assert BIRTH_2026_09.alike == ("mother.personal-id", "child.birth-date")
    assert holds_safely(BIRTH_2026_09.unlike, {"child.multiple-birth": True})
    assert not holds_safely(BIRTH_2026_09.unlike, facts(DEMO_BIRTH))
