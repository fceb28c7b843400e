"""The calendar against an oracle that walks from day to day, in properties and in random questions."""

import os
import random
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from services.time.calendar_seed import vietnam_calendar
from workflows.calendar import Calendar, CalendarDay, DayKind
from workflows.deadlines import Pause, due, due_at, received_on
from workflows.errors import CalendarEnds
from workflows.words import ClockRules, Text, law

QUESTIONS = int(os.environ.get("CLOCK_QUESTIONS", "5000"))
ONE_DAY = timedelta(days=1)
SEVEN_HOURS = timedelta(hours=7)
SOURCE = law("63/2024/NĐ-CP Điều 7")
WORDS = Text(vi="lý do", en="reason")


@dataclass(frozen=True)
class Oracle:
    """The rules once more, in the slowest and plainest way; shares no code with the calendar."""

    exceptions: dict[date, bool]
    first: date
    last: date

    @classmethod
    def of(cls, calendar: Calendar) -> "Oracle":
        rows = {row.on: row.kind == "working" for row in calendar.days if not row.provisional}
        return cls(rows, date(calendar.first_year, 1, 1), date(calendar.last_year, 12, 31))

    def works(self, day: date) -> bool:
        if not self.first <= day <= self.last:
            raise CalendarEnds
        return self.exceptions.get(day, day.isoweekday() <= 5)

    def from_here(self, day: date) -> date:
        while not self.works(day):
            day += ONE_DAY
        return day

    def add(self, day: date, n: int) -> date:
        day = self.from_here(day)
        for _ in range(n):
            day = self.from_here(day + ONE_DAY)
        return day

    def between(self, a: date, b: date) -> int:
        self.works(b)
        count = 0
        while a < b:
            count += self.works(a)
            a += ONE_DAY
        return count

    def received(self, instant: datetime, cut_off: time) -> date:
        local = instant.astimezone(UTC).replace(tzinfo=None) + SEVEN_HOURS
        late = self.works(local.date()) and local.time() > cut_off
        return self.from_here(local.date() + ONE_DAY if late else local.date())

    def due(self, instant: datetime, n: int, rules: ClockRules, pauses: Sequence[Pause]) -> datetime | None:
        """The first working day with n running days behind it, and no pause at its closing hour."""
        day = self.received(instant, rules.cut_off)
        needed = n - 1 if rules.first_day == "same-day" and n > 0 else n
        ran = 0
        while True:
            closing = datetime.combine(day, rules.closes_at, UTC) - SEVEN_HOURS
            begun = [pause for pause in pauses if pause.from_ <= closing]
            if ran >= needed and not any(_still(pause, closing) for pause in begun):
                return closing
            if any(pause.until is None for pause in begun):
                return None
            ran += not any(_covers(pause, day, instant) for pause in pauses)
            day = self.from_here(day + ONE_DAY)


def _still(pause: Pause, instant: datetime) -> bool:
    return pause.until is None or instant < pause.until


def _covers(pause: Pause, day: date, filed: datetime) -> bool:
    if pause.until is None or pause.until <= filed:
        return False
    begin, end = ((moment.astimezone(UTC) + SEVEN_HOURS).date() for moment in (pause.from_, pause.until))
    return begin <= day < end


FIRST, LAST = date(2030, 1, 1), date(2031, 12, 31)
SPAN = (LAST - FIRST).days


@st.composite
def calendars(draw: st.DrawFn) -> Calendar:
    numbers = draw(st.lists(st.integers(0, SPAN), unique=True, max_size=60))
    rows = tuple(
        CalendarDay(on=FIRST + n * ONE_DAY, kind=draw(st.sampled_from(DayKind)), reason=WORDS, source="nguồn")
        for n in numbers
    )
    return Calendar(days=rows, first_year=2030, last_year=2031)


def days(first: int = 0, last: int = 400) -> st.SearchStrategy[date]:
    return st.integers(first, last).map(lambda n: FIRST + n * ONE_DAY)


def instants(first: int = 10, last: int = 400) -> st.SearchStrategy[datetime]:
    # Seconds around the hours that matter, so that the edges are really met.
    edges = [
        time(0, 0),
        time(15, 0),
        time(15, 0, 1),
        time(17, 0),
        time(17, 0, 1),
        time(9, 30),
        time(23, 59, 59),
    ]
    return st.builds(
        lambda day, hour: datetime.combine(day, hour, UTC) - SEVEN_HOURS,
        days(first, last),
        st.sampled_from(edges),
    )


