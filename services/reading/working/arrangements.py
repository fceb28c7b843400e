"""Reading what officers have arranged: absences of the office, and what became of a bulk act."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime

from services.officers import bulk as bulk_acts
from services.officers import desk
from services.reading.people import Colleague, choice_of, name_of, titled
from services.unit_of_work import UnitOfWork
from storage import officers
from storage.officers import BulkRow, CaseName
from workflows.calendar import in_vietnam
from workflows.errors import NotFound
from workflows.words import Text

DONE = {
    "claim": Text(vi="Bạn đã nhận.", en="You claimed it."),
    "release": Text(vi="Đã trả lại hàng chung.", en="Released."),
    "assign": Text(vi="Đã giao cho {name}.", en="Assigned to {name}."),
}
TAKEN_BACK = Text(vi="Đã hoàn tác.", en="Undone.")


@dataclass(frozen=True, slots=True)
class AbsenceLine:
    """One absence of the office."""

    id: str
    name: str
    delegate: str
    since: date
    until: date
    reason: str
    ended: bool
    may_end: bool


@dataclass(frozen=True, slots=True)
class AbsencesPage:
    """The absences of an office that are not over, and the reader's own choices."""

    lines: tuple[AbsenceLine, ...]
    away: tuple[Colleague, ...]
    delegates: tuple[Colleague, ...]
    own: str
    today: date


@dataclass(frozen=True, slots=True)
class BulkLine:
    """What became of one case of a bulk act, and of its way back."""

    case_id: str
    number: str
    subject: str
    part: Text | None
    done: bool
    text: Text
    back: Text | None


@dataclass(frozen=True, slots=True)
class BulkPage:
    """What became of a bulk act; `until` is set while it can be undone."""

    id: str
    act: str
    lines: tuple[BulkLine, ...]
    done: int
    until: datetime | None
    undone: bool


def absences_page(uow: UnitOfWork) -> AbsencesPage:
    """Read the absences of the acting officer's office.

    Raises:
        NotAllowed: the person does not work on cases.
    """
    desk.require_handler(uow.actor)
    with uow:
        today = in_vietnam(uow.now).date()
        rows = {row.id: row for row in desk.handlers_of(uow)}
        everybody = tuple(Colleague(row.id, titled(row)) for row in rows.values())
        leads = desk.is_leader(uow.actor)
        lines = officers.absences_of(uow.connection, str(uow.actor.office_id), today)
        return AbsencesPage(
            lines=tuple(
                AbsenceLine(
                    line.id,
                    name_of(uow, line.officer_id, rows),
                    name_of(uow, line.delegate_id, rows),
                    line.since,
                    line.until,
                    line.reason,
                    line.ended_at is not None,
                    line.ended_at is None and (leads or line.officer_id == uow.actor.id),
                )
                for line in lines
            ),
            away=everybody if leads else tuple(one for one in everybody if one.value == uow.actor.id),
            delegates=everybody,
            own=uow.actor.id,
            today=today,
        )


def bulk_page(uow: UnitOfWork, bulk_id: str) -> BulkPage:
    """Read what became of a bulk act of the acting officer.

    Raises:
        NotFound: there is none, or it is somebody else's.
    """
    with uow:
        row = officers.bulk(uow.connection, bulk_id)
        if row is None or (row.officer_id, row.office_id) != (uow.actor.id, uow.actor.office_id):
            raise NotFound(text=bulk_acts.NO_SUCH)
        ids = [item["case_id"] for item in row.items]
        names = officers.numbers_of(uow.connection, ids, row.office_id)
        undoable = bulk_acts.may_be_undone(row, uow.now)
        return BulkPage(
            row.id,
            row.act,
            _bulk_lines(uow, row, names),
            sum(1 for item in row.items if item["done"]),
            row.done_at + bulk_acts.WINDOW if undoable else None,
            row.undone_at is not None,
        )


def colleagues_page(uow: UnitOfWork) -> tuple[Colleague, ...]:
    """Read the colleagues to whom the acting officer may hand cases.

    Raises:
        NotAllowed: the person does not work on cases.
    """
    desk.require_handler(uow.actor)
    with uow:
        return tuple(choice_of(uow, row) for row in desk.handlers_of(uow) if row.id != uow.actor.id)


def _bulk_lines(uow: UnitOfWork, row: BulkRow, names: Mapping[str, CaseName]) -> tuple[BulkLine, ...]:
    back = {item["case_id"]: item for item in row.undone}
    return tuple(_bulk_line(uow, row, item, names.get(item["case_id"]), back) for item in row.items)


def _bulk_line(
    uow: UnitOfWork,
    row: BulkRow,
    item: Mapping[str, object],
    name: CaseName | None,
    back: Mapping[str, Mapping[str, object]],
) -> BulkLine:
    case_id, done = str(item["case_id"]), bool(item["done"])
    text = Text(vi=str(item.get("vi")), en=str(item.get("en")))
    if done:
        words, holder = DONE[row.act], item.get("after")
        who = name_of(uow, str(holder), {}) if holder else "–"
        text = Text(vi=words.vi.format(name=who), en=words.en.format(name=who))
    undone = back.get(case_id)
    told = None
    if undone is not None:
        told = TAKEN_BACK if undone["done"] else Text(vi=str(undone["vi"]), en=str(undone["en"]))
    return BulkLine(
        case_id if name else "",
        name.number if name else "–",
        name.subject if name else "",
        uow.registry.procedure(name.procedure).short if name else None,
        done,
        text,
        told,
    )
