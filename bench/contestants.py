"""The ways of doing the same work that are compared, and the sabotages that the gate must catch."""

from __future__ import annotations

from pathlib import Path
from typing import Protocol

from bench.floor import Floor
from bench.ours import Ours
from bench.plain import Plain
from bench.world import Act
from storage import journal
from storage.engine import write_transaction
from workflows.errors import LinkedServiceError


class Contestant(Protocol):
    """One way of taking steps, opened on one database."""

    def take(self, act: Act, case_id: str) -> None: ...
    def close(self) -> None: ...


class Maker(Protocol):
    """Opens a way of taking steps on a database."""

    def __call__(self, path: Path, *, ids: str = ...) -> Contestant: ...


class Talkative(Ours):
    """A sabotage: it notes an act in the journal although it refuses it."""

    def take(self, act: Act, case_id: str) -> None:
        try:
            super().take(act, case_id)
        except LinkedServiceError:
            with write_transaction(self.context.engine) as connection:
                journal.record(
                    connection,
                    at=self.context.clock.now(),
                    dossier_id="",
                    case_id=case_id,
                    actor_role=act.by.role_name(),
                    actor_id=act.by.id,
                    actor_name=act.by.name,
                    event="refused",
                    state_before=None,
                    state_after=None,
                    data={},
                )
            raise


CONTESTANTS: dict[str, Maker] = {"ours": Ours, "floor": Floor, "plain": Plain, "talkative": Talkative}
