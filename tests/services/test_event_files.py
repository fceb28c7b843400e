"""Logs of simulated and of real cases as XES and OCEL, held against what the standards demand."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from copy import deepcopy
from functools import cache
from typing import Any
from xml.etree import ElementTree  # our own files only

import pytest

from services.access.actors import NOBODY, SYSTEM
from services.demo.families import PEOPLE
from services.demo.filing import file_declaration
from services.demo.filings import BIRTH_FILING, DEATH_FILING
from services.demo.stage import Stage, finish_dossier, open_stage
from services.reading import histories
from services.simulation.eventlog import Entry, simulated
from services.simulation.flow import Size, run
from services.simulation.ocel import ocel
from services.simulation.often import STORIES_BY_SLUG, Knobs, under
from services.simulation.recipe import opening_days, work_out
from services.simulation.seen import Acted
from services.simulation.xes import xes
from services.time.calendar_seed import vietnam_calendar
from storage import people
from storage.engine import read_transaction
from tests.services.event_files import NAMESPACE, ocel_faults, xes_faults
from workflows.errors import NotAllowed, NotFound
from workflows.registry import Registry, registry


@cache
def entries() -> tuple[Entry, ...]:
    law, story = registry(), STORIES_BY_SLUG["sinh"]
    plan = under(story, story.after[1], Knobs(late=30), law)
    days = opening_days(plan, vietnam_calendar())
    acts: list[Acted] = []
    run(work_out(plan, law, days), "1/0", Size(30, 5, 5), lambda _: None, acts.append)
    return simulated(acts, days)


def as_xes(which: tuple[Entry, ...]) -> str:
    return "".join(xes(which, "a <log> & more"))


def test_a_simulated_log_is_sound_xes() -> None:
    text = as_xes(entries())
    assert xes_faults(text) == []
    root = ElementTree.fromstring(text)  # noqa: S314 - our own file
    assert len(root.findall(f"{NAMESPACE}trace")) == 40
    assert len(root.findall(f".//{NAMESPACE}event")) == len(entries())


@pytest.mark.parametrize(
    "spoil",
    [
        lambda text: text.replace('prefix="org"', 'prefix="other"'),
        lambda text: text.replace('<date key="time:timestamp" value="2', '<string key="x" value="2', 1),
        lambda text: text.replace(' xmlns="http://www.xes-standard.org/"', ""),
        lambda text: text.replace("<trace>", '<trace><string key="concept:name" value="twice"/>', 1),
        lambda text: text.replace("+07:00", ""),
    ],
    ids=["prefix", "no-time", "namespace", "key-twice", "no-zone"],
)
def test_a_spoilt_xes_is_found(spoil: Callable[[str], str]) -> None:
    assert xes_faults(spoil(as_xes(entries()))) != []


def test_a_simulated_log_is_sound_ocel() -> None:
    document = json.loads(json.dumps(ocel(entries())))
    assert ocel_faults(document) == []
    kinds = [one["type"] for one in document["objects"]]
    assert kinds.count("dossier") == 40
    assert kinds.count("case") == 120
    assert len(document["events"]) == len(entries())


def _forget(document: dict[str, Any]) -> None:
    document["objects"].pop()


def _undeclared(document: dict[str, Any]) -> None:
    document["events"][0]["type"] = "nothing"


def _twice(document: dict[str, Any]) -> None:
    document["events"].append(document["events"][0])


def _alone(document: dict[str, Any]) -> None:
    document["events"][0]["relationships"] = []


@pytest.mark.parametrize("spoil", [_forget, _undeclared, _twice, _alone])
def test_a_spoilt_ocel_is_found(spoil: Callable[[dict[str, Any]], None]) -> None:
    document = deepcopy(ocel(entries()))
    spoil(document)
    assert ocel_faults(document) != []


# --- the journal of real cases ----------------------------------------------------------------------------


@pytest.fixture(scope="module")
def stage(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Stage]:
    """Where a birth and a death were really declared, handled and finished."""
    opened = open_stage(tmp_path_factory.mktemp("real"), BIRTH_FILING.at)
    for filing in (BIRTH_FILING, DEATH_FILING):
        opened.clock.move_to(max(filing.at, opened.clock.now()))
        row = file_declaration(
            opened.context, opened.agencies, opened.lists, filing.actor, filing.slug, filing.answers
        )
        finish_dossier(opened, row.id)
    yield opened
    opened.close()


def test_the_journal_of_real_cases_is_a_sound_log_that_names_nobody(stage: Stage) -> None:
    real = histories.event_log(stage.context.reading(SYSTEM))
    assert len(real) > 15
    assert {entry.at.utcoffset() for entry in real} == {entries()[0].at.utcoffset()}
    assert all(entry.ready <= entry.at for entry in real)
    assert {entry.by for entry in real} >= {"clerk", "agency"}
    text, document = as_xes(real), ocel(real)
    assert xes_faults(text) == []
    assert ocel_faults(document) == []
    written = text + json.dumps(document, ensure_ascii=False)
    with read_transaction(stage.context.engine) as connection:
        staff = [
            one for office in people.offices(connection) for one in people.officers_of(connection, office)
        ]
    assert staff
    for person in (*PEOPLE, *staff):
        assert person.id not in written
        assert person.name not in written


def test_real_cases_on_their_own_version_are_the_same(stage: Stage) -> None:
    real = {entry.procedure for entry in histories.event_log(stage.context.reading(SYSTEM))}
    assert len(real) > 4
    for key in real:
        found = histories.replayed(stage.context.reading(SYSTEM), *key.split("@"))
        own = [one for one in found if one.procedure == key]
        assert own, key
        assert {one.verdict for one in own} == {"same"}, (key, own)


def test_a_real_case_on_a_version_without_its_step_is_impossible(stage: Stage) -> None:
    key = next(e.procedure for e in histories.event_log(stage.context.reading(SYSTEM)) if e.step == "approve")
    old = registry().procedure(key)
    steps = tuple(step for step in old.steps if step.code != "approve")
    changed = Registry.of(
        *(old.revised(steps=steps) if one is old else one for one in registry().all_definitions())
    )
    found = histories.replayed(stage.context.reading(SYSTEM), *key.split("@"), law=changed)
    assert {one.verdict for one in found if one.procedure == key} == {"impossible"}
    assert any("Duyệt" in words.vi for one in found for words in one.words)


def test_an_office_is_forecast_from_its_open_cases(stage: Stage) -> None:
    page = histories.office_forecast(stage.context.reading(SYSTEM), "civil-status:00004", runs=10)
    assert len(page.days) == 10
    assert page.officers > 0
    assert page.per_day > 0
    assert sum(one.coming.mean for one in page.days) == pytest.approx(10 * page.per_day, abs=1)
    assert not page.minutes_measured, "two files are too few to fit anything"
    with pytest.raises(NotFound):
        histories.office_forecast(stage.context.reading(SYSTEM), "no:office")


@pytest.mark.parametrize("ask", ["event_log", "measured"])
def test_nobody_else_reads_the_histories(stage: Stage, ask: str) -> None:
    with pytest.raises(NotAllowed):
        getattr(histories, ask)(stage.context.reading(NOBODY))
