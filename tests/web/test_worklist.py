"""The worklist holds what it says: counts, order, marks, and searches, over all its pages."""

from __future__ import annotations

import re
from typing import Any
from urllib.parse import urlencode

import pytest

from services.reading.working.worklists import QUEUES
from storage.worklists import Shape
from tests.bdd.browser import Page, Visitor
from tests.bdd.html import all_of, said
from tests.bdd.town import Town
from tests.bdd.words import Desk
from tests.web.crowd import CLERK, gather
from workflows.forms.cleaning import fold

COUNT = 60
CODE = re.compile(r"K00\.000\.00-\d{6}-\d{6}")


@pytest.fixture
def crowd(town: Town) -> list[dict[str, Any]]:
    return gather(town, COUNT)


def clerk(town: Town) -> Visitor:
    return town.officer(Desk("civil-status"), "civil-status:00004")


def lines(visitor: Visitor, **asked: str) -> list[str]:
    """Read every page of a queue; return its lines in their order."""
    found: list[str] = []
    for page in range(1, 10):
        shown = visitor.open(f"/can-bo/viec?{urlencode({**asked, 'trang': page})}")
        found += [said(row) for body in all_of(shown.main, "tbody") for row in body]
        if "Trang sau" not in shown.words:
            return found
    raise AssertionError("the pages do not end")


def counts(page: Page) -> list[int]:
    spans = [part for part in all_of(page.root, "span") if (part.get("class") or "").startswith("count")]
    return [int(said(span)) for span in spans]


def codes(found: list[str]) -> list[str]:
    return [CODE.findall(line)[0] for line in found]


def test_every_count_is_the_number_of_rows_over_all_pages(town: Town, crowd: list[dict[str, Any]]) -> None:
    visitor, now = clerk(town), town.clock.now()
    plain = {
        "can-lam": [one for one in crowd if one["waits_for"] == "officer"],
        "qua-han": [one for one in crowd if one["due_at"] and one["due_at"] < now],
        "cua-toi": [one for one in crowd if one["officer_id"] == CLERK],
        "chua-ai-nhan": [one for one in crowd if one["officer_id"] is None],
        "cho-bo-sung": [one for one in crowd if one["waits_for"] in ("citizen", "relative")],
        "cho-he-thong": [one for one in crowd if one["waits_for"] == "agency"],
        "tat-ca": crowd,
    }
    assert tuple(plain) == QUEUES
    assert all(plain.values()), "a queue is empty, so its count proves nothing"
    shown = dict(zip(QUEUES, counts(visitor.open("/can-bo/viec")), strict=True))
    assert shown == {queue: len(cases) for queue, cases in plain.items()}
    for queue, cases in plain.items():
        assert sorted(codes(lines(visitor, hang=queue))) == sorted(one["number"] for one in cases), queue


def test_the_nearest_deadline_comes_first_and_what_is_paused_last(
    town: Town, crowd: list[dict[str, Any]]
) -> None:
    found = lines(clerk(town), hang="tat-ca")
    due = {one["number"]: one["due_at"] for one in crowd}
    order = [due[code] for code in codes(found)]
    running = [at for at in order if at]
    assert running == sorted(running)
    assert order == running + [None] * (COUNT - len(running))
    words = re.compile(r"(Quá|Còn) [\d,]+ (giờ|ngày)|Tạm dừng tính hạn")
    assert [line for line in found if not words.search(line)] == []
    assert sum("Tạm dừng tính hạn" in line for line in found) == order.count(None) > 0


def test_a_search_finds_exactly_what_it_names(town: Town, crowd: list[dict[str, Any]]) -> None:
    visitor = clerk(town)
    for typed in (
        "Đặng Gia Bảo",
        "dang bao",
        "ĐỨC dũng",
        "ngan 260101",
        "000017",
        "k00.000.00-260101-000017",
    ):
        terms = fold(typed).replace(".", "").replace("-", "").split()
        wanted = [one["number"] for one in crowd if all(term in one["search_words"] for term in terms)]
        assert sorted(codes(lines(visitor, hang="tat-ca", q=typed))) == sorted(wanted), typed
        assert wanted
    mine = [one for one in crowd if one["officer_id"] == CLERK and "ngan" in one["search_words"]]
    assert len(lines(visitor, hang="cua-toi", q="Ngân")) == len(mine) > 0


def test_a_suspected_duplicate_is_marked_and_no_other(town: Town, crowd: list[dict[str, Any]]) -> None:
    marked = {CODE.findall(line)[0] for line in lines(clerk(town), hang="tat-ca") if "Nghi trùng" in line}
    assert marked == {one["number"] for one in crowd if "duplicate-suspected" in one["flags"]}


def ways_on(page: Page) -> list[str]:
    """List where the links and forms of a page about a case lead, with the queue that a form sends hidden."""
    ways = [link.get("href") or "" for link in all_of(page.main, "a")]
    for form in all_of(page.main, "form"):
        hidden = {box.get("name"): box.get("value") for box in all_of(form, "input")}
        ways.append(f"{form.get('action')}&hang={hidden.get('hang', '')}")
    return [way for way in ways if way.startswith(("/can-bo/ho-so/", "/can-bo/giay-to/"))]


def test_every_way_through_a_case_keeps_the_place_in_the_queue(
    town: Town, crowd: list[dict[str, Any]]
) -> None:
    visitor, asked = clerk(town), "hang=tat-ca&q=260101"
    order = codes(lines(visitor, hang="tat-ca", q="260101"))
    held = [one["number"] for one in crowd if one["officer_id"] is None and one["number"] in order[25:-1]]
    case = next(one for one in crowd if one["number"] == held[-1])
    place = order.index(case["number"]) + 1
    own = f"/can-bo/ho-so/{case['id']}"
    tour = (f"/can-bo/viec/xem/{case['id']}", own, f"{own}/nguoi", f"{own}/lam/refuse", f"{own}/hen-lai")
    for address in tour:
        page = visitor.open(f"{address}?{asked}")
        assert page.status == 200
        ways = ways_on(page)
        assert ways, address
        assert [way for way in ways if "hang=tat-ca" not in way] == [], address
    visitor.open(f"{tour[0]}?{asked}")
    claimed = visitor.press("Nhận xử lý")
    assert claimed.says(f"hồ sơ {place} trên {len(order)}")
    back = visitor.follow("Tất cả đang mở")
    assert case["number"] in said(back.main)
    assert "trang=2" in back.address


def test_a_wrong_count_would_be_noticed(
    town: Town, crowd: list[dict[str, Any]], monkeypatch: pytest.MonkeyPatch
) -> None:
    from services.reading.working import worklists  # here: the sabotage is of this module alone

    careless = tuple(
        (*known[:3], Shape(unclaimed=True)) if known[0] == "cua-toi" else known for known in worklists._QUEUES
    )
    monkeypatch.setattr(worklists, "_QUEUES", careless)
    with pytest.raises(AssertionError):
        test_every_count_is_the_number_of_rows_over_all_pages(town, crowd)
