"""A small browser: cookies, forms, and the patience to send again what was not answered."""

import html
import http.client
import re
import threading
import time
from collections.abc import Callable
from dataclasses import dataclass
from urllib.parse import urlencode, urlsplit

from tests.kill.ledger import Ledger

TOTAL_SECONDS = 20  # for one answer; a killed process ends the connection at once
_FORM = re.compile(r"<form\b([^>]*)>(.*?)</form>", re.DOTALL)
_INPUT = re.compile(r"<(input|textarea|select|option|button)\b([^>]*)>([^<]*)")
_ATTRIBUTE = re.compile(r'([\w-]+)(?:="([^"]*)")?')


class Unanswered(Exception):
    """The request got no whole answer; whether it was carried out is not known."""


class Closed(Exception):
    """The run is over."""


@dataclass(frozen=True, slots=True)
class Form:
    """One form of a page, with the values that stand in it."""

    action: str
    values: dict[str, str]
    choices: dict[str, list[str]]
    blocked: bool


@dataclass(frozen=True, slots=True)
class Page:
    """One whole answer."""

    status: int
    body: str
    location: str
    target: str = ""  # the location with its query

    def forms(self) -> list[Form]:
        return [_form(attributes, inside) for attributes, inside in _FORM.findall(self.body)]

    def form(self, action: str) -> Form | None:
        """Find the form whose action ends so."""
        return next((form for form in self.forms() if form.action.endswith(action)), None)

    def links(self, pattern: str) -> list[str]:
        """List the addresses that match, each once, in their order."""
        found = re.findall(rf'href="({pattern})"', self.body)
        return list(dict.fromkeys(html.unescape(one) for one in found))


class Address:
    """Where the product listens now; nowhere while it is dead."""

    def __init__(self) -> None:
        self._port: int | None = None
        self._closed = False
        self._changed = threading.Condition()

    def move(self, port: int | None) -> None:
        with self._changed:
            self._port = port
            self._changed.notify_all()

    def close(self) -> None:
        with self._changed:
            self._closed = True
            self._changed.notify_all()

    @property
    def closed(self) -> bool:
        return self._closed

    def wait(self) -> int:
        """Return the port, once there is one.

        Raises:
            Closed: the run is over.
        """
        with self._changed:
            self._changed.wait_for(lambda: self._closed or self._port is not None)
            if self._closed or self._port is None:
                raise Closed
            return self._port


class Browser:
    """One person's browser; `source` is the address it seems to come from."""

    def __init__(self, address: Address, ledger: Ledger, source: str) -> None:
        self._address, self._ledger, self._source = address, ledger, source
        self._cookies: dict[str, str] = {}

    def get(self, path: str) -> Page:
        """Fetch a page, again and again until it comes."""
        return self.insist(lambda: self.ask("GET", path))

    def insist(self, send: Callable[[], Page], unanswered: Callable[[], None] = lambda: None) -> Page:
        """Send until an answer comes; every try that got none is reported.

        Raises:
            Closed: the run is over.
        """
        while True:
            try:
                return send()
            except Unanswered:
                unanswered()
                self._ledger.count("retried")
                time.sleep(0.005)

    def ask(self, method: str, path: str, fields: dict[str, str] | bytes | None = None) -> Page:
        """Send one request and read the whole answer.

        Raises:
            Unanswered: no answer, or not all of one.
            Closed: the run is over.
        """
        line = http.client.HTTPConnection(
            "127.0.0.1", self._address.wait(), timeout=TOTAL_SECONDS, source_address=(self._source, 0)
        )
        headers = {"Cookie": "; ".join(f"{name}={value}" for name, value in self._cookies.items())}
        body = fields if isinstance(fields, bytes) else urlencode(fields or {}).encode()
        headers["Content-Type"] = "application/x-www-form-urlencoded"
        try:
            line.request(method, path, body if method == "POST" else None, headers)
            answer = line.getresponse()
            text = answer.read().decode()
        except (OSError, http.client.HTTPException) as error:
            raise Unanswered from error
        finally:
            line.close()
        # An answer that was cut off inside its headers looks like a good one with an empty body.
        if answer.headers.get("Content-Length") is None:
            raise Unanswered
        location = answer.headers.get("Location", "")
        if answer.status in (302, 303) and not location:
            raise Unanswered
        for cookie in answer.headers.get_all("Set-Cookie", []):
            name, _, value = cookie.partition(";")[0].partition("=")
            self._cookies[name] = value
        parts = urlsplit(location)
        return Page(answer.status, text, parts.path, parts._replace(scheme="", netloc="").geturl())


def _form(attributes: str, inside: str) -> Form:
    values: dict[str, str] = {}
    choices: dict[str, list[str]] = {}
    blocked, select = False, ""
    for tag, raw, text in _INPUT.findall(inside):
        have = {name: html.unescape(value) for name, value in _ATTRIBUTE.findall(raw)}
        name = have.get("name", "")
        kind = have.get("type", "text")
        if tag == "button":
            blocked = blocked or have.get("aria-disabled") == "true"
        elif tag == "select":
            select = name
            values.setdefault(name, "")
        elif tag == "option":
            choices.setdefault(select, []).append(have.get("value", ""))
            if "selected" in have:
                values[select] = have.get("value", "")
        elif tag == "textarea":
            values[name] = html.unescape(text).strip()
        elif kind in ("radio", "checkbox"):
            choices.setdefault(name, []).append(have.get("value", "on"))
            if "checked" in have:
                values[name] = have.get("value", "on")
        elif name:
            values[name] = have.get("value", "")
    action = dict(_ATTRIBUTE.findall(attributes)).get("action", "")
    return Form(html.unescape(action), values, choices, blocked)
