"""The civil-status register: each event once, numbered per commune and year."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest

from services.agencies.contract import Reply
from services.agencies.directory import demo_agencies
from services.agencies.fake import FakeAgency
from services.time.clock import VirtualClock
from tests.agencies.messages import CHILD, DECEASED, request


@pytest.fixture
def clock() -> VirtualClock:
    return VirtualClock(datetime(2026, 11, 20, 3, tzinfo=UTC))


@pytest.fixture
def register(tmp_path: Path, clock: VirtualClock) -> FakeAgency:
    return demo_agencies(tmp_path / "agencies.sqlite", clock)["civil-status"]


def send(register: FakeAgency, about: str, key: str, payload: dict[str, Any]) -> Reply:
    reply = register.send(request(about, payload, key))
    assert reply is not None
    return reply


def birth(register: FakeAgency, name: str, commune: str = "02728") -> Reply:
    child = {**CHILD, "child.full-name": name, "office.civil-status": commune}
    return send(register, "birth.register", f"{commune}:{name}", child)


def test_entries_are_numbered_per_commune_and_year(register: FakeAgency, clock: VirtualClock) -> None:
    numbers = [birth(register, f"Em bé {n}").items["register-number"] for n in range(3)]
    assert numbers == ["1/2026", "2/2026", "3/2026"]
    assert birth(register, "Em bé khác", "00004").items["register-number"] == "1/2026"
    clock.advance(days=60)
    assert birth(register, "Em bé sang năm").items["register-number"] == "1/2027"


def test_the_year_turns_at_midnight_in_vietnam(register: FakeAgency, clock: VirtualClock) -> None:
    clock.move_to(datetime(2026, 12, 31, 16, 59, 59, tzinfo=UTC))
    assert birth(register, "Năm cũ").items == {
        "register-number": "1/2026",
        "register-book": "01/2026",
        "registered-on": "2026-12-31",
    }
    clock.advance(seconds=1)
    assert birth(register, "Năm mới").items["registered-on"] == "2027-01-01"
    assert birth(register, "Năm mới").items["register-number"] == "1/2027"


def test_births_and_deaths_have_books_of_their_own(register: FakeAgency) -> None:
    birth(register, "Em bé")
    assert send(register, "death.register", "m1", DECEASED).items["register-number"] == "1/2026"


def test_a_full_book_is_followed_by_the_next(register: FakeAgency) -> None:
    books = [birth(register, f"Em bé {n}").items["register-book"] for n in range(201)]
    assert (books[199], books[200]) == ("01/2026", "02/2026")


@pytest.mark.parametrize(("about", "payload"), [("birth.register", CHILD), ("death.register", DECEASED)])
def test_one_event_is_entered_once_also_under_another_key(
    register: FakeAgency, about: str, payload: dict[str, Any]
) -> None:
    assert send(register, about, "m1", payload).items == send(register, about, "m2", payload).items


def test_the_dead_without_a_number_are_told_apart_by_name_and_day(register: FakeAgency) -> None:
    unknown = {"deceased.full-name": "Vàng A Páo", "death.date": "2026-11-01"}
    first = send(register, "death.register", "m1", unknown)
    assert send(register, "death.register", "m2", unknown).items == first.items
    other = send(register, "death.register", "m3", {**unknown, "death.date": "2026-11-02"})
    assert other.items["register-number"] == "2/2026"


def test_a_corrected_entry_keeps_number_book_and_day(register: FakeAgency, clock: VirtualClock) -> None:
    entry = birth(register, "Giàng Thị Hân")
    clock.advance(days=5)
    corrected = {**CHILD, **entry.items, "child.full-name": "Giàng Thị Hân Hân"}
    reply = send(register, "birth.correct", "m2", corrected)
    assert (reply.outcome, reply.items) == ("registered", entry.items)


def test_what_was_never_entered_cannot_be_corrected(register: FakeAgency) -> None:
    strange = {**CHILD, "register-number": "99/2026", "register-book": "01/2026"}
    assert send(register, "birth.correct", "m1", strange).outcome == "refused"
