"""Who holds a case: claim (nhận xử lý), release (trả lại hàng chung), assign to a colleague (giao)."""

from services.officers import desk, meanwhile, standing_in
from services.unit_of_work import UnitOfWork
from storage import officers, people
from storage.cases import CaseRecord
from workflows.errors import ConcurrentChange, NotAllowed, TransitionRefused
from workflows.words import Text

NOBODY_HOLDS = Text(vi="Hồ sơ chưa ai nhận.", en="Nobody holds this file.")
NOT_YOURS = Text(
    vi="Chỉ người đang giữ hồ sơ hoặc lãnh đạo cơ quan làm được việc này.",
    en="Only whoever holds the file, or the head of the office, may do this.",
)
LEAST_REASON = 5  # letters


def claim(uow: UnitOfWork, case_id: str) -> None:
    """Take a case that nobody holds (nhận xử lý).

    Raises:
        NotFound, NotAllowed: as `desk.own_case`.
        TransitionRefused: it has ended, or somebody holds it; the words say who since when.
        ConcurrentChange: somebody moved it at the same moment.
    """
    with uow:
        claim_within(uow, desk.own_case(uow, case_id))


def release(uow: UnitOfWork, case_id: str, reason: str) -> None:
    """Give a case back to all (trả lại hàng chung), with a reason.

    Raises:
        NotFound: there is no such case at this office.
        NotAllowed: somebody else holds it and the actor does not lead the office, or family.
        TransitionRefused: it has ended, nobody holds it, or no reason.
        ConcurrentChange: somebody moved it at the same moment.
    """
    why = desk.written(reason, least=LEAST_REASON)
    with uow:
        release_within(uow, desk.own_case(uow, case_id), why)


def assign(uow: UnitOfWork, case_id: str, officer_id: str, reason: str) -> str | None:
    """Hand a case to a colleague of the same office, with a reason; return who holds it now.

    Whoever stands in for an absent colleague gets it instead.

    Raises:
        NotFound: there is no such case at this office.
        NotAllowed: somebody else holds it and the actor does not lead the office, or family.
        TransitionRefused: it has ended, the colleague is none or is named in the dossier, no reason.
        ConcurrentChange: somebody moved it at the same moment.
    """
    why = desk.written(reason, least=LEAST_REASON)
    with uow:
        return assign_within(uow, desk.own_case(uow, case_id), officer_id, why)


def claim_within(uow: UnitOfWork, case: CaseRecord) -> str | None:
    """Take a case in a unit of work that is open (`claim`)."""
    if case.officer_id == uow.actor.id:
        raise TransitionRefused(text=Text(vi="Bạn đang giữ hồ sơ này rồi.", en="You hold this file already."))
    if case.officer_id is not None:
        raise TransitionRefused(text=_held(uow, case))
    _hold(uow, case, uow.actor.id, "case-claimed", {})
    return uow.actor.id


def release_within(uow: UnitOfWork, case: CaseRecord, reason: str) -> str | None:
    """Give a case back in a unit of work that is open (`release`)."""
    if case.officer_id is None:
        raise TransitionRefused(text=NOBODY_HOLDS)
    _require_say(uow, case)
    _hold(uow, case, None, "case-released", {"from": case.officer_id, "reason": reason})
    return None


def assign_within(uow: UnitOfWork, case: CaseRecord, officer_id: str, reason: str) -> str | None:
    """Hand a case to a colleague in a unit of work that is open (`assign`)."""
    if case.officer_id is not None:
        _require_say(uow, case)
    row = desk.colleague(uow, officer_id)
    desk.require_unrelated_colleague(row, case)
    if case.officer_id == row.id:
        raise TransitionRefused(text=_held(uow, case))
    data = {"from": case.officer_id, "to": row.id, "to_name": row.name, "reason": reason}
    uow.record("case-reassigned", dossier_id=case.dossier_id, case_id=case.id, data=data)
    now = standing_in.holder(uow, case, row.id)
    write_holder(uow, case, now)
    return now


def write_holder(uow: UnitOfWork, case: CaseRecord, officer_id: str | None) -> None:
    """Write who holds a case, under its guard.

    Raises:
        ConcurrentChange: somebody moved it since it was read; the words say who.
    """
    if not officers.hold(uow.connection, case, officer_id):
        raise ConcurrentChange(text=meanwhile.words(uow, case))


def _hold(
    uow: UnitOfWork, case: CaseRecord, officer_id: str | None, event: str, data: dict[str, object]
) -> None:
    write_holder(uow, case, officer_id)
    uow.record(event, dossier_id=case.dossier_id, case_id=case.id, data=data)


def _require_say(uow: UnitOfWork, case: CaseRecord) -> None:
    if case.officer_id != uow.actor.id and not desk.is_leader(uow.actor):
        raise NotAllowed(text=NOT_YOURS)


def _held(uow: UnitOfWork, case: CaseRecord) -> Text:
    row = people.officer(uow.connection, str(case.officer_id))
    name = row.name if row else str(case.officer_id)
    return Text(vi=f"{name} đang giữ hồ sơ này.", en=f"{name} holds this file.")
