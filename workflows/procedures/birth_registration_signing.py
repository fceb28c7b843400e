"""Birth registration: the draft, the signature, the entry in the register, and how an entry is corrected."""

from workflows.conditions import is_false, is_true
from workflows.language import Answer, Ask, Item, Notify, Step
from workflows.procedures.civil_status_signing import SEND_BACK, SIGNED_BIRTH
from workflows.skeletons.register import REGISTER_ENTRY, REVIEW_AGAIN
from workflows.skeletons.review import REASON
from workflows.vocabulary import Role, Signal
from workflows.words import Kind, inferred, law, text

# --- messages to the register -------------------------------------------------------------------

CERTIFICATE_FACTS = (
    "personal-id",
    "child.full-name",
    "child.birth-date",
    "child.sex",
    "child.ethnicity",
    "child.nationality",
    "child.birth-place",
    "child.home-place",
    "mother.personal-id",
    "mother.full-name",
    "mother.birth-date",
    "mother.ethnicity",
    "mother.nationality",
    "mother.residence-address",
    "father.personal-id",
    "father.full-name",
    "father.birth-date",
    "father.ethnicity",
    "father.nationality",
    "father.residence-address",
    "requester.full-name",
    "requester.personal-id",
    "requester.relation",
    "office.civil-status",
)
ENTER_BIRTH = Ask(
    agency="civil-status",
    about="birth.register",
    carries=CERTIFICATE_FACTS,
    answers=(
        Answer(outcome="registered", step="record-registration"),
        Answer(outcome="refused", step="record-register-obstacle"),
        Answer(outcome="unreachable", step="record-register-obstacle"),
    ),
    gives=REGISTER_ENTRY,
)
ENTER_CORRECTION = Ask(
    agency="civil-status",
    about="birth.correct",
    carries=("register-number", "register-book", *CERTIFICATE_FACTS),
    answers=(
        Answer(outcome="registered", step="record-registration"),
        Answer(outcome="refused", step="record-register-obstacle"),
        Answer(outcome="unreachable", step="record-register-obstacle"),
    ),
    gives=REGISTER_ENTRY,
)

# --- steps: draft, signature, entry -------------------------------------------------------------

# rule 24
SEND_DRAFT = Step(
    code="send-draft",
    source=("ready-to-sign",),
    target="awaiting-draft-answer",
    by=Role.CLERK,
    text=text("Gửi bản dự thảo cho người dân xem", "Send the draft to the citizen"),
    when=is_false("draft.sent"),
    why=text("Bản dự thảo đã được gửi một lần.", "The draft has been sent once."),
    sets=(("draft.sent", True),),
    effects=(
        Notify(
            letter="draft-sent",
            text=text(
                "Bản dự thảo giấy khai sinh đang chờ bạn xem. Bạn có 1 ngày để xác nhận; không trả lời là "
                "đồng ý.",
                "The draft of the birth certificate waits for you. You have 1 day; no answer counts as "
                "agreement.",
            ),
        ),
    ),
    rule=inferred(
        "3458/QĐ-BTP (10/12/2025), 1.001193",
        "Văn bản thủ tục không nói ngày chờ này có nằm trong thời hạn hay không; ở đây đồng hồ dừng.",
        "The text of the procedure does not say whether this day counts; here the clock stands still.",
    ),
)
CONFIRM_DRAFT = Step(
    code="confirm-draft",
    source=("awaiting-draft-answer",),
    target="ready-to-sign",
    by=Role.CITIZEN,
    text=text("Xác nhận bản dự thảo đúng", "Confirm that the draft is right"),
)
OBJECT_TO_DRAFT = Step(
    code="object-to-draft",
    source=("awaiting-draft-answer",),
    target="under-review",
    by=Role.CITIZEN,
    text=text("Báo chỗ sai trong bản dự thảo", "Point out an error in the draft"),
    takes=(
        Item(
            code="draft.objection",
            kind=Kind.LONG_TEXT,
            text=text("Chỗ sai và nội dung đúng", "What is wrong, and how it should be"),
        ),
    ),
)
TAKE_SILENCE_AS_CONSENT = Step(
    code="take-silence-as-consent",
    source=("awaiting-draft-answer",),
    target="ready-to-sign",
    by=Role.SYSTEM,
    text=text("Quá 1 ngày không trả lời: coi như đồng ý", "No answer in 1 day: taken as agreement"),
)
PREPARE_SIGNATURE = Step(
    code="prepare-signature",
    source=("under-review",),
    target="ready-to-sign",
    by=Role.CLERK,
    text=text("Chuyển ký", "Hand on for signature"),
    when=is_true("personal-id.recorded"),
    why=text(
        "Chưa có số định danh. Hãy xin số trước.", "There is no personal ID yet. Ask for the number first."
    ),
)
# A file that was sent back is prepared anew: only who prepares it from then on is kept from signing it.
SEND_BIRTH_BACK = SEND_BACK.model_copy(
    update={
        "sets": (
            ("taker.request-personal-id", ""),
            ("taker.ask-again-for-personal-id", ""),
            ("taker.continue-without-personal-id", ""),
            ("taker.prepare-signature", ""),
        )
    }
)
SIGN = Step(
    code="sign",
    source=("ready-to-sign",),
    target="awaiting-register",
    by=Role.LEADER,
    text=text("Ký, ghi sổ khai sinh", "Sign for entry in the birth register"),
    when=is_false("duplicate.suspected"),
    why=text("Hãy làm rõ nghi trùng trước khi ký.", "Settle the suspicion of a duplicate before you sign."),
    effects=(ENTER_BIRTH,),
    decisive=True,
    not_by=(
        "request-personal-id",
        "ask-again-for-personal-id",
        "continue-without-personal-id",
        "prepare-signature",
    ),
    rule=SIGNED_BIRTH,
)
RECORD_REGISTRATION = Step(
    code="record-registration",
    source=("awaiting-register", "register-obstacle"),
    target="issued",
    by=Role.AGENCY,
    text=text("Ghi sổ và cấp giấy khai sinh", "Enter the birth and issue the certificate"),
    sets=(("correction.open", False),),
    issues=("birth-certificate",),
    effects=(
        Notify(
            letter="birth-certificate-issued",
            text=text(
                "Em bé đã được đăng ký khai sinh. Giấy khai sinh điện tử có trên trang theo dõi.",
                "Your child's birth is registered. The electronic certificate is on the tracking page.",
            ),
        ),
    ),
    rule=law("60/2014/QH13 Art. 16"),
)
REGISTER_AGAIN = Step(
    code="register-again",
    source=("register-obstacle",),
    target="awaiting-register",
    by=Role.CLERK,
    text=text("Gửi lại để ghi sổ", "Send to the register again"),
    when=is_false("correction.open"),
    why=text("Đang sửa giấy đã cấp: hãy gửi lại nội dung sửa.", "A correction is open: send that again."),
    effects=(ENTER_BIRTH,),
)

