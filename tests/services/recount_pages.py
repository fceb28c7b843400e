"""What else the supervisor's pages show, counted again: offices, bundles, weeks, hops, money, index 766.

`DASHBOARD`, `OFFICES` and `INDEX` say for each number of a page which function recounts it.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable
from datetime import datetime, timedelta
from functools import cache
from math import ceil

from services.access.actors import AGENCIES
from tests.services.plain_days import LOCAL
from tests.services.raw_books import Books, Case, File
from tests.services.recount import MEASURES, Look, late_when_finished, overdue, stuck
from tests.services.recount_stays import Each, Recount, of_stay, one

HEADLINES = ("dung-han", "nua-so", "qua-han", "bo-sung", "truc-tuyen")


def _share(good: float, of: float) -> float | None:
    return 100 * good / of if of else None


# --- the measures -------------------------------------------------------------------------------------


def values(codes: Iterable[str]) -> dict[str, Recount]:
    known = tuple(codes)
    return {
        "value": lambda look: {(code,): look.figure(code)[0] for code in known},
        "of": lambda look: {(code,): look.figure(code)[1] for code in known},
        "missed": lambda look: {(code,): look.missed(code) for code in known},
    }


# --- offices ------------------------------------------------------------------------------------------


@cache
def _office_lines(look: Look) -> dict[str, dict[str, float | None]]:
    """Count each office's parts of dossiers: ended in the period, or still open."""
    found: dict[str, dict[str, float | None]] = {}
    parts: dict[str, list[list[Case]]] = defaultdict(list)
    for file in look.files:
        for office in file.offices & look.offices:
            parts[office].append([case for case in file.cases.values() if case.office == office])
    for office, every in parts.items():
        still = [part for part in every if any(case.ended is None for case in part)]
        over = [part for part in every if all(case.ended for case in part)]
        done = [part for part in over if look.holds(_last(part))]
        kept = sum(all(_in_time(case) for case in part) for part in done)
        days = sorted(max(_days(look.books, case) for case in part) for part in done)
        if still or done:
            found[office] = {
                "files": len(done) + len(still),
                "open": len(still),
                "finished": len(done),
                "on_time": kept,
                "half": days[ceil(len(days) / 2) - 1] if days else None,
                "overdue": sum(any(_overdue(case, look.now) for case in part) for part in still),
                "share": _share(kept, len(done)),
            }
    return found


def _last(part: list[Case]) -> datetime | None:
    return max((case.ended for case in part if case.ended), default=None)


def _in_time(case: Case) -> bool:
    return case.due is None or (case.ended is not None and case.ended <= case.due)


def _overdue(case: Case, now: datetime) -> bool:
    return case.ended is None and case.due is not None and case.due < now


def _days(books: Books, case: Case) -> int:
    assert case.ended is not None
    return books.days.used(case.opened, case.ended, tuple(case.stops), case.procedure.clock)


def _worst_first(look: Look) -> list[str]:
    def order(office: str) -> tuple[float, float, str]:
        line = _office_lines(look)[office]
        share = line["share"]
        return -(line["overdue"] or 0), 101 if share is None else share, look.books.names[office]

    return sorted(_office_lines(look), key=order)


def _loudest(look: Look) -> list[str]:
    return [office for office in _worst_first(look) if _office_lines(look)[office]["overdue"]][:3]


def office_lines(path: str, choose: Callable[[Look], list[str]]) -> dict[str, Recount]:
    def column(name: str) -> Recount:
        return lambda look: {(office,): _office_lines(look)[office][name] for office in choose(look)}

    names = ("files", "open", "finished", "on_time", "half", "overdue", "share")
    return {f"{path}[].{name}": column(name) for name in names}


# --- bundles, weeks, hops, money ------------------------------------------------------------------------


def _bundles(count: Callable[[File, Look], bool]) -> Recount:
    def each(look: Look) -> Each:
        found: Each = {(file.bundle.code,): 0 for file in look.files}
        for file in look.files:
            found[(file.bundle.code,)] = (found[(file.bundle.code,)] or 0) + count(file, look)
        return found

    return each


@cache
def _weeks(look: Look) -> dict[str, list[File]]:
    """Sort what was finished into the last twelve weeks, Monday to Sunday."""
    today = look.now.astimezone(LOCAL).date()
    monday = today - timedelta(days=today.weekday())
    found: dict[str, list[File]] = {(monday - timedelta(weeks=n)).isoformat(): [] for n in range(12)}
    for file in look.files:
        if file.finished and file.ended:
            day = file.ended.astimezone(LOCAL).date()
            found.get((day - timedelta(days=day.weekday())).isoformat(), []).append(file)
    return found


def _by_week(count: Callable[[list[File]], float | None]) -> Recount:
    return lambda look: {(week,): count(files) for week, files in _weeks(look).items()}


