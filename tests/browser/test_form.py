"""The first questions and the previews in a real browser: on a phone, wide, and without JavaScript."""

from __future__ import annotations

import pytest
from playwright.sync_api import Browser, Page

from tests.browser.person import PASSWORD, answer, sign_in
from tests.browser.test_accessibility import assert_sound

FATHER = "048091002277"
MOTHER = "048193001520"
FIRST = {
    "child.birth-date": "2026-11-12",
    "residence.with": "mother",
    "card.issued-before": False,
    "wants.identity-card": False,
}
REST = {
    "requester.relation": "father",
    "requester.phone": "0912345678",
    "child.case": "both-parents",
    "mother.personal-id": MOTHER,
    "child.home-place": "Phường Hải Châu, Đà Nẵng",
    "child.full-name": "Lê Bảo Châu",
    "child.sex": "female",
    "child.multiple-birth": False,
    "birth-notice.number": "48007.GCS.00871.26",
    "card.facility": "bv-da-nang",
    "result.copies": 0,
    "result.delivery": "electronic",
}

pytestmark = pytest.mark.timeout(180)


def answer_first(page: Page, address: str, event: str = "khai-sinh") -> None:
    page.goto(f"{address}/{event}/phu-hop/1")
    day = FIRST["child.birth-date"].split("-")  # type: ignore[union-attr]
    for part, words in zip(("year", "month", "day"), day, strict=True):
        page.fill(f"[name='child.birth-date-{part}']", words)
    for value in ("", "mother", "no", "no"):
        if value:
            page.check(f"main [type=radio][value='{value}']")
        page.get_by_role("button", name="Tiếp tục").click()


def test_what_a_stranger_answers_is_in_the_form_after_signing_in(page: Page, address: str) -> None:
    answer_first(page, address)
    assert page.inner_text("h1") == "Làm được ở đây"
    assert_sound(page, "vi")
    page.set_viewport_size({"width": 390, "height": 844})
    page.get_by_role("button", name="Đăng nhập để khai").click()
    page.locator("main a.btn").first.click()
    page.fill("#name", FATHER)
    page.fill("#password", PASSWORD)
    page.locator("main form button").first.click()
    if "/viec" not in page.url:
        page.get_by_role("button", name="Bắt đầu khai").click()
    page.locator("main a.btn").last.click()
    asked: list[str] = []
    while "/phan/" in page.url:
        boxes = page.locator("main form input:not([type=hidden]), main form select")
        asked += boxes.evaluate_all("all => all.map(box => box.name)")
        answer(page, REST)
    assert [name for name in asked if name.startswith(tuple(FIRST))] == []
    assert set(asked) == set(REST)
    previews = page.locator("main a[href*='/to-khai/']").evaluate_all("all => all.map(a => a.href)")
    assert len(previews) == 3
    for preview in previews:
        page.goto(preview)
        assert "Lê Bảo Châu" in page.inner_text("main")
    page.set_viewport_size({"width": 1280, "height": 900})
    page.goto(f"{address}/khai-sinh/phan/em-be")
    assert page.locator(".side-list").is_visible()
    assert "Đã lưu" in page.inner_text(".side-list")


@pytest.mark.parametrize("javascript", [True, False], ids=["script", "no script"])
def test_an_empty_section_says_what_is_missing(browser: Browser, address: str, javascript: bool) -> None:
    context = browser.new_context(java_script_enabled=javascript)
    page = context.new_page()
    sign_in(page, address, "092199003415")
    page.goto(f"{address}/khai-sinh")
    page.locator("main form button").last.click()
    page.goto(f"{address}/khai-sinh/phan/ban")
    page.fill("[name='requester.phone']", "12")
    page.get_by_role("button", name="Lưu và tiếp tục").click()
    assert page.title().startswith("Lỗi: ")
    assert page.input_value("[name='requester.phone']") == "12"
    links = [(link.get_attribute("href") or "")[1:] for link in page.locator("#error-summary a").all()]
    assert links == ["requester.relation", "requester.phone"]
    assert [page.locator(f"[id='{link}']").count() for link in links] == [1, 1]
    context.close()
