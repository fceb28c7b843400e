"""Proves that every fee explains itself, and that no two exemptions or payers compete."""

from __future__ import annotations

from itertools import combinations

from workflows.charges import Allowance, Fee
from workflows.checking.findings import Findings, twice
from workflows.fees import both_hold
from workflows.language import Procedure


def fees_explain_themselves(procedure: Procedure) -> Findings:
    """Every fee has a code of its own, no negative amount, and words for an amount that is not known."""
    for code in twice(fee.code for fee in procedure.fees):
        yield "same-name-twice", f"Two fees are called {code!r}."
    for fee in procedure.fees:
        where = f"The fee {fee.code!r}"
        if fee.amount is not None and fee.amount < 0:
            yield "negative-amount", f"{where} is less than nothing."
        if fee.amount is None and not (fee.source.provisional and fee.source.note):
            yield "unexplained-fee", f"{where} has no amount, and its source does not say why."
        if not fee.source.act.strip():
            yield "unexplained-fee", f"{where} rests on no act."
        yield from _exemptions(where, fee)


def _exemptions(where: str, fee: Fee) -> Findings:
    for code in twice(one.code for one in fee.exemptions):
        yield "same-name-twice", f"{where} has two exemptions called {code!r}."
    for one in fee.exemptions:
        if one.effective_from and one.effective_to and one.effective_to < one.effective_from:
            yield "exemption-never", f"{where}: the exemption {one.code!r} ends before it begins."
        if one.source.provisional and one.source.note is None:
            yield (
                "unexplained-fee",
                f"{where}: the exemption {one.code!r} is not settled and does not say why.",
            )
    if fee.amount == 0 and fee.exemptions:
        yield "exempt-from-nothing", f"{where} is 0 already, so an exemption says nothing."
    for first, second in combinations(fee.exemptions, 2):
        if both_hold(first, second):
            yield "exemptions-overlap", f"{where}: {first.code!r} and {second.code!r} hold at the same time."


def allowances_explain_themselves(procedure: Procedure) -> Findings:
    """A sum that is paid out has its formula with figures, or says that none was found."""
    for code in twice(one.code for one in procedure.pays):
        yield "same-name-twice", f"Two allowances are called {code!r}."
    for one in procedure.pays:
        if not _explained(one):
            yield "unexplained-allowance", f"The allowance {one.code!r} has neither formula nor reason."
        if one.times is not None and (one.times < 1 or any(figure.amount < 1 for figure in one.figures)):
            yield "negative-amount", f"The allowance {one.code!r} pays nothing or less."


def _explained(allowance: Allowance) -> bool:
    if allowance.times is None:
        return allowance.source.provisional and allowance.source.note is not None
    return allowance.level is not None and bool(allowance.figures)


CHECKS = (fees_explain_themselves, allowances_explain_themselves)
