"""Notices that hospitals of the demonstration sign and send by themselves, each under a key of its own."""

from collections.abc import Mapping
from datetime import timedelta
from pathlib import Path
from typing import Any

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from cryptography.hazmat.primitives.serialization import (
    Encoding,
    NoEncryption,
    PrivateFormat,
    PublicFormat,
    load_pem_private_key,
)

from services.access import actors
from services.agencies.contract import Agencies
from services.citizens import notices
from services.demo.families import HAC_THANH_DEATH, MUONG_HUM_BIRTH
from services.exchange import agency_keys
from services.unit_of_work import Context
from storage import notices as rows
from storage.notices import AgencyKeyRow, keep_agency_key
from workflows.forms.lists import Lists

HOSPITAL_KEY = "hospital:demo"
SIGNED_BEFORE = timedelta(hours=1)
# Who is told by itself: a mother in a mountain commune, and a daughter.
TOLD: tuple[tuple[str, Mapping[str, Mapping[str, Any]], Mapping[str, str]], ...] = (
    ("birth-notice", MUONG_HUM_BIRTH.notices, {}),
    ("death-notice", HAC_THANH_DEATH.notices, {"relative-id": HAC_THANH_DEATH.people[1].id}),
)


def hand_in_key(
    context: Context, private_pem: bytes, agency: str = "hospital", key_id: str = HOSPITAL_KEY
) -> None:
    """Register the public half of an agency's key."""
    public = load_pem_private_key(private_pem, None).public_key()
    pem = public.public_bytes(Encoding.PEM, PublicFormat.SubjectPublicKeyInfo).decode()
    with context.work(actors.SYSTEM) as uow:
        keep_agency_key(uow.connection, AgencyKeyRow(id=key_id, agency=agency, public_pem=pem))


def new_key() -> bytes:
    """Make the private half of a key, as PEM."""
    key = Ed25519PrivateKey.generate()
    return key.private_bytes(Encoding.PEM, PrivateFormat.PKCS8, NoEncryption())


def send_notices(context: Context, agencies: Agencies, lists: Lists, data: Path) -> int:
    """Let the demonstration's hospital sign and send its notices; say how many forms now stand ready.

    What was sent before is not sent again.
    """
    file = data / "hospital.key"
    if not file.exists():
        file.touch(mode=0o600)
        file.write_bytes(new_key())
    private_pem = file.read_bytes()
    hand_in_key(context, private_pem)
    issued_at = (context.clock.now() - SIGNED_BEFORE).isoformat()
    ready = 0
    for kind, known, also in TOLD:
        for number, items in known.items():
            if _sent(context, kind, number):
                continue
            payload = {"notice": kind, "number": number, "issued-at": issued_at, "items": {**items, **also}}
            token = agency_keys.signed(payload, HOSPITAL_KEY, private_pem)
            ready += notices.receive(context, agencies, lists, token).form_ready
    return ready


def _sent(context: Context, kind: str, number: str) -> bool:
    with context.reading(actors.SYSTEM) as uow:
        return rows.notice(uow.connection, kind, number) is not None
