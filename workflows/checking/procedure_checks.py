"""Proves one procedure sound on its own: its names, its states, its results, its promises."""

from __future__ import annotations

from collections.abc import Callable
from itertools import chain

from workflows.checking.findings import Finding, Findings, only_last_is_unconditional, spread, twice
from workflows.checking.message_checks import CHECKS as MESSAGE_CHECKS
from workflows.checking.message_checks import OFFICERS
from workflows.checking.money_checks import CHECKS as MONEY_CHECKS
from workflows.checking.supply import asking, during, moves, opening, steps_from
from workflows.conditions import AllOf, Condition, Is
from workflows.language import Procedure, Step
from workflows.vocabulary import Ending, OfficialStatus, Role, Waits
from workflows.words import Kind

CONSENT = "confirm-consent"
AGAIN_REASON = "supplement.again-reason"
WHO_ACTS = {Waits.OFFICER: OFFICERS, Waits.CITIZEN: {Role.CITIZEN}, Waits.RELATIVE: {Role.RELATIVE}}


# --- names: when one of these fails, the other checks would only stumble over it ---------------


def unique_names(procedure: Procedure) -> Findings:
    """No two states, steps, outputs, inputs or papers share a code."""
    groups = {
        "states": [state.code for state in procedure.states],
        "steps": [step.code for step in procedure.steps],
        "outputs": [output.code for output in procedure.outputs],
        "inputs": [needed.fact for needed in procedure.inputs],
        "papers": [paper.code for paper in procedure.evidence],
        **{f"items of {output.code}": [item.code for item in output.items] for output in procedure.outputs},
    }
    for group, codes in groups.items():
        yield from (("same-name-twice", f"Two {group} are called {code!r}.") for code in twice(codes))


def known_states(procedure: Procedure) -> Findings:
    """Every state that a start or a step names exists."""
    states = {state.code for state in procedure.states}
    starts = (("A start", start.state) for start in procedure.starts)
    steps = (
        (f"Step {step.code!r}", name) for step in procedure.steps for name in (*step.source, step.target)
    )
    for where, name in chain(starts, steps):
        if name not in states:
            yield "unknown-state", f"{where} names the state {name!r}, which does not exist."


def known_steps(procedure: Procedure) -> Findings:
    """Every step that a timer, an answer or another step names exists."""
    steps = {step.code for step in procedure.steps}
    timers = ((f"A timer of {s.code!r}", timer.step) for s in procedure.states for timer in s.timers)
    answers = (
        (f"The answer {answer.outcome!r} to {ask.about!r}", answer.step)
        for _, _, ask in asking(procedure)
        for answer in ask.answers
    )
    takers = ((f"Step {step.code!r}", other) for step in procedure.steps for other in step.not_by)
    for where, name in chain(timers, answers, takers):
        if name not in steps:
            yield "unknown-step", f"{where} names the step {name!r}, which does not exist."


def known_outputs(procedure: Procedure) -> Findings:
    """Every result that a step issues or keeps exists."""
    outputs = {output.code for output in procedure.outputs}
    for step in procedure.steps:
        for name in (*step.issues, *((step.keeps,) if step.keeps else ())):
            if name not in outputs:
                yield "unknown-output", f"Step {step.code!r} names the output {name!r}, which does not exist."


def operators_take_no_step(procedure: Procedure) -> Findings:
    """Whoever keeps messages moving decides nothing: no step belongs to an operator."""
    for step in procedure.steps:
        if step.by is Role.OPERATOR:
            yield "step-of-operator", f"Step {step.code!r} belongs to an operator, who decides no case."


# --- states ------------------------------------------------------------------------------------


def reachable_states(procedure: Procedure) -> Findings:
    """Every state can be reached from a start."""
    reached = spread({start.state for start in procedure.starts}, moves(procedure))
    for state in procedure.states:
        if state.code not in reached:
            yield "unreachable-state", f"No start leads to the state {state.code!r}."


