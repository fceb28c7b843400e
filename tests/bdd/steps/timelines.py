"""Steps about the page that compares two ways, and about one's own file the old way. Vietnamese only.

Khi có người xem trang mô phỏng
Khi có người xem trang mô phỏng "{query}"
Khi {person} xem hồ sơ mình theo cách cũ
Thì trang so sánh {before} ngày với {after} ngày
Thì các lý do cộng lại đúng bằng số ngày bớt được
Thì lần sau ít gia đình xong đúng ngày hơn lần trước
Thì hai lần giống hệt nhau
"""

import re

import pytest
from pytest_bdd import then, when

from services.demo.people import Person
from tests.bdd.browser import Page
from tests.bdd.html import all_of, said
from tests.bdd.town import Town
from tests.bdd.words import says

PUNCTUAL = re.compile(r"([\d,]+)% gia đình có đủ kết quả trong vòng")
OLD_WAY = "Nếu làm theo cách cũ, hôm nay hồ sơ đang ở đâu?"


@pytest.fixture
def comparisons() -> list[Page]:
    """The pages that somebody looked at, the newest last."""
    return []


@when(says("có người xem trang mô phỏng"))
def looks(town: Town, comparisons: list[Page]) -> None:
    comparisons.append(town.stranger().open("/mo-phong"))


@when(says('có người xem trang mô phỏng "{query}"'))
def looks_with(town: Town, comparisons: list[Page], query: str) -> None:
    comparisons.append(town.stranger().open(f"/mo-phong?{query}"))


@when(says("{person:Person} xem hồ sơ mình theo cách cũ"))
def looks_at_own(town: Town, person: Person) -> None:
    visitor = town.citizen(person)
    visitor.open(visitor.open(f"/ho-so/{town.number}").link(OLD_WAY))


@then(says("trang so sánh {before:d} ngày với {after:d} ngày"))
def compares(comparisons: list[Page], before: int, after: int) -> None:
    assert comparisons[-1].says(f"{before} ngày → {after} ngày làm việc"), comparisons[-1].words


@then(says("các lý do cộng lại đúng bằng số ngày bớt được"))
def adds_up(comparisons: list[Page]) -> None:
    table = next(part for part in all_of(comparisons[-1].root, "table") if part.get("id") == "causes")
    days = [_number(said(cell)) for cell in all_of(table, "td")]
    total = re.search(r"trung bình ([\d,]+) ngày", said(table))
    assert total, said(table)
    assert round(sum(days), 1) == _number(total[1]), days
    assert len(days) == 5


@then(says("lần sau ít gia đình xong đúng ngày hơn lần trước"))
def fewer(comparisons: list[Page]) -> None:
    first, second = (PUNCTUAL.search(page.words) for page in comparisons)
    assert first
    assert second
    assert _number(second[1]) < _number(first[1]) - 5


@then(says("hai lần giống hệt nhau"))
def the_same(comparisons: list[Page]) -> None:
    first, second = comparisons
    assert first.words == second.words
    assert PUNCTUAL.search(first.words)


def _number(written: str) -> float:
    return float(written.replace(",", "."))
