"""What is concluded from runs with queues: causes, what-ifs, forecasts, fits and replays."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import replace
from datetime import date, datetime, time, timedelta
from fractions import Fraction
from functools import cache

import pytest

from services.simulation.calibration import Fit, fitted, refit
from services.simulation.causes import CAUSES, causes, shapley
from services.simulation.eventlog import Entry, simulated
from services.simulation.flow import Size, run
from services.simulation.forecast import Desk, Gone, Waiting, back_test, outlook
from services.simulation.hours import Days
from services.simulation.often import STORIES_BY_SLUG, Knobs, often_page, under
from services.simulation.recipe import opening_days, work_out
from services.simulation.replay import History, Past, replay
from services.simulation.seen import Acted
from services.simulation.whatif import Change, closed_on, difference
from services.time.calendar_seed import vietnam_calendar
from workflows.calendar import VIETNAM
from workflows.errors import CalendarEnds
from workflows.language import Deadline
from workflows.load import fixed, lognormal
from workflows.registry import Registry, registry
from workflows.vocabulary import Clock
from workflows.words import law

LAW, CALENDAR = registry(), vietnam_calendar()
BIRTH, DEATH = STORIES_BY_SLUG["sinh"], STORIES_BY_SLUG["tu"]
ROLL_OUT = BIRTH.after[0]
USUAL = Knobs()
PAIRS = [(BIRTH, 0, 0), (BIRTH, 1, 4), (DEATH, 0, 1)]


# --- causes -------------------------------------------------------------------------------------------


@pytest.mark.parametrize(("story", "was", "now"), PAIRS, ids=["published", "with-card", "death"])
def test_the_causes_add_up_to_the_saved_days(story: object, was: int, now: int) -> None:
    assert story in (BIRTH, DEATH)
    chosen = BIRTH if story is BIRTH else DEATH
    before, after = (under(chosen, way, USUAL, LAW) for way in (chosen.before[was], chosen.after[now]))
    found = causes(before, after, LAW, CALENDAR, families=12)
    assert sum(part for _, part in found.parts) == found.saved == found.before - found.after
    assert {cause for cause, _ in found.parts} == set(CAUSES)
    assert sum(round(days * 10) for _, days in found.tenths()) == round(found.saved * 10)
    assert found.saved > 5


def test_a_way_saves_nothing_on_itself() -> None:
    plan = under(BIRTH, ROLL_OUT, USUAL, LAW)
    found = causes(plan, plan, LAW, CALENDAR, families=6)
    assert [part for _, part in found.parts] == [0] * len(CAUSES)


def test_shapleys_rule_on_a_game_whose_answer_is_known() -> None:
    """The glove game: one left glove, two right ones; a pair is worth one (Shapley: 2/3, 1/6, 1/6)."""

    def worth(group: frozenset[str]) -> Fraction:
        return Fraction(int("left" in group and len(group) > 1))

    parts = shapley(("left", "right", "other right"), worth)
    assert parts == {"left": Fraction(2, 3), "right": Fraction(1, 6), "other right": Fraction(1, 6)}


# --- what if ------------------------------------------------------------------------------------------


@cache
def change(**what: object) -> Mapping[str, float]:
    plan = under(BIRTH, BIRTH.after[1], USUAL, LAW)
    found = difference(plan, Change(**what), LAW, CALENDAR, 300, 1)  # type: ignore[arg-type]
    return {"days": found.days.mean, "within": found.days.within, "promised": found.promised.mean}


def test_nothing_changed_makes_no_difference_at_all() -> None:
    assert change() == {"days": 0, "within": 0, "promised": 0}


def test_more_files_and_fewer_officers_make_families_wait() -> None:
    crowded = change(volume=2.5)
    assert crowded["days"] - crowded["within"] > 0
    assert change(staff=-1)["days"] > 0
    assert change(incomplete=0.5)["promised"] < -0.1


def test_the_weeks_before_tet_are_compared_with_the_same_weeks_without_the_crowd() -> None:
    assert change(season="tet")["days"] > 0


def test_days_on_which_offices_are_shut_are_days_on_which_nobody_works() -> None:
    storm = (date(2024, 7, 10), date(2024, 7, 11))
    shut = closed_on(CALENDAR, storm)
    assert not any(shut.is_working(day) for day in storm)
    assert shut.is_working(date(2024, 7, 12))
    assert change(closed=storm)["days"] <= 0.2, "a shut day is no working day, so it hardly counts"


# --- a forecast -----------------------------------------------------------------------------------------

MONDAY = datetime(2026, 3, 2, 7, 30, tzinfo=VIETNAM)


def desk(officers: int, waiting: int, per_day: float, minutes: float = 48.0) -> Desk:
    due = MONDAY + timedelta(days=1, hours=9.5)
    return Desk(officers, 0.0, (Waiting(due),) * waiting, per_day, 3, fixed(minutes))


def test_an_office_works_off_what_lies_there() -> None:
    """Ten files of 48 minutes are one officer's day, to the minute."""
    days = outlook(desk(1, 15, 0), CALENDAR, MONDAY, runs=3)
    assert [one.done.mean for one in days[:3]] == [10, 5, 0]
    assert [one.open.mean for one in days[:3]] == [5, 0, 0]
    assert sum(one.late.mean for one in days) == 0
    assert [one.day.isoformat() for one in days[4:6]] == ["2026-03-06", "2026-03-09"]
    assert len(days) == 10


