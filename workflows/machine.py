"""A definition becomes one shared state machine; `take` moves a token through it.

The machine is built once per definition. No case is a model of it and no callback has
an effect: a step returns an `Outcome`, which is data for the one door that changes rows.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import partial
from typing import Any

from transitions import EventData, Machine, MachineError

from workflows.conditions import Facts, holds
from workflows.errors import DefinitionError, TransitionRefused
from workflows.language import Deadline, Effect, Procedure, Start, State, Step
from workflows.obstacles import Obstacle, obstacle
from workflows.reasons import Codes, Voice, reason
from workflows.vocabulary import Role
from workflows.words import Text


@dataclass(frozen=True, slots=True)
class Outcome:
    """What one step does: the state it leads to, facts it fixes, outputs it issues, effects it asks for."""

    step: Step
    state: State
    sets: Mapping[str, Any]
    issues: tuple[str, ...]
    effects: tuple[Effect, ...]


@dataclass(frozen=True, slots=True)
class Choice:
    """A step seen from a state: open, or shut with what stands in the way, and that in words."""

    step: Step
    why_not: Text | None
    obstacle: Obstacle | None = None

    @property
    def open(self) -> bool:
        return self.why_not is None


@dataclass(slots=True)
class _Token:
    state: str


@dataclass(frozen=True, slots=True)
class Compiled:
    """A procedure ready to run: its machine and its look-ups."""

    procedure: Procedure
    machine: Machine
    states: Mapping[str, State]
    steps: Mapping[str, Step]
    steps_from: Mapping[str, tuple[Step, ...]]
    assumes: Mapping[str, Any] = field(default_factory=dict)


_compiled: dict[int, Compiled] = {}


def compiled(procedure: Procedure) -> Compiled:
    """Return the one machine of this definition, built at first use."""
    found = _compiled.get(id(procedure))
    if found is None:
        found = _compiled[id(procedure)] = _compile(procedure)
    return found


def _compile(procedure: Procedure) -> Compiled:
    machine = Machine(
        model=None,
        states=[state.code for state in procedure.states],
        initial=procedure.starts[0].state,
        auto_transitions=False,
        send_event=True,
    )
    for step in procedure.steps:
        machine.add_transition(step.code, list(step.source), step.target, conditions=partial(_guard, step))
    return Compiled(
        procedure=procedure,
        machine=machine,
        states={state.code: state for state in procedure.states},
        steps={step.code: step for step in procedure.steps},
        steps_from={
            state.code: tuple(step for step in procedure.steps if state.code in step.source)
            for state in procedure.states
        },
        assumes=dict(procedure.assumes),
    )


def _guard(step: Step, event: EventData) -> bool:
    return holds(step.when, event.kwargs["facts"])


def take(procedure: Procedure, state: str, code: str, facts: Facts, *, voice: Voice | None = None) -> Outcome:
    """Take a step from a state and return what follows from it.

    Raises:
        TransitionRefused: the step does not leave this state, or its condition does not hold.
        FactMissing: its condition asks for a fact that nobody supplied.
    """
    ready = compiled(procedure)
    step = ready.steps.get(code)
    if step is None:
        raise TransitionRefused(text=_not_from_here(ready, state, code))
    token = _Token(state)
    try:
        moved = ready.machine.events[code].trigger(token, facts=facts)
    except MachineError:
        raise TransitionRefused(text=_not_from_here(ready, state, code)) from None
    if not moved:
        raise TransitionRefused(text=_seen(procedure, step, state, facts, voice).why_not)
    return Outcome(step, ready.states[token.state], dict(step.sets), step.issues, step.effects)


def choices(
    procedure: Procedure, state: str, roles: frozenset[Role], facts: Facts, *, voice: Voice | None = None
) -> tuple[Choice, ...]:
    """List the steps of these roles that leave this state, each open or shut with its reason."""
    return tuple(
        _seen(procedure, step, state, facts, voice)
        for step in compiled(procedure).steps_from.get(state, ())
        if step.by in roles
    )


def elsewhere(
    procedure: Procedure, state: str, roles: frozenset[Role], facts: Facts, *, voice: Voice | None = None
) -> tuple[Choice, ...]:
    """List the steps of these roles that leave other states only, each with its reason."""
    return tuple(
        _seen(procedure, step, state, facts, voice)
        for step in procedure.steps
        if step.by in roles and state not in step.source
    )


def _seen(procedure: Procedure, step: Step, state: str, facts: Facts, voice: Voice | None) -> Choice:
    """Look at a step with the eyes of the engine: a fact that nobody supplied shuts it too."""
    met = obstacle(procedure, step, state, facts)
    return Choice(step, reason(procedure, step, met, voice or Codes()) if met else None, met)


def starting(procedure: Procedure, facts: Facts) -> Start:
    """Choose the state in which a case of this procedure opens.

    Raises:
        DefinitionError: no start holds, so the definition does not cover this case.
    """
    for start in procedure.starts:
        if holds(start.when, facts):
            return start
    raise DefinitionError(f"{procedure.key}: no start holds for these facts")


def limit(deadlines: tuple[Deadline, ...], facts: Facts) -> Deadline:
    """Choose the deadline that is in force for these facts.

    Raises:
        DefinitionError: none holds.
    """
    for deadline in deadlines:
        if holds(deadline.when, facts):
            return deadline
    raise DefinitionError("no deadline holds for these facts")


def _not_from_here(ready: Compiled, state: str, code: str) -> Text:
    step = ready.steps.get(code)
    place = ready.states[state].text if state in ready.states else Text(vi=state, en=state)
    name = step.text if step else Text(vi=code, en=code)
    return Text(
        vi=f"Không thể “{name.vi}” khi hồ sơ ở trạng thái “{place.vi}”.",
        en=f"“{name.en}” is not possible while the file is in the state “{place.en}”.",
    )
