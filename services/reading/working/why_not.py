"""Reading which steps an officer may take now, and for every other one the reason, as the engine has it."""

from collections.abc import Mapping
from typing import Any

from services.access import permissions
from services.reading.case_pages import ShutStep
from services.reading.pages import StepChoice
from services.unit_of_work import UnitOfWork
from storage.cases import CaseRecord
from workflows.grounds import with_grounds
from workflows.language import Procedure, Step
from workflows.machine import Choice, choices, elsewhere
from workflows.sheets.wording import name_of
from workflows.vocabulary import Role
from workflows.voices import BundleVoice
from workflows.words import Text

OFFICERS = frozenset({Role.CLERK, Role.LEADER})
OTHERS = frozenset(Role) - OFFICERS


def steps(
    uow: UnitOfWork, case: CaseRecord, procedure: Procedure, facts: Mapping[str, Any]
) -> tuple[StepChoice, ...]:
    """List the officers' steps of this state, each open to this person or shut with its reason."""
    found = choices(procedure, case.state, OFFICERS, facts, voice=_voice(uow, case))
    return tuple(_choice(uow, case, procedure, choice) for choice in found)


def of_others(
    uow: UnitOfWork, case: CaseRecord, procedure: Procedure, facts: Mapping[str, Any]
) -> tuple[ShutStep, ...]:
    """List the steps of this state that citizens, other systems and timers take, and what they need."""
    found = choices(procedure, case.state, OTHERS, facts, voice=_voice(uow, case))
    return tuple(ShutStep(choice.step.code, choice.step.text, _whose(choice)) for choice in found)


def in_other_states(
    uow: UnitOfWork, case: CaseRecord, procedure: Procedure, facts: Mapping[str, Any]
) -> tuple[ShutStep, ...]:
    """List the officers' steps of other states, with the state and the facts that each would need."""
    found = elsewhere(procedure, case.state, OFFICERS, facts, voice=_voice(uow, case))
    return tuple(
        ShutStep(choice.step.code, choice.step.text, choice.why_not) for choice in found if choice.why_not
    )


def _choice(uow: UnitOfWork, case: CaseRecord, procedure: Procedure, choice: Choice) -> StepChoice:
    step = choice.step
    barred = permissions.why_not_this_person(uow.actor, step, procedure.state(case.state), case)
    return StepChoice(
        step.code,
        step.text,
        choice.why_not or barred,
        with_grounds(procedure, step.takes),
        step.decisive,
        step.corrects,
        step.rule,
        barred=choice.why_not is None and barred is not None,
    )


def _voice(uow: UnitOfWork, case: CaseRecord) -> BundleVoice:
    return BundleVoice(uow.registry, case.bundle)


def _whose(choice: Choice) -> Text:
    """Say who takes a step that officers do not, and what it needs besides."""
    who = _by(choice.step)
    if choice.why_not is None:
        return who
    return Text(vi=f"{who.vi} {choice.why_not.vi}", en=f"{who.en} {choice.why_not.en}")


def _by(step: Step) -> Text:
    role = name_of(step.by)
    return Text(vi=f"Do {role.vi} thực hiện.", en=f"Taken by {role.en}.")
