"""One form for what happened, simulated or real, so that files and fits do not care which it was.

Officers are numbered within their office and nobody is named: a process-mining file leaves the house.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime
from itertools import groupby

from services.simulation.hours import Days
from services.simulation.seen import Acted

OPENED = "case-opened"


@dataclass(frozen=True, slots=True)
class Entry:
    """One step of one case; `ready` is when its turn came, with the step before it or the opening."""

    dossier: str
    case: str
    member: str
    procedure: str
    step: str
    by: str
    state: str
    target: str
    office: str
    officer: str
    ready: datetime
    at: datetime


def simulated(acts: Iterable[Acted], days: Days) -> tuple[Entry, ...]:
    """Turn what a run tells into entries, in the order of time."""
    found = [_entry(act, days) for act in acts]
    return tuple(sorted(found, key=lambda one: (one.at, one.case)))


def _entry(act: Acted, days: Days) -> Entry:
    dossier = f"S{act.number:06d}"
    return Entry(
        dossier=dossier,
        case=f"{dossier}/{act.member}",
        member=act.member,
        procedure=act.procedure,
        step=act.step,
        by=act.by,
        state=act.state,
        target=act.target,
        office=act.office,
        officer=f"{act.office}#{act.officer + 1}" if act.officer >= 0 else "",
        ready=days.instant(act.ready),
        at=days.instant(act.at),
    )


def by_dossier(entries: Iterable[Entry]) -> Iterator[tuple[str, list[Entry]]]:
    """Group entries by the family they belong to, each in the order of time."""
    ordered = sorted(entries, key=lambda one: (one.dossier, one.at, one.case))
    for dossier, group in groupby(ordered, key=lambda one: one.dossier):
        yield dossier, list(group)
