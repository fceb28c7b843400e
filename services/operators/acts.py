"""What every act of an operator has: the right to it, a reason in words, and its line in the log."""

from dataclasses import dataclass

from services.access import permissions
from services.exchange import agency_replies
from services.unit_of_work import UnitOfWork
from storage import dossiers
from storage.cases import CaseRecord, read_case
from storage.messages import MessageRow
from storage.operations import OperationRow
from storage.rows import add
from workflows.errors import NotAllowed, NotFound, TransitionRefused
from workflows.forms.cleaning import clean_text
from workflows.vocabulary import Role
from workflows.words import Text

SHORTEST, LONGEST = 10, 500
NOT_AN_OPERATOR = Text(vi="Trang này dành cho người vận hành.", en="This page is for operators.")
REASON = Text(vi="Hãy ghi lý do, ít nhất 10 ký tự.", en="Write the reason, in at least 10 characters.")
NO_SUCH_MESSAGE = Text(vi="Không có thông điệp này.", en="There is no such message.")

RESENT, STOPPED = "message-resent", "waiting-stopped"
PROPOSED, CONFIRMED, DECLINED = "force-end-proposed", "force-end-confirmed", "force-end-declined"
ORDERED, REPEATED, NOTED = "reconciliation-ordered", "message-repeated", "difference-noted"
# What of this intervenes in a case: the supervisor's figure counts these events of the journal.
INTERVENTIONS = (RESENT, REPEATED, STOPPED, CONFIRMED)
ACTS = {
    RESENT: Text(vi="Gửi lại cùng khóa", en="Sent again under the same key"),
    STOPPED: Text(vi="Thôi chờ, chuyển cán bộ xử lý tiếp", en="Stopped waiting; an officer goes on"),
    PROPOSED: Text(vi="Đề nghị kết thúc cưỡng bức", en="Proposed a force-end"),
    CONFIRMED: Text(vi="Xác nhận kết thúc cưỡng bức", en="Confirmed a force-end"),
    DECLINED: Text(vi="Không đồng ý kết thúc cưỡng bức", en="Declined a force-end"),
    ORDERED: Text(vi="Đối soát với cơ quan", en="Compared with the agency"),
    REPEATED: Text(vi="Gửi lại điều cơ quan chưa có", en="Sent again what the agency did not have"),
    NOTED: Text(vi="Ghi chú chênh lệch", en="Noted a difference"),
}


class ReasonMissing(TransitionRefused):
    """An operator must say why."""

    status = 422


@dataclass(frozen=True, slots=True)
class Matter:
    """One message with its case and the dossier's code, read with the dossier locked."""

    message: MessageRow
    case: CaseRecord
    number: str | None


def require(uow: UnitOfWork) -> None:
    """Let operators through.

    Raises:
        NotAllowed: the person is none.
    """
    if Role.OPERATOR not in uow.actor.roles:
        raise NotAllowed(text=NOT_AN_OPERATOR)


def reason_of(typed: str) -> str:
    """Return a reason as it is kept: one line of plain words.

    Raises:
        ReasonMissing: it is too short, or not readable.
    """
    clean = clean_text(typed[:LONGEST])
    if isinstance(clean, Text):
        raise ReasonMissing(text=clean)
    if len(clean) < SHORTEST:
        raise ReasonMissing(text=REASON)
    return clean


def matter(uow: UnitOfWork, message_id: str) -> Matter:
    """Read a message that an operator acts on.

    Raises:
        NotAllowed: the person is no operator, or is one of the people in the dossier.
        NotFound: there is no such message.
    """
    require(uow)
    try:
        message = agency_replies.locked(uow, message_id)
    except NotFound:
        raise NotFound(text=NO_SUCH_MESSAGE) from None
    case = read_case(uow.connection, message.case_id)
    row = dossiers.dossier(uow.connection, message.dossier_id)
    if case is None or row is None:
        raise NotFound(text=NO_SUCH_MESSAGE)
    permissions.require_unrelated(uow.actor, case)
    return Matter(message, case, row.number)


def write(uow: UnitOfWork, act: str, reason: str, matter: Matter) -> None:
    """Write an act into the journal of its dossier and into the operators' log."""
    message = matter.message
    uow.record(
        act,
        dossier_id=message.dossier_id,
        case_id=message.case_id,
        data={
            "message": message.id,
            "agency": message.agency,
            "about": message.about,
            "was": message.state,
            "attempts": message.attempts,
            "reason": reason,
        },
    )
    write_log(uow, act, reason, agency=message.agency, message_id=message.id, number=matter.number)


def write_log(
    uow: UnitOfWork,
    act: str,
    reason: str,
    *,
    agency: str,
    message_id: str | None = None,
    number: str | None = None,
) -> None:
    """Write one line into the operators' log; enough for what concerns no single dossier."""
    add(
        uow.connection,
        OperationRow(
            id=uow.new_id(),
            at=uow.now,
            actor_id=uow.actor.id,
            actor_name=uow.actor.name,
            act=act,
            reason=reason,
            agency=agency,
            message_id=message_id,
            number=number,
        ),
    )
