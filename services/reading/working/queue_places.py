"""Reading where a case stands in the queue from which the officer came, and which are beside it."""

from services.reading.case_pages import QueuePlace
from services.reading.working.worklists import FIRST, QUEUES, asked_by, name_of, shape_of
from services.unit_of_work import UnitOfWork
from storage import worklists

MOST = 500  # files that one looks along; who works further down the queue reaches no neighbour


def place(uow: UnitOfWork, queue: str, search: str, case_id: str) -> QueuePlace:
    """Find a case in a queue of the acting officer's own office.

    A case that has left the queue stands nowhere, and the first of the queue comes after it.

    Raises:
        NotAllowed: the person works on no cases.
    """
    code = queue if queue in QUEUES else FIRST
    shape = shape_of(code)
    with uow:
        asked = asked_by(uow, search)
        _, total = worklists.counts(uow.connection, asked, (), shape)
        ids = worklists.ids(uow.connection, asked, shape, limit=MOST)
    if case_id not in ids:
        return QueuePlace(code, name_of(code), search, 0, total, None, ids[0] if ids else None)
    at = ids.index(case_id)
    before = ids[at - 1] if at else None
    after = ids[at + 1] if at + 1 < len(ids) else None
    return QueuePlace(code, name_of(code), search, at + 1, total, before, after)
