"""Signed-in sessions, and tries that are counted."""

from datetime import datetime, timedelta

from sqlalchemy import Connection, delete, insert, select, update
from sqlmodel import Field, SQLModel


class SessionRow(SQLModel, table=True):
    """A signed-in session; the id is a digest, so that the table does not open sessions."""

    __tablename__ = "session"
    id: str = Field(primary_key=True)
    person_kind: str  # officer | citizen
    person_id: str = Field(index=True)
    created_at: datetime
    seen_at: datetime


class AttemptRow(SQLModel, table=True):
    """Tries against one name or one address, counted in a window; it survives a restart."""

    __tablename__ = "attempt"
    key: str = Field(primary_key=True)
    count: int
    since: datetime


_session = SessionRow.__table__  # type: ignore[attr-defined]
_attempt = AttemptRow.__table__  # type: ignore[attr-defined]


def open_session(connection: Connection, digest: str, kind: str, person_id: str, now: datetime) -> None:
    """Write a new session."""
    connection.execute(
        insert(_session).values(id=digest, person_kind=kind, person_id=person_id, created_at=now, seen_at=now)
    )


def session(connection: Connection, digest: str) -> SessionRow | None:
    """Read one session by the digest of its token."""
    row = connection.execute(select(_session).where(_session.c.id == digest)).mappings().one_or_none()
    return SessionRow.model_validate(dict(row)) if row else None


def touch(connection: Connection, digest: str, now: datetime) -> None:
    """Note that a session was used."""
    connection.execute(update(_session).where(_session.c.id == digest).values(seen_at=now))


def close_session(connection: Connection, digest: str) -> None:
    """Remove a session."""
    connection.execute(delete(_session).where(_session.c.id == digest))


def count_try(connection: Connection, key: str, now: datetime, window: timedelta) -> int:
    """Count one try under a key and return how many there were in the window that is running."""
    row = connection.execute(select(_attempt).where(_attempt.c.key == key)).mappings().one_or_none()
    if row is None:
        connection.execute(insert(_attempt).values(key=key, count=1, since=now))
        return 1
    fresh = now - row["since"] > window
    count = 1 if fresh else row["count"] + 1
    since = now if fresh else row["since"]
    connection.execute(update(_attempt).where(_attempt.c.key == key).values(count=count, since=since))
    return int(count)


def forget_tries(connection: Connection, key: str) -> None:
    """Forget the tries under a key."""
    connection.execute(delete(_attempt).where(_attempt.c.key == key))
