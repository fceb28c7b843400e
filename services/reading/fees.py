"""Reading what a declaration costs, what was paid, what goes back, and what the family will be paid."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from services.money import fees
from services.money.fees import Account
from services.money.payments import WHY_BACK
from services.unit_of_work import UnitOfWork
from storage import dossiers, payments
from storage.cases import cases_of
from storage.dossiers import DossierRow
from storage.payments import PaymentOrderRow
from workflows import allowances
from workflows.allowances import Expected
from workflows.bundle import Bundle
from workflows.fees import Line
from workflows.words import Text


@dataclass(frozen=True, slots=True)
class FeeSheet:
    """What a declaration costs: every line with its reason, and in VND what is due, paid and still open.

    `state` is `free`, `due`, `waiting` for the gateway, `failed` (not paid, try again) or `paid`.
    """

    lines: tuple[Line, ...]
    due: int
    paid: int
    outstanding: int
    online: bool
    state: str
    order_id: str | None
    refunds: tuple["Refund", ...]


@dataclass(frozen=True, slots=True)
class PaidLine:
    """One fee as it was paid, in the words of that day."""

    text: Text
    reason: Text
    amount: int


@dataclass(frozen=True, slots=True)
class Receipt:
    """One payment that arrived (biên lai điện tử)."""

    number: str
    amount: int
    paid_at: datetime
    transaction_id: str
    lines: tuple[PaidLine, ...]


@dataclass(frozen=True, slots=True)
class Refund:
    """Money that must be given back, and why."""

    amount: int
    reason: Text
    transaction_id: str | None


@dataclass(frozen=True, slots=True)
class MoneyPage:
    """The money of one dossier, for whoever filed it."""

    receipts: tuple[Receipt, ...]
    refunds: tuple[Refund, ...]
    at_office: tuple[Line, ...]
    expected: tuple[Expected, ...]


def sheet(uow: UnitOfWork, row: DossierRow, bundle: Bundle, facts: Mapping[str, Any]) -> FeeSheet:
    """Return what a draft costs by the rules of today, inside an open unit of work."""
    found = fees.account(uow, row, bundle, facts)
    last = found.orders[-1] if found.orders else None
    return FeeSheet(
        lines=found.assessment.lines,
        due=found.due,
        paid=found.paid,
        outstanding=found.outstanding,
        online=uow.context.gateway.connected and row.assisted_by is None,
        state=_state(found, last),
        order_id=last.id if last else None,
        refunds=_refunds(found.orders),
    )


def money_page(uow: UnitOfWork, dossier_id: str) -> MoneyPage:
    """Read the money of a dossier; what was paid and goes back is there only for whoever filed it.

    Who else may see the dossier reads nothing here.
    """
    with uow:
        row = dossiers.dossier(uow.connection, dossier_id)
        if row is None or row.number is None or row.owner != uow.actor.personal_id:
            return MoneyPage((), (), (), ())
        bundle = uow.registry.bundle(row.bundle)
        orders = tuple(payments.orders_of(uow.connection, dossier_id))
        receipts = tuple(_receipt(order) for order in orders if order.receipt_number and order.paid_at)
        return MoneyPage(
            receipts, _refunds(orders), _at_office(uow, row, bundle), _expected(uow, row, bundle)
        )


NO_GATEWAY = Text(
    vi="Hệ thống này không nối với cổng thanh toán nào.",
    en="This system is not connected to any payment gateway.",
)


def _state(found: Account, last: PaymentOrderRow | None) -> str:
    if found.due == 0:
        return "free"
    if found.outstanding == 0:
        return "paid"
    if last is not None and last.state == "pending":
        return "waiting"
    return "failed" if last is not None and last.state in ("failed", "expired", "refund-due") else "due"


def _receipt(order: PaymentOrderRow) -> Receipt:
    lines = tuple(PaidLine(Text(**one["text"]), Text(**one["reason"]), one["amount"]) for one in order.lines)
    return Receipt(
        str(order.receipt_number),
        order.amount,
        order.paid_at or order.created_at,
        str(order.transaction_id),
        lines,
    )


def _refunds(orders: tuple[PaymentOrderRow, ...]) -> tuple[Refund, ...]:
    return tuple(
        Refund(order.refund_due, why_back(order), order.transaction_id)
        for order in orders
        if order.refund_due
    )


def why_back(order: PaymentOrderRow) -> Text:
    """Say why money of an order goes back."""
    return WHY_BACK.get(str(order.refund_reason), fees.OVERPAID)


def _at_office(uow: UnitOfWork, row: DossierRow, bundle: Bundle) -> tuple[Line, ...]:
    return fees.assess(uow, bundle, row.facts, row.submitted_at).at_office


def _expected(uow: UnitOfWork, row: DossierRow, bundle: Bundle) -> tuple[Expected, ...]:
    """Return what is to be paid out; what is decided, or will not be, stands among the results instead."""
    ended = {case.member for case in cases_of(uow.connection, row.id) if case.ending}
    found = allowances.expected(bundle, fees.by_member(uow, bundle), row.facts)
    return tuple(sum_ for sum_ in found if sum_.member not in ended)
