"""What one typed line means for each kind of value: the value, or in words what is wrong with it."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import TypeAlias

from workflows.forms.cleaning import fold, spelling
from workflows.forms.lists import COMMUNES, Lists
from workflows.questions import Option, Question
from workflows.words import Kind, Text, text

NAME_LIMIT = 120
EMAIL_LIMIT = 254
_MOST_CHOICES = 5
_LONGEST_SHOWN = 60  # answers; the ethnic groups and the relations are fewer

# The letters of Vietnamese and of the Latin alphabets of the ethnic languages, in NFD: Ba Na, Ê Đê,
# Gia Rai, M'nông, Xơ Đăng and others write č, ñ, ƀ, ĭ, ŏ, ơ̆ … beside the Vietnamese ones.
_LETTERS = "a-zA-ZđĐƀɃ"
_NAME_MARKS = "\u0300\u0301\u0302\u0303\u0304\u0306\u0308\u0309\u030c\u031b\u0323"
_NAME_LETTER = re.compile(f"[{_LETTERS}]")
_NAME_CHARACTER = re.compile(f"[{_LETTERS}{_NAME_MARKS} .'-]")
_NAME = re.compile(f"(?:[{_LETTERS}][{_NAME_MARKS}]{{0,3}}|[ .'-])+")
# Drawn alike, so that nobody sees the difference: Icelandic and African D, and the curved apostrophes.
_DRAWN_ALIKE = str.maketrans({"Ð": "Đ", "ð": "đ", "Ɖ": "Đ", "ɖ": "đ", "’": "'", "‘": "'", "ʼ": "'", "`": "'"})

_BETWEEN_DIGITS = re.compile("[ .-]")
_BETWEEN_PHONE_DIGITS = re.compile("[ .()-]")
_COUNTRY_CODE = re.compile(r"^(?:\+84|0084|84(?=[0-9]{9}$))0?")
_BETWEEN_NOTICE_PARTS = re.compile("[ ./-]")
_NOTICE = re.compile("([0-9A-Z]{5})GCS([0-9]{5})([0-9]{2})")
_MONEY = re.compile("([0-9]{1,12}|[0-9]{1,3}(?:([., ])[0-9]{3})(?:\\2[0-9]{3}){0,2})")
_CURRENCY = re.compile(" ?(?:đồng|đ|₫|vnđ|vnd)$", re.IGNORECASE)
_BETWEEN_WORDS = re.compile("[,;.:?!()/–-]")
_EMAIL = re.compile(r"[A-Za-z0-9_%+'-]+(?:\.[A-Za-z0-9_%+'-]+)*@(?:[A-Za-z0-9-]+\.)+[A-Za-z]{2,}")

Meaning: TypeAlias = str | int | bool | Text
LineParser: TypeAlias = Callable[[str, Question, Lists], Meaning]


def parse_line(line: str, question: Question, lists: Lists) -> Meaning:
    """Return what a clean line, not empty, means for the kind of this question, or why it means nothing."""
    return _PARSERS[question.kind](line, question, lists)


def options_of(question: Question, lists: Lists) -> tuple[Option, ...]:
    """List the choices of a question: its own, or those of the list that it names."""
    if question.options or question.options_from is None:
        return question.options
    return lists.options(question.options_from)


def is_long(options: Sequence[Option]) -> bool:
    """Say whether a list is too long to show: its answers are typed, and found by some of their words."""
    return len(options) > _LONGEST_SHOWN


def _name(line: str, _question: Question, _lists: Lists) -> Meaning:
    """Read a person's name: letters only, no digits, no word without a letter (Civil Code Art. 26)."""
    name = unicodedata.normalize("NFC", line.translate(_DRAWN_ALIKE))
    apart = unicodedata.normalize("NFD", name)
    if any(c.isdigit() for c in name):
        return text(
            "Họ tên không được có chữ số. Hãy viết bằng chữ.",
            "A name cannot have digits in it. Write it in letters.",
        )
    if foreign := next((c for c in apart if not _NAME_CHARACTER.match(c)), None):
        return text(
            f"Ký tự “{foreign}” không có trong chữ Việt hay chữ của các dân tộc Việt Nam. "
            "Hãy viết họ tên bằng chữ cái, dấu cách, dấu gạch nối, dấu nháy đơn hoặc dấu chấm.",
            f"The character “{foreign}” is in no alphabet of Vietnam. "
            "Write the name with letters, spaces, hyphens, apostrophes or full stops.",
        )
    if not _NAME.fullmatch(apart):
        return text(
            "Có dấu không nằm trên chữ cái nào. Hãy gõ lại họ tên.",
            "A mark in it belongs to no letter. Type the name again.",
        )
    if not all(_NAME_LETTER.search(word) for word in apart.split()):
        return text(
            "Mỗi từ trong họ tên phải có ít nhất một chữ cái. Hãy bỏ dấu đứng riêng.",
            "Each word of a name needs at least one letter. Remove the sign that stands alone.",
        )
    return _not_longer(name, NAME_LIMIT)


