"""The cases after a birth: registration, residence and cards."""

from typing import Any

import pytest

from tests.workflows.birth_families import (
    AT_OPENING,
    DEMO_BIRTH,
    GRANDFATHER,
    birth,
    facts,
    flags,
    messages,
    papers,
    procedure,
    with_grandfather,
)
from workflows.conditions import holds_safely
from workflows.declarations.birth import BIRTH_DECLARATION_2024_07
from workflows.errors import TransitionRefused
from workflows.language import Ask, Procedure
from workflows.machine import starting, take
from workflows.procedures.birth_registration import BIRTH_REGISTRATION_2023_07, BIRTH_REGISTRATION_2024_07
from workflows.procedures.permanent_residence import PERMANENT_RESIDENCE_2024_07
from workflows.vocabulary import Clock, Ending, Role

# --- birth registration ---------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("answers", "paper"),
    [
        ({}, {"electronic-birth-notice"}),
        ({"birth-notice.number": None, "child.birth-evidence": "notice"}, {"birth-notice"}),
        ({"birth-notice.number": None, "child.birth-evidence": "witness"}, {"witness-statement"}),
        ({"birth-notice.number": None, "child.birth-evidence": "commitment"}, {"written-commitment"}),
        ({"birth-notice.number": None, "child.case": "abandoned"}, {"abandoned-child-minutes"}),
        ({"child.case": "surrogacy"}, {"electronic-birth-notice", "surrogacy-proof"}),
    ],
)
def test_each_case_has_its_papers(answers: dict[str, Any], paper: set[str]) -> None:  # rules 9-11
    assert papers(facts({**DEMO_BIRTH, **answers})) == paper


def test_a_birth_takes_its_way_from_the_desk_to_the_certificate() -> None:
    assert birth("received", "accept").state.code == "under-review"
    asked = birth("under-review", "request-personal-id")
    assert [(ask.agency, ask.about) for ask in asked.effects if isinstance(ask, Ask)] == [
        ("population-database", "personal-id.assign")
    ]
    assert birth(asked.state.code, "record-personal-id").state.code == "ready-to-sign"
    signed = birth("ready-to-sign", "sign")
    assert [ask.about for ask in signed.effects if isinstance(ask, Ask)] == ["birth.register"]
    entered = birth(signed.state.code, "record-registration")
    assert (entered.state.ending, entered.issues) == (Ending.ISSUED, ("birth-certificate",))


def test_a_suspected_duplicate_gets_no_number_until_an_officer_has_settled_it() -> None:  # rule 16
    for state, step in (("under-review", "request-personal-id"), ("ready-to-sign", "sign")):
        with pytest.raises(TransitionRefused, match="duplicate"):
            birth(state, step, **{"duplicate.suspected": True})
    settled = birth("under-review", "resolve-duplicate", **{"duplicate.suspected": True})
    assert settled.sets == {"duplicate.suspected": False}
    assert settled.step.by is Role.CLERK
    assert "reason" in {item.code for item in settled.step.takes}


@pytest.mark.parametrize(
    ("outcome", "obstacle"),
    [
        ("suspected-duplicate", "suspected-duplicate"),
        ("refused", "refused"),
        ("unreachable", "unreachable"),
    ],
)
def test_a_number_that_does_not_come_is_an_obstacle_that_an_officer_and_the_family_see(
    outcome: str, obstacle: str
) -> None:  # rule 28
    ask = next(ask for ask in messages(procedure("birth-registration")) if ask.about == "personal-id.assign")
    (step,) = [answer.step for answer in ask.answers if answer.outcome == outcome]
    moved = birth("awaiting-personal-id", step)
    assert moved.sets["personal-id.obstacle"] == obstacle
    assert moved.state.code == "personal-id-obstacle"
    assert moved.state.waits_for == "officer"
    assert moved.state.citizen is not None


def test_at_the_obstacle_one_asks_again_or_issues_without_the_number() -> None:  # rule 29
    assert birth("personal-id-obstacle", "ask-again-for-personal-id").state.code == "awaiting-personal-id"
    assert birth("personal-id-obstacle", "continue-without-personal-id").state.code == "ready-to-sign"
    for step in ("ask-again-for-personal-id", "continue-without-personal-id"):
        with pytest.raises(TransitionRefused):
            birth("personal-id-obstacle", step, **{"duplicate.suspected": True})
    items = procedure("birth-registration").output("birth-certificate").items
    assert not next(item for item in items if item.code == "personal-id").required


