"""A whole birth without JavaScript, and one by keyboard alone."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, Route, expect

from services.demo.papers import drawn
from tests.bdd.answers import answers_of
from tests.browser.person import PASSWORD, answer, pay, typed

ALONE = "092199003415"  # a mother alone: her father's consent is a paper
WITHOUT_HOME = "096197000559"  # the parents have no residence
TODAY = date(2026, 11, 20)
pytestmark = pytest.mark.timeout(180)


def answers(name: str, born: str, notice: str, **more: Any) -> dict[str, Any]:
    given = {**answers_of("khai-sinh", name, TODAY), "child.birth-date": born, "card.issued-before": "no"}
    return {**given, "birth-notice.number": notice, **more}


def test_a_whole_birth_is_filed_and_followed_without_javascript(browser: Browser, address: str) -> None:
    given = answers(
        "Huỳnh Thị Ngọc Trâm", "2026-11-10", "92010.GCS.00233.26", **{"result.copies": "1"}
    )  # fmt: skip
    context = _without_scripts(browser)
    page = context.new_page()
    page.goto(f"{address}/khai-sinh/phu-hop/1")
    while "/phu-hop/ket-qua" not in page.url:
        _first(page, given)
    assert page.inner_text("h1") == "Làm được ở đây"
    page.get_by_role("button", name="Đăng nhập để khai").click()
    page.locator("main a.btn").first.click()
    page.fill("#name", ALONE)
    page.fill("#password", PASSWORD)
    page.locator("main form button").first.click()
    if "/viec" not in page.url:
        page.get_by_role("button", name="Bắt đầu khai").click()
    assert page.url.endswith("/khai-sinh/viec")
    page.locator("main a.btn").last.click()
    while "/phan/" in page.url:
        answer(page, given)

    assert page.url.endswith("/khai-sinh/giay-to")
    sent = drawn("giay-dong-y")
    cards = page.locator("section.paper")
    for number in range(cards.count()):
        card = cards.nth(number)
        photo = {"name": "ảnh <b>.jpg", "mimeType": "image/jpeg", "buffer": sent}
        card.locator("input[type=file]").set_input_files(photo)  # type: ignore[arg-type]
        card.get_by_role("button", name=re.compile("^Gửi ")).click()
        assert cards.nth(number).locator(".paper-files img").count() == 1
    view = page.locator(".paper-files a").first.get_attribute("href") or ""
    assert context.request.get(f"{address}{view}/goc").body() == sent

    page.goto(f"{address}/khai-sinh/kiem-tra")
    pay(page)
    assert page.url.endswith("/khai-sinh/phi")
    assert "Đã nhận đủ tiền." in page.inner_text("main")
    page.get_by_role("button", name="Nộp hồ sơ").click()
    code = page.inner_text(".code")
    context.close()

    context = _without_scripts(browser)
    page = context.new_page()
    page.goto(f"{address}/tra-cuu")
    page.fill("[name=ma]", code.split("-", 1)[1])
    page.fill("[name=so]", str(given["requester.phone"]).replace(" ", "")[-4:])
    page.get_by_role("button", name="Tìm hồ sơ").click()
    assert page.url.endswith(f"/ho-so/{code}")
    assert "Mới đăng ký" in page.inner_text("main")
    assert "Huỳnh Thị Ngọc Trâm" not in page.inner_text("body")
    context.close()


def _without_scripts(browser: Browser) -> BrowserContext:
    return browser.new_context(
        viewport={"width": 390, "height": 844}, locale="vi-VN", java_script_enabled=False
    )


def _first(page: Page, given: Mapping[str, Any]) -> None:
    """Answer one of the first questions."""
    boxes = page.locator("main form").locator("input:not([type=hidden])")
    for name, kind, own in boxes.evaluate_all("all => all.map(box => [box.name, box.type, box.value])"):
        value = typed(name, given)
        if kind == "radio" and value == own:
            page.locator(f"main [name='{name}'][value='{own}']").check()
        elif kind != "radio" and value is not None:
            page.fill(f"main [name='{name}']", value)
    page.get_by_role("button", name="Tiếp tục").click()


@dataclass(frozen=True)
class Stop:
    """Where the focus is, and whether somebody who looks can see that."""

    tag: str
    name: str
    kind: str
    value: str
    words: str
    href: str
    place: str
    seen: bool


WHERE = """() => {
  const one = document.activeElement, box = one.getBoundingClientRect(), style = getComputedStyle(one);
  const mark = (style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) >= 2)
    || style.boxShadow !== 'none';
  const seen = mark && box.width > 0 && box.height > 0
    && box.bottom > 0 && box.top < innerHeight && box.right > 0 && box.left < innerWidth;
  const main = one.closest('main') ? 'main' : '';
  return {tag: one.localName, name: one.name || '', kind: one.type || '', value: one.value || '',
    words: one.innerText || '', href: one.getAttribute('href') || '', place: main, seen};
}"""


class Keys:
    """Somebody who has a keyboard and nothing else."""

    def __init__(self, page: Page) -> None:
        self.page = page
        self.stops = 0

    def where(self) -> Stop:
        return Stop(**self.page.evaluate(WHERE))

    def tab(self, key: str = "Tab") -> Stop:
        """Go on to the next stop; it must be one, and in sight."""
        self.page.keyboard.press(key)
        stop = self.where()
        assert stop.tag != "body", f"the focus is lost on {self.page.url}"
        assert stop.seen, f"nobody sees the focus on {stop} of {self.page.url}"
        self.stops += 1
        return stop

    def reach(self, wanted: Callable[[Stop], bool]) -> Stop:
        """Go on until a stop is what is wanted."""
        for _ in range(60):
            stop = self.tab()
            if wanted(stop):
                return stop
        raise AssertionError(f"the keyboard does not reach it on {self.page.url}")

    def skip(self) -> None:
        """Use the link that leads past the header."""
        stop = self.tab()
        assert stop.href == "#main"
        self.page.keyboard.press("Enter")
        assert self.page.evaluate("document.activeElement.id") == "main"

    def press(self, words: str) -> None:
        """Reach a button or link with these words and press it; a page follows."""
        self.reach(lambda stop: stop.place == "main" and stop.words.strip().startswith(words))
        with self.page.expect_navigation():
            self.page.keyboard.press("Enter")

    def fill(self, given: Mapping[str, Any], button: str) -> None:
        """Answer every question of a page as it comes, then press its button."""
        self.skip()
        self.reach(lambda stop: self._answered(stop, given, button))
        with self.page.expect_navigation():
            self.page.keyboard.press("Enter")

    def _answered(self, stop: Stop, given: Mapping[str, Any], button: str) -> bool:
        """Type what belongs into a stop; say whether it is the button."""
        value = typed(stop.name, given) if stop.name else None
        if stop.tag == "button":
            return stop.words.strip() == button
        if value is None or stop.place != "main":
            return False
        if stop.kind == "radio":
            self._choose(value)
        elif stop.kind == "checkbox":
            self.page.keyboard.press("Space")
        elif stop.tag == "select":
            while self.where().value != value:
                self.page.keyboard.press("ArrowDown")
        else:
            self.page.keyboard.press("ControlOrMeta+a")
            self.page.keyboard.insert_text(value)
        return False

    def _choose(self, value: str) -> None:
        """Choose in a group of buttons with the space bar and the arrows."""
        self.page.keyboard.press("Space")
        for _ in range(12):
            if self.where().value == value:
                return
            self.page.keyboard.press("ArrowDown")
        raise AssertionError(f"{value} is not among the choices")


def test_a_whole_birth_is_filed_by_keyboard_alone(page: Page, address: str) -> None:
    given = answers("Trần Thị Út", "2026-11-15", "79031.GCS.01904.26")
    keys = Keys(page)
    page.goto(f"{address}/khai-sinh/phu-hop/1")
    keys.skip()
    keys.press("Tiếp tục")  # nothing is answered yet
    assert page.title().startswith("Lỗi: ")
    expect(page.locator("#error-summary")).to_be_focused()
    stop = keys.tab()
    assert stop.href == "#child.birth-date-day"
    page.keyboard.press("Enter")
    assert keys.where().name == "child.birth-date-day"
    assert keys.tab().name == "child.birth-date-month"
    assert keys.tab("Shift+Tab").name == "child.birth-date-day"
    page.reload()
    page.goto(f"{address}/khai-sinh/phu-hop/1")
    while "/phu-hop/ket-qua" not in page.url:
        keys.fill(given, "Tiếp tục")
    keys.skip()
    keys.press("Đăng nhập để khai")
    keys.skip()
    keys.press("Đăng nhập bằng")
    keys.fill({"name": WITHOUT_HOME, "password": PASSWORD}, "Đồng ý và đăng nhập")
    if "/viec" not in page.url:
        keys.skip()
        keys.press("Bắt đầu khai")
    keys.skip()
    keys.press("Làm tiếp")
    while "/phan/" in page.url:
        before = page.url, page.inner_text("main")
        keys.fill(given, "Lưu và tiếp tục")
        assert (page.url, page.inner_text("main")) != before, page.inner_text("main")
    if "/giay-to" in page.url:
        _attach(keys)
        page.goto(f"{address}/khai-sinh/kiem-tra")
    keys.skip()
    keys.press("Nộp hồ sơ")
    code = page.inner_text(".code")
    keys.skip()
    keys.press("Theo dõi hồ sơ")
    assert page.url.endswith(f"/ho-so/{code}")
    assert keys.stops > 60


def test_a_focus_that_nobody_sees_would_be_noticed(page: Page, address: str) -> None:
    def hidden(route: Route) -> None:
        sheet = route.fetch()
        route.fulfill(
            response=sheet,
            body=sheet.text() + "\n*:focus { outline: 0 !important; box-shadow: none !important; }",
        )

    page.route("**/app.css*", hidden)
    page.goto(f"{address}/khai-sinh/phu-hop/1")
    with pytest.raises(AssertionError, match="nobody sees the focus"):
        Keys(page).skip()


def _attach(keys: Keys) -> None:
    """Attach a paper on every card: the space bar opens the choice of a file."""
    page = keys.page
    photo = {"name": "giay.jpg", "mimeType": "image/jpeg", "buffer": drawn("giay-to")}
    empty = page.locator("section.paper:not(:has(.paper-files))")
    while left := empty.count():
        page.reload()
        keys.skip()
        for _ in range(page.locator("section.paper").count() - left + 1):
            keys.reach(lambda stop: stop.kind == "file")
        with page.expect_file_chooser() as chooser:
            page.keyboard.press("Space")
        chooser.value.set_files(photo)  # type: ignore[arg-type]
        expect(page.locator("section.paper:not(:has(.paper-files))")).to_have_count(left - 1)
