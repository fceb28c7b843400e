"""A further language is one more .po file: every page then reads in it, from right to left if need be."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from xml.etree.ElementTree import Element

import pytest
from flask import Flask

from services.demo.areas import AREAS
from services.demo.families import FAMILIES, PEOPLE
from services.demo.operators import centre_row
from services.demo.seed import PASSWORD, office_rows, officer_rows
from services.jurisdiction.areas import known_areas
from services.reference import ETHNICITIES, RELATIONS
from tests.bdd import html
from tests.web import mirror
from tests.web.conftest import Houses
from tests.web.house import CHILD, Guest
from web import i18n
from workflows.registry import registry

WORD = re.compile(r"[^\W\d_]{2,}")
# What no translator is asked for: acts of law, keys of definitions, addresses, the names of languages.
NO_WORDS = re.compile(
    r"https?://\S+|NHAP-\S+|Nghị quyết|\S*\d+[/-]\S+|Art\.|[\w-]+@[\w-]+|"
    r"[\w-]+\.[\w.-]+|\b(?:AR|VND|SMS|GPLX)\b|Đề án 06|dự thảo nghị định liên thông|Mẫu số"
    r"|English|Tiếng Việt"
)
STARTS = ("/", "/dang-nhap", "/cua-toi", "/can-bo/viec", "/khai-tu/viec")


@pytest.fixture
def mirrored(served: Flask, tmp_path: Path) -> Iterator[Flask]:
    """Let the application offer the mirrored language too."""
    before = served.extensions["languages"]
    mirror.write(tmp_path)
    served.extensions["languages"] = i18n.load(i18n.FOLDER, tmp_path)
    yield served
    served.extensions["languages"] = before


@cache
def data() -> frozenset[str]:
    """Return the words of the people and places of the demonstration: they are data, not sentences."""
    people = [text for person in PEOPLE for text in (person.name, person.street, person.home)]
    officers = [word for row in officer_rows(registry(), "") for word in (row.name, row.id)]
    places = [text for area in (*AREAS, *known_areas()) for text in (area.label, area.province)]
    ranks = ["lãnh đạo"]  # stands beside the name of whoever has it
    notices = [str(v) for family in FAMILIES for items in family.notices.values() for v in items.values()]
    groups = [option.text.vi for option in (*ETHNICITIES, *RELATIONS)]
    offices = [row.vi for row in office_rows(registry())]
    said = " ".join(
        [
            *people,
            *officers,
            *places,
            *notices,
            *groups,
            *offices,
            *ranks,
            centre_row().vi,
            CHILD,
            PASSWORD,
            "Việt Nam",
        ]
    )
    return frozenset(WORD.findall(said.lower()))


def left_over(part: Element) -> Iterator[str]:
    """Find texts with words that stayed in Latin letters, but for data and what is marked as such."""
    if part.tag in ("script", "style", "head", "code", "kbd") or part.get("lang", mirror.CODE) != mirror.CODE:
        return
    for text in (part.text, *(child.tail for child in part)):
        words = [word for word in WORD.findall(NO_WORDS.sub(" ", text or "")) if _latin(word)]
        if any(word.lower() not in data() for word in words):
            yield " ".join((text or "").split())
    for child in part:
        yield from left_over(child)


def _latin(word: str) -> bool:
    return unicodedata.name(word[0]).startswith("LATIN")


def pages(someone: Guest, starts: list[str]) -> Iterator[tuple[str, Element]]:
    """Open every page that links lead to from here, each address once."""
    seen: set[str] = set()
    waiting = list(starts)
    while waiting:
        path = waiting.pop()
        if (key := path.partition("?")[0]) in seen or "lang=" in path:
            continue
        seen.add(key)
        answer = someone.get(path)
        if answer.location:
            waiting.append(answer.location)
        elif answer.status_code == 200 and answer.mimetype == "text/html":
            root = html.read(answer.get_data(as_text=True))
            yield path, root
            links = (link.get("href", "").partition("#")[0] for link in html.all_of(root, "a"))
            waiting += [link for link in links if link.startswith("/")]


@pytest.mark.parametrize("role", ["nobody", "owner", "clerk", "supervisor"])
@pytest.mark.usefixtures("mirrored")
def test_every_page_reads_in_it_from_right_to_left(houses: Houses, role: str) -> None:
    house = houses(mirror.CODE)
    found: dict[str, list[str]] = {}
    count = 0
    for path, root in pages(house.guests[role], [*STARTS, f"/ho-so/{house.number}"]):
        count += 1
        assert (root.get("lang"), root.get("dir")) == (mirror.CODE, "rtl"), path
        if texts := list(left_over(root)):
            found[path] = texts
    assert found == {}
    assert count > 8


def test_words_that_nobody_offered_for_translation_would_be_noticed() -> None:
    body = "<p>سقم</p><p>Chưa ai dịch câu này</p><p lang='vi'>Tiếng mẹ đẻ</p>"
    page = f"<!doctype html><html lang='ar'><title>x</title><body>{body}</body></html>"
    assert list(left_over(html.read(page))) == ["Chưa ai dịch câu này"]
