"""The floor: the same rows written by hand with sqlite3, knowing nothing of definitions, law or actors.

One step is BEGIN IMMEDIATE, one read of the case, the writes, COMMIT. What follows from the law
(states, due dates, whose turn it is) is written down here as constants.
"""

from __future__ import annotations

import json
import sqlite3
from datetime import datetime
from pathlib import Path
from typing import Any

from bench.definitions import ANSWERS, AREA, OFFICES
from bench.world import Act, TickingClock, seeded_ids

NEXT = {"certificate": "residence", "residence": "card", "card": None}
STATES = {"accept": "under-review", "check": "checked", "propose": "proposed", "issue": "issued"}
BEFORE = {"accept": "received", "check": "under-review", "propose": "checked", "issue": "proposed"}
SETS: dict[str, dict[str, Any]] = {"propose": {"proposed": True}}
CASE_DUE = "2026-03-04 10:00:00.000000"  # two working days on, 17 o'clock in Vietnam

READ = """SELECT c.dossier_id, c.row_version, c.round, c.facts, d.facts, d.row_version
    FROM dossier_case AS c JOIN dossier AS d ON d.id = c.dossier_id WHERE c.id = ?"""
MOVE = """UPDATE dossier_case SET state = ?, waits_for = ?, ending = ?, office_id = ?, officer_id = ?,
    round = ?, facts = ?, entered_at = ?, clock_started_at = clock_started_at, paused_since = NULL,
    pauses = '[]', working_days = 2, due_at = ?, row_version = row_version + 1
    WHERE id = ? AND row_version = ? AND state = ? AND office_id = ?"""
RECORD = """INSERT INTO journal (at, dossier_id, case_id, actor_role, actor_id, actor_name, event,
    state_before, state_after, data) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"""
ISSUE = """INSERT INTO output (id, dossier_id, case_id, code, version, standing, items, issued_at)
    VALUES (?, ?, ?, ?, 1, 'valid', ?, ?)"""
FACTS = "UPDATE dossier SET facts = ?, row_version = row_version + 1 WHERE id = ? AND row_version = ?"
OPEN = """INSERT INTO dossier_case (id, dossier_id, member, procedure, state, waits_for, ending, office_id,
    officer_id, round, facts, opened_at, entered_at, clock_started_at, paused_since, pauses, working_days,
    due_at, search_words, row_version)
    VALUES (?, ?, ?, ?, 'received', 'officer', NULL, ?, NULL, 1, '{}', ?, ?, ?, NULL, '[]', 2, ?,
    (SELECT search_words FROM dossier_case WHERE id = ?), 1)"""
LETTER = """INSERT INTO letter (id, dossier_id, case_id, letter, vi, en, written_at)
    VALUES (?, ?, NULL, 'results-ready', ?, ?, ?)"""
READY = ("Hồ sơ đã có đủ kết quả.", "Every result of your file is ready.")
END = """UPDATE dossier SET facts = ?, state = 'finished', ended_at = ?, row_version = row_version + 2
    WHERE id = ? AND row_version = ?"""


class Floor:
    """One connection to a database of the bench."""

    def __init__(self, path: Path, *, ids: str = "bench") -> None:
        self._db = sqlite3.connect(path, isolation_level=None)
        for pragma in ("busy_timeout=30000", "journal_mode=WAL", "synchronous=FULL", "foreign_keys=ON"):
            self._db.execute(f"PRAGMA {pragma}")
        self._clock, self._ids = TickingClock(), seeded_ids(ids)

    def close(self) -> None:
        self._db.close()

    def take(self, act: Act, case_id: str) -> None:
        """Take one step of one case in a transaction of its own."""
        db = self._db
        now = _written(self._clock.now())
        db.execute("BEGIN IMMEDIATE")
        dossier_id, version, round_, own, facts, dossier_version = db.execute(READ, (case_id,)).fetchone()
        issues = act.step == "issue"
        kept = {**json.loads(own), **act.values, **SETS.get(act.step, {}), f"taker.{act.step}": act.by.id}
        place = ("issued", "nobody", "issued") if issues else (STATES[act.step], "officer", None)
        office, due = act.by.office_id, CASE_DUE
        moved = db.execute(
            MOVE,
            (
                *(*place, office, act.by.id, round_ + 1, _json(kept), now, due),
                *(case_id, version, BEFORE[act.step], office),
            ),
        )
        if moved.rowcount != 1:
            db.execute("ROLLBACK")
            raise LookupError("somebody else moved it")
        who = ("+".join(act.by.roles), act.by.id, act.by.name)
        step = (act.step, BEFORE[act.step], STATES[act.step], _json(act.values))
        db.execute(RECORD, (now, dossier_id, case_id, *who, *step))
        if issues:
            self._issue(act, case_id, dossier_id, json.loads(facts), dossier_version, now, who)
        db.execute("COMMIT")

    def _issue(
        self,
        act: Act,
        case_id: str,
        dossier_id: str,
        facts: dict[str, Any],
        version: int,
        now: str,
        who: tuple[str, str, str],
    ) -> None:
        db = self._db
        items = {"number": act.values[f"{act.member}-number"], "holder": ANSWERS["child.full-name"]}
        db.execute(ISSUE, (self._ids(), dossier_id, case_id, act.member, _json(items), now))
        facts = {**facts, **{f"{act.member}.{name}": value for name, value in items.items()}}
        following = NEXT[act.member]
        if following is None:
            db.execute(
                RECORD, (now, dossier_id, None, *who, "dossier-ended", "in-progress", "finished", "{}")
            )
            db.execute(LETTER, (self._ids(), dossier_id, *READY, now))
            db.execute(END, (_json(facts), now, dossier_id, version))
            return
        db.execute(FACTS, (_json(facts), dossier_id, version))
        opened, office = self._ids(), f"{OFFICES[following]}:{AREA}"
        procedure = f"bench-{following}@2026-01"
        db.execute(OPEN, (opened, dossier_id, following, procedure, office, now, now, now, CASE_DUE, case_id))
        data = _json({"member": following})
        db.execute(RECORD, (now, dossier_id, opened, *who, "case-opened", None, "received", data))


def _json(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))


def _written(instant: datetime) -> str:
    return instant.strftime("%Y-%m-%d %H:%M:%S.%f")
