"""Taking a step of one case (bước xử lý), as its definition offers it to whoever acts."""

from collections.abc import Mapping
from typing import Any

from services import linking, progress
from services.access.permissions import NO_FILE
from services.officers import meanwhile
from services.unit_of_work import UnitOfWork
from storage import after_filing
from storage.cases import CaseRecord, look_at_case
from workflows.errors import ConcurrentChange, NotFound, TransitionRefused
from workflows.grounds import GROUND, is_ground
from workflows.language import Procedure
from workflows.vocabulary import Role
from workflows.words import Text

NO_GROUND = Text(
    vi="Căn cứ pháp lý phải là một điều trong các căn cứ của thủ tục này.",
    en="The legal ground must be an article among this procedure's sources.",
)


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
            raise NotFound(text=NO_FILE)
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
    now = look_at_case(uow.connection, case.id)
    return now.round if now else case.round


def _require_ground(procedure: Procedure, given: object) -> None:
    """Refuse a legal ground on which the definition does not rest; one that is missing is asked for later.

    Raises:
        TransitionRefused: it is no article of the definition's sources.
    """
    if given and not is_ground(procedure, str(given)):
        raise TransitionRefused(text=NO_GROUND)
