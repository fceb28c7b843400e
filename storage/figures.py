"""What the supervisor's figures are counted from: the journal in its order, and the rows beside it."""

from collections.abc import Collection, Iterable, Iterator
from datetime import datetime
from typing import Any, NamedTuple

from sqlalchemy import Connection, Integer, Select, String, bindparam, cast, func, select

from storage.after_filing import RatingRow
from storage.alerts import ApologyRow
from storage.cases import CaseRow
from storage.documents import DocumentRow
from storage.dossiers import DossierRow
from storage.journal import JournalRow
from storage.messages import MessageRow
from storage.outputs import OutputRow
from storage.payments import PaymentOrderRow
from storage.people import OfficerRow
from storage.reference import AreaRow
from storage.statements import Prepared

_apology = ApologyRow.__table__  # type: ignore[attr-defined]
_area = AreaRow.__table__  # type: ignore[attr-defined]
_case = CaseRow.__table__  # type: ignore[attr-defined]
_document = DocumentRow.__table__  # type: ignore[attr-defined]
_dossier = DossierRow.__table__  # type: ignore[attr-defined]
_journal = JournalRow.__table__  # type: ignore[attr-defined]
_message = MessageRow.__table__  # type: ignore[attr-defined]
_officer = OfficerRow.__table__  # type: ignore[attr-defined]
_order = PaymentOrderRow.__table__  # type: ignore[attr-defined]
_output = OutputRow.__table__  # type: ignore[attr-defined]
_rating = RatingRow.__table__  # type: ignore[attr-defined]
A_HANDFUL = 400  # ids that one question names; for more of them the whole table is read
OVERRULED = '"declared"'  # stands once in the origins for each value that was typed and overruled


class Line(NamedTuple):
    """One line of the journal, without what it says in words."""

    seq: int
    at: datetime
    dossier_id: str
    case_id: str | None
    actor_role: str
    actor_id: str
    event: str
    before: str | None
    after: str | None


class FiledRow(NamedTuple):
    """One dossier that was submitted; `retyped` counts what people typed though a register had it."""

    id: str
    number: str
    bundle: str
    state: str
    owner: str
    assisted_by: str | None
    submitted_at: datetime
    due_at: datetime | None
    retyped: int


class CaseLine(NamedTuple):
    """Where one case is now."""

    id: str
    dossier_id: str
    member: str
    procedure: str
    office_id: str
    officer_id: str | None
    state: str
    waits_for: str
    due_at: datetime | None
    opened_at: datetime


class HopRow(NamedTuple):
    """One message to another agency's system; `taken_at` is when that had it, as far as we know."""

    dossier_id: str
    agency: str
    state: str
    created_at: datetime
    taken_at: datetime | None


_LINE = tuple(
    _journal.c[name]
    for name in (
        *("seq", "at", "dossier_id", "case_id", "actor_role", "actor_id"),
        *("event", "state_before", "state_after"),
    )
)
_AFTER = Prepared(
    select(*_LINE)
    .where(_journal.c.seq > bindparam("seq"))
    .order_by(_journal.c.seq)
    .limit(bindparam("most", type_=Integer))
)


def lines_after(connection: Connection, seq: int, most: int) -> list[Line]:
    """Read the lines after a number, in order."""
    return [Line._make(row) for row in _AFTER.all(connection, seq=seq, most=most)]


def lines_numbered(connection: Connection, numbers: Collection[int]) -> list[Line]:
    """Read the lines with these numbers, in order; one that is not there is left out."""
    query = select(*_LINE).where(_journal.c.seq.in_(sorted(numbers))).order_by(_journal.c.seq)
    return [Line._make(row) for row in connection.execute(query)]


def filed(connection: Connection, ids: Collection[str]) -> Iterator[FiledRow]:
    """Read these dossiers; drafts are left out."""
    said = cast(_dossier.c.origins, String)
    retyped = (func.length(said) - func.length(func.replace(said, OVERRULED, ""))) / len(OVERRULED)
    columns = ("id", "number", "bundle", "state", "owner", "assisted_by", "submitted_at", "due_at")
    query = select(*(_dossier.c[name] for name in columns), cast(retyped, Integer))
    wanted = query.where(_dossier.c.submitted_at.is_not(None))
    return (FiledRow._make(row) for row in _about(connection, wanted, _dossier.c.id, ids))


