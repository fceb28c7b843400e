"""Death registration: where a case can be, and what moves it."""

from workflows.conditions import is_false
from workflows.language import Answer, Ask, Item, Notify, Step, Timer
from workflows.procedures.civil_status_signing import READY_TO_SIGN, SEND_BACK, SIGNED_DEATH
from workflows.procedures.death_group import DEATH_GROUP_REVIEW, SUPPLEMENT_IN_DEATH_GROUP
from workflows.skeletons.correction import UNDER_CORRECTION
from workflows.skeletons.register import (
    AWAITING_REGISTER,
    RECORD_REGISTER_OBSTACLE,
    REGISTER_ENTRY,
    REGISTER_OBSTACLE,
    REVIEW_AGAIN,
)
from workflows.skeletons.review import (
    AWAITING_VERIFICATION,
    ISSUED,
    REASON,
    RECEIVED,
    RECORD_VERIFICATION,
    REFUSED,
    UNDER_REVIEW,
    WITHDRAW,
    WITHDRAWN,
)
from workflows.skeletons.supplement import AWAITING_SUPPLEMENT
from workflows.vocabulary import Clock, Role, Signal
from workflows.words import Kind, law, text, unknown

# --- states -------------------------------------------------------------------------------------

# The limit of three days holds for the whole case with its verification, so the clock does not stand still.
VERIFYING_DEATH = AWAITING_VERIFICATION.model_copy(update={"clock": Clock.RUNS})

ROLL_OUT_STATES = (
    RECEIVED,
    UNDER_REVIEW,
    AWAITING_SUPPLEMENT.model_copy(
        update={
            "timers": (
                Timer(
                    step="refuse-unanswered",
                    working_days=7,
                    source=unknown(
                        "2084/VPCP-KSTT",
                        "Không rõ thời hạn trước Nghị định 63/2024; dùng con số của Nghị định này.",
                        "The window before Decree 63/2024 is not known; its figure is used.",
                    ),
                ),
            )
        }
    ),
    VERIFYING_DEATH,
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
    SUPPLEMENT_IN_DEATH_GROUP,
    VERIFYING_DEATH,
    READY_TO_SIGN,
    AWAITING_REGISTER,
    REGISTER_OBSTACLE,
    UNDER_CORRECTION,
    ISSUED,
    REFUSED,
    WITHDRAWN,
)

# --- the message --------------------------------------------------------------------------------

REGISTER_DEATH = Ask(
    agency="civil-status",
    about="death.register",
    carries=(
        "office.civil-status",
        "deceased.full-name",
        "deceased.personal-id",
        "deceased.birth-date",
        "deceased.sex",
        "deceased.ethnicity",
        "deceased.nationality",
        "deceased.residence-address",
        "death.date",
        "death.hour",
        "death.place",
        "death.cause",
        "death.case",
        "death.notice-number",
        "death.notice-issuer",
        "death.notice-date",
        "requester.full-name",
        "requester.personal-id",
        "requester.relation",
        "office.civil-status",
    ),
    answers=(
        Answer(outcome="registered", step="register"),
        Answer(outcome="refused", step="record-register-refusal"),
        Answer(outcome="unreachable", step="record-register-obstacle"),
    ),
    gives=REGISTER_ENTRY,
)

# --- steps --------------------------------------------------------------------------------------

