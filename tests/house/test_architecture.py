"""Rules about the repository that no linter knows."""

import ast
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
PACKAGES = ("workflows", "storage", "services", "web", "cli")


def trees() -> dict[str, ast.Module]:
    files = [
        file
        for package in PACKAGES
        for file in (ROOT / package).rglob("*.py")
        if "migrations" not in file.parts
    ]
    return {str(file.relative_to(ROOT)): ast.parse(file.read_text()) for file in [*files, ROOT / "app.py"]}


def calls(tree: ast.Module, name: str) -> bool:
    return any(
        isinstance(node, ast.Call)
        and (
            (isinstance(node.func, ast.Attribute) and node.func.attr == name)
            or (isinstance(node.func, ast.Name) and node.func.id == name)
        )
        for node in ast.walk(tree)
    )


def test_only_progress_opens_cases_and_changes_their_state() -> None:
    writers = {file for file, tree in trees().items() if calls(tree, "move_case") or calls(tree, "CaseRow")}
    assert writers == {"services/progress.py"}


def test_only_the_engine_commits() -> None:
    committing = {file for file, tree in trees().items() if calls(tree, "commit")}
    assert committing == {"storage/engine.py"}


def test_the_durable_engine_is_known_to_one_module() -> None:
    importing = {
        file
        for file, tree in trees().items()
        for node in ast.walk(tree)
        if (isinstance(node, ast.ImportFrom) and (node.module or "").split(".")[0] == "dbos")
        or (isinstance(node, ast.Import) and any(alias.name.split(".")[0] == "dbos" for alias in node.names))
    }
    assert importing == {"services/background.py"}


def test_every_module_says_what_lives_in_it() -> None:
    assert [file for file, tree in trees().items() if not ast.get_docstring(tree)] == []


def test_app_py_stays_small() -> None:
    assert len((ROOT / "app.py").read_text().splitlines()) <= 80


@pytest.mark.parametrize("folder", ["templates"])
def test_no_template_outgrows_one_idea(folder: str) -> None:
    long = {
        str(f.relative_to(ROOT))
        for f in (ROOT / folder).rglob("*.html")
        if len(f.read_text().splitlines()) > 120
    }
    assert long == set()


def test_no_template_switches_escaping_off() -> None:
    """`| safe` is allowed only on words written in the templates themselves; the icons' shapes are such."""
    loose = [
        f"{file.relative_to(ROOT)}:{number}"
        for file in (ROOT / "templates").rglob("*.html")
        if file.name != "icon.html"
        for number, line in enumerate(file.read_text().splitlines(), start=1)
        for part in line.split("| safe")[:-1]
        if not part.rstrip().endswith(("\"'", "'")) and "' | safe" not in line
    ]
    assert loose == []


def test_every_table_stands_in_the_glossary() -> None:
    from storage.base import metadata
    from storage.schema import TABLES

    assert TABLES
    words = (ROOT / "docs/glossary.md").read_text().lower().replace(" ", "")
    named = {"dossier_case": "case", "calendar_day": "calendarday"}
    missing = [table for table in metadata.tables if named.get(table, table).replace("_", "") not in words]
    assert missing == []
