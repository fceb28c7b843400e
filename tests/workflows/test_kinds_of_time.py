"""Days and hours: read however they are written, and explained when they cannot be."""

from datetime import date

import pytest

from tests.workflows.kinds import F, day, read, refused
from tests.workflows.toy_declaration import LISTS, question
from workflows.forms.kinds import parse
from workflows.forms.problems import FieldProblem
from workflows.words import Kind


@pytest.mark.parametrize(
    "typed",
    [
        "20|11|2026",
        "20|tháng 11|2026",
        "20|Tháng mười một|2026",
        "20|thg 11|2026",
        "20|T11|2026",
        "20|Nov|2026",
        "20|NOVEMBER|năm 2026",
        "ngày 20|11|2026",
        "20/11/2026",
        "20-11-2026",
        "20.11.2026",
        "20 11 2026",
        "20 tháng 11 năm 2026",
        "ngày 20 tháng mười một, 2026",
        "Ngày 20 tháng Mười Một năm 2026",
        "20 Nov 2026",
        "2026-11-20",
    ],
)
def test_a_day_is_read_however_it_is_written(typed: str) -> None:
    assert read(Kind.DATE, day(typed)) == "2026-11-20"


@pytest.mark.parametrize(
    ("month", "number"),
    [
        ("giêng", None),
        ("1", "01"),
        ("09", "09"),
        ("tám", "08"),
        ("tháng tư", "04"),
        ("tháng năm", "05"),
        ("năm", "05"),
    ],
)
def test_months_are_numbers_or_words(month: str, number: str | None) -> None:
    found = read(Kind.DATE, day(f"3|{month}|2026"))
    assert isinstance(found, FieldProblem) if number is None else found == f"2026-{number}-03"


@pytest.mark.parametrize(
    ("typed", "words", "field"),
    [
        ("31|11|2026", "tháng 11 năm 2026 chỉ có 30 ngày", "day"),
        ("29|2|2026", "tháng 2 năm 2026 chỉ có 28 ngày", "day"),
        ("31/02/2026", "chỉ có 28 ngày", "day"),
        ("0|11|2026", "từ 1 đến 31", "day"),
        ("32|11|2026", "từ 1 đến 31", "day"),
        ("x|11|2026", "từ 1 đến 31", "day"),
        ("20|13|2026", "từ 1 đến 12", "month"),
        ("20|0|2026", "từ 1 đến 12", "month"),
        ("20|Brumaire|2026", "từ 1 đến 12", "month"),
        ("20|11|26", "bốn chữ số", "year"),
        ("20|11|0026", "từ 1900 đến 2099", "year"),
        ("20|11|９９９９", "bốn chữ số", "year"),
        ("20||", "thiếu tháng và năm", "month"),
        ("|11|2026", "thiếu ngày", "day"),
        ("20/11/2026|11|", "thiếu năm", "year"),
    ],
)
def test_an_impossible_day_is_explained_where_it_is_wrong(typed: str, words: str, field: str) -> None:
    problem = refused(Kind.DATE, day(typed))
    assert words in problem.text.vi
    assert problem.anchor == f"{F}-{field}"


def test_29_february_exists_in_leap_years_only() -> None:
    assert read(Kind.DATE, day("29|2|2024")) == "2024-02-29"
    refused(Kind.DATE, day("29|2|1900"))


def test_a_day_to_come_is_refused_where_it_cannot_be() -> None:
    assert read(Kind.DATE, day("21|11|2026")) == "2026-11-21"
    assert read(Kind.DATE, day("20|11|2026"), not_future=True) == "2026-11-20"
    problem = refused(Kind.DATE, day("21|11|2026"), not_future=True)
    assert "chưa đến, hôm nay là 20/11/2026" in problem.text.vi
    refused(Kind.MOMENT, {**day("21|11|2026"), "time": "09:00"}, not_future=True)


@pytest.mark.parametrize(
    ("typed", "time"),
    [
        ("14:30", "14:30"), ("14h30", "14:30"), ("14 giờ 30", "14:30"), ("14 giờ 30 phút", "14:30"),
        ("14g30", "14:30"), ("14.30", "14:30"), ("7:05", "07:05"), ("7h", "07:00"), ("0 giờ", "00:00"),
        ("23:59", "23:59"), ("9:15:00", "09:15"),
    ],
)  # fmt: skip
def test_a_time_is_read_however_it_is_written(typed: str, time: str) -> None:
    assert read(Kind.MOMENT, {**day("20|11|2026"), "time": typed}) == f"2026-11-20T{time}"


@pytest.mark.parametrize("typed", ["24:00", "12:60", "2 giờ chiều", "14", "", "1430"])
def test_an_impossible_time_is_explained(typed: str) -> None:
    assert refused(Kind.MOMENT, {**day("20|11|2026"), "time": typed}).anchor == f"{F}-time"


def test_a_day_or_moment_may_also_come_in_one_piece() -> None:
    assert read(Kind.DATE, "2026-11-20") == "2026-11-20"
    assert read(Kind.MOMENT, "2026-11-20T14:30") == "2026-11-20T14:30"
    refused(Kind.DATE, "soon")
    refused(Kind.MOMENT, "2026-11-20")


def test_today_comes_from_outside() -> None:
    asked = question(F, Kind.DATE, not_future=True)
    assert parse(asked, {F: "2030-01-01"}, today=date(2030, 1, 1), lists=LISTS) == "2030-01-01"
