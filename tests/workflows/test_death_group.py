"""The group after a death: its versions, who takes part and pays, its limits."""

from datetime import date, timedelta
from itertools import pairwise

import pytest

from tests.workflows.death_families import (
    BUNDLES,
    DEMO_DEATH_2,
    DEMO_DEATH_3,
    DEMO_DEATH_4,
    FILED_ON,
    MEMBER_CODES,
    PAYERS,
    facts,
    flags,
    members,
    procedure,
    promise,
    with_status,
)
from workflows.bundle import Bundle
from workflows.bundles.death import DEATH_2024_07, DEATH_2026_09, DEATH_SEPARATE
from workflows.chain import openable, order
from workflows.conditions import holds
from workflows.declarations.death import DEATH_DECLARATION_2026_09
from workflows.errors import DefinitionError
from workflows.language import Procedure
from workflows.machine import limit, take
from workflows.registry import registry
from workflows.vocabulary import Clock, Standing

# --- versions -------------------------------------------------------------------------------------


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


# --- who takes part and who pays (rules 64, 68-70) ------------------------------------------------


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


# --- by when (rules 65, 66, 76-78) ----------------------------------------------------------------


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


# --- the comparison -------------------------------------------------------------------------------


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
