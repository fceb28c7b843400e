"""The product's own way: the verb `services.officers.cases.take_step` over a unit of work."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from sqlalchemy import Engine

from bench.world import Act, NoJobs, opened
from services.jobs import Jobs
from services.officers import cases


class Ours:
    """The engine on one database of the bench."""

    def __init__(
        self, path: Path, *, ids: str = "bench", asks: bool = False, jobs: Callable[[Engine], Jobs] = NoJobs
    ) -> None:
        self._opened = opened(path, ids=ids, asks=asks, jobs=jobs)
        self.context = self._opened.__enter__()

    def take(self, act: Act, case_id: str) -> None:
        """Take one step of one case in a transaction of its own."""
        cases.take_step(self.context.work(act.by), case_id, act.step, act.values)

    def close(self) -> None:
        """Close the database."""
        self._opened.__exit__(None, None, None)
