"""Markdown of a sheet: tables in two languages, and the document they make."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TypeAlias

from workflows.words import Text

Row: TypeAlias = tuple[Text | str, ...]


def table(vi: str, en: str, rows: Iterable[Row], columns: tuple[str, ...]) -> list[str]:
    """Make a table; a text takes two columns, one for each language. Without rows there is no table."""
    lines = [f"| {' | '.join(map(cell, _cells(row)))} |" for row in rows]
    if not lines:
        return []
    return [
        f"## {vi} / {en}",
        "",
        f"| {' | '.join(columns)} |",
        f"|{'---|' * len(columns)}",
        *lines,
        "",
    ]


def _cells(row: Row) -> Iterator[str]:
    for part in row:
        yield from (part.vi, part.en) if isinstance(part, Text) else (part,)


def cell(words: str) -> str:
    """Keep a cell in its place: no bar, no line break."""
    return " ".join(words.replace("|", "\\|").split())


def document(*parts: list[str]) -> str:
    """Put the lines of all parts into one text that ends with one line break."""
    return "\n".join(line for part in parts for line in part).rstrip() + "\n"