def ways_out(procedure: Procedure) -> Findings:
    """Every state has a way to an ending."""
    backward = {(target, source) for source, target in moves(procedure)}
    saved = spread({state.code for state in procedure.states if state.ending}, backward)
    for state in procedure.states:
        if state.code not in saved:
            yield "no-way-out", f"From the state {state.code!r} no ending can be reached."


def waiting_agrees_with_ending(procedure: Procedure) -> Findings:
    """A case waits for nobody when it has ended, and only then."""
    for state in procedure.states:
        if (state.ending is not None) != (state.waits_for is Waits.NOBODY):
            yield "waits-for-nobody", f"The state {state.code!r} must wait for nobody just when it ends."


def somebody_can_act(procedure: Procedure) -> Findings:
    """Whomever a state waits for has a step there, or a timer ends the waiting."""
    for state in procedure.states:
        roles = WHO_ACTS.get(state.waits_for)
        present = {step.by for step in steps_from(procedure, state.code)}
        if roles and not state.timers and not roles & present:
            yield (
                "nobody-can-act",
                f"The state {state.code!r} waits for the {state.waits_for}, who has no step there, "
                "and no timer ends it.",
            )


def consent_is_clear(procedure: Procedure) -> Findings:
    """Where consent is awaited, it is said whose, and a relative gives it by one step that asks no more."""
    for state in procedure.states:
        if state.waits_for is not Waits.RELATIVE:
            continue
        by_relatives = [step for step in steps_from(procedure, state.code) if step.by is Role.RELATIVE]
        if not state.consent_of:
            yield "consent-of-nobody", f"The state {state.code!r} does not say whose consent it waits for."
        if not by_relatives or by_relatives[0].code != CONSENT or by_relatives[0].takes:
            yield "consent-unclear", f"In {state.code!r} a relative's first step must be a bare {CONSENT!r}."


def timers_work(procedure: Procedure) -> Findings:
    """A timer takes a step of the system that leaves the state of the timer."""
    for state in procedure.states:
        for timer in state.timers:
            step = procedure.step(timer.step)
            if step is None or step.by is not Role.SYSTEM or state.code not in step.source:
                yield (
                    "timer-step",
                    f"The timer of {state.code!r} takes {timer.step!r}, no step of the system from there.",
                )


# --- results and refusals ----------------------------------------------------------------------


def outputs_are_issued(procedure: Procedure) -> Findings:
    """Every result is issued by some step."""
    issued = {output for step in procedure.steps for output in step.issues}
    for output in procedure.outputs:
        if output.code not in issued:
            yield "output-never-issued", f"No step issues {output.code!r}."


def issued_means_something(procedure: Procedure) -> Findings:
    """Who enters an issued ending from outside issues a result, or keeps the one there is."""
    issued = {state.code for state in procedure.states if state.ending is Ending.ISSUED}
    for step in procedure.steps if procedure.outputs else ():
        entering = step.target in issued and not issued >= set(step.source)
        if entering and not (step.issues or step.keeps):
            yield "issued-without-result", f"Step {step.code!r} ends as issued, but issues and keeps nothing."


def refusals_have_reasons(procedure: Procedure) -> Findings:
    """An officer who ends a case in failure says why (60/2014/QH13 Art. 5)."""
    for step in procedure.steps:
        ending = procedure.state(step.target).ending
        silent = "reason" not in {item.code for item in step.takes if item.required}
        if step.by in OFFICERS and ending is not None and ending.failed and silent:
            yield "refusal-without-reason", f"Step {step.code!r} refuses, but requires no 'reason'."