def _text(line: str, _question: Question, _lists: Lists) -> Meaning:
    return line


def _yes_no(line: str, _question: Question, _lists: Lists) -> Meaning:
    if line not in ("yes", "no"):
        return text("Hãy chọn “Có” hoặc “Không”.", "Choose “Yes” or “No”.")
    return line == "yes"


def _number(line: str, _question: Question, _lists: Lists) -> Meaning:
    if not re.fullmatch("[0-9]{1,9}", line):
        return text(
            "Hãy nhập một số nguyên, chỉ dùng chữ số, ví dụ 2.",
            "Enter a whole number, in digits only, for example 2.",
        )
    return int(line)


def _money(line: str, _question: Question, _lists: Lists) -> Meaning:
    amount = _CURRENCY.sub("", line)
    if not _MONEY.fullmatch(amount):
        return text(
            "Hãy nhập số tiền bằng đồng, không có số lẻ, ví dụ 16.000.",
            "Enter an amount in whole đồng, for example 16.000.",
        )
    return int(re.sub("[., ]", "", amount))


def _choice(line: str, question: Question, lists: Lists) -> Meaning:
    """Take an answer by its value, or by its words when they fit exactly one."""
    options = options_of(question, lists)
    if any(option.value == line for option in options):
        return line
    typed = spelling(line)
    fits = {o.value for o in options if typed in (spelling(o.text.vi), spelling(o.text.en))}
    if len(fits) == 1:
        return fits.pop()
    if is_long(options):
        return _in_long_list(line, options)
    return text(
        "Câu trả lời này không có trong danh sách. Hãy chọn một câu trong danh sách.",
        "This answer is not in the list. Choose one from the list.",
    )


def _in_long_list(line: str, options: Sequence[Option]) -> Meaning:
    """Take the only answer that has all the typed words; those that fit with their marks go before others."""
    found = _with_words(options, line, fold)
    if spelling(line) != fold(line):  # marks were typed: they tell
        found = _with_words(found, line, spelling) or found
    if len(found) == 1:
        return found[0].value
    if not found:
        return text(
            "Không tìm thấy mục nào có tên này. Hãy viết tên và nơi, ví dụ “Mường Hum, Lào Cai”.",
            "Nothing in the list has this name. Write name and place, for example “Mường Hum, Lào Cai”.",
        )
    return text(
        f"Có nhiều mục mang tên này: {_some(o.text.vi for o in found)}. Hãy viết đủ dấu và thêm tên tỉnh.",
        f"Several have this name: {_some(o.text.en for o in found)}. Write all marks and the province.",
    )


def _with_words(options: Iterable[Option], line: str, read: Callable[[str], str]) -> list[Option]:
    """Return the options that have all the typed words; those with each part in a row go first."""
    parts = [words for part in line.split(",") if (words := _words(part, read))]
    typed = {word for words in parts for word in words}
    labels = [(option, _words(option.text.vi, read)) for option in options]
    found = [(option, f" {' '.join(words)} ") for option, words in labels if typed and typed <= set(words)]
    rows = [f" {' '.join(words)} " for words in parts]
    return [o for o, label in found if all(row in label for row in rows)] or [o for o, _ in found]


def _words(typed: str, read: Callable[[str], str]) -> list[str]:
    return read(_BETWEEN_WORDS.sub(" ", typed)).split()


