"""The staff's pages that only a sent form shows are as sound as the others; each role finds its own places.

What is sent here is looked at, asked back or refused: nothing in the product changes.
"""

from __future__ import annotations

from collections.abc import Callable
from urllib.parse import urljoin

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import Open
from tests.browser.test_accessibility import STAFF_LANGUAGES, assert_sound
from tests.browser.visits import AT_THE_COUNTER, CLERK, OPERATOR, SUPERVISOR

pytestmark = pytest.mark.timeout(180)


def marks_for_a_colleague(page: Page) -> None:
    page.locator("input[name=case]").first.check(force=True)
    page.locator("#bulk button[value=assign]").click()
    expect(page.locator("select[name=cho]")).to_be_visible()


def gives_no_reason(page: Page) -> None:
    marks_for_a_colleague(page)
    page.locator("main form button").click()
    expect(page.locator("#error-summary")).to_be_focused()


def looks_somebody_up(page: Page) -> None:
    page.locator("input[name=viec]").first.check()
    page.locator("input[name=so]").fill(AT_THE_COUNTER)
    page.locator("main form button").click()
    expect(page.locator("input[name=co-mat]")).to_be_visible()


def looks_nobody_up(page: Page) -> None:
    page.locator("input[name=viec]").first.check()
    page.locator("input[name=so]").fill("001199999999")
    page.locator("main form button").click()
    expect(page.locator("#error-summary")).to_be_focused()


def previews_a_supplement(page: Page) -> None:
    page.locator("textarea[name='supplement.list']").fill("Giấy chứng sinh: ảnh mờ")
    page.locator("main form button[formaction]").click()
    page.wait_for_url("**/xem-truoc/**")


def presses(button: str) -> Callable[[Page], None]:
    """Send a form as it is, which lacks a reason or more."""

    def press(page: Page) -> None:
        page.locator(button).click()
        expect(page.locator("#error-summary")).to_be_focused()

    return press


MESSAGE = "/van-hanh/thong-diep/{dead}"
SENT: dict[str, tuple[str, str, Callable[[Page], None]]] = {
    "bulk-asks": (CLERK, "/can-bo/viec?hang=tat-ca", marks_for_a_colleague),
    "bulk-refused": (CLERK, "/can-bo/viec?hang=tat-ca", gives_no_reason),
    "counter-found": (CLERK, "/can-bo/nop-ho", looks_somebody_up),
    "counter-not-found": (CLERK, "/can-bo/nop-ho", looks_nobody_up),
    "supplement-preview": (CLERK, "/can-bo/ho-so/{case}/lam/request-supplement", previews_a_supplement),
    "absence-refused": (CLERK, "/can-bo/vang", presses("main form button:not(.btn-2)")),
    "resend-refused": (OPERATOR, MESSAGE, presses("section[aria-labelledby=gui-lai] button")),
    "end-refused": (OPERATOR, MESSAGE, presses("section[aria-labelledby=ket-thuc] button")),
    "decision-refused": (OPERATOR, "/van-hanh/cho-xac-nhan", presses("main form button")),
    "order-refused": (OPERATOR, "/van-hanh/doi-soat", presses("main form button")),
}  # fmt: skip


@pytest.mark.parametrize("language", STAFF_LANGUAGES)
@pytest.mark.parametrize("name", SENT)
def test_a_page_behind_a_form_is_sound(visit: Open, name: str, language: str) -> None:
    who, path, send = SENT[name]
    page = visit(who, path, language)
    send(page)
    assert_sound(page, language)


PLACES = {
    CLERK: ("/can-bo/nop-ho", "/can-bo/canh-bao", "/can-bo/lich", "/can-bo/vang"),
    SUPERVISOR: ("/giam-sat", "/giam-sat/canh-bao", "/giam-sat/lich", "/giam-sat/hoan-tra",
                 "/thiet-ke/hop-thu", "/van-hanh/nhat-ky", "/thiet-ke"),
    OPERATOR: ("/van-hanh", "/thiet-ke"),
}  # fmt: skip


@pytest.mark.parametrize("who", PLACES)
def test_the_header_leads_to_the_places_of_a_role_and_each_opens_under_the_same_header(
    visit: Open, who: str
) -> None:
    page = visit(who, PLACES[who][0], "vi")
    assert tuple(places_of(page)) == PLACES[who]
    for place in PLACES[who]:
        page.goto(urljoin(page.url, place))
        assert tuple(places_of(page)) == PLACES[who], place
        assert page.locator(".menu-in nav [aria-current]").get_attribute("href") == place


def places_of(page: Page) -> list[str]:
    found: list[str] = page.evaluate(
        "[...document.querySelectorAll('.menu-in nav a')].map(one => one.getAttribute('href'))"
    )
    return found


def test_the_header_of_somebody_with_a_long_office_stays_one_row(visit: Open) -> None:
    page = visit(SUPERVISOR, "/giam-sat", "vi")
    page.set_viewport_size({"width": 1280, "height": 844})
    brand, menu = page.locator(".bar .brand").bounding_box(), page.locator(".menu-in").bounding_box()
    assert brand is not None
    assert menu is not None
    assert brand["y"] < menu["y"] + menu["height"]
    assert menu["y"] < brand["y"] + brand["height"]
    bar = page.locator(".bar").bounding_box()
    assert bar is not None
    assert bar["height"] < 84
