"""The death group as the law has it: who takes part, who pays, by when, and from which day on."""

from collections.abc import Iterator
from datetime import date, timedelta
from itertools import pairwise
from typing import Any

import pytest

from workflows.bundles.death import (
    DEATH_2024_07,
    DEATH_2025_07,
    DEATH_2026_03,
    DEATH_2026_09,
    DEATH_SEPARATE,
)
from workflows.chain import openable, order, taking_part
from workflows.checking.checks import problems_of
from workflows.conditions import holds, holds_safely
from workflows.declarations.death import DEATH_DECLARATION_2024_07, DEATH_DECLARATION_2026_09
from workflows.errors import DefinitionError, TransitionRefused
from workflows.forms.answers import completed, missing, prune, shown_questions
from workflows.forms.reuse import reuse
from workflows.language import Ask, Bundle, Clock, Definition, Ending, Procedure, Standing
from workflows.machine import limit, starting, take
from workflows.procedures.death_registration import DEATH_REGISTRATION_2023_07
from workflows.questions import How
from workflows.registry import registry
from workflows.words import Source, Text, Word

FILED_ON = date(2026, 11, 20)

DEMO_IDENTITY: dict[str, Any] = {
    "requester.full-name": "Nguyễn Thị Hòa",
    "requester.personal-id": "001175004567",
    "requester.birth-date": "1975-08-14",
    "requester.address": "12 phố Đội Cấn, phường Ba Đình, thành phố Hà Nội",
}
DEMO_RECORD: dict[str, Any] = {
    "deceased.full-name": "Nguyễn Văn An",
    "deceased.birth-date": "1945-03-02",
    "deceased.sex": "male",
    "deceased.ethnicity": "kinh",
    "deceased.nationality": "Việt Nam",
    "deceased.residence-commune": "00004",
    "deceased.residence-address": "12 phố Đội Cấn, phường Ba Đình, thành phố Hà Nội",
    "deceased.household-head-name": "Nguyễn Văn An",
}
DEMO_DEATH_2: dict[str, Any] = {
    "wants.procedures": "two",
    "requester.relation": "child",
    "requester.phone": "0912345678",
    "deceased.personal-id": "001045000123",
    "death.date": "2026-11-18",
    "death.hour": "5 giờ 40 phút",
    "death.place": "Bệnh viện Bạch Mai, thành phố Hà Nội",
    "death.place-commune": "00004",
    "death.cause": "Nhồi máu cơ tim",
    "death.case": "facility",
    "death.notice-number": "118/2026",
    "death.notice-issuer": "Bệnh viện Bạch Mai",
    "death.notice-date": "2026-11-18",
    "result.copies": 0,
}
DEMO_DEATH_3: dict[str, Any] = {
    **DEMO_DEATH_2,
    "wants.procedures": "three",
    "deceased.status": "pensioner",
    "funeral.arranged-by": "requester",
    "funeral.paid-by": "bank",
    "funeral.bank-name": "Ngân hàng Nông nghiệp và Phát triển nông thôn Việt Nam",
    "funeral.bank-account": "1500205123456",
    "result.copies": 3,
    "result.delivery": "counter",
}
DEMO_DEATH_4: dict[str, Any] = {
    **DEMO_DEATH_3,
    "wants.procedures": "four",
    "survivor.kind": "lump-sum",
    "survivor.form-09": False,
    "survivor.relatives": [
        {"name": "Trần Thị Lan", "personal-id": "001148000777", "relation": "spouse"},
        {"name": "Nguyễn Văn Bình", "personal-id": "001078009876", "relation": "child"},
    ],
}
DEMOS = {"two": DEMO_DEATH_2, "three": DEMO_DEATH_3, "four": DEMO_DEATH_4}

BUNDLES = (DEATH_2024_07, DEATH_2025_07, DEATH_2026_03, DEATH_2026_09)
MEMBER_CODES = [member.code for member in DEATH_2026_09.members]
PAYERS = {
    "pensioner": ("funeral-allowance-insurance", 9, 11, 8),
    "reserved": ("funeral-allowance-insurance", 9, 11, 8),
    "voluntary": ("funeral-allowance-insurance", 9, 11, 8),
    "social-protection": ("funeral-allowance-protection", 6, 8, 5),
    "survivor-80": ("funeral-allowance-protection", 11, 13, 5),
    "merit": ("funeral-allowance-merit", 18, 20, 17),
}


