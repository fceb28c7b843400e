"""The watch over deadlines: which instants of a case, a dossier or a message somebody must be told of.

Nothing looks through all cases. When a due date is set, or moves, one durable job is left for its next
mark, and each job that fires leaves the next. A job fires only for the very due date it was left for.
What happens then: `alarms.py`.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime, timedelta
from typing import Any

from services.jobs import HOP, WATCH
from services.time import calendars
from services.unit_of_work import UnitOfWork
from workflows.clock import CaseClock
from workflows.errors import CalendarEnds
from workflows.working_time import WorkingTime

HALF, FORESEEN, LAST_HOURS, OVERDUE, STILL_OVERDUE = (
    *("half-used", "overrun-foreseen", "last-hours"),
    *("overdue", "still-overdue"),
)
LAST = timedelta(hours=4)
# What is foreseen is announced a working day before (Lai Châu, 21/11/2025); the office is told that morning.
BEFORE_NOTICE = timedelta(hours=16)
# A result that comes on the very instant is in time, so the law's own limit is over a second later.
LATE = timedelta(seconds=1)
NOT_SYNCHRONISED, NOT_ACKNOWLEDGED = "not-synchronised", "not-acknowledged"
SYNCHRONISED_WITHIN = timedelta(minutes=10)  # 63/2024/NĐ-CP Art. 7
ACKNOWLEDGED_WITHIN = timedelta(hours=2)  # working hours, 63/2024/NĐ-CP Art. 7


def arm_case(uow: UnitOfWork, case_id: str, office_id: str, clock: CaseClock, due_at: datetime) -> None:
    """Leave the job for the next mark of a case whose due date was set or has moved."""
    if clock.started_at is not None:
        arm_next(uow, "case", case_id, office_id, clock, due_at, after=uow.now)


def arm_dossier(uow: UnitOfWork, dossier_id: str, due_at: datetime | None) -> None:
    """Leave the job that looks whether the promise of the whole dossier was kept."""
    if due_at is not None:
        _leave(uow, "dossier", dossier_id, OVERDUE, due_at, at=due_at + LATE)


def arm_next(
    uow: UnitOfWork,
    what: str,
    about: str,
    office_id: str,
    clock: CaseClock,
    due_at: datetime,
    *,
    after: datetime,
) -> None:
    """Leave the job for the first mark of a due date after an instant; marks that are over are left out."""
    hours = calendars.hours_at(uow, office_id)
    for mark, instant in marks(hours, clock, due_at):
        if instant > after or mark == OVERDUE:
            _leave(uow, what, about, mark, due_at, at=instant)
            return


def marks(hours: WorkingTime, clock: CaseClock, due_at: datetime) -> tuple[tuple[str, datetime], ...]:
    """List the marks of a due date in order of time: half used, a day before, last hours, overdue."""
    start = clock.started_at or due_at
    try:
        stood = sum((hours.between(begin, end) for begin, end in _since(clock, start)), timedelta())
        left = {
            HALF: (hours.between(start, due_at) - stood) / 2,
            FORESEEN: BEFORE_NOTICE,
            LAST_HOURS: LAST,
        }
        known = {mark: hours.add(due_at, -time) for mark, time in left.items() if time > timedelta()}
    except CalendarEnds:
        known = {}
    before = sorted((instant, mark) for mark, instant in known.items() if start < instant < due_at)
    return (*((mark, instant) for instant, mark in before), (OVERDUE, due_at + LATE))


def arm_again(uow: UnitOfWork, case_id: str, due_at: datetime, new_due_at: datetime) -> None:
    """Leave the job that looks whether at least the new date of an apology was kept."""
    _leave(uow, "case", case_id, STILL_OVERDUE, due_at, at=new_due_at + LATE)


def arm_hop(uow: UnitOfWork, message_id: str, created_at: datetime, *, what: str = NOT_SYNCHRONISED) -> None:
    """Leave the job that looks whether an agency has what it was sent, ten minutes or two hours later."""
    at = created_at + SYNCHRONISED_WITHIN
    if what == NOT_ACKNOWLEDGED:
        try:
            at = calendars.hours_at(uow, None).add(created_at, ACKNOWLEDGED_WITHIN)
        except CalendarEnds:
            at = created_at + ACKNOWLEDGED_WITHIN
    uow.enqueue(
        HOP,
        {"message_id": message_id, "what": what},
        job_id=f"hop:{message_id}:{what}",
        delay_seconds=(at - uow.now).total_seconds(),
    )


def _since(clock: CaseClock, start: datetime) -> Iterator[tuple[datetime, datetime]]:
    return ((max(begin, start), end) for begin, end in clock.pauses if end > start)


def _leave(uow: UnitOfWork, what: str, about: str, mark: str, due_at: datetime, *, at: datetime) -> None:
    payload: dict[str, Any] = {"what": what, "about": about, "mark": mark}
    payload |= {"due_at": due_at.isoformat(), "at": at.isoformat()}
    # The instant of arming is part of the name: a due date that moves away and back is armed anew.
    uow.enqueue(
        WATCH,
        payload,
        job_id=f"watch:{about}:{mark}:{due_at.isoformat()}:{uow.now.isoformat()}",
        delay_seconds=(at - uow.now).total_seconds(),
    )
