"""Where cases lie and how long, and what comes to an office, counted again from the lines of the journal.

`FORECAST` says for each number of the forecast's page which function recounts it; `NOT_COUNTED` names those
that are no count, each with the reason.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable
from datetime import datetime
from functools import cache

from tests.services.page_numbers import Key
from tests.services.plain_days import DAY, LOCAL
from tests.services.raw_books import OFFICERS, Books, instant, state_of
from tests.services.recount import Look

Each = dict[Key, float | None]
Recount = Callable[[Look], Each]
A_DAY = 480  # minutes of office hours
LOOKED_BACK = 20  # working days


def one(count: Callable[[Look], float | None]) -> Recount:
    """Recount a number of which a page has one."""
    return lambda look: {(): count(look)}


# --- where cases lie ------------------------------------------------------------------------------------


@cache
def _all_stays(books: Books) -> list[tuple[tuple[str, str, str, str], int, float, float]]:
    """Walk through the journal in its order: each state that a case left, and what its time was.

    An officer works on a file from when it lies there and the officer has done what came before; the
    first thing that an officer does with a case ends its waiting.
    """
    lines = sorted(
        (line for rows in books.rows["journal"].values() for line in rows), key=lambda line: line["seq"]
    )
    files = {file.id: file for file in books.files}
    since: dict[str, tuple[str, datetime]] = {}
    touched: set[str] = set()
    busy: dict[str, datetime] = {}
    found = []
    for line in lines:
        about, after, file = line["case_id"], line["state_after"], files.get(line["dossier_id"])
        if about is None or after is None or file is None:
            continue
        at, case = instant(line["at"]), file.cases[about]
        before = since.get(about)
        since[about] = after, at
        if before is None or state_of(case.procedure, before[0]).ending:
            continue
        begun = at
        if OFFICERS & set(line["actor_role"].split("+")):
            if about in touched:
                begun = max(before[1], busy.get(line["actor_id"], before[1]))
            touched.add(about)
            busy[line["actor_id"]] = at
        waited = books.days.minutes(case.office, before[1], begun)
        worked = books.days.minutes(case.office, begun, at)
        key = (file.bundle.code, case.procedure.key, before[0], case.office)
        found.append((key, at.astimezone(LOCAL).date().toordinal(), waited, worked))
    return found


@cache
def _stays(look: Look) -> dict[Key, list[float]]:
    """Add the stays up by procedure and state, over what left them in the period; the ten longest."""
    first = look.since.astimezone(LOCAL).date().toordinal()
    sums: dict[tuple[str, str], list[float]] = defaultdict(lambda: [0, 0, 0])
    for (_, procedure, state, office), day, waited, worked in _all_stays(look.books):
        if day >= first and office in look.offices:
            known = sums[procedure, state]
            sums[procedure, state] = [known[0] + 1, known[1] + waited, known[2] + worked]
    found: dict[Key, list[float]] = {}
    for (procedure, state), (left, waited, worked) in sums.items():
        law = look.books.law.procedure(procedure)
        name = f"{law.short.vi}: {law.state(state).text.vi}"
        found[(name,)] = [left, waited / left / A_DAY, worked / left / A_DAY]
    longest = sorted((key for key in found if sum(found[key][1:]) > 0), key=lambda key: -sum(found[key][1:]))
    return {key: found[key] for key in longest[:10]}


def of_stay(count: Callable[[list[float]], float]) -> Recount:
    """Recount one number of each stay."""
    return lambda look: {key: count(stay) for key, stay in _stays(look).items()}


# --- what comes to the offices --------------------------------------------------------------------------


def _looked_back(look: Look) -> datetime:
    """Go twenty working days back from today, to the midnight with which that day begins."""
    day, left = look.now.astimezone(LOCAL).date(), LOOKED_BACK
    while left:
        day -= DAY
        left -= look.books.days.working(day)
    return datetime(day.year, day.month, day.day, tzinfo=LOCAL)


@cache
def _loads(look: Look) -> dict[str, list[int]]:
    """Count of each office the open cases, and those that came in the last twenty working days."""
    found: dict[str, list[int]] = defaultdict(lambda: [0, 0])
    first = _looked_back(look)
    for file in look.files:
        for case in file.cases.values():
            if case.office in look.offices:
                found[case.office][0] += case.ended is None
                found[case.office][1] += case.opened >= first
    return found


def _busiest(look: Look) -> str:
    loads = _loads(look)
    return min(loads, key=lambda office: (-loads[office][0], -loads[office][1], look.books.names[office]))


def _minutes(look: Look) -> float:
    """Add up the mean minutes of work in each state, for one case of each sort at the busiest office."""
    sums: dict[tuple[str, str], list[float]] = defaultdict(lambda: [0, 0])
    for (_, procedure, state, office), _, _, worked in _all_stays(look.books):
        if office == _busiest(look):
            known = sums[procedure, state]
            sums[procedure, state] = [known[0] + 1, known[1] + worked]
    worked_on = {key: stay for key, stay in sums.items() if stay[1] > 0}
    whole = sum(stay[1] / stay[0] for stay in worked_on.values())
    return max(1.0, whole / len({procedure for procedure, _ in worked_on}))


FORECAST: dict[str, Recount] = {
    "offices[].open": lambda look: {(office,): load[0] for office, load in _loads(look).items()},
    "offices[].per_day": lambda look: {
        (office,): load[1] / LOOKED_BACK for office, load in _loads(look).items()
    },
    "forecast.officers": one(lambda look: look.books.staff.count(_busiest(look))),
    "forecast.open": one(lambda look: _loads(look)[_busiest(look)][0]),
    "forecast.seen": one(lambda look: _loads(look)[_busiest(look)][1]),
    "forecast.per_day": one(lambda look: _loads(look)[_busiest(look)][1] / LOOKED_BACK),
    "forecast.minutes": one(_minutes),
}
AHEAD = "a look ahead by a simulation, not a count; its error on the past stands beside it"
NOT_COUNTED = {
    "looked_back": "how far a forecast looks back: a constant of the page",
    "least": "how many cases a forecast needs: a constant of the page",
    "forecast.days[]": AHEAD,
    "forecast.tested": AHEAD,
}
