"""The electronic civil-status register (phần mềm hộ tịch điện tử dùng chung), as a fake."""

from collections.abc import Mapping
from typing import Any

from services.agencies.fake import Answer, Deed, FakeAgency, words
from services.exchange.fake_ledger import Books

BIRTHS = "birth"
DEATHS = "death"
_CORRECTIONS = "correction"
_ENTRY = ("register-number", "register-book", "registered-on")

# How many entries a book holds is the fake's own figure; the real numbering of books is not known.
_ENTRIES_IN_A_BOOK = 200


class CivilStatus(FakeAgency):
    """Enters births and deaths (sổ hộ tịch): each event once, numbered per commune and year."""

    code = "civil-status"

    @property
    def deeds(self) -> Mapping[str, Deed]:
        return {
            "birth.register": register_birth,
            "birth.correct": correct_birth,
            "death.register": register_death,
        }


def register_birth(facts: Mapping[str, Any], books: Books) -> Answer:
    """Enter a birth; asked for the same child under another key, the entry stays the one it was."""
    # Not every child has a number when it is registered (3160/BTP-CNTT), but each has a name and a day.
    child = words(facts, "mother.personal-id", "child.birth-date", "child.full-name")
    return "registered", _entered(BIRTHS, child, facts, books)


def correct_birth(facts: Mapping[str, Any], books: Books) -> Answer:
    """Mend an entry: it keeps its number, its book and its day (63/2024/NĐ-CP Art. 8)."""
    where = words(facts, "office.civil-status", "register-book", "register-number")
    entry = books.read(_CORRECTIONS, where)
    if entry is None:
        return "refused", {"reason": "Không có trong sổ. / Not in the register."}
    books.write(_CORRECTIONS, where, {**entry, "corrected-on": books.today.isoformat()})
    return "registered", {item: entry[item] for item in _ENTRY}


def register_death(facts: Mapping[str, Any], books: Books) -> Answer:
    """Enter a death; one person dies once."""
    deceased = str(facts.get("deceased.personal-id") or words(facts, "deceased.full-name", "death.date"))
    return "registered", _entered(DEATHS, deceased, facts, books)


def _entered(register: str, who: str, facts: Mapping[str, Any], books: Books) -> dict[str, Any]:
    known = books.read(register, who)
    if known is not None:
        return known
    year = books.today.year
    nth = books.next(f"{register}:{facts.get('office.civil-status', 'nationwide')}:{year}")
    entry = {
        "register-number": f"{nth}/{year}",
        "register-book": f"{(nth - 1) // _ENTRIES_IN_A_BOOK + 1:02d}/{year}",
        "registered-on": books.today.isoformat(),
    }
    books.write(register, who, entry)
    if register == BIRTHS:
        books.write(_CORRECTIONS, words({**facts, **entry}, "office.civil-status", *_ENTRY[1::-1]), entry)
    return entry
