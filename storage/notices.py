"""Notices that agencies signed and sent of their own accord, and the keys by which they sign."""

from datetime import datetime

from sqlalchemy import Column, Connection, ForeignKey, String, insert, select, update
from sqlmodel import Field, SQLModel


class NoticeRow(SQLModel, table=True):
    """One notice (giấy chứng sinh, giấy báo tử), without what it says: that stays with who signed it.

    The digest tells a repeat from another notice under the same number.
    """

    __tablename__ = "notice"
    kind: str = Field(primary_key=True)
    number: str = Field(primary_key=True)
    agency: str
    digest: str
    invited: str | None = None  # personal ID
    dossier_id: str | None = Field(
        default=None, sa_column=Column(String, ForeignKey("dossier.id", ondelete="SET NULL"), nullable=True)
    )
    issued_at: datetime
    received_at: datetime
    late: bool | None = None  # None: the calendar cannot tell


class AgencyKeyRow(SQLModel, table=True):
    """A public key of an agency's system, and until when it may sign with it."""

    __tablename__ = "agency_key"
    id: str = Field(primary_key=True)
    agency: str
    public_pem: str
    until: datetime | None = None


_notice = NoticeRow.__table__  # type: ignore[attr-defined]
_key = AgencyKeyRow.__table__  # type: ignore[attr-defined]


def notice(connection: Connection, kind: str, number: str) -> NoticeRow | None:
    """Read one notice."""
    found = select(_notice).where(_notice.c.kind == kind, _notice.c.number == number)
    row = connection.execute(found).mappings().one_or_none()
    return NoticeRow.model_validate(dict(row)) if row else None


def notices_of(connection: Connection, dossier_id: str) -> list[NoticeRow]:
    """Read the notices that a dossier began with."""
    found = connection.execute(select(_notice).where(_notice.c.dossier_id == dossier_id))
    return [NoticeRow.model_validate(dict(row)) for row in found.mappings()]


def late_notices(connection: Connection) -> list[NoticeRow]:
    """Read the notices that came too late, the newest first."""
    found = connection.execute(
        select(_notice).where(_notice.c.late.is_(True)).order_by(_notice.c.received_at.desc())
    )
    return [NoticeRow.model_validate(dict(row)) for row in found.mappings()]


def agency_key(connection: Connection, key_id: str) -> AgencyKeyRow | None:
    """Read one key by the name that a signature gives."""
    row = connection.execute(select(_key).where(_key.c.id == key_id)).mappings().one_or_none()
    return AgencyKeyRow.model_validate(dict(row)) if row else None


def keep_agency_key(connection: Connection, row: AgencyKeyRow) -> None:
    """Write a key, in place of the one of the same name."""
    values = row.model_dump()
    changed = connection.execute(update(_key).where(_key.c.id == row.id).values(**values))
    if not changed.rowcount:
        connection.execute(insert(_key).values(**values))
