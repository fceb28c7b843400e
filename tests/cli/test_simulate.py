"""The command that simulates: tables, pictures, files, and what it says when it cannot."""

from __future__ import annotations

import csv
import json
import re
from io import BytesIO
from pathlib import Path
from xml.etree import ElementTree  # our own files only

import pytest
from PIL import Image

from cli.simulate import main
from services.demo.filing import file_declaration
from services.demo.filings import BIRTH_FILING
from services.demo.stage import finish_dossier, open_stage
from services.simulation.picture import Bars, png, svg
from tests.services.event_files import ocel_faults, xes_faults

RUN = ("--lang", "en", "run", "--runs", "200", "--before", "don-le", "--after", "2024")


def test_a_run_prints_tables_and_writes_every_file(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    files = {name: tmp_path / f"out.{name}" for name in ("svg", "png", "csv", "xes", "ocel")}
    wanted = [part for name, file in files.items() for part in (f"--{name}", str(file))]
    assert main([*RUN, "--causes", *wanted]) == 0
    printed = capsys.readouterr().out
    assert "One by one, by the separate limits of today" in printed
    days = [float(found) for found in re.findall(r"^\w[\w ,.]+  +(-?\d+\.\d)$", printed, re.MULTILINE)]
    assert len(days) == 6
    assert round(sum(days[:-1]), 1) == days[-1]
    rows = list(csv.reader(files["csv"].read_text("utf-8-sig").splitlines()))
    assert [sum(int(row[nth]) for row in rows[1:]) for nth in (1, 2)] == [200, 200]
    assert ElementTree.parse(files["svg"]).getroot().tag.endswith("svg")  # noqa: S314 - our own file
    assert Image.open(BytesIO(files["png"].read_bytes())).size == (960, 420)
    assert xes_faults(files["xes"].read_text("utf-8")) == []
    assert ocel_faults(json.loads(files["ocel"].read_text("utf-8"))) == []


def test_the_same_seed_prints_the_same(capsys: pytest.CaptureFixture[str]) -> None:
    printed = []
    for seed in ("4", "4", "5"):
        assert main([*RUN, "--seed", seed]) == 0
        printed.append(capsys.readouterr().out)
    assert printed[0] == printed[1] != printed[2]


def test_a_what_if_says_how_much_later(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--lang", "en", "what-if", "--runs", "200", "--late", "60"]) == 0
    worse = capsys.readouterr().out.splitlines()[-1].split()
    assert worse[0].startswith("+")
    assert worse[4].startswith("-")


@pytest.mark.parametrize("arguments", [("run", "--before", "x"), ("run", "--after", "x")])
def test_an_unknown_way_is_named(arguments: tuple[str, ...], capsys: pytest.CaptureFixture[str]) -> None:
    assert main(arguments) == 1
    assert "'x'" in capsys.readouterr().err


def test_too_few_families_are_refused() -> None:
    with pytest.raises(SystemExit) as stopped:
        main(["run", "--runs", "3"])
    assert stopped.value.code == 2


def test_the_journal_is_read_replayed_and_written(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    stage = open_stage(tmp_path, BIRTH_FILING.at)
    row = file_declaration(
        stage.context,
        stage.agencies,
        stage.lists,
        BIRTH_FILING.actor,
        BIRTH_FILING.slug,
        BIRTH_FILING.answers,
    )
    finish_dossier(stage, row.id)
    stage.close()
    (tmp_path / "stage.sqlite").rename(tmp_path / "product.sqlite")
    data = ("--data", str(tmp_path))
    assert main(["replay", *data, "permanent-residence", "2026-07"]) == 0
    assert "same: 1" in capsys.readouterr().out
    assert main(["--lang", "en", "replay", *data, "permanent-residence", "2023-07"]) == 0
    assert "The limit of 2 working days becomes 3." in capsys.readouterr().out
    assert main(["export", *data, "--xes", str(tmp_path / "real.xes")]) == 0
    assert xes_faults((tmp_path / "real.xes").read_text("utf-8")) == []
    assert main(["fit", *data]) == 0
    assert main(["export", *data]) == 2


@pytest.mark.parametrize("folder", ["", "never-made"])
def test_without_data_it_says_so(folder: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--lang", "en", "fit", "--data", str(tmp_path / folder)]) == 1
    assert capsys.readouterr().err.startswith("There are no data here.")


def test_a_picture_draws_each_day_to_one_scale() -> None:
    ways = [Bars("Trước & sau", (0, 10, 5), 2, 3), Bars("Nay", (20,), 1, 1)]
    drawn = svg("Số <ngày>", ways)
    heights = [float(found) for found in re.findall(r'<rect x=[^>]+ height="([\d.]+)"', drawn)]
    assert heights[0] == pytest.approx(2 * heights[1], abs=0.2)
    assert heights[2] == pytest.approx(2 * heights[0], abs=0.2)
    assert "Số &lt;ngày&gt;" in drawn
    picture = Image.open(BytesIO(png("Số <ngày>", ways)))
    colours = {colour for _, colour in picture.getcolors(100_000) or []}
    assert {(0x5B, 0x64, 0x72), (0x17, 0x6B, 0x3A)} <= colours
