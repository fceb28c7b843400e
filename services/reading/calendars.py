"""Reading the calendar: the days that differ, the hours of an office, and who entered what, when and why."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, timedelta

from services.jurisdiction.province import concerns_us, own_offices, own_province
from services.time import calendars
from services.time.calendars import Calendars
from services.unit_of_work import UnitOfWork
from storage import people, reference
from workflows.calendar import CalendarDay, in_vietnam
from workflows.errors import CalendarEnds
from workflows.words import Source, Text
from workflows.working_time import Span

_WEEK = 7


@dataclass(frozen=True, slots=True)
class HoursLine:
    """The open hours of one day of the week that begins today."""

    on: date
    opens: tuple[Span, ...]
    why_off: Text | None


@dataclass(frozen=True, slots=True)
class HistoryLine:
    """One decision about the calendar, as it was entered."""

    at: datetime
    by: str
    what: Text
    scope: str
    reason: str
    source: str


@dataclass(frozen=True, slots=True)
class CalendarPage:
    """The calendar as an officer or supervisor reads it."""

    office: Text | None
    first_year: int
    last_year: int
    days: tuple[CalendarDay, ...]
    week: tuple[HoursLine, ...]
    hours_source: Source | None
    history: tuple[HistoryLine, ...]
    scopes: tuple[tuple[str, Text], ...]
    version: int


def calendar_page(uow: UnitOfWork, *, everybody: bool) -> CalendarPage:
    """Read the calendar of the acting person's own office, or of everybody."""
    office_id = None if everybody else uow.actor.office_id
    with uow:
        office = people.office(uow.connection, office_id) if office_id else None
        hours = calendars.hours_at(uow, office_id)
        calendar = hours.calendar
        today = in_vietnam(uow.now).date()
        keeper = uow.context.calendar
        return CalendarPage(
            office=office.text if office else None,
            first_year=calendar.first_year,
            last_year=calendar.last_year,
            days=tuple(day for day in calendar.days if day.on >= today),
            week=tuple(_week(uow, office_id, today)),
            hours_source=hours.sessions[0].source if hours.sessions else None,
            history=_history(uow),
            scopes=_scopes(uow),
            version=keeper.books().version if isinstance(keeper, Calendars) else 0,
        )


def _week(uow: UnitOfWork, office_id: str | None, today: date) -> list[HoursLine]:
    hours = calendars.hours_at(uow, office_id)
    lines = []
    for n in range(_WEEK):
        day = today + timedelta(days=n)
        try:
            lines.append(HoursLine(day, hours.hours_on(day), hours.calendar.why_off(day)))
        except CalendarEnds:
            break
    return lines


def _history(uow: UnitOfWork) -> tuple[HistoryLine, ...]:
    lines = [
        HistoryLine(row.entered_at, row.entered_by, _what(row), row.scope, row.reason, row.source)
        for row in reference.calendar_entries(uow.connection)
    ]
    lines += [
        HistoryLine(row.entered_at, row.entered_by, _hours(row), row.scope, row.reason, row.source)
        for row in reference.office_sessions(uow.connection)
    ]
    lines += [
        HistoryLine(
            row.entered_at,
            row.entered_by,
            Text(vi=f"Công bố lịch năm {row.year}", en=f"Year {row.year} proclaimed"),
            calendars.EVERYBODY,
            row.reason,
            row.source,
        )
        for row in reference.calendar_years(uow.connection)
    ]
    lines = [line for line in lines if concerns_us(uow, line.scope)]
    return tuple(sorted(lines, key=lambda line: line.at, reverse=True))


def _what(row: reference.CalendarEntryRow) -> Text:
    day = f"{row.on:%d/%m/%Y}"
    hours = "–".join(moment[:5] for moment in row.shut)
    match row.kind:
        case "off":
            return Text(vi=f"{day}: nghỉ cả ngày", en=f"{day}: day off")
        case "working":
            return Text(vi=f"{day}: làm việc", en=f"{day}: working day")
        case "shut":
            return Text(vi=f"{day}: đóng cửa {hours}", en=f"{day}: shut {hours}")
        case _:
            return Text(vi=f"{day}: trở lại như thường lệ", en=f"{day}: as usual again")


def _hours(row: reference.OfficeSessionRow) -> Text:
    names = ("thứ Hai", "thứ Ba", "thứ Tư", "thứ Năm", "thứ Sáu", "thứ Bảy", "Chủ nhật")
    english = ("Mondays", "Tuesdays", "Wednesdays", "Thursdays", "Fridays", "Saturdays", "Sundays")
    opens = ", ".join(f"{begin[:5]}–{end[:5]}" for begin, end in row.opens)
    since = f"{row.since:%d/%m/%Y}"
    vi = f"{names[row.weekday]} từ {since}: {opens or 'không làm việc'}"
    return Text(vi=vi, en=f"{english[row.weekday]} from {since}: {opens or 'shut'}")


def _scopes(uow: UnitOfWork) -> tuple[tuple[str, Text], ...]:
    """List for whom a change may be: everybody, a level, one's own province, a commune or an office of it."""
    found = [
        ("*", Text(vi="Mọi cơ quan", en="Every office")),
        ("level:commune", Text(vi="Mọi cơ quan cấp xã", en="Every commune office")),
        ("level:province", Text(vi="Mọi cơ quan cấp tỉnh", en="Every provincial office")),
    ]
    ours, offices = own_province(uow), own_offices(uow)
    areas = reference.places_on(uow.connection, in_vietnam(uow.now).date())
    own = [row for row in areas if row.province_code == ours]
    found += [(f"area:{ours}", Text(vi=row.province, en=row.province)) for row in own[:1]]
    # Of the communes those that have an office here; for the others the province is chosen.
    with_office = {office.partition(":")[2] for office in offices}
    found += [(f"area:{row.code}", Text(vi=row.name, en=row.name)) for row in own if row.code in with_office]
    found += [(f"office:{code}", name) for code, name in sorted(offices.items(), key=lambda one: one[1].vi)]
    return tuple(found)
