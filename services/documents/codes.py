"""The code of a document: unguessable, short enough to read out, and drawn as a QR picture."""

import secrets
from io import BytesIO

import segno

# No letter that is easily taken for another (0 O, 1 I L, U V).
LETTERS = "23456789ABCDEFGHJKMNPQRSTWXYZ"
LENGTH = 24  # 29 letters to the power of 24 are more than 2 to the power of 116
GROUP = 4


def new_code() -> str:
    """Return a code that nobody can guess; it says nothing about what it stands on."""
    return "".join(secrets.choice(LETTERS) for _ in range(LENGTH))


def clean(typed: str) -> str:
    """Return a code as it is kept, from one that somebody typed with spaces, hyphens or small letters."""
    return "".join(letter for letter in typed.upper() if letter.isalnum())[: 2 * LENGTH]


def grouped(code: str) -> str:
    """Return a code in groups that an eye can follow: `ABCD-EFGH-…`."""
    return "-".join(code[start : start + GROUP] for start in range(0, len(code), GROUP))


def qr_svg(address: str) -> str:
    """Draw an address as a QR picture; it holds nothing else."""
    picture = BytesIO()
    segno.make(address, error="m", micro=False).save(picture, kind="svg", xmldecl=False, border=2)
    return picture.getvalue().decode()
