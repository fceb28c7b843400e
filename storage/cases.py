"""Cases (hồ sơ của từng thủ tục): read with their dossier, and moved unless somebody was faster."""

from datetime import datetime
from typing import Any

from sqlalchemy import Column, Connection, ForeignKey, Index, String, bindparam, select, text, update
from sqlmodel import Field, SQLModel

from storage.base import json_column
from storage.dossiers import DossierRow
from storage.rows import rows_of
from storage.statements import Prepared


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
_CASES = Prepared(
    select(_case).where(_case.c.dossier_id == bindparam("dossier_id")).order_by(_case.c.opened_at, _case.c.id)
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


def cases_of(connection: Connection, dossier_id: str) -> list[CaseRow]:
    """Read the cases of a dossier in the order in which they opened."""
    return list(rows_of(CaseRow, _CASES.all(connection, dossier_id=dossier_id)))


def set_search_words(connection: Connection, case_id: str, words: str) -> None:
    """Write by which words an office finds a case; nobody's work is overtaken by it."""
    connection.execute(update(_case).where(_case.c.id == case_id).values(search_words=words))
