"""The words of a load: how many families file, who works for them, and how long each thing takes.

No law settles any of it. A load is data, so that whoever doubts a figure changes it and looks again;
what it rests on stands beside it as an `Assumption`, with its source where there is one.
"""

from __future__ import annotations

from datetime import date
from typing import Literal, Self

from pydantic import model_validator

from workflows.scenario import Assumption
from workflows.words import Text, Word


class Spread(Word):
    """How a duration or a share varies from file to file.

    `middle` is the value itself (fixed), the mean (exponential), the median (lognormal, whose
    logarithm has the standard deviation `sigma`) or the most frequent value (triangular,
    between `low` and `high`).
    """

    shape: Literal["fixed", "exponential", "lognormal", "triangular"]
    middle: float
    low: float = 0.0
    high: float = 0.0
    sigma: float = 0.0

    @model_validator(mode="after")
    def _in_order(self) -> Self:
        if self.middle < 0 or self.sigma < 0:
            raise ValueError("nothing takes less than no time")
        if self.shape == "triangular" and not (0 <= self.low <= self.middle <= self.high > self.low):
            raise ValueError(f"{self.low}, {self.middle}, {self.high} is no triangle")
        return self


def fixed(value: float) -> Spread:
    """Always the same."""
    return Spread(shape="fixed", middle=value)


def exponential(mean: float) -> Spread:
    """Often short, now and then long."""
    return Spread(shape="exponential", middle=mean)


def lognormal(median: float, sigma: float) -> Spread:
    """Half of all below the median; the larger sigma, the longer the tail."""
    return Spread(shape="lognormal", middle=median, sigma=sigma)


def triangular(low: float, mode: float, high: float) -> Spread:
    """Between two ends, most often near the mode."""
    return Spread(shape="triangular", low=low, middle=mode, high=high)


class Handling(Word):
    """An officer's hands-on minutes for one step; no member, or no step, means any."""

    minutes: Spread
    member: str = ""
    step: str = ""


class Desk(Word):
    """The officers of one authority who take these files, and the share of days on which each is away."""

    authority: str
    officers: int
    absent: float = 0.0


class Manner(Word):
    """How offices and families deal with a file: on paper, or linked.

    `typing` is what an office types again when it accepts, in minutes. `rest` is the share of the
    time until the due date for which a file lies before somebody takes it up, but at the latest
    `reserve` minutes of office time before it is due. `carry` is how many working days after the
    appointed day the family finds time to come; nothing means that a platform carries.
    `supplement` is how many working days a family takes to complete a file.
    """

    typing: Spread
    rest: Spread
    reserve: int
    carry: Spread | None
    supplement: Spread


class Season(Word):
    """Days on which more, or fewer, families file than else."""

    slug: str
    text: Text
    first: date
    last: date
    factor: float


class Load(Word):
    """Everything that a run with queues assumes besides the definitions.

    `per_day` is filings per working day, `incomplete` the share of files that lack something,
    `obstacle` the share of cases whose register does not answer at first, `agency` the minutes a
    register takes, `consent` the working days until a relative agrees.
    """

    story: str
    per_day: float
    incomplete: float
    obstacle: float
    desks: tuple[Desk, ...]
    handlings: tuple[Handling, ...]
    agency: Spread
    consent: Spread
    paper: Manner
    linked: Manner
    seasons: tuple[Season, ...] = ()
    assumptions: tuple[Assumption, ...]

    def minutes_for(self, member: str, step: str) -> Spread:
        """Return an officer's minutes for a step: the first handling that fits."""
        for handling in self.handlings:
            if handling.member in ("", member) and handling.step in ("", step):
                return handling.minutes
        return fixed(0)

    def desk(self, authority: str) -> Desk:
        """Return the officers of an authority; one that nobody described has a single officer."""
        return next((desk for desk in self.desks if desk.authority == authority), _one_officer(authority))

    def with_staff(self, more: int) -> Load:
        """Return the same with so many officers more, or fewer, at every desk; one always stays."""
        desks = [d.model_copy(update={"officers": max(1, d.officers + more)}) for d in self.desks]
        return self.model_copy(update={"desks": tuple(desks)})


def _one_officer(authority: str) -> Desk:
    return Desk(authority=authority, officers=1)
