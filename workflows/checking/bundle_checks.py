"""Proves one linked bundle (nhóm thủ tục liên thông) sound: its links, its facts, its corrections."""

from __future__ import annotations

from collections.abc import Callable

from workflows.bundle import Bundle
from workflows.checking.fact_checks import condition_findings, fact_findings, member_findings
from workflows.checking.findings import Findings, only_last_is_unconditional, twice
from workflows.checking.procedure_checks import wrong_names
from workflows.checking.supply import around, collect, opening, pairs
from workflows.checking.world_checks import CHECKS as WORLD_CHECKS
from workflows.checking.world_checks import Whole
from workflows.errors import DefinitionError
from workflows.language import Output, Procedure, Step
from workflows.registry import Registry
from workflows.vocabulary import Signal, Standing

WRONG_ITEMS = "wrong-items"  # the item in which an officer says what is wrong with a document


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


# --- time -------------------------------------------------------------------------------------


def deadlines_end_unconditionally(whole: Whole) -> Findings:
    """Every dossier has a deadline: the last one holds without a condition, and only the last."""
    yield from only_last_is_unconditional("deadline", [limit.when for limit in whole.bundle.deadlines])


def members_are_in_force(whole: Whole) -> Findings:
    """The versions that a bundle pins are in force as long as it is itself."""
    bundle = whole.bundle
    for code, procedure in whole.procedures.items() if bundle.standing is not Standing.BASELINE else ():
        ends = bundle.effective_to or procedure.effective_to
        if not procedure.in_force_on(bundle.effective_from) or (ends and not procedure.in_force_on(ends)):
            yield "member-not-in-force", f"Member {code!r}: {procedure.key} is not in force all the time."
        elif procedure.effective_to is not None and bundle.effective_to is None:
            yield "member-not-in-force", f"Member {code!r}: {procedure.key} ends before the bundle does."


# --- corrections -------------------------------------------------------------------------------


def corrections_are_heard(whole: Whole) -> Findings:
    """Who returns an output got it through a link, from a giver that listens, mends or confirms."""
    for code, procedure in whole.procedures.items():
        for step in (step for step in procedure.steps if step.returns):
            output = step.returns or ""
            givers = [k.giver for k in whole.bundle.links if k.receiver == code and k.output == output]
            if not givers:
                yield "returns-to-nobody", f"Member {code!r} returns {output!r}, but no link brings it."
            for giver in sorted(givers):
                yield from _deaf(giver, whole.procedures[giver], output)
                yield from _wrong_items(code, procedure, step, whole.procedures[giver].output(output))


def _wrong_items(code: str, procedure: Procedure, step: Step, output: Output) -> Findings:
    """What may be called wrong is in the output and is used here; else its correction is not told here."""
    where = f"Member {code!r}, step {step.code!r},"
    choices = [value for item in step.takes if item.code == WRONG_ITEMS for value, _ in item.options]
    used = {needed.fact for needed in procedure.inputs}
    if not choices:
        yield "returns-nothing", f"{where} returns {output.code!r}, but takes no choice {WRONG_ITEMS!r}."
    for value in choices:
        fact = f"{output.code}.{value}"
        if fact not in output.fact_names():
            yield "unknown-option", f"{where} may call {fact!r} wrong, which does not exist."
        elif fact not in used:
            yield "correction-unseen", f"{where} may call {fact!r} wrong, which is no input of it."


def _deaf(code: str, giver: Procedure, output: str) -> Findings:
    can = {
        "no step hears the signal 'correction-asked'": any(
            step.signal is Signal.CORRECTION_ASKED for step in giver.steps
        ),
        "no step corrects": any(step.corrects for step in giver.steps),
        "no step keeps it as it was": any(step.keeps == output for step in giver.steps),
    }
    for lack in (lack for lack, present in can.items() if not present):
        yield (
            "correction-unheard",
            f"The output {output!r} may come back to member {code!r}, but there {lack}.",
        )


NAMES: tuple[Callable[[Registry, Bundle], Findings], ...] = (known_names, links_hold, no_circle)
CHECKS: tuple[Callable[[Whole], Findings], ...] = (
    members_are_supplied,
    the_bundle_is_supplied,
    deadlines_end_unconditionally,
    *WORLD_CHECKS,
    members_are_in_force,
    corrections_are_heard,
)


def check_bundle(registry: Registry, bundle: Bundle) -> Findings:
    """Run every check; when a name is wrong, here or in a member, mend that first."""
    wrong = [finding for check in NAMES for finding in check(registry, bundle)]
    yield from wrong
    if not (wrong or any(map(wrong_names, registry.procedures_of(bundle).values()))):
        yield from _deeper(Whole.of(registry, bundle))


def _deeper(whole: Whole) -> Findings:
    try:
        for check in CHECKS:
            yield from check(whole)
    except DefinitionError as error:
        yield "too-tangled", f"This cannot be proved: {error}."
