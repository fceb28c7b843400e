"""Reading what the watch has said: the apology of a part, the alerts of an office, the morning digest."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

from services.access.permissions import NO_FILE
from services.jurisdiction.province import own_offices, require_supervisor
from services.reading.pages import Apology
from services.unit_of_work import UnitOfWork
from storage import alerts, dossiers, people
from storage.alerts import AlertRow, ApologyRow
from storage.cases import look_at_case
from workflows.calendar import in_vietnam
from workflows.errors import CalendarEnds, NotAllowed, NotFound
from workflows.words import Text

KINDS = {
    "half-used": Text(vi="Nửa thời hạn", en="Half used"),
    "overrun-foreseen": Text(vi="Sắp đến hạn", en="Due next day"),
    "last-hours": Text(vi="Còn 4 giờ", en="Last 4 hours"),
    "overdue": Text(vi="Quá hạn", en="Overdue"),
    "still-overdue": Text(vi="Quá ngày hẹn lại", en="Past the new date"),
    "not-synchronised": Text(vi="Chưa đồng bộ", en="Not synchronised"),
    "not-acknowledged": Text(vi="Chưa xác nhận", en="Not acknowledged"),
}
GRAVE = frozenset({"overdue", "still-overdue", "not-synchronised", "not-acknowledged"})


@dataclass(frozen=True, slots=True)
class AlertLine:
    """One alert as officers and supervisors read it."""

    at: datetime
    kind: Text
    grave: bool
    text: Text
    number: str
    case_id: str | None
    office: Text
    due_at: datetime | None


@dataclass(frozen=True, slots=True)
class Digest:
    """The morning of an office in figures."""

    on: date
    sent_at: datetime
    open: int
    due_today: int
    overdue: int
    alerts: int


@dataclass(frozen=True, slots=True)
class AlertsPage:
    """The alerts of one office with its digest, or of a supervisor's whole province."""

    office: Text | None
    digest: Digest | None
    alerts: tuple[AlertLine, ...]


@dataclass(frozen=True, slots=True)
class NewDatePage:
    """What an officer reads before giving a case its one new date, or mending the words of an apology."""

    case_id: str
    number: str
    subject: str
    part: Text
    due_at: datetime | None
    apology: Apology | None
    reworded: bool
    early_until: date | None


def apology_of(uow: UnitOfWork, case_id: str) -> Apology | None:
    """Return the apology of a case as its requester reads it, inside an open unit of work."""
    row = alerts.apology(uow.connection, case_id)
    return _apology(row) if row else None


def alerts_page(uow: UnitOfWork, *, everywhere: bool) -> AlertsPage:
    """Read the newest alerts of the acting officer's office, or of every office of a supervisor's province.

    Raises:
        NotAllowed: the person is neither.
    """
    if everywhere:
        require_supervisor(uow)
    elif uow.actor.office_id is None:
        raise NotAllowed(text=Text(vi="Trang này dành cho cán bộ.", en="This page is for officers."))
    office_id = None if everywhere else uow.actor.office_id
    with uow:
        names = own_offices(uow) if everywhere else _named(uow, str(office_id))
        rows = alerts.alerts_at(uow.connection, names)
        sent = alerts.last_digest(uow.connection, office_id) if office_id else None
        digest = (
            Digest(sent.on, sent.sent_at, sent.open, sent.due_today, sent.overdue, sent.alerts)
            if sent
            else None
        )
        lines = tuple(_line(uow, row, names) for row in rows)
    return AlertsPage(names.get(office_id) if office_id else None, digest, lines)


def new_date_page(uow: UnitOfWork, case_id: str) -> NewDatePage:
    """Read what is known of a case's date before a new one is given.

    Raises:
        NotFound: there is no such case at this office.
    """
    with uow:
        case = look_at_case(uow.connection, case_id)
        row = dossiers.dossier(uow.connection, case.dossier_id) if case else None
        if case is None or row is None or case.office_id != uow.actor.office_id:
            raise NotFound(text=NO_FILE)
        given = alerts.apology(uow.connection, case_id)
        return NewDatePage(
            case_id=case_id,
            number=str(row.number),
            subject=row.subject,
            part=uow.registry.procedure(case.procedure).short,
            due_at=case.due_at,
            apology=_apology(given) if given else None,
            reworded=given is not None and given.reworded_at is not None,
            early_until=_early_until(uow, case.due_at) if case.due_at else None,
        )


def _early_until(uow: UnitOfWork, due_at: datetime) -> date | None:
    """Return the last day on which a new date is announced early, or nothing when that day is over."""
    try:
        last = uow.context.calendar().add_working_days(in_vietnam(due_at).date(), -1)
    except CalendarEnds:
        return None
    return last if in_vietnam(uow.now).date() <= last else None


def _apology(row: ApologyRow) -> Apology:
    return Apology(Text(vi=row.vi, en=row.en), row.old_due_at, row.new_due_at, row.at)


def _named(uow: UnitOfWork, office_id: str) -> dict[str, Text]:
    row = people.office(uow.connection, office_id)
    return {row.id: Text(vi=row.vi, en=row.en)} if row else {}


def _line(uow: UnitOfWork, row: AlertRow, names: dict[str, Text]) -> AlertLine:
    dossier = dossiers.dossier(uow.connection, row.dossier_id)
    return AlertLine(
        at=row.raised_at,
        kind=KINDS[row.kind],
        grave=row.kind in GRAVE,
        text=Text(vi=row.vi, en=row.en),
        number=str(dossier.number) if dossier else "",
        case_id=row.case_id,
        office=names[row.office_id],
        due_at=row.due_at,
    )
