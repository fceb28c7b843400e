"""Open cases of a commune that ends go to the office of the commune that takes its place."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, datetime, timedelta
from pathlib import Path

import pytest

from services.demo.filing import file_declaration
from services.demo.filings import BIRTH_FILING
from services.demo.stage import Stage, finish_dossier, open_stage
from services.demo.walkthrough import act_once
from services.exchange.delivery import handlers
from services.jurisdiction import succession
from storage import journal, reference
from storage.cases import CaseRow, cases_of
from storage.engine import read_transaction, write_transaction
from workflows.calendar import VIETNAM

START = datetime(2026, 11, 19, 8, 40, tzinfo=VIETNAM)
ENDS = date(2026, 11, 20)
OLD, NEW = "00004", "00070"


@pytest.fixture
def stage(tmp_path: Path) -> Iterator[Stage]:
    stage = open_stage(tmp_path, START)
    yield stage
    stage.close()


def _filed(stage: Stage) -> str:
    """File a birth at the old commune, and let its officer accept it."""
    filing = BIRTH_FILING
    row = file_declaration(
        stage.context, stage.agencies, stage.lists, filing.actor, filing.slug, filing.answers
    )
    act_once(stage.context, row.id)
    return row.id


def _cases(stage: Stage, dossier_id: str) -> list[CaseRow]:
    with read_transaction(stage.context.engine) as connection:
        return cases_of(connection, dossier_id)


def _merge(stage: Stage) -> None:
    with write_transaction(stage.context.engine) as connection:
        reference.end_area(connection, OLD, ENDS, successor=NEW)


def _wait(stage: Stage, until: datetime) -> None:
    stage.jobs.run_until(until, stage.clock, handlers(stage.context, stage.agencies))


def test_the_new_office_has_the_case_from_the_first_day_on_and_brings_it_to_its_results(stage: Stage) -> None:
    dossier_id = _filed(stage)
    _merge(stage)
    succession.arm(stage.context)
    (before,) = _cases(stage, dossier_id)
    assert (before.office_id, before.officer_id is None) == (f"civil-status:{OLD}", False)
    _wait(stage, START.replace(hour=23, minute=59))
    assert _cases(stage, dossier_id)[0].office_id == before.office_id
    _wait(stage, START.replace(hour=0, minute=10) + timedelta(days=1))
    (after,) = _cases(stage, dossier_id)
    assert (after.office_id, after.officer_id) == (f"civil-status:{NEW}", None)
    assert (after.state, after.round, after.due_at) == (before.state, before.round, before.due_at)
    with read_transaction(stage.context.engine) as connection:
        lines = [one for one in journal.lines_of(connection, dossier_id) if one.event == "office-succeeded"]
    assert [(one.case_id, one.actor_role, one.data) for one in lines] == [
        (after.id, "system", {"from": f"civil-status:{OLD}", "to": f"civil-status:{NEW}"})
    ]
    assert succession.hand_over(stage.context) == 0
    finish_dossier(stage, dossier_id)
    done = _cases(stage, dossier_id)
    assert {case.ending for case in done} == {"issued"}
    assert all(case.office_id.endswith(f":{NEW}") for case in done if case.member == "birth-registration")


def test_a_commune_that_stays_keeps_its_cases(stage: Stage) -> None:
    dossier_id = _filed(stage)
    with write_transaction(stage.context.engine) as connection:
        reference.end_area(connection, "00190", ENDS, successor=NEW)
    succession.arm(stage.context)
    _wait(stage, START + timedelta(days=2))
    (case,) = _cases(stage, dossier_id)
    assert (case.office_id, case.officer_id is None) == (f"civil-status:{OLD}", False)
