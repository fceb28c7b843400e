"""Which working day of a promise it is: the reverse of the due date, whatever stood still between."""

from datetime import datetime, timedelta

from hypothesis import assume, given, settings
from hypothesis import strategies as st

from services.time.calendar_seed import vietnam_calendar
from tests.world import local
from workflows.deadlines import Pause, due_at
from workflows.elapsed import counted_days
from workflows.words import ClockRules, law

CALENDAR = vietnam_calendar()
RULES = ClockRules(source=law("63/2024/NĐ-CP Art. 7"))
SAME_DAY = ClockRules(source=law("63/2024/NĐ-CP Art. 7"), first_day="same-day")
FIRST = local("2025-01-02T07:00")
instants = st.integers(0, 600 * 24 * 60).map(lambda minutes: FIRST + timedelta(minutes=minutes))
hours = st.integers(0, 24 * 12).map(lambda count: timedelta(hours=count))


def pauses_after(start: datetime, gaps: list[tuple[timedelta, timedelta]]) -> list[Pause]:
    found, at = [], start
    for wait, length in gaps:
        begin = at + wait
        at = begin + length
        found.append(Pause(from_=begin, until=at))
    return found


@settings(max_examples=300, deadline=None)
@given(instants, st.integers(1, 15), st.lists(st.tuples(hours, hours), max_size=3), st.booleans())
def test_on_the_due_day_the_whole_limit_is_counted(
    filed: datetime, days: int, gaps: list[tuple[timedelta, timedelta]], same_day: bool
) -> None:
    rules = SAME_DAY if same_day else RULES
    due = due_at(filed, days, rules, CALENDAR, pauses := pauses_after(filed, gaps))
    assume(due is not None and all(pause.until is None or pause.until <= due for pause in pauses))
    # A clock that goes on after the closing hour of the due day moves that day by one, and no count.
    late = sum(pause.until is not None and (pause.until + timedelta(hours=7)).hour >= 17 for pause in pauses)
    assert due is not None
    counted = counted_days(filed, due, rules=rules, calendar=CALENDAR, pauses=pauses)
    assert days <= counted <= days + late


@settings(max_examples=200, deadline=None)
@given(instants, hours, hours, st.lists(st.tuples(hours, hours), max_size=3))
def test_it_goes_back_only_by_the_day_on_which_a_pause_begins(
    filed: datetime, first: timedelta, more: timedelta, gaps: list[tuple[timedelta, timedelta]]
) -> None:
    pauses = pauses_after(filed, gaps)
    moments = (filed, filed + first, filed + first + more)
    seen = [counted_days(filed, at, rules=RULES, calendar=CALENDAR, pauses=pauses) for at in moments]
    assert seen[0] in (0, 1)
    for earlier, later, start, end in zip(seen, seen[1:], moments, moments[1:], strict=False):
        begun = any(start < pause.from_ <= end for pause in pauses)
        assert earlier - begun <= later


def test_an_open_pause_stops_the_count_and_a_day_off_is_none() -> None:
    filed = local("2026-03-02T09:00")  # a Monday
    stops = [Pause(from_=local("2026-03-04T10:00"))]

    def day(at: str, pauses: list[Pause]) -> int:
        return counted_days(filed, local(at), rules=RULES, calendar=CALENDAR, pauses=pauses)

    assert [day(f"2026-03-0{n}T12:00", []) for n in range(2, 9)] == [0, 1, 2, 3, 4, 4, 4]
    assert [day(f"2026-03-0{n}T12:00", stops) for n in range(2, 9)] == [0, 1, 1, 1, 1, 1, 1]
    ended = [Pause(from_=local("2026-03-04T10:00"), until=local("2026-03-06T10:00"))]
    assert [day(f"2026-03-{n:02}T12:00", ended) for n in (6, 9, 10)] == [2, 3, 4]
