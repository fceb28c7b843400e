"""Letters to citizens as text messages (SMS): short, plain, and safe to believe.

Each letter that people must not miss has a phrase of its own. The plain variant has no marks and keeps
to the alphabet every phone has (GSM 03.38, 160 signs); the marked one to UCS-2 (70 signs). Neither asks
for anything, holds a code to type in, or leads anywhere but to our own page.
"""

from workflows.forms.cleaning import fold
from workflows.language import Notify
from workflows.words import Text, Word, text

GSM_LENGTH, UCS2_LENGTH = 160, 70
GSM_ALPHABET = frozenset(
    "@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !\"#¤%&'()*+,-./0123456789:;<=>?"
    "¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà"
)
# The one message at the end: no step of a procedure sends one by SMS.
RESULTS_READY = Notify(
    letter="results-ready",
    text=Text(vi="Hồ sơ đã có đủ kết quả.", en="Every result of your file is ready."),
)
ENDED = Notify(
    letter="ended",
    text=Text(
        vi="Hồ sơ đã kết thúc, có phần không được giải quyết. Lý do có trên trang theo dõi.",
        en="Your file has ended; a part of it was not granted. The reason is on the tracking page.",
    ),
)

# What is worth a text message; every other step is on the tracking page only.
PHRASES: dict[str, Text] = {
    "received": text("đã nhận, xem ngày hẹn trên trang", "received; see the date on our page"),
    "supplement-requested": text("cần bổ sung, xem hạn trên trang", "needs a supplement; see our page"),
    "draft-sent": text("có bản dự thảo cần bạn xem", "has a draft for you to read"),
    "payment-received": text("đã nhận tiền phí, có biên lai", "fee received; the receipt is there"),
    "refund-due": text("có khoản phí được hoàn lại", "has a fee to be paid back"),
    "consent-declined": text("chủ hộ không đồng ý", "the householder does not agree"),
    "apology": text("trễ hẹn, xin lỗi; xem ngày hẹn mới", "late, we apologise; see the new date"),
    "still-overdue": text("quá cả ngày hẹn mới, xem trên trang", "late beyond the new date; see our page"),
    "due-date-moved": text("đổi ngày hẹn, xem lý do trên trang", "has another due date; see why"),
    "refused": text("bị từ chối, xem lý do trên trang", "was refused; see why on our page"),
    "closed": text("đã đóng, xem lý do trên trang", "was closed; see why on our page"),
    "results-ready": text("đã có đủ kết quả", "every result is ready"),
    "ended": text("đã kết thúc, xem trên trang", "has ended; see our page"),
}


class Sms(Word):
    """One text message in the two alphabets of phones."""

    plain: str
    marked: str


def sms(letter: str, number: str, language: str, address: str = "") -> Sms | None:
    """Write a letter as a text message, or nothing when it is not worth one.

    `number` is the dossier's code; the marked variant names only its tail, by which it is found
    as well. `address` is the tracking page; it is left out where it would not fit.
    """
    phrase = PHRASES.get(letter)
    if phrase is None:
        return None
    words = phrase.vi if language == "vi" else phrase.en
    file_word = "Ho so" if language == "vi" else "File"
    start = f"Khai mot lan (mo phong). {file_word} {number}: {_without_marks(words)}."
    plain = f"{start} {address}" if address and len(start) + 1 + len(address) <= GSM_LENGTH else start
    marked = f"{'HS' if language == 'vi' else 'File'} {number.partition('-')[2] or number}: {words}"
    return Sms(plain=plain, marked=marked)


def fits(message: Sms) -> bool:
    """Say whether both variants are one message each, in letters that their alphabet has."""
    gsm = len(message.plain) <= GSM_LENGTH and set(message.plain) <= GSM_ALPHABET
    return gsm and len(message.marked.encode("utf-16-be")) <= 2 * UCS2_LENGTH


def _without_marks(words: str) -> str:
    return fold(words)
