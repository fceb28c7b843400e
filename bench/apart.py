"""Measured in a process of its own: memory, bytes, a citizen's submit, the cost of durable effects."""

from __future__ import annotations

import resource
from collections.abc import Callable
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from multiprocessing import get_context
from pathlib import Path
from statistics import median
from time import perf_counter, process_time
from typing import Any, TypeVar

from sqlalchemy import Engine

from bench.carrying import WARM_UP, Cost, carry
from bench.figures import Spread, spread
from bench.ours import Ours
from bench.rows import all_rows, copy
from bench.world import draft, file_bundles, make, opened
from services.background import Background
from services.citizens import declarations
from services.jobs import DELIVER, RENDER

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Footprint:
    """What a process that carries bundles needs, and what they leave on the disk."""

    bundles: int
    memory_at_start_mib: float
    peak_memory_mib: float
    bytes_per_bundle: int
    submit: Spread
    submit_cpu_ms: float


@dataclass(frozen=True, slots=True)
class Effects:
    """The same steps without effects and with one durable message each, in milliseconds per step."""

    rounds: int
    bundles: int
    without_ms: float
    with_ms: float
    added_ms: float
    without_cpu_ms: float
    with_cpu_ms: float
    added_cpu_ms: float
    jobs: int


def apart(measure: Callable[..., T], *given: Any) -> T:
    """Run a measurement in a fresh process and return what it found."""
    with ProcessPoolExecutor(1, mp_context=get_context("spawn")) as pool:
        return pool.submit(measure, *given).result()


def footprint(folder: Path, bundles: int) -> Footprint:
    """File bundles, carry them to their end, and weigh."""
    path = folder / "footprint.db"
    make(path)
    empty = path.stat().st_size
    with opened(path) as context:
        warm = file_bundles(context, WARM_UP)
        at_start = _peak_mib()
        drafts = [draft(context, number) for number in range(WARM_UP + 1, bundles + 1)]
        times, dossiers = [], warm
        cpu = process_time()
        for requester, draft_id in drafts:
            before = perf_counter()
            dossiers.append(declarations.submit(context, requester, draft_id).id)
            times.append(perf_counter() - before)
        cpu = (process_time() - cpu) / len(drafts)
    carry(Ours(path, ids="footprint"), path, dossiers)
    return Footprint(
        bundles=bundles,
        memory_at_start_mib=at_start,
        peak_memory_mib=_peak_mib(),
        bytes_per_bundle=(path.stat().st_size - empty) // bundles,
        submit=spread(times),
        submit_cpu_ms=round(cpu * 1000, 3),
    )


def effects(folder: Path, bundles: int, rounds: int) -> Effects:
    """Carry copies of the same bundles with and without one message in each step, in turns."""
    base = folder / "effects.db"
    make(base)
    with opened(base, jobs=_durable) as context:
        dossiers = file_bundles(context, bundles + WARM_UP)
    costs: dict[bool, list[Cost]] = {False: [], True: []}
    for number in range(rounds):
        for asks in (False, True) if number % 2 == 0 else (True, False):
            path = copy(base, folder / f"effects-{asks}.db")
            runner = Ours(path, ids="effects", asks=asks, jobs=_durable)
            costs[asks].append(carry(runner, path, dossiers))
    (without, without_cpu), (with_, with_cpu) = _middle(costs[False]), _middle(costs[True])
    return Effects(
        rounds=rounds,
        bundles=bundles,
        without_ms=without,
        with_ms=with_,
        added_ms=round(with_ - without, 3),
        without_cpu_ms=without_cpu,
        with_cpu_ms=with_cpu,
        added_cpu_ms=round(with_cpu - without_cpu, 3),
        jobs=len(all_rows(folder / "effects-True.db")["workflow_status"]),
    )


def _durable(engine: Engine) -> Background:
    """Make the durable engine ready to take jobs; nobody runs them."""
    background = Background(engine, executor_id="bench", application_version="bench")
    for kind in (DELIVER, RENDER):
        background.handle(kind, lambda payload, job_id: None)
    return background


def _middle(costs: list[Cost]) -> Cost:
    time, cpu = (round(median(cost[which] for cost in costs) * 1000, 3) for which in (0, 1))
    return time, cpu


def _peak_mib() -> float:
    """Return the most memory this process has held so far; Linux counts it in KiB."""
    return round(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024, 1)
