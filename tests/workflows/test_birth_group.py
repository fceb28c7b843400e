"""The group after a birth: its versions, its limits, who takes part in which order, and its messages."""

from datetime import date
from itertools import pairwise

import pytest

from tests.workflows.birth_families import (
    BASELINES,
    BUNDLES,
    DEMO_BIRTH,
    FILED_ON,
    FORMS,
    ISSUED,
    days,
    facts,
    messages,
    procedure,
)
from workflows.bundle import Bundle
from workflows.bundles.birth import (
    BIRTH_2023_07,
    BIRTH_2024_07,
    BIRTH_2026_07,
    BIRTH_2026_09,
    BIRTH_SEPARATE,
    BIRTH_SEPARATE_PUBLISHED,
)
from workflows.chain import MemberProgress, barred, openable, taking_part
from workflows.declarations.birth import BIRTH_DECLARATION_2026_09
from workflows.errors import DefinitionError
from workflows.machine import limit
from workflows.registry import registry
from workflows.vocabulary import Ending, Standing
from workflows.words import Confidence

# --- versions -------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("day", "version"),
    [
        (date(2023, 7, 10), "2023-07"),
        (date(2023, 8, 1), "2023-07"),
        (date(2024, 6, 30), "2023-07"),
        (date(2024, 7, 1), "2024-07"),
        (date(2025, 1, 10), "2024-07"),
        (date(2026, 6, 30), "2024-07"),
        (date(2026, 7, 1), "2026-07"),
        (date(2026, 8, 1), "2026-07"),
        (date(2026, 8, 31), "2026-07"),
        (date(2026, 9, 1), "2026-09"),
        (date(2026, 11, 21), "2026-09"),
    ],
)
def test_each_day_has_its_version(day: date, version: str) -> None:
    assert registry().bundle_in_force("birth", day).version == version
    assert registry().bundle_by_slug("khai-sinh", day).version == version


def test_before_the_roll_out_of_july_2023_nobody_files_under_the_group() -> None:
    with pytest.raises(DefinitionError):
        registry().bundle_in_force("birth", date(2023, 7, 9))


@pytest.mark.parametrize(
    "code",
    ["birth", "birth-declaration", "birth-registration", "permanent-residence", "child-health-insurance"],
)
def test_the_versions_of_one_code_follow_each_other_day_by_day(code: str) -> None:
    for one, other in pairwise(registry().versions(code)):
        assert one.effective_to is not None
        assert (other.effective_from - one.effective_to).days == 1


@pytest.mark.parametrize("bundle", BUNDLES, ids=lambda one: one.key)
def test_a_bundle_pins_versions_that_are_in_force_as_long_as_it_is(bundle: Bundle) -> None:
    last = bundle.effective_to or FILED_ON
    pinned = [registry().procedure(member.procedure) for member in bundle.members]
    for one in (*pinned, registry().declaration(bundle.declaration)):
        assert one.in_force_on(bundle.effective_from)
        assert one.in_force_on(last)


@pytest.mark.parametrize("bundle", BASELINES, ids=lambda one: one.key)
def test_nobody_files_under_what_is_only_for_comparison(bundle: Bundle) -> None:
    pinned = [registry().procedure(member.procedure) for member in bundle.members]
    assert {one.standing for one in (bundle, *pinned)} == {Standing.BASELINE}
    assert bundle.quiet
    assert bundle not in registry().bundles_in_force(FILED_ON)
    with pytest.raises(DefinitionError):
        registry().bundle_in_force(bundle.code, FILED_ON)


def test_what_rests_on_decree_301_is_marked_as_not_settled() -> None:
    assert BIRTH_2026_09.official_code == "3.000722"
    parts = (procedure("birth-registration"), procedure("under-six-identity-card"))
    for one in (BIRTH_2026_09, BIRTH_DECLARATION_2026_09, *parts):
        assert one.standing is Standing.PROVISIONAL


# --- by when (rules 25, 35, 48) -------------------------------------------------------------------


@pytest.mark.parametrize("bundle", [BIRTH_2024_07, BIRTH_2026_07, BIRTH_2026_09], ids=lambda one: one.key)
def test_the_birth_takes_the_day_and_the_rest_two_days_beside_each_other(bundle: Bundle) -> None:
    assert days(procedure("birth-registration", bundle)) == 0
    assert days(procedure("permanent-residence", bundle)) == 2
    assert days(procedure("permanent-residence", bundle), **{"residence-verification.needed": True}) == 5
    assert days(procedure("child-health-insurance", bundle)) == 2


@pytest.mark.parametrize("bundle", [BIRTH_2024_07, BIRTH_2026_07, BIRTH_2026_09], ids=lambda one: one.key)
def test_the_law_gives_the_group_three_days_or_five_with_verification(bundle: Bundle) -> None:
    assert days(bundle) == 3
    assert days(bundle, **{"residence-verification.needed": True}) == 5


