"""Sessions: who is signed in, or holds one draft; and tries that are counted."""

from datetime import datetime, timedelta

from sqlalchemy import ColumnElement, Connection, and_, delete, func, insert, select, update
from sqlmodel import Field, SQLModel


class SessionRow(SQLModel, table=True):
    """A session; the id is a digest, so that the table does not open sessions.

    A session of the kind `draft` holds one draft and nobody: its `person_id` is the dossier's id.
    An officer's session may hold one draft besides. A closed session stays for a day: it says whose form
    came too late.
    """

    __tablename__ = "session"
    id: str = Field(primary_key=True)
    person_kind: str  # officer | citizen | draft
    person_id: str = Field(index=True)
    created_at: datetime
    seen_at: datetime
    closed_at: datetime | None = None
    held_draft: str | None = None


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
    """Read one session by the digest of its token, a closed one too."""
    row = connection.execute(select(_session).where(_session.c.id == digest)).mappings().one_or_none()
    return SessionRow.model_validate(dict(row)) if row else None


def touch(connection: Connection, digest: str, now: datetime) -> None:
    """Note that a session was used."""
    connection.execute(update(_session).where(_session.c.id == digest).values(seen_at=now))


def close_session(connection: Connection, digest: str, now: datetime) -> None:
    """Close one session; once closed it stays so."""
    _close(connection, _session.c.id == digest, now)


def close_sessions_of(connection: Connection, kind: str, person_id: str, now: datetime) -> int:
    """Close every open session of a person; return how many there were."""
    return _close(connection, and_(_session.c.person_kind == kind, _session.c.person_id == person_id), now)


def open_sessions(connection: Connection, kind: str, person_id: str, seen_since: datetime) -> int:
    """Count the open sessions of a person that were used since an instant."""
    return int(
        connection.scalar(
            select(func.count())
            .select_from(_session)
            .where(
                _session.c.person_kind == kind,
                _session.c.person_id == person_id,
                _session.c.closed_at.is_(None),
                _session.c.seen_at >= seen_since,
            )
        )
        or 0
    )


def hold_draft(connection: Connection, digest: str, draft_id: str | None) -> None:
    """Let a session hold one draft, or none."""
    connection.execute(update(_session).where(_session.c.id == digest).values(held_draft=draft_id))


def forget_sessions(connection: Connection, before: datetime) -> None:
    """Remove the sessions that were last used before an instant."""
    connection.execute(delete(_session).where(_session.c.seen_at < before))


def _close(connection: Connection, which: ColumnElement[bool], now: datetime) -> int:
    closing = update(_session).where(which, _session.c.closed_at.is_(None)).values(closed_at=now)
    return connection.execute(closing).rowcount


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


def take_back_try(connection: Connection, key: str) -> None:
    """Take back one try: it was no failure."""
    connection.execute(
        update(_attempt).where(_attempt.c.key == key, _attempt.c.count > 0).values(count=_attempt.c.count - 1)
    )


def forget_tries(connection: Connection, key: str) -> None:
    """Forget the tries under a key."""
    connection.execute(delete(_attempt).where(_attempt.c.key == key))


def forget_old_tries(connection: Connection, before: datetime) -> None:
    """Forget the tries whose window began before an instant."""
    connection.execute(delete(_attempt).where(_attempt.c.since < before))
