"""Reading what was typed for one question of a kind."""

from tests.workflows.toy_declaration import LISTS, TODAY, question
from workflows.forms.kinds import Value, parse
from workflows.forms.problems import FieldProblem
from workflows.words import Kind

F = "toy.fact"


def read(kind: Kind, typed: str | dict[str, str], **more: object) -> Value | FieldProblem | None:
    raw = {F: typed} if isinstance(typed, str) else {f"{F}-{part}": value for part, value in typed.items()}
    return parse(question(F, kind, **more), raw, today=TODAY, lists=LISTS)


def refused(kind: Kind, typed: str | dict[str, str], **more: object) -> FieldProblem:
    problem = read(kind, typed, **more)
    assert isinstance(problem, FieldProblem), f"{typed!r} became {problem!r}"
    assert problem.kind == "wrong"
    assert problem.fact == F
    for words in (problem.text.vi, problem.text.en):
        assert words.startswith("toy.fact: ")
        assert words.endswith(".")
        assert "invalid" not in words.lower()
    return problem


def day(typed: str) -> dict[str, str]:
    return dict(zip(("day", "month", "year"), typed.split("|"), strict=False))
