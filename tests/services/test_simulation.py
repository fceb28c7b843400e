"""The scripted runs: which day comes out, why, and that the real engine takes the very same steps."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from services.access.actors import citizen
from services.demo.stage import Stage, open_stage, run_jobs
from services.officers import cases
from services.simulation.office_hours import Axis
from services.simulation.simulate import simulate
from services.simulation.timeline import STORIES
from services.simulation.trace import FAMILY, PLATFORM, Taken, Trace
from services.time.calendar_seed import vietnam_calendar
from tests.services.takers import officer
from tests.world import World
from workflows.errors import DefinitionError
from workflows.language import Deadline, Procedure
from workflows.machine import starting, take
from workflows.registry import Registry, registry
from workflows.route import stand_in
from workflows.scenario import Scenario, Story
from workflows.vocabulary import Ending, Role
from workflows.words import law

LAW = registry()
CALENDAR = vietnam_calendar()
BIRTH, DEATH = STORIES
WAYS = [(story, way) for story in STORIES for way in (*story.before, *story.after)]
LINKED = [(story, way) for story in STORIES for way in story.after]
TOTALS = {
    ("sinh", "cong-bo"): 21,
    ("sinh", "don-le"): 13,
    ("sinh", "2023"): 4,
    ("sinh", "2024"): 3,
    ("sinh", "2024-xac-minh"): 5,
    ("sinh", "2026"): 3,
    ("sinh", "2026-can-cuoc"): 8,
    ("tu", "don-le"): 14,
    ("tu", "2024"): 9,
    ("tu", "2026"): 9,
}


def named(value: Any) -> str:
    return value.slug if isinstance(value, Story | Scenario) else ""


def run(story: str, way: str, known: Registry = LAW) -> Trace:
    found = next(pair for pair in WAYS if (pair[0].slug, pair[1].slug) == (story, way))
    return simulate(known, CALENDAR, *found)


def with_limit(code: str, days: int) -> Registry:
    """The law as it is, but that one procedure, in every version, has another limit."""
    deadlines = (Deadline(working_days=days, source=law("a test")),)
    return Registry.of(
        *(
            one.revised(deadlines=deadlines) if isinstance(one, Procedure) and one.code == code else one
            for one in LAW.all_definitions()
        )
    )


# --- which day comes out --------------------------------------------------------------------------


def test_every_scenario_has_its_day() -> None:
    assert {(story.slug, way.slug): run(story.slug, way.slug).total for story, way in WAYS} == TOTALS


def test_the_published_baseline_is_one_and_fifteen_and_five() -> None:
    spans = run("sinh", "cong-bo").spans
    assert [round(span.end - span.start) for span in spans] == [1, 15, 5]
    assert [span.day for span in spans] == [1, 16, 21]


@pytest.mark.parametrize(
    ("way", "code", "days", "total"),
    [
        ("don-le", "permanent-residence-separate", 10, 16),
        ("don-le", "child-health-insurance-separate", 10, 18),
        ("2023", "permanent-residence", 1, 4),
        ("2024", "birth-registration", 0, 3),
        ("2024", "child-health-insurance", 1, 3),
        ("2026-can-cuoc", "under-six-identity-card", 4, 5),
    ],
)
def test_another_limit_gives_another_day(way: str, code: str, days: int, total: int) -> None:
    assert run("sinh", way, with_limit(code, days)).total == total


def test_both_limits_shorter_and_the_linked_way_is_shorter() -> None:
    deadlines = (Deadline(working_days=1, source=law("a test")),)
    codes = ("permanent-residence", "child-health-insurance")
    known = Registry.of(
        *(
            one.revised(deadlines=deadlines) if isinstance(one, Procedure) and one.code in codes else one
            for one in LAW.all_definitions()
        )
    )
    assert run("sinh", "2024", known).total == 2


def test_the_limit_of_the_group_binds_when_it_ends_sooner() -> None:
    spans = {span.member: span for span in run("sinh", "2024-xac-minh").spans}
    assert (spans["permanent-residence"].own_day, spans["permanent-residence"].day) == (6, 5)
    assert spans["permanent-residence"].bound_by_group
    assert not spans["child-health-insurance"].bound_by_group


def test_the_verification_is_a_step_that_was_really_taken() -> None:
    taken = [one.step for one in run("sinh", "2024-xac-minh").taken]
    assert "start-verification" in taken
    assert "start-verification" not in [one.step for one in run("sinh", "2024").taken]


def test_a_family_without_a_way_to_the_result_is_a_mistake_of_the_scenario() -> None:
    nowhere = next(way for story, way in WAYS if way.slug == "2026")
    lost = nowhere.model_copy(update={"facts": (("residence.with", "none"),)})
    with pytest.raises(DefinitionError):
        simulate(LAW, CALENDAR, BIRTH, lost)


# --- what a run leaves behind ---------------------------------------------------------------------


@pytest.mark.parametrize(("story", "way"), WAYS, ids=named)
def test_the_same_run_twice_is_the_same(story: Story, way: Scenario) -> None:
    assert simulate(LAW, CALENDAR, story, way) == simulate(LAW, CALENDAR, story, way)


@pytest.mark.parametrize(("story", "way"), WAYS, ids=named)
def test_every_office_is_either_working_or_waiting_from_first_to_last(story: Story, way: Scenario) -> None:
    trace = simulate(LAW, CALENDAR, story, way)
    for span in trace.spans:
        parts = [part for part in trace.segments if part.lane == span.member]
        assert parts[0].start == pytest.approx(span.start)
        assert [part.end for part in parts[:-1]] == [part.start for part in parts[1:]]
        assert parts[-1].end <= span.end
        assert all(part.end > part.start for part in parts)
    assert max(part.end for part in trace.segments) == pytest.approx(trace.total)


@pytest.mark.parametrize(("story", "way"), WAYS, ids=named)
def test_events_come_in_order_and_each_member_ends_with_its_result(story: Story, way: Scenario) -> None:
    trace = simulate(LAW, CALENDAR, story, way)
    assert [event.at for event in trace.events] == sorted(event.at for event in trace.events)
    last = {one.member: one for one in trace.taken}
    for span in trace.spans:
        state = span.procedure.state(last[span.member].target)
        assert state.ending is Ending.ISSUED
    assert all(1 <= event.day <= trace.total for event in trace.events)


def test_the_family_that_carries_goes_out_once_more_than_there_are_offices() -> None:
    trace = run("sinh", "don-le")
    assert trace.carried
    assert trace.trips == (0.0, 1.0, 8.0, 13.0)
    assert all(PLATFORM not in (source, target) for _, source, target in trace.hops)


def test_the_linked_family_stays_at_home_and_the_platform_carries() -> None:
    trace = run("sinh", "2024")
    assert trace.trips == ()
    assert {lane for event in trace.events if event.automatic for lane in [event.lane]} == {PLATFORM}
    assert (trace.events[0].lane, trace.events[0].label.vi) == (FAMILY, "Nộp một tờ khai trực tuyến")
    assert sum(target == PLATFORM for _, _, target in trace.hops) == len(trace.spans)


def test_holidays_and_weekends_do_not_count() -> None:
    bundle = LAW.bundle("birth@2026-09")
    axis = Axis.starting(bundle.effective_from, bundle.clock, CALENDAR)
    assert axis.first == date(2026, 9, 3)  # the first two days of that September are a holiday
    assert axis.instant(axis.end_of_day(2)).date() == date(2026, 9, 4)
    assert axis.instant(axis.end_of_day(2) + 1).date() == date(2026, 9, 7)


# --- the machine and the real engine take the same steps ------------------------------------------


@pytest.mark.parametrize(("story", "way"), WAYS, ids=named)
def test_the_machine_accepts_every_step_again(story: Story, way: Scenario) -> None:
    trace = simulate(LAW, CALENDAR, story, way)
    facts: dict[str, dict[str, Any]] = {}
    states: dict[str, str] = {}
    for one in trace.taken:
        procedure = LAW.procedure(one.procedure)
        own = facts.setdefault(one.member, {**dict(procedure.assumes), **trace.facts})
        if one.member not in states:
            start = starting(procedure, own)
            states[one.member] = start.state
            own.update(start.sets)
        outcome = take(procedure, states[one.member], one.step, own)
        own.update(outcome.sets)
        states[one.member] = outcome.state.code
        assert outcome.state.code == one.target


@pytest.fixture
def stage(tmp_path: Path, request: pytest.FixtureRequest) -> Iterator[Stage]:
    story, way = request.getfixturevalue("story"), request.getfixturevalue("way")
    bundle = LAW.bundle(way.bundle)
    axis = Axis.starting(bundle.effective_from, bundle.clock, CALENDAR)
    opened = open_stage(tmp_path, axis.instant(0))
    assert simulate(LAW, opened.context.calendar(), story, way).bundle.key == way.bundle
    yield opened
    opened.close()


@pytest.mark.parametrize(("story", "way"), LINKED, ids=named)
def test_the_real_engine_takes_the_same_steps_at_the_same_instants(
    stage: Stage, story: Story, way: Scenario
) -> None:
    trace = simulate(LAW, CALENDAR, story, way)
    bundle = trace.bundle
    axis = Axis.starting(bundle.effective_from, bundle.clock, CALENDAR)
    world = World(stage.context, stage.clock, stage.jobs, stage.agencies)
    requester = citizen(str(trace.facts["requester.personal-id"]), str(trace.facts["requester.full-name"]))
    dossier = world.submit(requester, bundle.slug, dict(trace.facts))
    assert dossier.bundle == way.bundle
    for one in trace.taken:
        stage.clock.move_to(axis.instant(round(one.at * axis.minutes_a_day)))
        act(stage, world, dossier.id, one)
        assert world.cases(dossier.id)[one.member].state == one.target
    assert world.dossier(dossier.id).state == "finished"
    own_days = {span.member: span.own_day for span in trace.spans}
    for member, case in world.cases(dossier.id).items():
        assert case.ending == "issued", member
        assert case.due_at is not None
        assert case.entered_at <= case.due_at
        due_on = CALENDAR.local_date(case.due_at)
        assert CALENDAR.working_days_between(axis.first, due_on) + 1 == own_days[member]


def act(stage: Stage, world: World, dossier_id: str, one: Taken) -> None:
    """Let an officer of the office take the step; what an agency answers comes by itself."""
    case = world.cases(dossier_id)[one.member]
    if one.by is Role.AGENCY:
        run_jobs(stage)
        return
    assert case.state == one.state
    step = LAW.procedure(one.procedure).step(one.step)
    assert step is not None
    given = {item.code: stand_in(item) for item in step.takes}
    actor = officer(stage, case.office_id, one.by.value)
    cases.take_step(stage.context.work(actor), case.id, one.step, given)
