"""A browser without a screen: it opens pages, types into the boxes that are there, and presses buttons.

It knows nothing but the HTML: a box that is not on the page cannot be filled in, a button that is not
there cannot be pressed, and the token against forged forms travels because the form carries it.
Every page it is shown is checked (`html.mistakes_in`).
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from io import BytesIO
from urllib.parse import urlsplit
from xml.etree.ElementTree import Element

from flask import Flask
from werkzeug.test import TestResponse

from tests.bdd import html
from tests.bdd.html import all_of, said

REDIRECTS = (301, 302, 303, 307, 308)


@dataclass(frozen=True)
class Page:
    """One answer of the product, as the person sees it."""

    address: str
    status: int
    root: Element

    @cached_property
    def words(self) -> str:
        """Everything the main part says, as one line."""
        return said(self.main)

    @cached_property
    def main(self) -> Element:
        return next(iter(all_of(self.root, "main")))

    @property
    def heading(self) -> str:
        return said(next(iter(all_of(self.root, "h1"))))

    def says(self, words: str) -> bool:
        return plain(words) in self.words

    def link(self, words: str) -> str:
        """Find where the link with these words leads; `…` behind a step is not part of its words."""
        links = {said(part).rstrip("…"): part.get("href", "") for part in all_of(self.root, "a")}
        assert words in links, f"no link {words!r} on {self.address}; there are: {sorted(links)}"
        return links[words]

    def has_link(self, words: str) -> bool:
        return any(said(part).rstrip("…") == words for part in all_of(self.root, "a"))

    def form(self, button: str) -> Form:
        """Find the form whose button says this, in the main part or, for signing out, anywhere."""
        forms = [(label(b), form) for form in all_of(self.root, "form") for b in all_of(form, "button")]
        found = [form for text, form in forms if text == button]
        assert found, f"no button {button!r} on {self.address}; there are: {[text for text, _ in forms]}"
        return Form(self.address, found[-1])

    def terms(self) -> dict[str, str]:
        """Return what summary lists and tables say: each term with its value."""
        rows = [row for part in all_of(self.main, "dl", "tbody") for row in part if len(row) >= 2]
        return {said(row[0]): said(row[1]) for row in rows}


@dataclass(frozen=True)
class Form:
    """A form as it stands on a page."""

    page: str
    element: Element

    @property
    def action(self) -> str:
        return self.element.get("action") or self.page

    @property
    def can_be_sent(self) -> bool:
        return any(button.get("type") != "button" for button in all_of(self.element, "button"))

    @cached_property
    def boxes(self) -> dict[str, list[Element]]:
        found: dict[str, list[Element]] = {}
        for box in all_of(self.element, *html.BOXES):
            if box.get("name"):
                found.setdefault(box.get("name", ""), []).append(box)
        return found

    def as_it_stands(self) -> dict[str, str]:
        """Return what would be sent if nobody touched anything."""
        values = {name: _value(boxes) for name, boxes in self.boxes.items()}
        return {name: value for name, value in values.items() if value is not None}

    def typed(self, answers: Mapping[str, str]) -> dict[str, str]:
        """Return what is sent after typing these answers; each must have a box."""
        values = self.as_it_stands()
        for name, words in answers.items():
            values |= self._typed(name, words)
        return values

    def asks(self, name: str) -> bool:
        return name in self.boxes or f"{name}-day" in self.boxes or f"{name}-1-name" in self.boxes

    def choices(self, name: str) -> list[str]:
        """List the words among which one has to choose."""
        return [words for words, _ in self._choices(name)]

    def _typed(self, name: str, words: str) -> dict[str, str]:
        assert self.asks(name), f"{self.page} has no box {name!r}; there are: {sorted(self.boxes)}"
        if f"{name}-day" in self.boxes:
            day, _, rest = words.partition("/")
            month, _, rest = rest.partition("/")
            year, _, time = rest.partition(" ")
            parts = {"day": day, "month": month, "year": year, "time": time}
            return {f"{name}-{part}": text for part, text in parts.items() if f"{name}-{part}" in self.boxes}
        if choices := self._choices(name):
            found = [value for text, value in choices if words in (text, value)]
            assert found, f"{name!r} does not offer {words!r}; it offers: {choices}"
            return {name: found[0]}
        return {name: words}

    def _choices(self, name: str) -> list[tuple[str, str]]:
        boxes = self.boxes.get(name, [])
        labels = {part.get("for"): said(part) for part in all_of(self.element, "label")}
        radios = [box for box in boxes if box.get("type") in ("radio", "checkbox")]
        options = [option for box in boxes for option in all_of(box, "option") if option.get("value")]
        return [(labels.get(box.get("id"), ""), box.get("value", "")) for box in radios] + [
            (said(option), option.get("value", "")) for option in options
        ]


class Visitor:
    """One person at one browser; `page` is what is open in front of them."""

    def __init__(self, app: Flask, language: str = "vi") -> None:
        self._client = app.test_client()
        self._client.set_cookie("lang", language)
        self.language = language
        self.page = Page("about:blank", 200, html.blank(language))

    def open(self, address: str) -> Page:
        """Open an address, following where it leads."""
        return self._show(address, self._client.get(address))

    def follow(self, words: str) -> Page:
        """Press a link of the open page."""
        return self.open(self.page.link(words))

    def press(self, button: str, answers: Mapping[str, str] | None = None, *, on: Page | None = None) -> Page:
        """Type answers into the form of a button and press it, on the open page or on one kept open."""
        form = (on or self.page).form(button)
        assert form.can_be_sent, f"{button!r} is shut: {said(form.element)}"
        return self.send(form.action, form.typed(answers or {}))

    def send(self, address: str, values: Mapping[str, str]) -> Page:
        """Send values to an address, as whoever writes requests by hand would."""
        return self._show(address, self._client.post(address, data=dict(values)))

    def send_file(self, button: str, box: str, content: bytes, name: str) -> Page:
        """Choose a file for a box of the open page and press the button."""
        form = self.page.form(button)
        assert form.element.get("enctype") == "multipart/form-data", f"{button!r} sends no files"
        boxes = {**form.as_it_stands(), box: (BytesIO(content), name)}
        assert form.asks(box), f"{form.page} has no box {box!r}"
        answer = self._client.post(form.action, data=boxes)
        answer.request.environ["wsgi.input"].close()  # a large body lies in a file of the client's
        return self._show(form.action, answer)

    def fetch(self, address: str) -> TestResponse:
        """Ask for something that is no page, such as a file."""
        return self._client.get(address)

    def come_from(self, address: str) -> None:
        """Knock from another address of the network from now on."""
        self._client.environ_base["REMOTE_ADDR"] = address

    def forget(self) -> None:
        """Lose every cookie but the language."""
        self._client.delete_cookie("khai")

    def _show(self, address: str, answer: TestResponse) -> Page:
        for _ in range(5):
            if answer.status_code not in REDIRECTS:
                break
            target = urlsplit(answer.location)
            address = target.path + (f"?{target.query}" if target.query else "")
            answer = self._client.get(address)
        source = answer.get_data(as_text=True)
        root = html.read(source)
        mistakes = html.mistakes_in(root, self.language)
        assert mistakes == [], f"{address}: {mistakes}"
        self.page = Page(address, answer.status_code, root)
        return self.page


def plain(words: str) -> str:
    return " ".join(words.split())


def label(button: Element) -> str:
    """Return the words on a button, without the key that presses it."""
    words = [button.text or ""]
    for part in button:
        words += [said(part)] if part.tag != "kbd" else []
        words += [part.tail or ""]
    return plain("".join(words))


def _value(boxes: list[Element]) -> str | None:
    """Return what one named box, or one group of buttons, holds."""
    first = boxes[0]
    if first.get("type") in ("radio", "checkbox"):
        chosen = [box.get("value", "on") for box in boxes if "checked" in box.attrib]
        return chosen[0] if chosen else None
    if first.tag == "select":
        options = all_of(first, "option")
        chosen = [o.get("value", "") for o in options if "selected" in o.attrib]
        return (chosen or [o.get("value", "") for o in options[:1]] or [""])[0]
    if first.tag == "textarea":
        return "".join(first.itertext())
    return first.get("value", "")
