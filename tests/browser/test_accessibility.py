"""No page has a fault that axe can find, none is wider than a small phone, in either language and theme."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Literal

import pytest
from axe_playwright_python.base import AXE_SCRIPT
from flask import Flask
from playwright.sync_api import Browser, BrowserContext, Page

from tests.browser.person import sign_in
from web.access import allowed_roles

MOTHER = "001192004321"  # begins a declaration
SON = "092070000303"  # has filed one already, by the demonstration
CLERK = "hotich.badinh"
SUPERVISOR = "giamsat.hanoi"
TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
SMALL = 320

Visit = tuple[str, str]  # who, and where; {…} stands for what the demonstration has there
VISITS: tuple[Visit, ...] = (
    ("", "/"),
    ("", "/khai-sinh"),
    ("", "/khai-tu"),
    ("", "/karaoke"),
    ("", "/mo-phong"),
    ("", "/mo-phong?viec=tu&day=3"),
    ("", "/tra-cuu"),
    ("", "/dang-nhap"),
    ("", "/dang-nhap?kind=can-bo"),
    ("", "/tro-giup"),
    ("", "/tiep-can"),
    ("", "/rieng-tu"),
    ("", "/khong-co-trang-nay"),
    (MOTHER, "/cua-toi"),
    (MOTHER, "/khai-sinh/viec"),
    (MOTHER, "/khai-sinh/kiem-tra"),
    *((MOTHER, f"/khai-sinh/phan/{part}") for part in ("ban", "cha-me", "em-be", "noi-o", "the", "nhan")),
    (SON, "/cua-toi"),
    (SON, "/ho-so/{number}"),
    (SON, "/khai-tu/da-nop/{number}"),
    (SON, "/ho-so/{number}/rut"),
    (CLERK, "/can-bo/viec"),
    (CLERK, "/can-bo/viec?hang=tat-ca&q=khong-ai-ten-the"),
    (CLERK, "/can-bo/ho-so/{case}"),
    (CLERK, "/can-bo/ho-so/{case}/lam/request-supplement"),
    (CLERK, "/can-bo/ho-so/{case}/lam/forward"),
    (CLERK, "/can-bo/ho-so/0"),
    (SUPERVISOR, "/giam-sat"),
)
MAIN = (
    *[visit for visit in VISITS if visit[1] in ("/", "/mo-phong", "/khai-tu")],
    *[visit for visit in VISITS if visit[1] in ("/khai-sinh/viec", "/khai-sinh/phan/em-be")],
    *[visit for visit in VISITS if visit[1] in ("/ho-so/{number}", "/can-bo/viec", "/can-bo/ho-so/{case}")],
)
# Reached in `test_refused_forms` and in the two stories, where something is sent; the rest draw no page.
ELSEWHERE = {"citizen.supplement", "citizen.not_begun", "citizen.not_submitted", "citizen.not_answered"}
NO_PAGE = {"static", "public.health", "public.timeline_data"}


@dataclass(frozen=True)
class Corner:
    """One way of looking at a page: how wide, and how bright."""

    width: int
    scheme: Literal["light", "dark"]


PHONE = Corner(390, "light")
# Every page is seen on a phone in Vietnamese; the main ones from every corner, two in each language.
ALSO = {"vi": (Corner(390, "dark"), Corner(1280, "light")), "en": (Corner(1280, "dark"), PHONE)}

Open = Callable[[str, str, str], Page]


@pytest.fixture(scope="session")
def cookies(browser: Browser, address: str) -> dict[str, list[dict[str, str]]]:
    """Sign everybody in once, and let the mother begin her declaration."""
    found: dict[str, list[dict[str, str]]] = {"": []}
    for name in (MOTHER, SON, CLERK, SUPERVISOR):
        context = browser.new_context()
        page = context.new_page()
        sign_in(page, address, name, officer=not name.isdigit())
        if name == MOTHER:
            page.goto(f"{address}/khai-sinh")
            page.locator("main form button").click()
        found[name] = context.cookies()
        context.close()
    return found


@pytest.fixture(scope="session")
def places(browser: Browser, address: str, cookies: dict[str, list[dict[str, str]]]) -> dict[str, str]:
    """Find the dossier and the case that the demonstration has for these people."""

    def first(name: str, path: str, link: str) -> str:
        context = browser.new_context()
        context.add_cookies(cookies[name])
        page = context.new_page()
        page.goto(f"{address}{path}")
        found = page.locator(f"main a[href^='{link}']").first.get_attribute("href") or ""
        context.close()
        return found.removeprefix(link)

    return {
        "number": first(SON, "/cua-toi", "/ho-so/"),
        "case": first(CLERK, "/can-bo/viec?hang=cua-toi", "/can-bo/ho-so/"),
    }


@pytest.fixture(scope="session")
def windows(
    browser: Browser, address: str, cookies: dict[str, list[dict[str, str]]]
) -> Iterator[Callable[[str, str], BrowserContext]]:
    """Give each person one browser for each language."""
    opened: dict[tuple[str, str], BrowserContext] = {}

    def window(who: str, language: str) -> BrowserContext:
        if (who, language) not in opened:
            context = browser.new_context(viewport={"width": PHONE.width, "height": 844})
            context.add_cookies([*cookies[who], {"name": "lang", "value": language, "url": address}])
            opened[who, language] = context
        return opened[who, language]

    yield window
    for context in opened.values():
        context.close()


@pytest.fixture
def visit(
    windows: Callable[[str, str], BrowserContext], address: str, places: dict[str, str]
) -> Iterator[Open]:
    """Open a page as somebody in a language; script errors and breaches of the content policy fail."""
    pages: list[Page] = []
    wrong: list[str] = []

    def visit(who: str, path: str, language: str) -> Page:
        page = windows(who, language).new_page()
        pages.append(page)
        page.on("pageerror", lambda error: wrong.append(str(error)))
        page.on("console", lambda line: wrong.append(line.text) if "Content Security" in line.text else None)
        page.goto(f"{address}{path.format(**places)}")
        return page

    yield visit
    for page in pages:
        page.close()
    assert wrong == []


def faults(page: Page, corner: Corner) -> list[str]:
    """List what axe finds from a corner, each with the first place where it is."""
    page.set_viewport_size({"width": corner.width, "height": 844})
    # Without motion no colour is on its way to another.
    page.emulate_media(color_scheme=corner.scheme, reduced_motion="reduce")
    if not page.evaluate("'axe' in window"):
        page.evaluate(AXE_SCRIPT)
    return page.evaluate(
        """async tags => (await axe.run({runOnly: tags, resultTypes: ["violations"]}))
        .violations.map(one => `${one.id}: ${one.nodes[0].html}`)""",
        TAGS,
    )


def overflow(page: Page) -> int:
    """Return by how many pixels the page is wider than a small phone."""
    page.set_viewport_size({"width": SMALL, "height": 640})
    return page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth")


def assert_sound(page: Page, *corners: Corner) -> None:
    page.evaluate("document.querySelectorAll('details').forEach(part => { part.open = true })")
    assert {corner: found for corner in corners if (found := faults(page, corner))} == {}
    assert overflow(page) == 0


@pytest.mark.parametrize(("who", "path"), VISITS, ids=lambda part: part)
def test_a_page_is_sound(visit: Open, who: str, path: str) -> None:
    page = visit(who, path, "vi")
    assert page.locator("html").get_attribute("lang") == "vi"
    assert_sound(page, PHONE, *(ALSO["vi"] if (who, path) in MAIN else ()))


@pytest.mark.parametrize(("who", "path"), MAIN, ids=lambda part: part)
def test_a_main_page_is_sound_in_english(visit: Open, who: str, path: str) -> None:
    page = visit(who, path, "en")
    assert page.locator("html").get_attribute("lang") == "en"
    assert_sound(page, *ALSO["en"])


@pytest.mark.parametrize(
    ("who", "path"),
    [("", "/tra-cuu"), ("", "/dang-nhap"), (MOTHER, "/khai-sinh/phan/em-be"),
     (CLERK, "/can-bo/ho-so/{case}/lam/request-supplement")],
    ids=lambda part: part,
)  # fmt: skip
def test_a_refused_form_puts_the_focus_on_what_is_to_be_mended(visit: Open, who: str, path: str) -> None:
    page = visit(who, path, "vi")
    page.locator("main form[method=post] button:not([type=button])").first.click()
    page.wait_for_function("document.activeElement.id === 'error-summary'")
    assert page.title().startswith("Lỗi: ")
    for link in page.locator("#error-summary a").all():
        assert page.locator(f"[id='{(link.get_attribute('href') or '')[1:]}']").count() == 1
    assert_sound(page, PHONE)


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
