"""Scripted people bring real dossiers to their results, by the steps that the definitions offer."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from services.access import actors
from services.demo.families import MUONG_HUM_BIRTH, NINH_KIEU_BIRTH
from services.demo.filing import StoryStuck, file_declaration
from services.demo.filings import BIRTH_FILING, DEATH_FILING, Filing
from services.demo.stage import Stage, finish_dossier, open_stage, run_jobs, spend
from services.demo.walkthrough import Act, NobodyMayAct, act_once, ended, history
from services.exchange.fake_faults import breaks, delays
from services.reading.following import tracking
from storage import people
from storage.dossiers import DossierRow
from storage.engine import write_transaction
from workflows.calendar import in_vietnam
from workflows.vocabulary import Role

Staging = Callable[[Filing], Stage]


@pytest.fixture
def staging(tmp_path: Path) -> Iterator[Staging]:
    opened: list[Stage] = []

    def at(filing: Filing) -> Stage:
        folder = tmp_path / str(len(opened))
        folder.mkdir()
        opened.append(open_stage(folder, filing.at))
        return opened[-1]

    yield at
    for stage in opened:
        stage.close()


def file(stage: Stage, filing: Filing) -> DossierRow:
    return file_declaration(
        stage.context, stage.agencies, stage.lists, filing.actor, filing.slug, filing.answers
    )


def with_answers(filing: Filing, **answers: Any) -> Filing:
    return replace(filing, answers={**filing.answers, **answers})


def mountain_birth() -> Filing:
    """The grandmother heads the household, so that she has to agree."""
    mother, father, _ = MUONG_HUM_BIRTH.people
    (notice,) = MUONG_HUM_BIRTH.notices
    answers = {
        **BIRTH_FILING.answers,
        "mother.personal-id": mother.id,
        "father.personal-id": father.id,
        "child.full-name": "Nguyễn Giàng Mai Anh",
        "child.birth-date": "2026-11-14",
        "child.chosen-ethnicity": "mong",
        "birth-notice.number": notice,
        "office.chosen": mother.commune,
        "residence.relation": "maternal-grandchild",
        "residence.consent": "vneid",
        "wants.identity-card": False,
    }
    return replace(BIRTH_FILING, person=mother, answers=answers)


def delta_birth() -> Filing:
    """The mother's own father is the civil-status officer of the commune."""
    mother = NINH_KIEU_BIRTH.people[0]
    (notice,) = NINH_KIEU_BIRTH.notices
    answers = {
        **BIRTH_FILING.answers,
        "child.case": "mother-only",
        "mother.personal-id": mother.id,
        "father.personal-id": None,
        "child.full-name": "Huỳnh Bảo Khang",
        "child.birth-date": "2026-11-10",
        "child.sex": "male",
        "birth-notice.number": notice,
        "residence.relation": "maternal-grandchild",
        "residence.consent": "vneid",
        "wants.identity-card": False,
    }
    return replace(BIRTH_FILING, person=mother, answers=answers)


def endings(stage: Stage, filing: Filing, dossier: DossierRow) -> dict[str, str | None]:
    page = tracking.own_page(stage.context.reading(filing.actor), str(dossier.number))
    assert page.not_open == ()
    return {case.member: case.ending for case in page.cases}


@pytest.mark.parametrize("filing", [BIRTH_FILING, DEATH_FILING], ids=lambda filing: str(filing.slug))
def test_a_dossier_goes_from_filing_to_every_result(staging: Staging, filing: Filing) -> None:
    stage = staging(filing)
    dossier = file(stage, filing)
    acts = finish_dossier(stage, dossier.id)
    assert ended(stage.context, dossier.id)
    assert set(endings(stage, filing, dossier).values()) == {"issued"}
    assert all(act.move.step.by in (Role.CLERK, Role.LEADER) for act in acts)
    assert act_once(stage.context, dossier.id) is None


def test_the_same_dossier_is_walked_in_the_same_manner(staging: Staging) -> None:
    def told() -> list[object]:
        stage = staging(BIRTH_FILING)
        dossier = file(stage, BIRTH_FILING)
        finish_dossier(stage, dossier.id)
        return list(history(stage.context.reading(actors.SYSTEM), dossier.id))

    assert told() == told()


