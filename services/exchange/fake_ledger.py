"""The file in which the fake agencies keep their registers, their numbers and what they have done.

It is not the product's database: an agency's system lives elsewhere and outlives our
crashes by itself. SQLite keeps it safe for several threads and processes at once.
"""

import json
import os
import sqlite3
import threading
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path
from typing import Any

from workflows.calendar import VIETNAM

_PRAGMAS = ("busy_timeout=30000", "journal_mode=WAL", "synchronous=FULL")
_TABLES = (
    "CREATE TABLE IF NOT EXISTS record (agency TEXT, register TEXT, number TEXT, items TEXT NOT NULL,"
    " PRIMARY KEY (agency, register, number)) WITHOUT ROWID",
    "CREATE TABLE IF NOT EXISTS series (agency TEXT, name TEXT, last INTEGER NOT NULL,"
    " PRIMARY KEY (agency, name)) WITHOUT ROWID",
    "CREATE TABLE IF NOT EXISTS effect (seq INTEGER PRIMARY KEY AUTOINCREMENT, agency TEXT NOT NULL,"
    " key TEXT NOT NULL, about TEXT NOT NULL, payload TEXT NOT NULL, outcome TEXT NOT NULL,"
    " items TEXT NOT NULL, at TEXT NOT NULL, UNIQUE (agency, key))",
    "CREATE TABLE IF NOT EXISTS tally (agency TEXT, key TEXT, what TEXT, count INTEGER NOT NULL,"
    " PRIMARY KEY (agency, key, what)) WITHOUT ROWID",
    "CREATE TABLE IF NOT EXISTS plan (agency TEXT, about TEXT, plan TEXT NOT NULL,"
    " PRIMARY KEY (agency, about)) WITHOUT ROWID",
)


@dataclass(frozen=True, slots=True)
class Effect:
    """One message that an agency carried out; a repeat of its key finds it and adds nothing."""

    key: str
    about: str
    payload: Mapping[str, Any]
    outcome: str
    items: Mapping[str, Any]
    at: datetime


class Ledger:
    """Opens the file; each thread of each process has a connection of its own."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._mine = threading.local()
        with self._transaction("BEGIN IMMEDIATE") as connection:
            for table in _TABLES:
                connection.execute(table)

    @contextmanager
    def writing(self, agency: str, now: datetime) -> "Iterator[Books]":
        """Open one agency's books; what is written is kept when the block ends well."""
        with self._transaction("BEGIN IMMEDIATE") as connection:
            yield Books(connection, agency, now)

    @contextmanager
    def reading(self, agency: str, now: datetime) -> "Iterator[Books]":
        """Open one agency's books without waiting for whoever writes."""
        with self._transaction("BEGIN") as connection:
            yield Books(connection, agency, now)

    @contextmanager
    def _transaction(self, begin: str) -> Iterator[sqlite3.Connection]:
        connection = self._connection()
        connection.execute(begin)
        try:
            yield connection
        except BaseException:
            connection.execute("ROLLBACK")
            raise
        connection.execute("COMMIT")

    def _connection(self) -> sqlite3.Connection:
        # A forked process must neither use the connection it inherits nor close it.
        opened: dict[int, sqlite3.Connection] = self._mine.__dict__.setdefault("opened", {})
        if os.getpid() not in opened:
            connection = sqlite3.connect(self._path, isolation_level=None)
            for pragma in _PRAGMAS:
                connection.execute(f"PRAGMA {pragma}")
            opened[os.getpid()] = connection
        return opened[os.getpid()]


class Books:
    """The books of one agency, open in one transaction; `now` is the instant at which they are open."""

    def __init__(self, connection: sqlite3.Connection, agency: str, now: datetime) -> None:
        self._connection = connection
        self._agency = agency
        self.now = now

    @property
    def today(self) -> date:
        """The day in Vietnam."""
        return self.now.astimezone(VIETNAM).date()

    def read(self, register: str, number: str) -> dict[str, Any] | None:
        """Read one record of a register, or nothing when there is none."""
        row = self._one(
            "SELECT items FROM record WHERE agency = ? AND register = ? AND number = ?", register, number
        )
        return json.loads(row[0]) if row else None

    def write(self, register: str, number: str, items: Mapping[str, Any]) -> None:
        """Write one record, in place of the one there was."""
        self._do("INSERT OR REPLACE INTO record VALUES (?, ?, ?, ?)", register, number, _json(items))

    def next(self, series: str) -> int:
        """Give the next number of a series; the first one is 1."""
        row = self._one(
            "INSERT INTO series VALUES (?, ?, 1)"
            " ON CONFLICT (agency, name) DO UPDATE SET last = last + 1 RETURNING last",
            series,
        )
        return int(row[0]) if row else 0

    def count(self, key: str, what: str) -> int:
        """Count one more of something that happened to a message; return how many there are now."""
        row = self._one(
            "INSERT INTO tally VALUES (?, ?, ?, 1)"
            " ON CONFLICT (agency, key, what) DO UPDATE SET count = count + 1 RETURNING count",
            key,
            what,
        )
        return int(row[0]) if row else 0

    def counted(self, key: str, what: str) -> int:
        """Tell how many there were, for one message."""
        row = self._one("SELECT count FROM tally WHERE agency = ? AND key = ? AND what = ?", key, what)
        return int(row[0]) if row else 0

    def total(self, what: str) -> int:
        """Tell how many there were, for all messages together."""
        row = self._one("SELECT coalesce(sum(count), 0) FROM tally WHERE agency = ? AND what = ?", what)
        return int(row[0]) if row else 0

    def effect(self, key: str) -> Effect | None:
        """Find what was done for a message."""
        row = self._one(f"SELECT {_EFFECT} FROM effect WHERE agency = ? AND key = ?", key)  # noqa: S608
        return _effect(row) if row else None

    def effects(self) -> tuple[Effect, ...]:
        """List what was done, oldest first."""
        found = self._do(f"SELECT {_EFFECT} FROM effect WHERE agency = ? ORDER BY seq")  # noqa: S608
        return tuple(_effect(row) for row in found)

    def keep(self, effect: Effect) -> None:
        """Note what was done for a message; a second note for one key is refused by the file itself."""
        values = (effect.key, effect.about, _json(effect.payload), effect.outcome, _json(effect.items))
        self._do(
            f"INSERT INTO effect (agency, {_EFFECT}) VALUES (?, ?, ?, ?, ?, ?, ?)",  # noqa: S608
            *values,
            effect.at.isoformat(),
        )

    def plan(self, about: str) -> Any:
        """Read how the agency is to behave for one kind of message, or nothing."""
        row = self._one("SELECT plan FROM plan WHERE agency = ? AND about = ?", about)
        return json.loads(row[0]) if row else None

    def set_plan(self, about: str, plan: Any) -> None:
        """Settle how the agency is to behave for one kind of message."""
        self._do("INSERT OR REPLACE INTO plan VALUES (?, ?, ?)", about, _json(plan))

    def _one(self, sql: str, *values: Any) -> tuple[Any, ...] | None:
        rows = self._do(sql, *values).fetchall()
        return rows[0] if rows else None

    def _do(self, sql: str, *values: Any) -> sqlite3.Cursor:
        """Run a statement whose first parameter is the agency."""
        return self._connection.execute(sql, (self._agency, *values))


_EFFECT = "key, about, payload, outcome, items, at"


def _effect(row: tuple[Any, ...]) -> Effect:
    key, about, payload, outcome, items, at = row
    return Effect(key, about, json.loads(payload), outcome, json.loads(items), datetime.fromisoformat(at))


def _json(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False, default=dict)
