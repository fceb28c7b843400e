import logging
import os
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from services import background as door
from services.background import Background
from services.jobs import RetryLater, UnknownJobKind
from storage.engine import close_engine, open_engine, write_transaction

ROOT = Path(__file__).parents[2]
PAYLOAD = {"họ tên": "Lan", "trang": [1, None]}

# A process of its own, in an empty folder and without a network. Its handler notes that it began and,
# unless the file "open" is there, waits to be killed.
PROCESS = """
import pathlib, socket, sys, time

def refuse(*anything):
    pathlib.Path("network").write_text(repr(anything))
    raise OSError("no network here")

socket.socket.connect = socket.socket.connect_ex = socket.getaddrinfo = refuse
from services.background import Background
from storage.engine import open_engine, write_transaction

def deliver(payload, job_id):
    with open("began", "a") as began:
        began.write(job_id + "\\n")
    while not pathlib.Path("open").exists():
        time.sleep(0.01)
    with open("done", "a") as done:
        done.write(payload["họ tên"] + "\\n")

engine = open_engine("sqlite:///app.db")
background = Background(engine, executor_id="w1", application_version="1", poll_seconds=0.02)
background.handle("agency.deliver", deliver)
background.start()
for job_id in sys.argv[1:]:
    with write_transaction(engine) as connection:
        background.enqueue(connection, "agency.deliver", {"họ tên": "Lan"}, job_id=job_id)
while not pathlib.Path("stop").exists():
    time.sleep(0.01)
background.stop()
"""


def until(true: Callable[[], object], seconds: float = 20) -> None:
    end = time.monotonic() + seconds
    while not true():
        assert time.monotonic() < end, "it did not happen in time"
        time.sleep(0.005)


def lines(path: Path) -> list[str]:
    return path.read_text().splitlines() if path.exists() else []


def start_process(folder: Path, *job_ids: str) -> subprocess.Popen[bytes]:
    environment = os.environ | {"PYTHONPATH": str(ROOT), "PYTHONDONTWRITEBYTECODE": "1"}
    return subprocess.Popen([sys.executable, "-c", PROCESS, *job_ids], cwd=folder, env=environment)


class Office:
    """A handler that remembers what it was asked, and first fails in the ways it is told to."""

    def __init__(self) -> None:
        self.failures: list[Exception] = []
        self.asked: list[tuple[dict[str, object], str]] = []

    def __call__(self, payload: dict[str, object], job_id: str) -> None:
        self.asked.append((payload, job_id))
        if self.failures:
            raise self.failures.pop(0)


@pytest.fixture
def engine(tmp_path: Path):
    engine = open_engine(f"sqlite:///{tmp_path}/app.db")
    yield engine
    close_engine(engine)


@pytest.fixture
def office() -> Office:
    return Office()


@pytest.fixture
def deaths() -> list[tuple[object, ...]]:
    return []


@pytest.fixture
def make(engine, office, deaths):
    made: list[Background] = []

    def make(executor_id: str = "here", version: str = "1", engine=engine, on_dead=None) -> Background:
        background = Background(
            engine,
            executor_id=executor_id,
            application_version=version,
            on_dead=on_dead or (lambda *job: deaths.append(job)),
            waits=(0, 0),
            poll_seconds=0.02,
        )
        background.handle("agency.deliver", office)
        made.append(background)
        return background

    yield make
    for background in made:
        background.stop()


@pytest.fixture
def background(make) -> Background:
    return make()


@pytest.fixture
def interrupted(tmp_path: Path) -> None:
    """Leave one job whose process, executor "w1" of version "1", was killed in the middle of the handler."""
    process = start_process(tmp_path, "job-1")
    until(lambda: lines(tmp_path / "began"))
    process.send_signal(signal.SIGKILL)
    process.wait()


def enqueue(engine, background: Background, *job_ids: str, kind: str = "agency.deliver", **more) -> None:
    with write_transaction(engine) as connection:
        for job_id in job_ids:
            background.enqueue(connection, kind, PAYLOAD, job_id=job_id, **more)


def states(background: Background) -> list[str]:
    return [job.state for job in background.pending()]


def test_nothing_of_the_durable_engine_is_loaded_by_the_import():
    program = "import sys, services.background; sys.exit('dbos' in sys.modules)"
    subprocess.run([sys.executable, "-c", program], cwd=ROOT, check=True)


def test_a_job_waits_for_the_start_and_a_later_one_runs_soon_after_its_commit(engine, background, office):
    enqueue(engine, background, "job-0")
    (job,) = background.pending()
    assert (job.job_id, job.kind, job.payload, job.state) == ("job-0", "agency.deliver", PAYLOAD, "waiting")
    background.start()
    until(lambda: not background.pending())
    enqueue(engine, background, "job-1")
    until(lambda: len(office.asked) == 2, seconds=2)
    assert office.asked == [(PAYLOAD, "job-0"), (PAYLOAD, "job-1")]


