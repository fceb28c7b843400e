"""What came of many families, as frozen values; counted as they finish, so memory does not grow with them."""

from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from math import sqrt
from statistics import NormalDist

from services.simulation.chance import mean_of
from services.simulation.draws import OFFICERS
from services.simulation.flow import Size, run
from services.simulation.recipe import PLAIN, Recipe
from services.simulation.seen import Finished, Log

A_BATCH = 50  # families that filed one after the other; batches are taken as independent of each other
A_REPLICATION = 1000  # families; each replication begins on the same first day with a seed of its own
TO_EMPTY = 55  # working days that a run may need after its last filing, and for those around it
A_WORKING_DAY = 480  # minutes
CONFIDENCE = 0.95


@dataclass(frozen=True, slots=True)
class Estimate:
    """A mean, and the half width of its 95% confidence interval."""

    mean: float
    within: float

    @property
    def low(self) -> float:
        return self.mean - self.within

    @property
    def high(self) -> float:
        return self.mean + self.within


@dataclass(frozen=True, slots=True)
class OfficeTime:
    """What one case costs on average, in working days of eight hours."""

    member: str
    waiting: float
    working: float
    on_time: float


@dataclass(frozen=True, slots=True)
class Spreading:
    """On which working day families have everything: `counts[d]` had it on day d, the first being 1.

    `half` and `most` are the days by which half, and nine in ten, have finished; `seed` and
    `families` say which run this was.
    """

    seed: int
    families: int
    counts: tuple[int, ...]
    days: Estimate
    lawful: Estimate
    promised: Estimate
    trips: float
    target: int
    offices: tuple[OfficeTime, ...]

    @property
    def half(self) -> int:
        return self.by(0.5)

    @property
    def most(self) -> int:
        return self.by(0.9)

    @property
    def last(self) -> int:
        return len(self.counts) - 1

    def by(self, share: float) -> int:
        """Return the first day by which this share of all families has finished."""
        done, wanted = 0, share * self.families
        for day, count in enumerate(self.counts):
            done += count
            if done >= wanted:
                return day
        return self.last


class Tally:
    """Counts families as they finish."""

    def __init__(self) -> None:
        self.counts: Counter[int] = Counter()
        self.families = self.trips = self.days = 0
        self._cases: dict[str, list[int]] = {}
        self._open = [0, 0, 0, 0]
        self._batches: list[tuple[int, int, int, int]] = []

    def add(self, one: Finished) -> None:
        """Count one family."""
        self.families += 1
        self.counts[one.days] += 1
        self.days += one.days
        self.trips += one.trips
        for case in one.cases:
            cost = self._cases.setdefault(case.member, [0, 0, 0, 0])
            cost[0] += case.waited
            cost[1] += case.worked
            cost[2] += case.on_time
            cost[3] += 1
        batch = self._open
        batch[0] += 1
        batch[1] += one.days
        batch[2] += one.lawful
        batch[3] += one.promised
        if batch[0] == A_BATCH:
            self._close()

    def result(self, seed: int, target: int) -> Spreading:
        """Return what was counted."""
        self._close()
        most = max(self.counts, default=0)
        return Spreading(
            seed=seed,
            families=self.families,
            counts=tuple(self.counts[day] for day in range(most + 1)),
            days=self._estimate(1),
            lawful=self._estimate(2),
            promised=self._estimate(3),
            trips=self.trips / max(1, self.families),
            target=target,
            offices=tuple(_office(member, cost) for member, cost in self._cases.items()),
        )

    def _close(self) -> None:
        if self._open[0]:
            self._batches.append((self._open[0], self._open[1], self._open[2], self._open[3]))
        self._open = [0, 0, 0, 0]

    def _estimate(self, column: int) -> Estimate:
        total = sum(batch[column] for batch in self._batches)
        whole = [batch[column] / batch[0] for batch in self._batches if batch[0] == A_BATCH]
        return Estimate(total / max(1, self.families), interval(whole))


def _office(member: str, cost: Sequence[int]) -> OfficeTime:
    waited, worked, on_time, cases = cost
    return OfficeTime(member, waited / cases / A_WORKING_DAY, worked / cases / A_WORKING_DAY, on_time / cases)


def interval(values: Sequence[float], confidence: float = CONFIDENCE) -> float:
    """Return the half width of a confidence interval of the mean, by Student's distribution.

    Fewer than two values tell nothing about how far they scatter, so the width is infinite.
    """
    count = len(values)
    if count < 2:
        return float("inf")
    mean = sum(values) / count
    scatter = sqrt(sum((value - mean) ** 2 for value in values) / (count - 1))
    return student(confidence, count - 1) * scatter / sqrt(count)


def student(confidence: float, freedom: int) -> float:
    """Return the two-sided quantile of Student's distribution, by Cornish and Fisher's series."""
    z = NormalDist().inv_cdf(0.5 + confidence / 2)
    first = (z**3 + z) / 4
    second = (5 * z**5 + 16 * z**3 + 3 * z) / 96
    third = (3 * z**7 + 19 * z**5 + 17 * z**3 - 15 * z) / 384
    return z + first / freedom + second / freedom**2 + third / freedom**3


def spreading(
    recipe: Recipe,
    families: int,
    seed: int,
    *,
    log: Log | None = None,
    progress: Callable[[int], None] | None = None,
    ahead: int = 60,
) -> Spreading:
    """Run so many families in replications, and count what came of them.

    Raises:
        CalendarEnds: a run leaves the proclaimed years.
    """
    tally = Tally()
    for nth, size in enumerate(_sizes(families, _replication(recipe))):
        run(recipe, f"{seed}/{nth}", Size(size, ahead=ahead), tally.add, log)
        if progress is not None:
            progress(tally.families)
    return tally.result(seed, recipe.target)


def _replication(recipe: Recipe) -> int:
    """Return how many families a replication has: fewer where the calendar ends soon."""
    days = len(recipe.days.working) - TO_EMPTY
    return max(A_BATCH, min(A_REPLICATION, int(days * recipe.plan.load.per_day)))


def _sizes(families: int, replication: int) -> Iterable[int]:
    while families > 0:
        yield min(families, replication)
        families -= replication


def busy(recipe: Recipe) -> Mapping[str, float]:
    """Say how busy each office is on average: the share of its officers' time that these files take."""
    load, typing = recipe.plan.load, mean_of(recipe.plan.manner.typing)
    wanted: dict[str, float] = {}
    for part in recipe.parts.values():
        steps = [act.step for act in part.paths[PLAIN].acts if act.by in OFFICERS]
        minutes = sum(mean_of(load.minutes_for(part.code, step)) for step in steps) + typing * bool(steps)
        authority = part.procedure.authority
        wanted[authority] = wanted.get(authority, 0.0) + load.per_day * minutes
    desks = {authority: load.desk(authority) for authority in wanted}
    return {a: wanted[a] / (d.officers * (1 - d.absent) * A_WORKING_DAY) for a, d in desks.items()}
