"""Jobs that run when a virtual clock is moved: for simulation, demo and tests instead of the durable engine.

Like the durable engine's they are rows that exist if, and only if, the unit of work
that left them commits. Their table is their own and no part of the product's schema.
One thread at a time may run them.
"""

import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import Any

from sqlalchemy import (
    Boolean,
    Column,
    Connection,
    Engine,
    Index,
    Integer,
    MetaData,
    String,
    Table,
    Text,
    false,
    select,
    text,
    update,
)

from services.jobs import RetryLater
from services.time.clock import Clock, VirtualClock
from storage.engine import read_transaction, write_transaction

Handler = Callable[[dict[str, Any]], None]
Handlers = Mapping[str, Handler]

_metadata = MetaData()
_job = Table(
    "virtual_job",
    _metadata,
    Column("seq", Integer, primary_key=True, autoincrement=True),
    Column("id", String, nullable=False, unique=True),
    Column("kind", String, nullable=False),
    Column("payload", Text, nullable=False),
    Column("due_at", String, nullable=False),  # UTC, always with six decimals, so that text sorts as time
    Column("done", Boolean, nullable=False),  # kept when done, so that its id stays used
    Index("ix_virtual_job_waiting", "done", "due_at", "seq"),
)
# The same words on SQLite and on PostgreSQL.
_PUT = text(
    "INSERT INTO virtual_job (id, kind, payload, due_at, done)"
    " VALUES (:id, :kind, :payload, :due_at, false) ON CONFLICT (id) DO NOTHING"
)
_WAITING = select(_job).where(_job.c.done == false()).order_by(_job.c.due_at, _job.c.seq)
# A job that asks to be run again at once must still let the clock move on.
_SHORTEST_WAIT = 0.001


@dataclass(frozen=True, slots=True)
class WaitingJob:
    """One job that is still to be run."""

    id: str
    kind: str
    payload: dict[str, Any]
    due_at: datetime


class VirtualJobs:
    """Takes jobs inside the caller's transaction and runs them at the instants of its clock."""

    def __init__(self, engine: Engine, clock: Clock) -> None:
        self._engine = engine
        self._clock = clock
        with write_transaction(engine) as connection:
            _metadata.create_all(connection)

    def enqueue(
        self,
        connection: Connection,
        kind: str,
        payload: dict[str, Any],
        *,
        job_id: str,
        delay_seconds: float = 0,
    ) -> None:
        """Leave a job that is due after the delay; an id that was used before adds nothing."""
        due = self._clock.now() + timedelta(seconds=delay_seconds)
        body = json.dumps(payload, ensure_ascii=False)
        connection.execute(_PUT, {"id": job_id, "kind": kind, "payload": body, "due_at": _written(due)})

    def next_due(self) -> datetime | None:
        """Tell when the next job is due, or nothing when none waits."""
        with read_transaction(self._engine) as connection:
            row = connection.execute(_WAITING.limit(1)).first()
        return _read(row.due_at) if row else None

    def waiting(self, until: datetime | None = None) -> tuple[WaitingJob, ...]:
        """List the jobs that wait, or only those due by an instant, in the order of their turn."""
        query = _WAITING if until is None else _WAITING.where(_job.c.due_at <= _written(until))
        with read_transaction(self._engine) as connection:
            rows = connection.execute(query).all()
        return tuple(WaitingJob(row.id, row.kind, json.loads(row.payload), _read(row.due_at)) for row in rows)

    def run_due(self, handlers: Handlers, clock: Clock) -> int:
        """Run everything that is due, what these jobs leave behind included; return how many runs it took.

        Each job runs outside any transaction and is done when its handler returns. One
        that raises stays where it is, and the error goes to the caller.

        Raises:
            LookupError: no handler takes jobs of that kind.
        """
        runs = 0
        while due := self.waiting(clock.now()):
            for job in due:
                self._run(job, handlers, clock)
            runs += len(due)
        return runs

    def run_until(self, instant: datetime, clock: VirtualClock, handlers: Handlers) -> int:
        """Move the clock from job to job up to an instant and run each when it is due; return how many."""
        runs = 0
        while (due := self.next_due()) is not None and due <= instant:
            clock.move_to(due)
            runs += self.run_due(handlers, clock)
        clock.move_to(instant)
        return runs

    def _run(self, job: WaitingJob, handlers: Handlers, clock: Clock) -> None:
        if job.kind not in handlers:
            raise LookupError(f"no handler for jobs of kind {job.kind!r}; known: {sorted(handlers)}")
        values: dict[str, Any] = {"done": True}
        try:
            handlers[job.kind](job.payload)
        except RetryLater as later:
            wait = timedelta(seconds=max(_SHORTEST_WAIT, later.after_seconds))
            values = {"due_at": _written(clock.now() + wait)}
        with write_transaction(self._engine) as connection:
            connection.execute(update(_job).where(_job.c.id == job.id).values(**values))


def _written(instant: datetime) -> str:
    return instant.astimezone(UTC).isoformat(timespec="microseconds")


def _read(written: str) -> datetime:
    return datetime.fromisoformat(written)