def test_four_days_are_the_target_of_the_programme_and_three_the_law() -> None:
    deadline = BIRTH_2024_07.deadlines[-1]
    assert (deadline.working_days, deadline.target) == (3, 4)
    assert deadline.source.confidence is Confidence.CONFIRMED


def test_the_roll_out_had_four_days_whose_split_was_never_published() -> None:
    assert days(BIRTH_2023_07) == 4
    assert days(BIRTH_2023_07, **{"residence-verification.needed": True}) == 6
    for code in ("permanent-residence", "child-health-insurance"):
        for deadline in procedure(code, BIRTH_2023_07).deadlines:
            assert deadline.source.confidence is Confidence.INFERRED


def test_with_the_id_card_the_limit_is_not_known_and_says_so() -> None:
    known = {"wants.identity-card": True, "residence-verification.needed": False}
    for definition in (BIRTH_2026_09, procedure("under-six-identity-card")):
        assert limit(definition.deadlines, known).source.confidence is Confidence.UNKNOWN


@pytest.mark.parametrize(
    ("bundle", "parts"), [(BIRTH_SEPARATE_PUBLISHED, (1, 15, 5)), (BIRTH_SEPARATE, (1, 7, 5))]
)
def test_one_by_one_the_limits_add_up(bundle: Bundle, parts: tuple[int, ...]) -> None:
    each = tuple(days(registry().procedure(member.procedure)) for member in bundle.members)
    assert each == parts
    assert days(bundle) == sum(parts)
    assert all(one.source.provisional for one in bundle.deadlines)


def test_received_after_three_in_the_afternoon_counts_from_the_next_day() -> None:
    assert {bundle.clock.cut_off.hour for bundle in BUNDLES} == {15}


# --- who takes part, and in which order (rules 33, 47, 56) ----------------------------------------


def test_the_id_card_is_made_only_for_who_asks_for_it() -> None:
    known = facts(DEMO_BIRTH)
    without = [member.code for member in taking_part(BIRTH_2026_09, known)]
    with_it = [member.code for member in taking_part(BIRTH_2026_09, {**known, "wants.identity-card": True})]
    assert without == list(FORMS)
    assert with_it == [*FORMS, "under-six-identity-card"]


@pytest.mark.parametrize("bundle", BUNDLES, ids=lambda one: one.key)
def test_everything_waits_for_the_certificate_and_then_opens_at_once(bundle: Bundle) -> None:
    known = {**facts(DEMO_BIRTH), "wants.identity-card": True}
    assert [member.code for member in openable(bundle, known, {})] == ["birth-registration"]
    opened = openable(bundle, known, {"birth-registration": ISSUED})
    assert [member.code for member in opened] == [member.code for member in bundle.members][1:]


@pytest.mark.parametrize("bundle", BASELINES, ids=lambda one: one.key)
def test_one_by_one_the_health_card_comes_after_the_residence(bundle: Bundle) -> None:
    done = {"birth-registration": ISSUED}
    assert [member.code for member in openable(bundle, {}, done)] == ["permanent-residence"]
    done["permanent-residence"] = MemberProgress(Ending.ISSUED, frozenset({"residence-notice"}))
    assert [member.code for member in openable(bundle, {}, done)] == ["child-health-insurance"]


def test_a_refused_birth_opens_nothing_and_a_refused_residence_does_not_stop_the_card() -> None:
    known = facts(DEMO_BIRTH)
    refused = MemberProgress(Ending.REFUSED, frozenset())
    never = [member.code for member in barred(BIRTH_2026_09, known, {"birth-registration": refused})]
    assert never == ["permanent-residence", "child-health-insurance"]
    done = {"birth-registration": ISSUED, "permanent-residence": refused}
    assert [m.code for m in openable(BIRTH_2026_09, known, done)] == ["child-health-insurance"]


# --- messages -------------------------------------------------------------------------------------


AGENCIES = {
    "personal-id.assign": ("population-database", {"assigned", "suspected-duplicate", "refused"}),
    "birth.register": ("civil-status", {"registered", "refused"}),
    "birth.correct": ("civil-status", {"registered", "refused"}),
    "residence.record": ("residence", {"recorded", "refused"}),
    "identity-card.issue": ("residence", {"issued", "refused"}),
    "card.issue": ("social-insurance", {"issued", "already-issued", "refused"}),
}


@pytest.mark.parametrize("bundle", BUNDLES, ids=lambda one: one.key)
def test_every_message_goes_to_its_agency_and_every_answer_of_it_is_expected(bundle: Bundle) -> None:
    for member in bundle.members:
        for ask in messages(registry().procedure(member.procedure)):
            agency, outcomes = AGENCIES[ask.about]
            assert ask.agency == agency
            assert {answer.outcome for answer in ask.answers} == {*outcomes, "unreachable"}
