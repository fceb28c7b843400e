"""Due dates within a run: asked of the legal calendar once for each day and limit, then remembered."""

from collections.abc import Sequence
from datetime import datetime
from itertools import pairwise

from services.simulation.hours import DAY
from services.simulation.recipe import Part, Path, Recipe
from workflows import clock as clocks
from workflows import deadlines
from workflows.deadlines import Pause
from workflows.vocabulary import Standing
from workflows.words import ClockRules

Stops = list[tuple[datetime, datetime]]


class Dues:
    """The due dates of one run, in minutes of the calendar."""

    def __init__(self, recipe: Recipe) -> None:
        self._days, self._recipe = recipe.days, recipe
        self._known: dict[tuple[str, int, bool, int], int] = {}
        self._cut_off = {code: _minute(part.procedure.clock) for code, part in recipe.parts.items()}
        self._group_cut_off = _minute(recipe.plan.bundle.clock)

    def due(self, part: Part, working_days: int, received: int) -> int:
        """Return when a result is owed that an office received at a minute."""
        rules = part.procedure.clock
        return self._due(part.code, rules, self._cut_off[part.code], working_days, received)

    def owed(self, part: Part, path: Path, opened: int, marks: Sequence[int], stops: Stops) -> int:
        """Return when a case's result was owed after all; what stopped its clock is added to `stops`."""
        if not path.stands_still:
            return self.due(part, path.working_days, opened)
        instant = self._days.instant
        clock = clocks.opened(path.clock, instant(opened))
        modes = [path.clock, *(act.clock for act in path.acts)]
        for (before, after), mark in zip(pairwise(modes), marks, strict=False):
            clock = clocks.moved(clock, before, after, instant(mark))
        stops.extend(clock.pauses)
        if clock.started_at is None:
            return self.due(part, path.working_days, opened)
        pauses = [Pause(from_=start, until=end) for start, end in clock.pauses]
        rules, calendar = part.procedure.clock, self._days.calendar
        due = deadlines.due_at(clock.started_at, path.working_days, rules, calendar, pauses)
        return self._days.minute_of(due or clock.started_at)

    def group_kept(self, filed: int, ended: int, stops: Stops) -> bool:
        """Say whether the group kept its limit; separate procedures have none."""
        bundle = self._recipe.plan.bundle
        if bundle.standing is Standing.BASELINE:
            return True
        days = self._recipe.working_days
        if not stops:
            return ended <= self._due("", bundle.clock, self._group_cut_off, days, filed)
        pauses = [Pause(from_=start, until=end) for start, end in stops]
        due = deadlines.due_at(self._days.instant(filed), days, bundle.clock, self._days.calendar, pauses)
        return due is None or ended <= self._days.minute_of(due)

    def day_number(self, filed: int, ended: int) -> int:
        """Say on which working day something ended, the day of receipt being the first."""
        calendar = self._days.calendar
        received = self._received(filed)
        return max(1, calendar.position(self._days.day(ended // DAY)) - received + 1)

    def _received(self, filed: int) -> int:
        day, minute = divmod(filed, DAY)
        position = self._days.calendar.position(self._days.day(day))
        return position + (minute > self._group_cut_off)

    def _due(self, code: str, rules: ClockRules, cut_off: int, working_days: int, received: int) -> int:
        day, minute = divmod(received, DAY)
        key = (code, day, minute > cut_off, working_days)
        found = self._known.get(key)
        if found is None:
            due = deadlines.due_at(self._days.instant(received), working_days, rules, self._days.calendar)
            if due is None:
                raise AssertionError("a clock without pauses never stands still")
            found = self._known[key] = self._days.minute_of(due)
        return found


def _minute(rules: ClockRules) -> int:
    return rules.cut_off.hour * 60 + rules.cut_off.minute
