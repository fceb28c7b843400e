"""The promise: a worker killed before, at and after a due instant fires each timer exactly once."""

import json
import os
import signal
import sqlite3
import subprocess
import sys
import time
from collections import Counter
from contextlib import closing
from dataclasses import asdict
from pathlib import Path
from random import Random

import pytest

from tests.kill.shared import Gauge
from tests.kill.timer_child import FASTER, SABOTAGES, START, TimerOptions

ROOT = Path(__file__).parents[2]
SEED = int(os.environ.get("KILL_SEED", "1"))
READY_SECONDS = 60
# Monday nine o'clock to Tuesday six in the evening: the due date, and the date of the apology after it.
STORY_SECONDS = 33 * 3600 / FASTER
REST_SECONDS = 4.0  # for jobs that a kill had cut, at the end


class Worker:
    """One product process, killed and started again on the same files."""

    def __init__(self, folder: Path, sabotage: str = "") -> None:
        self._folder = folder
        self.gauge = Gauge(folder / "gauge")
        self.kills: Counter[str] = Counter()
        self._log = (folder / "worker.log").open("ab")
        options = json.dumps(asdict(TimerOptions(str(folder), sabotage)))
        self._zygote = subprocess.Popen(
            [sys.executable, "-m", "tests.kill.timer_child", options],
            cwd=ROOT,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=self._log,
            text=True,
        )
        self._pid = 0

    def start(self) -> None:
        self.gauge["worker"] = 0
        self._pid = self._tell("spawn")
        end = time.monotonic() + READY_SECONDS
        while not self.gauge["worker"]:
            assert time.monotonic() < end, (self._folder / "worker.log").read_text()[-3000:]
            time.sleep(0.002)

    def kill(self) -> None:
        os.kill(self._pid, signal.SIGKILL)
        self._tell("reap")
        self.kills["at"] += self.gauge["jobs"] > 0
        self.kills["all"] += 1

    def _tell(self, order: str) -> int:
        assert self._zygote.stdin is not None
        assert self._zygote.stdout is not None
        self._zygote.stdin.write(f"{order}\n")
        self._zygote.stdin.flush()
        return int(self._zygote.stdout.readline())

    def close(self) -> None:
        self._zygote.kill()  # what it started ends with it
        self._zygote.communicate(timeout=10)
        self._log.close()
        self.gauge.close()

    def rows(self, query: str) -> list[tuple[object, ...]]:
        with closing(sqlite3.connect(f"file:{self._folder / 'product.sqlite'}?mode=ro", uri=True)) as books:
            return books.execute(query).fetchall()


def story(worker: Worker, chance: Random) -> None:
    """Live through the due dates: half of the kills wait for a job to run, the others come at any time."""
    worker.start()
    end = time.monotonic() + STORY_SECONDS + chance.random()
    while time.monotonic() < end:
        moment = time.time() + chance.uniform(0.05, 0.9)
        hunt = chance.random() < 0.6
        while time.time() < moment and not (hunt and worker.gauge["jobs"]):
            time.sleep(0.001)
        time.sleep(chance.uniform(0, 0.06) if hunt else 0)
        worker.kill()
        worker.start()
    time.sleep(REST_SECONDS)


def problems(worker: Worker) -> list[str]:
    """Compare what the timers did with what they owed, case by case."""
    found = []
    cases = worker.rows(
        "SELECT id FROM dossier_case WHERE ending IS NULL AND due_at IS NOT NULL"
        " AND procedure LIKE 'birth-registration%'"
    )
    if len(cases) < 3:
        found.append(f"only {len(cases)} cases to watch")
    for (case_id,) in cases:
        for kind in ("half-used", "last-hours", "overdue", "still-overdue"):
            once(found, worker, f"alert {kind}", "alert", f"kind = '{kind}'", case_id)
        once(found, worker, "apology", "apology", "1", case_id)
        once(found, worker, "letter of apology", "letter", "letter = 'apology'", case_id)
        once(found, worker, "second letter", "letter", "letter = 'still-overdue'", case_id)
        for event in ("overdue", "apology-given", "still-overdue"):
            once(found, worker, f"line {event}", "journal", f"event = '{event}'", case_id)
    return found


def once(found: list[str], worker: Worker, what: str, table: str, which: str, case_id: object) -> None:
    ((count,),) = worker.rows(f"SELECT count(*) FROM {table} WHERE {which} AND case_id = '{case_id}'")  # noqa: S608
    if count != 1:
        found.append(f"{what} of case {case_id}: {count} times")


@pytest.mark.kill
@pytest.mark.timeout(300)
def test_a_worker_killed_around_due_instants_fires_each_timer_exactly_once(tmp_path: Path) -> None:
    kills: Counter[str] = Counter()
    for seed in range(SEED, SEED + 4):  # until enough kills have met a timer that fires
        folder = tmp_path / str(seed)
        folder.mkdir()
        worker = Worker(folder)
        try:
            story(worker, Random(seed))
            assert problems(worker) == []
            kills.update(worker.kills)
        finally:
            worker.close()
        if kills["at"] >= 2 and kills["all"] - kills["at"] >= 2:
            sys.stdout.write(f"\ntimers: {dict(kills)}\n")
            return
    raise AssertionError(f"too few kills have met a timer that fires: {dict(kills)} prove nothing")


@pytest.mark.kill
@pytest.mark.planted
@pytest.mark.timeout(300)
@pytest.mark.parametrize("sabotage", SABOTAGES)
def test_a_planted_mistake_in_the_timers_is_found(tmp_path: Path, sabotage: str) -> None:
    for seed in range(SEED, SEED + 4):
        folder = tmp_path / str(seed)
        folder.mkdir()
        worker = Worker(folder, sabotage)
        try:
            story(worker, Random(seed))
            if found := problems(worker):
                sys.stdout.write(f"\n{sabotage}: {found[0]} after {worker.kills['all']} kills\n")
                return
        finally:
            worker.close()
    raise AssertionError(f"nobody noticed: {sabotage}")


def test_the_story_covers_the_due_date_and_the_new_one() -> None:
    assert START.weekday() == 0
    assert 16 < STORY_SECONDS < 17
