"""What one invented person, one family and one notice of the demonstration are."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from services.demo.areas import AREAS

_LABELS = {area.code: f"{area.label[:1].lower()}{area.label[1:]}" for area in AREAS}


@dataclass(frozen=True, slots=True)
class Person:
    """One invented person; without a commune they live nowhere permanently, without a head they are it."""

    id: str
    name: str
    born: str
    sex: str
    commune: str | None = None
    street: str = ""
    head: str | None = None
    ethnicity: str = "kinh"
    home: str = ""
    insured: str = "none"

    def record(self, heads: Mapping[str, str]) -> dict[str, Any]:
        """Return what the population database knows of them."""
        known: dict[str, Any] = {
            "full-name": self.name,
            "birth-date": self.born,
            "sex": self.sex,
            "ethnicity": self.ethnicity,
            "nationality": "Việt Nam",
            "home-place": self.home or _capital(_LABELS.get(self.commune or "", "")),
            "insured-status": self.insured,
        }
        if self.commune is None:
            return known
        head = self.head or self.id
        return known | {
            "residence-commune": self.commune,
            "residence-address": f"{self.street}, {_LABELS[self.commune]}",
            "household-head-name": heads[head],
            "household-head-id": head,
        }


@dataclass(frozen=True, slots=True)
class Family:
    """People who belong together, with the papers that brought them here, and the story they serve."""

    story: str
    people: tuple[Person, ...]
    notices: Mapping[str, Mapping[str, Any]] = field(default_factory=dict)


def born(mother: str, moment: str, sex: str, facility: str) -> dict[str, str]:
    """Return what the hospital knows of a birth (giấy chứng sinh)."""
    return {"mother-id": mother, "child-birth-moment": moment, "child-sex": sex, "facility": facility}


def died(person: Person, moment: str, place: str, cause: str, issuer: str) -> dict[str, str]:
    """Return what the hospital or the commune knows of a death (giấy báo tử)."""
    return {
        "deceased-id": person.id,
        "deceased-name": person.name,
        "death-moment": moment,
        "place": place,
        "cause": cause,
        "issuer": issuer,
        "issued-on": moment[:10],
    }


def _capital(words: str) -> str:
    return f"{words[:1].upper()}{words[1:]}"
