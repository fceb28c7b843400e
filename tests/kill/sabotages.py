"""Mistakes planted in the product on purpose. A harness that does not find each of them proves nothing.

Each is a few lines that anybody might have written; the pauses in them only make the gap as wide as a
busy machine would.
"""

import threading
import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from types import TracebackType
from typing import Any
from uuid import uuid4

from sqlalchemy import update
from sqlmodel import col

from services import product
from services.agencies.contract import Reply, Request
from services.background import Background
from services.citizens import declarations
from services.exchange import agency_replies
from services.jobs import Job
from services.unit_of_work import UnitOfWork
from storage import messages
from storage.engine import write_transaction
from storage.messages import InboxRow
from storage.rows import add

GAP_SECONDS = 0.15


def acknowledge_before_commit() -> None:
    """Let a submission be committed by another thread, after its answer has left."""
    submit, leave = declarations.submit, write_transaction.__exit__
    here = threading.local()

    def leave_late(
        transaction: write_transaction,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        if kind is not None or not getattr(here, "early", False):
            leave(transaction, kind, error, trace)
            return

        def commit() -> None:
            time.sleep(GAP_SECONDS)
            leave(transaction, None, None, None)

        threading.Thread(target=commit, daemon=True).start()

    def submit_early(*args: Any) -> Any:
        here.early = True
        try:
            return submit(*args)
        finally:
            here.early = False

    write_transaction.__exit__ = leave_late  # type: ignore[method-assign]
    vars(declarations).update(submit=submit_early)


def new_key_for_each_try() -> None:
    """Send each try of a message under a key of its own."""
    agencies = vars(product)["demo_agencies"]

    class Rekeyed:
        def __init__(self, agency: Any) -> None:
            self._agency = agency

        def __getattr__(self, name: str) -> Any:
            return getattr(self._agency, name)

        def send(self, request: Request) -> Reply | None:
            return self._back(
                self._agency.send(replace(request, key=f"{request.key}.{uuid4().hex}")), request.key
            )

        def answer_to(self, key: str) -> Reply | None:
            tries = [effect.key for effect in self._agency.effects() if effect.key.startswith(key)]
            return self._back(self._agency.answer_to(tries[-1]), key)

        def _back(self, reply: Reply | None, key: str) -> Reply | None:
            return replace(reply, id=f"{key}:reply") if reply else None

    vars(product).update(
        demo_agencies=lambda *args: {code: Rekeyed(a) for code, a in agencies(*args).items()}
    )


def enqueue_after_commit() -> None:
    """Hand jobs to the durable engine only when the transaction that wants them is over."""
    enqueue, leave = UnitOfWork.enqueue, UnitOfWork.__exit__

    def remember(uow: UnitOfWork, *args: Any, **kwargs: Any) -> None:
        vars(uow).setdefault("wanted", []).append((args, kwargs))

    def leave_and_enqueue(
        uow: UnitOfWork,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        leave(uow, kind, error, trace)
        wanted = vars(uow).pop("wanted", [])
        for args, kwargs in wanted if kind is None else ():
            time.sleep(GAP_SECONDS)
            with write_transaction(uow.context.engine) as uow.connection:
                enqueue(uow, *args, **kwargs)

    UnitOfWork.enqueue = remember  # type: ignore[method-assign, assignment]
    UnitOfWork.__exit__ = leave_and_enqueue  # type: ignore[method-assign]


def inbox_before_effect() -> None:
    """Note an answer as received in a transaction of its own, before the one that applies it."""

    def receive(uow: UnitOfWork, message_id: str, reply: Reply) -> str | None:
        with uow:
            if (known := messages.answer(uow.connection, reply.id)) is not None:
                return known.step
            message = messages.message(uow.connection, message_id)
            assert message is not None
            add(uow.connection, agency_replies._inbox_row(uow, message, reply, None))
        time.sleep(GAP_SECONDS)
        with uow.context.work(uow.actor) as second:
            step = agency_replies._apply(second, message, reply)
            row = update(InboxRow).where(col(InboxRow.id) == reply.id).values(step=step)
            second.connection.execute(row)
            messages.change_message(second.connection, message_id, state="answered", answered_at=second.now)
        return step

    vars(agency_replies).update(receive=receive)


def end_job_before_next_try() -> None:
    """Let another thread enqueue the next try of a job, while the job is noted as done."""
    again = Background._try_again

    def soon(jobs: Background, job: Job, delay_seconds: float) -> str:
        threading.Timer(GAP_SECONDS, lambda: again(jobs, job, delay_seconds)).start()
        return "again"

    Background._try_again = soon  # type: ignore[method-assign, assignment]


@dataclass(frozen=True, slots=True)
class Sabotage:
    """One planted mistake, the rule that alone has to find it, and the moment at which kills are aimed.

    Some show only when agencies misbehave.
    """

    plant: Callable[[], None]
    found_by: str
    aim: str
    faults: bool = False


SABOTAGES: Mapping[str, Sabotage] = {
    "acknowledge-before-commit": Sabotage(acknowledge_before_commit, "submissions stand", "submit"),
    "new-key-for-each-try": Sabotage(new_key_for_each_try, "nothing is done twice", "jobs"),
    "enqueue-after-commit": Sabotage(enqueue_after_commit, "nobody is stuck", "posts"),
    "documents-after-commit": Sabotage(enqueue_after_commit, "every result has its document", "step"),
    "inbox-before-effect": Sabotage(inbox_before_effect, "every answer was applied once", "jobs"),
    "end-job-before-next-try": Sabotage(end_job_before_next_try, "nobody is stuck", "jobs", faults=True),
}


def install(name: str) -> None:
    """Plant one mistake in this process."""
    SABOTAGES[name].plant()
