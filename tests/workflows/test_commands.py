"""The commands for lawyers and developers: `python -m cli.workflows`."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from cli.workflows import main, sheets
from tests.toy_procedures import DOG_LICENCE, LIBRARY_CARD, PET_READER, PET_READER_FORM, TOY_REGISTRY, TOYS
from workflows.lock import file_of, load
from workflows.registry import Registry
from workflows.words import text

TOP = Path(__file__).parents[2]
NEXT = LIBRARY_CARD.revised(version="2027-01", short=text("Thẻ mới", "New card"))
UNSOUND = Registry.of(*(toy for toy in TOYS if toy is not DOG_LICENCE))
VERSIONS = (LIBRARY_CARD, DOG_LICENCE, PET_READER_FORM, PET_READER)


def test_check_says_that_all_is_well(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["check"], TOY_REGISTRY) == 0
    assert capsys.readouterr().out == "6 definitions, 0 problems\n"


def test_check_prints_one_line_for_each_problem(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["check"], UNSOUND) == 1
    lines = capsys.readouterr().out.splitlines()
    assert lines[0].startswith("bundle pet-reader@2026-01: unknown-procedure: Member 'licence'")
    assert lines[-1] == f"5 definitions, {len(lines) - 1} problems"


def test_diff_says_what_changed_in_both_languages(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["diff", LIBRARY_CARD.key, NEXT.key], Registry.of(*TOYS, NEXT)) == 1
    assert capsys.readouterr().out.splitlines() == [
        "procedure library-card@2026-01 -> library-card@2027-01: 2 differences",
        "  Phiên bản đổi từ “2026-01” thành “2027-01”.",
        "      Version changed from “2026-01” to “2027-01”.",
        "  Tên ngắn đổi từ “Thẻ” thành “Thẻ mới”.",
        "      Short name changed from “Card” to “New card”.",
    ]


def test_diff_of_the_same_is_nothing(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["diff", LIBRARY_CARD.key, LIBRARY_CARD.key], TOY_REGISTRY) == 0
    assert "0 differences" in capsys.readouterr().out


@pytest.mark.parametrize("other", ["no-such@2026-01", PET_READER.key])
def test_diff_refuses_what_cannot_be_compared(other: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["diff", LIBRARY_CARD.key, other], TOY_REGISTRY) == 2
    assert other in capsys.readouterr().err


def test_draw_writes_a_sheet_for_every_procedure_and_bundle(tmp_path: Path) -> None:
    assert main(["draw", "--out", str(tmp_path / "sheets")], TOY_REGISTRY) == 0
    written = {path.name: path.read_text("utf-8") for path in (tmp_path / "sheets").iterdir()}
    assert written == sheets(TOY_REGISTRY)
    assert set(written) == {
        "README.md",
        "library-card@2026-01.md",
        "dog-licence@2026-01.md",
        "pet-reader@2026-01.md",
    }
    assert "[Cấp thẻ thư viện](library-card@2026-01.md) / Library card" in written["README.md"]
    assert "“Cỡ”" in written["dog-licence@2026-01.md"]


def test_publish_locks_every_version_once(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["publish", "--into", str(tmp_path)], TOY_REGISTRY) == 0
    assert len(capsys.readouterr().out.splitlines()) == len(VERSIONS)
    for version in VERSIONS:
        assert load(file_of(tmp_path, version).read_text("utf-8")) == version
    assert main(["publish", "--into", str(tmp_path)], TOY_REGISTRY) == 0
    assert capsys.readouterr().out == ""
    assert main(["publish", "--check", "--into", str(tmp_path)], TOY_REGISTRY) == 0


def test_publish_refuses_to_change_what_is_published(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    main(["publish", "--into", str(tmp_path)], TOY_REGISTRY)
    before = {path: path.read_bytes() for path in tmp_path.rglob("*.json")}
    changed = LIBRARY_CARD.revised(short=text("Khác", "Other"))
    others = (toy for toy in TOYS if toy is not LIBRARY_CARD)
    later = DOG_LICENCE.revised(code="cat-licence")
    capsys.readouterr()
    assert main(["publish", "--into", str(tmp_path)], Registry.of(*others, changed, later)) == 1
    assert "procedure library-card@2026-01: published with other content" in capsys.readouterr().out
    assert {path: path.read_bytes() for path in tmp_path.rglob("*.json")} == before


def test_publish_refuses_what_is_not_sound(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["publish", "--into", str(tmp_path)], UNSOUND) == 1
    assert capsys.readouterr().out.startswith("not sound: bundle pet-reader@2026-01")
    assert list(tmp_path.rglob("*.json")) == []


def test_publish_check_writes_nothing_and_fails_for_a_draft(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["publish", "--check", "--into", str(tmp_path)], TOY_REGISTRY) == 1
    assert "procedure library-card@2026-01: not published yet" in capsys.readouterr().out
    assert list(tmp_path.rglob("*.json")) == []


def test_without_a_command_it_says_how_to_use_it() -> None:
    ran = subprocess.run(
        [sys.executable, "-m", "cli.workflows"], cwd=TOP, capture_output=True, text=True, check=False
    )
    assert ran.returncode == 2
    assert "usage: python -m cli.workflows" in ran.stderr
