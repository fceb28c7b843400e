"""Reading a page as a browser would, strictly, and what must hold for every page anybody is shown."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from functools import lru_cache
from xml.etree.ElementTree import Element

import html5lib

BOXES = ("input", "select", "textarea")
UNLABELLED = ("hidden", "submit", "button")
INLINE = ("a", "b", "strong", "span", "em", "kbd", "time", "abbr", "small", "svg")


def read(source: str) -> Element:
    """Parse a whole page; the parser stops at the first thing a browser would have to guess."""
    return html5lib.HTMLParser(strict=True, namespaceHTMLElements=False).parse(source)


def said(part: Element) -> str:
    """Return the words of a part, as one line; what stands in two blocks stays apart."""
    return " ".join("".join(_texts(part)).split())


def _texts(part: Element) -> Iterator[str]:
    between = "" if part.tag in INLINE else " "
    yield between + (part.text or "")
    for child in part:
        yield from _texts(child)
        yield child.tail or ""
    yield between


def all_of(root: Element, *tags: str) -> list[Element]:
    return [part for part in root.iter() if part.tag in tags]


def mistakes_in(root: Element, language: str) -> list[str]:
    """List what is wrong with a whole page: its frame, its names, its wiring."""
    return [*_frame(root, language), *_ids(root), *_boxes(root), *_inline(root)]


def _frame(root: Element, language: str) -> Iterator[str]:
    titles = [said(part) for part in root.iter("title") if isinstance(part.tag, str)]
    if not titles or not titles[0].split("–")[0].strip():
        yield "the page has no title"
    if (headings := len(all_of(root, "h1"))) != 1:
        yield f"the page has {headings} h1"
    if root.get("lang") != language:
        yield f"the page says it is in {root.get('lang')!r}, not in {language!r}"
    if len(all_of(root, "main")) != 1:
        yield "the page has not exactly one main part"


def _ids(root: Element) -> Iterator[str]:
    ids = Counter(part.get("id") for part in root.iter() if part.get("id"))
    yield from (f"id {name} stands {times} times" for name, times in ids.items() if times > 1)
    for part in root.iter():
        for attribute in ("for", "aria-describedby", "aria-labelledby"):
            names = (part.get(attribute) or "").split()
            yield from (f"{attribute} names {name}, which is not there" for name in names if name not in ids)


def _boxes(root: Element) -> Iterator[str]:
    labelled = {label.get("for") for label in all_of(root, "label") if said(label)}
    for box in all_of(root, *BOXES):
        named = box.get("aria-label") or box.get("type") in UNLABELLED or box.get("id") in labelled
        if not named:
            yield f"{box.tag} {box.get('name')} has no label"
    for form in all_of(root, "form"):
        token = [box for box in all_of(form, "input") if box.get("name") == "csrf_token"]
        if form.get("method") == "post" and not token:
            yield f"the form to {form.get('action')} carries no token"


def _inline(root: Element) -> Iterator[str]:
    for part in root.iter():
        if part.get("style") or any(name.startswith("on") for name in part.attrib):
            yield f"{part.tag} carries its own style or script"


@lru_cache(maxsize=4)
def blank(language: str) -> Element:
    """Return a page with nothing on it, for somebody who has not opened any."""
    return read(f'<!doctype html><html lang="{language}"><title>–</title><main><h1>–</h1></main>')
