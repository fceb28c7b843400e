"""The residence system: who is recorded, who is removed, and whose card is issued until when."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest

from services.agencies.contract import Reply
from services.agencies.directory import demo_agencies
from services.agencies.fake import FakeAgency
from services.time.clock import VirtualClock
from tests.agencies.messages import CERTIFICATE, EXTRACT, request


@pytest.fixture
def residence(tmp_path: Path) -> FakeAgency:
    clock = VirtualClock(datetime(2026, 11, 20, 3, tzinfo=UTC))
    return demo_agencies(tmp_path / "agencies.sqlite", clock)["residence"]


def send(residence: FakeAgency, about: str, key: str, payload: dict[str, Any]) -> Reply:
    reply = residence.send(request(about, payload, key))
    assert reply is not None
    return reply


def test_records_are_numbered_per_commune_and_year(residence: FakeAgency) -> None:
    other = {**CERTIFICATE, "birth-certificate.personal-id": "015226000002"}
    first = send(residence, "residence.record", "m1", CERTIFICATE)
    assert first.items == {"record-number": "02728-TT-2026-0001", "recorded-on": "2026-11-20"}
    assert send(residence, "residence.record", "m2", other).items["record-number"] == "02728-TT-2026-0002"
    elsewhere = {**CERTIFICATE, "birth-certificate.personal-id": "1", "residence.commune": "00004"}
    assert send(residence, "residence.record", "m3", elsewhere).items["record-number"] == "00004-TT-2026-0001"


def test_a_child_has_one_entry_also_under_another_key(residence: FakeAgency) -> None:
    first = send(residence, "residence.record", "m1", CERTIFICATE)
    assert send(residence, "residence.record", "m2", CERTIFICATE).items == first.items


def test_children_without_a_number_are_told_apart_by_their_certificates(residence: FakeAgency) -> None:
    unnumbered = {**CERTIFICATE, "birth-certificate.personal-id": None}
    first = send(residence, "residence.record", "m1", unnumbered)
    assert send(residence, "residence.record", "m2", unnumbered).items == first.items
    other = {**unnumbered, "birth-certificate.number": "2/2026"}
    assert send(residence, "residence.record", "m3", other).items != first.items


def test_an_entry_is_found_again_when_the_number_came_later(residence: FakeAgency) -> None:
    first = send(residence, "residence.record", "m1", {**CERTIFICATE, "birth-certificate.personal-id": None})
    assert send(residence, "residence.record", "m2", CERTIFICATE).items == first.items


def test_the_dead_are_removed_once(residence: FakeAgency) -> None:
    residence.enter("resident", "001045000199", {"residence": "permanent", "commune": "00004"})
    first = send(residence, "residence.remove", "m1", EXTRACT)
    assert first.items == {"record-number": "00004-XTT-2026-0001", "recorded-on": "2026-11-20"}
    second = send(residence, "residence.remove", "m2", EXTRACT)
    assert (second.outcome, second.items) == ("removed", first.items)


def test_who_lived_nowhere_permanently_has_nothing_to_remove(residence: FakeAgency) -> None:
    residence.enter("resident", "001045000199", {"residence": "none"})
    reply = send(residence, "residence.remove", "m1", EXTRACT)
    assert (reply.outcome, dict(reply.items)) == ("nothing-to-remove", {})


def test_a_card_bears_the_personal_id_and_lasts_until_fourteen(residence: FakeAgency) -> None:
    card = send(residence, "identity-card.issue", "m1", CERTIFICATE)
    assert card.items == {"card-number": "015326000001", "valid-until": "2040-11-14"}
    assert send(residence, "identity-card.issue", "m2", CERTIFICATE).items == card.items


def test_a_child_of_a_leap_day_turns_fourteen_on_the_first_of_march(residence: FakeAgency) -> None:
    leap = {**CERTIFICATE, "birth-certificate.child-birth-date": "2024-02-29"}
    assert send(residence, "identity-card.issue", "m1", leap).items["valid-until"] == "2038-03-01"


def test_without_a_personal_id_there_is_no_card(residence: FakeAgency) -> None:
    unnumbered = {**CERTIFICATE, "birth-certificate.personal-id": None}
    assert send(residence, "identity-card.issue", "m1", unnumbered).outcome == "refused"
