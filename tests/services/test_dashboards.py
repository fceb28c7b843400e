"""A linked dossier counts once, and every figure follows what happened."""

from dataclasses import fields, replace
from typing import Any

import pytest

from services.access.actors import Actor
from services.citizens import declarations
from services.reading.supervising import dashboards
from services.reading.supervising.measures import BY_CODE
from services.reading.supervising.sections import BundleLine
from services.reading.supervising.tally import Span, Tally
from tests.services.test_chain import filed, issue_card
from tests.world import World, citizen, local
from workflows.errors import NotAllowed
from workflows.vocabulary import Role

SUPERVISOR = Actor("boss", "Boss", frozenset({Role.SUPERVISOR}), office_id="library:00001")


def counts(world: World) -> BundleLine:
    (line,) = dashboards.dashboard(world.context.reading(SUPERVISOR)).bundles
    return line


def test_a_dossier_with_two_cases_counts_once(world: World) -> None:
    issue_card(world, filed(world))
    page = dashboards.dashboard(world.context.reading(SUPERVISOR))
    assert (page.submitted, counts(world).submitted, counts(world).running) == (1, 1, 1)
    assert {(line.text.vi, line.files, line.open) for line in page.offices} == {
        ("council:00001", 1, 1),
        ("library:00001", 1, 0),
    }


@pytest.mark.parametrize(("day", "overdue"), [("2026-03-05T17:00", 0), ("2026-03-05T17:01", 1)])
def test_overdue_begins_after_the_promised_hour(world: World, day: str, overdue: int) -> None:
    filed(world)
    world.clock.move_to(local(day))
    assert counts(world).overdue == overdue


def test_finished_and_withdrawn_are_told_apart(world: World) -> None:
    no_dog: dict[str, Any] = {"dog.wanted": False, "dog.birth-date": None, "dog.size": None}
    issue_card(world, filed(world, **no_dog))
    declarations.withdraw(world.context.work(citizen()), filed(world, **{"dog.birth-date": "2025-02-02"}))
    line = counts(world)
    assert (line.finished, line.on_time, line.withdrawn, line.running) == (1, 1, 1, 0)


def test_only_a_supervisor_reads_it(world: World) -> None:
    with pytest.raises(NotAllowed):
        dashboards.dashboard(world.context.reading(replace(SUPERVISOR, roles=frozenset({Role.CLERK}))))


def tally(**changes: Any) -> Tally:
    """A dossier that was finished on its fourth day, at the very instant at which it was due."""
    due = local("2026-03-06T17:00")
    whole: dict[str, Any] = dict.fromkeys(one.name for one in fields(Tally) if one.init)
    whole |= {"submitted_at": local("2026-03-02T09:00"), "ended_at": due, "due_at": due, "withdrawn": False}
    whole |= {"days": 4, "programme": 4, "score": 4, "rated_at": due, "cases": (), "hops": ()}
    return Tally(**whole | changes)


@pytest.mark.parametrize(
    ("code", "changes", "kept"),
    [
        ("dung-han", {}, True),
        ("dung-han", {"ended_at": local("2026-03-06T17:00:01")}, False),
        ("dung-han", {"due_at": None}, True),  # the clock stood still when it ended
        ("dung-cam-ket", {}, True),
        ("dung-cam-ket", {"days": 5}, False),
        ("hai-long", {}, True),
        ("hai-long", {"score": 3}, False),
        ("xin-loi", {"ended_at": local("2026-03-06T17:00:01")}, False),
    ],
)
def test_the_last_instant_and_the_last_day_still_count(
    code: str, changes: dict[str, Any], kept: bool
) -> None:
    span = Span(local("2026-03-02T00:00"), local("2026-03-09T00:00"))
    assert BY_CODE[code].count(tally(**changes), span) == (int(kept), 1)


def test_what_was_withdrawn_or_ended_earlier_is_not_counted() -> None:
    span = Span(local("2026-03-06T17:00:01"), local("2026-03-09T00:00"))
    assert BY_CODE["dung-han"].count(tally(), span) is None
    assert (
        BY_CODE["dung-han"].count(tally(withdrawn=True), replace(span, since=local("2026-03-02T00:00")))
        is None
    )