def _personal_id(line: str, _question: Question, _lists: Lists) -> Meaning:
    digits = _BETWEEN_DIGITS.sub("", line)
    if re.fullmatch("[0-9]{9}", digits):
        return text(
            "Đây là số chứng minh nhân dân 9 số đã hết giá trị. Hãy nhập số định danh cá nhân 12 chữ số, "
            "có trên thẻ căn cước hoặc trong VNeID.",
            "This is an old 9-digit identity card number, no longer valid. Enter the personal ID number of "
            "12 digits, on the ID card or in VNeID.",
        )
    if not re.fullmatch("[0-9]{12}", digits):
        return text(
            "Số định danh cá nhân phải có đúng 12 chữ số. Hãy xem lại trên thẻ căn cước hoặc trong VNeID.",
            "A personal ID number has exactly 12 digits. Look at the ID card or in VNeID.",
        )
    return digits


def _birth_notice(line: str, _question: Question, _lists: Lists) -> Meaning:
    """Read the number of a birth notice, `XXXXX.GCS.ZZZZZ.YY` (22/2025/TT-BYT)."""
    parts = _NOTICE.fullmatch(_BETWEEN_NOTICE_PARTS.sub("", line).upper())
    if not parts:
        return text(
            "Số giấy chứng sinh gồm 18 ký tự, ví dụ 10123.GCS.00456.26. "
            "Hãy chép đúng như trên giấy chứng sinh.",
            "The number of a birth notice has 18 characters, for example 10123.GCS.00456.26. "
            "Copy it as it stands on the notice.",
        )
    facility, serial, year = parts.groups()
    return f"{facility}.GCS.{serial}.{year}"


def _phone(line: str, _question: Question, _lists: Lists) -> Meaning:
    digits = _COUNTRY_CODE.sub("0", _BETWEEN_PHONE_DIGITS.sub("", line), count=1)
    if not re.fullmatch("0[0-9]{9}", digits):
        return text(
            "Số điện thoại phải có 10 chữ số và bắt đầu bằng số 0, ví dụ 0912 345 678.",
            "A phone number has 10 digits and begins with 0, for example 0912 345 678.",
        )
    return digits


def _email(line: str, _question: Question, _lists: Lists) -> Meaning:
    if len(line) > EMAIL_LIMIT or not _EMAIL.fullmatch(line):
        return text(
            "Địa chỉ thư điện tử chưa đúng. Hãy viết không dấu, không cách, ví dụ lan.nguyen@example.vn.",
            "This is not a full e-mail address. Write it without spaces and accents, "
            "for example lan.nguyen@example.vn.",
        )
    local, _, domain = line.rpartition("@")
    return f"{local}@{domain.lower()}"


def _commune(line: str, _question: Question, lists: Lists) -> Meaning:
    """Take the code of a commune, or the typed name when it means exactly one."""
    if re.fullmatch("[0-9]{5}", line) and lists.label(COMMUNES, line):
        return line
    found = lists.find_commune(line)
    if len(found) == 1:
        return found[0][0]
    if not found:
        return text(
            "Không tìm thấy xã, phường, đặc khu nào có tên này. "
            "Hãy viết tên xã và tên tỉnh, ví dụ “Mường Hum, Lào Cai”.",
            "No commune, ward or special zone has this name. "
            "Write commune and province, for example “Mường Hum, Lào Cai”.",
        )
    names = _some(label for _, label in found)
    return text(
        f"Có nhiều nơi mang tên này: {names}. Hãy viết đủ dấu và thêm tên tỉnh.",
        f"Several places have this name: {names}. Write all marks and add the name of the province.",
    )


def _some(labels: Iterable[str]) -> str:
    every = list(labels)
    return "; ".join(every[:_MOST_CHOICES]) + ("; …" if len(every) > _MOST_CHOICES else "")


def _not_longer(value: str, limit: int) -> Meaning:
    if len(value) <= limit:
        return value
    return text(
        f"Dài quá {limit} ký tự. Hãy kiểm tra lại ô này.",
        f"Longer than {limit} characters. Check what you typed.",
    )


_PARSERS: Mapping[Kind, LineParser] = {
    Kind.NAME: _name,
    Kind.TEXT: _text,
    Kind.YES_NO: _yes_no,
    Kind.NUMBER: _number,
    Kind.MONEY: _money,
    Kind.CHOICE: _choice,
    Kind.PERSONAL_ID: _personal_id,
    Kind.BIRTH_NOTICE: _birth_notice,
    Kind.PHONE: _phone,
    Kind.EMAIL: _email,
    Kind.COMMUNE: _commune,
}
