"""A pytest plugin: leaves what became of every scenario in a file, for the designer's room to read.

It does so only when KML_SCENARIOS names a file. The steps that a scenario took are read from the journal
of its town at its end, before the town is torn down; with several workers each report brings its own part
and the one process that hears them all writes the file. A run of only some scenarios says so by what it
lists: nothing is carried over from an earlier one.
"""

from __future__ import annotations

import json
import os
from collections.abc import Generator
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest
from pytest_bdd.parser import Feature, Scenario
from sqlmodel import select

from storage.cases import CaseRow
from storage.dossiers import DossierRow
from storage.engine import read_transaction
from storage.journal import JournalRow
from tests.bdd.town import Town
from workflows.lock import digest, key_of, kind_of
from workflows.registry import Registry, registry

VARIABLE, FORMAT, PROPERTY = "KML_SCENARIOS", 1, "scenario"
TOWN = pytest.StashKey[Town]()
ROOT = Path(__file__).parents[2]


class LastRun:
    """Collects the scenarios of this run and writes them when it ends."""

    def __init__(self, file: Path) -> None:
        self.file = file
        self.law = registry()  # as it is when the run begins, whatever somebody edits meanwhile
        self.found: dict[str, dict[str, Any]] = {}

    def pytest_runtest_logreport(self, report: pytest.TestReport) -> None:
        """Take what a scenario left; whatever fails in or around it fails it."""
        for name, said in report.user_properties:
            if name == PROPERTY:
                kept = self.found.setdefault(report.nodeid, {**json.loads(str(said)), "outcome": "passed"})
                kept["outcome"] = worse(kept["outcome"], report.outcome)

    def pytest_sessionfinish(self, session: pytest.Session) -> None:
        """Write the file, at once and whole; a worker leaves that to the one that hears all."""
        if self.found and not hasattr(session.config, "workerinput"):
            self.file.parent.mkdir(parents=True, exist_ok=True)
            part = self.file.with_suffix(".part")
            part.write_text(document(list(self.found.values()), datetime.now(UTC), self.law), "utf-8")
            part.replace(self.file)


def worse(one: str, other: str) -> str:
    """Return the worse of two outcomes."""
    return max(one, other, key=("passed", "skipped", "failed").index)


def document(scenarios: list[dict[str, Any]], ended_at: datetime, law: Registry) -> str:
    """Write the results as the product reads them, with the digests of the definitions they speak of."""
    digests = {f"{kind_of(one)} {key_of(one)}": digest(one) for one in law.all_definitions()}
    ordered = sorted(scenarios, key=lambda one: (one["file"], one["line"], one["name"]))
    whole = {"format": FORMAT, "ended_at": ended_at.isoformat(), "digests": digests, "scenarios": ordered}
    return json.dumps(whole, ensure_ascii=False, indent=1) + "\n"


def pytest_configure(config: pytest.Config) -> None:
    """Listen when somebody wants the results; several workers are heard by the one that started them."""
    if os.environ.get(VARIABLE):
        config.pluginmanager.register(LastRun(Path(os.environ[VARIABLE]).absolute()), "last-run")


@pytest.hookimpl(wrapper=True)
def pytest_fixture_setup(
    fixturedef: pytest.FixtureDef[object], request: pytest.FixtureRequest
) -> Generator[None, object, object]:
    """Remember the town of a scenario when it is built; asking for it later would build one for everybody."""
    made = yield
    if isinstance(made, Town):
        request.node.stash[TOWN] = made
    return made


def pytest_bdd_after_scenario(request: pytest.FixtureRequest, feature: Feature, scenario: Scenario) -> None:
    """Note what the scenario is and what it did, as long as its town stands."""
    if os.environ.get(VARIABLE):
        request.node.user_properties.append((PROPERTY, json.dumps(noted(request, feature, scenario))))


def noted(request: pytest.FixtureRequest, feature: Feature, scenario: Scenario) -> dict[str, Any]:
    """Return what a scenario is called, where it stands, and what it filed and took."""
    town = request.node.stash.get(TOWN, None)
    filed, taken = deeds(town) if town else ([], [])
    return {
        "feature": feature.name,
        "file": Path(feature.filename).relative_to(ROOT).as_posix(),
        "line": scenario.line_number,
        "rule": scenario.rule.name if scenario.rule else "",
        "name": scenario.name,
        "tags": sorted(feature.tags | scenario.tags),
        "filed": filed,
        "taken": taken,
    }


def deeds(town: Town) -> tuple[list[str], list[list[str]]]:
    """Read from the rows of a town what was filed in it, and from its journal which steps were taken."""
    with read_transaction(town.context.engine) as connection:
        files = connection.execute(
            select(DossierRow.bundle, DossierRow.declaration).where(DossierRow.submitted_at.is_not(None))  # type: ignore[union-attr]
        ).all()
        lines = connection.execute(
            select(CaseRow.procedure, JournalRow.state_before, JournalRow.event)
            .join(CaseRow, CaseRow.id == JournalRow.case_id)  # type: ignore[arg-type]
            .where(JournalRow.state_before.is_not(None), JournalRow.state_after.is_not(None))  # type: ignore[union-attr]
            .distinct()
        ).all()
    filed = {f"bundle {one}" for one, _ in files} | {f"declaration {other}" for _, other in files}
    law = town.context.registry
    taken = [
        [key, before, event]
        for key, before, event in sorted(tuple(line) for line in lines)
        if (step := law.procedure(key).step(event)) and before in step.source
    ]
    return sorted(filed), taken
