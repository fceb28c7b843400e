"""What officers arrange among themselves: absences, notes on cases, second opinions, bulk acts."""

from collections.abc import Sequence
from datetime import date, datetime
from typing import Any, NamedTuple

from sqlalchemy import Column, Connection, ForeignKey, String, bindparam, or_, select, update
from sqlmodel import Field, SQLModel

from storage.base import json_column
from storage.cases import CaseRecord, CaseRow
from storage.dossiers import DossierRow
from storage.statements import Prepared


class AbsenceRow(SQLModel, table=True):
    """A time in which somebody else of the office gets what comes to an officer (ủy quyền khi vắng).

    Both days count. Nothing is deleted: who ends it early is written beside it.
    """

    __tablename__ = "officer_absence"
    id: str = Field(primary_key=True)
    officer_id: str = Field(index=True)
    delegate_id: str
    office_id: str = Field(sa_column=Column(String, ForeignKey("office.id"), nullable=False, index=True))
    since: date
    until: date
    reason: str
    entered_by: str
    entered_at: datetime
    ended_by: str | None = None
    ended_at: datetime | None = None


class NoteRow(SQLModel, table=True):
    """An internal note on a case (ghi chú nội bộ): of one office, for that office; never changed."""

    __tablename__ = "case_note"
    id: str = Field(primary_key=True)
    case_id: str = Field(sa_column=Column(String, ForeignKey("dossier_case.id"), nullable=False, index=True))
    office_id: str
    author_id: str
    author_name: str
    words: str
    written_at: datetime


class OpinionRow(SQLModel, table=True):
    """A question to one colleague about a case (ý kiến thứ hai), and the answer when it came."""

    __tablename__ = "second_opinion"
    id: str = Field(primary_key=True)
    case_id: str = Field(sa_column=Column(String, ForeignKey("dossier_case.id"), nullable=False, index=True))
    office_id: str
    asked_by: str
    asked_by_name: str
    asked_of: str = Field(index=True)
    asked_of_name: str
    question: str
    asked_at: datetime
    agrees: bool | None = None
    words: str = ""
    answered_at: datetime | None = None


class BulkRow(SQLModel, table=True):
    """One bulk act (làm hàng loạt): what became of each case, and how it was before, for the way back."""

    __tablename__ = "bulk_act"
    id: str = Field(primary_key=True)
    officer_id: str
    office_id: str
    act: str  # claim | release | assign
    items: list[dict[str, Any]] = Field(default_factory=list, sa_column=json_column())
    done_at: datetime
    undone_at: datetime | None = None
    undone: list[dict[str, Any]] = Field(default_factory=list, sa_column=json_column())


class CaseName(NamedTuple):
    """How people call a case."""

    number: str
    subject: str
    procedure: str
    state: str


_case = CaseRow.__table__  # type: ignore[attr-defined]
_dossier = DossierRow.__table__  # type: ignore[attr-defined]
_absence = AbsenceRow.__table__  # type: ignore[attr-defined]
_note = NoteRow.__table__  # type: ignore[attr-defined]
_opinion = OpinionRow.__table__  # type: ignore[attr-defined]
_bulk = BulkRow.__table__  # type: ignore[attr-defined]

_HOLD = Prepared(
    update(_case)
    .where(
        _case.c.id == bindparam("b_id"),
        _case.c.row_version == bindparam("b_row_version"),
        _case.c.office_id == bindparam("b_office_id"),
        _case.c.ending.is_(None),
    )
    .values(officer_id=bindparam("officer_id"), row_version=_case.c.row_version + 1)
)
_DELEGATE = Prepared(
    select(_absence.c.delegate_id)
    .where(
        _absence.c.officer_id == bindparam("officer_id"),
        _absence.c.office_id == bindparam("office_id"),
        _absence.c.since <= bindparam("day"),
        _absence.c.until >= bindparam("day"),
        _absence.c.ended_at.is_(None),
    )
    .order_by(_absence.c.entered_at.desc(), _absence.c.id)
    .limit(1)
)


def hold(connection: Connection, case: CaseRecord, officer_id: str | None) -> bool:
    """Write who holds an open case if nobody moved it since it was read; say whether that held."""
    held = _HOLD.run(
        connection,
        b_id=case.id,
        b_row_version=case.row_version,
        b_office_id=case.office_id,
        officer_id=officer_id,
    )
    return held == 1


def held_by(connection: Connection, officer_id: str, office_id: str) -> list[str]:
    """List the open cases that an officer holds and that wait for an officer, in the order of locks."""
    found = select(_case.c.id).where(
        _case.c.officer_id == officer_id,
        _case.c.office_id == office_id,
        _case.c.ending.is_(None),
        _case.c.waits_for == "officer",
    )
    return list(connection.scalars(found.order_by(_case.c.dossier_id, _case.c.id)))