REVIEW_ENTRY_AGAIN = REVIEW_AGAIN.model_copy(
    update={
        "when": is_false("correction.open"),
        "why": text(
            "Giấy đã cấp, chỉ có thể sửa.", "The certificate has been issued and can only be corrected."
        ),
    }
)

# --- steps: correction (rule 55) ----------------------------------------------------------------

REOPEN_FOR_CORRECTION = Step(
    code="reopen-for-correction",
    source=("issued",),
    target="under-correction",
    by=Role.SYSTEM,
    text=text("Mở lại để sửa giấy khai sinh", "Reopen to correct the certificate"),
    sets=(("correction.open", True),),
    signal=Signal.CORRECTION_ASKED,
    rule=law("63/2024/NĐ-CP Art. 8"),
)
CORRECT = Step(
    code="correct",
    source=("under-correction",),
    target="awaiting-register",
    by=Role.CLERK,
    text=text("Sửa, ghi sổ lại và cấp lại", "Correct, enter again and issue anew"),
    takes=(REASON,),
    effects=(ENTER_CORRECTION,),
    corrects=True,
    decisive=True,
    rule=law("63/2024/NĐ-CP Art. 8"),
)
SEND_CORRECTION_AGAIN = Step(
    code="send-correction-again",
    source=("register-obstacle",),
    target="awaiting-register",
    by=Role.CLERK,
    text=text("Gửi lại nội dung sửa", "Send the correction again"),
    when=is_true("correction.open"),
    why=text("Không có việc sửa nào đang mở.", "No correction is open."),
    effects=(ENTER_CORRECTION,),
)
CORRECT_ANEW = Step(
    code="correct-anew",
    source=("register-obstacle",),
    target="under-correction",
    by=Role.CLERK,
    text=text("Xem lại nội dung sửa", "Look at the correction again"),
    when=is_true("correction.open"),
    why=text("Không có việc sửa nào đang mở.", "No correction is open."),
)
KEEP = Step(
    code="keep",
    source=("under-correction",),
    target="issued",
    by=Role.CLERK,
    text=text("Giữ nguyên: giấy không có sai sót", "Keep: the certificate has no error"),
    takes=(REASON,),
    sets=(("correction.open", False),),
    keeps="birth-certificate",
    decisive=True,
    rule=law("63/2024/NĐ-CP Art. 8"),
)
