"""The first rows of the legal calendar: the `holidays` library, put right by our own table.

The library knows the holidays of the Labour Code and most of the swapped days.
`OVERLAY` holds what it lacks and what it takes for settled although it is not.
After the first start the rows live in the database, where a clerk keeps them.
"""

from __future__ import annotations

import re
from datetime import date, datetime
from functools import cache

import holidays

from workflows.calendar import Calendar, CalendarDay, DayKind
from workflows.calendar_words import in_words
from workflows.errors import CalendarEnds
from workflows.words import Text
from workflows.working_time import MORNING, SATURDAY_MORNING, OfficeSession

# The years whose days off we could check against what was announced. Nothing was found for 2027.
FIRST_YEAR = 2023
LAST_YEAR = 2026

LABOUR_CODE = "Bộ luật Lao động Điều 112"
COMPENSATION = "Bộ luật Lao động Điều 111"  # a holiday on a weekly day off is made up on the next working day

# The Government Office's letters on the swapped days of a year.
SWAP_LETTERS = {
    2024: "Văn bản 2450/VPCP-KGVX",
    2025: "Văn bản 8726/VPCP-KGVX",
    2026: "Văn bản 9859 của Văn phòng Chính phủ",
}

# What is known of hours beyond the usual eight, by scope: the residence desk receives on Saturday mornings.
SEEDED_SESSIONS = (
    (
        "authority:police",
        OfficeSession(weekday=5, since=date(FIRST_YEAR, 1, 1), opens=(MORNING,), source=SATURDAY_MORNING),
    ),
)

_TET = Text(vi="nghỉ Tết Nguyên đán", en="Lunar New Year holiday")
_SWAPPED = re.compile(r"thay cho ngày (\d\d/\d\d/\d{4})")
_IN_LIEU = {"vi": " (nghỉ bù)", "en_US": " (observed)"}


def _swap(off: date, worked: date, source: str) -> tuple[CalendarDay, CalendarDay]:
    """Write the two halves of a swap: the working day given away and the day off worked instead."""
    a, b = in_words(off), in_words(worked)
    away = Text(vi=f"nghỉ hoán đổi, làm bù {b.vi}", en=f"day off swapped with {b.en}")
    instead = Text(vi=f"làm bù cho {a.vi}", en=f"working day in place of {a.en}")
    return (
        CalendarDay(on=off, kind=DayKind.OFF, reason=away, source=source),
        CalendarDay(on=worked, kind=DayKind.WORKING, reason=instead, source=source),
    )


# The library makes this Saturday a sixth day of Tết; the five days of 2025 were 27 to 31 January.
NOT_A_HOLIDAY = frozenset({date(2025, 2, 1)})

OVERLAY = (
    # Public sector only, decided on 25 December 2025; the library does not know it.
    *_swap(date(2026, 1, 2), date(2026, 1, 10), "Văn bản 12729/VPCP-KGVX"),
    # The Politburo and the Government want it; we found no amended Labour Code. The library takes it for law.
    CalendarDay(
        on=date(2026, 11, 24),
        kind=DayKind.OFF,
        reason=Text(vi="Ngày Văn hóa Việt Nam", en="Vietnam Culture Day"),
        source="Nghị quyết 80-NQ/TW, Nghị quyết 30/NQ-CP",
        provisional=True,
    ),
)


def seed_days(first_year: int = FIRST_YEAR, last_year: int = LAST_YEAR) -> tuple[CalendarDay, ...]:
    """Collect the exceptions to the Monday-to-Friday rule for the years we have proof of, both included.

    Raises:
        CalendarEnds: a year was asked for whose days off we could not check; the
            library would compute them all the same, but no office is bound by that.
    """
    if first_year < FIRST_YEAR or last_year > LAST_YEAR:
        raise CalendarEnds(
            text=Text(
                vi=f"Lịch nghỉ ban đầu chỉ có từ năm {FIRST_YEAR} đến hết năm {LAST_YEAR}.",
                en=f"The seeded holidays run from {FIRST_YEAR} to the end of {LAST_YEAR} only.",
            )
        )
    rows = {row.on: row for row in (*_library_rows(first_year, last_year), *OVERLAY)}
    return tuple(rows[day] for day in sorted(rows) if first_year <= day.year <= last_year)


@cache
def vietnam_calendar() -> Calendar:
    """Build the calendar of all seeded years, once."""
    return Calendar(days=seed_days(), first_year=FIRST_YEAR, last_year=LAST_YEAR)


def _library_rows(first_year: int, last_year: int) -> list[CalendarDay]:
    vi, en = _library("vi", first_year, last_year), _library("en_US", first_year, last_year)
    rows, swapped = [], {}
    for day, name in sorted(vi.items()):
        found = _SWAPPED.search(name)
        if found is None and day not in NOT_A_HOLIDAY:
            rows.append(_holiday(day, name, en[day]))
        elif found is not None:
            worked = datetime.strptime(found[1], "%d/%m/%Y").date()  # noqa: DTZ007 - a day, not an instant
            swapped[worked] = day
    if swapped.keys() != {day for day in vi.weekend_workdays if first_year <= day.year <= last_year}:
        raise ValueError(f"the library names other working weekends than {sorted(swapped)}")
    for worked, off in swapped.items():
        rows += _swap(off, worked, SWAP_LETTERS[off.year])
    return rows


def _library(language: str, first_year: int, last_year: int) -> holidays.HolidayBase:
    years = range(first_year, last_year + 1)
    return holidays.country_holidays("VN", years=years, language=language, expand=False)


def _holiday(day: date, vi: str, en: str) -> CalendarDay:
    # The library names each day of Tết and is one day off in 2025; the law grants the five days as one.
    reason, source = Text(vi=vi, en=en), LABOUR_CODE
    if "Tết Nguyên Đán" in vi or vi == "29 Tết":
        reason = _TET
    elif vi.endswith(_IN_LIEU["vi"]):
        names = vi.removesuffix(_IN_LIEU["vi"]), en.removesuffix(_IN_LIEU["en_US"])
        reason = Text(vi=f"nghỉ bù {names[0]}", en=f"day off in lieu of {names[1]}")
        source = COMPENSATION
    return CalendarDay(on=day, kind=DayKind.OFF, reason=reason, source=source)
