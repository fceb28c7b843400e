"""The table that the command prints, in Markdown, so that it can stand in the README as it is."""

from __future__ import annotations

import os
import platform
import sqlite3
from collections.abc import Iterator, Sequence
from importlib.metadata import version
from pathlib import Path
from typing import Any

GOAL = 4.0  # times the floor
FLAT = 1.3  # times the cost at the smallest size
PROMPT = 150.0  # milliseconds for a page of a very full worklist
RATIOS = ("step_time_ratio", "step_cpu_ratio", "worklist_time_ratio", "worklist_cpu_ratio")
LIBRARIES = ("sqlalchemy", "sqlmodel", "pydantic", "transitions", "dbos")

Results = dict[str, Any]


def machine() -> dict[str, Any]:
    """Describe where the figures come from, how busy it was included."""
    return {
        "processor": _processor(),
        "cores": os.cpu_count(),
        "load_before": round(os.getloadavg()[0], 2),
        "system": f"{platform.system()} {platform.release()}",
        "python": platform.python_version(),
        "sqlite": sqlite3.sqlite_version,
        **{name: version(name) for name in LIBRARIES},
    }


def table(results: Results) -> str:
    """Return all figures as Markdown."""
    parts = (_machine, _gate, _ratios, _acts, _growth, _crowd, _effects, _footprint, _shares)
    return "\n\n".join("\n".join(part(results)) for part in parts)


def missed(results: Results) -> list[str]:
    """Name the goals that this run did not reach."""
    pairs = results["ratio_to_floor"]
    goals = [(f"ratio to the floor, {name}", pairs[name], GOAL) for name in ("time", "cpu")]
    for size in results["growth"]:
        goals += [(f"{name} at {size['bundles']:,} bundles", size[name], FLAT) for name in RATIOS]
    goals += [
        (
            f"worklist p95 (ms) with {results['crowd']['open_cases']:,} open cases, {queue}",
            look["p95"],
            PROMPT,
        )
        for queue, look in results["crowd"]["queues"].items()
    ]
    return [f"{name}: {found} (goal {goal})" for name, found, goal in goals if found > goal]


def _machine(results: Results) -> Iterator[str]:
    here = results["machine"]
    versions = [f"{name} {here[name]}" for name in LIBRARIES]
    yield f"{here['processor']}, {here['cores']} cores, {here['system']}; load before: {here['load_before']}."
    yield f"Python {here['python']}, SQLite {here['sqlite']}, {', '.join(versions)}."


def _gate(results: Results) -> Iterator[str]:
    gate, race = results["gate"], results["gate"]["race"]
    counts = ", ".join(f"{race[name]:,}" for name in ("attempts", "acknowledged", "conflicts"))
    yield "| Gate | found |"
    yield "|---|---|"
    yield f"| acts that must be refused, no trace in any table | {gate['refusals']} of {gate['refusals']} |"
    yield f"| four processes: acts tried, acknowledged, refused | {counts} |"
    yield f"| acts acknowledged twice | {race['doubled']} |"
    for name, caught in gate["sabotages"].items():
        yield f"| sabotage caught: {name} | {caught} |"


def _ratios(results: Results) -> Iterator[str]:
    pairs, ratios = results["pairs"], results["ratio_to_floor"]
    cpu = pairs["cpu_microseconds"]
    ours = f"**{ratios['time']}** | **{ratios['cpu']}** | {cpu['ours']}"
    plain = f"{pairs['plain_time']} | {pairs['plain_cpu']} | {cpu['plain']}"
    yield f"| Per step, {pairs['pairs']} pairs of {pairs['bundles']} bundles | time | CPU | CPU µs |"
    yield "|---|---|---|---|"
    yield f"| floor: hand-written sqlite3, the same rows | 1 | 1 | {cpu['floor']} |"
    yield f"| **ours**: the verb over a unit of work | {ours} |"
    yield f"| plain: a machine per case, the ORM's flush | {plain} |"
    ranges = f"{_range(pairs['time_range'])} | {_range(pairs['cpu_range'])}"
    yield f"| ours, the lowest and the highest pair | {ranges} | |"
    yield ""
    yield "| Ours | |"
    yield "|---|---|"
    yield f"| steps/s, one after the other | {pairs['steps_per_second']} |"
    yield f"| bundles/s (12 steps) | {pairs['bundles_per_second']} |"
    yield f"| step p50, p95, p99 (ms) | {_spread(pairs['step'])} |"
    yield f"| the floor's p50, p95, p99 (ms) | {_spread(pairs['floor_step'])} |"


