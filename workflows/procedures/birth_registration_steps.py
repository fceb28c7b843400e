"""Birth registration: review, verification, and all its steps in order."""

from workflows.conditions import is_false
from workflows.language import Item, Step
from workflows.procedures.birth_registration_personal_id import (
    ADD_PERSONAL_ID_AT_REGISTER_OBSTACLE,
    ADD_PERSONAL_ID_BEFORE_SIGNING,
    ADD_PERSONAL_ID_IN_REVIEW,
    ADD_PERSONAL_ID_TO_DRAFT,
    ADD_PERSONAL_ID_UNDER_CORRECTION,
    ADD_PERSONAL_ID_WHILE_REGISTERING,
    ASK_AGAIN_FOR_PERSONAL_ID,
    CONTINUE_WITHOUT_PERSONAL_ID,
    RECORD_LATE_PERSONAL_ID,
    RECORD_PERSONAL_ID,
    RECORD_PERSONAL_ID_REFUSAL,
    RECORD_PERSONAL_ID_SILENCE,
    RECORD_SUSPECTED_DUPLICATE,
    REQUEST_PERSONAL_ID,
    RESOLVE_DUPLICATE,
    ROLL_OUT_ASK_AGAIN,
    ROLL_OUT_REQUEST_PERSONAL_ID,
)
from workflows.procedures.birth_registration_signing import (
    CONFIRM_DRAFT,
    CORRECT,
    CORRECT_ANEW,
    KEEP,
    OBJECT_TO_DRAFT,
    PREPARE_SIGNATURE,
    RECORD_REGISTRATION,
    REGISTER_AGAIN,
    REOPEN_FOR_CORRECTION,
    REVIEW_ENTRY_AGAIN,
    SEND_BIRTH_BACK,
    SEND_CORRECTION_AGAIN,
    SEND_DRAFT,
    SIGN,
    TAKE_SILENCE_AS_CONSENT,
)
from workflows.skeletons.register import RECORD_REGISTER_OBSTACLE
from workflows.skeletons.review import ACCEPT, FORWARD, RECORD_VERIFICATION, REFUSE, WITHDRAW
from workflows.skeletons.supplement import (
    ANSWER_SUPPLEMENT,
    REFUSE_UNANSWERED,
    REQUEST_SECOND_SUPPLEMENT,
    REQUEST_SUPPLEMENT,
)
from workflows.vocabulary import Role
from workflows.words import Kind, secondary, text

# --- review and verification --------------------------------------------------------------------

# rules 27, 90, 92 are in the shared steps; rule 32: a wrong office forwards, it does not refuse
REFUSE_BIRTH = REFUSE.model_copy(
    update={
        "source": ("received", "under-review", "personal-id-obstacle", "ready-to-sign", "register-obstacle"),
        "when": is_false("correction.open"),
        "why": text(
            "Giấy đã cấp, chỉ có thể sửa.", "The certificate has been issued and can only be corrected."
        ),
    }
)
# Not while the register writes or may already have written: a finished act stands (rule 93).
WITHDRAW_FROM = (
    "received",
    "under-review",
    "awaiting-supplement",
    "awaiting-verification",
    "awaiting-personal-id",
    "personal-id-obstacle",
    "ready-to-sign",
)
ROLL_OUT_WITHDRAW = WITHDRAW.model_copy(update={"source": WITHDRAW_FROM})
WITHDRAW_BIRTH = WITHDRAW.model_copy(update={"source": (*WITHDRAW_FROM, "awaiting-draft-answer")})

# rule 14: the marriage certificate must not be demanded, the office looks it up itself
REQUEST_VERIFICATION = Step(
    code="request-verification",
    source=("under-review",),
    target="awaiting-verification",
    by=Role.CLERK,
    text=text("Hỏi xã khác để xác minh", "Ask another commune to verify"),
    takes=(
        Item(
            code="verification.commune",
            kind=Kind.COMMUNE,
            text=text("Xã, phường được hỏi", "The commune that is asked"),
        ),
        Item(
            code="verification.question",
            kind=Kind.LONG_TEXT,
            text=text("Điều cần xác minh", "What is to be verified"),
        ),
    ),
    decisive=True,
    rule=secondary("07/2025/NĐ-CP"),
)
NOTE_NO_VERIFICATION = Step(
    code="note-no-verification",
    source=("awaiting-verification",),
    target="under-review",
    by=Role.SYSTEM,
    text=text("Quá 3 ngày chưa có trả lời, cán bộ quyết định", "No answer in 3 days, the officer decides"),
    rule=secondary("07/2025/NĐ-CP"),
)

