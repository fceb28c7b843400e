"""Reading one dossier: what its requester, or whoever has code and phone, may see."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any

from services import effects, permissions, timekeeping
from services.reading.pages import CasePart, DossierPage, FactLine, LogLine, NotOpen, OutputPage, Promise
from services.unit_of_work import UnitOfWork
from storage import dossiers, journal, messages, people
from storage.dossiers import CaseRow, DossierRow, OutputRow
from storage.journal import JournalRow
from workflows import chain, deadlines
from workflows.chain import MemberProgress
from workflows.errors import CalendarEnds, NotFound
from workflows.language import (
    Bundle,
    Ending,
    OfficialStatus,
    Output,
    Procedure,
    Role,
    State,
    Step,
    Waits,
)
from workflows.machine import compiled, limit
from workflows.questions import Question
from workflows.words import Kind, Text

NO_SUCH_DOSSIER = Text(
    vi="Không tìm thấy hồ sơ với mã và số điện thoại này.",
    en="There is no file with this code and phone number.",
)
MOURNING = "death-of-a-relative"  # the life event whose pages keep a quiet tone
WITHDRAWN = Text(vi="Không mở vì hồ sơ đã được rút.", en="Will not open: the file was withdrawn.")
ISSUED_BY = Text(vi="Kết quả đã cấp", en="An issued result")
EVENTS = {
    "declaration-started": Text(vi="Bắt đầu tờ khai", en="Declaration started"),
    "submitted": Text(vi="Nộp hồ sơ", en="File submitted"),
    "case-opened": Text(vi="Chuyển đến cơ quan", en="Handed to the office"),
    "withdrawal-asked": Text(vi="Người nộp yêu cầu rút hồ sơ", en="Withdrawal asked for"),
    "consent-given": Text(vi="Một người đã đồng ý", en="A person has agreed"),
    "facts-corrected": Text(
        vi="Sửa sai sót trong giấy đã cấp", en="An error in an issued document was corrected"
    ),
    "answer-not-applied": Text(
        vi="Câu trả lời của hệ thống khác đến muộn, đã lưu lại", en="A late answer of another system was kept"
    ),
    "timer-not-set": Text(
        vi="Chưa có lịch nghỉ của năm sau nên chưa đặt được hạn tự động",
        en="The calendar of next year is not known, so no automatic limit was set",
    ),
    "dossier-ended": Text(vi="Hồ sơ kết thúc", en="The file has ended"),
}


def own_page(uow: UnitOfWork, number: str) -> DossierPage:
    """Read a dossier by its code for its requester, or for somebody whose consent it needs.

    Raises:
        NotFound: it does not exist or is not theirs.
    """
    with uow:
        row = dossiers.dossier_by_number(uow.connection, number)
        if row is None or not _concerns(uow, row):
            raise NotFound(text=NO_SUCH_DOSSIER)
        page = _page(uow, row)
        return page if page.mine else _without_contents(page)


def page_after_phone_check(uow: UnitOfWork, dossier_id: str) -> DossierPage:
    """Read where a dossier is, for somebody who has already named its code and phone number."""
    with uow:
        row = dossiers.dossier(uow.connection, dossier_id)
        if row is None or row.number is None:
            raise NotFound(text=NO_SUCH_DOSSIER)
        return _without_contents(_page(uow, row))


def find(uow: UnitOfWork, code: str, phone_tail: str) -> str:
    """Find a dossier by its code, or the tail of it, and the last four digits of the phone.

    Raises:
        NotFound: nothing fits both, or the tail fits several; the answer is the same for all.
    """
    wanted = code.upper().replace(" ", "").replace("—", "-").replace("–", "-")
    with uow:
        exact = dossiers.dossier_by_number(uow.connection, wanted)
        found = (
            [exact]
            if exact
            else dossiers.dossiers_like_number(uow.connection, wanted)
            if len(wanted) >= 4
            else []
        )
        fitting = [row for row in found if row.phone_tail == phone_tail and len(phone_tail) == 4]
    if len(fitting) != 1:
        raise NotFound(text=NO_SUCH_DOSSIER)
    return fitting[0].id


@dataclass(frozen=True, slots=True)
class MineLine:
    """One of my drafts or dossiers, or one that waits for my consent."""

    number: str | None
    slug: str
    bundle: Text
    subject: str
    state: str
    saved_at: datetime
    due_at: datetime | None


def mine(uow: UnitOfWork) -> tuple[tuple[MineLine, ...], tuple[MineLine, ...]]:
    """List the acting person's own drafts and dossiers, and what waits for their consent."""
    with uow:
        own = dossiers.dossiers_of(uow.connection, str(uow.actor.personal_id))
        waiting = [row for row in _awaiting_consent(uow) if row.owner != uow.actor.personal_id]
        return tuple(_mine(uow, row) for row in own), tuple(_mine(uow, row) for row in waiting)


