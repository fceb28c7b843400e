"""A run with queues: many families file, offices take their files in turn, on SimPy's virtual clock.

Every step is one that `machine.take` took when the recipe was worked out. The run adds when: queues
in front of officers, hours of work, days off, families on their way. Times are minutes of the
calendar, counted from midnight of the first day.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import datetime
from functools import partial

from simpy import Environment
from simpy.events import Event, Timeout

from services.simulation.chance import stream
from services.simulation.desks import Office
from services.simulation.draws import Draws, Fate
from services.simulation.due import Dues
from services.simulation.hours import DAY
from services.simulation.recipe import PLAIN, SUPPLEMENTED, Act, Part, Path, Recipe
from services.simulation.seen import Acted, Finished, Log, Spent, Watch
from workflows.chain import MemberProgress
from workflows.errors import CalendarEnds
from workflows.vocabulary import Role
from workflows.words import Text

OVERRUN = Text(
    vi="Hàng chờ dài hơn những năm đã công bố lịch nghỉ: quá ít cán bộ cho ngần ấy hồ sơ.",
    en="The queue outgrows the years whose holidays are proclaimed: too few officers for so many files.",
)
_UNDERWAY = MemberProgress(None, frozenset())
MORNING = 4 * 60  # minutes of work in which a family that comes again is at the counter


@dataclass(frozen=True, slots=True)
class Size:
    """How many families are looked at, and how many file before and after them so that queues are real."""

    families: int
    ahead: int = 60
    behind: int = 40


def run(recipe: Recipe, seed: str, size: Size, watch: Watch, log: Log | None = None) -> None:
    """Let families file until the last one that is looked at has everything; same seed, same run.

    Raises:
        CalendarEnds: the run leaves the proclaimed years.
    """
    try:
        _Flow(recipe, seed, size, watch, log).play()
    except IndexError:
        raise CalendarEnds(text=OVERRUN) from None


class _File:
    """One family's dossier on its way."""

    __slots__ = (
        *("cases", "draws", "ended", "filed", "left"),
        *("number", "progress", "stops", "trips", "trouble"),
    )

    def __init__(
        self, number: int, filed: int, left: int, draws: Mapping[str, Fate], trouble: tuple[str, str]
    ) -> None:
        self.number, self.filed, self.left = number, filed, left
        self.draws, self.trouble = draws, trouble
        self.progress: dict[str, MemberProgress] = {}
        self.cases: list[Spent] = []
        self.stops: list[tuple[datetime, datetime]] = []
        self.ended = self.trips = 0


class _Case:
    """One case on its way: where it is on its path, what it cost so far."""

    __slots__ = ("at", "file", "marks", "opened", "part", "path", "rest", "waited", "worked")

    def __init__(self, file: _File, part: Part, path: Path, opened: int) -> None:
        self.file, self.part, self.path, self.opened = file, part, path, opened
        self.at = self.waited = self.worked = self.rest = 0
        self.marks: list[int] = []


