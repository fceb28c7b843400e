"""What is counted of one dossier, as frozen values: how it went, and nothing of what it says."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime


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
    """The time that is looked at: from an instant up to now."""

    since: datetime
    now: datetime

    def holds(self, instant: datetime | None) -> bool:
        return instant is not None and self.since <= instant <= self.now


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
