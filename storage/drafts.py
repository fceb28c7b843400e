"""What keeps a draft: the code by which it is found again, and forms that came when nobody was signed in."""

from datetime import datetime

from sqlalchemy import Column, Connection, ForeignKey, LargeBinary, String, Table, delete, select
from sqlmodel import Field, SQLModel

from storage.base import metadata
from storage.dossiers import DossierRow
from storage.payments import PaymentOrderRow


class DraftCodeRow(SQLModel, table=True):
    """The code of one draft (mã bản nháp); it is gone once the draft is submitted or deleted."""

    __tablename__ = "draft_code"
    code: str = Field(primary_key=True)
    dossier_id: str = Field(sa_column=Column(String, ForeignKey("dossier.id"), nullable=False, unique=True))


class KeptFormRow(SQLModel, table=True):
    """What somebody had typed when their session was over, sealed, for one hour.

    The id is the digest of a token in that browser; only the person it belongs to gets it back.
    """

    __tablename__ = "kept_form"
    id: str = Field(primary_key=True)
    person_kind: str
    person_id: str
    path: str
    box: bytes = Field(sa_column=Column(LargeBinary, nullable=False))
    kept_at: datetime


_dossier: Table = DossierRow.__table__  # type: ignore[attr-defined]
_order: Table = PaymentOrderRow.__table__  # type: ignore[attr-defined]
_code = DraftCodeRow.__table__  # type: ignore[attr-defined]
_form = KeptFormRow.__table__  # type: ignore[attr-defined]


def code_of(connection: Connection, dossier_id: str) -> str | None:
    """Read the code of a draft."""
    return connection.scalar(select(_code.c.code).where(_code.c.dossier_id == dossier_id))


def dossier_with_code(connection: Connection, code: str) -> str | None:
    """Read the id of the draft that has a code."""
    return connection.scalar(select(_code.c.dossier_id).where(_code.c.code == code))


def remove_code(connection: Connection, dossier_id: str) -> None:
    """Remove the code of a draft: it opens nothing any more."""
    connection.execute(delete(_code).where(_code.c.dossier_id == dossier_id))


def left_alone(connection: Connection, before: datetime, *, most: int) -> list[str]:
    """List drafts that were last saved before an instant, oldest first."""
    found = select(_dossier.c.id).where(_dossier.c.state == "draft", _dossier.c.saved_at < before)
    return list(connection.scalars(found.order_by(_dossier.c.saved_at).limit(most)))


def delete_draft(connection: Connection, dossier_id: str) -> None:
    """Delete a draft with every row that points at it; the journal stays, and orders by which money moved."""
    no_money = _order.c.state.in_(("failed", "expired", "void")) & (_order.c.received == 0)
    connection.execute(delete(_order).where(_order.c.dossier_id == dossier_id, no_money))
    _delete_below(connection, _dossier, [dossier_id])
    connection.execute(delete(_dossier).where(_dossier.c.id == dossier_id, _dossier.c.state == "draft"))


def _delete_below(connection: Connection, parent: Table, ids: list[str]) -> None:
    """Delete the rows that point at these rows, and before them what points at those."""
    for table in reversed(metadata.sorted_tables):
        for key in table.foreign_keys:
            if key.column.table is not parent or table is parent or not ids:
                continue
            pointing = key.parent.in_(ids)
            [own] = list(table.primary_key.columns)[:1]
            children = list(connection.scalars(select(own).where(pointing)))
            _delete_below(connection, table, children)
            connection.execute(delete(table).where(pointing))


def kept_form(connection: Connection, digest: str) -> KeptFormRow | None:
    """Read one kept form."""
    row = connection.execute(select(_form).where(_form.c.id == digest)).mappings().one_or_none()
    return KeptFormRow.model_validate(dict(row)) if row else None


def forget_form(connection: Connection, digest: str) -> None:
    """Remove one kept form."""
    connection.execute(delete(_form).where(_form.c.id == digest))


def forget_forms(connection: Connection, before: datetime) -> None:
    """Remove the forms that were kept before an instant."""
    connection.execute(delete(_form).where(_form.c.kept_at < before))
