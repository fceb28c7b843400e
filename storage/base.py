"""What every table shares: one naming convention for constraints, and columns that hold JSON."""

from typing import Any

from sqlalchemy import JSON, Column, Connection, Insert, Table
from sqlalchemy.dialects import postgresql, sqlite
from sqlmodel import SQLModel

NAMES = {
    "ix": "ix_%(table_name)s_%(column_0_N_name)s",
    "uq": "uq_%(table_name)s_%(column_0_N_name)s",
    "ck": "ck_%(table_name)s_%(constraint_name)s",
    "fk": "fk_%(table_name)s_%(column_0_N_name)s_%(referred_table_name)s",
    "pk": "pk_%(table_name)s",
}
SQLModel.metadata.naming_convention = NAMES
metadata = SQLModel.metadata


def json_column(*, nullable: bool = False) -> Column[Any]:
    """Return a new column that holds JSON."""
    return Column(JSON, nullable=nullable)


def unless_there(connection: Connection, table: Table) -> Insert:
    """Return an insertion that leaves a row of the same key as it is, whoever added it first."""
    if connection.dialect.name == "postgresql":
        return postgresql.insert(table).on_conflict_do_nothing()
    return sqlite.insert(table).on_conflict_do_nothing()