@st.composite
def pauses(draw: st.DrawFn, *, open_too: bool = True) -> list[Pause]:
    made = []
    for _ in range(draw(st.integers(0, 4))):
        begin, end = sorted((draw(instants(10, 60)), draw(instants(10, 60))))
        is_open = open_too and draw(st.integers(0, 9)) == 0
        made.append(Pause(from_=begin, until=None if is_open else end, reason="lý do"))
    return made


RULES = st.builds(
    ClockRules,
    source=st.just(SOURCE),
    cut_off=st.sampled_from([time(15, 0), time(16, 0)]),
    first_day=st.sampled_from(["next-working-day", "same-day"]),
)
COUNTS = st.integers(0, 60)
quick = settings(max_examples=200, deadline=None)


@quick
@given(calendars(), days(), COUNTS)
def test_adding_agrees_with_walking_day_by_day(calendar: Calendar, start: date, n: int) -> None:
    assert calendar.add_working_days(start, n) == Oracle.of(calendar).add(start, n)


@quick
@given(calendars(), days(), days())
def test_counting_between_agrees_with_walking_day_by_day(calendar: Calendar, a: date, b: date) -> None:
    a, b = min(a, b), max(a, b)
    assert calendar.working_days_between(a, b) == Oracle.of(calendar).between(a, b)
    assert calendar.working_days_between(b, a) == -Oracle.of(calendar).between(a, b)


@quick
@given(calendars(), days(), days(), COUNTS)
def test_a_later_start_never_ends_earlier(calendar: Calendar, a: date, b: date, n: int) -> None:
    a, b = min(a, b), max(a, b)
    assert calendar.add_working_days(a, n) <= calendar.add_working_days(b, n)


@quick
@given(calendars(), days(), COUNTS, COUNTS)
def test_adding_twice_is_adding_the_sum(calendar: Calendar, start: date, a: int, b: int) -> None:
    there = calendar.add_working_days(calendar.add_working_days(start, a), b)
    assert there == calendar.add_working_days(start, a + b)
    assert calendar.add_working_days(there, -b) == calendar.add_working_days(start, a)


@quick
@given(calendars(), days(), COUNTS)
def test_adding_never_lands_on_a_day_off_and_can_be_counted_back(
    calendar: Calendar, start: date, n: int
) -> None:
    end = calendar.add_working_days(start, n)
    assert calendar.is_working(end)
    assert calendar.why_off(end) is None
    assert calendar.working_days_between(start, end) == n


@quick
@given(calendars(), days(), st.booleans())
def test_the_next_working_day_agrees_with_walking(calendar: Calendar, day: date, include: bool) -> None:
    expected = Oracle.of(calendar).from_here(day if include else day + ONE_DAY)
    assert calendar.next_working(day, include=include) == expected


@quick
@given(calendars(), days(0, SPAN))
def test_a_day_is_off_exactly_when_it_has_a_reason(calendar: Calendar, day: date) -> None:
    assert calendar.is_working(day) == Oracle.of(calendar).works(day)
    assert calendar.is_working(day) == (calendar.why_off(day) is None)


@quick
@given(calendars(), st.randoms(use_true_random=False), instants(), COUNTS, RULES)
def test_the_order_of_the_rows_does_not_matter(
    calendar: Calendar, chance: random.Random, received: datetime, n: int, rules: ClockRules
) -> None:
    rows = list(calendar.days)
    chance.shuffle(rows)
    other = Calendar(days=tuple(rows), first_year=2030, last_year=2031)
    assert other.fingerprint == calendar.fingerprint
    assert due(received, n, rules=rules, calendar=other) == due(received, n, rules=rules, calendar=calendar)


@quick
@given(calendars(), instants(10, 60), COUNTS, RULES, pauses())
def test_due_dates_agree_with_the_oracle(
    calendar: Calendar, received: datetime, n: int, rules: ClockRules, stopped: list[Pause]
) -> None:
    oracle = Oracle.of(calendar)
    assert received_on(received, rules, calendar) == oracle.received(received, rules.cut_off)
    assert due_at(received, n, rules, calendar, stopped) == oracle.due(received, n, rules, stopped)


@quick
@given(calendars(), instants(10, 60), COUNTS, RULES, pauses())
def test_the_words_come_with_the_same_due_date(
    calendar: Calendar, received: datetime, n: int, rules: ClockRules, stopped: list[Pause]
) -> None:
    answer = due(received, n, rules=rules, calendar=calendar, pauses=stopped)
    assert answer.due_at == due_at(received, n, rules, calendar, stopped)
    assert answer.received_on == received_on(received, rules, calendar)
    assert answer.due_on is None or calendar.is_working(answer.due_on)