def delegate_of(connection: Connection, officer_id: str, office_id: str, day: date) -> str | None:
    """Return who gets an officer's cases on a day, or nothing when the officer is there."""
    found = _DELEGATE.one(connection, officer_id=officer_id, office_id=office_id, day=day)
    return str(found[0]) if found else None


def absences_of(connection: Connection, office_id: str, since: date) -> list[AbsenceRow]:
    """Read the absences of an office that last until a day or longer, the first to begin first."""
    found = connection.execute(
        select(_absence)
        .where(_absence.c.office_id == office_id, _absence.c.until >= since)
        .order_by(_absence.c.since, _absence.c.entered_at, _absence.c.id)
    )
    return [AbsenceRow.model_validate(dict(row)) for row in found.mappings()]


def absence(connection: Connection, absence_id: str) -> AbsenceRow | None:
    """Read one absence."""
    row = connection.execute(select(_absence).where(_absence.c.id == absence_id)).mappings().one_or_none()
    return AbsenceRow.model_validate(dict(row)) if row else None


def crossing(
    connection: Connection, office_id: str, people: tuple[str, ...], since: date, until: date
) -> list[AbsenceRow]:
    """Read the absences of some officers that share a day with this time and were not ended."""
    found = connection.execute(
        select(_absence).where(
            _absence.c.office_id == office_id,
            or_(_absence.c.officer_id.in_(people), _absence.c.delegate_id.in_(people)),
            _absence.c.since <= until,
            _absence.c.until >= since,
            _absence.c.ended_at.is_(None),
        )
    )
    return [AbsenceRow.model_validate(dict(row)) for row in found.mappings()]


def end_absence(connection: Connection, absence_id: str, by: str, at: datetime) -> bool:
    """End an absence; say whether it was still open."""
    ended = (
        update(_absence)
        .where(_absence.c.id == absence_id, _absence.c.ended_at.is_(None))
        .values(ended_by=by, ended_at=at)
    )
    return connection.execute(ended).rowcount == 1


def notes_of(connection: Connection, case_id: str, office_id: str) -> list[NoteRow]:
    """Read an office's own notes on a case, the newest first."""
    found = connection.execute(
        select(_note)
        .where(_note.c.case_id == case_id, _note.c.office_id == office_id)
        .order_by(_note.c.written_at.desc(), _note.c.id.desc())
    )
    return [NoteRow.model_validate(dict(row)) for row in found.mappings()]


def opinions_of(connection: Connection, case_id: str, office_id: str) -> list[OpinionRow]:
    """Read an office's own questions about a case, the newest first."""
    found = connection.execute(
        select(_opinion)
        .where(_opinion.c.case_id == case_id, _opinion.c.office_id == office_id)
        .order_by(_opinion.c.asked_at.desc(), _opinion.c.id.desc())
    )
    return [OpinionRow.model_validate(dict(row)) for row in found.mappings()]


def opinion(connection: Connection, opinion_id: str) -> OpinionRow | None:
    """Read one question."""
    row = connection.execute(select(_opinion).where(_opinion.c.id == opinion_id)).mappings().one_or_none()
    return OpinionRow.model_validate(dict(row)) if row else None


def answer_opinion(
    connection: Connection, opinion_id: str, *, agrees: bool, words: str, at: datetime
) -> bool:
    """Write the one answer to a question; say whether there was none before."""
    answered = (
        update(_opinion)
        .where(_opinion.c.id == opinion_id, _opinion.c.answered_at.is_(None))
        .values(agrees=agrees, words=words, answered_at=at)
    )
    return connection.execute(answered).rowcount == 1


def bulk(connection: Connection, bulk_id: str) -> BulkRow | None:
    """Read one bulk act."""
    row = connection.execute(select(_bulk).where(_bulk.c.id == bulk_id)).mappings().one_or_none()
    return BulkRow.model_validate(dict(row)) if row else None


def undo_bulk(connection: Connection, bulk_id: str, at: datetime) -> bool:
    """Note that a bulk act is being undone; say whether nobody did so before."""
    written = update(_bulk).where(_bulk.c.id == bulk_id, _bulk.c.undone_at.is_(None)).values(undone_at=at)
    return connection.execute(written).rowcount == 1


def tell_undone(connection: Connection, bulk_id: str, undone: list[dict[str, Any]]) -> None:
    """Write what became of each case on the way back."""
    connection.execute(update(_bulk).where(_bulk.c.id == bulk_id).values(undone=undone))


def numbers_of(connection: Connection, case_ids: Sequence[str], office_id: str) -> dict[str, CaseName]:
    """Read how an office calls some of its cases; those of another office are left out."""
    found = connection.execute(
        select(_case.c.id, _dossier.c.number, _dossier.c.subject, _case.c.procedure, _case.c.state)
        .join(_dossier, _dossier.c.id == _case.c.dossier_id)
        .where(_case.c.id.in_(list(case_ids)), _case.c.office_id == office_id)
    )
    return {row[0]: CaseName(*row[1:]) for row in found}