def _mine(uow: UnitOfWork, row: DossierRow) -> MineLine:
    bundle = uow.registry.bundle(row.bundle)
    return MineLine(row.number, bundle.slug, bundle.text, row.subject, row.state, row.saved_at, row.due_at)


def _awaiting_consent(uow: UnitOfWork) -> list[DossierRow]:
    found = dossiers.dossiers_waiting_for_relatives(uow.connection)
    return [row for row in found if _concerns(uow, row)]


# --- parts that the officer's page shares ---------------------------------------------------------


def case_parts(uow: UnitOfWork, row: DossierRow, cases: list[CaseRow]) -> tuple[CasePart, ...]:
    """Return each opened procedure of a dossier as pages show it, in the order of the bundle."""
    members = [member.code for member in uow.registry.bundle(row.bundle).members]
    issued = dossiers.outputs_of(uow.connection, row.id)
    offices = people.offices(uow.connection)
    ordered = sorted(cases, key=lambda case: members.index(case.member))
    return tuple(_part(uow, row, case, issued, offices) for case in ordered)


def not_open(uow: UnitOfWork, row: DossierRow, cases: list[CaseRow]) -> tuple[NotOpen, ...]:
    """Return each procedure that has not opened, with what it waits for or why it never will."""
    bundle = uow.registry.bundle(row.bundle)
    progress = member_progress(uow, row.id, cases)
    never = {member.code for member in chain.barred(bundle, row.facts, progress)}
    waiting = [member for member in chain.taking_part(bundle, row.facts) if member.code not in progress]
    return tuple(
        NotOpen(
            member.code,
            uow.registry.procedure(member.procedure).short,
            WITHDRAWN if row.state == "withdrawn" else _why_not_open(uow, bundle, member.code, never),
            member.code in never or row.state == "withdrawn",
        )
        for member in waiting
    )


def member_progress(uow: UnitOfWork, dossier_id: str, cases: list[CaseRow]) -> dict[str, MemberProgress]:
    """Return how far each opened member has come."""
    outputs = dossiers.outputs_of(uow.connection, dossier_id)
    return {
        case.member: MemberProgress(
            Ending(case.ending) if case.ending else None,
            frozenset(output.code for output in outputs if output.case_id == case.id),
        )
        for case in cases
    }


def questions_of(uow: UnitOfWork, row: DossierRow) -> dict[str, Question]:
    """Return the question behind each fact of a dossier, in whose words a choice is shown.

    A fact that is the first known of several has the question of one of them, and an
    item that was issued has the question of the fact it was copied from.
    """
    declaration = uow.registry.declaration(row.declaration)
    asked = {question.fact: question for question in reversed(declaration.questions())}
    for derived in declaration.derived:
        if derived.rule == "first":
            found = next((asked[fact] for fact in derived.of if fact in asked), None)
            asked |= {derived.fact: found} if found and derived.fact not in asked else {}
    bundle = uow.registry.bundle(row.bundle)
    issued = [output for p in uow.registry.procedures_of(bundle).values() for output in p.outputs]
    return asked | {
        f"{output.code}.{item.code}": asked[item.fact]
        for output in issued
        for item in output.items
        if item.fact in asked
    }


