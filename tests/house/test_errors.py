"""Every error of the tree is used, and what a person can meet has a status."""

import ast
import inspect
from pathlib import Path

import pytest

from workflows import errors

ROOT = Path(__file__).parents[2]
TREE = [
    kind
    for _, kind in inspect.getmembers(errors, inspect.isclass)
    if issubclass(kind, errors.LinkedServiceError) and kind.__module__ == errors.__name__
]
BASES = {errors.LinkedServiceError, errors.AgencyError}


def raised() -> set[str]:
    names: set[str] = set()
    for package in ("workflows", "storage", "services", "web"):
        for file in (ROOT / package).rglob("*.py"):
            for node in ast.walk(ast.parse(file.read_text())):
                if isinstance(node, ast.Raise) and isinstance(node.exc, ast.Call):
                    names.add(ast.unparse(node.exc.func).split(".")[-1])
    return names


@pytest.mark.parametrize("kind", [kind for kind in TREE if kind not in BASES], ids=lambda kind: kind.__name__)
def test_every_error_is_raised_somewhere(kind: type[errors.LinkedServiceError]) -> None:
    makers = {"CalendarEnds": "_ends"}
    assert kind.__name__ in raised() or makers.get(kind.__name__) in raised()


@pytest.mark.parametrize("kind", TREE, ids=lambda kind: kind.__name__)
def test_every_error_stands_in_the_tree_of_the_docstring(kind: type[errors.LinkedServiceError]) -> None:
    line = next(line for line in (errors.__doc__ or "").splitlines() if kind.__name__ in line)
    assert str(kind.status) in line or kind.status == 500