@pytest.mark.parametrize("definition", [BIRTH_REGISTRATION_2023_07, BIRTH_REGISTRATION_2024_07])
def test_a_late_number_is_welcome_wherever_the_case_is_by_then(definition: Procedure) -> None:
    known = {**AT_OPENING, "draft.sent": False, "duplicate.suspected": False}
    ask = next(ask for ask in messages(definition) if ask.about == "personal-id.assign")
    steps = [definition.step(answer.step) for answer in ask.answers if answer.outcome == "assigned"]
    welcome = {state for step in steps if step for state in step.source}
    closed = {"received", "awaiting-supplement", "awaiting-verification", "refused", "withdrawn"}
    assert welcome == {state.code for state in definition.states} - closed
    late = take(definition, "issued", "record-late-personal-id", known)
    assert (late.state.code, late.issues) == ("issued", ("birth-certificate",))
    for step in steps:
        assert step is not None
        with pytest.raises(TransitionRefused):
            take(definition, step.source[0], step.code, {**known, "personal-id.recorded": True})


def test_only_the_verification_at_another_commune_and_the_draft_stop_the_clock() -> None:  # rules 14, 24
    still = {s.code for s in procedure("birth-registration").states if s.clock is Clock.PAUSES}
    assert still == {"awaiting-verification", "awaiting-draft-answer"}
    timers = {
        s.code: [t.working_days for t in s.timers] for s in procedure("birth-registration").states if s.timers
    }
    assert timers == {
        "awaiting-supplement": [7],
        "awaiting-verification": [3],
        "awaiting-draft-answer": [1],
    }


def test_a_certificate_returned_as_wrong_is_entered_again_before_it_is_issued_again() -> None:  # rule 55
    open_ = {"correction.open": True}
    assert birth("issued", "reopen-for-correction").sets == open_
    mended = birth("under-correction", "correct", **open_)
    assert (mended.step.corrects, mended.issues) == (True, ())
    assert [ask.about for ask in mended.effects if isinstance(ask, Ask)] == ["birth.correct"]
    again = birth(mended.state.code, "record-registration", **open_)
    assert (again.issues, again.sets) == (("birth-certificate",), {"correction.open": False})
    assert birth("under-correction", "keep", **open_).step.keeps == "birth-certificate"
    assert birth("register-obstacle", "send-correction-again", **open_).state.code == "awaiting-register"
    for step in ("register-again", "review-again", "refuse"):  # what is issued can only be corrected
        with pytest.raises(TransitionRefused):
            birth("register-obstacle", step, **open_)


def test_registering_on_time_is_free_and_only_copies_cost() -> None:
    fees = {fee.code: fee for fee in procedure("birth-registration").fees}
    on_time = {"child.days-since-birth": 60, "result.copies": 0}
    late = {"child.days-since-birth": 61, "result.copies": 2}
    assert {code for code, fee in fees.items() if holds_safely(fee.when, on_time)} == {"registration"}
    assert {code for code, fee in fees.items() if holds_safely(fee.when, late)} == {
        "registration",
        "extract-copy",
    }
    exemption = fees["registration"].exemptions[0]
    assert (exemption.code, fees["registration"].amount) == ("on-time", None)
    assert (holds_safely(exemption.when, on_time), holds_safely(exemption.when, late)) == (True, False)


# --- residence ------------------------------------------------------------------------------------


def test_a_parent_who_heads_the_household_has_agreed_by_filing() -> None:  # rule 40
    start = starting(procedure("permanent-residence"), facts(DEMO_BIRTH))
    assert start.state == "received"
    assert dict(start.sets) == {"householder.agreed": True, "residence.relation": "child"}


def test_another_householder_agrees_by_vneid_while_the_clock_stands_still() -> None:  # rules 34, 39
    definition = procedure("permanent-residence")
    known = with_grandfather()
    state = definition.state(starting(definition, known).state)
    assert (state.code, state.clock) == ("awaiting-consent", Clock.PAUSES)
    assert [known[fact] for fact in state.consent_of] == [GRANDFATHER]
    agreed = take(definition, "awaiting-consent", "confirm-consent", known)
    assert (agreed.state.code, agreed.state.clock, agreed.step.by) == ("received", Clock.RUNS, Role.RELATIVE)
    assert agreed.sets == {"householder.agreed": True}


