"""What the watch over deadlines has said: alerts, apologies with their new date, and the offices' digests."""

from collections.abc import Collection, Sequence
from datetime import date, datetime
from typing import Any

from sqlalchemy import Column, Connection, ForeignKey, Integer, String, bindparam, func, select, update
from sqlmodel import Field, SQLModel

from storage.base import json_column
from storage.cases import CaseRow
from storage.statements import Prepared


class AlertRow(SQLModel, table=True):
    """One warning (cảnh báo), raised once: its id says of what, for which case, for which due instant.

    `parties` are those it is for: office, leader, supervisor, citizen, agency.
    """

    __tablename__ = "alert"
    id: str = Field(primary_key=True)
    kind: str
    dossier_id: str = Field(sa_column=Column(String, ForeignKey("dossier.id"), nullable=False, index=True))
    case_id: str | None = Field(default=None, index=True)
    office_id: str = Field(index=True)
    parties: list[str] = Field(default_factory=list, sa_column=json_column())
    due_at: datetime | None = None
    raised_at: datetime = Field(index=True)
    vi: str
    en: str


class ApologyRow(SQLModel, table=True):
    """The one new date of a case or of a whole dossier, with its reason (phiếu xin lỗi và hẹn lại, form 04).

    `given_by` is the officer who asked for it, or the system when it was overdue; `early` says that it was
    announced at least one working day before the old date.
    """

    __tablename__ = "apology"
    id: str = Field(primary_key=True)  # of the case, or of the dossier: a second new date cannot exist
    dossier_id: str = Field(sa_column=Column(String, ForeignKey("dossier.id"), nullable=False, index=True))
    case_id: str | None = None
    old_due_at: datetime
    new_due_at: datetime | None = None
    vi: str
    en: str
    at: datetime
    given_by: str
    early: bool = False
    reworded_by: str | None = None
    reworded_at: datetime | None = None


class DigestRow(SQLModel, table=True):
    """The morning digest (bản tin đầu ngày) of an office for one working day."""

    __tablename__ = "digest"
    office_id: str = Field(primary_key=True)
    on: date = Field(primary_key=True)
    sent_at: datetime
    open: int
    due_today: int
    overdue: int
    alerts: int


_alert = AlertRow.__table__  # type: ignore[attr-defined]
_apology = ApologyRow.__table__  # type: ignore[attr-defined]
_digest = DigestRow.__table__  # type: ignore[attr-defined]
_case = CaseRow.__table__  # type: ignore[attr-defined]
_KNOWN = Prepared(select(_alert.c.id).where(_alert.c.id == bindparam("id")))
MOST = 200


def raised(connection: Connection, alert_id: str) -> bool:
    """Say whether an alert was raised already."""
    return _KNOWN.one(connection, id=alert_id) is not None


def alerts_of(connection: Connection, dossier_id: str) -> list[AlertRow]:
    """Read the alerts about a dossier, oldest first."""
    return _alerts(connection, _alert.c.dossier_id == dossier_id, newest_first=False)


def alerts_at(connection: Connection, office_ids: Collection[str]) -> list[AlertRow]:
    """Read the newest alerts of some offices."""
    return _alerts(connection, _alert.c.office_id.in_(sorted(office_ids)))


def apology(connection: Connection, about: str) -> ApologyRow | None:
    """Read the one apology of a case or dossier."""
    row = connection.execute(select(_apology).where(_apology.c.id == about)).mappings().one_or_none()
    return ApologyRow.model_validate(dict(row)) if row else None


def apologies_of(connection: Connection, dossier_id: str) -> list[ApologyRow]:
    """Read the apologies of a dossier and of its cases, oldest first."""
    found = connection.execute(
        select(_apology).where(_apology.c.dossier_id == dossier_id).order_by(_apology.c.at, _apology.c.id)
    )
    return [ApologyRow.model_validate(dict(row)) for row in found.mappings()]


def reword(connection: Connection, about: str, **values: Any) -> bool:
    """Change the words of an apology that nobody has changed yet; say whether that held."""
    changed = connection.execute(
        update(_apology).where(_apology.c.id == about, _apology.c.reworded_at.is_(None)).values(**values)
    )
    return changed.rowcount == 1


def digest(connection: Connection, office_id: str, day: date) -> DigestRow | None:
    """Read an office's digest of a day."""
    found = select(_digest).where(_digest.c.office_id == office_id, _digest.c.on == day)
    row = connection.execute(found).mappings().one_or_none()
    return DigestRow.model_validate(dict(row)) if row else None


def last_digest(connection: Connection, office_id: str) -> DigestRow | None:
    """Read the newest digest that an office was sent."""
    sent = select(_digest).where(_digest.c.office_id == office_id)
    row = connection.execute(sent.order_by(_digest.c.on.desc()).limit(1)).mappings().one_or_none()
    return DigestRow.model_validate(dict(row)) if row else None


def counts(connection: Connection, office_id: str, now: datetime, tonight: datetime) -> tuple[int, int, int]:
    """Count an office's open cases: all of them, those due today, those overdue."""
    mine = (_case.c.office_id == office_id, _case.c.ending.is_(None))
    query = select(
        func.count(),
        func.count().filter(_case.c.due_at >= now, _case.c.due_at <= tonight),
        func.count().filter(_case.c.due_at < now),
    ).where(*mine)
    everything, today, overdue = connection.execute(query).one()
    return int(everything), int(today), int(overdue)


def alerts_since(connection: Connection, office_id: str, since: datetime) -> int:
    """Count the alerts of an office since an instant."""
    query = select(func.count().cast(Integer)).where(
        _alert.c.office_id == office_id, _alert.c.raised_at >= since
    )
    return int(connection.execute(query).scalar_one())


def apologies_for(connection: Connection, case_ids: Sequence[str]) -> dict[str, ApologyRow]:
    """Read the apologies of some cases, by case."""
    found = connection.execute(select(_apology).where(_apology.c.id.in_(case_ids)))
    return {row["id"]: ApologyRow.model_validate(dict(row)) for row in found.mappings()}


def _alerts(connection: Connection, *where: Any, newest_first: bool = True) -> list[AlertRow]:
    order = _alert.c.raised_at.desc() if newest_first else _alert.c.raised_at
    found = connection.execute(select(_alert).where(*where).order_by(order, _alert.c.id).limit(MOST))
    return [AlertRow.model_validate(dict(row)) for row in found.mappings()]