def log(uow: UnitOfWork, row: DossierRow, cases: list[CaseRow]) -> tuple[LogLine, ...]:
    """Return what happened, newest first."""
    procedures = {case.id: uow.registry.procedure(case.procedure) for case in cases}
    lines = [_log_line(line, procedures) for line in journal.lines_of(uow.connection, row.id)]
    return tuple(reversed(lines))


def flag_texts(uow: UnitOfWork, row: DossierRow) -> tuple[Text, ...]:
    """Return the rules' remarks on a dossier in words."""
    known = {flag.code: flag.text for flag in uow.registry.bundle(row.bundle).flags}
    known["duplicate-suspected"] = Text(
        vi="Nghi trùng với một hồ sơ khác: cán bộ cần xem trước khi cấp số định danh.",
        en="May be a duplicate of another file: an officer must look before a personal ID is assigned.",
    )
    return tuple(known[code] for code in row.flags if code in known)


def _without_contents(page: DossierPage) -> DossierPage:
    """Leave out what the results say: only whoever filed reads that, after signing in."""
    cases = tuple(
        replace(part, outputs=tuple(replace(output, items=()) for output in part.outputs), draft=())
        for part in page.cases
    )
    return replace(page, cases=cases)


# --- the dossier ------------------------------------------------------------------------------------


def _concerns(uow: UnitOfWork, row: DossierRow) -> bool:
    if row.owner == uow.actor.personal_id:
        return True
    for case in dossiers.cases_of(uow.connection, row.id):
        state = uow.registry.procedure(case.procedure).state(case.state)
        if uow.actor.personal_id in permissions.consenting(state, row.facts):
            return True
    return False


def _page(uow: UnitOfWork, row: DossierRow) -> DossierPage:
    bundle = uow.registry.bundle(row.bundle)
    cases = dossiers.cases_of(uow.connection, row.id)
    parts = case_parts(uow, row, cases)
    promise = _dossier_promise(uow, row, bundle, cases)
    received = _received_on(uow, row, bundle)
    return DossierPage(
        id=row.id,
        number=str(row.number),
        bundle=bundle.text,
        bundle_key=bundle.key,
        slug=bundle.slug,
        provisional=bundle.standing.value == "provisional",
        quiet_tone=bundle.life_event == MOURNING,
        subject=row.subject,
        state=row.state,
        headline=_headline(row, parts),
        todo=_todo(parts),
        submitted_at=row.submitted_at or row.created_at,
        received_on=received,
        promise=promise,
        day=_day(uow, received, row),
        days=promise.working_days,
        cases=parts,
        not_open=not_open(uow, row, cases),
        log=log(uow, row, cases),
        letters=tuple(
            (letter.written_at, Text(vi=letter.vi, en=letter.en))
            for letter in reversed(messages.letters_of(uow.connection, row.id))
        ),
        flags=flag_texts(uow, row),
        may_withdraw=row.state == "in-progress" and row.owner == uow.actor.personal_id,
        mine=row.owner == uow.actor.personal_id,
    )


def _dossier_promise(uow: UnitOfWork, row: DossierRow, bundle: Bundle, cases: list[CaseRow]) -> Promise:
    facts: dict[str, Any] = {}
    for procedure in uow.registry.procedures_of(bundle).values():
        facts |= dict(procedure.assumes)
    for source in (row.facts, *(case.facts for case in cases)):
        facts |= source
    deadline = limit(bundle.deadlines, facts)
    clock = timekeeping.dossier_clock(row.submitted_at or row.created_at, cases)
    found = timekeeping.explained(uow, clock, deadline.working_days, bundle.clock, deadline.source)
    return Promise(
        row.due_at if row.state == "in-progress" else (found.due_at if found else row.due_at),
        deadline.working_days,
        deadline.source,
        found.derivation if found else (),
        clock.paused_since,
    )


def _received_on(uow: UnitOfWork, row: DossierRow, bundle: Bundle) -> Any:
    try:
        return deadlines.received_on(row.submitted_at or row.created_at, bundle.clock, uow.context.calendar())
    except CalendarEnds:
        return None


def _day(uow: UnitOfWork, received: Any, row: DossierRow) -> int:
    """Return which working day it is, the day of receipt being the first."""
    if received is None:
        return 0
    calendar = uow.context.calendar()
    today = calendar.local_date(row.ended_at or uow.now)
    try:
        return calendar.working_days_between(received, today) + 1 if today > received else 1
    except CalendarEnds:
        return 0


