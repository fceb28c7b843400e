"""Reference lists (danh mục) that questions choose from, and how a typed commune is found in them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cached_property
from typing import Protocol

from workflows.errors import DefinitionError
from workflows.forms.cleaning import fold, spelling
from workflows.questions import Option
from workflows.words import Text, Word, text

COMMUNES = "communes"

_LEVELS = ("xã", "phường", "thị trấn", "đặc khu", "tỉnh", "thành phố", "tp.", "tp", "p.", "x.")
_FOLDED_LEVELS = tuple(fold(level) for level in _LEVELS)
_LONGEST_NAME = 8  # words
_SHORT_NAMES = {"hcm": "ho chi minh", "tphcm": "ho chi minh"}
_BETWEEN_PARTS = re.compile("[,;–]| - ")
_COMMAS = re.compile("[,;]")  # some names have a dash in themselves: Văn Miếu - Quốc Tử Giám


class Lists(Protocol):
    """Where the choices of a question come from when they are not written in it."""

    def options(self, name: str) -> tuple[Option, ...]:
        """List the choices of one reference list, in the order to show them."""

    def find_commune(self, typed: str) -> tuple[tuple[str, str], ...]:
        """List code and full name of every commune that the typed words can mean."""

    def label(self, name: str, value: str) -> Text | None:
        """Give the words for one value of a list, or nothing when it is not in it."""


class Commune(Word):
    """One commune, ward or special zone, with the province it lies in: `Xã Mường Hum`, `Tỉnh Lào Cai`."""

    code: str
    name: str
    province: str

    @property
    def label(self) -> str:
        return f"{self.name}, {self.province[:1].lower()}{self.province[1:]}"


class FixedLists(Word):
    """Reference lists that were read once and stay as they are."""

    lists: dict[str, tuple[Option, ...]]
    communes: tuple[Commune, ...] = ()
    former: tuple[Commune, ...] = ()  # they have ended: they have names, and nobody can choose them

    def options(self, name: str) -> tuple[Option, ...]:
        """List the choices of one reference list.

        Raises:
            DefinitionError: a question names a list that nobody has.
        """
        if name not in self._labels:
            raise DefinitionError(f"no reference list {name!r}")
        return self._communes_as_options if name == COMMUNES else self.lists[name]

    def find_commune(self, typed: str) -> tuple[tuple[str, str], ...]:
        """List every commune that the typed words can mean; the closest spelling wins.

        Marks and capitals may be left out, the level too, and the province when no
        other has a commune of that name. An old district between the two is ignored.
        """
        found = [c for name, province in _readings(typed) for c in self._named(name, province)]
        closers = (_same_spelling, _same_level) if _has_marks(typed) else ()
        for closer in closers:
            found = [commune for commune in found if closer(commune, typed)] or found
        return tuple({commune.code: commune.label for commune in found}.items())

    def label(self, name: str, value: str) -> Text | None:
        """Give the words for one value, or nothing when the list does not have it."""
        return self._labels.get(name, {}).get(value)

    def _named(self, name: str, province: str) -> list[Commune]:
        there = self._by_name.get(name, ())
        return [c for c in there if province in ("", *_keys(c.province))]

    @cached_property
    def _by_name(self) -> dict[str, list[Commune]]:
        index: dict[str, list[Commune]] = {}
        for commune in self.communes:
            index.setdefault(_key(_bare(commune.name)), []).append(commune)
        return index

    @cached_property
    def _communes_as_options(self) -> tuple[Option, ...]:
        return _as_options(self.communes)

    @cached_property
    def _labels(self) -> dict[str, dict[str, Text]]:
        every = {**self.lists, COMMUNES: (*_as_options(self.former), *self._communes_as_options)}
        return {name: {option.value: option.text for option in options} for name, options in every.items()}


def _as_options(communes: tuple[Commune, ...]) -> tuple[Option, ...]:
    return tuple(Option(value=c.code, text=text(c.label, c.label)) for c in communes)


def _readings(typed: str) -> Iterator[tuple[str, str]]:
    """Yield each way to read the words as the folded name of a commune and of a province, if any."""
    for between in (_BETWEEN_PARTS, _COMMAS):
        parts = [part.strip() for part in between.split(typed) if part.strip()]
        if parts:
            yield from _readings_of(parts)


def _readings_of(parts: list[str]) -> Iterator[tuple[str, str]]:
    provinces: Sequence[str] = _keys(parts[-1]) if len(parts) > 1 else ("",)
    yield from ((name, province) for name in _keys(parts[0]) for province in provinces)
    if len(parts) > 1:
        return
    words = parts[0].split()
    if len(words) > 2 * _LONGEST_NAME:
        return
    for cut in range(1, len(words)):
        for name in _keys(" ".join(words[:cut])):
            yield from ((name, province) for province in _keys(" ".join(words[cut:])))


def _keys(name: str) -> tuple[str, ...]:
    """Return the folded name as it stands and without its level: `xa dung` may be Xa Dung or Xã Dung."""
    folded = _key(name)
    bare = next((folded[len(x) :].strip() for x in _FOLDED_LEVELS if _opens(folded, x)), folded)
    return tuple(dict.fromkeys(_SHORT_NAMES.get(key, key) for key in (folded, bare)))


def _key(name: str) -> str:
    """Return a name as it is looked up: without marks, and with dashes as spaces."""
    return " ".join(fold(name).replace("-", " ").replace("–", " ").split())


def _opens(name: str, level: str) -> bool:
    return name.startswith(level if level.endswith(".") else f"{level} ")


def _bare(name: str) -> str:
    """Return an official name without its level."""
    return next((name[len(x) :].strip() for x in _LEVELS if _opens(name.lower(), x)), name)


def _same_spelling(commune: Commune, typed: str) -> bool:
    name, words = (spelling(_BETWEEN_PARTS.sub(" ", text)) for text in (_bare(commune.name), typed))
    return f" {name} " in f" {words} "


def _has_marks(typed: str) -> bool:
    """Say whether marks were typed: without any, `ba dinh` may be Ba Đình as well as Ba Dinh."""
    return spelling(typed) != fold(typed)


def _same_level(commune: Commune, typed: str) -> bool:
    return spelling(typed).startswith(spelling(commune.name))
