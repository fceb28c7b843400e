"""A real dossier the old way: where it would be today if the family carried papers between offices."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any, Literal

from services.simulation.often import STORIES_BY_SLUG
from services.simulation.simulate import simulate
from services.simulation.trace import Span, Trace
from services.unit_of_work import UnitOfWork
from storage import dossiers
from workflows import deadlines
from workflows.bundle import Bundle
from workflows.calendar import Calendar
from workflows.errors import CalendarEnds, DefinitionError, NotFound
from workflows.registry import Registry
from workflows.scenario import Assumption, Scenario, Story
from workflows.words import Source, Text

Standing = Literal["done", "now", "ahead"]
NOTHING_TO_COMPARE = Text(
    vi="Hồ sơ này chưa có cách làm cũ để so sánh.", en="There is no old way to compare this file with."
)


@dataclass(frozen=True, slots=True)
class Stage:
    """One office of the old way: from which day to which it may have the dossier, by its own limit."""

    office: Text
    procedure: Text
    begins: date
    due: date
    working_days: int
    source: Source
    standing: Standing


@dataclass(frozen=True, slots=True)
class OldWayPage:
    """The old way of one dossier; `day` is the working day today since receipt, of `total`.

    `typical` says that what was declared has no counterpart on paper, so that the usual
    family of the story stands in for it.
    """

    scenario: Text
    received: date
    day: int
    total: int
    done: date
    stages: tuple[Stage, ...]
    trips: int
    trips_so_far: int
    typical: bool
    ended: date | None
    assumptions: tuple[Assumption, ...]


def old_way(uow: UnitOfWork, dossier_id: str) -> OldWayPage:
    """Run the separate procedures for a dossier, from the day on which it was received.

    Raises:
        NotFound: there is no such dossier, or no old way of its bundle.
        CalendarEnds: the old way leads beyond the proclaimed years.
    """
    with uow:
        row = dossiers.dossier(uow.connection, dossier_id)
        if row is None or row.submitted_at is None:
            raise NotFound(text=NOTHING_TO_COMPARE)
        calendar, bundle = uow.context.calendar(), uow.registry.bundle(row.bundle)
        received = deadlines.received_on(row.submitted_at, bundle.clock, calendar)
        today = max(received, calendar.next_working(calendar.local_date(uow.now), include=True))
        day = calendar.working_days_between(received, today) + 1
        ended = calendar.local_date(row.ended_at) if row.ended_at else None
    story, scenario = _of(bundle)
    trace, typical = _run(uow.registry, calendar, story, scenario, row.facts, received)
    return OldWayPage(
        scenario=scenario.text,
        received=received,
        day=day,
        total=trace.total,
        done=calendar.add_working_days(received, trace.total - 1),
        stages=tuple(_stage(span, calendar, received, day) for span in trace.spans),
        trips=len(trace.trips),
        trips_so_far=sum(trip <= day - 1 for trip in trace.trips),
        typical=typical,
        ended=ended,
        assumptions=scenario.assumptions,
    )


def _of(bundle: Bundle) -> tuple[Story, Scenario]:
    """Find the separate way of a bundle that rests on today's limits, not on an illustration."""
    for story in STORIES_BY_SLUG.values():
        if any(way.bundle.split("@")[0] == bundle.code for way in story.after):
            return story, next(way for way in story.before if not way.illustrative)
    raise NotFound(text=NOTHING_TO_COMPARE)


def _run(
    registry: Registry,
    calendar: Calendar,
    story: Story,
    scenario: Scenario,
    facts: Mapping[str, Any],
    first: date,
) -> tuple[Trace, bool]:
    """Run what was declared; where paper knows no way for it, run the usual family."""
    stated = {**dict(story.facts), **{k: v for k, v in facts.items() if isinstance(v, bool | int | str)}}
    own = story.model_copy(update={"facts": tuple(stated.items()), "dates": ()})
    try:
        return simulate(registry, calendar, own, scenario, first=first), False
    except CalendarEnds:
        raise
    except DefinitionError:
        return simulate(registry, calendar, story, scenario, first=first), True


def _stage(span: Span, calendar: Calendar, received: date, day: int) -> Stage:
    begins = max(1, int(span.start + 1e-9) + (span.start > 0))
    standing: Standing = "done" if day > span.day else "now" if day >= begins else "ahead"
    return Stage(
        office=span.authority.short,
        procedure=span.procedure.text,
        begins=calendar.add_working_days(received, begins - 1),
        due=calendar.add_working_days(received, span.day - 1),
        working_days=span.deadline.working_days,
        source=span.deadline.source,
        standing=standing,
    )
