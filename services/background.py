"""The only door to the durable engine (DBOS): jobs that exist if, and only if, a transaction commits.

A job is one call of the handler of its kind. It runs at least once, also after a crash, so the handler
passes its job id on as idempotency key. DBOS is one per process; it is loaded when a `Background` is made.
"""

import logging
from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import datetime
from math import ceil
from threading import Condition
from traceback import format_tb
from typing import TYPE_CHECKING, Any, TypeAlias

from sqlalchemy import Connection, Engine

from services.jobs import ONE_AT_A_TIME, Job, JobDied, RetryLater, UnknownJobKind

if TYPE_CHECKING:
    from dbos import DBOSConfig, EnqueueOptions, WorkflowStatus

Handler: TypeAlias = Callable[[dict[str, Any], str], None]
OnDead: TypeAlias = Callable[[str, dict[str, Any], str, str], None]

APPLICATION = "khai-mot-lan"
QUEUE = WORKFLOW = "jobs"
NARROW_QUEUE = "jobs-one-at-a-time"
# A crash is blamed on every job that was taken at that moment, and nearly all of them are innocent. To give
# one up costs an officer's time and a second message under a new key; to try again costs a restart.
CRASHES_ALLOWED = 20
LONGEST_WAIT_SECONDS = 900.0
DEAD = ("ERROR", "MAX_RECOVERY_ATTEMPTS_EXCEEDED")
STATES = {"ENQUEUED": "waiting", "DELAYED": "delayed", "PENDING": "running", **dict.fromkeys(DEAD, "dead")}

_log = logging.getLogger(__name__)
_running: "Background | None" = None


class Background:
    """Takes jobs inside the caller's transaction and, once started, runs them in this process."""

    def __init__(
        self,
        engine: Engine,
        *,
        executor_id: str,
        application_version: str,
        on_dead: OnDead = lambda *job: None,
        waits: Sequence[float] = (1, 5, 30, 300),
        concurrency: int = 24,
        poll_seconds: float = 0.1,
    ) -> None:
        """Make the tables of the durable engine ready; `enqueue` works from here on.

        The executor id is this process's own and the same after a restart: what it left unfinished is
        found by it. `waits` are the seconds before each further attempt of a job that failed.
        """
        from dbos import DBOS, DBOSClient, DBOSPortableJSONSerializer

        _calm_log()
        # DBOS begins its migration itself, which an engine that begins at once does not stand.
        DBOS.migrate(engine.url.render_as_string(hide_password=False))
        portable = DBOSPortableJSONSerializer()
        self._client = DBOSClient(
            system_database_engine=engine, serializer=portable, application_name=APPLICATION
        )
        self._settings = _settings(engine, executor_id, application_version, portable)
        self._executor_id, self._version = executor_id, application_version
        self._queue: Any = {"worker_concurrency": concurrency, "polling_interval_sec": poll_seconds}
        self._on_dead, self._waits = on_dead, tuple(waits)
        self._handlers: dict[str, Handler] = {}
        self._busy, self._idle = 0, Condition()

    def handle(self, kind: str, handler: Handler) -> None:
        """Say which function does the jobs of a kind."""
        self._handlers[kind] = handler

    def enqueue(
        self,
        connection: Connection,
        kind: str,
        payload: dict[str, Any],
        *,
        job_id: str,
        delay_seconds: float = 0,
    ) -> None:
        """Leave a job in the caller's open transaction; the same job id a second time changes nothing.

        Raises:
            UnknownJobKind: no handler is registered for this kind.
            RuntimeError: the connection has no open transaction, so the job would be lost.
        """
        self._handler(kind)
        if not connection.in_transaction():
            raise RuntimeError("a job is enqueued inside an open transaction only")
        job = Job(kind, payload, job_id)
        self._client.enqueue_in_transaction(connection, _options(job, delay_seconds), *job.values)

    def start(self) -> None:
        """Run jobs in this process from now on, first those that a crash interrupted.

        Raises:
            RuntimeError: jobs run in this process already.
        """
        global _running
        from dbos import DBOS

        if _running is not None:
            raise RuntimeError("jobs run in this process already")
        self._client.register_queue(QUEUE, **self._queue)
        self._client.register_queue(NARROW_QUEUE, **self._queue | {"worker_concurrency": 1})
        self._look_back()
        try:
            DBOS(config=self._settings)
            _calm_log()  # it has given itself a handler
            # How many crashes are too many is said here (`CRASHES_ALLOWED`), where a death is reported too.
            DBOS.workflow(name=WORKFLOW, max_recovery_attempts=None)(self._entry())
            DBOS.launch()
            # Waiting jobs have no version; the latest takes them. That is this one, be it older by date.
            self._client.set_latest_application_version(self._version)
        except BaseException:
            DBOS.destroy(destroy_registry=True)
            raise
        _running = self

    def stop(self, *, patience_seconds: float = 10) -> None:
        """Take no more jobs and wait for those that run; one that does not finish runs again next time."""
        global _running
        from dbos import DBOS

        if _running is not self:
            return
        seconds = ceil(patience_seconds) if self._busy else 0
        DBOS.destroy(destroy_registry=True, workflow_completion_timeout_sec=seconds)
        _running = None
        with self._idle:
            self._idle.wait_for(lambda: not self._busy, timeout=patience_seconds)

    def pending(self, limit: int = 1000) -> list[Job]:
        """Read the jobs that wait, run or died, oldest first."""
        rows = self._client.list_workflows(name=WORKFLOW, status=list(STATES), limit=limit)
        return [_job(row) for row in rows]

    def purge(self, older_than: datetime, *, dead: bool = False) -> int:
        """Forget jobs that finished before an instant, dead ones only on request; say how many rows.

        The id of a forgotten job would work again: remember jobs for as long as a case lives.
        """
        if older_than.tzinfo is None:
            raise ValueError("an instant without a zone is no instant")
        count, states = 0, ["SUCCESS", "CANCELLED", *(DEAD if dead else ())]
        which: Any = {"name": WORKFLOW, "status": states, "completed_before": older_than.isoformat()}
        while rows := self._client.list_workflows(**which, limit=500, load_input=False, load_output=False):
            self._client.delete_workflows([row.workflow_id for row in rows])
            count += len(rows)
        return count

    def adopt(self, executor_id: str) -> int:
        """Take over the jobs of an executor that will not come back; say how many."""
        if executor_id == self._executor_id:
            raise ValueError("an executor takes its own jobs up again when it starts")
        return self._renew(self._interrupted(executor_id))

    def _entry(self) -> Callable[..., str]:
        def run(kind: str, payload: dict[str, Any], job_id: str, attempt: int, failures: int) -> str:
            with self._idle:
                self._busy += 1
            try:
                return self._run(Job(kind, payload, job_id, attempt, failures))
            finally:
                with self._idle:
                    self._busy -= 1
                    self._idle.notify_all()

        return run

    def _run(self, job: Job) -> str:
        """Make one attempt; say what became of it."""
        if self._crashes.get(job.row_id, 0) >= CRASHES_ALLOWED:
            raise self._bury(job, "the process died each time it ran this job")
        try:
            self._handler(job.kind)(job.payload, job.job_id)
        except RetryLater as later:
            return self._try_again(job.again(), _wait(later.after_seconds, job.attempt - job.failures))
        except Exception as error:
            _log_failure(job, error)
            if job.failures >= len(self._waits):
                raise self._bury(job, f"{type(error).__name__}: {error}") from None
            return self._try_again(job.again(failed=True), self._waits[job.failures])
        return "done"

    def _handler(self, kind: str) -> Handler:
        if kind not in self._handlers:
            raise UnknownJobKind(f"no handler for jobs of kind {kind!r}; known: {sorted(self._handlers)}")
        return self._handlers[kind]

    def _try_again(self, job: Job, delay_seconds: float) -> str:
        self._client.enqueue(_options(job, delay_seconds), *job.values)  # waits for a database that is away
        return "again"

    def _bury(self, job: Job, error: str) -> JobDied:
        _log.error("job %s of kind %s died at attempt %d", job.job_id, job.kind, job.attempt)
        try:
            self._on_dead(job.kind, job.payload, job.job_id, error)
        except Exception:
            _log.exception("the death of job %s could not be reported", job.job_id)
        return JobDied(error)

    def _look_back(self) -> None:
        """Count what crashed with this executor; renew what it left under another version."""
        rows = self._interrupted(self._executor_id)
        self._crashes = {row.workflow_id: row.recovery_attempts or 0 for row in rows}
        self._renew([row for row in rows if row.app_version != self._version])

    def _interrupted(self, executor_id: str) -> "list[WorkflowStatus]":
        return self._client.list_workflows(name=WORKFLOW, status="PENDING", executor_id=executor_id)

    def _renew(self, rows: "list[WorkflowStatus]") -> int:
        for row in rows:  # in this order a crash in between repeats a job; in the other it would lose one
            self._try_again(_job(row).again(), 0)
            self._client.cancel_workflow(row.workflow_id)
        return len(rows)


