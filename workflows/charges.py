"""The words of money: what a citizen pays (phí, lệ phí), why not (miễn), and what is paid out (mức hưởng)."""

from __future__ import annotations

from datetime import date

from workflows.conditions import Condition
from workflows.words import Source, Text, Word


class Exemption(Word):
    """Why a fee is not paid (miễn phí, lệ phí): when it holds, on which days, in which provinces.

    No condition means every case, no province every province. An exemption whose source is not settled
    never makes a fee 0: it makes the amount unknown.
    """

    code: str
    text: Text
    source: Source
    when: Condition | None = None
    effective_from: date | None = None
    effective_to: date | None = None
    provinces: tuple[str, ...] = ()

    def in_force_on(self, day: date) -> bool:
        after = self.effective_from is None or self.effective_from <= day
        return after and (self.effective_to is None or day <= self.effective_to)


class Fee(Word):
    """What the citizen pays, in VND; `amount` None means that the figure is not known.

    `per` names the fact with the number of copies when the amount is for one of them. The first
    exemption that holds wins.
    """

    code: str
    text: Text
    amount: int | None
    source: Source
    when: Condition | None = None
    per: str | None = None
    exemptions: tuple[Exemption, ...] = ()


class Figure(Word):
    """A figure of law in VND and the days on which it holds; without an end it is not known until when."""

    amount: int
    source: Source
    effective_from: date | None = None
    effective_to: date | None = None


class Allowance(Word):
    """A sum that the authority of a procedure pays out: so many times a figure of law (mức hưởng).

    `on` names the fact with the day whose figure counts. `times` None means that no formula was found.
    Of the allowances with one code only one is ever paid (176/2025/NĐ-CP Art. 5).
    """

    code: str
    text: Text
    source: Source
    on: str
    level: Text | None = None
    times: int | None = None
    figures: tuple[Figure, ...] = ()
