"""The journal read as histories of cases: what happened in which order, with where the case belongs."""

from collections.abc import Iterator
from datetime import datetime
from typing import Any, NamedTuple

from sqlalchemy import Connection, and_, func, select

from storage.cases import CaseRow
from storage.dossiers import DossierRow
from storage.journal import JournalRow

_case = CaseRow.__table__  # type: ignore[attr-defined]
_dossier = DossierRow.__table__  # type: ignore[attr-defined]
_journal = JournalRow.__table__  # type: ignore[attr-defined]


class CaseLine(NamedTuple):
    """One line of the journal that moved a case, or opened it."""

    at: datetime
    dossier_id: str
    number: str | None
    case_id: str
    member: str
    procedure: str
    office_id: str
    event: str
    actor_role: str
    actor_id: str
    before: str | None
    after: str
    data: dict[str, Any]


class OpenCase(NamedTuple):
    """A case that an office still has to deal with."""

    procedure: str
    due_at: datetime | None
    working_days: int


def case_lines(connection: Connection, code: str = "") -> Iterator[CaseLine]:
    """Read what moved cases, in the order in which it happened; a code keeps one procedure's cases."""
    query = (
        select(
            *(_journal.c.at, _journal.c.dossier_id, _dossier.c.number, _case.c.id, _case.c.member),
            *(_case.c.procedure, _case.c.office_id, _journal.c.event, _journal.c.actor_role),
            *(_journal.c.actor_id, _journal.c.state_before, _journal.c.state_after, _journal.c.data),
        )
        .join(_case, _journal.c.case_id == _case.c.id)
        .join(_dossier, _journal.c.dossier_id == _dossier.c.id)
        .where(_journal.c.state_after.is_not(None))
        .order_by(_journal.c.seq)
    )
    if code:
        query = query.where(_case.c.procedure.like(f"{code}@%"))
    for row in connection.execute(query):
        yield CaseLine._make(row)


def declared_facts(connection: Connection) -> dict[str, dict[str, Any]]:
    """Read what is known of every dossier that was submitted: declared, and issued since."""
    query = select(_dossier.c.id, _dossier.c.facts).where(_dossier.c.submitted_at.is_not(None))
    return {row[0]: row[1] for row in connection.execute(query)}


def open_cases(connection: Connection, office_id: str) -> list[OpenCase]:
    """Read the cases that an office has open, those that are due first first."""
    query = (
        select(_case.c.procedure, _case.c.due_at, _case.c.working_days)
        .where(_case.c.office_id == office_id, _case.c.ending.is_(None))
        .order_by(_case.c.due_at.is_(None), _case.c.due_at, _case.c.id)
    )
    return [OpenCase._make(row) for row in connection.execute(query)]


def opened_since(connection: Connection, office_id: str, since: datetime) -> int:
    """Count the cases that came to an office since an instant."""
    query = select(func.count()).where(and_(_case.c.office_id == office_id, _case.c.opened_at >= since))
    return int(connection.execute(query).scalar_one())
