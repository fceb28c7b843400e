"""The birth group as the law has it: what is asked, who takes part, by when, and from which day on."""

from collections.abc import Iterator
from datetime import date
from itertools import pairwise
from typing import Any

import pytest

from workflows.bundles.birth import (
    BIRTH_2023_07,
    BIRTH_2024_07,
    BIRTH_2026_07,
    BIRTH_2026_09,
    BIRTH_SEPARATE,
    BIRTH_SEPARATE_PUBLISHED,
)
from workflows.chain import MemberProgress, barred, openable, taking_part
from workflows.checking.checks import problems_of
from workflows.conditions import holds_safely
from workflows.declarations.birth import (
    BIRTH_DECLARATION_2023_07,
    BIRTH_DECLARATION_2024_07,
    BIRTH_DECLARATION_2026_07,
    BIRTH_DECLARATION_2026_09,
)
from workflows.errors import DefinitionError, TransitionRefused
from workflows.forms.answers import completed, missing, prune, shown_questions
from workflows.forms.reuse import Reuse, reuse
from workflows.language import Ask, Bundle, Clock, Definition, Ending, Procedure, Role, Standing
from workflows.machine import Outcome, limit, starting, take
from workflows.procedures.birth_registration import BIRTH_REGISTRATION_2023_07, BIRTH_REGISTRATION_2024_07
from workflows.procedures.permanent_residence import PERMANENT_RESIDENCE_2024_07
from workflows.questions import Declaration, How
from workflows.registry import registry
from workflows.words import Confidence, Source, Text, Word

FILED_ON = date(2026, 11, 20)

# One family: the mother files, both parents are recorded, the father heads the household they live in.
DEMO_IDENTITY: dict[str, Any] = {
    "requester.full-name": "Trần Thị Mai",
    "requester.personal-id": "001192004321",
    "requester.birth-date": "1992-05-04",
    "requester.address": "12 phố Đội Cấn, phường Ba Đình, thành phố Hà Nội",
}
DEMO_BIRTH: dict[str, Any] = {
    "requester.relation": "mother",
    "requester.phone": "0912345678",
    "child.case": "both-parents",
    "father.personal-id": "001090001234",
    "child.home-place": "Phường Ba Đình, thành phố Hà Nội",
    "child.full-name": "Nguyễn Minh Anh",
    "child.birth-date": "2026-11-16",
    "child.sex": "female",
    "child.multiple-birth": False,
    "birth-notice.number": "01001.GCS.00456.26",
    "residence.with": "mother",
    "card.issued-before": False,
    "card.facility": "bv-bach-mai",
    "wants.identity-card": False,
    "result.copies": 0,
    "result.delivery": "electronic",
}
# What the population database knows of the parents, and the hospital of the birth.
DEMO_PEOPLE: dict[str, dict[str, Any]] = {
    "001192004321": {
        "full-name": "Trần Thị Mai",
        "birth-date": "1992-05-04",
        "sex": "female",
        "ethnicity": "kinh",
        "nationality": "Việt Nam",
        "home-place": "Phường Tây Hồ, thành phố Hà Nội",
        "residence-commune": "00004",
        "residence-address": "12 phố Đội Cấn, phường Ba Đình, thành phố Hà Nội",
        "household-head-name": "Nguyễn Văn Hùng",
        "household-head-id": "001090001234",
    },
    "001090001234": {
        "full-name": "Nguyễn Văn Hùng",
        "birth-date": "1990-02-14",
        "sex": "male",
        "ethnicity": "kinh",
        "nationality": "Việt Nam",
        "home-place": "Phường Ba Đình, thành phố Hà Nội",
        "residence-commune": "00004",
        "residence-address": "12 phố Đội Cấn, phường Ba Đình, thành phố Hà Nội",
        "household-head-name": "Nguyễn Văn Hùng",
        "household-head-id": "001090001234",
    },
    "001062000888": {"full-name": "Nguyễn Văn Phúc"},
}
DEMO_NOTICES: dict[str, dict[str, Any]] = {
    "01001.GCS.00456.26": {
        "mother-id": "001192004321",
        "child-birth-moment": "2026-11-16T04:20",
        "child-sex": "female",
        "facility": "Bệnh viện Bạch Mai, thành phố Hà Nội",
    },
}
# The same family in the household of the father's father, who agrees by VNeID.
GRANDFATHER = "001062000888"
DEMO_BIRTH_WITH_GRANDFATHER: dict[str, Any] = {
    **DEMO_BIRTH,
    "residence.relation": "paternal-grandchild",
    "residence.consent": "vneid",
}

