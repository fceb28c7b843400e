"""Draws a result as a PDF with Typst: typed data goes in as JSON, so that no word of it is ever markup.

A result has a form of its own in `templates/results/<output>.typ`, or the general one, which needs nothing
but the definition. Only fonts that come with the library are used, so every machine draws the same.
"""

import json
from datetime import datetime
from functools import cache
from pathlib import Path
from typing import Any, Literal

from services.documents.codes import grouped, qr_svg
from services.documents.contents import Contents, printable, written_day
from workflows.calendar import in_vietnam
from workflows.words import Text

FORMS = Path(__file__).parents[2] / "templates" / "results"
GENERAL = "general"
STANDARD: Literal["a-2a"] = "a-2a"  # for archives, and readable aloud


def render(contents: Contents, *, code: str, address: str, at: datetime) -> bytes:
    """Return a result as an unsigned PDF; `address` is where it can be verified, `at` when it is made."""
    import typst

    return typst.compile(
        form_of(contents.output),
        root=FORMS,
        font_paths=_fonts(),
        ignore_system_fonts=True,
        format="pdf",
        pdf_standards=STANDARD,
        timestamp=at.replace(microsecond=0),
        sys_inputs={"data": json.dumps(_data(contents, code, address, at), ensure_ascii=False)},
    )


def form_of(output: str) -> Path:
    """Return the form of an output: its own when there is one, or the general one."""
    return next(path for name in (output, GENERAL) if (path := FORMS / f"{name}.typ").is_file())


def _data(contents: Contents, code: str, address: str, at: datetime) -> dict[str, Any]:
    return {
        "title": _words(contents.title),
        "office": _words(contents.office),
        "authority": _words(contents.authority),
        "number": printable(contents.number),
        "version": str(contents.version),
        "lines": [
            {"code": line.code, **_words(line.label), "value": printable(line.value)}
            for line in contents.lines
        ],
        "issued_on": written_day(contents.issued_on),
        "signed_at": f"{in_vietnam(at):%d/%m/%Y %H:%M}",
        "code": grouped(code),
        "address": address,
        "page": address.rpartition("/")[0],
        "qr": qr_svg(address),
    }


def _words(text: Text) -> dict[str, str]:
    return {"vi": printable(text.vi), "en": printable(text.en)}


@cache
def _fonts() -> Any:
    """Read the fonts once; that takes longer than drawing a page."""
    import typst

    return typst.Fonts(include_system_fonts=False)
