"""The seeded calendar against a table written by hand from the decisions on days off, 2023 to 2026."""

from datetime import date, datetime, timedelta

import pytest

from services.time.calendar_seed import seed_days, vietnam_calendar
from workflows.calendar import VIETNAM, WEEKEND, Calendar, DayKind
from workflows.deadlines import due_at, received_on
from workflows.errors import CalendarEnds
from workflows.words import ClockRules, law


def spread(year: int, **months: str) -> set[date]:
    numbers = {"jan": 1, "feb": 2, "apr": 4, "may": 5, "aug": 8, "sep": 9}
    return {date(year, numbers[month], int(day)) for month, text in months.items() for day in text.split()}


# Monday to Friday, yet off.
OFF = (
    spread(2023, jan="2 20 23 24 25 26", may="1 2 3", sep="1 4")
    | spread(2024, jan="1", feb="8 9 12 13 14", apr="18 29 30", may="1", sep="2 3")
    | spread(2025, jan="1 27 28 29 30 31", apr="7 30", may="1 2", sep="1 2")
    | spread(2026, jan="1 2", feb="16 17 18 19 20", apr="27 30", may="1", aug="31", sep="1 2")
)
# Saturday, yet worked.
WORKED = {date(2024, 5, 4), date(2025, 4, 26), date(2026, 1, 10), date(2026, 8, 22)}

TET_2026 = spread(2026, feb="16 17 18 19 20")


def disagreements(calendar: Calendar) -> list[date]:
    day, wrong = date(2023, 1, 1), []
    while day <= date(2026, 12, 31):
        expected = day in WORKED or (day.isoweekday() <= 5 and day not in OFF)
        if calendar.is_working(day) != expected:
            wrong.append(day)
        day += timedelta(days=1)
    return wrong


def test_the_seed_agrees_with_the_golden_table_on_every_day_of_four_years() -> None:
    assert disagreements(vietnam_calendar()) == []


def test_the_golden_comparison_notices_when_tet_is_missing() -> None:
    without = tuple(row for row in seed_days() if row.on not in TET_2026)
    sabotaged = vietnam_calendar().model_copy(update={"days": without})
    assert disagreements(sabotaged) == sorted(TET_2026)


@pytest.mark.parametrize(
    "row", [row for row in seed_days() if row.on in OFF | WORKED], ids=lambda row: str(row.on)
)
def test_the_golden_comparison_notices_when_any_one_row_is_missing(row) -> None:
    without = tuple(other for other in seed_days() if other != row)
    assert disagreements(vietnam_calendar().model_copy(update={"days": without})) == [row.on]


def test_every_row_has_a_reason_in_two_languages_and_a_source() -> None:
    for row in seed_days():
        assert row.reason.vi
        assert row.reason.en
        assert row.reason.vi != row.reason.en
        assert row.source


@pytest.mark.parametrize(
    ("year", "first", "last"),
    [
        (2023, date(2023, 1, 20), date(2023, 1, 26)),
        (2024, date(2024, 2, 8), date(2024, 2, 14)),
        (2025, date(2025, 1, 27), date(2025, 1, 31)),
        (2026, date(2026, 2, 16), date(2026, 2, 20)),
    ],
)
def test_the_days_of_tet_share_one_reason_and_no_other_day_has_it(year: int, first: date, last: date) -> None:
    tet = [row.on for row in seed_days(year, year) if row.reason.vi == "nghỉ Tết Nguyên đán"]
    assert tet == [first + timedelta(days=n) for n in range((last - first).days + 1)]


@pytest.mark.parametrize(
    ("off", "worked"),
    [
        (date(2024, 4, 29), date(2024, 5, 4)),
        (date(2025, 5, 2), date(2025, 4, 26)),
        (date(2026, 1, 2), date(2026, 1, 10)),
        (date(2026, 8, 31), date(2026, 8, 22)),
    ],
)
def test_a_swap_names_its_other_half(off: date, worked: date) -> None:
    rows = {row.on: row for row in seed_days()}
    assert rows[off].kind is DayKind.OFF
    assert rows[worked].kind is DayKind.WORKING
    assert f"{worked:%d/%m/%Y}" in rows[off].reason.vi
    assert f"{worked:%d/%m/%Y}" in rows[off].reason.en
    assert "làm bù" in rows[worked].reason.vi
    assert f"{off:%d/%m/%Y}" in rows[worked].reason.en
    assert rows[off].source == rows[worked].source


def test_a_day_in_lieu_says_of_which_holiday() -> None:
    rows = {row.on: row for row in seed_days()}
    assert rows[date(2026, 4, 27)].reason.vi == "nghỉ bù Ngày Giỗ Tổ Hùng Vương"
    assert rows[date(2026, 4, 27)].reason.en == "day off in lieu of Hung Kings' Commemoration Day"
    assert rows[date(2026, 4, 27)].source == "Bộ luật Lao động Điều 111"


def test_culture_day_is_announced_but_not_off() -> None:
    calendar, day = vietnam_calendar(), date(2026, 11, 24)
    assert calendar.is_working(day)
    assert [row.on for row in seed_days() if row.provisional] == [day]


def test_the_saturday_after_tet_2025_is_a_plain_weekend() -> None:
    assert vietnam_calendar().why_off(date(2025, 2, 1)) == WEEKEND


def test_a_seed_of_one_year_holds_that_year_only() -> None:
    assert {row.on.year for row in seed_days(2025, 2025)} == {2025}
    assert {row.on.year for row in seed_days()} == {2023, 2024, 2025, 2026}


@pytest.mark.parametrize(("first", "last"), [(2022, 2026), (2023, 2027), (2027, 2027)])
def test_a_year_without_a_decision_is_not_seeded(first: int, last: int) -> None:
    with pytest.raises(CalendarEnds):
        seed_days(first, last)


def test_the_calendar_is_built_once() -> None:
    assert vietnam_calendar() is vietnam_calendar()


@pytest.mark.parametrize(
    ("filed", "received", "due_day"),
    [
        (datetime(2026, 2, 13, 14, 59, tzinfo=VIETNAM), date(2026, 2, 13), date(2026, 2, 25)),
        (datetime(2026, 2, 13, 15, 1, tzinfo=VIETNAM), date(2026, 2, 23), date(2026, 2, 26)),
        (datetime(2026, 1, 7, 14, 59, tzinfo=VIETNAM), date(2026, 1, 7), date(2026, 1, 10)),
    ],
)
def test_three_working_days_round_tet_and_round_the_swapped_saturday(
    filed: datetime, received: date, due_day: date
) -> None:
    rules, calendar = ClockRules(source=law("63/2024/NĐ-CP Điều 7")), vietnam_calendar()
    assert received_on(filed, rules, calendar) == received
    end = due_at(filed, 3, rules, calendar)
    assert end == datetime(due_day.year, due_day.month, due_day.day, 17, tzinfo=VIETNAM)
