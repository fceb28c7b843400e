"""The demonstration opens with work in its offices."""

from collections.abc import Iterator
from datetime import datetime
from pathlib import Path

import pytest

from services.demo.live_cases import STORIES, open_live_cases
from services.demo.stage import Stage, finish_dossier, open_stage
from storage import dossiers
from storage.engine import read_transaction
from workflows.calendar import VIETNAM


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
