"""The one new date of a case (phiếu xin lỗi và hẹn lại ngày trả kết quả, form 04), with its reason."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import UTC, date, datetime

from services import effects
from services.access import actors, permissions
from services.access.permissions import FOR_OFFICERS, NO_FILE
from services.time import calendars, watch
from services.unit_of_work import UnitOfWork
from storage import alerts, messages, people
from storage.alerts import ApologyRow
from storage.cases import CaseRecord, read_case
from storage.rows import add
from workflows.calendar import VIETNAM, Calendar, in_vietnam
from workflows.calendar_words import in_words
from workflows.errors import CalendarEnds, NotAllowed, NotFound, TransitionRefused
from workflows.forms.cleaning import clean_text
from workflows.language import Notify, Procedure
from workflows.vocabulary import Role, Waits
from workflows.words import Text

ONLY_ONCE = Text(
    vi="Mỗi phần hồ sơ chỉ được hẹn lại một lần; phần này đã có ngày hẹn lại.",
    en="A part of a file is given a new date once at most, and this one has it already.",
)
NO_DATE = Text(
    vi="Phần này hiện không có hạn đang chạy, nên không thể hẹn lại.",
    en="This part has no due date running now, so there is nothing to put off.",
)
REWORDED = Text(
    vi="Lý do chỉ sửa được một lần, và đã được sửa.", en="The reason can be changed once, and it has been."
)
LETTER = "apology"
ASSUMED_DAYS = 1  # for a limit of the same day


def promise_anew(uow: UnitOfWork, case_id: str, new_day: date, reason: str) -> None:
    """Give the one new date of a case, with its reason, and tell the requester (rules 87 to 89).

    Announced at least one working day before the old date it counts as early notice.

    Raises:
        NotFound: there is no such case at this office.
        NotAllowed: the acting person does not work on cases, or is named in this one.
        TransitionRefused: it has a new date already, no date runs, the day is not possible, no reason.
    """
    words = _clean(reason)
    with uow:
        case = _own_case(uow, case_id)
        procedure = uow.registry.procedure(case.procedure)
        if alerts.apology(uow.connection, case.id):
            raise TransitionRefused(text=ONLY_ONCE)
        if case.due_at is None or procedure.state(case.state).ending is not None:
            raise TransitionRefused(text=NO_DATE)
        calendar = calendars.calendar_at(uow, case.office_id)
        new = _closing(_possible(new_day, case.due_at, uow.now, calendar), procedure)
        early = _announced_early(case.due_at, uow.now, calendar)
        row = _row(uow, case.id, case, new, Text(vi=words, en=words), early=early)
        add(uow.connection, row)
        _record(uow, "new-date-given", row)
        write_letter(uow, row, procedure.short, foreseen=uow.now <= case.due_at)
        watch.arm_again(uow, case.id, case.due_at, new)


def reword(uow: UnitOfWork, case_id: str, reason: str) -> None:
    """Put the reason of an apology in an officer's own words, once; the requester is told.

    Raises:
        NotFound: there is no such case at this office, or no apology.
        NotAllowed: the acting person does not work on cases, or is named in this one.
        TransitionRefused: the words were changed before, or there are none.
    """
    words = _clean(reason)
    with uow:
        case = _own_case(uow, case_id)
        row = alerts.apology(uow.connection, case.id)
        if row is None:
            raise NotFound(text=Text(vi="Chưa có phiếu xin lỗi nào.", en="There is no apology yet."))
        changed = {"vi": words, "en": words, "reworded_by": uow.actor.id, "reworded_at": uow.now}
        if not alerts.reword(uow.connection, case.id, **changed):
            raise TransitionRefused(text=REWORDED)
        row = row.model_copy(update=changed)
        _record(uow, "apology-reworded", row)
        write_letter(uow, row, uow.registry.procedure(case.procedure).short, foreseen=False)


def apologise(uow: UnitOfWork, case: CaseRecord, due_at: datetime) -> ApologyRow:
    """Write the apology of an overdue case inside the open unit of work: its reason and date are computed.

    No text sets how far off the new date may be; here the case gets its own limit once more.
    """
    procedure = uow.registry.procedure(case.procedure)
    calendar = calendars.calendar_at(uow, case.office_id)
    new: datetime | None
    try:
        days = max(ASSUMED_DAYS, case.working_days)
        new = _closing(calendar.add_working_days(calendar.local_date(due_at), days), procedure)
    except CalendarEnds:
        new = None
    row = _row(uow, case.id, case, new, reason_of(uow, case, procedure))
    add(uow.connection, row)
    _record(uow, "apology-given", row)
    if new is not None:
        watch.arm_again(uow, case.id, due_at, new)
    return row


def reason_of(uow: UnitOfWork, case: CaseRecord, procedure: Procedure) -> Text:
    """Say in words what an overdue case waits for."""
    state = procedure.state(case.state)
    authority = uow.registry.authority(procedure.authority).text
    office = people.office(uow.connection, case.office_id)
    name = office.text if office else authority
    waiting = [
        message.agency
        for message in messages.messages_of(uow.connection, case.dossier_id)
        if message.case_id == case.id and message.state in ("waiting", "acknowledged")
    ]
    match state.waits_for:
        case Waits.AGENCY:
            who = ", ".join(dict.fromkeys(actors.AGENCIES.get(agency, agency) for agency in waiting))
            asked = who or "hệ thống khác"
            return Text(vi=f"{asked} chưa trả lời", en=f"{who or 'another system'} has not answered")
        case Waits.CITIZEN:
            return Text(vi="còn chờ câu trả lời của người nộp hồ sơ", en="the requester's answer is awaited")
        case Waits.RELATIVE:
            return Text(vi="còn chờ người liên quan đồng ý", en="somebody's consent is awaited")
        case _:
            at = state.text
            return Text(
                vi=f"{name.vi} chưa giải quyết xong, hồ sơ đang ở bước “{at.vi}”",
                en=f"{name.en} has not finished; the file is at “{at.en}”",
            )


def write_letter(uow: UnitOfWork, row: ApologyRow, part: Text, *, foreseen: bool) -> None:
    """Write the apology to the requester: what is late, why, and the new date."""
    old, new = moment(row.old_due_at), moment(row.new_due_at)
    vi = f"Xin lỗi: “{part.vi}” không xong đúng hẹn {old.vi}."
    en = f"We are sorry: “{part.en}” was not finished by {old.en}."
    if foreseen:
        vi, en = f"Xin lỗi: “{part.vi}” sẽ không kịp hạn {old.vi}.", f"We are sorry: “{part.en}” will not be ready by {old.en}."  # fmt: skip  # noqa: E501
    text = Text(
        vi=f"{vi} Lý do: {row.vi}. Hẹn trả lại: {new.vi}.",
        en=f"{en} Reason: {row.en}. The new date is {new.en}.",
    )
    effects.write_letter(uow, row.dossier_id, Notify(letter=LETTER, text=text), case_id=row.case_id)


def told_already(rows: Iterable[ApologyRow], due_at: datetime) -> bool:
    """Say whether the requester has read an apology for this very due date."""
    return any(row.old_due_at == due_at for row in rows)


def moment(instant: datetime | None) -> Text:
    """Write an instant as a letter does; without one, say that it is not known yet."""
    if instant is None:
        return Text(vi="chưa tính được vì lịch nghỉ năm sau chưa có", en="not known: next year’s calendar is missing")  # fmt: skip  # noqa: E501
    local = in_vietnam(instant)
    day = in_words(local.date())
    return Text(vi=f"{local:%H:%M} {day.vi}", en=f"{local:%H:%M} on {day.en}")


def _own_case(uow: UnitOfWork, case_id: str) -> CaseRecord:
    if not uow.actor.roles & {Role.CLERK, Role.LEADER}:
        raise NotAllowed(text=FOR_OFFICERS)
    case = read_case(uow.connection, case_id)
    if case is None or case.office_id != uow.actor.office_id:
        raise NotFound(text=NO_FILE)
    permissions.require_unrelated(uow.actor, case)
    return case


def _clean(reason: str) -> str:
    clean = clean_text(reason)
    if isinstance(clean, Text):
        raise TransitionRefused(text=clean)
    if len(clean) < 10:
        raise TransitionRefused(
            text=Text(vi="Hãy viết lý do rõ hơn, ít nhất 10 chữ cái.", en="Say why in at least 10 letters.")
        )
    return clean.rstrip(".")


def _possible(new_day: date, due_at: datetime, now: datetime, calendar: Calendar) -> date:
    first = max(calendar.local_date(due_at), calendar.local_date(now))
    if new_day <= first or not calendar.is_working(new_day):
        raise TransitionRefused(
            text=Text(
                vi=f"Ngày hẹn lại phải là ngày làm việc sau {first:%d/%m/%Y}.",
                en=f"The new date must be a working day after {first:%d/%m/%Y}.",
            )
        )
    return new_day


def _announced_early(due_at: datetime, now: datetime, calendar: Calendar) -> bool:
    """Say whether at least one whole working day was left before the old date (Lai Châu, 21/11/2025)."""
    return calendar.working_days_between(calendar.local_date(now), calendar.local_date(due_at)) >= 1


def _closing(day: date, procedure: Procedure) -> datetime:
    return datetime.combine(day, procedure.clock.closes_at, VIETNAM).astimezone(UTC)


def _row(
    uow: UnitOfWork, about: str, case: CaseRecord, new: datetime | None, reason: Text, *, early: bool = False
) -> ApologyRow:
    assert case.due_at is not None  # noqa: S101 - whoever calls has looked
    return ApologyRow(
        id=about,
        dossier_id=case.dossier_id,
        case_id=case.id,
        old_due_at=case.due_at,
        new_due_at=new,
        vi=reason.vi,
        en=reason.en,
        at=uow.now,
        given_by=uow.actor.id,
        early=early,
    )


def _record(uow: UnitOfWork, event: str, row: ApologyRow) -> None:
    uow.record(
        event,
        dossier_id=row.dossier_id,
        case_id=row.case_id,
        data={
            "old": row.old_due_at.isoformat(),
            "new": row.new_due_at.isoformat() if row.new_due_at else None,
            "reason": row.vi,
        },
    )
