"""Reading one dossier: what its requester, or whoever has code and phone, may see."""

from dataclasses import replace
from datetime import datetime
from typing import Any

from services.access import permissions
from services.reading.assisting import assisted
from services.reading.following.standing import headline, official_status, slips_of, todo
from services.reading.happened import flag_texts, log
from services.reading.pages import CasePart, DossierPage, Promise, Rating
from services.reading.parts import case_parts, not_open
from services.time import timekeeping
from services.unit_of_work import UnitOfWork
from storage import after_filing, dossiers, messages
from storage.cases import CaseRow, cases_of
from storage.dossiers import DossierRow
from workflows import deadlines
from workflows.bundle import Bundle
from workflows.clock import CaseClock
from workflows.conditions import holds_safely
from workflows.elapsed import counted_days
from workflows.errors import CalendarEnds, NotFound
from workflows.machine import limit
from workflows.vocabulary import Waits
from workflows.words import Text

NO_SUCH_DOSSIER = Text(
    vi="Không tìm thấy hồ sơ với mã và số điện thoại này.",
    en="There is no file with this code and phone number.",
)
MOURNING = "death-of-a-relative"  # the life event whose pages keep a quiet tone


def own_page(uow: UnitOfWork, number: str) -> DossierPage:
    """Read a dossier by its code for its requester, or for somebody whose consent it needs.

    Raises:
        NotFound: it does not exist or is not theirs.
    """
    with uow:
        row = dossiers.dossier_by_number(uow.connection, number)
        if row is None or not concerns(uow, row):
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


def _without_contents(page: DossierPage) -> DossierPage:
    """Leave out what the results say: only whoever filed reads that, after signing in."""
    cases = tuple(
        replace(
            part,
            outputs=tuple(replace(output, items=(), document="") for output in part.outputs),
            draft=(),
            asked=(),
        )
        for part in page.cases
    )
    return replace(page, cases=cases, slips=(), rating=None, assisted=None)


# --- the dossier ------------------------------------------------------------------------------------


def concerns(uow: UnitOfWork, row: DossierRow) -> bool:
    """Say whether the acting person filed this dossier, or whether a case of it waits for their consent."""
    if row.owner == uow.actor.personal_id:
        return True
    for case in cases_of(uow.connection, row.id):
        state = uow.registry.procedure(case.procedure).state(case.state)
        if uow.actor.personal_id in permissions.consenting(state, row.facts):
            return True
    return False


def _letters(uow: UnitOfWork, row: DossierRow) -> tuple[tuple[datetime, Text], ...]:
    """Read what was written to the requester, the newest first."""
    newest_first = reversed(messages.letters_of(uow.connection, row.id))
    return tuple((letter.written_at, Text(vi=letter.vi, en=letter.en)) for letter in newest_first)


def _page(uow: UnitOfWork, row: DossierRow) -> DossierPage:
    bundle = uow.registry.bundle(row.bundle)
    cases = cases_of(uow.connection, row.id)
    parts = case_parts(uow, row, cases)
    promise = _dossier_promise(uow, row, bundle, cases)
    clock = timekeeping.dossier_clock(row.submitted_at or row.created_at, cases)
    day = _day(uow, row, bundle, clock)
    overdue = row.state == "in-progress" and row.due_at is not None and row.due_at < uow.now
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
        status=official_status(parts),
        headline=headline(row, parts),
        todo=todo(parts),
        submitted_at=row.submitted_at or row.created_at,
        received_on=_received_on(uow, row, bundle),
        promise=promise,
        day=day if overdue else min(day, promise.working_days),
        days=promise.working_days,
        overdue=overdue,
        refreshes=_runs(row, parts),
        cases=parts,
        not_open=not_open(uow, row, cases),
        log=log(uow, row, cases),
        letters=_letters(uow, row),
        flags=flag_texts(uow, row),
        slips=slips_of(row, parts),
        rating=_rating(uow, row),
        may_withdraw=row.state == "in-progress" and row.owner == uow.actor.personal_id,
        mine=row.owner == uow.actor.personal_id,
        again=_again(uow, row),
        assisted=assisted(uow, row),
    )


def _again(uow: UnitOfWork, row: DossierRow) -> Text | None:
    """Name the next declaration of the same event, which is offered for a multiple birth."""
    again = uow.registry.declaration(row.declaration).again
    return again.text if again and holds_safely(again.when, row.facts) else None


def _dossier_promise(uow: UnitOfWork, row: DossierRow, bundle: Bundle, cases: list[CaseRow]) -> Promise:
    facts: dict[str, Any] = {}
    for procedure in uow.registry.procedures_of(bundle).values():
        facts |= dict(procedure.assumes)
    for source in (row.facts, *(case.facts for case in cases)):
        facts |= source
    deadline = limit(bundle.deadlines, facts)
    clock = timekeeping.dossier_clock(row.submitted_at or row.created_at, cases)
    days, rules = deadline.working_days, bundle.clock
    calendar = timekeeping.bundle_calendar(uow, clock, days, rules, cases)
    found = timekeeping.explained(uow, clock, days, rules, deadline.source, calendar=calendar)
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


def _day(uow: UnitOfWork, row: DossierRow, bundle: Bundle, clock: CaseClock) -> int:
    """Return which working day of the promise it is; zero where the calendar ends before today."""
    try:
        return counted_days(
            row.submitted_at or row.created_at,
            row.ended_at or uow.now,
            rules=bundle.clock,
            calendar=uow.context.calendar(),
            pauses=timekeeping.pauses_of(clock),
        )
    except CalendarEnds:
        return 0


def _runs(row: DossierRow, parts: tuple[CasePart, ...]) -> bool:
    """Say whether something happens by itself: an office or a system is at it, and no person is asked."""
    waits = {part.waits_for for part in parts if part.ending is None}
    asked = waits & {Waits.CITIZEN, Waits.RELATIVE}
    return row.state == "in-progress" and bool(waits) and not asked


def _rating(uow: UnitOfWork, row: DossierRow) -> Rating | None:
    found = after_filing.rating(uow.connection, row.id)
    return Rating(found.score, found.words, found.given_at) if found else None
