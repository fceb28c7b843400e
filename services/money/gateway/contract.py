"""What the product asks of a payment gateway, whichever it is."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Literal, Protocol

from workflows.errors import PaymentUnavailable
from workflows.words import Text

Outcome = Literal["paid", "refused"]
NOT_SET_UP = Text(
    vi="Hệ thống này chưa nối với cổng thanh toán nào. Khoản này nộp tại cơ quan giải quyết.",
    en="This system is not connected to a payment gateway. The sum is paid at the office.",
)


@dataclass(frozen=True, slots=True)
class Bill:
    """What is to be paid, as the gateway is told; the order's id is the key under which it absorbs repeats.

    `amount` is in VND. After `expires_at` the gateway takes no money for it.
    """

    order_id: str
    amount: int
    text: str
    return_to: str
    expires_at: datetime


@dataclass(frozen=True, slots=True)
class Payment:
    """What became of one attempt to pay; its transaction id is the gateway's own and never used twice."""

    transaction_id: str
    order_id: str
    outcome: Outcome
    amount: int


class Gateway(Protocol):
    """Takes bills, and says what was paid."""

    @property
    def connected(self) -> bool:
        """Say whether one can pay online at all."""
        ...

    def open(self, bill: Bill) -> str:
        """Make a bill known and return the address at which it is paid; a repeat is harmless.

        Raises:
            PaymentUnavailable: the gateway cannot be reached.
        """
        ...

    def payments_for(self, order_id: str) -> tuple[Payment, ...]:
        """Say everything that became of an order's bill, in the order in which it happened.

        Raises:
            PaymentUnavailable: the gateway cannot be reached.
        """
        ...

    def read(self, body: bytes, headers: Mapping[str, str], now: datetime) -> Payment:
        """Read a call-back of the gateway.

        Raises:
            NoticeForged: the gateway did not sign it, or signed it too long ago.
            NoticeBroken: it is signed, but nobody can understand it.
        """
        ...


class NoGateway:
    """What stands where no gateway is set up: nothing is paid online."""

    connected = False

    def open(self, bill: Bill) -> str:
        raise PaymentUnavailable(text=NOT_SET_UP)

    def payments_for(self, order_id: str) -> tuple[Payment, ...]:
        raise PaymentUnavailable(text=NOT_SET_UP)

    def read(self, body: bytes, headers: Mapping[str, str], now: datetime) -> Payment:
        raise PaymentUnavailable(text=NOT_SET_UP)