class _Flow:
    """One run."""

    def __init__(self, recipe: Recipe, seed: str, size: Size, watch: Watch, log: Log | None) -> None:
        self.recipe, self.size, self.watch, self.log, self.seed = recipe, size, watch, log, seed
        self.plan = recipe.plan
        self.env = Environment()
        self.hours = recipe.days.office()
        self.draws = Draws(recipe, seed)
        self.dues = Dues(recipe)
        self.offices = {part.procedure.authority: self._office(part) for part in recipe.parts.values()}
        self.desk = {code: self.offices[part.procedure.authority] for code, part in recipe.parts.items()}
        self.handover = self.plan.handover

    def play(self) -> None:
        """Let one family after the other file, and everything that follows happen."""
        self._next_family(0, 0.0)
        self.env.run()

    def _office(self, part: Part) -> Office:
        desk = self.plan.load.desk(part.procedure.authority)
        officers = []
        for number in range(desk.officers):
            away = stream(self.seed, f"away/{desk.authority}/{number}").random
            days = [day for day in range(self.recipe.days.horizon) if away() < desk.absent]
            officers.append(self.recipe.days.office(days))
        return Office(officers)

    @property
    def now(self) -> int:
        return int(self.env.now)

    def _at(self, minute: int, what: Callable[[Event], None]) -> None:
        Timeout(self.env, minute - self.env.now).callbacks.append(what)

    # --- families ---------------------------------------------------------------------------------------

    def _next_family(self, number: int, work: float) -> None:
        """Set the hour of the next filing: families come at random within office hours."""
        if number >= self.size.ahead + self.size.families + self.size.behind:
            return
        pace = self.hours.a_day / self.plan.load.per_day
        work += self.draws.gap() * pace / self._crowd(int(work))
        at = self.hours.starts(int(work))
        self._at(at, lambda _: self._file(number, work, at))

    def _crowd(self, work: int) -> float:
        season = self.plan.season
        if season is None:
            return 1.0
        day = self.recipe.days.day(self.hours.starts(work) // DAY)
        return season.factor if season.first <= day <= season.last else 1.0

    def _file(self, number: int, work: float, at: int) -> None:
        self._next_family(number + 1, work)
        draws, trouble = self.draws.family(number)
        file = _File(number, at, len(self.recipe.parts), draws, trouble)
        file.trips = self.handover is None
        self._open(file, at + (self.handover or 0))

    def _open(self, file: _File, at: int) -> None:
        for code in self.recipe.opens(file.progress):
            part = self.recipe.parts[code]
            member, kind = file.trouble
            path = part.paths.get(kind if member == code else PLAIN) or part.paths[PLAIN]
            file.progress[code] = _UNDERWAY
            case = _Case(file, part, path, at)
            due = self.dues.due(part, path.working_days, at)
            room = self.hours.work_at(due) - self.hours.work_at(at)
            case.rest = max(0, min(int(file.draws[code].rest * room), room - self.plan.manner.reserve))
            self._at(at, partial(self._begin, case))

    # --- one case -----------------------------------------------------------------------------------------

    def _begin(self, case: _Case, _event: Event) -> None:
        self._turn(case)

    def _turn(self, case: _Case) -> None:
        """Let whoever has the next step begin with it, now."""
        act, now = case.path.acts[case.at], self.now
        by = act.by
        if by is Role.CLERK or by is Role.LEADER:
            if case.rest:
                ready, case.rest, rest = now, 0, case.rest
                case.waited += rest
                later = self.hours.starts(self.hours.work_at(now) + rest)
                self._at(later, lambda _: self._work(case, act, ready))
            else:
                self._work(case, act, now)
            return
        if by is Role.AGENCY:
            end = now + max(1, int(case.file.draws[case.part.code].agency()))
        else:
            days = case.file.draws[case.part.code].answer(by)
            end = self.hours.starts(self.hours.work_at(now) + int(days * self.hours.a_day) + 1)
            case.file.trips += self.handover is None
        self._at(end, lambda _: self._done(case, act, now, now, -1))

    def _work(self, case: _Case, act: Act, ready: int) -> None:
        now = self.now
        minutes = max(1, round(case.file.draws[case.part.code].minutes(case.path.kind, case.at)))
        done = self.desk[case.part.code].take(now, minutes)
        if done.start != now:
            case.waited += self.hours.work_at(done.start) - self.hours.work_at(now)
        case.worked += done.worked
        self._at(done.end, lambda _: self._done(case, act, ready, done.start, done.officer))

    def _done(self, case: _Case, act: Act, ready: int, started: int, officer: int) -> None:
        now = self.now
        case.marks.append(now)
        case.at += 1
        if self.log is not None:
            self._tell(case, act, ready, started, officer)
        if act.releases is not None:
            case.file.progress[case.part.code] = act.releases
            self._release(case, act.releases.ending is not None)
        if case.at < len(case.path.acts):
            self._turn(case)

    def _tell(self, case: _Case, act: Act, ready: int, started: int, officer: int) -> None:
        assert self.log is not None  # noqa: S101 - the caller asked for it
        key, office = case.part.procedure.key, case.part.procedure.authority
        name = (case.file.number, case.part.code, key, act.state, act.step, act.by.value, act.target)
        self.log(Acted(*name, ready, started, self.now, office, officer))

    # --- results --------------------------------------------------------------------------------------------

    def _release(self, case: _Case, ends: bool) -> None:
        """Take a result on its way: a platform at once, the family from the appointed day on."""
        now, file = self.now, case.file
        due = self.dues.owed(case.part, case.path, case.opened, case.marks, file.stops)
        if ends:
            file.cases.append(Spent(case.part.code, case.waited, case.worked, now <= due))
        there = now + self.handover if self.handover is not None else self._fetched(case, due)
        self._at(there, lambda _: self._arrived(file, ends))

    def _fetched(self, case: _Case, due: int) -> int:
        """Return when the family fetches a result; whoever comes in vain comes again on a later morning."""
        now, hours, draws = self.now, self.hours, case.file.draws[case.part.code]
        planned = self.dues.due(case.part, case.path.working_days, case.opened)
        appointed = due if case.path.kind == SUPPLEMENTED else planned
        day = hours.open_before[appointed // DAY] + int(draws.carry)
        visit = hours.starts(day * hours.a_day + draws.hour(hours.a_day))
        case.file.trips += 1
        if visit >= now:
            return visit
        case.file.trips += 1
        again = hours.open_before[now // DAY + 1] * hours.a_day + draws.hour(MORNING)
        return max(now, hours.starts(again))

    def _arrived(self, file: _File, ends: bool) -> None:
        now = self.now
        file.left -= ends
        file.ended = max(file.ended, now)
        self._open(file, now)
        if not file.left:
            self._finish(file)

    def _finish(self, file: _File) -> None:
        number = file.number - self.size.ahead
        if not 0 <= number < self.size.families:
            return
        days = self.dues.day_number(file.filed, file.ended)
        kept = self.dues.group_kept(file.filed, file.ended, file.stops)
        lawful = kept and all(case.on_time for case in file.cases)
        incomplete, cases = file.trouble[1] == SUPPLEMENTED, tuple(file.cases)
        promised = days <= self.recipe.target
        times = (number, file.filed, file.ended, days)
        self.watch(Finished(*times, lawful, promised, file.trips, incomplete, cases))
