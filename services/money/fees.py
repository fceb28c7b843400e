"""What a declaration costs and what of it is paid, inside a unit of work that somebody has opened."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from services import effects
from services.unit_of_work import UnitOfWork
from storage import dossiers, payments, reference
from storage.dossiers import DossierRow
from storage.payments import PaymentOrderRow
from workflows import fees
from workflows.bundle import Bundle
from workflows.errors import PaymentDue
from workflows.fees import Assessment
from workflows.language import Notify, Procedure
from workflows.words import Text

PAY_FIRST = Text(
    vi="Tờ khai này có khoản phải nộp khi nộp hồ sơ. Hãy thanh toán rồi nộp.",
    en="A fee is due when this declaration is submitted. Pay it, then submit.",
)
OVERPAID = Text(
    vi="Tờ khai đã đổi sau khi bạn thanh toán: phần trả thừa được hoàn lại.",
    en="The declaration changed after you paid: what you paid too much is given back.",
)


@dataclass(frozen=True, slots=True)
class Account:
    """What one declaration costs by the rules of today, and what is paid of it, in VND."""

    assessment: Assessment
    due: int
    paid: int
    orders: tuple[PaymentOrderRow, ...]

    @property
    def outstanding(self) -> int:
        return max(0, self.due - self.paid)


def account(uow: UnitOfWork, draft: DossierRow, bundle: Bundle, facts: Mapping[str, Any]) -> Account:
    """Return what a draft costs and what of it is paid.

    Nothing is due online where no gateway is set up, nor when an officer files for somebody at the
    counter: then it is paid there.
    """
    assessment = assess(uow, bundle, facts)
    online = uow.context.gateway.connected and draft.assisted_by is None
    orders = tuple(payments.orders_of(uow.connection, draft.id))
    paid = sum(order.received - order.refund_due for order in orders)
    return Account(assessment, assessment.due_online if online else 0, paid, orders)


def assess(
    uow: UnitOfWork, bundle: Bundle, facts: Mapping[str, Any], at: datetime | None = None
) -> Assessment:
    """Return every fee of a declaration by the rules of the day on which it was filed, or of today."""
    return fees.assess(
        bundle,
        by_member(uow, bundle),
        facts,
        uow.context.calendar().local_date(at or uow.now),
        lambda commune: reference.province_of(uow.connection, commune),
    )


def by_member(uow: UnitOfWork, bundle: Bundle) -> dict[str, Procedure]:
    """Return the procedures of a bundle by the code of their member."""
    return {member.code: uow.registry.procedure(member.procedure) for member in bundle.members}


def require_paid(uow: UnitOfWork, draft: DossierRow, bundle: Bundle, facts: Mapping[str, Any]) -> Account:
    """Refuse to file what is not paid for (rule 97); the dossier stays locked, so no money comes in between.

    Raises:
        PaymentDue: something is due online and not paid.
    """
    dossiers.dossier(uow.connection, draft.id, lock=True)
    found = account(uow, draft, bundle, facts)
    if found.outstanding:
        raise PaymentDue(text=PAY_FIRST)
    return found


def close(uow: UnitOfWork, found: Account) -> None:
    """Close the books of a declaration that is being filed: open orders end, what is too much goes back."""
    void_open(uow, found.orders)
    too_much = max(0, found.paid - found.due)
    for order in reversed(found.orders):
        if too_much and order.state == "paid":
            back = min(too_much, order.received - order.refund_due)
            owe_back(uow, order, order.refund_due + back, "overpaid", OVERPAID)
            too_much -= back


def void_open(uow: UnitOfWork, orders: tuple[PaymentOrderRow, ...]) -> None:
    """End the orders that are still open; money that comes for them later is given back."""
    for order in orders:
        if order.state in payments.OPEN:
            payments.change_order(uow.connection, order.id, state="void")
            uow.record("payment-void", dossier_id=order.dossier_id, data={"order": order.id})


def owe_back(
    uow: UnitOfWork, order: PaymentOrderRow, amount: int, reason: str, words: Text, **values: Any
) -> None:
    """Write down that money must be given back, and tell the requester."""
    payments.change_order(uow.connection, order.id, refund_due=amount, refund_reason=reason, **values)
    data = {"order": order.id, "amount": amount, "reason": reason}
    uow.record("refund-due", dossier_id=order.dossier_id, data=data)
    if dossiers.dossier(uow.connection, order.dossier_id) is not None:
        effects.write_letter(uow, order.dossier_id, Notify(letter="refund-due", text=words))
