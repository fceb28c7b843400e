"""Culture (văn hóa): licences for karaoke."""

from workflows.language import Authority
from workflows.vocabulary import Level
from workflows.words import text

# The province is competent and may hand the licence down: Thanh Hóa (from 22/08/2025) and Hà Nội (from
# 08/11/2025) gave it to their communes, as the press reported. What other provinces did is not known.
CULTURE = Authority(
    code="culture",
    tone="business",
    text=text("Cơ quan văn hóa có thẩm quyền cấp phép karaoke", "Culture authority that licenses karaoke"),
    short=text("Văn hóa", "Culture"),
    level=Level.PROVINCE,
)
