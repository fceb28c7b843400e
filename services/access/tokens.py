"""Tokens that open something for whoever has them: the tables know only their digests."""

import hashlib


def digest(token: str) -> str:
    """Return what a table knows of a token: its SHA-256, in hexadecimal."""
    return hashlib.sha256(token.encode()).hexdigest()
