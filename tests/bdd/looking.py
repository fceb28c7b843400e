"""Ways through the pages that many steps take: to a file, to a case, through a declaration."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from xml.etree.ElementTree import Element

from services.demo.areas import AREAS
from services.demo.people import Person
from storage import journal
from storage.engine import read_transaction
from tests.bdd.browser import Page, Visitor, label
from tests.bdd.html import BOXES, all_of, said
from tests.bdd.town import Town
from tests.bdd.words import Desk

SAVE = "Lưu và tiếp tục"
MOST_PARTS = 40


# --- the declaration --------------------------------------------------------------------------------


def slug_of(town: Town, person: Person) -> str:
    """Return the address of the life event that this person is declaring."""
    return town.context.registry.bundle(town.newest_of(person).bundle).slug


def type_all(town: Town, visitor: Visitor, answers: Mapping[str, str]) -> None:
    """Go through the declaration part by part and type whatever is asked, up to the page to check."""
    save = town.said(SAVE)
    for _ in range(MOST_PARTS):
        if save not in buttons(visitor.page):
            return
        form = visitor.page.form(save)
        visitor.press(save, {name: words for name, words in answers.items() if form.asks(name)})
        assert visitor.page.status == 200, visitor.page.words
    raise AssertionError(f"the declaration does not end: {visitor.page.address}")


def next_part(page: Page) -> str:
    """Return where the main button of the task list leads: to the next part that is not done."""
    buttons_ = [a for a in all_of(page.main, "a") if (a.get("class") or "").split()[:1] == ["btn"]]
    assert buttons_, f"{page.address} has no main button"
    return buttons_[-1].get("href", "")


def asked(page: Page) -> dict[str, str]:
    """Return what the open page asks for: the words beside each box, and the name of the box."""
    groups = [part for part in all_of(page.main, "div") if "group" in (part.get("class") or "").split()]
    found = {}
    for group in groups:
        words = next(iter(all_of(group, "legend", "label")))
        box = next(iter(all_of(group, *BOXES)))
        optional = "".join(said(mark) for mark in all_of(words, "span"))
        name = box.get("name", "").removesuffix("-day" if words.tag == "legend" else " ")
        found[said(words).removesuffix(optional).strip()] = name
    return found


def boxes_of(page: Page, table: Iterable[Iterable[str]]) -> dict[str, str]:
    """Turn a table of words beside boxes and answers into names of boxes and answers."""
    names = asked(page)
    names |= {name: name for name in names.values()}
    missing = [words for words, _ in table if words not in names]
    assert missing == [], f"{page.address} does not ask {missing}; it asks: {sorted(names)}"
    return {names[words]: answer for words, answer in table}


def by_hand(visitor: Visitor, address: str, values: Mapping[str, str]) -> Page:
    """Send something for which the page offers no button, with a token that is good."""
    page = visitor.open("/tro-giup")
    boxes = {box.get("name"): box.get("value", "") for box in all_of(page.root, "input")}
    return visitor.send(address, {"csrf_token": boxes["csrf_token"], **values})


def buttons(page: Page) -> list[str]:
    return [label(button) for button in all_of(page.main, "button")]


# --- the file, as whoever filed sees it -------------------------------------------------------------


def track(town: Town) -> Page:
    """Open the tracking page as whoever filed."""
    return town.citizen(town.owner).open(f"/ho-so/{town.number}")


def result(town: Town, procedure: str) -> Element:
    """Open the tracking page and find the part of one procedure."""
    page = track(town)
    parts = [part for part in all_of(page.main, "li") if part.find("h3") is not None]
    found = [part for part in parts if said(part[0]) in town.names(procedure)]
    assert len(found) == 1, f"{len(found)} parts are called {town.names(procedure)}"
    return found[0]


def results(town: Town) -> list[str]:
    """Open the tracking page and list the procedures on it."""
    return [said(title) for title in all_of(track(town).main, "h3")]


def output(town: Town, name: str) -> dict[str, str]:
    """Open the tracking page and read one issued result: each of its terms with its value."""
    page = track(town)
    for part in all_of(page.main, "li"):
        for title, following in zip(part, list(part)[1:], strict=False):
            if title.tag == "h4" and said(title).startswith(name):
                return {said(row[0]): said(row[1]) for row in following}
    raise AssertionError(f"no result {name!r} on {page.address}: {page.words}")


# --- the case, as an officer sees it ----------------------------------------------------------------


def open_case(town: Town, desk: Desk, procedure: str | None = None) -> Page:
    """Go to the case from the worklist of its office; a case that has ended is no longer listed there."""
    case = town.case_at(desk, procedure)
    visitor = town.officer(desk, case.office_id)
    listed = visitor.open(f"/can-bo/viec?hang=tat-ca&q={town.number}")
    addresses = [link.get("href", "").partition("?")[0] for link in all_of(listed.main, "a")]
    address = f"/can-bo/ho-so/{case.id}"
    assert case.ending or address in addresses, f"{town.number} is not in the worklist: {listed.words}"
    return visitor.open(address)


def press_step(town: Town, desk: Desk, words: str, table: Iterable[Iterable[str]] = ()) -> Page:
    """Press the button of a step on the open case, filling in what its page asks for."""
    visitor = town.officer(desk, town.case_at(desk).office_id)
    if visitor.page.has_link(words):
        visitor.follow(words)
    page = visitor.press(words, boxes_of(visitor.page, table))
    town.run()
    return page


def open_steps(page: Page) -> list[str]:
    """List the steps that this officer may take now, in the order of the page."""
    steps = next(part for part in all_of(page.main, "div") if part.get("class") == "steps")
    return [label(part).rstrip("…") for part in all_of(steps, "a", "button") if _open(part)]


def shut_because(page: Page, step: str) -> str | None:
    """Return the reason beside a step that cannot be taken, or nothing when it can."""
    form = page.form(step)
    shut = [button for button in all_of(form.element, "button") if not _open(button)]
    return said(all_of(form.element, "p")[0]) if shut else None


def takers(town: Town) -> dict[str, str]:
    """Return who took steps of the file, each with the office."""
    with read_transaction(town.context.engine) as connection:
        lines = journal.lines_of(connection, town.dossier_id)
    staff = {row.id: row.office_id for row in town.staff()}
    return {line.actor_id: staff[line.actor_id] for line in lines if line.actor_id in staff}


def queue(visitor: Visitor, words: str) -> Page:
    """Open one queue of the worklist by its words."""
    page = visitor.open("/can-bo/viec")
    links = {said(a): a.get("href", "") for a in all_of(page.root, "a")}
    found = [address for text, address in links.items() if text.startswith(words)]
    assert found, f"no queue {words!r}; there are: {sorted(links)}"
    return visitor.open(found[0])


def office_in(desk: Desk, commune: str) -> str:
    """Return the office of an authority in a commune."""
    return f"{desk.authority}:{next(area.code for area in AREAS if commune in area.name)}"


def _open(button: Element) -> bool:
    return button.get("aria-disabled") != "true"
