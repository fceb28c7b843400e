"""What happens when an agency answers: once, in any order, and never silently."""

from collections.abc import Mapping
from typing import Any

from sqlmodel import col, select

from services import linking
from services.access import actors
from services.agencies.contract import Reply
from services.exchange import agency_keys
from services.unit_of_work import Context, UnitOfWork
from storage import dossiers, messages
from storage.cases import read_case
from storage.messages import InboxRow, MessageRow
from storage.rows import add
from workflows.errors import AgencyBroken, NotAllowed, NotFound, TransitionRefused
from workflows.forms.steps import is_of_kind
from workflows.language import Ask, Procedure
from workflows.machine import compiled
from workflows.words import Text

UNREACHABLE = "unreachable"
NO_SUCH_MESSAGE = Text(
    vi="Không có thông điệp này gửi tới cơ quan.", en="No such message was sent to this agency."
)


def receive(uow: UnitOfWork, message_id: str, reply: Reply) -> str | None:
    """Apply an agency's answer to the case that asked; return the step it took.

    A repeat of an answer changes nothing. An answer for which no step is open any
    more (late, or against another one) is kept with its content and journalled, so
    that an officer sees it; nothing is lost and nothing moves.

    Raises:
        NotFound: no such message was ever sent.
        AgencyBroken: the answer cannot be understood; nothing was changed.
    """
    with uow:
        return _receive(uow, message_id, reply)


def receive_signed(context: Context, token: str) -> str | None:
    """Apply an answer that an agency sent of its own accord; return the step it took.

    Raises:
        NotAllowed: the signature is not right, or another agency was asked.
        NotFound: no such message was ever sent.
        AgencyBroken: the answer cannot be understood; nothing was changed.
    """
    agency, said = agency_keys.said_by(context, token)
    items = said.get("items")
    reply = Reply(
        str(said.get("id", "")), str(said.get("outcome", "")), items if isinstance(items, dict) else {}
    )
    if not reply.id or reply.outcome in ("", UNREACHABLE):
        raise AgencyBroken("an answer without id or outcome")
    with context.work(actors.agency(agency)) as uow:
        message = messages.message(uow.connection, str(said.get("message", "")))
        if message is None or message.agency != agency:
            raise NotFound(text=NO_SUCH_MESSAGE)
        return _receive(uow, message.id, reply)


def acknowledge(uow: UnitOfWork, message_id: str, attempts: int) -> None:
    """Note that the agency has the message and that its answer will follow, unless that was quicker."""
    with uow:
        message = locked(uow, message_id)
        if message.state != "waiting":
            return
        messages.change_message(
            uow.connection, message_id, state="acknowledged", acknowledged_at=uow.now, attempts=attempts
        )


def note_failure(uow: UnitOfWork, message_id: str, attempts: int, problem: str) -> None:
    """Note that a delivery failed and will be tried again."""
    with uow:
        messages.change_message(
            uow.connection, message_id, attempts=attempts, last_error=problem, failed_at=uow.now
        )


def give_up(uow: UnitOfWork, message_id: str, attempts: int, problem: str) -> str | None:
    """Stop trying: the message is dead, and the case goes where an officer sees the obstacle.

    An answer that is there already stands: a job can also die after it has brought it.
    """
    with uow:
        if locked(uow, message_id).state in ("answered", "ended"):
            return None
        step = _receive(uow, message_id, Reply(f"{message_id}:{UNREACHABLE}", UNREACHABLE))
        messages.change_message(
            uow.connection, message_id, state="dead", attempts=attempts, last_error=problem
        )
        return step


def report_silence(uow: UnitOfWork, message_id: str) -> str | None:
    """Bring a case out to an officer when its agency has the message but does not answer; once.

    The message stays open: an answer that comes later is still taken in.
    """
    with uow:
        message = locked(uow, message_id)
        return bring_out(uow, message) if message.state == "acknowledged" else None


def bring_out(uow: UnitOfWork, message: MessageRow) -> str | None:
    """Let the case of an unanswered message go where an unreachable agency leads, in the open unit of work.

    It happens once for each message; return the step it took, or nothing when it was done before.
    """
    reply = Reply(f"{message.id}:{UNREACHABLE}", UNREACHABLE)
    if messages.answer(uow.connection, reply.id) is not None:
        return None
    step = _apply(uow, message, reply)
    add(uow.connection, _inbox_row(uow, message, reply, step))
    return step


