"""Sending a dead or stuck message again under the key it had, and no longer waiting for an answer."""

from datetime import datetime, timedelta

from services.exchange import agency_replies
from services.exchange.agency_replies import UNREACHABLE
from services.jobs import DELIVER
from services.operators import acts
from services.operators.acts import Matter
from services.unit_of_work import UnitOfWork
from storage import links, messages
from storage.messages import MessageRow
from workflows.errors import TransitionRefused
from workflows.language import Procedure
from workflows.machine import compiled
from workflows.vocabulary import Waits
from workflows.words import Text

# Delivery by itself tries for a little over two minutes; before a quarter of an hour nobody is needed.
PATIENCE = timedelta(minutes=15)
ANSWERED = Text(
    vi="Cơ quan đã trả lời thông điệp này. Không còn gì để làm.",
    en="The agency has answered this message. There is nothing left to do.",
)
ENDED = Text(
    vi="Hai người vận hành đã kết thúc hẳn việc chờ thông điệp này.",
    en="Two operators have ended the waiting for this message for good.",
)
NEWER = Text(
    vi="Cán bộ đã gửi một thông điệp mới cho cùng việc này. Gửi lại cái cũ có thể làm cơ quan ghi hai lần.",
    en="An officer has sent a new message about the same. With the old one sent again the agency might "
    "enter it twice.",
)
NOT_AWAITED = Text(
    vi="Hồ sơ đã đi tiếp và không còn dùng được trả lời này. Gửi lại có thể ghi sổ một việc đã bị bỏ.",
    en="The file has gone on and can no longer use this answer. Sent again, something that was given up "
    "might be entered.",
)
STILL_TRYING = Text(
    vi="Hệ thống vẫn đang tự gửi và tự hỏi. Sau 15 phút không có trả lời mới cần người làm.",
    en="The system is still sending and asking by itself. Somebody is needed only after 15 minutes without "
    "an answer.",
)
NOT_WAITING = Text(
    vi="Hồ sơ không đang chờ cơ quan này: cán bộ đang giữ hồ sơ hoặc hồ sơ đã kết thúc.",
    en="The file does not wait for this agency: its officer has it, or it has ended.",
)


def resend(uow: UnitOfWork, message_id: str, reason: str) -> None:
    """Send a message again under its own key (gửi lại cùng khóa); the agency absorbs a repeat.

    What the answer opens, the obstacle of the case among it, follows when it comes.

    Raises:
        NotFound, NotAllowed: as `acts.matter`.
        TransitionRefused: the reason is missing, or the message must not be sent again.
    """
    why = acts.reason_of(reason)
    with uow:
        found = acts.matter(uow, message_id)
        if refusal := why_not_resend(uow, found):
            raise TransitionRefused(text=refusal)
        messages.change_message(
            uow.connection,
            message_id,
            state="waiting",
            attempts=0,
            acknowledged_at=None,
            resent_at=uow.now,
        )
        uow.enqueue(DELIVER, {"message_id": message_id}, job_id=f"{message_id}:again:{uow.new_id()}")
        acts.write(uow, acts.RESENT, why, found)


def stop_waiting(uow: UnitOfWork, message_id: str, reason: str) -> None:
    """Let a case go to its officer without the agency's answer (tiếp tục khi chưa có trả lời).

    It takes the step that its definition has for an agency that gives no answer. The message stays
    open: an answer that comes later is still taken in.

    Raises:
        NotFound, NotAllowed: as `acts.matter`.
        TransitionRefused: the reason is missing, or the case does not wait for this answer.
    """
    why = acts.reason_of(reason)
    with uow:
        found = acts.matter(uow, message_id)
        if refusal := why_not_stop(uow, found):
            raise TransitionRefused(text=refusal)
        if agency_replies.bring_out(uow, found.message) is None:
            raise TransitionRefused(text=NOT_WAITING)
        acts.write(uow, acts.STOPPED, why, found)


def why_not_resend(uow: UnitOfWork, found: Matter) -> Text | None:
    """Return why a message must not be sent again, or nothing when it may."""
    message = found.message
    if over := _over(message):
        return over
    if links.newer_of(uow.connection, message) is not None:
        return NEWER
    if not still_heard(uow.registry.procedure(found.case.procedure), found.case.state, message):
        return NOT_AWAITED
    if message.state != "dead" and uow.now - last_sent(message) < PATIENCE:
        return STILL_TRYING
    return None


def why_not_stop(uow: UnitOfWork, found: Matter) -> Text | None:
    """Return why the waiting for an answer cannot be stopped, or nothing when it can."""
    message = found.message
    if over := _over(message):
        return over
    if way_out(uow, found) is None:
        return NOT_WAITING
    if uow.now - last_sent(message) < PATIENCE:
        return STILL_TRYING
    return None


def way_out(uow: UnitOfWork, found: Matter) -> str | None:
    """Return the step by which the case leaves its waiting when this message gets no answer."""
    procedure = uow.registry.procedure(found.case.procedure)
    if procedure.state(found.case.state).waits_for is not Waits.AGENCY:
        return None
    if links.newer_of(uow.connection, found.message) is not None:
        return None
    leaving = _leaving(procedure, found.case.state)
    steps = (step for outcome, step in found.message.answers if outcome == UNREACHABLE)
    return next((step for step in steps if step in leaving), None)


def still_heard(procedure: Procedure, state: str, message: MessageRow) -> bool:
    """Say whether the case could still use a real answer to this message."""
    leaving = _leaving(procedure, state)
    return any(outcome != UNREACHABLE and step in leaving for outcome, step in message.answers)


def last_sent(message: MessageRow) -> datetime:
    """Return when a message was sent, or sent again by an operator."""
    return message.resent_at or message.created_at


def _over(message: MessageRow) -> Text | None:
    return {"answered": ANSWERED, "ended": ENDED}.get(message.state)


def _leaving(procedure: Procedure, state: str) -> set[str]:
    return {step.code for step in compiled(procedure).steps_from.get(state, ())}
