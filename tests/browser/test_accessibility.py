"""No page has a fault that axe can find, none is wider than a small phone: width × brightness × language.

In `make test` axe looks at the first language on a phone and on a desk, and at its colours in the dark; at
the second on a phone. `make axe-test-long` lets it look at every combination.

The third language runs from right to left and nobody speaks it (`tests/web/mirror.py`): it stands for
every language that is one more .po file. Its widths and sizes are always measured.
"""

from __future__ import annotations

import os
import re
from itertools import product
from typing import Literal

import pytest
from axe_playwright_python.base import AXE_SCRIPT
from flask import Flask
from playwright.sync_api import Page, expect

from tests.browser.conftest import ROOT, Open
from tests.browser.visits import BEGINNER, CITIZEN, CLERK, ELSEWHERE, NO_PAGE, PUBLIC, STAFF, VISITS
from tests.web import mirror
from web.access import allowed_roles

TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
# The dark scheme changes colours and nothing else (`test_the_dark_scheme_changes_colours_only`).
COLOURS = ["color-contrast", "link-in-text-block"]
DARK = re.compile(r"@media screen and \(prefers-color-scheme: dark\) {\s*:root {([^}]*)}\s*}")
SMALL = 320
WIDTHS = (390, 1280)
SCHEMES: tuple[Literal["light", "dark"], ...] = ("light", "dark")
LANGUAGES = ("vi", "en", mirror.CODE)
STAFF_LANGUAGES = ("vi", "en")
EVERY_LOOK = tuple(product(WIDTHS, SCHEMES))
LOOKS: dict[str, tuple[tuple[int, Literal["light", "dark"]], ...]] = {
    "vi": ((390, "light"), (1280, "light"), (1280, "dark")),
    "en": ((390, "light"),),
    mirror.CODE: (),
}

pytestmark = pytest.mark.timeout(180)  # several looks at a page, on a machine that may be busy


def faults(page: Page, width: int, scheme: Literal["light", "dark"]) -> list[str]:
    """List what axe finds, each with the first place where it is."""
    page.set_viewport_size({"width": width, "height": 844})
    # Without motion no colour is on its way to another.
    page.emulate_media(color_scheme=scheme, reduced_motion="reduce")
    if not page.evaluate("'axe' in window"):
        page.evaluate(AXE_SCRIPT)
    found: list[str] = page.evaluate(
        """async rules => (await axe.run({runOnly: rules, resultTypes: ["violations"]}))
        .violations.map(one => `${one.id}: ${one.nodes[0].html}`)""",
        TAGS if scheme == "light" else COLOURS,
    )
    return [f"{width} {scheme} {fault}" for fault in found]


def overflow(page: Page) -> int:
    """Return by how many pixels the page is wider than a small phone."""
    page.set_viewport_size({"width": SMALL, "height": 640})
    wider: int = page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth")
    return wider


def too_small(page: Page) -> list[str]:
    """List the buttons and links outside sentences that a finger may miss: less than 24 pixels."""
    found: list[str] = page.evaluate(
        """() => [...document.querySelectorAll('a, button, input:not([type=hidden]), select, summary')]
        .filter(one => { const box = one.getBoundingClientRect(), style = getComputedStyle(one);
            return box.width > 1 && box.height > 1 && style.visibility === 'visible'
                && !style.display.startsWith('inline') && (box.width < 24 || box.height < 24)
                && !(one.labels && [...one.labels].some(l => l.getBoundingClientRect().height >= 24)); })
        .map(one => one.outerHTML.slice(0, 120))"""
    )
    return found


def assert_sound(page: Page, language: str) -> None:
    page.evaluate("document.querySelectorAll('details').forEach(part => { part.open = true })")
    looks = EVERY_LOOK if os.environ.get("AXE_EVERYTHING") else LOOKS[language]
    assert [fault for look in looks for fault in faults(page, *look)] == []
    assert too_small(page) == []
    assert overflow(page) == 0


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize(("who", "path"), [*PUBLIC, *CITIZEN], ids=lambda part: part)
def test_a_page_is_sound(visit: Open, who: str, path: str, language: str) -> None:
    page = visit(who, path, language)
    html = page.locator("html")
    assert html.get_attribute("lang") == language
    assert html.get_attribute("dir") == ("rtl" if language == mirror.CODE else "ltr")
    assert_sound(page, language)


@pytest.mark.parametrize("language", STAFF_LANGUAGES)
@pytest.mark.parametrize(("who", "path"), list(STAFF), ids=lambda part: part)
def test_a_page_of_the_staff_is_sound(visit: Open, who: str, path: str, language: str) -> None:
    assert_sound(visit(who, path, language), language)


@pytest.mark.parametrize(
    ("who", "path"),
    [("", "/tra-cuu"), ("", "/dang-nhap?kind=can-bo"), (BEGINNER, "/khai-sinh/phan/em-be"),
     (CLERK, "/can-bo/ho-so/{case}/lam/request-supplement")],
    ids=lambda part: part,
)  # fmt: skip
def test_a_refused_form_puts_the_focus_on_what_is_to_be_mended(visit: Open, who: str, path: str) -> None:
    page = visit(who, path, "vi")
    page.locator("main form[method=post] button:not([type=button])").first.click()
    expect(page.locator("#error-summary")).to_be_focused()
    assert page.title().startswith("Lỗi: ")
    for link in page.locator("#error-summary a").all():
        assert page.locator(f"[id='{(link.get_attribute('href') or '')[1:]}']").count() == 1
    assert_sound(page, "vi")


def test_the_dark_scheme_changes_colours_only() -> None:
    sheets = [sheet.read_text() for sheet in (ROOT / "static" / "css").glob("*.css")]
    dark = [part for sheet in sheets for part in DARK.findall(sheet)]
    names = {name for part in dark for name in re.findall(r"([-\w]+):", part)}
    assert len(dark) == sum(sheet.count("prefers-color-scheme") for sheet in sheets) > 0
    assert {name for name in names if not name.startswith("--")} == {"color-scheme"}
    assert not names & {"--radius", "--radius-2", "--measure", "--font"}


def test_every_page_that_can_be_opened_is_looked_at(served: Flask) -> None:
    patterns = [re.sub(r"\{\w+\}", "x", path.partition("?")[0]) for _, path in VISITS]
    routes = served.url_map.bind("localhost")
    seen = {routes.match(path)[0] for path in patterns if routes.test(path)}
    pages = {
        rule.endpoint
        for rule in served.url_map.iter_rules()
        if "GET" in (rule.methods or ()) and rule.endpoint not in NO_PAGE
    }
    assert all(allowed_roles(served, endpoint) is not None for endpoint in pages)
    assert pages - seen - ELSEWHERE == set()
