from pathlib import Path

from bench.carrying import WARM_UP
from bench.definitions import FIELDS, OFFICES, law_of_the_bench
from bench.pairs import run
from bench.rows import all_rows, copy, difference
from bench.world import ACTS, file_bundles, make, opened
from workflows.checking.checks import problems


def test_the_bench_runs_on_a_sound_law_of_the_promised_size() -> None:
    assert problems(law_of_the_bench()) == ()
    assert (len(FIELDS), len(OFFICES), len(ACTS)) == (40, 3, 12)


def test_the_floor_writes_the_same_rows_as_the_engine(tmp_path: Path) -> None:
    base = tmp_path / "base.db"
    make(base)
    with opened(base) as context:
        dossiers = file_bundles(context, WARM_UP + 1)
    for name in ("ours", "floor"):
        run(name, copy(base, tmp_path / f"{name}.db"), dossiers)
    ours, floor = all_rows(tmp_path / "ours.db"), all_rows(tmp_path / "floor.db")
    assert difference(ours, floor) == ""
    assert len(ours["output"]) == 3 * len(dossiers)
