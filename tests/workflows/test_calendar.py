"""The legal calendar: working days, reasons, the end of the proclaimed years."""

from datetime import UTC, date, datetime, timedelta

import pytest
from pydantic import ValidationError

from workflows.calendar import WEEKEND, Calendar, CalendarDay, DayKind
from workflows.calendar_words import in_words, remarks
from workflows.errors import CalendarEnds
from workflows.words import Text

TET = Text(vi="nghỉ Tết Nguyên đán", en="Lunar New Year holiday")
SWAP = Text(vi="làm bù", en="make-up work")
CULTURE_DAY = Text(vi="Ngày Văn hóa Việt Nam", en="Vietnam Culture Day")


def off(day: date, reason: Text = TET, *, provisional: bool = False) -> CalendarDay:
    return CalendarDay(
        on=day, kind=DayKind.OFF, reason=reason, source="Bộ luật Lao động Điều 112", provisional=provisional
    )


def working(day: date) -> CalendarDay:
    return CalendarDay(on=day, kind=DayKind.WORKING, reason=SWAP, source="Văn bản 1")


CALENDAR = Calendar(
    days=(
        *(off(date(2026, 2, day)) for day in range(16, 21)),
        working(date(2026, 1, 10)),
        off(date(2026, 4, 26)),
        off(date(2026, 11, 24), CULTURE_DAY, provisional=True),
    ),
    first_year=2026,
    last_year=2026,
)


@pytest.mark.parametrize(
    ("day", "expected"),
    [
        (date(2026, 2, 13), True),
        (date(2026, 2, 14), False),
        (date(2026, 2, 16), False),
        (date(2026, 2, 20), False),
        (date(2026, 2, 23), True),
        (date(2026, 1, 10), True),
        (date(2026, 1, 17), False),
        (date(2026, 1, 1), True),
        (date(2026, 12, 31), True),
    ],
)
def test_working_days_are_monday_to_friday_but_for_the_exceptions(day: date, expected: bool) -> None:
    assert CALENDAR.is_working(day) is expected


def test_a_day_off_has_its_reason_and_a_working_day_has_none() -> None:
    assert CALENDAR.why_off(date(2026, 2, 17)) == TET
    assert CALENDAR.why_off(date(2026, 2, 14)) == WEEKEND
    assert CALENDAR.why_off(date(2026, 1, 10)) is None
    assert CALENDAR.why_off(date(2026, 2, 13)) is None


def test_a_holiday_on_a_sunday_gives_the_holiday_as_reason() -> None:
    assert CALENDAR.why_off(date(2026, 4, 26)) == TET


def test_a_provisional_day_off_stays_a_working_day() -> None:
    assert CALENDAR.is_working(date(2026, 11, 24))
    assert CALENDAR.why_off(date(2026, 11, 24)) is None
    assert CALENDAR.row(date(2026, 11, 24)) is not None


def test_a_provisional_day_off_on_a_weekend_is_just_a_weekend() -> None:
    saturday = date(2026, 11, 21)
    calendar = Calendar(days=(off(saturday, provisional=True),), first_year=2026, last_year=2026)
    assert calendar.why_off(saturday) == WEEKEND


def test_only_a_day_off_can_be_provisional() -> None:
    with pytest.raises(ValidationError, match="only a day off can be provisional"):
        CalendarDay(on=date(2026, 1, 10), kind=DayKind.WORKING, reason=SWAP, source="x", provisional=True)


def test_the_next_working_day_may_be_the_day_itself_only_when_included() -> None:
    friday, monday = date(2026, 2, 13), date(2026, 2, 23)
    assert CALENDAR.next_working(friday, include=True) == friday
    assert CALENDAR.next_working(friday, include=False) == monday
    assert CALENDAR.next_working(date(2026, 2, 17), include=True) == monday
    assert CALENDAR.next_working(date(2026, 2, 17), include=False) == monday


