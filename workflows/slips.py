"""The official slips (giấy, phiếu) of the handling of a file, each with where its form comes from.

The acts that set the forms were read only through authorities that quote them: which slip there must be
and what it says is known, how the sheet is laid out is not. Every slip says so.
"""

from workflows.words import Source, Text, Word, secondary, text

CIRCULAR = "03/2025/TT-VPCP"
RECEIPT, SUPPLEMENT, REFUSAL = "tiep-nhan", "bo-sung", "tu-choi"
APOLOGY, CONTROL, STOP = "xin-loi", "kiem-soat", "dung"


class Slip(Word):
    """One official slip: the part of an address that names it, its number, its title, its source."""

    code: str
    number: str | None
    title: Text
    source: Source


def _form(vi: str = "", en: str = "") -> Source:
    return secondary(
        CIRCULAR,
        vi or "Biết mẫu qua quyết định của các tỉnh dẫn lại; chưa đọc nguyên văn, bố cục là của chúng tôi.",
        en or "The form is known through provinces that quote it; its text was not read, the layout is ours.",
    )


_NUMBERED_OTHERWISE = _form(
    "Các tỉnh dẫn số mẫu khác nhau (05 hoặc 06); chưa đọc nguyên văn, bố cục là của chúng tôi.",
    "Provinces cite different numbers (05 or 06); the text was not read, the layout is ours.",
)
_NO_NUMBER = _form(
    "Số mẫu không rõ; chưa đọc nguyên văn, bố cục là của chúng tôi.",
    "The number of the form is not known; the text was not read, the layout is ours.",
)

SLIPS = (
    Slip(
        code=RECEIPT,
        number="01",
        title=text("Giấy tiếp nhận hồ sơ và hẹn trả kết quả", "Receipt and appointment"),
        source=_form(),
    ),
    Slip(
        code=SUPPLEMENT,
        number="02",
        title=text("Phiếu yêu cầu bổ sung, hoàn thiện hồ sơ", "Request for a supplement"),
        source=_form(),
    ),
    Slip(
        code=REFUSAL,
        number="03",
        title=text("Phiếu từ chối tiếp nhận, giải quyết hồ sơ", "Refusal"),
        source=_form(),
    ),
    Slip(
        code=APOLOGY,
        number="04",
        title=text("Phiếu xin lỗi và hẹn lại ngày trả kết quả", "Apology and new date"),
        source=_form(),
    ),
    Slip(
        code=CONTROL,
        number="05",
        title=text("Phiếu kiểm soát quá trình giải quyết hồ sơ", "Control slip of the handling"),
        source=_NUMBERED_OTHERWISE,
    ),
    Slip(
        code=STOP,
        number=None,
        title=text("Thông báo dừng giải quyết hồ sơ", "Notice that the handling has stopped"),
        source=_NO_NUMBER,
    ),
)


def slip(code: str) -> Slip | None:
    """Find a slip by the part of an address that names it."""
    return next((one for one in SLIPS if one.code == code), None)
