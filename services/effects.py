"""What a step sets off: messages to agencies, letters to the citizen, timers. All durable, none at once."""

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any

from services.jobs import DELIVER, RENDER, TIMER
from services.time import watch
from services.unit_of_work import UnitOfWork
from storage.cases import CaseRecord, CaseRow
from storage.messages import LetterRow, MessageRow
from storage.rows import add
from workflows import deadlines
from workflows.errors import CalendarEnds
from workflows.language import Ask, Effect, Notify, Procedure, State, Timer


def start(
    uow: UnitOfWork,
    case: CaseRecord,
    procedure: Procedure,
    effects: Sequence[Effect],
    facts: Mapping[str, Any],
) -> None:
    """Leave each effect of a step behind, in the transaction of the step."""
    for effect in effects:
        match effect:
            case Ask():
                _ask(uow, case, effect, facts)
            case Notify():
                write_letter(uow, case.dossier_id, effect, case_id=case.id)


def write_letter(uow: UnitOfWork, dossier_id: str, letter: Notify, *, case_id: str | None = None) -> None:
    """Write a message to the requester."""
    add(
        uow.connection,
        LetterRow(
            id=uow.new_id(),
            dossier_id=dossier_id,
            case_id=case_id,
            letter=letter.letter,
            vi=letter.text.vi,
            en=letter.text.en,
            written_at=uow.now,
        ),
    )


def order_document(uow: UnitOfWork, output_id: str, *, tries: int = 0) -> None:
    """Leave the job that makes the signed document of a result, in the transaction that issues it.

    After tries that died it is left again, each time for longer, up to a day: a result is never given up.
    """
    job_id = f"result:{output_id}" + (f":{tries}" if tries else "")
    delay = min(3600 * 2 ** (tries - 1), 24 * 3600) if tries else 0
    payload = {"output_id": output_id} | ({"tries": tries} if tries else {})
    uow.enqueue(RENDER, payload, job_id=job_id, delay_seconds=delay)


def arm_timers(uow: UnitOfWork, case: CaseRecord, round_: int, state: State, procedure: Procedure) -> None:
    """Set the timers of a state that a case has just entered; each fires only in that same round.

    Where the calendar ends before a timer would fire, the journal says so in the open:
    a guessed date would refuse somebody too early.
    """
    for timer in state.timers:
        ends = timer_ends(uow, timer, procedure, uow.now)
        if ends is None:
            uow.record(
                "timer-not-set", dossier_id=case.dossier_id, case_id=case.id, data={"step": timer.step}
            )
            continue
        uow.enqueue(
            TIMER,
            {
                "case_id": case.id,
                "round": round_,
                "step": timer.step,
                "entered_at": uow.now.isoformat(),
                "ends_at": ends.isoformat(),
            },
            job_id=f"timer:{case.id}:{round_}:{timer.step}",
            delay_seconds=(ends - uow.now).total_seconds(),
        )


def arm_timers_again(
    uow: UnitOfWork, case: CaseRow, state: State, procedure: Procedure, calendar_version: str
) -> None:
    """Set the timers of a state again after the calendar has changed; the first to fire takes the step."""
    for timer in state.timers:
        ends = timer_ends(uow, timer, procedure, case.entered_at)
        if ends is None:
            continue
        uow.enqueue(
            TIMER,
            {
                "case_id": case.id,
                "round": case.round,
                "step": timer.step,
                "entered_at": case.entered_at.isoformat(),
                "ends_at": ends.isoformat(),
            },
            job_id=f"timer:{case.id}:{case.round}:{timer.step}:{calendar_version}",
            delay_seconds=(ends - uow.now).total_seconds(),
        )


def timer_ends(uow: UnitOfWork, timer: Timer, procedure: Procedure, entered_at: datetime) -> datetime | None:
    """Return the instant until which the state may last, or nothing when the calendar ends before it."""
    try:
        return deadlines.due_at(
            entered_at, timer.working_days, rules=procedure.clock, calendar=uow.context.calendar()
        )
    except CalendarEnds:
        return None


def _ask(uow: UnitOfWork, case: CaseRecord, ask: Ask, facts: Mapping[str, Any]) -> None:
    message_id = uow.new_id()
    add(
        uow.connection,
        MessageRow(
            id=message_id,
            dossier_id=case.dossier_id,
            case_id=case.id,
            agency=ask.agency,
            about=ask.about,
            payload={fact: facts[fact] for fact in ask.carries if facts.get(fact) is not None},
            answers=[[answer.outcome, answer.step] for answer in ask.answers],
            state="waiting",
            created_at=uow.now,
        ),
    )
    uow.enqueue(DELIVER, {"message_id": message_id}, job_id=message_id)
    watch.arm_hop(uow, message_id, uow.now)
