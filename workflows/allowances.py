"""What the family is paid (mai táng phí): by whom, how much, and how that was found.

An estimate with its article, not a decision: the payer's decision says the sum.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from workflows.bundle import Bundle
from workflows.charges import Allowance, Figure
from workflows.conditions import Facts, holds_safely
from workflows.fees import dong
from workflows.language import Procedure
from workflows.words import Source, Text


@dataclass(frozen=True, slots=True)
class Expected:
    """One sum that is to be paid out; `amount` in VND is None when no figure is known.

    `settled` says that the figure is known to hold on the day that counts. Otherwise the amount rests on
    the last known figure and is shown as such.
    """

    member: str
    text: Text
    authority: str
    amount: int | None
    settled: bool
    lines: tuple[tuple[Text, Source], ...]


def expected(bundle: Bundle, procedures: Mapping[str, Procedure], facts: Facts) -> tuple[Expected, ...]:
    """Return what these facts entitle to, one sum for each kind of allowance (rules 69, 81)."""
    found: dict[str, Expected] = {}
    for member in bundle.members:
        if holds_safely(member.when, facts):
            for allowance in procedures[member.code].pays:
                paid = _expected(member.code, procedures[member.code], allowance, facts)
                found.setdefault(allowance.code, paid)
    return tuple(found.values())


def _expected(member: str, procedure: Procedure, allowance: Allowance, facts: Facts) -> Expected:
    day = _day(facts.get(allowance.on))
    figure, holds = _figure(allowance.figures, day)
    lines = [(formula(allowance), allowance.source)]
    if allowance.times is None or figure is None:
        return Expected(member, allowance.text, procedure.authority, None, False, tuple(lines))
    amount = allowance.times * figure.amount
    settled = holds and not figure.source.provisional
    lines.append((_known(allowance, figure, settled=settled), figure.source))
    each, whole = dong(figure.amount), dong(amount)
    sum_ = Text(
        vi=f"{allowance.times} × {each.vi} = {whole.vi}.", en=f"{allowance.times} × {each.en} = {whole.en}."
    )
    lines.append((sum_, allowance.source))
    return Expected(member, allowance.text, procedure.authority, amount, settled, tuple(lines))


def _figure(figures: tuple[Figure, ...], day: date | None) -> tuple[Figure | None, bool]:
    """Return the figure of a day, or the last known one with the word that it may not hold then."""
    for figure in figures:
        if day and _begun(figure, day) and figure.effective_to is not None and day <= figure.effective_to:
            return figure, True
    begun = [figure for figure in figures if day is None or _begun(figure, day)]
    last = begun or list(figures)
    return (last[-1] if last else None), False


def _begun(figure: Figure, day: date) -> bool:
    return figure.effective_from is None or figure.effective_from <= day


def formula(allowance: Allowance) -> Text:
    """Say how the sum is found, or why no formula is given."""
    if allowance.times is None or allowance.level is None:
        return allowance.source.note or allowance.text
    return Text(
        vi=f"Mức hưởng là {allowance.times} lần {allowance.level.vi}.",
        en=f"The sum is {allowance.times} times {allowance.level.en}.",
    )


def _known(allowance: Allowance, figure: Figure, *, settled: bool) -> Text:
    level, each = allowance.level or allowance.text, dong(figure.amount)
    if settled:
        return Text(vi=f"Mức áp dụng: {each.vi} ({level.vi}).", en=f"The figure: {each.en} ({level.en}).")
    return Text(
        vi=f"Con số gần nhất mà chúng tôi biết: {each.vi}. Mức của tháng mất có thể khác.",
        en=f"The last figure known to us: {each.en}. That of the month of death may differ.",
    )


def _day(value: object) -> date | None:
    try:
        return date.fromisoformat(str(value)[:10])
    except ValueError:
        return None
