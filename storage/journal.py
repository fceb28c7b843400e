"""The append-only log of everything that happened (phiếu kiểm soát quá trình giải quyết)."""

from datetime import datetime
from typing import Any

from sqlalchemy import BigInteger, Column, Connection, Integer, bindparam, insert, select
from sqlmodel import Field, SQLModel

from storage.base import json_column
from storage.statements import Prepared


class JournalRow(SQLModel, table=True):
    """One thing that happened: who, when, to which case, from which state to which."""

    __tablename__ = "journal"
    seq: int | None = Field(
        default=None, sa_column=Column(BigInteger().with_variant(Integer, "sqlite"), primary_key=True)
    )
    at: datetime
    dossier_id: str = Field(index=True)
    case_id: str | None = None
    actor_role: str
    actor_id: str
    actor_name: str
    event: str
    state_before: str | None = None
    state_after: str | None = None
    data: dict[str, Any] = Field(default_factory=dict, sa_column=json_column())


_journal = JournalRow.__table__  # type: ignore[attr-defined]
_COLUMNS = (
    *("at", "dossier_id", "case_id", "actor_role", "actor_id", "actor_name"),
    *("event", "state_before", "state_after", "data"),
)
_RECORD = Prepared(insert(_journal).values({name: bindparam(name) for name in _COLUMNS}))


def record(connection: Connection, **values: Any) -> None:
    """Write one line; every column but `seq` must be given."""
    _RECORD.run(connection, **values)


def lines_of(connection: Connection, dossier_id: str) -> list[JournalRow]:
    """Read what happened to a dossier, oldest first."""
    found = connection.execute(
        select(_journal).where(_journal.c.dossier_id == dossier_id).order_by(_journal.c.seq)
    )
    return [JournalRow.model_validate(dict(row)) for row in found.mappings()]