def cases(connection: Connection, ids: Collection[str]) -> Iterator[CaseLine]:
    """Read the cases of these dossiers, in the order in which they opened."""
    query = select(*(_case.c[name] for name in CaseLine._fields)).order_by(_case.c.opened_at, _case.c.id)
    return (CaseLine._make(row) for row in _about(connection, query, _case.c.dossier_id, ids))


def hops(connection: Connection, ids: Collection[str]) -> Iterator[HopRow]:
    """Read the messages of these dossiers; an answer proves that the message was there as well."""
    taken = func.coalesce(_message.c.acknowledged_at, _message.c.answered_at)
    query = select(_message.c.dossier_id, _message.c.agency, _message.c.state, _message.c.created_at, taken)
    ordered = query.order_by(_message.c.created_at, _message.c.id)
    return (HopRow._make(row) for row in _about(connection, ordered, _message.c.dossier_id, ids))


def apologies(connection: Connection, ids: Collection[str]) -> Iterator[tuple[str, datetime]]:
    """Read for which dossiers somebody has apologised, and when."""
    query = select(_apology.c.dossier_id, func.min(_apology.c.at)).group_by(_apology.c.dossier_id)
    return ((row[0], row[1]) for row in _about(connection, query, _apology.c.dossier_id, ids))


def ratings(connection: Connection, ids: Collection[str]) -> Iterator[tuple[str, int, datetime]]:
    """Read the ratings of these dossiers."""
    query = select(_rating.c.dossier_id, _rating.c.score, _rating.c.given_at)
    return ((row[0], row[1], row[2]) for row in _about(connection, query, _rating.c.dossier_id, ids))


def results(connection: Connection, ids: Collection[str]) -> Iterator[tuple[str, int, int]]:
    """Count, for each of these dossiers, the valid results and those of them that have a signed document."""
    query = (
        select(_output.c.dossier_id, func.count(), func.count(_document.c.output_id))
        .join(_document, _document.c.output_id == _output.c.id, isouter=True)
        .where(_output.c.standing == "valid")
        .group_by(_output.c.dossier_id)
    )
    return ((row[0], row[1], row[2]) for row in _about(connection, query, _output.c.dossier_id, ids))


def paid_online(connection: Connection, ids: Collection[str]) -> set[str]:
    """Name those of these dossiers whose fee came in through the payment gateway."""
    query = select(_order.c.dossier_id).where(_order.c.received > _order.c.refund_due)
    return {row[0] for row in _about(connection, query, _order.c.dossier_id, ids)}


def waiting(connection: Connection) -> dict[str, str]:
    """Name the messages that the other side does not have yet, each with its dossier."""
    query = select(_message.c.id, _message.c.dossier_id).where(_message.c.state == "waiting")
    return {row[0]: row[1] for row in connection.execute(query)}


def documents(connection: Connection) -> int:
    """Count the signed documents."""
    return int(connection.execute(select(func.count()).select_from(_document)).scalar_one())


def province_name(connection: Connection, commune: str) -> str | None:
    """Return the name of the province in which a commune lies, or lay when it last existed."""
    query = select(_area.c.province).where(_area.c.code == commune).order_by(_area.c.since.desc()).limit(1)
    return connection.execute(query).scalars().first()


def officer_names(connection: Connection, ids: Iterable[str]) -> dict[str, str]:
    """Read the names of some officers."""
    query = select(_officer.c.id, _officer.c.name).where(_officer.c.id.in_(sorted(ids)))
    return {row[0]: row[1] for row in connection.execute(query)}


def _about(connection: Connection, query: Select[Any], column: Any, ids: Collection[str]) -> Iterator[Any]:
    """Ask about these dossiers only, or, when they are many, about all and keep these."""
    if len(ids) <= A_HANDFUL:
        yield from connection.execute(query.where(column.in_(sorted(ids))))
        return
    place = query.exported_columns.keys().index(column.name)
    yield from (row for row in connection.execute(query) if row[place] in ids)
