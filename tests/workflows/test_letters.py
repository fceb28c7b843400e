"""Text messages: one SMS each in both alphabets, no other address than ours, nothing to type in."""

import re

import pytest

from workflows.letters import GSM_ALPHABET, PHRASES, Sms, fits, sms

NUMBER = "K00.000.00-261120-010001"
OURS = "https://dichvucong.example.gov.vn/ho-so/"


@pytest.mark.parametrize("language", ["vi", "en"])
@pytest.mark.parametrize("letter", PHRASES)
def test_every_message_fits_and_asks_for_nothing(letter: str, language: str) -> None:
    for address in ("", OURS + NUMBER, OURS + "x" * 200):
        message = sms(letter, NUMBER, language, address)
        assert message is not None
        assert fits(message), message
        assert set(re.findall(r"https?://\S+", f"{message.plain} {message.marked}")) <= {OURS + NUMBER}
        assert not re.search(r"\b(otp|mat khau|password|pin|ma xac nhan)\b", message.plain.lower())
        assert "261120-010001" in message.plain
        assert "261120-010001" in message.marked


def test_what_is_not_worth_a_message_gets_none() -> None:
    assert sms("birth-certificate-issued", NUMBER, "vi") is None


@pytest.mark.parametrize(
    "message",
    [
        Sms(plain="x" * 161, marked="x"),
        Sms(plain="hồ sơ", marked="x"),
        Sms(plain="x", marked="ồ" * 71),
        Sms(plain="x", marked="😀" * 36),
    ],
)
def test_what_does_not_fit_is_found(message: Sms) -> None:
    assert not fits(message)


def test_the_alphabet_has_no_vietnamese_marks() -> None:
    assert not set("ăâđêôơưạảấầẩẫậắằẳẵặẹẻẽếềểễệỉịọỏốồổỗộớờởỡợụủứừửữựỳỵỷỹ") & GSM_ALPHABET
