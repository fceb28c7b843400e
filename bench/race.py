"""Four processes take the same acts on the same cases at the same time; each writes down what it was told."""

from __future__ import annotations

import sqlite3
from collections import Counter
from dataclasses import dataclass
from multiprocessing import get_context
from multiprocessing.queues import Queue
from multiprocessing.synchronize import Barrier
from pathlib import Path
from typing import Any

from bench.contestants import CONTESTANTS
from bench.rows import case_ids
from bench.world import ACTS, Act, file_bundles, make, opened
from workflows.errors import LinkedServiceError

PROCESSES = 4
PATIENCE_SECONDS = 60

Told = tuple[str, str]  # a case and a step that were acknowledged


@dataclass(frozen=True, slots=True)
class Race:
    """What became of a race: how many acts were acknowledged, refused, and what does not add up."""

    attempts: int
    acknowledged: int
    conflicts: int
    doubled: int
    faults: tuple[str, ...]


def race(folder: Path, contestant: str, *, bundles: int, acts: int = len(ACTS)) -> Race:
    """Let four processes compete for the first acts of some bundles, and count."""
    path = folder / f"race-{contestant}.db"
    make(path)
    with opened(path) as context:
        dossiers = file_bundles(context, bundles)
    told, errors = _compete(path, contestant, dossiers, acts)
    acknowledged = Counter(told)
    doubled = sum(1 for times in acknowledged.values() if times > 1)
    expected = bundles * acts
    return Race(
        attempts=expected * PROCESSES,
        acknowledged=len(told),
        conflicts=expected * PROCESSES - len(told),
        doubled=doubled,
        faults=tuple(errors + _faults(path, acknowledged, expected, doubled)),
    )


def _faults(path: Path, acknowledged: Counter[Told], expected: int, doubled: int) -> list[str]:
    """Compare what was acknowledged with the journal: each act once, and none that nobody was told of."""
    db = sqlite3.connect(path)
    steps = tuple({act.step for act in ACTS})
    marks = ",".join("?" * len(steps))
    lines = Counter(
        (case, step)
        for case, step in db.execute(
            f"SELECT case_id, event FROM journal WHERE event IN ({marks})",  # noqa: S608
            steps,
        )
    )
    db.close()
    faults = []
    if doubled:
        faults.append(f"{doubled} of {expected} acts were acknowledged more than once")
    if len(acknowledged) != expected:
        faults.append(f"{expected - len(acknowledged)} acts were acknowledged to nobody")
    if lines != acknowledged:
        faults.append("the journal tells another story than the acknowledgements")
    if sum(acknowledged.values()) == expected * PROCESSES:
        faults.append("there was no conflict, so nothing was tried")
    return faults


def _compete(path: Path, contestant: str, dossiers: list[str], acts: int) -> tuple[list[Told], list[str]]:
    spawn = get_context("spawn")
    barrier = spawn.Barrier(PROCESSES, timeout=PATIENCE_SECONDS)
    answers: Queue[tuple[list[Told], str]] = spawn.Queue()
    rivals = [
        spawn.Process(
            target=_rival, args=(path, contestant, dossiers, acts, number, barrier, answers), daemon=True
        )
        for number in range(PROCESSES)
    ]
    for rival in rivals:
        rival.start()
    heard = [answers.get(timeout=PATIENCE_SECONDS * 2) for _ in rivals]
    for rival in rivals:
        rival.join()
    told = [one for acknowledged, _ in heard for one in acknowledged]
    return told, [error for _, error in heard if error]


def _rival(
    path: Path,
    contestant: str,
    dossiers: list[str],
    acts: int,
    number: int,
    barrier: Barrier,
    answers: Any,
) -> None:
    told: list[Told] = []
    try:
        runner = CONTESTANTS[contestant](path, ids=f"rival-{number}")
        for act in ACTS[:acts]:
            cases = case_ids(path, dossiers, act.member)
            for case in cases:
                barrier.wait()
                if _acknowledged(runner, act, case):
                    told.append((case, act.step))
            barrier.wait()
        runner.close()
        answers.put((told, ""))
    except Exception as error:
        barrier.abort()
        answers.put((told, f"process {number}: {error!r}"))


def _acknowledged(runner: Any, act: Act, case: str) -> bool:
    try:
        runner.take(act, case)
    except LinkedServiceError:
        return False
    return True
