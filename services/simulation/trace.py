"""What a simulated run leaves behind, as frozen values that a page, a table and a test can read."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Literal

from workflows.bundle import Bundle
from workflows.language import Authority, Deadline, Procedure
from workflows.scenario import Scenario
from workflows.vocabulary import Role
from workflows.words import Text

FAMILY, PLATFORM = "family", "platform"


@dataclass(frozen=True, slots=True)
class Segment:
    """One stretch of a lane, in days from the opening of day 1."""

    lane: str
    kind: Literal["work", "wait", "auto"]
    start: float
    end: float
    label: Text


@dataclass(frozen=True, slots=True)
class Happening:
    """One thing that happened: when, on which day of the count, in whose lane."""

    at: float
    day: int
    lane: str
    label: Text
    automatic: bool = False


@dataclass(frozen=True, slots=True)
class Taken:
    """One step as the machine took it, so that another engine can take it again."""

    at: float
    member: str
    procedure: str
    state: str
    step: str
    by: Role
    target: str


@dataclass(frozen=True, slots=True)
class Span:
    """One office's time for its part: what its limit is, and when it had the dossier.

    `own_day` is the last day by its own limit, `day` the one that counted: the limit of
    the whole group may end sooner.
    """

    member: str
    procedure: Procedure
    authority: Authority
    deadline: Deadline
    start: float
    end: float
    own_day: int
    day: int

    @property
    def bound_by_group(self) -> bool:
        return self.day < self.own_day


@dataclass(frozen=True, slots=True)
class Trace:
    """A whole run; `total` is the day, counted from 1, on which the last result was there."""

    scenario: Scenario
    bundle: Bundle
    spans: tuple[Span, ...]
    segments: tuple[Segment, ...]
    hops: tuple[tuple[float, str, str], ...]
    trips: tuple[float, ...]
    events: tuple[Happening, ...]
    taken: tuple[Taken, ...]
    facts: Mapping[str, Any]
    total: int

    @property
    def carried(self) -> bool:
        """Say whether the family carried the papers itself."""
        return self.scenario.handover is None

    def days_of(self, kind: str) -> float:
        """Add up the days of one kind over all offices."""
        return sum(part.end - part.start for part in self.segments if part.kind == kind)
