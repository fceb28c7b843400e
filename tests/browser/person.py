"""What a person does in the browser: sign in, answer the sections, press steps."""

import re
from collections.abc import Mapping
from typing import Any

from playwright.sync_api import Locator, Page

from services.demo.papers import drawn

PASSWORD = "khai-mot-lan"


def sign_in(page: Page, address: str, name: str, *, officer: bool = False) -> None:
    page.goto("about:blank")  # what is still on its way would bring a cookie back
    page.context.clear_cookies()
    page.goto(f"{address}/dang-nhap{'?kind=can-bo' if officer else '/vneid'}")
    page.fill("#name", name)
    page.fill("#password", PASSWORD)
    page.locator("main form button").first.click()
    page.wait_for_url(lambda url: "/dang-nhap" not in url)


def follow(page: Page, target: Locator) -> None:
    """Press what leads to another page, and wait until that page is there."""
    with page.expect_navigation():
        target.click()


def first_answers(page: Page, address: str) -> None:
    """Answer the first questions about a birth, up to what follows from them."""
    page.goto(f"{address}/khai-sinh/phu-hop/1")
    for part, words in zip(("day", "month", "year"), ("16", "11", "2026"), strict=True):
        page.fill(f"[name='child.birth-date-{part}']", words)
    for value in ("", "mother", "no", "no"):
        if value:
            page.check(f"main [type=radio][value='{value}']")
        page.get_by_role("button", name="Tiếp tục").click()
    page.wait_for_url("**/phu-hop/ket-qua")


def declare(page: Page, address: str, slug: str, answers: Mapping[str, Any]) -> str:
    """Answer every section, attach and pay what is asked for, submit, and return the dossier's code."""
    fill(page, address, slug, answers)
    attach_papers(page)
    page.goto(f"{address}/{slug}/kiem-tra")
    pay(page)
    follow(page, page.get_by_role("button", name="Nộp hồ sơ"))
    return page.inner_text(".code")


def fill(page: Page, address: str, slug: str, answers: Mapping[str, Any]) -> None:
    """Begin a declaration and answer every section with what is known for its inputs."""
    page.goto(f"{address}/{slug}")
    follow(page, page.locator("main button").first)
    follow(page, page.locator("main a.btn").last)
    while "/phan/" in page.url:
        answer(page, answers)


def attach_papers(page: Page) -> None:
    """Attach a drawn paper on every card that has none yet, when the answers led to the page of papers."""
    empty = page.locator("section.paper:not(:has(.paper-files))")
    for _ in range(empty.count()):
        left = empty.count()
        card = empty.first.get_attribute("id")
        photo = {"name": "giay.jpg", "mimeType": "image/jpeg", "buffer": drawn("giay-to")}
        empty.first.locator("input[type=file]").set_input_files(photo)
        page.wait_for_selector(f"#{card} .paper-files img")
        assert empty.count() == left - 1


def pay(page: Page) -> None:
    """Pay at the stand-in gateway, when the checked answers lead there instead of to the end."""
    due = page.get_by_role("link", name=re.compile("thanh toán"))
    if due.count():
        follow(page, due)
        follow(page, page.get_by_role("button", name=re.compile("^Thanh toán")))
        follow(page, page.get_by_role("button", name=re.compile("^Trả [^,]*$")).first)


def answer(page: Page, answers: Mapping[str, Any]) -> None:
    """Fill the inputs of one section and save it."""
    boxes = page.locator("main form").locator("input:not([type=hidden]), select, textarea")
    for name, kind, own in boxes.evaluate_all("all => all.map(box => [box.name, box.type, box.value])"):
        value = typed(name, answers)
        box = page.locator(f"main [name='{name}']")
        if kind == "radio":
            if value == own:
                page.locator(f"main [name='{name}'][value='{own}']").check()
        elif kind == "checkbox":
            box.check()
        elif value is not None and kind == "select-one":
            box.select_option(value)
        elif value is not None:
            box.fill(value)
    before = page.url, page.inner_text("main")
    follow(page, page.get_by_role("button", name="Lưu và tiếp tục"))
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
    """Sign in as an officer and open the case of a dossier; without its queue, one stays on it."""
    sign_in(page, address, officer, officer=True)
    page.goto(f"{address}/can-bo/viec?hang=tat-ca&q={number}")
    case = page.locator("tbody th a").first.get_attribute("href")
    page.goto(f"{address}{str(case).partition('?')[0]}")


def press(page: Page, step: str) -> None:
    """Take a step by its words; a consequential one has a page of its own."""
    follow(page, page.locator("aside").get_by_text(re.compile(f"^{re.escape(step)}")).first)
    if "/lam/" in page.url:
        follow(page, page.locator("main form button"))


def work_off(
    page: Page, address: str, officer: str, number: str, *, signer: str = "", seconds: float = 20
) -> None:
    """Take the main step of every case that an office has of a dossier until each has ended.

    Where the officer has no step left that leads on, `signer` goes on: what one prepares, another signs.
    """
    sign_in(page, address, officer, officer=True)
    for _ in range(int(seconds * 4)):
        if open_first(page, f"{address}/can-bo/viec?hang=can-lam&q={number}"):
            if not page.locator("[data-primary]").count():
                assert signer, f"{officer} cannot go on with {number}: {page.inner_text('main')[:2000]}"
                sign_in(page, address, signer, officer=True)
                signer = ""
                continue
            follow(page, page.locator("[data-primary]"))
            if "/lam/" in page.url:
                follow(page, page.locator("main form button"))
        elif not open_first(page, f"{address}/can-bo/viec?hang=tat-ca&q={number}"):
            return
        else:  # another system has not answered yet
            page.wait_for_timeout(250)
    raise AssertionError(f"{officer} is not done with {number}: {page.inner_text('main')[:2000]}")


def open_first(page: Page, worklist: str) -> bool:
    """Open the first case of a worklist; say whether there was one."""
    page.goto(worklist)
    found = page.locator("tbody th a")
    if not found.count():
        return False
    follow(page, found.first)
    return True


def agree(page: Page, address: str, person: str, number: str) -> None:
    """Sign in as somebody whose consent a dossier needs, find it among one's own, and agree."""
    sign_in(page, address, person)
    page.goto(f"{address}/cua-toi")
    follow(page, page.locator(f"main a[href='/ho-so/{number}']"))
    follow(page, page.get_by_role("button", name="Tôi đồng ý"))


def results(page: Page, address: str, person: str, number: str) -> dict[str, dict[str, str]]:
    """Sign in as whoever filed and read every result: its title, and what it says."""
    sign_in(page, address, person)
    page.goto(f"{address}/ho-so/{number}")
    return {
        title.inner_text(): {
            row.locator("dt").inner_text(): row.locator("dd").inner_text()
            for row in title.locator("xpath=following-sibling::dl[1]/div").all()
        }
        for title in page.locator(".results h4").all()
    }


def wait_for(page: Page, words: str, *, seconds: float = 20) -> None:
    """Reload until the page says these words: what other systems answer takes a moment."""
    for _ in range(int(seconds * 4)):
        if words in page.inner_text("main"):
            return
        page.wait_for_timeout(250)
        page.reload()
    raise AssertionError(f"“{words}” never came: {page.inner_text('main')[:2000]}")