def test_a_consent_in_writing_or_the_householders_own_filing_needs_no_waiting() -> None:
    attached = with_grandfather(**{"residence.consent": "attached"})
    assert starting(procedure("permanent-residence"), attached).state == "received"
    himself = with_grandfather(**{"requester.personal-id": GRANDFATHER, "requester.relation": "relative"})
    assert "residence.consent" not in himself
    assert starting(procedure("permanent-residence"), himself).state == "received"


def test_without_consent_nothing_is_approved_but_a_paper_can_still_come() -> None:
    definition = procedure("permanent-residence")
    known = {**with_grandfather(), "householder.agreed": False}
    with pytest.raises(TransitionRefused):
        take(definition, "under-review", "approve", known)
    assert take(definition, "under-review", "record-written-consent", known).sets == {
        "householder.agreed": True
    }


def test_since_july_2026_nothing_is_verified_for_a_small_child_at_its_parents() -> None:  # rule 36
    known = {**facts(DEMO_BIRTH), "residence-verification.needed": False}
    elsewhere = {**known, "residence.at-parents": False}
    definition = procedure("permanent-residence")
    with pytest.raises(TransitionRefused):
        take(definition, "under-review", "start-verification", known)
    for version, here in ((definition, elsewhere), (PERMANENT_RESIDENCE_2024_07, known)):
        moved = take(version, "under-review", "start-verification", here)
        assert moved.sets == {"residence-verification.needed": True}
        assert moved.state.clock is Clock.RUNS


def test_parents_without_any_residence_declare_residence_information_instead() -> None:  # rule 41
    definition = procedure("permanent-residence")
    known = {
        **facts({**DEMO_BIRTH, "residence.with": "none", "residence.other-commune": "00004"}),
        "householder.agreed": True,
    }
    assert "residence-information-only" in flags(known)
    assert take(definition, "under-review", "record-residence-information", known).state.ending is (
        Ending.NOT_APPLICABLE
    )
    with pytest.raises(TransitionRefused):
        take(definition, "under-review", "approve", known)
    before = {option.value for q in BIRTH_DECLARATION_2024_07.questions() for option in q.options}
    assert "none" not in before


def test_a_child_pays_no_residence_fee() -> None:  # rule 45
    [fee] = procedure("permanent-residence").fees
    assert (fee.amount, holds_safely(fee.exemptions[0].when, {"child.age-months": 191})) == (10_000, True)
    assert holds_safely(fee.exemptions[0].when, {"child.age-months": 192}) is False


# --- cards ----------------------------------------------------------------------------------------


@pytest.mark.parametrize("code", ["child-health-insurance", "under-six-identity-card"])
def test_no_card_without_the_personal_id(code: str) -> None:
    with pytest.raises(TransitionRefused, match="personal ID"):
        take(procedure(code), "under-review", "approve", {})
    approved = take(
        procedure(code), "under-review", "approve", {"birth-certificate.personal-id": "001326000001"}
    )
    assert approved.state.code == "awaiting-register"


def test_a_child_that_has_a_card_gets_no_second_one() -> None:  # rule 51
    definition = procedure("child-health-insurance")
    old = take(definition, "awaiting-register", "record-existing-card", {"card.issued-here": False})
    assert (old.state.ending, old.issues) == (Ending.ALREADY_ISSUED, ())
    own = take(definition, "awaiting-register", "renew-own-card", {"card.issued-here": True})
    assert (own.state.ending, own.issues) == (Ending.ISSUED, ("health-insurance-card",))
    with pytest.raises(TransitionRefused):
        take(definition, "awaiting-register", "renew-own-card", {"card.issued-here": False})


def test_the_health_card_names_the_group_of_children_and_costs_nothing() -> None:  # rule 49
    definition = procedure("child-health-insurance")
    assert {("card.group", "TE"), ("card.benefit-level", "1")} <= set(definition.assumes)
    assert [fee.amount for fee in definition.fees] == [0]


def test_the_insurance_sees_neither_the_parents_numbers_nor_the_residence() -> None:  # rule 47
    seen = {needed.fact for needed in procedure("child-health-insurance").inputs}
    assert not {"mother.personal-id", "father.personal-id", "residence.address"} & seen
