"""Open cases across all dossiers, for acts that concern many at once: a changed calendar, a merged area."""

from collections.abc import Collection
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, select, update

from storage.cases import CaseRecord, CaseRow

_case = CaseRow.__table__  # type: ignore[attr-defined]


def offices(connection: Connection) -> list[str]:
    """List the offices that have open cases."""
    found = connection.scalars(select(_case.c.office_id).where(_case.c.ending.is_(None)).distinct())
    return sorted(found)


def dossiers_at(connection: Connection, office_ids: Collection[str]) -> list[str]:
    """List the dossiers of which some case is open at one of these offices, in a fixed order."""
    found = select(_case.c.dossier_id).where(_case.c.ending.is_(None), _case.c.office_id.in_(office_ids))
    return sorted(set(connection.scalars(found)))


def cases_at(connection: Connection, office_ids: Collection[str]) -> list[str]:
    """List the open cases at some offices, in the order of locks."""
    found = select(_case.c.id).where(_case.c.ending.is_(None), _case.c.office_id.in_(office_ids))
    return list(connection.scalars(found.order_by(_case.c.dossier_id, _case.c.id)))


def hand_over(connection: Connection, case: CaseRecord, office_id: str, facts: dict[str, Any]) -> bool:
    """Give an open case to another office, held by nobody, if it was not moved; say whether that held."""
    moved = connection.execute(
        update(_case)
        .where(_case.c.id == case.id, _case.c.row_version == case.row_version, _case.c.ending.is_(None))
        .values(office_id=office_id, officer_id=None, facts=facts, row_version=_case.c.row_version + 1)
    )
    return moved.rowcount == 1


def set_due(connection: Connection, case: CaseRow, due_at: datetime | None) -> bool:
    """Write a case's due date if nobody moved the case since it was read; say whether that held."""
    changed = connection.execute(
        update(_case)
        .where(_case.c.id == case.id, _case.c.row_version == case.row_version)
        .values(due_at=due_at, row_version=_case.c.row_version + 1)
    )
    return changed.rowcount == 1
