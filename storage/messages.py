"""Messages to agencies, the answers already received, and letters to citizens."""

from datetime import datetime
from typing import Any

from sqlalchemy import Column, Connection, ForeignKey, String, select, update
from sqlmodel import Field, SQLModel

from storage.base import json_column


class MessageRow(SQLModel, table=True):
    """One message to an agency's system; its id is the key under which the agency absorbs repeats."""

    __tablename__ = "message"
    id: str = Field(primary_key=True)
    dossier_id: str = Field(sa_column=Column(String, ForeignKey("dossier.id"), nullable=False, index=True))
    case_id: str = Field(sa_column=Column(String, ForeignKey("dossier_case.id"), nullable=False))
    agency: str
    about: str
    payload: dict[str, Any] = Field(default_factory=dict, sa_column=json_column())
    answers: list[list[str]] = Field(default_factory=list, sa_column=json_column())
    state: str = Field(index=True)  # waiting | acknowledged | answered | dead
    attempts: int = 0
    last_error: str | None = None
    created_at: datetime
    acknowledged_at: datetime | None = None
    answered_at: datetime | None = None


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


def letters_of(connection: Connection, dossier_id: str) -> list[LetterRow]:
    """Read the letters of a dossier, oldest first."""
    found = connection.execute(
        select(_letter).where(_letter.c.dossier_id == dossier_id).order_by(_letter.c.written_at, _letter.c.id)
    )
    return [LetterRow.model_validate(dict(row)) for row in found.mappings()]
