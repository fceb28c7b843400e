"""Outputs (kết quả giải quyết): every version that was issued in a dossier."""

from datetime import datetime
from typing import Any

from sqlalchemy import Column, Connection, ForeignKey, String, bindparam, select, update
from sqlmodel import Field, SQLModel

from storage.base import json_column
from storage.rows import rows_of
from storage.statements import Prepared


class OutputRow(SQLModel, table=True):
    """One version of a result (kết quả); a corrected one replaces the version before it."""

    __tablename__ = "output"
    id: str = Field(primary_key=True)
    dossier_id: str = Field(sa_column=Column(String, ForeignKey("dossier.id"), nullable=False, index=True))
    case_id: str = Field(sa_column=Column(String, ForeignKey("dossier_case.id"), nullable=False))
    code: str
    version: int
    standing: str  # valid | replaced | revoked
    items: dict[str, Any] = Field(default_factory=dict, sa_column=json_column())
    issued_at: datetime


_output = OutputRow.__table__  # type: ignore[attr-defined]
_OUTPUTS = Prepared(
    select(_output)
    .where(_output.c.dossier_id == bindparam("dossier_id"))
    .order_by(_output.c.issued_at, _output.c.version)
)
_ISSUED = Prepared(
    select(_output.c.case_id, _output.c.code).where(_output.c.dossier_id == bindparam("dossier_id"))
)


def outputs_of(connection: Connection, dossier_id: str) -> list[OutputRow]:
    """Read every version of the outputs of a dossier, oldest first."""
    return list(rows_of(OutputRow, _OUTPUTS.all(connection, dossier_id=dossier_id)))


def issued_in(connection: Connection, dossier_id: str) -> list[tuple[str, str]]:
    """List what was issued in a dossier as pairs of case and output code, one for each version."""
    return [(case_id, code) for case_id, code in _ISSUED.all(connection, dossier_id=dossier_id)]


def replace_outputs(connection: Connection, case_id: str, code: str) -> None:
    """Mark the valid version of an output as replaced."""
    connection.execute(
        update(_output)
        .where(_output.c.case_id == case_id, _output.c.code == code, _output.c.standing == "valid")
        .values(standing="replaced")
    )
