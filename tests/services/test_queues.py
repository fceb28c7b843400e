"""Runs with queues: what the machine accepts, what chance may change, and how families are counted."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from itertools import pairwise
from typing import Any

import pytest

from services.simulation.chance import stream
from services.simulation.due import Dues
from services.simulation.flow import Size, run
from services.simulation.hours import DAY, Days
from services.simulation.often import STORIES_BY_SLUG, Knobs, under
from services.simulation.recipe import OBSTRUCTED, SUPPLEMENTED, Plan, Recipe, opening_days, work_out
from services.simulation.results import Spreading, interval, spreading, student
from services.simulation.seen import Acted, Finished
from services.simulation.simulate import simulate
from services.time.calendar_seed import vietnam_calendar
from workflows import deadlines
from workflows.errors import CalendarEnds, TransitionRefused
from workflows.language import Deadline, Procedure
from workflows.load import Spread
from workflows.machine import compiled, starting, take
from workflows.registry import Registry, registry
from workflows.route import stand_in
from workflows.scenario import Scenario, Story
from workflows.vocabulary import Ending
from workflows.words import law

LAW, CALENDAR = registry(), vietnam_calendar()
USUAL = Knobs()
BIRTH, DEATH = STORIES_BY_SLUG["sinh"], STORIES_BY_SLUG["tu"]
WAYS = [(story, way) for story in (BIRTH, DEATH) for way in (*story.before, *story.after)]
PUBLISHED, ROLL_OUT = BIRTH.before[0], BIRTH.after[0]


def recipe(story: Story, way: Scenario, knobs: Knobs = USUAL, known: Registry = LAW) -> Recipe:
    plan = under(story, way, knobs, known)
    return work_out(plan, known, opening_days(plan, CALENDAR))


def ran(made: Recipe, families: int = 60, seed: str = "1/0") -> tuple[list[Finished], list[Acted]]:
    done: list[Finished] = []
    acts: list[Acted] = []
    run(made, seed, Size(families, ahead=20, behind=10), done.append, acts.append)
    return done, acts


def spread(way: Scenario, knobs: Knobs = USUAL, known: Registry = LAW) -> Spreading:
    return spreading(recipe(BIRTH, way, knobs, known), 300, knobs.seed)


def named(value: object) -> str:
    return value.slug if isinstance(value, Story | Scenario) else ""


# --- the machine accepts every trace ----------------------------------------------------------------


def accepted(made: Recipe, acts: Sequence[Acted]) -> int:
    """Give each case's acts to the machine, step by step; return how many it took."""
    facts: dict[str, dict[str, Any]] = {}
    states: dict[str, str] = {}
    for act in acts:
        case = f"{act.number}/{act.member}"
        procedure = LAW.procedure(act.procedure)
        if case not in states:
            own = facts[case] = {**dict(procedure.assumes), **made.facts}
            start = starting(procedure, own)
            states[case], _ = start.state, own.update(start.sets)
        step = compiled(procedure).steps[act.step]
        given = {item.code: stand_in(item) for item in step.takes} | {
            item.code: stand_in(item) for item in gifts(procedure)
        }
        outcome = take(procedure, states[case], act.step, {**facts[case], **given})
        assert (act.state, outcome.state.code) == (states[case], act.target)
        facts[case].update(given)
        facts[case].update(outcome.sets)
        states[case] = outcome.state.code
    for case, state in states.items():
        procedure = made.parts[case.split("/")[1]].procedure
        assert compiled(procedure).states[state].ending is Ending.ISSUED, case
    return len(acts)


def gifts(procedure: Procedure) -> list[Any]:
    asks = [effect for step in procedure.steps for effect in step.effects if effect.kind == "ask"]
    asks += [effect for start in procedure.starts for effect in start.effects if effect.kind == "ask"]
    return [item for ask in asks for item in ask.gives]


