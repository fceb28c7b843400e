"""Durable jobs: what a unit of work leaves to be done after it has committed."""

from dataclasses import dataclass, replace
from typing import Any, Protocol

from sqlalchemy import Connection

DELIVER = "agency.deliver"
TIMER = "timer.due"
WATCH = "watch.due"
HOP = "watch.hop"
DIGEST = "watch.digest"
MOVE_DATES = "calendar.move-dates"
FORGET_FORM = "kept-form.forget"
PURGE = "drafts.purge"
RENDER = "result.render"
SETTLE = "payment.settle"
RECONCILE = "agency.reconcile"
REPEAT = "agency.repeat"
ABSENCE = "absence.begins"
SUCCESSION = "areas.hand-over"

# Heavy on the processor: side by side each would only take longer, and a crash find all of them unfinished.
ONE_AT_A_TIME = frozenset({RENDER})


class Jobs(Protocol):
    """Takes jobs inside the caller's transaction: a job exists if, and only if, that commits."""

    def enqueue(
        self,
        connection: Connection,
        kind: str,
        payload: dict[str, Any],
        *,
        job_id: str,
        delay_seconds: float = 0,
    ) -> None: ...


class RetryLater(Exception):
    """A job asks to be run again after a while."""

    def __init__(self, after_seconds: float) -> None:
        super().__init__(f"again in {after_seconds} s")
        self.after_seconds = after_seconds


class UnknownJobKind(LookupError):
    """No handler is registered for this kind of job."""


class JobDied(Exception):
    """A job failed for good; the text says why."""


@dataclass(frozen=True, slots=True)
class Job:
    """One job and how often it was tried; `state` is waiting, delayed, running or dead."""

    kind: str
    payload: dict[str, Any]
    job_id: str
    attempt: int = 1
    failures: int = 0
    state: str = "waiting"
    error: str = ""

    @property
    def row_id(self) -> str:
        """Each attempt has a row of its own in the durable engine."""
        return self.job_id if self.attempt == 1 else f"{self.job_id}~{self.attempt}"

    @property
    def values(self) -> tuple[Any, ...]:
        return (self.kind, self.payload, self.job_id, self.attempt, self.failures)

    def again(self, *, failed: bool = False) -> "Job":
        return replace(self, attempt=self.attempt + 1, failures=self.failures + failed)
