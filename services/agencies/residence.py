"""The residence and identity-card systems of the police (quản lý cư trú, căn cước), as a fake."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from services.agencies.fake import Answer, Deed, FakeAgency, keep_as, known_as, words
from services.exchange.fake_ledger import Books

RESIDENTS = "resident"
CARDS = "identity-card"

# The card of a small child lasts until the first renewal: at 14, by 26/2023/QH15 Art. 21, which was not read
# for this; so the figure is the fake agency's own.
_FIRST_RENEWAL = 14
_CERTIFICATE = (
    *("birth-certificate.number", "birth-certificate.child-full-name", "birth-certificate.child-birth-date"),
    *("death-extract.number", "death-extract.full-name", "death-extract.died-on"),
)


class Residence(FakeAgency):
    """Records and removes permanent residence (đăng ký thường trú), and issues identity cards."""

    code = "residence"

    @property
    def deeds(self) -> Mapping[str, Deed]:
        return {
            "residence.record": record,
            "residence.remove": remove,
            "identity-card.issue": issue_card,
        }


def record(facts: Mapping[str, Any], books: Books) -> Answer:
    """Enter a person into a household; asked again, the entry stays the one it was."""
    known = _known(facts, books)
    if known and known.get("record-number") and not known.get("removed"):
        entry = _entry(known)
    else:
        entry = _numbered("TT", str(facts.get("residence.commune") or "nationwide"), books)
    _keep(facts, books, {**entry, "residence": "permanent", "commune": facts.get("residence.commune")})
    return "recorded", entry


def remove(facts: Mapping[str, Any], books: Books) -> Answer:
    """Remove a dead person's residence, unless the books say that there is none (58/2026/NĐ-CP)."""
    known = _known(facts, books) or {"residence": "permanent"}
    if known.get("removed"):
        return "removed", _entry(known)
    if known.get("residence") == "none":
        return "nothing-to-remove", {}
    entry = _numbered("XTT", str(known.get("commune") or "nationwide"), books)
    _keep(facts, books, {**known, **entry, "removed": True})
    return "removed", entry


def issue_card(facts: Mapping[str, Any], books: Books) -> Answer:
    """Issue the card; its number is the personal ID number, and one person holds one card."""
    number = facts.get("birth-certificate.personal-id")
    if number is None:
        return "refused", {"reason": "Chưa có số định danh. / There is no personal ID yet."}
    card = books.read(CARDS, str(number))
    if card is None:
        born = date.fromisoformat(facts.get("birth-certificate.child-birth-date") or books.today.isoformat())
        card = {"card-number": str(number), "valid-until": _years_later(born, _FIRST_RENEWAL).isoformat()}
        books.write(CARDS, str(number), card)
    return "issued", card


def _years_later(day: date, years: int) -> date:
    leap_day = (day.month, day.day) == (2, 29)
    return date(day.year + years, 3, 1) if leap_day else day.replace(year=day.year + years)


def _numbered(kind: str, commune: str, books: Books) -> dict[str, Any]:
    year = books.today.year
    nth = books.next(f"{kind}:{commune}:{year}")
    return {"record-number": f"{commune}-{kind}-{year}-{nth:04d}", "recorded-on": books.today.isoformat()}


def _entry(known: Mapping[str, Any]) -> dict[str, Any]:
    return {item: known[item] for item in ("record-number", "recorded-on")}


def _known(facts: Mapping[str, Any], books: Books) -> dict[str, Any] | None:
    return known_as(books, RESIDENTS, _number(facts), words(facts, *_CERTIFICATE))


def _keep(facts: Mapping[str, Any], books: Books, items: Mapping[str, Any]) -> None:
    keep_as(books, RESIDENTS, _number(facts), words(facts, *_CERTIFICATE), items)


def _number(facts: Mapping[str, Any]) -> str | None:
    return facts.get("death-extract.personal-id") or facts.get("birth-certificate.personal-id")
