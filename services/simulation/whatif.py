"""What if: the same families under two conditions, family by family, so that chance cancels out."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date

from services.simulation.flow import Size, run
from services.simulation.recipe import Plan, opening_days, work_out
from services.simulation.results import A_BATCH, A_REPLICATION, Estimate, interval
from services.simulation.seen import Finished
from workflows.calendar import Calendar, CalendarDay, DayKind
from workflows.registry import Registry
from workflows.words import text


@dataclass(frozen=True, slots=True)
class Change:
    """What is different: officers more or fewer, filings times a factor, incomplete files, closed days."""

    staff: int = 0
    volume: float = 1.0
    incomplete: float | None = None
    closed: tuple[date, ...] = ()
    season: str = ""


@dataclass(frozen=True, slots=True)
class Difference:
    """How much later, or less often on time, families have everything after the change; 95% intervals."""

    days: Estimate
    lawful: Estimate
    promised: Estimate
    families: int
    seed: int


def changed(plan: Plan, change: Change) -> Plan:
    """Return a plan under a change; a season that the load does not know changes nothing."""
    load = plan.load.with_staff(change.staff)
    update: dict[str, object] = {"per_day": load.per_day * change.volume}
    if change.incomplete is not None:
        update["incomplete"] = change.incomplete
    season = next((one for one in load.seasons if one.slug == change.season), plan.season)
    return replace(plan, load=load.model_copy(update=update), season=season)


def closed_on(calendar: Calendar, days: Iterable[date]) -> Calendar:
    """Return a calendar on which offices are shut on more days, as after a storm."""
    shut = {day: text("đóng cửa (giả định)", "closed (assumed)") for day in days}
    kept = [row for row in calendar.days if row.on not in shut]
    rows = [CalendarDay(on=day, kind=DayKind.OFF, reason=why, source="mô phỏng") for day, why in shut.items()]
    return calendar.model_copy(update={"days": (*kept, *rows)})


def difference(
    plan: Plan, change: Change, registry: Registry, calendar: Calendar, families: int, seed: int
) -> Difference:
    """Run the same families with and without a change; positive days mean later.

    Raises:
        CalendarEnds: a run leaves the proclaimed years.
    """
    other = changed(plan, change)
    same_days = other.season.model_copy(update={"factor": 1.0}) if other.season else None
    base = plan if other.season is plan.season else replace(plan, season=same_days)
    before = _families(base, registry, calendar, families, seed)
    after = _families(other, registry, closed_on(calendar, change.closed), families, seed)
    pairs = list(zip(before, after, strict=True))
    return Difference(
        days=_paired([b.days - a.days for a, b in pairs]),
        lawful=_paired([b.lawful - a.lawful for a, b in pairs]),
        promised=_paired([b.promised - a.promised for a, b in pairs]),
        families=families,
        seed=seed,
    )


def _families(plan: Plan, registry: Registry, calendar: Calendar, families: int, seed: int) -> list[Finished]:
    recipe = work_out(plan, registry, opening_days(plan, calendar))
    found: list[Finished] = []
    for nth, start in enumerate(range(0, families, A_REPLICATION)):
        part: list[Finished] = []
        run(recipe, f"{seed}/{nth}", Size(min(A_REPLICATION, families - start)), part.append)
        found += sorted(part, key=lambda one: one.number)
    return found


def _paired(differences: list[int]) -> Estimate:
    batches = [differences[at : at + A_BATCH] for at in range(0, len(differences), A_BATCH)]
    whole = [sum(batch) / len(batch) for batch in batches if len(batch) == A_BATCH]
    return Estimate(sum(differences) / len(differences), interval(whole))
