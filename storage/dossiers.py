"""Dossiers (hồ sơ liên thông), their cases, outputs and consents."""

from collections.abc import Iterable, Iterator
from datetime import datetime
from functools import cache
from typing import Any, TypeVar

from sqlalchemy import (
    Column,
    Connection,
    ForeignKey,
    Index,
    String,
    Table,
    bindparam,
    insert,
    select,
    text,
    update,
)
from sqlmodel import Field, SQLModel

from storage.base import json_column
from storage.statements import Prepared


class DossierRow(SQLModel, table=True):
    """One filing: a draft until it is submitted, then a frozen declaration with its cases.

    `facts` holds what was declared and derived, and later the items of issued outputs; `origins` where
    each answer came from (`workflows.forms.origins`).
    `event_key` is unique among live dossiers of one event; `alike_key` finds look-alikes.
    """

    __tablename__ = "dossier"
    id: str = Field(primary_key=True)
    number: str | None = Field(default=None, unique=True)
    bundle: str
    declaration: str
    state: str = Field(index=True)  # draft | in-progress | finished | withdrawn
    owner: str = Field(index=True)  # personal ID of the requester
    assisted_by: str | None = None
    subject: str = ""
    subject_folded: str = ""
    phone_tail: str = ""
    answers: dict[str, Any] = Field(default_factory=dict, sa_column=json_column())
    origins: dict[str, Any] = Field(default_factory=dict, sa_column=json_column())
    facts: dict[str, Any] = Field(default_factory=dict, sa_column=json_column())
    flags: list[str] = Field(default_factory=list, sa_column=json_column())
    digest: str | None = None
    event_key: str | None = Field(default=None, unique=True)
    alike_key: str | None = Field(default=None, index=True)
    created_at: datetime
    saved_at: datetime
    submitted_at: datetime | None = None
    ended_at: datetime | None = None
    due_at: datetime | None = None
    row_version: int = 1


class CaseRow(SQLModel, table=True):
    """One procedure of a dossier (hồ sơ của từng thủ tục), pinned to the version it opened under."""

    __tablename__ = "dossier_case"
    __table_args__ = (
        # In the order of the worklist, with all that its counts and searches ask for: they read no case.
        Index(
            "ix_case_worklist",
            "office_id",
            "due_at",
            "id",
            "waits_for",
            "officer_id",
            "search_words",
            sqlite_where=text("ending IS NULL"),
            postgresql_where=text("ending IS NULL"),
        ),
    )
    id: str = Field(primary_key=True)
    dossier_id: str = Field(sa_column=Column(String, ForeignKey("dossier.id"), nullable=False, index=True))
    member: str
    procedure: str
    state: str
    waits_for: str
    ending: str | None = None
    office_id: str
    officer_id: str | None = None
    round: int = 1
    facts: dict[str, Any] = Field(default_factory=dict, sa_column=json_column())
    opened_at: datetime
    entered_at: datetime
    clock_started_at: datetime | None = None
    paused_since: datetime | None = None
    pauses: list[list[str]] = Field(default_factory=list, sa_column=json_column())
    working_days: int
    due_at: datetime | None = None
    search_words: str = ""  # what the office finds it by (services/search_words.py)
    row_version: int = 1


class OutputRow(SQLModel, table=True):
    """One version of a result (kết quả); a corrected one replaces the version before it."""

    __tablename__ = "output"
    id: str = Field(primary_key=True)
    dossier_id: str = Field(sa_column=Column(String, ForeignKey("dossier.id"), nullable=False, index=True))
    case_id: str = Field(sa_column=Column(String, ForeignKey("dossier_case.id"), nullable=False))
    code: str
    version: int
    standing: str  # valid | replaced | revoked
    items: dict[str, Any] = Field(default_factory=dict, sa_column=json_column())
    issued_at: datetime


class ConsentRow(SQLModel, table=True):
    """One person's agreement to a case (đồng ý qua VNeID); a second press changes nothing."""

    __tablename__ = "consent"
    case_id: str = Field(sa_column=Column(String, ForeignKey("dossier_case.id"), primary_key=True))
    personal_id: str = Field(primary_key=True)
    given_at: datetime


class SeriesRow(SQLModel, table=True):
    """A running number; the last one given."""

    __tablename__ = "series"
    name: str = Field(primary_key=True)
    last: int


class CaseRecord:
    """A case as the one door reads it, with the facts and the bundle of its dossier."""

    __slots__ = (
        "bundle",
        "clock_started_at",
        "dossier_facts",
        "dossier_id",
        "dossier_owner",
        "dossier_state",
        "due_at",
        "facts",
        "id",
        "member",
        "office_id",
        "officer_id",
        "paused_since",
        "pauses",
        "procedure",
        "round",
        "row_version",
        "state",
        "working_days",
    )
    id: str
    dossier_id: str
    member: str
    procedure: str
    state: str
    office_id: str
    officer_id: str | None
    round: int
    facts: dict[str, Any]
    clock_started_at: datetime | None
    paused_since: datetime | None
    pauses: list[list[str]]
    working_days: int
    due_at: datetime | None
    row_version: int
    bundle: str
    dossier_state: str
    dossier_owner: str
    dossier_facts: dict[str, Any]

    def __init__(self, values: tuple[Any, ...]) -> None:
        for name, value in zip(_RECORD, values, strict=True):
            setattr(self, name, value)


