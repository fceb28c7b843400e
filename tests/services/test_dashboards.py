"""A linked dossier counts once, and every figure follows what happened."""

from dataclasses import replace
from typing import Any

import pytest

from services.access.actors import Actor
from services.citizens import declarations
from services.reading import dashboards
from tests.services.test_chain import filed, issue_card
from tests.world import World, citizen, local
from workflows.errors import NotAllowed
from workflows.language import Role

SUPERVISOR = Actor("boss", "Boss", frozenset({Role.SUPERVISOR}), office_id="library:00001")


def counts(world: World) -> dashboards.BundleLine:
    (line,) = dashboards.dashboard(world.context.reading(SUPERVISOR)).bundles
    return line


def test_a_dossier_with_two_cases_counts_once(world: World) -> None:
    issue_card(world, filed(world))
    page = dashboards.dashboard(world.context.reading(SUPERVISOR))
    assert (page.submitted, counts(world).submitted, counts(world).running) == (1, 1, 1)
    assert [(line.text.vi, line.open) for line in page.offices] == [("council:00001", 1)]


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