FORMS = ("birth-registration", "permanent-residence", "child-health-insurance")
BUNDLES = (BIRTH_2023_07, BIRTH_2024_07, BIRTH_2026_07, BIRTH_2026_09)
BASELINES = (BIRTH_SEPARATE_PUBLISHED, BIRTH_SEPARATE)
DECLARATIONS = (
    BIRTH_DECLARATION_2023_07,
    BIRTH_DECLARATION_2024_07,
    BIRTH_DECLARATION_2026_07,
    BIRTH_DECLARATION_2026_09,
)
ANSWERS_IN_2023 = {"child.birth-evidence": "notice", "child.birth-place": "Bệnh viện Bạch Mai"}
ISSUED = MemberProgress(Ending.ISSUED, frozenset({"birth-certificate"}))
AT_OPENING = {"supplement.asked": False, "personal-id.recorded": False, "correction.open": False}


def facts(answers: dict[str, Any], declaration: Declaration = BIRTH_DECLARATION_2026_09) -> dict[str, Any]:
    """What is known when these answers are filed, the registers having told what they know."""
    known = {fact: value for fact, value in {**DEMO_IDENTITY, **answers}.items() if value is not None}
    if known.get("requester.relation") in ("mother", "father"):
        known.setdefault(f"{known['requester.relation']}.personal-id", known["requester.personal-id"])
    known |= {
        question.fact: record[question.record_item]
        for question in declaration.questions()
        if question.how is How.REGISTER
        and (record := (DEMO_PEOPLE | DEMO_NOTICES).get(str(known.get(str(question.fetched_by))), {}))
        and question.record_item in record
    }
    return prune(declaration, known, filed_on=FILED_ON)


def with_grandfather(**more: Any) -> dict[str, Any]:
    """The family whose household the grandfather heads."""
    head = {"householder.id-at-mother": GRANDFATHER, "householder.name-at-mother": "Nguyễn Văn Phúc"}
    known = {**facts(DEMO_BIRTH_WITH_GRANDFATHER), **DEMO_BIRTH_WITH_GRANDFATHER, **head, **more}
    return prune(BIRTH_DECLARATION_2026_09, known, filed_on=FILED_ON)


def counted(known: dict[str, Any], declaration: Declaration = BIRTH_DECLARATION_2026_09) -> Reuse:
    return reuse(declaration, known, FORMS)


def procedure(code: str, bundle: Bundle = BIRTH_2026_09) -> Procedure:
    return registry().procedure(bundle.member(code).procedure)


def days(definition: Procedure | Bundle, **known: Any) -> int:
    start = {"residence-verification.needed": False, "wants.identity-card": False}
    return limit(definition.deadlines, {**start, **known}).working_days


def flags(known: dict[str, Any], bundle: Bundle = BIRTH_2026_09) -> set[str]:
    return {flag.code for flag in bundle.flags if holds_safely(flag.when, known)}


def papers(known: dict[str, Any]) -> set[str]:
    return {one.code for one in procedure("birth-registration").evidence if holds_safely(one.when, known)}


def birth(state: str, step: str, **known: Any) -> Outcome:
    """Take a step of the birth registration in force."""
    start = {**AT_OPENING, "draft.sent": False, "duplicate.suspected": False}
    return take(procedure("birth-registration"), state, step, {**start, **known})


def messages(definition: Procedure) -> list[Ask]:
    return [effect for step in definition.steps for effect in step.effects if isinstance(effect, Ask)]


def of_this_group() -> list[Definition]:
    """Every version of everything that a birth bundle names."""
    keys = {member.procedure for bundle in (*BUNDLES, *BASELINES) for member in bundle.members}
    return [*BUNDLES, *BASELINES, *DECLARATIONS, *(registry().procedure(key) for key in sorted(keys))]


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


# --- the form -----------------------------------------------------------------------------------


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