def test_a_transaction_that_is_rolled_back_leaves_no_job(engine, background):
    def enqueue_and_fail() -> None:
        with write_transaction(engine) as connection:
            background.enqueue(connection, "agency.deliver", {}, job_id="job-1")
            raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        enqueue_and_fail()
    assert background.pending() == []


def test_the_same_job_id_twice_runs_once(engine, background, office):
    enqueue(engine, background, "job-1", "job-1")
    enqueue(engine, background, "job-1")
    background.start()
    until(lambda: not background.pending())
    enqueue(engine, background, "job-1", "job-2")
    until(lambda: not background.pending())
    assert [job_id for _, job_id in office.asked] == ["job-1", "job-2"]


def test_a_job_is_refused_without_a_handler_a_transaction_or_json_to_carry(engine, background):
    with pytest.raises(UnknownJobKind, match=r"no handler for jobs of kind 'letter.send'"):
        enqueue(engine, background, "job-1", kind="letter.send")
    with engine.connect() as connection, pytest.raises(RuntimeError, match="open transaction"):
        background.enqueue(connection, "agency.deliver", {}, job_id="job-1")
    with write_transaction(engine) as connection, pytest.raises(TypeError):
        background.enqueue(connection, "agency.deliver", {"file": object()}, job_id="job-1")


def test_a_delayed_job_waits_for_its_time(engine, background, office):
    background.start()
    started = time.monotonic()
    enqueue(engine, background, "job-1", delay_seconds=0.5)
    assert states(background) == ["delayed"]
    until(lambda: office.asked)
    assert time.monotonic() - started >= 0.5


def test_a_job_that_asks_for_later_is_tried_again_and_that_is_no_failure(engine, background, office, deaths):
    office.failures += [*[RetryLater(0.001)] * 3, ValueError("once"), ValueError("twice")]
    background.start()
    enqueue(engine, background, "job-1")
    until(lambda: states(background) == ["delayed"])
    until(lambda: len(office.asked) == 6)
    assert {job_id for _, job_id in office.asked} == {"job-1"}
    until(lambda: not background.pending())
    assert deaths == []


def test_each_postponement_doubles_the_wait_up_to_a_quarter_of_an_hour():
    waits = [door._wait(60, postponed) for postponed in (1, 2, 3, 4, 5, 6, 9999)]
    assert waits == [60, 120, 240, 480, 900, 900, 900]
    assert door._wait(3600, 5) == 3600


def test_a_handler_that_fails_is_tried_again(engine, background, office, deaths):
    office.failures += [ValueError("once"), KeyError("twice")]
    background.start()
    enqueue(engine, background, "job-1")
    until(lambda: len(office.asked) == 3 and not background.pending())
    assert deaths == []


def test_a_handler_that_always_fails_is_reported_dead_once_and_stays_visible(
    engine, background, office, deaths
):
    office.failures += [ValueError("the form is unknown")] * 9
    background.start()
    enqueue(engine, background, "job-1")
    until(lambda: states(background) == ["dead"])
    assert deaths == [("agency.deliver", PAYLOAD, "job-1", "ValueError: the form is unknown")]
    assert len(office.asked) == 3
    (dead,) = background.pending()
    assert (dead.job_id, dead.attempt, dead.error) == ("job-1", 3, "ValueError: the form is unknown")


def test_the_log_names_the_job_and_never_the_text_of_the_error(engine, make, office, caplog):
    caplog.set_level(logging.DEBUG)
    background = make(on_dead=lambda *job: None)
    office.failures += [ValueError("Nguyễn Thị Lan, 0123456789")] * 3
    background.start()
    enqueue(engine, background, "job-1")
    until(lambda: states(background) == ["dead"])
    background.stop()
    assert "job job-1 of kind agency.deliver failed at attempt 1: ValueError" in caplog.text
    assert "job job-1 of kind agency.deliver died at attempt 3" in caplog.text
    assert "0123456789" not in caplog.text
    assert [record for record in caplog.records if record.name == "dbos"] == []


def test_a_report_that_fails_does_not_hide_the_death(engine, make, office):
    background = make(on_dead=lambda *job: 1 / 0)
    office.failures += [ValueError("no")] * 3
    background.start()
    enqueue(engine, background, "job-1")
    until(lambda: states(background) == ["dead"])


def test_one_process_runs_one_background(background, make):
    background.start()
    with pytest.raises(RuntimeError, match="already"):
        make().start()


