"""The population database: a number for each child, once, and a suspicion for whoever comes twice."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from services.agencies.contract import Reply
from services.agencies.directory import demo_agencies
from services.agencies.fake import FakeAgency
from tests.agencies.messages import CHILD, request


@pytest.fixture
def population(tmp_path: Path) -> FakeAgency:
    return demo_agencies(tmp_path / "agencies.sqlite")["population-database"]


def ask(population: FakeAgency, key: str, **changes: Any) -> Reply:
    payload = {
        **CHILD,
        **{name.replace("__", ".").replace("_", "-"): value for name, value in changes.items()},
    }
    reply = population.send(request("personal-id.assign", payload, key))
    assert reply is not None
    return reply


def number(reply: Reply) -> str:
    assert reply.outcome == "assigned"
    return str(reply.items["personal-id"])


@pytest.mark.parametrize(
    ("born", "sex", "commune", "head"),
    [
        ("2026-11-14", "female", "02728", "015326"),
        ("2026-01-01", "male", "00004", "001226"),
        ("1999-12-31", "male", "26743", "079099"),
        ("1999-12-31", "female", "26743", "079199"),
        ("2100-05-05", "female", "31135", "092500"),
    ],
)
def test_the_number_says_place_century_sex_and_year(
    population: FakeAgency, born: str, sex: str, commune: str, head: str
) -> None:
    reply = ask(population, "m1", child__birth_date=born, child__sex=sex, office__civil_status=commune)
    assert number(reply)[:6] == head
    assert number(reply).isdigit()
    assert len(number(reply)) == 12


def test_a_commune_that_is_not_known_leaves_the_place_to_the_mother(population: FakeAgency) -> None:
    assert number(ask(population, "m1", office__civil_status="99999")).startswith("010")
    nobody = ask(population, "m2", office__civil_status="99999", mother__personal_id=None)
    assert number(nobody).startswith("001")


def test_every_child_gets_a_number_of_its_own(population: FakeAgency) -> None:
    given = {number(ask(population, f"m{n}", child__full_name=f"Giàng Thị {n}")) for n in range(50)}
    assert len(given) == 50


def test_a_number_that_somebody_has_is_not_given_again(population: FakeAgency) -> None:
    first = number(ask(population, "m1"))
    head = int(first[6:])
    population.enter("person", f"{first[:6]}{(head + 379_009) % 1_000_000:06d}", {"full-name": "Đã có"})
    second = number(ask(population, "m2", child__full_name="Giàng Văn Khác"))
    assert int(second[6:]) == (head + 2 * 379_009) % 1_000_000


def test_the_child_is_in_the_register_afterwards(population: FakeAgency) -> None:
    record = population.look_up("person", number(ask(population, "m1")))
    assert record is not None
    assert record.items["full-name"] == "Giàng Thị Hân"
    assert record.items["birth-date"] == "2026-11-14"


@pytest.mark.parametrize("name", ["Giàng Thị Hân", "giang thi han", "Giàng Thị Hạn"])
def test_the_same_mother_day_and_name_are_suspected(population: FakeAgency, name: str) -> None:
    ask(population, "m1")
    assert ask(population, "m2", child__full_name=name).outcome == "suspected-duplicate"


@pytest.mark.parametrize(
    "changes",
    [
        {"mother__personal_id": "010198000099"},
        {"child__birth_date": "2026-11-15"},
        {"child__full_name": "Giàng Thị Lan"},
    ],
)
def test_another_mother_day_or_name_is_not(population: FakeAgency, changes: dict[str, str]) -> None:
    first = number(ask(population, "m1"))
    assert number(ask(population, "m2", **changes)) != first


def test_foundlings_of_one_day_and_name_are_not_suspected(population: FakeAgency) -> None:
    first = ask(population, "m1", mother__personal_id=None)
    assert number(ask(population, "m2", mother__personal_id=None)) != number(first)


def test_after_the_suspicion_was_settled_the_same_child_keeps_its_number(population: FakeAgency) -> None:
    first = number(ask(population, "m1"))
    assert ask(population, "m2").outcome == "suspected-duplicate"
    assert number(ask(population, "m3")) == first
    assert ask(population, "m4").outcome == "suspected-duplicate"


def test_after_the_suspicion_was_settled_another_child_gets_a_number_of_its_own(
    population: FakeAgency,
) -> None:
    first = number(ask(population, "m1"))
    assert ask(population, "m2", child__full_name="Giàng Thị Hạn").outcome == "suspected-duplicate"
    second = number(ask(population, "m3", child__full_name="Giàng Thị Hạn"))
    assert second != first


def test_twins_with_like_names_are_no_duplicates_when_declared_as_twins(population: FakeAgency) -> None:
    first = number(ask(population, "m1", child__multiple_birth=True))
    twin = ask(population, "m2", child__multiple_birth=True, child__full_name="Giàng Thị Hạn")
    assert number(twin) != first
    again = ask(population, "m3", child__multiple_birth=True)
    assert again.outcome == "suspected-duplicate"
