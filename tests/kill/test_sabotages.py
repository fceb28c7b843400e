"""The harness of `test_kill.py` must find each mistake that is planted in the product on purpose."""

import sys
import time
from pathlib import Path

import pytest

from tests.kill.campaign import Campaign
from tests.kill.sabotages import SABOTAGES
from tests.kill.shared import Options
from tests.kill.test_kill import SEED

MOST_KILLS = 80


@pytest.mark.kill
@pytest.mark.planted
@pytest.mark.timeout(300)
@pytest.mark.parametrize("name", SABOTAGES)
def test_a_planted_mistake_is_found(name: str, tmp_path: Path) -> None:
    sabotage = SABOTAGES[name]
    options = Options(str(tmp_path), SEED, time.time(), sabotage=name, faults=sabotage.faults)
    result = Campaign(options, only=sabotage.found_by, aim=sabotage.aim).run(MOST_KILLS, every=1, drain=False)
    sys.stdout.write(f"\n{name}: found after {result.kills} kills by the rule “{sabotage.found_by}”\n")
    assert result.problems != []
