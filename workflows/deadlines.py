"""Due dates (hạn trả kết quả): when a promise falls due, and in words why it is that day."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import UTC, date, datetime, time
from typing import NamedTuple, Self, TypeAlias

from pydantic import AwareDatetime, model_validator

from workflows.calendar import VIETNAM, Calendar, DayKind, in_vietnam, in_words, remarks
from workflows.errors import CalendarEnds
from workflows.words import ClockRules, Source, Text, Word

__all__ = [
    "ClockRules", "Derivation", "DerivationLine", "DueDate", "Pause", "due", "due_at", "received_on",
]  # fmt: skip


class Pause(Word):
    """A time in which the legal clock stands still; without an end it still does."""

    from_: AwareDatetime
    until: AwareDatetime | None = None
    reason: str = ""

    @model_validator(mode="after")
    def _ends_after_it_begins(self) -> Self:
        if self.until is not None and self.until < self.from_:
            raise ValueError(f"a pause cannot end ({self.until}) before it begins ({self.from_})")
        return self


class DerivationLine(Word):
    """One sentence of the reasoning behind a due date, and the day it speaks of."""

    text: Text
    day: date | None = None


Derivation: TypeAlias = tuple[DerivationLine, ...]


class DueDate(Word):
    """A promise: the instant at which it falls due (None while the clock stands still), and why."""

    due_at: AwareDatetime | None
    received_on: date
    working_days: int
    derivation: Derivation

    @property
    def due_on(self) -> date | None:
        """The due day as the citizen reads it, in Vietnam."""
        return None if self.due_at is None else in_vietnam(self.due_at).date()


def received_on(instant_utc: datetime, rules: ClockRules, calendar: Calendar) -> date:
    """Find the legal day of receipt (ngày tiếp nhận).

    The decree says "sau 15 giờ", after 15 o'clock: at 15:00:00 sharp it is still
    the same day, at 15:00:01 it is the next working day (63/2024/NĐ-CP). On a day
    off, whatever the hour, it is the next working day.

    Raises:
        CalendarEnds: the day lies outside the proclaimed years.
        ValueError: the instant has no time zone.
    """
    return calendar.working_day(_position(instant_utc, rules.cut_off, calendar))


def due_at(
    received_at: datetime,
    working_days: int,
    rules: ClockRules,
    calendar: Calendar,
    pauses: Sequence[Pause] = (),
) -> datetime | None:
    """Compute the instant (UTC) at which a time limit in working days ends, or None while it stands still.

    The due day is the first working day before which the clock ran on that many
    working days, and at whose closing hour it does not stand still. A pause takes
    out the working days from the day on which it began up to, but without, the day
    on which it ended; overlapping pauses take a day out once, and a pause that
    begins after the due instant nothing. Zero working days means the working day of
    receipt itself. A restart from zero is a new question, asked from its instant.

    Raises:
        CalendarEnds: the answer would lie outside the proclaimed years.
        ValueError: the instant has no time zone, or the time limit is negative.
    """
    received = _position(received_at, rules.cut_off, calendar)
    position = received + _span(working_days, rules)
    for step in _exclusions(received, position, received_at, rules, calendar, pauses) if pauses else ():
        if step.days is None:
            return None
        position = step.due
    return _closing(calendar.working_day(position), rules)


def due(
    received_at: datetime,
    working_days: int,
    *,
    rules: ClockRules,
    calendar: Calendar,
    pauses: Sequence[Pause] = (),
    source: Source | None = None,
    handed_on: bool = False,
) -> DueDate:
    """Compute a due date as `due_at` does, with the reasoning in words (căn cứ tính hạn).

    `source` is the article that sets the time limit; that of the clock comes with
    the rules. Every day between filing and due day that did not count is named.

    Raises:
        CalendarEnds: the answer would lie outside the proclaimed years.
        ValueError: the instant has no time zone, or the time limit is negative.
    """
    received = _position(received_at, rules.cut_off, calendar)
    position = received + _span(working_days, rules)
    steps = tuple(_exclusions(received, position, received_at, rules, calendar, pauses))
    filed, received_day = in_vietnam(received_at), calendar.working_day(received)
    due_day = _due_day(steps, position, calendar)
    last = due_day or max(filed, in_vietnam(steps[-1].pause.from_)).date()
    days = (
        DerivationLine(text=text, day=day)
        for day, text in remarks(filed.date(), last, calendar)
        if day > received_day or rules.first_day == "same-day" or not _worked_instead(day, calendar)
    )
    return DueDate(
        due_at=None if due_day is None else _closing(due_day, rules),
        received_on=received_day,
        working_days=working_days,
        derivation=(
            _receipt(filed, received_day, rules, calendar, handed_on),
            _limit(working_days, rules),
            *sorted([*days, *map(_stood_still, steps)], key=lambda line: line.day or last),
            *((_result(due_day, rules),) if due_day else ()),
            *_articles(source, rules.source),
        ),
    )


class _Exclusion(NamedTuple):
    """What one pause takes out of the count."""

    pause: Pause
    days: int | None  # None: the pause is still open
    due: int  # the due position after it
    overran: bool = False  # it ended after the hour at which the result was due


def _exclusions(
    received: int,
    position: int,
    received_at: datetime,
    rules: ClockRules,
    calendar: Calendar,
    pauses: Sequence[Pause],
) -> Iterator[_Exclusion]:
    """Take the pauses in order of time, each moving the due position that the next one meets."""
    counted = due = received
    calendar.working_day(received)
    for pause in sorted(pauses, key=lambda pause: pause.from_):
        if pause.until is not None and pause.until <= received_at:
            continue
        due = max(due, position)
        if _is_over(due, pause.from_, rules, calendar):
            return
        begin = max(counted, calendar.position(calendar.local_date(max(pause.from_, received_at))))
        if pause.until is None:
            yield _Exclusion(pause, None, due)
            return
        end = calendar.position(calendar.local_date(pause.until))
        days = max(0, end - begin)
        position, counted = position + days, max(counted, end)
        # A clock that goes on after the closing hour of the due day would be late at once.
        reopened = _position(pause.until, rules.closes_at, calendar)
        overran = reopened > max(due, position)
        due = max(due, position, reopened)
        yield _Exclusion(pause, days, due, overran)


def _worked_instead(day: date, calendar: Calendar) -> bool:
    """Say whether a day is worked in place of another; as the day of receipt it counts for nothing."""
    row = calendar.row(day)
    return row is not None and row.kind is DayKind.WORKING


def _is_over(position: int, instant: datetime, rules: ClockRules, calendar: Calendar) -> bool:
    try:
        return instant > _closing(calendar.working_day(position), rules)
    except CalendarEnds:
        return False  # that day is still to be proclaimed, so it lies after every instant we can place


def _due_day(steps: Sequence[_Exclusion], position: int, calendar: Calendar) -> date | None:
    if steps and steps[-1].days is None:
        return None
    return calendar.working_day(steps[-1].due if steps else position)


def _position(instant: datetime, latest: time, calendar: Calendar) -> int:
    """Find the first working day on which an instant comes no later than an hour of the day."""
    local = in_vietnam(instant)
    day = local.date()
    return calendar.position(day) + (local.time() > latest and calendar.is_working(day))


def _span(working_days: int, rules: ClockRules) -> int:
    if working_days < 0:
        raise ValueError(f"a time limit of {working_days} working days is none")
    if rules.first_day == "same-day":
        return max(0, working_days - 1)
    return working_days


def _closing(day: date, rules: ClockRules) -> datetime:
    return datetime.combine(day, rules.closes_at, VIETNAM).astimezone(UTC)


def _receipt(
    filed: datetime, received: date, rules: ClockRules, calendar: Calendar, handed_on: bool
) -> DerivationLine:
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


def _limit(working_days: int, rules: ClockRules) -> DerivationLine:
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


def _stood_still(step: _Exclusion) -> DerivationLine:
    begin, why = in_vietnam(step.pause.from_), f" ({step.pause.reason})" if step.pause.reason else ""
    if step.pause.until is None or step.days is None:
        return _line(
            f"Đồng hồ dừng từ {_moment(begin).vi}{why}: chưa có hạn trả cho đến khi đồng hồ chạy tiếp.",
            f"The clock stands still since {_moment(begin).en}{why}: no due date until it goes on.",
            begin.date(),
        )
    end = in_vietnam(step.pause.until)
    vi = f"không tính {step.days} ngày làm việc" if step.days else "không mất ngày làm việc nào"
    en = f"{_days(step.days)} not counted" if step.days else "no working day is lost"
    if step.overran:
        vi, en = f"{vi}, nhưng hạn dời sang ngày làm việc liền sau", f"{en}, but the due day moves by one"
    return _line(
        f"Đồng hồ dừng từ {_moment(begin).vi} đến {_moment(end).vi}{why}: {vi}.",
        f"The clock stood still from {_moment(begin).en} to {_moment(end).en}{why}: {en}.",
        begin.date(),
    )


def _result(day: date, rules: ClockRules) -> DerivationLine:
    hour, on = f"{rules.closes_at:%H:%M}", in_words(day)
    return _line(f"Hạn trả kết quả là {hour} {on.vi}.", f"The result is due by {hour} on {on.en}.", day)


def _articles(limit: Source | None, clock: Source) -> Iterator[DerivationLine]:
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
