"""What a dead product left on disk, read from copies: looking must not heal what a restart has to heal."""

import json
import shutil
import sqlite3
from collections import defaultdict
from collections.abc import Iterable, Mapping
from contextlib import closing
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

Row = dict[str, Any]

_JSON = ("answers", "facts", "items", "payload", "body", "data")
_TABLES = ("dossier", "dossier_case", "output", "message", "inbox", "journal", "letter")
_REFERENCES = tuple(
    f"SELECT '{table} row ' || rowid FROM {table} WHERE {column} NOT IN (SELECT id FROM {other})"  # noqa: S608
    f" AND {column} IS NOT NULL"
    for table, column, other in (
        ("inbox", "message_id", "message"),
        ("letter", "case_id", "dossier_case"),
        ("journal", "dossier_id", "dossier"),
        ("journal", "case_id", "dossier_case"),
    )
)
_JOBS = "SELECT workflow_uuid, status FROM workflow_status WHERE status NOT IN ('SUCCESS', 'CANCELLED')"


@dataclass
class Evidence:
    """Every row that the checks look at."""

    rows: Mapping[str, list[Row]]
    effects: list[Row]
    repeats: dict[tuple[str, str], int]  # by agency and key: messages that changed nothing
    jobs: dict[str, set[str]]  # by job: the states of its tries that are not done
    damage: list[str]
    _grouped: dict[tuple[str, str], dict[Any, list[Row]]] = field(default_factory=dict)

    def by(self, table: str, column: str, value: Any) -> list[Row]:
        """List the rows of a table that have this value."""
        groups = self._grouped.get((table, column))
        if groups is None:
            groups = self._grouped[table, column] = defaultdict(list)
            for row in self.rows[table]:
                groups[row[column]].append(row)
        return groups.get(value, [])

    def one(self, table: str, row_id: Any) -> Row | None:
        """Find a row by its id."""
        found = self.by(table, "id", row_id)
        return found[0] if found else None

    def is_alive(self, job_id: str) -> bool:
        """Say whether a job waits, is delayed, or was running."""
        return bool(self.jobs.get(job_id, set()) & {"ENQUEUED", "DELAYED", "PENDING"})

    def moves(self, case_id: str) -> list[Row]:
        """List the journal's lines about steps that a case took, in their order."""
        lines = self.by("journal", "case_id", case_id)
        return [line for line in lines if line["state_before"] and line["state_after"]]


def collect(folder: Path) -> Evidence:
    """Copy the files of a product that does not run, and read the copies."""
    copies = folder / "evidence"
    shutil.rmtree(copies, ignore_errors=True)
    copies.mkdir()
    for name in ("product.sqlite", "agencies.sqlite"):
        for file in folder.glob(f"{name}*"):
            if not file.name.endswith("-shm"):  # SQLite makes it anew from the log
                shutil.copy(file, copies)
    with closing(_opened(copies / "product.sqlite")) as product:
        rows = {table: _read(product, f"SELECT * FROM {table} ORDER BY rowid") for table in _TABLES}  # noqa: S608
        rows["document"] = _read(product, "SELECT output_id, code, sha256 FROM document")
        jobs: dict[str, set[str]] = defaultdict(set)
        for row in product.execute(_JOBS):
            jobs[row[0].partition("~")[0]].add(row[1])
        damage = [*_damage(product), *(row[0] for sql in _REFERENCES for row in product.execute(sql))]
    with closing(_opened(copies / "agencies.sqlite")) as agencies:
        effects = _read(agencies, "SELECT * FROM effect ORDER BY seq")
        tallies = agencies.execute("SELECT agency, key, count FROM tally WHERE what = 'repeat'")
        repeats = {(agency, key): count for agency, key, count in tallies}
        damage += _damage(agencies)
    return Evidence(rows, effects, repeats, dict(jobs), damage)


def _opened(path: Path) -> sqlite3.Connection:
    connection = sqlite3.connect(path)
    connection.row_factory = sqlite3.Row
    return connection


def _read(connection: sqlite3.Connection, sql: str) -> list[Row]:
    return [{name: _value(name, row[name]) for name in tuple(row.keys())} for row in connection.execute(sql)]


def _value(name: str, stored: Any) -> Any:
    return json.loads(stored) if name in _JSON and stored else stored


def _damage(connection: sqlite3.Connection) -> Iterable[str]:
    checks = [row[0] for row in connection.execute("PRAGMA integrity_check")]
    orphans = [tuple(row) for row in connection.execute("PRAGMA foreign_key_check")]
    return [
        *(f"integrity: {words}" for words in checks if words != "ok"),
        *(f"orphan: {row}" for row in orphans),
    ]
