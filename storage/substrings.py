"""Whether a text stands somewhere in another: a condition in the own words of each database."""

from typing import Any

from sqlalchemy import Boolean
from sqlalchemy.ext.compiler import compiles
from sqlalchemy.sql.compiler import SQLCompiler
from sqlalchemy.sql.functions import FunctionElement


class Holds(FunctionElement[bool]):
    """`Holds(text, part)`: small and capital letters differ, and `%` and `_` are signs like any other.

    Not LIKE: where all texts begin alike, as codes do, it compares long at every letter before it fails.
    """

    name = "holds"
    type = Boolean()
    inherit_cache = True


@compiles(Holds)
def _in_sqlite(holds: Holds, compiler: SQLCompiler, **options: Any) -> str:
    text, part = (compiler.process(clause, **options) for clause in holds.clauses)
    return f"(instr({text}, {part}) > 0)"


@compiles(Holds, "postgresql")
def _in_postgresql(holds: Holds, compiler: SQLCompiler, **options: Any) -> str:
    """Search as Boyer and Moore do, from the end of the part: most letters are never looked at."""
    text, part = (compiler.process(clause, **options) for clause in holds.clauses)
    return f"(strpos({text}, {part}) > 0)"
