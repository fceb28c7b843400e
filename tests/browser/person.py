"""What a person does in the browser: sign in, answer the sections, press steps."""

import re
from collections.abc import Mapping
from typing import Any

from playwright.sync_api import Page

PASSWORD = "khai-mot-lan"


def sign_in(page: Page, address: str, name: str, *, officer: bool = False) -> None:
    page.context.clear_cookies()
    page.goto(f"{address}/dang-nhap?kind={'can-bo' if officer else 'nguoi-dan'}")
    page.fill("#name", name)
    page.fill("#password", PASSWORD)
    page.click("main button")
    page.wait_for_url(lambda url: "/dang-nhap" not in url)


def declare(page: Page, address: str, slug: str, answers: Mapping[str, Any]) -> str:
    """Answer every section with what is known for its inputs, submit, and return the dossier's code."""
    page.goto(f"{address}/{slug}")
    page.click("main button")
    page.locator("main a.btn").last.click()
    while "/phan/" in page.url:
        answer(page, answers)
    page.get_by_role("button", name="Nộp hồ sơ").click()
    return page.inner_text(".code")


def answer(page: Page, answers: Mapping[str, Any]) -> None:
    """Fill the inputs of one section and save it."""
    for box in page.locator("main form input:not([type=hidden]), main form select, main form textarea").all():
        name = box.get_attribute("name") or ""
        value = typed(name, answers)
        if value is None:
            continue
        kind = box.get_attribute("type")
        if kind == "radio":
            if box.get_attribute("value") == value:
                box.check()
        elif kind == "checkbox":
            box.check()
        elif box.evaluate("e => e.tagName") == "SELECT":
            box.select_option(value)
        else:
            box.fill(value)
    before = page.url, page.inner_text("main")
    page.get_by_role("button", name="Lưu và tiếp tục").click()
    assert (page.url, page.inner_text("main")) != before, page.inner_text("main")


def typed(name: str, answers: Mapping[str, Any]) -> str | None:
    """Return what is typed into an input of this name, or nothing."""
    if name == "sure":
        return "yes"
    date = re.fullmatch(r"(.+)-(day|month|year)", name)
    if date and isinstance(answers.get(date[1]), str):
        year, month, day = answers[date[1]][:10].split("-")
        return {"day": day, "month": month, "year": year}[date[2]]
    row = re.fullmatch(r"(.+)-(\d+)-(name|personal-id|relation)", name)
    if row and isinstance(people := answers.get(row[1]), list):
        return people[int(row[2]) - 1][row[3]] if int(row[2]) <= len(people) else None
    value = answers.get(name)
    if isinstance(value, bool):
        return "yes" if value else "no"
    return None if value is None else str(value)


def open_case(page: Page, address: str, officer: str, number: str) -> None:
    """Sign in as an officer and open the case of a dossier from the worklist."""
    sign_in(page, address, officer, officer=True)
    page.goto(f"{address}/can-bo/viec?hang=tat-ca&q={number}")
    page.locator("tbody th a").first.click()


def press(page: Page, step: str, **values: str) -> None:
    """Take a step by its words; a consequential one has a page of its own."""
    page.locator("aside").get_by_text(re.compile(f"^{re.escape(step)}")).first.click()
    for name, value in values.items():
        page.fill(f"[name='{name}']", value)
    if "/lam/" in page.url and page.locator("main form").count():
        page.locator("main form button").click()


def wait_for(page: Page, words: str, *, seconds: float = 20) -> None:
    """Reload until the page says these words: what other systems answer takes a moment."""
    for _ in range(int(seconds * 4)):
        if words in page.inner_text("main"):
            return
        page.wait_for_timeout(250)
        page.reload()
    raise AssertionError(f"“{words}” never came: {page.inner_text('main')[:2000]}")
