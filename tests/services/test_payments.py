"""Paying, with a gateway that says things twice, late, wrongly, or not at all."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy.exc import IntegrityError

from services.citizens import declarations
from services.jobs import SETTLE
from services.money import payments
from services.money.gateway import signatures
from services.money.gateway.contract import NoGateway, Payment
from services.money.gateway.stand_in import Faults, StandInGateway
from storage import dossiers, messages
from storage import payments as rows
from storage.engine import read_transaction, write_transaction
from storage.payments import PaymentNoticeRow, PaymentOrderRow
from tests import toy_procedures as toys
from tests.services.test_chain import ANSWERS, SLUG
from tests.world import ScriptedAgency, World, build_world, citizen
from workflows.charges import Fee
from workflows.conditions import is_false, is_true
from workflows.errors import (
    DeclarationIncomplete,
    NotFound,
    NoticeBroken,
    NoticeForged,
    PaymentDue,
    PaymentUnavailable,
    TransitionRefused,
)
from workflows.registry import Registry
from workflows.words import text

BACK = "/khai/phi/ve"
SMALL = Fee(
    code="small",
    text=text("Chó nhỏ", "Small dog"),
    amount=10_000,
    source=toys.BYLAW,
    when=is_false("dog.large"),
)
LARGE = Fee(
    code="large",
    text=text("Chó lớn", "Large dog"),
    amount=30_000,
    source=toys.BYLAW,
    when=is_true("dog.large"),
)
LICENCE = toys.DOG_LICENCE.revised(fees=(SMALL, LARGE, toys.DOG_LICENCE.fees[0]))
LAW = Registry.of(
    toys.LIBRARY, toys.COUNCIL, toys.LIBRARY_CARD, LICENCE, toys.PET_READER_FORM, toys.PET_READER
)


class Till:
    """A world with a gateway, one citizen, and their finished draft."""

    def __init__(self, folder: Path) -> None:
        agencies = {"card-printer": ScriptedAgency({"card.print": ("printed", {"card-number": "L-7"})})}
        made = build_world(folder, LAW, agencies, ["library:00001", "council:00001"])
        self.gateway = StandInGateway(folder / "gateway.sqlite", made.clock)
        self.world = World(replace(made.context, gateway=self.gateway), made.clock, made.jobs, agencies)
        self.actor = citizen()
        self.draft = declarations.start(self.context, agencies, self.actor, SLUG)
        self.answer()

    @property
    def context(self) -> Any:
        return self.world.context

    def answer(self, **changes: Any) -> None:
        """Put the answers into the draft as if they had been typed."""
        with write_transaction(self.context.engine) as connection:
            row = dossiers.dossier(connection, self.draft)
            assert row is not None
            merged = {**row.answers, **ANSWERS, **changes}
            assert dossiers.change_dossier(connection, self.draft, row.row_version, answers=merged)

    def begin(self) -> str:
        """Begin to pay; return the order's id."""
        address = payments.begin(self.context, self.actor, self.draft, SLUG, BACK)
        assert address is not None
        return address.rsplit("/", 1)[-1]

    def tell(self, payment: Payment) -> list[str]:
        """Let the gateway call back as often as it does; return what each call did."""
        return [
            payments.receive(self.context, body, headers).effect
            for body, headers in self.gateway.call_backs(payment)
        ]

    def pay(self, order_id: str) -> list[str]:
        return self.tell(self.gateway.settle(order_id, "paid"))

    def submit(self) -> dossiers.DossierRow:
        return declarations.submit(self.context, self.actor, self.draft)

    def order(self, order_id: str) -> PaymentOrderRow:
        with read_transaction(self.context.engine) as connection:
            found = rows.order(connection, order_id)
        assert found is not None
        return found

    def states(self) -> list[str]:
        with read_transaction(self.context.engine) as connection:
            return [order.state for order in rows.orders_of(connection, self.draft)]

    def owed(self) -> list[tuple[int, str | None]]:
        with read_transaction(self.context.engine) as connection:
            return [(order.refund_due, order.refund_reason) for order in rows.refunds_due(connection)]

    def letters(self) -> list[str]:
        with read_transaction(self.context.engine) as connection:
            return [letter.letter for letter in messages.letters_of(connection, self.draft)]

    def wait(self, **by: float) -> None:
        self.world.run_until(self.world.clock.now() + timedelta(**by))


