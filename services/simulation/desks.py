"""An office with several officers and one queue, first come first served.

Whoever is free first takes the next file, so when a file joins the queue its beginning and its
end are already settled by what lies before it. Each officer has hours of his own: nobody works
at night, on a holiday, or on a day off of his.
"""

from collections.abc import Sequence
from typing import NamedTuple

from services.simulation.hours import Hours


class Done(NamedTuple):
    """When work on a file began and ended, and how many minutes of it lay in between."""

    start: int
    end: int
    worked: int
    officer: int


class Office:
    """The officers of one authority; times are minutes of the calendar."""

    __slots__ = ("_free", "_officers")

    def __init__(self, officers: Sequence[Hours]) -> None:
        self._officers = tuple(officers)
        self._free = [0] * len(officers)

    def take(self, now: int, minutes: int) -> Done:
        """Put a file into the queue; calls must come in the order of time.

        Raises:
            IndexError: the work would end beyond the horizon.
        """
        best, chosen, begin = -1, 0, 0
        for number, hours in enumerate(self._officers):
            ready = hours.work_at(now)
            free = self._free[number]
            if free > ready:
                ready = free
            starts = hours.starts(ready)
            if best < 0 or starts < best:
                best, chosen, begin = starts, number, ready
                if starts == now:
                    break
        self._free[chosen] = begin + minutes
        return Done(best, self._officers[chosen].ends(begin + minutes) if minutes else best, minutes, chosen)
