"""Keeps bytes that only the product may read: papers of citizens, results, forms that wait for a sign-in.

AES-256-GCM by the `cryptography` library. A sealed box says under which key it was sealed, so that keys
can change while old boxes stay readable, and it opens only for the purpose it was sealed for.
"""

from __future__ import annotations

import base64
import secrets
from collections.abc import Mapping
from pathlib import Path

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM

KEY_BYTES = 32
NONCE_BYTES = 12


class VaultBroken(Exception):
    """A box was changed, or sealed under a key or for a purpose that is not this one."""


class Vault:
    """Seals under its newest key; opens what any of its keys sealed. Keys are numbered 1 to 255."""

    def __init__(self, keys: Mapping[int, bytes]) -> None:
        if not keys or any(not 1 <= number <= 255 or len(key) != KEY_BYTES for number, key in keys.items()):
            raise ValueError(f"a vault needs keys of {KEY_BYTES} bytes, numbered 1 to 255")
        self._keys = {number: AESGCM(key) for number, key in keys.items()}
        self._newest = max(keys)

    @classmethod
    def of_this_process(cls) -> Vault:
        """Return a vault whose key nobody keeps: for simulations and tests."""
        return cls({1: secrets.token_bytes(KEY_BYTES)})

    def seal(self, plain: bytes, about: str) -> bytes:
        """Seal bytes for one purpose; `about` names it (`paper:<id>`) and must be given again to open."""
        nonce = secrets.token_bytes(NONCE_BYTES)
        return bytes([self._newest]) + nonce + self._keys[self._newest].encrypt(nonce, plain, about.encode())

    def open(self, sealed: bytes, about: str) -> bytes:
        """Return the bytes of a box.

        Raises:
            VaultBroken: the box was changed, is another's, or its key is not here.
        """
        key = self._keys.get(sealed[0]) if len(sealed) > NONCE_BYTES else None
        if key is None:
            raise VaultBroken("no key opens this box")
        try:
            return key.decrypt(sealed[1 : 1 + NONCE_BYTES], sealed[1 + NONCE_BYTES :], about.encode())
        except InvalidTag:
            raise VaultBroken("the box was changed, or is not about this") from None


def open_vault(given: str, data: Path) -> Vault:
    """Return the vault of the operator's keys, or of one kept in the data folder.

    `given` holds keys as `1:<base64 of 32 bytes>`, separated by commas; the highest number seals.

    Raises:
        ValueError: the keys cannot be read.
    """
    if given:
        pairs = (part.strip().partition(":") for part in given.split(","))
        return Vault({int(number): base64.b64decode(key, validate=True) for number, _, key in pairs})
    file = data / "vault.key"
    if not file.exists():
        file.parent.mkdir(parents=True, exist_ok=True)
        file.touch(mode=0o600)
        file.write_bytes(base64.b64encode(secrets.token_bytes(KEY_BYTES)))
    return Vault({1: base64.b64decode(file.read_bytes())})
