"""Data that administrators edit: special days of the calendar, and areas with the dates they exist."""

from datetime import date

from sqlalchemy import Connection, select
from sqlmodel import Field, SQLModel


class CalendarDayRow(SQLModel, table=True):
    """One day that differs from the Monday-to-Friday rule, with its reason and source."""

    __tablename__ = "calendar_day"
    on: date = Field(primary_key=True)
    kind: str  # off | working
    vi: str
    en: str
    source: str
    provisional: bool = False


class AreaRow(SQLModel, table=True):
    """A commune, ward or special zone, and the days on which it exists."""

    __tablename__ = "area"
    code: str = Field(primary_key=True)
    since: date = Field(primary_key=True)
    until: date | None = None
    name: str
    folded: str = Field(index=True)
    province_code: str
    province: str


_day = CalendarDayRow.__table__  # type: ignore[attr-defined]
_area = AreaRow.__table__  # type: ignore[attr-defined]


def calendar_days(connection: Connection) -> list[CalendarDayRow]:
    """Read every special day, in order."""
    found = connection.execute(select(_day).order_by(_day.c.on))
    return [CalendarDayRow.model_validate(dict(row)) for row in found.mappings()]


def province_of(connection: Connection, commune: str) -> str | None:
    """Return the code of the province in which a commune lies today."""
    found = select(_area.c.province_code).where(_area.c.code == commune, _area.c.until.is_(None))
    return connection.execute(found).scalars().first()


def areas(connection: Connection) -> list[AreaRow]:
    """Read every area, by code."""
    found = connection.execute(select(_area).order_by(_area.c.code))
    return [AreaRow.model_validate(dict(row)) for row in found.mappings()]
