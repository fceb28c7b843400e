"""A payment gateway for demonstration and tests (cổng thanh toán giả lập): no money moves anywhere.

It keeps books of its own, in a file of its own: it outlives our crashes as another company's system does.
"""

import secrets
import sqlite3
from collections.abc import Iterator, Mapping
from contextlib import closing, contextmanager
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from services.money.gateway import signatures
from services.money.gateway.contract import Bill, Outcome, Payment
from services.time.clock import Clock, SystemClock
from workflows.errors import NotFound, PaymentUnavailable
from workflows.words import Text

ADDRESS = "/cong-thanh-toan-gia-lap/"
_TABLES = (
    "CREATE TABLE IF NOT EXISTS secret (one INTEGER PRIMARY KEY CHECK (one = 1), bytes BLOB NOT NULL)",
    "CREATE TABLE IF NOT EXISTS bill (order_id TEXT PRIMARY KEY, amount INTEGER NOT NULL, text TEXT NOT NULL,"
    " return_to TEXT NOT NULL, expires_at TEXT NOT NULL) WITHOUT ROWID",
    "CREATE TABLE IF NOT EXISTS payment (seq INTEGER PRIMARY KEY AUTOINCREMENT, order_id TEXT NOT NULL,"
    " outcome TEXT NOT NULL, amount INTEGER NOT NULL)",
)
NO_SUCH_BILL = Text(vi="Cổng không biết khoản này.", en="The gateway knows no such bill.")
AWAY = Text(
    vi="Cổng thanh toán đang không trả lời. Chưa có khoản nào bị trừ; hãy thử lại sau ít phút.",
    en="The payment gateway does not answer. Nothing was charged; try again in a few minutes.",
)


@dataclass
class Faults:
    """How the stand-in misbehaves: `away` for so many calls, tells so many `times`, or of another amount."""

    away: int = 0
    times: int = 1
    amount_off_by: int = 0


class StandInGateway:
    """Takes bills, lets somebody pay or refuse them, and calls back with its signature."""

    connected = True

    def __init__(self, path: Path, clock: Clock | None = None) -> None:
        self._path = path
        self._clock = clock or SystemClock()
        self.faults = Faults()
        with self._books() as books:
            for table in _TABLES:
                books.execute(table)
            books.execute("INSERT OR IGNORE INTO secret VALUES (1, ?)", (secrets.token_bytes(32),))
            self._secret: bytes = books.execute("SELECT bytes FROM secret").fetchone()[0]

    def open(self, bill: Bill) -> str:
        self._be_away()
        with self._books() as books:
            books.execute(
                "INSERT OR IGNORE INTO bill VALUES (?, ?, ?, ?, ?)",
                (bill.order_id, bill.amount, bill.text, bill.return_to, bill.expires_at.isoformat()),
            )
        return ADDRESS + bill.order_id

    def payments_for(self, order_id: str) -> tuple[Payment, ...]:
        self._be_away()
        with self._books() as books:
            rows = books.execute(
                "SELECT seq, order_id, outcome, amount FROM payment WHERE order_id = ? ORDER BY seq",
                (order_id,),
            ).fetchall()
        return tuple(_payment(row) for row in rows)

    def read(self, body: bytes, headers: Mapping[str, str], now: datetime) -> Payment:
        return signatures.read(self._secret, body, headers, now)

    # --- what happens on the gateway's own pages -----------------------------------------------------

    def bill(self, order_id: str) -> Bill:
        """Read a bill.

        Raises:
            NotFound: the gateway was never told of it.
        """
        with self._books() as books:
            row = books.execute("SELECT * FROM bill WHERE order_id = ?", (order_id,)).fetchone()
        if row is None:
            raise NotFound(text=NO_SUCH_BILL)
        found, amount, text, return_to, expires_at = row
        return Bill(found, amount, text, return_to, datetime.fromisoformat(expires_at))

    def settle(self, order_id: str, outcome: Outcome) -> Payment:
        """Pay a bill or refuse to; whoever presses a second time gets what the first press did.

        Raises:
            NotFound: there is no such bill, or its time is over.
        """
        bill = self.bill(order_id)
        with self._books() as books:
            last = books.execute(
                "SELECT seq, order_id, outcome, amount FROM payment WHERE order_id = ? ORDER BY seq DESC",
                (order_id,),
            ).fetchone()
            if last is not None and (last[2] == "paid" or last[2] == outcome):
                return _payment(last)
            if self._clock.now() > bill.expires_at:
                raise NotFound(text=NO_SUCH_BILL)
            return self._enter(books, order_id, outcome, bill.amount + self.faults.amount_off_by)

    def charge_again(self, order_id: str) -> Payment:
        """Take the money a second time, as a broken gateway does."""
        amount = self.bill(order_id).amount
        with self._books() as books:
            return self._enter(books, order_id, "paid", amount)

    def call_backs(self, payment: Payment) -> list[tuple[bytes, dict[str, str]]]:
        """Return what the gateway sends to tell of a payment: body and proof, as often as it tells."""
        body = signatures.written(payment)
        return [(body, signatures.signed(self._secret, body, self._clock.now()))] * self.faults.times

    def _enter(self, books: sqlite3.Connection, order_id: str, outcome: Outcome, amount: int) -> Payment:
        entered = books.execute(
            "INSERT INTO payment (order_id, outcome, amount) VALUES (?, ?, ?)", (order_id, outcome, amount)
        )
        return _payment((entered.lastrowid, order_id, outcome, amount))

    def _be_away(self) -> None:
        if self.faults.away:
            self.faults.away -= 1
            raise PaymentUnavailable(text=AWAY)

    @contextmanager
    def _books(self) -> Iterator[sqlite3.Connection]:
        with closing(sqlite3.connect(self._path, timeout=30, isolation_level=None)) as books:
            books.execute("PRAGMA journal_mode=WAL")
            books.execute("BEGIN IMMEDIATE")
            yield books
            books.execute("COMMIT")


def _payment(row: tuple[int | None, str, Outcome, int]) -> Payment:
    seq, order_id, outcome, amount = row
    return Payment(f"GL-{seq:08d}", order_id, outcome, amount)
