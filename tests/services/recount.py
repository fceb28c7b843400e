"""The supervisor's figures counted again, plainly and slowly, from raw rows: journal, letters, messages.

Nothing here is shared with the product but the definitions (which clock a state has, which limit holds) and
the due dates of single cases. Days are counted one by one; the weeks of the stories have no holiday.
"""

from __future__ import annotations

import json
import sqlite3
from collections import defaultdict
from contextlib import closing
from datetime import UTC, date, datetime, time, timedelta, timezone
from pathlib import Path
from typing import Any

from workflows.conditions import holds_safely
from workflows.language import Clock
from workflows.registry import Registry

LOCAL = timezone(timedelta(hours=7))
SESSIONS = ((time(7, 30), time(11, 30)), (time(13), time(17)))
Row = dict[str, Any]
Figures = dict[str, tuple[float | None, int]]
DAY = timedelta(days=1)


def instant(written: str | None) -> datetime | None:
    return datetime.fromisoformat(written).replace(tzinfo=UTC) if written else None


def working(day: date) -> bool:
    return day.weekday() < 5


class Books:
    """The raw rows of a database, by dossier."""

    def __init__(self, path: Path, law: Registry) -> None:
        self.law = law
        self.rows: dict[str, dict[str, list[Row]]] = {}
        with closing(sqlite3.connect(path)) as books:
            books.row_factory = sqlite3.Row
            for table, order in (
                *(("journal", "seq"), ("message", "created_at"), ("letter", "written_at")),
                *(("payment_order", "created_at"), ("dossier_case", "opened_at"), ("output", "issued_at")),
            ):
                of: dict[str, list[Row]] = defaultdict(list)
                for row in books.execute(f"SELECT * FROM {table} ORDER BY {order}"):  # noqa: S608 - ours
                    of[row["dossier_id"]].append(dict(row))
                self.rows[table] = of
            self.made = {row["output_id"] for row in books.execute("SELECT output_id FROM document")}
            found = books.execute("SELECT * FROM dossier WHERE number IS NOT NULL")
            self.files = [File(dict(row), self) for row in found]


class File:
    """One dossier as its own lines tell it."""

    def __init__(self, row: Row, books: Books) -> None:
        self.row, self.id = row, row["id"]
        self.lines = books.rows["journal"][self.id]
        self.cases = {case["id"]: case for case in books.rows["dossier_case"][self.id]}
        self.offices = {case["office_id"] for case in self.cases.values()}
        self.messages = books.rows["message"][self.id]
        self.letters = [letter["letter"] for letter in books.rows["letter"][self.id]]
        self.orders = books.rows["payment_order"][self.id]
        self.results = [one["id"] for one in books.rows["output"][self.id] if one["standing"] == "valid"]
        self.made = [one for one in self.results if one in books.made]
        self.bundle = books.law.bundle(row["bundle"])
        self.submitted = next(instant(line["at"]) for line in self.lines if line["event"] == "submitted")
        assert self.submitted is not None
        ends = [line for line in self.lines if line["event"] == "dossier-ended"]
        self.ended = instant(ends[-1]["at"]) if ends else None
        self.finished = bool(ends) and ends[-1]["state_after"] == "finished"
        self.ends_of: dict[str, datetime] = {}
        self.stops, self.stopped = self._stops(books.law)
        facts = json.loads(row["facts"])
        for case in self.cases.values():
            assumed = dict(books.law.procedure(case["procedure"]).assumes)
            facts = {**assumed, **facts, **json.loads(case["facts"])}
        limits = self.bundle.deadlines
        self.limit = next(
            one.working_days for one in limits if one.when is None or holds_safely(one.when, facts)
        )

    def _stops(self, law: Registry) -> tuple[list[tuple[datetime, datetime]], bool]:
        """Find when the clock stood still, from the states that the cases went through."""
        stops: list[tuple[datetime, datetime]] = []
        since: dict[str, datetime] = {}
        for line in self.lines:
            case = line["case_id"]
            if case is None or line["state_after"] is None:
                continue
            at = instant(line["at"])
            assert at is not None
            state = law.procedure(self.cases[case]["procedure"]).state(line["state_after"])
            if state.ending and case not in self.ends_of:
                self.ends_of[case] = at
            if state.clock in (Clock.PAUSES, Clock.RESTARTS):
                since.setdefault(case, at)
            elif case in since:
                stops.append((since.pop(case), at))
        return stops, bool(since)

    def days_until(self, end: datetime) -> int:
        """Count the working days before the last one, from that of receipt on, on which the clock ran.

        What happens on a day off belongs to the working day before it.
        """
        assert self.submitted is not None
        received = self.submitted.astimezone(LOCAL)
        day = received.date()
        if working(day) and received.time() > self.bundle.clock.cut_off:
            day += DAY
        while not working(day):
            day += DAY
        last = end.astimezone(LOCAL).date()
        while not working(last):
            last -= DAY
        out = {
            begun.astimezone(LOCAL).date() + n * DAY
            for begun, over in self.stops
            for n in range((over.astimezone(LOCAL).date() - begun.astimezone(LOCAL).date()).days)
        }
        count = 0
        while day < last:
            count += working(day) and day not in out
            day += DAY
        return count

    def is_late_at(self, end: datetime) -> bool:
        """Say whether the limit was over: on the last day the office's closing hour decides."""
        used = self.days_until(end)
        local = end.astimezone(LOCAL)
        closed = working(local.date()) and local.time() > self.bundle.clock.closes_at
        return used > self.limit or (used == self.limit and (closed or not working(local.date())))