START_VERIFICATION = Step(
    code="start-verification",
    source=("under-review",),
    target="awaiting-verification",
    by=Role.CLERK,
    text=text("Xác minh sự việc", "Verify the event"),
    when=is_false("death.verification"),
    why=text(
        "Sự việc này đã được xác minh, thời hạn 3 ngày làm việc đang tính cho cả hồ sơ.",
        "This event has been verified; the limit of 3 working days already counts for the whole file.",
    ),
    takes=(
        Item(
            code="verification.question",
            kind=Kind.LONG_TEXT,
            text=text("Điều cần xác minh và nơi xác minh", "What is to be verified, and where"),
        ),
    ),
    sets=(("death.verification", True),),
    decisive=True,
    rule=law("296/QĐ-VPCP"),  # rule 65
)
PREPARE_SIGNATURE = Step(
    code="prepare-signature",
    source=("under-review",),
    target="ready-to-sign",
    by=Role.CLERK,
    text=text("Chuyển ký", "Hand on for signature"),
    rule=law("60/2014/QH13 Art. 34"),
)
SIGN = Step(
    code="sign",
    source=("ready-to-sign",),
    target="awaiting-register",
    by=Role.LEADER,
    text=text("Ký, ghi sổ khai tử", "Sign for entry in the death register"),
    effects=(REGISTER_DEATH,),
    decisive=True,
    not_by=("prepare-signature",),
    rule=SIGNED_DEATH,
)
# rule 79: from here on the data of the deceased are locked. No step changes them but `correct`.
REGISTER = Step(
    code="register",
    source=("awaiting-register", "register-obstacle"),
    target="issued",
    by=Role.AGENCY,
    text=text("Ghi sổ, cấp trích lục khai tử, khóa dữ liệu", "Enter, issue the extract, lock the data"),
    issues=("death-extract",),
    effects=(
        Notify(
            letter="death-extract-issued",
            text=text(
                "Việc khai tử đã được ghi vào sổ. Trích lục khai tử điện tử có trên trang theo dõi.",
                "The death has been entered in the register. The electronic extract is on the tracking page.",
            ),
        ),
    ),
    rule=law("60/2014/QH13 Art. 34"),
)
RECORD_REGISTER_REFUSAL = Step(
    code="record-register-refusal",
    source=("awaiting-register",),
    target="under-review",
    by=Role.AGENCY,
    text=text("Sổ hộ tịch điện tử không nhận, xem lại hồ sơ", "The register declined: review again"),
)
ASK_REGISTER_AGAIN = Step(
    code="ask-register-again",
    source=("register-obstacle",),
    target="awaiting-register",
    by=Role.CLERK,
    text=text("Gửi lại vào sổ hộ tịch điện tử", "Send to the register again"),
    effects=(REGISTER_DEATH,),
)
REOPEN_FOR_CORRECTION = Step(
    code="reopen-for-correction",
    source=("issued",),
    target="under-correction",
    by=Role.SYSTEM,
    text=text("Mở lại để sửa trích lục", "Reopen to correct the extract"),
    signal=Signal.CORRECTION_ASKED,
)
CORRECT = Step(
    code="correct",
    source=("under-correction",),
    target="issued",
    by=Role.CLERK,
    text=text("Sửa và cấp lại trích lục khai tử", "Correct and issue the extract anew"),
    takes=(REASON,),
    issues=("death-extract",),
    corrects=True,
    decisive=True,
)
KEEP = Step(
    code="keep",
    source=("under-correction",),
    target="issued",
    by=Role.CLERK,
    text=text("Giữ nguyên: trích lục không có sai sót", "Keep: the extract has no error"),
    takes=(REASON,),
    keeps="death-extract",
    decisive=True,
)
# Not while the register writes or may already have written: a finished act stands (rule 93).
WITHDRAW_DEATH = WITHDRAW.model_copy(
    update={
        "source": (
            "received",
            "under-review",
            "awaiting-supplement",
            "awaiting-verification",
            "ready-to-sign",
        )
    }
)

STEPS = (
    *DEATH_GROUP_REVIEW,
    WITHDRAW_DEATH,
    START_VERIFICATION,
    RECORD_VERIFICATION,
    PREPARE_SIGNATURE,
    SEND_BACK,
    SIGN,
    REGISTER,
    RECORD_REGISTER_REFUSAL,
    RECORD_REGISTER_OBSTACLE,
    ASK_REGISTER_AGAIN,
    REVIEW_AGAIN,
    REOPEN_FOR_CORRECTION,
    CORRECT,
    KEEP,
)
