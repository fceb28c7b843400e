"""The raw rows of a database as its journal tells them, with plain days and hours (`plain_days.py`).

Nothing of the product's own reading is used: not its tallies, not its due dates, not its working time. What
is taken from the definitions is only what the law says: limits, clocks of states, cut-off and closing hour.

Most facts come from the journal. These are in no line of it by design, and are read from the one table that
is their evidence: at which office a case lies, what was declared and where it came from (`dossier`,
`dossier_case`); when another system had a message (`message`); what the payment gateway brought
(`payment_order`); which results are valid, and that a document was made (`output`, `document`).
"""

from __future__ import annotations

import json
import sqlite3
from collections import defaultdict
from collections.abc import Iterable
from contextlib import closing
from dataclasses import dataclass, field
from datetime import UTC, datetime
from functools import cache
from pathlib import Path
from typing import Any

from tests.services.plain_days import Days, Stop
from workflows.bundle import Bundle
from workflows.conditions import holds_safely
from workflows.language import Procedure, State
from workflows.registry import Registry
from workflows.vocabulary import Clock

BEGUN = "declaration-started"
OFFICERS = {"clerk", "leader"}
Row = sqlite3.Row
TABLES = {
    "journal": "seq",
    "message": "created_at, id",
    "payment_order": "created_at",
    "dossier_case": "opened_at",
    "output": "issued_at",
}


@cache
def instant(written: str) -> datetime:
    return datetime.fromisoformat(written).replace(tzinfo=UTC)


@cache
def read(written: str) -> dict[str, Any]:
    found: dict[str, Any] = json.loads(written)
    return found


@dataclass
class Case:
    """One case as its lines tell it; `start` is when its clock began, the last time that it did."""

    id: str
    procedure: Procedure
    office: str
    opened: datetime
    state: str
    facts: str
    start: datetime | None = None
    stopped: datetime | None = None  # since when the clock stands still
    stops: list[Stop] = field(default_factory=list)
    ended: datetime | None = None
    holder: str = ""  # by name: who took the last step
    due: datetime | None = None

    def move(self, state: str, at: datetime) -> None:
        """Go to a state: its clock runs, stands still, begins again or is over."""
        before, after = state_of(self.procedure, self.state), state_of(self.procedure, state)
        if after.clock in (Clock.PAUSES, Clock.RESTARTS):
            self.stopped = self.stopped or at
        else:
            if self.stopped is not None:
                self.stops.append((self.stopped, at))
                self.stopped = None
            if after.clock is Clock.RUNS and (self.start is None or before.clock is Clock.RESTARTS):
                self.start = at
        if after.ending and self.ended is None:
            self.ended = at
        self.state = state


