"""Changing the calendar: a proposal that shows exactly which due dates would move, then the change itself.

Nothing that was entered is overwritten; a later row of the same scope replaces an earlier one in force.
An administrator sees the list before applying, and every date that moves is journalled and told.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, time

from services.jobs import MOVE_DATES
from services.jurisdiction.province import concerns_us
from services.time import calendar_moves
from services.time.calendars import EVERYBODY, Books, Calendars
from services.unit_of_work import UnitOfWork
from storage import people, reference
from storage.reference import CALENDAR_SERIES, CalendarEntryRow, CalendarYearRow, OfficeSessionRow
from storage.series import next_in_series
from workflows.errors import ConcurrentChange, NotAllowed, NotFound
from workflows.vocabulary import Role
from workflows.words import Text

SHOWN = 100
CHANGED_MEANWHILE = Text(
    vi="Lịch vừa được người khác sửa. Hãy xem lại danh sách hạn sẽ dời rồi áp dụng lại.",
    en="Somebody else has just changed the calendar. Look at the list again, then apply again.",
)


@dataclass(frozen=True, slots=True)
class DayChange:
    """One day is off, is worked, is as its weekday says (`usual`), or is shut for a part (`shut`)."""

    on: date
    kind: str
    scope: str
    reason: str
    source: str
    shut: tuple[time, time] | None = None


@dataclass(frozen=True, slots=True)
class HoursChange:
    """From a day on an office opens at these hours on a weekday; no hours mean that it no longer opens."""

    weekday: int
    since: date
    opens: tuple[tuple[time, time], ...]
    scope: str
    reason: str
    source: str


@dataclass(frozen=True, slots=True)
class YearChange:
    """The days off of a further year are proclaimed; they themselves are entered as days before."""

    year: int
    reason: str
    source: str
    scope: str = EVERYBODY


NOT_OURS = Text(
    vi="Chỉ sửa được lịch của địa bàn và cơ quan trong tỉnh, thành phố của mình.",
    en="Only the calendars of areas and offices in your own province can be changed.",
)

Change = DayChange | HoursChange | YearChange


@dataclass(frozen=True, slots=True)
class MoveLine:
    """One date that would move: of a part, or of the whole file when `part` says so."""

    number: str
    part: Text
    office: Text | None
    before: datetime | None
    after: datetime | None


@dataclass(frozen=True, slots=True)
class Preview:
    """What a change would do; `version` is that of the calendar which the preview was made on."""

    version: int
    moves: tuple[MoveLine, ...]
    count: int
    files: int
    later: int


def propose(uow: UnitOfWork, change: Change) -> Preview:
    """Show exactly which open dates the change would move, and change nothing.

    Raises:
        NotAllowed: the person is no supervisor, or the place or office lies in another province.
        NotFound: the office or area of its scope does not exist.
    """
    _require(uow)
    with uow:
        books = _books(uow, change)
        uow.proposed = books.with_entries(*_rows(uow, change), last_year=_year(change))
        moves = tuple(calendar_moves.moves_at(uow, change.scope))
        names = people.offices(uow.connection)
        lines = tuple(_line(uow, move, names) for move in moves[:SHOWN])
    files = len({move.dossier.id for move in moves})
    later = sum(bool(move.before and move.after and move.after > move.before) for move in moves)
    return Preview(books.version, lines, len(moves), files, later)


def apply(uow: UnitOfWork, change: Change, seen_version: int) -> int:
    """Enter the change and leave the job that moves the dates; return the calendar's new version.

    Raises:
        NotAllowed: the person is no supervisor, or the place or office lies in another province.
        NotFound: the office or area of its scope does not exist.
        ConcurrentChange: the calendar is no longer the one of the preview.
    """
    _require(uow)
    with uow:
        _books(uow, change)
        version = next_in_series(uow.connection, CALENDAR_SERIES)
        if version != seen_version + 1:
            raise ConcurrentChange(text=CHANGED_MEANWHILE)
        for row in _rows(uow, change):
            reference.enter(uow.connection, row)
        if isinstance(change, YearChange):
            reference.enter(uow.connection, _year_row(uow, change))
        why = f"{change.reason} ({change.source})"
        payload = {"scope": change.scope, "version": version, "by": uow.actor.id, "vi": why, "en": why}
        uow.enqueue(MOVE_DATES, payload, job_id=f"calendar:{version}")
        return version


def _require(uow: UnitOfWork) -> None:
    if Role.SUPERVISOR not in uow.actor.roles:
        raise NotAllowed(
            text=Text(vi="Chỉ người giám sát sửa được lịch.", en="Only a supervisor may change the calendar.")
        )


def _books(uow: UnitOfWork, change: Change) -> Books:
    keeper = uow.context.calendar
    if not isinstance(keeper, Calendars):
        raise TypeError("nobody keeps calendars here")
    if not scope_exists(uow, change.scope):
        raise NotFound(
            text=Text(vi="Không có cơ quan hay địa bàn này.", en="There is no such office or area.")
        )
    if not concerns_us(uow, change.scope):
        raise NotAllowed(text=NOT_OURS)
    return keeper.books()


def scope_exists(uow: UnitOfWork, scope: str) -> bool:
    """Say whether a scope names everybody, a level, an area or an office that there is."""
    kind, _, name = scope.partition(":")
    offices = people.offices(uow.connection)
    match kind:
        case "office":
            return name in offices
        case "area":
            areas = reference.province_codes(uow.connection)
            return name in areas or name in areas.values()
        case "authority":
            return any(row.authority == name for row in offices.values())
        case "level":
            return name in ("commune", "province")
        case _:
            return scope == EVERYBODY


def _rows(uow: UnitOfWork, change: Change) -> tuple[CalendarEntryRow | OfficeSessionRow, ...]:
    match change:
        case DayChange():
            return (_entry(uow, change),)
        case HoursChange():
            return (_session(uow, change),)
        case YearChange():
            return ()


def _entry(uow: UnitOfWork, change: DayChange) -> CalendarEntryRow:
    return CalendarEntryRow(
        on=change.on,
        scope=change.scope,
        kind=change.kind,
        shut=[moment.isoformat() for moment in change.shut or ()],
        vi=change.reason,
        en=change.reason,
        source=change.source,
        entered_by=uow.actor.id,
        entered_at=uow.now,
        reason=change.reason,
    )


def _session(uow: UnitOfWork, change: HoursChange) -> OfficeSessionRow:
    return OfficeSessionRow(
        scope=change.scope,
        weekday=change.weekday,
        since=change.since,
        opens=[[begin.isoformat(), end.isoformat()] for begin, end in change.opens],
        source=change.source,
        entered_by=uow.actor.id,
        entered_at=uow.now,
        reason=change.reason,
    )


def _year_row(uow: UnitOfWork, change: YearChange) -> CalendarYearRow:
    return CalendarYearRow(
        year=change.year,
        source=change.source,
        entered_by=uow.actor.id,
        entered_at=uow.now,
        reason=change.reason,
    )


def _year(change: Change) -> int:
    return change.year if isinstance(change, YearChange) else 0


def _line(uow: UnitOfWork, move: calendar_moves.Move, names: dict[str, people.OfficeRow]) -> MoveLine:
    case = move.case
    part = uow.registry.procedure(case.procedure).short if case else calendar_moves.WHOLE
    office = names.get(case.office_id) if case else None
    name = office.text if office else None
    return MoveLine(str(move.dossier.number), part, name, move.before, move.after)
