"""Notices that arrive by themselves: a signed one opens a prefilled declaration and invites its person."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from services.access import actors
from services.agencies.contract import Agencies
from services.citizens import drafts
from services.citizens.freezing import digest_of
from services.effects import write_letter
from services.exchange import agency_keys, registers
from services.time import calendars
from services.unit_of_work import Context, UnitOfWork
from storage import notices
from storage.notices import NoticeRow
from storage.rows import add
from workflows.bundle import Bundle
from workflows.errors import AlreadyFiled, CalendarEnds, DeclarationIncomplete, NotAllowed
from workflows.forms import answers
from workflows.forms.invited import Notice, answered_by, read_notice
from workflows.forms.lists import Lists
from workflows.forms.origins import NOTICE
from workflows.language import Notify
from workflows.questions import Declaration, Invitation
from workflows.words import Text

NOT_YOURS = Text(
    vi="Cơ quan này không cấp loại giấy ấy, nên không có gì được ghi nhận.",
    en="This agency does not issue such a notice; nothing was recorded.",
)
OTHER_CONTENT = Text(
    vi="Số giấy này đã nhận với nội dung khác. Hãy gửi giấy mới với số mới, hoặc báo cho cơ quan hộ tịch.",
    en="A notice of this number arrived already and says something else. Send a new one with a number of its "
    "own, or tell the civil-status office.",
)


@dataclass(frozen=True, slots=True)
class Received:
    """What became of a notice: whether a form stands ready, and whether the notice had come before."""

    kind: str
    number: str
    form_ready: bool
    repeated: bool
    late: bool | None


def receive(context: Context, agencies: Agencies, lists: Lists, token: str) -> Received:
    """Take in one signed notice: a form is opened and filled with it, and its person is written to.

    A repeat changes nothing. Registers are asked between two transactions. Whoever has an
    unfinished form of that event already keeps it: only what is still empty is filled in.

    Raises:
        NotAllowed: the signature is not right, or that agency issues no such notice.
        DeclarationIncomplete: items are missing or not of their kind; it carries the problems.
        AlreadyFiled: the number arrived before, with another content.
    """
    agency, payload = agency_keys.said_by(context, token)
    with context.reading(actors.SYSTEM) as uow:
        bundle, declaration = _opened_by(uow, str(payload.get("notice")))
        now = uow.now
    invitation = _invitation(declaration, agency)
    notice, problems = read_notice(declaration, invitation, payload, now=now, lists=lists)
    if notice is None:
        raise DeclarationIncomplete(problems)
    known = answered_by(invitation, notice)
    invited = notice.items.get(invitation.invites)
    if invited is not None:
        known |= _identity_of(agencies, declaration, str(invited))
        known = registers.fetch(agencies, declaration, known)
    with context.work(actors.agency(agency)) as uow:
        return _keep(uow, agency, bundle, declaration, notice, known, digest_of(payload))


def _opened_by(uow: UnitOfWork, kind: str) -> tuple[Bundle, Declaration]:
    """Find the linked group whose form this kind of notice opens today.

    Raises:
        NotAllowed: no form is opened by such a notice.
    """
    today = uow.context.calendar().local_date(uow.now)
    for bundle in uow.registry.bundles_in_force(today):
        declaration = uow.registry.declaration(bundle.declaration)
        if declaration.invitation is not None and declaration.invitation.notice == kind:
            return bundle, declaration
    raise NotAllowed(text=NOT_YOURS)


def _invitation(declaration: Declaration, agency: str) -> Invitation:
    invitation = declaration.invitation
    if invitation is None or invitation.agency != agency:
        raise NotAllowed(text=NOT_YOURS)
    return invitation


def _identity_of(agencies: Agencies, declaration: Declaration, personal_id: str) -> dict[str, Any]:
    record = registers.person(agencies, personal_id)
    return drafts.identity_facts(declaration, {"personal-id": personal_id, **record})


def _keep(
    uow: UnitOfWork,
    agency: str,
    bundle: Bundle,
    declaration: Declaration,
    notice: Notice,
    known: Mapping[str, Any],
    digest: str,
) -> Received:
    """Write the notice down, once; open or complete the form of whoever it invites."""
    invitation = _invitation(declaration, agency)
    before = notices.notice(uow.connection, notice.kind, notice.number)
    if before is not None:
        if before.digest != digest:
            raise AlreadyFiled(None, text=OTHER_CONTENT)
        return Received(notice.kind, notice.number, before.dossier_id is not None, True, before.late)
    invited = notice.items.get(invitation.invites)
    draft = _open(uow, bundle, declaration, str(invited), known) if invited is not None else None
    late = _late(uow, notice.issued_at, invitation.working_hours)
    row = NoticeRow(
        kind=notice.kind,
        number=notice.number,
        agency=agency,
        digest=digest,
        invited=str(invited) if invited is not None else None,
        dossier_id=draft,
        issued_at=notice.issued_at,
        received_at=uow.now,
        late=late,
    )
    add(uow.connection, row)
    if draft is not None:
        uow.record("notice-received", dossier_id=draft, data={"notice": notice.kind, "number": notice.number})
        write_letter(uow, draft, Notify(letter=f"invited-by-{notice.kind}", text=invitation.letter))
    return Received(notice.kind, notice.number, draft is not None, False, late)


def _open(
    uow: UnitOfWork, bundle: Bundle, declaration: Declaration, invited: str, known: Mapping[str, Any]
) -> str:
    """Open the form of who is invited, or fill in what is still empty in the one they have begun."""
    today = uow.context.calendar().local_date(uow.now)
    draft = drafts.unfinished(uow, bundle, invited)
    if draft is None:
        values = answers.prune(declaration, dict(known), filed_on=today)
        return drafts.open_draft(uow, bundle, declaration, invited, values, via=NOTICE).id
    if draft.answers.get(declaration.invitation.number if declaration.invitation else "") is None:
        values = answers.prune(declaration, {**known, **draft.answers}, filed_on=today)
        drafts.keep_answers(uow, draft, declaration, values, via=NOTICE)
    return draft.id


def _late(uow: UnitOfWork, issued_at: datetime, working_hours: int) -> bool | None:
    """Say whether a notice took longer than it may; nothing where the calendar cannot tell."""
    try:
        taken = calendars.hours_at(uow, None).between(issued_at, uow.now)
    except CalendarEnds:
        return None
    return taken > timedelta(hours=working_hours)
