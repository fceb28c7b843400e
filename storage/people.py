"""Offices, officers, and citizens who can sign in."""

from collections.abc import Sequence

from sqlalchemy import Column, Connection, ForeignKey, String, bindparam, insert, select, update
from sqlmodel import Field, SQLModel

from storage.base import json_column, unless_there
from storage.statements import Prepared
from workflows.words import Text


class OfficeRow(SQLModel, table=True):
    """One office of an authority for one area; its id is `<authority>:<area code>`."""

    __tablename__ = "office"
    id: str = Field(primary_key=True)
    authority: str
    area: str
    vi: str
    en: str

    @property
    def text(self) -> Text:
        """The office's name in both languages."""
        return Text(vi=self.vi, en=self.en)


class OfficerRow(SQLModel, table=True):
    """A person who works in an office (công chức)."""

    __tablename__ = "officer"
    id: str = Field(primary_key=True)  # the user name
    password_hash: str
    name: str
    personal_id: str
    office_id: str = Field(sa_column=Column(String, ForeignKey("office.id"), nullable=False, index=True))
    roles: list[str] = Field(default_factory=list, sa_column=json_column())
    disabled: bool = False


class CitizenRow(SQLModel, table=True):
    """A person who can sign in with the stand-in for VNeID."""

    __tablename__ = "citizen"
    id: str = Field(primary_key=True)  # the personal ID number
    password_hash: str  # of the stand-in; whom a real provider names has none here
    name: str


_office = OfficeRow.__table__  # type: ignore[attr-defined]
_officer = OfficerRow.__table__  # type: ignore[attr-defined]
_citizen = CitizenRow.__table__  # type: ignore[attr-defined]
_OFFICE = Prepared(select(_office).where(_office.c.id == bindparam("office_id")))


def office(connection: Connection, office_id: str) -> OfficeRow | None:
    """Read one office by its id."""
    values = _OFFICE.one(connection, office_id=office_id)
    return OfficeRow(**dict(zip(_office.c.keys(), values, strict=True))) if values else None


def add_office(connection: Connection, row: OfficeRow) -> None:
    """Add an office; when somebody else has just added it, that one stays."""
    connection.execute(unless_there(connection, _office), row.model_dump())


def add_officers(connection: Connection, rows: Sequence[OfficerRow]) -> None:
    """Add officers; user names that are taken stay whose they are."""
    if rows:
        connection.execute(unless_there(connection, _officer), [row.model_dump() for row in rows])


def offices(connection: Connection) -> dict[str, OfficeRow]:
    """Read every office, by id."""
    return {
        row["id"]: OfficeRow.model_validate(dict(row))
        for row in connection.execute(select(_office)).mappings()
    }


def officer(connection: Connection, officer_id: str) -> OfficerRow | None:
    """Read one officer by user name."""
    row = connection.execute(select(_officer).where(_officer.c.id == officer_id)).mappings().one_or_none()
    return OfficerRow.model_validate(dict(row)) if row else None


def officers_of(connection: Connection, office_id: str) -> list[OfficerRow]:
    """Read the people who work in an office, by user name; closed accounts are left out."""
    found = connection.execute(
        select(_officer)
        .where(_officer.c.office_id == office_id, _officer.c.disabled.is_(False))
        .order_by(_officer.c.id)
    )
    return [OfficerRow.model_validate(dict(row)) for row in found.mappings()]


def citizen(connection: Connection, personal_id: str) -> CitizenRow | None:
    """Read one citizen by personal ID."""
    row = connection.execute(select(_citizen).where(_citizen.c.id == personal_id)).mappings().one_or_none()
    return CitizenRow.model_validate(dict(row)) if row else None


def know_citizen(connection: Connection, personal_id: str, name: str) -> None:
    """Remember the name that the identity provider gave for a person."""
    known = citizen(connection, personal_id)
    if known is None:
        connection.execute(insert(_citizen).values(id=personal_id, password_hash="", name=name))
    elif known.name != name:
        connection.execute(update(_citizen).where(_citizen.c.id == personal_id).values(name=name))


def change_officer(connection: Connection, officer_id: str, **values: object) -> None:
    """Write some columns of an officer."""
    connection.execute(update(_officer).where(_officer.c.id == officer_id).values(**values))
