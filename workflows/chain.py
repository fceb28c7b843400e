"""The graph of a bundle: who may open now, who never will, whom a correction touches."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass

from workflows.bundle import Bundle, Link, Member
from workflows.conditions import Facts, holds, holds_safely
from workflows.language import Procedure
from workflows.vocabulary import Ending, OnFailure


@dataclass(frozen=True, slots=True)
class MemberProgress:
    """How far an opened member has come: how it ended, if it did, and the outputs it has issued."""

    ending: Ending | None
    outputs: frozenset[str]


Progress = Mapping[str, MemberProgress]


def taking_part(bundle: Bundle, facts: Facts) -> tuple[Member, ...]:
    """List the members that take part for what was declared.

    Raises:
        FactMissing: a member's condition asks for a fact that nobody supplied.
    """
    return tuple(member for member in bundle.members if holds(member.when, facts))


def openable(bundle: Bundle, facts: Facts, progress: Progress) -> tuple[Member, ...]:
    """List the members that may open now: not opened yet, and every link into them is satisfied."""
    part = taking_part(bundle, facts)
    return tuple(
        member
        for member in part
        if member.code not in progress
        and all(_satisfied(link, progress) for link in _into(bundle, member.code, part))
    )


def barred(bundle: Bundle, facts: Facts, progress: Progress) -> tuple[Member, ...]:
    """List the members that will never open, since a giver they require ended without its output."""
    part = taking_part(bundle, facts)
    lost = {code for code, member in progress.items() if member.ending is not None}
    waiting = [member for member in part if member.code not in progress]
    out: list[Member] = []
    for member in _givers_first(bundle, waiting):
        links = _into(bundle, member.code, part)
        if any(
            link.on_failure is OnFailure.REQUIRED
            and (link.giver in {gone.code for gone in out} or link.giver in lost)
            and not _issued(link, progress)
            for link in links
        ):
            out.append(member)
    return tuple(out)


def settled(bundle: Bundle, facts: Facts, progress: Progress) -> bool:
    """Say whether nothing more can happen: every member that takes part has ended or is barred."""
    never = {member.code for member in barred(bundle, facts, progress)}
    return all(
        member.code in never or (member.code in progress and progress[member.code].ending is not None)
        for member in taking_part(bundle, facts)
    )


def giver_of(bundle: Bundle, receiver: str, output: str) -> str | None:
    """Name the member from which the receiver has this output."""
    return next((k.giver for k in bundle.links if k.receiver == receiver and k.output == output), None)


def affected(
    bundle: Bundle,
    procedures: Mapping[str, Procedure],
    giver: str,
    output: str,
    changed: Collection[str],
) -> tuple[str, ...]:
    """Name exactly the receivers of an output that use one of the changed facts (63/2024/NĐ-CP Art. 8)."""
    return tuple(
        link.receiver
        for link in bundle.links
        if link.giver == giver
        and link.output == output
        and any(used.fact in changed for used in procedures[link.receiver].inputs)
    )


def order(bundle: Bundle, facts: Facts) -> tuple[Member, ...]:
    """List the members that surely take part, givers before receivers."""
    part = [member for member in bundle.members if holds_safely(member.when, facts)]
    return tuple(_givers_first(bundle, part))


def _into(bundle: Bundle, receiver: str, part: tuple[Member, ...]) -> tuple[Link, ...]:
    present = {member.code for member in part}
    return tuple(link for link in bundle.links if link.receiver == receiver and link.giver in present)


def _issued(link: Link, progress: Progress) -> bool:
    giver = progress.get(link.giver)
    return giver is not None and link.output in giver.outputs


def _satisfied(link: Link, progress: Progress) -> bool:
    giver = progress.get(link.giver)
    ended = giver is not None and giver.ending is not None
    return _issued(link, progress) or (link.on_failure is OnFailure.INDEPENDENT and ended)


def _givers_first(bundle: Bundle, members: list[Member]) -> list[Member]:
    left = list(members)
    done: list[Member] = []
    while left:
        codes = {member.code for member in left}
        ready = [m for m in left if not any(k.receiver == m.code and k.giver in codes for k in bundle.links)]
        done += ready or left  # a cycle is found by the checks; here it must only not hang
        left = [member for member in left if member not in done]
    return done