def test_an_office_that_cannot_cope_is_late() -> None:
    days = outlook(desk(1, 25, 12), CALENDAR, MONDAY, runs=40)
    assert [days[0].late.mean, days[1].late.mean] == [0, 5]
    assert days[-1].open.mean > days[4].open.mean > 15
    assert sum(one.coming.mean for one in days) == pytest.approx(120, rel=0.1)
    relieved = outlook(desk(3, 25, 12), CALENDAR, MONDAY, runs=40)
    assert sum(one.late.mean for one in relieved) == 0


def test_a_forecast_beyond_the_proclaimed_years_is_refused() -> None:
    with pytest.raises(CalendarEnds):
        outlook(desk(1, 0, 1), CALENDAR, datetime(2026, 12, 28, 9, tzinfo=VIETNAM))


# --- fits -------------------------------------------------------------------------------------------------


@cache
def synthetic(seed: str = "1/0") -> tuple[tuple[Entry, ...], Days]:
    plan = under(BIRTH, BIRTH.after[1], USUAL, LAW)
    days = opening_days(plan, CALENDAR)
    acts: list[Acted] = []
    run(work_out(plan, LAW, days), seed, Size(900), lambda _: None, acts.append)
    return simulated(acts, days), days


def true_value(fit: Fit) -> float | None:
    load = under(BIRTH, ROLL_OUT, USUAL, LAW).load
    if fit.figure in ("minutes", "sigma"):
        handling = load.minutes_for(fit.member, fit.step)
        return handling.middle if fit.figure == "minutes" else handling.sigma
    known = {"per-day": load.per_day, "incomplete": load.incomplete, "register": load.agency.middle}
    return known.get(fit.figure)


def test_the_parameters_of_a_synthetic_log_are_found_within_their_intervals() -> None:
    fits = [(fit, true) for fit in fitted(*synthetic()) if (true := true_value(fit)) is not None]
    assert {fit.figure for fit, _ in fits} == {"per-day", "incomplete", "minutes", "sigma", "register"}
    steps = {(fit.member, fit.step) for fit, _ in fits}
    assert steps >= {("permanent-residence", "approve"), ("birth-registration", "sign")}
    assert [fit for fit, true in fits if not fit.holds(true)] == []
    assert all(fit.high - fit.low < 0.25 * true for fit, true in fits if fit.count > 500 and fit.step)


def test_intervals_hold_nineteen_times_of_twenty() -> None:
    fits = [fit for seed in ("0/0", "2/0", "3/0", "4/0") for fit in fitted(*synthetic(seed))]
    known = [(fit, true) for fit in fits if (true := true_value(fit)) is not None]
    share = sum(fit.holds(true) for fit, true in known) / len(known)
    assert len(known) > 60
    assert 0.88 <= share <= 1


def test_other_parameters_are_not_taken_for_the_true_ones() -> None:
    """A fit can fail: a log of slower officers does not fit the figures of the quicker ones."""
    plan = under(BIRTH, BIRTH.after[1], USUAL, LAW)
    slow = [
        one.model_copy(update={"minutes": lognormal(one.minutes.middle * 1.3, 0.4)})
        for one in plan.load.handlings
    ]
    other = replace(plan, load=plan.load.model_copy(update={"handlings": tuple(slow)}))
    days, acts = opening_days(plan, CALENDAR), list[Acted]()
    run(work_out(other, LAW, days), "1/0", Size(400), lambda _: None, acts.append)
    fits = [fit for fit in fitted(simulated(acts, days), days) if fit.figure == "minutes" and fit.count > 300]
    assert fits
    assert not any(fit.holds(float(true_value(fit) or 0)) for fit in fits)


def test_fitted_figures_take_the_place_of_assumed_ones() -> None:
    load = under(BIRTH, ROLL_OUT, USUAL, LAW).load
    fits = fitted(*synthetic())
    found = refit(load, fits)
    approve = next(
        fit.value
        for fit in fits
        if (fit.figure, fit.member, fit.step) == ("minutes", "permanent-residence", "approve")
    )
    assert found.minutes_for("permanent-residence", "approve").middle == approve
    assert found.minutes_for("nothing", "unheard-of") == load.minutes_for("nothing", "unheard-of")
    assert found.per_day == next(fit.value for fit in fits if fit.figure == "per-day")


