"""Ending the waiting for an agency for good (kết thúc cưỡng bức): one operator proposes, another decides.

What ends is the waiting, never the case. Every definition leads from an agency that gives no answer to
an officer, who may refuse, go on or ask anew as the law lets them; an operator may not (ADR 0018).
"""

from datetime import UTC, datetime, timedelta

from services import effects
from services.access.agency_names import name_of
from services.exchange import agency_replies
from services.operators import acts, resending
from services.operators.acts import Matter
from services.unit_of_work import UnitOfWork
from storage import links, operations
from storage import messages as rows
from storage.cases import read_case
from storage.operations import ForceEndRow
from storage.rows import add
from workflows.calendar import VIETNAM, in_vietnam
from workflows.errors import CalendarEnds, NotAllowed, NotFound, TransitionRefused
from workflows.language import Notify
from workflows.machine import compiled
from workflows.words import Text

WORKING_DAYS = 2  # no text sets it: an order of this house, so that no proposal lies about
LETTER = "waiting-ended"
PROPOSED_ALREADY = Text(
    vi="Đã có một đề nghị chờ người thứ hai xác nhận.", en="A proposal waits for the second person already."
)
NO_SUCH_PROPOSAL = Text(vi="Không có đề nghị này.", en="There is no such proposal.")
DECIDED = Text(vi="Đề nghị này đã có người quyết định.", en="This proposal has been decided on.")
SAME_PERSON = Text(
    vi="Người đề nghị không được tự xác nhận: cần người thứ hai.",
    en="Whoever proposed it may not confirm it: a second person is needed.",
)
TOO_LATE = Text(
    vi="Đề nghị đã quá hai ngày làm việc nên không còn hiệu lực. Nếu vẫn cần, hãy đề nghị lại.",
    en="The proposal is older than two working days and no longer holds. If still needed, propose it anew.",
)


def propose(uow: UnitOfWork, message_id: str, reason: str) -> None:
    """Propose to end the waiting for an answer for good; nothing moves until a second person agrees.

    Raises:
        NotFound, NotAllowed: as `acts.matter`.
        TransitionRefused: the reason is missing, or there is nothing to end.
    """
    why = acts.reason_of(reason)
    with uow:
        found = acts.matter(uow, message_id)
        if refusal := why_not_propose(uow, found):
            raise TransitionRefused(text=refusal)
        add(
            uow.connection,
            ForceEndRow(
                id=uow.new_id(),
                message_id=message_id,
                proposed_by=uow.actor.id,
                proposed_name=uow.actor.name,
                proposed_at=uow.now,
                reason=why,
                until=_until(uow),
            ),
        )
        acts.write(uow, acts.PROPOSED, why, found)


def decide(uow: UnitOfWork, proposal_id: str, *, confirm: bool, reason: str) -> None:
    """Confirm or decline a proposal. Confirmed, nobody asks the agency any more and the citizen is told.

    Raises:
        NotFound: there is no such proposal.
        NotAllowed: it is the person's own, or they are one of the people in the dossier.
        TransitionRefused: the reason is missing, it was decided, is too old, or an answer has come.
    """
    why = acts.reason_of(reason)
    with uow:
        acts.require(uow)
        row = operations.proposal(uow.connection, proposal_id)
        if row is None:
            raise NotFound(text=NO_SUCH_PROPOSAL)
        found = acts.matter(uow, row.message_id)
        row = operations.proposal(uow.connection, proposal_id) or row  # now that the dossier is locked
        if row.proposed_by == uow.actor.id and confirm:
            raise NotAllowed(text=SAME_PERSON)
        if refusal := why_not_decide(row, found, uow.now, confirm=confirm):
            raise TransitionRefused(text=refusal)
        operations.decide(
            uow.connection,
            proposal_id,
            decided_by=uow.actor.id,
            decided_name=uow.actor.name,
            decided_at=uow.now,
            confirmed=confirm,
            decided_reason=why,
        )
        if confirm:
            _end(uow, found)
        acts.write(uow, acts.CONFIRMED if confirm else acts.DECLINED, why, found)


def why_not_propose(uow: UnitOfWork, found: Matter) -> Text | None:
    """Return why an end cannot be proposed, or nothing when it can."""
    message = found.message
    if message.state == "answered":
        return resending.ANSWERED
    if message.state == "ended":
        return resending.ENDED
    if message.state != "dead" and uow.now - resending.last_sent(message) < resending.PATIENCE:
        return resending.STILL_TRYING
    if any(row.until >= uow.now for row in operations.undecided(uow.connection, message.id)):
        return PROPOSED_ALREADY
    return None


def why_not_decide(row: ForceEndRow, found: Matter, now: datetime, *, confirm: bool) -> Text | None:
    """Return why a proposal cannot be decided so, or nothing when it can."""
    if row.decided_at is not None:
        return DECIDED
    if not confirm:
        return None
    if found.message.state == "answered":
        return resending.ANSWERED
    return TOO_LATE if now > row.until else None


def _end(uow: UnitOfWork, found: Matter) -> None:
    """Close the message, bring the case out if it still waits for it, and tell the requester."""
    message = found.message
    if resending.way_out(uow, found):
        agency_replies.bring_out(uow, message)
    rows.change_message(uow.connection, message.id, state="ended")
    case = read_case(uow.connection, message.case_id)
    procedure = uow.registry.procedure(found.case.procedure)
    if case is None or compiled(procedure).states[case.state].ending is not None:
        return
    if links.newer_of(uow.connection, message) is not None:  # it waits for another message by now
        return
    agency, part = name_of(message.agency), procedure.short
    text = Text(
        vi=f"“{part.vi}”: không chờ trả lời của {agency.vi} nữa. Cán bộ xử lý tiếp, bạn không phải làm gì.",
        en=f"“{part.en}”: we no longer wait for the answer of the {agency.en.lower()}. An officer goes on "
        "with it; there is nothing for you to do.",
    )
    effects.write_letter(uow, message.dossier_id, Notify(letter=LETTER, text=text), case_id=message.case_id)


def _until(uow: UnitOfWork) -> datetime:
    """Return the end of the second working day from now."""
    today = in_vietnam(uow.now).date()
    try:
        last = uow.context.calendar().add_working_days(today, WORKING_DAYS)
    except CalendarEnds:
        last = today + timedelta(days=WORKING_DAYS)
    return datetime(last.year, last.month, last.day, 23, 59, 59, tzinfo=VIETNAM).astimezone(UTC)
