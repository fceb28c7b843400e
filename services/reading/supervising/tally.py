"""What is counted of one dossier, as frozen values: how it went, and nothing of what it says."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import Self


@dataclass(frozen=True, slots=True)
class CaseTally:
    """One case: where it lies, whose it is, when it ended first, and how many working days that took."""

    id: str
    procedure: str
    office_id: str
    officer_id: str | None
    state: str
    waits_for: str
    opened_at: datetime
    due_at: datetime | None
    ended_at: datetime | None
    days: int | None

    @property
    def on_time(self) -> bool | None:
        """Say whether it ended by its due date; nothing while it runs. Without a running date it did."""
        return None if self.ended_at is None else self.due_at is None or self.ended_at <= self.due_at

    def overdue(self, now: datetime) -> bool:
        return self.ended_at is None and self.due_at is not None and self.due_at < now


@dataclass(frozen=True, slots=True)
class Part:
    """One office's part of a dossier, its cases taken together.

    `ended_at` and `days` are of the last to end, `on_time` is of all, and there are none while one runs;
    `due_at` is the nearest date of those that run.
    """

    office_id: str
    ended_at: datetime | None
    days: int
    on_time: bool
    due_at: datetime | None

    @classmethod
    def of(cls, office_id: str, cases: Iterable[CaseTally]) -> Self:
        """Take the cases of an office together."""
        own = [case for case in cases if case.office_id == office_id]
        due = [case.due_at for case in own if case.ended_at is None and case.due_at is not None]
        ends = [case.ended_at for case in own if case.ended_at is not None]
        done = len(ends) == len(own)
        return cls(
            office_id=office_id,
            ended_at=max(ends) if done else None,
            days=max(case.days or 0 for case in own),
            on_time=done and all(case.on_time for case in own),
            due_at=min(due, default=None),
        )


@dataclass(frozen=True, slots=True)
class Hop:
    """One message to another agency's system: when that had it, and until when it should have."""

    agency: str
    created_at: datetime
    taken_at: datetime | None
    synchronise_by: datetime
    acknowledge_by: datetime
    dead: bool

    def taken_by(self, limit: datetime, now: datetime) -> bool | None:
        """Say whether it was taken by an instant; nothing while that is still open."""
        if self.taken_at is not None:
            return self.taken_at <= limit
        return False if self.dead or now > limit else None


@dataclass(frozen=True, slots=True)
class Tally:
    """One dossier, however many procedures it links.

    `days` are the working days of the bundle's clock until it ended; `programme` the days that the
    programme promises. `results` counts what was issued and `documents` those with a signed file.
    """

    id: str
    number: str
    bundle: str  # the code, without its version
    key: str
    submitted_at: datetime
    ended_at: datetime | None
    withdrawn: bool
    due_at: datetime | None
    days: int | None
    programme: int | None
    cases: tuple[CaseTally, ...]
    offices: frozenset[str]
    hops: tuple[Hop, ...]
    at_counter: bool
    identified: bool
    retyped: int
    supplements: int
    interventions: int
    apologised_at: datetime | None
    score: int | None
    rated_at: datetime | None
    results: int
    documents: int
    paid_online: bool
    parts: tuple[Part, ...] = field(init=False)  # one of each office that has cases of it

    def __post_init__(self) -> None:
        own = tuple(Part.of(office, self.cases) for office in dict.fromkeys(c.office_id for c in self.cases))
        object.__setattr__(self, "parts", own)

    @property
    def finished(self) -> bool:
        return self.ended_at is not None and not self.withdrawn

    @property
    def on_time(self) -> bool:
        """Say whether it was over by its due date; when no date ran at the end, nothing was late."""
        return self.due_at is None or self.ended_at is None or self.ended_at <= self.due_at

    def overdue(self, now: datetime) -> bool:
        return self.ended_at is None and self.due_at is not None and self.due_at < now

    def late(self, now: datetime) -> bool:
        """Say whether its due date went by before it was over, or while it still runs."""
        return self.overdue(now) or (self.finished and not self.on_time)


@dataclass(frozen=True, slots=True)
class Span:
    """The time that is looked at: from an instant up to now.

    Rows are in UTC. Python compares instants of the same zone several times faster than of two, and a page
    compares hundreds of thousands.
    """

    since: datetime
    now: datetime
    _first: datetime = field(init=False, repr=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "now", self.now.astimezone(UTC))
        object.__setattr__(self, "_first", self.since.astimezone(UTC))

    def holds(self, instant: datetime | None) -> bool:
        return instant is not None and self._first <= instant <= self.now


@dataclass(frozen=True, slots=True)
class Stay:
    """How long cases stayed in one state, in minutes of office hours: left how often, waited, worked on."""

    left: int
    waited: float
    worked: float

    def __add__(self, other: Stay) -> Stay:
        return Stay(self.left + other.left, self.waited + other.waited, self.worked + other.worked)


# Of a bundle, a procedure in its version, a state, an office, and the day on which the state was left.
StayKey = tuple[str, str, str, str, int]
Stays = Mapping[StayKey, Stay]
