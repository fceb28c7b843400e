"""Communes, wards and special zones with the days on which each holds, read from one list of facts."""

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date
from functools import cache
from pathlib import Path

_LIST = Path(__file__).with_name("areas.txt")
_KINDS = {"x": "Xã", "p": "Phường", "d": "Đặc khu"}
_BLOCK = re.compile(r"@ (?P<day>\d{4}-\d\d-\d\d) \| (?P<act>.+)")
_PROVINCE = re.compile(r"(?P<code>\d\d) (?P<name>.+)")
_COMMUNE = re.compile(r"(?P<code>\d{5}) (?P<kind>[xpd]) (?P<name>.+)")
_ENDED = re.compile(r"(?P<code>\d{5}) > (?P<successor>\d{5})")


@dataclass(frozen=True, slots=True)
class Area:
    """One commune, ward or special zone under one name, from `since` to the day before `until`."""

    code: str
    name: str
    province_code: str
    province: str
    since: date
    until: date | None = None
    successor: str | None = None
    act: str = ""

    @property
    def label(self) -> str:
        """The way people write it: `Xã Mường Hum, tỉnh Lào Cai`."""
        return label_of(self.name, self.province)


def label_of(name: str, province: str) -> str:
    """Write a commune with its province; the name begins its line, the province does not."""
    return f"{name}, {province[:1].lower()}{province[1:]}"


@cache
def known_areas() -> tuple[Area, ...]:
    """Return every commune that the list knows, under each of its names, by code and day."""
    return read_areas(_LIST.read_text(encoding="utf-8").splitlines())


@cache
def areas_on(day: date) -> dict[str, Area]:
    """Return the communes that exist on a day, by code."""
    return {
        area.code: area
        for area in known_areas()
        if area.since <= day and (area.until is None or day < area.until)
    }


def read_areas(lines: Iterable[str]) -> tuple[Area, ...]:
    """Read a list of areas; what its lines mean stands at the head of the list itself.

    Raises:
        ValueError: a line is none of those, or names a commune or province that is not there yet.
    """
    reading = _Reading()
    for line in lines:
        if line and not line.startswith("#"):
            reading.take(line)
    return tuple(sorted(reading.past + list(reading.now.values()), key=lambda area: (area.code, area.since)))


class _Reading:
    """What was read so far: the areas of the block's day, those that ended, and where the next line lies."""

    def __init__(self) -> None:
        self.now: dict[str, Area] = {}
        self.past: list[Area] = []
        self._provinces: dict[str, str] = {}
        self._day = date.min
        self._act = self._province = ""

    def take(self, line: str) -> None:
        if found := _BLOCK.fullmatch(line):
            self._day, self._act = date.fromisoformat(found["day"]), found["act"]
        elif found := _PROVINCE.fullmatch(line):
            self._name_province(found["code"], found["name"])
        elif found := _COMMUNE.fullmatch(line):
            self._name_commune(found["code"], f"{_KINDS[found['kind']]} {found['name']}")
        elif (found := _ENDED.fullmatch(line)) and found["code"] in self.now:
            self._end(self.now[found["code"]], successor=found["successor"])
        else:
            raise ValueError(f"not a line of a list of areas: {line!r}")

    def _name_province(self, code: str, name: str) -> None:
        self._province, self._provinces[code] = code, name
        for area in [area for area in self.now.values() if area.province_code == code]:
            self._begin(replace(area, province=name))

    def _name_commune(self, code: str, name: str) -> None:
        known = self.now.get(code)
        province = known.province_code if known else self._province
        if province not in self._provinces:
            raise ValueError(f"in no province: {code} {name}")
        self._begin(Area(code, name, province, self._provinces[province], self._day))

    def _begin(self, area: Area) -> None:
        """Let a name hold from the day of the block; what held before ends with that day."""
        known = self.now.get(area.code)
        if known and known.since < self._day:
            self._end(known)
        self.now[area.code] = replace(area, since=self._day, act=self._act)

    def _end(self, area: Area, *, successor: str | None = None) -> None:
        del self.now[area.code]
        self.past.append(replace(area, until=self._day, successor=successor))
