"""Every number of a supervisor's page by its path, as the page's own classes declare them.

`readings[].value` is a path; an element of a list is known by its key (a code, an office, a week), so that
the same number of a recount can be held against it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import fields, is_dataclass
from types import UnionType
from typing import Any, Union, get_args, get_origin, get_type_hints

from services.reading.supervising.index766 import Group, Part
from services.reading.supervising.lists import FileLine
from services.reading.supervising.measures import Measure, Reading
from services.reading.supervising.outlooks import OfficeLoad
from services.reading.supervising.scope import Asked
from services.reading.supervising.sections import BundleLine, HopLine, OfficeLine, StayLine, Week
from services.simulation.forecast import Outlook
from workflows.words import Source, Text

Key = tuple[str, ...]
Numbers = dict[str, dict[Key, float | None]]
# What a page says of itself: words, what was asked for, and the definition of a measure.
WORDS = (Text, Source, Measure, Asked)
KEYS: dict[type, Callable[[Any], str]] = {
    BundleLine: lambda one: one.code,
    FileLine: lambda one: one.number,
    Group: lambda one: one.text.vi,
    HopLine: lambda one: one.agency.vi,
    OfficeLine: lambda one: one.office_id,
    OfficeLoad: lambda one: one.office_id,
    Outlook: lambda one: one.day.isoformat(),
    Part: lambda one: one.text.vi,
    Reading: lambda one: one.measure.code,
    StayLine: lambda one: f"{one.procedure.vi}: {one.state.vi}",
    Week: lambda one: one.begins.isoformat(),
}


def paths_of(page: type) -> set[str]:
    """List the paths of all numbers that a page of this class can show."""
    return set(_paths(page, ""))


def numbers_of(page: Any) -> Numbers:
    """Read every number of a page, by path and by the keys on the way to it."""
    found: Numbers = {path: {} for path in paths_of(type(page))}
    for path, key, number in _numbers(type(page), page, "", ()):
        found[path][key] = number
    return found


def _paths(kind: Any, path: str) -> Iterator[str]:
    for name, member in _members(kind):
        inner, many = _inner(member)
        here = f"{path}{name}{'[]' if many else ''}"
        if inner in (int, float):
            yield here
        elif is_dataclass(inner):
            yield from _paths(inner, f"{here}.")


def _numbers(kind: Any, value: Any, path: str, key: Key) -> Iterator[tuple[str, Key, float | None]]:
    for name, member in _members(kind):
        inner, many = _inner(member)
        here, held = f"{path}{name}{'[]' if many else ''}", getattr(value, name)
        if inner in (int, float):
            yield here, key, held
        elif is_dataclass(inner) and held is not None:
            for one in held if many else (held,):
                yield from _numbers(inner, one, f"{here}.", (*key, KEYS[type(one)](one)) if many else key)


def _members(kind: Any) -> Iterator[tuple[str, Any]]:
    """Give the fields and the properties of a class with what they hold."""
    hints = get_type_hints(kind)
    for one in fields(kind):
        yield one.name, hints[one.name]
    for name, known in vars(kind).items():
        if isinstance(known, property):
            yield name, get_type_hints(known.fget).get("return")


def _inner(member: Any) -> tuple[Any, bool]:
    """Say what is held, be it one or none, or a row of them; words are nothing to count."""
    if get_origin(member) in (Union, UnionType):
        (member,) = {one for one in get_args(member) if one is not type(None)} or {None}
    many = get_origin(member) is tuple
    if many:
        member = get_args(member)[0]
    return (None if member in WORDS else member), many
