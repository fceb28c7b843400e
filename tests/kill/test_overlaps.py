"""After a crash an old try of a job may run beside the next one, and an agency may report in between."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from services.access import actors
from services.agencies.contract import Reply, Request
from services.exchange import agency_replies, delivery
from services.jobs import DELIVER
from storage import messages
from storage.engine import close_engine, read_transaction
from storage.messages import MessageRow
from tests import toy_procedures as toys
from tests.world import ScriptedAgency, World, build_world, citizen
from workflows.registry import Registry

ANSWERS: dict[str, Any] = {
    "requester.phone": "0912345678",
    "reader.full-name": "Nguyễn Thị Lan",
    "reader.commune": "00001",
    "reader.shares-home": False,
    "dog.wanted": False,
}
PRINTED = Reply("printed", "printed", {"card-number": "L-7"})


@pytest.fixture
def printer() -> ScriptedAgency:
    return ScriptedAgency({"card.print": ("printed", {"card-number": "L-7"})}, late={"card.print"})


@pytest.fixture
def world(tmp_path: Path, printer: ScriptedAgency) -> Iterator[World]:
    law = Registry.of(
        toys.LIBRARY, toys.COUNCIL, toys.LIBRARY_CARD, toys.DOG_LICENCE, toys.PET_READER_FORM, toys.PET_READER
    )
    world = build_world(tmp_path, law, {"card-printer": printer}, ["library:00001", "council:00001"])
    yield world
    close_engine(world.context.engine)


@pytest.fixture
def dossier(world: World) -> str:
    """A dossier whose card is being printed."""
    dossier_id = world.submit(citizen(), "nguoi-doc-nuoi-cho", ANSWERS).id
    for step in ("accept", "approve"):
        world.act(world.clerk("library"), world.cases(dossier_id)["card"].id, step)
    return dossier_id


def report(world: World, message: MessageRow, reply: Reply) -> str | None:
    return agency_replies.receive(world.context.work(actors.agency("card-printer")), message.id, reply)


def sent(world: World, dossier: str) -> list[MessageRow]:
    with read_transaction(world.context.engine) as connection:
        return messages.messages_of(connection, dossier)


def test_an_acknowledgement_that_comes_after_the_answer_changes_nothing(
    world: World, dossier: str, printer: ScriptedAgency, monkeypatch: pytest.MonkeyPatch
) -> None:
    def send(_printer: ScriptedAgency, _request: Request) -> None:
        report(world, sent(world, dossier)[0], PRINTED)

    monkeypatch.setattr(ScriptedAgency, "send", send)
    world.run()
    assert sent(world, dossier)[0].state == "answered"
    assert world.cases(dossier)["card"].state == "issued"


def test_a_job_that_dies_after_its_answer_came_leaves_no_obstacle(world: World, dossier: str) -> None:
    message = sent(world, dossier)[0]
    report(world, message, PRINTED)
    before = world.events(dossier)
    delivery.report_dead(world.context, DELIVER, {"message_id": message.id}, message.id, "it crashed")
    assert sent(world, dossier)[0].state == "answered"
    assert world.events(dossier) == before


def test_an_answer_repeated_under_a_new_id_is_not_taken_for_that_of_the_next_message(
    world: World, dossier: str
) -> None:
    card = world.cases(dossier)["card"].id
    first = sent(world, dossier)[0]
    report(world, first, Reply("no", "refused"))
    world.act(world.clerk("library"), card, "ask-again")
    assert report(world, first, Reply("no, once more", "refused")) is None
    assert world.cases(dossier)["card"].state == "awaiting-register"
    assert world.events(dossier)[-1] == "answer-not-applied"


def test_another_answer_to_a_message_is_still_welcome(world: World, dossier: str) -> None:
    card = world.cases(dossier)["card"].id
    first = sent(world, dossier)[0]
    report(world, first, Reply("no", "refused"))
    world.act(world.clerk("library"), card, "ask-again")
    assert report(world, first, PRINTED) == "issue"


def test_a_silence_reported_after_the_answer_came_changes_nothing(world: World, dossier: str) -> None:
    card = world.cases(dossier)["card"].id
    first = sent(world, dossier)[0]
    report(world, first, Reply("no", "refused"))
    world.act(world.clerk("library"), card, "ask-again")
    assert agency_replies.report_silence(world.context.work(actors.SYSTEM), first.id) is None
    assert world.cases(dossier)["card"].state == "awaiting-register"


def test_a_message_given_up_after_a_silence_is_dead(world: World, dossier: str) -> None:
    world.run()
    message = sent(world, dossier)[0]
    agency_replies.report_silence(world.context.work(actors.SYSTEM), message.id)
    agency_replies.give_up(world.context.work(actors.SYSTEM), message.id, 8, "the line is dead")
    assert sent(world, dossier)[0].state == "dead"
    assert world.events(dossier).count("record-register-obstacle") == 1
