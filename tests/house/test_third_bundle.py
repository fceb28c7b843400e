"""The third bundle came by definitions and scenarios alone: no other file knows of it.

Karaoke (297/2025/NĐ-CP) stands for every bundle that is still to come. Its codes are read from its
definitions, so that a rule about it cannot hide under another word than its name.
"""

from __future__ import annotations

import ast
import os
import shutil
import subprocess
import sys
from collections.abc import Iterator, Mapping
from pathlib import Path

import pytest

from workflows.bundle import Bundle
from workflows.registry import Registry, registry

ROOT = Path(__file__).parents[2]
NAME = "karaoke"
DEFINITIONS = tuple(
    f"workflows/{room}/" for room in ("authorities", "procedures", "bundles", "declarations", "published")
)
CODE = ("app.py", "config.py", "workflows", "storage", "services", "web", "cli", "bench", "scripts")
PAGES = ("templates", "static")

# No rules, but data of the demonstration: who lives in it, and how officers' user names begin (an office
# that is not in that list signs in by its code, so nothing hangs on it). And one note on a source: that an
# office asks only once is read from the third bundle's decree and applied to every file.
ALLOWED = {
    "services/demo/families.py": {NAME},
    "services/demo/seed.py": {"business-registration", "culture", "order-police"},
    "workflows/skeletons/supplement.py": {NAME},
}


def codes_of(law: Registry, name: str) -> set[str]:
    """List the codes that only this bundle has: its own, its members', their outputs', offices and facts."""
    mine, others = [b for b in law.all_bundles() if b.code == name], _others(law, name)
    return {name} | (_codes(law, mine) - _codes(law, others))


def _others(law: Registry, name: str) -> list[Bundle]:
    return [bundle for bundle in law.all_bundles() if bundle.code != name]


def _codes(law: Registry, bundles: list[Bundle]) -> set[str]:
    found: set[str] = set()
    for bundle in bundles:
        found |= {bundle.code, bundle.slug}
        found |= {question.fact for question in law.declaration(bundle.declaration).questions()}
        for member, procedure in law.procedures_of(bundle).items():
            found |= {member, procedure.code, procedure.authority}
            found |= {output.code for output in procedure.outputs}
    return found


def mentions(source: str, codes: set[str]) -> set[str]:
    """Say which codes a Python file writes as texts; the bundle's name counts wherever it stands."""
    texts = {part.value for part in ast.walk(ast.parse(source)) if isinstance(part, ast.Constant)}
    return (codes & texts) | ({NAME} if NAME in source.lower() else set())


def python_files(folder: Path) -> Iterator[Path]:
    for name in CODE:
        path = folder / name
        yield from [path] if path.suffix == ".py" else sorted(path.rglob("*.py"))


def outside(folder: Path, codes: set[str]) -> dict[str, set[str]]:
    """Find the files outside the definitions that know of the bundle."""
    files = {path.relative_to(folder).as_posix(): path for path in python_files(folder)}
    known = {name: path for name, path in files.items() if not name.startswith(DEFINITIONS)}
    found = {name: mentions(path.read_text("utf-8"), codes) for name, path in known.items()}
    return {name: codes for name, codes in found.items() if codes}


# --- the repository ---------------------------------------------------------------------------------


def test_no_rule_row_verb_or_face_knows_of_it() -> None:
    assert outside(ROOT, codes_of(registry(), NAME)) == ALLOWED


@pytest.mark.parametrize("folder", PAGES)
def test_no_page_knows_of_it(folder: str) -> None:
    files = [path for path in (ROOT / folder).rglob("*") if path.suffix in (".html", ".css", ".js", ".txt")]
    assert [path.name for path in files if NAME in path.read_text("utf-8").lower()] == []


def test_it_has_scenarios() -> None:
    assert list((ROOT / "features" / NAME).glob("*.feature")) != []


def test_without_its_files_everything_else_stands(tmp_path: Path) -> None:
    shutil.copytree(
        ROOT / "workflows", tmp_path / "workflows", ignore=shutil.ignore_patterns("published", "__pycache__")
    )
    gone = [path for path in (tmp_path / "workflows").rglob("*.py") if _is_its_own(path)]
    for path in gone:
        path.unlink()
    assert len(gone) == 9  # bundle, declaration, the common parts, three procedures, three authorities
    assert _bundles_read_in(tmp_path) == sorted({bundle.code for bundle in _others(registry(), NAME)})


def _is_its_own(path: Path) -> bool:
    """Say whether a definition file exists for this bundle alone: by its name, its parts or its office."""
    source = path.read_text("utf-8")
    offices = codes_of(registry(), NAME) & set(registry().authorities)
    return f"{NAME}_group" in source or path.stem.startswith(NAME) or path.stem.replace("_", "-") in offices


def _bundles_read_in(folder: Path) -> list[str]:
    """Read the definitions of another folder in a process of its own."""
    script = "from workflows.registry import read; print(*sorted({b.code for b in read().bundles.values()}))"
    environment: Mapping[str, str] = {**os.environ, "PYTHONPATH": str(folder), "PYTHONDONTWRITEBYTECODE": "1"}
    done = subprocess.run(
        [sys.executable, "-P", "-c", script],
        cwd=folder,
        env=environment,
        capture_output=True,
        text=True,
        check=True,
    )
    return done.stdout.split()


# --- the checks themselves --------------------------------------------------------------------------


def test_its_codes_are_known() -> None:
    codes = codes_of(registry(), NAME)
    assert {NAME, "karaoke-licence", "order-police", "fire.paper-number"} <= codes
    assert not codes & {"civil-status", "requester.phone", "death-registration"}


@pytest.mark.parametrize(
    ("source", "found"),
    [
        ("x = 1\n", set()),
        ("# Karaoke licences come last.\n", {NAME}),
        ("def karaoke_limit(): ...\n", {NAME}),
        ('if case.office == "order-police":\n    pass\n', {"order-police"}),
        ('rooms = facts["business.rooms"]\n', {"business.rooms"}),
    ],
)
def test_a_planted_mention_is_found(source: str, found: set[str]) -> None:
    assert mentions(source, codes_of(registry(), NAME)) == found


def test_a_planted_file_is_found(tmp_path: Path) -> None:
    for place in ("services", "workflows/bundles"):
        (tmp_path / place).mkdir(parents=True)
        (tmp_path / place / "planted.py").write_text('SLUG = "karaoke"\n')
    for name in ("app.py", "config.py"):
        (tmp_path / name).write_text("")
    assert outside(tmp_path, {NAME}) == {"services/planted.py": {NAME}}
