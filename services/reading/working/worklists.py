"""What an officer reads before acting: the queues of the office, and one case at a glance."""

from dataclasses import dataclass
from datetime import datetime

from services import search_words
from services.officers import views
from services.officers.views import SavedView
from services.reading.working import marks
from services.reading.working.marks import Mark
from services.time import timekeeping
from services.unit_of_work import UnitOfWork
from storage import worklists
from storage.worklists import Asked, Shape, WorkRow
from workflows.errors import NotAllowed, NotFound
from workflows.vocabulary import Role, Waits
from workflows.words import Text

PAGE = 25
FIRST = "can-lam"
OVERDUE = "qua-han"
EVERYTHING = "tat-ca"
REQUESTER = "requester.full-name"


@dataclass(frozen=True, slots=True)
class Queue:
    """One queue of the office: its plain name, what it holds, how many there are."""

    code: str
    text: Text
    hint: Text
    count: int


@dataclass(frozen=True, slots=True)
class WorkLine:
    """One case in a queue; `hours` are the office's working hours that are left, negative when overdue."""

    case_id: str
    number: str
    subject: str
    bundle: Text
    procedure: Text
    state: Text
    waits_for: str
    officer_id: str | None
    officer: str | None
    due_at: datetime | None
    paused: bool
    overdue: bool
    hours: float | None
    marks: tuple[Mark, ...]


@dataclass(frozen=True, slots=True)
class WorklistPage:
    """One page of one queue, with every queue's true count and the reader's saved views."""

    queue: Queue
    queues: tuple[Queue, ...]
    views: tuple[SavedView, ...]
    lines: tuple[WorkLine, ...]
    search: str
    page: int
    pages: int
    found: int
    open: int


@dataclass(frozen=True, slots=True)
class PreviewPage:
    """One case at a glance: its line, and what the procedure's inputs say of who filed."""

    line: WorkLine
    requester: str
    submitted_at: datetime
    entered_at: datetime
    remarks: tuple[Text, ...]
    ended: bool


_QUEUES: tuple[tuple[str, Text, Text, Shape], ...] = (
    (
        FIRST,
        Text(vi="Cần làm", en="To do"),
        Text(vi="Những hồ sơ đang chờ cán bộ của cơ quan.", en="What waits for an officer of this office."),
        Shape((Waits.OFFICER.value,)),
    ),
    (
        OVERDUE,
        Text(vi="Đã quá hạn", en="Overdue"),
        Text(vi="Những hồ sơ đã qua hạn mà chưa xong.", en="What is past its deadline and not done."),
        Shape(overdue=True),
    ),
    (
        "cua-toi",
        Text(vi="Của tôi", en="Mine"),
        Text(vi="Những hồ sơ bạn đang giữ.", en="What you hold."),
        Shape(mine=True),
    ),
    (
        "chua-ai-nhan",
        Text(vi="Chưa ai nhận", en="Unclaimed"),
        Text(vi="Những hồ sơ chưa có ai giữ.", en="What nobody holds yet."),
        Shape(unclaimed=True),
    ),
    (
        "cho-bo-sung",
        Text(vi="Chờ người dân", en="Waiting for citizens"),
        Text(
            vi="Những hồ sơ chờ người nộp bổ sung hoặc người thân đồng ý.",
            en="What waits for a supplement or for a relative's consent.",
        ),
        Shape((Waits.CITIZEN.value, Waits.RELATIVE.value)),
    ),
    (
        "cho-he-thong",
        Text(vi="Chờ hệ thống khác", en="Waiting for other systems"),
        Text(
            vi="Những hồ sơ chờ hệ thống của cơ quan khác trả lời.",
            en="What waits for the answer of another agency's system.",
        ),
        Shape((Waits.AGENCY.value,)),
    ),
    (
        EVERYTHING,
        Text(vi="Tất cả đang mở", en="All open"),
        Text(vi="Mọi hồ sơ chưa kết thúc của cơ quan.", en="Every file of this office that has not ended."),
        Shape(),
    ),
)
QUEUES = tuple(code for code, *_ in _QUEUES)


