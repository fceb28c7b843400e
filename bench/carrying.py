"""Carries bundles through their twelve steps and says what a step cost."""

from __future__ import annotations

from pathlib import Path
from time import perf_counter, process_time

from bench.contestants import Contestant
from bench.rows import case_ids
from bench.world import ACTS

WARM_UP = 3  # bundles taken first and not counted: statements are compiled, caches are filled

Cost = tuple[float, float]  # seconds on the clock, seconds of CPU


def carry(runner: Contestant, path: Path, dossiers: list[str]) -> Cost:
    """Carry bundles to their end, act by act; return the mean of a step after the first bundles."""
    time = cpu = 0.0
    for act in ACTS:
        cases = case_ids(path, dossiers, act.member)
        for case in cases[:WARM_UP]:
            runner.take(act, case)
        start, start_cpu = perf_counter(), process_time()
        for case in cases[WARM_UP:]:
            runner.take(act, case)
        time, cpu = time + perf_counter() - start, cpu + process_time() - start_cpu
    runner.close()
    counted = len(ACTS) * (len(dossiers) - WARM_UP)
    return time / counted, cpu / counted