def two_hours_after(start: datetime) -> datetime:
    """Walk through the office hours until two of them have gone by."""
    left, day = timedelta(hours=2), start.astimezone(LOCAL).date()
    while True:
        for opens, closes in SESSIONS if working(day) else ():
            begin = max(start, datetime.combine(day, opens, LOCAL))
            end = datetime.combine(day, closes, LOCAL)
            if end > begin:
                if end - begin >= left:
                    return begin + left
                left -= end - begin
        day += DAY


def recount(
    books: Books, offices: set[str], since: datetime, now: datetime
) -> dict[str, tuple[float | None, int]]:
    """Count every figure: its value and of how much."""
    files = [file for file in books.files if file.offices & offices]
    filed = [file for file in files if file.submitted and since <= file.submitted <= now]
    done = [file for file in files if file.finished and file.ended and since <= file.ended <= now]
    open_files = [file for file in files if file.ended is None]
    overdue = [file for file in open_files if not file.stopped and file.is_late_at(now)]
    late = [file for file in done if file.ended and file.is_late_at(file.ended)]
    days = sorted(file.days_until(file.ended) for file in done if file.ended)
    scores = [
        json.loads(line["data"])["score"]
        for file in files
        for line in file.lines
        if line["event"] == "rated" and since <= (instant(line["at"]) or now) <= now
    ]
    hops = _hops(files, since, now)
    sorry = [file for file in (*overdue, *late) if "apology" in file.letters]
    retyped = [sum("declared" in one for one in json.loads(file.row["origins"]).values()) for file in filed]
    asked = [sum(line["event"].startswith("request-supplement") for line in file.lines) for file in done]
    at_desk = {file.id for file in files for line in file.lines if line["event"] == "assisted-at-counter"}
    paid = [file for file in filed if any(one["received"] > one["refund_due"] for one in file.orders)]
    fully = [file for file in done if file.id not in at_desk and len(file.made) == len(file.results)]
    stuck = [file for file in open_files if any(hop == (False, False) for hop in _open_hops(file, now))]
    issued = sum(len(file.results) for file in done)
    troubled = [file for file in filed if any(_by_hand(line) for line in file.lines)]
    today = [file for file in open_files if not file.stopped and _due_today(file, now)]
    return {
        "dung-han": _share(len(done) - len(late), len(done)),
        "dung-cam-ket": _share(*_in_four(done)),
        "nua-so": (_least(days, 0.5), len(days)),
        "chin-phan-muoi": (_least(days, 0.9), len(days)),
        "qua-han": (len(overdue), len(overdue)),
        "han-hom-nay": (len(today), len(today)),
        "xin-loi": _share(len(sorry), len(overdue) + len(late)),
        "truc-tuyen": _share(sum(file.id not in at_desk for file in filed), len(filed)),
        "toan-trinh": _share(len(fully), len(done)),
        "thanh-toan": (len(paid), len(paid)),
        "ket-qua-so": _share(sum(len(file.made) for file in done), issued),
        "hai-long": _share(sum(score >= 4 for score in scores), len(scores)),
        "so-dinh-danh": _share(sum(len(file.row["owner"]) == 12 for file in filed), len(filed)),
        "nhan-2-gio": _share(sum(hop[0] is True for hop in hops), sum(hop[0] is not None for hop in hops)),
        "dong-bo": _share(sum(hop[1] is True for hop in hops), sum(hop[1] is not None for hop in hops)),
        "ket-chang": (len(stuck), len(stuck)),
        "bo-sung": (sum(asked) / len(asked) if asked else None, len(asked)),
        "khai-lai": (sum(retyped) / len(retyped) if retyped else None, len(retyped)),
        "can-thiep": _share(len(troubled), len(filed)),
    }


