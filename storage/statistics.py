"""Counts over dossiers and cases, for those who answer for deadlines. A dossier is one, whatever it links."""

from datetime import datetime
from typing import Any, NamedTuple

from sqlalchemy import Connection, and_, case, func, select

from storage.dossiers import CaseRow, DossierRow

_case = CaseRow.__table__  # type: ignore[attr-defined]
_dossier = DossierRow.__table__  # type: ignore[attr-defined]


class BundleCount(NamedTuple):
    """How many dossiers of one bundle version stand how."""

    bundle: str
    submitted: int
    running: int
    finished: int
    withdrawn: int
    overdue: int
    on_time: int


class OfficeCount(NamedTuple):
    """How many open cases an office holds, and how many of them are overdue."""

    office_id: str
    open: int
    overdue: int


def by_bundle(connection: Connection, now: datetime) -> list[BundleCount]:
    """Count the submitted dossiers of every bundle version; each dossier once."""
    running, finished = _dossier.c.state == "in-progress", _dossier.c.state == "finished"
    query = (
        select(
            _dossier.c.bundle,
            func.count(),
            _how_many(running),
            _how_many(finished),
            _how_many(_dossier.c.state == "withdrawn"),
            _how_many(and_(running, _dossier.c.due_at < now)),
            _how_many(and_(finished, _dossier.c.ended_at <= _dossier.c.due_at)),
        )
        .where(_dossier.c.submitted_at.is_not(None))
        .group_by(_dossier.c.bundle)
        .order_by(_dossier.c.bundle)
    )
    return [BundleCount._make(row) for row in connection.execute(query)]


def by_office(connection: Connection, now: datetime) -> list[OfficeCount]:
    """Count the open cases of every office that has any, most overdue first."""
    overdue = _how_many(_case.c.due_at < now)
    query = (
        select(_case.c.office_id, func.count(), overdue)
        .where(_case.c.ending.is_(None))
        .group_by(_case.c.office_id)
        .order_by(overdue.desc(), func.count().desc(), _case.c.office_id)
    )
    return [OfficeCount._make(row) for row in connection.execute(query)]


def _how_many(condition: Any) -> Any:
    return func.coalesce(func.sum(case((condition, 1), else_=0)), 0)