def facts(answers: dict[str, Any]) -> dict[str, Any]:
    """What is known when these answers are filed."""
    given = {**DEMO_IDENTITY, **DEMO_RECORD, **answers}
    return completed(DEATH_DECLARATION_2026_09, given, filed_on=FILED_ON)


def with_status(answers: dict[str, Any], status: str) -> dict[str, Any]:
    return facts({**answers, "deceased.status": status})


def members(bundle: Bundle, known: dict[str, Any]) -> set[str]:
    return {member.code for member in taking_part(bundle, known)}


def promise(bundle: Bundle, known: dict[str, Any], *, verified: bool = False) -> int:
    return limit(bundle.deadlines, {"death.verification": verified, **known}).working_days


def procedure(code: str, bundle: Bundle = DEATH_2026_09) -> Procedure:
    return registry().procedure(bundle.member(code).procedure)


def flags(known: dict[str, Any]) -> set[str]:
    return {flag.code for flag in DEATH_2026_09.flags if holds_safely(flag.when, known)}


def of_this_group() -> list[Definition]:
    """Every version of everything that a death bundle names, and the oldest death registration."""
    keys = {member.procedure for bundle in (*BUNDLES, DEATH_SEPARATE) for member in bundle.members}
    return [
        *BUNDLES,
        DEATH_SEPARATE,
        DEATH_DECLARATION_2024_07,
        DEATH_DECLARATION_2026_09,
        DEATH_REGISTRATION_2023_07,
        *(registry().procedure(key) for key in sorted(keys)),
    ]


def words_in(value: Any) -> Iterator[Any]:
    """Walk through every value of the language inside a definition."""
    if isinstance(value, Word):
        yield value
        for name in type(value).model_fields:
            yield from words_in(getattr(value, name))
    elif isinstance(value, tuple):
        for part in value:
            yield from words_in(part)


EVERYTHING = pytest.mark.parametrize("definition", of_this_group(), ids=lambda one: one.key)


# --- soundness ----------------------------------------------------------------------------------


@EVERYTHING
def test_every_definition_is_proved_sound(definition: Any) -> None:
    assert problems_of(registry(), definition) == ()


@EVERYTHING
def test_every_source_names_its_act_and_every_doubt_its_reason(definition: Definition) -> None:
    for source in (word for word in words_in(definition) if isinstance(word, Source)):
        assert source.act
        assert source.note is not None or not source.provisional


@EVERYTHING
def test_no_text_raises_its_voice(definition: Definition) -> None:
    for words in (word for word in words_in(definition) if isinstance(word, Text)):
        assert "!" not in words.vi + words.en


# --- versions -----------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("day", "version"),
    [
        (date(2024, 7, 1), "2024-07"),
        (date(2025, 6, 30), "2024-07"),
        (date(2025, 7, 1), "2025-07"),
        (date(2026, 3, 14), "2025-07"),
        (date(2026, 3, 15), "2026-03"),
        (date(2026, 8, 31), "2026-03"),
        (date(2026, 9, 1), "2026-09"),
        (date(2026, 11, 20), "2026-09"),
    ],
)
def test_each_day_has_its_version(day: date, version: str) -> None:
    assert registry().bundle_in_force("death", day).version == version


@pytest.mark.parametrize("code", ["death", *MEMBER_CODES])
def test_one_version_ends_on_the_day_before_the_next_begins(code: str) -> None:
    versions = [one for one in registry().versions(code) if isinstance(one, Bundle | Procedure)]
    for older, newer in pairwise(versions):
        assert older.effective_to == newer.effective_from - timedelta(days=1)
    assert versions[-1].effective_to is None


def test_before_july_2024_nobody_files_under_the_group() -> None:
    with pytest.raises(DefinitionError):
        registry().bundle_in_force("death", date(2024, 6, 30))


@pytest.mark.parametrize("bundle", BUNDLES, ids=lambda one: one.key)
def test_a_bundle_pins_versions_that_are_in_force_as_long_as_it_is(bundle: Bundle) -> None:
    last = bundle.effective_to or FILED_ON
    pinned = [registry().procedure(member.procedure) for member in bundle.members]
    for one in (*pinned, registry().declaration(bundle.declaration)):
        assert one.in_force_on(bundle.effective_from)
        assert one.in_force_on(last)