_RECORD = (
    *("id", "dossier_id", "member", "procedure", "state", "office_id", "officer_id", "round", "facts"),
    *("clock_started_at", "paused_since", "pauses", "working_days", "due_at", "row_version"),
    *("bundle", "dossier_state", "dossier_owner", "dossier_facts"),
)
_case = CaseRow.__table__  # type: ignore[attr-defined]
_dossier = DossierRow.__table__  # type: ignore[attr-defined]
_output = OutputRow.__table__  # type: ignore[attr-defined]
_consent = ConsentRow.__table__  # type: ignore[attr-defined]
_series = SeriesRow.__table__  # type: ignore[attr-defined]
Row = TypeVar("Row", DossierRow, CaseRow, OutputRow)

# The dossier row is locked first, always: two members that finish together must see each other.
_CASE_WITH_DOSSIER = (
    select(
        *(_case.c[name] for name in _RECORD[:15]),
        _dossier.c.bundle,
        _dossier.c.state.label("dossier_state"),
        _dossier.c.owner.label("dossier_owner"),
        _dossier.c.facts.label("dossier_facts"),
    )
    .join(_dossier, _dossier.c.id == _case.c.dossier_id)
    .where(_case.c.id == bindparam("case_id"))
)
_LOOK_AT_CASE = Prepared(_CASE_WITH_DOSSIER)
_READ_CASE = Prepared(_CASE_WITH_DOSSIER.with_for_update(of=_dossier))
_MOVE_CASE = Prepared(
    update(_case)
    .where(
        _case.c.id == bindparam("b_id"),
        _case.c.row_version == bindparam("b_row_version"),
        _case.c.state == bindparam("b_state"),
        _case.c.office_id == bindparam("b_office_id"),
    )
    .values(
        {
            name: bindparam(name)
            for name in (
                *("state", "waits_for", "ending", "office_id", "officer_id", "round", "facts", "entered_at"),
                *("clock_started_at", "paused_since", "pauses", "working_days", "due_at"),
            )
        }
        | {"row_version": _case.c.row_version + 1}
    )
)
_READ_DOSSIER = select(_dossier).where(_dossier.c.id == bindparam("dossier_id"))
_DOSSIER = Prepared(_READ_DOSSIER)
_DOSSIER_LOCKED = Prepared(_READ_DOSSIER.with_for_update())
_CASES = Prepared(
    select(_case).where(_case.c.dossier_id == bindparam("dossier_id")).order_by(_case.c.opened_at, _case.c.id)
)
_OUTPUTS = Prepared(
    select(_output)
    .where(_output.c.dossier_id == bindparam("dossier_id"))
    .order_by(_output.c.issued_at, _output.c.version)
)
_ISSUED = Prepared(
    select(_output.c.case_id, _output.c.code).where(_output.c.dossier_id == bindparam("dossier_id"))
)


def read_case(connection: Connection, case_id: str) -> CaseRecord | None:
    """Read one case with its dossier's facts and lock the dossier, or return nothing."""
    values = _READ_CASE.one(connection, case_id=case_id)
    return CaseRecord(values) if values else None


def look_at_case(connection: Connection, case_id: str) -> CaseRecord | None:
    """Read the same without locking anything, for pages."""
    values = _LOOK_AT_CASE.one(connection, case_id=case_id)
    return CaseRecord(values) if values else None


def move_case(connection: Connection, case: CaseRecord, **values: Any) -> bool:
    """Write the case's new place if nobody else moved it since it was read; say whether that held."""
    moved = _MOVE_CASE.run(
        connection,
        b_id=case.id,
        b_row_version=case.row_version,
        b_state=case.state,
        b_office_id=case.office_id,
        **values,
    )
    return moved == 1


def add(connection: Connection, *rows: SQLModel) -> None:
    """Insert new rows, of any table, in the order given."""
    for row in rows:
        _insert_into(type(row)).run(connection, **row.model_dump())


def dossier(connection: Connection, dossier_id: str, *, lock: bool = False) -> DossierRow | None:
    """Read one dossier by its id; with `lock` nobody else may change it until the transaction ends."""
    found = (_DOSSIER_LOCKED if lock else _DOSSIER).all(connection, dossier_id=dossier_id)
    return next(_rows(DossierRow, _dossier, found), None)


def dossier_by_number(connection: Connection, number: str) -> DossierRow | None:
    """Read one dossier by its code (mã hồ sơ)."""
    return _dossier_where(connection, _dossier.c.number == number)


def dossiers_like_number(connection: Connection, tail: str) -> list[DossierRow]:
    """Read the dossiers whose number ends so (at most three: more is too vague)."""
    found = connection.execute(
        select(_dossier).where(_dossier.c.number.endswith(tail, autoescape=True)).limit(3)
    )
    return [DossierRow.model_validate(dict(row)) for row in found.mappings()]


