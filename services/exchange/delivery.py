"""The jobs that carry messages to agencies and fire timers. The network is never inside a transaction."""

from collections.abc import Callable, Mapping
from datetime import datetime, timedelta
from typing import Any

from services import effects, linking, progress
from services.access import actors
from services.agencies.contract import Agencies, Request
from services.citizens import kept_forms, purging
from services.documents import issuing
from services.exchange import agency_replies
from services.jobs import (
    ABSENCE,
    DELIVER,
    DIGEST,
    FORGET_FORM,
    HOP,
    MOVE_DATES,
    PURGE,
    RECONCILE,
    RENDER,
    REPEAT,
    SETTLE,
    SUCCESSION,
    TIMER,
    WATCH,
    RetryLater,
)
from services.jurisdiction import succession
from services.money import payments
from services.officers import absences
from services.operators import reconciling
from services.time import alarms, calendar_moves
from services.unit_of_work import Context, UnitOfWork
from storage import messages
from storage.cases import CaseRecord
from workflows.errors import AgencyBroken, AgencyRejected, AgencyUnavailable, TransitionRefused

ATTEMPTS = 8
POLL_SECONDS = 2.0
LONGEST_POLL_SECONDS = 900.0
# How long an agency may keep a message without answering before an officer sees an obstacle. No text sets it:
# the law's two working hours are for acknowledging (63/2024/NĐ-CP Art. 7). Asking goes on after it.
SILENCE = timedelta(hours=8)


Handler = Callable[[dict[str, Any]], None]


def handlers(context: Context, agencies: Agencies) -> Mapping[str, Handler]:
    """Return what does each kind of job."""
    return {
        DELIVER: lambda payload: deliver(context, agencies, payload),
        TIMER: lambda payload: fire_timer(context, payload),
        FORGET_FORM: lambda payload: kept_forms.forget_late(context, payload),
        PURGE: lambda payload: purging.purge_daily(context, payload),
        RENDER: lambda payload: issuing.make(context, payload),
        SETTLE: payments.handler(context),
        WATCH: lambda payload: alarms.fire(context, payload),
        HOP: lambda payload: alarms.fire_hop(context, payload),
        DIGEST: lambda payload: alarms.send_digests(context, payload),
        MOVE_DATES: lambda payload: calendar_moves.move_dates(context, payload),
        RECONCILE: lambda payload: reconciling.reconcile(context, agencies, payload),
        REPEAT: lambda payload: reconciling.repeat(context, agencies, payload),
        ABSENCE: lambda payload: absences.begin(context, payload),
        SUCCESSION: lambda payload: succession.hand_over_daily(context, payload),
    }


def deliver(context: Context, agencies: Agencies, payload: dict[str, Any]) -> None:
    """Send one message, or ask for the answer to one that the agency already has.

    The message's id is the key: a repeat after a crash is absorbed by an agency that
    honours it. An agency that cannot be reached is tried again, each time later;
    one that answers nonsense, or never answers, leaves a visible obstacle.

    Raises:
        RetryLater: the job is to run again.
    """
    with context.reading(actors.SYSTEM) as uow:
        message = messages.message(uow.connection, payload["message_id"])
    if message is None or message.state in ("answered", "dead", "ended"):
        return
    actor = actors.agency(message.agency)
    attempts = message.attempts + 1
    try:
        agency = agencies[message.agency]
        if message.state == "acknowledged":
            reply = agency.answer_to(message.id)
        else:
            reply = agency.send(Request(message.id, message.about, message.payload))
        if reply is not None:
            agency_replies.receive(context.work(actor), message.id, reply)
            return
    except AgencyUnavailable as problem:
        _retry_or_give_up(context, message.id, attempts, problem)
        return
    except (AgencyBroken, AgencyRejected) as problem:
        agency_replies.give_up(context.work(actors.SYSTEM), message.id, attempts, str(problem))
        return
    if message.acknowledged_at is None:
        agency_replies.acknowledge(context.work(actor), message.id, attempts)
        raise RetryLater(POLL_SECONDS)
    silent = context.clock.now() - message.acknowledged_at
    if silent > SILENCE:
        agency_replies.report_silence(context.work(actors.SYSTEM), message.id)
    # The longer it has been silent, the more rarely it is asked.
    raise RetryLater(min(LONGEST_POLL_SECONDS, max(POLL_SECONDS, silent.total_seconds() / 10)))


def report_dead(context: Context, kind: str, payload: dict[str, Any], _job_id: str, problem: str) -> None:
    """Let a delivery, or a document, that failed for good end as an obstacle that an officer sees."""
    if kind == DELIVER:
        agency_replies.give_up(context.work(actors.SYSTEM), payload["message_id"], ATTEMPTS, problem)
    elif kind == RENDER:
        issuing.report_dead(context, payload)
    elif kind == RECONCILE:
        reconciling.report_dead(context, payload)


def fire_timer(context: Context, payload: dict[str, Any]) -> None:
    """Take the step of a timer, if its case still is in the very round in which the timer was set.

    Raises:
        RetryLater: a day off was added since then, so the time is not over yet.
    """
    with context.work(actors.SYSTEM) as uow:
        case = progress.read(uow, payload["case_id"])
        if case.round != payload["round"]:
            return
        _not_before_its_time(uow, case, payload)
        try:
            with uow.connection.begin_nested():  # a refusal half-way must leave nothing behind
                linking.advance(uow, case.id, payload["step"])
        except TransitionRefused:
            return


def _not_before_its_time(uow: UnitOfWork, case: CaseRecord, payload: dict[str, Any]) -> None:
    """Wait on when the calendar has moved the end of a timer since: nobody is refused too early."""
    procedure = uow.registry.procedure(case.procedure)
    timers = procedure.state(case.state).timers
    timer = next((timer for timer in timers if timer.step == payload["step"]), None)
    if timer is None or "ends_at" not in payload:
        return
    entered, planned = (datetime.fromisoformat(payload[name]) for name in ("entered_at", "ends_at"))
    ends = effects.timer_ends(uow, timer, procedure, entered)
    if ends is not None and ends > max(planned, uow.now):
        raise RetryLater((ends - uow.now).total_seconds())


def _retry_or_give_up(context: Context, message_id: str, attempts: int, problem: Exception) -> None:
    if attempts >= ATTEMPTS:
        agency_replies.give_up(context.work(actors.SYSTEM), message_id, attempts, str(problem))
        return
    agency_replies.note_failure(context.work(actors.SYSTEM), message_id, attempts, str(problem))
    raise RetryLater(min(300.0, 2.0 ** (attempts - 1)))