@pytest.mark.parametrize(("story", "way"), WAYS, ids=named)
def test_the_machine_accepts_every_simulated_trace(story: Story, way: Scenario) -> None:
    made = recipe(story, way, Knobs(late=40))
    done, acts = ran(made)
    assert len(done) == 60
    assert accepted(made, acts) > 300
    assert any(act.step.startswith("request-supplement") for act in acts)


@pytest.mark.parametrize("spoil", ["left out", "swapped", "another state"])
def test_a_sabotaged_trace_is_refused(spoil: str) -> None:
    made = recipe(BIRTH, ROLL_OUT)
    acts = [act for act in ran(made)[1] if act.number == 5]
    if spoil == "left out":
        acts = acts[1:]
    elif spoil == "swapped":
        acts[0], acts[1] = acts[1], acts[0]
    else:
        acts[0] = acts[0]._replace(target="issued")
    with pytest.raises((TransitionRefused, AssertionError)):
        accepted(made, acts)


def test_faults_of_registers_happen_and_are_mended() -> None:
    plan = under(BIRTH, ROLL_OUT, Knobs(late=0), LAW)
    load = plan.load.model_copy(update={"obstacle": 1.0})
    made = work_out(
        Plan(BIRTH, ROLL_OUT, plan.bundle, load, plan.manner, plan.handover),
        LAW,
        opening_days(plan, CALENDAR),
    )
    assert all({OBSTRUCTED, SUPPLEMENTED} <= set(part.paths) for part in made.parts.values())
    done, acts = ran(made)
    faults = [act for act in acts if act.step == "record-register-obstacle"]
    assert len(faults) == 90
    assert accepted(made, acts)
    assert len(done) == 60


# --- time ---------------------------------------------------------------------------------------------


def test_officers_work_in_office_hours_only_and_on_one_file_at_a_time() -> None:
    made = recipe(BIRTH, PUBLISHED)
    hours = made.days.office()
    busy: dict[tuple[str, int], list[tuple[int, int]]] = defaultdict(list)
    for act in ran(made)[1]:
        if act.officer >= 0:
            assert hours.ends(hours.work_at(act.at)) == act.at, "an act ended outside office hours"
            assert hours.starts(hours.work_at(act.started)) == act.started
            busy[act.office, act.officer].append((act.started, act.at))
    for spans in busy.values():
        spans.sort()
        assert all(end <= begin for (_, end), (begin, _) in pairwise(spans))


def test_due_dates_in_a_run_are_those_of_the_legal_calendar() -> None:
    made = recipe(BIRTH, ROLL_OUT)
    dues, days = Dues(made), made.days
    part = made.parts["permanent-residence"]
    for minute in range(0, 12 * DAY, 37):
        want = deadlines.due_at(days.instant(minute), 3, part.procedure.clock, CALENDAR)
        assert days.instant(dues.due(part, 3, minute)) == want


def test_office_hours_count_there_and_back() -> None:
    hours = Days.starting(PUBLISHED_START, CALENDAR, 60).office(away=[4])
    assert hours.a_day == 480
    for work in range(0, 30 * 480, 7):
        assert hours.work_at(hours.starts(work)) == work
        assert not work or hours.work_at(hours.ends(work)) == work


PUBLISHED_START = LAW.bundle(PUBLISHED.bundle).effective_from


def test_a_queue_that_grows_without_end_is_said() -> None:
    plan = under(BIRTH, BIRTH.after[3], Knobs(staff=-1), LAW)
    crowded = plan.load.model_copy(update={"per_day": 500.0})
    plan = Plan(BIRTH, BIRTH.after[3], plan.bundle, crowded, plan.manner, plan.handover)
    made = work_out(plan, LAW, opening_days(plan, CALENDAR))
    with pytest.raises(CalendarEnds):
        run(made, "1/0", Size(5000), lambda _: None)


# --- chance ---------------------------------------------------------------------------------------------


def test_the_same_seed_is_the_same_run_and_another_is_not() -> None:
    first, again = ran(recipe(BIRTH, ROLL_OUT)), ran(recipe(BIRTH, ROLL_OUT))
    assert first == again
    assert ran(recipe(BIRTH, ROLL_OUT), seed="2/0") != first


