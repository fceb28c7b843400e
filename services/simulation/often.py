"""Is it always on time? Many families on both ways, under the knobs of a reader, remembered once counted."""

from collections.abc import Iterator
from dataclasses import dataclass

from services.simulation.causes import CAUSES, Causes, causes
from services.simulation.memory import remembered
from services.simulation.recipe import Plan, opening_days, plan_of, work_out
from services.simulation.results import OfficeTime, Spreading, spreading
from services.simulation.timeline import timeline_page
from workflows.calendar import Calendar
from workflows.load import Load
from workflows.registry import Registry
from workflows.scenario import Assumption, Scenario, Story
from workflows.scenarios.birth import BIRTH_STORY
from workflows.scenarios.death import DEATH_STORY
from workflows.scenarios.loads import LOADS
from workflows.words import Text, text

ANY_PROCEDURE = text("Mọi thủ tục", "Any procedure")
OTHER_STEPS = text("các bước khác", "other steps")
FEWEST, MOST = 200, 5000  # families
STORIES_BY_SLUG = {story.slug: story for story in (BIRTH_STORY, DEATH_STORY)}
STAFF = (-1, 0, 1, 2)


@dataclass(frozen=True, slots=True)
class Knobs:
    """What a reader may turn: incomplete files in percent, officers more or fewer, families, seed."""

    late: int = 12
    staff: int = 0
    runs: int = 1000
    seed: int = 1

    @classmethod
    def within(cls, late: int | None, staff: int | None, runs: int | None, seed: int | None) -> "Knobs":
        """Take what was asked for as far as it is sensible; nothing asked is the usual."""
        usual = cls()
        return cls(
            late=usual.late if late is None else min(max(late, 0), 100),
            staff=usual.staff if staff is None else min(max(staff, STAFF[0]), STAFF[-1]),
            runs=usual.runs if runs is None else min(max(runs, FEWEST), MOST),
            seed=usual.seed if seed is None else min(abs(seed), 999_999),
        )


@dataclass(frozen=True, slots=True)
class Series:
    """One way as the histogram draws it: `counts[d]` families had everything at the end of day d + 1."""

    label: Text
    tone: str
    counts: tuple[int, ...]
    half: int
    most: int


@dataclass(frozen=True, slots=True)
class CauseLine:
    """A cause, and its part of the saved days in tenths of a day."""

    text: Text
    days: float


@dataclass(frozen=True, slots=True)
class OftenPage:
    """Both ways under the same knobs; the parts of the saved days add up to `saved`."""

    knobs: Knobs
    before: Spreading
    after: Spreading
    series: tuple[Series, Series]
    causes: tuple[CauseLine, ...]
    cause_families: int
    saved: float
    offices: tuple[tuple[Text, OfficeTime | None, OfficeTime | None], ...]
    desks: tuple[tuple[Text, int], ...]
    minutes: tuple[tuple[Text, Text, float], ...]
    assumptions: tuple[Assumption, ...]

    @property
    def axis_days(self) -> int:
        return max(self.before.last, self.after.last, 1)


def load_of(story: Story) -> Load:
    """Return the load of the town in which a story is told."""
    return next(load for load in LOADS if load.story == story.slug)


def warm(registry: Registry, calendar: Calendar) -> None:
    """Count what the page shows when nobody has turned a knob, so that its first reader need not wait."""
    for story in (BIRTH_STORY, DEATH_STORY):
        page = timeline_page(registry, calendar, story.slug, "", "")
        often_page(registry, calendar, page.story, page.before.scenario, page.after.scenario, Knobs())


def under(story: Story, scenario: Scenario, knobs: Knobs, registry: Registry) -> Plan:
    """Return a way of dealing with the story, as the knobs stand."""
    load = load_of(story).with_staff(knobs.staff)
    return plan_of(story, scenario, load.model_copy(update={"incomplete": knobs.late / 100}), registry)


def often_page(
    registry: Registry, calendar: Calendar, story: Story, before: Scenario, after: Scenario, knobs: Knobs
) -> OftenPage:
    """Run both ways, or remember how they ran.

    Raises:
        DefinitionError: a procedure has no way to its result for this family.
        CalendarEnds: a queue outgrows the proclaimed years.
    """

    def ran(scenario: Scenario) -> Spreading:
        key = ("ran", calendar.fingerprint, story.slug, scenario.slug, knobs)
        return remembered(registry, key, lambda: _run(registry, calendar, story, scenario, knobs))

    why = _causes(registry, calendar, story, before, after)
    was, now = ran(before), ran(after)
    parts = why.tenths()
    return OftenPage(
        knobs=knobs,
        before=was,
        after=now,
        series=(_series(was, "was"), _series(now, "now")),
        causes=tuple(CauseLine(CAUSES[cause], days) for cause, days in parts),
        cause_families=why.families,
        saved=float(round(why.saved, 1)),
        offices=_offices(registry, before, after, was, now),
        desks=tuple(_desks(registry, load_of(story).with_staff(knobs.staff))),
        minutes=tuple(_minutes(registry, after, load_of(story))),
        assumptions=load_of(story).assumptions,
    )


def _run(registry: Registry, calendar: Calendar, story: Story, scenario: Scenario, knobs: Knobs) -> Spreading:
    plan = under(story, scenario, knobs, registry)
    return spreading(work_out(plan, registry, opening_days(plan, calendar)), knobs.runs, knobs.seed)


def _causes(
    registry: Registry, calendar: Calendar, story: Story, before: Scenario, after: Scenario
) -> Causes:
    """Attribute the saved days under the usual knobs: turning them must not change why."""
    usual = Knobs()
    was, now = (under(story, scenario, usual, registry) for scenario in (before, after))
    key = ("causes", calendar.fingerprint, story.slug, before.slug, after.slug)
    return remembered(registry, key, lambda: causes(was, now, registry, calendar))


def _series(ran: Spreading, tone: str) -> Series:
    label = text("Nay", "Now") if tone == "now" else text("Trước", "Before")
    return Series(label, tone, ran.counts[1:], ran.half, ran.most)


def _offices(
    registry: Registry, before: Scenario, after: Scenario, was: Spreading, now: Spreading
) -> tuple[tuple[Text, OfficeTime | None, OfficeTime | None], ...]:
    """Put both ways' times of each member side by side; a way may lack one."""
    names: dict[str, Text] = {}
    for scenario in (after, before):
        for code, procedure in registry.procedures_of(registry.bundle(scenario.bundle)).items():
            names.setdefault(code, procedure.short)
    then, today = ({office.member: office for office in ran.offices} for ran in (was, now))
    present = then.keys() | today.keys()
    return tuple((name, then.get(code), today.get(code)) for code, name in names.items() if code in present)


def _desks(registry: Registry, load: Load) -> Iterator[tuple[Text, int]]:
    """Name each office with its officers."""
    for desk in load.desks:
        yield registry.authority(desk.authority).short, desk.officers


def _minutes(registry: Registry, scenario: Scenario, load: Load) -> Iterator[tuple[Text, Text, float]]:
    """Name the minutes of each step, with the words of the definitions."""
    procedures = registry.procedures_of(registry.bundle(scenario.bundle))
    for handling in load.handlings:
        steps = [step for one in procedures.values() if (step := one.step(handling.step))]
        if handling.member in ("", *procedures) and (steps or not handling.step):
            procedure = procedures[handling.member].short if handling.member else ANY_PROCEDURE
            yield procedure, steps[0].text if steps else OTHER_STEPS, handling.minutes.middle
