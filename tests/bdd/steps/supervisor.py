"""Steps of those who answer for deadlines (in Vietnamese only).

When     người giám sát [tỉnh khác] mở bảng chỉ tiêu     {officer} mở bảng chỉ tiêu
When     người giám sát [tỉnh khác] mở trang "{path}"    người giám sát mở danh sách của "{figure}"
Then     chỉ tiêu "{figure}" là "{value}"
Then     danh sách có {n} hồ sơ, trong đó có hồ sơ này   người giám sát tải bảng "{code}" có {n} hồ sơ
"""

import csv
from io import StringIO

from pytest_bdd import then, when

from tests.bdd.browser import Visitor
from tests.bdd.html import all_of, said
from tests.bdd.town import Town
from tests.bdd.words import Desk, says

ROOM = "/giam-sat"
SUPERVISOR, ELSEWHERE = "giamsat.hanoi", "giamsat.cantho"


def supervisor(town: Town) -> Visitor:
    return town._signed_in(SUPERVISOR, "can-bo")


@when("người giám sát mở bảng chỉ tiêu")
def open_figures(town: Town) -> None:
    supervisor(town).open(ROOM)


@when("người giám sát tỉnh khác mở bảng chỉ tiêu")
def open_figures_elsewhere(town: Town) -> None:
    town._signed_in(ELSEWHERE, "can-bo").open(ROOM)


@when(says("{officer:Officer} mở bảng chỉ tiêu"))
def officer_opens_figures(town: Town, officer: Desk) -> None:
    town.officer(officer).open(ROOM)


@when(says('người giám sát mở trang "{path}"'))
def open_page(town: Town, path: str) -> None:
    supervisor(town).open(f"{ROOM}/{path}")


@when(says('người giám sát tỉnh khác mở trang "{path}"'))
def open_page_elsewhere(town: Town, path: str) -> None:
    town._signed_in(ELSEWHERE, "can-bo").open(f"{ROOM}/{path}")


@when(says('người giám sát mở danh sách của "{figure}"'))
def open_list(town: Town, figure: str) -> None:
    visitor = supervisor(town)
    visitor.open(ROOM)
    visitor.follow(figure)


@then(says('chỉ tiêu "{figure}" là "{value}"'))
def figure_is(town: Town, figure: str, value: str) -> None:
    rows = [row for row in all_of(town.page.main, "tr") if said(row).startswith(f"{figure} ")]
    assert len(rows) == 1, [said(row) for row in all_of(town.page.main, "tr")]
    (read, _of, *_) = all_of(rows[0], "td")
    assert said(read) == value


@then(says("danh sách có {count:d} hồ sơ, trong đó có hồ sơ này"))
def list_holds(town: Town, count: int) -> None:
    codes = [said(head) for head in all_of(town.page.main, "th") if head.get("scope") == "row"]
    assert (len(codes), town.number in codes) == (count, True), codes


@then(says('người giám sát tải bảng "{code}" có {count:d} hồ sơ'))
def download(town: Town, code: str, count: int) -> None:
    answer = supervisor(town).fetch(f"{ROOM}/{code}/ds.csv")
    assert answer.mimetype == "text/csv"
    header, *rows = csv.reader(StringIO(answer.get_data(as_text=True).removeprefix("\ufeff")))
    assert [row[header.index("Mã hồ sơ")] for row in rows] == [town.number] * count
    assert town.owner.name not in answer.get_data(as_text=True)
