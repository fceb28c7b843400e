"""Ways to spoil the supervisor's figures, each with what must then differ from the recount."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest

from services.reading.supervising import (
    dashboards,
    folding,
    index766,
    lists,
    measures,
    scope,
    sections,
    tallies,
)
from services.reading.supervising.measures import Counted
from services.reading.supervising.tally import CaseTally, Hop, Span, Tally
from services.unit_of_work import UnitOfWork
from storage import figures, payments, people
from workflows.elapsed import counted_days
from workflows.words import Text


def _cases_instead(tally: Tally, span: Span) -> Counted:
    if not tally.finished or not span.holds(tally.ended_at):
        return None
    return sum(bool(case.on_time) for case in tally.cases), len(tally.cases)


def _count(patch: pytest.MonkeyPatch, code: str, count: measures.Count) -> None:
    broken = [replace(one, count=count) if one.code == code else one for one in measures.MEASURES]
    patch.setattr(dashboards, "MEASURES", tuple(broken))


def _strictly(hop: Hop, limit: object) -> bool:
    return hop.taken_at is not None and hop.taken_at < limit  # type: ignore[operator]


def _every_office(uow: UnitOfWork) -> dict[str, Text]:
    return {row.id: Text(vi=row.vi, en=row.en) for row in people.offices(uow.connection).values()}


def _share_as_points(part: index766.Part) -> float | None:
    return part.share


Spoil = Callable[[pytest.MonkeyPatch], None]
_owed, _whole = payments.count_owed, lists.counted


def _set(where: object, name: str, value: object) -> Spoil:
    return lambda patch: patch.setattr(where, name, value)


SABOTAGES: dict[str, tuple[Spoil, str]] = {
    "cases are counted, not dossiers": (
        lambda patch: _count(patch, "dung-han", _cases_instead),
        "readings[].value dung-han",
    ),
    "pauses are ignored": (_set(folding, "_clock", lambda *_: None), "readings[].value nua-so"),
    "on the very minute is too late": (
        _set(Hop, "taken_by", lambda hop, limit, now: _strictly(hop, limit)),
        "readings[].value dong-bo",
    ),
    "the day of receipt counts": (
        _set(tallies, "counted_days", lambda *a, **k: counted_days(*a, **k) + 1),
        "offices[].half civil-status:00004",
    ),
    "a finished file stays overdue": (
        _set(Tally, "overdue", lambda tally, now: tally.due_at is not None and tally.due_at < now),
        "bundles[].overdue birth",
    ),
    "nights and Sundays are work": (
        _set(folding, "_minutes", lambda _, a, b: max(0.0, (b - a).total_seconds() / 60)),
        "stays[].waited Thường trú: Đang thẩm tra",
    ),
    "what waits is worked on": (_set(folding, "OFFICERS", frozenset()), "stays[].worked"),
    "a case is never late at its office": (
        _set(CaseTally, "on_time", property(lambda case: None if case.ended_at is None else True)),
        "offices[].on_time",
    ),
    "any request is for a supplement": (_set(folding, "SUPPLEMENT", "request"), "readings[].value bo-sung"),
    "nobody's hand is seen": (_set(folding, "BY_HAND", ("never",)), "readings[].value can-thiep"),
    "what is under way is stuck": (
        _set(sections, "stuck_hops", lambda tally, span: tally.hops),
        "needs.hops[].files",
    ),
    "other provinces are looked at": (_set(scope, "own_offices", _every_office), "submitted"),
    "money of every province is owed": (
        _set(payments, "count_owed", lambda connection, _: _owed(connection, people.offices(connection))),
        "needs.refunds",
    ),
    "a share without a weight gets points": (
        _set(index766.Part, "points", property(_share_as_points)),
        "groups[].points Số hóa hồ sơ",
    ),
    "a week begins on Sunday": (_set(sections, "WEEKS", 11), "weeks[].finished"),
}
LIST_SABOTAGES: dict[str, tuple[Spoil, str]] = {
    "the last case is shown": (_set(lists, "in_question", lambda view, tally: tally.cases[-1]), "lines"),
    "the holder is left out": (_set(figures, "officer_names", lambda *_: {}), "lines"),
    "a list is cut short": (
        _set(lists, "counted", lambda measure, view, only: _whole(measure, view, only=only)[:20]),
        "found",
    ),
}
