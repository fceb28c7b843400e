"""The keys that sign results: of a demo certificate authority, or the operator's own.

The demo authority is made at the first start and kept in the data folder, never in the repository. Every
office signs with a certificate of its own, and every certificate says that it is a demonstration.
"""

import os
import tempfile
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import UTC, datetime
from functools import cache
from pathlib import Path
from threading import Lock
from typing import Protocol

from cryptography import x509
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.serialization import (
    Encoding,
    NoEncryption,
    PrivateFormat,
    load_pem_private_key,
    pkcs12,
)
from cryptography.x509.oid import NameOID

DEMONSTRATION = "Trình diễn, không chính thức"
# Longer than any demonstration or simulated story; the operator's own certificates say their own time.
VALID = (datetime(2020, 1, 1, tzinfo=UTC), datetime(2050, 1, 1, tzinfo=UTC))
HERE = "http://127.0.0.1:8000"
LONGEST_NAME = 64  # bytes of a name in a certificate: what the library takes for the limit of RFC 5280


@dataclass(frozen=True, slots=True)
class Seals:
    """What documents are made with: the offices' keys, and the address under which people reach us."""

    keys: "Keys" = field(default_factory=lambda: DemoAuthority())
    address: str = HERE


class NoSigningKey(Exception):
    """No certificate signs for this office."""


@dataclass(frozen=True, slots=True)
class SigningKey:
    """What one office signs with: its private key and certificate, both as DER, and who vouches for it."""

    key: bytes
    certificate: bytes
    issuers: tuple[bytes, ...] = ()


class Keys(Protocol):
    """Where signing keys come from."""

    def of(self, office_id: str, name: str) -> SigningKey:
        """Return what the office signs with.

        Raises:
            NoSigningKey: nobody has set one up for it.
        """

    def roots(self) -> tuple[bytes, ...]:
        """Return the certificates, as DER, that a signature must lead back to."""


class DemoAuthority:
    """A certificate authority of the demonstration; without a folder its keys end with the process."""

    def __init__(self, folder: Path | None = None) -> None:
        self._folder = folder
        self._lock = Lock()
        self._made: dict[str, bytes] = {}

    def of(self, office_id: str, name: str) -> SigningKey:
        """Return what the office signs with; its certificate is made when it first signs."""
        root = self._kept("root", _root)
        kept = self._kept(office_id.replace(":", "-"), lambda: _certified(root, office_id, name))
        return SigningKey(*_parts(kept), issuers=(_parts(root)[1],))

    def roots(self) -> tuple[bytes, ...]:
        """Return the certificate of the demo authority itself."""
        return (_parts(self._kept("root", _root))[1],)

    def _kept(self, name: str, make: Callable[[], bytes]) -> bytes:
        """Return a key and its certificate as PEM, made once and the same for every process."""
        with self._lock:
            if name not in self._made:
                self._made[name] = make() if self._folder is None else _in_file(self._folder, name, make)
            return self._made[name]


class OperatorKeys:
    """PKCS#12 files of the operator: `<authority>-<area>.p12`, or `<authority>.p12` for all its offices.

    `roots.pem` beside them holds the certificates that signatures must lead back to; those of earlier
    years stay in it, or documents signed under them would no longer verify.
    """

    def __init__(self, folder: Path, password: str) -> None:
        """Read the roots at once, so that a wrong folder stops the start and not the first result.

        Raises:
            NoSigningKey: the folder has no `roots.pem`.
        """
        self._folder, self._password = folder, password.encode()
        file = folder / "roots.pem"
        if not file.is_file():
            raise NoSigningKey(f"{file} is missing")
        self._roots = tuple(_der(one) for one in x509.load_pem_x509_certificates(file.read_bytes()))

    def of(self, office_id: str, name: str) -> SigningKey:
        """Return what the office, or its whole authority, signs with."""
        authority = office_id.partition(":")[0]
        for stem in (office_id.replace(":", "-"), authority):
            file = self._folder / f"{stem}.p12"
            if file.is_file():
                return _opened(file.read_bytes(), self._password)
        raise NoSigningKey(f"no PKCS#12 file signs for {office_id} ({name})")

    def roots(self) -> tuple[bytes, ...]:
        """Return the certificates of `roots.pem`."""
        return self._roots


def open_seals(address: str, folder: Path | None, password: str, *, data: Path, production: bool) -> Seals:
    """Return the operator's keys from their folder, or those of a demo authority in the data folder.

    Raises:
        NoSigningKey: the folder lacks `roots.pem`, or it is production and nobody named a folder.
    """
    address = address or HERE
    if folder is not None:
        return Seals(OperatorKeys(folder, password), address)
    if production:
        raise NoSigningKey("in production results are signed with the operator's keys: set KML_SIGNING_KEYS")
    return Seals(DemoAuthority(data / "signing"), address)


