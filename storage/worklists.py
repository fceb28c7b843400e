"""Queries behind the officers' worklist: open cases of one office, the nearest deadline first."""

from collections.abc import Iterator, Sequence
from datetime import datetime
from functools import cache
from typing import Any, NamedTuple

from sqlalchemy import Connection, Integer, Select, bindparam, func, or_, select

from storage.dossiers import CaseRow, DossierRow
from storage.statements import Prepared

_case = CaseRow.__table__  # type: ignore[attr-defined]
_dossier = DossierRow.__table__  # type: ignore[attr-defined]


class WorkRow(NamedTuple):
    """One line of a worklist."""

    case_id: str
    number: str
    subject: str
    bundle: str
    procedure: str
    state: str
    waits_for: str
    officer_id: str | None
    due_at: datetime | None
    paused_since: datetime | None
    entered_at: datetime
    flags: list[str]


def rows(
    connection: Connection,
    office_id: str,
    *,
    waits_for: Sequence[str],
    officer_id: str | None = None,
    overdue_at: datetime | None = None,
    search: str = "",
    limit: int,
    offset: int = 0,
) -> list[WorkRow]:
    """Read one page of an office's open cases, the nearest deadline first, those without one last."""
    given = _given(office_id, officer_id, overdue_at) | {"limit": limit, "offset": offset}
    shape = (tuple(waits_for), officer_id is not None, overdue_at is not None)
    if search:
        found = connection.execute(_lines(*shape).where(_found(search)), given)
        return [WorkRow._make(row) for row in found]
    return [WorkRow._make(row) for row in _prepared_lines(*shape).all(connection, **given)]


def count(
    connection: Connection,
    office_id: str,
    *,
    waits_for: Sequence[str],
    officer_id: str | None = None,
    overdue_at: datetime | None = None,
    search: str = "",
) -> int:
    """Count the open cases of a queue."""
    given = _given(office_id, officer_id, overdue_at)
    shape = (tuple(waits_for), officer_id is not None, overdue_at is not None)
    if search:
        query = _number(*shape).join(_dossier, _dossier.c.id == _case.c.dossier_id).where(_found(search))
        return int(connection.execute(query, given).scalar_one())
    ((number,),) = _prepared_number(*shape).all(connection, **given)
    return int(number)


def _given(office_id: str, officer_id: str | None, overdue_at: datetime | None) -> dict[str, Any]:
    asked = {"office_id": office_id, "officer_id": officer_id, "overdue_at": overdue_at}
    return {name: value for name, value in asked.items() if value is not None}


def _lines(waits_for: tuple[str, ...], mine: bool, overdue: bool) -> Select[Any]:
    return (
        select(
            _case.c.id,
            _dossier.c.number,
            _dossier.c.subject,
            _dossier.c.bundle,
            _case.c.procedure,
            _case.c.state,
            _case.c.waits_for,
            _case.c.officer_id,
            _case.c.due_at,
            _case.c.paused_since,
            _case.c.entered_at,
            _dossier.c.flags,
        )
        .join(_dossier, _dossier.c.id == _case.c.dossier_id)
        .where(*_open(waits_for, mine, overdue))
        .order_by(_case.c.due_at.nulls_last(), _case.c.id)
        .limit(bindparam("limit", type_=Integer))
        .offset(bindparam("offset", type_=Integer))
    )


def _number(waits_for: tuple[str, ...], mine: bool, overdue: bool) -> Select[Any]:
    return select(func.count()).select_from(_case).where(*_open(waits_for, mine, overdue))


# A queue is one of few shapes, so each statement is compiled once.
@cache
def _prepared_lines(waits_for: tuple[str, ...], mine: bool, overdue: bool) -> Prepared:
    return Prepared(_lines(waits_for, mine, overdue))


@cache
def _prepared_number(waits_for: tuple[str, ...], mine: bool, overdue: bool) -> Prepared:
    return Prepared(_number(waits_for, mine, overdue))


def _open(waits_for: tuple[str, ...], mine: bool, overdue: bool) -> Iterator[Any]:
    yield _case.c.office_id == bindparam("office_id")
    yield _case.c.ending.is_(None)
    yield _case.c.waits_for.in_(waits_for)
    if mine:
        yield _case.c.officer_id == bindparam("officer_id")
    if overdue:
        yield _case.c.due_at < bindparam("overdue_at")


def _found(search: str) -> Any:
    """Match the words of a search with a code's tail or with a name without its accents."""
    return or_(
        _dossier.c.number.endswith(search.upper(), autoescape=True),
        _dossier.c.subject_folded.contains(search, autoescape=True),
    )
