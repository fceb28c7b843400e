"""Every row of a database as text, so that two moments or two databases can be compared byte for byte."""

from __future__ import annotations

import shutil
import sqlite3
from pathlib import Path

Rows = dict[str, list[str]]


def all_rows(path: Path) -> Rows:
    """Read every row of every table; SQLite's `quote` tells apart what Python takes for equal."""
    db = sqlite3.connect(path)
    try:
        tables = [name for (name,) in db.execute("SELECT name FROM sqlite_master WHERE type = 'table'")]
        return {table: _rows_of(db, table) for table in sorted(tables)}
    finally:
        db.close()


def difference(before: Rows, after: Rows) -> str:
    """Name the tables that differ, or nothing when all rows are the same."""
    differing = [
        table for table in sorted(before.keys() | after.keys()) if before.get(table) != after.get(table)
    ]
    return ", ".join(differing)


def copy(source: Path, target: Path) -> Path:
    """Copy a database that nobody has open, over whatever was there."""
    for old in target.parent.glob(f"{target.name}*"):
        old.unlink()
    shutil.copy(source, target)
    return target


def case_ids(path: Path, dossiers: list[str], member: str) -> list[str]:
    """Find the case of a member in each dossier; one that is not open yet is left out."""
    db = sqlite3.connect(path)
    try:
        found = dict(db.execute("SELECT dossier_id, id FROM dossier_case WHERE member = ?", (member,)))
    finally:
        db.close()
    return [found[dossier] for dossier in dossiers if dossier in found]


def _rows_of(db: sqlite3.Connection, table: str) -> list[str]:
    columns = [name for _, name, *_ in db.execute(f'PRAGMA table_info("{table}")')]
    quoted = " || ',' || ".join(f'quote("{name}")' for name in columns)
    return sorted(row for (row,) in db.execute(f'SELECT {quoted} FROM "{table}"'))  # noqa: S608
