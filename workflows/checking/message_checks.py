"""Proves that a message to an agency is always answered, and that a case never waits in silence."""

from __future__ import annotations

from collections.abc import Callable

from workflows.checking.findings import Findings, spread, twice
from workflows.checking.supply import asking, moves, steps_from
from workflows.language import Ask, Procedure, State, Step
from workflows.vocabulary import Role, Signal, Waits

OFFICERS = frozenset({Role.CLERK, Role.LEADER, Role.SUPERVISOR})
NEIGHBOUR_ANSWERS = frozenset({Signal.INPUT_CORRECTED, Signal.INPUT_STANDS})


def answers_work(procedure: Procedure) -> Findings:
    """Every answer takes a step by the agency from where the case waits, or may be when it comes late."""
    for ask, waiting in _awaited(procedure):
        later = spread(waiting, moves(procedure))
        for answer in ask.answers:
            step = procedure.step(answer.step)
            if step is None or step.by is not Role.AGENCY or not later & set(step.source):
                yield (
                    "answer-step",
                    f"The answer {answer.outcome!r} to {ask.about!r}, awaited in {_names(waiting)}, takes "
                    f"{answer.step!r}, which is no step of an agency from there.",
                )


def every_answer_is_heard(procedure: Procedure) -> Findings:
    """Wherever a message is awaited, each of its outcomes has a step; the first that is open is taken."""
    for ask, waiting in _awaited(procedure):
        for state in sorted(waiting):
            leaving = {step.code for step in steps_from(procedure, state)}
            heard = {answer.outcome for answer in ask.answers if answer.step in leaving}
            for outcome in sorted({answer.outcome for answer in ask.answers} - heard):
                yield "answer-unheard", f"The answer {outcome!r} to {ask.about!r} has no step from {state!r}."


def answers_are_distinct(procedure: Procedure) -> Findings:
    """No message says the same twice."""
    for ask, _ in _awaited(procedure):
        for outcome, step in twice((answer.outcome, answer.step) for answer in ask.answers):
            yield "same-name-twice", f"The message {ask.about!r} twice takes {step!r} for {outcome!r}."


def unreachable_is_answered(procedure: Procedure) -> Findings:
    """Every message says what happens when the agency gives no usable answer."""
    for sender, waiting, ask in asking(procedure):
        if "unreachable" not in {answer.outcome for answer in ask.answers}:
            where = f"step {sender.code!r}" if isinstance(sender, Step) else "a start"
            yield (
                "no-unreachable-answer",
                f"The message {ask.about!r} of {where}, awaited in {waiting!r}, has no answer 'unreachable'.",
            )


def never_stuck_at_an_agency(procedure: Procedure) -> Findings:
    """A case that waits for an agency gets to an officer in the end."""
    for state in procedure.states:
        if state.waits_for is Waits.AGENCY and not _has_exit(procedure, state):
            yield (
                "stuck-at-agency",
                f"In {state.code!r} the case waits for an agency; without an answer no officer ever sees it.",
            )


def _has_exit(procedure: Procedure, state: State) -> bool:
    leaving = steps_from(procedure, state.code)
    messages = [ask for _, waiting, ask in asking(procedure) if waiting == state.code]
    exits = {
        step.code
        for step in leaving
        if step.when is None and procedure.state(step.target).waits_for is Waits.OFFICER
    }
    answered = (any(a.outcome == "unreachable" and a.step in exits for a in ask.answers) for ask in messages)
    return any(step.by in OFFICERS for step in leaving) or (bool(messages) and all(answered))


def neighbours_are_heard(procedure: Procedure) -> Findings:
    """Who waits for a neighbour's correction hears of it, and hears also that there was no error."""
    for step in procedure.steps:
        if step.returns or step.signal is Signal.INPUT_IN_DOUBT:
            heard = {one.signal for one in steps_from(procedure, step.target)}
            for signal in sorted(NEIGHBOUR_ANSWERS - heard):
                where = f"After {step.code!r}, in {step.target!r},"
                yield "correction-unheard", f"{where} no step hears the signal {signal.value!r}."


def _awaited(procedure: Procedure) -> list[tuple[Ask, set[str]]]:
    """List every different message, with all the states in which its answer is awaited."""
    found: list[tuple[Ask, set[str]]] = []
    for _, waiting, ask in asking(procedure):
        known = next((states for other, states in found if other == ask), None)
        if known is None:
            found.append((ask, {waiting}))
        else:
            known.add(waiting)
    return found


def _names(codes: set[str]) -> str:
    return ", ".join(repr(code) for code in sorted(codes))


CHECKS: tuple[Callable[[Procedure], Findings], ...] = (
    answers_work,
    every_answer_is_heard,
    answers_are_distinct,
    unreachable_is_answered,
    never_stuck_at_an_agency,
    neighbours_are_heard,
)
