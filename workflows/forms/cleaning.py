"""One canonical form for everything a person types, and the plain refusal of what nobody can type.

Two spellings that look alike must be one text before anything compares, signs or
stores it. What cannot be seen, or turns the reading direction, is refused and never
silently removed: the person would sign something else than was typed.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from functools import cache

from workflows.words import Text, text

LINE_LIMIT = 300
TEXT_LIMIT = 4000

# Vietnamese letters need at most three bytes; only signs from other planes need four.
_BYTES_PER_CHARACTER = 3
# One letter with two marks, typed apart (NFD), is three characters before it is one.
_MARKS_TYPED_APART = 4

_SPACES = re.compile("[ \t\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000]+")
_LINE_ENDS = re.compile("\r\n?")
_EMPTY_LINES = re.compile("\n{3,}")
_TONES = re.compile("[\u0300\u0301\u0303\u0309\u0323]")  # huyền, sắc, ngã, hỏi, nặng
_SAME_LETTER = str.maketrans({"đ": "d", "ð": "d", "ɖ": "d", "ƀ": "b"})

# Control, format (zero-width, bidi), lone surrogate, private, unassigned, line and paragraph separator.
_UNSEEN = frozenset({"Cc", "Cf", "Cs", "Co", "Cn", "Zl", "Zp"})
# Letters and marks by category, yet drawn as nothing: joiners, fillers, variation selectors.
_UNSEEN_LETTERS = re.compile(
    "[\u034f\u115f\u1160\u17b4\u17b5\u180b-\u180f\u3164\ufe00-\ufe0f\uffa0\U000e0100-\U000e01ef]"
)
_PICTURES = re.compile("[\u20e3\u2600-\u27bf\u2b00-\u2bff\U0001f000-\U0001faff]")

TOO_LONG_VI = "Dài quá {limit} ký tự. Hãy viết ngắn lại."
TOO_LONG_EN = "Longer than {limit} characters. Make it shorter."
UNSEEN = text(
    "Có ký tự ẩn không nhìn thấy được, thường do sao chép từ nơi khác. Hãy xóa ô này và gõ lại.",
    "There is a hidden character in it, often brought along by copying. Clear this box and type it again.",
)
SEVERAL_LINES = text(
    "Chỉ được viết trên một dòng. Hãy bỏ chỗ xuống dòng.",
    "Only one line fits here. Remove the line breaks.",
)
PICTURE = text(
    "Có biểu tượng hoặc hình vẽ. Hãy chỉ dùng chữ, số và dấu câu.",
    "There is a symbol or emoji in it. Use only letters, digits and punctuation.",
)


def clean_line(raw: str, *, at_most: int = LINE_LIMIT) -> str | Text:
    """Return one line in canonical form, or what is wrong with it.

    Canonical is: NFC, no space at the ends, one plain space between words.
    """
    if _far_too_long(raw, at_most):
        return _too_long(at_most)
    line = _one_line(_LINE_ENDS.sub("\n", raw).strip("\n \t"))
    if "\n" in line:
        return SEVERAL_LINES
    return _refusal(line, at_most) or line


def clean_text(raw: str, *, at_most: int = TEXT_LIMIT) -> str | Text:
    """Return several lines in canonical form, or what is wrong with them.

    Each line is as `clean_line` makes it; at most one empty line stands between two.
    """
    if _far_too_long(raw, at_most):
        return _too_long(at_most)
    lines = "\n".join(_one_line(line) for line in _LINE_ENDS.sub("\n", raw).split("\n"))
    whole = _EMPTY_LINES.sub("\n\n", lines).strip("\n")
    return _refusal(whole.replace("\n", ""), at_most) or _too_long_for(whole, at_most) or whole


def fold(raw: str) -> str:
    """Return the text for search and comparison: small letters without marks, one space between words."""
    apart = unicodedata.normalize("NFD", unicodedata.normalize("NFD", raw).lower())
    letters = "".join(c for c in apart if not unicodedata.combining(c)).translate(_SAME_LETTER)
    return " ".join(letters.split())


def spelling(raw: str) -> str:
    """Return the text in small letters with each tone mark behind its word.

    So `hòa` and `hoà`, two ways to place one tone, are the same, while `hoa` is another word.
    """
    apart = unicodedata.normalize("NFD", unicodedata.normalize("NFD", raw).lower())
    return " ".join(_TONES.sub("", word) + "".join(_TONES.findall(word)) for word in apart.split())


def _one_line(raw: str) -> str:
    return _SPACES.sub(" ", unicodedata.normalize("NFC", raw)).strip(" ")


def _refusal(line: str, at_most: int) -> Text | None:
    if _UNSEEN & _categories(line) or _UNSEEN_LETTERS.search(line):
        return UNSEEN
    if _PICTURES.search(line):
        return PICTURE
    return _too_long_for(line, at_most)


def _categories(characters: Iterable[str]) -> set[str]:
    return {unicodedata.category(c) for c in characters}


def _far_too_long(raw: str, at_most: int) -> bool:
    """Say whether even the work of cleaning is too much; a megabyte must not cost us anything."""
    return len(raw) > _MARKS_TYPED_APART * at_most


def _too_long_for(clean: str, at_most: int) -> Text | None:
    small = len(clean) <= at_most and len(clean.encode()) <= _BYTES_PER_CHARACTER * at_most
    return None if small else _too_long(at_most)


@cache
def _too_long(limit: int) -> Text:
    return text(TOO_LONG_VI.format(limit=limit), TOO_LONG_EN.format(limit=limit))
