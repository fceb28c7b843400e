"""Working hours against an oracle that lists the open minutes of each day and walks from day to day.

`CLOCK_QUESTIONS=100000` asks as many random questions as release wants; every run asks some thousands.
"""

import os
import random
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, time, timedelta
from functools import cache

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from services.time.calendar_seed import vietnam_calendar
from workflows.calendar import VIETNAM, Calendar, CalendarDay, DayKind
from workflows.errors import CalendarEnds
from workflows.words import Text, law, text
from workflows.working_time import (
    AFTERNOON,
    MORNING,
    USUAL_SESSIONS,
    Closure,
    OfficeSession,
    WorkingTime,
    hours_left,
)

QUESTIONS = int(os.environ.get("CLOCK_QUESTIONS", "3000"))
MINUTE = timedelta(minutes=1)
ONE_DAY = timedelta(days=1)
SOURCE = law("63/2024/NĐ-CP Điều 7")
WORDS = Text(vi="bão", en="storm")

SATURDAYS = OfficeSession(weekday=5, since=date(2025, 6, 1), opens=(MORNING,), source=SOURCE)
SUMMER = tuple(
    OfficeSession(
        weekday=day,
        since=date(2026, 4, 15),
        opens=((time(7), time(11, 30)), (time(13, 30), time(17))),
        source=SOURCE,
    )
    for day in range(5)
)
STORM = Closure(on=date(2026, 9, 24), shut=(time(10), time(14, 30)), reason=WORDS, source="Công điện 1")
PLAIN = WorkingTime(calendar=vietnam_calendar())
MIXED = WorkingTime(
    calendar=vietnam_calendar(), sessions=(*USUAL_SESSIONS, SATURDAYS, *SUMMER), closures=(STORM,)
)


def at(day: str, hour: str) -> datetime:
    return datetime.strptime(f"{day} {hour}", "%d/%m/%Y %H:%M").replace(tzinfo=VIETNAM)