def test_a_live_dossier_stops_where_it_is_told_to(staging: Staging) -> None:
    stage = staging(BIRTH_FILING)
    dossier = file(stage, BIRTH_FILING)
    acts: list[Act | None] = []
    for _ in range(2):
        acts.append(act_once(stage.context, dossier.id))
        run_jobs(stage)
    assert [act.move.step.code for act in acts if act] == ["accept", "request-personal-id"]
    assert not ended(stage.context, dossier.id)


def test_whoever_heads_the_household_is_asked_and_agrees(staging: Staging) -> None:
    filing = mountain_birth()
    stage = staging(filing)
    dossier = file(stage, filing)
    acts = finish_dossier(stage, dossier.id)
    consent = [act for act in acts if act.move.step.by is Role.RELATIVE]
    assert [act.actor.name for act in consent] == ["Giàng Thị Sua"]
    assert set(endings(stage, filing, dossier).values()) == {"issued"}


def test_an_officer_of_the_family_leaves_the_file_to_another(staging: Staging) -> None:
    filing = delta_birth()
    stage = staging(filing)
    dossier = file(stage, filing)
    acts = finish_dossier(stage, dossier.id)
    registrars = {act.actor.id for act in acts if (act.actor.office_id or "").startswith("civil-status")}
    assert registrars == {"lanhdao.hotich.ninhkieu", "pholanhdao.hotich.ninhkieu"}


def test_an_answer_that_comes_late_is_waited_for(staging: Staging) -> None:
    stage = staging(DEATH_FILING)
    stage.agencies["civil-status"].plan("death.register", delays(seconds=60))
    dossier = file(stage, DEATH_FILING)
    finish_dossier(stage, dossier.id)
    assert set(endings(stage, DEATH_FILING, dossier).values()) == {"issued"}


def test_a_register_that_fails_is_asked_again(staging: Staging) -> None:
    stage = staging(DEATH_FILING)
    stage.agencies["civil-status"].plan("death.register", breaks())
    dossier = file(stage, DEATH_FILING)
    steps = []
    while "ask-register-again" not in steps:
        act = act_once(stage.context, dossier.id)
        assert act is not None
        steps.append(act.move.step.code)
        run_jobs(stage)
    assert steps == ["accept", "prepare-signature", "sign", "ask-register-again"]


def test_nobody_left_in_the_office_is_said_loudly(staging: Staging) -> None:
    stage = staging(DEATH_FILING)
    dossier = file(stage, DEATH_FILING)
    with write_transaction(stage.context.engine) as connection:
        for officer in people.officers_of(connection, "civil-status:00004"):
            people.change_officer(connection, officer.id, disabled=True)
    with pytest.raises(NobodyMayAct, match="civil-status:00004"):
        finish_dossier(stage, dossier.id)


def test_a_wrong_answer_stops_the_story(staging: Staging) -> None:
    stage = staging(BIRTH_FILING)
    with pytest.raises(StoryStuck, match=r"child\.birth-date"):
        file(stage, with_answers(BIRTH_FILING, **{"child.birth-date": "2027-01-01"}))


def test_office_time_passes_in_office_hours_only(staging: Staging) -> None:
    stage = staging(DEATH_FILING)  # a Friday morning
    spend(stage, 8 * 60)
    local = in_vietnam(stage.clock.now())
    assert f"{local:%Y-%m-%d %H:%M}" == "2026-11-23 08:00"
    spend(stage, 40)
    assert f"{in_vietnam(stage.clock.now()):%H:%M}" == "08:40"


def test_the_history_names_office_person_and_state(staging: Staging) -> None:
    stage = staging(DEATH_FILING)
    dossier = file(stage, DEATH_FILING)
    finish_dossier(stage, dossier.id)
    lines = history(stage.context.reading(actors.SYSTEM), dossier.id)
    signed = next(line for line in lines if line.what.vi == "Ký, ghi sổ khai tử")
    assert signed.office is not None
    assert "Ba Đình" in signed.office.vi
    assert signed.state is not None
    assert signed.state.vi == "Chờ hệ thống chuyên ngành ghi sổ"
    assert [line.at for line in lines] == sorted(line.at for line in lines)
    assert lines[-1].what.vi == "Hồ sơ kết thúc"