class File:
    """One dossier as its own lines tell it."""

    def __init__(self, row: Row, books: Books) -> None:
        self.row, self.id, self.days = row, row["id"], books.days
        self.number: str = row["number"]
        self.lines = books.rows["journal"][self.id]
        self.messages = books.rows["message"][self.id]
        self.orders = books.rows["payment_order"][self.id]
        self.results = [one["id"] for one in books.rows["output"][self.id] if one["standing"] == "valid"]
        self.made = [one for one in self.results if one in books.made]
        (key,) = (
            read(line["data"])["bundle"] for line in self.lines if line["event"] == "declaration-started"
        )
        self.bundle = books.law.bundle(key)
        self.submitted = next(instant(line["at"]) for line in self.lines if line["event"] == "submitted")
        ends = [line for line in self.lines if line["event"] == "dossier-ended"]
        self.ended = instant(ends[-1]["at"]) if ends else None
        self.finished = bool(ends) and ends[-1]["state_after"] == "finished"
        self.withdrawn = bool(ends) and ends[-1]["state_after"] == "withdrawn"
        self.cases = self._cases(books)
        self.offices = {case.office for case in self.cases.values()}
        self.stops = tuple(stop for case in self.cases.values() for stop in case.stops)
        self.stopped = any(case.stopped for case in self.cases.values())
        # What ends while its clock stands still has no date, and so is not late.
        at_rest = self.ended is not None and any(over == self.ended for _, over in self.stops)
        self.due = None if self.stopped or at_rest else self._due(books)

    def _cases(self, books: Books) -> dict[str, Case]:
        places = {row["id"]: row for row in books.rows["dossier_case"][self.id]}
        members = {member.code: member.procedure for member in self.bundle.members}
        cases: dict[str, Case] = {}
        for line in self.lines:
            about, after, at = line["case_id"], line["state_after"], instant(line["at"])
            if about is None or after is None:
                continue
            if line["event"] == "case-opened":
                law = books.law.procedure(members[read(line["data"])["member"]])
                place = places[about]
                cases[about] = Case(about, law, place["office_id"], at, after, place["facts"])
            cases[about].move(after, at)
            if OFFICERS & set(line["actor_role"].split("+")):
                cases[about].holder = line["actor_name"]
        for case in cases.values():
            if case.start is not None and case.stopped is None:
                days = _limit(case.procedure, case.procedure.assumes, self.row["facts"], case.facts)
                stops = tuple(stop for stop in case.stops if stop[1] > case.start)
                case.due = self.days.due(case.start, days, stops, case.procedure.clock)
        return cases

    def _due(self, books: Books) -> datetime:
        parts = [(case.procedure.assumes, case.facts) for case in self.cases.values()]
        assumes = tuple(one for known, _ in parts for one in known)
        days = _limit(self.bundle, assumes, self.row["facts"], *(facts for _, facts in parts))
        return self.days.due(self.submitted, days, self.stops, self.bundle.clock)

    def days_until(self, end: datetime) -> int:
        return self.days.used(self.submitted, end, self.stops, self.bundle.clock)

    def late_at(self, end: datetime) -> bool:
        return self.due is not None and end > self.due


_limits: dict[tuple[str, ...], int] = {}
_states: dict[tuple[str, str], State] = {}


def _limit(law: Procedure | Bundle, assumes: Iterable[tuple[str, Any]], *said: str) -> int:
    """Choose the working days that hold for these facts."""
    if (law.key, *said) not in _limits:
        facts = dict(assumes)
        for one in said:
            facts |= read(one)
        holds = (one for one in law.deadlines if one.when is None or holds_safely(one.when, facts))
        _limits[(law.key, *said)] = next(holds).working_days
    return _limits[(law.key, *said)]


def state_of(law: Procedure, code: str) -> State:
    """Find a state of a definition."""
    if (law.key, code) not in _states:
        _states[law.key, code] = law.state(code)
    return _states[law.key, code]


class Books:
    """The raw rows of a database, by dossier."""

    def __init__(self, path: Path, law: Registry) -> None:
        self.law = law
        self.rows: dict[str, dict[str, list[Row]]] = {}
        with closing(sqlite3.connect(path)) as books:
            books.row_factory = sqlite3.Row
            self.days = Days(books)
            for table, order in TABLES.items():
                of: dict[str, list[Row]] = defaultdict(list)
                for row in books.execute(f"SELECT * FROM {table} ORDER BY {order}"):  # noqa: S608 - ours
                    of[row["dossier_id"]].append(row)
                self.rows[table] = of
            self.made = {row["output_id"] for row in books.execute("SELECT output_id FROM document")}
            self.names = {row["id"]: row["vi"] for row in books.execute("SELECT id, vi FROM office")}
            self.provinces = dict(books.execute("SELECT code, province_code FROM area").fetchall())
            self.staff = [
                row["office_id"] for row in books.execute("SELECT * FROM officer WHERE NOT disabled")
            ]
            found = books.execute("SELECT * FROM dossier WHERE number IS NOT NULL")
            self.files = [File(row, self) for row in found]

    def offices_of(self, province: str) -> set[str]:
        """Name the offices of a province: its own, and those of its communes."""
        places = ((office, office.partition(":")[2]) for office in self.names)
        return {office for office, area in places if self.provinces.get(area, area) == province}