def worklist(uow: UnitOfWork, queue: str = FIRST, *, search: str = "", page: int = 1) -> WorklistPage:
    """Read one page of a queue of the acting officer's own office.

    Raises:
        NotAllowed: the person is no officer.
    """
    code = queue if queue in QUEUES else FIRST
    shape = shape_of(code)
    with uow:
        asked = asked_by(uow, search)
        numbers = worklists.counts(uow.connection, asked, [known[3] for known in _QUEUES])
        rows, found, page = _page(uow, asked, shape, numbers[QUEUES.index(code)], page)
        lines = tuple(_line(uow, row) for row in rows)
        saved = views.of_reader(uow)
    queues = tuple(Queue(*known[:3], number) for known, number in zip(_QUEUES, numbers, strict=True))
    chosen = queues[QUEUES.index(code)]
    words = search.strip() if asked.terms else ""
    return WorklistPage(chosen, queues, saved, lines, words, page, _pages(found), found, queues[-1].count)


def preview(uow: UnitOfWork, case_id: str) -> PreviewPage:
    """Read one case of the acting officer's own office at a glance.

    Raises:
        NotAllowed: the person is no officer.
        NotFound: there is no such case, or it belongs to another office.
    """
    with uow:
        office_id = asked_by(uow, "").office_id
        row = worklists.one(uow.connection, office_id, case_id)
        if row is None:
            raise NotFound(text=Text(vi="Không tìm thấy hồ sơ này.", en="There is no such file."))
        procedure = uow.registry.procedure(row.procedure)
        visible = {needed.fact for needed in procedure.inputs}
        known = {flag.code: flag.text for flag in uow.registry.bundle(row.bundle).flags}
        return PreviewPage(
            line=_line(uow, row),
            requester=str(row.facts.get(REQUESTER, "")) if REQUESTER in visible else "",
            submitted_at=row.submitted_at,
            entered_at=row.entered_at,
            remarks=tuple(known[flag] for flag in row.flags if flag in known),
            ended=procedure.state(row.state).ending is not None,
        )


def asked_by(uow: UnitOfWork, search: str) -> Asked:
    """Return whose worklist the acting officer reads, and what they look for.

    Raises:
        NotAllowed: the person works on no cases.
    """
    if uow.actor.office_id is None or not uow.actor.roles & {Role.CLERK, Role.LEADER}:
        raise NotAllowed(text=Text(vi="Trang này dành cho cán bộ.", en="This page is for officers."))
    return Asked(uow.actor.office_id, uow.actor.id, uow.now, search_words.terms_of(search))


def name_of(queue: str) -> Text:
    """Return what a queue is called."""
    return next(text for code, text, *_ in _QUEUES if code == queue)


def shape_of(queue: str) -> Shape:
    """Return what a queue holds; a name that no queue bears means the first one."""
    return next((shape for code, _, _, shape in _QUEUES if code == queue), _QUEUES[0][3])


def _page(
    uow: UnitOfWork, asked: Asked, shape: Shape, held: int, page: int
) -> tuple[list[WorkRow], int, int]:
    """Read a page of a queue that holds so many cases; say how many were found, and which page it is.

    A search walks once to everything it finds; without one, only the page is read.
    """
    if not asked.terms:
        page = min(max(1, page), _pages(held))
        read = worklists.rows(uow.connection, asked, shape, limit=PAGE, offset=(page - 1) * PAGE)
        return read, held, page
    found = worklists.ids(uow.connection, asked, shape)
    page = min(max(1, page), _pages(len(found)))
    return worklists.these(uow.connection, found[(page - 1) * PAGE : page * PAGE]), len(found), page


def _pages(found: int) -> int:
    return max(1, -(-found // PAGE))


def _line(uow: UnitOfWork, row: WorkRow) -> WorkLine:
    procedure = uow.registry.procedure(row.procedure)
    return WorkLine(
        case_id=row.case_id,
        number=row.number,
        subject=row.subject,
        bundle=uow.registry.bundle(row.bundle).text,
        procedure=procedure.short,
        state=procedure.state(row.state).text,
        waits_for=row.waits_for,
        officer_id=row.officer_id,
        officer=row.officer_name or row.officer_id,
        due_at=row.due_at,
        paused=row.paused_since is not None,
        overdue=row.due_at is not None and row.due_at < uow.now,
        hours=timekeeping.hours_left(uow, str(uow.actor.office_id), row.due_at),
        marks=marks.marks_of(uow, row, procedure),
    )