@quick
@given(calendars(), instants(10, 60), COUNTS, RULES, pauses(), st.randoms(use_true_random=False))
def test_pauses_commute(
    calendar: Calendar,
    received: datetime,
    n: int,
    rules: ClockRules,
    stopped: list[Pause],
    chance: random.Random,
) -> None:
    other = list(stopped)
    chance.shuffle(other)
    assert due_at(received, n, rules, calendar, stopped) == due_at(received, n, rules, calendar, other)


@quick
@given(calendars(), instants(10, 60), COUNTS, RULES, st.tuples(*[instants(10, 60)] * 3))
def test_a_pause_in_two_touching_parts_is_one_pause(
    calendar: Calendar,
    received: datetime,
    n: int,
    rules: ClockRules,
    moments: tuple[datetime, datetime, datetime],
) -> None:
    begin, middle, end = sorted(moments)
    whole = [Pause(from_=begin, until=end, reason="x")]
    parts = [Pause(from_=begin, until=middle, reason="x"), Pause(from_=middle, until=end, reason="x")]
    assert due_at(received, n, rules, calendar, parts) == due_at(received, n, rules, calendar, whole)


@quick
@given(calendars(), instants(10, 60), COUNTS, RULES, pauses(open_too=False), pauses(open_too=False))
def test_more_pauses_never_make_it_due_earlier(
    calendar: Calendar,
    received: datetime,
    n: int,
    rules: ClockRules,
    some: list[Pause],
    more: list[Pause],
) -> None:
    before, after = (due_at(received, n, rules, calendar, stopped) for stopped in (some, some + more))
    assert before is not None
    assert after is not None
    assert before <= after


@quick
@given(calendars(), instants(10, 60), instants(10, 60), COUNTS, RULES, pauses(open_too=False))
def test_what_is_filed_later_is_never_due_earlier(
    calendar: Calendar, a: datetime, b: datetime, n: int, rules: ClockRules, stopped: list[Pause]
) -> None:
    first, second = (due_at(moment, n, rules, calendar, stopped) for moment in sorted((a, b)))
    assert first is not None
    assert second is not None
    assert first <= second


@quick
@given(calendars(), instants(), COUNTS, RULES, pauses(open_too=False))
def test_nothing_is_due_before_it_was_filed(
    calendar: Calendar, received: datetime, n: int, rules: ClockRules, stopped: list[Pause]
) -> None:
    end = due_at(received, n, rules, calendar, stopped)
    assert end is not None
    assert end >= received


@quick
@given(calendars(), days(), instants(), COUNTS, RULES)
def test_one_more_day_off_never_makes_it_due_earlier(
    calendar: Calendar, added: date, received: datetime, n: int, rules: ClockRules
) -> None:
    rest = tuple(row for row in calendar.days if row.on != added)
    holiday = CalendarDay(on=added, kind=DayKind.OFF, reason=WORDS, source="nguồn")
    maybe = holiday.model_copy(update={"provisional": True})
    without = calendar.model_copy(update={"days": rest})
    if not without.is_working(added):
        return
    before = due_at(received, n, rules, without)
    assert due_at(received, n, rules, calendar.model_copy(update={"days": (*rest, maybe)})) == before
    after = due_at(received, n, rules, calendar.model_copy(update={"days": (*rest, holiday)}))
    assert before is not None
    assert after is not None
    assert before <= after


def _questions(count: int) -> Iterator[tuple[datetime, int, ClockRules, list[Pause]]]:
    chance = random.Random(20261121)
    start = datetime(2022, 12, 30, tzinfo=UTC)
    for _ in range(count):
        received = start + timedelta(seconds=chance.randrange(1464 * 86_400))
        first_day = chance.choice(["next-working-day", "same-day"])
        stopped = []
        for _ in range(chance.choice([0, 0, 0, 1, 2])):
            begin = received + timedelta(seconds=chance.randrange(-5 * 86_400, 20 * 86_400))
            length = timedelta(seconds=chance.randrange(15 * 86_400))
            stopped.append(Pause(from_=begin, until=begin + length, reason="x"))
        yield received, chance.randrange(25), ClockRules(source=SOURCE, first_day=first_day), stopped


@pytest.mark.clock
@pytest.mark.timeout(60 + QUESTIONS // 200)
def test_random_questions_to_the_real_calendar_agree_with_the_oracle() -> None:
    calendar = vietnam_calendar()
    oracle = Oracle.of(calendar)
    refused = 0
    for received, n, rules, stopped in _questions(QUESTIONS):
        question = (received, n, rules.first_day, stopped)
        try:
            expected = oracle.due(received, n, rules, stopped)
        except CalendarEnds:
            refused += 1
            with pytest.raises(CalendarEnds):
                due_at(received, n, rules, calendar, stopped)
            continue
        assert due_at(received, n, rules, calendar, stopped) == expected, question
    assert 0 < refused < QUESTIONS // 10
