"""Steps about the designer's room: definitions, their proofs, their versions, what scenarios have tried.

Given "{procedure}" has lost the step "{step}"           "…" không còn bước "…"
Given (Vietnamese only)   bước "{step}" của "{procedure}" không còn đòi lý do
Given no scenario was ever run on this machine
Given the last run tried every step of "{procedure}" [but "{step}"] [and failed]
When the supervisor opens the definition of the procedure "{code}"    người giám sát mở định nghĩa … "…"
When (Vietnamese only)   người giám sát so sánh nhóm "{code}" từ "{before}" đến "{after}", vẫn bấm "{button}"
Then (Vietnamese only)   mục kiểm chứng "{claim}" là "{verdict}" / nêu "{words}"; phiên bản "{version}" …
Then it cannot be applied because "{words}"              không áp dụng được vì "…"
Then the coverage names "{step}" and nothing else
"""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Any
from xml.etree.ElementTree import Element

import pytest
from pytest_bdd import given, then, when

from tests.bdd.browser import Visitor
from tests.bdd.html import all_of, said
from tests.bdd.last_run import document
from tests.bdd.town import START, Town
from tests.bdd.words import says
from web.designer import SCENARIOS
from workflows.language import Procedure
from workflows.registry import Registry

SUPERVISOR = "giamsat.hanoi"


def room(town: Town) -> Visitor:
    """Return the supervisor's browser."""
    return town._signed_in(SUPERVISOR, "can-bo")


def newest(town: Town, code: str) -> Procedure:
    return town.context.registry.versions(code, Procedure)[-1]


def change(town: Town, procedure: Procedure) -> None:
    """Let the product run with another content of one version."""
    others = [one for one in town.context.registry.all_definitions() if one != newest(town, procedure.code)]
    town.context = replace(town.context, registry=Registry.of(*others, procedure))
    product = replace(town.app.extensions["product"], context=town.context)
    town.app.extensions.update(product=product, context=town.context)


def ran(code: str, file: Path, law: Registry, *, but: str = "", outcome: str = "passed") -> Path:
    """Leave the results of a run in which one scenario took every step of a procedure but one."""
    procedure = law.versions(code, Procedure)[-1]
    taken = [
        [procedure.key, source, step.code]
        for step in procedure.steps
        for source in step.source
        if step.code != but
    ]
    scenario: dict[str, Any] = {"feature": "Trial", "file": "features/trial.feature", "line": 1, "rule": ""}
    scenario |= {"name": "All but one step", "tags": [], "filed": [], "taken": taken, "outcome": outcome}
    file.write_text(document([scenario], START, law), "utf-8")
    return file


def proof(town: Town, claim: str) -> Element:
    [found] = [
        part for part in all_of(town.page.main, "li") if part.get("data-proof") and claim in said(part)
    ]
    return found


def version(town: Town, name: str) -> str:
    [found] = [
        said(part)
        for part in all_of(town.page.main, "li")
        if any(said(link) == name for link in all_of(part, "a"))
    ]
    return found


# --- what was before ----------------------------------------------------------------------------------


@given(says('"{code}" has lost the step "{step}"'))
@given(says('"{code}" không còn bước "{step}"'))
def step_lost(town: Town, code: str, step: str) -> None:
    procedure = newest(town, code)
    change(town, procedure.revised(steps=tuple(one for one in procedure.steps if one.code != step)))


@given(says('bước "{step}" của "{code}" không còn đòi lý do'))
def reason_lost(town: Town, code: str, step: str) -> None:
    procedure = newest(town, code)
    steps = {one.code: one for one in procedure.steps}
    steps[step] = steps[step].model_copy(update={"takes": ()})
    change(town, procedure.revised(steps=tuple(steps.values())))


