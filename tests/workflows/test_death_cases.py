"""The cases after a death: registration, removal of residence, survivor benefit."""

from typing import Any

import pytest

from tests.workflows.death_families import (
    BUNDLES,
    DEMO_DEATH_2,
    DEMO_DEATH_3,
    DEMO_DEATH_4,
    FILED_ON,
    facts,
    flags,
    members,
    procedure,
)
from workflows.bundle import Bundle
from workflows.bundles.death import DEATH_2025_07, DEATH_2026_09
from workflows.conditions import holds
from workflows.declarations.death import DEATH_DECLARATION_2026_09
from workflows.errors import TransitionRefused
from workflows.forms.answers import completed
from workflows.language import Ask
from workflows.machine import limit, starting, take
from workflows.vocabulary import Clock, Ending

# --- death registration ---------------------------------------------------------------------------


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


# --- removal of residence -------------------------------------------------------------------------


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


# --- survivor benefit (rules 73-75) ---------------------------------------------------------------


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
