"""The next ten working days of an office: what lies there, what will come, what will be late."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from typing import TypeAlias

from services.simulation.chance import drawer, stream
from services.simulation.desks import Office
from services.simulation.hours import DAY, Days
from services.simulation.results import Estimate, interval
from workflows.calendar import VIETNAM, Calendar
from workflows.load import Spread

HORIZON = 60  # days of the calendar


@dataclass(frozen=True, slots=True)
class Waiting:
    """One open case: when it is due; none while its clock stands still."""

    due_at: datetime | None


@dataclass(frozen=True, slots=True)
class Outlook:
    """One working day: cases that come, that are done, that are open in the evening, and that get late."""

    day: date
    coming: Estimate
    done: Estimate
    open: Estimate
    late: Estimate


@dataclass(frozen=True, slots=True)
class Desk:
    """What is known of an office: officers, open cases in their order, arrivals, limit, minutes of work."""

    officers: int
    absent: float
    waiting: tuple[Waiting, ...]
    per_day: float
    working_days: int
    minutes: Spread


def outlook(
    desk: Desk, calendar: Calendar, now: datetime, *, days: int = 10, runs: int = 200, seed: int = 1
) -> tuple[Outlook, ...]:
    """Play the next working days so many times, and say what happens on average with a 95% interval.

    Raises:
        CalendarEnds: the calendar does not know so many working days yet.
    """
    calendar.add_working_days(calendar.local_date(now), days)
    ahead = Days.starting(calendar.local_date(now), calendar, HORIZON)
    played = [_play(desk, ahead, now, days, f"{seed}/{nth}") for nth in range(runs)]
    working = sorted(ahead.working)[:days]
    return tuple(
        Outlook(ahead.day(day), *(_mean([one[nth][column] for one in played]) for column in range(4)))
        for nth, day in enumerate(working)
    )


def _play(desk: Desk, ahead: Days, now: datetime, days: int, seed: str) -> list[tuple[int, int, int, int]]:
    """Play once; for each working day: cases that came, were done, are open at its end, became late."""
    hours = ahead.office()
    office = Office([ahead.office(_away(desk, ahead, seed, number)) for number in range(desk.officers)])
    minutes = drawer(desk.minutes, stream(seed, "minutes"))
    start = max(0, ahead.minute_of(now))
    cases = [(start, ahead.minute_of(one.due_at) if one.due_at else None) for one in desk.waiting]
    cases += _arrivals(desk, ahead, start, days, seed)
    spans = [
        (came, office.take(came, max(1, round(minutes()))).end, DAY * HORIZON if due is None else due)
        for came, due in cases
    ]
    found = []
    for day in hours.days[:days]:
        dawn, dusk = day * DAY, (day + 1) * DAY
        came = sum(dawn <= at < dusk for at, _, _ in spans if at > start)
        done = sum(dawn <= end < dusk for _, end, _ in spans)
        still = sum(at < dusk <= end for at, end, _ in spans)
        late = sum(dawn <= due < dusk and end > due for _, end, due in spans)
        found.append((came, done, still, late))
    return found


def _arrivals(desk: Desk, ahead: Days, start: int, days: int, seed: str) -> list[tuple[int, int | None]]:
    """Let cases come at random within office hours, each with the due date of its day."""
    if desk.per_day <= 0:
        return []
    hours, gaps = ahead.office(), stream(seed, "gaps")
    work, found = float(hours.work_at(start)), list[tuple[int, int | None]]()
    while (work := work + gaps.expovariate(desk.per_day / hours.a_day)) < days * hours.a_day:
        at = hours.starts(int(work))
        last = hours.open_before[at // DAY] + desk.working_days
        found.append((at, hours.ends((last + 1) * hours.a_day)))
    return found


def _away(desk: Desk, ahead: Days, seed: str, number: int) -> list[int]:
    draw = stream(seed, f"away/{number}").random
    return [day for day in range(ahead.horizon) if draw() < desk.absent]


def _mean(values: Sequence[int]) -> Estimate:
    return Estimate(sum(values) / len(values), interval(values))


# --- how far such forecasts were off ----------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Gone:
    """One case of an office as it went: when it came, when it was done, when it was due."""

    came: datetime
    done: datetime | None
    due_at: datetime | None


# What was told of the end of a day, what was, what was at the start, what was told to come, what came.
_Pair: TypeAlias = tuple[float, int, int, float, int]


@dataclass(frozen=True, slots=True)
class Tested:
    """How far forecasts made in the past were off, in cases: open in the evening, and coming in a day.

    `still` is the error of expecting that as many stay open as on the day of the forecast: a forecast
    that is not better than that is worth nothing. `days` were compared, `level` is what was open on average.
    """

    days: int
    open: float
    still: float
    coming: float
    level: float

    @property
    def useful(self) -> bool:
        return self.open < self.still


def back_test(
    gone: Sequence[Gone],
    desk_at: Callable[[datetime], Desk | None],
    calendar: Calendar,
    now: datetime,
    *,
    origins: int = 5,
    days: int = 10,
    runs: int = 20,
    seed: int = 1,
) -> Tested | None:
    """Forecast from mornings of the past, knowing only what was known then, and compare with what came.

    `desk_at` makes the desk as it was at an instant, or nothing when too little was known. Without a
    single such morning there is nothing to tell.

    Raises:
        CalendarEnds: the past lies outside the proclaimed years.
    """
    today = calendar.local_date(now)
    pairs: list[_Pair] = []
    for nth in range(origins):
        morning = _morning(calendar.add_working_days(today, -days - 5 * nth))
        desk = desk_at(morning)
        if desk is None:
            continue
        begun = open_at(gone, morning)
        for ahead in outlook(desk, calendar, morning, days=days, runs=runs, seed=seed + nth):
            evening = _morning(ahead.day) + timedelta(days=1)
            came = sum(_morning(ahead.day) <= case.came < evening for case in gone)
            pairs.append((ahead.open.mean, open_at(gone, evening), begun, ahead.coming.mean, came))
    return _errors(pairs) if pairs else None


def _errors(pairs: list[_Pair]) -> Tested:
    """Average how far what was told lay from what came."""
    count = len(pairs)
    return Tested(
        days=count,
        open=sum(abs(told - was) for told, was, *_ in pairs) / count,
        still=sum(abs(begun - was) for _, was, begun, *_ in pairs) / count,
        coming=sum(abs(told - came) for *_, told, came in pairs) / count,
        level=sum(was for _, was, *_ in pairs) / count,
    )


def open_at(gone: Sequence[Gone], instant: datetime) -> int:
    """Count the cases that were open at an instant."""
    return sum(case.came < instant and (case.done is None or case.done >= instant) for case in gone)


def _morning(day: date) -> datetime:
    return datetime.combine(day, time(), VIETNAM)
