"""Fit what a run assumes to what a log shows, each figure with its 95% confidence interval.

A log says when a step was done, not when work on it began. But an officer who finished one file and
had the next one waiting began it at that moment: work begins when the file is ready and the officer
has finished what came before. That holds for steps that follow another step of the same case at
once; before the first step of a case it may lie untouched, so that time is called waiting.
"""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from math import exp, log, sqrt
from statistics import NormalDist

from services.simulation.eventlog import Entry
from services.simulation.hours import DAY, Days, Hours
from services.simulation.results import CONFIDENCE, interval, student
from workflows.load import Handling, Load, exponential, lognormal

ENOUGH = 8  # values below which nothing is said
OFFICERS = frozenset({"clerk", "leader"})


@dataclass(frozen=True, slots=True)
class Fit:
    """One figure, the interval that holds it with 95% confidence, and how many values it rests on."""

    figure: str
    member: str
    step: str
    value: float
    low: float
    high: float
    count: int

    def holds(self, true: float) -> bool:
        """Say whether the interval contains a figure."""
        return self.low <= true <= self.high


def fitted(entries: Sequence[Entry], days: Days) -> tuple[Fit, ...]:
    """Fit arrivals, incomplete files, minutes of work by step, waiting before the first step, and registers.

    Raises:
        IndexError: an entry lies outside the days that are looked at.
    """
    ordered = sorted(entries, key=lambda one: one.at)
    return (
        *_arrivals(ordered, days),
        *_incomplete(ordered),
        *_work(ordered, days),
        *_waits(ordered, days),
        *_registers(ordered),
    )


def refit(load: Load, fits: Iterable[Fit]) -> Load:
    """Put fitted figures in the place of assumed ones; what was not fitted stays as it was."""
    found = {(fit.figure, fit.member, fit.step): fit.value for fit in fits}
    handlings = [
        Handling(member=member, step=step, minutes=lognormal(value, found["sigma", member, step]))
        for (figure, member, step), value in found.items()
        if figure == "minutes"
    ]
    changes: dict[str, object] = {"handlings": (*handlings, *load.handlings)}
    for figure, name in (("per-day", "per_day"), ("incomplete", "incomplete")):
        if (figure, "", "") in found:
            changes[name] = found[figure, "", ""]
    if ("register", "", "") in found:
        changes["agency"] = exponential(found["register", "", ""])
    return load.model_copy(update=changes)


# --- the figures ------------------------------------------------------------------------------------------


def _arrivals(entries: Sequence[Entry], days: Days) -> list[Fit]:
    """Count filings for each whole working day between the first and the last one."""
    first: dict[str, datetime] = {}
    for entry in entries:
        first[entry.dossier] = min(first.get(entry.dossier, entry.ready), entry.ready)
    per_day: dict[date, int] = defaultdict(int)
    for filed in first.values():
        per_day[filed.date()] += 1
    calendar = days.calendar
    whole = sorted(per_day)[1:-1]
    if len(whole) < ENOUGH:
        return []
    open_days = calendar.working_days_between(whole[0], whole[-1]) + 1
    count = sum(per_day[day] for day in whole)
    rate, within = count / open_days, _z() * sqrt(count) / open_days
    return [Fit("per-day", "", "", rate, rate - within, rate + within, count)]


def _incomplete(entries: Sequence[Entry]) -> list[Fit]:
    """Find the share of files that lacked something (Wilson's interval)."""
    files = {entry.dossier for entry in entries}
    lacking = {entry.dossier for entry in entries if entry.step.startswith("request-supplement")}
    count, z = len(files), _z()
    if count < ENOUGH:
        return []
    share, scale = len(lacking) / count, 1 + z * z / count
    middle = (share + z * z / (2 * count)) / scale
    within = z * sqrt(share * (1 - share) / count + z * z / (4 * count * count)) / scale
    return [Fit("incomplete", "", "", share, middle - within, middle + within, count)]


