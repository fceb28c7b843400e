"""What people do with one case (hồ sơ thủ tục): officers act, citizens supplement, relatives agree."""

from collections.abc import Mapping
from typing import Any

from services import linking, progress
from services.access import permissions
from services.officers import meanwhile
from services.unit_of_work import UnitOfWork
from storage import after_filing, dossiers
from storage.dossiers import CaseRecord, ConsentRow
from workflows.errors import ConcurrentChange, NotFound, TransitionRefused
from workflows.forms.cleaning import clean_text
from workflows.grounds import GROUND, is_ground
from workflows.language import Procedure, Role, Step
from workflows.machine import compiled
from workflows.words import Text

NO_GROUND = Text(
    vi="Căn cứ pháp lý phải là một điều trong các căn cứ của thủ tục này.",
    en="The legal ground must be an article among this procedure's sources.",
)
NOTHING_TO_AGREE = Text(vi="Không có việc nào chờ bạn đồng ý.", en="Nothing waits for your consent.")


def take_step(
    uow: UnitOfWork,
    case_id: str,
    code: str,
    values: Mapping[str, Any],
    *,
    corrections: Mapping[str, Any] | None = None,
    seen_round: int | None = None,
) -> str:
    """Take one step of a case, as its definition offers it; return the new state's code.

    `seen_round` is the round that the page showed: when the case has moved since,
    the step is refused although it may be open again.

    Raises:
        NotFound: there is no such case, or not for this office.
        NotAllowed: another role or person must take it.
        TransitionRefused: the step is not open, or something it needs is missing.
        ConcurrentChange: somebody else moved the case first.
    """
    with uow:
        case = progress.read(uow, case_id)
        if uow.actor.is_officer and case.office_id != uow.actor.office_id:
            raise NotFound(text=Text(vi="Không tìm thấy hồ sơ này.", en="There is no such file."))
        if seen_round is not None and seen_round != _round_now(uow, case):
            raise TransitionRefused(text=meanwhile.words(uow, case))
        _require_ground(uow.registry.procedure(case.procedure), values.get(GROUND))
        try:
            moved = linking.advance(uow, case_id, code, values, corrections=corrections)
        except ConcurrentChange:
            raise ConcurrentChange(text=meanwhile.words(uow, case)) from None
        if moved.outcome.step.by is Role.RELATIVE:
            after_filing.close_links(uow.connection, case_id, str(uow.actor.personal_id), uow.now)
        return moved.outcome.state.code


def _round_now(uow: UnitOfWork, case: CaseRecord) -> int:
    """Return the round of a case whose dossier is locked.

    Who had to wait for that lock has read the case as it was before the other hand moved it (PostgreSQL
    reads only the locked row again), so it is read once more.
    """
    now = dossiers.look_at_case(uow.connection, case.id)
    return now.round if now else case.round


def _require_ground(procedure: Procedure, given: object) -> None:
    """Refuse a legal ground on which the definition does not rest; one that is missing is asked for later.

    Raises:
        TransitionRefused: it is no article of the definition's sources.
    """
    if given and not is_ground(procedure, str(given)):
        raise TransitionRefused(text=NO_GROUND)


def answer_supplement(uow: UnitOfWork, case_id: str, answer: str) -> None:
    """Send the requester's supplement (bổ sung hồ sơ); the office's clock starts again from zero.

    Raises:
        NotFound: there is no such case.
        NotAllowed: somebody else filed it.
        TransitionRefused: nothing is asked for any more, or the answer is empty or unreadable.
    """
    clean = clean_text(answer)
    if isinstance(clean, Text):
        raise TransitionRefused(text=clean)
    with uow:
        case = progress.read(uow, case_id)
        step = next(
            (
                s
                for s in compiled(uow.registry.procedure(case.procedure)).steps_from[case.state]
                if _answers(s)
            ),
            None,
        )
        if step is None:
            raise TransitionRefused(
                text=Text(vi="Hồ sơ không còn chờ bổ sung.", en="The file no longer waits for a supplement.")
            )
        linking.advance(uow, case_id, step.code, {step.takes[0].code: clean})


def _answers(step: Step) -> bool:
    """Say whether a step is the citizen's answer to a request: theirs, and not a withdrawal."""
    return step.by is Role.CITIZEN and step.signal is None and len(step.takes) > 0


def give_consent(uow: UnitOfWork, case_id: str) -> bool:
    """Record that the acting person agrees (đồng ý); say whether everybody has agreed now.

    When the last one agrees, the case goes on in the same transaction and its clock starts.

    Raises:
        NotFound: the case does not wait for this person.
    """
    with uow:
        return consent_within(uow, case_id)


def consent_within(uow: UnitOfWork, case_id: str) -> bool:
    """Record the acting person's agreement in a unit of work that is open (`give_consent`)."""
    case = progress.read(uow, case_id)
    procedure = uow.registry.procedure(case.procedure)
    state = procedure.state(case.state)
    person = str(uow.actor.personal_id)
    wanted = permissions.consenting(state, case.dossier_facts)
    if uow.actor.personal_id not in wanted:
        raise NotFound(text=NOTHING_TO_AGREE)
    given = dossiers.consents_of(uow.connection, case_id)
    if person not in given:
        dossiers.add(uow.connection, ConsentRow(case_id=case_id, personal_id=person, given_at=uow.now))
        uow.record("consent-given", dossier_id=case.dossier_id, case_id=case_id)
    after_filing.close_links(uow.connection, case_id, person, uow.now)
    if wanted - given - {person}:
        return False
    step = next(s for s in compiled(procedure).steps_from[case.state] if s.by is Role.RELATIVE)
    linking.advance(uow, case_id, step.code)
    return True
