"""Ways through a form that count what a person types, or that stop where the form asks back."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from xml.etree.ElementTree import Element

from services.demo.people import Person
from tests.bdd import looking, shortcuts
from tests.bdd.browser import Page, Visitor
from tests.bdd.html import BOXES, all_of
from tests.bdd.looking import MOST_PARTS, SAVE
from tests.bdd.town import Town

PARTS = ("-day", "-month", "-year", "-time")


def answer_first(town: Town, visitor: Visitor, event: str, table: Iterable[Iterable[str]]) -> list[str]:
    """Answer one first question after the other, as far as the table goes; name what was answered."""
    answered = []
    visitor.open(f"/{event}/phu-hop/1")
    for row in table:
        boxes = looking.boxes_of(visitor.page, [row])
        visitor.press(town.said("Tiếp tục"), boxes)
        answered += list(boxes)
    return answered


def cards(page: Page) -> list[Element]:
    """Return the answers of the choice of procedures, each with what follows from it."""
    return [part for part in all_of(page.main, "div") if "option-card" in (part.get("class") or "").split()]


def type_counting(town: Town, visitor: Visitor, answers: Mapping[str, str]) -> list[str]:
    """Go through the declaration, type whatever is asked, and name every question that was answered."""
    save, counted = town.said(SAVE), []
    for _ in range(MOST_PARTS):
        if save not in looking.buttons(visitor.page):
            return counted
        form = visitor.page.form(save)
        already = form.as_it_stands()
        typed = {name: words for name, words in answers.items() if form.asks(name)}
        counted += [name for name in typed if not _stands(already, name)]
        visitor.press(save, typed)
        assert visitor.page.status == 200, visitor.page.words
    raise AssertionError(f"the declaration does not end: {visitor.page.address}")


def type_until_asked_back(town: Town, visitor: Visitor, answers: Mapping[str, str]) -> None:
    """Go through the declaration until it asks whether something is really so, or until it ends."""
    save = town.said(SAVE)
    for _ in range(MOST_PARTS):
        if save not in looking.buttons(visitor.page) or visitor.page.form(save).asks("sure"):
            return
        form = visitor.page.form(save)
        visitor.press(save, {name: words for name, words in answers.items() if form.asks(name)})
    raise AssertionError(f"the declaration does not end: {visitor.page.address}")


def alone(town: Town, person: Person) -> dict[str, str]:
    """Return what somebody types after a death who wants all four procedures and names no relative."""
    given = {**shortcuts.answers(town, "khai-tu", person), "wants.procedures": "four"}
    return {fact: words for fact, words in given.items() if not fact.startswith("survivor.relatives")}


def boxes_beside(page: Page, button: str) -> list[str]:
    """Name what a person still has to tick or type beside a button."""
    form = page.form(button)
    shown = [box for box in all_of(form.element, *BOXES) if box.get("type") != "hidden"]
    return [box.get("name", "") for box in shown]


def asked_everywhere(town: Town, person: Person) -> list[str]:
    """Open every part of somebody's declaration and list what it asks for, in order."""
    visitor = town.citizen(person)
    visitor.open(f"/{looking.slug_of(town, person)}/viec")
    links = [a.get("href", "") for a in all_of(visitor.page.main, "a")]
    found: list[str] = []
    for address in dict.fromkeys(link for link in links if "/phan/" in link):
        found += looking.asked(visitor.open(address))
    return found


def _stands(already: Mapping[str, str], name: str) -> bool:
    """Say whether the box of a question holds something before anybody types."""
    return any(already.get(f"{name}{part}") for part in ("", *PARTS))
