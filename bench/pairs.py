"""Ours against the floor: the same bundles, copies of one database, in turns, the median of the pairs."""

from __future__ import annotations

import gc
from dataclasses import dataclass, field
from pathlib import Path
from statistics import fmean
from time import perf_counter, process_time

from bench.carrying import WARM_UP
from bench.contestants import CONTESTANTS
from bench.figures import Spread, ratio, ratio_range, spread
from bench.rows import all_rows, case_ids, copy, difference
from bench.world import ACTS, file_bundles, make, opened


class DifferentRows(Exception):
    """The floor does not write what the engine writes, so a ratio would say nothing."""


@dataclass(slots=True)
class Run:
    """One way carrying all bundles through their steps: seconds per step, by act, on the clock and of CPU."""

    time: list[float] = field(default_factory=list)
    cpu: list[float] = field(default_factory=list)
    each: list[float] = field(default_factory=list)

    @property
    def mean_time(self) -> float:
        return fmean(self.time)

    @property
    def mean_cpu(self) -> float:
        return fmean(self.cpu)


@dataclass(frozen=True, slots=True)
class Compared:
    """What the pairs give; `by_act` holds microseconds of CPU per step of ours and of the floor."""

    pairs: int
    bundles: int
    time: float
    cpu: float
    time_range: tuple[float, float]
    cpu_range: tuple[float, float]
    plain_time: float
    plain_cpu: float
    steps_per_second: float
    bundles_per_second: float
    step: Spread
    floor_step: Spread
    cpu_microseconds: dict[str, float]
    by_act: dict[str, tuple[float, float]]


def compare(folder: Path, *, bundles: int, pairs: int) -> Compared:
    """Measure ours and the floor in turns, and the plain way beside them.

    Raises:
        DifferentRows: after a pair the two databases do not hold the same rows.
    """
    base = folder / "base.db"
    make(base)
    with opened(base) as context:
        dossiers = file_bundles(context, bundles + WARM_UP)
    runs: dict[str, list[Run]] = {"ours": [], "floor": [], "plain": []}
    for number in range(pairs):
        order = ("ours", "floor", "plain") if number % 2 == 0 else ("floor", "ours", "plain")
        for name in order:
            runs[name].append(run(name, copy(base, folder / f"{name}.db"), dossiers))
        if tables := difference(all_rows(folder / "ours.db"), all_rows(folder / "floor.db")):
            raise DifferentRows(f"the floor and the engine wrote different rows: {tables}")
    return _compared(runs, bundles, pairs)


def run(name: str, path: Path, dossiers: list[str]) -> Run:
    """Carry the bundles through their twelve steps, act by act, each case of all before the next act."""
    runner = CONTESTANTS[name](path, ids="pairs")
    result = Run()
    gc.collect()
    for act in ACTS:
        cases = case_ids(path, dossiers, act.member)
        for case in cases[:WARM_UP]:
            runner.take(act, case)
        counted = cases[WARM_UP:]
        cpu, before = process_time(), perf_counter()
        start = before
        for case in counted:
            runner.take(act, case)
            now = perf_counter()
            result.each.append(now - before)
            before = now
        result.time.append((before - start) / len(counted))
        result.cpu.append((process_time() - cpu) / len(counted))
    runner.close()
    return result


def _compared(runs: dict[str, list[Run]], bundles: int, pairs: int) -> Compared:
    times = {name: [one.mean_time for one in some] for name, some in runs.items()}
    cpus = {name: [one.mean_cpu for one in some] for name, some in runs.items()}
    steps_per_second = 1 / sorted(times["ours"])[pairs // 2]
    return Compared(
        pairs=pairs,
        bundles=bundles,
        time=ratio(times["ours"], times["floor"]),
        cpu=ratio(cpus["ours"], cpus["floor"]),
        time_range=ratio_range(times["ours"], times["floor"]),
        cpu_range=ratio_range(cpus["ours"], cpus["floor"]),
        plain_time=ratio(times["plain"], times["floor"]),
        plain_cpu=ratio(cpus["plain"], cpus["floor"]),
        steps_per_second=round(steps_per_second, 1),
        bundles_per_second=round(steps_per_second / len(ACTS), 1),
        step=spread([one for some in runs["ours"] for one in some.each]),
        floor_step=spread([one for some in runs["floor"] for one in some.each]),
        cpu_microseconds={name: round(sorted(some)[pairs // 2] * 1e6) for name, some in cpus.items()},
        by_act={
            f"{act.member} {act.step}": (
                _median_cpu(runs["ours"], place),
                _median_cpu(runs["floor"], place),
            )
            for place, act in enumerate(ACTS)
        },
    )


def _median_cpu(runs: list[Run], place: int) -> float:
    return round(sorted(one.cpu[place] for one in runs)[len(runs) // 2] * 1e6)
