"""Permanent residence: verification, approval, entry in the residence database, and all steps in order.

Decree 58/2026 changes four steps and adds one, so there are two orders.
"""

from workflows.conditions import all_of, any_of, at_least, equals, is_false, is_true, not_
from workflows.language import Answer, Ask, Item, Notify, Step
from workflows.procedures.birth_group import (
    ANSWER_IN_GROUP,
    REFUSE_UNANSWERED_IN_GROUP,
    RETURN_BIRTH_CERTIFICATE,
)
from workflows.procedures.permanent_residence_consent import (
    ACCEPT_WRITTEN_CONSENT,
    ACCEPT_WRITTEN_CONSENT_58,
    CONFIRM_CONSENT,
    DECLINE_CONSENT,
    RECORD_WRITTEN_CONSENT,
    RECORD_WRITTEN_CONSENT_58,
)
from workflows.skeletons.correction import (
    HOLD_FOR_CORRECTION,
    RESUME_CORRECTED,
    RESUME_UNCHANGED,
    STOP_WAITING_FOR_CORRECTION,
)
from workflows.skeletons.register import RECORD_REGISTER_OBSTACLE, REFUSE_AT_OBSTACLE, REVIEW_AGAIN
from workflows.skeletons.review import ACCEPT, FORWARD, RECORD_VERIFICATION, SIGNER_NOT_KNOWN, WITHDRAW
from workflows.skeletons.supplement import REQUEST_SECOND_SUPPLEMENT, REQUEST_SUPPLEMENT
from workflows.vocabulary import Role
from workflows.words import Kind, Source, law, text

# --- the message --------------------------------------------------------------------------------

RECORD_IN_RESIDENCE_DATABASE = Ask(
    agency="residence",
    about="residence.record",
    carries=(
        "birth-certificate.number",
        "birth-certificate.registered-on",
        "birth-certificate.personal-id",
        "birth-certificate.child-full-name",
        "birth-certificate.child-birth-date",
        "birth-certificate.child-sex",
        "mother.personal-id",
        "father.personal-id",
        "householder.personal-id",
        "householder.full-name",
        "residence.relation",
        "residence.commune",
        "residence.address",
    ),
    answers=(
        Answer(outcome="recorded", step="record-residence"),
        Answer(outcome="refused", step="record-register-obstacle"),
        Answer(outcome="unreachable", step="record-register-obstacle"),
    ),
    gives=(
        Item(
            code="record-number",
            kind=Kind.TEXT,
            text=text("Số đăng ký cư trú", "Number of the residence record"),
        ),
        Item(
            code="recorded-on",
            kind=Kind.DATE,
            text=text("Ngày đăng ký cư trú", "Day of the residence record"),
        ),
    ),
)

# --- steps --------------------------------------------------------------------------------------

START_VERIFICATION = Step(
    code="start-verification",
    source=("under-review",),
    target="awaiting-verification",
    by=Role.CLERK,
    text=text("Xác minh chỗ ở", "Verify the dwelling"),
    when=is_false("residence-verification.needed"),
    why=text("Hồ sơ đã được xác minh một lần.", "The file has been verified once."),
    takes=(
        Item(
            code="verification.question",
            kind=Kind.LONG_TEXT,
            text=text("Điều cần xác minh", "What is to be verified"),
        ),
    ),
    sets=(("residence-verification.needed", True),),
    decisive=True,
    rule=law("63/2024/NĐ-CP Art. 8"),
)
APPROVE = Step(
    code="approve",
    source=("under-review",),
    target="awaiting-register",
    by=Role.CLERK,
    text=text("Duyệt đăng ký thường trú", "Approve the permanent residence"),
    when=is_true("householder.agreed"),
    why=text("Chưa có sự đồng ý của chủ hộ.", "The householder has not agreed."),
    effects=(RECORD_IN_RESIDENCE_DATABASE,),
    decisive=True,
    rule=Source(act="68/2020/QH14 Art. 22", note=SIGNER_NOT_KNOWN),
)
RECORD_RESIDENCE = Step(
    code="record-residence",
    source=("awaiting-register", "register-obstacle"),
    target="issued",
    by=Role.AGENCY,
    text=text("Ghi cư trú và báo kết quả", "Enter the residence and give notice"),
    issues=("residence-notice",),
    effects=(
        Notify(
            letter="residence-recorded",
            text=text(
                "Em bé đã được đăng ký thường trú. Thông báo điện tử có trên trang theo dõi.",
                "Your child's permanent residence is registered. The notice is on the tracking page.",
            ),
        ),
    ),
    rule=law("68/2020/QH14 Art. 22"),
)
RECORD_AGAIN = Step(
    code="record-again",
    source=("register-obstacle",),
    target="awaiting-register",
    by=Role.CLERK,
    text=text("Gửi lại vào cơ sở dữ liệu cư trú", "Send to the residence database again"),
    effects=(RECORD_IN_RESIDENCE_DATABASE,),
)
HOLD = HOLD_FOR_CORRECTION.model_copy(
    update={"source": ("received", "under-review", "awaiting-verification")}
)
WITHDRAW_RESIDENCE = WITHDRAW.model_copy(
    update={
        "source": (
            "awaiting-consent",
            "received",
            "under-review",
            "awaiting-supplement",
            "awaiting-verification",
            "awaiting-correction",
        )
    }
)

