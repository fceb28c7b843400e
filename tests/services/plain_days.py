"""Working days and open hours counted one by one, from the raw rows of the calendar.

Nothing here is shared with the product's own calendar, due dates or working time.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable
from datetime import date, datetime, time, timedelta, timezone
from functools import cache
from typing import Any

from workflows.words import ClockRules

LOCAL = timezone(timedelta(hours=7))
DAY = timedelta(days=1)
MORNING, AFTERNOON = (time(7, 30), time(11, 30)), (time(13), time(17))
Stop = tuple[datetime, datetime]


class Days:
    """Working days and open hours, one by one, from the rows of the calendar."""

    def __init__(self, books: sqlite3.Connection) -> None:
        (entered,) = books.execute("SELECT count(*) FROM calendar_entry").fetchone()
        assert entered == 0, "days that an administrator entered are not counted here"
        self.kinds = {
            date.fromisoformat(row["on"]): row["kind"]
            for row in books.execute('SELECT "on", kind FROM calendar_day WHERE NOT provisional')
        }
        self._known: dict[Any, Any] = {}

    def working(self, day: date) -> bool:
        kind = self.kinds.get(day)
        return kind == "working" if kind else day.weekday() < 5

    def received(self, at: datetime, rules: ClockRules) -> date:
        """Find the working day on which something counts as received."""
        local = at.astimezone(LOCAL)
        day = local.date()
        if self.working(day) and local.time() > rules.cut_off:
            day += DAY
        while not self.working(day):
            day += DAY
        return day

    def used(self, start: datetime, end: datetime, stops: tuple[Stop, ...], rules: ClockRules) -> int:
        """Count the working days before the last one, from that of receipt on, on which the clock ran.

        What happens on a day off belongs to the working day before it.
        """
        key = (start, end, stops, rules.cut_off)
        if key not in self._known:
            last = end.astimezone(LOCAL).date()
            while not self.working(last):
                last -= DAY
            day, out, count = self.received(start, rules), _stood_still(stops), 0
            while day < last:
                count += self.working(day) and day not in out
                day += DAY
            self._known[key] = count + (rules.first_day == "same-day")
        found: int = self._known[key]
        return found

    def due(self, start: datetime, limit: int, stops: tuple[Stop, ...], rules: ClockRules) -> datetime:
        """Walk day by day to the closing hour at which the limit is over and the clock does not stand."""
        key = (start, limit, stops, rules.cut_off, rules.closes_at)
        if key not in self._known:
            day, out = self.received(start, rules), _stood_still(stops)
            left = limit - (rules.first_day == "same-day")
            while True:
                closing = datetime.combine(day, rules.closes_at, LOCAL)
                if self.working(day) and day not in out:
                    if left <= 0 and not any(begun <= closing < over for begun, over in stops):
                        break
                    left -= 1
                day += DAY
            self._known[key] = closing
        found: datetime = self._known[key]
        return found

    def open_hours(self, office: str, day: date) -> Iterable[tuple[datetime, datetime]]:
        """Give the sessions of a day; the residence desks of the police receive on Saturday mornings too."""
        sessions: tuple[tuple[time, time], ...] = (MORNING, AFTERNOON) if self.working(day) else ()
        if not sessions and office.startswith("police:") and day.weekday() == 5 and day not in self.kinds:
            sessions = (MORNING,)
        return ((datetime.combine(day, a, LOCAL), datetime.combine(day, b, LOCAL)) for a, b in sessions)

    def minutes(self, office: str, start: datetime, end: datetime) -> float:
        """Add up the minutes between two instants in which an office was open."""
        key = (office.startswith("police:"), start, end)
        if key not in self._known:
            day, total = start.astimezone(LOCAL).date(), timedelta()
            while day <= end.astimezone(LOCAL).date():
                for opens, closes in self.open_hours(office, day):
                    total += max(timedelta(), min(end, closes) - max(start, opens))
                day += DAY
            self._known[key] = total / timedelta(minutes=1)
        found: float = self._known[key]
        return found

    def two_hours_after(self, start: datetime) -> datetime:
        """Walk through the usual office hours until two of them have gone by."""
        if start not in self._known:
            self._known[start] = self._walk(start, timedelta(hours=2))
        found: datetime = self._known[start]
        return found

    def _walk(self, start: datetime, left: timedelta) -> datetime:
        day = start.astimezone(LOCAL).date()
        while True:
            for opens, closes in self.open_hours("", day):
                begin = max(start, opens)
                if closes > begin:
                    if closes - begin >= left:
                        return begin + left
                    left -= closes - begin
            day += DAY


@cache
def _stood_still(stops: tuple[Stop, ...]) -> frozenset[date]:
    """Name the days that do not count: from that on which the clock stopped to the one before it went on."""
    spans = ((a.astimezone(LOCAL).date(), b.astimezone(LOCAL).date()) for a, b in stops)
    return frozenset(first + n * DAY for first, last in spans for n in range((last - first).days))
