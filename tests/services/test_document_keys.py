"""Where signing keys come from: a demo authority that is kept, or the operator's own files."""

import stat
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime
from pathlib import Path

import pytest
from cryptography import x509
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.serialization import (
    BestAvailableEncryption,
    Encoding,
    load_der_private_key,
    pkcs12,
)

from services.documents.keys import (
    DemoAuthority,
    NoSigningKey,
    OperatorKeys,
    SigningKey,
    common_name,
    fingerprint,
    open_seals,
)
from services.documents.rendering import render
from services.documents.signing import is_sealed_by, sign
from tests.services.test_document_rendering import NOW, OUTPUTS, contents

OFFICE, NAME = "civil-status:00004", "Hộ tịch – Phường Ba Đình"


def a_pdf() -> bytes:
    made = contents(next(iter(OUTPUTS.values())), ())
    return render(made, code="A" * 24, address="http://127.0.0.1/A", at=NOW)


def test_the_demo_authority_is_kept_and_readable_by_its_owner_only(tmp_path: Path) -> None:
    first = DemoAuthority(tmp_path / "signing")
    key = first.of(OFFICE, NAME)
    again = DemoAuthority(tmp_path / "signing")
    assert (again.of(OFFICE, NAME), again.roots()) == (key, first.roots())
    files = list((tmp_path / "signing").iterdir())
    assert {file.name for file in files} == {"root.pem", "civil-status-00004.pem"}
    assert {stat.S_IMODE(file.stat().st_mode) for file in files} == {0o600}


def test_processes_that_start_together_end_with_one_authority(tmp_path: Path) -> None:
    authorities = [DemoAuthority(tmp_path / "signing") for _ in range(8)]
    with ThreadPoolExecutor(8) as pool:
        keys = set(pool.map(lambda one: one.of(OFFICE, NAME), authorities))
        roots = set(pool.map(DemoAuthority.roots, authorities))
    assert (len(keys), len(roots)) == (1, 1)


def test_every_certificate_names_its_office_and_says_that_it_is_a_demonstration(tmp_path: Path) -> None:
    authority = DemoAuthority()
    long_name = "Ủy ban nhân dân " * 10
    for office, name in ((OFFICE, NAME), ("police:00004", long_name)):
        certificate = authority.of(office, name).certificate
        assert name.startswith(common_name(certificate))
        assert len(common_name(certificate)) > 15
        read = x509.load_der_x509_certificate(certificate)
        assert "Trình diễn, không chính thức" in read.subject.rfc4514_string().replace("\\,", ",")
        assert office in read.subject.rfc4514_string()
        read.verify_directly_issued_by(x509.load_der_x509_certificate(authority.roots()[0]))


def test_the_moment_of_signing_is_the_one_of_the_unit_of_work() -> None:
    authority = DemoAuthority()
    key = authority.of(OFFICE, NAME)
    at = datetime(2027, 2, 3, 4, 5, 6, tzinfo=UTC)
    signed = sign(a_pdf(), key, at=at, reason="x")
    assert b"20270203040506Z" in signed
    assert is_sealed_by(signed, authority, fingerprint(key.certificate), at=at)


def test_the_operators_keys_sign_and_their_roots_are_trusted(tmp_path: Path) -> None:
    key = in_files(tmp_path, "civil-status.p12", "secret")
    seals = open_seals("https://example.vn", tmp_path, "secret", data=tmp_path, production=True)
    assert seals.keys.of(OFFICE, NAME).certificate == key.certificate
    signed = sign(a_pdf(), seals.keys.of(OFFICE, NAME), at=NOW, reason="x")
    assert is_sealed_by(signed, seals.keys, fingerprint(key.certificate), at=NOW)
    assert not is_sealed_by(signed, DemoAuthority(), fingerprint(key.certificate), at=NOW)


def test_an_office_may_have_a_file_of_its_own_and_another_authority_has_none(tmp_path: Path) -> None:
    in_files(tmp_path, "civil-status.p12", "secret")
    own = in_files(tmp_path, "civil-status-00004.p12", "secret")
    keys = OperatorKeys(tmp_path, "secret")
    assert keys.of(OFFICE, NAME).certificate == own.certificate
    assert keys.of("civil-status:00001", NAME).certificate != own.certificate
    with pytest.raises(NoSigningKey, match="police"):
        keys.of("police:00004", "Công an")


def test_production_does_not_start_with_keys_of_the_demonstration(tmp_path: Path) -> None:
    with pytest.raises(NoSigningKey, match="KML_SIGNING_KEYS"):
        open_seals("", None, "", data=tmp_path, production=True)
    with pytest.raises(NoSigningKey, match=r"roots\.pem"):
        open_seals("", tmp_path, "", data=tmp_path, production=True)
    assert not (tmp_path / "signing").exists()


def in_files(folder: Path, name: str, password: str) -> SigningKey:
    """Write a PKCS#12 file and its root as an operator would."""
    authority = DemoAuthority()
    made = authority.of(OFFICE, NAME)
    key = load_der_private_key(made.key, None)
    assert isinstance(key, ec.EllipticCurvePrivateKey)
    root = x509.load_der_x509_certificate(authority.roots()[0])
    certificate = x509.load_der_x509_certificate(made.certificate)
    packed = pkcs12.serialize_key_and_certificates(
        b"office", key, certificate, [root], BestAvailableEncryption(password.encode())
    )
    (folder / name).write_bytes(packed)
    (folder / "roots.pem").write_bytes(root.public_bytes(Encoding.PEM))
    return made
