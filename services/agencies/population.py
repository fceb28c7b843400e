"""The National Population Database (cơ sở dữ liệu quốc gia về dân cư), as a fake: people and numbers."""

import unicodedata
from collections.abc import Mapping
from typing import Any

from services.agencies.fake import Answer, Deed, FakeAgency
from services.demo.areas import province_of
from services.exchange.fake_ledger import Books
from workflows.forms.cleaning import fold

PEOPLE = "person"
_CHILDREN = "child"
_SUSPICIONS = "suspicion"

# Steps through all six-digit numbers without meeting one twice, and does not look like counting.
_STRIDE = 379_009
_SERIALS = 1_000_000


class PopulationDatabase(FakeAgency):
    """Gives each child a number (số định danh cá nhân) once, and suspects whoever comes a second time."""

    code = "population-database"

    @property
    def deeds(self) -> Mapping[str, Deed]:
        return {"personal-id.assign": assign}


def assign(child: Mapping[str, Any], books: Books) -> Answer:
    """Give a personal ID, unless a child of the same mother, day and name has one (3160/BTP-CNTT).

    The suspicion is raised once. Who asks again after it has looked into it: the child
    whose name is the very same gets the number it already has, another child one of its own.
    """
    same = _sameness(child)
    known = books.read(_CHILDREN, same) if same else None
    if known is None:
        return _assigned(child, books, same)
    name = _name(child)
    if child.get("child.multiple-birth") and name not in known:
        return _assigned(child, books, same)
    suspicion = books.read(_SUSPICIONS, same) or {"open": False}
    books.write(_SUSPICIONS, same, {"open": not suspicion["open"]})
    if not suspicion["open"]:
        return "suspected-duplicate", {}
    if name in known:
        return "assigned", {"personal-id": known[name]}
    return _assigned(child, books, same)


def _assigned(child: Mapping[str, Any], books: Books, same: str) -> Answer:
    number = _new_number(child, books)
    books.write(PEOPLE, number, _person(child))
    if same:
        books.write(_CHILDREN, same, {**(books.read(_CHILDREN, same) or {}), _name(child): number})
    return "assigned", {"personal-id": number}


def _sameness(child: Mapping[str, Any]) -> str:
    """Return what makes two children one in the eyes of the register; without a mother nothing does."""
    mother = child.get("mother.personal-id")
    return f"{mother}|{child.get('child.birth-date')}|{fold(_name(child))}" if mother else ""


def _name(child: Mapping[str, Any]) -> str:
    return unicodedata.normalize("NFC", str(child.get("child.full-name", "")))


def _new_number(child: Mapping[str, Any], books: Books) -> str:
    """Build a free number: three digits of place, one of century and sex, two of the year, six of chance.

    Circular 07/2016/TT-BCA fixes the parts. Which place code children get since the provinces
    merged in 2025 is not known; the fake puts a zero before the code of the new province.
    """
    born = str(child.get("child.birth-date") or books.today.isoformat())
    century, year = divmod(int(born[:4]), 100)
    woman = child.get("child.sex") == "female"
    head = f"{_place(child)}{2 * (century - 19) + woman}{year:02d}"
    while True:
        number = f"{head}{books.next(head) * _STRIDE % _SERIALS:06d}"
        if books.read(PEOPLE, number) is None:
            return number


def _place(child: Mapping[str, Any]) -> str:
    province = province_of(str(child.get("office.civil-status", "")))
    return f"0{province}" if province else str(child.get("mother.personal-id") or "001")[:3]


def _person(child: Mapping[str, Any]) -> dict[str, Any]:
    items = ("full-name", "birth-date", "sex", "ethnicity", "nationality", "home-place")
    return {item: child[f"child.{item}"] for item in items if f"child.{item}" in child}
