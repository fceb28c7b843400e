"""What the gateway says of a payment: repeated, contradicting, late, forged or not understood."""

from __future__ import annotations

import json
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from typing import Any

import pytest
from sqlalchemy.exc import IntegrityError

from services.money import payments
from services.money.gateway import signatures
from services.money.gateway.contract import Payment
from services.money.gateway.stand_in import Faults
from storage import payments as rows
from storage.engine import read_transaction, write_transaction
from storage.payments import PaymentNoticeRow
from storage.rows import add
from tests.services.till import Till
from workflows.errors import (
    NoticeBroken,
    NoticeForged,
    TransitionRefused,
)

# --- call-backs -----------------------------------------------------------------------------------


def pays_once(till: Till) -> None:
    """What must hold when the gateway calls back three times."""
    order_id = till.begin()
    till.gateway.faults = Faults(times=3)
    assert till.pay(order_id) == ["paid", "paid", "paid"]
    assert (till.order(order_id).state, till.owed(), till.letters()) == ("paid", [], ["payment-received"])


def test_a_call_back_that_is_repeated_changes_nothing(till: Till) -> None:
    pays_once(till)


def test_without_the_inbox_a_repeat_would_be_money_for_nothing(
    till: Till, monkeypatch: pytest.MonkeyPatch
) -> None:
    kept = add

    def forgetful(connection: Any, *some: Any) -> None:
        kept(connection, *(row for row in some if not isinstance(row, PaymentNoticeRow)))

    monkeypatch.setattr("services.money.payments.add", forgetful)
    with pytest.raises(AssertionError):
        pays_once(till)


def test_the_inbox_itself_refuses_a_second_row_of_one_transaction(till: Till) -> None:
    till.pay(till.begin())
    with read_transaction(till.context.engine) as connection:
        notice = rows.notice(connection, "GL-00000001")
    assert notice is not None
    again = PaymentNoticeRow(**notice.model_dump())
    with write_transaction(till.context.engine) as connection, pytest.raises(IntegrityError):
        add(connection, again)


def test_two_call_backs_at_once_are_one_payment(till: Till) -> None:
    order_id = till.begin()
    payment = till.gateway.settle(order_id, "paid")
    calls = till.gateway.call_backs(payment) * 8
    with ThreadPoolExecutor(4) as pool:
        done = list(pool.map(lambda call: payments.receive(till.context, *call).effect, calls))
    assert done == ["paid"] * 8
    assert (till.owed(), till.letters()) == ([], ["payment-received"])


def test_two_transactions_for_one_order_are_one_payment_and_one_refund(till: Till) -> None:
    order_id = till.begin()
    first = till.gateway.settle(order_id, "paid")
    again = till.gateway.charge_again(order_id)
    with ThreadPoolExecutor(2) as pool:
        done = sorted(effect for told in pool.map(till.tell, (first, again)) for effect in told)
    assert done == ["paid", "refund-due"]
    assert (till.order(order_id).state, till.owed()) == ("paid", [(10_000, "twice")])
    assert till.submit().state == "in-progress"


def test_a_refusal_can_be_followed_by_a_payment_and_not_the_other_way_round(till: Till) -> None:
    order_id = till.begin()
    refused = till.gateway.settle(order_id, "refused")
    paid = till.gateway.settle(order_id, "paid")
    assert till.tell(refused) == ["failed"]
    assert till.tell(paid) == ["paid"]
    other = Payment("GL-late", order_id, "refused", 0)
    assert till.tell(other) == ["kept"]
    assert till.order(order_id).state == "paid"


def test_another_amount_pays_nothing_and_is_owed_back(till: Till) -> None:
    order_id = till.begin()
    till.gateway.faults = Faults(amount_off_by=-1)
    assert till.pay(order_id) == ["refund-due"]
    assert (till.order(order_id).state, till.owed()) == ("refund-due", [(9_999, "wrong-amount")])
    till.gateway.faults = Faults()
    assert till.pay(till.begin()) == ["paid"]
    assert till.submit().state == "in-progress"


def test_money_for_an_order_nobody_made_is_on_the_books(till: Till) -> None:
    assert till.tell(Payment("GL-77", "no-such-order", "paid", 5_000)) == ["unknown-order"]
    assert till.tell(Payment("GL-77", "no-such-order", "paid", 5_000)) == ["unknown-order"]
    with read_transaction(till.context.engine) as connection:
        assert [(one.id, one.amount) for one in rows.notices_of_nobody(connection)] == [("GL-77", 5_000)]


