"""What happens when a mark of the watch is reached: alerts, the apology, the leader, the morning digest.

Each alert has the one id that follows from its mark and due date, so a job that runs again after a crash
finds it and does nothing. Everything a mark sets off is one transaction, the next mark's job included.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import UTC, datetime, time, timedelta
from typing import Any

from services import effects
from services.access import actors
from services.jobs import DIGEST
from services.time import apologies, calendars, timekeeping, watch
from services.unit_of_work import Context, UnitOfWork
from storage import alerts, dossiers, messages, open_cases
from storage.alerts import AlertRow, ApologyRow, DigestRow
from storage.cases import CaseRecord, cases_of, read_case
from storage.dossiers import DossierRow
from storage.messages import MessageRow
from storage.rows import add
from workflows.calendar import VIETNAM, in_vietnam
from workflows.errors import CalendarEnds
from workflows.language import Notify
from workflows.machine import compiled
from workflows.words import Text

DIGEST_AT = time(7, 30)
OFFICE, LEADER, SUPERVISOR, CITIZEN, AGENCY = "office", "leader", "supervisor", "citizen", "agency"
EVERYBODY = (CITIZEN, OFFICE, SUPERVISOR, AGENCY)
PARTIES = {
    watch.HALF: (OFFICE,),
    watch.FORESEEN: (OFFICE, LEADER),
    watch.LAST_HOURS: (OFFICE, LEADER),
    watch.OVERDUE: (OFFICE, LEADER, SUPERVISOR, CITIZEN),
    watch.STILL_OVERDUE: (OFFICE, LEADER, SUPERVISOR, CITIZEN),
}
WORDS = {
    watch.HALF: Text(vi="“{part}” đã dùng một nửa thời hạn.", en="Half of the time for “{part}” is used."),
    watch.FORESEEN: Text(
        vi="“{part}” đến hạn vào ngày làm việc tới. Nếu không kịp, hãy hẹn lại với người nộp trong hôm nay.",
        en="“{part}” is due on the next working day. If it will be late, tell the requester today.",
    ),
    watch.LAST_HOURS: Text(
        vi="“{part}” còn không quá 4 giờ làm việc.", en="At most 4 working hours are left for “{part}”."
    ),
    watch.OVERDUE: Text(
        vi="“{part}” đã quá hạn {due}; lãnh đạo cơ quan đã được báo.",
        en="“{part}” is overdue since {due}; the head of the office was told.",
    ),
    watch.STILL_OVERDUE: Text(
        vi="“{part}” vẫn chưa xong sau ngày hẹn lại; không hẹn lần thứ hai, lãnh đạo cơ quan đã được báo.",
        en="“{part}” is still not finished after its new date; there is no second one, the head was told.",
    ),
}
HOPS = {
    watch.NOT_SYNCHRONISED: Text(
        vi="{agency} chưa nhận được dữ liệu của “{part}” sau 10 phút.",
        en="{agency} has not received the data of “{part}” after 10 minutes.",
    ),
    watch.NOT_ACKNOWLEDGED: Text(
        vi="{agency} chưa xác nhận đã nhận “{part}” sau 2 giờ làm việc.",
        en="{agency} has not acknowledged “{part}” after 2 working hours.",
    ),
}
WHOLE = Text(vi="Cả hồ sơ", en="The whole file")


# --- due dates --------------------------------------------------------------------------------------


def fire(context: Context, payload: Mapping[str, Any]) -> None:
    """Do what a mark asks for, if its due date still is the one for which it was set."""
    due_at = datetime.fromisoformat(payload["due_at"])
    with context.work(actors.SYSTEM) as uow:
        if payload["what"] == "dossier":
            _fire_for_dossier(uow, payload["about"], due_at)
        else:
            planned = datetime.fromisoformat(payload["at"])
            _fire_for_case(uow, payload["about"], payload["mark"], due_at, planned)


def _fire_for_case(uow: UnitOfWork, case_id: str, mark: str, due_at: datetime, planned: datetime) -> None:
    case = read_case(uow.connection, case_id)
    if case is None or case.due_at != due_at or _ended(uow, case):
        return
    part = uow.registry.procedure(case.procedure).short
    if not _raise(uow, mark, WORDS[mark], part, case, due_at):
        return
    if mark == watch.OVERDUE:
        _overdue(uow, case, part, due_at)
    elif mark == watch.STILL_OVERDUE:
        _still_overdue(uow, case, part)
    else:
        # From the planned instant, not from now: a mark that went by while nothing ran is late, not lost.
        clock = timekeeping.clock_of(case)
        watch.arm_next(uow, "case", case_id, case.office_id, clock, due_at, after=planned)


def _overdue(uow: UnitOfWork, case: CaseRecord, part: Text, due_at: datetime) -> None:
    uow.record("overdue", dossier_id=case.dossier_id, case_id=case.id, data={"due": due_at.isoformat()})
    given = alerts.apology(uow.connection, case.id)
    if given is None:
        whole = alerts.apology(uow.connection, case.dossier_id)  # it named this part, at this very instant
        told = whole is not None and whole.old_due_at == due_at
        row = apologies.apologise(uow, case, due_at)
        if not told:
            apologies.write_letter(uow, row, part, foreseen=False)
    elif given.old_due_at != due_at:  # a clock that began anew is late once more: no second new date
        _still_overdue(uow, case, part)


def _still_overdue(uow: UnitOfWork, case: CaseRecord, part: Text) -> None:
    uow.record("still-overdue", dossier_id=case.dossier_id, case_id=case.id)
    text = _filled(WORDS[watch.STILL_OVERDUE], part)
    effects.write_letter(uow, case.dossier_id, Notify(letter=watch.STILL_OVERDUE, text=text), case_id=case.id)


def _fire_for_dossier(uow: UnitOfWork, dossier_id: str, due_at: datetime) -> None:
    """Apologise for the whole file when no part of it has done so for this date."""
    row = dossiers.dossier(uow.connection, dossier_id, lock=True)
    if row is None or row.due_at != due_at or row.state != "in-progress":
        return
    if alerts.apology(uow.connection, row.id):
        return
    told = apologies.told_already(alerts.apologies_of(uow.connection, row.id), due_at)
    apology = _for_dossier(uow, row, due_at)
    add(uow.connection, apology)
    uow.record("overdue", dossier_id=row.id, data={"due": due_at.isoformat()})
    if not told:
        apologies.write_letter(uow, apology, WHOLE, foreseen=False)


def _for_dossier(uow: UnitOfWork, row: DossierRow, due_at: datetime) -> ApologyRow:
    """Name the parts that are not finished, and the last date that one of them owes."""
    running = [case for case in cases_of(uow.connection, row.id) if case.ending is None]
    given = alerts.apologies_for(uow.connection, [case.id for case in running])
    names = [uow.registry.procedure(case.procedure).short for case in running]
    dates = [given[case.id].new_due_at if case.id in given else case.due_at for case in running]
    known = [date for date in dates if date is not None and date > due_at]
    vi, en = ", ".join(name.vi for name in names), ", ".join(name.en for name in names)
    return ApologyRow(
        id=row.id,
        dossier_id=row.id,
        old_due_at=due_at,
        new_due_at=max(known) if known else _next_day(uow, due_at),
        vi=f"phần “{vi}” chưa có kết quả",
        en=f"“{en}” has no result yet",
        at=uow.now,
        given_by=uow.actor.id,
    )


def _next_day(uow: UnitOfWork, due_at: datetime) -> datetime | None:
    calendar, local = uow.context.calendar(), in_vietnam(due_at)
    try:
        day = calendar.next_working(local.date(), include=False)
    except CalendarEnds:
        return None
    return datetime.combine(day, local.time(), VIETNAM).astimezone(UTC)


def _ended(uow: UnitOfWork, case: CaseRecord) -> bool:
    return compiled(uow.registry.procedure(case.procedure)).states[case.state].ending is not None


# --- hops -------------------------------------------------------------------------------------------


def fire_hop(context: Context, payload: Mapping[str, Any]) -> None:
    """Alert every party when an agency does not have, or does not acknowledge, what it was sent (rule 86)."""
    with context.work(actors.SYSTEM) as uow:
        message = messages.message(uow.connection, payload["message_id"])
        case = read_case(uow.connection, message.case_id) if message else None
        if message is None or case is None or not _silent(uow, message.id) or _ended(uow, case):
            return
        what = payload["what"]
        part = uow.registry.procedure(case.procedure).short
        agency = actors.AGENCIES.get(message.agency, message.agency)
        if not _raise(uow, f"{what}:{message.id}", HOPS[what], part, case, None, agency=agency):
            return
        data = {"agency": message.agency, "about": message.about, "attempts": message.attempts}
        uow.record(what, dossier_id=case.dossier_id, case_id=case.id, data=data)
        text = _filled(HOPS[what], part, agency=agency)
        effects.write_letter(uow, case.dossier_id, Notify(letter=what, text=text), case_id=case.id)
        if what == watch.NOT_SYNCHRONISED:
            watch.arm_hop(uow, message.id, message.created_at, what=watch.NOT_ACKNOWLEDGED)


def _silent(uow: UnitOfWork, message_id: str) -> bool:
    """Say whether nobody over there has the message; read again now that the dossier is locked."""
    message: MessageRow | None = messages.message(uow.connection, message_id)
    return message is not None and message.acknowledged_at is None and message.state in ("waiting", "dead")


# --- the morning digest -----------------------------------------------------------------------------


def begin_digests(context: Context) -> None:
    """Leave the job of the next morning, unless it is there already; each digest leaves the next one."""
    with context.work(actors.SYSTEM) as uow:
        _arm_digest(uow)


def send_digests(context: Context, _payload: Mapping[str, Any]) -> None:
    """Write the digest of this morning for every office with open cases that works today."""
    with context.work(actors.SYSTEM) as uow:
        for office_id in open_cases.offices(uow.connection):
            _digest(uow, office_id)
        _arm_digest(uow)


def _digest(uow: UnitOfWork, office_id: str) -> None:
    today = in_vietnam(uow.now).date()
    if not _works(uow, office_id) or alerts.digest(uow.connection, office_id, today):
        return
    tonight = datetime.combine(today, time(23, 59, 59), VIETNAM)
    count, due_today, overdue = alerts.counts(uow.connection, office_id, uow.now, tonight)
    before = alerts.last_digest(uow.connection, office_id)
    since = before.sent_at if before else uow.now - timedelta(days=1)
    row = DigestRow(
        office_id=office_id,
        on=today,
        sent_at=uow.now,
        open=count,
        due_today=due_today,
        overdue=overdue,
        alerts=alerts.alerts_since(uow.connection, office_id, since),
    )
    add(uow.connection, row)


def _works(uow: UnitOfWork, office_id: str) -> bool:
    today = in_vietnam(uow.now).date()
    try:
        return calendars.calendar_at(uow, office_id).is_working(today)
    except CalendarEnds:
        return today.weekday() < 5  # the offices open all the same when a calendar is late


def _arm_digest(uow: UnitOfWork) -> None:
    local = in_vietnam(uow.now)
    morning = datetime.combine(local.date(), DIGEST_AT, VIETNAM)
    if morning <= local:
        morning += timedelta(days=1)
    delay = (morning - uow.now).total_seconds()
    uow.enqueue(DIGEST, {}, job_id=f"digest:{morning.date()}", delay_seconds=delay)


# --- words ------------------------------------------------------------------------------------------


def _raise(
    uow: UnitOfWork,
    mark: str,
    words: Text,
    part: Text,
    case: CaseRecord,
    due_at: datetime | None,
    *,
    agency: str = "",
) -> bool:
    """Raise an alert once; say whether it was not there before."""
    kind = mark.partition(":")[0]
    alert_id = f"{mark}:{case.id}" + (f":{due_at.isoformat()}" if due_at else "")
    if alerts.raised(uow.connection, alert_id):
        return False
    text = _filled(words, part, due_at, agency=agency)
    row = AlertRow(
        id=alert_id,
        kind=kind,
        dossier_id=case.dossier_id,
        case_id=case.id,
        office_id=case.office_id,
        parties=list(PARTIES.get(kind, EVERYBODY)),
        due_at=due_at,
        raised_at=uow.now,
        vi=text.vi,
        en=text.en,
    )
    add(uow.connection, row)
    return True


def _filled(words: Text, part: Text, due_at: datetime | None = None, *, agency: str = "") -> Text:
    due = apologies.moment(due_at)
    return Text(
        vi=words.vi.format(part=part.vi, due=due.vi, agency=agency),
        en=words.en.format(part=part.en, due=due.en, agency=agency),
    )