def dossier_by_event(connection: Connection, event_key: str) -> DossierRow | None:
    """Read the live dossier of one event."""
    return _dossier_where(connection, _dossier.c.event_key == event_key)


def dossiers_alike(connection: Connection, alike_key: str) -> list[DossierRow]:
    """Read the dossiers that look like the same event."""
    found = connection.execute(select(_dossier).where(_dossier.c.alike_key == alike_key))
    return [DossierRow.model_validate(dict(row)) for row in found.mappings()]


def dossiers_of(connection: Connection, owner: str) -> list[DossierRow]:
    """Read one person's dossiers and drafts, the last saved first."""
    found = connection.execute(
        select(_dossier).where(_dossier.c.owner == owner).order_by(_dossier.c.saved_at.desc())
    )
    return [DossierRow.model_validate(dict(row)) for row in found.mappings()]


def any_submitted(connection: Connection) -> bool:
    """Say whether anything was ever filed."""
    found = connection.execute(select(_dossier.c.id).where(_dossier.c.number.is_not(None)).limit(1))
    return found.first() is not None


def dossiers_waiting_for_relatives(connection: Connection) -> list[DossierRow]:
    """Read the dossiers of which a case waits for somebody's consent."""
    waiting = select(_case.c.dossier_id).where(_case.c.waits_for == "relative", _case.c.ending.is_(None))
    found = connection.execute(select(_dossier).where(_dossier.c.id.in_(waiting)))
    return [DossierRow.model_validate(dict(row)) for row in found.mappings()]


def change_dossier(connection: Connection, dossier_id: str, row_version: int, **values: Any) -> bool:
    """Write the dossier's columns if nobody else wrote them since; say whether that held."""
    change = _change_of(frozenset(values))
    return change.run(connection, b_id=dossier_id, b_row_version=row_version, **values) == 1


def cases_of(connection: Connection, dossier_id: str) -> list[CaseRow]:
    """Read the cases of a dossier in the order in which they opened."""
    return list(_rows(CaseRow, _case, _CASES.all(connection, dossier_id=dossier_id)))


def set_search_words(connection: Connection, case_id: str, words: str) -> None:
    """Write by which words an office finds a case; nobody's work is overtaken by it."""
    connection.execute(update(_case).where(_case.c.id == case_id).values(search_words=words))


def outputs_of(connection: Connection, dossier_id: str) -> list[OutputRow]:
    """Read every version of the outputs of a dossier, oldest first."""
    return list(_rows(OutputRow, _output, _OUTPUTS.all(connection, dossier_id=dossier_id)))


def issued_in(connection: Connection, dossier_id: str) -> list[tuple[str, str]]:
    """List what was issued in a dossier as pairs of case and output code, one for each version."""
    return [(case_id, code) for case_id, code in _ISSUED.all(connection, dossier_id=dossier_id)]


def replace_outputs(connection: Connection, case_id: str, code: str) -> None:
    """Mark the valid version of an output as replaced."""
    connection.execute(
        update(_output)
        .where(_output.c.case_id == case_id, _output.c.code == code, _output.c.standing == "valid")
        .values(standing="replaced")
    )


def consents_of(connection: Connection, case_id: str) -> set[str]:
    """Read the personal IDs of those who have agreed to a case."""
    return set(connection.scalars(select(_consent.c.personal_id).where(_consent.c.case_id == case_id)))


def next_in_series(connection: Connection, name: str) -> int:
    """Give the next number of a series; the row lock keeps two from getting the same one."""
    given = connection.execute(
        update(_series)
        .where(_series.c.name == name)
        .values(last=_series.c.last + 1)
        .returning(_series.c.last)
    ).scalar_one_or_none()
    if given is not None:
        return int(given)
    connection.execute(insert(_series).values(name=name, last=1))
    return 1


def _dossier_where(connection: Connection, condition: Any) -> DossierRow | None:
    row = connection.execute(select(_dossier).where(condition)).mappings().one_or_none()
    return DossierRow.model_validate(dict(row)) if row else None


def _rows(kind: type[Row], table: Table, found: Iterable[tuple[Any, ...]]) -> Iterator[Row]:
    names = table.c.keys()
    return (kind.model_validate(dict(zip(names, values, strict=True))) for values in found)


@cache
def _insert_into(kind: type[SQLModel]) -> Prepared:
    table = kind.__table__  # type: ignore[attr-defined]
    return Prepared(insert(table).values({column.name: bindparam(column.name) for column in table.c}))


@cache
def _change_of(names: frozenset[str]) -> Prepared:
    changed: dict[str, Any] = {name: bindparam(name) for name in sorted(names)}
    return Prepared(
        update(_dossier)
        .where(_dossier.c.id == bindparam("b_id"), _dossier.c.row_version == bindparam("b_row_version"))
        .values(changed | {"row_version": _dossier.c.row_version + 1})
    )