def test_families_file_at_the_same_hour_whatever_else_differs() -> None:
    filed = [
        {one.number: one.filed for one in ran(recipe(BIRTH, ROLL_OUT, knobs))[0]}
        for knobs in (Knobs(), Knobs(late=60), Knobs(staff=2))
    ]
    assert filed[0] == filed[1] == filed[2]


def test_incomplete_files_cost_punctuality() -> None:
    shares = [spread(ROLL_OUT, Knobs(late=late)).promised.mean for late in (0, 40, 90)]
    assert shares[0] > shares[1] + 0.1 > shares[2] + 0.2


def test_an_officer_less_makes_families_wait_longer() -> None:
    few, usual, more = (spread(ROLL_OUT, Knobs(staff=staff)).days.mean for staff in (-1, 0, 1))
    assert few > usual >= more


def test_another_limit_in_a_definition_moves_the_days() -> None:
    deadline = (Deadline(working_days=9, source=law("a test")),)
    changed = Registry.of(
        *(
            one.revised(deadlines=deadline)
            if isinstance(one, Procedure) and one.code == "permanent-residence-separate"
            else one
            for one in LAW.all_definitions()
        )
    )
    seven = spread(BIRTH.before[1])
    assert spread(BIRTH.before[1], known=changed).half - seven.half in (2, 3)


def test_nobody_finishes_before_the_runs_of_one_family_allow() -> None:
    """Who carries paper is never faster than the single family on its best way."""
    shortest = simulate(LAW, CALENDAR, BIRTH, PUBLISHED).total
    done = ran(recipe(BIRTH, PUBLISHED), 150)[0]
    assert min(one.days for one in done) >= shortest
    assert all(one.trips >= 4 for one in done)
    assert all(one.trips == 0 for one in ran(recipe(BIRTH, ROLL_OUT))[0])


# --- counting -------------------------------------------------------------------------------------------


def test_counts_add_up() -> None:
    found = spread(ROLL_OUT)
    assert sum(found.counts) == found.families == 300
    mean = sum(day * count for day, count in enumerate(found.counts)) / 300
    assert found.days.mean == pytest.approx(mean)
    assert sum(found.counts[: found.half + 1]) >= 150 > sum(found.counts[: found.half])
    assert sum(found.counts[: found.most + 1]) >= 270 > sum(found.counts[: found.most])
    assert found.days.low < found.days.mean < found.days.high


def test_a_way_near_the_end_of_the_calendar_runs_in_shorter_pieces() -> None:
    way = next(one for one in DEATH.after if one.slug == "2026")
    found = spreading(recipe(DEATH, way, Knobs(late=100, staff=-1)), 1000, 1)
    assert sum(found.counts) == 1000


@pytest.mark.parametrize(("freedom", "value"), [(4, 2.776), (9, 2.262), (30, 2.042), (120, 1.980)])
def test_students_quantile_is_that_of_the_tables(freedom: int, value: float) -> None:
    assert student(0.95, freedom) == pytest.approx(value, rel=5e-3)


def test_an_interval_holds_the_mean_about_as_often_as_it_says() -> None:
    source = stream("intervals", "normal")
    hits = 0
    for _ in range(400):
        values = [source.gauss(10, 3) for _ in range(12)]
        within = interval(values)
        hits += abs(sum(values) / 12 - 10) <= within
    assert 0.92 <= hits / 400 <= 0.98
    assert interval([1.0]) == float("inf")


@pytest.mark.parametrize("low_middle_high", [(3, 2, 5), (0, -1, 1)])
def test_spreads_out_of_order_are_refused(low_middle_high: tuple[float, float, float]) -> None:
    low, middle, high = low_middle_high
    with pytest.raises(ValueError, match=r"triangle|no time"):
        Spread(shape="triangular", low=low, middle=middle, high=high)
