"""How a call-back proves that the gateway sent it: HMAC-SHA256 over the instant and the very bytes."""

import hmac
import json
from collections.abc import Mapping
from datetime import datetime, timedelta
from typing import Any, Final

from pydantic import BaseModel, ConfigDict, Field, ValidationError

from services.money.gateway.contract import Outcome, Payment
from workflows.errors import NoticeBroken, NoticeForged
from workflows.words import Text

SIGNATURE = "X-Payment-Signature"
SIGNED_AT = "X-Payment-Signed-At"
AGE: Final = timedelta(minutes=5)  # how old, or how far ahead, a signature may be
LONGEST = 4_000  # bytes of a call-back
MOST = 2_000_000_000  # VND
FORGED = Text(
    vi="Chữ ký không đúng hoặc đã quá 5 phút. Không có gì được ghi nhận.",
    en="The signature is not right, or older than 5 minutes. Nothing was recorded.",
)
BROKEN = Text(
    vi="Không hiểu nội dung thông báo thanh toán này. Không có gì được ghi nhận.",
    en="This payment notice cannot be understood. Nothing was recorded.",
)


class _Said(BaseModel):
    """The JSON of a call-back; what is missing, too much or of another kind is refused."""

    model_config = ConfigDict(strict=True, extra="forbid")

    transaction_id: str = Field(pattern=r"^[A-Za-z0-9-]{1,64}$")
    order_id: str = Field(pattern=r"^[A-Za-z0-9-]{1,64}$")
    outcome: Outcome
    amount: int = Field(ge=0, le=MOST)


def written(payment: Payment) -> bytes:
    """Return the body of a call-back."""
    said = {
        "transaction_id": payment.transaction_id,
        "order_id": payment.order_id,
        "outcome": payment.outcome,
        "amount": payment.amount,
    }
    return json.dumps(said).encode()


def signed(secret: bytes, body: bytes, at: datetime) -> dict[str, str]:
    """Return the headers that prove a body."""
    instant = at.isoformat()
    return {SIGNED_AT: instant, SIGNATURE: _proof(secret, instant, body)}


def read(secret: bytes, body: bytes, headers: Mapping[str, str], now: datetime) -> Payment:
    """Return what a call-back says, once it is proven.

    Raises:
        NoticeForged: the proof is missing, wrong, or too old.
        NoticeBroken: what is proven cannot be understood.
    """
    instant, proof = headers.get(SIGNED_AT, ""), headers.get(SIGNATURE, "")
    if len(body) > LONGEST or not hmac.compare_digest(
        _proof(secret, instant, body).encode(), proof.encode("utf-8", "replace")
    ):
        raise NoticeForged(text=FORGED)
    if not _fresh(instant, now):
        raise NoticeForged(text=FORGED)
    try:
        said: dict[str, Any] = _Said.model_validate_json(body).model_dump()
    except (ValidationError, ValueError, RecursionError):
        raise NoticeBroken(text=BROKEN) from None
    return Payment(**said)


def _proof(secret: bytes, instant: str, body: bytes) -> str:
    return hmac.new(secret, instant.encode("utf-8", "replace") + b"\n" + body, "sha256").hexdigest()


def _fresh(instant: str, now: datetime) -> bool:
    try:
        return abs(now - datetime.fromisoformat(instant)) <= AGE
    except (ValueError, TypeError):  # no instant, or one without a zone
        return False