def fingerprint(certificate: bytes) -> str:
    """Return the SHA-256 fingerprint of a certificate given as DER."""
    return x509.load_der_x509_certificate(certificate).fingerprint(hashes.SHA256()).hex()


@cache
def common_name(certificate: bytes) -> str:
    """Return whom a certificate given as DER names."""
    named = x509.load_der_x509_certificate(certificate).subject.get_attributes_for_oid(NameOID.COMMON_NAME)
    return str(named[0].value) if named else ""


# --- making -----------------------------------------------------------------------------------------


def _root() -> bytes:
    key = ec.generate_private_key(ec.SECP256R1())
    name = _name("Khai một lần – nơi cấp chứng thư trình diễn", "demo-root")
    made = _certificate(name, name, key.public_key(), signs_certificates=True).sign(key, hashes.SHA256())
    return _pem(key, made)


def _certified(root: bytes, office_id: str, name: str) -> bytes:
    """Return a new key of an office, and its certificate signed by the root."""
    root_key = load_pem_private_key(root, None)
    issuer = x509.load_pem_x509_certificate(root)
    key = ec.generate_private_key(ec.SECP256R1())
    subject = _name(name, office_id)
    wanted = _certificate(subject, issuer.subject, key.public_key(), signs_certificates=False)
    if not isinstance(root_key, ec.EllipticCurvePrivateKey):
        raise NoSigningKey("the demo authority's key is of another kind")
    return _pem(key, wanted.sign(root_key, hashes.SHA256()))


def _certificate(
    subject: x509.Name, issuer: x509.Name, key: ec.EllipticCurvePublicKey, *, signs_certificates: bool
) -> x509.CertificateBuilder:
    usage = x509.KeyUsage(
        digital_signature=not signs_certificates,
        content_commitment=not signs_certificates,
        key_encipherment=False,
        data_encipherment=False,
        key_agreement=False,
        key_cert_sign=signs_certificates,
        crl_sign=signs_certificates,
        encipher_only=False,
        decipher_only=False,
    )
    return (
        x509.CertificateBuilder()
        .subject_name(subject)
        .issuer_name(issuer)
        .public_key(key)
        .serial_number(x509.random_serial_number())
        .not_valid_before(VALID[0])
        .not_valid_after(VALID[1])
        .add_extension(x509.BasicConstraints(signs_certificates, 0 if signs_certificates else None), True)
        .add_extension(usage, True)
    )


def _name(common: str, unit: str) -> x509.Name:
    parts = (
        (NameOID.COUNTRY_NAME, "VN"),
        (NameOID.ORGANIZATION_NAME, DEMONSTRATION),
        (NameOID.ORGANIZATIONAL_UNIT_NAME, unit),
        (NameOID.COMMON_NAME, common),
    )
    return x509.Name([x509.NameAttribute(kind, _cut(words)) for kind, words in parts])


def _cut(words: str) -> str:
    """Shorten a name to what a certificate holds, without breaking a letter."""
    return words.encode()[:LONGEST_NAME].decode(errors="ignore")


def _pem(key: ec.EllipticCurvePrivateKey, certificate: x509.Certificate) -> bytes:
    secret = key.private_bytes(Encoding.PEM, PrivateFormat.PKCS8, NoEncryption())
    return secret + certificate.public_bytes(Encoding.PEM)


def _parts(pem: bytes) -> tuple[bytes, bytes]:
    """Return key and certificate of a PEM text, each as DER."""
    key = load_pem_private_key(pem, None)
    secret = key.private_bytes(Encoding.DER, PrivateFormat.PKCS8, NoEncryption())
    return secret, _der(x509.load_pem_x509_certificate(pem))


def _der(certificate: x509.Certificate) -> bytes:
    return certificate.public_bytes(Encoding.DER)


@cache
def _opened(content: bytes, password: bytes) -> SigningKey:
    key, certificate, others = pkcs12.load_key_and_certificates(content, password or None)
    if key is None or certificate is None:
        raise NoSigningKey("a PKCS#12 file holds no key, or no certificate")
    secret = key.private_bytes(Encoding.DER, PrivateFormat.PKCS8, NoEncryption())
    return SigningKey(secret, _der(certificate), tuple(_der(other) for other in others))


def _in_file(folder: Path, name: str, make: Callable[[], bytes]) -> bytes:
    """Read a file, or write it whole first; of two processes that make it, one wins and both read that."""
    file = folder / f"{name}.pem"
    if not file.exists():
        folder.mkdir(parents=True, exist_ok=True, mode=0o700)
        with tempfile.NamedTemporaryFile(dir=folder, delete=False) as draft:  # readable by its owner only
            draft.write(make())
            draft.flush()
            os.fsync(draft.fileno())
        try:
            os.link(draft.name, file)
        except FileExistsError:
            pass
        finally:
            os.unlink(draft.name)
    return file.read_bytes()
