"""What it means that a fact between the rules is true or false; nobody is asked these, so no form names them.

Each entry is the fact when it holds and when it does not, as a part of a sentence after "needed:".
"""

from workflows.words import Text, text

STATEMENTS: dict[str, tuple[Text, Text]] = {
    "supplement.asked": (
        text("hồ sơ đã được yêu cầu bổ sung", "a supplement has been asked for"),
        text("hồ sơ chưa được yêu cầu bổ sung", "no supplement has been asked for yet"),
    ),
    "supplement.asked-again": (
        text("đã yêu cầu bổ sung lần hai", "a second supplement was requested"),
        text("chưa yêu cầu bổ sung lần hai", "no second supplement was requested"),
    ),
    "correction.open": (
        text("giấy đã cấp đang được sửa", "the issued document is being corrected"),
        text("không có việc sửa giấy đã cấp nào đang mở", "no correction of the issued document is open"),
    ),
    "duplicate.suspected": (
        text("hồ sơ đang bị nghi trùng", "the file is suspected to be a duplicate"),
        text("hồ sơ không còn bị nghi trùng", "the file is no longer suspected to be a duplicate"),
    ),
    "personal-id.recorded": (
        text("em bé đã có số định danh cá nhân", "the child has its personal ID"),
        text("em bé chưa có số định danh cá nhân", "the child has no personal ID yet"),
    ),
    "householder.agreed": (
        text("chủ hộ đã đồng ý", "the householder has agreed"),
        text("chủ hộ chưa đồng ý", "the householder has not agreed yet"),
    ),
    "residence-verification.needed": (
        text("chỗ ở đã được đưa đi xác minh", "the dwelling has been verified"),
        text("chỗ ở chưa được xác minh lần nào", "the dwelling has not been verified yet"),
    ),
    "residence.at-parents": (
        text(
            "em bé về nơi ở của cha, mẹ hoặc người giám hộ",
            "the child lives with a parent or guardian",
        ),
        text(
            "em bé không về nơi ở của cha, mẹ hay người giám hộ",
            "the child lives elsewhere than with a parent or guardian",
        ),
    ),
    "card.issued-here": (
        text("thẻ đang dùng do chính cơ quan này cấp", "the present card was made out by this office"),
        text("thẻ đang dùng do cơ quan khác cấp", "the present card was made out by another office"),
    ),
    "draft.sent": (
        text("bản dự thảo đã được gửi", "the draft has been sent"),
        text("bản dự thảo chưa được gửi", "the draft has not been sent yet"),
    ),
    "death.verification": (
        text("sự việc đã được xác minh", "the event has been verified"),
        text("sự việc chưa được xác minh lần nào", "the event has not been verified yet"),
    ),
    "survivor.consent-missing": (
        text("còn thân nhân chưa xác nhận", "a relative has not confirmed yet"),
        text("mọi thân nhân đã xác nhận", "every relative has confirmed"),
    ),
}