def _settings(engine: Engine, executor_id: str, application_version: str, serializer: Any) -> "DBOSConfig":
    return {
        "name": APPLICATION,
        "system_database_engine": engine,
        "executor_id": executor_id,
        "application_version": application_version,
        "serializer": serializer,
        "run_migrations": False,
        "use_listen_notify": False,
        "enable_otlp": False,
        "log_level": "WARNING",
        # Nobody listens for messages; its thread has only to notice soon that it shall stop.
        "notification_listener_polling_interval_sec": 0.25,
    }


def _options(job: Job, delay_seconds: float) -> "EnqueueOptions":
    queue = NARROW_QUEUE if job.kind in ONE_AT_A_TIME else QUEUE
    options: EnqueueOptions = {"workflow_name": WORKFLOW, "queue_name": queue, "workflow_id": job.row_id}
    if delay_seconds > 0:  # a delay of nothing would still wait for the next look at delayed jobs
        options["delay_seconds"] = delay_seconds
    return options


def _job(row: "WorkflowStatus") -> Job:
    values = row.input["args"] if row.input else ("", {}, row.workflow_id)
    return replace(Job(*values), state=STATES[row.status], error=str(row.error or ""))


def _wait(seconds: float, postponed: int) -> float:
    """Double the wait with each postponement, up to a quarter of an hour or to what the handler asks."""
    return min(seconds * 2.0 ** min(postponed - 1, 20), max(seconds, LONGEST_WAIT_SECONDS))


def _log_failure(job: Job, error: Exception) -> None:
    """Log where a handler failed, without the text of the error: it may hold personal data."""
    what = (job.job_id, job.kind, job.attempt, type(error).__name__, "".join(format_tb(error.__traceback__)))
    _log.warning("job %s of kind %s failed at attempt %d: %s\n%s", *what)


def _no_dead_job(record: logging.LogRecord) -> bool:
    """Keep back what DBOS says of a job that died: it was said already, without the text of the error."""
    return not (record.exc_info and isinstance(record.exc_info[1], JobDied))


def _calm_log() -> None:
    """Let DBOS log through the application's handlers, not through one of its own."""
    log = logging.getLogger("dbos")
    log.handlers.clear()
    log.propagate = True
    log.setLevel(logging.WARNING)
    log.addFilter(_no_dead_job)
