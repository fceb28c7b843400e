"""Paying, with a gateway that says things twice, late, wrongly, or not at all."""

from __future__ import annotations

from dataclasses import replace

import pytest

from services.jobs import SETTLE
from services.money import payments
from services.money.gateway.contract import NoGateway, Payment
from services.money.gateway.stand_in import Faults
from storage import dossiers
from storage.engine import write_transaction
from tests.services.test_chain import SLUG
from tests.services.till import BACK, Till
from tests.world import citizen
from workflows.errors import (
    DeclarationIncomplete,
    NotFound,
    PaymentDue,
    PaymentUnavailable,
)

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


# --- the browser was closed, the gateway was away -------------------------------------------------


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
