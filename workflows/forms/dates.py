"""How a typed day (ngày) or moment is read, and what is said when there is no such day."""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Mapping
from datetime import date
from typing import TypeAlias

from workflows.forms.cleaning import clean_line, fold
from workflows.forms.problems import FieldProblem, wrong
from workflows.questions import Question
from workflows.words import Text, text

EARLIEST_YEAR = 1900
LATEST_YEAR = 2099
PARTS = ("day", "month", "year")

_DAY = re.compile("(?:ngay )?([0-9]{1,2})")
_MONTH = re.compile(r"(?:thang|thg\.?|t)? ?([a-z0-9]{1,9})")
_YEAR = re.compile("(?:nam )?([0-9]{4})")
_WHOLE = re.compile(
    r"(?:ngay )?([0-9]{1,2})(?:[/. -]| thang | thg )([a-z0-9]{1,9})(?:[/. -]|, ?| nam )([0-9]{4})"
)
_ISO = re.compile("([0-9]{4})-([0-9]{1,2})-([0-9]{1,2})(?:t([0-9:]+))?")
_TIME = re.compile("([0-9]{1,2}) ?(?:(?:[:.hg]|gio) ?([0-9]{2})(?: ?phut|:[0-9]{2})?|h|g|gio)")

_MONTH_WORDS = (
    "mot jan january", "hai feb february", "ba mar march", "tu bon apr april", "nam may", "sau jun june",
    "bay jul july", "tam aug august", "chin sep sept september", "muoi oct october", "muoimot nov november",
    "muoihai dec december",
)  # fmt: skip
_MONTHS = {word: number for number, words in enumerate(_MONTH_WORDS, start=1) for word in words.split()}

Boxes: TypeAlias = Mapping[str, str]  # part of the date -> what stands in its box, folded
Wrong: TypeAlias = tuple[str, Text]  # the part that is wrong, and why


def parse_date(question: Question, raw: Mapping[str, str], *, today: date) -> str | FieldProblem | None:
    """Return the day as `2026-11-20`, what is wrong with it, or nothing when all boxes are empty."""
    boxes = _boxes(question, raw, PARTS)
    if not isinstance(boxes, dict):
        return boxes
    day = _day(boxes, question, today)
    return _at(question, day) if isinstance(day, tuple) else day.isoformat()


def parse_moment(question: Question, raw: Mapping[str, str], *, today: date) -> str | FieldProblem | None:
    """Return the moment as `2026-11-20T14:30`, what is wrong with it, or nothing when all boxes are empty."""
    boxes = _boxes(question, raw, (*PARTS, "time"))
    if not isinstance(boxes, dict):
        return boxes
    day = _day(boxes, question, today)
    if isinstance(day, tuple):
        return _at(question, day)
    time = _time(boxes["time"])
    return _at(question, ("time", time)) if isinstance(time, Text) else f"{day.isoformat()}T{time}"


def day_of(value: object) -> date | None:
    """Return the day of a DATE or MOMENT fact, or nothing when it is none."""
    try:
        return date.fromisoformat(value[:10]) if isinstance(value, str) else None
    except ValueError:
        return None


def spoken(day: date) -> str:
    """Write a day the way people here do: 20/11/2026."""
    return f"{day:%d/%m/%Y}"


def _boxes(
    question: Question, raw: Mapping[str, str], parts: tuple[str, ...]
) -> dict[str, str] | FieldProblem | None:
    """Clean every box; a whole date, pasted into the day box or sent in one, counts as all three."""
    boxes: dict[str, str] = {}
    for part in parts:
        line = clean_line(raw.get(f"{question.fact}-{part}", ""))
        if isinstance(line, Text):
            return _at(question, (part, line))
        boxes[part] = fold(line).replace("muoi mot", "muoimot").replace("muoi hai", "muoihai")
    if not any(boxes.values()):
        whole = clean_line(raw.get(question.fact, ""))
        if isinstance(whole, Text):
            return _at(question, ("day", whole))
        boxes["day"] = fold(whole)
    return _spread(boxes) if any(boxes.values()) else None


