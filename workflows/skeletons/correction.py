"""An issued result is mended (sửa sai sót): what its issuer does, and whoever relies on it."""

from workflows.language import State, Step
from workflows.skeletons.review import REASON, WITHDRAW
from workflows.vocabulary import Clock, OfficialStatus, Role, Signal, Waits
from workflows.words import law, text

AWAITING_CORRECTION = State(
    code="awaiting-correction",
    text=text("Chờ cơ quan cấp giấy sửa sai sót", "Waiting for the issuer's correction"),
    status=OfficialStatus.IN_PROGRESS,
    waits_for=Waits.AGENCY,
    clock=Clock.PAUSES,
    citizen=text(
        "Một giấy tờ đang được sửa sai sót ở nơi cấp.", "A document is being corrected where it was issued."
    ),
)
UNDER_CORRECTION = State(
    code="under-correction",
    text=text("Đang sửa sai sót", "Under correction"),
    status=OfficialStatus.IN_PROGRESS,
    waits_for=Waits.OFFICER,
    citizen=text(
        "Cơ quan cấp giấy đang kiểm tra và sửa sai sót.",
        "The issuing office is checking and mending an error.",
    ),
)
HOLD_FOR_CORRECTION = Step(
    code="hold-for-correction",
    source=("received", "under-review"),
    target="awaiting-correction",
    by=Role.SYSTEM,
    text=text("Dừng chờ sửa sai sót", "Hold for a correction"),
    signal=Signal.INPUT_IN_DOUBT,
)
RESUME_CORRECTED = Step(
    code="resume-corrected",
    source=("awaiting-correction", "issued"),
    target="under-review",
    by=Role.SYSTEM,
    text=text("Mở lại với giấy tờ đã sửa", "Reopen with the corrected document"),
    signal=Signal.INPUT_CORRECTED,
    rule=law("63/2024/NĐ-CP Art. 8"),
)
RESUME_UNCHANGED = Step(
    code="resume-unchanged",
    source=("awaiting-correction",),
    target="under-review",
    by=Role.SYSTEM,
    text=text("Tiếp tục: giấy tờ không có sai sót", "Go on: the document has no error"),
    signal=Signal.INPUT_STANDS,
)
RECEIVER_STEPS = (HOLD_FOR_CORRECTION, RESUME_CORRECTED, RESUME_UNCHANGED)
# The issuer may have mended something else than what was returned, so an officer can always go on alone.
STOP_WAITING_FOR_CORRECTION = Step(
    code="stop-waiting-for-correction",
    source=("awaiting-correction",),
    target="under-review",
    by=Role.CLERK,
    text=text("Xem lại hồ sơ, không chờ sửa nữa", "Review the file without waiting for the correction"),
    takes=(REASON,),
)
WITHDRAW_AS_RECEIVER = WITHDRAW.model_copy(
    update={"source": ("received", "under-review", "awaiting-supplement", "awaiting-correction")}
)
