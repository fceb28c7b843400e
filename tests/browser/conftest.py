"""The real product on a port of this machine, and a real browser in front of it."""

import json
import os
import signal
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Callable, Iterator
from functools import cache
from pathlib import Path

import pytest
from playwright.sync_api import Browser, ConsoleMessage, Error, Page, ViewportSize, sync_playwright

from tests.bdd.town import Town
from tests.browser.person import first_answers, sign_in
from tests.browser.street import Street, is_fault, opened
from tests.browser.visits import ASKER
from tests.web import mirror

ROOT = Path(__file__).parents[2]
Open = Callable[[str, str, str], Page]
PHONE: ViewportSize = {"width": 390, "height": 844}
OPTIONS = (
    *("--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage", "--disable-quic", "--no-first-run"),
    *("--disable-background-networking", "--disable-component-update", "--disable-sync"),
)


@pytest.fixture(scope="session")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Where the product that is looked at keeps its data."""
    return tmp_path_factory.mktemp("data")


@pytest.fixture(scope="session")
def places(folder: Path) -> dict[str, str]:
    """Put one file in each state that a page needs, in a process of its own; return where things are."""
    command = [sys.executable, "-m", "tests.browser.scene", str(folder)]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    found: dict[str, str] = json.loads(done.stdout.splitlines()[-1])
    return found


@pytest.fixture(scope="session")
def address(folder: Path, places: dict[str, str], tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """Serve the product, set up as for a new user and with the scene in it, its worker inside."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    languages = tmp_path_factory.mktemp("languages")
    mirror.write(languages)
    environment = {**os.environ, "DATA": str(folder), "KML_LANGUAGES": str(languages)}
    server = subprocess.Popen(
        [sys.executable, "-m", "cli.serve", "--port", str(port)],
        cwd=ROOT,
        env=environment,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    try:
        _wait_until_up(f"http://127.0.0.1:{port}/healthz", server)
        yield f"http://127.0.0.1:{port}"
    finally:
        server.send_signal(signal.SIGTERM)
        server.wait(timeout=30)


def _wait_until_up(url: str, server: subprocess.Popen[bytes]) -> None:
    for _ in range(300):
        try:
            urllib.request.urlopen(url, timeout=1).close()  # noqa: S310 - our own address
            return
        except OSError:
            if server.poll() is not None:
                break
            time.sleep(0.1)
    raise RuntimeError("the product did not start")


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    command = [str(ROOT / "scripts" / "chromium.sh")]
    chromium = subprocess.run(command, capture_output=True, text=True, check=True, cwd=ROOT).stdout.strip()
    with sync_playwright() as playwright:
        running = playwright.chromium.launch(executable_path=chromium.splitlines()[-1], args=list(OPTIONS))
        yield running
        running.close()


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    """A fresh phone-sized window that fails the test on any error that the browser reports."""
    context = browser.new_context(viewport={"width": 390, "height": 844}, locale="vi-VN")
    page = context.new_page()
    wrong: list[str] = []
    page.on("pageerror", lambda error: wrong.append(str(error)))
    page.on("console", lambda line: wrong.append(line.text) if is_fault(line) else None)
    yield page
    context.close()
    assert wrong == []


@pytest.fixture(scope="session")
def cookies(browser: Browser, address: str) -> Callable[[str], list[dict[str, str]]]:
    """Sign everybody in once, when first somebody looks over their shoulder."""

    @cache
    def signed_in(who: str) -> list[dict[str, str]]:
        context = browser.new_context()
        page = context.new_page()
        if who == ASKER:
            first_answers(page, address)
        elif who:
            sign_in(page, address, who, officer=not who.isdigit())
        found = context.cookies()
        context.close()
        return found

    return signed_in


@pytest.fixture(scope="session")
def windows(
    browser: Browser, address: str, cookies: Callable[[str], list[dict[str, str]]]
) -> Iterator[Callable[[str, str], Page]]:
    """Give each person one window for each language; it stays open, for a new one costs more than a page."""
    opened: dict[tuple[str, str], Page] = {}

    def window(who: str, language: str) -> Page:
        if (who, language) not in opened:
            context = browser.new_context()
            context.add_cookies([*cookies(who), {"name": "lang", "value": language, "url": address}])
            opened[who, language] = context.new_page()
        page = opened[who, language]
        page.goto("about:blank")  # of what was looked at before nothing stays
        page.set_viewport_size(PHONE)
        page.emulate_media(color_scheme="null", reduced_motion="null")
        return page

    yield window
    for page in opened.values():
        page.context.close()


@pytest.fixture
def visit(windows: Callable[[str, str], Page], address: str, places: dict[str, str]) -> Iterator[Open]:
    """Open a page as somebody in a language; whatever the browser reports as an error fails."""
    pages: list[Page] = []
    wrong: list[str] = []

    def failed(error: Error) -> None:
        wrong.append(str(error))

    def said(line: ConsoleMessage) -> None:
        if is_fault(line):
            wrong.append(line.text)

    def visit(who: str, path: str, language: str) -> Page:
        page = windows(who, language)
        page.on("pageerror", failed)
        page.on("console", said)
        pages.append(page)
        page.goto(f"{address}{path.format(**places)}")
        return page

    yield visit
    for page in pages:
        page.remove_listener("pageerror", failed)
        page.remove_listener("console", said)
    assert wrong == []


@pytest.fixture
def street(town: Town, browser: Browser) -> Iterator[Street]:
    """A town of the scenarios, on a clock that stands still, in front of a real browser."""
    with opened(town, browser) as street:
        yield street
