"""Money that must be given back in a supervisor's province, and money that came for nothing."""

from dataclasses import dataclass
from datetime import datetime

from services.jurisdiction.province import own_offices, require_supervisor
from services.reading.fees import why_back
from services.unit_of_work import UnitOfWork
from storage import dossiers, payments
from storage.payments import PaymentOrderRow
from workflows.words import Text

NO_ORDER = Text(
    vi="Cổng báo đã thu cho một khoản mà hệ thống này không lập.",
    en="The gateway took money for an order that this system never made.",
)
DRAFT_GONE = Text(
    vi="Đã trả tiền nhưng tờ khai bị xóa trước khi nộp.",
    en="Paid, but the declaration was deleted before it was submitted.",
)


@dataclass(frozen=True, slots=True)
class OwedLine:
    """Money that came in for nothing, as a supervisor reads it."""

    reference: str
    dossier: str | None
    amount: int
    reason: Text
    since: datetime


def owed_page(uow: UnitOfWork) -> tuple[OwedLine, ...]:
    """List the money that must be given back in a supervisor's province, oldest first.

    What came for no dossier of any office, every supervisor reads: nobody knows whose province it is.

    Raises:
        NotAllowed: the actor is no supervisor.
    """
    require_supervisor(uow)
    with uow:
        due = payments.refunds_due(uow.connection, own_offices(uow))
        lines = [_owed(uow, order, order.refund_due) for order in due]
        gone = payments.paid_without_dossier(uow.connection)
        lines += [_owed(uow, order, order.received - order.refund_due, DRAFT_GONE) for order in gone]
        lines += [
            OwedLine(notice.id, None, notice.amount, NO_ORDER, notice.received_at)
            for notice in payments.notices_of_nobody(uow.connection)
        ]
        return tuple(sorted(lines, key=lambda line: (line.since, line.reference)))


def _owed(uow: UnitOfWork, order: PaymentOrderRow, amount: int, why: Text | None = None) -> OwedLine:
    row = dossiers.dossier(uow.connection, order.dossier_id)
    number = row.number if row else None
    return OwedLine(
        order.transaction_id or order.id, number, amount, why or why_back(order), order.created_at
    )
