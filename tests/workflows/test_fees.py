"""What a declaration costs and what the family is paid: by the rules, with the reason, never guessed."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests import toy_procedures as toys
from workflows.allowances import expected
from workflows.bundle import Bundle
from workflows.bundles.birth import BIRTH
from workflows.bundles.death import DEATH, DEATH_2024_07
from workflows.bundles.karaoke import KARAOKE
from workflows.charges import Allowance, Exemption, Fee, Figure
from workflows.checking.checks import problems
from workflows.checking.procedure_checks import check_procedure
from workflows.conditions import below, is_true
from workflows.fees import Assessment, Basis, assess
from workflows.language import Procedure
from workflows.registry import Registry, registry
from workflows.words import law, text, unknown

TODAY = date(2026, 11, 20)
BYLAW = toys.BYLAW
UNSETTLED = unknown("Decree", "Chưa rõ.", "Not known.")
ON_TIME = {"child.days-since-birth": 60, "child.age-months": 1, "result.copies": 0}
HA_NOI, CAN_THO = "00004", "31135"


def procedures(bundle: Bundle) -> dict[str, Procedure]:
    return dict(registry().procedures_of(bundle))


def province(commune: str) -> str | None:
    return {HA_NOI: "01", CAN_THO: "92"}.get(commune)


def cost(bundle: Bundle, facts: dict[str, Any], on: date = TODAY) -> Assessment:
    return assess(bundle, procedures(bundle), facts, on, province)


def lines(found: Assessment) -> dict[str, tuple[int | None, str]]:
    return {f"{line.member}/{line.code}": (line.amount, line.basis.value) for line in found.lines}


# --- the birth and the death, by rule -------------------------------------------------------------

BIRTH_ROWS = {
    "on time, no copy": ({}, {"birth-registration/registration": (0, "exempt")}, 0),
    "the sixty-first day": (
        {"child.days-since-birth": 61},
        {"birth-registration/registration": (None, "at-office")},
        0,
    ),
    "one copy": ({"result.copies": 1}, {"birth-registration/extract-copy": (8_000, "due")}, 8_000),
    "late with three copies": (
        {"child.days-since-birth": 400, "result.copies": 3},
        {
            "birth-registration/registration": (None, "at-office"),
            "birth-registration/extract-copy": (24_000, "due"),
        },
        24_000,
    ),
    "a child pays no residence fee": ({}, {"permanent-residence/registration": (0, "exempt")}, 0),
    "the state pays the card": ({}, {"child-health-insurance/state-pays": (0, "exempt")}, 0),
    "the new identity card": (
        {"wants.identity-card": True},
        {"under-six-identity-card/identity-card": (None, "at-office")},
        0,
    ),
}


@pytest.mark.parametrize(("changes", "wanted", "due"), BIRTH_ROWS.values(), ids=BIRTH_ROWS)
def test_the_fees_of_a_birth(
    changes: dict[str, Any], wanted: dict[str, tuple[int | None, str]], due: int
) -> None:
    found = cost(BIRTH, {**ON_TIME, **changes})
    assert wanted.items() <= lines(found).items()
    assert found.due_online == due


DEATH_ROWS = {
    "the fifteenth day": ({"death.days-since": 15}, 0, "Đăng ký khai tử đúng hạn"),
    "the sixteenth day": ({"death.days-since": 16}, None, "Mức thu do Hội đồng nhân dân cấp tỉnh"),
    "late, of a person with merit": (
        {"death.days-since": 16, "deceased.status": "merit"},
        0,
        "Gia đình có công với cách mạng",
    ),
}


@pytest.mark.parametrize(("facts", "amount", "reason"), DEATH_ROWS.values(), ids=DEATH_ROWS)
def test_the_fee_of_a_death(facts: dict[str, Any], amount: int | None, reason: str) -> None:
    line = next(line for line in cost(DEATH, facts).lines if line.code == "registration")
    assert (line.amount, line.reason.vi.startswith(reason)) == (amount, True)
    assert line.source.act.startswith("60/2014/QH13")


def test_a_zero_fee_resolution_is_named_for_its_province_and_never_makes_a_fee_zero() -> None:
    late = {**ON_TIME, "child.days-since-birth": 61, "office.civil-status": HA_NOI}
    after = next(line for line in cost(BIRTH, late).lines if line.code == "registration")
    assert ([one.code for one in after.lapsed], after.amount) == (["zero-fee-ha-noi"], None)
    before = next(line for line in cost(BIRTH, late, date(2025, 12, 31)).lines if line.code == "registration")
    assert (before.basis, before.amount, before.lapsed) == (Basis.AT_OFFICE, None, ())
    assert "31/12/2025" in before.reason.vi
    elsewhere = {**late, "office.civil-status": CAN_THO}
    assert next(line for line in cost(BIRTH, elsewhere).lines if line.code == "registration").lapsed == ()


def test_the_fees_of_karaoke_are_not_known_so_nothing_is_collected() -> None:
    found = cost(KARAOKE, {})
    assert (found.due_online, {line.basis for line in found.lines}) == (0, {Basis.AT_OFFICE})
    assert found.at_office == found.lines != ()


def test_every_line_of_every_bundle_has_a_reason_and_an_act() -> None:
    for bundle in registry().all_bundles():
        for facts in ({}, {**ON_TIME, "result.copies": 2, "death.days-since": 3}):
            for line in cost(bundle, facts).lines:
                assert all((line.reason.vi, line.reason.en, line.source.act)), (bundle.key, line)


# --- properties ------------------------------------------------------------------------------------

amounts = st.one_of(st.none(), st.integers(0, 10**7))
conditions = st.sampled_from([None, is_true("dog.wanted"), below("dog.age-in-months", 12)])
days = st.one_of(st.none(), st.dates(date(2025, 1, 1), date(2027, 12, 31)))
exemptions = st.builds(
    Exemption,
    code=st.sampled_from(["a", "b"]),
    text=st.just(text("Miễn", "Exempt")),
    source=st.sampled_from([BYLAW, UNSETTLED]),
    when=conditions,
    effective_from=days,
    effective_to=days,
)
fees = st.builds(
    Fee,
    code=st.sampled_from(["x", "y"]),
    text=st.just(text("Phí", "Fee")),
    amount=amounts,
    source=st.sampled_from([BYLAW, UNSETTLED]),
    when=conditions,
    per=st.sampled_from([None, "copies"]),
    exemptions=st.lists(exemptions, max_size=2).map(tuple),
)
known = st.fixed_dictionaries(
    {"dog.wanted": st.booleans(), "dog.age-in-months": st.integers(0, 200)},
    optional={"copies": st.integers(-3, 50)},
)


def toy_cost(some: list[Fee], facts: dict[str, Any], on: date = TODAY) -> Assessment:
    card = toys.LIBRARY_CARD.revised(fees=tuple(some))
    return assess(toys.PET_READER, {"card": card, "licence": toys.DOG_LICENCE}, facts, on)


@given(st.lists(fees, max_size=5), known, st.dates(date(2025, 1, 1), date(2027, 12, 31)))
def test_what_is_due_is_the_sum_of_settled_lines_and_never_negative(
    some: list[Fee], facts: dict[str, Any], on: date
) -> None:
    found = toy_cost(some, facts, on)
    due = [line.amount for line in found.lines if line.basis is Basis.DUE]
    assert found.due_online == sum(amount or 0 for amount in due)
    assert all(amount is not None and amount > 0 for amount in due)
    assert all(line.amount is None or line.amount >= 0 for line in found.lines)
    assert all(line.amount == 0 for line in found.lines if line.basis is Basis.EXEMPT)
    assert not any(line.source.provisional for line in found.lines if line.basis is Basis.DUE)


@given(st.lists(fees, max_size=5), known, st.integers(0, 20), st.integers(0, 20))
def test_more_copies_never_cost_less(some: list[Fee], facts: dict[str, Any], few: int, more: int) -> None:
    first = toy_cost(some, {**facts, "copies": few}).due_online
    assert first <= toy_cost(some, {**facts, "copies": few + more}).due_online


@given(st.lists(fees, max_size=3), known, exemptions)
def test_one_more_exemption_never_raises_what_is_due(
    some: list[Fee], facts: dict[str, Any], one: Exemption
) -> None:
    eased = [fee.model_copy(update={"exemptions": (*fee.exemptions, one)}) for fee in some]
    assert toy_cost(eased, facts).due_online <= toy_cost(some, facts).due_online


# --- the checks ------------------------------------------------------------------------------------


def exempt(code: str = "one", **changes: Any) -> Exemption:
    return Exemption(code=code, text=text("Miễn", "Exempt"), source=BYLAW).model_copy(update=changes)


def fee(**changes: Any) -> Fee:
    return Fee(code="card", text=text("Phí", "Fee"), amount=1, source=BYLAW).model_copy(update=changes)


SPOILT = {
    "two of a name": ((fee(), fee()), "same-name-twice"),
    "less than nothing": ((fee(amount=-1),), "negative-amount"),
    "an amount nobody explains": ((fee(amount=None),), "unexplained-fee"),
    "no act": ((fee(source=law(" ")),), "unexplained-fee"),
    "exempt from nothing": ((fee(amount=0, exemptions=(exempt(),)),), "exempt-from-nothing"),
    "two exemptions of a name": (
        (fee(exemptions=(exempt(), exempt(when=is_true("dog.wanted")))),),
        "same-name-twice",
    ),
    "two exemptions at once": ((fee(exemptions=(exempt(), exempt("two"))),), "exemptions-overlap"),
    "two exemptions on one day": (
        (fee(exemptions=(exempt(effective_to=TODAY), exempt("two", effective_from=TODAY))),),
        "exemptions-overlap",
    ),
    "an exemption that ends before it begins": (
        (fee(exemptions=(exempt(effective_from=TODAY, effective_to=TODAY - timedelta(days=1)),)),),
        "exemption-never",
    ),
}


@pytest.mark.parametrize(("some", "code"), SPOILT.values(), ids=SPOILT)
def test_a_spoilt_fee_is_found(some: tuple[Fee, ...], code: str) -> None:
    assert code in {found for found, _ in check_procedure(toys.LIBRARY_CARD.revised(fees=some))}


def test_exemptions_one_after_the_other_or_side_by_side_do_not_overlap() -> None:
    after = exempt("two", effective_from=TODAY + timedelta(days=1))
    good = (fee(exemptions=(exempt(effective_to=TODAY), after)),)
    places = (fee(exemptions=(exempt(provinces=("01",)), exempt("two", provinces=("79",)))),)
    for some in (good, places):
        assert list(check_procedure(toys.LIBRARY_CARD.revised(fees=some))) == []


def test_an_exemption_on_what_nobody_says_is_found() -> None:
    spoilt = toys.DOG_LICENCE.revised(fees=(fee(exemptions=(exempt(when=is_true("no.such")),)),))
    law_ = Registry.of(*(spoilt if one is toys.DOG_LICENCE else one for one in toys.TOYS))
    assert "fact-not-supplied" in {problem.code for problem in problems(law_)}


# --- what is paid out ------------------------------------------------------------------------------

WANTED = {"wants.funeral": True, "wants.survivor": False, "death.date": "2026-11-18"}
PAYERS = {
    "pensioner": ("funeral-allowance-insurance", 23_400_000, "41/2024/QH15 Art. 85"),
    "reserved": ("funeral-allowance-insurance", 23_400_000, "41/2024/QH15 Art. 85"),
    "voluntary": ("funeral-allowance-insurance", 23_400_000, "41/2024/QH15 Art. 85"),
    "social-protection": ("funeral-allowance-protection", 10_000_000, "20/2021/NĐ-CP; 176/2025/NĐ-CP Art. 5"),
    "survivor-80": ("funeral-allowance-protection", 10_000_000, "20/2021/NĐ-CP; 176/2025/NĐ-CP Art. 5"),
    "merit": ("funeral-allowance-merit", None, "296/QĐ-VPCP"),
}


@pytest.mark.parametrize(("status", "wanted"), PAYERS.items(), ids=PAYERS)
def test_exactly_one_pays_and_says_how_the_sum_was_found(
    status: str, wanted: tuple[str, int | None, str]
) -> None:  # rules 69, 76, 77
    [paid] = expected(DEATH, procedures(DEATH), {**WANTED, "deceased.status": status})
    assert (paid.member, paid.amount, paid.lines[0][1].act) == wanted
    assert paid.settled is False  # the figure of 2026 is not known


@pytest.mark.parametrize("status", ["employed", "none"])
def test_nobody_pays_whom_the_form_does_not_serve(status: str) -> None:  # rules 68, 70
    assert expected(DEATH, procedures(DEATH), {**WANTED, "deceased.status": status}) == ()
    assert expected(DEATH, procedures(DEATH), {**WANTED, "wants.funeral": False}) == ()


def test_the_last_known_figure_is_named_as_such() -> None:
    [paid] = expected(DEATH, procedures(DEATH), {**WANTED, "deceased.status": "pensioner"})
    words = [line.vi for line, _ in paid.lines]
    assert words == [
        "Mức hưởng là 10 lần mức tham chiếu tại tháng mất.",
        "Con số gần nhất mà chúng tôi biết: 2.340.000 đ. Mức của tháng mất có thể khác.",
        "10 × 2.340.000 đ = 23.400.000 đ.",
    ]
    [before] = expected(DEATH_2024_07, procedures(DEATH_2024_07), {**WANTED, "deceased.status": "pensioner"})
    assert before.lines[0][1].act == "58/2014/QH13"


def paid_by(*figures: Figure, **changes: Any) -> Procedure:
    allowance = Allowance(
        code="help",
        text=text("Trợ cấp", "Help"),
        source=BYLAW,
        on="dog.birth-date",
        level=text("mức chuẩn", "the standard"),
        times=3,
        figures=figures,
    )
    return toys.LIBRARY_CARD.revised(pays=(allowance.model_copy(update=changes),))


@pytest.mark.parametrize(
    ("born", "amount", "settled"),
    [("2025-12-31", 300, True), ("2026-01-01", 600, False), ("2024-01-01", 600, False), (None, 600, False)],
)
def test_the_figure_of_the_day_counts(born: str | None, amount: int, settled: bool) -> None:
    figures = (
        Figure(amount=100, source=BYLAW, effective_from=date(2025, 1, 1), effective_to=date(2025, 12, 31)),
        Figure(amount=200, source=BYLAW, effective_from=date(2026, 1, 1)),
    )
    both = {"card": paid_by(*figures), "licence": toys.DOG_LICENCE}
    [found] = expected(toys.PET_READER, both, {"dog.birth-date": born, "dog.wanted": False})
    assert (found.amount, found.settled) == (amount, settled)


def test_a_spoilt_allowance_is_found_and_two_payers_are_too() -> None:
    figure = Figure(amount=100, source=BYLAW)
    for spoilt in (paid_by(), paid_by(figure, level=None), paid_by(times=None)):
        assert "unexplained-allowance" in {found for found, _ in check_procedure(spoilt)}
    assert "negative-amount" in {found for found, _ in check_procedure(paid_by(figure, times=0))}
    card = paid_by(figure)
    licence = toys.DOG_LICENCE.revised(pays=card.pays)
    swap = {id(toys.LIBRARY_CARD): card, id(toys.DOG_LICENCE): licence}
    found = problems(Registry.of(*(swap.get(id(one), one) for one in toys.TOYS)))
    assert "two-payers" in {problem.code for problem in found}