def test_what_rests_on_decree_301_is_marked_as_not_settled() -> None:
    assert DEATH_2026_09.official_code == "2.002913"
    for one in (DEATH_2026_09, DEATH_DECLARATION_2026_09, procedure("death-registration")):
        assert one.standing is Standing.PROVISIONAL


# --- who takes part and who pays (rules 64, 68-70) ----------------------------------------------


def test_two_procedures_are_the_death_and_the_residence() -> None:
    assert members(DEATH_2026_09, facts(DEMO_DEATH_2)) == {"death-registration", "residence-removal"}


@pytest.mark.parametrize("status", PAYERS)
def test_the_status_of_the_deceased_chooses_one_payer(status: str) -> None:
    payer = PAYERS[status][0]
    taking = members(DEATH_2026_09, with_status(DEMO_DEATH_3, status))
    assert {code for code in taking if code.startswith("funeral-allowance")} == {payer}


@pytest.mark.parametrize("status", PAYERS)
def test_the_survivor_benefit_of_its_own_is_only_that_of_social_insurance(status: str) -> None:
    insured = PAYERS[status][0] == "funeral-allowance-insurance"
    assert ("survivor-benefit" in members(DEATH_2026_09, with_status(DEMO_DEATH_4, status))) is insured
    assert "survivor-benefit" not in members(DEATH_2026_09, with_status(DEMO_DEATH_3, status))


@pytest.mark.parametrize(("status", "flag"), [("none", "no-benefit"), ("employed", "employer-channel")])
def test_who_has_no_payer_here_gets_no_benefit_and_is_told_why(status: str, flag: str) -> None:
    known = with_status(DEMO_DEATH_4, status)
    assert members(DEATH_2026_09, known) == {"death-registration", "residence-removal"}
    assert flag in flags(known)


def test_a_monthly_benefit_that_the_deceased_drew_is_stopped_before_the_support_is_paid() -> None:
    known = with_status(DEMO_DEATH_3, "survivor-80")
    assert limit(procedure("monthly-benefit-stop").deadlines, known).working_days == 2
    codes = [member.code for member in order(DEATH_2026_09, known)]
    assert codes.index("monthly-benefit-stop") < codes.index("funeral-allowance-protection")


@pytest.mark.parametrize("bundle", BUNDLES, ids=lambda one: one.key)
def test_everything_waits_for_the_extract_and_no_benefit_for_the_residence(bundle: Bundle) -> None:
    assert [member.code for member in openable(bundle, facts(DEMO_DEATH_4), {})] == ["death-registration"]
    assert {link.receiver for link in bundle.links if link.giver == "death-registration"} == (
        set(MEMBER_CODES) - {"death-registration"}
    )
    assert not [link for link in bundle.links if link.giver == "residence-removal"]


# --- by when (rules 65, 66, 76-78) --------------------------------------------------------------


@pytest.mark.parametrize("status", PAYERS)
@pytest.mark.parametrize("bundle", BUNDLES, ids=lambda one: one.key)
def test_the_whole_group_has_the_limit_of_its_payer(bundle: Bundle, status: str) -> None:
    payer, whole, with_verification, own = PAYERS[status]
    known = with_status(DEMO_DEATH_3, status)
    assert promise(bundle, known) == whole
    assert promise(bundle, known, verified=True) == with_verification
    assert limit(procedure(payer, bundle).deadlines, known).working_days == own


def test_the_published_limits_hold_by_their_conditions() -> None:
    by_days = {
        one.working_days: one.when
        for one in DEATH_2024_07.deadlines
        if "death.verification" not in str(one.when) and one.when is not None
    }
    assert sorted(by_days) == [6, 9, 11, 18]
    assert holds(by_days[11], with_status(DEMO_DEATH_3, "survivor-80"))
    assert not holds(by_days[11], with_status(DEMO_DEATH_3, "social-protection"))
    assert not holds(by_days[9], facts(DEMO_DEATH_2))


def test_two_procedures_alone_have_one_day_and_that_is_said_to_be_inferred() -> None:
    deadline = limit(DEATH_2026_09.deadlines, {"death.verification": False, **facts(DEMO_DEATH_2)})
    assert deadline.working_days == 1
    assert deadline.source.provisional