def one_supplement_at_most(procedure: Procedure) -> Findings:
    """A supplement may be asked for only once: the step shuts itself by a fact that nothing resets.

    The head of an office may ask once more, by a step that shuts itself too and demands its own reason.
    """
    asking_steps = [step for step in procedure.steps if _asks_for_supplement(procedure, step)]
    reset = {fact for step in procedure.steps for fact, value in step.sets if value is False}
    for head in (False, True):
        own = [step for step in asking_steps if (step.by is Role.LEADER) is head]
        guards = [_own_locks(step) for step in own]
        if guards and not frozenset.intersection(*guards) - reset:
            names = ", ".join(repr(step.code) for step in own)
            yield "second-supplement", f"Nothing stops a second supplement request by {names}."
        for step in own if head else ():
            if not any(item.required and item.code == AGAIN_REASON for item in step.takes):
                yield "second-supplement", f"Step {step.code!r} asks again without a written reason."


def _asks_for_supplement(procedure: Procedure, step: Step) -> bool:
    return step.by in OFFICERS and procedure.state(step.target).status is OfficialStatus.SUPPLEMENT


def _own_locks(step: Step) -> frozenset[str]:
    """Name the facts that must be false for the step and that the step makes true."""
    return frozenset(fact for fact, value in step.sets if value is True and fact in _must_be_false(step.when))


def _must_be_false(condition: Condition | None) -> frozenset[str]:
    match condition:
        case Is(fact=fact, value=False):
            return frozenset({fact})
        case AllOf(parts=parts):
            return frozenset().union(*map(_must_be_false, parts))
        case _:
            return frozenset()


def forwarding_names_the_office(procedure: Procedure) -> Findings:
    """Who hands a case on names the commune of the competent office."""
    for step in procedure.steps:
        if step.forwards and Kind.COMMUNE not in {item.kind for item in step.takes if item.required}:
            yield "forward-to-nowhere", f"Step {step.code!r} forwards, but takes no required commune."


def only_what_it_may_see(procedure: Procedure) -> Findings:
    """What travels to agencies and what results are made of are inputs or arise in the case (least data)."""
    seen = {needed.fact for needed in procedure.inputs}
    seen |= {fact for fact, _ in chain(opening(procedure), during(procedure))}
    sent = ((f"The message {ask.about!r}", fact) for _, _, ask in asking(procedure) for fact in ask.carries)
    made = (
        (f"The result {output.code!r}", item.fact) for output in procedure.outputs for item in output.items
    )
    for where, fact in chain(sent, made):
        if fact not in seen:
            yield "beyond-inputs", f"{where} uses the fact {fact!r}, which is no input."


# --- what comes first wins ---------------------------------------------------------------------


def deadlines_end_unconditionally(procedure: Procedure) -> Findings:
    """Every case has a deadline: the last one holds without a condition, and only the last."""
    yield from only_last_is_unconditional("deadline", [deadline.when for deadline in procedure.deadlines])


def starts_end_unconditionally(procedure: Procedure) -> Findings:
    """Every case can open: the last start holds without a condition, and only the last."""
    yield from only_last_is_unconditional("start", [start.when for start in procedure.starts])


NAMES: tuple[Callable[[Procedure], Findings], ...] = (unique_names, known_states, known_steps, known_outputs)
CHECKS: tuple[Callable[[Procedure], Findings], ...] = (
    reachable_states,
    ways_out,
    waiting_agrees_with_ending,
    somebody_can_act,
    operators_take_no_step,
    consent_is_clear,
    timers_work,
    *MESSAGE_CHECKS,
    *MONEY_CHECKS,
    outputs_are_issued,
    issued_means_something,
    refusals_have_reasons,
    one_supplement_at_most,
    forwarding_names_the_office,
    only_what_it_may_see,
    deadlines_end_unconditionally,
    starts_end_unconditionally,
)


def check_procedure(procedure: Procedure) -> Findings:
    """Run every check; when a name is wrong, mend that first."""
    yield from wrong_names(procedure) or (finding for check in CHECKS for finding in check(procedure))


def wrong_names(procedure: Procedure) -> list[Finding]:
    """List the names in a procedure that lead nowhere."""
    return [finding for check in NAMES for finding in check(procedure)]
