"""Queries behind the officers' worklist: open cases of one office, the nearest deadline first."""

from collections.abc import Iterator, Sequence
from datetime import datetime
from functools import cache
from typing import Any, NamedTuple

from sqlalchemy import (
    ColumnElement,
    Connection,
    Integer,
    Select,
    String,
    and_,
    bindparam,
    case,
    func,
    or_,
    select,
)

from storage.cases import CaseRow
from storage.dossiers import DossierRow
from storage.people import OfficerRow
from storage.statements import Prepared
from storage.substrings import Holds

_case = CaseRow.__table__  # type: ignore[attr-defined]
_dossier = DossierRow.__table__  # type: ignore[attr-defined]
_officer = OfficerRow.__table__  # type: ignore[attr-defined]

EVERY = 1_000_000_000  # cases: a limit that is none


class Shape(NamedTuple):
    """Which of an office's open cases a queue holds; without anything said, all of them."""

    waits_for: tuple[str, ...] = ()
    mine: bool = False
    unclaimed: bool = False
    overdue: bool = False


class Asked(NamedTuple):
    """Whose worklist is read, and when; each of the terms must stand among a case's search words."""

    office_id: str
    officer_id: str
    at: datetime
    terms: tuple[str, ...] = ()


class WorkRow(NamedTuple):
    """One line of a worklist."""

    case_id: str
    procedure: str
    state: str
    waits_for: str
    officer_id: str | None
    officer_name: str | None
    due_at: datetime | None
    paused_since: datetime | None
    entered_at: datetime
    own_facts: dict[str, Any]
    number: str
    subject: str
    bundle: str
    declaration: str
    submitted_at: datetime
    flags: list[str]
    facts: dict[str, Any]
    origins: dict[str, Any]


class Place(NamedTuple):
    """Where a case stands in a queue, from 1, of how many, and what is beside it.

    A case that is not in it stands at 0, and the first of the queue comes after it.
    """

    position: int
    total: int
    before: str | None
    after: str | None


def counts(connection: Connection, asked: Asked, queues: Sequence[Shape]) -> tuple[int, ...]:
    """Count every queue in one walk through the index, whatever is searched for."""
    ((*numbers,),) = _counts(tuple(queues)).all(connection, **_given(asked._replace(terms=()), queues))
    return tuple(numbers)


def rows(
    connection: Connection, asked: Asked, chosen: Shape, *, limit: int, offset: int = 0
) -> list[WorkRow]:
    """Read one page of an office's open cases, the nearest deadline first, those without one last."""
    statement = _rows(chosen, len(asked.terms))
    given = _given(asked, (chosen,)) | {"limit": limit, "offset": offset}
    return [WorkRow._make(row) for row in statement.all(connection, **given)]


def ids(connection: Connection, asked: Asked, chosen: Shape, *, limit: int = EVERY) -> list[str]:
    """List the cases of a queue in its order, or the first of them."""
    statement = _ids(chosen, len(asked.terms))
    given = _given(asked, (chosen,)) | {"limit": limit, "offset": 0}
    return [case_id for (case_id,) in statement.all(connection, **given)]


def these(connection: Connection, case_ids: Sequence[str]) -> list[WorkRow]:
    """Read some cases that were found, in the order of every queue."""
    found = _lines().where(_case.c.id.in_(case_ids)).order_by(_case.c.due_at.nulls_last(), _case.c.id)
    return [WorkRow._make(row) for row in connection.execute(found)]


def place(connection: Connection, asked: Asked, chosen: Shape, case_id: str) -> Place:
    """Find where a case stands in a queue, however long that is."""
    terms, given = len(asked.terms), _given(asked, (chosen,))
    found = _in_queue(chosen, terms).one(connection, **given, case_id=case_id)
    if found is None:
        (total,) = _total(chosen, terms).one(connection, **given) or (0,)
        first = ids(connection, asked, chosen, limit=1)
        return Place(0, total, None, first[0] if first else None)
    dated = found[0] is not None
    here = given | {"case_id": case_id} | ({"due_at": found[0]} if dated else {})
    ((ahead, total),) = _ahead(chosen, terms, dated).all(connection, **here)
    before, after = (
        _beside(chosen, terms, dated, forward).one(connection, **here) for forward in (False, True)
    )
    return Place(ahead + 1, total, before[0] if before else None, after[0] if after else None)


def one(connection: Connection, office_id: str, case_id: str) -> WorkRow | None:
    """Read one open or ended case as a line, if it is the office's."""
    row = _ONE.one(connection, office_id=office_id, case_id=case_id)
    return WorkRow._make(row) if row else None


def _given(asked: Asked, shapes: Sequence[Shape]) -> dict[str, Any]:
    given: dict[str, Any] = {"office_id": asked.office_id}
    given |= {f"term_{place}": term for place, term in enumerate(asked.terms)}
    if any(shape.mine for shape in shapes):
        given["officer_id"] = asked.officer_id
    if any(shape.overdue for shape in shapes):
        given["at"] = asked.at
    return given


