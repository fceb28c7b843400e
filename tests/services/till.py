"""A toy world in which one citizen pays: the gateway, a finished draft, what was ordered and what is owed."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from typing import Any

from services.citizens import declarations
from services.money import payments
from services.money.gateway.contract import Payment
from services.money.gateway.stand_in import StandInGateway
from storage import dossiers, messages, people
from storage import payments as rows
from storage.engine import read_transaction, write_transaction
from storage.payments import PaymentOrderRow
from tests import toy_procedures as toys
from tests.services.test_chain import ANSWERS, SLUG
from tests.world import ScriptedAgency, World, build_world, citizen
from workflows.charges import Fee
from workflows.conditions import is_false, is_true
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
            due = rows.refunds_due(connection, people.offices(connection))
            return [(order.refund_due, order.refund_reason) for order in due]

    def letters(self) -> list[str]:
        with read_transaction(self.context.engine) as connection:
            return [letter.letter for letter in messages.letters_of(connection, self.draft)]

    def wait(self, **by: float) -> None:
        self.world.run_until(self.world.clock.now() + timedelta(**by))
