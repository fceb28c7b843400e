"""What a supervisor downloads is a table: no cell of it is taken for a formula, and dates can be sorted."""

from datetime import UTC, datetime

import pytest

from web.spreadsheet import cell


@pytest.mark.parametrize(
    "words", ["=1+1", "+84912", "-2+3", "@SUM(A1)", "\tx", "\r=1", " =HYPERLINK(1)", "\ufeff=1"]
)
def test_words_that_begin_like_a_formula_are_made_harmless(words: str) -> None:
    assert cell(words) == f"'{words}"


def test_numbers_stay_numbers_and_words_stay_words() -> None:
    values = [-3, 0.5, 97.93375, None, "K00.000.00-261121-010001", "Đặng – Bùi"]
    assert [cell(value) for value in values] == [
        *("-3", "0.5", "97.934", "", "K00.000.00-261121-010001", "Đặng – Bùi")
    ]


def test_an_instant_is_written_as_local_time_that_sorts() -> None:
    assert cell(datetime(2026, 11, 21, 17, 30, tzinfo=UTC)) == "2026-11-22 00:30"
