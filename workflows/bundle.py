"""The words of linked bundles (nhóm thủ tục liên thông): members, links between them, remarks."""

from __future__ import annotations

from workflows.conditions import Condition
from workflows.language import Deadline, Definition
from workflows.vocabulary import OnFailure
from workflows.words import ClockRules, Source, Text, Word


class Member(Word):
    """A procedure of a bundle; it takes part when its condition holds for what was declared."""

    code: str
    procedure: str
    when: Condition | None = None
    why_not: Text | None = None


class Link(Word):
    """An output of one member that serves as evidence of another."""

    giver: str
    output: str
    receiver: str
    serves_as: str
    on_failure: OnFailure = OnFailure.REQUIRED


class Flag(Word):
    """A remark that the rules make on what was declared; `refuses` stops the filing instead."""

    code: str
    when: Condition
    text: Text
    source: Source
    refuses: bool = False


class Accepted(Word):
    """An overrun that is known and left as it is: how late a member may be when nothing is early, and why.

    The limits of the law add up only when each giver is done before the cut-off of its last day. `days` are
    the working days by which the promise of the bundle is missed when the givers use their whole time.
    """

    member: str
    days: int
    source: Source


class Bundle(Definition):
    """Linked procedures that one declaration starts (nhóm thủ tục liên thông).

    `same_event` are the facts that make two filings the same event; `alike` those
    that make them suspiciously alike unless `unlike` holds (twins).
    """

    official_code: str | None = None
    slug: str
    life_event: str
    declaration: str
    members: tuple[Member, ...]
    links: tuple[Link, ...]
    deadlines: tuple[Deadline, ...]
    clock: ClockRules
    flags: tuple[Flag, ...] = ()
    same_event: tuple[str, ...] = ()
    alike: tuple[str, ...] = ()
    unlike: Condition | None = None
    quiet: bool = False
    accepted: tuple[Accepted, ...] = ()

    def member(self, code: str) -> Member:
        return next(member for member in self.members if member.code == code)
