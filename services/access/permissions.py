"""Who may take a step of a case: role, office, relation to the family. Undeclared means no."""

from collections.abc import Iterator, Mapping
from typing import Any

from services.access.actors import Actor
from storage.cases import CaseRecord
from workflows.errors import NotAllowed
from workflows.language import State, Step
from workflows.vocabulary import Role
from workflows.words import Text

# The same answer for what is not there and for what is not theirs.
NO_FILE = Text(vi="Không tìm thấy hồ sơ này.", en="There is no such file.")
FOR_OFFICERS = Text(vi="Việc này dành cho cán bộ.", en="This is for officers.")
RELATED = Text(
    vi="Bạn là người có liên quan trong hồ sơ nên không được giải quyết hồ sơ này.",
    en="You are one of the people in this file, so you may not handle it.",
)
_OFFICER_ROLES = frozenset({Role.CLERK, Role.LEADER, Role.SUPERVISOR})


def require(actor: Actor, step: Step, state: State | None, case: CaseRecord) -> None:
    """Let the actor through, or say in words why not.

    Raises:
        NotAllowed: another role, office or person must take this step (60/2014/QH13 Art. 12 for family).
    """
    if reason := why_not_this_person(actor, step, state, case):
        raise NotAllowed(text=reason)


def require_unrelated(actor: Actor, case: CaseRecord) -> None:
    """Keep an officer from any act on a dossier that names them (60/2014/QH13 Art. 12).

    Raises:
        NotAllowed: the actor is one of the people in the dossier.
    """
    if is_family(actor, case.dossier_facts):
        raise NotAllowed(text=RELATED)


def why_not_this_person(actor: Actor, step: Step, state: State | None, case: CaseRecord) -> Text | None:
    """Return the reason why this person may not take the step, or nothing when they may."""
    if step.by not in actor.roles:
        return _of_another_role(step)
    if step.by in _OFFICER_ROLES:
        return _why_not_this_officer(actor, step, case)
    if step.by is Role.CITIZEN and actor.personal_id != case.dossier_owner:
        return Text(
            vi="Chỉ người nộp hồ sơ mới làm được việc này.", en="Only the person who filed may do this."
        )
    if step.by is Role.RELATIVE and actor.personal_id not in consenting(state, case.dossier_facts):
        return Text(vi="Hồ sơ không cần sự đồng ý của bạn.", en="This file does not need your consent.")
    return None


def consenting(state: State | None, facts: Mapping[str, Any]) -> set[str]:
    """List the personal IDs of those whose consent the state waits for."""
    wanted = state.consent_of if state else ()
    return {person for fact in wanted for person in personal_ids(facts.get(fact))}


def personal_ids(value: Any) -> Iterator[str]:
    """Find the personal IDs in one value: a number itself, or each of a list of people."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, list):
        yield from (person["personal-id"] for person in value if isinstance(person, dict))


def is_family(actor: Actor, facts: Mapping[str, Any]) -> bool:
    """Say whether the actor is one of the people the dossier names."""
    if actor.personal_id is None:
        return False
    return any(actor.personal_id in personal_ids(value) for value in facts.values())


def _of_another_role(step: Step) -> Text:
    if step.by is Role.LEADER:
        return Text(
            vi=f"Bước “{step.text.vi}” do lãnh đạo cơ quan làm.",
            en=f"The step “{step.text.en}” belongs to the head of the office.",
        )
    return Text(
        vi=f"Bước “{step.text.vi}” do vai trò khác thực hiện.",
        en=f"The step “{step.text.en}” belongs to another role.",
    )


def _why_not_this_officer(actor: Actor, step: Step, case: CaseRecord) -> Text | None:
    if actor.office_id != case.office_id:
        return Text(vi="Hồ sơ này thuộc cơ quan khác.", en="This file belongs to another office.")
    if is_family(actor, case.dossier_facts):
        return RELATED
    if any(case.facts.get(f"taker.{other}") == actor.id for other in step.not_by):
        return Text(
            vi=f"Bạn đã chuẩn bị hồ sơ này nên không được “{step.text.vi}”. Phải là người khác.",
            en=f"You have prepared this file, so “{step.text.en}” is for somebody else.",
        )
    return None
