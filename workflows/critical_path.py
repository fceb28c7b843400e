"""The longest chain of a bundle (đường găng): which members follow each other, and when the last is due.

In working days the limits of a chain add up, since a receiver opens on the day its giver issued. With the
offices' own calendars the chain is walked instant by instant: a storm in one of them moves all that follow.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import datetime

from workflows.bundle import Bundle
from workflows.calendar import Calendar
from workflows.conditions import Facts, holds_safely
from workflows.deadlines import due_at
from workflows.language import Deadline, Procedure


@dataclass(frozen=True, slots=True)
class Leg:
    """One member of the chain: handed to it at an instant, due at another by its own calendar."""

    member: str
    giver: str | None
    starts_at: datetime
    due_at: datetime
    working_days: int


def days_of(deadlines: tuple[Deadline, ...], facts: Facts) -> int:
    """Return the time limit in force for these facts."""
    return next((limit.working_days for limit in deadlines if holds_safely(limit.when, facts)), 0)


def longest(bundle: Bundle, days: Mapping[str, int]) -> tuple[str, ...]:
    """Return the chain of members that takes longest, by the days of each that takes part."""
    return max((_longest_to(bundle, days, code) for code in days), key=_length(days), default=())


def legs_of(
    bundle: Bundle,
    procedures: Mapping[str, Procedure],
    days: Mapping[str, int],
    submitted_at: datetime,
    calendar_of: Callable[[str], Calendar],
    ended_at: Mapping[str, datetime] | None = None,
) -> dict[str, Leg]:
    """Walk the bundle and return the leg of each member that takes part, givers before receivers.

    `days` has the limit of each member that takes part; `ended_at` the instants at which some have ended
    already, or are due by what is known. A receiver starts when the last of its givers is due, or has ended:
    past the cut-off of that day, it counts as received on the next one.

    Raises:
        CalendarEnds: a leg would end outside the proclaimed years.
    """
    known, legs = ended_at or {}, dict[str, Leg]()

    def walk(code: str) -> Leg:
        if code not in legs:
            givers = [link.giver for link in bundle.links if link.receiver == code and link.giver in days]
            last = max((walk(giver) for giver in givers), key=lambda leg: leg.due_at, default=None)
            start = max(last.due_at, submitted_at) if last else submitted_at
            due = known.get(code) or due_at(start, days[code], procedures[code].clock, calendar_of(code))
            giver = last.member if last else None
            legs[code] = Leg(code, giver, start, due or start, days[code])
        return legs[code]

    for code in days:
        walk(code)
    return legs


def critical_path(legs: Mapping[str, Leg]) -> tuple[Leg, ...]:
    """Return the chain that ends last."""
    at = max(legs.values(), key=lambda leg: leg.due_at, default=None)
    path: list[Leg] = []
    while at is not None:
        path.append(at)
        at = legs.get(at.giver) if at.giver else None
    return tuple(reversed(path))


def _longest_to(bundle: Bundle, days: Mapping[str, int], code: str) -> tuple[str, ...]:
    givers = sorted({link.giver for link in bundle.links if link.receiver == code and link.giver in days})
    paths = (_longest_to(bundle, days, giver) for giver in givers)
    return (*max(paths, key=_length(days), default=()), code)


def _length(days: Mapping[str, int]) -> Callable[[tuple[str, ...]], int]:
    return lambda path: sum(days[code] for code in path)
