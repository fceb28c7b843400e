"""The supervisor's measures counted again, plainly and slowly, of each dossier by itself.

What is read of a dossier stands in `raw_books.py`; nothing here is shared with the product's reading.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta
from functools import cached_property

from tests.services.plain_days import LOCAL
from tests.services.raw_books import Books, File, Row, instant, read

Counted = tuple[float, int] | None
Number = float | None
# What somebody did by hand in the machinery, and the states in which a person must bring a file on.
HANDS = {
    *("answer-not-applied", "message-resent", "message-repeated"),
    *("waiting-stopped", "force-end-confirmed"),
}


@dataclass(eq=False)
class Look:
    """What is looked at: these offices, from an instant until now."""

    books: Books
    offices: frozenset[str]
    since: datetime
    now: datetime

    @cached_property
    def files(self) -> list[File]:
        return [file for file in self.books.files if file.offices & self.offices]

    def holds(self, at: datetime | None) -> bool:
        return at is not None and self.since <= at <= self.now

    @cached_property
    def counts(self) -> dict[str, dict[str, tuple[float, int]]]:
        """Count every measure of each dossier, by its number; a dossier that is none of it is left out."""
        found: dict[str, dict[str, tuple[float, int]]] = {}
        for code, (_, count) in MEASURES.items():
            each = ((file.number, count(file, self)) for file in self.files)
            found[code] = {number: counted for number, counted in each if counted is not None}
        return found

    def figure(self, code: str) -> tuple[Number, int]:
        """Add one measure up: its value, and of how much."""
        kind, found = MEASURES[code][0], list(self.counts[code].values())
        of = sum(one[1] for one in found)
        if kind == "count":
            return len(found), len(found)
        if not of:
            return None, 0
        good = sum(one[0] for one in found)
        if kind in ("half", "most"):
            return least([one[0] for one in found], 0.5 if kind == "half" else 0.9), of
        if kind == "mean":
            return good / of, of
        return 100 * (of - good if kind == "others" else good) / of, of

    def missed(self, code: str) -> int:
        return sum(self.fails(code, one) for one in self.counts[code].values())

    def fails(self, code: str, counted: tuple[float, int]) -> bool:
        """Say whether a dossier is one to look at."""
        kind = MEASURES[code][0]
        if kind in ("share", "others"):
            return counted[0] < counted[1]
        return kind == "count" or (code in MOST and counted[0] > MOST[code])


# What a dossier may have at most, where a measure is of amounts.
MOST = {"nua-so": 21, "chin-phan-muoi": 21, "bo-sung": 1, "khai-lai": 0}


def least(amounts: Iterable[float], share: float) -> float:
    """Return the least amount that so many do not go over."""
    every = list(amounts)
    return next(
        one for one in sorted(set(every)) if sum(other <= one for other in every) >= share * len(every)
    )


def _yes(holds: bool) -> Counted:
    return float(holds), 1


def _finished(file: File, look: Look) -> bool:
    return file.finished and look.holds(file.ended)


def late_when_finished(file: File) -> bool:
    return file.ended is not None and file.late_at(file.ended)


def overdue(file: File, look: Look) -> bool:
    return file.ended is None and file.late_at(look.now)


def _on_time(file: File, look: Look) -> Counted:
    return _yes(not late_when_finished(file)) if _finished(file, look) else None


def _in_four(file: File, look: Look) -> Counted:
    if not _finished(file, look) or not any(limit.target for limit in file.bundle.deadlines):
        return None
    return _yes(file.days_until(file.ended or look.now) <= 4)


def _days(file: File, look: Look) -> Counted:
    return (file.days_until(file.ended or look.now), 1) if _finished(file, look) else None


def _due_today(file: File, look: Look) -> Counted:
    if file.ended is not None or file.due is None or file.due < look.now:
        return None
    same = file.due.astimezone(LOCAL).date() == look.now.astimezone(LOCAL).date()
    return (0, 1) if same else None


def _sorry(file: File, look: Look) -> Counted:
    late = overdue(file, look) or (_finished(file, look) and late_when_finished(file))
    return _yes(sorry_at(file) is not None) if late else None


def sorry_at(file: File) -> datetime | None:
    """Return when somebody first apologised."""
    lines = [instant(line["at"]) for line in file.lines if line["event"] == "apology-given"]
    return min(lines, default=None)


def _at_desk(file: File) -> bool:
    return any(line["event"] == "assisted-at-counter" for line in file.lines)


def _full(file: File, look: Look) -> Counted:
    whole = not _at_desk(file) and len(file.made) == len(file.results)
    return _yes(whole) if _finished(file, look) else None


def _paid(file: File, look: Look) -> Counted:
    kept = any(one["received"] > one["refund_due"] for one in file.orders)
    return (1, 1) if kept and look.holds(file.submitted) else None


def _digital(file: File, look: Look) -> Counted:
    return (len(file.made), len(file.results)) if _finished(file, look) and file.results else None


def _satisfied(file: File, look: Look) -> Counted:
    said = [line for line in file.lines if line["event"] == "rated" and look.holds(instant(line["at"]))]
    return _yes(read(said[-1]["data"])["score"] >= 4) if said else None


def _taken(message: Row) -> datetime | None:
    written = message["acknowledged_at"] or message["answered_at"]
    return instant(written) if written else None


def in_time(message: Row, limit: datetime, now: datetime) -> bool | None:
    """Say whether another system had a message by an instant; nothing while that is still open."""
    taken = _taken(message)
    if taken is not None:
        return taken <= limit
    return False if message["state"] == "dead" or now > limit else None


def _hops(limit: Callable[[File, datetime], datetime]) -> Callable[[File, Look], Counted]:
    def count(file: File, look: Look) -> Counted:
        sent = [(one, instant(one["created_at"])) for one in file.messages]
        found = [in_time(one, limit(file, at), look.now) for one, at in sent if look.holds(at)]
        known = [one for one in found if one is not None]
        return (sum(known), len(known)) if known else None

    return count


def stuck(file: File, look: Look) -> list[Row]:
    """List the messages of a running dossier that the other side does not have after ten minutes."""
    ten = timedelta(minutes=10)
    return [
        one
        for one in (file.messages if file.ended is None else ())
        if _taken(one) is None and in_time(one, instant(one["created_at"]) + ten, look.now) is False
    ]


def _asked(file: File, look: Look) -> Counted:
    times = sum(line["event"].startswith("request-supplement") for line in file.lines)
    return (times, 1) if _finished(file, look) else None


def _retyped(file: File, look: Look) -> Counted:
    typed = sum("declared" in one for one in read(file.row["origins"]).values())
    return (typed, 1) if look.holds(file.submitted) else None


def _by_hand(file: File, look: Look) -> Counted:
    touched = any(
        line["event"] in HANDS or str(line["state_after"] or "").endswith("-obstacle") for line in file.lines
    )
    return _yes(not touched) if look.holds(file.submitted) else None


MEASURES: dict[str, tuple[str, Callable[[File, Look], Counted]]] = {
    "dung-han": ("share", _on_time),
    "dung-cam-ket": ("share", _in_four),
    "nua-so": ("half", _days),
    "chin-phan-muoi": ("most", _days),
    "qua-han": ("count", lambda file, look: (0, 1) if overdue(file, look) else None),
    "han-hom-nay": ("count", _due_today),
    "xin-loi": ("share", _sorry),
    "truc-tuyen": ("share", lambda f, look: _yes(not _at_desk(f)) if look.holds(f.submitted) else None),
    "toan-trinh": ("share", _full),
    "thanh-toan": ("count", _paid),
    "ket-qua-so": ("share", _digital),
    "hai-long": ("share", _satisfied),
    "so-dinh-danh": (
        "share",
        lambda f, look: _yes(len(f.row["owner"]) == 12) if look.holds(f.submitted) else None,
    ),
    "nhan-2-gio": ("share", _hops(lambda file, sent: file.days.two_hours_after(sent))),
    "dong-bo": ("share", _hops(lambda file, sent: sent + timedelta(minutes=10))),
    "ket-chang": ("count", lambda file, look: (0, 1) if stuck(file, look) else None),
    "bo-sung": ("mean", _asked),
    "khai-lai": ("mean", _retyped),
    "can-thiep": ("others", _by_hand),
}
