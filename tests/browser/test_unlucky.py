"""Bad luck at the browser: no line, two presses, the way back, two tabs, a session that ends, a restart.

The server is this module's own, on its own data and a port that stays: it is stopped and started again.
"""

from __future__ import annotations

import os
import re
import signal
import socket
import sqlite3
import subprocess
import sys
from collections.abc import Iterator
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, Page

from tests.browser.conftest import ROOT, _wait_until_up
from tests.browser.person import answer, attach_papers, sign_in
from tests.workflows.birth_families import DEMO_BIRTH

MOTHER = "001192004321"
PART = "/khai-sinh/phan/ban"
PHONE = "[name='requester.phone']"
SAVE = "Lưu và tiếp tục"


@dataclass
class Server:
    """The product in a process that may be stopped with a signal and started again."""

    folder: Path
    port: int
    process: subprocess.Popen[bytes] | None = None

    @property
    def address(self) -> str:
        return f"http://127.0.0.1:{self.port}"

    def start(self) -> None:
        self.process = subprocess.Popen(
            [sys.executable, "-m", "cli.serve", "--port", str(self.port)],
            cwd=ROOT,
            env={**os.environ, "DATA": str(self.folder)},
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            start_new_session=True,
        )
        _wait_until_up(f"{self.address}/healthz", self.process)

    def stop(self, how: int = signal.SIGTERM) -> None:
        assert self.process
        os.killpg(self.process.pid, how)  # with what it has started
        self.process.wait(timeout=30)

    def run(self, statement: str) -> list[tuple[object, ...]]:
        """Run a statement on the database beside the product; another writer may be busy for a while."""
        with closing(sqlite3.connect(self.folder / "product.sqlite", timeout=20)) as books, books:
            return books.execute(statement).fetchall()


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    with closing(socket.socket()) as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    server = Server(tmp_path_factory.mktemp("unlucky"), port)
    server.start()
    yield server
    server.stop()


@pytest.fixture
def mother(browser: Browser, server: Server) -> Iterator[Page]:
    """Sign the mother in on a phone, with her draft open at the first part."""
    context = browser.new_context(viewport={"width": 390, "height": 844}, locale="vi-VN")
    page = context.new_page()
    sign_in(page, server.address, MOTHER)
    page.goto(f"{server.address}/khai-sinh")
    page.locator("main form button").first.click()
    page.goto(f"{server.address}{PART}")
    yield page
    context.close()


def phone_now(page: Page, server: Server) -> str:
    page.goto(f"{server.address}{PART}")
    return page.input_value(PHONE)


def save(page: Page) -> None:
    page.get_by_role("button", name=SAVE).click()


def test_without_a_line_what_was_typed_stays_and_arrives_when_the_line_is_back(
    mother: Page, server: Server
) -> None:
    mother.fill(PHONE, "0911111111")
    mother.context.set_offline(True)
    save(mother)
    assert mother.locator("#offline").is_visible()
    assert mother.input_value(PHONE) == "0911111111"
    with mother.expect_navigation():
        mother.context.set_offline(False)
    assert phone_now(mother, server) == "0911111111"


def test_of_two_tabs_the_later_one_is_asked_first_and_loses_nothing(mother: Page, server: Server) -> None:
    second = mother.context.new_page()
    second.goto(f"{server.address}{PART}")
    mother.fill(PHONE, "0922222222")
    save(mother)
    second.fill(PHONE, "0933333333")
    save(second)
    assert "ở cửa sổ khác" in second.inner_text("main")
    assert second.input_value(PHONE) == "0933333333"
    assert phone_now(mother, server) == "0922222222"
    save(second)
    assert phone_now(second, server) == "0933333333"


def test_a_session_that_ends_in_the_middle_of_a_part_loses_nothing(mother: Page, server: Server) -> None:
    mother.fill(PHONE, "0944444444")
    server.run("UPDATE session SET seen_at = '2000-01-01 00:00:00'")
    save(mother)
    assert "/dang-nhap?next=" in mother.url
    sign_in_again(mother)
    assert mother.url == f"{server.address}{PART}"
    assert mother.input_value(PHONE) == "0944444444"
    assert phone_now(mother, server) == "0944444444"


def test_a_lost_cookie_loses_nothing_either(mother: Page, server: Server) -> None:
    mother.wait_for_load_state("networkidle")  # what is still on its way would bring a cookie back
    mother.fill(PHONE, "0955555555")
    mother.context.clear_cookies()
    save(mother)
    sign_in_again(mother)
    assert phone_now(mother, server) == "0955555555"


@pytest.mark.parametrize("how", [signal.SIGTERM, signal.SIGKILL])
def test_a_restart_in_the_middle_of_a_part_loses_nothing(mother: Page, server: Server, how: int) -> None:
    typed = f"096666666{how % 10}"
    mother.fill(PHONE, typed)
    server.stop(how)
    server.start()
    save(mother)
    assert "/dang-nhap" not in mother.url
    assert phone_now(mother, server) == typed


def test_two_presses_and_the_way_back_file_once(mother: Page, server: Server) -> None:
    fill_in(mother, server)
    mother.get_by_role("button", name="Nộp hồ sơ").dblclick()
    mother.wait_for_url(re.compile("/da-nop/"))
    number = mother.inner_text(".code")
    mother.go_back()
    mother.wait_for_url(re.compile("/da-nop/"))
    assert mother.inner_text(".code") == number
    [count] = server.run(f"SELECT count(*) FROM dossier WHERE owner = '{MOTHER}' AND number IS NOT NULL")  # noqa: S608 - a constant
    assert count == (1,)


def test_nothing_personal_lies_in_the_browser(mother: Page) -> None:
    kept = mother.evaluate("[localStorage.length, sessionStorage.length, document.cookie]")
    assert kept == [0, 0, ""]
    assert all(MOTHER not in cookie["value"] for cookie in context_cookies(mother.context))


def context_cookies(context: BrowserContext) -> list[dict[str, str]]:
    return [{"value": str(cookie.get("value"))} for cookie in context.cookies()]


def sign_in_again(page: Page) -> None:
    page.locator("main a.btn").click()
    page.fill("#name", MOTHER)
    page.fill("#password", "khai-mot-lan")
    page.locator("main form button").first.click()
    page.wait_for_url(lambda url: "/dang-nhap" not in url)


def fill_in(page: Page, server: Server) -> None:
    """Answer what is still open, part by part, up to the page to check."""
    while "/phan/" in page.url:
        answer(page, DEMO_BIRTH)
    attach_papers(page)
    page.goto(f"{server.address}/khai-sinh/kiem-tra")
