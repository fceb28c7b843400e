"""Rows of any table: inserted by one way, compiled once for each, and made from the values that were read."""

from collections.abc import Iterable, Iterator
from functools import cache
from typing import Any, TypeVar

from sqlalchemy import Connection, bindparam, insert
from sqlmodel import SQLModel

from storage.statements import Prepared

Row = TypeVar("Row", bound=SQLModel)


def add(connection: Connection, *rows: SQLModel) -> None:
    """Insert new rows, of any table, in the order given."""
    for row in rows:
        _insert_into(type(row)).run(connection, **row.model_dump())


def rows_of(kind: type[Row], found: Iterable[tuple[Any, ...]]) -> Iterator[Row]:
    """Make rows of a kind from the values of all its columns, in the order of its table."""
    names = kind.__table__.c.keys()  # type: ignore[attr-defined]
    return (kind.model_validate(dict(zip(names, values, strict=True))) for values in found)


@cache
def _insert_into(kind: type[SQLModel]) -> Prepared:
    table = kind.__table__  # type: ignore[attr-defined]
    return Prepared(insert(table).values({column.name: bindparam(column.name) for column in table.c}))