def _headline(row: DossierRow, parts: tuple[CasePart, ...]) -> Text:
    if row.state == "withdrawn":
        return Text(vi="Hồ sơ đã được rút", en="The file was withdrawn")
    if row.state == "finished":
        if all(part.ending and not Ending(part.ending).failed for part in parts):
            return Text(vi="Đã có đủ kết quả", en="Every result is ready")
        return Text(
            vi="Hồ sơ đã kết thúc, có phần không được giải quyết",
            en="The file has ended; a part was not granted",
        )
    asked = [part.status for part in parts if part.waits_for is Waits.CITIZEN]
    if OfficialStatus.SUPPLEMENT in asked:
        return Text(vi="Bạn cần bổ sung hồ sơ", en="You need to supply something")
    if asked:
        return Text(vi="Hồ sơ đang chờ bạn trả lời", en="The file waits for your answer")
    if any(part.waits_for is Waits.RELATIVE for part in parts):
        return Text(vi="Đang chờ người liên quan đồng ý", en="Waiting for somebody's consent")
    working = [part for part in parts if part.ending is None]
    vi = " và ".join(dict.fromkeys(part.authority.vi for part in working))
    en = " and ".join(dict.fromkeys(part.authority.en for part in working))
    return Text(vi=f"{vi} đang giải quyết", en=f"Being handled by {en}")


def _todo(parts: tuple[CasePart, ...]) -> Text:
    for part in parts:
        if part.waits_for in (Waits.CITIZEN, Waits.RELATIVE) and part.citizen_text:
            return part.citizen_text
    return Text(vi="Bạn không phải làm gì.", en="There is nothing for you to do.")


# --- one procedure ------------------------------------------------------------------------------------


def _part(
    uow: UnitOfWork, row: DossierRow, case: CaseRow, issued: list[OutputRow], offices: Mapping[str, Any]
) -> CasePart:
    procedure = uow.registry.procedure(case.procedure)
    state = procedure.state(case.state)
    authority = uow.registry.authority(procedure.authority)
    office = offices.get(case.office_id)
    given = dossiers.consents_of(uow.connection, case.id) if state.consent_of else set()
    return CasePart(
        id=case.id,
        member=case.member,
        text=procedure.text,
        short=procedure.short,
        authority=authority.short,
        office=Text(vi=office.vi, en=office.en) if office else authority.text,
        tone=authority.tone,
        state=case.state,
        state_text=state.text,
        status=state.status,
        citizen_text=state.citizen,
        waits_for=state.waits_for,
        clock=state.clock,
        ending=case.ending,
        promise=_case_promise(uow, row, case, procedure),
        outputs=tuple(_output(uow, row, procedure, output) for output in issued if _valid(output, case)),
        draft=_draft(uow, row, case, procedure, state),
        reason=_reason(case),
        supplement=_supplement(case, state),
        answer_by=_answer_by(uow, case, procedure, state),
        consenting=tuple(sorted(permissions.consenting(state, row.facts) - given)),
        provisional=procedure.standing.value == "provisional",
    )


def _case_promise(uow: UnitOfWork, row: DossierRow, case: CaseRow, procedure: Procedure) -> Promise:
    facts = {**compiled(procedure).assumes, **row.facts, **case.facts}
    deadline = limit(procedure.deadlines, facts)
    clock = timekeeping.clock_of(case)
    handed_on = row.submitted_at is not None and case.opened_at > row.submitted_at
    found = timekeeping.explained(
        uow, clock, case.working_days, procedure.clock, deadline.source, handed_on=handed_on
    )
    lines = found.derivation if found else ()
    return Promise(case.due_at, case.working_days, deadline.source, lines, case.paused_since)


def _reason(case: CaseRow) -> str:
    """Return why a case ended as it did, with the legal ground the officer named (60/2014/QH13 Art. 5)."""
    if not case.ending:
        return ""
    reason, ground = str(case.facts.get("reason", "")), str(case.facts.get("reason.law", ""))
    return f"{reason} ({ground})" if ground else reason


