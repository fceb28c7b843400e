"""A town in front of a real browser: the product of the scenarios, on its virtual clock, at an address.

The clock stands still until the test moves it, and jobs run when the test says so; pages, cookies and
scripts are real. Whoever looks is signed in already: signing in has tests of its own.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from threading import Thread

from playwright.sync_api import Browser, BrowserContext, ConsoleMessage, Page, ViewportSize
from werkzeug.serving import WSGIRequestHandler, make_server

from tests.bdd.town import Town
from tests.web.house import guest

PHONE: ViewportSize = {"width": 390, "height": 844}


def is_fault(line: ConsoleMessage) -> bool:
    """Say whether the browser reports an error: a script's, a breach of the content policy, bad markup.

    That an answer is 404 or 422 is reported too, and is none.
    """
    return line.type == "error" and not line.text.startswith("Failed to load resource")


class _Quiet(WSGIRequestHandler):
    def log_request(self, code: int | str = "-", size: int | str = "-") -> None:
        """Say nothing about every request."""


@dataclass
class Street:
    """Where the town is served, and the windows that are open on it."""

    town: Town
    browser: Browser
    address: str
    wrong: list[str] = field(default_factory=list)
    _contexts: list[BrowserContext] = field(default_factory=list)

    def look(self, name: str = "", *, javascript: bool = True) -> Page:
        """Open a window for somebody: a citizen's number, an officer's account, or nobody."""
        context = self.browser.new_context(
            viewport=PHONE, locale="vi-VN", java_script_enabled=javascript, base_url=self.address
        )
        self._contexts.append(context)
        if name:
            someone = guest(self.town.app, self.town.language)
            someone.sign_in(name)
            kept = [{"name": one.key, "value": one.value, "url": self.address} for one in someone.cookies()]
            context.add_cookies(kept)  # type: ignore[arg-type]
        page = context.new_page()
        page.on("pageerror", lambda error: self.wrong.append(str(error)))
        page.on("console", lambda line: self.wrong.append(line.text) if is_fault(line) else None)
        return page

    def close(self) -> None:
        for context in self._contexts:
            context.close()
        assert self.wrong == []


@contextmanager
def opened(town: Town, browser: Browser) -> Iterator[Street]:
    """Serve a town for as long as a test lasts."""
    server = make_server("127.0.0.1", 0, town.app, threaded=True, request_handler=_Quiet)
    thread = Thread(target=server.serve_forever, daemon=True)
    thread.start()
    street = Street(town, browser, f"http://127.0.0.1:{server.port}")
    try:
        yield street
        street.close()
    finally:
        server.shutdown()
        thread.join()
        server.server_close()