STEPS_BEFORE_58 = (
    CONFIRM_CONSENT,
    DECLINE_CONSENT,
    ACCEPT_WRITTEN_CONSENT,
    RECORD_WRITTEN_CONSENT,
    ACCEPT,
    FORWARD,
    REQUEST_SUPPLEMENT,
    REQUEST_SECOND_SUPPLEMENT,
    ANSWER_IN_GROUP,
    REFUSE_UNANSWERED_IN_GROUP,
    REFUSE_AT_OBSTACLE,
    WITHDRAW_RESIDENCE,
    START_VERIFICATION,
    RECORD_VERIFICATION,
    APPROVE,
    RECORD_RESIDENCE,
    RECORD_REGISTER_OBSTACLE,
    RECORD_AGAIN,
    REVIEW_AGAIN,
    RETURN_BIRTH_CERTIFICATE,
    HOLD,
    RESUME_CORRECTED,
    RESUME_UNCHANGED,
    STOP_WAITING_FOR_CORRECTION,
)

# --- steps since Decree 58/2026 -----------------------------------------------------------------

# Decree 58/2026. rule 36: no condition is checked for a child under six where a parent or guardian lives
START_VERIFICATION_58 = START_VERIFICATION.model_copy(
    update={
        "when": all_of(
            is_false("residence-verification.needed"),
            any_of(at_least("child.age-months", 72), is_false("residence.at-parents")),
        ),
        "why": text(
            "Trẻ dưới 6 tuổi về nơi thường trú của cha, mẹ hoặc người giám hộ thì không kiểm tra điều kiện; "
            "hồ sơ khác chỉ xác minh một lần.",
            "For a child under six at the residence of a parent or guardian no condition is checked; other "
            "files are verified once only.",
        ),
        "rule": law("58/2026/NĐ-CP Art. 4(4); 63/2024/NĐ-CP Art. 8"),
    }
)
APPROVE_58 = APPROVE.model_copy(
    update={
        "when": all_of(is_true("householder.agreed"), not_(equals("residence.with", "none"))),
        "why": text(
            "Chưa có sự đồng ý của chủ hộ, hoặc cha mẹ chưa có nơi thường trú, tạm trú.",
            "The householder has not agreed, or the parents have no permanent or temporary residence.",
        ),
    }
)
# rule 41
RECORD_RESIDENCE_INFORMATION = Step(
    code="record-residence-information",
    source=("under-review",),
    target="residence-information-recorded",
    by=Role.CLERK,
    text=text("Ghi thông tin về cư trú thay cho thường trú", "Record residence information instead"),
    when=equals("residence.with", "none"),
    why=text(
        "Cha hoặc mẹ có nơi thường trú hay tạm trú.", "A parent has a permanent or temporary residence."
    ),
    takes=(
        Item(
            code="residence.information",
            kind=Kind.LONG_TEXT,
            text=text("Thông tin về cư trú đã ghi", "The residence information that was recorded"),
        ),
    ),
    effects=(
        Notify(
            letter="residence-information-recorded",
            text=text(
                "Em bé đã được khai báo thông tin về cư trú. Khi có nơi thường trú, bạn hãy đăng ký cho em.",
                "Your child's residence information is recorded. Register a permanent residence once there "
                "is one.",
            ),
        ),
    ),
    decisive=True,
    rule=law("58/2026/NĐ-CP Art. 4(4)"),
)

STEPS_AFTER_58 = (
    CONFIRM_CONSENT,
    DECLINE_CONSENT,
    ACCEPT_WRITTEN_CONSENT_58,
    RECORD_WRITTEN_CONSENT_58,
    ACCEPT,
    FORWARD,
    REQUEST_SUPPLEMENT,
    REQUEST_SECOND_SUPPLEMENT,
    ANSWER_IN_GROUP,
    REFUSE_UNANSWERED_IN_GROUP,
    REFUSE_AT_OBSTACLE,
    WITHDRAW_RESIDENCE,
    START_VERIFICATION_58,
    RECORD_VERIFICATION,
    APPROVE_58,
    RECORD_RESIDENCE_INFORMATION,
    RECORD_RESIDENCE,
    RECORD_REGISTER_OBSTACLE,
    RECORD_AGAIN,
    REVIEW_AGAIN,
    RETURN_BIRTH_CERTIFICATE,
    HOLD,
    RESUME_CORRECTED,
    RESUME_UNCHANGED,
    STOP_WAITING_FOR_CORRECTION,
)
