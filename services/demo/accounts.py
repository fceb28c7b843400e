"""Whom to sign in as in the demonstration: one person for each story, and the officers of one commune."""

from collections.abc import Iterator

from services.demo.families import FAMILIES, THE_DEAD
from services.demo.seed import PASSWORD

OFFICERS = {
    "hotich.badinh": "civil status, Ba Đình",
    "lanhdao.hotich.badinh": "head of civil status, signs",
    "congan.badinh": "police, Ba Đình",
    "bhxh.badinh": "social insurance, Ba Đình",
    "baotro.sapa": "social protection, Sa Pa",
    "vanhanh1": "operator of the exchange",
    "vanhanh2": "second operator",
}


def lines() -> Iterator[str]:
    """Yield the accounts as lines for a terminal."""
    yield f"Mật khẩu chung / one password for everybody: {PASSWORD}"
    yield ""
    for family in FAMILIES:
        person = next(person for person in family.people if person.id not in THE_DEAD)
        notices = ", ".join(family.notices) or "–"
        yield f"  {person.id}  {person.name:22} {notices:22} {family.story}"
    yield ""
    for user, place in OFFICERS.items():
        yield f"  {user:22} {place}"
