"""Drafts that are found again by their code (mã bản nháp), and how long they are kept."""

import hashlib
import hmac
from datetime import datetime, timedelta

from services.access.actors import NOBODY, ActingFor
from services.unit_of_work import Context, UnitOfWork
from storage import dossiers, drafts
from storage.dossiers import DossierRow
from storage.drafts import DraftCodeRow
from storage.rows import add
from workflows.errors import NotFound
from workflows.words import Text

DRAFT = "draft"
KEPT_FOR = timedelta(days=30)  # after the last save
# Without what is easily mistaken for another: 0 and O, 1, I and L, U and V.
LETTERS = "23456789ABCDEFGHJKMNPQRSTVWXYZ"
PREFIX = "NHAP"
GROUPS, GROUP = 2, 4
NO_SUCH_DRAFT = Text(
    vi="Không có bản nháp nào với mã và số điện thoại này. "
    "Bản nháp đã nộp hoặc quá 30 ngày thì không mở được nữa.",
    en="There is no draft with this code and phone number. One that was submitted, or is older than 30 days, "
    "opens no more.",
)


def give_code(uow: UnitOfWork, draft_id: str) -> str:
    """Give a new draft its code: it cannot be guessed, because ids cannot."""
    while True:
        code = _spelt(hashlib.sha256(f"draft-code:{uow.new_id()}".encode()).digest())
        if drafts.dossier_with_code(uow.connection, code) is None:
            add(uow.connection, DraftCodeRow(code=code, dossier_id=draft_id))
            return code


def kept_until(row: DossierRow) -> datetime:
    """Return until when a draft is kept."""
    return row.saved_at + KEPT_FOR


def find(context: Context, code: str, phone: str) -> ActingFor:
    """Find the draft that has this code and this phone number in it.

    Raises:
        NotFound: no draft fits both; the answer is the same whatever is wrong.
    """
    with context.reading(NOBODY) as uow:
        draft_id = drafts.dossier_with_code(uow.connection, _as_written(code))
        found = held(uow, draft_id) if draft_id else None
        known = _phone_in(uow, found) if found else ""
    # Compared also where nothing was found, so that the answer takes as long.
    same = hmac.compare_digest(_digits(known or "-").encode(), _digits(phone).encode())
    if found is None or not known or not same:
        raise NotFound(text=NO_SUCH_DRAFT)
    return found


def held(uow: UnitOfWork, draft_id: str) -> ActingFor | None:
    """Return the right to fill in one draft, or nothing when it is no draft any more."""
    row = dossiers.dossier(uow.connection, draft_id)
    if row is None or row.state != DRAFT or kept_until(row) < uow.now:
        return None
    return ActingFor(row.id, row.owner, uow.registry.bundle(row.bundle).slug)


def _phone_in(uow: UnitOfWork, found: ActingFor) -> str:
    row = dossiers.dossier(uow.connection, found.draft_id)
    if row is None:
        return ""
    return str(row.answers.get(uow.registry.declaration(row.declaration).phone) or "")


def _spelt(digest: bytes) -> str:
    number = int.from_bytes(digest)
    letters = []
    for _ in range(GROUPS * GROUP):
        number, which = divmod(number, len(LETTERS))
        letters.append(LETTERS[which])
    groups = ["".join(letters[i * GROUP : (i + 1) * GROUP]) for i in range(GROUPS)]
    return "-".join((PREFIX, *groups))


def _as_written(typed: str) -> str:
    """Return a typed code in the shape in which it was given: case, blanks and dashes do not matter."""
    bare = "".join(letter for letter in typed.upper() if letter.isascii() and letter.isalnum())
    bare = bare.removeprefix(PREFIX) if len(bare) > GROUPS * GROUP else bare
    return "-".join((PREFIX, *(bare[i : i + GROUP] for i in range(0, len(bare), GROUP))))


def _digits(phone: str) -> str:
    """Return the digits of a phone number as one dials it in the country."""
    digits = "".join(letter for letter in phone if letter.isascii() and letter.isdigit())
    return f"0{digits[2:]}" if digits.startswith("84") and len(digits) > 10 else digits
