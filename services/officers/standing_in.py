"""Who gets a case while its officer is away (ủy quyền khi vắng); asked inside an open unit of work."""

from services.officers.desk import is_named
from services.unit_of_work import UnitOfWork
from storage import officers, people
from storage.cases import CaseRecord
from workflows.calendar import in_vietnam

MOST_HOPS = 5


def holder(uow: UnitOfWork, case: CaseRecord, officer_id: str) -> str | None:
    """Return who holds a case that comes to an officer today: they, or whoever stands in for them.

    A delegate who is away too hands on; one whom the dossier names gets nothing, and then nobody
    holds it: it lies with all others that wait for somebody. The journal says so.
    """
    today = in_vietnam(uow.now).date()
    known, at = {officer_id}, officer_id
    for _ in range(MOST_HOPS):
        delegate = officers.delegate_of(uow.connection, at, case.office_id, today)
        if delegate is None:
            break
        if delegate in known:
            return _handed(uow, case, officer_id, None)
        known.add(delegate)
        at = delegate
    if at == officer_id:
        return officer_id
    row = people.officer(uow.connection, at)
    fit = row is not None and not row.disabled and row.office_id == case.office_id and not is_named(row, case)
    return _handed(uow, case, officer_id, at if fit else None)


def _handed(uow: UnitOfWork, case: CaseRecord, away: str, delegate: str | None) -> str | None:
    uow.record(
        "case-delegated",
        dossier_id=case.dossier_id,
        case_id=case.id,
        data={"from": away, "to": delegate},
    )
    return delegate