@dataclass
class Oracle:
    """The same rules minute by minute: no prefix sums, no searches, no code shared."""

    hours: WorkingTime
    known: dict[date, list[int]] = field(default_factory=dict)

    def minutes(self, day: date) -> list[int]:
        """List the open minutes of a day, each by its number since midnight."""
        if day.year not in range(2023, 2027):
            raise CalendarEnds
        if day not in self.known:
            self.known[day] = self._open_minutes(day)
        return self.known[day]

    def _open_minutes(self, day: date) -> list[int]:
        kinds = [row.kind for row in self.hours.calendar.days if row.on == day and not row.provisional]
        if DayKind.OFF in kinds:
            return []
        weekday = 0 if DayKind.WORKING in kinds and day.isoweekday() > 5 else day.isoweekday() - 1
        opens, newest = (), date.min
        for row in self.hours.sessions:
            if row.weekday == weekday and newest <= row.since <= day:
                opens, newest = row.opens, row.since
        spans = [one.shut for one in self.hours.closures if one.on == day]
        clocks = ((minute, time(minute // 60, minute % 60)) for minute in range(1440 if opens else 0))
        return [
            minute
            for minute, clock in clocks
            if any(a <= clock < b for a, b in opens) and not any(a <= clock < b for a, b in spans)
        ]

    def add(self, start: datetime, n: int) -> datetime:
        """Walk minute by minute, day after day, until n open minutes have passed."""
        local = start.astimezone(UTC).replace(tzinfo=None) + timedelta(hours=7)
        day, first = local.date(), local.hour * 60 + local.minute
        if n == 0 and first - 1 in self.minutes(day):  # the closing minute still belongs to its session
            return start
        while True:
            left = [minute for minute in self.minutes(day) if minute >= first]
            if 0 < n <= len(left) or (n == 0 and left):
                passed = left[n - 1] + 1 if n else left[0]
                return datetime.combine(day, time(), VIETNAM) + passed * MINUTE
            n -= len(left)
            day, first = day + ONE_DAY, 0

    def between(self, a: datetime, b: datetime) -> int:
        count, day = 0, a.astimezone(VIETNAM).date()
        while day <= b.astimezone(VIETNAM).date():
            midnight = datetime.combine(day, time(), VIETNAM)
            count += sum(a <= midnight + minute * MINUTE < b for minute in self.minutes(day))
            day += ONE_DAY
        return count


@cache
def oracle(mixed: bool) -> Oracle:
    return Oracle(MIXED if mixed else PLAIN)


# --- what people ask --------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("start", "hours", "end"),
    [
        (at("13/02/2026", "16:00"), 2, at("23/02/2026", "08:30")),  # over Tết
        (at("09/01/2026", "16:30"), 4, at("10/01/2026", "11:00")),  # into the Saturday that is worked
        (at("02/03/2026", "10:30"), 2, at("02/03/2026", "14:00")),  # over noon
        (at("02/03/2026", "15:00"), 2, at("02/03/2026", "17:00")),  # the end is the closing hour
        (at("06/03/2026", "20:00"), 0, at("09/03/2026", "07:30")),  # closed: the next opening
        (at("04/03/2026", "17:00"), -4, at("04/03/2026", "13:00")),  # the last four hours begin after noon
        (at("04/03/2026", "12:00"), -4, at("04/03/2026", "07:30")),
        (at("09/03/2026", "08:30"), -2, at("06/03/2026", "16:00")),
    ],
)
def test_hours_are_counted_in_sessions(start: datetime, hours: int, end: datetime) -> None:
    assert PLAIN.add(start, timedelta(hours=hours)) == end


def test_saturday_mornings_count_for_offices_that_have_them_and_are_no_working_days() -> None:
    friday = at("06/03/2026", "16:00")
    assert PLAIN.add(friday, timedelta(hours=3)) == at("09/03/2026", "09:30")
    assert MIXED.add(friday, timedelta(hours=3)) == at("07/03/2026", "09:30")
    assert MIXED.calendar.is_working(date(2026, 3, 7)) is False
    assert MIXED.hours_on(date(2025, 5, 31)) == ()  # the row begins the day after


def test_a_swapped_saturday_has_the_hours_of_a_full_day_and_a_holiday_has_none() -> None:
    assert PLAIN.hours_on(date(2026, 1, 10)) == (MORNING, AFTERNOON)
    assert MIXED.hours_on(date(2026, 8, 22)) == SUMMER[0].opens
    assert MIXED.hours_on(date(2026, 8, 29)) == (MORNING,)
    assert PLAIN.hours_on(date(2026, 2, 17)) == ()


def test_a_holiday_that_falls_on_a_saturday_shuts_the_saturday_morning_too() -> None:
    saturday = next(
        row.on for row in vietnam_calendar().days if row.on.weekday() == 5 and row.kind is DayKind.OFF
    )
    mornings = SATURDAYS.model_copy(update={"since": date(2020, 1, 1)})
    hours = WorkingTime(calendar=vietnam_calendar(), sessions=(*USUAL_SESSIONS, mornings))
    assert hours.hours_on(saturday) == ()


def test_a_storm_takes_a_part_of_the_day_out() -> None:
    assert MIXED.hours_on(STORM.on) == ((time(7), time(10)), (time(14, 30), time(17)))
    assert MIXED.add(at("24/09/2026", "09:00"), timedelta(hours=2)) == at("24/09/2026", "15:30")
    assert not MIXED.is_open(at("24/09/2026", "10:30"))


def test_the_hours_of_a_day_are_those_in_force_on_it() -> None:
    assert MIXED.hours_on(date(2026, 4, 14))[0] == MORNING
    assert MIXED.hours_on(date(2026, 4, 15))[0] == (time(7), time(11, 30))
    ends = OfficeSession(weekday=5, since=date(2026, 1, 1), opens=(), source=SOURCE)
    ended = MIXED.model_copy(update={"sessions": (*MIXED.sessions, ends)})
    assert WorkingTime.model_validate(dict(ended)).hours_on(date(2026, 3, 7)) == ()


def test_what_is_left_is_said_in_whole_hours() -> None:
    assert hours_left(timedelta(hours=6, minutes=20)) == text("còn 6 giờ làm việc", "6 working hours left")
    assert hours_left(timedelta(minutes=40)).vi == "còn 40 phút làm việc"
    assert hours_left(timedelta(hours=-1)) == text("quá 1 giờ làm việc", "1 working hour over")


@pytest.mark.parametrize(
    "question",
    [
        lambda: PLAIN.add(at("31/12/2026", "16:00"), timedelta(hours=2)),
        lambda: PLAIN.add(at("31/12/2026", "18:00"), timedelta()),
        lambda: PLAIN.add(at("03/01/2023", "08:00"), timedelta(hours=-2)),
        lambda: PLAIN.add(at("01/01/2027", "08:00"), timedelta(hours=-2)),
        lambda: PLAIN.between(at("31/12/2026", "08:00"), at("01/01/2027", "00:00")),
        lambda: PLAIN.is_open(at("31/12/2022", "08:00")),
        lambda: PLAIN.hours_on(date(2027, 1, 4)),
    ],
)
def test_a_question_beyond_the_proclaimed_years_is_refused(question) -> None:
    with pytest.raises(CalendarEnds):
        question()


def test_an_instant_without_a_zone_and_hours_out_of_order_are_refused() -> None:
    with pytest.raises(ValueError, match="no time zone"):
        PLAIN.add(datetime(2026, 3, 2, 9), timedelta(hours=1))  # noqa: DTZ001 - the very mistake
    with pytest.raises(ValueError, match="follow each other"):
        OfficeSession(weekday=0, since=date(2026, 1, 1), opens=(AFTERNOON, MORNING), source=SOURCE)
    with pytest.raises(ValueError, match="no day of the week"):
        OfficeSession(weekday=7, since=date(2026, 1, 1), opens=(MORNING,), source=SOURCE)
    with pytest.raises(ValueError, match="cannot end"):
        Closure(on=date(2026, 1, 5), shut=(time(10), time(9)), reason=WORDS, source="x")


# --- properties -------------------------------------------------------------------------------------

FIRST = datetime(2023, 2, 1, tzinfo=VIETNAM)
INSTANTS = st.integers(0, 3 * 365 * 86_400).map(lambda second: FIRST + timedelta(seconds=second))
AMOUNTS = st.integers(0, 60 * 8 * 60).map(lambda minutes: minutes * MINUTE)
OFFICES = st.sampled_from([PLAIN, MIXED])
some = settings(max_examples=120, deadline=None)
few = settings(max_examples=8, deadline=None)


@some
@given(OFFICES, INSTANTS, AMOUNTS, AMOUNTS)
def test_adding_a_and_then_b_is_adding_both(
    office: WorkingTime, start: datetime, a: timedelta, b: timedelta
) -> None:
    assert office.add(office.add(start, a), b) == office.add(start, a + b)
    assert office.between(start, office.add(start, a)) == a
    assert office.between(office.add(start, -a / 9), start) == a / 9


@some
@given(OFFICES, INSTANTS, INSTANTS, AMOUNTS)
def test_a_later_start_never_ends_earlier(
    office: WorkingTime, one: datetime, other: datetime, amount: timedelta
) -> None:
    first, second = sorted((one, other))
    assert office.add(first, amount) <= office.add(second, amount)
    assert office.between(first, second) == -office.between(second, first) >= timedelta()


@some
@given(OFFICES, INSTANTS, AMOUNTS)
def test_an_answer_never_lies_in_closed_time(office: WorkingTime, start: datetime, n: timedelta) -> None:
    assert office.is_open(office.add(start, n))
    assert office.is_open(office.add(start, -n / 9))


@few
@given(st.permutations(vietnam_calendar().days), st.permutations(MIXED.sessions), INSTANTS, AMOUNTS)
def test_the_order_in_which_days_and_hours_are_entered_does_not_matter(
    days: list[CalendarDay], sessions: list[OfficeSession], start: datetime, amount: timedelta
) -> None:
    calendar = Calendar(days=tuple(days[:20]), first_year=2023, last_year=2026)
    same = Calendar(days=tuple(sorted(days[:20], key=lambda row: row.on)), first_year=2023, last_year=2026)
    one = WorkingTime(calendar=calendar, sessions=tuple(sessions), closures=(STORM,))
    other = WorkingTime(calendar=same, sessions=MIXED.sessions, closures=(STORM,))
    assert one.add(start, amount / 9) == other.add(start, amount / 9)


@some
@given(OFFICES, st.lists(INSTANTS, min_size=4, max_size=4), AMOUNTS)
def test_two_pauses_can_be_taken_out_in_either_order(
    office: WorkingTime, moments: list[datetime], amount: timedelta
) -> None:
    a, b, c, d = sorted(moments)
    first, second = office.between(a, b), office.between(c, d)
    start, part = min(moments), amount / 9
    in_order = office.add(office.add(office.add(start, part), first / 900), second / 900)
    turned = office.add(office.add(office.add(start, part), second / 900), first / 900)
    assert in_order == turned


# --- the oracle -------------------------------------------------------------------------------------


def _questions(count: int) -> Iterator[tuple[datetime, int]]:
    chance = random.Random(20260301)
    for _ in range(count):
        start = datetime(2022, 12, 30, tzinfo=VIETNAM) + chance.randrange(1464 * 1440) * MINUTE
        yield start, chance.choice([0, 1, 120, 240, 480, chance.randrange(60 * 480)])


def _disagreements(office: WorkingTime, plain: Oracle, count: int) -> tuple[list[object], int]:
    wrong, refused = [], 0
    for start, minutes in _questions(count):
        try:
            expected: datetime | None = plain.add(start, minutes)
        except CalendarEnds:
            expected, refused = None, refused + 1
        try:
            found: datetime | None = office.add(start, minutes * MINUTE)
        except CalendarEnds:
            found = None
        if found != expected:
            wrong.append((start, minutes, found, expected))
    return wrong, refused


@pytest.mark.clock
@pytest.mark.timeout(60 + QUESTIONS // 200)
@pytest.mark.parametrize("mixed", [False, True], ids=["usual hours", "saturdays, summer, storm"])
def test_random_questions_agree_with_the_oracle(mixed: bool) -> None:
    wrong, refused = _disagreements(MIXED if mixed else PLAIN, oracle(mixed), QUESTIONS // 2)
    assert wrong == []
    assert 0 < refused < QUESTIONS // 10


@pytest.mark.clock
def test_the_time_between_agrees_with_the_oracle() -> None:
    for start, minutes in list(_questions(300)):
        end = start + minutes * MINUTE
        if start.year in range(2023, 2027) and end.year in range(2023, 2027):
            assert MIXED.between(start, end) == oracle(True).between(start, end) * MINUTE


@pytest.mark.parametrize(
    "sabotage",
    [
        {"closures": ()},
        {"sessions": (*USUAL_SESSIONS, *SUMMER)},
        {"sessions": (*USUAL_SESSIONS, SATURDAYS)},
        {"calendar": vietnam_calendar().model_copy(update={"days": vietnam_calendar().days[:-30]})},
    ],
    ids=["no storm", "no saturdays", "no summer hours", "holidays missing"],
)
def test_the_oracle_notices_a_wrong_clock(sabotage: dict[str, object]) -> None:
    broken = WorkingTime.model_validate({**dict(MIXED), **sabotage})
    assert _disagreements(broken, oracle(True), 600)[0] != []
