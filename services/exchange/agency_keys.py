"""Whether another system really said it: compact JSON Web Signatures by keys that agencies have handed in."""

import json
import warnings
from typing import Any

from joserfc import jws
from joserfc.errors import JoseError
from joserfc.jwk import OKPKey

from services.access import actors
from services.unit_of_work import Context, UnitOfWork
from storage import notices
from storage.notices import AgencyKeyRow
from workflows.errors import NotAllowed
from workflows.words import Text

ALGORITHM = "Ed25519"  # RFC 9864
LONGEST = 64 * 1024  # characters of a signed message
NOT_SIGNED = Text(
    vi="Chữ ký không đúng, hoặc khóa không còn hiệu lực. Không có gì được ghi nhận.",
    en="The signature is not right, or its key is not valid any more. Nothing was recorded.",
)


def signed(payload: dict[str, Any], key_id: str, private_pem: bytes) -> str:
    """Return a payload as a signed message; agencies' side, for the demonstration and for tests."""
    header = {"alg": ALGORITHM, "kid": key_id}
    body = json.dumps(payload, ensure_ascii=False).encode()
    return jws.serialize_compact(header, body, OKPKey.import_key(private_pem), algorithms=[ALGORITHM])


def said_by(context: Context, token: str) -> tuple[str, dict[str, Any]]:
    """Return which agency signed a message, and what it says.

    Raises:
        NotAllowed: no known key signed it, the key has run out, or it is no signed JSON object.
    """
    try:
        signature = jws.extract_compact(token[:LONGEST].encode())
        with context.reading(actors.SYSTEM) as uow:
            row = _valid_key(uow, str(signature.headers().get("kid", "")))
        with warnings.catch_warnings():
            warnings.simplefilter("error")  # a deprecated algorithm is no algorithm
            message = jws.deserialize_compact(
                token, OKPKey.import_key(row.public_pem), algorithms=[ALGORITHM]
            )
        payload = json.loads(message.payload)
    except (JoseError, ValueError, TypeError, RecursionError, Warning):
        raise NotAllowed(text=NOT_SIGNED) from None
    if not isinstance(payload, dict):
        raise NotAllowed(text=NOT_SIGNED)
    return row.agency, payload


def _valid_key(uow: UnitOfWork, key_id: str) -> AgencyKeyRow:
    row = notices.agency_key(uow.connection, key_id)
    if row is None or (row.until is not None and row.until <= uow.now):
        raise NotAllowed(text=NOT_SIGNED)
    return row
