"""One canonical form for typed text, and the refusal of what nobody can see."""

import unicodedata
from time import perf_counter

import pytest

from workflows.forms.cleaning import (
    LINE_LIMIT,
    PICTURE,
    SEVERAL_LINES,
    TEXT_LIMIT,
    UNSEEN,
    clean_line,
    clean_text,
    fold,
    spelling,
)
from workflows.words import Text

NAME = "Nguyễn Thị Ngọc Ánh"


@pytest.mark.parametrize("form", ["NFC", "NFD"])
def test_both_spellings_become_one(form: str) -> None:
    assert clean_line(unicodedata.normalize(form, NAME)) == unicodedata.normalize("NFC", NAME)


@pytest.mark.parametrize(
    ("raw", "clean"),
    [
        ("", ""),
        ("   \t ", ""),
        ("  Lan \t  Anh ", "Lan Anh"),
        ("Lan\u00a0\u2003Anh\u3000", "Lan Anh"),
        ("Lan Anh\r\n", "Lan Anh"),
        ("=1+1", "=1+1"),
        ("<b>'\"; DROP TABLE", "<b>'\"; DROP TABLE"),
    ],
)
def test_spaces_are_trimmed_and_folded(raw: str, clean: str) -> None:
    assert clean_line(raw) == clean


@pytest.mark.parametrize(
    "unseen",
    [
        "\x00", "\x07", "\x1b", "\x7f", "\x85", "\ud800", "\u202a", "\u202b", "\u202c", "\u202d", "\u202e",
        "\u2066", "\u2067", "\u2068", "\u2069", "\u200b", "\u200c", "\u200d", "\u200e", "\u2060",
        "\ufeff", "\u00ad", "\u2028", "\u2029", "\u3164", "\ufe0f", "\ue000", "\uffff", "\U000e0041",
    ],
)  # fmt: skip
def test_what_nobody_sees_is_refused_wherever_it_stands(unseen: str) -> None:
    for raw in (unseen, f"Lan{unseen}Anh", f"{unseen}Lan", f"Lan Anh{unseen}", f" {unseen} "):
        assert clean_line(raw) == UNSEEN
        assert clean_text(f"Một\n{raw}\nHai") == UNSEEN


def test_a_line_break_is_refused_in_a_line_and_kept_in_a_text() -> None:
    assert clean_line("Lan\nAnh") == SEVERAL_LINES
    assert clean_line("Lan\rAnh") == SEVERAL_LINES
    assert clean_text("Lan\nAnh") == "Lan\nAnh"


def test_a_text_keeps_its_lines_and_at_most_one_empty_one() -> None:
    assert clean_text("\r\n  Một   hai \r\n\r\n \r\n\r\nBa\r\n") == "Một hai\n\nBa"


@pytest.mark.parametrize("picture", ["😀", "👨‍👩‍👧", "☎", "✂", "1⃣"])
def test_pictures_are_refused(picture: str) -> None:
    assert isinstance(clean_line(f"Lan {picture}"), Text)
    assert isinstance(clean_text(f"Lan\n{picture}"), Text)
    assert clean_line("Lan 😀") == PICTURE


def test_lengths_are_limited_in_characters_and_in_bytes() -> None:
    assert clean_line("ế" * LINE_LIMIT) == "ế" * LINE_LIMIT
    assert isinstance(clean_line("a" * (LINE_LIMIT + 1)), Text)
    assert isinstance(clean_line("𠀀" * LINE_LIMIT), Text)
    assert clean_text("ế" * TEXT_LIMIT) == "ế" * TEXT_LIMIT
    assert isinstance(clean_text("a" * (TEXT_LIMIT + 1)), Text)
    assert clean_line("abcd", at_most=3) == Text(
        vi="Dài quá 3 ký tự. Hãy viết ngắn lại.", en="Longer than 3 characters. Make it shorter."
    )


def test_marks_typed_apart_do_not_count_twice() -> None:
    apart = unicodedata.normalize("NFD", "ế" * LINE_LIMIT)
    assert clean_line(apart) == "ế" * LINE_LIMIT


def test_a_megabyte_is_refused_at_once() -> None:
    for raw in ("ế" * 1_000_000, " " * 1_000_000, "e\u0302\u0301" * 400_000, "\n" * 1_000_000):
        begin = perf_counter()
        assert isinstance(clean_line(raw), Text)
        assert isinstance(clean_text(raw), Text)
        assert perf_counter() - begin < 0.05


@pytest.mark.parametrize(
    ("raw", "folded"),
    [
        ("Nguyễn", "nguyen"),
        ("ĐẶNG  Đình", "dang dinh"),
        ("Ðặng", "dang"),
        ("Y Ƀlik Ê̆ban", "y blik eban"),
        ("Mường Hum", "muong hum"),
        ("\ud800", "\ud800"),
    ],
)
def test_search_ignores_marks_and_capitals(raw: str, folded: str) -> None:
    assert fold(raw) == folded
    assert fold(unicodedata.normalize("NFD", raw)) == folded


def test_two_ways_to_place_a_tone_are_one_spelling() -> None:
    assert spelling("Hòa Thủy") == spelling("hoà thuỷ")
    assert spelling("hòa") != spelling("hoa")
    assert spelling("hòa") != spelling("hóa")
    assert spelling("an") != spelling("ân")
