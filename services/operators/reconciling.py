"""Comparing what is finished here with what an agency says (đối soát): asked in a durable job, by key.

"Done on the portal and missing in the register" is found by asking the agency itself. A reconciliation
never marks anything as done: each difference leads to a message sent again under its key, or to a note.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from typing import Any

from services.access import actors
from services.agencies.contract import Agencies, Agency, Reply, Request
from services.jobs import RECONCILE, REPEAT, RetryLater
from services.operators import acts
from services.operators.judging import COULD_NOT_ASK, MISSING_THERE, Said, Verdict, judge
from services.operators.registers import entry_of
from services.unit_of_work import Context, UnitOfWork
from storage import links, operations
from storage import messages as rows
from storage.messages import InboxRow, MessageRow
from storage.operations import DifferenceRow, ReconciliationRow
from storage.rows import add
from workflows.calendar import VIETNAM, in_vietnam
from workflows.errors import AgencyBroken, AgencyRejected, AgencyUnavailable, NotFound, TransitionRefused
from workflows.words import Text

MOST = 500  # messages of one reconciliation, the newest
BATCH = 25
# So many calls in a row that reach nobody, and the rest is not asked: the agency is away.
AWAY_AFTER = 3
NO_SUCH_AGENCY = Text(vi="Hãy chọn cơ quan để đối soát.", en="Choose the agency to reconcile with.")
WRONG_PERIOD = Text(
    vi="Hãy chọn ngày đầu và ngày cuối: ngày cuối không sớm hơn ngày đầu và không sau hôm nay.",
    en="Choose the first and the last day: the last not before the first, and not after today.",
)
NOTHING_SENT = Text(
    vi="Trong thời gian này không có thông điệp nào gửi tới cơ quan đó.",
    en="In this period nothing was sent to that agency.",
)
NO_SUCH_ITEM = Text(vi="Không có dòng này trong lần đối soát.", en="The reconciliation has no such line.")
NOT_MISSING = Text(
    vi="Chỉ gửi lại được điều đã xong ở đây mà cơ quan nói là chưa từng nhận.",
    en="Only what is finished here and was never received there can be sent again.",
)
ON_ITS_WAY = Text(vi="Đã cho gửi lại, đang chờ cơ quan.", en="It is being sent again already.")


class OrderWrong(TransitionRefused):
    """The order of a reconciliation is not complete; `field` names what to mend."""

    status = 422

    def __init__(self, field: str, text: Text) -> None:
        super().__init__(text=text)
        self.field = field


@dataclass(frozen=True, slots=True)
class Asked:
    """One message of a reconciliation as it stands here."""

    message: MessageRow
    answers: tuple[InboxRow, ...]


def order(
    uow: UnitOfWork, agencies: Agencies, agency: str, first: date | None, last: date | None, reason: str
) -> str:
    """Order a reconciliation with one agency over the messages sent on some days; return its id.

    Raises:
        NotAllowed: the person is no operator.
        OrderWrong: the agency or the days are missing or wrong, or nothing was sent then.
        ReasonMissing: there is no reason.
    """
    with uow:
        acts.require(uow)
        if agency not in agencies:
            raise OrderWrong("co-quan", NO_SUCH_AGENCY)
        if first is None or last is None or not first <= last <= in_vietnam(uow.now).date():
            raise OrderWrong("tu", WRONG_PERIOD)
        why = acts.reason_of(reason)
        since, until = _midnight(first), _midnight(last + timedelta(days=1))
        chosen, total = links.sent_between(uow.connection, agency, since, until, MOST)
        if not chosen:
            raise OrderWrong("tu", NOTHING_SENT)
        row = ReconciliationRow(
            id=uow.new_id(),
            agency=agency,
            since=since,
            until=until,
            total=total,
            asked=len(chosen),
            ordered_by=uow.actor.id,
            ordered_name=uow.actor.name,
            ordered_at=uow.now,
            reason=why,
        )
        add(uow.connection, row)
        items = [
            DifferenceRow(reconciliation_id=row.id, message_id=one, nth=n) for n, one in enumerate(chosen)
        ]
        add(uow.connection, *items)
        uow.enqueue(RECONCILE, {"reconciliation_id": row.id}, job_id=f"reconcile:{row.id}")
        acts.write_log(uow, acts.ORDERED, why, agency=agency)
        return row.id


def reconcile(context: Context, agencies: Agencies, payload: Mapping[str, Any]) -> None:
    """Ask the agency about every message that was not asked yet, outside any transaction; a crash repeats."""
    reconciliation_id, away = payload["reconciliation_id"], 0
    while batch := _unasked(context, reconciliation_id):
        found: list[tuple[str, Verdict, datetime]] = []
        for asked in batch:
            agency = agencies.get(asked.message.agency)
            verdict = Verdict(COULD_NOT_ASK) if away >= AWAY_AFTER else _ask(agency, asked)
            away = away + 1 if verdict.result == COULD_NOT_ASK else 0
            found.append((asked.message.id, verdict, context.clock.now()))
        with context.work(actors.SYSTEM) as uow:
            for message_id, verdict, at in found:
                operations.change_item(
                    uow.connection,
                    reconciliation_id,
                    message_id,
                    result=verdict.result,
                    items=verdict.items,
                    asked_at=at,
                )
    with context.work(actors.SYSTEM) as uow:
        operations.finish(uow.connection, reconciliation_id, uow.now)


def report_dead(context: Context, payload: Mapping[str, Any]) -> None:
    """End a reconciliation whose job died: what was not asked could not be asked."""
    with context.work(actors.SYSTEM) as uow:
        for row in operations.items(uow.connection, payload["reconciliation_id"], ("",), MOST):
            operations.change_item(
                uow.connection, row.reconciliation_id, row.message_id, result=COULD_NOT_ASK, asked_at=uow.now
            )
        operations.finish(uow.connection, payload["reconciliation_id"], uow.now)


def send_missing(uow: UnitOfWork, reconciliation_id: str, message_id: str, reason: str) -> None:
    """Have what is finished here and missing there sent again under its own key; nothing moves here.

    Raises:
        NotFound, NotAllowed: as `acts.matter`, or the reconciliation has no such line.
        TransitionRefused: the reason is missing, it is not missing there, or it is on its way.
    """
    why = acts.reason_of(reason)
    with uow:
        found = acts.matter(uow, message_id)
        row = _item(uow, reconciliation_id, message_id)
        if not can_be_repeated(row, found.message):
            raise TransitionRefused(text=NOT_MISSING)
        if row.repeated_at is not None:
            raise TransitionRefused(text=ON_ITS_WAY)
        operations.change_item(uow.connection, reconciliation_id, message_id, repeated_at=uow.now)
        payload = {"reconciliation_id": reconciliation_id, "message_id": message_id}
        uow.enqueue(REPEAT, payload, job_id=f"repeat:{reconciliation_id}:{message_id}:{uow.new_id()}")
        acts.write(uow, acts.REPEATED, why, found)


def can_be_repeated(row: DifferenceRow, message: MessageRow) -> bool:
    """Say whether sending again under the key can help: the agency does not know the message at all."""
    return row.result == MISSING_THERE and not row.items and message.state == "answered"


def repeat(context: Context, agencies: Agencies, payload: Mapping[str, Any]) -> None:
    """Send a message that was answered long ago once more under its key, and compare again.

    Raises:
        RetryLater: the agency cannot be reached.
    """
    with context.reading(actors.SYSTEM) as uow:
        message = rows.message(uow.connection, payload["message_id"])
        asked = _asked(uow, message) if message else None
    if asked is None:
        return
    agency = agencies.get(asked.message.agency)
    try:
        if agency is not None:
            agency.send(Request(asked.message.id, asked.message.about, asked.message.payload))
    except AgencyUnavailable:
        raise RetryLater(300.0) from None
    except (AgencyBroken, AgencyRejected):
        pass  # what the agency says now tells as much
    verdict = _ask(agency, asked)
    with context.work(actors.SYSTEM) as uow:
        operations.change_item(
            uow.connection,
            payload["reconciliation_id"],
            asked.message.id,
            result=verdict.result,
            items=verdict.items,
            asked_at=uow.now,
            repeated_at=None if verdict.result == MISSING_THERE else uow.now,
        )


def note(uow: UnitOfWork, reconciliation_id: str, message_id: str, words: str) -> None:
    """Write what was found out about a difference, and who is told; nothing else changes.

    Raises:
        NotFound, NotAllowed: as `acts.matter`, or the reconciliation has no such line.
        ReasonMissing: there are no words.
    """
    why = acts.reason_of(words)
    with uow:
        found = acts.matter(uow, message_id)
        _item(uow, reconciliation_id, message_id)
        operations.change_item(
            uow.connection, reconciliation_id, message_id, note=why, noted_by=uow.actor.name, noted_at=uow.now
        )
        acts.write(uow, acts.NOTED, why, found)


def _midnight(day: date) -> datetime:
    return datetime.combine(day, time(), VIETNAM).astimezone(UTC)


def _item(uow: UnitOfWork, reconciliation_id: str, message_id: str) -> DifferenceRow:
    row = operations.item(uow.connection, reconciliation_id, message_id)
    if row is None:
        raise NotFound(text=NO_SUCH_ITEM)
    return row


def _unasked(context: Context, reconciliation_id: str) -> list[Asked]:
    with context.reading(actors.SYSTEM) as uow:
        items = operations.items(uow.connection, reconciliation_id, ("",), BATCH)
        found = [rows.message(uow.connection, item.message_id) for item in items]
        return [_asked(uow, message) for message in found if message is not None]


def _asked(uow: UnitOfWork, message: MessageRow) -> Asked:
    return Asked(message, tuple(links.answers_to(uow.connection, message.id)))


def _ask(agency: Agency | None, asked: Asked) -> Verdict:
    """Ask for the answer under the message's key and, where its register can be read, for the entry."""
    if agency is None:
        return Verdict(COULD_NOT_ASK)
    said: Said = None
    try:
        said = agency.answer_to(asked.message.id)
    except AgencyRejected:
        said = False
    except (AgencyUnavailable, AgencyBroken):
        return Verdict(COULD_NOT_ASK)
    verdict = judge(asked.message, asked.answers, said)
    where = entry_of(asked.message, said) if isinstance(said, Reply) else None
    if where is None or not verdict.alike:
        return verdict
    try:
        return verdict if agency.look_up(*where) is not None else Verdict(MISSING_THERE, "register")
    except (AgencyUnavailable, AgencyBroken, AgencyRejected):
        return Verdict(COULD_NOT_ASK)
