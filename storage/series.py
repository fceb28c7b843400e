"""Running numbers (số thứ tự): of dossiers, payment orders, versions of the calendars."""

from sqlalchemy import Connection, insert, update
from sqlmodel import Field, SQLModel


class SeriesRow(SQLModel, table=True):
    """A running number; the last one given."""

    __tablename__ = "series"
    name: str = Field(primary_key=True)
    last: int


_series = SeriesRow.__table__  # type: ignore[attr-defined]


def next_in_series(connection: Connection, name: str) -> int:
    """Give the next number of a series; the row lock keeps two from getting the same one."""
    given = connection.execute(
        update(_series)
        .where(_series.c.name == name)
        .values(last=_series.c.last + 1)
        .returning(_series.c.last)
    ).scalar_one_or_none()
    if given is not None:
        return int(given)
    connection.execute(insert(_series).values(name=name, last=1))
    return 1
