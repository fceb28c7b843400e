"""One unit of work is one transaction, done by one actor at one time."""

from __future__ import annotations

from collections.abc import Callable
from contextvars import ContextVar
from dataclasses import dataclass, field
from datetime import datetime
from types import TracebackType
from typing import Any, Self

from sqlalchemy import Connection, Engine

from services.access.actors import Actor
from services.documents.keys import Seals
from services.jobs import Jobs
from services.money.gateway.contract import Gateway, NoGateway
from services.time.clock import Clock, Ids
from services.vault import Vault
from storage import journal
from storage.engine import read_transaction, write_transaction
from storage.people import OfficeRow, OfficerRow
from workflows.calendar import Calendar
from workflows.registry import Registry

_open: ContextVar[UnitOfWork | None] = ContextVar("unit_of_work_open", default=None)


def open_unit() -> UnitOfWork | None:
    """Return the unit of work that is open here, or nothing."""
    return _open.get()


def no_staff(_connection: Connection, _office: OfficeRow) -> list[OfficerRow]:
    """Give an office nobody: its people are entered by whoever administers accounts."""
    return []


Staff = Callable[[Connection, OfficeRow], list[OfficerRow]]


@dataclass(frozen=True, slots=True)
class Context:
    """What every unit of work shares: where rows live, who tells the time, which law is loaded."""

    engine: Engine
    registry: Registry
    calendar: Callable[[], Calendar]
    jobs: Jobs
    clock: Clock
    ids: Ids
    number_prefix: str = "K00.000.00"
    vault: Vault = field(default_factory=Vault.of_this_process)
    gateway: Gateway = field(default_factory=NoGateway)
    seals: Seals = field(default_factory=Seals)
    staff: Staff = no_staff  # who works in an office that has just been written down

    def work(self, actor: Actor) -> UnitOfWork:
        """Return a unit of work of this actor, not opened yet."""
        return UnitOfWork(self, actor)

    def reading(self, actor: Actor) -> UnitOfWork:
        """Return a unit of work that cannot write."""
        return UnitOfWork(self, actor, writes=False)


class UnitOfWork:
    """Opens on ``with``; commits when the block ends well, rolls back when it raises.

    Opening one inside another is a mistake of the programmer and raises `RuntimeError`.
    """

    connection: Connection
    now: datetime
    calendar_version: int | None = None  # as this unit saw it first
    proposed: Any = None  # the books as a proposal would make them; only a preview sets it

    def __init__(self, context: Context, actor: Actor, *, writes: bool = True) -> None:
        self.context = context
        self.actor = actor
        self._begin = write_transaction if writes else read_transaction

    @property
    def registry(self) -> Registry:
        return self.context.registry

    def __enter__(self) -> Self:
        if _open.get() is not None:
            raise RuntimeError("a unit of work is already open here")
        self._transaction = self._begin(self.context.engine)
        self.connection = self._transaction.__enter__()
        self.now = self.context.clock.now()
        self.calendar_version = self.proposed = None
        self._token = _open.set(self)
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        _open.reset(self._token)
        self._transaction.__exit__(kind, error, trace)

    def new_id(self) -> str:
        return self.context.ids()

    def record(
        self,
        event: str,
        *,
        dossier_id: str,
        case_id: str | None = None,
        before: str | None = None,
        after: str | None = None,
        data: dict[str, Any] | None = None,
        by: Actor | None = None,
    ) -> None:
        """Write one line of the journal; actor and time come from the unit of work itself."""
        actor = by or self.actor
        journal.record(
            self.connection,
            at=self.now,
            dossier_id=dossier_id,
            case_id=case_id,
            actor_role=actor.role_name(),
            actor_id=actor.id,
            actor_name=actor.name,
            event=event,
            state_before=before,
            state_after=after,
            data=data or {},
        )

    def enqueue(self, kind: str, payload: dict[str, Any], *, job_id: str, delay_seconds: float = 0) -> None:
        """Leave a durable job that exists if, and only if, this unit of work commits."""
        self.context.jobs.enqueue(
            self.connection, kind, payload, job_id=job_id, delay_seconds=max(0.0, delay_seconds)
        )
