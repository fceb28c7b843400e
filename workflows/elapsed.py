"""Which working day of a promise it is: "day 2 of 3", without the days on which the clock stood still."""

from collections.abc import Sequence
from datetime import date, datetime

from workflows.calendar import Calendar
from workflows.deadlines import Pause, received_on
from workflows.words import ClockRules


def counted_days(
    received_at: datetime,
    until: datetime,
    *,
    rules: ClockRules,
    calendar: Calendar,
    pauses: Sequence[Pause] = (),
) -> int:
    """Count the working days of a time limit that are used up or running at an instant.

    It is the reverse of `deadlines.due_at`: on the due day the count equals the limit. The
    day of receipt is day zero, or day one where the rules count it. A pause takes out the
    working days from the day on which it began up to, but without, the day on which it ended;
    while it is open, today as well. Overlapping pauses take a day out once.

    Raises:
        CalendarEnds: one of the days lies outside the proclaimed years.
    """
    received = calendar.position(received_on(received_at, rules, calendar))
    last = _through(calendar.local_date(until), calendar)
    counted, taken = received, 0
    for pause in sorted(pauses, key=lambda one: one.from_):
        if pause.from_ > until or (pause.until is not None and pause.until <= received_at):
            continue
        begin = max(counted, calendar.position(calendar.local_date(max(pause.from_, received_at))))
        ends = pause.until if pause.until is not None and pause.until <= until else None
        end = calendar.position(calendar.local_date(ends)) if ends else last
        taken += max(0, end - begin)
        counted = max(counted, end)
    first = received if rules.first_day == "same-day" else received + 1
    return max(0, last - first - taken)


def _through(day: date, calendar: Calendar) -> int:
    """Return how many working days lie before the end of a day."""
    return calendar.position(day) + calendar.is_working(day)
