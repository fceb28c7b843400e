"""Tables for spreadsheets: what a cell says is never taken for a formula there."""

import csv
from collections.abc import Iterable, Sequence
from datetime import datetime
from io import StringIO

from flask import Response

from workflows.calendar import in_vietnam

BYTE_ORDER_MARK = "\ufeff"  # without it spreadsheets take Vietnamese letters for something else
STARTS_A_FORMULA = ("=", "+", "-", "@", "\t", "\r")


def as_csv(name: str, header: Sequence[str], rows: Iterable[Sequence[object]]) -> Response:
    """Return a table as a file of this name."""
    table = StringIO()
    writer = csv.writer(table)
    writer.writerow([cell(value) for value in header])
    writer.writerows([cell(value) for value in row] for row in rows)
    return Response(
        BYTE_ORDER_MARK + table.getvalue(),
        mimetype="text/csv",
        headers={"Content-Disposition": f'attachment; filename="{name}"', "Cache-Control": "no-store"},
    )


def cell(value: object) -> str:
    """Write one value; words that begin like a formula get an apostrophe, as spreadsheets want it."""
    if value is None:
        return ""
    if isinstance(value, datetime):
        return f"{in_vietnam(value):%Y-%m-%d %H:%M}"
    if isinstance(value, float):
        return f"{value:.3f}".rstrip("0").rstrip(".")
    words = str(value)
    harmless = isinstance(value, int) or not words.lstrip(" \ufeff").startswith(STARTS_A_FORMULA)
    return words if harmless else f"'{words}"
