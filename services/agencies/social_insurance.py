"""The social insurance system (bảo hiểm xã hội), as a fake: health insurance cards and death benefits."""

import calendar
from collections.abc import Mapping
from datetime import date
from typing import Any

from services.agencies.fake import Answer, Deed, FakeAgency, keep_as, known_as, words
from services.exchange.fake_ledger import Books

CARDS = "card"
DECISIONS = "decision"
_CERTIFICATE = (
    *("birth-certificate.number", "birth-certificate.registered-on"),
    *("birth-certificate.child-full-name", "birth-certificate.child-birth-date"),
)
_WITHOUT_NUMBER = ("death-extract.number", "death-extract.full-name", "death-extract.died-on")

# The reference level (mức tham chiếu) known to us is that of 2024. The one of 2026 was not found: it is
# the fake agency's own parameter, and no rule of the product rests on it.
REFERENCE_LEVEL = 2_340_000
FUNERAL_LEVELS = 10  # 41/2024/QH15 Art. 85
# What survivors get depends on years of contributions that no declaration asks for: figures of the fake.
SURVIVOR_AMOUNTS = {"monthly": 1_170_000, "lump-sum": 28_080_000}

_MONTHS_COVERED = 72
_SCHOOL_TERM = (9, 30)


class SocialInsurance(FakeAgency):
    """Issues one card to each child (thẻ BHYT), and decides funeral and survivor benefits once each."""

    code = "social-insurance"

    @property
    def deeds(self) -> Mapping[str, Deed]:
        return {
            "card.issue": issue_card,
            "funeral.decide": decide_funeral,
            "survivor.decide": decide_survivor,
        }


def issue_card(facts: Mapping[str, Any], books: Books) -> Answer:
    """Issue a card, or name the one that there is: no child gets a second one (25/2008/QH12 Art. 16).

    Asked again on the very same certificate, it is the same application under another
    key. On another or a corrected certificate the card keeps its number and takes over
    what the certificate says now.
    """
    certificate = words(facts, *_CERTIFICATE)
    number = facts.get("birth-certificate.personal-id")
    born = str(facts.get("birth-certificate.child-birth-date") or books.today.isoformat())
    known = known_as(books, CARDS, number, certificate)
    card = {
        "card-number": known["card-number"] if known else f"79{books.next('card'):08d}",
        "valid-from": born,
        "valid-until": valid_until(date.fromisoformat(born)).isoformat(),
    }
    keep_as(books, CARDS, number, certificate, {**card, "certificate": certificate})
    same = known is None or known.get("certificate") == certificate
    return "issued" if same else "already-issued", card


def valid_until(born: date) -> date:
    """Return the last day of a small child's card (146/2018/NĐ-CP).

    It ends when the child is 72 months old, but covers the time until school: whoever
    was born by 30 September has it until that day of the sixth year, whoever was born
    later until the end of the month.
    """
    year = born.year + _MONTHS_COVERED // 12
    if (born.month, born.day) <= _SCHOOL_TERM:
        return date(year, *_SCHOOL_TERM)
    return date(year, born.month, calendar.monthrange(year, born.month)[1])


def decide_funeral(facts: Mapping[str, Any], books: Books) -> Answer:
    """Grant ten reference levels to whoever arranged the funeral (41/2024/QH15 Art. 85)."""
    return _decided("funeral", FUNERAL_LEVELS * REFERENCE_LEVEL, facts, books)


def decide_survivor(facts: Mapping[str, Any], books: Books) -> Answer:
    """Grant a benefit to the relatives (41/2024/QH15 Art. 86)."""
    kind = str(facts.get("survivor.kind", "monthly"))
    return _decided("survivor", SURVIVOR_AMOUNTS.get(kind, SURVIVOR_AMOUNTS["monthly"]), facts, books)


def _decided(benefit: str, amount: int, facts: Mapping[str, Any], books: Books) -> Answer:
    """Decide once for each death: asked under another key, the decision stays the one it was."""
    who = facts.get("death-extract.personal-id") or words(facts, *_WITHOUT_NUMBER)
    decision = books.read(DECISIONS, f"{benefit}:{who}")
    if decision is None:
        nth = books.next(f"{benefit}:{books.today.year}")
        decision = {"decision-number": f"{nth}/QĐ-BHXH-{books.today.year}", "amount": amount}
        books.write(DECISIONS, f"{benefit}:{who}", decision)
    return "decided", decision
