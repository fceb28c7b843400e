"""Which moves of a procedure the scenarios of the last run have made, and which nobody has tried."""

from __future__ import annotations

from dataclasses import dataclass

from services.reading.designing.last_run import LastRun, Ran
from workflows.language import Procedure
from workflows.lock import Lockable, digest, key_of, kind_of
from workflows.words import Text


@dataclass(frozen=True, slots=True)
class Missing:
    """A step that no scenario has taken from these states."""

    step: Text
    sources: tuple[Text, ...]


@dataclass(frozen=True, slots=True)
class Coverage:
    """How many moves scenarios that passed have made; `stale` when the definition changed since."""

    made: int
    total: int
    missing: tuple[Missing, ...]
    stale: bool

    @property
    def whole(self) -> bool:
        return self.made == self.total and not self.stale


def coverage(run: LastRun, procedure: Procedure) -> Coverage:
    """Compare the moves of one version with those of the last run; a failed scenario proves nothing."""
    made = {
        (move.source, move.step)
        for ran in run.scenarios
        if ran.outcome == "passed"
        for move in ran.taken
        if move.procedure == procedure.key
    }
    names = {state.code: state.text for state in procedure.states}
    missing, total, count = [], 0, 0
    for step in procedure.steps:
        untried = tuple(source for source in step.source if (source, step.code) not in made)
        total, count = total + len(step.source), count + len(step.source) - len(untried)
        if untried:
            missing.append(Missing(step.text, tuple(names[one] for one in untried if one in names)))
    return Coverage(count, total, tuple(missing), is_stale(run, procedure))


def is_stale(run: LastRun, definition: Lockable) -> bool:
    """Say whether the definition is another one now than when the scenarios ran."""
    known = run.digests.get(f"{kind_of(definition)} {key_of(definition)}")
    return known != digest(definition)


def concerning(run: LastRun, definition: Lockable) -> tuple[Ran, ...]:
    """List the scenarios that concern a definition: they moved a case of it, or filed under it."""
    if isinstance(definition, Procedure):
        key = definition.key
        return tuple(ran for ran in run.scenarios if any(move.procedure == key for move in ran.taken))
    name = f"{kind_of(definition)} {key_of(definition)}"
    return tuple(ran for ran in run.scenarios if name in ran.filed)