# --- the statements: queues are few, so each is compiled once ---------------------------------------


@cache
def _counts(queues: tuple[Shape, ...]) -> Prepared:
    numbers: tuple[Any, ...] = tuple(_number(_of(queue)) for queue in queues)
    return Prepared(select(*numbers).where(*_open()))


@cache
def _total(chosen: Shape, terms: int) -> Prepared:
    return Prepared(select(func.count()).where(*_open(), *_of(chosen), *_found(terms)))


@cache
def _rows(chosen: Shape, terms: int) -> Prepared:
    page = _page(chosen, terms).subquery()
    lines = _lines().join(page, page.c.id == _case.c.id)
    return Prepared(lines.order_by(_case.c.due_at.nulls_last(), _case.c.id))


@cache
def _ids(chosen: Shape, terms: int) -> Prepared:
    return Prepared(_page(chosen, terms))


def _lines() -> Select[Any]:
    columns = (
        *(_case.c.id, _case.c.procedure, _case.c.state, _case.c.waits_for, _case.c.officer_id),
        _officer.c.name.label("officer_name"),
        *(_case.c.due_at, _case.c.paused_since, _case.c.entered_at, _case.c.facts.label("own_facts")),
        *(_dossier.c.number, _dossier.c.subject, _dossier.c.bundle, _dossier.c.declaration),
        *(_dossier.c.submitted_at, _dossier.c.flags, _dossier.c.facts, _dossier.c.origins),
    )
    held = _case.join(_dossier, _dossier.c.id == _case.c.dossier_id)
    return select(*columns).select_from(held.outerjoin(_officer, _officer.c.id == _case.c.officer_id))


_ONE = Prepared(
    _lines().where(_case.c.id == bindparam("case_id"), _case.c.office_id == bindparam("office_id"))
)


def _page(chosen: Shape, terms: int) -> Select[Any]:
    """Choose a page by the index alone: the cases before it are never read."""
    return (
        select(_case.c.id)
        .where(*_open(), *_of(chosen), *_found(terms))
        .order_by(_case.c.due_at.nulls_last(), _case.c.id)
        .limit(bindparam("limit", type_=Integer))
        .offset(bindparam("offset", type_=Integer))
    )


@cache
def _in_queue(chosen: Shape, terms: int) -> Prepared:
    here = _case.c.id == bindparam("case_id")
    return Prepared(select(_case.c.due_at).where(here, *_open(), *_of(chosen), *_found(terms)))


@cache
def _ahead(chosen: Shape, terms: int, dated: bool) -> Prepared:
    numbers: tuple[Any, ...] = _number((_earlier(dated),)), func.count()
    return Prepared(select(*numbers).where(*_open(), *_of(chosen), *_found(terms)))


@cache
def _beside(chosen: Shape, terms: int, dated: bool, forward: bool) -> Prepared:
    due, own = _case.c.due_at, _case.c.id
    order = (due.nulls_last(), own) if forward else (due.desc().nulls_first(), own.desc())
    there = _later(dated) if forward else _earlier(dated)
    found = select(own).where(there, *_open(), *_of(chosen), *_found(terms))
    return Prepared(found.order_by(*order).limit(1))


def _earlier(dated: bool) -> ColumnElement[bool]:
    """Tell what comes before a case: the nearer deadline, then the smaller id; those without one are last."""
    due, own = bindparam("due_at", type_=_case.c.due_at.type), _case.c.id < bindparam("case_id")
    if dated:
        return or_(_case.c.due_at < due, and_(_case.c.due_at == due, own))
    return or_(_case.c.due_at.is_not(None), own)


def _later(dated: bool) -> ColumnElement[bool]:
    due, own = bindparam("due_at", type_=_case.c.due_at.type), _case.c.id > bindparam("case_id")
    if dated:
        return or_(_case.c.due_at > due, and_(_case.c.due_at == due, own), _case.c.due_at.is_(None))
    return and_(_case.c.due_at.is_(None), own)


def _number(conditions: Sequence[ColumnElement[bool]]) -> ColumnElement[int]:
    return func.count(case((and_(*conditions), 1))) if conditions else func.count()


def _open() -> tuple[ColumnElement[bool], ...]:
    return _case.c.office_id == bindparam("office_id"), _case.c.ending.is_(None)


def _of(shape: Shape) -> tuple[ColumnElement[bool], ...]:
    return tuple(_conditions(shape))


def _conditions(shape: Shape) -> Iterator[ColumnElement[bool]]:
    if shape.waits_for:
        yield _case.c.waits_for.in_(shape.waits_for)
    if shape.mine:
        yield _case.c.officer_id == bindparam("officer_id")
    if shape.unclaimed:
        yield _case.c.officer_id.is_(None)
    if shape.overdue:
        yield _case.c.due_at < bindparam("at")


def _found(terms: int) -> tuple[ColumnElement[bool], ...]:
    return tuple(
        Holds(_case.c.search_words, bindparam(f"term_{place}", type_=String)) for place in range(terms)
    )
