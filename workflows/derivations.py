"""The lines that say how a due date was found (cách tính hạn): receipt, limit, pauses, result, articles."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, datetime
from typing import TypeAlias

from workflows.calendar import Calendar, in_vietnam
from workflows.calendar_words import in_words
from workflows.words import ClockRules, Source, Text, Word


class DerivationLine(Word):
    """One sentence of the reasoning behind a due date, and the day it speaks of."""

    text: Text
    day: date | None = None


Derivation: TypeAlias = tuple[DerivationLine, ...]


def receipt(
    filed: datetime, received: date, rules: ClockRules, calendar: Calendar, handed_on: bool
) -> DerivationLine:
    """Say when a file came, on what day it counts as received, and why."""
    day, cut_off = filed.date(), f"{rules.cut_off:%H:%M}"
    close_call = (filed.hour, filed.minute) == (rules.cut_off.hour, rules.cut_off.minute)
    hour = f"{filed:%H:%M:%S}" if close_call else f"{filed:%H:%M}"
    off, next_day = calendar.why_off(day), in_words(received)
    vi, en = f"sau {cut_off}", f"after {cut_off}"
    if off is not None:
        vi, en = f"là ngày nghỉ ({off.vi})", f"a day off ({off.en})"
    vi += f", nên được tính là tiếp nhận vào ngày làm việc liền sau là {next_day.vi}"
    en += f", so it counts as received on the next working day, {next_day.en}"
    if received == day:
        vi = f"không muộn hơn {cut_off}, nên được tính là tiếp nhận ngay trong ngày đó"
        en = f"no later than {cut_off}, so it counts as received on that day"
    on = in_words(day)
    verb = ("Hồ sơ đến cơ quan", "It reached the office") if handed_on else ("Hồ sơ nộp", "It was filed")
    return _line(f"{verb[0]} lúc {hour} {on.vi}, {vi}.", f"{verb[1]} at {hour} on {on.en}, {en}.", day)


def limit(working_days: int, rules: ClockRules) -> DerivationLine:
    """Say how many working days the limit has, and which is the first."""
    if working_days == 0:
        return _line(
            "Thời hạn là ngay trong ngày làm việc tiếp nhận.",
            "The time limit is the working day of receipt itself.",
        )
    first = Text(vi="tính từ ngày làm việc liền sau ngày tiếp nhận", en="the first is the one after receipt")
    if rules.first_day == "same-day":
        first = Text(vi="tính cả ngày tiếp nhận", en="the day of receipt included")
    return _line(
        f"Thời hạn là {working_days} ngày làm việc, {first.vi}.",
        f"The time limit is {_days(working_days)}, {first.en}.",
    )


def stood_still(
    since: datetime, until: datetime | None, reason: str, days: int | None, *, overran: bool
) -> DerivationLine:
    """Say from when to when the clock stood still, why, and how many working days that took out."""
    begin, why = in_vietnam(since), f" ({reason})" if reason else ""
    if until is None or days is None:
        return _line(
            f"Đồng hồ dừng từ {_moment(begin).vi}{why}: chưa có hạn trả cho đến khi đồng hồ chạy tiếp.",
            f"The clock stands still since {_moment(begin).en}{why}: no due date until it goes on.",
            begin.date(),
        )
    end = in_vietnam(until)
    vi = f"không tính {days} ngày làm việc" if days else "không mất ngày làm việc nào"
    en = f"{_days(days)} not counted" if days else "no working day is lost"
    if overran:
        vi, en = f"{vi}, nhưng hạn dời sang ngày làm việc liền sau", f"{en}, but the due day moves by one"
    return _line(
        f"Đồng hồ dừng từ {_moment(begin).vi} đến {_moment(end).vi}{why}: {vi}.",
        f"The clock stood still from {_moment(begin).en} to {_moment(end).en}{why}: {en}.",
        begin.date(),
    )


def result(day: date, rules: ClockRules) -> DerivationLine:
    """Say by which hour of which day the result is due."""
    hour, on = f"{rules.closes_at:%H:%M}", in_words(day)
    return _line(f"Hạn trả kết quả là {hour} {on.vi}.", f"The result is due by {hour} on {on.en}.", day)


def articles(limit: Source | None, clock: Source) -> Iterator[DerivationLine]:
    """Name the article of the limit and that of the way of counting."""
    if limit is not None:
        yield _article(Text(vi="Căn cứ thời hạn", en="Article on the time limit"), limit)
    if clock != limit:
        yield _article(Text(vi="Căn cứ cách tính", en="Article on the way of counting"), clock)


def _article(title: Text, source: Source) -> DerivationLine:
    note = source.note if source.provisional else None
    vi, en = (f" Chưa chắc chắn: {note.vi}", f" Not settled: {note.en}") if note else ("", "")
    act = source.act.replace("Art.", "Điều")
    return _line(f"{title.vi}: {act}.{vi}", f"{title.en}: {source.act}.{en}")


def _line(vi: str, en: str, day: date | None = None) -> DerivationLine:
    return DerivationLine(text=Text(vi=vi, en=en), day=day)


def _moment(local: datetime) -> Text:
    return Text(vi=f"{local:%H:%M} ngày {local:%d/%m/%Y}", en=f"{local:%H:%M} on {local:%d/%m/%Y}")


def _days(count: int) -> str:
    return "1 working day" if count == 1 else f"{count} working days"
