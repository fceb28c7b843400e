"""What becomes of the dossiers that `bench/stories.py` plays and copies: on time, late, waiting, given up."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from typing import Any

from services.access import actors
from services.citizens import declarations
from services.demo.filings import BIRTH_FILING, DEATH_FILING, Filing
from services.demo.live_cases import STORIES
from services.demo.stage import Stage, finish_dossier, run_jobs, spend
from services.demo.walkthrough import act_once
from services.exchange.fake_faults import delays
from services.officers import cases
from storage import people
from storage.cases import CaseRow, cases_of
from storage.engine import read_transaction
from workflows.calendar import VIETNAM
from workflows.vocabulary import Role

Fate = Callable[[Stage, str, actors.Actor], None]
Story = tuple[Filing, Fate]
A_MONTH = 30 * 24 * 3600  # seconds


def _briskly(stage: Stage, dossier_id: str, _person: actors.Actor) -> None:
    finish_dossier(stage, dossier_id)


def _slowly(stage: Stage, dossier_id: str, _person: actors.Actor) -> None:
    """Each act a day after the other: late."""
    finish_dossier(stage, dossier_id, minutes=700)


def _supplemented(stage: Stage, dossier_id: str, person: actors.Actor) -> None:
    """The first office asks for something; the family answers two days later."""
    _ask(stage, dossier_id)
    for _ in range(6):
        spend(stage, 200)
    (case,) = [one for one in _cases(stage, dossier_id) if one.state == "awaiting-supplement"]
    cases.take_step(
        stage.context.work(person), case.id, "answer-supplement", {"supplement.answer": "Ảnh mới"}
    )
    finish_dossier(stage, dossier_id, minutes=120)


def _unanswered(stage: Stage, dossier_id: str, _person: actors.Actor) -> None:
    """The first office asks for something; the family never answers, so that a timer refuses the file."""
    _ask(stage, dossier_id)


def _half_done(stage: Stage, dossier_id: str, _person: actors.Actor) -> None:
    """Two acts, then it lies."""
    for _ in range(2):
        run_jobs(stage)
        act_once(stage.context, dossier_id, before=lambda: spend(stage, 45))


def _silent(stage: Stage, dossier_id: str, _person: actors.Actor) -> None:
    """Another agency gives no answer, so that the file waits for it, and then for somebody."""
    stage.agencies["population-database"].plan("personal-id.assign", delays(seconds=A_MONTH))
    _half_done(stage, dossier_id, _person)


def _untouched(stage: Stage, _dossier_id: str, _person: actors.Actor) -> None:
    run_jobs(stage)


def _withdrawn(stage: Stage, dossier_id: str, person: actors.Actor) -> None:
    act_once(stage.context, dossier_id, before=lambda: spend(stage, 30))
    declarations.withdraw(stage.context.work(person), dossier_id)


_AT_HOME, _TWIN, _OTHER_TWIN, _DEATH_ELSEWHERE = (filing for filing, _ in STORIES)
# On a Thursday morning; on a Friday after the cut-off; and so late that some are due on the day one looks
# at them. Each group has a stage of its own, on which the stories follow each other.
GROUPS: tuple[tuple[str, datetime, tuple[Story, ...]], ...] = (
    (
        "thursday",
        datetime(2026, 11, 19, 8, 40, tzinfo=VIETNAM),
        (
            *((BIRTH_FILING, _supplemented), (DEATH_FILING, _briskly), (_AT_HOME, _slowly)),
            *((_TWIN, _half_done), (_OTHER_TWIN, _withdrawn), (_DEATH_ELSEWHERE, _untouched)),
        ),
    ),
    (
        "friday",
        datetime(2026, 11, 20, 15, 30, tzinfo=VIETNAM),
        (
            *((BIRTH_FILING, _withdrawn), (DEATH_FILING, _unanswered), (_AT_HOME, _supplemented)),
            *((_TWIN, _briskly), (_OTHER_TWIN, _slowly), (_DEATH_ELSEWHERE, _half_done)),
        ),
    ),
    (
        "wednesday",
        datetime(2026, 12, 2, 8, 40, tzinfo=VIETNAM),
        ((_AT_HOME, _half_done), (BIRTH_FILING, _silent), (DEATH_FILING, _untouched)),
    ),
)


def _ask(stage: Stage, dossier_id: str) -> None:
    """Let the first office accept a file and ask for a supplement."""
    run_jobs(stage)
    _take(stage, dossier_id, "accept")
    spend(stage, 60)
    wanted = {"supplement.list": "Giấy chứng sinh", "supplement.reason": "Ảnh chụp bị mờ, không đọc được"}
    _take(stage, dossier_id, "request-supplement", wanted)


def _cases(stage: Stage, dossier_id: str) -> list[CaseRow]:
    with read_transaction(stage.context.engine) as connection:
        return cases_of(connection, dossier_id)


def _take(stage: Stage, dossier_id: str, step: str, values: dict[str, Any] | None = None) -> None:
    """Let an officer of the first case's office take a step."""
    case = _cases(stage, dossier_id)[0]
    with read_transaction(stage.context.engine) as connection:
        row = next(one for one in people.officers_of(connection, case.office_id) if "clerk" in one.roles)
    roles = frozenset(Role(role) for role in row.roles)
    officer = actors.Actor(row.id, row.name, roles, office_id=row.office_id, personal_id=row.personal_id)
    cases.take_step(stage.context.work(officer), case.id, step, values or {})
