"""How many cases and dossiers run on each version of a definition; counts only, nobody's data."""

from sqlalchemy import Connection, func, select

from storage.cases import CaseRow
from storage.dossiers import DossierRow

_case = CaseRow.__table__  # type: ignore[attr-defined]
_dossier = DossierRow.__table__  # type: ignore[attr-defined]
DRAFT, RUNNING = "draft", "in-progress"


def open_cases(connection: Connection) -> dict[str, int]:
    """Count the cases that have not ended, by the key of the procedure version they are pinned to."""
    query = (
        select(_case.c.procedure, func.count()).where(_case.c.ending.is_(None)).group_by(_case.c.procedure)
    )
    return {row[0]: row[1] for row in connection.execute(query)}


def running_dossiers(connection: Connection) -> dict[str, int]:
    """Count the dossiers that are being handled, by the key of the bundle version they are pinned to."""
    query = (
        select(_dossier.c.bundle, func.count()).where(_dossier.c.state == RUNNING).group_by(_dossier.c.bundle)
    )
    return {row[0]: row[1] for row in connection.execute(query)}


def filled_declarations(connection: Connection) -> dict[str, int]:
    """Count drafts and running dossiers by the key of the form version they are filled in on."""
    query = (
        select(_dossier.c.declaration, func.count())
        .where(_dossier.c.state.in_((DRAFT, RUNNING)))
        .group_by(_dossier.c.declaration)
    )
    return {row[0]: row[1] for row in connection.execute(query)}
