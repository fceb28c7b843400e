"""Fees of civil status that birth and death registration share. Parts only; no procedure is defined here."""

from datetime import date

from workflows.charges import Exemption
from workflows.words import text, unknown

# The provinces' own decisions for procedures filed online. Which procedures they name was not found, so they
# never make a fee 0 here; they only say why the office may not ask for it.
ZERO_FEE_RESOLUTIONS = (
    Exemption(
        code="zero-fee-ha-noi",
        text=text("Hà Nội: 82 thủ tục thu 0 đồng", "Hà Nội: 82 procedures at no fee"),
        source=unknown(
            "Nghị quyết của HĐND thành phố Hà Nội (82 thủ tục)",
            "Thu 0 đồng đến 31/12/2025; chưa rõ có gồm khoản này không, và chưa rõ từ năm 2026.",
            "No fee until 31/12/2025; whether it covers this one is not known, nor what holds since 2026.",
        ),
        effective_to=date(2025, 12, 31),
        provinces=("01",),
    ),
    Exemption(
        code="zero-fee-ho-chi-minh",
        text=text("Thành phố Hồ Chí Minh: 5 thủ tục thu 0 đồng", "Hồ Chí Minh City: 5 procedures at no fee"),
        source=unknown(
            "Nghị quyết của HĐND Thành phố Hồ Chí Minh (5 thủ tục)",
            "Thu 0 đồng đến 31/12/2025; chưa rõ có gồm khoản này không, và chưa rõ từ năm 2026.",
            "No fee until 31/12/2025; whether it covers this one is not known, nor what holds since 2026.",
        ),
        effective_to=date(2025, 12, 31),
        provinces=("79",),
    ),
)
LOCAL_FEE = unknown(
    "60/2014/QH13 Art. 11",
    "Mức thu do Hội đồng nhân dân cấp tỉnh quy định, chưa có mức của từng tỉnh.",
    "The province sets the amount; the figures of the provinces were not found.",
)
