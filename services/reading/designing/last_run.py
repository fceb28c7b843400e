"""The last run of the scenarios, as the tests left it in a file; the product never invents a result."""

from __future__ import annotations

import json
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any

FORMAT = 1


@dataclass(frozen=True, slots=True)
class Taken:
    """One move that a scenario made: which step of which version, from which state."""

    procedure: str
    source: str
    step: str


@dataclass(frozen=True, slots=True)
class Ran:
    """One scenario of the last run; `outcome` is passed, failed or skipped."""

    feature: str
    file: str
    rule: str
    name: str
    tags: tuple[str, ...]
    outcome: str
    filed: tuple[str, ...]  # `bundle <key>` and `declaration <key>` of what was filed in it
    taken: tuple[Taken, ...]


@dataclass(frozen=True, slots=True)
class LastRun:
    """Every scenario of the last run, when it ended, and the digest of each definition it ran on."""

    ended_at: datetime
    scenarios: tuple[Ran, ...]
    digests: dict[str, str]


def read(file: Path | None) -> LastRun | None:
    """Read the results of the last run; nothing when there is no file, or it is no such file."""
    if file is None or not file.is_file():
        return None
    try:
        document = json.loads(file.read_text("utf-8"))
        if document["format"] != FORMAT:
            return None
        scenarios = tuple(_ran(one) for one in document["scenarios"])
        digests = {str(key): str(value) for key, value in document["digests"].items()}
        return LastRun(datetime.fromisoformat(document["ended_at"]), scenarios, digests)
    except (ValueError, KeyError, TypeError, AttributeError, OSError):
        return None  # a file that somebody else wrote: as good as none


def _ran(one: dict[str, Any]) -> Ran:
    taken = tuple(Taken(*(str(part) for part in move)) for move in one["taken"])
    return Ran(
        feature=str(one["feature"]),
        file=str(one["file"]),
        rule=str(one["rule"]),
        name=str(one["name"]),
        tags=tuple(map(str, one["tags"])),
        outcome=str(one["outcome"]),
        filed=tuple(map(str, one["filed"])),
        taken=taken,
    )
