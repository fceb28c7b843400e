"""Paying what a declaration costs: begin, take in what the gateway says, ask it (thanh toán trực tuyến).

The gateway may say a thing twice, late, or before the citizen is back; the browser may be closed. Whatever
happens, one order is paid at most once, and money that came in for nothing is on the books as owed back.
"""

from collections.abc import Callable, Mapping
from dataclasses import asdict, dataclass
from datetime import timedelta
from typing import Any

from services.access import actors
from services.access.actors import Actor
from services.citizens.drafts import DRAFT, draft_of
from services.citizens.freezing import checked, refuse_second_filing
from services.effects import write_letter
from services.jobs import SETTLE, RetryLater
from services.money import fees
from services.money.gateway.contract import Bill, Payment
from services.unit_of_work import Context, UnitOfWork
from storage import dossiers, payments
from storage.payments import PaymentNoticeRow, PaymentOrderRow
from storage.rows import add
from storage.series import next_in_series
from workflows.errors import PaymentUnavailable, TransitionRefused
from workflows.fees import Line
from workflows.language import Notify
from workflows.words import Text

ORDER_LIVES = timedelta(hours=2)
# How long after an order's end the gateway is asked once more before the order counts as not paid.
GRACE = timedelta(minutes=5)
FIRST_LOOK_SECONDS = 60.0
LONGEST_WAIT_SECONDS = 900.0
GATEWAY = "payment-gateway"
CONTRADICTS = Text(
    vi="Cổng thanh toán đã báo khác về chính giao dịch này. Không có gì thay đổi.",
    en="The gateway has said something else of this very transaction. Nothing changed.",
)
PAID_LETTER = Notify(
    letter="payment-received",
    text=Text(
        vi="Đã nhận khoản thanh toán của bạn. Nếu chưa nộp hồ sơ, hãy mở lại tờ khai và bấm nộp.",
        en="Your payment has arrived. If you have not submitted yet, open the declaration and submit it.",
    ),
)
WHY_BACK = {
    "late": Text(
        vi="Tiền đến khi khoản này đã hết hạn hoặc đã thay bằng khoản khác: toàn bộ được hoàn lại.",
        en="The money came when this order had ended or been replaced: all of it is given back.",
    ),
    "twice": Text(
        vi="Khoản này đã được trả một lần trước đó: lần trả sau được hoàn lại.",
        en="This order had been paid before: what was paid again is given back.",
    ),
    "wrong-amount": Text(
        vi="Số tiền cổng báo không khớp với khoản phải nộp: toàn bộ được hoàn lại.",
        en="The sum that the gateway named is not the sum due: all of it is given back.",
    ),
}


@dataclass(frozen=True, slots=True)
class Effect:
    """What one notice of the gateway has done: `paid`, `failed`, `refund-due`, `kept`, `unknown-order`."""

    transaction_id: str
    effect: str


def begin(context: Context, actor: Actor, draft_id: str, slug: str, return_to: str) -> str | None:
    """Make a payment order for a draft; return the gateway's address, or nothing when nothing is due.

    Pressing again gives the same order. Changed answers make a new one, and the one before it ends.

    Raises:
        NotFound: no such draft of this person.
        DeclarationIncomplete, TransitionRefused, AlreadyFiled: it could not be filed, so no money is taken.
        PaymentUnavailable: the gateway cannot be reached; the order waits.
    """
    with context.work(actor) as uow:
        order = _order_for(uow, draft_id)
    if order is None:
        return None
    words = f"{slug} {order.id[:8]}"
    return context.gateway.open(Bill(order.id, order.amount, words, return_to, order.expires_at))


def receive(context: Context, body: bytes, headers: Mapping[str, str]) -> Effect:
    """Take in a call-back of the gateway; a repeat changes nothing and is answered like the first.

    Raises:
        NoticeForged: the gateway did not sign it.
        NoticeBroken: it cannot be understood.
        TransitionRefused: it contradicts what was said of the same transaction before.
        PaymentUnavailable: no gateway is set up.
    """
    payment = context.gateway.read(body, headers, context.clock.now())
    with context.work(actors.agency(GATEWAY)) as uow:
        return _take_in(uow, payment)


def settle(context: Context, order_id: str) -> None:
    """Ask the gateway what became of an order, for the citizen who closed the browser (đối soát).

    Raises:
        RetryLater: nothing is decided yet, or the gateway cannot be reached.
    """
    with context.reading(actors.SYSTEM) as uow:
        order = payments.order(uow.connection, order_id)
    if order is None or order.state not in payments.OPEN:
        return
    try:
        said = context.gateway.payments_for(order_id)
    except PaymentUnavailable:
        raise RetryLater(FIRST_LOOK_SECONDS) from None
    over = context.clock.now() > order.expires_at + GRACE
    with context.work(actors.agency(GATEWAY)) as uow:
        for payment in said:
            _take_in(uow, payment)
        if over:
            _expire(uow, order_id)
    if not over and not any(payment.outcome == "paid" for payment in said):
        raise RetryLater(_wait(context, order))


def look(context: Context, actor: Actor, order_id: str) -> None:
    """Ask the gateway now, because the citizen is waiting.

    Raises:
        NotFound: no such order of this person.
        PaymentUnavailable: the gateway cannot be reached.
    """
    with context.reading(actor) as uow:
        order = payments.order(uow.connection, order_id)
        draft_of(uow, order.dossier_id if order else "", any_state=True)
    said = context.gateway.payments_for(order_id)
    with context.work(actors.agency(GATEWAY)) as uow:
        for payment in said:
            _take_in(uow, payment)


def handler(context: Context) -> Callable[[dict[str, Any]], None]:
    """Return what does the jobs that ask the gateway."""
    return lambda payload: settle(context, payload["order_id"])


