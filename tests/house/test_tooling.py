"""The one-command set-up: exact locks, clean licences, a Makefile that explains itself, clear refusals."""

import os
import re
import shutil
import subprocess
from importlib.metadata import metadata
from pathlib import Path

import pytest

TOP = Path(__file__).parents[2]
LOCK_OF = {
    "requirements.in": "requirements.txt",
    "requirements-dev.in": "requirements-dev.txt",
    "scripts/uv.in": "scripts/uv.txt",
}
# May be linked to by a product under any licence.
LGPL_ALLOWED = {"psycopg", "psycopg-binary"}
# Their wheels do not say; read in the source of exactly this version.
LICENCE_READ_AT_SOURCE = {
    "vietnam-provinces==2025.10.1": "GPL-3.0-or-later",  # pyproject.toml at tag v2025.10.1
}


def wanted(path: str) -> list[str]:
    lines = (TOP / path).read_text().splitlines()
    return [line for line in lines if line and not line.startswith(("#", "-r "))]


def without_extras(requirement: str) -> str:
    return re.sub(r"\[.*?\]", "", requirement)


def locked(path: str) -> dict[str, list[str]]:
    """Map each `name==version` of a lock to its hashes."""
    hashes: dict[str, list[str]] = {}
    name = ""
    for line in (TOP / path).read_text().splitlines():
        if line.startswith("    --hash="):
            hashes[name].append(line.strip(" \\").removeprefix("--hash="))
        elif line and not line.lstrip().startswith("#"):
            name = without_extras(line.removesuffix(" \\"))
            hashes[name] = []
    return hashes


def licence(requirement: str) -> str:
    """Return all that a distribution says about its licence, without the full text some put there."""
    about = metadata(requirement.split("==")[0])
    said = [about.get("License-Expression"), (about.get("License") or "").partition("\n")[0]]
    said += [line for line in about.get_all("Classifier") or [] if line.startswith("License ::")]
    return " | ".join(filter(None, said)) or LICENCE_READ_AT_SOURCE.get(requirement, "")


@pytest.mark.parametrize(("source", "requirement"), [(s, line) for s in LOCK_OF for line in wanted(s)])
def test_every_requirement_is_pinned_exactly_and_locked(source: str, requirement: str) -> None:
    assert re.fullmatch(r"[a-z0-9-]+(\[[a-z,]+\])?==[0-9][0-9a-z.]*", requirement)
    assert without_extras(requirement) in locked(LOCK_OF[source])


@pytest.mark.parametrize("lock", LOCK_OF.values())
def test_every_line_of_a_lock_has_hashes_and_names_no_index(lock: str) -> None:
    odd = {
        line: hashes
        for line, hashes in locked(lock).items()
        if not re.fullmatch(r"[a-z0-9-]+==[0-9a-z.]+", line)
        or not hashes
        or not all(re.fullmatch(r"sha256:[0-9a-f]{64}", each) for each in hashes)
    }
    assert odd == {}


def test_the_tools_come_on_top_of_the_very_versions_the_product_runs_with() -> None:
    assert locked("requirements.txt").items() <= locked("requirements-dev.txt").items()


@pytest.mark.parametrize("requirement", locked("requirements.txt"))
def test_the_product_depends_on_no_gpl(requirement: str) -> None:
    said = licence(requirement)
    assert said, "its metadata name no licence: read it at its source and add it to LICENCE_READ_AT_SOURCE"
    allowed = "LGPL" in said and requirement.split("==")[0] in LGPL_ALLOWED
    assert allowed or not re.search(r"GPL|GNU|General Public", said)


def test_every_make_target_says_what_it_is_for() -> None:
    makefile = (TOP / "Makefile").read_text()
    targets = re.findall(r"^([a-z][a-z-]*):(?!=)(.*)", makefile, re.MULTILINE)
    assert {"run", "test", "check", "lock", "clean"} <= {name for name, _ in targets}
    assert [name for name, rest in targets if not re.search(r" ## [A-Z].{9,}$", rest)] == []


