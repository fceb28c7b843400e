"""Reading where a case stands in the queue from which the officer came, and which are beside it."""

from services.reading.case_pages import QueuePlace
from services.reading.working.worklists import FIRST, PAGE, QUEUES, asked_by, name_of, shape_of
from services.unit_of_work import UnitOfWork
from storage import worklists


def place(uow: UnitOfWork, queue: str, search: str, case_id: str) -> QueuePlace:
    """Find a case in a queue of the acting officer's own office.

    A case that has left the queue stands nowhere, and the first of the queue comes after it.

    Raises:
        NotAllowed: the person works on no cases.
    """
    code = queue if queue in QUEUES else FIRST
    with uow:
        found = worklists.place(uow.connection, asked_by(uow, search), shape_of(code), case_id)
    page = max(1, -(-found.position // PAGE))
    return QueuePlace(code, name_of(code), search, *found, page)
