"""The demonstration opens with work in its offices."""

from collections.abc import Iterator
from datetime import datetime
from pathlib import Path

import pytest

from services.access.actors import Actor
from services.demo.live_cases import STORIES, open_live_cases
from services.demo.operators import CENTRE
from services.demo.stage import Stage, finish_dossier, open_stage, run_jobs
from services.demo.stuck_case import open_stuck_case
from services.exchange.delivery import ATTEMPTS
from services.operators import resending
from storage import dossiers, messages
from storage.engine import read_transaction
from storage.messages import MessageRow
from tests.world import ScriptedAgency
from workflows.calendar import VIETNAM
from workflows.vocabulary import Role


@pytest.fixture
def stage(tmp_path: Path) -> Iterator[Stage]:
    stage = open_stage(tmp_path, datetime(2026, 11, 23, 9, 0, tzinfo=VIETNAM))
    yield stage
    stage.close()


def test_every_story_is_filed_and_can_be_finished(stage: Stage) -> None:
    assert open_live_cases(stage.context, stage.agencies, stage.lists) == len(STORIES)
    owners = {filing.person.id for filing, _ in STORIES}
    with read_transaction(stage.context.engine) as connection:
        rows = [row for owner in owners for row in dossiers.dossiers_of(connection, owner)]
    assert len(rows) == len(STORIES)
    for row in rows:
        finish_dossier(stage, row.id)


def test_twins_are_not_taken_for_one_child(stage: Stage) -> None:
    open_live_cases(stage.context, stage.agencies, stage.lists)
    twins = STORIES[1][0].person.id
    with read_transaction(stage.context.engine) as connection:
        assert [row.flags for row in dossiers.dossiers_of(connection, twins)] == [[], []]


def test_a_second_start_adds_nothing(stage: Stage) -> None:
    open_live_cases(stage.context, stage.agencies, stage.lists)
    assert open_live_cases(stage.context, stage.agencies, stage.lists) == 0


def test_one_message_is_stuck_until_an_operator_sends_it_again(stage: Stage) -> None:
    message_id = open_stuck_case(stage.context, stage.agencies, stage.lists)
    assert message_id is not None
    run_jobs(stage)  # the job of its own has nothing left to do
    stuck = _message(stage, message_id)
    assert (stuck.state, stuck.attempts) == ("dead", ATTEMPTS)
    operator = Actor("vanhanh1", "Phan Thị Hạnh", frozenset({Role.OPERATOR}), office_id=CENTRE)
    resending.resend(stage.context.work(operator), message_id, "Cơ quan báo đã thông đường truyền")
    run_jobs(stage)
    assert _message(stage, message_id).state == "answered"
    finish_dossier(stage, stuck.dossier_id)


def test_real_agencies_are_not_made_to_fail(stage: Stage) -> None:
    assert open_stuck_case(stage.context, {"population-database": ScriptedAgency()}, stage.lists) is None


def _message(stage: Stage, message_id: str) -> MessageRow:
    with read_transaction(stage.context.engine) as connection:
        row = messages.message(connection, message_id)
    assert row is not None
    return row
