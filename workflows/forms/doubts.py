"""Answers that are possible but strange: the person is asked whether it is really so, and may go on.

They warn and never refuse: corrected numbers, long names and very old people exist.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from datetime import date
from typing import Any

from workflows.conditions import Facts
from workflows.forms.dates import day_of
from workflows.forms.problems import FieldProblem, warning
from workflows.questions import Question
from workflows.words import Kind, Text, text

LONG_NAME = 25
OLD_YEARS = 120

# Facts about one person are named alike: `mother.personal-id`, `mother.birth-date`, `mother.sex`.
_NUMBER, _BIRTH_DATE, _SEX = "personal-id", "birth-date", "sex"
_TWELVE_DIGITS = re.compile("[0-9]{12}")
_SEXES = ("male", "female")
_SEX_WORDS = {"male": ("nam", "man"), "female": ("nữ", "woman")}


def doubts(questions: Iterable[Question], facts: Facts, *, today: date) -> tuple[FieldProblem, ...]:
    """Ask about every strange answer to these questions; the other facts serve for comparison."""
    found: list[FieldProblem] = []
    compared: set[str] = set()
    for question in questions:
        value = facts.get(question.fact)
        if value is None:
            continue
        found += (warning(question, why) for why in _alone(question, value, today))
        who, _, item = question.fact.rpartition(".")
        if item in (_NUMBER, _BIRTH_DATE, _SEX) and who not in compared and (why := _clash(who, facts)):
            compared.add(who)
            found.append(warning(question, why))
    return tuple(found)


def _alone(question: Question, value: Any, today: date) -> Iterator[Text]:
    if question.kind is Kind.NAME and sum(c.isalpha() for c in value) > LONG_NAME:
        yield text(  # 04/2020/TT-BTP Art. 6: not too long to use, but no fixed number of letters
            f"Tên dài hơn {LONG_NAME} chữ cái, sau này có thể khó sử dụng trên giấy tờ. "
            "Nếu đúng như vậy, bạn cứ tiếp tục.",
            f"The name has more than {LONG_NAME} letters and may be hard to use on papers later. "
            "If it is right, go on.",
        )
    day = day_of(value) if question.kind in (Kind.DATE, Kind.MOMENT) else None
    if day and today.year - day.year > OLD_YEARS:
        yield text(
            f"Ngày này cách đây hơn {OLD_YEARS} năm. Nếu đúng như vậy, bạn cứ tiếp tục.",
            f"This day lies more than {OLD_YEARS} years back. If it is right, go on.",
        )
    if question.kind is Kind.PERSONAL_ID and born_in(value) > today.year:
        yield text(
            f"Số này ghi năm sinh {born_in(value)}, là năm chưa đến. "
            "Hãy so lại với thẻ; nếu đúng như vậy, bạn cứ tiếp tục.",
            f"This number says born in {born_in(value)}, a year still to come. "
            "Compare it with the card; if it is right, go on.",
        )


def born_in(personal_id: str) -> int:
    """Return the year of birth that a personal ID number states: century in the 4th digit, then the year."""
    return 1900 + int(personal_id[3]) // 2 * 100 + int(personal_id[4:6])


def sex_in(personal_id: str) -> str:
    """Return the sex that a personal ID number states: even for men, odd for women."""
    return _SEXES[int(personal_id[3]) % 2]


def _clash(who: str, facts: Facts) -> Text | None:
    """Compare the number with what is said about the same person elsewhere."""
    number, born, sex = (facts.get(f"{who}.{item}") for item in (_NUMBER, _BIRTH_DATE, _SEX))
    if not isinstance(number, str) or not _TWELVE_DIGITS.fullmatch(number):
        return None
    day, year, stated = day_of(born), born_in(number), sex_in(number)
    if (day is None or day.year == year) and (sex not in _SEXES or sex == stated):
        return None
    vi, en = _SEX_WORDS[stated]
    return text(
        f"Số định danh cá nhân là của một người {vi} sinh năm {year}, không khớp ngày sinh hoặc giới tính. "
        "Hãy kiểm tra lại; nếu đúng như vậy, bạn cứ tiếp tục.",
        f"The personal ID number is that of a {en} born in {year}, unlike the birth date or the sex. "
        "Check them; if they are right, go on.",
    )
