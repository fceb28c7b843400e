"""Real stories of linked dossiers, played once by the real verbs and then copied: for figures over many.

Copies are moved by whole weeks within a time without holidays, so that every due date of a copy is the one
the engine would have written. What families and machines do by chance differs from copy to copy by a seed.
"""

from __future__ import annotations

import json
import random
import re
import sqlite3
from collections.abc import Iterator, Sequence
from contextlib import closing
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

from bench.fates import GROUPS, Story
from services.demo.filing import file_declaration
from services.demo.stage import open_stage
from services.exchange.delivery import handlers
from workflows.calendar import VIETNAM

Row = dict[str, Any]
Rows = dict[str, list[Row]]
# Parents before children, as the foreign keys want it.
TABLES = (
    *("dossier", "dossier_case", "output", "document", "journal", "message", "apology"),
    *("rating", "payment_order"),
)
NAMING = ("dossier_id", "case_id", "output_id")  # columns that name another row
UNSEEN = {"dossier": ("answers",), "output": ("items",), "message": ("payload",)}
TOLD = ("declaration-started", "case-opened")  # lines of the journal whose data stay: bundle, and member
WEEKS_BACK = 10
NOW = datetime(2026, 12, 7, 10, 0, tzinfo=VIETNAM)  # a Monday, after the last of the stories
HOME = "00004"  # the commune of the stories; copies go to others too
COMMUNES = ("00004", "00070", "00190", "00226", "00454", "26740")  # the last one lies in another province
MOMENT = re.compile(r"\d{4}-\d\d-\d\d([ T])\d\d:\d\d:\d\d(\.\d+)?")


def play(folder: Path) -> list[Rows]:
    """Play every story by the real verbs, each group on a stage of its own; return their rows."""
    folder.mkdir(parents=True, exist_ok=True)
    return [rows for day, start, stories in GROUPS for rows in _played(folder / day, start, stories)]


def _played(folder: Path, start: datetime, stories: Sequence[Story]) -> list[Rows]:
    folder.mkdir()
    stage = open_stage(folder, start)
    for filing, fate in stories:
        row = file_declaration(
            stage.context, stage.agencies, stage.lists, filing.actor, filing.slug, filing.answers
        )
        fate(stage, row.id, filing.actor)
    # Until some days later: what is overdue is apologised for, as it would be.
    stage.jobs.run_until(NOW - timedelta(days=3), stage.clock, handlers(stage.context, stage.agencies))
    stage.close()
    return _read(folder / "stage.sqlite")


# --- copies -------------------------------------------------------------------------------------------


def _read(path: Path) -> list[Rows]:
    """Read the rows of each dossier."""
    with closing(sqlite3.connect(path)) as books:
        books.row_factory = sqlite3.Row
        every = {table: [dict(row) for row in books.execute(f"SELECT * FROM {table}")] for table in TABLES}  # noqa: S608
    found = []
    for dossier in every["dossier"]:
        mine = dossier["id"]
        own = {name: [row for row in rows if row.get("dossier_id") == mine] for name, rows in every.items()}
        found.append({**own, "dossier": [dossier]})
    return found


def copies(stories: list[Rows], count: int, seed: int = 1) -> Iterator[Rows]:
    """Give so many dossiers; the week, the commune and what happens by chance come from the seed."""
    chance = random.Random(seed)
    moved: dict[tuple[int, int, str], Rows] = {}
    for number in range(1, count + 1):
        which = (number % len(stories), chance.randrange(WEEKS_BACK), chance.choice(COMMUNES))
        if which not in moved:
            moved[which] = _elsewhere(stories[which[0]], *which[1:])
        yield _copy(moved[which], number, chance)


def _elsewhere(story: Rows, weeks: int, commune: str) -> Rows:
    """Move a story to an earlier week and to another commune; what no figure looks at is left behind."""
    there = {
        table: [{name: _moved(value, weeks, commune) for name, value in row.items()} for row in rows]
        for table, rows in story.items()
    }
    for table, columns in UNSEEN.items():
        for row in there[table]:
            row |= dict.fromkeys(columns, "{}")
    for line in there["journal"]:
        line |= {"seq": None} if line["event"] in TOLD else {"seq": None, "data": "{}"}
        if commune != HOME and line["actor_role"] not in ("system", "agency"):
            line["actor_id"] = f"{line['actor_id']}@{commune}"
    for row in there["document"]:
        row["content"] = b""
    return there


def _copy(story: Rows, number: int, chance: random.Random) -> Rows:
    """Copy a story with ids and a code of its own."""
    known = (row["id"] for rows in story.values() for row in rows if "id" in row)
    ids = {old: f"{chance.getrandbits(96):024x}" for old in known}
    copy = {
        table: [
            row | {name: ids[row[name]] for name in ("id", *NAMING) if row.get(name) in ids} for row in rows
        ]
        for table, rows in story.items()
    }
    copy["dossier"][0] |= {
        "number": f"K00.000.00-261101-{number:07d}",
        "owner": f"00119{number:07d}" if chance.random() > 0.02 else "",
        "event_key": None,
        "alike_key": None,
    }
    _by_chance(copy, copy["dossier"][0], chance)
    return copy


