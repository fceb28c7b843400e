"""Steps about the worklist itself: its counts, its search, the views an officer saves.

Then hàng "{queue}" của {officer} có {n} hồ sơ
Then dòng trong hàng "{queue}" của {officer} ghi "{words}"
Then hàng việc của {officer} ghi người giữ là "{name}"
Then {officer} tìm thấy hồ sơ bằng:  | a way to name it, see `WAYS` |
Then {officer} tìm thấy hồ sơ bằng "{words}" / không tìm thấy hồ sơ bằng "{words}"
When {officer} lọc hàng "{queue}" theo tên không dấu và lưu là "{name}"
When {officer} bỏ chế độ xem "{name}"
Then {officer} mở chế độ xem "{name}" thấy hồ sơ
Then {officer} không có chế độ xem "{name}"
"""

from collections.abc import Callable
from urllib.parse import urlencode

from pytest_bdd import then, when

from tests.bdd import looking
from tests.bdd.browser import Page
from tests.bdd.html import all_of, said
from tests.bdd.town import Town
from tests.bdd.words import Desk, says
from workflows.forms.cleaning import fold

SAVE = "Lưu chế độ xem"
EVERYTHING = "Tất cả đang mở"
WAYS: dict[str, Callable[[Town], str]] = {
    "mã hồ sơ": lambda town: town.number,
    "mã hồ sơ viết thường, không dấu chấm": lambda town: town.number.lower().replace(".", ""),
    "bốn số cuối của mã": lambda town: town.number[-4:],
    "tên có dấu": lambda town: town.file_row.subject,
    "tên không dấu": lambda town: fold(town.file_row.subject),
    "tên viết ngược": lambda town: " ".join(reversed(fold(town.file_row.subject).split())),
    "số định danh của người nộp": lambda town: f"{town.owner.id[:3]} {town.owner.id[3:]}",
}


def rows(page: Page) -> list[str]:
    """Return the lines of a queue, each as its words."""
    return [said(row) for body in all_of(page.main, "tbody") for row in body]


def search(town: Town, officer: Desk, words: str) -> Page:
    return town.officer(officer).open(f"/can-bo/viec?{urlencode({'hang': 'tat-ca', 'q': words})}")


@then(says('hàng "{queue}" của {officer:Officer} có {count:d} hồ sơ'))
def queue_counts(town: Town, queue: str, officer: Desk, count: int) -> None:
    page = looking.queue(town.officer(officer), queue)
    shown = [said(link) for link in all_of(page.root, "a") if said(link).startswith(queue)]
    assert shown == [f"{queue}{count}"]
    assert len(rows(page)) == count


@then(says('dòng trong hàng "{queue}" của {officer:Officer} ghi "{words}"'))
def line_says(town: Town, queue: str, officer: Desk, words: str) -> None:
    [line] = rows(looking.queue(town.officer(officer), queue))
    assert words in line, line


@then(says('hàng việc của {officer:Officer} ghi người giữ là "{name}"'))
def line_names_holder(town: Town, officer: Desk, name: str) -> None:
    page = looking.queue(town.officer(officer), EVERYTHING)
    [row] = [row for body in all_of(page.main, "tbody") for row in body]
    assert said(all_of(row, "td")[-1]) == name


@then(says("{officer:Officer} tìm thấy hồ sơ bằng:"))
def finds_by(town: Town, officer: Desk, datatable: list[list[str]]) -> None:
    found = {way: rows(search(town, officer, WAYS[way](town))) for (way,) in datatable}
    assert [way for way, lines in found.items() if not any(town.number in line for line in lines)] == []


@then(says('{officer:Officer} tìm thấy hồ sơ bằng "{words}"'))
def finds_by_words(town: Town, officer: Desk, words: str) -> None:
    assert len(rows(search(town, officer, words))) == 1


@then(says('{officer:Officer} không tìm thấy hồ sơ bằng "{words}"'))
def does_not_find_by(town: Town, officer: Desk, words: str) -> None:
    assert rows(search(town, officer, words)) == []


@when(says('{officer:Officer} lọc hàng "{queue}" theo tên không dấu và lưu là "{name}"'))
def saves_view(town: Town, officer: Desk, queue: str, name: str) -> None:
    visitor = town.officer(officer)
    listed = looking.queue(visitor, queue)
    visitor.open(f"{listed.address}&{urlencode({'q': fold(town.file_row.subject)})}")
    visitor.press(SAVE, {"ten": name})


@when(says('{officer:Officer} bỏ chế độ xem "{name}"'))
def deletes_view(town: Town, officer: Desk, name: str) -> None:
    visitor = town.officer(officer)
    visitor.open("/can-bo/viec")
    visitor.press(f"Bỏ chế độ xem {name}")


@then(says('{officer:Officer} mở chế độ xem "{name}" thấy hồ sơ'))
def view_shows(town: Town, officer: Desk, name: str) -> None:
    visitor = town.officer(officer)
    page = visitor.open(visitor.open("/can-bo/viec").link(name))
    assert town.number in page.words
    assert page.says(f"Đang lọc theo “{fold(town.file_row.subject)}”")


@then(says('{officer:Officer} không có chế độ xem "{name}"'))
def has_no_view(town: Town, officer: Desk, name: str) -> None:
    assert not town.officer(officer).open("/can-bo/viec").has_link(name)
