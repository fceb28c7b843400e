"""The legal clock of one case: when it started, and the times at which it stood still."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import datetime

from workflows.vocabulary import Clock


@dataclass(frozen=True, slots=True)
class CaseClock:
    """`started_at` is None until the clock first runs; `pauses` are closed intervals of UTC instants.

    A pause before a restart no longer matters to the case, but the bundle's own clock stood still too.
    """

    started_at: datetime | None = None
    paused_since: datetime | None = None
    pauses: tuple[tuple[datetime, datetime], ...] = ()

    @property
    def running(self) -> bool:
        return self.started_at is not None and self.paused_since is None


def opened(mode: Clock, now: datetime) -> CaseClock:
    """Start the clock of a case that opens in a state of this mode; a paused start counts from its end."""
    return CaseClock(started_at=now) if mode is Clock.RUNS else CaseClock(paused_since=now)


def moved(clock: CaseClock, before: Clock, after: Clock, now: datetime) -> CaseClock:
    """Return the clock after a step from a state of one mode into a state of another.

    An end closes an open pause: what ended while the clock stood still was not late for it.
    """
    if after is Clock.ENDS:
        last = () if clock.paused_since is None else ((clock.paused_since, now),)
        return replace(clock, paused_since=None, pauses=(*clock.pauses, *last))
    if before is after:
        return clock
    if after is not Clock.RUNS:
        return replace(clock, paused_since=clock.paused_since or now)
    pauses = clock.pauses if clock.paused_since is None else (*clock.pauses, (clock.paused_since, now))
    goes_on = before is Clock.PAUSES and clock.started_at is not None
    return CaseClock(started_at=clock.started_at if goes_on else now, pauses=pauses)