# --- orders ---------------------------------------------------------------------------------------


def _order_for(uow: UnitOfWork, draft_id: str) -> PaymentOrderRow | None:
    dossiers.dossier(uow.connection, draft_id, lock=True)
    draft = draft_of(uow, draft_id)
    bundle = uow.registry.bundle(draft.bundle)
    facts = checked(uow, draft)[0]
    refuse_second_filing(uow, bundle, draft.owner, facts)
    found = fees.account(uow, draft, bundle, facts)
    if not found.outstanding:
        return None
    lines = [_frozen(line) for line in found.assessment.lines if line.amount]
    for order in found.orders:
        same = (order.amount, order.lines) == (found.outstanding, lines)
        if same and order.state == "pending" and order.expires_at > uow.now:
            return order
    fees.void_open(uow, found.orders)
    order = PaymentOrderRow(
        id=uow.new_id(),
        dossier_id=draft.id,
        owner=draft.owner,
        amount=found.outstanding,
        lines=lines,
        state="pending",
        created_at=uow.now,
        expires_at=uow.now + ORDER_LIVES,
    )
    add(uow.connection, order)
    uow.record("payment-begun", dossier_id=draft.id, data={"order": order.id, "amount": order.amount})
    uow.enqueue(
        SETTLE, {"order_id": order.id}, job_id=f"payment:{order.id}", delay_seconds=FIRST_LOOK_SECONDS
    )
    return order


def _frozen(line: Line) -> dict[str, Any]:
    """Return a line as the order keeps it: whatever the rules say tomorrow, this was paid."""
    return {
        "member": line.member,
        "code": line.code,
        "amount": line.amount,
        "text": {"vi": line.text.vi, "en": line.text.en},
        "reason": {"vi": line.reason.vi, "en": line.reason.en},
        "source": line.source.act,
    }


def _expire(uow: UnitOfWork, order_id: str) -> None:
    order = _locked(uow, order_id)
    if order is not None and order.state in payments.OPEN:
        payments.change_order(uow.connection, order_id, state="expired")
        uow.record("payment-expired", dossier_id=order.dossier_id, data={"order": order_id})


def _wait(context: Context, order: PaymentOrderRow) -> float:
    """The older an order, the more rarely the gateway is asked."""
    age = (context.clock.now() - order.created_at).total_seconds()
    return min(LONGEST_WAIT_SECONDS, max(FIRST_LOOK_SECONDS, age / 2))


# --- what the gateway says ------------------------------------------------------------------------


def _take_in(uow: UnitOfWork, payment: Payment) -> Effect:
    """Keep one notice and do what it says, both in this transaction or neither."""
    order = _locked(uow, payment.order_id)
    before = payments.notice(uow.connection, payment.transaction_id)
    if before is not None:
        return _again(uow, before, payment, order)
    effect = _do(uow, payment, order) if order else "unknown-order"
    notice = PaymentNoticeRow(
        id=payment.transaction_id,
        order_id=payment.order_id,
        outcome=payment.outcome,
        amount=payment.amount,
        effect=effect,
        received_at=uow.now,
    )
    add(uow.connection, notice)
    return Effect(payment.transaction_id, effect)


def _locked(uow: UnitOfWork, order_id: str) -> PaymentOrderRow | None:
    """Read an order with its dossier locked, the dossier first, as everywhere."""
    order = payments.order(uow.connection, order_id)
    if order is None:
        return None
    dossiers.dossier(uow.connection, order.dossier_id, lock=True)
    return payments.order(uow.connection, order_id)


def _again(
    uow: UnitOfWork, before: PaymentNoticeRow, payment: Payment, order: PaymentOrderRow | None
) -> Effect:
    said = (before.order_id, before.outcome, before.amount)
    if said != (payment.order_id, payment.outcome, payment.amount):
        raise TransitionRefused(text=CONTRADICTS)
    return Effect(before.id, before.effect)


def _do(uow: UnitOfWork, payment: Payment, order: PaymentOrderRow) -> str:
    if payment.outcome == "refused":
        return _fail(uow, order)
    draft = dossiers.dossier(uow.connection, order.dossier_id)
    if order.state == "paid":
        return _owe(uow, order, payment, "twice")
    if order.state not in payments.OPEN or draft is None or draft.state != DRAFT:
        return _owe(uow, order, payment, "late", state="refund-due")
    if payment.amount != order.amount:
        return _owe(uow, order, payment, "wrong-amount", state="refund-due")
    day = uow.context.calendar().local_date(uow.now).strftime("%y%m%d")
    serial = next_in_series(uow.connection, f"receipt:{day}")
    payments.change_order(
        uow.connection,
        order.id,
        state="paid",
        received=order.received + payment.amount,
        transaction_id=payment.transaction_id,
        receipt_number=f"BL-{day}-{serial:04d}",
        paid_at=uow.now,
    )
    uow.record("payment-received", dossier_id=order.dossier_id, data=asdict(payment))
    write_letter(uow, order.dossier_id, PAID_LETTER)
    return "paid"


def _fail(uow: UnitOfWork, order: PaymentOrderRow) -> str:
    if order.state != "pending":
        return "kept"
    payments.change_order(uow.connection, order.id, state="failed")
    uow.record("payment-failed", dossier_id=order.dossier_id, data={"order": order.id})
    return "failed"


def _owe(uow: UnitOfWork, order: PaymentOrderRow, payment: Payment, reason: str, **values: Any) -> str:
    """Write down money that came for nothing: all of it goes back."""
    values["received"] = order.received + payment.amount
    back = order.refund_due + payment.amount
    fees.owe_back(uow, order, back, reason, WHY_BACK[reason], **values)
    return "refund-due"