def test_a_contradiction_about_one_transaction_changes_nothing(till: Till) -> None:
    order_id = till.begin()
    payment = till.gateway.settle(order_id, "paid")
    till.tell(payment)
    with pytest.raises(TransitionRefused):
        till.tell(replace(payment, amount=1))
    assert (till.order(order_id).state, till.owed()) == ("paid", [])


def test_money_that_comes_after_filing_is_owed_back(till: Till) -> None:
    order_id = till.begin()
    till.answer(**{"dog.wanted": False})
    assert till.submit().state == "in-progress"
    assert till.states() == ["void"]
    assert till.pay(order_id) == ["refund-due"]
    assert till.owed() == [(10_000, "late")]
    assert "refund-due" in till.world.events(till.draft)


# --- who says it ----------------------------------------------------------------------------------


Spoil = Callable[[bytes, dict[str, str]], tuple[bytes, dict[str, str]]]
FORGERIES: dict[str, Spoil] = {
    "no signature": lambda body, _: (body, {}),
    "another body": lambda body, headers: (body.replace(b"paid", b"Paid"), headers),
    "one byte more": lambda body, headers: (body + b" ", headers),
    "another instant": lambda body, headers: (
        body,
        {**headers, signatures.SIGNED_AT: "2026-03-02T02:00:01+00:00"},
    ),
    "letters that are no signature": lambda body, headers: (
        body,
        {**headers, signatures.SIGNATURE: "é\ud800"},
    ),
    "an empty signature": lambda body, headers: (body, {**headers, signatures.SIGNATURE: ""}),
    "too long": lambda body, headers: (body + b" " * 10_000, headers),
}


@pytest.mark.parametrize("spoil", FORGERIES.values(), ids=FORGERIES)
def test_what_the_gateway_did_not_sign_changes_nothing(till: Till, spoil: Spoil) -> None:
    order_id = till.begin()
    [call] = till.gateway.call_backs(till.gateway.settle(order_id, "paid"))
    with pytest.raises(NoticeForged):
        payments.receive(till.context, *spoil(*call))
    assert till.order(order_id).state == "pending"
    assert payments.receive(till.context, *call).effect == "paid"


def test_a_signature_is_good_for_five_minutes(till: Till) -> None:
    order_id = till.begin()
    [call] = till.gateway.call_backs(till.gateway.settle(order_id, "paid"))
    till.world.clock.advance(minutes=5, seconds=1)
    with pytest.raises(NoticeForged):
        payments.receive(till.context, *call)
    assert till.order(order_id).state == "pending"


GOOD = {"transaction_id": "GL-1", "order_id": "a", "outcome": "paid", "amount": 1}
NONSENSE: dict[str, bytes] = {
    "no JSON": b"paid!",
    "no UTF-8": b'{"transaction_id": "\xff"}',
    "a list": b"[]",
    "nested deep": b"[" * 1_500,
    "nothing": b"",
    "an amount in words": json.dumps({**GOOD, "amount": "1"}).encode(),
    "a negative amount": json.dumps({**GOOD, "amount": -1}).encode(),
    "half a dong": json.dumps({**GOOD, "amount": 0.5}).encode(),
    "an amount that is true": json.dumps({**GOOD, "amount": True}).encode(),
    "no number": b'{"transaction_id": "GL-1", "order_id": "a", "outcome": "paid", "amount": NaN}',
    "more money than there is": json.dumps({**GOOD, "amount": 10**30}).encode(),
    "another outcome": json.dumps({**GOOD, "outcome": "maybe"}).encode(),
    "one field more": json.dumps({**GOOD, "state": "paid"}).encode(),
    "an id with a line end": json.dumps({**GOOD, "transaction_id": "GL-1\n"}).encode(),
    "an id like a path": json.dumps({**GOOD, "order_id": "../etc"}).encode(),
    "an endless id": json.dumps({**GOOD, "transaction_id": "9" * 65}).encode(),
}


@pytest.mark.parametrize("body", NONSENSE.values(), ids=NONSENSE)
def test_what_the_gateway_signed_and_nobody_understands_changes_nothing(till: Till, body: bytes) -> None:
    secret = till.gateway._secret
    with pytest.raises(NoticeBroken):
        payments.receive(till.context, body, signatures.signed(secret, body, till.world.clock.now()))
    with read_transaction(till.context.engine) as connection:
        assert rows.notices_of_nobody(connection) == []
