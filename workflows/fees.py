"""What a declaration costs, by rule, each line with its reason and its source (phí, lệ phí).

A figure that nobody knows stays unknown: it is paid at the office, never guessed and never collected online.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from workflows.bundle import Bundle
from workflows.charges import Exemption, Fee
from workflows.conditions import Facts, holds_safely
from workflows.language import Procedure
from workflows.words import Source, Text

ProvinceOf = Callable[[str], str | None]


class Basis(StrEnum):
    """Why a line has the amount that it has."""

    EXEMPT = "exempt"  # miễn
    DUE = "due"  # a settled amount: paid online when the declaration is filed
    AT_OFFICE = "at-office"  # not known or not settled: the office says it


@dataclass(frozen=True, slots=True)
class Line:
    """One fee of one declaration; `amount` in VND, None when it is not known.

    `lapsed` are exemptions that would have applied before: said where the amount is not known.
    """

    member: str
    code: str
    text: Text
    amount: int | None
    basis: Basis
    reason: Text
    source: Source
    lapsed: tuple[Exemption, ...] = ()


@dataclass(frozen=True, slots=True)
class Assessment:
    """Every fee of one declaration, in the order of its procedures."""

    lines: tuple[Line, ...]

    @property
    def due_online(self) -> int:
        """What is to be paid when the declaration is filed, in VND (rule 97)."""
        return sum(line.amount or 0 for line in self.lines if line.basis is Basis.DUE)

    @property
    def at_office(self) -> tuple[Line, ...]:
        """What the office may still ask for, since nobody here knows how much it is."""
        return tuple(line for line in self.lines if line.basis is Basis.AT_OFFICE)


def nowhere(_commune: str) -> str | None:
    """Know no provinces: then no exemption of a province applies."""
    return None


def assess(
    bundle: Bundle,
    procedures: Mapping[str, Procedure],
    facts: Facts,
    on: date,
    province_of: ProvinceOf = nowhere,
) -> Assessment:
    """Find what the declaration costs on a day; exemptions apply by themselves, from the data (rule 97).

    `procedures` are those of the bundle by member. A fee whose condition asks for what is not declared yet
    is left out, so an unfinished declaration may cost more once it is finished.
    """
    lines = (
        _line(member.code, fee, facts, on, province_of(str(facts.get(procedures[member.code].area, ""))))
        for member in bundle.members
        if holds_safely(member.when, facts)
        for fee in procedures[member.code].fees
        if holds_safely(fee.when, facts)
    )
    return Assessment(tuple(lines))


def dong(amount: int) -> Text:
    """Write an amount of money in words of a page."""
    return Text(vi=f"{amount:,} đ".replace(",", "."), en=f"{amount:,} VND")


def _line(member: str, fee: Fee, facts: Facts, on: date, province: str | None) -> Line:
    here = [one for one in fee.exemptions if _concerns(one, facts, province)]
    exemption = next((one for one in here if one.in_force_on(on)), None)
    if exemption is not None and not exemption.source.provisional:
        return Line(member, fee.code, fee.text, 0, Basis.EXEMPT, exemption.text, exemption.source)
    if exemption is not None:
        reason = _note(exemption.source, exemption.text)
        return Line(member, fee.code, fee.text, None, Basis.AT_OFFICE, reason, exemption.source)
    amount, reason = _amount(fee, facts)
    if amount == 0:
        return Line(member, fee.code, fee.text, 0, Basis.EXEMPT, reason, fee.source)
    if amount is not None and not fee.source.provisional:
        return Line(member, fee.code, fee.text, amount, Basis.DUE, reason, fee.source)
    lapsed = tuple(one for one in here if one.effective_to is not None and one.effective_to < on)
    return Line(member, fee.code, fee.text, amount, Basis.AT_OFFICE, reason, fee.source, lapsed)


def _concerns(exemption: Exemption, facts: Facts, province: str | None) -> bool:
    placed = not exemption.provinces or province in exemption.provinces
    return placed and holds_safely(exemption.when, facts)


def _amount(fee: Fee, facts: Facts) -> tuple[int | None, Text]:
    """Return the amount and how it came about."""
    if fee.amount is None:
        return None, _note(fee.source, fee.text)
    if fee.per is None:
        return fee.amount, _note(fee.source, fee.text)
    copies = facts.get(fee.per)
    if not isinstance(copies, int) or isinstance(copies, bool):
        return None, Text(vi="Chưa rõ số lượng.", en="The number of copies is not known.")
    copies, each = max(0, copies), dong(fee.amount)
    return copies * fee.amount, Text(vi=f"{copies} × {each.vi}", en=f"{copies} × {each.en}")


def _note(source: Source, otherwise: Text) -> Text:
    return source.note or otherwise


def both_hold(first: Exemption, second: Exemption) -> bool:
    """Say whether two exemptions of one fee rest on the same condition, days and provinces included."""
    return first.when == second.when and _days_meet(first, second) and _places_meet(first, second)


def _days_meet(first: Exemption, second: Exemption) -> bool:
    starts = [one.effective_from or date.min for one in (first, second)]
    ends = [one.effective_to or date.max for one in (first, second)]
    return max(starts) <= min(ends)


def _places_meet(first: Exemption, second: Exemption) -> bool:
    return not first.provinces or not second.provinces or bool({*first.provinces} & {*second.provinces})


def all_lines(procedures: Mapping[str, Procedure]) -> Iterator[tuple[str, Fee]]:
    """List every fee that may come up at all, by member; for whoever has declared nothing yet."""
    for member, procedure in procedures.items():
        yield from ((member, fee) for fee in procedure.fees)
