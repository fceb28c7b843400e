"""The parts of the dashboard: where cases lie, the weeks, the offices, the hops, what needs action."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from math import ceil

from services.access.agency_names import name_of
from services.reading.supervising.measures import stuck_hops
from services.reading.supervising.scope import View
from services.reading.supervising.tally import Part, Stay, Tally
from services.unit_of_work import UnitOfWork
from workflows.calendar import VIETNAM, in_vietnam
from workflows.words import Text

WEEKS = 12
A_WORKING_DAY = 480  # minutes
STAYS = 10  # as many states as a page shows
LOUD = 3  # offices that the list of what needs action names


@dataclass(frozen=True, slots=True)
class StayLine:
    """How long a case stays in one state on average, in working days: waiting, and worked on."""

    procedure: Text
    state: Text
    tone: str
    left: int
    waited: float
    worked: float

    @property
    def days(self) -> float:
        return self.waited + self.worked


@dataclass(frozen=True, slots=True)
class Week:
    """How many dossiers were finished in a week, and how many of them on time."""

    begins: date
    finished: int
    on_time: int

    @property
    def share(self) -> float | None:
        return 100 * self.on_time / self.finished if self.finished else None


@dataclass(frozen=True, slots=True)
class OfficeLine:
    """One office: dossiers it finished its part of or has open, on time, half done within, overdue now."""

    office_id: str
    text: Text
    files: int
    open: int
    finished: int
    on_time: int
    half: int | None
    overdue: int

    @property
    def share(self) -> float | None:
        return 100 * self.on_time / self.finished if self.finished else None


@dataclass(frozen=True, slots=True)
class HopLine:
    """How many running dossiers another agency's system holds up."""

    agency: Text
    files: int


def stays(uow: UnitOfWork, view: View) -> tuple[StayLine, ...]:
    """Tell where cases lie longest: on average over those that left the state in the period."""
    first = in_vietnam(view.span.since).toordinal()
    found: dict[tuple[str, str], Stay] = {}
    for (bundle, procedure, state, office, day), stay in view.picture.stays.items():
        if day < first or office not in view.offices:
            continue
        if view.asked.bundle in ("", bundle) and view.asked.office in ("", office):
            key = (procedure, state)
            found[key] = found[key] + stay if key in found else stay
    lines = [_stay(uow, procedure, state, stay) for (procedure, state), stay in found.items()]
    lines.sort(key=lambda line: (-line.days, line.procedure.vi, line.state.vi))
    return tuple(line for line in lines if line.days > 0)[:STAYS]


def _stay(uow: UnitOfWork, procedure: str, state: str, stay: Stay) -> StayLine:
    definition = uow.registry.procedure(procedure)
    return StayLine(
        procedure=definition.short,
        state=definition.state(state).text,
        tone=uow.registry.authority(definition.authority).tone,
        left=stay.left,
        waited=stay.waited / stay.left / A_WORKING_DAY,
        worked=stay.worked / stay.left / A_WORKING_DAY,
    )


def weeks(view: View) -> tuple[Week, ...]:
    """Count the last twelve weeks, Monday to Sunday; the last one is not over yet."""
    today = in_vietnam(view.span.now).date()
    last = today - timedelta(days=today.weekday())
    found: dict[date, list[int]] = {last - timedelta(weeks=n): [0, 0] for n in reversed(range(WEEKS))}
    first = datetime.combine(min(found), time(), VIETNAM).astimezone(UTC)
    for tally in view.tallies:
        if tally.finished and tally.ended_at is not None and tally.ended_at >= first:
            day = in_vietnam(tally.ended_at).date()
            counts = found.get(day - timedelta(days=day.weekday()))
            if counts is not None:
                counts[0] += 1
                counts[1] += tally.on_time
    return tuple(Week(begins, *counts) for begins, counts in found.items())


def offices(view: View) -> tuple[OfficeLine, ...]:
    """Tell how each office stands, the worst first; a dossier counts once for an office."""
    found: dict[str, list[Part]] = defaultdict(list)
    wanted = {view.asked.office} if view.asked.office else view.offices.keys()
    for tally in view.tallies:
        for part in tally.parts:
            if part.office_id in wanted:
                found[part.office_id].append(part)
    lines = [_office(view, office, parts) for office, parts in found.items()]
    lines.sort(key=lambda line: (-line.overdue, 101 if line.share is None else line.share, line.text.vi))
    return tuple(line for line in lines if line.files)


def _office(view: View, office: str, parts: list[Part]) -> OfficeLine:
    done = [part for part in parts if view.span.holds(part.ended_at)]
    still = [part for part in parts if part.ended_at is None]
    days = sorted(part.days for part in done)
    return OfficeLine(
        office_id=office,
        text=view.offices[office],
        files=len(done) + len(still),
        open=len(still),
        finished=len(done),
        on_time=sum(part.on_time for part in done),
        half=days[ceil(len(days) / 2) - 1] if days else None,
        overdue=sum(part.due_at is not None and part.due_at < view.span.now for part in still),
    )


def hops(view: View) -> tuple[HopLine, ...]:
    """Count the running dossiers that each other system holds up, the most first."""
    found: dict[str, int] = defaultdict(int)
    for tally in view.tallies:
        for agency in {hop.agency for hop in stuck_hops(tally, view.span)}:
            found[agency] += 1
    return tuple(
        HopLine(name_of(agency), files)
        for agency, files in sorted(found.items(), key=lambda one: (-one[1], one[0]))
    )


@dataclass(frozen=True, slots=True)
class BundleLine:
    """One bundle: its dossiers by how they stand now; `on_time` of those that are finished."""

    text: Text
    code: str
    submitted: int
    running: int
    overdue: int
    finished: int
    on_time: int
    withdrawn: int


def bundles(uow: UnitOfWork, view: View) -> tuple[BundleLine, ...]:
    """Count all dossiers of each bundle, whatever the period; each once."""
    found: dict[str, list[Tally]] = defaultdict(list)
    for tally in view.tallies:
        found[tally.bundle].append(tally)
    return tuple(_bundle(uow, view, tallies) for _, tallies in sorted(found.items()))


def _bundle(uow: UnitOfWork, view: View, tallies: list[Tally]) -> BundleLine:
    newest = max(tallies, key=lambda tally: tally.key)
    finished = [tally for tally in tallies if tally.finished]
    return BundleLine(
        text=uow.registry.bundle(newest.key).text,
        code=newest.bundle,
        submitted=len(tallies),
        running=sum(tally.ended_at is None for tally in tallies),
        overdue=sum(tally.overdue(view.span.now) for tally in tallies),
        finished=len(finished),
        on_time=sum(tally.on_time for tally in finished),
        withdrawn=sum(tally.withdrawn for tally in tallies),
    )


def loudest(lines: tuple[OfficeLine, ...]) -> Iterator[OfficeLine]:
    """Give the offices that need somebody: those with overdue files, at most three."""
    yield from [line for line in lines if line.overdue][:LOUD]
