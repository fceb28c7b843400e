"""Two officers at once, where transactions really run side by side: one wins, the others are told who."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

import pytest

from services.access.actors import Actor
from services.demo.filings import BIRTH_FILING
from services.officers import cases, claims
from storage import journal, people
from storage.cases import CaseRow
from storage.engine import read_transaction
from tests.postgres.conftest import Place
from tests.postgres.test_postgres import open_cases, together
from workflows.errors import ConcurrentChange, TransitionRefused
from workflows.vocabulary import Role

pytestmark = pytest.mark.postgres


def handlers(place: Place, case: CaseRow) -> list[Actor]:
    """Return the people of the office of a case."""
    with read_transaction(place.context.engine) as connection:
        rows = people.officers_of(connection, case.office_id)
    return [
        Actor(row.id, row.name, frozenset(map(Role, row.roles)), row.office_id, row.personal_id)
        for row in rows
        if Role.CLERK.value in row.roles
    ]


def accept(place: Place, case: CaseRow, actor: Actor) -> object:
    return cases.take_step(place.context.work(actor), case.id, "accept", {}, seen_round=case.round)


def claim(place: Place, case: CaseRow, actor: Actor) -> object:
    return claims.claim(place.context.work(actor), case.id)


@pytest.mark.parametrize(("act", "event"), [(accept, "accept"), (claim, "case-claimed")])
def test_one_wins_and_each_other_reads_who_it_was(
    place: Place, act: Callable[[Place, CaseRow, Actor], object], event: str
) -> None:
    row = place.file(BIRTH_FILING)
    (case,) = open_cases(place.context, row.id)
    crowd = handlers(place, case)
    assert len(crowd) > 1
    hands = [*crowd, crowd[0]]  # the first of them presses twice
    given = together(*(partial(act, place, case, actor) for actor in hands))
    lost = {
        nth: one for nth, one in enumerate(given) if isinstance(one, TransitionRefused | ConcurrentChange)
    }
    assert len(lost) == len(hands) - 1, given
    with read_transaction(place.context.engine) as connection:
        (line,) = [line for line in journal.lines_of(connection, row.id) if line.event == event]
    for nth, refused in lost.items():
        assert refused.text is not None
        told = refused.text.vi
        assert ("bạn" in told.lower()) if hands[nth].id == line.actor_id else (line.actor_name in told), told
