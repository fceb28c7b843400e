"""The promise: the web process can be killed with -9 at any moment. After the restart nothing that was
acknowledged is missing, and no message was carried out twice by an agency that honours its key."""

import json
import os
import sys
import time
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest

from tests.kill.campaign import Campaign, Result
from tests.kill.shared import Options

KILLS = int(os.environ.get("KILL_ROUNDS", "40"))  # `make kill-test`, which CI runs: 200
SEED = int(os.environ.get("KILL_SEED", "1"))
KILLS_BETWEEN_CHECKS = 20

# A run in which one of these did not happen has proved nothing.
MUST_HAVE_HAPPENED = (
    "before it listened",
    "request in flight",
    "writing request in flight",
    "job running",
    "requests retried",
    "forms replayed",
    "jobs found interrupted",
    "interrupted jobs run again",
    "repeats absorbed at the agencies",
    "absorbed since a kill had cut the call",
    "dossiers finished",
)


def report(name: str, result: Result, folder: Path) -> None:
    """Leave the figures beside the run's files, and on the terminal when pytest runs with -s."""
    (folder / "figures.json").write_text(json.dumps(result.figures, ensure_ascii=False, indent=1))
    figures = ", ".join(f"{what} {figure}" for what, figure in result.figures.items())
    sys.stdout.write(f"\n{name}: {figures}\n")


def what_did_not_happen(figures: Mapping[str, Any]) -> list[str]:
    return [what for what in MUST_HAVE_HAPPENED if not figures[what]]


@pytest.mark.kill
@pytest.mark.timeout(300 + 6 * KILLS)
def test_nothing_acknowledged_is_lost_and_nothing_is_done_twice(tmp_path: Path) -> None:
    campaign = Campaign(Options(str(tmp_path), SEED, time.time()))
    result = campaign.run(KILLS, every=KILLS_BETWEEN_CHECKS)
    report("kill -9", result, tmp_path)
    assert result.problems == []
    assert result.kills >= KILLS
    assert what_did_not_happen(result.figures) == []


@pytest.mark.kill
@pytest.mark.timeout(300)
def test_the_server_as_it_is_shipped_survives_kills_of_its_worker_and_of_all_of_it(tmp_path: Path) -> None:
    campaign = Campaign(Options(str(tmp_path), SEED, time.time(), gunicorn=True))
    result = campaign.run(6, every=3)
    report("kill -9, gunicorn", result, tmp_path)
    assert result.problems == []
    assert result.figures["workers"] > 0