@pytest.fixture
def till(tmp_path: Path) -> Iterator[Till]:
    made = Till(tmp_path)
    yield made
    made.context.engine.dispose()


# --- the straight way -----------------------------------------------------------------------------


def test_what_is_due_must_be_paid_before_it_is_filed(till: Till) -> None:
    with pytest.raises(PaymentDue):
        till.submit()
    order_id = till.begin()
    assert (till.order(order_id).amount, [line["code"] for line in till.order(order_id).lines]) == (
        10_000,
        ["small"],
    )
    with pytest.raises(PaymentDue):  # begun is not paid
        till.submit()
    assert till.pay(order_id) == ["paid"]
    paid = till.order(order_id)
    assert (paid.state, paid.transaction_id, paid.receipt_number) == ("paid", "GL-00000001", "BL-260302-0001")
    assert payments.begin(till.context, till.actor, till.draft, SLUG, BACK) is None
    assert till.submit().state == "in-progress"
    assert till.letters() == ["payment-received", "received"]
    assert till.owed() == []


def test_pressing_again_gives_the_same_order_and_changed_answers_a_new_one(till: Till) -> None:
    first = till.begin()
    assert till.begin() == first
    till.answer(**{"dog.size": "large"})
    second = till.begin()
    assert (second != first, till.states(), till.order(second).amount) == (True, ["void", "pending"], 30_000)
    assert till.pay(first) == ["refund-due"]  # the old page was still open
    assert till.pay(second) == ["paid"]
    assert till.owed() == [(10_000, "late")]
    assert till.submit().state == "in-progress"


def test_dearer_answers_after_paying_cost_the_difference_and_cheaper_ones_give_it_back(till: Till) -> None:
    till.pay(till.begin())
    till.answer(**{"dog.size": "large"})
    more = till.begin()
    assert till.order(more).amount == 20_000
    till.pay(more)
    till.answer(**{"dog.size": "small"})
    assert till.submit().state == "in-progress"
    assert till.owed() == [(20_000, "overpaid")]
    assert till.letters().count("refund-due") == 1


def test_nothing_due_needs_no_order(till: Till) -> None:
    till.answer(**{"dog.wanted": False})
    assert payments.begin(till.context, till.actor, till.draft, SLUG, BACK) is None
    assert till.submit().state == "in-progress"


def test_no_money_is_taken_for_what_could_not_be_filed(till: Till) -> None:
    till.answer(**{"dog.size": None})
    with pytest.raises(DeclarationIncomplete):
        payments.begin(till.context, till.actor, till.draft, SLUG, BACK)
    with pytest.raises(NotFound):
        payments.begin(till.context, citizen("001190000002", "Ai đó"), till.draft, SLUG, BACK)
    assert till.states() == []


def test_without_a_gateway_nothing_is_due_online_and_nothing_can_be_begun(till: Till) -> None:
    till.world.context = replace(till.context, gateway=NoGateway())
    assert payments.begin(till.context, till.actor, till.draft, SLUG, BACK) is None
    with pytest.raises(PaymentUnavailable):
        payments.receive(till.context, b"{}", {})
    assert till.submit().state == "in-progress"


def test_filed_at_the_counter_it_is_paid_at_the_counter(till: Till) -> None:
    with write_transaction(till.context.engine) as connection:
        row = dossiers.dossier(connection, till.draft)
        assert row is not None
        dossiers.change_dossier(connection, till.draft, row.row_version, assisted_by="clerk.library")
    assert till.submit().state == "in-progress"


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
    kept = dossiers.add

    def forgetful(connection: Any, *some: Any) -> None:
        kept(connection, *(row for row in some if not isinstance(row, PaymentNoticeRow)))

    monkeypatch.setattr("services.money.payments.dossiers.add", forgetful)
    with pytest.raises(AssertionError):
        pays_once(till)