def test_adding_working_days_jumps_over_tet() -> None:
    assert CALENDAR.add_working_days(date(2026, 2, 13), 0) == date(2026, 2, 13)
    assert CALENDAR.add_working_days(date(2026, 2, 13), 3) == date(2026, 2, 25)
    assert CALENDAR.add_working_days(date(2026, 2, 25), -3) == date(2026, 2, 13)


def test_adding_from_a_day_off_starts_on_the_next_working_day() -> None:
    assert CALENDAR.add_working_days(date(2026, 2, 14), 0) == date(2026, 2, 23)
    assert CALENDAR.add_working_days(date(2026, 2, 14), 1) == date(2026, 2, 24)
    assert CALENDAR.add_working_days(date(2026, 2, 14), -1) == date(2026, 2, 13)


def test_working_days_between_count_the_first_day_and_not_the_last() -> None:
    assert CALENDAR.working_days_between(date(2026, 2, 13), date(2026, 2, 23)) == 1
    assert CALENDAR.working_days_between(date(2026, 2, 14), date(2026, 2, 23)) == 0
    assert CALENDAR.working_days_between(date(2026, 2, 23), date(2026, 2, 13)) == -1
    assert CALENDAR.working_days_between(date(2026, 2, 13), date(2026, 2, 13)) == 0


def test_midnight_in_vietnam_is_five_in_the_afternoon_in_greenwich() -> None:
    assert CALENDAR.local_date(datetime(2026, 2, 25, 16, 59, 59, tzinfo=UTC)) == date(2026, 2, 25)
    assert CALENDAR.local_date(datetime(2026, 2, 25, 17, 0, 0, tzinfo=UTC)) == date(2026, 2, 26)
    assert CALENDAR.local_date(datetime(2025, 12, 31, 17, 0, 0, tzinfo=UTC)) == date(2026, 1, 1)


def test_the_local_date_is_right_in_every_hour_of_the_day() -> None:
    midnight = datetime(2026, 2, 24, 17, tzinfo=UTC)
    for hour in range(24):
        instant = midnight + timedelta(hours=hour)
        assert CALENDAR.local_date(instant) == date(2026, 2, 25)
        assert CALENDAR.local_date(instant - timedelta(days=1)) == date(2026, 2, 24)


def test_an_instant_without_a_time_zone_is_refused() -> None:
    with pytest.raises(ValueError, match="has no time zone"):
        CALENDAR.local_date(datetime(2026, 2, 25, 10))  # noqa: DTZ001 - the very mistake


def test_an_instant_is_not_taken_for_a_day() -> None:
    with pytest.raises(TypeError, match="ask local_date"):
        CALENDAR.is_working(datetime(2026, 2, 25, 20, tzinfo=UTC))


QUESTIONS_OUTSIDE = [
    lambda: CALENDAR.is_working(date(2027, 1, 1)),
    lambda: CALENDAR.is_working(date(2025, 12, 31)),
    lambda: CALENDAR.why_off(date(2027, 1, 2)),
    lambda: CALENDAR.row(date(2027, 1, 1)),
    lambda: CALENDAR.position(date(2025, 12, 31)),
    lambda: CALENDAR.next_working(date(2026, 12, 31), include=False),
    lambda: CALENDAR.next_working(date(2027, 1, 1), include=True),
    lambda: CALENDAR.add_working_days(date(2026, 12, 31), 1),
    lambda: CALENDAR.add_working_days(date(2026, 1, 1), -1),
    lambda: CALENDAR.add_working_days(date(2027, 1, 1), -5),
    lambda: CALENDAR.working_days_between(date(2026, 12, 31), date(2027, 1, 1)),
    lambda: list(remarks(date(2026, 12, 31), date(2027, 1, 1), CALENDAR)),
]


@pytest.mark.parametrize("question", QUESTIONS_OUTSIDE)
def test_a_question_outside_the_proclaimed_years_is_refused(question) -> None:
    with pytest.raises(CalendarEnds) as refused:
        question()
    assert "31/12/2026" in refused.value.text.vi
    assert "31/12/2026" in refused.value.text.en


