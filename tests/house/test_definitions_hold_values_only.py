"""A lawyer can read a definition, because it holds values only: nothing in it computes, loops or decides."""

from __future__ import annotations

import ast
import builtins
from collections.abc import Iterator
from pathlib import Path

import pytest

RULES = Path(__file__).parents[2] / "workflows"
FOLDERS = ("authorities", "procedures", "bundles", "declarations")
FILES = sorted(path for folder in FOLDERS for path in (RULES / folder).glob("**/*.py"))
VALUES = (
    ast.Constant, ast.Name, ast.Attribute, ast.Call, ast.keyword, ast.Tuple, ast.Starred, ast.Dict, ast.Load,
)  # fmt: skip


def offences(source: str) -> list[str]:
    """List what does not belong in a file of values, with its line."""
    first, *rest = ast.parse(source).body
    found = [] if _is_docstring(first) else [f"line {first.lineno}: no docstring"]
    return found + [offence for statement in rest for offence in _in_statement(statement)]


def _is_docstring(node: ast.stmt) -> bool:
    return (
        isinstance(node, ast.Expr)
        and isinstance(node.value, ast.Constant)
        and isinstance(node.value.value, str)
    )


def _in_statement(node: ast.stmt) -> Iterator[str]:
    match node:
        case ast.ImportFrom(module=str(module), level=0) if module == "datetime" or module.startswith(
            "workflows."
        ):
            return
        case ast.Assign(targets=[ast.Name(id=name)], value=value) if name.isupper():
            yield from _in_value(value)
        case ast.AnnAssign(target=ast.Name(id=name), value=ast.expr() as value) if name.isupper():
            yield from _in_value(value)
        case _:
            yield f"line {node.lineno}: {type(node).__name__}"


def _in_value(value: ast.expr) -> Iterator[str]:
    for node in ast.walk(value):
        if not isinstance(node, VALUES):
            yield f"line {value.lineno}: {type(node).__name__}"
        elif isinstance(node, ast.Name) and hasattr(builtins, node.id):
            yield f"line {node.lineno}: the built-in {node.id}"


@pytest.mark.parametrize("path", FILES, ids=lambda path: f"{path.parent.name}/{path.name}")
def test_the_file_holds_values_only(path: Path) -> None:
    assert offences(path.read_text("utf-8")) == []


def test_there_are_definitions_to_look_at() -> None:
    assert {path.parent.name for path in FILES} == set(FOLDERS)


GOOD = '''"""Values."""

from datetime import date

from workflows.language import Step

ACCEPT = Step(code="accept", source=("received",))
LATER: Step = ACCEPT.revised(since=date(2026, 7, 1), **{"by": Step.by})
STEPS = (ACCEPT, *LATER.others, None, 1, "x")
'''


def test_values_are_let_through() -> None:
    assert offences(GOOD) == []


@pytest.mark.parametrize(
    ("planted", "offence"),
    [
        ("import os", "Import"),
        ("from os import path", "ImportFrom"),
        ("from . import other", "ImportFrom"),
        ("def help(): ...", "FunctionDef"),
        ("class Mine: ...", "ClassDef"),
        ("for x in (1, 2): ...", "For"),
        ("if True: ...", "If"),
        ("print('x')", "Expr"),
        ("X = [n for n in (1, 2)]", "ListComp"),
        ("X = {n for n in (1, 2)}", "SetComp"),
        ("X = tuple(n for n in (1, 2))", "GeneratorExp"),
        ("X = {n: n for n in (1, 2)}", "DictComp"),
        ("X = f'{1}'", "JoinedStr"),
        ("X = lambda: 1", "Lambda"),
        ("X = 1 + 1", "BinOp"),
        ("X = 1 if ACCEPT else 2", "IfExp"),
        ("X = ACCEPT and LATER", "BoolOp"),
        ("X = 1 < 2", "Compare"),
        ("X = STEPS[0]", "Subscript"),
        ("X = (Y := 1)", "NamedExpr"),
        ("X = [1, 2]", "List"),
        ("X = -1", "UnaryOp"),
        ("X += 1", "AugAssign"),
        ("X = Y = 1", "Assign"),
        ("x = 1", "Assign"),
        ("X, Y = 1, 2", "Assign"),
        ("X: int", "AnnAssign"),
        ("X = open('x')", "the built-in open"),
        ("X = getattr(ACCEPT, 'by')", "the built-in getattr"),
        ("del ACCEPT", "Delete"),
    ],
)
def test_a_planted_line_is_found(planted: str, offence: str) -> None:
    found = offences(f'"""Values."""\n{planted}\n')
    assert any(one.startswith("line 2: ") and offence in one for one in found)


def test_a_file_without_a_docstring_is_found() -> None:
    assert offences("X = 1\n") == ["line 1: no docstring"]
