"""Proves one linked bundle (nhóm thủ tục liên thông) sound: its links, its facts, its promises."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from itertools import chain
from typing import NamedTuple

from workflows.conditions import Condition, Facts, facts_of, holds, holds_safely
from workflows.errors import DefinitionError, FactMissing
from workflows.fact_checks import Words, answers_to, condition_findings, fact_findings, member_findings
from workflows.findings import Findings, only_last_is_unconditional, twice
from workflows.language import Bundle, Deadline, Link, Member, OnFailure, Procedure, Signal, Standing
from workflows.questions import Declaration
from workflows.registry import Registry
from workflows.supply import ENGINE_FACTS, Supply, around, collect, declared, opening, outputs, pairs
from workflows.words import Kind
from workflows.worlds import GIVEN, Value, worlds

SAMPLES: Mapping[Kind, tuple[Value, ...]] = {Kind.YES_NO: (True, False), Kind.NUMBER: (0,), Kind.MONEY: (0,)}


class Whole(NamedTuple):
    """A bundle with everything that it names."""

    bundle: Bundle
    procedures: Mapping[str, Procedure]
    declaration: Declaration

    @property
    def supply(self) -> Supply:
        """What is known when the declaration is filed."""
        return collect(pairs(declared(self.declaration)), ENGINE_FACTS.items())

    @property
    def words(self) -> Words:
        return answers_to(self.declaration)


# --- names: when one of these fails, the other checks would only stumble over it ---------------


def known_names(registry: Registry, bundle: Bundle) -> Findings:
    """The declaration and the procedures that the bundle names exist."""
    if bundle.declaration not in registry.declarations:
        yield "unknown-declaration", f"There is no declaration {bundle.declaration!r}."
    for member in bundle.members:
        if member.procedure not in registry.procedures:
            yield "unknown-procedure", f"Member {member.code!r}: there is no procedure {member.procedure!r}."
    for code in twice(member.code for member in bundle.members):
        yield "same-name-twice", f"Two members are called {code!r}."
    for code in twice(flag.code for flag in bundle.flags):
        yield "same-name-twice", f"Two flags are called {code!r}."


def links_hold(registry: Registry, bundle: Bundle) -> Findings:
    """A link leads an output that its giver has to a paper that its receiver asks for."""
    members = {member.code: registry.procedures.get(member.procedure) for member in bundle.members}
    for link in bundle.links:
        where = f"The link {link.giver!r} to {link.receiver!r}"
        yield from (
            ("unknown-member", f"{where}: there is no member {end!r}.")
            for end in (link.giver, link.receiver)
            if end not in members
        )
        giver, receiver = members.get(link.giver), members.get(link.receiver)
        if giver and link.output not in {output.code for output in giver.outputs}:
            yield "unknown-output", f"{where}: {giver.key} has no output {link.output!r}."
        if receiver and link.serves_as not in {paper.code for paper in receiver.evidence}:
            yield "unknown-evidence", f"{where}: {receiver.key} asks for no paper {link.serves_as!r}."


def no_circle(registry: Registry, bundle: Bundle) -> Findings:
    """No member waits, through others, for itself."""
    waiting = {member.code for member in bundle.members}
    while waiting:
        blocked = {link.receiver for link in bundle.links if link.giver in waiting}
        free = waiting - blocked
        if not free:
            yield "link-cycle", f"The links go round in a circle among {', '.join(sorted(waiting))}."
            return
        waiting -= free


# --- facts -------------------------------------------------------------------------------------


def members_are_supplied(whole: Whole) -> Findings:
    """Every fact that a procedure asks for reaches it in this bundle."""
    for code, procedure in whole.procedures.items():
        outside = around(whole.bundle, code, whole.supply, whole.procedures)
        yield from member_findings(f"Member {code!r} ({procedure.key})", procedure, outside, whole.words)


def the_bundle_is_supplied(whole: Whole) -> Findings:
    """What the bundle itself decides rests on what was declared; a promise also on what members assume."""
    bundle, supply, words = whole.bundle, whole.supply, whole.words
    later = collect(pairs(supply), *(opening(procedure) for procedure in whole.procedures.values()))
    for member in bundle.members:
        yield from condition_findings(f"Member {member.code!r}", member.when, supply, words)
    for flag in bundle.flags:
        yield from condition_findings(f"Flag {flag.code!r}", flag.when, supply, words)
    for deadline in bundle.deadlines:
        where = f"The deadline of {deadline.working_days} working days"
        yield from condition_findings(where, deadline.when, later, words)
    yield from condition_findings("What tells alike filings apart", bundle.unlike, supply, words)
    for fact in (*bundle.same_event, *bundle.alike):
        yield from fact_findings("The search for filings of the same event", fact, supply)


def nothing_is_missing_when_it_decides(whole: Whole) -> Findings:
    """Who takes part, where a case opens and by when can be decided whatever was declared.

    These conditions are asked at the moment of filing: a question that is shown only
    sometimes must be asked about only behind the condition that shows it.
    """
    bundle = whole.bundle
    for member in bundle.members:
        procedure, where = whole.procedures[member.code], f"Member {member.code!r}"
        yield from _missing(whole, f"{where}, taking part,", [member.when], None)
        starts, deadlines = procedure.starts, procedure.deadlines
        yield from _missing(whole, f"{where}, a start,", [start.when for start in starts], member)
        yield from _missing(whole, f"{where}, a deadline,", [limit.when for limit in deadlines], member)
    yield from _missing(whole, "A deadline of the bundle", [limit.when for limit in bundle.deadlines], None)


def _missing(whole: Whole, where: str, conditions: list[Condition | None], member: Member | None) -> Findings:
    """Look for a declaration that leaves one of the conditions, asked in this order, undecided."""
    part = member.when if member else None
    reported: set[str] = set()
    for facts in _worlds(whole, [*conditions, part], member):
        missing = _first_missing(conditions, facts) if holds_safely(part, facts) else None
        if missing and missing not in reported:
            reported.add(missing)
            yield "may-be-missing", f"{where} asks for {missing!r}, unknown when {_in_words(facts)}."


def _first_missing(conditions: list[Condition | None], facts: Facts) -> str | None:
    """Ask the conditions until one holds, and name the fact that stops the asking."""
    try:
        next((True for condition in conditions if holds(condition, facts)), None)
    except FactMissing as missing:
        return missing.fact
    return None


def _worlds(whole: Whole, conditions: list[Condition | None], member: Member | None) -> tuple[Facts, ...]:
    wanted = {fact for condition in conditions for fact in facts_of(condition)}
    others: dict[str, tuple[Value, ...]] = dict.fromkeys(ENGINE_FACTS, (True, False))
    for procedure in whole.procedures.values():
        others |= {fact: SAMPLES.get(kind, (GIVEN,)) for fact, kind in opening(procedure)}
    for link in whole.bundle.links:
        kinds = outputs(whole.procedures[link.giver])
        absent = (None,) if member and not _surely_given(whole.bundle, link) else ()
        others |= {fact: (*SAMPLES.get(kind, (GIVEN,)), *absent) for fact, kind in kinds}
    others = {fact: values for fact, values in others.items() if fact in wanted}
    return worlds(whole.declaration, conditions, others)


def _surely_given(bundle: Bundle, link: Link) -> bool:
    """Say whether the receiver opens only when it has the output."""
    return link.on_failure is OnFailure.REQUIRED and bundle.member(link.giver).when is None


def _in_words(facts: Facts) -> str:
    return ", ".join(f"{fact} = {value}" for fact, value in sorted(facts.items())) or "nothing is declared"


# --- promises ----------------------------------------------------------------------------------


def deadlines_end_unconditionally(whole: Whole) -> Findings:
    """Every dossier has a deadline: the last one holds without a condition, and only the last."""
    yield from only_last_is_unconditional("deadline", [limit.when for limit in whole.bundle.deadlines])


def deadlines_fit(whole: Whole) -> Findings:
    """For whatever is declared, the longest chain of members keeps the promise of the bundle.

    A case falls due N working days after receipt and its receiver opens on the day
    it was issued, so the N of a chain add up.
    """
    bundle, procedures = whole.bundle, whole.procedures
    limits = chain(bundle.deadlines, *(procedure.deadlines for procedure in procedures.values()))
    conditions = [*(member.when for member in bundle.members), *(limit.when for limit in limits)]
    found: dict[str, None] = {}
    for facts in _worlds(whole, conditions, None):
        part = [member.code for member in bundle.members if holds_safely(member.when, facts)]
        days = {code: _days(procedures[code].deadlines, facts) for code in part}
        promise, path = _days(bundle.deadlines, facts), _longest(bundle, days)
        if sum(days[code] for code in path) > promise:
            found.setdefault(_broken_promise(path, days, promise))
    yield from (("deadlines-do-not-fit", message) for message in found)


def _days(deadlines: tuple[Deadline, ...], facts: Facts) -> int:
    """Return the time limit in force in this world."""
    return next((limit.working_days for limit in deadlines if holds_safely(limit.when, facts)), 0)


def _longest(bundle: Bundle, days: Mapping[str, int]) -> tuple[str, ...]:
    """Return the chain of members that takes longest."""
    return max(
        (_longest_to(bundle, days, code) for code in days),
        key=lambda path: sum(days[code] for code in path),
        default=(),
    )


def _longest_to(bundle: Bundle, days: Mapping[str, int], code: str) -> tuple[str, ...]:
    givers = {link.giver for link in bundle.links if link.receiver == code and link.giver in days}
    before = {giver: days[giver] for giver in sorted(givers)}
    paths = (_longest_to(bundle, days, giver) for giver in before)
    return (*max(paths, key=lambda path: sum(days[one] for one in path), default=()), code)


def _broken_promise(path: tuple[str, ...], days: Mapping[str, int], promise: int) -> str:
    sums = [sum(days[code] for code in path[: place + 1]) for place in range(len(path))]
    breaker = next(code for code, total in zip(path, sums, strict=True) if total > promise)
    parts = " + ".join(f"{days[code]} ({code})" for code in path)
    return f"{parts} = {sums[-1]} working days, but the bundle promises {promise}: {breaker!r} breaks it."


# --- the rest ----------------------------------------------------------------------------------


def members_are_in_force(whole: Whole) -> Findings:
    """The versions that a bundle pins are in force as long as it is itself."""
    bundle = whole.bundle
    for code, procedure in whole.procedures.items() if bundle.standing is not Standing.BASELINE else ():
        ends = bundle.effective_to or procedure.effective_to
        if not procedure.in_force_on(bundle.effective_from) or (ends and not procedure.in_force_on(ends)):
            yield "member-not-in-force", f"Member {code!r}: {procedure.key} is not in force all the time."
        elif procedure.effective_to is not None and bundle.effective_to is None:
            yield "member-not-in-force", f"Member {code!r}: {procedure.key} ends before the bundle does."


def corrections_are_heard(whole: Whole) -> Findings:
    """Who returns an output got it through a link, from a giver that listens, mends or confirms."""
    for code, procedure in whole.procedures.items():
        for step in procedure.steps:
            givers = {k.giver for k in whole.bundle.links if k.receiver == code and k.output == step.returns}
            if step.returns and not givers:
                yield "returns-to-nobody", f"Member {code!r} returns {step.returns!r}, but no link brings it."
            for giver in sorted(givers):
                yield from _deaf(giver, whole.procedures[giver], step.returns or "")


def _deaf(code: str, giver: Procedure, output: str) -> Findings:
    can = {
        "no step hears the signal 'correction-asked'": any(
            step.signal is Signal.CORRECTION_ASKED for step in giver.steps
        ),
        "no step corrects": any(step.corrects for step in giver.steps),
        "no step keeps it as it was": any(step.keeps == output for step in giver.steps),
    }
    for lack in (lack for lack, present in can.items() if not present):
        yield "correction-unheard", f"{output!r} may be returned to member {code!r}, but there {lack}."


def feeds_name_members(whole: Whole) -> Findings:
    """The boxes that an answer fills belong to procedures of this bundle."""
    known = {*whole.procedures, *(procedure.code for procedure in whole.procedures.values())}
    for question in whole.declaration.questions():
        for feed in question.feeds:
            if feed.procedure not in known:
                yield "unknown-feed", f"Question {question.fact!r} feeds {feed.procedure!r}, not a member."


NAMES: tuple[Callable[[Registry, Bundle], Findings], ...] = (known_names, links_hold, no_circle)
CHECKS: tuple[Callable[[Whole], Findings], ...] = (
    members_are_supplied,
    the_bundle_is_supplied,
    nothing_is_missing_when_it_decides,
    deadlines_end_unconditionally,
    deadlines_fit,
    members_are_in_force,
    corrections_are_heard,
    feeds_name_members,
)


def check_bundle(registry: Registry, bundle: Bundle) -> Findings:
    """Run every check; when a name is wrong, mend that first."""
    wrong_names = [finding for check in NAMES for finding in check(registry, bundle)]
    yield from wrong_names or _deeper(registry, bundle)


def _deeper(registry: Registry, bundle: Bundle) -> Iterator[tuple[str, str]]:
    whole = Whole(bundle, registry.procedures_of(bundle), registry.declaration(bundle.declaration))
    try:
        for check in CHECKS:
            yield from check(whole)
    except DefinitionError as error:
        yield "too-tangled", f"This cannot be proved: {error}."
