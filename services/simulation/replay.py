"""Yesterday's journal on tomorrow's definition: case by case the same, different, or impossible.

Each step that was really taken is taken again by the machine of the other definition, with what was
declared and given then. Nothing is written.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Literal

from workflows.errors import DefinitionError, LinkedServiceError
from workflows.language import Procedure
from workflows.machine import compiled, limit, starting, take
from workflows.words import Text

Verdict = Literal["same", "different", "impossible"]


@dataclass(frozen=True, slots=True)
class Past:
    """One step that was taken: with what, from which state into which."""

    step: str
    given: Mapping[str, Any]
    before: str
    after: str


@dataclass(frozen=True, slots=True)
class History:
    """One real case: under which definition it ran, what was known when it opened, what was done."""

    case: str
    dossier: str
    procedure: str
    facts: Mapping[str, Any]
    opened_in: str
    steps: tuple[Past, ...]


@dataclass(frozen=True, slots=True)
class Replayed:
    """What becomes of a case under the other definition, and why; a same one needs no words."""

    case: str
    dossier: str
    procedure: str
    verdict: Verdict
    words: tuple[Text, ...]


def replay(history: History, old: Procedure, new: Procedure) -> Replayed:
    """Take a case's steps again by another definition."""
    differences: list[Text] = []

    def judged(verdict: Verdict) -> Replayed:
        return Replayed(history.case, history.dossier, history.procedure, verdict, tuple(differences))

    facts = {**compiled(new).assumes, **history.facts}
    try:
        start = starting(new, facts)
    except DefinitionError as problem:
        differences.append(_cannot_open(problem))
        return judged("impossible")
    state = start.state
    facts.update(start.sets)
    if state != history.opened_in:
        differences.append(_state(old, new, "case-opened", history.opened_in, state))
    for past in history.steps:
        facts.update(past.given)
        try:
            outcome = take(new, state, past.step, facts)
        except LinkedServiceError as problem:
            differences.append(_refused(old, past, problem))
            return judged("impossible")
        facts.update(outcome.sets)
        state = outcome.state.code
        if state != past.after:
            differences.append(_state(old, new, past.step, past.after, state))
    differences += _what_else(old, new, facts, history.steps)
    return judged("different" if differences else "same")


def _what_else(
    old: Procedure, new: Procedure, facts: Mapping[str, Any], steps: Sequence[Past]
) -> Iterator[Text]:
    """Compare limits, what the clock does in the states of the case, and what its steps issue."""
    before, after = (limit(one.deadlines, {**compiled(one).assumes, **facts}) for one in (old, new))
    if before.working_days != after.working_days:
        was, now = before.working_days, after.working_days
        yield Text(
            vi=f"Thời hạn {was} ngày làm việc thành {now}.",
            en=f"The limit of {was} working days becomes {now}.",
        )
    for code in dict.fromkeys(past.after for past in steps):
        then, today = compiled(old).states.get(code), compiled(new).states.get(code)
        if then and today and then.clock is not today.clock:
            yield _clock(today.text, then.clock.value, today.clock.value)
    for code in dict.fromkeys(past.step for past in steps):
        taken, again = compiled(old).steps.get(code), compiled(new).steps.get(code)
        if taken and again and taken.issues != again.issues:
            yield _issues(again.text, ", ".join(taken.issues) or "–", ", ".join(again.issues) or "–")


def _clock(state: Text, was: str, now: str) -> Text:
    return Text(
        vi=f"Ở trạng thái “{state.vi}”, đồng hồ đổi từ {was} sang {now}.",
        en=f"In “{state.en}” the clock changes from {was} to {now}.",
    )


def _issues(step: Text, was: str, now: str) -> Text:
    return Text(
        vi=f"Bước “{step.vi}” cấp {now} thay cho {was}.",
        en=f"The step “{step.en}” issues {now} instead of {was}.",
    )


def _state(old: Procedure, new: Procedure, step: str, was: str, now: str) -> Text:
    then, today = _name(old, was), _name(new, now)
    return Text(
        vi=f"{step}: đến “{today.vi}” thay cho “{then.vi}”.",
        en=f"{step}: leads to “{today.en}” instead of “{then.en}”.",
    )


def _name(procedure: Procedure, state: str) -> Text:
    found = compiled(procedure).states.get(state)
    return found.text if found else Text(vi=state, en=state)


def _cannot_open(problem: Exception) -> Text:
    return Text(vi=f"Hồ sơ không mở được: {problem}", en=f"The case cannot open: {problem}")


def _refused(old: Procedure, past: Past, problem: LinkedServiceError) -> Text:
    step = compiled(old).steps.get(past.step)
    why = problem.text or Text(vi=str(problem), en=str(problem))
    name = step.text if step else Text(vi=past.step, en=past.step)
    return Text(vi=f"Không làm được “{name.vi}”: {why.vi}", en=f"“{name.en}” cannot be taken: {why.en}")
