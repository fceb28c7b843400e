"""The worklist in a real browser: order, keys, the case at its side, the switch (ux checks 18 and 19)."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import Page, expect

from tests.browser.street import Street
from tests.browser.test_accessibility import assert_sound
from tests.browser.test_budgets import STAFFS, opened
from tests.web.crowd import CLERK, gather

pytestmark = pytest.mark.timeout(300)
LIST = "/can-bo/viec?hang=tat-ca"
WIDE = {"width": 1280, "height": 900}


@pytest.fixture
def desk(street: Street) -> Page:
    gather(street.town, 30)
    page = street.look(CLERK)
    page.set_viewport_size(WIDE)  # type: ignore[arg-type]
    page.goto(LIST)
    return page


def name_at(page: Page, place: int) -> str:
    return page.locator("tr[data-row] a.name").nth(place).inner_text()


def chosen(page: Page) -> list[int]:
    """List the rows that are marked as chosen."""
    found: list[int] = page.evaluate(
        """[...document.querySelectorAll('tr[data-row]')]
        .flatMap((row, place) => row.ariaSelected === 'true' ? [place] : [])"""
    )
    return found


def test_keys_move_the_choice_the_focus_and_the_case_at_the_side(desk: Page) -> None:
    pane = desk.locator("#pane")
    expect(pane.locator(".number")).to_have_text(desk.locator("tr .number").nth(0).inner_text())
    for key in "jjk":
        desk.keyboard.press(key)
    assert chosen(desk) == [1]
    assert desk.evaluate("document.activeElement.closest('tr').rowIndex") == 2
    expect(pane.locator(".number")).to_have_text(desk.locator("tr .number").nth(1).inner_text())
    desk.keyboard.press("ArrowDown")
    assert chosen(desk) == [2]
    desk.keyboard.press("x")
    assert desk.locator("tr[data-row]").nth(2).locator("[type=checkbox]").is_checked()
    wanted = name_at(desk, 2)
    desk.keyboard.press("Enter")
    desk.wait_for_url("**/can-bo/ho-so/**")
    assert wanted in desk.inner_text("h1")


def test_search_help_and_queues_have_keys_and_typing_has_none(desk: Page) -> None:
    desk.keyboard.press("/")
    desk.keyboard.type("jxn")
    assert desk.input_value("#search") == "jxn"
    assert chosen(desk) == [0]
    desk.keyboard.press("Escape")
    desk.evaluate(
        """document.body.dispatchEvent(
        new KeyboardEvent('keydown', {key: 'j', isComposing: true, bubbles: true}))"""
    )
    desk.keyboard.press("Control+j")
    assert chosen(desk) == [0]
    desk.keyboard.press("?")
    expect(desk.locator("dialog#keys")).to_be_visible()
    desk.keyboard.press("j")
    assert chosen(desk) == [0]
    desk.keyboard.press("Escape")
    expect(desk.locator("dialog#keys")).to_be_hidden()
    desk.keyboard.press("g")
    desk.keyboard.press("3")
    desk.wait_for_url("**hang=cua-toi")


def test_the_switch_stops_single_keys_and_outlives_a_reload(desk: Page) -> None:
    desk.keyboard.press("?")
    desk.get_by_role("button", name="Tắt phím tắt").click()
    desk.wait_for_url(re.compile("/can-bo/viec"))
    for _ in range(2):
        desk.keyboard.press("j")
        desk.keyboard.press("?")
        assert chosen(desk) == [0]
        expect(desk.locator("dialog#keys")).to_be_hidden()
        desk.reload()
    desk.get_by_role("link", name="Phím tắt").click()
    desk.get_by_role("button", name="Bật phím tắt").click()
    desk.wait_for_load_state()
    desk.keyboard.press("j")
    assert chosen(desk) == [1]


def test_a_key_claims_the_chosen_case_and_comes_back(desk: Page) -> None:
    desk.goto("/can-bo/viec?hang=chua-ai-nhan")
    before = desk.locator("tr[data-row]").count()
    desk.keyboard.press("n")
    expect(desk.locator("main [role=status]")).to_contain_text("Nhận xử lý")
    assert desk.locator("tr[data-row]").count() == before - 1


@pytest.mark.parametrize("language", ["vi", "en"])
def test_a_full_list_with_a_case_at_its_side_is_sound_and_light(desk: Page, language: str) -> None:
    bill = opened(desk, f"{desk.url}&lang={language}")
    assert bill.over(STAFFS, desk.url.split("/")[2]) == []
    expect(desk.locator("#pane #glance")).to_be_visible()
    desk.locator("[type=checkbox]").first.check()
    assert_sound(desk, language)


def test_rows_become_cards_on_a_phone_and_work_without_a_script(street: Street) -> None:
    gather(street.town, 4)
    page = street.look(CLERK, javascript=False)
    page.goto(LIST)
    assert page.locator("tr[data-row]").first.evaluate("row => getComputedStyle(row).display") == "block"
    assert not page.locator("#pane").is_visible()
    assert not page.locator(".menu-in").is_visible()
    page.locator(".menu summary").click()
    assert page.get_by_role("link", name="Cảnh báo").is_visible()
    page.locator(".menu summary").click()
    wanted = name_at(page, 0)
    page.locator("tr[data-row] a.name").first.click()
    assert wanted in page.inner_text("h1")
