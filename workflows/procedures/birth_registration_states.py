"""Birth registration: where a case can be."""

from workflows.language import State, Timer
from workflows.procedures.birth_group import ROLL_OUT_SUPPLEMENT
from workflows.procedures.civil_status_signing import READY_TO_SIGN
from workflows.skeletons.correction import UNDER_CORRECTION
from workflows.skeletons.register import AWAITING_REGISTER, REGISTER_OBSTACLE
from workflows.skeletons.review import (
    AWAITING_VERIFICATION,
    ISSUED,
    RECEIVED,
    REFUSED,
    UNDER_REVIEW,
    WITHDRAWN,
)
from workflows.skeletons.supplement import AWAITING_SUPPLEMENT
from workflows.vocabulary import Clock, OfficialStatus, Waits
from workflows.words import inferred, secondary, text

AWAITING_PERSONAL_ID = State(
    code="awaiting-personal-id",
    text=text("Chờ cấp số định danh cá nhân", "Waiting for the personal ID"),
    status=OfficialStatus.IN_PROGRESS,
    waits_for=Waits.AGENCY,
    citizen=text(
        "Đang xin số định danh cá nhân cho em bé từ cơ sở dữ liệu dân cư. Bạn không phải làm gì.",
        "Your child's personal ID is being asked for. There is nothing for you to do.",
    ),
)
# rule 28: what follows is not laid down by any source that was read; the file must not stop in silence
PERSONAL_ID_OBSTACLE = State(
    code="personal-id-obstacle",
    text=text("Vướng mắc: chưa cấp được số định danh", "Obstacle: no personal ID yet"),
    status=OfficialStatus.IN_PROGRESS,
    waits_for=Waits.OFFICER,
    citizen=text(
        "Cơ sở dữ liệu dân cư chưa cấp được số định danh cho em bé. Cán bộ đã biết và đang xử lý. Giấy khai "
        "sinh vẫn có thể được cấp trước, số sẽ được bổ sung sau. Bạn không phải làm gì.",
        "The population database could not give your child a personal ID yet. An officer knows of it. The "
        "birth certificate may be issued first and the number added later. There is nothing for you to do.",
    ),
)
# rule 24
AWAITING_DRAFT_ANSWER = State(
    code="awaiting-draft-answer",
    text=text("Chờ người dân xem bản dự thảo", "Waiting for the citizen to read the draft"),
    status=OfficialStatus.IN_PROGRESS,
    waits_for=Waits.CITIZEN,
    clock=Clock.PAUSES,
    citizen=text(
        "Bạn hãy xem bản dự thảo giấy khai sinh và xác nhận trong 1 ngày. Quá hạn mà bạn không trả lời thì "
        "coi như bạn đồng ý.",
        "Please read the draft of the birth certificate and confirm it within 1 day. No answer in that time "
        "counts as agreement.",
    ),
    timers=(
        Timer(
            step="take-silence-as-consent",
            working_days=1,
            source=inferred(
                "3458/QĐ-BTP (10/12/2025), 1.001193",
                "Văn bản thủ tục, đọc qua nguồn khác, nói 1 ngày, chưa rõ có từ khi nào; ở đây tính là 1 "
                "ngày làm việc, từ 01/07/2024.",
                "The text of the procedure, read through another source, says 1 day, not since when; taken "
                "as a working day here, since 01/07/2024.",
            ),
        ),
    ),
)
# rule 14: the time in which the other commune answers lies outside the deadline
VERIFYING_MARRIAGE = AWAITING_VERIFICATION.model_copy(
    update={
        "timers": (
            Timer(
                step="note-no-verification",
                working_days=3,
                source=secondary(
                    "07/2025/NĐ-CP",
                    "Nơi được hỏi trả lời trong 3 ngày làm việc; quy định này có từ 09/01/2025.",
                    "The commune that was asked answers in 3 working days; the rule is there since "
                    "09/01/2025.",
                ),
            ),
        )
    }
)

ROLL_OUT_STATES = (
    RECEIVED,
    UNDER_REVIEW,
    ROLL_OUT_SUPPLEMENT,
    AWAITING_VERIFICATION,
    AWAITING_PERSONAL_ID,
    PERSONAL_ID_OBSTACLE,
    READY_TO_SIGN,
    AWAITING_REGISTER,
    REGISTER_OBSTACLE,
    UNDER_CORRECTION,
    ISSUED,
    REFUSED,
    WITHDRAWN,
)
STATES = (
    RECEIVED,
    UNDER_REVIEW,
    AWAITING_SUPPLEMENT,  # rule 26
    VERIFYING_MARRIAGE,
    AWAITING_PERSONAL_ID,
    PERSONAL_ID_OBSTACLE,
    READY_TO_SIGN,
    AWAITING_DRAFT_ANSWER,
    AWAITING_REGISTER,
    REGISTER_OBSTACLE,
    UNDER_CORRECTION,
    ISSUED,
    REFUSED,
    WITHDRAWN,
)