def test_the_last_day_of_the_last_year_still_has_answers() -> None:
    assert CALENDAR.add_working_days(date(2026, 12, 31), 0) == date(2026, 12, 31)
    assert CALENDAR.next_working(date(2026, 12, 31), include=True) == date(2026, 12, 31)


def test_a_row_of_a_year_not_yet_proclaimed_waits() -> None:
    early = CALENDAR.model_copy(update={"days": (*CALENDAR.days, off(date(2027, 2, 5)))})
    with pytest.raises(CalendarEnds):
        early.is_working(date(2027, 2, 5))
    assert not early.model_copy(update={"last_year": 2027}).is_working(date(2027, 2, 5))


def test_two_rows_for_one_day_are_refused() -> None:
    with pytest.raises(ValidationError, match="two rows for 2026-01-10"):
        Calendar(days=(working(date(2026, 1, 10)), off(date(2026, 1, 10))), first_year=2026, last_year=2026)


def test_years_in_the_wrong_order_are_refused() -> None:
    with pytest.raises(ValidationError, match="before it begins"):
        Calendar(days=(), first_year=2027, last_year=2026)


def test_a_changed_copy_is_counted_anew() -> None:
    assert CALENDAR.is_working(date(2026, 3, 2))
    changed = CALENDAR.model_copy(update={"days": (*CALENDAR.days, off(date(2026, 3, 2)))})
    assert not changed.is_working(date(2026, 3, 2))
    assert CALENDAR.is_working(date(2026, 3, 2))


def test_the_fingerprint_knows_the_rows_but_not_their_order() -> None:
    turned = Calendar(days=CALENDAR.days[::-1], first_year=2026, last_year=2026)
    assert turned == CALENDAR
    assert turned.fingerprint == CALENDAR.fingerprint
    assert CALENDAR.model_copy(update={"days": CALENDAR.days[1:]}).fingerprint != CALENDAR.fingerprint


def test_a_counted_calendar_still_equals_and_dumps_as_an_uncounted_one() -> None:
    fresh = Calendar.model_validate(CALENDAR.model_dump())
    CALENDAR.is_working(date(2026, 1, 1))
    assert fresh == CALENDAR
    assert fresh.model_dump_json() == CALENDAR.model_dump_json()


def test_days_are_written_with_their_weekday_in_both_languages() -> None:
    assert in_words(date(2026, 11, 24)) == Text(vi="thứ Ba 24/11/2026", en="Tuesday 24/11/2026")
    assert in_words(date(2026, 11, 22)) == Text(vi="Chủ nhật 22/11/2026", en="Sunday 22/11/2026")


def test_remarks_put_days_off_with_one_reason_into_one_sentence() -> None:
    said = [text.vi for _, text in remarks(date(2026, 2, 13), date(2026, 2, 23), CALENDAR)]
    assert said == [
        "Không tính 14/02/2026–15/02/2026: nghỉ cuối tuần.",
        "Không tính 16/02/2026–20/02/2026: nghỉ Tết Nguyên đán (Bộ luật Lao động Điều 112).",
        "Không tính 21/02/2026–22/02/2026: nghỉ cuối tuần.",
    ]


def test_remarks_name_a_single_day_off_the_swapped_saturday_and_the_unconfirmed_day() -> None:
    assert [text.en for _, text in remarks(date(2026, 1, 9), date(2026, 1, 12), CALENDAR)] == [
        "Saturday 10/01/2026 counts: make-up work (Văn bản 1).",
        "Sunday 11/01/2026 does not count: weekend.",
    ]
    ((day, text),) = remarks(date(2026, 11, 23), date(2026, 11, 25), CALENDAR)
    assert day == date(2026, 11, 24)
    assert "chưa được xác nhận là ngày nghỉ" in text.vi
    assert "not confirmed as a day off" in text.en
