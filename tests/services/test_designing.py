"""The designer's room: what it reads, from where, and whom it lets in."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest

from services.access.actors import NOBODY, Actor
from services.reading.designing.coverage import concerning, coverage
from services.reading.designing.definition import (
    compare_page,
    definition_page,
    refuse_to_apply,
    scenarios_page,
)
from services.reading.designing.last_run import LastRun, read
from services.reading.designing.overview import overview
from tests.bdd.last_run import PROPERTY, document, worse
from tests.bdd.last_run import LastRun as Listener
from tests.toy_procedures import LIBRARY_CARD, TOY_REGISTRY
from tests.world import World, build_world
from workflows.errors import NotAllowed, NotFound, TransitionRefused
from workflows.registry import Registry
from workflows.vocabulary import Role

ENDED = datetime(2026, 11, 20, 2, tzinfo=UTC)
SUPERVISOR = Actor("watcher", "Watcher", frozenset({Role.SUPERVISOR}))
MOVES = [[LIBRARY_CARD.key, source, step.code] for step in LIBRARY_CARD.steps for source in step.source]
SCENARIO: Mapping[str, Any] = {
    "feature": "Cards",
    "file": "features/cards.feature",
    "line": 3,
    "rule": "[1] Cards (By-law Art. 1)",
    "name": "A card",
    "tags": ["clerk"],
    "filed": ["bundle pet@2026-01"],
    "outcome": "passed",
}


def a_run(file: Path, *scenarios: Mapping[str, Any], law: Registry = TOY_REGISTRY) -> LastRun:
    file.write_text(document([dict(one) for one in scenarios], ENDED, law), "utf-8")
    run = read(file)
    assert run is not None
    return run


@pytest.fixture
def world(tmp_path: Path) -> World:
    return build_world(tmp_path, TOY_REGISTRY, {}, ["library:00001", "council:00001"])


# --- what scenarios have tried ------------------------------------------------------------------------


def test_every_move_but_one_names_that_one_with_its_state(tmp_path: Path) -> None:
    run = a_run(tmp_path / "run.json", {**SCENARIO, "taken": MOVES[1:]})
    found = coverage(run, LIBRARY_CARD)
    assert (found.made, found.total, found.stale, found.whole) == (len(MOVES) - 1, len(MOVES), False, False)
    [missing] = found.missing
    step = next(step for step in LIBRARY_CARD.steps if step.code == MOVES[0][2])
    assert (missing.step, missing.sources) == (step.text, (LIBRARY_CARD.state(MOVES[0][1]).text,))


def test_moves_of_several_scenarios_add_up_and_only_passed_ones_count(tmp_path: Path) -> None:
    half = len(MOVES) // 2
    first, second = {**SCENARIO, "taken": MOVES[:half]}, {**SCENARIO, "taken": MOVES[half:], "line": 9}
    assert coverage(a_run(tmp_path / "run.json", first, second), LIBRARY_CARD).whole
    for outcome in ("failed", "skipped"):
        run = a_run(tmp_path / "run.json", first, {**second, "outcome": outcome})
        assert coverage(run, LIBRARY_CARD).made == half


def test_moves_of_another_version_count_for_nothing(tmp_path: Path) -> None:
    other = LIBRARY_CARD.revised(version="2027-01")
    run = a_run(tmp_path / "run.json", {**SCENARIO, "taken": MOVES})
    assert coverage(run, other).made == 0
    assert coverage(run, other).stale
    assert concerning(run, other) == ()
    changed = LIBRARY_CARD.revised(steps=LIBRARY_CARD.steps[1:])
    assert coverage(run, changed).stale
    assert not coverage(run, changed).whole


@pytest.mark.parametrize(
    "content",
    ["", "[]", "{}", '{"format": 2}', '{"format": 1, "scenarios": [], "digests": {}, "ended_at": "soon"}',
     '{"format": 1, "scenarios": [{}], "digests": {}, "ended_at": "2026-11-20T02:00:00+00:00"}'],
)  # fmt: skip
def test_a_file_that_is_no_result_is_as_good_as_none(tmp_path: Path, content: str) -> None:
    (tmp_path / "run.json").write_text(content)
    assert read(tmp_path / "run.json") is None
    assert read(tmp_path) is read(None) is read(tmp_path / "nothing.json") is None


def test_the_worst_that_happened_to_a_scenario_is_kept() -> None:
    assert [worse("passed", "failed"), worse("failed", "passed"), worse("passed", "skipped")] == [
        "failed",
        "failed",
        "skipped",
    ]


def test_what_fails_in_or_around_a_scenario_is_left_as_failed(tmp_path: Path) -> None:
    """The plugin hears of each phase of each test; what was noted comes with the reports from the call on."""
    listener = Listener(tmp_path / "var" / "run.json")
    ends = {"good": ("passed", "passed"), "bad": ("failed", "passed"), "torn": ("passed", "failed")}
    for name, outcomes in ends.items():
        said = [(PROPERTY, json.dumps({**SCENARIO, "name": name, "taken": MOVES}))]
        for phase, outcome in zip(("call", "teardown"), outcomes, strict=True):
            listener.pytest_runtest_logreport(_report(name, phase, outcome, said))
    listener.pytest_runtest_logreport(_report("no scenario", "call", "failed", []))
    listener.pytest_sessionfinish(SimpleNamespace(config=object()))  # type: ignore[arg-type]
    run = read(tmp_path / "var" / "run.json")
    assert run is not None
    assert {one.name: one.outcome for one in run.scenarios} == {
        "good": "passed",
        "bad": "failed",
        "torn": "failed",
    }


def _report(name: str, phase: Any, outcome: Any, said: list[tuple[str, object]]) -> pytest.TestReport:
    place = ("tests/bdd/test_features.py", 1, name)
    return pytest.TestReport(name, place, {}, outcome, None, phase, user_properties=said)


# --- the pages ----------------------------------------------------------------------------------------


def test_only_supervisors_and_operators_look(world: World) -> None:
    for actor in (NOBODY, world.clerk("library"), world.clerk("library", leader=True)):
        for ask in (
            lambda uow: overview(uow),
            lambda uow: definition_page(uow, "procedure", LIBRARY_CARD.code, None, None),
            lambda uow: compare_page(uow, "procedure", LIBRARY_CARD.code, None, None),
            lambda uow: scenarios_page(uow, "procedure", LIBRARY_CARD.code, None, None),
            lambda uow: refuse_to_apply(uow, "procedure", LIBRARY_CARD.code, None, None),
        ):
            with pytest.raises(NotAllowed):
                ask(world.context.reading(actor))
    operator = Actor("hands", "Hands", frozenset({Role.OPERATOR}))
    assert overview(world.context.reading(operator)) == overview(world.context.reading(SUPERVISOR))


def test_every_definition_is_on_the_list_once(world: World) -> None:
    page = overview(world.context.reading(SUPERVISOR))
    listed = [(kind, line.code) for kind, lines in page.kinds for line in lines]
    wanted = {
        *(("procedure", one.code) for one in TOY_REGISTRY.procedures.values()),
        *(("bundle", one.code) for one in TOY_REGISTRY.bundles.values()),
        *(("declaration", one.code) for one in TOY_REGISTRY.declarations.values()),
        *(("authority", one) for one in TOY_REGISTRY.authorities),
    }
    assert sorted(listed) == sorted(wanted)


@pytest.mark.parametrize(
    ("kind", "code", "version"),
    [("procedure", "nothing", None), ("bundle", LIBRARY_CARD.code, None), ("poem", LIBRARY_CARD.code, None),
     ("procedure", LIBRARY_CARD.code, "1999-01")],
)  # fmt: skip
def test_what_is_not_there_is_not_found(world: World, kind: str, code: str, version: str | None) -> None:
    with pytest.raises(NotFound):
        definition_page(world.context.reading(SUPERVISOR), kind, code, version, None)


def test_applying_is_refused_with_the_reasons_on_the_page(world: World, tmp_path: Path) -> None:
    run = a_run(tmp_path / "run.json", {**SCENARIO, "taken": MOVES[1:]})
    ask = ("procedure", LIBRARY_CARD.code, None, run)
    page = definition_page(world.context.reading(SUPERVISOR), *ask)
    with pytest.raises(TransitionRefused) as refused:
        refuse_to_apply(world.context.reading(SUPERVISOR), *ask)
    assert refused.value.text is not None
    assert len(page.blocked) == 2
    assert all(reason.vi in refused.value.text.vi for reason in page.blocked)
    whole = a_run(tmp_path / "run.json", {**SCENARIO, "taken": MOVES})
    page = definition_page(world.context.reading(SUPERVISOR), "procedure", LIBRARY_CARD.code, None, whole)
    assert len(page.blocked) == 1


def test_versions_say_which_is_in_force_and_what_differs(world: World) -> None:
    later = LIBRARY_CARD.revised(
        version="2027-01",
        effective_from=LIBRARY_CARD.effective_from.replace(year=2027),
        deadlines=(LIBRARY_CARD.deadlines[-1].model_copy(update={"working_days": 9}),),
    )
    law = Registry.of(*TOY_REGISTRY.all_definitions(), later)
    context = replace(world.context, registry=law)
    page = definition_page(context.reading(SUPERVISOR), "procedure", LIBRARY_CARD.code, None, None)
    assert page.version == LIBRARY_CARD.version
    assert [(line.version, line.in_force) for line in page.versions] == [
        ("2027-01", False),
        (LIBRARY_CARD.version, True),
    ]
    [overlap] = [proof for proof in _of(context, "2027-01").proofs if proof.code == "versions"]
    assert overlap.verdict.value == "failed"  # nobody has ended the first one
    changed = compare_page(context.reading(SUPERVISOR), "procedure", LIBRARY_CARD.code, None, "2027-01")
    assert changed.before == LIBRARY_CARD.version
    assert any("9 working days" in line.en for line in changed.lines)
    same = compare_page(context.reading(SUPERVISOR), "procedure", LIBRARY_CARD.code, "2027-01", "2027-01")
    assert (same.before, same.lines) == (None, ())


def _of(context: Any, version: str) -> Any:
    return definition_page(context.reading(SUPERVISOR), "procedure", LIBRARY_CARD.code, version, None)


def test_the_results_of_a_run_are_plain_json(tmp_path: Path) -> None:
    whole = json.loads(document([{**SCENARIO, "taken": MOVES}], ENDED, TOY_REGISTRY))
    assert whole["digests"].keys() >= {f"procedure {LIBRARY_CARD.key}"}
    assert whole["scenarios"][0]["taken"] == MOVES
