from pathlib import Path

import pytest

from bench import gate
from bench.contestants import CONTESTANTS
from bench.gate import GateClosed, traces
from bench.ours import Ours
from bench.race import Race, race


def test_what_the_engine_refuses_leaves_no_trace(tmp_path: Path) -> None:
    tried, faults = traces(tmp_path, "ours")
    assert (tried > 20, faults) == (True, ())


def test_four_processes_never_get_the_same_act_acknowledged_twice(tmp_path: Path) -> None:
    raced = race(tmp_path, "ours", bundles=2, acts=4)
    assert raced == Race(attempts=32, acknowledged=8, conflicts=24, doubled=0, faults=())


def test_an_update_without_a_guard_is_caught(tmp_path: Path) -> None:
    raced = race(tmp_path, "plain", bundles=2, acts=4)
    assert raced.doubled > 0
    assert any("more than once" in fault for fault in raced.faults)


def test_an_engine_that_writes_down_what_it_refuses_is_caught(tmp_path: Path) -> None:
    _, faults = traces(tmp_path, "talkative")
    assert any("left a trace in journal" in fault for fault in faults)


def test_nothing_is_timed_when_a_sabotage_goes_unseen(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    honest = Race(attempts=4, acknowledged=1, conflicts=3, doubled=0, faults=())
    doubled = Race(attempts=4, acknowledged=2, conflicts=2, doubled=1, faults=("doubled",))
    monkeypatch.setattr(gate, "race", lambda folder, name, bundles: doubled if name == "plain" else honest)
    assert gate.check(tmp_path, bundles=1).race == honest
    monkeypatch.setitem(CONTESTANTS, "talkative", Ours)
    with pytest.raises(GateClosed, match="did not see a sabotage: writes down"):
        gate.check(tmp_path, bundles=1)