# --- all steps, in order ------------------------------------------------------------------------

ROLL_OUT_STEPS = (
    ACCEPT,
    FORWARD,
    REQUEST_SUPPLEMENT,
    REQUEST_SECOND_SUPPLEMENT,
    ANSWER_SUPPLEMENT,
    REFUSE_UNANSWERED,
    REFUSE_BIRTH,
    ROLL_OUT_WITHDRAW,
    REQUEST_VERIFICATION,
    RECORD_VERIFICATION,
    ROLL_OUT_REQUEST_PERSONAL_ID,
    RESOLVE_DUPLICATE,
    RECORD_PERSONAL_ID,
    RECORD_SUSPECTED_DUPLICATE,
    RECORD_PERSONAL_ID_REFUSAL,
    RECORD_PERSONAL_ID_SILENCE,
    ROLL_OUT_ASK_AGAIN,
    CONTINUE_WITHOUT_PERSONAL_ID,
    ADD_PERSONAL_ID_IN_REVIEW,
    ADD_PERSONAL_ID_BEFORE_SIGNING,
    ADD_PERSONAL_ID_WHILE_REGISTERING,
    ADD_PERSONAL_ID_AT_REGISTER_OBSTACLE,
    ADD_PERSONAL_ID_UNDER_CORRECTION,
    RECORD_LATE_PERSONAL_ID,
    PREPARE_SIGNATURE,
    SEND_BIRTH_BACK,
    SIGN,
    RECORD_REGISTRATION,
    RECORD_REGISTER_OBSTACLE,
    REGISTER_AGAIN,
    REVIEW_ENTRY_AGAIN,
    REOPEN_FOR_CORRECTION,
    CORRECT,
    SEND_CORRECTION_AGAIN,
    CORRECT_ANEW,
    KEEP,
)
STEPS = (
    ACCEPT,
    FORWARD,
    REQUEST_SUPPLEMENT,
    REQUEST_SECOND_SUPPLEMENT,
    ANSWER_SUPPLEMENT,
    REFUSE_UNANSWERED,
    REFUSE_BIRTH,
    WITHDRAW_BIRTH,
    REQUEST_VERIFICATION,
    RECORD_VERIFICATION,
    NOTE_NO_VERIFICATION,
    REQUEST_PERSONAL_ID,
    RESOLVE_DUPLICATE,
    RECORD_PERSONAL_ID,
    RECORD_SUSPECTED_DUPLICATE,
    RECORD_PERSONAL_ID_REFUSAL,
    RECORD_PERSONAL_ID_SILENCE,
    ASK_AGAIN_FOR_PERSONAL_ID,
    CONTINUE_WITHOUT_PERSONAL_ID,
    ADD_PERSONAL_ID_IN_REVIEW,
    ADD_PERSONAL_ID_BEFORE_SIGNING,
    ADD_PERSONAL_ID_TO_DRAFT,
    ADD_PERSONAL_ID_WHILE_REGISTERING,
    ADD_PERSONAL_ID_AT_REGISTER_OBSTACLE,
    ADD_PERSONAL_ID_UNDER_CORRECTION,
    RECORD_LATE_PERSONAL_ID,
    SEND_DRAFT,
    CONFIRM_DRAFT,
    OBJECT_TO_DRAFT,
    TAKE_SILENCE_AS_CONSENT,
    PREPARE_SIGNATURE,
    SEND_BIRTH_BACK,
    SIGN,
    RECORD_REGISTRATION,
    RECORD_REGISTER_OBSTACLE,
    REGISTER_AGAIN,
    REVIEW_ENTRY_AGAIN,
    REOPEN_FOR_CORRECTION,
    CORRECT,
    SEND_CORRECTION_AGAIN,
    CORRECT_ANEW,
    KEEP,
)