def _moved(value: Any, weeks: int, commune: str) -> Any:
    if not isinstance(value, str):
        return value
    if value.endswith(f":{HOME}"):
        return f"{value[: -len(HOME)]}{commune}"
    if not value.startswith(("2026-", "[[")):
        return value
    return MOMENT.sub(lambda found: _earlier(found[0], weeks), value)


def _earlier(written: str, weeks: int) -> str:
    moment = datetime.fromisoformat(written[:19]) - timedelta(weeks=weeks)
    return f"{moment:%Y-%m-%d}{written[10]}{moment:%H:%M:%S}{written[19:]}"


def _by_chance(copy: Rows, dossier: Row, chance: random.Random) -> None:
    """Vary what families and machines do: a counter, a fee, a rating, slow systems, documents not made."""
    if chance.random() < 0.1:
        dossier["assisted_by"] = f"hotich.{chance.randrange(9)}"
        copy["journal"].insert(1, _line(copy, "assisted-at-counter", dossier["submitted_at"]))
    if chance.random() < 0.1:
        origins = json.loads(dossier["origins"])
        for fact in list(origins)[: chance.randrange(1, 4)]:
            origins[fact] = {**origins[fact], "declared": "khác"}
        dossier["origins"] = json.dumps(origins)
    if dossier["ended_at"] and chance.random() < 0.5:
        score, at = chance.randrange(1, 6), dossier["ended_at"]
        copy["rating"] = [{"dossier_id": dossier["id"], "score": score, "words": "", "given_at": at}]
        copy["journal"].append({**_line(copy, "rated", at), "data": json.dumps({"score": score})})
    if chance.random() < 0.3:
        copy["payment_order"] = [_order(dossier, chance)]
    for message in copy["message"]:
        _delay(message, chance)
    copy["document"] = [row for row in copy["document"] if chance.random() > 0.1]
    for row in copy["document"]:
        row["code"] = f"{chance.getrandbits(80):020x}"
    if copy["apology"] and chance.random() < 0.3:  # somebody did not apologise
        copy["apology"] = []
        copy["journal"] = [line for line in copy["journal"] if line["event"] != "apology-given"]
    if copy["message"] and chance.random() < 0.03:  # an operator sent one of them again
        copy["journal"].append(_line(copy, "message-resent", copy["message"][0]["created_at"]))


def _delay(message: Row, chance: random.Random) -> None:
    """Let the other system have a message at once, on the very minute of a limit, just after it, or never."""
    minutes = chance.choice((0.1, 1, 10, 10.02, 60, 120, 121, 600, None))
    if minutes is None:
        message |= {"acknowledged_at": None, "answered_at": None, "state": chance.choice(("waiting", "dead"))}
        return
    taken = datetime.fromisoformat(message["created_at"]) + timedelta(minutes=minutes)
    message["acknowledged_at"] = f"{taken:%Y-%m-%d %H:%M:%S.%f}"


def _line(copy: Rows, event: str, at: str) -> Row:
    line = {**copy["journal"][0], "case_id": None, "event": event, "at": at, "data": "{}"}
    return {**line, "state_before": None, "state_after": None}


def _order(dossier: Row, chance: random.Random) -> Row:
    received = chance.choice((0, 16_000, 16_000))
    return {
        "id": f"{chance.getrandbits(96):024x}",
        "dossier_id": dossier["id"],
        "owner": dossier["owner"],
        "amount": 16_000,
        "lines": "[]",
        "state": "paid" if received else "void",
        "received": received,
        "refund_due": chance.choice((0, 0, received)),
        "created_at": dossier["created_at"],
        "expires_at": dossier["created_at"],
    }


def fill(path: Path, bundles: Iterator[Rows]) -> None:
    """Write the dossiers in one go, the journal in the order of time; no commit here needs to be safe."""
    with closing(sqlite3.connect(path, isolation_level=None)) as books:
        books.execute("PRAGMA synchronous=OFF")
        books.execute("BEGIN")
        journal: list[Row] = []
        for bundle in bundles:
            for table in TABLES:
                rows = bundle[table]
                if table == "journal":
                    journal += rows
                elif rows:
                    books.executemany(_insert(table, rows[0]), rows)
        journal.sort(key=lambda line: line["at"])
        books.executemany(_insert("journal", journal[0]), journal)
        books.execute("COMMIT")


def _insert(table: str, row: Row) -> str:
    names = ", ".join(f'"{name}"' for name in row)
    return f"INSERT INTO {table} ({names}) VALUES ({', '.join(f':{name}' for name in row)})"  # noqa: S608
