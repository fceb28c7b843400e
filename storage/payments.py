"""Payment orders (lệnh thanh toán), and what the gateway has said about them."""

from collections.abc import Collection
from datetime import datetime
from typing import Any

from sqlalchemy import ColumnElement, Connection, and_, func, or_, select, update
from sqlmodel import Field, SQLModel

from storage.base import json_column
from storage.cases import CaseRow
from storage.dossiers import DossierRow


class PaymentOrderRow(SQLModel, table=True):
    """One request to pay one sum for one declaration; its lines are frozen when it is made.

    It does not hang on the dossier's row: money stays on the books when a draft is deleted.
    `received` is the money that came for it and `refund_due` what of that must be given back, in VND.
    """

    __tablename__ = "payment_order"
    id: str = Field(primary_key=True)
    dossier_id: str = Field(index=True)
    owner: str = Field(index=True)  # personal ID of the requester
    amount: int
    lines: list[dict[str, Any]] = Field(default_factory=list, sa_column=json_column())
    state: str = Field(index=True)  # pending | paid | failed | expired | void | refund-due
    transaction_id: str | None = Field(default=None, unique=True)
    receipt_number: str | None = Field(default=None, unique=True)
    received: int = 0
    refund_due: int = 0
    refund_reason: str | None = None
    created_at: datetime
    expires_at: datetime
    paid_at: datetime | None = None


class PaymentNoticeRow(SQLModel, table=True):
    """One thing the gateway has said, by its transaction id; a repeat finds its row and changes nothing."""

    __tablename__ = "payment_notice"
    id: str = Field(primary_key=True)
    order_id: str = Field(index=True)  # as the gateway said it: there may be no such order
    outcome: str
    amount: int
    effect: str  # paid | failed | refund-due | kept | unknown-order
    received_at: datetime


_order = PaymentOrderRow.__table__  # type: ignore[attr-defined]
_notice = PaymentNoticeRow.__table__  # type: ignore[attr-defined]
_dossier = DossierRow.__table__  # type: ignore[attr-defined]
_case = CaseRow.__table__  # type: ignore[attr-defined]
_LOST = (_order.c.state == "paid") & _order.c.dossier_id.not_in(select(_dossier.c.id))
_OF_NOBODY = (_notice.c.effect == "unknown-order") & (_notice.c.outcome == "paid")
OPEN = ("pending", "failed")


def order(connection: Connection, order_id: str) -> PaymentOrderRow | None:
    """Read one order by its id."""
    row = connection.execute(select(_order).where(_order.c.id == order_id)).mappings().one_or_none()
    return PaymentOrderRow.model_validate(dict(row)) if row else None


def orders_of(connection: Connection, dossier_id: str) -> list[PaymentOrderRow]:
    """Read the orders of one dossier, oldest first."""
    return _orders(connection, _order.c.dossier_id == dossier_id)


def refunds_due(connection: Connection, offices: Collection[str]) -> list[PaymentOrderRow]:
    """Read the orders of which money must be given back, oldest first: of dossiers at these offices.

    Those of a draft come too: no office has it yet, so nobody else would look after its money.
    """
    return _orders(connection, _owed_at(offices))


def paid_without_dossier(connection: Connection) -> list[PaymentOrderRow]:
    """Read the orders that were paid and whose draft was deleted, oldest first."""
    return _orders(connection, _LOST)


def count_owed(connection: Connection, offices: Collection[str]) -> int:
    """Count what `refunds_due`, `paid_without_dossier` and `notices_of_nobody` list."""
    counts = (
        select(func.count()).select_from(_order).where(_owed_at(offices)),
        select(func.count()).select_from(_order).where(_LOST),
        select(func.count()).select_from(_notice).where(_OF_NOBODY),
    )
    return sum(int(connection.execute(query).scalar_one()) for query in counts)


def _owed_at(offices: Collection[str]) -> ColumnElement[bool]:
    cases = select(_case.c.id).where(_case.c.dossier_id == _order.c.dossier_id)
    here = cases.where(_case.c.office_id.in_(sorted(offices)))
    return and_(_order.c.refund_due > 0, or_(here.exists(), ~cases.exists()))


def change_order(connection: Connection, order_id: str, **values: Any) -> None:
    """Write some columns of an order; the caller holds the lock of its dossier."""
    connection.execute(update(_order).where(_order.c.id == order_id).values(**values))


def notice(connection: Connection, transaction_id: str) -> PaymentNoticeRow | None:
    """Read what the gateway said under one transaction id."""
    found = connection.execute(select(_notice).where(_notice.c.id == transaction_id)).mappings().one_or_none()
    return PaymentNoticeRow.model_validate(dict(found)) if found else None


def notices_of_nobody(connection: Connection) -> list[PaymentNoticeRow]:
    """Read what was paid for orders that we never made, oldest first."""
    oldest_first = select(_notice).where(_OF_NOBODY).order_by(_notice.c.received_at, _notice.c.id)
    found = connection.execute(oldest_first).mappings()
    return [PaymentNoticeRow.model_validate(dict(row)) for row in found]


def _orders(connection: Connection, condition: Any) -> list[PaymentOrderRow]:
    found = connection.execute(select(_order).where(condition).order_by(_order.c.created_at, _order.c.id))
    return [PaymentOrderRow.model_validate(dict(row)) for row in found.mappings()]