def test_stopping_waits_for_the_handler_that_runs(engine, background):
    began, done = threading.Event(), threading.Event()

    def slow(payload: dict[str, object], job_id: str) -> None:
        began.set()
        time.sleep(0.3)
        done.set()

    background.handle("agency.deliver", slow)
    background.start()
    enqueue(engine, background, "job-1")
    assert began.wait(5)
    background.stop()
    assert done.is_set()
    assert background.pending() == []


def test_heavy_jobs_run_one_at_a_time_and_hold_up_nobody(engine, background, office):
    inside, most, release = [], [], threading.Event()

    def heavy(payload: dict[str, object], job_id: str) -> None:
        inside.append(job_id)
        most.append(len(inside))
        assert release.wait(5)
        inside.remove(job_id)

    background.handle("result.render", heavy)
    background.start()
    enqueue(engine, background, "page-1", "page-2", "page-3", kind="result.render")
    until(lambda: inside)
    enqueue(engine, background, "job-1")
    until(lambda: office.asked)
    assert len(inside) == 1
    release.set()
    until(lambda: not background.pending())
    assert most == [1, 1, 1]


def test_databases_and_versions_one_after_the_other_do_not_mix(tmp_path, make, office):
    for number, (name, version) in enumerate([("a", "1"), ("b", "1"), ("a", "2"), ("a", "1")], 1):
        engine = open_engine(f"sqlite:///{tmp_path}/{name}.db")
        background = make(version=version, engine=engine)
        background.start()
        enqueue(engine, background, f"job-{number}")
        # A job that is stopped before its outcome is noted runs again: here each is to end first.
        until(lambda number=number, jobs=background: len(office.asked) == number and not jobs.pending())
        background.stop()
        assert background.pending() == []
        close_engine(engine)


def test_finished_jobs_are_forgotten_and_dead_ones_only_on_request(engine, background, office):
    background.start()
    enqueue(engine, background, "job-1")
    until(lambda: office.asked and not background.pending())
    office.failures += [ValueError("no")] * 3
    enqueue(engine, background, "job-2")
    until(lambda: states(background) == ["dead"])
    now = datetime.now(UTC)
    assert background.purge(now - timedelta(hours=1)) == 0
    assert background.purge(now + timedelta(hours=1)) == 3  # the good one and two attempts of the other
    assert [job.job_id for job in background.pending()] == ["job-2"]
    assert background.purge(now + timedelta(hours=1), dead=True) == 1
    assert background.pending() == []


def test_forgetting_wants_an_instant_with_a_zone(background):
    with pytest.raises(ValueError, match="zone"):
        background.purge(datetime(2026, 1, 1))  # noqa: DTZ001 - the fault itself


@pytest.mark.kill
def test_a_job_that_was_killed_in_the_handler_runs_to_its_end_after_the_restart(tmp_path, interrupted):
    assert lines(tmp_path / "done") == []
    (tmp_path / "open").touch()
    process = start_process(tmp_path)
    until(lambda: lines(tmp_path / "done"))
    time.sleep(0.3)
    (tmp_path / "stop").touch()
    assert process.wait(timeout=20) == 0
    assert lines(tmp_path / "began") == ["job-1", "job-1"]
    assert lines(tmp_path / "done") == ["Lan"]
    # No file of its own, and no try to reach the network.
    names = {path.name for path in tmp_path.iterdir() if not path.name.startswith("app.db")}
    assert names == {"began", "done", "open", "stop"}


@pytest.mark.kill
def test_a_job_that_was_interrupted_under_another_version_is_taken_up_too(make, office, interrupted):
    background = make(executor_id="w1", version="2")
    background.start()
    until(lambda: office.asked and not background.pending())
    assert [job_id for _, job_id in office.asked] == ["job-1"]


@pytest.mark.kill
def test_the_jobs_of_an_executor_that_is_gone_can_be_adopted(make, office, interrupted):
    background = make(executor_id="w2")
    background.start()
    with pytest.raises(ValueError, match="own jobs"):
        background.adopt("w2")
    assert states(background) == ["running"]
    assert [background.adopt("w1"), background.adopt("w1")] == [1, 0]
    until(lambda: office.asked and not background.pending())
    assert len(office.asked) == 1


@pytest.mark.kill
def test_a_job_that_kills_its_process_is_reported_dead(make, office, deaths, interrupted, monkeypatch):
    monkeypatch.setattr(door, "CRASHES_ALLOWED", 1)
    background = make(executor_id="w1")
    background.start()
    until(lambda: states(background) == ["dead"])
    assert office.asked == []
    assert [job[2:] for job in deaths] == [("job-1", "the process died each time it ran this job")]
