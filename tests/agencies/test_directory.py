"""Every agency that a real definition asks is in the directory, understands the question and answers it."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest

from services.agencies.directory import FAKES, demo_agencies
from services.agencies.fake import FakeAgency
from services.exchange.registers import HOSPITAL, POPULATION
from services.time.clock import VirtualClock
from tests.agencies.messages import CERTIFICATE, CHILD, DECEASED, EXTRACT, request
from workflows.language import Ask, Procedure
from workflows.registry import registry

ENTERED = {"register-number": "1/2026", "register-book": "01/2026"}
FACTS: dict[str, Any] = {**DECEASED, **CHILD, **CERTIFICATE, **EXTRACT, **ENTERED}
PROCEDURES = list(registry().procedures.values())


def asks_of(procedure: Procedure) -> Iterator[Ask]:
    for place in (*procedure.starts, *procedure.steps):
        yield from (effect for effect in place.effects if isinstance(effect, Ask))


def every_ask() -> dict[str, Ask]:
    """Every different question of every version, under a name that tells it."""
    return {
        f"{procedure.key}:{ask.about}:{number}": ask
        for procedure in PROCEDURES
        for number, ask in enumerate(dict.fromkeys(asks_of(procedure)))
    }


ASKS = every_ask()
EVERY_ASK = pytest.mark.parametrize("ask", ASKS.values(), ids=list(ASKS))


@pytest.fixture
def agencies(tmp_path: Path) -> dict[str, FakeAgency]:
    return demo_agencies(tmp_path / "agencies.sqlite", VirtualClock(datetime(2026, 11, 20, 3, tzinfo=UTC)))


def test_the_directory_holds_each_agency_under_its_own_code(agencies: dict[str, FakeAgency]) -> None:
    assert {code: agency.code for code, agency in agencies.items()} == {f.code: f.code for f in FAKES}


def test_the_registers_that_declarations_read_are_in_the_directory(agencies: dict[str, FakeAgency]) -> None:
    assert {HOSPITAL[0], POPULATION[0]} <= set(agencies)


@pytest.mark.parametrize("procedure", PROCEDURES, ids=[procedure.key for procedure in PROCEDURES])
def test_every_agency_that_a_definition_asks_is_in_the_directory(
    agencies: dict[str, FakeAgency], procedure: Procedure
) -> None:
    assert {ask.agency for ask in asks_of(procedure)} <= set(agencies)


@EVERY_ASK
def test_what_a_definition_asks_is_understood_and_answered_in_full(
    agencies: dict[str, FakeAgency], ask: Ask
) -> None:
    agency = agencies[ask.agency]
    if ask.about == "birth.correct":  # only what was entered can be corrected
        agency.send(request("birth.register", CHILD, "before"))
    payload = {fact: FACTS[fact] for fact in ask.carries if fact in FACTS}
    reply = agency.send(request(ask.about, payload, "m1"))
    assert reply is not None
    assert reply.outcome in {answer.outcome for answer in ask.answers} - {"refused"}
    assert {item.code for item in ask.gives if item.required} <= set(reply.items)


@EVERY_ASK
def test_what_an_agency_may_answer_has_a_step_in_the_definition(ask: Ask) -> None:
    possible = {"population-database": {"assigned", "suspected-duplicate"}}.get(ask.agency, set())
    by_message = {
        "card.issue": {"issued", "already-issued"},
        "residence.remove": {"removed", "nothing-to-remove"},
    }
    wanted = possible | by_message.get(ask.about, set()) | {"refused", "unreachable"}
    assert wanted <= {answer.outcome for answer in ask.answers}