def test_a_death_is_registered_the_same_day_or_within_three_with_verification() -> None:
    deadlines = procedure("death-registration").deadlines
    assert limit(deadlines, {"death.verification": False}).working_days == 0
    assert limit(deadlines, {"death.verification": True}).working_days == 3


def test_the_time_of_verification_is_inside_the_three_days() -> None:
    outcome = take(
        procedure("death-registration"), "under-review", "start-verification", {"death.verification": False}
    )
    assert outcome.sets == {"death.verification": True}
    assert outcome.state.clock is Clock.RUNS


def test_received_after_three_in_the_afternoon_counts_from_the_next_day() -> None:
    assert {bundle.clock.cut_off.hour for bundle in BUNDLES} == {15}


# --- death registration -------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("case", "paper"),
    [
        ("facility", "facility-death-notice"),
        ("court", "court-decision"),
        ("accident", "police-or-forensic-paper"),
        ("elsewhere", "commune-death-notice"),
    ],
)
def test_each_case_has_its_paper(case: str, paper: str) -> None:
    known = facts({**DEMO_DEATH_2, "death.case": case})
    assert [one.code for one in procedure("death-registration").evidence if holds(one.when, known)] == [paper]


def test_after_registration_only_a_correction_leads_on() -> None:
    definition = procedure("death-registration")
    assert [step.code for step in definition.steps if "issued" in step.source] == ["reopen-for-correction"]
    leaving = {step.code for step in definition.steps if "under-correction" in step.source}
    assert leaving == {"correct", "keep"}


def test_the_register_is_asked_and_answers_with_what_the_extract_needs() -> None:
    outcome = take(procedure("death-registration"), "ready-to-sign", "sign", {})
    [ask] = outcome.effects
    assert isinstance(ask, Ask)
    assert (ask.agency, ask.about) == ("civil-status", "death.register")
    assert {item.code for item in ask.gives} == {"register-number", "register-book", "registered-on"}
    assert take(procedure("death-registration"), "awaiting-register", "register", {}).issues == (
        "death-extract",
    )


def test_the_last_residence_decides_where_and_else_the_place_of_death() -> None:
    here = {**DEMO_DEATH_2, "death.place-commune": "00070"}
    assert facts(here)["office.civil-status"] == "00004"
    unknown = completed(
        DEATH_DECLARATION_2026_09,
        {**here, "deceased.residence-commune": None},
        filed_on=FILED_ON,
    )
    assert unknown["office.civil-status"] == "00070"


@pytest.mark.parametrize(("day", "late"), [("2026-11-05", False), ("2026-11-04", True)])
def test_more_than_fifteen_days_are_late_but_accepted(day: str, late: bool) -> None:
    known = facts({**DEMO_DEATH_2, "death.date": day})
    flag = next(one for one in DEATH_2026_09.flags if one.code == "late-registration")
    assert holds(flag.when, known) is late
    assert not flag.refuses
    fee = next(one for one in procedure("death-registration").fees if one.code == "registration")
    assert holds(fee.exemptions[0].when, known) is not late
    assert fee.amount is None


# --- removal of residence -----------------------------------------------------------------------


def test_from_march_2026_the_residence_is_removed_from_the_data() -> None:
    start = starting(procedure("residence-removal"), facts(DEMO_DEATH_2))
    assert start.state == "awaiting-register"
    assert [effect.about for effect in start.effects if isinstance(effect, Ask)] == ["residence.remove"]
    assert limit(procedure("residence-removal").deadlines, {}).working_days == 1


def test_before_that_an_officer_removes_it_on_the_day_of_the_extract() -> None:
    older = procedure("residence-removal", DEATH_2025_07)
    assert starting(older, facts(DEMO_DEATH_2)).state == "received"
    assert limit(older.deadlines, {}).working_days == 0


@pytest.mark.parametrize("bundle", BUNDLES, ids=lambda one: one.key)
def test_without_a_permanent_residence_it_ends_as_not_applicable(bundle: Bundle) -> None:
    removal = procedure("residence-removal", bundle)
    outcome = take(removal, "awaiting-register", "record-nothing-to-remove", {})
    assert outcome.state.ending is Ending.NOT_APPLICABLE