def test_make_alone_lists_the_targets() -> None:
    shown = subprocess.run(
        ["make", "--no-print-directory"], cwd=TOP, capture_output=True, text=True, check=True
    )
    assert "make run  " in shown.stdout
    assert "make test  " in shown.stdout


@pytest.fixture
def checkout(tmp_path: Path) -> Path:
    """A fresh checkout with the files the set-up reads, on a machine with an empty folder `bin` as PATH."""
    for name in ("scripts/setup.sh", "scripts/uv.txt", "requirements.txt", "requirements-dev.txt"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        shutil.copy(TOP / name, tmp_path / name)
    (tmp_path / "bin").mkdir()
    return tmp_path


def put_python(path: Path, answers: str) -> Path:
    """Put a false Python there that gives `answers` whatever it is asked."""
    path.write_text(f"#!/bin/sh\n{answers}\n")
    path.chmod(0o755)
    return path


def set_up(checkout: Path, what: str = "run", **environment: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        ["/bin/sh", "scripts/setup.sh", what],
        cwd=checkout,
        env={"PATH": str(checkout / "bin"), **environment},
        capture_output=True,
        text=True,
        check=False,
    )


def assert_refused_in_one_line(done: subprocess.CompletedProcess[str], *words: str) -> None:
    assert done.returncode != 0
    assert done.stdout == ""
    assert len(done.stderr.splitlines()) == 1, done.stderr
    assert [word for word in words if word not in done.stderr] == []


@pytest.mark.parametrize("what", ["run", "dev"])
def test_an_old_python_is_refused_in_one_line(checkout: Path, what: str) -> None:
    put_python(checkout / "bin" / "python3", "echo 3.9")
    assert_refused_in_one_line(set_up(checkout, what), "Python 3.11 was not found", "python3 is 3.9")
    assert not (checkout / ".venv").exists()


def test_a_missing_python_is_refused_in_one_line(checkout: Path) -> None:
    assert_refused_in_one_line(set_up(checkout), "Python 3.11 was not found", "PYTHON=/path/to/python3.11")


def test_a_wrong_python_that_was_named_is_refused_in_one_line(checkout: Path) -> None:
    python = put_python(checkout / "other", "echo 3.13")
    assert_refused_in_one_line(set_up(checkout, PYTHON=str(python)), f"PYTHON={python}", "it is 3.13")


def test_a_python_without_venv_is_refused_in_one_line(checkout: Path) -> None:
    put_python(checkout / "bin" / "python3.11", 'case "$2" in *venv*) exit 1;; *) echo 3.11;; esac')
    assert_refused_in_one_line(set_up(checkout), "no venv module", "apt-get install python3.11-venv")


@pytest.mark.skipif(os.geteuid() == 0, reason="root may write everywhere")
def test_a_checkout_that_cannot_be_written_is_refused_in_one_line(checkout: Path) -> None:
    put_python(checkout / "bin" / "python3.11", "echo 3.11")
    (checkout / "bin" / "id").symlink_to(shutil.which("id") or "")
    checkout.chmod(0o555)
    done = set_up(checkout)
    checkout.chmod(0o755)
    assert_refused_in_one_line(done, "cannot be written", str(checkout))


def test_an_installed_lock_is_not_installed_again_and_the_tools_serve_the_product(checkout: Path) -> None:
    (checkout / ".venv" / "bin").mkdir(parents=True)
    put_python(checkout / ".venv" / "bin" / "python", "echo 3.11")
    put_python(checkout / ".venv" / "bin" / "pytest", "exit 0")
    shutil.copy(TOP / "requirements-dev.txt", checkout / ".venv" / "installed.txt")
    (checkout / "bin" / "cmp").symlink_to(shutil.which("cmp") or "")
    for what in ("run", "dev"):
        done = set_up(checkout, what)
        assert (done.returncode, done.stdout, done.stderr) == (0, "", "")