def _kept(files: list[File]) -> int:
    return sum(not late_when_finished(file) for file in files)


def _hops(look: Look) -> Each:
    found: dict[str, set[str]] = defaultdict(set)
    for file in look.files:
        for message in stuck(file, look):
            found[AGENCIES[message["agency"]]].add(file.id)
    return {(agency,): len(files) for agency, files in found.items()}


def _refunds(look: Look) -> float:
    """Count the orders of which money goes back: of dossiers at these offices, or at none yet."""
    known = {file.id: file for file in look.books.files}
    found = 0
    for dossier, orders in look.books.rows["payment_order"].items():
        file = known.get(dossier)
        here = file is None or bool(file.offices & look.offices)
        found += sum(here and one["refund_due"] > 0 for one in orders)
        found += sum(file is None and one["state"] == "paid" for one in orders)
    return found


DASHBOARD: dict[str, Recount] = {
    "submitted": one(lambda look: len(look.files)),
    **{f"headlines[].{name}": each for name, each in values(HEADLINES).items()},
    **{f"readings[].{name}": each for name, each in values(MEASURES).items()},
    "bundles[].submitted": _bundles(lambda file, look: True),
    "bundles[].running": _bundles(lambda file, look: file.ended is None),
    "bundles[].overdue": _bundles(overdue),
    "bundles[].finished": _bundles(lambda file, look: file.finished),
    "bundles[].on_time": _bundles(lambda file, look: file.finished and not late_when_finished(file)),
    "bundles[].withdrawn": _bundles(lambda file, look: file.withdrawn),
    "stays[].left": of_stay(lambda stay: stay[0]),
    "stays[].waited": of_stay(lambda stay: stay[1]),
    "stays[].worked": of_stay(lambda stay: stay[2]),
    "stays[].days": of_stay(lambda stay: stay[1] + stay[2]),
    "weeks[].finished": _by_week(len),
    "weeks[].on_time": _by_week(_kept),
    "weeks[].share": _by_week(lambda files: _share(_kept(files), len(files))),
    **office_lines("offices", lambda look: _worst_first(look)[:10]),
    "office_count": one(lambda look: len(_office_lines(look))),
    **office_lines("needs.overdue", _loudest),
    "needs.due_today": one(lambda look: len(look.counts["han-hom-nay"])),
    "needs.hops[].files": _hops,
    "needs.unapologised": one(lambda look: look.missed("xin-loi")),
    "needs.refunds": one(_refunds),
}
OFFICES: dict[str, Recount] = office_lines("offices", _worst_first)


# --- index 766 ------------------------------------------------------------------------------------------

# Group, its points at most, and of each part: its name, the measure behind it, its points at most.
GROUPS: tuple[tuple[str, int, tuple[tuple[str, str | None, float | None], ...]], ...] = (
    ("Công khai, minh bạch", 18, (("Công bố thủ tục đúng hạn", None, 4),)),
    ("Tiến độ, kết quả giải quyết", 20, (("Đúng hạn theo luật", "dung-han", 20),)),
    ("Số hóa hồ sơ", 22, (("Kết quả điện tử", "ket-qua-so", None),)),
    (
        *("Cung cấp dịch vụ trực tuyến", 22),
        (
            *(("Nộp trực tuyến", "truc-tuyen", None), ("Trực tuyến toàn trình", "toan-trinh", None)),
            ("Thanh toán trực tuyến", None, 10),
        ),
    ),
    ("Mức độ hài lòng", 18, (("Hài lòng", "hai-long", 6), ("Xử lý phản ánh, kiến nghị", None, None))),
)


def _part_points(look: Look, code: str | None, most: float | None) -> float | None:
    share = look.figure(code)[0] if code else None
    return None if share is None or most is None else share * most / 100


def _parts(count: Callable[[Look, str | None, float | None], float | None]) -> Recount:
    return lambda look: {
        (group, part): count(look, code, most) for group, _, parts in GROUPS for part, code, most in parts
    }


def _group_points(look: Look) -> Each:
    found: Each = {}
    for group, _, parts in GROUPS:
        known = [p for _, code, most in parts if (p := _part_points(look, code, most)) is not None]
        found[(group,)] = sum(known) if known else None
    return found


INDEX: dict[str, Recount] = {
    "groups[].most": lambda look: {(group,): most for group, most, _ in GROUPS},
    "groups[].points": _group_points,
    "groups[].parts[].share": _parts(lambda look, code, most: look.figure(code)[0] if code else None),
    "groups[].parts[].most": _parts(lambda look, code, most: most),
    "groups[].parts[].points": _parts(_part_points),
    "points": one(lambda look: sum(one or 0 for one in _group_points(look).values())),
    "computable": one(
        lambda look: sum(
            most or 0
            for _, _, parts in GROUPS
            for _, code, most in parts
            if _part_points(look, code, most) is not None
        )
    ),
}
