"""The job that makes the document of a result: read, then draw and sign, then store; safe to repeat."""

import hashlib
from typing import Any

from services import effects
from services.access import actors
from services.documents.codes import new_code
from services.documents.contents import Contents, contents_of
from services.documents.keys import fingerprint
from services.documents.rendering import render
from services.documents.signing import sign
from services.unit_of_work import Context, UnitOfWork
from storage import documents, dossiers
from storage.documents import DocumentRow

REASON = "Ký số kết quả – bản trình diễn, không chính thức"
PAGE = "xac-thuc"  # where anybody verifies a document; the address stands on paper and must not change


def make(context: Context, payload: dict[str, Any]) -> None:
    """Draw and sign one result and store it; when its document is there already, nothing changes.

    A result that was replaced in the meantime gets its document all the same: the page
    that verifies it says so.
    """
    output_id = str(payload["output_id"])
    with context.reading(actors.SYSTEM) as uow:
        if documents.document(uow.connection, output_id) is not None:
            return
        contents = contents_of(uow, output_id)
    code, now = new_code(), context.clock.now()
    key = context.seals.keys.of(contents.office_id, contents.office.vi)
    drawn = render(contents, code=code, address=address_of(context, code), at=now)
    signed = sign(drawn, key, at=now, reason=REASON)
    with context.work(actors.SYSTEM) as uow:
        _store(uow, contents, code, fingerprint(key.certificate), signed)


def address_of(context: Context, code: str) -> str:
    """Return the public address at which a document is verified; it says nothing but the code."""
    return f"{context.seals.address.rstrip('/')}/{PAGE}/{code}"


def about(output_id: str) -> str:
    """Return for what the vault seals a document."""
    return f"document:{output_id}"


def report_dead(context: Context, payload: dict[str, Any]) -> None:
    """Write into the journal that a document could not be made, so that somebody looks, and order it anew."""
    with context.work(actors.SYSTEM) as uow:
        output = documents.output(uow.connection, str(payload["output_id"]))
        if output is not None and documents.document(uow.connection, output.id) is None:
            effects.order_document(uow, output.id, tries=int(payload.get("tries", 0)) + 1)
            uow.record(
                "document-not-made",
                dossier_id=output.dossier_id,
                case_id=output.case_id,
                data={"output": output.code},
            )


def _store(uow: UnitOfWork, contents: Contents, code: str, signed_with: str, signed: bytes) -> None:
    dossiers.dossier(uow.connection, contents.dossier_id, lock=True)  # of two that made it, one stores it
    if documents.document(uow.connection, contents.output_id) is not None:
        return
    documents.add(
        uow.connection,
        DocumentRow(
            output_id=contents.output_id,
            dossier_id=contents.dossier_id,
            code=code,
            sha256=hashlib.sha256(signed).hexdigest(),
            signed_with=signed_with,
            content=uow.context.vault.seal(signed, about(contents.output_id)),
            made_at=uow.now,
        ),
    )
