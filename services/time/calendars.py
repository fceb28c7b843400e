"""The calendars that administrators keep, for each office; every process reads them anew when they change."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import date, datetime, time
from functools import cached_property

from sqlalchemy import Connection, Engine

from services.time.calendar_seed import FIRST_YEAR, LAST_YEAR, SEEDED_SESSIONS
from services.unit_of_work import UnitOfWork, open_unit
from storage import reference
from storage.engine import read_transaction
from storage.reference import CalendarEntryRow, OfficeSessionRow
from workflows.calendar import Calendar, CalendarDay, DayKind
from workflows.words import Source, Text
from workflows.working_time import USUAL_SESSIONS, Closure, OfficeSession, WorkingTime

EVERYBODY = "*"


@dataclass(frozen=True)
class Books:
    """Everything that was entered, at one version, and the calendars that follow from it."""

    version: int
    days: tuple[CalendarDay, ...]
    entries: tuple[CalendarEntryRow, ...]
    sessions: tuple[tuple[str, OfficeSession], ...]
    last_year: int
    provinces: Mapping[str, str]  # of each commune
    _calendars: dict[tuple[str, ...], Calendar] = field(default_factory=dict)
    _hours: dict[tuple[str, ...], WorkingTime] = field(default_factory=dict)

    def calendar(self, office_id: str | None = None) -> Calendar:
        """Return the working days of an office, or of everybody."""
        used = tuple(scope for scope in self.scopes(office_id) if scope in self._with_days)
        if used not in self._calendars:
            days = {day.on: day for day in self.days}
            for entry in self._entries_of(used):
                days.pop(entry.on, None)
                if entry.kind in ("off", "working"):
                    days[entry.on] = _day(entry)
            known = tuple(days.values())
            self._calendars[used] = Calendar(days=known, first_year=FIRST_YEAR, last_year=self.last_year)
        return self._calendars[used]

    def hours(self, office_id: str | None = None) -> WorkingTime:
        """Return the working hours of an office, or the usual ones."""
        scopes = self.scopes(office_id)
        used = tuple(scope for scope in scopes if scope in self._with_days or scope in self._with_hours)
        if used not in self._hours:
            self._hours[used] = WorkingTime(
                calendar=self.calendar(office_id),
                sessions=tuple(self._sessions_of(used)),
                closures=tuple(self._closures_of(used)),
            )
        return self._hours[used]

    def scopes(self, office_id: str | None) -> tuple[str, ...]:
        """List what applies to an office, the general before the particular."""
        if office_id is None:
            return (EVERYBODY,)
        authority, _, area = office_id.partition(":")
        province = self.provinces.get(area)
        level = ("level:commune", f"authority:{authority}", f"area:{province}") if province else ()
        outer = level or ("level:province", f"authority:{authority}")
        return (EVERYBODY, *outer, f"area:{area}", f"office:{office_id}")

    def touches(self, scope: str, office_id: str) -> bool:
        """Say whether what is entered for a scope applies to an office."""
        return scope in self.scopes(office_id)

    def with_entries(self, *rows: CalendarEntryRow | OfficeSessionRow, last_year: int = 0) -> Books:
        """Return the books as they would be with further rows."""
        entries = [row for row in rows if isinstance(row, CalendarEntryRow)]
        sessions = [(row.scope, _session(row)) for row in rows if isinstance(row, OfficeSessionRow)]
        return replace(
            self,
            entries=(*self.entries, *entries),
            sessions=(*self.sessions, *sessions),
            last_year=max(self.last_year, last_year),
            _calendars={},
            _hours={},
        )

    @cached_property
    def _with_days(self) -> frozenset[str]:
        return frozenset(entry.scope for entry in self.entries)

    @cached_property
    def _with_hours(self) -> frozenset[str]:
        return frozenset(scope for scope, _ in self.sessions)

    def _entries_of(self, scopes: Iterable[str]) -> Iterator[CalendarEntryRow]:
        """Give the entries about whole days, the particular after the general, the later after the former."""
        for scope in scopes:
            yield from (row for row in self.entries if row.scope == scope and row.kind != "shut")

    def _closures_of(self, scopes: Iterable[str]) -> Iterator[Closure]:
        for scope in scopes:
            shut: dict[date, list[CalendarEntryRow]] = {}
            for row in (row for row in self.entries if row.scope == scope):
                # A later word about the day takes back the closures of before.
                shut[row.on] = [*shut.get(row.on, []), row] if row.kind == "shut" else []
            yield from (_closure(row) for rows in shut.values() for row in rows)

    def _sessions_of(self, scopes: Iterable[str]) -> Iterator[OfficeSession]:
        """Give the rows in force: from the first day of a particular one, the general ones are replaced."""
        found: list[OfficeSession] = list(USUAL_SESSIONS)
        for scope in scopes:
            own = [row for known, row in self.sessions if known == scope]
            begins: dict[int, date] = {}
            for row in own:
                begins[row.weekday] = min(row.since, begins.get(row.weekday, row.since))
            found = [row for row in found if row.since < begins.get(row.weekday, date.max)] + own
        yield from found


class Calendars:
    """Gives the calendar of the moment: what changed in one process is seen by all at their next question.

    The version is one small read in each unit of work; the rows are read again only when it has moved.
    """

    def __init__(self, engine: Engine) -> None:
        self._engine = engine
        self._books: Books | None = None

    def __call__(self) -> Calendar:
        """Return the working days that hold for everybody."""
        return self.books().calendar()

    def books(self) -> Books:
        """Return what is entered now, as the open unit of work sees it."""
        unit = open_unit()
        if unit is None or unit.context.engine is not self._engine:
            with read_transaction(self._engine) as connection:
                return self._at(connection, reference.calendar_version(connection))
        if unit.calendar_version is None:
            unit.calendar_version = reference.calendar_version(unit.connection)
        return self._at(unit.connection, unit.calendar_version)

    def _at(self, connection: Connection, version: int) -> Books:
        known = self._books
        if known is None or known.version != version:
            known = self._books = read_books(connection, version)
        return known


def read_books(connection: Connection, version: int) -> Books:
    """Read everything that was entered."""
    seeded = tuple(
        CalendarDay(
            on=row.on,
            kind=DayKind(row.kind),
            reason=Text(vi=row.vi, en=row.en),
            source=row.source,
            provisional=row.provisional,
        )
        for row in reference.calendar_days(connection)
    )
    rows = reference.office_sessions(connection)
    years = [row.year for row in reference.calendar_years(connection)]
    return Books(
        version=version,
        days=seeded,
        entries=tuple(reference.calendar_entries(connection)),
        sessions=(*SEEDED_SESSIONS, *((row.scope, _session(row)) for row in rows)),
        last_year=max([LAST_YEAR, *years]),
        provinces=reference.province_codes(connection),
    )


def calendar_at(uow: UnitOfWork, office_id: str | None) -> Calendar:
    """Return the working days of an office; where nobody keeps calendars, those of everybody."""
    keeper = uow.context.calendar
    if isinstance(keeper, Calendars):
        books: Books = uow.proposed or keeper.books()
        return books.calendar(office_id)
    return keeper()


def hours_at(uow: UnitOfWork, office_id: str | None) -> WorkingTime:
    """Return the working hours of an office; where nobody keeps calendars, the usual ones."""
    keeper = uow.context.calendar
    if isinstance(keeper, Calendars):
        return keeper.books().hours(office_id)
    calendar = keeper()
    return _usual.setdefault(calendar.fingerprint, WorkingTime(calendar=calendar))


_usual: dict[str, WorkingTime] = {}


def _day(entry: CalendarEntryRow) -> CalendarDay:
    reason = Text(vi=entry.vi, en=entry.en)
    return CalendarDay(on=entry.on, kind=DayKind(entry.kind), reason=reason, source=entry.source)


def _closure(entry: CalendarEntryRow) -> Closure:
    begin, end = (time.fromisoformat(moment) for moment in entry.shut)
    return Closure(on=entry.on, shut=(begin, end), reason=Text(vi=entry.vi, en=entry.en), source=entry.source)


def _session(row: OfficeSessionRow) -> OfficeSession:
    opens = tuple((time.fromisoformat(begin), time.fromisoformat(end)) for begin, end in row.opens)
    return OfficeSession(weekday=row.weekday, since=row.since, opens=opens, source=Source(act=row.source))


def latest(
    uow: UnitOfWork, office_ids: Iterable[str], due: Callable[[Calendar], datetime | None]
) -> Calendar:
    """Return the calendar of those offices by which something falls due last: a bundle waits for all of them.

    Where one of them cannot say, since its year is not proclaimed, that one is returned.
    """
    known = {one.fingerprint: one for one in (calendar_at(uow, office) for office in (None, *office_ids))}
    if len(known) == 1:
        return next(iter(known.values()))
    found = [(due(one), one) for one in known.values()]
    unknown = next((one for instant, one in found if instant is None), None)
    return unknown or max(((i, one) for i, one in found if i), key=lambda pair: pair[0])[1]
