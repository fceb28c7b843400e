"""Verifying a document (xác thực bản điện tử): what its code tells anybody, and what becomes of a copy."""

import hashlib
import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from services.access import actors
from services.access.identity import LOOK_UPS_PER_ADDRESS, WAIT, WINDOW
from services.documents.codes import clean, grouped
from services.documents.contents import NO_SUCH_DOCUMENT, Contents, Line, contents_of, written_day
from services.documents.signing import is_sealed_by
from services.unit_of_work import Context
from storage import documents, sessions
from storage.documents import DocumentRow
from workflows.errors import NotFound, TooManyAttempts
from workflows.words import Kind, Text

MOST_FIELDS = 5
LONG_NUMBER = re.compile(r"\d{9,}")  # personal IDs and card numbers, but no number of a register
OFFICE = Text(vi="Cơ quan cấp", en="Issued by")
ISSUED_ON = Text(vi="Ngày cấp", en="Issued on")
RESULT = Text(vi="Giấy tờ", en="Document")


class Standing(StrEnum):
    """Whether a document may be relied on."""

    VALID = "valid"
    REPLACED = "replaced"  # a corrected version took its place
    REVOKED = "revoked"


class Copy(StrEnum):
    """What became of comparing a copy with the document on which a code stands."""

    GENUINE = "genuine"
    DIFFERENT = "different"  # no document of ours has this content: it was changed, or is another file
    OTHER = "other"  # it is a document of ours, but not this one
    BROKEN = "broken"  # it is what we keep, and what we keep is not sealed by who should have sealed it
    NO_PDF = "no-pdf"


@dataclass(frozen=True, slots=True)
class VerifiedDocument:
    """What anybody who holds a document may learn: its standing, and at most five fields."""

    code: str
    grouped_code: str
    standing: Standing
    fields: tuple[tuple[Text, Text | str], ...]


def verify(context: Context, code: str, address: str) -> VerifiedDocument:
    """Return what the holder of a code may learn; wrong codes are counted for each address.

    Raises:
        NotFound: no document has this code.
        TooManyAttempts: this address has tried too many wrong ones.
    """
    wanted = clean(code)
    with context.reading(actors.NOBODY) as uow:
        row = documents.document_by_code(uow.connection, wanted)
        contents = contents_of(uow, row.output_id) if row else None
    if contents is None:
        count_try(context, address)
        raise NotFound(text=NO_SUCH_DOCUMENT)
    return VerifiedDocument(wanted, grouped(wanted), Standing(contents.standing), public_fields(contents))


def check_copy(context: Context, code: str, content: bytes, address: str) -> Copy:
    """Compare a copy with the document of a code; nothing of it is kept, and every try is counted.

    What differs by one byte is not read any further: the reader of PDF files sees only what we signed
    ourselves. Of that, the signature must hold too, so that a changed row does not vouch for a changed file.

    Raises:
        NotFound: no document has this code.
        TooManyAttempts: this address has tried too often.
    """
    count_try(context, address)
    digest = hashlib.sha256(content).hexdigest()
    with context.reading(actors.NOBODY) as uow:
        row = documents.document_by_code(uow.connection, clean(code))
        known = documents.known_file(uow.connection, digest)
    if row is None:
        raise NotFound(text=NO_SUCH_DOCUMENT)
    if not content.startswith(b"%PDF-"):
        return Copy.NO_PDF
    if row.sha256 != digest:
        return Copy.OTHER if known else Copy.DIFFERENT
    return Copy.GENUINE if _holds(context, row, content) else Copy.BROKEN


def count_try(context: Context, address: str) -> None:
    """Count one try to verify from an address.

    Raises:
        TooManyAttempts: more than anybody needs in a quarter of an hour.
    """
    with context.work(actors.NOBODY) as uow:
        count = sessions.count_try(uow.connection, f"verify:{address}", uow.now, WINDOW)
    if count > LOOK_UPS_PER_ADDRESS:
        raise TooManyAttempts(text=WAIT)


def public_fields(contents: Contents) -> tuple[tuple[Text, Text | str], ...]:
    """Return what the page shows of a result: enough to hold beside the paper, and no more."""
    shown = ((line.label, masked(line.value)) for line in _telling(contents.lines))
    fields: tuple[tuple[Text, Text | str], ...] = (
        (RESULT, contents.title),
        *shown,
        (OFFICE, contents.office),
        (ISSUED_ON, Text(vi=written_day(contents.issued_on), en=f"{contents.issued_on:%d %B %Y}")),
    )
    return fields[:MOST_FIELDS]


def masked(words: str) -> str:
    """Hide the middle of every long number: `001226004321` becomes `001••••••321`."""
    return LONG_NUMBER.sub(lambda found: f"{found[0][:3]}{'•' * (len(found[0]) - 6)}{found[0][-3:]}", words)


def _telling(lines: tuple[Line, ...]) -> Iterator[Line]:
    """Choose two items that tell one result from another: its number, and whom or what it is about."""
    texts = [line for line in lines if line.kind is Kind.TEXT]
    names = [line for line in lines if line.kind is Kind.NAME]
    persons = [line for line in lines if line.kind is Kind.PERSONAL_ID]
    yield from texts[:1]
    yield from (names or texts[1:] or persons)[:1]


def _holds(context: Context, row: DocumentRow, content: bytes) -> bool:
    """Check the signature as of the moment it was made: a certificate that ends later does not undo it."""
    return is_sealed_by(content, context.seals.keys, row.signed_with, at=row.made_at)
