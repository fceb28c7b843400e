"""What an officer reads before acting: the queues of the office."""

from dataclasses import dataclass
from datetime import datetime

from services.time import timekeeping
from services.unit_of_work import UnitOfWork
from storage import worklists
from storage.worklists import WorkRow
from workflows.errors import NotAllowed
from workflows.forms.cleaning import fold
from workflows.language import Waits
from workflows.words import Text

PAGE = 25
_ALL = tuple(waits.value for waits in Waits if waits is not Waits.NOBODY)


@dataclass(frozen=True, slots=True)
class Queue:
    """One queue of the office: its plain name, what it holds, how many there are."""

    code: str
    text: Text
    count: int


@dataclass(frozen=True, slots=True)
class WorkLine:
    """One case in a queue; `hours` are the office's working hours that are left, negative when overdue."""

    case_id: str
    number: str
    subject: str
    procedure: Text
    state: Text
    waits_for: str
    officer_id: str | None
    due_at: datetime | None
    paused: bool
    overdue: bool
    hours: float | None
    flags: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class WorklistPage:
    """One page of one queue, with every queue's true count."""

    queue: Queue
    queues: tuple[Queue, ...]
    lines: tuple[WorkLine, ...]
    search: str
    page: int
    pages: int
    found: int


_QUEUES: tuple[tuple[str, Text, tuple[str, ...]], ...] = (
    ("can-lam", Text(vi="Cần làm", en="To do"), (Waits.OFFICER.value,)),
    ("qua-han", Text(vi="Đã quá hạn", en="Overdue"), _ALL),
    ("cua-toi", Text(vi="Của tôi", en="Mine"), _ALL),
    (
        "cho-bo-sung",
        Text(vi="Chờ người dân", en="Waiting for citizens"),
        (Waits.CITIZEN.value, Waits.RELATIVE.value),
    ),
    ("cho-he-thong", Text(vi="Chờ hệ thống khác", en="Waiting for other systems"), (Waits.AGENCY.value,)),
    ("tat-ca", Text(vi="Tất cả đang mở", en="All open"), _ALL),
)


def worklist(uow: UnitOfWork, queue: str = "can-lam", *, search: str = "", page: int = 1) -> WorklistPage:
    """Read one page of a queue of the acting officer's own office.

    Raises:
        NotAllowed: the person is no officer.
    """
    if uow.actor.office_id is None:
        raise NotAllowed(text=Text(vi="Trang này dành cho cán bộ.", en="This page is for officers."))
    words = fold(search.strip())
    with uow:
        queues = tuple(_queue(uow, *known) for known in _QUEUES)
        chosen = next((known for known in queues if known.code == queue), queues[0])
        found = _count(uow, chosen.code, words) if words else chosen.count
        pages = max(1, -(-found // PAGE))
        page = min(max(1, page), pages)
        lines = tuple(_line(uow, row) for row in _rows(uow, chosen.code, words, page))
    return WorklistPage(chosen, queues, lines, search.strip(), page, pages, found)


def _queue(uow: UnitOfWork, code: str, text: Text, waits: tuple[str, ...]) -> Queue:
    return Queue(code, text, _count(uow, code, ""))


def _filters(uow: UnitOfWork, code: str) -> dict[str, object]:
    waits = next(waits for known, _, waits in _QUEUES if known == code)
    filters: dict[str, object] = {"waits_for": waits}
    if code == "cua-toi":
        filters["officer_id"] = uow.actor.id
    if code == "qua-han":
        filters["overdue_at"] = uow.now
    return filters


def _count(uow: UnitOfWork, code: str, words: str) -> int:
    return worklists.count(
        uow.connection,
        str(uow.actor.office_id),
        search=words,
        **_filters(uow, code),  # type: ignore[arg-type]
    )


def _rows(uow: UnitOfWork, code: str, words: str, page: int) -> list[WorkRow]:
    return worklists.rows(
        uow.connection,
        str(uow.actor.office_id),
        search=words,
        limit=PAGE,
        offset=(page - 1) * PAGE,
        **_filters(uow, code),  # type: ignore[arg-type]
    )


def _line(uow: UnitOfWork, row: WorkRow) -> WorkLine:
    procedure = uow.registry.procedure(row.procedure)
    return WorkLine(
        case_id=row.case_id,
        number=row.number,
        subject=row.subject,
        procedure=procedure.short,
        state=procedure.state(row.state).text,
        waits_for=row.waits_for,
        officer_id=row.officer_id,
        due_at=row.due_at,
        paused=row.paused_since is not None,
        overdue=row.due_at is not None and row.due_at < uow.now,
        hours=timekeeping.hours_left(uow, str(uow.actor.office_id), row.due_at),
        flags=tuple(row.flags),
    )
