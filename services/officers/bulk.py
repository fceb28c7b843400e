"""Bulk acts (làm hàng loạt): only what can be undone; each case has its own transaction and outcome."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any, Literal

from services.access.actors import Actor
from services.access.permissions import NO_FILE
from services.officers import claims, desk, meanwhile
from services.unit_of_work import Context, UnitOfWork
from storage import officers
from storage.cases import CaseRecord
from storage.officers import BulkRow
from storage.rows import add
from workflows.errors import LinkedServiceError, NotFound, TransitionRefused
from workflows.words import Text

Act = Literal["claim", "release", "assign"]
ACTS: tuple[Act, ...] = ("claim", "release", "assign")
MOST = 100  # cases at once
WINDOW = timedelta(minutes=10)
NONE_CHOSEN = Text(vi="Hãy đánh dấu ít nhất một hồ sơ.", en="Mark at least one file.")
TOO_MANY = Text(vi=f"Mỗi lần nhiều nhất {MOST} hồ sơ.", en=f"At most {MOST} files at once.")
NO_SUCH = Text(vi="Không có lần làm hàng loạt này.", en="There is no such bulk act.")
TOO_LATE = Text(
    vi="Chỉ hoàn tác được trong 10 phút. Hãy sửa từng hồ sơ.",
    en="It can be undone within 10 minutes only. Mend the files one by one.",
)
UNDONE = Text(vi="Lần này đã được hoàn tác.", en="This has been undone already.")


@dataclass(frozen=True, slots=True)
class Wish:
    """What is to be done with each case; `to` and `reason` as the act needs them."""

    act: Act
    to: str = ""
    reason: str = ""


def do(context: Context, actor: Actor, case_ids: Sequence[str], wish: Wish) -> str:
    """Do a reversible act with each of these cases and return the id of what became of them.

    A case that refuses does not keep the others from being done.

    Raises:
        NotAllowed: the actor does not work on cases.
        TransitionRefused: no case, too many of them, no such colleague, or no reason where one is needed.
    """
    desk.require_handler(actor)
    chosen = list(dict.fromkeys(case_ids))
    if not chosen or len(chosen) > MOST:
        raise TransitionRefused(text=TOO_MANY if chosen else NONE_CHOSEN)
    act = _act(context, actor, wish)
    items = [_one(context, actor, case_id, act) for case_id in chosen]
    with context.work(actor) as uow:
        row = BulkRow(
            id=uow.new_id(),
            officer_id=actor.id,
            office_id=str(actor.office_id),
            act=wish.act,
            items=items,
            done_at=uow.now,
        )
        add(uow.connection, row)
    return row.id


def undo(context: Context, actor: Actor, bulk_id: str) -> None:
    """Take a bulk act back: exactly the cases that nobody has touched since, and say so of each.

    Raises:
        NotFound: there is none, or it is somebody else's.
        TransitionRefused: it was undone before, or more than ten minutes ago.
    """
    with context.work(actor) as uow:
        row = officers.bulk(uow.connection, bulk_id)
        if row is None or (row.officer_id, row.office_id) != (actor.id, actor.office_id):
            raise NotFound(text=NO_SUCH)
        if row.undone_at is not None or not officers.undo_bulk(uow.connection, row.id, uow.now):
            raise TransitionRefused(text=UNDONE)
        if uow.now > row.done_at + WINDOW:
            raise TransitionRefused(text=TOO_LATE)
    done = [item for item in row.items if item["done"]]
    undone = [_one(context, actor, item["case_id"], _back(item)) for item in done]
    with context.work(actor) as uow:
        officers.tell_undone(uow.connection, row.id, undone)


def may_be_undone(row: BulkRow, now: datetime) -> bool:
    """Say whether the way back is still open."""
    return row.undone_at is None and now <= row.done_at + WINDOW and any(item["done"] for item in row.items)


def _act(context: Context, actor: Actor, wish: Wish) -> Callable[[UnitOfWork, CaseRecord], str | None]:
    """Return what is done with one case; what is wrong with the wish itself is said before any is done."""
    if wish.act == "claim":
        return claims.claim_within
    reason = desk.written(wish.reason, least=claims.LEAST_REASON)
    if wish.act == "release":
        return lambda uow, case: claims.release_within(uow, case, reason)
    with context.reading(actor) as uow:
        desk.colleague(uow, wish.to)
    return lambda uow, case: claims.assign_within(uow, case, wish.to, reason)


def _one(
    context: Context, actor: Actor, case_id: str, act: Callable[[UnitOfWork, CaseRecord], str | None]
) -> dict[str, Any]:
    """Do the act with one case in its own transaction; the outcome carries what the way back needs."""
    try:
        with context.work(actor) as uow:
            case = desk.own_case(uow, case_id)
            after = act(uow, case)
            version = case.row_version + 1
    except LinkedServiceError as refused:
        text = refused.text or NO_FILE
        return {"case_id": case_id, "done": False, "vi": text.vi, "en": text.en}
    return {
        "case_id": case_id,
        "done": True,
        "before": case.officer_id,
        "after": after,
        "version": version,
    }


def _back(item: dict[str, Any]) -> Callable[[UnitOfWork, CaseRecord], str | None]:
    """Return the way back of one case: the holder of before, if the case is as the bulk act left it."""

    def back(uow: UnitOfWork, case: CaseRecord) -> str | None:
        if case.row_version != item["version"]:
            raise TransitionRefused(text=meanwhile.words(uow, case))
        before: str | None = item["before"]
        claims.write_holder(uow, case, before)
        data = {"from": case.officer_id, "to": before}
        uow.record("bulk-undone", dossier_id=case.dossier_id, case_id=case.id, data=data)
        return before

    return back
