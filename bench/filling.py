"""Fills a database with bundles fast: copies of real rows with ids, numbers, people and days of their own."""

from __future__ import annotations

import random
import sqlite3
from collections.abc import Iterable, Iterator
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

from bench.world import ACTS, case_of, file_bundles, make, opened
from services.officers import cases
from workflows.forms.cleaning import fold

TABLES = ("dossier", "dossier_case", "output", "journal", "letter")
SURNAMES = ("Nguyễn", "Trần", "Lê", "Phạm", "Hoàng", "Phan", "Vũ", "Đặng", "Bùi", "Đỗ", "Hồ", "Ngô")
NAMES = ("Minh Anh", "Gia Bảo", "Khánh Vy", "Thảo Nguyên", "Đức Huy", "Hà My", "Quốc Khánh", "Ngọc Diệp")
OFFICERS = 20  # who share the open cases of an office
WAITS = ("officer", "officer", "officer", "citizen", "agency")

Row = dict[str, Any]


class Pattern:
    """The rows of one bundle as the engine wrote them: finished, or with its first case open."""

    def __init__(self, folder: Path, *, finished: bool) -> None:
        path = folder / ("finished.db" if finished else "open.db")
        make(path)
        with opened(path) as context:
            (dossier,) = file_bundles(context, 1)
            for act in ACTS if finished else ACTS[:1]:
                case = case_of(context, dossier, act.member)
                cases.take_step(context.work(act.by), case, act.step, act.values)
        db = sqlite3.connect(path)
        db.row_factory = sqlite3.Row
        self.rows: dict[str, list[Row]] = {
            table: [dict(row) for row in db.execute(f"SELECT * FROM {table}")]  # noqa: S608
            for table in TABLES
        }
        db.close()
        self.finished = finished

    def copies(self, count: int, *, first: int) -> Iterator[dict[str, list[Row]]]:
        """Give so many bundles; no two share an id, a number or an event."""
        chance = random.Random(first)
        for number in range(first, first + count):
            yield self._copy(number, chance)

    def _copy(self, number: int, chance: random.Random) -> dict[str, list[Row]]:
        old = [row["id"] for table in TABLES if table != "journal" for row in self.rows[table]]
        ids = {one: f"{chance.getrandbits(128):032x}" for one in old}
        # Finished bundles lie in the past; open ones came in the last days.
        back = timedelta(minutes=chance.randrange(200, 400_000 if self.finished else 6_000))
        copy = {
            table: [{name: _moved(value, ids, back) for name, value in row.items()} for row in rows]
            for table, rows in self.rows.items()
        }
        name = f"{chance.choice(SURNAMES)} {chance.choice(NAMES)}"
        copy["dossier"][0] |= {
            "number": f"K00.000.00-260301-{number:07d}",
            "owner": f"0012{number:08d}",
            "subject": name,
            "subject_folded": fold(name),
            "event_key": f"event-{number}",
            "alike_key": f"alike-{number}",
        }
        for case in copy["dossier_case"]:
            case["search_words"] = f"k0000000260301{number:07d} {fold(name)}"
        for line in copy["journal"]:
            line["seq"] = None
        if not self.finished:
            _vary(copy["dossier_case"][0], chance)
        return copy


def fill(path: Path, bundles: Iterable[dict[str, list[Row]]]) -> None:
    """Write the bundles in one go; the safety of each commit does not matter here."""
    db = sqlite3.connect(path, isolation_level=None)
    db.execute("PRAGMA journal_mode=OFF")
    db.execute("PRAGMA synchronous=OFF")
    db.execute("PRAGMA cache_size=-400000")
    db.execute("BEGIN")
    inserts: dict[str, str] = {}
    for bundle in bundles:
        for table, rows in bundle.items():
            if rows and table not in inserts:
                inserts[table] = _insert(table, rows[0])
            if rows:
                db.executemany(inserts[table], rows)
    db.execute("COMMIT")
    db.execute("PRAGMA journal_mode=WAL")
    db.close()


def _insert(table: str, row: Row) -> str:
    names = ", ".join(row)
    values = ", ".join(f":{name}" for name in row)
    return f"INSERT INTO {table} ({names}) VALUES ({values})"  # noqa: S608


def _vary(case: Row, chance: random.Random) -> None:
    """Let open cases wait for different people, belong to different officers, and some be overdue."""
    case["waits_for"] = chance.choice(WAITS)
    case["officer_id"] = f"officer-{chance.randrange(OFFICERS)}"
    if case["waits_for"] == "citizen":
        case["due_at"], case["paused_since"] = None, case["entered_at"]


def _moved(value: Any, ids: dict[str, str], back: timedelta) -> Any:
    """Give a value as it is in a copy: another id, or an earlier instant."""
    if not isinstance(value, str):
        return value
    if value in ids:
        return ids[value]
    if value.startswith("2026-") and value[10:11] == " ":
        return f"{datetime.fromisoformat(value) - back:%Y-%m-%d %H:%M:%S.%f}"
    return value
