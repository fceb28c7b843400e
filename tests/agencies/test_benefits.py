"""Cards and benefits: how long a card lasts, and that money is decided once for each death."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

import pytest

from services.agencies.contract import Reply
from services.agencies.directory import demo_agencies
from services.agencies.fake import FakeAgency
from services.agencies.social_insurance import valid_until
from tests.agencies.messages import CERTIFICATE, EXTRACT, request


@pytest.fixture
def agencies(tmp_path: Path) -> dict[str, FakeAgency]:
    return demo_agencies(tmp_path / "agencies.sqlite")


def send(agency: FakeAgency, about: str, payload: dict[str, Any], key: str = "m1") -> Reply:
    reply = agency.send(request(about, payload, key))
    assert reply is not None
    return reply


@pytest.mark.parametrize(
    ("born", "until"),
    [
        ("2026-01-01", "2032-09-30"),
        ("2026-09-29", "2032-09-30"),
        ("2026-09-30", "2032-09-30"),
        ("2026-10-01", "2032-10-31"),
        ("2026-11-14", "2032-11-30"),
        ("2026-12-31", "2032-12-31"),
        ("2024-02-29", "2030-09-30"),
    ],
)
def test_a_card_lasts_until_school_or_the_end_of_the_seventy_second_month(born: str, until: str) -> None:
    assert valid_until(date.fromisoformat(born)).isoformat() == until


def test_a_card_has_ten_digits_and_is_valid_from_birth(agencies: dict[str, FakeAgency]) -> None:
    card = send(agencies["social-insurance"], "card.issue", CERTIFICATE)
    assert card.items == {
        "card-number": "7900000001",
        "valid-from": "2026-11-14",
        "valid-until": "2032-11-30",
    }


def test_a_child_with_a_card_gets_no_second_one(agencies: dict[str, FakeAgency]) -> None:
    insurance = agencies["social-insurance"]
    first = send(insurance, "card.issue", CERTIFICATE)
    again = send(insurance, "card.issue", {**CERTIFICATE, "birth-certificate.number": "9/2026"}, "m2")
    assert (again.outcome, again.items) == ("already-issued", first.items)


def test_a_card_from_elsewhere_is_named(agencies: dict[str, FakeAgency]) -> None:
    insurance = agencies["social-insurance"]
    insurance.enter("card", CERTIFICATE["birth-certificate.personal-id"], {"card-number": "7912345678"})
    reply = send(insurance, "card.issue", CERTIFICATE)
    assert (reply.outcome, reply.items["card-number"]) == ("already-issued", "7912345678")


def test_the_same_certificate_under_another_key_is_the_same_application(
    agencies: dict[str, FakeAgency],
) -> None:
    insurance = agencies["social-insurance"]
    first = send(insurance, "card.issue", CERTIFICATE)
    again = send(insurance, "card.issue", CERTIFICATE, "m2")
    assert (again.outcome, again.items) == ("issued", first.items)


def test_a_corrected_certificate_corrects_the_card_under_its_number(agencies: dict[str, FakeAgency]) -> None:
    insurance = agencies["social-insurance"]
    first = send(insurance, "card.issue", CERTIFICATE)
    corrected = {**CERTIFICATE, "birth-certificate.child-birth-date": "2026-09-14"}
    again = send(insurance, "card.issue", corrected, "m2")
    assert again.outcome == "already-issued"
    assert again.items == {
        "card-number": first.items["card-number"],
        "valid-from": "2026-09-14",
        "valid-until": "2032-09-30",
    }


def test_children_without_a_number_are_told_apart_by_their_certificates(
    agencies: dict[str, FakeAgency],
) -> None:
    insurance = agencies["social-insurance"]
    unnumbered = {**CERTIFICATE, "birth-certificate.personal-id": None}
    other = {**unnumbered, "birth-certificate.number": "2/2026"}
    numbers = [
        send(insurance, "card.issue", payload, f"m{nth}").items["card-number"]
        for nth, payload in enumerate((unnumbered, other, unnumbered))
    ]
    assert numbers == ["7900000001", "7900000002", "7900000001"]


def test_a_card_is_found_again_when_the_number_came_later(agencies: dict[str, FakeAgency]) -> None:
    insurance = agencies["social-insurance"]
    first = send(insurance, "card.issue", {**CERTIFICATE, "birth-certificate.personal-id": None})
    assert send(insurance, "card.issue", CERTIFICATE, "m2").items == first.items


DECISIONS = [
    ("social-insurance", "funeral.decide", {}, 23_400_000),
    ("social-insurance", "survivor.decide", {"survivor.kind": "monthly"}, 1_170_000),
    ("social-insurance", "survivor.decide", {"survivor.kind": "lump-sum"}, 28_080_000),
    ("social-protection", "funeral.decide", {}, 10_000_000),
    ("social-protection", "merit.decide", {}, 23_400_000),
]


@pytest.mark.parametrize(("code", "about", "more", "amount"), DECISIONS)
def test_a_benefit_has_a_decision_and_an_amount(
    agencies: dict[str, FakeAgency], code: str, about: str, more: dict[str, Any], amount: int
) -> None:
    reply = send(agencies[code], about, {**EXTRACT, **more})
    assert reply.items["amount"] == amount
    assert str(reply.items["decision-number"]).startswith("1/QĐ-")


@pytest.mark.parametrize(("code", "about", "more", "amount"), DECISIONS)
def test_a_benefit_is_decided_once_for_each_death(
    agencies: dict[str, FakeAgency], code: str, about: str, more: dict[str, Any], amount: int
) -> None:
    agency, payload = agencies[code], {**EXTRACT, **more}
    first = send(agency, about, payload)
    assert send(agency, about, payload, "m2").items == first.items
    other = send(agency, about, {**payload, "death-extract.personal-id": "001045000999"}, "m3")
    assert str(other.items["decision-number"]).startswith("2/QĐ-")


def test_the_dead_without_a_number_are_told_apart_by_their_extracts(agencies: dict[str, FakeAgency]) -> None:
    protection = agencies["social-protection"]
    unnumbered = {**EXTRACT, "death-extract.personal-id": None}
    first = send(protection, "funeral.decide", unnumbered)
    other = send(protection, "funeral.decide", {**unnumbered, "death-extract.number": "2/2026"}, "m2")
    assert first.items != other.items
