"""`python -m bench.working_time`: what adding working hours costs, beside a plain loop over the minutes.

The gate first: both must give the same answers. Then the same questions, in turns; the goal is 20 µs for
a span of 60 days.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from random import Random
from statistics import median
from time import perf_counter

from services.time.calendar_seed import vietnam_calendar
from workflows.calendar import VIETNAM
from workflows.working_time import AFTERNOON, MORNING, WorkingTime

GOAL_MICROSECONDS = 20.0
SPANS = (1, 10, 60)  # days
MINUTE = timedelta(minutes=1)

Question = tuple[datetime, timedelta]


def main() -> int:
    """Print the figures; the exit code is 1 when the two disagree."""
    hours = WorkingTime(calendar=vietnam_calendar())
    built = _time(lambda: WorkingTime(calendar=vietnam_calendar()).is_open(datetime(2026, 3, 2, tzinfo=UTC)))
    figures: dict[str, object] = {"goal µs": GOAL_MICROSECONDS, "building an office's axis, ms": built / 1000}
    for days in SPANS:
        asked = questions(days, 40)
        if any(hours.add(*one) != plain(hours, *one) for one in asked):
            print("The two ways disagree: nothing is timed.", file=sys.stderr)
            return 1
        ours = median(_time(lambda one=one: hours.add(*one), 300) for one in asked)  # type: ignore[misc]
        loop = median(_time(lambda one=one: plain(hours, *one), 1) for one in asked)  # type: ignore[misc]
        found = {"µs": round(ours, 2), "plain loop µs": round(loop), "ratio": round(loop / ours)}
        figures[f"{days} days"] = found
    print(json.dumps(figures, ensure_ascii=False, indent=1))
    return 0


def questions(days: int, count: int) -> list[Question]:
    """Make questions whose answers lie about so many days away, the same in every run."""
    chance = Random(days)
    start = datetime(2024, 1, 8, 8, tzinfo=VIETNAM)
    span = timedelta(minutes=days * 480 * 5 // 7)
    return [(start + chance.randrange(700 * 1440) * MINUTE, span) for _ in range(count)]


def plain(hours: WorkingTime, start: datetime, amount: timedelta) -> datetime:
    """Add working time as one would at first: look at every minute."""
    at, left = start, amount // MINUTE
    while left:
        local = at.astimezone(VIETNAM)
        open_today = hours.calendar.is_working(local.date())
        if open_today and any(begin <= local.time() < end for begin, end in (MORNING, AFTERNOON)):
            left -= 1
        at += MINUTE
    return at


def _time(act: Callable[[], object], times: int = 1) -> float:
    """Return the microseconds of one act."""
    begin = perf_counter()
    for _ in range(times):
        act()
    return (perf_counter() - begin) / times * 1e6


if __name__ == "__main__":
    raise SystemExit(main())