# --- survivor benefit (rules 73-75) -------------------------------------------------------------


@pytest.mark.parametrize(
    ("answers", "state"),
    [
        ({"survivor.kind": "lump-sum", "survivor.form-09": False}, "awaiting-relatives"),
        ({"survivor.kind": "lump-sum", "survivor.form-09": True}, "received"),
        ({"survivor.kind": "monthly"}, "received"),
    ],
)
def test_only_a_lump_sum_without_form_09_waits_for_the_relatives(answers: dict[str, Any], state: str) -> None:
    assert starting(procedure("survivor-benefit"), facts({**DEMO_DEATH_4, **answers})).state == state


def test_the_relatives_have_five_days_that_do_not_count() -> None:
    state = procedure("survivor-benefit").state("awaiting-relatives")
    assert state.clock is Clock.PAUSES
    assert state.consent_of == ("survivor.relatives",)
    assert [(timer.step, timer.working_days) for timer in state.timers] == [("consent-window-ended", 5)]


def test_without_their_agreement_form_09_must_be_asked_for_first() -> None:
    survivors = procedure("survivor-benefit")
    outcome = take(survivors, "awaiting-relatives", "consent-window-ended", {})
    assert outcome.state.code == "under-review"
    silent = {**outcome.sets, "supplement.asked": False}
    with pytest.raises(TransitionRefused, match="09-HSB"):
        take(survivors, "under-review", "decide", silent)
    asked = {**silent, **take(survivors, "under-review", "request-supplement", silent).sets}
    assert take(survivors, "under-review", "decide", asked).state.code == "awaiting-register"


def test_a_monthly_benefit_without_an_eligible_relative_is_refused_with_advice() -> None:
    known = facts({**DEMO_DEATH_4, "survivor.kind": "monthly", "survivor.basis": "none"})
    flag = next(one for one in DEATH_2026_09.flags if one.code == "no-monthly-right")
    assert holds(flag.when, known)
    assert flag.refuses


def test_too_few_months_are_a_warning_only() -> None:
    few = {"deceased.months-compulsory": 11, "deceased.months-voluntary": 59}
    known = facts({**DEMO_DEATH_3, "deceased.status": "reserved", **few})
    assert "below-threshold" in flags(known)
    assert "below-threshold" not in flags({**known, "deceased.months-voluntary": 60})
    assert "funeral-allowance-insurance" in members(DEATH_2026_09, known)


def test_who_arranged_the_funeral_is_paid() -> None:
    assert facts(DEMO_DEATH_3)["funeral.payee-name"] == "Nguyễn Thị Hòa"
    other = {"funeral.other-payee-id": "001078009876", "funeral.other-payee-name": "Nguyễn Văn Bình"}
    known = facts({**DEMO_DEATH_3, "funeral.arranged-by": "other", **other})
    assert (known["funeral.payee-name"], known["funeral.payee-id"]) == ("Nguyễn Văn Bình", "001078009876")


def test_no_amount_is_promised_the_decision_names_it() -> None:
    for code in ("funeral-allowance-insurance", "funeral-allowance-merit", "survivor-benefit"):
        assert any(source.provisional for source in procedure(code).legal_basis)
        [output] = procedure(code).outputs
        assert "amount" in {item.fact for item in output.items}


# --- the form -----------------------------------------------------------------------------------


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


# --- the comparison -----------------------------------------------------------------------------


def test_one_by_one_the_limits_add_up_to_fourteen() -> None:
    known = facts(DEMO_DEATH_3)
    path = [member.code for member in order(DEATH_SEPARATE, known)]
    days = [limit(procedure(code, DEATH_SEPARATE).deadlines, {"death.verification": False}) for code in path]
    assert path == ["death-registration", "residence-removal", "funeral-allowance-insurance"]
    assert [one.working_days for one in days] == [1, 5, 8]
    assert promise(DEATH_SEPARATE, known) == 14
    assert promise(DEATH_SEPARATE, known, verified=True) == 16


def test_nobody_files_under_the_comparison() -> None:
    assert DEATH_SEPARATE.standing is Standing.BASELINE
    assert DEATH_SEPARATE.quiet
    with pytest.raises(DefinitionError):
        registry().bundle_in_force("death-separate", FILED_ON)
