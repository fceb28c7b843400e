"""Views of the worklist that an officer has saved under a name."""

from datetime import datetime

from sqlalchemy import Column, Connection, ForeignKey, Index, String, delete, select
from sqlmodel import Field, SQLModel


class OfficerViewRow(SQLModel, table=True):
    """A queue with a filter, as one officer named it."""

    __tablename__ = "officer_view"
    __table_args__ = (Index("ix_officer_view_name", "officer_id", "name", unique=True),)
    id: str = Field(primary_key=True)
    officer_id: str = Field(sa_column=Column(String, ForeignKey("officer.id"), nullable=False))
    name: str
    queue: str
    words: str
    saved_at: datetime


_view = OfficerViewRow.__table__  # type: ignore[attr-defined]


def views_of(connection: Connection, officer_id: str) -> list[OfficerViewRow]:
    """Read one officer's views, by name."""
    found = connection.execute(select(_view).where(_view.c.officer_id == officer_id).order_by(_view.c.name))
    return [OfficerViewRow.model_validate(dict(row)) for row in found.mappings()]


def forget(connection: Connection, officer_id: str, *, view_id: str = "", name: str = "") -> bool:
    """Delete the view of this id or of this name, if it is the officer's own; say whether there was one."""
    which = _view.c.id == view_id if view_id else _view.c.name == name
    return connection.execute(delete(_view).where(_view.c.officer_id == officer_id, which)).rowcount == 1
