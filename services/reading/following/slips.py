"""Reading the official slips of a dossier (giấy, phiếu): made from the definitions and the journal."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime

from services import effects
from services.access.actors import Actor
from services.reading import waiting
from services.reading.following.tracking import own_page
from services.reading.happened import EVENTS
from services.reading.pages import Apology, Asked, CasePart, DossierPage
from services.unit_of_work import Context, UnitOfWork
from storage import dossiers, journal, papers
from storage.cases import CaseRow, cases_of
from storage.dossiers import DossierRow
from storage.journal import JournalRow
from workflows import slips
from workflows.errors import NotFound
from workflows.language import Procedure, State
from workflows.machine import compiled
from workflows.slips import Slip
from workflows.vocabulary import Ending, OfficialStatus, Role
from workflows.words import Source, Text

NO_SUCH_SLIP = Text(
    vi="Hồ sơ này không có giấy đó.",
    en="This file has no such slip.",
)
REQUESTER = Text(vi="Người yêu cầu", en="The requester")
DECLARATION = Text(vi="Tờ khai điện tử", en="The electronic declaration")
RELATIVE = Text(vi="Người liên quan", en="A person concerned")
AGAIN_REASON = "supplement.again-reason"  # why the head of the office asks once more


@dataclass(frozen=True, slots=True)
class Sheet:
    """One sheet of a slip: about one procedure, or about the whole dossier when `part` is None."""

    part: CasePart | None
    at: datetime
    office: Text
    asked: tuple[Asked, ...] = ()
    answer_by: datetime | None = None
    working_days: int | None = None
    reason: str = ""
    law: str = ""
    source: Source | None = None
    apology: Apology | None = None


@dataclass(frozen=True, slots=True)
class Handing:
    """One line of the control slip: when, which procedure, where, what was done, what state followed."""

    at: datetime
    procedure: Text
    where: Text
    step: Text
    state: Text
    due_at: datetime | None


@dataclass(frozen=True, slots=True)
class SlipPage:
    """One official slip of a dossier, ready to print."""

    slip: Slip
    dossier: DossierPage
    requester: str
    sheets: tuple[Sheet, ...]
    handings: tuple[Handing, ...]
    papers: tuple[Text, ...]


@dataclass(frozen=True, slots=True)
class _File:
    """A dossier with all that a slip may name."""

    row: DossierRow
    page: DossierPage
    cases: dict[str, CaseRow]
    procedures: dict[str, Procedure]
    lines: tuple[JournalRow, ...]


def slip_page(context: Context, actor: Actor, number: str, code: str) -> SlipPage:
    """Read one slip of the acting person's own dossier.

    Raises:
        NotFound: the dossier is somebody else's, or this slip does not apply to it.
    """
    page = own_page(context.reading(actor), number)
    slip = slips.slip(code)
    if not page.mine or slip is None or code not in page.slips:
        raise NotFound(text=NO_SUCH_SLIP)
    with context.reading(actor) as uow:
        row = dossiers.dossier(uow.connection, page.id)
        if row is None:
            raise NotFound(text=NO_SUCH_SLIP)
        cases = {case.id: case for case in cases_of(uow.connection, row.id)}
        procedures = {key: uow.registry.procedure(case.procedure) for key, case in cases.items()}
        file = _File(row, page, cases, procedures, tuple(journal.lines_of(uow.connection, row.id)))
        return SlipPage(
            slip=slip,
            dossier=page,
            requester=str(row.facts.get("requester.full-name", "")),
            sheets=_SHEETS[code](uow, file),
            handings=_handings(uow, file) if code == slips.CONTROL else (),
            papers=_papers(uow, file) if code == slips.RECEIPT else (),
        )


def _receipt(_uow: UnitOfWork, file: _File) -> tuple[Sheet, ...]:
    return (Sheet(None, file.page.submitted_at, _first_office(file)),)


def _supplement(uow: UnitOfWork, file: _File) -> tuple[Sheet, ...]:
    found = []
    for part, line, state in _entered(file, lambda state: state.status is OfficialStatus.SUPPLEMENT):
        procedure = file.procedures[part.id]
        step = procedure.step(line.event)
        timer = state.timers[0] if state.timers else None
        found.append(
            Sheet(
                part,
                line.at,
                part.office,
                asked=waiting.everything_asked(uow, file.row, procedure, line.data),
                reason=str(line.data.get(AGAIN_REASON, "")),
                answer_by=effects.timer_ends(uow, timer, procedure, line.at) if timer else None,
                working_days=timer.working_days if timer else None,
                source=timer.source if timer else (step.rule if step else None),
            )
        )
    return tuple(found)


def _refusal(_uow: UnitOfWork, file: _File) -> tuple[Sheet, ...]:
    found = []
    for part, line, _ in _entered(file, lambda state: state.ending is Ending.REFUSED):
        step = file.procedures[part.id].step(line.event)
        facts = file.cases[part.id].facts
        found.append(
            Sheet(
                part,
                line.at,
                part.office,
                reason=str(facts.get("reason", "")),
                law=str(facts.get("reason.law", "")),
                source=step.rule if step else None,
            )
        )
    return tuple(found)


def _apology(_uow: UnitOfWork, file: _File) -> tuple[Sheet, ...]:
    return tuple(
        Sheet(part, part.apology.written_at, part.office, apology=part.apology)
        for part in file.page.cases
        if part.apology
    )


def _control(_uow: UnitOfWork, file: _File) -> tuple[Sheet, ...]:
    return (Sheet(None, file.page.submitted_at, _first_office(file)),)


def _stop(_uow: UnitOfWork, file: _File) -> tuple[Sheet, ...]:
    asked = [line for line in file.lines if line.event == "withdrawal-asked"]
    at = asked[-1].at if asked else (file.row.ended_at or file.page.submitted_at)
    stopped = [
        step.rule
        for line in file.lines
        if line.case_id and (step := file.procedures[line.case_id].step(line.event)) and step.signal
    ]
    return (Sheet(None, at, _first_office(file), source=next((rule for rule in stopped if rule), None)),)


_SHEETS: dict[str, Callable[[UnitOfWork, _File], tuple[Sheet, ...]]] = {
    slips.RECEIPT: _receipt,
    slips.SUPPLEMENT: _supplement,
    slips.REFUSAL: _refusal,
    slips.APOLOGY: _apology,
    slips.CONTROL: _control,
    slips.STOP: _stop,
}


def _entered(file: _File, wanted: Callable[[State], bool]) -> list[tuple[CasePart, JournalRow, State]]:
    """Find for each procedure the last time that it came into a state of this sort."""
    found = []
    for part in file.page.cases:
        states = compiled(file.procedures[part.id]).states
        for line in reversed(file.lines):
            after = states.get(line.state_after or "")
            moved = line.case_id == part.id and line.state_before != line.state_after
            if moved and after is not None and wanted(after):
                found.append((part, line, after))
                break
    return found


def _handings(_uow: UnitOfWork, file: _File) -> tuple[Handing, ...]:
    """List every move from state to state, oldest first: who had the file, and what came of it."""
    parts = {part.id: part for part in file.page.cases}
    found = []
    for line in file.lines:
        if line.case_id is None or line.state_after is None or line.state_before == line.state_after:
            continue
        part, procedure = parts[line.case_id], file.procedures[line.case_id]
        after = procedure.state(line.state_after)
        step = procedure.step(line.event)
        found.append(
            Handing(
                line.at,
                procedure.short,
                _where(line, part, file.row.owner),
                step.text if step else EVENTS.get(line.event, Text(vi=line.event, en=line.event)),
                after.text,
                part.promise.due_at,
            )
        )
    return tuple(found)


def _where(line: JournalRow, part: CasePart, owner: str) -> Text:
    """Say who acted, as far as the family may know: of officers the office, of systems their name."""
    if Role.CITIZEN.value in line.actor_role:
        return REQUESTER if line.actor_id == owner else RELATIVE
    if line.actor_role in (Role.AGENCY.value, Role.SYSTEM.value):
        return Text(vi=line.actor_name, en=line.actor_name)
    return part.office


def _first_office(file: _File) -> Text:
    return file.page.cases[0].office if file.page.cases else file.page.bundle


def _papers(uow: UnitOfWork, file: _File) -> tuple[Text, ...]:
    """Name what the receipt confirms to have received: the declaration, and each paper once."""
    bundle = uow.registry.bundle(file.row.bundle)
    names = {e.code: e.text for p in uow.registry.procedures_of(bundle).values() for e in p.evidence}
    attached = dict.fromkeys(row.evidence for row in papers.papers_of(uow.connection, file.row.id))
    return (DECLARATION, *(names[code] for code in attached if code in names))
