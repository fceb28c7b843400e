"""The shortest way of a case to its result, on toy procedures."""

from __future__ import annotations

import pytest

from tests import toy_procedures as toys
from workflows.checking.supply import asks
from workflows.language import Item
from workflows.machine import compiled, starting, take
from workflows.route import stand_in, way
from workflows.vocabulary import Role
from workflows.words import Kind, text

CARD = toys.LIBRARY_CARD
READER = {"reader.full-name": "Nguyễn Thị Lan", "reader.commune": "00001", "reader.shares-home": False}


def facts() -> dict[str, object]:
    return {**compiled(CARD).assumes, **READER}


def test_the_way_is_the_fewest_steps_and_the_machine_takes_them() -> None:
    moves = way(CARD, "received", facts())
    assert [move.step.code for move in moves] == ["accept", "approve", "issue"]
    state = "received"
    for move in moves:
        assert move.state == state
        state = take(CARD, state, move.step.code, move.facts).state.code
    assert state == "issued"


def test_nobody_is_refused_forwarded_or_asked_for_more_on_the_way() -> None:
    for move in way(CARD, "received", facts()):
        assert move.step.by in (Role.CLERK, Role.LEADER, Role.AGENCY)
        assert not move.step.forwards
        assert move.step.code not in ("refuse", "request-supplement", "withdraw")


def test_an_answer_comes_only_to_who_asked() -> None:
    assert way(CARD, "awaiting-register", facts()) == ()
    awaited = asks(toys.APPROVE.effects)
    moves = way(CARD, "awaiting-register", facts(), awaited=awaited)
    assert [move.step.code for move in moves] == ["issue"]
    assert "card-number" in moves[0].given


def test_an_obstacle_is_overcome_by_asking_again() -> None:
    moves = way(CARD, "register-obstacle", facts())
    assert [move.step.code for move in moves] == ["ask-again", "issue"]


def test_who_has_the_result_has_no_way_to_go() -> None:
    assert way(CARD, "issued", facts()) == ()


def test_a_refused_case_has_no_way() -> None:
    assert way(CARD, "refused", facts()) == ()


def test_a_detour_that_leads_nowhere_finds_no_way() -> None:
    assert way(CARD, "received", facts(), through=("refuse",)) == ()


def test_a_detour_is_taken_in_its_place() -> None:
    moves = way(CARD, "received", facts(), through=("record-register-obstacle",))
    assert [move.step.code for move in moves] == [
        "accept", "approve", "record-register-obstacle", "ask-again", "issue",
    ]  # fmt: skip


def test_what_an_officer_supplies_opens_the_guards_ahead() -> None:
    procedure = toys.DOG_LICENCE
    known = {**compiled(procedure).assumes, **READER, "dog.large": False}
    start = starting(procedure, known)
    moves = way(procedure, start.state, {**known, **dict(start.sets)})
    assert [move.step.code for move in moves] == ["accept", "inspect", "issue"]
    assert moves[1].given == {"dog.healthy": True}


@pytest.mark.parametrize("kind", list(Kind))
def test_there_is_a_stand_in_for_every_kind_of_value(kind: Kind) -> None:
    item = Item(code="x", kind=kind, text=text("x", "x"))
    chosen = Item(code="x", kind=kind, text=text("x", "x"), options=(("first", text("1", "1")),))
    assert kind is Kind.CHOICE or stand_in(item) not in (None, "")
    assert stand_in(chosen) == "first"
