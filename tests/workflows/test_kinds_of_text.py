"""Names, texts, numbers of papers, phones and addresses: cleaned, read, or refused with the reason."""

import unicodedata

import pytest

from tests.workflows.kinds import read, refused
from workflows.words import Kind


@pytest.mark.parametrize(
    "name",
    [
        "Nguyễn Thị Ngọc Ánh",
        "Đặng Đình Bách",
        "Y Ƀlik Ê̆ban",
        "H'Hen Niê",
        "K'Brơi",
        "A Lăng Pơ̆ Ŭt",
        "Rơ Châm H'Ñuê Čơ̆",
        "Trần-Lê Thị A.",
        "Siu Ŏ",
        "Y",
    ],
)
@pytest.mark.parametrize("form", ["NFC", "NFD"])
def test_names_of_all_peoples_of_vietnam_are_names(name: str, form: str) -> None:
    assert read(Kind.NAME, unicodedata.normalize(form, name)) == unicodedata.normalize("NFC", name)


@pytest.mark.parametrize(
    ("typed", "name"),
    [
        ("  Lan   Anh ", "Lan Anh"),
        ("H’Hen Niê", "H'Hen Niê"),
        ("Hʼ Hen", "H' Hen"),
        ("Ðặng Văn Ðức", "Đặng Văn Đức"),
        ("Ɖinh", "Đinh"),
    ],
)
def test_letters_and_signs_drawn_alike_become_one(typed: str, name: str) -> None:
    assert read(Kind.NAME, typed) == name


@pytest.mark.parametrize("typed", ["Lan 2", "Nguyễn Văn ２", "An Thứ ٣", "007"])
def test_a_name_has_no_digits(typed: str) -> None:
    assert "chữ số" in refused(Kind.NAME, typed).text.vi


@pytest.mark.parametrize("typed", ["-", "'", ".", "Lan - Anh", "Nguyễn . An"])
def test_a_single_sign_is_no_name(typed: str) -> None:
    assert "ít nhất một chữ cái" in refused(Kind.NAME, typed).text.vi


@pytest.mark.parametrize(
    ("typed", "character"), [("Nguyеn", "е"), ("Lan@", "@"), ("Łukasz", "Ł"), ("李", "李"), ("Straſe", "ſ")]
)
def test_a_foreign_or_look_alike_letter_is_named(typed: str, character: str) -> None:
    assert f"“{character}”" in refused(Kind.NAME, typed).text.vi


@pytest.mark.parametrize("typed", ["a\u0301\u0302\u0300\u0303n", "-\u0301a", "\u0301Lan"])
def test_marks_stand_on_letters(typed: str) -> None:
    refused(Kind.NAME, typed)


def test_a_long_name_is_no_problem_below_a_generous_limit() -> None:
    assert read(Kind.NAME, "Lan " * 29 + "Anh.") == "Lan " * 29 + "Anh."
    assert "120" in refused(Kind.NAME, "L" * 121).text.vi


def test_a_text_is_one_clean_line() -> None:
    assert read(Kind.TEXT, " Thôn 3,  xã Mường Hum ") == "Thôn 3, xã Mường Hum"
    assert "một dòng" in refused(Kind.TEXT, "Thôn 3\nMường Hum").text.vi


def test_a_long_text_keeps_its_lines() -> None:
    assert read(Kind.LONG_TEXT, "Một\r\nHai ") == "Một\nHai"
    assert read(Kind.LONG_TEXT, "x" * 4000) == "x" * 4000
    assert "4000" in refused(Kind.LONG_TEXT, "x" * 4001).text.vi


@pytest.mark.parametrize("typed", ["001190000017", "001 190 000 017", "001.190.000.017", " 0011 9000 0017 "])
def test_a_personal_id_has_twelve_digits(typed: str) -> None:
    assert read(Kind.PERSONAL_ID, typed) == "001190000017"


@pytest.mark.parametrize("typed", ["00119000001", "0011900000178", "00119000001x", "٠٠١١٩٠٠٠٠٠١٧", "-"])
def test_another_number_of_digits_is_refused(typed: str) -> None:
    assert "12 chữ số" in refused(Kind.PERSONAL_ID, typed).text.vi


def test_the_old_identity_card_number_is_recognised() -> None:
    assert "chứng minh nhân dân 9 số" in refused(Kind.PERSONAL_ID, "012345678").text.vi


@pytest.mark.parametrize(
    "typed",
    [
        "10123.GCS.00456.26",
        "10123.gcs.00456.26",
        "10123 GCS 00456 26",
        "10123GCS0045626",
        "10123-GCS-00456/26",
    ],
)
def test_a_birth_notice_number_follows_its_pattern(typed: str) -> None:
    assert read(Kind.BIRTH_NOTICE, typed) == "10123.GCS.00456.26"


@pytest.mark.parametrize(
    "typed", ["10123.GCT.00456.26", "1012.GCS.00456.26", "10123.GCS.0045.26", "456/2026", "x" * 18]
)
def test_another_pattern_is_refused(typed: str) -> None:
    assert "18 ký tự" in refused(Kind.BIRTH_NOTICE, typed).text.vi


@pytest.mark.parametrize(
    "typed",
    [
        "0912345678",
        "0912 345 678",
        "091.234.5678",
        "+84912345678",
        "+84 (0)912 345 678",
        "84912345678",
        "0084912345678",
    ],
)
def test_a_phone_number_is_normalised(typed: str) -> None:
    assert read(Kind.PHONE, typed) == "0912345678"


@pytest.mark.parametrize(
    "typed", ["912345678", "09123456789", "091234567", "+1 202 555 0100", "phone", "0912345678x"]
)
def test_another_phone_number_is_refused(typed: str) -> None:
    assert "10 chữ số" in refused(Kind.PHONE, typed).text.vi


@pytest.mark.parametrize(
    ("typed", "address"),
    [
        ("lan.nguyen@example.vn", "lan.nguyen@example.vn"),
        ("Lan+card@Mail.Example.COM", "Lan+card@mail.example.com"),
    ],
)
def test_an_email_address_is_sane(typed: str, address: str) -> None:
    assert read(Kind.EMAIL, typed) == address


@pytest.mark.parametrize(
    "typed",
    ["lan", "lan@", "@example.vn", "lan@example", "lan nguyen@example.vn", "lân@example.vn", "a@b@example.vn",
     "lan@example.vn, mai@example.vn", ".lan@example.vn", "<lan@example.vn>", "a" * 250 + "@example.vn"],
)  # fmt: skip
def test_another_address_is_refused(typed: str) -> None:
    assert "lan.nguyen@example.vn" in refused(Kind.EMAIL, typed).text.vi
