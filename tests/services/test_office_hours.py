"""The axis of a simulated run: minutes of legal days, and work laid into an office's time."""

from __future__ import annotations

from datetime import date, time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from services.simulation.office_hours import Axis, fill, spread
from services.time.calendar_seed import vietnam_calendar
from workflows.calendar import in_vietnam
from workflows.scenario import Stint
from workflows.words import ClockRules, law, text

RULES = ClockRules(source=law("a test"))
SAME_DAY = ClockRules(source=law("a test"), first_day="same-day")
AXIS = Axis.starting(date(2026, 11, 20), RULES, vietnam_calendar())  # a Friday
WORK = text("việc", "work")
DAY = AXIS.minutes_a_day


def test_a_day_off_is_no_first_day() -> None:
    assert Axis.starting(date(2026, 11, 21), RULES, vietnam_calendar()).first == date(2026, 11, 23)


def test_days_before_the_calendar_begins_are_not_asked_for() -> None:
    assert Axis.starting(date(2014, 1, 1), RULES, vietnam_calendar()).first == date(2023, 1, 3)


@pytest.mark.parametrize(
    ("minute", "day", "hour", "number"),
    [
        (0, date(2026, 11, 20), time(8, 0), 1),
        (60, date(2026, 11, 20), time(9, 0), 1),
        (DAY, date(2026, 11, 20), time(15, 0), 1),
        (DAY + 1, date(2026, 11, 23), time(8, 1), 2),
        (2 * DAY, date(2026, 11, 23), time(15, 0), 2),
    ],
)
def test_a_legal_day_ends_at_the_cut_off(minute: int, day: date, hour: time, number: int) -> None:
    local = in_vietnam(AXIS.instant(minute))
    assert (local.date(), local.time(), AXIS.day_number(minute)) == (day, hour, number)


@pytest.mark.parametrize(
    ("received", "days", "rules", "due_day"),
    [
        (0, 0, RULES, 1),
        (0, 2, RULES, 3),
        (0, 1, SAME_DAY, 1),
        (DAY, 2, RULES, 3),  # at the cut-off sharp it is still the same day
        (DAY + 1, 2, RULES, 4),
    ],
)
def test_a_limit_ends_with_its_legal_due_day(
    received: int, days: int, rules: ClockRules, due_day: int
) -> None:
    assert AXIS.due(received, days, rules) == AXIS.end_of_day(due_day)


stints = st.lists(st.floats(0.05, 3).map(lambda days: Stint(days=days, text=WORK)), max_size=4)


@given(start=st.integers(0, 5000), room=st.integers(1, 9000), work=stints)
def test_work_and_waiting_fill_the_time_without_a_gap(start: int, room: int, work: list[Stint]) -> None:
    parts = fill(start, start + room, work, DAY)
    assert (parts[0].start, parts[-1].end) == (start, start + room)
    assert [part.end for part in parts[:-1]] == [part.start for part in parts[1:]]
    assert all(part.end > part.start for part in parts)


@given(room=st.integers(1, 9000), work=stints, acts=st.integers(0, 6))
def test_acts_come_in_order_and_the_last_one_at_the_end(room: int, work: list[Stint], acts: int) -> None:
    minutes = spread(fill(100, 100 + room, work, DAY), 100 + room, acts)
    assert len(minutes) == acts
    assert list(minutes) == sorted(minutes)
    assert not minutes or minutes[-1] == 100 + room
    assert all(100 <= minute <= 100 + room for minute in minutes)


def test_the_first_act_is_the_beginning_of_the_work() -> None:
    parts = fill(0, 2 * DAY, [Stint(days=0.5, text=WORK), Stint(days=0.5, text=WORK)], DAY)
    work = [part for part in parts if part.work]
    assert spread(parts, 2 * DAY, 3) == (work[0].start, work[1].start, 2 * DAY)