def by_office(
    books: Books, offices: set[str], since: datetime, now: datetime
) -> dict[str, tuple[int, int, int, int]]:
    """Count for each office: open, finished, of these on time, overdue; a dossier once."""
    found: dict[str, list[int]] = defaultdict(lambda: [0, 0, 0, 0])
    for file in books.files:
        for office in file.offices & offices:
            cases = [case for case in file.cases.values() if case["office_id"] == office]
            ends = [file.ends_of.get(case["id"]) for case in cases]
            dues = [instant(case["due_at"]) for case in cases]
            counts = found[office]
            if None in ends:
                counts[0] += 1
                pairs = zip(ends, dues, strict=True)
                counts[3] += any(end is None and due is not None and due < now for end, due in pairs)
                continue
            known = [end for end in ends if end is not None]
            if since <= max(known) <= now:
                counts[1] += 1
                counts[2] += all(due is None or end <= due for end, due in zip(known, dues, strict=True))
    return {office: (c[0], c[1], c[2], c[3]) for office, c in found.items() if c[0] + c[1]}


def _hops(files: list[File], since: datetime, now: datetime) -> list[tuple[bool | None, bool | None]]:
    found = []
    for file in files:
        for message in file.messages:
            if since <= (instant(message["created_at"]) or now) <= now:
                found.append(_hop(message, now))
    return found


def _open_hops(file: File, now: datetime) -> list[tuple[bool, bool | None]]:
    return [
        (False, _hop(message, now)[1])
        for message in file.messages
        if message["acknowledged_at"] is None and message["answered_at"] is None
    ]


def _hop(message: Row, now: datetime) -> tuple[bool | None, bool | None]:
    """Say whether it was there in two working hours, and in ten minutes; nothing if still open."""
    sent = instant(message["created_at"])
    assert sent is not None
    taken = instant(message["acknowledged_at"]) or instant(message["answered_at"])
    limits = two_hours_after(sent), sent + timedelta(minutes=10)
    if taken is not None:
        return taken <= limits[0], taken <= limits[1]
    gone = message["state"] == "dead"
    return (False if gone or now > limits[0] else None), (False if gone or now > limits[1] else None)


def _in_four(done: list[File]) -> tuple[int, int]:
    promised = [file for file in done if any(limit.target for limit in file.bundle.deadlines)]
    return sum(file.days_until(file.ended) <= 4 for file in promised if file.ended), len(promised)


def _due_today(file: File, now: datetime) -> bool:
    evening = now.astimezone(LOCAL).replace(hour=17, minute=0, second=1, microsecond=0)
    return not file.is_late_at(now) and evening > now and file.is_late_at(evening)


HANDS = {
    *("answer-not-applied", "message-resent", "message-repeated"),
    *("waiting-stopped", "force-end-confirmed"),
}


def _by_hand(line: Row) -> bool:
    return line["event"] in HANDS or str(line["state_after"] or "").endswith("-obstacle")


def _share(good: int, of: int) -> tuple[float | None, int]:
    return (100 * good / of if of else None), of


def _least(amounts: list[int], share: float) -> int | None:
    """Return the least amount that so many do not go over."""
    wanted = share * len(amounts)
    return next((a for a in sorted(set(amounts)) if sum(one <= a for one in amounts) >= wanted), None)
