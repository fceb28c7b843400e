"""The words of steps that stand for something: people, officers, systems, life events, moments.

Each is a type for `parsers.parse`, in Vietnamese and English at once, so that both languages share
one step. Use `says("…")` in the decorators of a step.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

from parse import with_pattern
from pytest_bdd import parsers

from services.demo.families import PEOPLE
from workflows.calendar import VIETNAM

_DAYS = {
    "Monday": 0, "Tuesday": 1, "Wednesday": 2, "Thursday": 3, "Friday": 4, "Saturday": 5, "Sunday": 6,
    "thứ Hai": 0, "thứ Ba": 1, "thứ Tư": 2, "thứ Năm": 3, "thứ Sáu": 4, "thứ Bảy": 5, "Chủ nhật": 6,
}  # fmt: skip
_IN_QUOTES = re.compile(r'"\{(\w+)\}"')
_MOMENT = re.compile(r"(?:([^\d]+) )?(\d\d)/(\d\d)/(\d{4}) (\d\d):(\d\d)")

# Who works where: for every authority of the product.
OFFICES = {
    "civil-status": ("the civil-status officer", "cán bộ hộ tịch"),
    "police": ("the police officer", "công an xã"),
    "social-insurance": ("the social-insurance officer", "cán bộ bảo hiểm xã hội"),
    "social-protection": ("the social-protection officer", "cán bộ bảo trợ xã hội"),
    "merit-service": ("the merit-service officer", "cán bộ người có công"),
    "business-registration": ("the business-registration officer", "cán bộ đăng ký kinh doanh"),
    "order-police": ("the order-police officer", "công an trật tự"),
    "culture": ("the culture officer", "cán bộ văn hóa"),
}
# The head of an office may act for an officer.
HEADS = {
    "civil-status": ("the head of civil status", "lãnh đạo hộ tịch"),
    "police": ("the head of police", "trưởng công an xã"),
    "social-insurance": ("the head of social insurance", "lãnh đạo bảo hiểm xã hội"),
    "culture": ("the head of culture", "lãnh đạo văn hóa"),
}
# Who signs what the head has prepared.
DEPUTIES = {"civil-status": ("the deputy head of civil status", "phó lãnh đạo hộ tịch")}
AGENCIES = {
    "hospital": ("the hospital portal", "cổng dữ liệu y tế"),
    "population-database": ("the population database", "cơ sở dữ liệu dân cư"),
    "civil-status": ("the civil-status register", "phần mềm hộ tịch"),
    "residence": ("the residence database", "cơ sở dữ liệu cư trú"),
    "social-insurance": ("the social-insurance system", "phần mềm bảo hiểm xã hội"),
    "social-protection": ("the social-protection system", "phần mềm bảo trợ xã hội"),
}
EVENTS = {
    "khai-sinh": ("birth", "khai sinh"),
    "khai-tu": ("death", "khai tử"),
    "karaoke": ("karaoke", "karaoke"),
}


@dataclass(frozen=True)
class Desk:
    """Where an officer sits: an authority, and whether it is its head or the deputy of that."""

    authority: str
    head: bool = False
    deputy: bool = False


def _either(table: dict[str, tuple[str, str]]) -> dict[str, str]:
    return {phrase: code for code, phrases in table.items() for phrase in phrases}


_OFFICERS = {phrase: Desk(code) for phrase, code in _either(OFFICES).items()}
_OFFICERS |= {phrase: Desk(code, head=True) for phrase, code in _either(HEADS).items()}
_OFFICERS |= {phrase: Desk(code, deputy=True) for phrase, code in _either(DEPUTIES).items()}
_PEOPLE = {person.name: person for person in PEOPLE}


def _one_of(words: Iterable[str]) -> str:
    return "|".join(sorted(map(re.escape, words), key=len, reverse=True))


def _type(known: dict[str, Any]) -> Callable[[str], Any]:
    return with_pattern(_one_of(known))(lambda words: known[words])


@with_pattern(r"(?:[^\d\s]+ ?[^\d\s]* )?\d\d/\d\d/\d{4} \d\d:\d\d")
def _moment(words: str) -> datetime:
    """Read a moment in Vietnam; a weekday, when named, must be the right one."""
    found = _MOMENT.fullmatch(words)
    assert found, f"not a moment: {words!r}"
    weekday, day, month, year, hour, minute = found.groups()
    moment = datetime(*(int(part) for part in (year, month, day, hour, minute)), tzinfo=VIETNAM)
    assert weekday is None or _DAYS[weekday] == moment.weekday(), f"{words!r} is another day of the week"
    return moment.astimezone(UTC)


@with_pattern(r'[^"]*')
def _quoted(words: str) -> str:
    """Read what stands between quotation marks, and not beyond them."""
    return words


TYPES = {
    "Quoted": _quoted,
    "Person": _type(_PEOPLE),
    "Officer": _type(_OFFICERS),
    "Agency": _type(_either(AGENCIES)),
    "Event": _type(_either(EVENTS)),
    "Moment": _moment,
}


def says(words: str) -> parsers.parse:
    """Return the parser of one step, with the types above; `"{…}"` ends at the next quotation mark."""
    return parsers.parse(_IN_QUOTES.sub(r'"{\1:Quoted}"', words), extra_types=TYPES)
