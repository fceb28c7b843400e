"""Dossiers (hồ sơ liên thông): one filing each, as a draft and as what it becomes."""

from datetime import datetime
from functools import cache
from typing import Any

from sqlalchemy import Connection, bindparam, select, update
from sqlmodel import Field, SQLModel

from storage.base import json_column
from storage.rows import rows_of
from storage.statements import Prepared


class DossierRow(SQLModel, table=True):
    """One filing: a draft until it is submitted, then a frozen declaration with its cases.

    `facts` holds what was declared and derived, and later the items of issued outputs; `origins` where
    each answer came from (`workflows.forms.origins`).
    `event_key` is unique among live dossiers of one event; `alike_key` finds look-alikes.
    """

    __tablename__ = "dossier"
    id: str = Field(primary_key=True)
    number: str | None = Field(default=None, unique=True)
    bundle: str
    declaration: str
    state: str = Field(index=True)  # draft | in-progress | finished | withdrawn
    owner: str = Field(index=True)  # personal ID of the requester
    assisted_by: str | None = None
    subject: str = ""
    subject_folded: str = ""
    phone_tail: str = ""
    answers: dict[str, Any] = Field(default_factory=dict, sa_column=json_column())
    origins: dict[str, Any] = Field(default_factory=dict, sa_column=json_column())
    facts: dict[str, Any] = Field(default_factory=dict, sa_column=json_column())
    flags: list[str] = Field(default_factory=list, sa_column=json_column())
    digest: str | None = None
    event_key: str | None = Field(default=None, unique=True)
    alike_key: str | None = Field(default=None, index=True)
    created_at: datetime
    saved_at: datetime
    submitted_at: datetime | None = None
    ended_at: datetime | None = None
    due_at: datetime | None = None
    row_version: int = 1


_dossier = DossierRow.__table__  # type: ignore[attr-defined]
_READ_DOSSIER = select(_dossier).where(_dossier.c.id == bindparam("dossier_id"))
_DOSSIER = Prepared(_READ_DOSSIER)
_DOSSIER_LOCKED = Prepared(_READ_DOSSIER.with_for_update())


def dossier(connection: Connection, dossier_id: str, *, lock: bool = False) -> DossierRow | None:
    """Read one dossier by its id; with `lock` nobody else may change it until the transaction ends."""
    found = (_DOSSIER_LOCKED if lock else _DOSSIER).all(connection, dossier_id=dossier_id)
    return next(rows_of(DossierRow, found), None)


def dossier_by_number(connection: Connection, number: str) -> DossierRow | None:
    """Read one dossier by its code (mã hồ sơ)."""
    return _dossier_where(connection, _dossier.c.number == number)


def dossiers_like_number(connection: Connection, tail: str) -> list[DossierRow]:
    """Read the dossiers whose number ends so (at most three: more is too vague)."""
    found = connection.execute(
        select(_dossier).where(_dossier.c.number.endswith(tail, autoescape=True)).limit(3)
    )
    return [DossierRow.model_validate(dict(row)) for row in found.mappings()]


def dossier_by_event(connection: Connection, event_key: str) -> DossierRow | None:
    """Read the live dossier of one event."""
    return _dossier_where(connection, _dossier.c.event_key == event_key)


def dossiers_alike(connection: Connection, alike_key: str) -> list[DossierRow]:
    """Read the dossiers that look like the same event."""
    found = connection.execute(select(_dossier).where(_dossier.c.alike_key == alike_key))
    return [DossierRow.model_validate(dict(row)) for row in found.mappings()]


def dossiers_of(connection: Connection, owner: str) -> list[DossierRow]:
    """Read one person's dossiers and drafts, the last saved first."""
    found = connection.execute(
        select(_dossier).where(_dossier.c.owner == owner).order_by(_dossier.c.saved_at.desc())
    )
    return [DossierRow.model_validate(dict(row)) for row in found.mappings()]


def any_submitted(connection: Connection) -> bool:
    """Say whether anything was ever filed."""
    found = connection.execute(select(_dossier.c.id).where(_dossier.c.number.is_not(None)).limit(1))
    return found.first() is not None


def change_dossier(connection: Connection, dossier_id: str, row_version: int, **values: Any) -> bool:
    """Write the dossier's columns if nobody else wrote them since; say whether that held."""
    change = _change_of(frozenset(values))
    return change.run(connection, b_id=dossier_id, b_row_version=row_version, **values) == 1


def _dossier_where(connection: Connection, condition: Any) -> DossierRow | None:
    row = connection.execute(select(_dossier).where(condition)).mappings().one_or_none()
    return DossierRow.model_validate(dict(row)) if row else None


@cache
def _change_of(names: frozenset[str]) -> Prepared:
    changed: dict[str, Any] = {name: bindparam(name) for name in sorted(names)}
    return Prepared(
        update(_dossier)
        .where(_dossier.c.id == bindparam("b_id"), _dossier.c.row_version == bindparam("b_row_version"))
        .values(changed | {"row_version": _dossier.c.row_version + 1})
    )