def _receive(uow: UnitOfWork, message_id: str, reply: Reply) -> str | None:
    if (known := messages.answer(uow.connection, reply.id)) is not None:
        return known.step
    message = locked(uow, message_id)
    step = None if _is_repeat(uow, message, reply) else _apply(uow, message, reply)
    add(uow.connection, _inbox_row(uow, message, reply, step))
    dead = reply.outcome == UNREACHABLE
    messages.change_message(
        uow.connection,
        message_id,
        state="dead" if dead else "answered",
        answered_at=None if dead else uow.now,
    )
    if step is None:
        uow.record(
            "answer-not-applied",
            dossier_id=message.dossier_id,
            case_id=message.case_id,
            data={"agency": message.agency, "about": message.about, "outcome": reply.outcome},
            by=actors.agency(message.agency),
        )
    return step


def locked(uow: UnitOfWork, message_id: str) -> MessageRow:
    """Read a message once its dossier is locked: another try of the same job may be at it too.

    Raises:
        NotFound: no such message was ever sent.
    """
    known = messages.message(uow.connection, message_id)
    if known is None:
        raise NotFound(f"no message {message_id}")
    dossiers.dossier(uow.connection, known.dossier_id, lock=True)
    return messages.message(uow.connection, message_id) or known


def _is_repeat(uow: UnitOfWork, message: MessageRow, reply: Reply) -> bool:
    """Say whether this very outcome was applied under another id; the case may have asked anew since."""
    applied = select(InboxRow.id).where(
        col(InboxRow.message_id) == message.id,
        col(InboxRow.outcome) == reply.outcome,
        col(InboxRow.step).is_not(None),
    )
    return uow.connection.execute(applied).first() is not None


def _apply(uow: UnitOfWork, message: MessageRow, reply: Reply) -> str | None:
    """Take the first step that this outcome names and that is open now.

    When the case does wait for this answer, but cannot use it, it goes where an
    unreachable agency leads: to an officer, never to nobody.
    """
    step, waits = _take_first(uow, message, reply)
    if step is None and waits and reply.outcome != UNREACHABLE:
        step, _ = _take_first(uow, message, Reply(reply.id, UNREACHABLE))
    return step


def _take_first(uow: UnitOfWork, message: MessageRow, reply: Reply) -> tuple[str | None, bool]:
    """Try the steps of an outcome in order; return the one taken, and whether any leaves this state."""
    procedure = uow.registry.procedure(_procedure_key(uow, message.case_id))
    values = _understood(procedure, message, reply)
    waits = False
    for outcome, code in message.answers:
        if outcome != reply.outcome or not _leaves(uow, procedure, message.case_id, code):
            continue
        waits = True
        try:
            with uow.connection.begin_nested():  # a refusal half-way must leave nothing behind
                linking.advance(uow, message.case_id, code, values, by=actors.agency(message.agency))
        except (TransitionRefused, NotAllowed):
            continue
        return str(code), waits
    return None, waits


def _leaves(uow: UnitOfWork, procedure: Procedure, case_id: str, code: str) -> bool:
    case = read_case(uow.connection, case_id)
    return case is not None and any(
        s.code == code for s in compiled(procedure).steps_from.get(case.state, ())
    )


def _procedure_key(uow: UnitOfWork, case_id: str) -> str:
    case = read_case(uow.connection, case_id)
    if case is None:
        raise NotFound(f"no case {case_id}")
    return case.procedure


def _understood(procedure: Procedure, message: MessageRow, reply: Reply) -> Mapping[str, Any]:
    """Keep of an answer only the items that the definition expects, each of its kind.

    Raises:
        AgencyBroken: an item is of another kind, such as a personal ID of eleven digits.
    """
    expected = {
        item.code: item for ask in _asks(procedure) if ask.about == message.about for item in ask.gives
    }
    given = {code: value for code, value in reply.items.items() if code in expected}
    wrong = sorted(code for code, value in given.items() if not is_of_kind(expected[code].kind, value))
    if wrong:
        raise AgencyBroken(f"{message.agency} answered {message.about} with unreadable {', '.join(wrong)}")
    return given


def _asks(procedure: Procedure) -> list[Ask]:
    effects = [effect for step in procedure.steps for effect in step.effects]
    effects += [effect for start in procedure.starts for effect in start.effects]
    return [effect for effect in effects if isinstance(effect, Ask)]


def _inbox_row(uow: UnitOfWork, message: MessageRow, reply: Reply, step: str | None) -> InboxRow:
    return InboxRow(
        id=reply.id,
        message_id=message.id,
        agency=message.agency,
        outcome=reply.outcome,
        body=dict(reply.items),
        received_at=uow.now,
        step=step,
    )
