"""Steps about paying: the way to the gateway, and what the gateway says by itself.

When {person} goes to the payment gateway                {person} đến cổng thanh toán
When {person} sends the declaration off by hand          {person} tự gửi tờ khai đi
When {count} minutes pass                                {count} phút trôi qua
When the gateway says it once more                       cổng thanh toán báo lại lần nữa
When the gateway takes the money a second time           cổng trừ tiền thêm một lần
When somebody else says that it was paid                 kẻ khác báo là đã trả tiền
Then the gateway is answered "{effect}"                  cổng được trả lời "{effect}"
Then the gateway is answered with {status}               cổng được trả lời mã {status}
Then the supervisor sees "{sum}" to give back            người giám sát thấy phải hoàn trả "{sum}"
Then the supervisor sees nothing to give back            người giám sát không thấy khoản nào phải hoàn trả
"""

from dataclasses import dataclass
from typing import Any

import pytest
from pytest_bdd import then, when

from services.demo.people import Person
from services.money.gateway import signatures
from services.money.gateway.contract import Payment
from services.money.gateway.stand_in import StandInGateway
from tests.bdd import looking
from tests.bdd.browser import Page, Visitor
from tests.bdd.town import Town, sign_in
from tests.bdd.words import says

CALL_BACK = "/api/v1/payments/callback"
SUPERVISOR = "giamsat.hanoi"


@dataclass
class Answered:
    """The order that somebody went to pay, and what the product answered to the last call-back."""

    order_id: str = ""
    status: int = 0
    body: Any = None


@pytest.fixture
def answered() -> Answered:
    return Answered()


@when(says("{person:Person} goes to the payment gateway"))
@when(says("{person:Person} đến cổng thanh toán"))
def goes_to_gateway(town: Town, answered: Answered, person: Person) -> None:
    visitor = town.citizen(person)
    visitor.open(f"/{looking.slug_of(town, person)}/phi")
    button = looking.buttons(visitor.page)[-1]
    answered.order_id = visitor.press(button).address.rsplit("/", 1)[-1]


@when(says("{person:Person} sends the declaration off by hand"))
@when(says("{person:Person} tự gửi tờ khai đi"))
def sends_off(town: Town, person: Person) -> None:
    slug = looking.slug_of(town, person)
    looking.by_hand(town.citizen(person), f"/{slug}/nop", {"draft": town.newest_of(person).id})


@when(says("the gateway says it once more"))
@when(says("cổng thanh toán báo lại lần nữa"))
def says_again(town: Town, answered: Answered) -> None:
    _tell(town, answered, _gateway(town).payments_for(answered.order_id)[-1])


@when(says("the gateway takes the money a second time"))
@when(says("cổng trừ tiền thêm một lần"))
def charges_again(town: Town, answered: Answered) -> None:
    _tell(town, answered, _gateway(town).charge_again(answered.order_id))


@when(says("somebody else says that it was paid"))
@when(says("kẻ khác báo là đã trả tiền"))
def somebody_else_says(town: Town, answered: Answered) -> None:
    amount = _gateway(town).bill(answered.order_id).amount
    body = signatures.written(Payment("GL-99", answered.order_id, "paid", amount))
    _send(town, answered, body, signatures.signed(b"another secret", body, town.clock.now()))


@then(says('the gateway is answered "{effect}"'))
@then(says('cổng được trả lời "{effect}"'))
def answered_effect(answered: Answered, effect: str) -> None:
    assert (answered.status, answered.body["effect"]) == (200, effect)


@then(says("the gateway is answered with {status:d}"))
@then(says("cổng được trả lời mã {status:d}"))
def answered_status(answered: Answered, status: int) -> None:
    assert (answered.status, answered.body["status"]) == (status, status)


@then(says('the supervisor sees "{sum_}" to give back'))
@then(says('người giám sát thấy phải hoàn trả "{sum_}"'))
def supervisor_sees(town: Town, sum_: str) -> None:
    assert sum_ in _owed(town).words


@then(says("the supervisor sees nothing to give back"))
@then(says("người giám sát không thấy khoản nào phải hoàn trả"))
def supervisor_sees_nothing(town: Town) -> None:
    assert town.said("Không có khoản nào phải hoàn trả.") in _owed(town).words


def _gateway(town: Town) -> StandInGateway:
    gateway = town.context.gateway
    assert isinstance(gateway, StandInGateway)
    return gateway


def _tell(town: Town, answered: Answered, payment: Payment) -> None:
    for body, headers in _gateway(town).call_backs(payment):
        _send(town, answered, body, headers)


def _send(town: Town, answered: Answered, body: bytes, headers: dict[str, str]) -> None:
    answer = town.app.test_client().post(CALL_BACK, data=body, headers=headers)
    answered.status, answered.body = answer.status_code, answer.get_json(force=True)


def _owed(town: Town) -> Page:
    visitor = Visitor(town.app, town.language)
    sign_in(visitor, "can-bo", SUPERVISOR, town.said("Đăng nhập"))
    return visitor.open("/giam-sat/hoan-tra")
