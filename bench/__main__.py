"""`python -m bench`: first the gate, then the figures; prints them and writes `bench/results.json`."""

from __future__ import annotations

import argparse
import json
import sys
import tempfile
from dataclasses import asdict, dataclass
from pathlib import Path
from time import perf_counter
from typing import Any

from bench import gate, growth, pairs, report
from bench.apart import apart, effects, footprint
from bench.shares import shares

HERE = Path(__file__).parent
RESULTS = HERE / "results.json"


@dataclass(frozen=True, slots=True)
class Plan:
    """How much is measured."""

    race: int
    pairs: int
    bundles: int
    sizes: tuple[int, ...]
    rounds: int
    block: int
    crowd: int
    looks: int
    effect_rounds: int
    weighed: int


FULL = Plan(12, 7, 60, (1_000, 10_000, 100_000), 7, 20, 100_000, 40, 7, 200)
QUICK = Plan(2, 5, 12, (1_000, 5_000), 3, 6, 5_000, 8, 3, 40)


def main() -> int:
    """Run the gate, then measure; the exit code is 1 when the gate stays closed."""
    parser = argparse.ArgumentParser(prog="python -m bench", description=__doc__)
    parser.add_argument("--quick", action="store_true", help="less of everything, in under a minute")
    parser.add_argument(
        "--folder", type=Path, help="where the databases are made (default: a temporary folder)"
    )
    asked = parser.parse_args()
    with tempfile.TemporaryDirectory(prefix="bench-", dir=asked.folder) as folder:
        try:
            results = measure(Path(folder), QUICK if asked.quick else FULL)
        except gate.GateClosed as closed:
            print(f"The gate stays closed, nothing is timed: {closed}", file=sys.stderr)
            return 1
    RESULTS.write_text(json.dumps(results, ensure_ascii=False, indent=2) + "\n", "utf-8")
    print(report.table(results))
    print(f"\nTook {results['seconds']} s; written to bench/{RESULTS.name}.")
    for goal in report.missed(results):
        print(f"Goal missed: {goal}")
    return 0


def measure(folder: Path, plan: Plan) -> dict[str, Any]:
    """Let the engine through the gate and measure it.

    Raises:
        GateClosed: it may not be timed.
        DifferentRows: the floor does not do the same work.
    """
    start = perf_counter()
    results: dict[str, Any] = {"machine": report.machine(), "plan": asdict(plan)}
    results["gate"] = asdict(gate.check(folder, bundles=plan.race))
    _say("the gate is open", start)
    compared = pairs.compare(folder, bundles=plan.bundles, pairs=plan.pairs)
    results["ratio_to_floor"] = {"time": compared.time, "cpu": compared.cpu}
    results["pairs"] = asdict(compared)
    _say("pairs with the floor", start)
    results["footprint"] = asdict(apart(footprint, folder, plan.weighed))
    results["effects"] = asdict(apart(effects, folder, plan.bundles // 2, plan.effect_rounds))
    _say("memory, submit, effects", start)
    sizes = growth.growth(folder, plan.sizes, rounds=plan.rounds, block=plan.block)
    results["growth"] = [asdict(size) for size in sizes]
    _say("growth", start)
    results["crowd"] = asdict(growth.crowd(folder, plan.crowd, looks=plan.looks))
    results["shares"] = shares(folder, plan.bundles)
    results["seconds"] = round(perf_counter() - start)
    return results


def _say(what: str, start: float) -> None:
    print(f"{perf_counter() - start:5.0f} s  {what}", file=sys.stderr, flush=True)


if __name__ == "__main__":
    raise SystemExit(main())