def test_the_inbox_itself_refuses_a_second_row_of_one_transaction(till: Till) -> None:
    till.pay(till.begin())
    with read_transaction(till.context.engine) as connection:
        notice = rows.notice(connection, "GL-00000001")
    assert notice is not None
    again = PaymentNoticeRow(**notice.model_dump())
    with write_transaction(till.context.engine) as connection, pytest.raises(IntegrityError):
        dossiers.add(connection, again)


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


# --- the browser was closed, the gateway was away -----------------------------------------------------


def test_whoever_closed_the_browser_finds_it_paid(till: Till) -> None:
    order_id = till.begin()
    till.gateway.settle(order_id, "paid")  # and no call-back comes
    till.gateway.faults = Faults(away=2)
    assert till.order(order_id).state == "pending"
    till.wait(minutes=5)
    assert (till.order(order_id).state, till.gateway.faults.away) == ("paid", 0)
    assert till.submit().state == "in-progress"


def test_the_citizen_may_ask_before_the_call_back_comes(till: Till) -> None:
    order_id = till.begin()
    payment = till.gateway.settle(order_id, "paid")
    payments.look(till.context, till.actor, order_id)
    assert till.order(order_id).state == "paid"
    assert till.tell(payment) == ["paid"]  # it comes at last, and is a repeat
    assert till.owed() == []
    with pytest.raises(NotFound):
        payments.look(till.context, citizen("001190000002", "Ai đó"), order_id)


def test_an_order_nobody_pays_ends_and_what_comes_later_is_owed_back(till: Till) -> None:
    order_id = till.begin()
    bill = till.gateway.bill(order_id)
    till.wait(hours=1)
    assert till.order(order_id).state == "pending"
    till.wait(hours=2)
    assert till.order(order_id).state == "expired"
    with pytest.raises(NotFound):  # a gateway that keeps to the end takes no money any more
        till.gateway.settle(order_id, "paid")
    assert till.tell(Payment("GL-late", order_id, "paid", bill.amount)) == ["refund-due"]
    assert till.owed() == [(10_000, "late")]
    assert till.begin() != order_id
    assert till.world.jobs.waiting() != ()


def test_the_gateway_is_asked_once_more_before_an_order_counts_as_not_paid(till: Till) -> None:
    order_id = till.begin()
    till.wait(hours=1, minutes=50)
    till.gateway.settle(order_id, "paid")  # in the last minutes, and the line dies
    till.gateway.faults = Faults(away=20)
    till.wait(hours=2)
    assert till.order(order_id).state == "paid"


def test_a_crash_between_asking_and_writing_is_mended_by_the_next_run(
    till: Till, monkeypatch: pytest.MonkeyPatch
) -> None:
    order_id = till.begin()
    till.gateway.settle(order_id, "paid")
    with monkeypatch.context() as broken:
        broken.setattr("services.money.payments._take_in", _dies)
        with pytest.raises(KeyboardInterrupt):
            till.wait(minutes=2)
    assert till.order(order_id).state == "pending"
    assert [job.kind for job in till.world.jobs.waiting()] == [SETTLE]
    till.world.run()
    assert till.order(order_id).state == "paid"


def _dies(*_: object) -> None:
    raise KeyboardInterrupt


def test_a_gateway_that_is_away_takes_no_order_with_it(till: Till) -> None:
    till.gateway.faults = Faults(away=1)
    with pytest.raises(PaymentUnavailable):
        till.begin()
    assert till.states() == ["pending"]
    till.begin()
    assert till.states() == ["pending"]


# --- who says it ------------------------------------------------------------------------------------

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