def _work(entries: Sequence[Entry], days: Days) -> list[Fit]:
    """Fit the minutes of work of each step that follows another one at once."""
    hours = _own_hours(entries, days)
    free: dict[str, int] = {}
    begun: set[str] = set()
    minutes: dict[tuple[str, str], list[int]] = defaultdict(list)
    for entry in entries:
        if entry.by in OFFICERS and entry.officer:
            own = hours[entry.officer]
            ready, done = (own.work_at(days.minute_of(when)) for when in (entry.ready, entry.at))
            if entry.case in begun and entry.officer in free:
                minutes[entry.member, entry.step].append(done - max(ready, free[entry.officer]))
            free[entry.officer] = done
            begun.add(entry.case)
    found = []
    for (member, step), values in sorted(minutes.items()):
        positive = [value for value in values if value > 0]
        if len(positive) >= ENOUGH:
            found += _lognormal(member, step, positive)
    return found


def _own_hours(entries: Sequence[Entry], days: Days) -> dict[str, Hours]:
    """Find on which days each officer worked: a day without a single step was a day off."""
    present: dict[str, set[int]] = defaultdict(set)
    for entry in entries:
        if entry.by in OFFICERS and entry.officer:
            present[entry.officer].add(days.minute_of(entry.at) // DAY)
    return {officer: days.office(days.working - seen) for officer, seen in present.items()}


def _lognormal(member: str, step: str, minutes: Sequence[int]) -> list[Fit]:
    """Fit median and sigma; the interval of sigma is that of a normal sample, by Wilson and Hilferty.

    Whole minutes scatter more than the times they stand for, by a twelfth of a squared minute.
    """
    count, logs = len(minutes), [log(value) for value in minutes]
    mean = sum(logs) / count
    spread = sum((value - mean) ** 2 for value in logs) / (count - 1)
    sigma = sqrt(max(spread / 4, spread - sum(1 / (12 * value * value) for value in minutes) / count))
    within = student(CONFIDENCE, count - 1) * sigma / sqrt(count)
    low, high = (sigma * sqrt((count - 1) / _chi_square(z, count - 1)) for z in (_z(), -_z()))
    return [
        Fit("minutes", member, step, exp(mean), exp(mean - within), exp(mean + within), count),
        Fit("sigma", member, step, sigma, low, high, count),
    ]


def _chi_square(z: float, freedom: int) -> float:
    part = 2 / (9 * freedom)
    return float(freedom * (1 - part + z * sqrt(part)) ** 3)


def _waits(entries: Sequence[Entry], days: Days) -> list[Fit]:
    """Find how many hours of office time pass before the first step of a case is done."""
    hours, seen = days.office(), set()
    waits: dict[str, list[float]] = defaultdict(list)
    for entry in entries:
        if entry.case not in seen and entry.by in OFFICERS:
            ready, done = (hours.work_at(days.minute_of(when)) for when in (entry.ready, entry.at))
            waits[entry.member].append((done - ready) / 60)
        seen.add(entry.case)
    return [
        _mean("hours-to-first-step", member, values)
        for member, values in sorted(waits.items())
        if len(values) >= ENOUGH
    ]


def _registers(entries: Sequence[Entry]) -> list[Fit]:
    """Fit the minutes of registers, an exponential time of which whole minutes are known, at least one."""
    minutes = [(entry.at - entry.ready).total_seconds() / 60 for entry in entries if entry.by == "agency"]
    if len(minutes) < ENOUGH:
        return []
    count, mean = len(minutes), sum(minutes) / len(minutes)
    value = mean + 0.5 - _first_minute(mean)
    within = _z() * value / sqrt(count)
    return [Fit("register", "", "", value, value - within, value + within, count)]


def _first_minute(mean: float) -> float:
    """Return what counting a time below one minute as a whole one adds on average."""
    return 1 - exp(-1 / mean) if mean > 0 else 0.0


def _mean(figure: str, member: str, values: Sequence[float]) -> Fit:
    mean, within = sum(values) / len(values), interval(values)
    return Fit(figure, member, "", mean, mean - within, mean + within, len(values))


def _z() -> float:
    return NormalDist().inv_cdf(0.5 + CONFIDENCE / 2)