def _acts(results: Results) -> Iterator[str]:
    yield "| Act | ours, CPU µs | floor, CPU µs |"
    yield "|---|---|---|"
    for act, (ours, floor) in results["pairs"]["by_act"].items():
        yield f"| {act} | {ours:.0f} | {floor:.0f} |"


def _growth(results: Results) -> Iterator[str]:
    yield "| Stored bundles | bytes each | step ms | step CPU ms | worklist p50, p95 ms |"
    yield "|---|---|---|---|---|"
    for size in results["growth"]:
        cells = (
            f"{size['bundles']:,}",
            f"{size['bytes_per_bundle']:,}",
            f"{size['step_ms']} (× {size['step_time_ratio']})",
            f"{size['step_cpu_ms']} (× {size['step_cpu_ratio']})",
            f"{size['worklist']['p50']}, {size['worklist']['p95']} (× {size['worklist_time_ratio']})",
        )
        yield f"| {' | '.join(cells)} |"


def _crowd(results: Results) -> Iterator[str]:
    crowd = results["crowd"]
    yield f"| Worklist of an office with {crowd['open_cases']:,} open cases | p50, p95, p99 ms |"
    yield "|---|---|"
    for queue, look in crowd["queues"].items():
        yield f"| {queue} | {_spread(look)} |"
    yield f"| a search by name in can-lam | {_spread(crowd['search'])} |"


def _effects(results: Results) -> Iterator[str]:
    found = results["effects"]
    yield "| Durable effects | ms per step | CPU ms per step |"
    yield "|---|---|---|"
    yield f"| without | {found['without_ms']} | {found['without_cpu_ms']} |"
    yield f"| with one message and its job in each step | {found['with_ms']} | {found['with_cpu_ms']} |"
    yield f"| added | {found['added_ms']} | {found['added_cpu_ms']} |"


def _footprint(results: Results) -> Iterator[str]:
    found = results["footprint"]
    yield "| Footprint | |"
    yield "|---|---|"
    yield f"| peak memory of the process (MiB) | {found['peak_memory_mib']} |"
    yield f"| of it after the first bundles (MiB) | {found['memory_at_start_mib']} |"
    yield f"| bytes on the disk per finished bundle | {found['bytes_per_bundle']:,} |"
    yield f"| a citizen's submit p50, p95, p99 (ms) | {_spread(found['submit'])} |"
    yield f"| a citizen's submit, CPU (ms) | {found['submit_cpu_ms']} |"


def _shares(results: Results) -> Iterator[str]:
    plain, issuing = results["shares"]["plain"], results["shares"]["issuing"]
    yield "| Where the time goes (profiler, %) | plain step | issuing step |"
    yield "|---|---|---|"
    for part in sorted(plain.keys() | issuing.keys(), key=lambda part: -issuing.get(part, 0)):
        yield f"| {part} | {plain.get(part, 0)} | {issuing.get(part, 0)} |"


def _spread(found: dict[str, float]) -> str:
    return f"{found['p50']}, {found['p95']}, {found['p99']}"


def _range(found: Sequence[float]) -> str:
    return f"{found[0]} to {found[1]}"


def _processor() -> str:
    info = Path("/proc/cpuinfo")
    lines = info.read_text().splitlines() if info.exists() else []
    names = [line.partition(":")[2].strip() for line in lines if line.startswith("model name")]
    return names[0] if names else platform.processor() or platform.machine()