def test_a_short_log_says_nothing() -> None:
    entries, days = synthetic()
    assert fitted(entries[:3], days) == ()


# --- replay -------------------------------------------------------------------------------------------------

KEY = "permanent-residence@2024-07"


def histories() -> list[History]:
    entries, _ = synthetic()
    plan = under(BIRTH, BIRTH.after[1], USUAL, LAW)
    facts = work_out(plan, LAW, opening_days(plan, CALENDAR)).facts
    cases: dict[str, list[Entry]] = {}
    for entry in entries:
        if entry.procedure == KEY:
            cases.setdefault(entry.case, []).append(entry)
    chosen = list(cases.items())[:40]
    return [
        History(
            case, "x", KEY, facts, acts[0].state, tuple(Past(a.step, {}, a.state, a.target) for a in acts)
        )
        for case, acts in chosen
    ]


def verdicts(new: object) -> Counter[str]:
    return Counter(replay(one, LAW.procedure(KEY), new).verdict for one in histories())  # type: ignore[arg-type]


def test_a_case_on_its_own_definition_is_the_same() -> None:
    assert verdicts(LAW.procedure(KEY)) == {"same": 40}


def test_another_limit_is_a_difference_in_words() -> None:
    new = LAW.procedure(KEY).revised(deadlines=(Deadline(working_days=6, source=law("a test")),))
    found = replay(histories()[0], LAW.procedure(KEY), new)
    assert (found.verdict, [words.en for words in found.words]) == (
        "different", ["The limit of 2 working days becomes 6."]
    )  # fmt: skip


def test_a_step_that_is_gone_makes_exactly_its_cases_impossible() -> None:
    old = LAW.procedure(KEY)
    new = old.revised(steps=tuple(step for step in old.steps if step.code != "request-supplement"))
    asked = sum(any(past.step == "request-supplement" for past in one.steps) for one in histories())
    assert 0 < asked < 40
    assert verdicts(new) == {"same": 40 - asked, "impossible": asked}


def test_another_clock_in_a_state_is_a_difference() -> None:
    old = LAW.procedure(KEY)
    states = [
        state.model_copy(update={"clock": Clock.PAUSES}) if state.code == "awaiting-register" else state
        for state in old.states
    ]
    assert verdicts(old.revised(states=tuple(states))) == {"different": 40}


# --- the page's answers ---------------------------------------------------------------------------------


def test_knobs_stay_within_what_makes_sense() -> None:
    assert Knobs.within(None, None, None, None) == Knobs()
    assert Knobs.within(900, -7, 9_000_000, -5) == Knobs(100, -1, 5000, 5)


def test_a_page_is_counted_once_for_a_law_and_anew_for_another() -> None:
    knobs = Knobs(runs=200)
    asked = (CALENDAR, BIRTH, BIRTH.before[0], ROLL_OUT, knobs)
    page = often_page(LAW, *asked)
    assert often_page(LAW, *asked).after is page.after
    copy = Registry.of(*LAW.all_definitions())
    again = often_page(copy, *asked)
    assert again == page
    assert again.after is not page.after
    assert sum(round(cause.days * 10) for cause in page.causes) == round(page.saved * 10)
    assert page.series[0].counts == page.before.counts[1:]


def test_a_forecast_is_tested_on_what_came() -> None:
    """An office that does every case within the day: expecting that is right, expecting a queue is not."""
    days = [date(2026, 2, 2) + timedelta(days=n) for n in range(28)]
    mornings = [datetime.combine(day, time(8), VIETNAM) for day in days if day.weekday() < 5]
    gone = [Gone(at, at + timedelta(hours=1), None) for at in mornings for _ in range(4)]

    def quick(instant: datetime) -> Desk:
        return Desk(2, 0.0, (), 4.0, 3, fixed(30.0))

    found = back_test(gone, quick, CALENDAR, MONDAY, origins=1, runs=20)
    assert found is not None
    assert (found.days, found.level, found.still) == (10, 0, 0)
    assert found.open < 0.5, "half an hour of work rarely stays overnight"
    slow = back_test(
        gone, lambda _: Desk(1, 0.0, (), 4.0, 3, fixed(300.0)), CALENDAR, MONDAY, origins=1, runs=20
    )
    assert slow is not None
    assert slow.open > 5, "a forecast that is wrong must show"
    assert not slow.useful
    assert back_test(gone, lambda _: None, CALENDAR, MONDAY) is None
