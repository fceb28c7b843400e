"""Messages to agencies, the answers already received, and letters to citizens."""

from datetime import datetime
from typing import Any

from sqlalchemy import Column, Connection, ForeignKey, Index, String, select, update
from sqlmodel import Field, SQLModel

from storage.base import json_column
from storage.dossiers import DossierRow


class MessageRow(SQLModel, table=True):
    """One message to an agency's system; its id is the key under which the agency absorbs repeats."""

    __tablename__ = "message"
    __table_args__ = (Index("ix_message_agency_created_at", "agency", "created_at"),)
    id: str = Field(primary_key=True)
    dossier_id: str = Field(sa_column=Column(String, ForeignKey("dossier.id"), nullable=False, index=True))
    case_id: str = Field(sa_column=Column(String, ForeignKey("dossier_case.id"), nullable=False))
    agency: str
    about: str
    payload: dict[str, Any] = Field(default_factory=dict, sa_column=json_column())
    answers: list[list[str]] = Field(default_factory=list, sa_column=json_column())
    state: str = Field(index=True)  # waiting | acknowledged | answered | dead | ended
    attempts: int = 0
    last_error: str | None = None
    created_at: datetime
    acknowledged_at: datetime | None = None
    answered_at: datetime | None = None
    failed_at: datetime | None = None  # when the agency last could not be reached
    resent_at: datetime | None = None  # when an operator last had it sent again under this key


class InboxRow(SQLModel, table=True):
    """One answer already received; a repeat finds its row and changes nothing."""

    __tablename__ = "inbox"
    id: str = Field(primary_key=True)
    message_id: str = Field(index=True)
    agency: str
    outcome: str
    body: dict[str, Any] = Field(default_factory=dict, sa_column=json_column())
    received_at: datetime
    step: str | None = None  # the step it took; None when no step was open for it


class LetterRow(SQLModel, table=True):
    """One message to the requester, in both languages; the demo's transport is this table."""

    __tablename__ = "letter"
    id: str = Field(primary_key=True)
    dossier_id: str = Field(sa_column=Column(String, ForeignKey("dossier.id"), nullable=False, index=True))
    case_id: str | None = None
    letter: str
    vi: str
    en: str
    written_at: datetime


_message = MessageRow.__table__  # type: ignore[attr-defined]
_inbox = InboxRow.__table__  # type: ignore[attr-defined]
_letter = LetterRow.__table__  # type: ignore[attr-defined]
_dossier = DossierRow.__table__  # type: ignore[attr-defined]


def message(connection: Connection, message_id: str) -> MessageRow | None:
    """Read one message by its id."""
    row = connection.execute(select(_message).where(_message.c.id == message_id)).mappings().one_or_none()
    return MessageRow.model_validate(dict(row)) if row else None


def messages_of(connection: Connection, dossier_id: str) -> list[MessageRow]:
    """Read the messages of a dossier, oldest first."""
    found = connection.execute(
        select(_message)
        .where(_message.c.dossier_id == dossier_id)
        .order_by(_message.c.created_at, _message.c.id)
    )
    return [MessageRow.model_validate(dict(row)) for row in found.mappings()]


def change_message(connection: Connection, message_id: str, **values: Any) -> None:
    """Write some columns of a message."""
    connection.execute(update(_message).where(_message.c.id == message_id).values(**values))


def answer(connection: Connection, answer_id: str) -> InboxRow | None:
    """Read one answer by its own id."""
    row = connection.execute(select(_inbox).where(_inbox.c.id == answer_id)).mappings().one_or_none()
    return InboxRow.model_validate(dict(row)) if row else None


def refusals_of(connection: Connection, dossier_id: str) -> list[tuple[str, str, datetime, str]]:
    """List why agencies declined in a dossier, oldest first: case, agency, when, and its reason."""
    found = connection.execute(
        select(_message.c.case_id, _message.c.agency, _inbox.c.received_at, _inbox.c.body)
        .join(_inbox, _inbox.c.message_id == _message.c.id)
        .where(_message.c.dossier_id == dossier_id, _inbox.c.step.is_not(None))
        .order_by(_inbox.c.received_at, _inbox.c.id)
    )
    return [
        (case_id, agency, at, body["reason"])
        for case_id, agency, at, body in found
        if isinstance(body.get("reason"), str)
    ]


def letters_of(connection: Connection, dossier_id: str) -> list[LetterRow]:
    """Read the letters of a dossier, oldest first."""
    found = connection.execute(
        select(_letter).where(_letter.c.dossier_id == dossier_id).order_by(_letter.c.written_at, _letter.c.id)
    )
    return [LetterRow.model_validate(dict(row)) for row in found.mappings()]


def newest_letters(
    connection: Connection, owner: str, most: int
) -> list[tuple[datetime, str | None, str, str]]:
    """List the newest letters to one person: when, the dossier's code, none for a draft, both languages."""
    found = connection.execute(
        select(_letter.c.written_at, _dossier.c.number, _letter.c.vi, _letter.c.en)
        .join(_dossier, _dossier.c.id == _letter.c.dossier_id)
        .where(_dossier.c.owner == owner)
        .order_by(_letter.c.written_at.desc(), _letter.c.id.desc())
        .limit(most)
    )
    return [(at, number, vi, en) for at, number, vi, en in found]


def outbox(connection: Connection, most: int) -> list[tuple[LetterRow, str, str]]:
    """Read the newest letters of all dossiers, each with the dossier's code and its owner."""
    found = connection.execute(
        select(_letter, _dossier.c.number, _dossier.c.owner)
        .join(_dossier, _dossier.c.id == _letter.c.dossier_id)
        .where(_dossier.c.number.is_not(None))
        .order_by(_letter.c.written_at.desc(), _letter.c.id.desc())
        .limit(most)
    ).mappings()
    names = [column.name for column in _letter.c]
    return [
        (LetterRow.model_validate({name: row[name] for name in names}), row["number"], row["owner"])
        for row in found
    ]