def _valid(output: OutputRow, case: CaseRow) -> bool:
    return output.case_id == case.id and output.standing == "valid"


def _output(uow: UnitOfWork, row: DossierRow, procedure: Procedure, output: OutputRow) -> OutputPage:
    defined = procedure.output(output.code)
    items = _items(uow, row, defined, output.items)
    return OutputPage(output.code, defined.text, output.version, output.issued_at, items)


def _draft(
    uow: UnitOfWork, row: DossierRow, case: CaseRow, procedure: Procedure, state: State
) -> tuple[OutputPage, ...]:
    """Return what the results would say, while the citizen is asked whether that is right."""
    if state.waits_for is not Waits.CITIZEN or state.status is OfficialStatus.SUPPLEMENT:
        return ()
    facts = {**compiled(procedure).assumes, **row.facts, **case.facts}
    return tuple(
        OutputPage(
            output.code,
            output.text,
            0,
            case.entered_at,
            _items(uow, row, output, {item.code: facts.get(item.fact) for item in output.items}),
        )
        for output in procedure.outputs
    )


def _items(
    uow: UnitOfWork, row: DossierRow, output: Output, values: Mapping[str, Any]
) -> tuple[FactLine, ...]:
    """Return the items of a result that have a value; a choice is shown in the words it was made in."""
    asked = questions_of(uow, row)
    return tuple(
        FactLine(
            f"{output.code}.{item.code}",
            item.text,
            item.kind,
            values[item.code],
            ISSUED_BY,
            asked.get(item.fact),
        )
        for item in output.items
        if values.get(item.code) is not None
    )


def _supplement(case: CaseRow, state: State) -> tuple[str, ...]:
    if state.status is not OfficialStatus.SUPPLEMENT:
        return ()
    return tuple(
        line.strip() for line in str(case.facts.get("supplement.list", "")).splitlines() if line.strip()
    )


def _answer_by(uow: UnitOfWork, case: CaseRow, procedure: Procedure, state: State) -> datetime | None:
    if not state.timers:
        return None
    return effects.timer_ends(uow, state.timers[0], procedure, case.entered_at)


def _why_not_open(uow: UnitOfWork, bundle: Bundle, member: str, never: Collection[str]) -> Text:
    givers = [link for link in bundle.links if link.receiver == member]
    names = [uow.registry.procedure(bundle.member(link.giver).procedure).short for link in givers]
    vi, en = ", ".join(name.vi for name in names), ", ".join(name.en for name in names)
    if member in never:
        return Text(
            vi=f"Không mở vì “{vi}” không có kết quả.", en=f"Will not open: “{en}” ended without its result."
        )
    return Text(vi=f"Mở ngay khi “{vi}” có kết quả.", en=f"Opens as soon as “{en}” has its result.")


def _log_line(line: JournalRow, procedures: Mapping[str, Procedure]) -> LogLine:
    procedure = procedures.get(line.case_id or "")
    step = procedure.step(line.event) if procedure else None
    text = step.text if step else EVENTS.get(line.event, Text(vi=line.event, en=line.event))
    return LogLine(
        at=line.at,
        text=text,
        who=line.actor_name,
        by_officer=any(role in line.actor_role for role in (Role.CLERK.value, Role.LEADER.value)),
        member=procedure.short if procedure else None,
        note=_written(step, line.data),
    )


def _written(step: Step | None, data: Mapping[str, Any]) -> str:
    """Return what somebody wrote with a step: a reason, what is missing, a supplement, a finding."""
    asked = [item.code for item in step.takes if item.kind in (Kind.TEXT, Kind.LONG_TEXT)] if step else []
    return "\n".join(str(data[code]) for code in asked if data.get(code))


def official_status(parts: tuple[CasePart, ...]) -> OfficialStatus:
    """Return the one official status of a dossier: what its citizen must know first."""
    for part in parts:
        if part.status is OfficialStatus.SUPPLEMENT:
            return part.status
    running = [part.status for part in parts if part.ending is None]
    return running[0] if running else parts[-1].status
