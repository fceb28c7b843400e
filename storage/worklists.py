"""Queries behind the officers' worklist: open cases of one office, the nearest deadline first."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any, NamedTuple

from sqlalchemy import Connection, and_, func, or_, select

from storage.dossiers import CaseRow, DossierRow

_case = CaseRow.__table__  # type: ignore[attr-defined]
_dossier = DossierRow.__table__  # type: ignore[attr-defined]


class WorkRow(NamedTuple):
    """One line of a worklist."""

    case_id: str
    number: str
    subject: str
    bundle: str
    procedure: str
    state: str
    waits_for: str
    officer_id: str | None
    due_at: datetime | None
    paused_since: datetime | None
    entered_at: datetime
    flags: list[str]


def rows(
    connection: Connection,
    office_id: str,
    *,
    waits_for: Sequence[str],
    officer_id: str | None = None,
    overdue_at: datetime | None = None,
    search: str = "",
    limit: int,
    offset: int = 0,
) -> list[WorkRow]:
    """Read one page of an office's open cases, the nearest deadline first, those without one last."""
    query = (
        select(
            _case.c.id,
            _dossier.c.number,
            _dossier.c.subject,
            _dossier.c.bundle,
            _case.c.procedure,
            _case.c.state,
            _case.c.waits_for,
            _case.c.officer_id,
            _case.c.due_at,
            _case.c.paused_since,
            _case.c.entered_at,
            _dossier.c.flags,
        )
        .join(_dossier, _dossier.c.id == _case.c.dossier_id)
        .where(_open(office_id, waits_for, officer_id, overdue_at), _found(search))
        .order_by(_case.c.due_at.is_(None), _case.c.due_at, _case.c.id)
        .limit(limit)
        .offset(offset)
    )
    return [WorkRow._make(row) for row in connection.execute(query)]


def count(
    connection: Connection,
    office_id: str,
    *,
    waits_for: Sequence[str],
    officer_id: str | None = None,
    overdue_at: datetime | None = None,
    search: str = "",
) -> int:
    """Count the open cases of a queue."""
    query = select(func.count()).select_from(_case)
    if search:
        query = query.join(_dossier, _dossier.c.id == _case.c.dossier_id).where(_found(search))
    query = query.where(_open(office_id, waits_for, officer_id, overdue_at))
    return int(connection.execute(query).scalar_one())


def _open(
    office_id: str, waits_for: Sequence[str], officer_id: str | None, overdue_at: datetime | None
) -> Any:
    parts = [_case.c.office_id == office_id, _case.c.ending.is_(None), _case.c.waits_for.in_(waits_for)]
    if officer_id is not None:
        parts.append(_case.c.officer_id == officer_id)
    if overdue_at is not None:
        parts.append(_case.c.due_at < overdue_at)
    return and_(*parts)


def _found(search: str) -> Any:
    """Match the words of a search with a code's tail or with a name without its accents."""
    if not search:
        return True
    return or_(
        _dossier.c.number.endswith(search.upper(), autoescape=True),
        _dossier.c.subject_folded.contains(search, autoescape=True),
    )
