"""Permanent residence: where a case can be."""

from workflows.language import State
from workflows.procedures.birth_group import GROUP_SUPPLEMENT, ROLL_OUT_SUPPLEMENT
from workflows.procedures.permanent_residence_consent import AWAITING_CONSENT
from workflows.skeletons.correction import AWAITING_CORRECTION
from workflows.skeletons.register import AWAITING_REGISTER, REGISTER_OBSTACLE
from workflows.skeletons.review import ISSUED, RECEIVED, REFUSED, UNDER_REVIEW, WITHDRAWN
from workflows.vocabulary import Clock, Ending, OfficialStatus, Waits
from workflows.words import text

# rule 35: with verification the limit is five days, so the clock goes on
VERIFYING = State(
    code="awaiting-verification",
    text=text("Đang xác minh chỗ ở", "The dwelling is being verified"),
    status=OfficialStatus.IN_PROGRESS,
    waits_for=Waits.OFFICER,
    citizen=text(
        "Công an đang xác minh chỗ ở. Bạn không phải làm gì.",
        "The police are verifying the dwelling. There is nothing for you to do.",
    ),
)
# rule 41
RESIDENCE_INFORMATION = State(
    code="residence-information-recorded",
    text=text("Đã khai báo thông tin về cư trú", "Residence information recorded"),
    status=OfficialStatus.DONE,
    waits_for=Waits.NOBODY,
    clock=Clock.ENDS,
    ending=Ending.NOT_APPLICABLE,
    citizen=text(
        "Cha mẹ chưa có nơi thường trú, tạm trú nên em bé được khai báo thông tin về cư trú, chưa đăng ký "
        "thường trú.",
        "The parents have no permanent or temporary residence, so the child's residence information was "
        "recorded instead of a permanent residence.",
    ),
)

ROLL_OUT_STATES = (
    AWAITING_CONSENT,
    RECEIVED,
    UNDER_REVIEW,
    ROLL_OUT_SUPPLEMENT,
    VERIFYING,
    AWAITING_CORRECTION,
    AWAITING_REGISTER,
    REGISTER_OBSTACLE,
    ISSUED,
    REFUSED,
    WITHDRAWN,
)
STATES_2024 = (
    AWAITING_CONSENT,
    RECEIVED,
    UNDER_REVIEW,
    GROUP_SUPPLEMENT,
    VERIFYING,
    AWAITING_CORRECTION,
    AWAITING_REGISTER,
    REGISTER_OBSTACLE,
    ISSUED,
    REFUSED,
    WITHDRAWN,
)
