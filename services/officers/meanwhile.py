"""Two officers at once: who did what to a case since somebody looked at it, in words."""

from services import progress
from services.unit_of_work import UnitOfWork
from storage import journal
from storage.cases import CaseRecord
from storage.journal import JournalRow
from workflows.calendar import in_vietnam
from workflows.vocabulary import Role
from workflows.words import Text

HOLDING = {
    "case-claimed": Text(vi="Nhận xử lý", en="Claim"),
    "case-released": Text(vi="Trả lại hàng chung", en="Release"),
    "case-reassigned": Text(vi="Giao cho đồng nghiệp", en="Assign to a colleague"),
    "case-delegated": Text(vi="Chuyển cho người được ủy quyền", en="Hand to the delegate"),
    "bulk-undone": Text(vi="Hoàn tác việc làm hàng loạt", en="Undo a bulk act"),
}
LOOK_AGAIN = Text(vi="Hãy xem lại trạng thái mới.", en="Look at the new state.")


def words(uow: UnitOfWork, case: CaseRecord) -> Text:
    """Say who moved the case last, what they did and when; an own second press is told as such.

    Only officers read names: everybody else reads that somebody was first.
    """
    line = _last(uow, case)
    if line is None or not uow.actor.is_officer:
        return progress.GONE_ELSEWHERE
    act, when = _act(uow, case, line), f"{in_vietnam(line.at):%H:%M:%S %d/%m/%Y}"
    if line.actor_id == uow.actor.id:
        return Text(
            vi=f"Chính bạn đã làm “{act.vi}” lúc {when}. Lần bấm sau không làm gì thêm.",
            en=f"You yourself did “{act.en}” at {when}. The later press did nothing more.",
        )
    who = _who(line)
    return Text(
        vi=f"{who.vi} đã làm “{act.vi}” lúc {when}. {LOOK_AGAIN.vi}",
        en=f"{who.en} did “{act.en}” at {when}. {LOOK_AGAIN.en}",
    )


def _last(uow: UnitOfWork, case: CaseRecord) -> JournalRow | None:
    """Find the last line that moved the case or changed who holds it."""
    lines = journal.lines_of(uow.connection, case.dossier_id)
    for line in reversed(lines):
        if line.case_id == case.id and (line.state_after is not None or line.event in HOLDING):
            return line
    return None


def _act(uow: UnitOfWork, case: CaseRecord, line: JournalRow) -> Text:
    step = uow.registry.procedure(case.procedure).step(line.event)
    return step.text if step else HOLDING.get(line.event, Text(vi=line.event, en=line.event))


def _who(line: JournalRow) -> Text:
    """Name officers and systems; citizens only by what they are."""
    if Role.CITIZEN.value in line.actor_role or Role.RELATIVE.value in line.actor_role:
        return Text(vi="Người dân", en="A citizen")
    return Text(vi=line.actor_name, en=line.actor_name)