def _spread(boxes: dict[str, str]) -> dict[str, str]:
    """Put the parts of a whole date that stands in the day box where they belong."""
    if boxes["month"] or boxes["year"]:
        return boxes
    if iso := _ISO.fullmatch(boxes["day"]):
        year, month, day, time = iso.groups()
        return {"day": day, "month": month, "year": year, "time": boxes.get("time") or time or ""}
    if whole := _WHOLE.fullmatch(boxes["day"]):
        return {**boxes, **dict(zip(PARTS, whole.groups(), strict=True))}
    return boxes


def _day(boxes: Boxes, question: Question, today: date) -> date | Wrong:
    if lacking := [part for part in PARTS if not boxes[part]]:
        return lacking[0], _incomplete(lacking)
    day, month, year = _day_number(boxes["day"]), _month_number(boxes["month"]), _year_number(boxes["year"])
    if month is None:
        return "month", _NO_MONTH
    if year is None:
        return "year", _NO_YEAR
    if day is None or not 1 <= day <= 31:
        return "day", _NO_DAY
    if day > monthrange(year, month)[1]:
        return "day", _no_such_day(day, month, year)
    found = date(year, month, day)
    return ("year", _in_the_future(found, today)) if question.not_future and found > today else found


def _day_number(typed: str) -> int | None:
    found = _DAY.fullmatch(typed)
    return int(found[1]) if found else None


def _month_number(typed: str) -> int | None:
    found = _MONTH.fullmatch(typed)
    word = typed if typed in _MONTHS or found is None else found[1]
    number = _MONTHS.get(word) or (int(word) if re.fullmatch("[0-9]{1,2}", word) else 0)
    return number if 1 <= number <= 12 else None


def _year_number(typed: str) -> int | None:
    found = _YEAR.fullmatch(typed)
    return int(found[1]) if found and EARLIEST_YEAR <= int(found[1]) <= LATEST_YEAR else None


def _time(typed: str) -> str | Text:
    if not typed:
        return text(
            "Còn thiếu giờ. Hãy điền giờ, ví dụ 14:30.", "The time is missing. Enter it, for example 14:30."
        )
    found = _TIME.fullmatch(typed)
    hour, minute = (int(found[1]), int(found[2] or 0)) if found else (24, 0)
    return f"{hour:02}:{minute:02}" if hour < 24 and minute < 60 else _NO_TIME


def _at(question: Question, found: Wrong) -> FieldProblem:
    part, why = found
    return wrong(question, why, field=f"{question.fact}-{part}")


_PART_WORDS = {"day": ("ngày", "day"), "month": ("tháng", "month"), "year": ("năm", "year")}
_NO_DAY = text(
    "Ngày phải là một số từ 1 đến 31. Hãy kiểm tra lại.",
    "The day is a number from 1 to 31. Check it.",
)
_NO_MONTH = text(
    "Tháng phải là một số từ 1 đến 12. Hãy kiểm tra lại.",
    "The month is a number from 1 to 12. Check it.",
)
_NO_YEAR = text(
    f"Năm phải có bốn chữ số, từ {EARLIEST_YEAR} đến {LATEST_YEAR}. Hãy viết đủ, ví dụ 2026.",
    f"The year has four digits, from {EARLIEST_YEAR} to {LATEST_YEAR}. Write all of them, for example 2026.",
)
_NO_TIME = text(
    "Giờ phải từ 00:00 đến 23:59. Hãy viết như 14:30 cho hai giờ rưỡi chiều.",
    "The time lies between 00:00 and 23:59. Write 14:30 for half past two in the afternoon.",
)


def _incomplete(lacking: list[str]) -> Text:
    vi = " và ".join(_PART_WORDS[part][0] for part in lacking)
    en = " and ".join(_PART_WORDS[part][1] for part in lacking)
    return text(f"Còn thiếu {vi}. Hãy điền đủ ngày, tháng, năm.", f"Without {en}. Enter day, month and year.")


def _no_such_day(day: int, month: int, year: int) -> Text:
    last = monthrange(year, month)[1]
    return text(
        f"Không có ngày {day}/{month}/{year}: tháng {month} năm {year} chỉ có {last} ngày. Hãy kiểm tra lại.",
        f"There is no {day}/{month}/{year}: that month has only {last} days. Check the date.",
    )


def _in_the_future(day: date, today: date) -> Text:
    return text(
        f"Ngày {spoken(day)} chưa đến, hôm nay là {spoken(today)}. Hãy kiểm tra lại.",
        f"The day {spoken(day)} is still to come, today is {spoken(today)}. Check the date.",
    )
