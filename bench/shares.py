"""Where the time of a step goes: the profiler's own times, added up by the part of the code they are in."""

from __future__ import annotations

import cProfile
import pstats
from collections import Counter
from pathlib import Path

from bench.carrying import WARM_UP
from bench.ours import Ours
from bench.rows import case_ids
from bench.world import ACTS, file_bundles, make, opened

COMMIT = "SQLite: commit, with its flush to the disk"
# The first name that a function's place contains says to which part it belongs.
PARTS = (
    ("'commit' of 'sqlite3", COMMIT),
    ("sqlite3", "SQLite: statements"),
    ("json", "JSON to and from columns"),
    ("/sqlalchemy/", "SQLAlchemy: connection, types, statements not prepared"),
    ("/sqlmodel/", "SQLModel and pydantic: rows as objects"),
    ("pydantic", "SQLModel and pydantic: rows as objects"),
    ("/transitions/", "transitions: the machine"),
    ("/workflows/", "workflows: conditions, chain, calendar"),
    ("/services/", "services: who may, unit of work, moves"),
    ("/storage/", "storage: prepared statements, rows"),
)
OTHER = "other: Python's own functions"


def shares(folder: Path, bundles: int) -> dict[str, dict[str, float]]:
    """Return the percentages of a plain step and of one that issues, by part."""
    path = folder / "shares.db"
    make(path)
    with opened(path) as context:
        dossiers = file_bundles(context, bundles + WARM_UP)
    runner = Ours(path, ids="shares")
    profiles = {"plain": cProfile.Profile(), "issuing": cProfile.Profile()}
    for act in ACTS:
        profile = profiles["issuing" if act.step == "issue" else "plain"]
        cases = case_ids(path, dossiers, act.member)
        for case in cases[:WARM_UP]:
            runner.take(act, case)
        profile.enable()
        for case in cases[WARM_UP:]:
            runner.take(act, case)
        profile.disable()
    runner.close()
    return {name: _by_part(profile) for name, profile in profiles.items()}


def _by_part(profile: cProfile.Profile) -> dict[str, float]:
    parts: Counter[str] = Counter()
    for (file, _, function), (_, _, own, _, _) in pstats.Stats(profile).stats.items():  # type: ignore[attr-defined]
        parts[_part(f"{file}:{function}")] += own
    whole = sum(parts.values())
    return {part: round(100 * own / whole, 1) for part, own in parts.most_common()}


def _part(place: str) -> str:
    return next((part for name, part in PARTS if name in place), OTHER)
