"""Proves for every declaration that can be filed that nothing is missing and every promise can be kept."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from datetime import datetime
from itertools import chain
from typing import NamedTuple

from workflows.bundle import Bundle, Member
from workflows.calendar import VIETNAM, Calendar
from workflows.checking.fact_checks import Words, answers_to
from workflows.checking.findings import Findings
from workflows.checking.supply import (
    ENGINE_FACTS,
    Supply,
    collect,
    declared,
    during,
    givers_before,
    kind_of,
    opening,
    pairs,
)
from workflows.checking.worlds import Other, worlds
from workflows.conditions import Condition, Facts, Known, holds, holds_safely
from workflows.critical_path import days_of, legs_of, longest
from workflows.errors import FactMissing
from workflows.language import Procedure
from workflows.questions import Declaration
from workflows.registry import Registry
from workflows.vocabulary import Standing

Conditions = Sequence[Condition | None]
# A year without holidays, and a Monday in time: what is proved is about limits, not about one year.
_PLAIN = Calendar(days=(), first_year=2026, last_year=2027)
_FILED = datetime(2026, 3, 2, 9, tzinfo=VIETNAM)


class Whole(NamedTuple):
    """A bundle with everything that it names."""

    bundle: Bundle
    procedures: Mapping[str, Procedure]
    declaration: Declaration

    @classmethod
    def of(cls, registry: Registry, bundle: Bundle) -> Whole:
        """Look up what the bundle names."""
        return cls(bundle, registry.procedures_of(bundle), registry.declaration(bundle.declaration))

    @property
    def supply(self) -> Supply:
        """What is known when the declaration is filed."""
        return collect(pairs(declared(self.declaration)), ENGINE_FACTS.items())

    @property
    def words(self) -> Words:
        """The options of the choices in the form."""
        return answers_to(self.declaration)


# --- nothing is missing ------------------------------------------------------------------------


def decisions_are_never_stuck(whole: Whole) -> Findings:
    """Who takes part, where a case opens and by when can be decided whatever was declared.

    These conditions are asked at the moment of filing: a question that is shown only
    sometimes must be asked about only behind the condition that shows it.
    """
    bundle = whole.bundle
    for member in bundle.members:
        procedure, where = whole.procedures[member.code], f"Member {member.code!r}"
        yield from _undecided(f"{where}, taking part,", [member.when], _bundle_worlds(whole, [member.when]))
        for what, conditions in (
            ("a start", [start.when for start in procedure.starts]),
            ("a deadline", [limit.when for limit in procedure.deadlines]),
        ):
            around = _member_worlds(whole, member, conditions)
            yield from _undecided(f"{where}, {what},", conditions, around)
    limits = [limit.when for limit in bundle.deadlines]
    yield from _undecided("A deadline of the bundle", limits, _bundle_worlds(whole, limits))


def _undecided(where: str, conditions: Conditions, around: Iterator[Facts]) -> Findings:
    """Look for a declaration that leaves one of the conditions, asked in this order, undecided."""
    reported: set[str] = set()
    for facts in around:
        missing = _first_missing(conditions, facts)
        if missing and missing not in reported:
            reported.add(missing)
            yield "may-be-missing", f"{where} asks for {missing!r}, unknown when {_in_words(facts)}."


def _first_missing(conditions: Conditions, facts: Facts) -> str | None:
    """Ask the conditions until one holds, and name the fact that stops the asking."""
    try:
        next((True for condition in conditions if holds(condition, facts)), None)
    except FactMissing as missing:
        return missing.fact
    return None


def what_is_needed_is_there(whole: Whole) -> Findings:
    """A member that takes part finds its office, its required inputs, and what its results are made of."""
    for member in whole.bundle.members:
        for what, fact in dict.fromkeys(_needs(whole.procedures[member.code])):
            for facts in _member_worlds(whole, member, [Known(fact=fact)]):
                if facts.get(fact) is None:
                    where = f"Member {member.code!r}, for {what},"
                    yield "may-be-missing", f"{where} needs {fact!r}, unknown when {_in_words(facts)}."
                    break


def _needs(procedure: Procedure) -> Iterator[tuple[str, str]]:
    """List what a case cannot do without and does not supply itself."""
    own = collect(opening(procedure), during(procedure))
    yield "its office", procedure.area
    yield from (("a required input", needed.fact) for needed in procedure.inputs if needed.required)
    for output in procedure.outputs:
        for item in output.items:
            if item.required and item.fact not in own:
                yield f"{output.code}.{item.code}", item.fact


def somebody_can_consent(whole: Whole) -> Findings:
    """Where a case opens waiting for consent, the declaration names a person who can give it."""
    for member in whole.bundle.members:
        procedure = whole.procedures[member.code]
        for start in procedure.starts:
            persons = procedure.state(start.state).consent_of
            conditions = [one.when for one in procedure.starts] + [Known(fact=fact) for fact in persons]
            for facts in _member_worlds(whole, member, conditions) if persons else ():
                first = next((one for one in procedure.starts if holds_safely(one.when, facts)), None)
                if first is start and not any(facts.get(fact) for fact in persons):
                    where = f"Member {member.code!r} opens in {start.state!r}"
                    yield "nobody-can-consent", f"{where}, but nobody is named when {_in_words(facts)}."
                    break


# --- promises can be kept ----------------------------------------------------------------------


def deadlines_fit(whole: Whole) -> Findings:
    """For whatever is declared, the longest chain of members keeps the promise of the bundle.

    A case falls due N working days after receipt and its receiver opens on the day
    it was issued, so the N of a chain add up.
    """
    bundle, procedures = whole.bundle, whole.procedures
    limits = chain(bundle.deadlines, *(procedure.deadlines for procedure in procedures.values()))
    conditions = [*(member.when for member in bundle.members), *(limit.when for limit in limits)]
    found: dict[str, None] = {}
    for facts in _bundle_worlds(whole, conditions):
        part = [member.code for member in bundle.members if holds_safely(member.when, facts)]
        days = {code: days_of(procedures[code].deadlines, facts) for code in part}
        promise, path = days_of(bundle.deadlines, facts), longest(bundle, days)
        if sum(days[code] for code in path) > promise:
            found.setdefault(_broken_promise(path, days, promise))
    yield from (("deadlines-do-not-fit", message) for message in found)


def one_payer(whole: Whole) -> Findings:
    """Whatever is declared, at most one member pays an allowance of one kind (rule 69)."""
    payers = [member for member in whole.bundle.members if whole.procedures[member.code].pays]
    found: dict[str, None] = {}
    for facts in _bundle_worlds(whole, [member.when for member in payers]) if payers else ():
        paid: dict[str, str] = {}
        for member in payers:
            for allowance in whole.procedures[member.code].pays if holds_safely(member.when, facts) else ():
                if paid.setdefault(allowance.code, member.code) != member.code:
                    first = paid[allowance.code]
                    found.setdefault(f"Members {first!r} and {member.code!r} both pay {allowance.code!r}.")
    yield from (("two-payers", message) for message in found)


def hand_overs_fit(whole: Whole) -> Findings:
    """Also when each giver uses its last hour, the promise of the bundle holds, or the overrun is accepted.

    A result at closing time is received on the next working day, so a chain can be late although its limits
    add up. Whatever breaks the promise is named; what is accepted must be so, with its source.
    """
    bundle, procedures = whole.bundle, whole.procedures
    if bundle.standing is Standing.BASELINE:
        return
    limits = chain(bundle.deadlines, *(procedure.deadlines for procedure in procedures.values()))
    conditions = [*(member.when for member in bundle.members), *(limit.when for limit in limits)]
    late: dict[str, int] = {}
    for facts in _bundle_worlds(whole, conditions):
        part = [member.code for member in bundle.members if holds_safely(member.when, facts)]
        days = {code: days_of(procedures[code].deadlines, facts) for code in part}
        promise = days_of(bundle.deadlines, facts)
        if sum(days[code] for code in longest(bundle, days)) > promise:
            continue  # not even the limits add up: that is said elsewhere
        legal = _PLAIN.add_working_days(_FILED.date(), promise)
        for leg in legs_of(bundle, procedures, days, _FILED, lambda _: _PLAIN).values():
            over = _PLAIN.working_days_between(legal, _PLAIN.local_date(leg.due_at))
            late[leg.member] = max(late.get(leg.member, 0), over)
    accepted = {one.member: one.days for one in bundle.accepted}
    for code in dict.fromkeys((*late, *accepted)):
        over, known = late.get(code, 0), accepted.get(code, 0)
        if over > known:
            yield (
                "hand-over-too-late",
                f"Member {code!r} can end {over} working days after the promise: accept or mend.",
            )
        elif over < known:
            yield (
                "accepts-too-much",
                f"Member {code!r} ends at most {over} working days late, but {known} is accepted.",
            )


def _broken_promise(path: tuple[str, ...], days: Mapping[str, int], promise: int) -> str:
    sums = [sum(days[code] for code in path[: place + 1]) for place in range(len(path))]
    breaker = next(code for code, total in zip(path, sums, strict=True) if total > promise)
    parts = " + ".join(f"{days[code]} ({code})" for code in path)
    return (
        f"It takes {parts} = {sums[-1]} working days, but promises {promise}: {breaker!r} breaks the promise."
    )


# --- the worlds of a bundle --------------------------------------------------------------------


def _bundle_worlds(whole: Whole, conditions: Conditions) -> Iterator[Facts]:
    """List the declarations that these conditions can tell apart."""
    yield from worlds(whole.declaration, conditions, _own(whole, whole.procedures.values()))


def _member_worlds(whole: Whole, member: Member, conditions: Conditions) -> Iterator[Facts]:
    """List the worlds in which a member opens, with the outputs that have reached it by then."""
    bundle = whole.bundle
    givers = [bundle.member(code) for code in sorted(givers_before(bundle, member.code))]
    surely = givers_before(bundle, member.code, surely=True)
    known = _own(whole, [whole.procedures[member.code]])
    for giver in givers:
        for output in whole.procedures[giver.code].outputs:
            for item in output.items:
                there = item.required and giver.code in surely
                known[f"{output.code}.{item.code}"] = Other(item.kind, there)
    asked = [*conditions, member.when, *(giver.when for giver in givers)]
    for facts in worlds(whole.declaration, asked, known):
        if holds_safely(member.when, facts):
            yield {
                fact: value for fact, value in facts.items() if not _never_issued(whole, givers, fact, facts)
            }


def _never_issued(whole: Whole, givers: Sequence[Member], fact: str, facts: Facts) -> bool:
    """Say whether the fact comes from a member that does not take part in this world."""
    return any(
        fact in output.fact_names() and not holds_safely(giver.when, facts)
        for giver in givers
        for output in whole.procedures[giver.code].outputs
    )


def _own(whole: Whole, procedures: Iterable[Procedure]) -> dict[str, Other]:
    """List what cases know from the first moment: always what they assume, perhaps what one start sets."""
    declared_too = whole.supply
    known: dict[str, Other] = {fact: Other(kind) for fact, kind in ENGINE_FACTS.items()}
    for procedure in procedures:
        set_by_one = {fact: value for start in procedure.starts for fact, value in start.sets}
        perhaps = {fact: Other(kind_of(value), False) for fact, value in set_by_one.items()}
        known |= {fact: other for fact, other in perhaps.items() if fact not in declared_too}
        known |= {fact: Other(kind_of(value)) for fact, value in procedure.assumes}
    return known


def _in_words(facts: Facts) -> str:
    return ", ".join(f"{fact} = {value}" for fact, value in sorted(facts.items())) or "nothing is declared"


CHECKS: tuple[Callable[[Whole], Findings], ...] = (
    decisions_are_never_stuck,
    what_is_needed_is_there,
    somebody_can_consent,
    deadlines_fit,
    hand_overs_fit,
    one_payer,
)
