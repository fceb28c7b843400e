"""The process whose timers are killed: a real product with durable jobs, on a clock that runs fast.

`python -m tests.kill.timer_child <options>` imports everything once, then forks one product for each line
"spawn" that it reads, and tells its process id; "reap" waits for the last one. The first product fills the
folder with a few filed dossiers, and the clock begins. One second here is two hours there, so a due date,
its marks and the date of the apology pass in some sixteen seconds.
"""

import ctypes
import json
import os
import signal
import sys
import threading
import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from importlib import import_module
from pathlib import Path
from typing import Any

from services import background, effects, product
from services.access import actors
from services.agencies import directory
from services.background import Background
from services.demo.live_cases import open_live_cases
from services.exchange import delivery
from services.jobs import WATCH
from services.time import alarms
from services.unit_of_work import Context, UnitOfWork
from storage.engine import close_engine, open_engine
from storage.schema import upgrade
from tests.kill.shared import EXECUTOR, Gauge
from workflows.language import Notify
from workflows.registry import registry
from workflows.words import text

FASTER = 2 * 3600.0
START = datetime(2026, 11, 23, 2, tzinfo=UTC)  # a Monday, nine o'clock
PR_SET_PDEATHSIG = 1
GAP_SECONDS = 0.03  # how long a job of the watch is held open, so that kills meet it half done
PLANTED_GAP_SECONDS = 0.2  # between the two halves of a planted mistake: what a busy machine would take


@dataclass(frozen=True)
class TimerOptions:
    """Where the files are, and the mistake that is planted."""

    folder: str
    sabotage: str = ""


class FastClock:
    """Stands on a fixed Monday until the file says when it began; then the machine's clock, but faster."""

    def __init__(self, file: Path) -> None:
        self._file = file
        self._began = 0.0

    def now(self) -> datetime:
        if not self._began:
            self._began = float(self._file.read_text()) if self._file.exists() else 0.0
        passed = time.time() - self._began if self._began else 0.0
        return START + timedelta(seconds=passed * FASTER)


def letter_first() -> None:
    """Send the apology in a transaction of its own, before the mark is noted."""
    fire = alarms.fire

    def careless(context: Context, payload: Mapping[str, Any]) -> None:
        if payload["mark"] == "overdue" and payload["what"] == "case":
            with context.work(actors.SYSTEM) as uow:
                case = alarms.dossiers.read_case(uow.connection, payload["about"])
                assert case is not None
                words = Notify(letter="apology", text=text("Xin lỗi.", "Sorry."))
                effects.write_letter(uow, case.dossier_id, words, case_id=case.id)
            time.sleep(PLANTED_GAP_SECONDS)
        fire(context, payload)

    vars(alarms).update(fire=careless)


def timers_in_memory() -> None:
    """Keep the marks of due dates in the process instead of in the database."""
    enqueue = UnitOfWork.enqueue

    def remembered(uow: UnitOfWork, kind: str, payload: dict[str, Any], **more: Any) -> None:
        if kind != WATCH:
            enqueue(uow, kind, payload, **more)
            return
        seconds, context = more["delay_seconds"], uow.context
        timer = threading.Timer(max(0.0, seconds), alarms.fire, (context, payload))
        timer.daemon = True
        timer.start()

    UnitOfWork.enqueue = remembered  # type: ignore[method-assign, assignment]


def mark_without_next() -> None:
    """Note a mark and leave the next one's job to a second transaction."""
    arm_next = alarms.watch.arm_next

    def later(uow: UnitOfWork, *args: Any, **more: Any) -> None:
        def arm() -> None:
            time.sleep(PLANTED_GAP_SECONDS)
            with uow.context.work(actors.SYSTEM) as other:
                arm_next(other, *args, **more)

        threading.Thread(target=arm, daemon=True).start()

    vars(alarms.watch).update(arm_next=later)


SABOTAGES: dict[str, Callable[[], None]] = {
    "the letter before the mark": letter_first,
    "timers in memory": timers_in_memory,
    "the next mark in a second transaction": mark_without_next,
}


def main() -> None:
    """Fork products until nobody asks for more; none of them outlives this process."""
    options = TimerOptions(**json.loads(sys.argv[1]))
    registry()
    import_module("dbos")
    pid = 0
    for line in sys.stdin:
        if line.strip() == "spawn":
            pid = os.fork()
            if pid == 0:
                _become_product(options)
            answer = pid
        else:
            answer = os.waitpid(pid, 0)[1]
        sys.stdout.write(f"{answer}\n")
        sys.stdout.flush()


def _become_product(options: TimerOptions) -> None:
    ctypes.CDLL(None).prctl(PR_SET_PDEATHSIG, signal.SIGKILL)
    try:
        _run_jobs(options)
    except BaseException:
        sys.excepthook(*sys.exc_info())
    finally:
        os._exit(1)  # it was to run until killed


def _run_jobs(options: TimerOptions) -> None:
    folder = Path(options.folder)
    gauge = Gauge(folder / "gauge")
    gauge["worker"] = gauge["jobs"] = 0
    if options.sabotage:
        SABOTAGES[options.sabotage]()
    _change_time(options, gauge)
    url = f"sqlite:///{folder / 'product.sqlite'}"
    if not gauge["seeded"]:
        engine, agencies = open_engine(url), directory.demo_agencies(folder / "agencies.sqlite")
        upgrade(engine)
        product.fill(engine, registry(), agencies)
        close_engine(engine)
    opened = product.open_product(url, folder, executor_id=EXECUTOR, number_prefix="K00", demo=False)
    if not gauge["seeded"]:
        open_live_cases(opened.context, opened.agencies, opened.lists)
        (folder / "began").write_text(str(time.time()))
        gauge["seeded"] = 1
    assert opened.background is not None
    opened.background.start()
    gauge["worker"] = os.getpid()
    signal.pause()


def _change_time(options: TimerOptions, gauge: Gauge) -> None:
    enqueue, fire = UnitOfWork.enqueue, alarms.fire

    def soon(uow: UnitOfWork, kind: str, *args: Any, delay_seconds: float = 0, **more: Any) -> None:
        enqueue(uow, kind, *args, delay_seconds=delay_seconds / FASTER, **more)

    def held(context: Context, payload: Mapping[str, Any]) -> None:
        gauge.add("jobs")
        try:
            time.sleep(GAP_SECONDS)
            fire(context, payload)
            gauge.add("handled")
            time.sleep(GAP_SECONDS)  # done, but not yet known to be done
        finally:
            gauge.add("jobs", -1)

    UnitOfWork.enqueue = soon  # type: ignore[method-assign, assignment]
    vars(alarms).update(fire=held)
    delivery.POLL_SECONDS = 0.1
    background._wait = lambda seconds, postponed: min(0.5, seconds)
    vars(import_module("dbos._workflow_commands"))["_BACKGROUND_JOBS_INTERVAL_SEC"] = 0.05
    vars(product).update(
        SystemClock=lambda: FastClock(Path(options.folder) / "began"),
        Background=lambda *args, **more: Background(*args, **more, waits=(0.05,) * 4, poll_seconds=0.05),
    )


if __name__ == "__main__":
    main()
