"""Absence (ủy quyền khi vắng): who gets what comes to an officer, from which day until which."""

from collections.abc import Mapping
from datetime import date, datetime, time, timedelta

from services.access.actors import SYSTEM
from services.jobs import ABSENCE, RetryLater
from services.officers import claims, desk, standing_in
from services.unit_of_work import Context, UnitOfWork
from storage import officers
from storage.cases import read_case
from storage.officers import AbsenceRow
from storage.people import OfficerRow
from storage.rows import add
from workflows.calendar import VIETNAM, in_vietnam
from workflows.errors import NotAllowed, NotFound, TransitionRefused
from workflows.words import Text

LONGEST = timedelta(days=366)
ONLY_OWN = Text(
    vi="Bạn chỉ ghi được thời gian vắng của mình; lãnh đạo ghi được cho người khác trong cơ quan.",
    en="You may enter your own absence only; the head of the office may enter others'.",
)
NO_ABSENCE = Text(vi="Không có đợt vắng này.", en="There is no such absence.")
OVER = Text(vi="Đợt vắng này đã kết thúc.", en="This absence is over.")
WRONG_DAYS = Text(
    vi="Ngày cuối phải từ ngày đầu trở đi, không ở quá khứ và không quá một năm.",
    en="The last day must not be before the first, not in the past, and within a year.",
)
SAME_PERSON = Text(vi="Người được ủy quyền phải là người khác.", en="The delegate must be another person.")
CROSSING = Text(
    vi="Trong thời gian này đã có một đợt vắng khác của người vắng, hoặc người được ủy quyền cũng vắng.",
    en="There is another absence in this time, or the delegate is away too.",
)
LEAST_REASON = 3  # letters


def enter(uow: UnitOfWork, officer_id: str, delegate_id: str, since: date, until: date, reason: str) -> int:
    """Enter an absence; both days count. Return how many cases went to the delegate at once.

    What comes to the absent officer in that time goes to the delegate. So does what they hold and what
    waits for an officer: at once when the absence has begun, else by a timer when its first day begins.

    Raises:
        NotAllowed: it is somebody else's and the actor does not lead the office.
        TransitionRefused: the people are not of this office, the days or the reason are not possible.
    """
    why = desk.written(reason, least=LEAST_REASON)
    desk.require_handler(uow.actor)
    if officer_id != uow.actor.id and not desk.is_leader(uow.actor):
        raise NotAllowed(text=ONLY_OWN)
    with uow:
        today = in_vietnam(uow.now).date()
        if not (since <= until and today <= until and until - max(since, today) <= LONGEST):
            raise TransitionRefused(text=WRONG_DAYS)
        away, delegate = _worker(uow, officer_id), _worker(uow, delegate_id)
        if away.id == delegate.id:
            raise TransitionRefused(text=SAME_PERSON)
        _require_free(uow, away, delegate, since, until)
        row = AbsenceRow(
            id=uow.new_id(),
            officer_id=away.id,
            delegate_id=delegate.id,
            office_id=away.office_id,
            since=since,
            until=until,
            reason=why,
            entered_by=uow.actor.id,
            entered_at=uow.now,
        )
        add(uow.connection, row)
        if since <= today:
            return _hand_over(uow, away.id, away.office_id)
        first = datetime.combine(since, time(), VIETNAM)
        delay = (first - uow.now).total_seconds()
        uow.enqueue(ABSENCE, {"absence_id": row.id}, job_id=f"absence:{row.id}", delay_seconds=delay)
        return 0


def begin(context: Context, payload: Mapping[str, str]) -> None:
    """Hand on what an officer holds on the first day of an absence; one that was called off moves nothing.

    Raises:
        RetryLater: that day has not begun yet.
    """
    with context.work(SYSTEM) as uow:
        row = officers.absence(uow.connection, payload["absence_id"])
        if row is None or row.ended_at is not None:
            return
        if in_vietnam(uow.now).date() < row.since:
            raise RetryLater(60)
        _hand_over(uow, row.officer_id, row.office_id)


def end(uow: UnitOfWork, absence_id: str) -> None:
    """End an absence before its last day, or call it off.

    Raises:
        NotFound: there is no such absence at this office.
        NotAllowed: it is somebody else's and the actor does not lead the office.
        TransitionRefused: it was ended before.
    """
    desk.require_handler(uow.actor)
    with uow:
        row = officers.absence(uow.connection, absence_id)
        if row is None or row.office_id != uow.actor.office_id:
            raise NotFound(text=NO_ABSENCE)
        if row.officer_id != uow.actor.id and not desk.is_leader(uow.actor):
            raise NotAllowed(text=ONLY_OWN)
        if not officers.end_absence(uow.connection, row.id, uow.actor.id, uow.now):
            raise TransitionRefused(text=OVER)


def _worker(uow: UnitOfWork, officer_id: str) -> OfficerRow:
    found = next((row for row in desk.handlers_of(uow) if row.id == officer_id), None)
    if found is None:
        raise TransitionRefused(text=desk.NO_COLLEAGUE)
    return found


def _require_free(uow: UnitOfWork, away: OfficerRow, delegate: OfficerRow, since: date, until: date) -> None:
    """Refuse a time in which the officer is away already, or in which the delegate is."""
    rows = officers.crossing(uow.connection, away.office_id, (away.id, delegate.id), since, until)
    if any(row.officer_id in (away.id, delegate.id) for row in rows):
        raise TransitionRefused(text=CROSSING)


def _hand_over(uow: UnitOfWork, away: str, office_id: str) -> int:
    """Hand what the absent officer holds, and what waits for an officer, to whoever stands in."""
    moved = 0
    for case_id in officers.held_by(uow.connection, away, office_id):
        case = read_case(uow.connection, case_id)
        if case is not None and case.officer_id == away:
            claims.write_holder(uow, case, standing_in.holder(uow, case, away))
            moved += 1
    return moved
