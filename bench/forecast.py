"""`python -m bench.forecast`: how far forecasts of open cases are off, on offices whose ways are known.

Three invented offices live through half a year of working days: each has arrivals by chance and officers with
minutes of their own, and works off what lies there in the order in which it came. The forecast is then tested
on their past as the page does it (`services/simulation/forecast.py`), beside the guess "as many as today".
"""

from __future__ import annotations

import json
from datetime import date, datetime, timedelta
from time import perf_counter

from services.simulation.chance import drawer, stream
from services.simulation.desks import Office
from services.simulation.forecast import Desk, Gone, Tested, Waiting, back_test, open_at
from services.simulation.hours import Days
from services.time.calendar_seed import vietnam_calendar
from workflows.calendar import VIETNAM
from workflows.load import lognormal

START, NOW = date(2026, 3, 2), datetime(2026, 9, 21, 8, tzinfo=VIETNAM)
HORIZON, LOOKED_BACK = 220, 20
# What an office is like: officers, cases a working day, median minutes of a case.
OFFICES = {"idle": (2, 6.0, 40.0), "busy": (2, 16.0, 45.0), "overloaded": (1, 9.0, 50.0)}


def main() -> int:
    """Print for each office the error of the forecast and of the plain guess, in cases."""
    found = {}
    for name, (officers, per_day, minutes) in OFFICES.items():
        begin = perf_counter()
        tested = test(name, officers, per_day, minutes)
        assert tested is not None  # noqa: S101 - half a year is enough to test on
        found[name] = {
            "open off by": round(tested.open, 2),
            "as many as today off by": round(tested.still, 2),
            "open on average": round(tested.level, 2),
            "coming a day off by": round(tested.coming, 2),
            "seconds": round(perf_counter() - begin, 2),
        }
    print(json.dumps(found, indent=1))
    return 0


def test(name: str, officers: int, per_day: float, minutes: float) -> Tested | None:
    """Let an office live, and test forecasts of it on its past."""
    calendar = vietnam_calendar()
    gone = lived(name, officers, per_day, minutes)

    def desk_at(instant: datetime) -> Desk | None:
        first = instant - timedelta(days=LOOKED_BACK * 7 / 5)
        seen = sum(first <= case.came < instant for case in gone)
        waiting = (Waiting(None),) * open_at(gone, instant)
        return Desk(officers, 0.0, waiting, seen / LOOKED_BACK, 3, lognormal(minutes, 0.5))

    return back_test(gone, desk_at, calendar, NOW, origins=8, runs=40)


def lived(name: str, officers: int, per_day: float, minutes: float) -> list[Gone]:
    """Play what the office did from the first day on; what is not done yet has no end."""
    days = Days.starting(START, vietnam_calendar(), HORIZON)
    hours, gaps = days.office(), stream(name, "gaps")
    draw = drawer(lognormal(minutes, 0.5), stream(name, "minutes"))
    office, work, found = Office([hours] * officers), 0.0, list[Gone]()
    while True:
        work += gaps.expovariate(per_day / hours.a_day)
        came = days.instant(hours.starts(int(work)))
        if came >= NOW:
            return found
        end = days.instant(office.take(hours.starts(int(work)), max(1, round(draw()))).end)
        found.append(Gone(came, end if end <= NOW else None, None))


if __name__ == "__main__":
    raise SystemExit(main())
