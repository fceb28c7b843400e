"""Open cases across all dossiers, for those rare acts that concern many at once: a changed calendar."""

from collections.abc import Collection
from datetime import datetime

from sqlalchemy import Connection, select, update

from storage.dossiers import CaseRow

_case = CaseRow.__table__  # type: ignore[attr-defined]


def offices(connection: Connection) -> list[str]:
    """List the offices that have open cases."""
    found = connection.scalars(select(_case.c.office_id).where(_case.c.ending.is_(None)).distinct())
    return sorted(found)


def dossiers_at(connection: Connection, office_ids: Collection[str]) -> list[str]:
    """List the dossiers of which some case is open at one of these offices, in a fixed order."""
    found = select(_case.c.dossier_id).where(_case.c.ending.is_(None), _case.c.office_id.in_(office_ids))
    return sorted(set(connection.scalars(found)))


def set_due(connection: Connection, case: CaseRow, due_at: datetime | None) -> bool:
    """Write a case's due date if nobody moved the case since it was read; say whether that held."""
    changed = connection.execute(
        update(_case)
        .where(_case.c.id == case.id, _case.c.row_version == case.row_version)
        .values(due_at=due_at, row_version=_case.c.row_version + 1)
    )
    return changed.rowcount == 1
