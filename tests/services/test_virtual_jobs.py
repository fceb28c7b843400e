"""Virtual jobs: they exist if their transaction commits, run in the order of the clock, and never twice."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import Engine, inspect

from services.jobs import Jobs, RetryLater
from services.time.clock import VirtualClock
from services.virtual_jobs import VirtualJobs, WaitingJob
from storage.base import metadata
from storage.engine import close_engine, open_engine, write_transaction

START = datetime(2026, 11, 20, 3, tzinfo=UTC)


@pytest.fixture
def engine(tmp_path: Path) -> Iterator[Engine]:
    engine = open_engine(f"sqlite:///{tmp_path / 'jobs.sqlite'}")
    yield engine
    close_engine(engine)


@pytest.fixture
def clock() -> VirtualClock:
    return VirtualClock(START)


@pytest.fixture
def jobs(engine: Engine, clock: VirtualClock) -> VirtualJobs:
    return VirtualJobs(engine, clock)


def put(
    jobs: Jobs, engine: Engine, job_id: str, *, delay: float = 0, kind: str = "note", **payload: Any
) -> None:
    with write_transaction(engine) as connection:
        jobs.enqueue(connection, kind, {"id": job_id, **payload}, job_id=job_id, delay_seconds=delay)


class Notes:
    """A handler that writes down what it was given, and when."""

    def __init__(self, clock: VirtualClock) -> None:
        self.clock = clock
        self.seen: list[tuple[str, float]] = []

    def __call__(self, payload: dict[str, Any]) -> None:
        self.seen.append((payload["id"], (self.clock.now() - START).total_seconds()))


@pytest.fixture
def notes(clock: VirtualClock) -> Notes:
    return Notes(clock)


def test_a_job_exists_if_its_transaction_commits(
    jobs: VirtualJobs, engine: Engine, clock: VirtualClock, notes: Notes
) -> None:
    put(jobs, engine, "kept", text="Đã nhận hồ sơ")
    assert jobs.waiting() == (WaitingJob("kept", "note", {"id": "kept", "text": "Đã nhận hồ sơ"}, START),)
    assert jobs.run_due({"note": notes}, clock) == 1
    assert notes.seen == [("kept", 0)]


def test_a_job_is_gone_when_its_transaction_is_rolled_back(jobs: VirtualJobs, engine: Engine) -> None:
    connection = engine.connect()
    connection.begin()
    jobs.enqueue(connection, "note", {}, job_id="lost")
    connection.rollback()
    connection.close()
    assert jobs.next_due() is None


def test_the_table_is_no_part_of_the_product(jobs: VirtualJobs, engine: Engine) -> None:
    assert "virtual_job" in inspect(engine).get_table_names()
    assert "virtual_job" not in metadata.tables


def test_a_second_start_keeps_what_waits(
    jobs: VirtualJobs, engine: Engine, clock: VirtualClock, notes: Notes
) -> None:
    put(jobs, engine, "before")
    again = VirtualJobs(engine, clock)
    assert again.run_due({"note": notes}, clock) == 1
    assert notes.seen == [("before", 0)]


@pytest.mark.parametrize("ran_before", [False, True])
def test_an_id_is_used_once(
    jobs: VirtualJobs, engine: Engine, clock: VirtualClock, notes: Notes, ran_before: bool
) -> None:
    put(jobs, engine, "same", n=1)
    if ran_before:
        jobs.run_due({"note": notes}, clock)
    put(jobs, engine, "same", n=2)
    jobs.run_due({"note": notes}, clock)
    assert notes.seen == [("same", 0)]


def test_a_delayed_job_waits_for_the_clock(
    jobs: VirtualJobs, engine: Engine, clock: VirtualClock, notes: Notes
) -> None:
    put(jobs, engine, "later", delay=60)
    assert jobs.next_due() == START + timedelta(seconds=60)
    clock.advance(seconds=59.999999)
    assert jobs.run_due({"note": notes}, clock) == 0
    clock.advance(seconds=0.000001)
    assert jobs.run_due({"note": notes}, clock) == 1
    assert jobs.next_due() is None


def test_jobs_run_in_the_order_in_which_they_are_due_then_in_which_they_came(
    jobs: VirtualJobs, engine: Engine, clock: VirtualClock, notes: Notes
) -> None:
    for job_id, delay in (("c", 9.5), ("a", 3), ("d", 10), ("b", 3)):
        put(jobs, engine, job_id, delay=delay)
    clock.advance(seconds=100)
    assert jobs.run_due({"note": notes}, clock) == 4
    assert [job_id for job_id, _ in notes.seen] == ["a", "b", "c", "d"]


def test_the_clock_moves_from_job_to_job_and_then_to_the_end(
    jobs: VirtualJobs, engine: Engine, clock: VirtualClock, notes: Notes
) -> None:
    for job_id, delay in (("second", 7200), ("first", 60), ("at-the-end", 86_400), ("after", 86_401)):
        put(jobs, engine, job_id, delay=delay)
    assert jobs.run_until(START + timedelta(days=1), clock, {"note": notes}) == 3
    assert notes.seen == [("first", 60), ("second", 7200), ("at-the-end", 86_400)]
    assert clock.now() == START + timedelta(days=1)
    assert [job.id for job in jobs.waiting()] == ["after"]


def test_an_empty_queue_lets_the_clock_pass(jobs: VirtualJobs, clock: VirtualClock) -> None:
    assert jobs.run_until(START + timedelta(hours=1), clock, {}) == 0
    assert clock.now() == START + timedelta(hours=1)


def test_a_job_may_leave_jobs_behind_and_they_run_in_their_turn(
    jobs: VirtualJobs, engine: Engine, clock: VirtualClock, notes: Notes
) -> None:
    def leave_two(payload: dict[str, Any]) -> None:
        put(jobs, engine, "at once")
        put(jobs, engine, "in an hour", delay=3600)

    put(jobs, engine, "first", kind="leave")
    put(jobs, engine, "second", delay=10)
    assert jobs.run_until(START + timedelta(hours=2), clock, {"leave": leave_two, "note": notes}) == 4
    assert notes.seen == [("at once", 0), ("second", 10), ("in an hour", 3600)]


def test_a_job_that_asks_for_it_runs_again_later(
    jobs: VirtualJobs, engine: Engine, clock: VirtualClock
) -> None:
    runs: list[float] = []

    def stubborn(payload: dict[str, Any]) -> None:
        runs.append((clock.now() - START).total_seconds())
        if len(runs) < 4:
            raise RetryLater(2.0 ** len(runs))

    put(jobs, engine, "again")
    assert jobs.run_until(START + timedelta(minutes=5), clock, {"note": stubborn}) == 4
    assert runs == [0, 2, 6, 14]
    assert jobs.waiting() == ()


def test_a_job_that_asks_to_run_at_once_does_not_stop_the_clock(
    jobs: VirtualJobs, engine: Engine, clock: VirtualClock, notes: Notes
) -> None:
    def never_content(payload: dict[str, Any]) -> None:
        raise RetryLater(0)

    put(jobs, engine, "mad", kind="mad")
    put(jobs, engine, "sane")
    assert jobs.run_due({"mad": never_content, "note": notes}, clock) == 2
    assert notes.seen == [("sane", 0)]


def test_a_job_that_fails_stays_and_its_error_is_heard(
    jobs: VirtualJobs, engine: Engine, clock: VirtualClock, notes: Notes
) -> None:
    def broken(payload: dict[str, Any]) -> None:
        raise ZeroDivisionError

    put(jobs, engine, "good")
    put(jobs, engine, "bad", kind="bad")
    with pytest.raises(ZeroDivisionError):
        jobs.run_due({"note": notes, "bad": broken}, clock)
    assert [job.id for job in jobs.waiting()] == ["bad"]
    assert jobs.run_due({"note": notes, "bad": notes}, clock) == 1
    assert [job_id for job_id, _ in notes.seen] == ["good", "bad"]


def test_a_job_of_a_kind_that_nobody_handles_is_named(
    jobs: VirtualJobs, engine: Engine, clock: VirtualClock
) -> None:
    put(jobs, engine, "lonely", kind="tea.serve")
    with pytest.raises(LookupError, match=r"tea\.serve"):
        jobs.run_due({"note": print}, clock)
    assert [job.id for job in jobs.waiting()] == ["lonely"]


def test_a_handler_may_write_while_it_runs(jobs: VirtualJobs, engine: Engine, clock: VirtualClock) -> None:
    def write(payload: dict[str, Any]) -> None:
        with write_transaction(engine) as connection:
            connection.exec_driver_sql("CREATE TABLE written (n INTEGER)")

    put(jobs, engine, "writer")
    assert jobs.run_due({"note": write}, clock) == 1
    assert "written" in inspect(engine).get_table_names()
