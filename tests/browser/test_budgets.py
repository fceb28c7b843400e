"""What a page costs somebody on a slow line: bytes on the wire, requests, scripts, and nobody else's host.

Counted by the browser itself, with an empty cache, as transferred (compressed). Scripts count by what is
in them, without the headers of their answers. Papers that somebody has sent are no part of a page: what
they weigh was theirs to choose. The budgets are those that the pages promise; they are no measurement of
time.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Page

from tests.browser.conftest import ROOT, Open
from tests.browser.visits import CITIZEN, PUBLIC, STAFF

pytestmark = pytest.mark.timeout(180)  # the first one starts the product, on a machine that may be busy
KB = 1024
PAPERS = "/giay-to/"
COMMENT = re.compile(r"/\*.*?\*/", re.DOTALL)
SIDES = re.compile(r"\b(?:left|right)\b")


@dataclass(frozen=True)
class Budget:
    """At most so many kilobytes in all, of the page itself and of scripts, and so many requests."""

    total: float
    html: float
    scripts: float
    requests: int


CITIZENS = Budget(total=20, html=8, scripts=3, requests=6)
TIMELINE = Budget(total=30, html=12, scripts=5, requests=7)
STAFFS = Budget(total=35, html=12, scripts=6, requests=8)


@dataclass
class Bill:
    """What opening one page brought over the wire."""

    kinds: dict[str, str] = field(default_factory=dict)
    hosts: set[str] = field(default_factory=set)
    size: dict[str, float] = field(default_factory=dict)
    headers: dict[str, float] = field(default_factory=dict)

    def asked(self, event: dict[str, Any]) -> None:
        address = urlsplit(event["request"]["url"])
        paper = PAPERS in address.path and event.get("type") == "Image"
        if address.scheme in ("http", "https") and not paper:
            self.kinds[event["requestId"]] = event.get("type", "Other")
            self.hosts.add(address.netloc)

    def begun(self, event: dict[str, Any]) -> None:
        self.headers[event["requestId"]] = event["response"]["encodedDataLength"]

    def arrived(self, event: dict[str, Any]) -> None:
        self.size[event["requestId"]] = event["encodedDataLength"]

    def of(self, kind: str) -> float:
        return sum(self.size.get(one, 0) for one, its in self.kinds.items() if its == kind) / KB

    @property
    def scripts(self) -> float:
        headers = sum(self.headers.get(one, 0) for one, kind in self.kinds.items() if kind == "Script")
        return self.of("Script") - headers / KB

    @property
    def total(self) -> float:
        return sum(self.size.get(one, 0) for one in self.kinds) / KB

    def over(self, budget: Budget, host: str) -> list[str]:
        """Say what is over the budget, each in one line."""
        counted = {
            "total KB": (self.total, budget.total),
            "page KB": (self.of("Document"), budget.html),
            "script KB": (self.scripts, budget.scripts),
            "requests": (len(self.kinds), budget.requests),
        }
        over = [f"{name}: {now:.1f} > {most}" for name, (now, most) in counted.items() if now > most]
        return over + [f"another host: {one}" for one in self.hosts - {host}]


def opened(page: Page, address: str) -> Bill:
    """Open an address in a new page, with an empty cache, and count."""
    bill = Bill()
    line = page.context.new_cdp_session(page)
    line.on("Network.requestWillBeSent", bill.asked)
    line.on("Network.responseReceived", bill.begun)
    line.on("Network.loadingFinished", bill.arrived)
    line.send("Network.enable")
    line.send("Network.setCacheDisabled", {"cacheDisabled": True})
    page.goto(address, wait_until="load")
    page.evaluate("document.readyState")  # what the browser has told so far comes before its answer
    line.detach()
    return bill


def budget_of(path: str, budget: Budget) -> Budget:
    return TIMELINE if path.startswith("/mo-phong") else budget


@pytest.mark.parametrize(
    ("who", "path", "budget"),
    [
        *((who, path, budget_of(path, CITIZENS)) for who, path in (*PUBLIC, *CITIZEN)),
        *((who, path, STAFFS) for who, path in STAFF),
    ],
    ids=lambda part: part if isinstance(part, str) else "",
)
def test_a_page_stays_within_its_budget(
    windows: Callable[[str, str], Page],
    address: str,
    places: dict[str, str],
    who: str,
    path: str,
    budget: Budget,
) -> None:
    bill = opened(windows(who, "vi"), f"{address}{path.format(**places)}")
    assert bill.over(budget, urlsplit(address).netloc) == []
    assert bill.of("Document") > 0.3, "nothing was counted"
    assert bill.scripts > 0.3, "no script was counted"


def test_a_page_that_costs_too_much_would_be_noticed(visit: Open, address: str) -> None:
    page = visit("", "/", "vi")
    page.goto("about:blank")  # what the page still asked for is not to be counted
    bill = opened(page, address)
    tight = Budget(total=bill.total - 0.1, html=CITIZENS.html, scripts=CITIZENS.scripts, requests=6)
    assert [line.partition(":")[0] for line in bill.over(tight, urlsplit(page.url).netloc)] == ["total KB"]
    assert bill.over(CITIZENS, "elsewhere.example") != []


def test_no_style_sheet_knows_left_from_right() -> None:
    sheets = sorted((ROOT / "static" / "css").glob("*.css"))
    words = {sheet.name: SIDES.findall(COMMENT.sub("", sheet.read_text())) for sheet in sheets}
    assert len(words) >= 5
    assert {name: found for name, found in words.items() if found} == {}
    assert SIDES.findall("margin-left: 1px; float: right") == ["left", "right"]
