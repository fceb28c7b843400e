"""Data that administrators edit: days and hours of the calendar, and areas with the dates they exist."""

from collections.abc import Collection, Mapping, Sequence
from datetime import date, datetime
from typing import NamedTuple

from sqlalchemy import BigInteger, Column, Connection, Integer, bindparam, insert, select, update
from sqlmodel import Field, SQLModel

from storage.base import json_column
from storage.series import SeriesRow
from storage.statements import Prepared


class CalendarDayRow(SQLModel, table=True):
    """One day that differs from the Monday-to-Friday rule, with its reason and source."""

    __tablename__ = "calendar_day"
    on: date = Field(primary_key=True)
    kind: str  # off | working
    vi: str
    en: str
    source: str
    provisional: bool = False


def _sequence() -> Column[int]:
    return Column(BigInteger().with_variant(Integer, "sqlite"), primary_key=True)


class CalendarEntryRow(SQLModel, table=True):
    """One decision of an administrator about one day; a later one of the same scope replaces it in force.

    Nothing is overwritten: the rows are the history. `scope` is `*` for everybody, `level:commune`,
    `area:<code>` or `office:<id>`. With `shut` only a part of the day is closed, and no due date moves.
    """

    __tablename__ = "calendar_entry"
    seq: int | None = Field(default=None, sa_column=_sequence())
    on: date = Field(index=True)
    scope: str
    kind: str  # off | working | usual (what the weekday says) | shut
    shut: list[str] = Field(default_factory=list, sa_column=json_column())
    vi: str
    en: str
    source: str
    entered_by: str
    entered_at: datetime
    reason: str


class OfficeSessionRow(SQLModel, table=True):
    """The open hours of one weekday from a day on, for a scope; the history is kept as it was entered."""

    __tablename__ = "office_session"
    seq: int | None = Field(default=None, sa_column=_sequence())
    scope: str
    weekday: int
    since: date
    opens: list[list[str]] = Field(default_factory=list, sa_column=json_column())
    source: str
    entered_by: str
    entered_at: datetime
    reason: str


class CalendarYearRow(SQLModel, table=True):
    """A further year whose days off were proclaimed, so that dates in it can be told."""

    __tablename__ = "calendar_year"
    year: int = Field(primary_key=True)
    source: str
    entered_by: str
    entered_at: datetime
    reason: str


class AreaRow(SQLModel, table=True):
    """A commune, ward or special zone under one name: from `since` to the day before `until`.

    When it has ended, `successor` is the code of the area that took its place; a change of name keeps the
    code. `act` is the decision that says so.
    """

    __tablename__ = "area"
    code: str = Field(primary_key=True)
    since: date = Field(primary_key=True)
    until: date | None = None
    name: str
    folded: str = Field(index=True)
    province_code: str
    province: str
    act: str = Field(default="", sa_column_kwargs={"server_default": ""})
    successor: str | None = None

    @property
    def label(self) -> str:
        """The way people write it: `Xã Mường Hum, tỉnh Lào Cai`."""
        return f"{self.name}, {self.province[:1].lower()}{self.province[1:]}"


_day = CalendarDayRow.__table__  # type: ignore[attr-defined]
_area = AreaRow.__table__  # type: ignore[attr-defined]
_entry = CalendarEntryRow.__table__  # type: ignore[attr-defined]
_session = OfficeSessionRow.__table__  # type: ignore[attr-defined]
_year = CalendarYearRow.__table__  # type: ignore[attr-defined]
_PLACES = select(
    _area.c.code, _area.c.name, _area.c.province_code, _area.c.province, _area.c.since, _area.c.until
)
_ON = Prepared(
    select(_area)
    .where(_area.c.code == bindparam("code"), _area.c.since <= bindparam("day"))
    .order_by(_area.c.since.desc())
    .limit(1)
)

# The calendar's version is a running number: it grows in the transaction of each change.
CALENDAR_SERIES = "calendar"
_VERSION = Prepared(
    select(SeriesRow.__table__.c.last).where(  # type: ignore[attr-defined]
        SeriesRow.__table__.c.name == bindparam("name")  # type: ignore[attr-defined]
    )
)


def calendar_days(connection: Connection) -> list[CalendarDayRow]:
    """Read every special day, in order."""
    found = connection.execute(select(_day).order_by(_day.c.on))
    return [CalendarDayRow.model_validate(dict(row)) for row in found.mappings()]


