"""`python -m bench.simulation`: what runs with queues cost, beside a plain loop that does the least."""

from __future__ import annotations

import argparse
import json
import resource
import sys
from heapq import heappop, heappush
from importlib.metadata import version
from random import Random
from statistics import median
from time import perf_counter, process_time

from bench import report
from services.simulation.often import STORIES_BY_SLUG, Knobs, under
from services.simulation.recipe import Recipe, opening_days, work_out
from services.simulation.results import spreading
from services.time.calendar_seed import vietnam_calendar
from workflows.registry import registry

PAIRS = 5
EVENTS = 21  # of one family in a run of the published baseline


def main() -> int:
    """Measure, print a table, return 0."""
    parser = argparse.ArgumentParser(prog="python -m bench.simulation", description=__doc__)
    parser.add_argument("--quick", action="store_true", help="leave out the 100,000 families")
    asked = parser.parse_args()
    ways = {way.slug: way for story in (STORIES_BY_SLUG["sinh"],) for way in (*story.before, *story.after)}
    recipes = {slug: _recipe(slug) for slug in ("cong-bo", "2023") if slug in ways}
    found: dict[str, object] = {"machine": report.machine(), "simpy": version("simpy")}
    for slug, recipe in recipes.items():
        times = [_timed(recipe, 1_000) for _ in range(PAIRS)]
        found[f"{slug}: 1,000 families, CPU s"] = round(median(times), 3)
        floors = [_floor(1_000) for _ in range(PAIRS)]
        found[f"{slug}: ratio to the plain loop"] = round(median(times) / median(floors), 1)
    if not asked.quick:
        small = _peak()
        start = perf_counter()
        used = _timed(recipes["2023"], 100_000)
        found["2023: 100,000 families, CPU s"] = round(used, 1)
        found["2023: 100,000 families, s"] = round(perf_counter() - start, 1)
        found["memory it added, MiB"] = round(_peak() - small, 1)
    print(json.dumps(found, ensure_ascii=False, indent=2))
    return 0


def _recipe(slug: str) -> Recipe:
    story = STORIES_BY_SLUG["sinh"]
    way = next(one for one in (*story.before, *story.after) if one.slug == slug)
    plan = under(story, way, Knobs(), registry())
    return work_out(plan, registry(), opening_days(plan, vietnam_calendar()))


def _timed(recipe: Recipe, families: int) -> float:
    start = process_time()
    found = spreading(recipe, families, 1)
    if sum(found.counts) != families:
        raise AssertionError("families got lost")
    return process_time() - start


def _floor(families: int) -> float:
    """Draw as many numbers and move as many events through a heap, and nothing else."""
    start, source, heap = process_time(), Random(1), list[tuple[float, int]]()
    for family in range(families):
        at = source.random()
        for event in range(EVENTS):
            at += source.expovariate(1.0)
            heappush(heap, (at, family * EVENTS + event))
    while heap:
        heappop(heap)
    return process_time() - start


def _peak() -> float:
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


if __name__ == "__main__":
    sys.exit(main())
