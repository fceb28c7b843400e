"""Days in words: how a day is written here, and why it does or does not count."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from itertools import groupby

from workflows.calendar import SATURDAY, WEEKEND, Calendar, CalendarDay, every_day
from workflows.words import Text

_VI = ("thứ Hai", "thứ Ba", "thứ Tư", "thứ Năm", "thứ Sáu", "thứ Bảy", "Chủ nhật")
_EN = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")


def in_words(day: date) -> Text:
    """Write a day as people read it here: thứ Ba 24/11/2026."""
    number, written = day.weekday(), f"{day:%d/%m/%Y}"
    return Text(vi=f"{_VI[number]} {written}", en=f"{_EN[number]} {written}")


def remarks(first: date, last: date, calendar: Calendar) -> Iterator[tuple[date, Text]]:
    """Say of the days from first to last, in whole sentences, which do not count and why.

    Days off in a row with one reason share a sentence. Working days that one might
    take for days off have theirs too: the swapped Saturday, the day off not yet confirmed.

    Raises:
        CalendarEnds: one of the days lies outside the proclaimed years.
    """
    for why, run in groupby(every_day(first, last), key=lambda day: _why(day, calendar)):
        if why is not None:
            yield _left_out(list(run), why)
            continue
        for day in run:
            row = calendar.row(day)
            if row is not None and (row.provisional or day.weekday() >= SATURDAY):
                yield _counted(row)


def _why(day: date, calendar: Calendar) -> Text | None:
    off, row = calendar.why_off(day), calendar.row(day)
    return off if off is None or off is WEEKEND or row is None else _with_source(row)


def _left_out(run: list[date], why: Text) -> tuple[date, Text]:
    day, span = in_words(run[0]), f"{run[0]:%d/%m/%Y}–{run[-1]:%d/%m/%Y}"
    if len(run) == 1:
        return run[0], Text(vi=f"Không tính {day.vi}: {why.vi}.", en=f"{day.en} does not count: {why.en}.")
    return run[0], Text(vi=f"Không tính {span}: {why.vi}.", en=f"{span} do not count: {why.en}.")


def _counted(row: CalendarDay) -> tuple[date, Text]:
    day, why = in_words(row.on), _with_source(row)
    if not row.provisional:
        return row.on, Text(vi=f"Có tính {day.vi}: {why.vi}.", en=f"{day.en} counts: {why.en}.")
    return row.on, Text(
        vi=f"Vẫn coi {day.vi} là ngày làm việc: {why.vi} chưa được xác nhận là ngày nghỉ.",
        en=f"{day.en} is still taken for a working day: {why.en} is not confirmed as a day off.",
    )


def _with_source(row: CalendarDay) -> Text:
    return Text(vi=f"{row.reason.vi} ({row.source})", en=f"{row.reason.en} ({row.source})")