def calendar_version(connection: Connection) -> int:
    """Read how many changes the calendar has seen; cheap enough to ask in every unit of work."""
    found = _VERSION.one(connection, name=CALENDAR_SERIES)
    return int(found[0]) if found else 0


def calendar_entries(connection: Connection) -> list[CalendarEntryRow]:
    """Read every decision about a day, in the order in which they were entered."""
    found = connection.execute(select(_entry).order_by(_entry.c.seq))
    return [CalendarEntryRow.model_validate(dict(row)) for row in found.mappings()]


def office_sessions(connection: Connection) -> list[OfficeSessionRow]:
    """Read every row of open hours, in the order in which they were entered."""
    found = connection.execute(select(_session).order_by(_session.c.seq))
    return [OfficeSessionRow.model_validate(dict(row)) for row in found.mappings()]


def calendar_years(connection: Connection) -> list[CalendarYearRow]:
    """Read the years that were proclaimed after the seed, in order."""
    found = connection.execute(select(_year).order_by(_year.c.year))
    return [CalendarYearRow.model_validate(dict(row)) for row in found.mappings()]


def enter(connection: Connection, row: CalendarEntryRow | OfficeSessionRow | CalendarYearRow) -> None:
    """Add one decision; whoever adds it also counts the version on."""
    values = row.model_dump()
    values.pop("seq", None)
    connection.execute(insert(type(row).__table__).values(**values))  # type: ignore[union-attr]


def province_of(connection: Connection, commune: str) -> str | None:
    """Return the code of the province in which a commune lies, or lay when it last existed."""
    found = select(_area.c.province_code).where(_area.c.code == commune).order_by(_area.c.since.desc())
    return connection.execute(found.limit(1)).scalars().first()


def province_codes(connection: Connection) -> dict[str, str]:
    """Read the code of the province of every commune that there is or was."""
    found = connection.execute(select(_area.c.code, _area.c.province_code))
    return {row.code: row.province_code for row in found}


class Place(NamedTuple):
    """What people need to know of an area: its code, its name, and where it lies."""

    code: str
    name: str
    province_code: str
    province: str


def places(connection: Connection) -> tuple[tuple[Place, date, date | None], ...]:
    """Read every area under each of its names, with its first day and the day it ends, by code and day."""
    found = connection.execute(_PLACES.order_by(_area.c.code, _area.c.since))
    return tuple((Place(*row[:4]), row.since, row.until) for row in found)


def places_on(connection: Connection, day: date) -> list[Place]:
    """Read the areas that exist on a day, by code."""
    return [
        place for place, since, until in places(connection) if since <= day and (not until or day < until)
    ]


def areas(connection: Connection) -> list[AreaRow]:
    """Read every area under each of its names, by code and day."""
    found = connection.execute(select(_area).order_by(_area.c.code, _area.c.since))
    return [AreaRow(**row) for row in found.mappings()]


def area_keys(connection: Connection) -> set[tuple[str, date]]:
    """Read which areas are entered, as code and first day."""
    return {(code, since) for code, since in connection.execute(select(_area.c.code, _area.c.since))}


def area_on(connection: Connection, code: str, day: date) -> AreaRow | None:
    """Read what a code stands for on a day; when it has ended, what it last stood for before."""
    values = _ON.one(connection, code=code, day=day)
    return AreaRow(**dict(zip(_area.c.keys(), values, strict=True))) if values else None


def end_area(connection: Connection, code: str, day: date, *, successor: str) -> None:
    """Let an area be no more from a day on, and say what took its place."""
    ends = update(_area).where(_area.c.code == code, _area.c.until.is_(None))
    connection.execute(ends.values(until=day, successor=successor))


def enter_areas(connection: Connection, rows: Sequence[Mapping[str, object]]) -> None:
    """Add areas, all at once; each is given by its columns, since there are thousands."""
    if rows:
        connection.execute(insert(_area), list(rows))


def areas_named(connection: Connection, codes: Collection[str]) -> list[AreaRow]:
    """Read the areas with these codes under the newest name; a code that no area has is left out."""
    named = select(_area).where(_area.c.code.in_(sorted(codes))).order_by(_area.c.code, _area.c.since)
    newest = {row["code"]: AreaRow(**row) for row in connection.execute(named).mappings()}
    return list(newest.values())
