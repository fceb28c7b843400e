"""How messages stand, agency by agency: counted for operators, without a word of what they carry."""

from datetime import datetime

from sqlalchemy import Connection, Select, and_, case, func, or_, select
from sqlalchemy.sql.elements import ColumnElement

from storage.cases import CaseRow
from storage.dossiers import DossierRow
from storage.messages import InboxRow, MessageRow

_message = MessageRow.__table__  # type: ignore[attr-defined]
_inbox = InboxRow.__table__  # type: ignore[attr-defined]
_case = CaseRow.__table__  # type: ignore[attr-defined]
_dossier = DossierRow.__table__  # type: ignore[attr-defined]

# What an operator asks for, in the order of the page.
QUEUES = ("waiting", "failed", "acknowledged", "dead", "ended")


def counts(connection: Connection) -> dict[tuple[str, str], tuple[int, datetime]]:
    """Count the messages without an answer by agency and queue, each with the oldest one's instant."""
    queue = case((_in("failed"), "failed"), else_=_message.c.state)
    found = connection.execute(
        select(_message.c.agency, queue, func.count(), func.min(_message.c.created_at))
        .where(_message.c.state.in_(("waiting", "acknowledged", "dead", "ended")))
        .group_by(_message.c.agency, queue)
    )
    return {(agency, name): (count, oldest) for agency, name, count, oldest in found}


def last_contact(
    connection: Connection, agency: str, since: datetime
) -> tuple[datetime | None, datetime | None]:
    """Return when an agency last took or answered a message, and when it last could not be reached.

    Only messages sent since an instant are looked at.
    """
    of_late = and_(_message.c.agency == agency, _message.c.created_at >= since)
    times = connection.execute(
        select(
            func.max(_message.c.acknowledged_at),
            func.max(_message.c.answered_at),
            func.max(_message.c.failed_at),
        ).where(of_late)
    ).one()
    reached = [at for at in times[:2] if at is not None]
    return max(reached, default=None), times[2]


def held_since(connection: Connection, agency: str) -> datetime | None:
    """Return when the message was taken for whose answer this agency has kept us waiting the longest."""
    return connection.execute(
        select(func.min(_message.c.acknowledged_at)).where(
            _message.c.agency == agency, _message.c.state == "acknowledged"
        )
    ).scalar()


Line = tuple[MessageRow, str | None, str, str]


def listed(
    connection: Connection, agency: str | None, queue: str, most: int, skip: int
) -> tuple[list[Line], int]:
    """List messages of a queue, oldest first, each with its dossier, and how many there are."""
    where = _in(queue) if agency is None else and_(_in(queue), _message.c.agency == agency)
    count = connection.execute(select(func.count()).select_from(_message).where(where)).scalar_one()
    found = connection.execute(
        _lines(where).order_by(_message.c.created_at, _message.c.id).limit(most).offset(skip)
    )
    return [_line(row) for row in found.mappings()], count


def lines(connection: Connection, message_ids: list[str]) -> dict[str, Line]:
    """Read messages by their ids, each with dossier code, procedure and state."""
    found = connection.execute(_lines(_message.c.id.in_(message_ids))).mappings()
    return {row["id"]: _line(row) for row in found}


def newer_of(connection: Connection, message: MessageRow) -> MessageRow | None:
    """Find a later message of the same case about the same matter: the old key must not be used any more."""
    found = connection.execute(
        select(_message)
        .where(
            _message.c.case_id == message.case_id,
            _message.c.about == message.about,
            or_(
                _message.c.created_at > message.created_at,
                and_(_message.c.created_at == message.created_at, _message.c.id > message.id),
            ),
        )
        .order_by(_message.c.created_at.desc())
        .limit(1)
    )
    row = found.mappings().first()
    return MessageRow.model_validate(dict(row)) if row else None


def answers_to(connection: Connection, message_id: str) -> list[InboxRow]:
    """Read the answers to one message, oldest first; silence that was taken for one is among them."""
    found = connection.execute(
        select(_inbox).where(_inbox.c.message_id == message_id).order_by(_inbox.c.received_at, _inbox.c.id)
    )
    return [InboxRow.model_validate(dict(row)) for row in found.mappings()]


def sent_between(
    connection: Connection, agency: str, since: datetime, until: datetime, most: int
) -> tuple[list[str], int]:
    """List the newest messages sent to an agency in a period, and how many there are."""
    where = and_(_message.c.agency == agency, _message.c.created_at >= since, _message.c.created_at < until)
    count = connection.execute(select(func.count()).select_from(_message).where(where)).scalar_one()
    found = connection.execute(
        select(_message.c.id).where(where).order_by(_message.c.created_at.desc(), _message.c.id).limit(most)
    )
    return [message_id for (message_id,) in found], count


def _in(queue: str) -> ColumnElement[bool]:
    match queue:
        case "failed":
            return and_(_message.c.state == "waiting", _message.c.attempts > 0)
        case "waiting":
            return and_(_message.c.state == "waiting", _message.c.attempts == 0)
    in_state: ColumnElement[bool] = _message.c.state == queue
    return in_state


def _lines(where: ColumnElement[bool]) -> Select[tuple[object, ...]]:
    return (
        select(_message, _dossier.c.number, _case.c.procedure, _case.c.state.label("case_state"))
        .join(_dossier, _dossier.c.id == _message.c.dossier_id)
        .join(_case, _case.c.id == _message.c.case_id)
        .where(where)
    )


def _line(row: object) -> Line:
    values = dict(row)  # type: ignore[call-overload]
    number, procedure, state = (values.pop(name) for name in ("number", "procedure", "case_state"))
    return MessageRow.model_validate(values), number, procedure, state
