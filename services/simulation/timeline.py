"""The page that compares two ways through the offices, computed from two simulated runs."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from services.simulation import narration
from services.simulation.memory import remembered
from services.simulation.simulate import simulate
from services.simulation.trace import FAMILY, PLATFORM, Happening, Segment, Span, Trace
from workflows import chain
from workflows.calendar import Calendar
from workflows.forms.reuse import reuse
from workflows.registry import Registry
from workflows.scenario import Assumption, Scenario, Story
from workflows.scenarios.birth import BIRTH_STORY
from workflows.scenarios.death import DEATH_STORY
from workflows.vocabulary import Standing
from workflows.words import Source, Text, text

STORIES = (BIRTH_STORY, DEATH_STORY)


@dataclass(frozen=True, slots=True)
class Lane:
    """One line of a chart; a `subtotal` of none lets the family's lane count its outings."""

    code: str
    label: Text
    tone: str
    subtotal: Text | None


@dataclass(frozen=True, slots=True)
class Chart:
    """One way, drawn on an axis that both ways share."""

    axis_days: int
    end_day: int
    lanes: tuple[Lane, ...]
    segments: tuple[Segment, ...]
    hops: tuple[tuple[float, str, str], ...]
    trips: tuple[float, ...]
    status_label: Text | None = None


@dataclass(frozen=True, slots=True)
class EventLine:
    """One thing that happens, as the list beside the charts tells it."""

    at: float
    day: int
    label: Text
    tone: str
    automatic: bool


@dataclass(frozen=True, slots=True)
class LimitLine:
    """One time limit that the run used, and where it comes from."""

    text: Text
    limit: Text
    source: Source
    group_day: int | None


@dataclass(frozen=True, slots=True)
class Way:
    """One of the two ways that are compared."""

    scenario: Scenario
    bundle_key: str
    total: int
    chart: Chart
    events: tuple[EventLine, ...]
    limits: tuple[LimitLine, ...]
    illustrative: bool
    provisional: bool


@dataclass(frozen=True, slots=True)
class Gain:
    """What one measure was, and what it is now."""

    code: str
    before: float
    after: float

    @property
    def better(self) -> bool:
        return self.after < self.before


@dataclass(frozen=True, slots=True)
class TimelinePage:
    """Two ways for one family, side by side."""

    story: Story
    stories: tuple[Story, ...]
    before: Way
    after: Way
    gains: tuple[Gain, ...]
    assumptions: tuple[Assumption, ...]

    @property
    def axis_days(self) -> int:
        return self.before.chart.axis_days

    def rows(self) -> Iterator[tuple[Way, Lane, Segment]]:
        """List every stretch of both ways, lane by lane."""
        for way in (self.before, self.after):
            for lane in way.chart.lanes:
                yield from ((way, lane, part) for part in way.chart.segments if part.lane == lane.code)


def timeline_page(
    registry: Registry, calendar: Calendar, story_slug: str, before_slug: str, after_slug: str
) -> TimelinePage:
    """Simulate the two ways that are asked for; an unknown name means the first one.

    Raises:
        DefinitionError: a scenario names a bundle that there is not, or one without a way to its result.
    """
    story = next((story for story in STORIES if story.slug == story_slug), STORIES[0])
    was, now = _named(story.before, before_slug), _named(story.after, after_slug)
    key = ("timeline", calendar.fingerprint, story.slug, was.slug, now.slug)
    return remembered(registry, key, lambda: _page(registry, calendar, story, was, now))


def _page(registry: Registry, calendar: Calendar, story: Story, was: Scenario, now: Scenario) -> TimelinePage:
    before, after = (simulate(registry, calendar, story, way) for way in (was, now))
    axis = max(before.total, after.total)
    return TimelinePage(
        story=story,
        stories=STORIES,
        before=_way(before, axis),
        after=_way(after, axis),
        gains=_gains(registry, before, after),
        assumptions=tuple(dict.fromkeys((*before.scenario.assumptions, *after.scenario.assumptions))),
    )


def _named(scenarios: Sequence[Scenario], slug: str) -> Scenario:
    return next((scenario for scenario in scenarios if scenario.slug == slug), scenarios[0])


def _way(trace: Trace, axis: int) -> Way:
    lanes = tuple(_lanes(trace))
    return Way(
        scenario=trace.scenario,
        bundle_key=trace.bundle.key,
        total=trace.total,
        chart=Chart(axis, trace.total, lanes, trace.segments, trace.hops, trace.trips),
        events=tuple(_events(trace, {lane.code: lane for lane in lanes})),
        limits=tuple(_limit(span) for span in trace.spans),
        illustrative=trace.scenario.illustrative,
        provisional=trace.bundle.standing is Standing.PROVISIONAL,
    )


def _lanes(trace: Trace) -> Iterator[Lane]:
    yield Lane(FAMILY, text("Gia đình", "Family"), "citizen", None)
    if handover := trace.scenario.handover:
        label = text("Nền tảng", "Platform")
        yield Lane(PLATFORM, label, "hub", narration.every_time(handover.minutes))
    for span in trace.spans:
        yield Lane(
            span.member,
            _label(span, trace.spans),
            span.authority.tone,
            narration.allowed(span.deadline.working_days),
        )


def _label(span: Span, spans: Sequence[Span]) -> Text:
    """Call a lane by its office, and by its procedure too where one office has several."""
    office = span.authority.short
    if sum(other.authority.code == span.authority.code for other in spans) == 1:
        return office
    short = span.procedure.short
    return Text(vi=f"{office.vi} – {short.vi}", en=f"{office.en} – {short.en}")


def _events(trace: Trace, lanes: Mapping[str, Lane]) -> Iterator[EventLine]:
    """Tell what happens in order; what one office does in one moment is one line."""
    moments: dict[tuple[float, int, str], list[Happening]] = {}
    for event in trace.events:
        moments.setdefault((event.at, _turn(event), event.lane), []).append(event)
    for (at, _, code), events in sorted(moments.items(), key=lambda moment: moment[0][:2]):
        what = narration.together([event.label for event in events])
        office = None if code in (FAMILY, PLATFORM) else lanes[code].label
        label = narration.by(office, what) if office else what
        yield EventLine(at, events[0].day, label, lanes[code].tone, events[0].automatic)


def _turn(event: Happening) -> int:
    """Order one moment: the family files, offices act, the platform carries, results arrive."""
    if event.lane == FAMILY:
        return 0 if event.at == 0 else 3
    return 2 if event.lane == PLATFORM else 1


def _limit(span: Span) -> LimitLine:
    return LimitLine(
        span.procedure.text,
        narration.allowed(span.deadline.working_days),
        span.deadline.source,
        span.day if span.bound_by_group else None,
    )


def _gains(registry: Registry, before: Trace, after: Trace) -> tuple[Gain, ...]:
    """Count what changes for the family and inside the offices.

    The boxes are those of the separate forms of the linked procedures, the questions
    those of the one declaration.
    """
    members = chain.taking_part(after.bundle, after.facts)
    codes = [registry.procedure(member.procedure).code for member in members]
    saved = reuse(registry.declaration(after.bundle.declaration), after.facts, codes)
    return (
        Gain("days", before.total, after.total),
        Gain("trips", len(before.trips), len(after.trips)),
        Gain("boxes", saved.boxes, saved.typed),
        Gain("waiting", before.days_of("wait"), after.days_of("wait")),
        Gain("working", before.days_of("work"), after.days_of("work")),
    )
