"""What operators did: their log, proposals to end a waiting for good, and reconciliations with agencies."""

from collections.abc import Sequence
from datetime import datetime

from sqlalchemy import Column, Connection, ForeignKey, String, func, select, update
from sqlmodel import Field, SQLModel


class OperationRow(SQLModel, table=True):
    """One act of an operator: who, what, when, to which message, and why. Never changed."""

    __tablename__ = "operation"
    id: str = Field(primary_key=True)
    at: datetime = Field(index=True)
    actor_id: str
    actor_name: str
    act: str
    reason: str
    agency: str | None = None
    message_id: str | None = Field(default=None, index=True)
    number: str | None = None  # the dossier's code


class ForceEndRow(SQLModel, table=True):
    """A proposal to end the waiting for an agency for good, and what a second person said of it."""

    __tablename__ = "force_end"
    id: str = Field(primary_key=True)
    message_id: str = Field(
        sa_column=Column(String, ForeignKey("message.id", ondelete="CASCADE"), nullable=False, index=True)
    )
    proposed_by: str
    proposed_name: str
    proposed_at: datetime
    reason: str
    until: datetime  # after it nobody may confirm any more
    decided_by: str | None = None
    decided_name: str | None = None
    decided_at: datetime | None = Field(default=None, index=True)
    confirmed: bool | None = None
    decided_reason: str | None = None


class ReconciliationRow(SQLModel, table=True):
    """One reconciliation of what is finished here with what an agency says (đối soát)."""

    __tablename__ = "reconciliation"
    id: str = Field(primary_key=True)
    agency: str
    since: datetime
    until: datetime
    total: int  # messages of the period; `asked` of them at most were chosen, the newest
    asked: int
    ordered_by: str
    ordered_name: str
    ordered_at: datetime = Field(index=True)
    reason: str
    finished_at: datetime | None = None


class DifferenceRow(SQLModel, table=True):
    """One message of a reconciliation and its agency's word on it; `result` is empty until it was asked."""

    __tablename__ = "reconciliation_item"
    reconciliation_id: str = Field(
        sa_column=Column(String, ForeignKey("reconciliation.id", ondelete="CASCADE"), primary_key=True)
    )
    message_id: str = Field(primary_key=True)
    nth: int
    result: str = ""  # matches | missing-there | different-there | missing-here | could-not-ask
    items: str = ""  # the codes, never the values, of what differs
    asked_at: datetime | None = None
    repeated_at: datetime | None = None
    note: str | None = None
    noted_by: str | None = None
    noted_at: datetime | None = None


_operation = OperationRow.__table__  # type: ignore[attr-defined]
_force_end = ForceEndRow.__table__  # type: ignore[attr-defined]
_run = ReconciliationRow.__table__  # type: ignore[attr-defined]
_item = DifferenceRow.__table__  # type: ignore[attr-defined]


def operations(connection: Connection, most: int, skip: int) -> tuple[list[OperationRow], int]:
    """Read the log, newest first, and how many lines there are in all."""
    count = connection.execute(select(func.count()).select_from(_operation)).scalar_one()
    found = connection.execute(
        select(_operation).order_by(_operation.c.at.desc(), _operation.c.id.desc()).limit(most).offset(skip)
    )
    return [OperationRow.model_validate(dict(row)) for row in found.mappings()], count


def operations_on(connection: Connection, message_id: str) -> list[OperationRow]:
    """Read what was done to one message, oldest first."""
    found = connection.execute(
        select(_operation)
        .where(_operation.c.message_id == message_id)
        .order_by(_operation.c.at, _operation.c.id)
    )
    return [OperationRow.model_validate(dict(row)) for row in found.mappings()]


def proposal(connection: Connection, proposal_id: str) -> ForceEndRow | None:
    """Read one proposal."""
    row = connection.execute(select(_force_end).where(_force_end.c.id == proposal_id)).mappings().first()
    return ForceEndRow.model_validate(dict(row)) if row else None


def undecided(connection: Connection, message_id: str | None = None) -> list[ForceEndRow]:
    """Read the proposals that nobody has decided on, of all messages or of one, oldest first."""
    query = select(_force_end).where(_force_end.c.decided_at.is_(None))
    if message_id is not None:
        query = query.where(_force_end.c.message_id == message_id)
    found = connection.execute(query.order_by(_force_end.c.proposed_at, _force_end.c.id))
    return [ForceEndRow.model_validate(dict(row)) for row in found.mappings()]


def decide(connection: Connection, proposal_id: str, **values: object) -> None:
    """Write what the second person said."""
    connection.execute(update(_force_end).where(_force_end.c.id == proposal_id).values(**values))


def reconciliation(connection: Connection, reconciliation_id: str) -> ReconciliationRow | None:
    """Read one reconciliation."""
    row = connection.execute(select(_run).where(_run.c.id == reconciliation_id)).mappings().first()
    return ReconciliationRow.model_validate(dict(row)) if row else None


def reconciliations(connection: Connection, most: int) -> list[tuple[ReconciliationRow, dict[str, int]]]:
    """Read the newest reconciliations, each with how many items have which result."""
    found = connection.execute(select(_run).order_by(_run.c.ordered_at.desc(), _run.c.id).limit(most))
    rows = [ReconciliationRow.model_validate(dict(row)) for row in found.mappings()]
    return [(row, results_of(connection, row.id)) for row in rows]


def results_of(connection: Connection, reconciliation_id: str) -> dict[str, int]:
    """Count the items of a reconciliation by their result."""
    found = connection.execute(
        select(_item.c.result, func.count())
        .where(_item.c.reconciliation_id == reconciliation_id)
        .group_by(_item.c.result)
    )
    return {result: int(count) for result, count in found}


def items(
    connection: Connection, reconciliation_id: str, results: Sequence[str], most: int, skip: int = 0
) -> list[DifferenceRow]:
    """Read the items of a reconciliation that have one of these results, in their order."""
    found = connection.execute(
        select(_item)
        .where(_item.c.reconciliation_id == reconciliation_id, _item.c.result.in_(results))
        .order_by(_item.c.nth)
        .limit(most)
        .offset(skip)
    )
    return [DifferenceRow.model_validate(dict(row)) for row in found.mappings()]


def item(connection: Connection, reconciliation_id: str, message_id: str) -> DifferenceRow | None:
    """Read what a reconciliation says of one message."""
    found = connection.execute(
        select(_item).where(_item.c.reconciliation_id == reconciliation_id, _item.c.message_id == message_id)
    )
    row = found.mappings().first()
    return DifferenceRow.model_validate(dict(row)) if row else None


def change_item(connection: Connection, reconciliation_id: str, message_id: str, **values: object) -> None:
    """Write some columns of one item."""
    connection.execute(
        update(_item)
        .where(_item.c.reconciliation_id == reconciliation_id, _item.c.message_id == message_id)
        .values(**values)
    )


def finish(connection: Connection, reconciliation_id: str, at: datetime) -> None:
    """Note that every item of a reconciliation was asked."""
    connection.execute(update(_run).where(_run.c.id == reconciliation_id).values(finished_at=at))
