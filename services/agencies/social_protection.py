"""The social-protection system (bảo trợ xã hội, người có công), as a fake."""

from collections.abc import Mapping
from typing import Any

from services.agencies.fake import Answer, Deed, FakeAgency, words
from services.exchange.fake_ledger import Books

DECISIONS = "decision"
_WITHOUT_NUMBER = ("death-extract.number", "death-extract.full-name", "death-extract.died-on")

# Known from secondary sources only, and the 500,000 is inferred.
STANDARD = 500_000
FUNERAL_STANDARDS = 20  # 176/2025/NĐ-CP Art. 5
# What is paid for people with merit was not found: a figure of the fake.
MERIT_AMOUNT = 23_400_000


class SocialProtection(FakeAgency):
    """Decides funeral support, and the benefits after the death of a person with merit, once each."""

    code = "social-protection"

    @property
    def deeds(self) -> Mapping[str, Deed]:
        return {"funeral.decide": decide_funeral, "merit.decide": decide_merit}


def decide_funeral(facts: Mapping[str, Any], books: Books) -> Answer:
    """Grant twenty standards to whoever arranged the funeral (176/2025/NĐ-CP Art. 5)."""
    return _decided("funeral", "QĐ-UBND", FUNERAL_STANDARDS * STANDARD, facts, books)


def decide_merit(facts: Mapping[str, Any], books: Books) -> Answer:
    """Grant what the family of a person with merit receives."""
    return _decided("merit", "QĐ-NCC", MERIT_AMOUNT, facts, books)


def _decided(benefit: str, series: str, amount: int, facts: Mapping[str, Any], books: Books) -> Answer:
    """Decide once for each death: asked under another key, the decision stays the one it was."""
    who = facts.get("death-extract.personal-id") or words(facts, *_WITHOUT_NUMBER)
    decision = books.read(DECISIONS, f"{benefit}:{who}")
    if decision is None:
        nth = books.next(f"{benefit}:{books.today.year}")
        decision = {"decision-number": f"{nth}/{series}-{books.today.year}", "amount": amount}
        books.write(DECISIONS, f"{benefit}:{who}", decision)
    return "decided", decision