@given("no scenario was ever run on this machine")
def never_run(town: Town, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(town.app.config, SCENARIOS, tmp_path / "no-such-file.json")


@given(says('the last run tried every step of "{code}"'))
def tried_all(town: Town, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, code: str) -> None:
    run = ran(code, tmp_path / "run.json", town.context.registry)
    monkeypatch.setitem(town.app.config, SCENARIOS, run)


@given(says('the last run tried every step of "{code}" but "{step}"'))
def tried_all_but_one(
    town: Town, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, code: str, step: str
) -> None:
    run = ran(code, tmp_path / "run.json", town.context.registry, but=step)
    monkeypatch.setitem(town.app.config, SCENARIOS, run)


@given(says('the last run tried every step of "{code}" and failed'))
def tried_and_failed(town: Town, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, code: str) -> None:
    run = ran(code, tmp_path / "run.json", town.context.registry, outcome="failed")
    monkeypatch.setitem(town.app.config, SCENARIOS, run)


# --- what happens -------------------------------------------------------------------------------------


@when(says('the supervisor opens the definition of the procedure "{code}"'))
@when(says('người giám sát mở định nghĩa thủ tục "{code}"'))
def opens_procedure(town: Town, code: str) -> None:
    room(town).open(f"/thiet-ke/thu-tuc/{code}")


@when(says('người giám sát mở định nghĩa nhóm "{code}"'))
def opens_bundle(town: Town, code: str) -> None:
    room(town).open(f"/thiet-ke/nhom/{code}")


@when(says('the supervisor opens the scenarios of the procedure "{code}"'))
def opens_scenarios(town: Town, code: str) -> None:
    room(town).open(f"/thiet-ke/thu-tuc/{code}/kich-ban")


@when(says('người giám sát so sánh nhóm "{code}" từ "{before}" đến "{after}"'))
def compares(town: Town, code: str, before: str, after: str) -> None:
    room(town).open(f"/thiet-ke/nhom/{code}/so-sanh?tu={before}&ban={after}")


@when(says('người giám sát vẫn bấm "{button}"'))
def presses_all_the_same(town: Town, button: str) -> None:
    room(town).press(button)


# --- what is seen -------------------------------------------------------------------------------------


@then(says('mục kiểm chứng "{claim}" là "{verdict}"'))
def proof_is(town: Town, claim: str, verdict: str) -> None:
    [found] = [said(part) for part in all_of(proof(town, claim), "span") if part.get("class") == "verdict"]
    assert found.split(" ·")[0] == verdict


@then(says('mục kiểm chứng "{claim}" nêu "{words}"'))
def proof_names(town: Town, claim: str, words: str) -> None:
    assert words in "".join(said(part) for part in all_of(proof(town, claim), "ul"))


@then(says('it cannot be applied because "{words}"'))
@then(says('không áp dụng được vì "{words}"'))
def cannot_be_applied(town: Town, words: str) -> None:
    [button] = [part for part in all_of(town.page.main, "button") if part.get("aria-disabled") == "true"]
    [reasons] = [
        part for part in all_of(town.page.main, "ul") if part.get("id") == button.get("aria-describedby")
    ]
    assert words in said(reasons)


@then(says('phiên bản "{name}" có {count:d} hồ sơ đang chạy'))
def version_runs(town: Town, name: str, count: int) -> None:
    assert f"{count} đang chạy" in version(town, name)


@then(says('phiên bản "{name}" đang áp dụng'))
def version_in_force(town: Town, name: str) -> None:
    assert "Đang áp dụng" in version(town, name)


@then("không đọc được tên ai của gia đình")
def nobody_is_named(town: Town) -> None:
    assert town.owner.name not in town.page.words
    assert town.number not in town.page.words


@then(says('the coverage names "{step}" and nothing else'))
def coverage_names(town: Town, step: str) -> None:
    [missing] = [part for part in all_of(town.page.main, "ul") if part.get("class") == "missing"]
    assert [said(part).split("”")[0] for part in all_of(missing, "li")] == [f"“{step}"]
