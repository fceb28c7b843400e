"""Signing and checking signatures of documents: PAdES, by pyHanko, without network.

The library is loaded at the first use: whoever only moves cases need not wait for it.
"""

from __future__ import annotations

import logging
from datetime import datetime
from io import BytesIO
from typing import TYPE_CHECKING, Any

from services.documents.keys import Keys, SigningKey, fingerprint

if TYPE_CHECKING:
    from pyhanko.sign.signers import PdfSigner, SimpleSigner

FIELD = "ket-qua"
# Room for the signature inside the file; a signature with its certificates takes about 3,000 bytes.
SIGNATURE_BYTES = 8192


def sign(pdf: bytes, key: SigningKey, *, at: datetime, reason: str) -> bytes:
    """Sign a PDF with the key of an office, so that nothing may be added to it afterwards."""
    from pyhanko.pdf_utils.incremental_writer import IncrementalPdfFileWriter

    signed = _pdf_signer(key, at, reason).sign_pdf(
        IncrementalPdfFileWriter(BytesIO(pdf)), bytes_reserved=2 * SIGNATURE_BYTES
    )
    return bytes(signed.getvalue())


def is_sealed_by(pdf: bytes, keys: Keys, signed_with: str, *, at: datetime) -> bool:
    """Say whether the one signature of a PDF covers all of it, is unbroken, and is of that certificate.

    `signed_with` is the fingerprint of the certificate; it must lead back to one of the roots.
    """
    from asn1crypto import x509  # type: ignore[import-untyped]
    from pyhanko.pdf_utils.reader import PdfFileReader
    from pyhanko.sign.validation import validate_pdf_signature
    from pyhanko.sign.validation.status import SignatureCoverageLevel
    from pyhanko_certvalidator import ValidationContext

    roots = [x509.Certificate.load(root) for root in keys.roots()]
    logging.getLogger("pyhanko.sign.validation").setLevel(logging.CRITICAL)  # a broken copy is no incident
    try:
        signatures = PdfFileReader(BytesIO(pdf)).embedded_signatures
        if len(signatures) != 1:
            return False
        context = ValidationContext(trust_roots=roots, allow_fetching=False, moment=at)
        found = validate_pdf_signature(signatures[0], context)
    except Exception:  # whatever a broken file makes the reader say: it is no document of ours
        return False
    return bool(
        found.bottom_line
        and found.coverage is SignatureCoverageLevel.ENTIRE_FILE
        and fingerprint(found.signing_cert.dump()) == signed_with
    )


def _pdf_signer(key: SigningKey, at: datetime, reason: str) -> PdfSigner:
    from pyhanko.sign.fields import MDPPerm, SigSeedSubFilter
    from pyhanko.sign.signers import PdfSignatureMetadata, PdfSigner

    class SignerOfThatMoment(PdfSigner):
        """Signs at the moment of the unit of work, not of the machine: simulation moves its clock."""

        def init_signing_session(self, *args: Any, **named: Any) -> Any:
            session = super().init_signing_session(*args, **named)
            session.system_time = at
            return session

    metadata = PdfSignatureMetadata(
        field_name=FIELD,
        subfilter=SigSeedSubFilter.PADES,
        md_algorithm="sha256",
        reason=reason,
        certify=True,
        docmdp_permissions=MDPPerm.NO_CHANGES,
    )
    return SignerOfThatMoment(metadata, signer=_signer(key))


def _signer(key: SigningKey) -> SimpleSigner:
    from asn1crypto import keys, x509
    from pyhanko.sign.signers import SimpleSigner
    from pyhanko_certvalidator.registry import SimpleCertificateStore

    issuers = [x509.Certificate.load(one) for one in key.issuers]
    return SimpleSigner(
        signing_cert=x509.Certificate.load(key.certificate),
        signing_key=keys.PrivateKeyInfo.load(key.key),
        cert_registry=SimpleCertificateStore.from_certs(issuers),  # type: ignore[no-untyped-call]
    )
