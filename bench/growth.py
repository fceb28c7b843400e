"""What a step and a worklist cost when more and more bundles are stored, and with many open cases."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from pathlib import Path
from statistics import median
from time import perf_counter, process_time

from bench.carrying import WARM_UP, Cost, carry
from bench.figures import Spread, ratio, spread
from bench.filling import Pattern, fill
from bench.ours import Ours
from bench.rows import copy
from bench.world import file_bundles, make, officer, opened
from services.access.actors import Actor
from services.reading.working import worklists
from workflows.vocabulary import Role

OPEN = 200  # bundles whose first case is open in the office that is measured, at every size
QUEUES = worklists.QUEUES
LOOKS = 5  # at each queue, in each round
READER = replace(officer("certificate", Role.CLERK), id="officer-3")


@dataclass(frozen=True, slots=True)
class Size:
    """The cost beside so many stored bundles; ratios are to the smallest size, side by side."""

    bundles: int
    bytes_per_bundle: int
    step_ms: float
    step_cpu_ms: float
    step_time_ratio: float
    step_cpu_ratio: float
    worklist: Spread
    worklist_time_ratio: float
    worklist_cpu_ratio: float


@dataclass(frozen=True, slots=True)
class Crowd:
    """The worklist of one office with very many open cases, by queue, and a search in it."""

    open_cases: int
    queues: dict[str, Spread]
    search: Spread


def growth(folder: Path, sizes: tuple[int, ...], *, rounds: int, block: int) -> list[Size]:
    """Measure blocks of bundles and looks at the worklist, the sizes in turns."""
    paths = _stored(folder, sizes)
    filed = {size: _file(path, rounds * (block + WARM_UP)) for size, path in paths.items()}
    steps: dict[int, list[Cost]] = {size: [] for size in sizes}
    looks: dict[int, list[Cost]] = {size: [] for size in sizes}
    each: dict[int, list[float]] = {size: [] for size in sizes}
    for number in range(rounds):
        for size in sizes if number % 2 == 0 else sizes[::-1]:
            block_of = filed[size][number * (block + WARM_UP) : (number + 1) * (block + WARM_UP)]
            steps[size].append(carry(Ours(paths[size], ids=f"{size}-{number}"), paths[size], block_of))
            times, cost = _looks(paths[size])
            looks[size].append(cost)
            each[size] += times
    smallest = sizes[0]
    return [
        Size(
            bundles=size,
            bytes_per_bundle=paths[size].stat().st_size // size,
            step_ms=_middle(steps[size], 0),
            step_cpu_ms=_middle(steps[size], 1),
            step_time_ratio=_ratio(steps, size, smallest, 0),
            step_cpu_ratio=_ratio(steps, size, smallest, 1),
            worklist=spread(each[size]),
            worklist_time_ratio=_ratio(looks, size, smallest, 0),
            worklist_cpu_ratio=_ratio(looks, size, smallest, 1),
        )
        for size in sizes
    ]


def crowd(folder: Path, open_cases: int, *, looks: int) -> Crowd:
    """Measure the worklist of one office in which so many cases are open."""
    path = folder / "crowd.db"
    make(path)
    fill(path, Pattern(folder, finished=False).copies(open_cases, first=1))
    with _reading(path) as look:
        queues = {queue: spread([look(queue)[0] for _ in range(looks)]) for queue in QUEUES}
        search = spread([look("can-lam", "minh anh")[0] for _ in range(max(3, looks // 4))])
    path.unlink()
    return Crowd(open_cases, queues, search)


def _stored(folder: Path, sizes: tuple[int, ...]) -> dict[int, Path]:
    """Fill one database further and further, and keep a copy at each size."""
    growing = folder / "growing.db"
    make(growing)
    fill(growing, Pattern(folder, finished=False).copies(OPEN, first=1))
    finished = Pattern(folder, finished=True)
    stored, paths = OPEN, {}
    for size in sizes:
        fill(growing, finished.copies(size - stored, first=stored + 1))
        stored = size
        paths[size] = copy(growing, folder / f"stored-{size}.db")
    growing.unlink()
    return paths


def _file(path: Path, count: int) -> list[str]:
    with opened(path, ids="filed") as context:
        return file_bundles(context, count)


def _looks(path: Path) -> tuple[list[float], Cost]:
    with _reading(path) as look:
        costs = [look(queue) for _ in range(LOOKS) for queue in QUEUES]
    times = [time for time, _ in costs]
    return times, (median(times), median(cpu for _, cpu in costs))


class _Look:
    def __init__(self, ours: Ours, reader: Actor) -> None:
        self._ours, self._reader = ours, reader

    def __call__(self, queue: str, search: str = "") -> Cost:
        """Read one page of a queue and say what it cost."""
        uow = self._ours.context.reading(self._reader)
        time, cpu = perf_counter(), process_time()
        worklists.worklist(uow, queue, search=search)
        return perf_counter() - time, process_time() - cpu


@contextmanager
def _reading(path: Path) -> Iterator[_Look]:
    """Open a database for looks at the worklist, every queue looked at once already."""
    ours = Ours(path)
    look = _Look(ours, READER)
    for queue in QUEUES:
        look(queue)
    try:
        yield look
    finally:
        ours.close()


def _middle(costs: list[Cost], which: int) -> float:
    return round(median(cost[which] for cost in costs) * 1000, 3)


def _ratio(costs: dict[int, list[Cost]], size: int, smallest: int, which: int) -> float:
    return ratio([cost[which] for cost in costs[size]], [cost[which] for cost in costs[smallest]])
