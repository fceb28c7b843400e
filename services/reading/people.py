"""Reading who works on a case: its holder, the office's notes and second opinions."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime

from services.access import permissions
from services.access.permissions import NO_FILE
from services.officers import desk
from services.unit_of_work import UnitOfWork
from storage import dossiers, officers, people
from storage.cases import CaseRecord, look_at_case
from storage.officers import AbsenceRow, OpinionRow
from storage.people import OfficerRow
from workflows.calendar import in_vietnam
from workflows.errors import NotFound
from workflows.vocabulary import Role
from workflows.words import Text


@dataclass(frozen=True, slots=True)
class Colleague:
    """Somebody of the office, as a choice in a list."""

    value: str
    label: Text


@dataclass(frozen=True, slots=True)
class NoteLine:
    """One internal note."""

    author: str
    words: str
    written_at: datetime


@dataclass(frozen=True, slots=True)
class OpinionLine:
    """One question to a colleague; `mine` says that the reader was asked and has not answered."""

    id: str
    asked_by: str
    asked_of: str
    question: str
    asked_at: datetime
    agrees: bool | None
    words: str
    answered_at: datetime | None
    mine: bool


@dataclass(frozen=True, slots=True)
class CasePeople:
    """Who works on a case, and what the reader may do about it; `shut` says why they may do nothing.

    `away_until` and `delegate` are set while the holder is away.
    """

    holder_id: str | None
    holder: str | None
    mine: bool
    away_until: date | None
    delegate: str | None
    may_claim: bool
    may_release: bool
    may_assign: bool
    shut: Text | None
    colleagues: tuple[Colleague, ...]
    notes: tuple[NoteLine, ...]
    opinions: tuple[OpinionLine, ...]

    @property
    def open_questions(self) -> tuple[OpinionLine, ...]:
        return tuple(line for line in self.opinions if line.answered_at is None)


@dataclass(frozen=True, slots=True)
class PeoplePage:
    """The page on which a case is handed on, noted on, and asked about."""

    case_id: str
    number: str
    subject: str
    part: Text
    people: CasePeople


def people_of(uow: UnitOfWork, case: CaseRecord) -> CasePeople:
    """Return who works on a case of the acting officer's office, inside an open unit of work."""
    rows = {row.id: row for row in desk.handlers_of(uow)}
    me, ended = uow.actor, _ended(uow, case)
    family = permissions.is_family(me, case.dossier_facts)
    shut = permissions.RELATED if family else (desk.ENDED if ended else None)
    has_say = case.officer_id in (None, me.id) or desk.is_leader(me)
    away = _away(uow, case.officer_id)
    return CasePeople(
        holder_id=case.officer_id,
        holder=name_of(uow, case.officer_id, rows) if case.officer_id else None,
        mine=case.officer_id == me.id,
        away_until=away.until if away else None,
        delegate=name_of(uow, away.delegate_id, rows) if away else None,
        may_claim=shut is None and case.officer_id is None,
        may_release=shut is None and case.officer_id is not None and has_say,
        may_assign=shut is None and has_say,
        shut=shut,
        colleagues=tuple(
            choice_of(uow, row) for row in rows.values() if row.id != me.id and not desk.is_named(row, case)
        ),
        notes=() if family else _notes(uow, case),
        opinions=() if family else _opinions(uow, case),
    )


def people_page(uow: UnitOfWork, case_id: str) -> PeoplePage:
    """Read the page on which a case of the acting officer's own office is handed on.

    Raises:
        NotFound: there is no such case at this office.
    """
    with uow:
        case = look_at_case(uow.connection, case_id) if uow.actor.is_officer else None
        row = dossiers.dossier(uow.connection, case.dossier_id) if case else None
        if case is None or row is None or case.office_id != uow.actor.office_id:
            raise NotFound(text=NO_FILE)
        part = uow.registry.procedure(case.procedure).short
        return PeoplePage(case.id, str(row.number), row.subject, part, people_of(uow, case))


def _ended(uow: UnitOfWork, case: CaseRecord) -> bool:
    return uow.registry.procedure(case.procedure).state(case.state).ending is not None


def _away(uow: UnitOfWork, officer_id: str | None) -> AbsenceRow | None:
    """Find the absence in which an officer is today."""
    if officer_id is None:
        return None
    today = in_vietnam(uow.now).date()
    rows = officers.absences_of(uow.connection, str(uow.actor.office_id), today)
    now = [row for row in rows if row.officer_id == officer_id and row.since <= today and not row.ended_at]
    return now[-1] if now else None


def name_of(uow: UnitOfWork, officer_id: str, known: Mapping[str, OfficerRow]) -> str:
    """Return how an officer is called, whether they still work here or not."""
    row = known.get(officer_id) or people.officer(uow.connection, officer_id)
    return row.name if row else officer_id


def choice_of(uow: UnitOfWork, row: OfficerRow) -> Colleague:
    """Return a colleague as a choice, with how long they are away."""
    away, name = _away(uow, row.id), titled(row)
    if away is None:
        return Colleague(row.id, name)
    until = f"{away.until:%d/%m/%Y}"
    return Colleague(
        row.id, Text(vi=f"{name.vi} – vắng đến hết {until}", en=f"{name.en} – away until {until}")
    )


def titled(row: OfficerRow) -> Text:
    """Return the name of an officer, with who leads the office."""
    if Role.LEADER.value not in row.roles:
        return Text(vi=row.name, en=row.name)
    return Text(vi=f"{row.name} (lãnh đạo)", en=f"{row.name} (head)")


def _notes(uow: UnitOfWork, case: CaseRecord) -> tuple[NoteLine, ...]:
    found = officers.notes_of(uow.connection, case.id, case.office_id)
    return tuple(NoteLine(row.author_name, row.words, row.written_at) for row in found)


def _opinions(uow: UnitOfWork, case: CaseRecord) -> tuple[OpinionLine, ...]:
    found = officers.opinions_of(uow.connection, case.id, case.office_id)
    return tuple(_opinion(row, uow.actor.id) for row in found)


def _opinion(row: OpinionRow, reader: str) -> OpinionLine:
    return OpinionLine(
        row.id,
        row.asked_by_name,
        row.asked_of_name,
        row.question,
        row.asked_at,
        row.agrees,
        row.words,
        row.answered_at,
        row.asked_of == reader and row.answered_at is None,
    )
