"""Deletes what is not to be kept: drafts left alone for 30 days, and traces of sessions. Once a day."""

from collections.abc import Mapping
from datetime import date, datetime, timedelta

from services.access import identity
from services.access.actors import SYSTEM
from services.citizens import draft_codes, kept_forms
from services.jobs import PURGE
from services.unit_of_work import Context, UnitOfWork
from storage import dossiers, drafts, sessions

AT_ONCE = 100
LONGEST_SESSION = identity.ABSOLUTE + identity.REMEMBERED


def arm(context: Context) -> None:
    """Leave the job of today, unless it is there already; every job leaves the one of the next day."""
    with context.work(SYSTEM) as uow:
        _leave(uow, uow.context.calendar().local_date(uow.now), 0)


def purge_daily(context: Context, payload: Mapping[str, str]) -> None:
    """Delete what is too old, and leave the job of the next day."""
    purge(context)
    day = date.fromisoformat(payload["on"])
    with context.work(SYSTEM) as uow:
        today = uow.context.calendar().local_date(uow.now)
        _leave(uow, max(day, today) + timedelta(days=1), timedelta(days=1).total_seconds())


def purge(context: Context) -> int:
    """Delete what is too old; return how many drafts that were."""
    with context.reading(SYSTEM) as uow:
        now = uow.now
    deleted = 0
    while old := _left_alone(context, now):
        gone = sum(_delete(context, draft_id, now) for draft_id in old)
        deleted += gone
        if not gone:  # somebody took each of them up in this very moment
            break
    with context.work(SYSTEM) as uow:
        drafts.forget_forms(uow.connection, now - kept_forms.KEPT_FOR)
        sessions.forget_sessions(uow.connection, now - LONGEST_SESSION)
        sessions.forget_old_tries(uow.connection, now - identity.WINDOW)
    return deleted


def _left_alone(context: Context, now: datetime) -> list[str]:
    with context.reading(SYSTEM) as uow:
        return drafts.left_alone(uow.connection, now - draft_codes.KEPT_FOR, most=AT_ONCE)


def _delete(context: Context, draft_id: str, now: datetime) -> bool:
    """Delete one draft with all that belongs to it; the journal says that, and nothing of its contents."""
    with context.work(SYSTEM) as uow:
        row = dossiers.dossier(uow.connection, draft_id, lock=True)
        if row is None or row.state != draft_codes.DRAFT or now - row.saved_at <= draft_codes.KEPT_FOR:
            return False
        drafts.delete_draft(uow.connection, draft_id)
        uow.record("draft-deleted", dossier_id=draft_id, before=draft_codes.DRAFT)
        return True


def _leave(uow: UnitOfWork, day: date, delay_seconds: float) -> None:
    uow.enqueue(PURGE, {"on": day.isoformat()}, job_id=f"purge:{day}", delay_seconds=delay_seconds)
