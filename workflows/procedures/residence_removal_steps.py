"""Removal of residence: where a case can be and what moves it; an officer, or since 15/03/2026 the data."""

from workflows.language import Answer, Ask, Item, State, Step
from workflows.procedures.death_group import (
    DEATH_GROUP_RECEIVER_STEPS,
    DEATH_GROUP_REVIEW,
    RETURN_DEATH_EXTRACT,
    SUPPLEMENT_IN_DEATH_GROUP,
)
from workflows.skeletons.correction import (
    AWAITING_CORRECTION,
    STOP_WAITING_FOR_CORRECTION,
    WITHDRAW_AS_RECEIVER,
)
from workflows.skeletons.register import (
    AWAITING_REGISTER,
    RECORD_REGISTER_OBSTACLE,
    REGISTER_OBSTACLE,
    REVIEW_AGAIN,
)
from workflows.skeletons.review import (
    ISSUED,
    REASON,
    RECEIVED,
    REFUSED,
    SIGNER_NOT_KNOWN,
    UNDER_REVIEW,
    WITHDRAWN,
)
from workflows.vocabulary import Clock, Ending, OfficialStatus, Role, Signal, Waits
from workflows.words import Kind, Source, inferred, text

# --- states -------------------------------------------------------------------------------------

NOTHING_TO_REMOVE = State(
    code="nothing-to-remove",
    text=text("Không có đăng ký thường trú để xóa", "No permanent residence to remove"),
    status=OfficialStatus.DONE,
    waits_for=Waits.NOBODY,
    clock=Clock.ENDS,
    ending=Ending.NOT_APPLICABLE,
    citizen=text(
        "Người mất không có đăng ký thường trú nên không có gì phải xóa. Đăng ký tạm trú, nếu có, được công "
        "an xóa. Gia đình không phải làm gì.",
        "The deceased had no permanent residence, so there is nothing to remove. The police remove a "
        "temporary one, if there was one. The family has nothing to do.",
    ),
)

STATES_OF_REVIEW = (
    RECEIVED,
    UNDER_REVIEW,
    SUPPLEMENT_IN_DEATH_GROUP,
    AWAITING_REGISTER,
    REGISTER_OBSTACLE,
    AWAITING_CORRECTION,
    ISSUED,
    NOTHING_TO_REMOVE,
    REFUSED,
    WITHDRAWN,
)

STATES_FROM_DATA = (
    AWAITING_REGISTER.model_copy(
        update={
            "citizen": text(
                "Công an xóa đăng ký thường trú theo dữ liệu khai tử. Gia đình không phải nộp gì.",
                "The police remove the residence from the data of the death. The family files nothing.",
            )
        }
    ),
    REGISTER_OBSTACLE,
    AWAITING_CORRECTION,
    ISSUED,
    NOTHING_TO_REMOVE,
)

# --- the message --------------------------------------------------------------------------------

REMOVE_RESIDENCE = Ask(
    agency="residence",
    about="residence.remove",
    carries=(
        "death-extract.number",
        "death-extract.registered-on",
        "death-extract.full-name",
        "death-extract.personal-id",
        "death-extract.died-on",
    ),
    answers=(
        Answer(outcome="removed", step="record-removal"),
        Answer(outcome="nothing-to-remove", step="record-nothing-to-remove"),
        Answer(outcome="refused", step="record-register-refusal"),
        Answer(outcome="unreachable", step="record-register-obstacle"),
    ),
    gives=(
        Item(code="record-number", kind=Kind.TEXT, text=text("Số hồ sơ cư trú", "Residence record number")),
        Item(code="recorded-on", kind=Kind.DATE, text=text("Ngày cập nhật", "Day of the entry")),
    ),
)

# --- steps --------------------------------------------------------------------------------------

APPROVE_REMOVAL = Step(
    code="approve-removal",
    source=("under-review",),
    target="awaiting-register",
    by=Role.CLERK,
    text=text("Xóa đăng ký thường trú", "Remove the permanent residence"),
    effects=(REMOVE_RESIDENCE,),
    decisive=True,
    rule=Source(act="296/QĐ-VPCP; 68/2020/QH14 Art. 24", note=SIGNER_NOT_KNOWN),
)
RECORD_REMOVAL = Step(
    code="record-removal",
    source=("awaiting-register", "register-obstacle"),
    target="issued",
    by=Role.AGENCY,
    text=text("Ghi nhận đã xóa, báo cho hộ gia đình", "Record the removal and tell the household"),
    issues=("residence-removal-notice",),
)
RECORD_NOTHING_TO_REMOVE = Step(
    code="record-nothing-to-remove",
    source=("awaiting-register", "register-obstacle"),
    target="nothing-to-remove",
    by=Role.AGENCY,
    text=text("Ghi nhận không có đăng ký thường trú", "Record that there was no permanent residence"),
    # rule 67
    rule=inferred(
        "68/2020/QH14 Art. 24",
        "Người mất không có đăng ký thường trú thì không có gì để xóa; công an xóa đăng ký tạm trú nếu có.",
        "Without a permanent residence nothing is removed; the police remove a temporary one.",
    ),
)
RECORD_REFUSAL_FOR_REVIEW = Step(
    code="record-register-refusal",
    source=("awaiting-register",),
    target="under-review",
    by=Role.AGENCY,
    text=text("Cơ sở dữ liệu cư trú không nhận, xem lại hồ sơ", "The residence data declined: review again"),
)
ASK_REGISTER_AGAIN = Step(
    code="ask-register-again",
    source=("register-obstacle",),
    target="awaiting-register",
    by=Role.CLERK,
    text=text("Gửi lại vào cơ sở dữ liệu cư trú", "Send to the residence data again"),
    effects=(REMOVE_RESIDENCE,),
)

STEPS_OF_REVIEW = (
    *DEATH_GROUP_REVIEW,
    WITHDRAW_AS_RECEIVER,
    APPROVE_REMOVAL,
    RECORD_REMOVAL,
    RECORD_NOTHING_TO_REMOVE,
    RECORD_REFUSAL_FOR_REVIEW,
    RECORD_REGISTER_OBSTACLE,
    ASK_REGISTER_AGAIN,
    REVIEW_AGAIN,
    RETURN_DEATH_EXTRACT,
    STOP_WAITING_FOR_CORRECTION,
    *DEATH_GROUP_RECEIVER_STEPS,
)

NOTHING_TO_REMOVE_RULE_58 = inferred(
    "58/2026/NĐ-CP Art. 4(6), 4(7)",
    "Người mất không có đăng ký thường trú thì không có gì để xóa; đăng ký tạm trú, nếu có, cũng được xóa "
    "theo dữ liệu trong 1 ngày làm việc.",
    "Without a permanent residence nothing is removed; a temporary one is removed from the data too, within "
    "1 working day.",
)
# Nothing is reviewed and nobody can withdraw: only obstacles and corrections need an officer.
STEPS_FROM_DATA = (
    RECORD_REMOVAL,
    RECORD_NOTHING_TO_REMOVE.model_copy(update={"rule": NOTHING_TO_REMOVE_RULE_58}),
    RECORD_REFUSAL_FOR_REVIEW.model_copy(
        update={
            "target": "register-obstacle",
            "text": text(
                "Cơ sở dữ liệu cư trú không nhận, cần kiểm tra",
                "The residence data declined: to be checked",
            ),
        }
    ),
    RECORD_REGISTER_OBSTACLE,
    ASK_REGISTER_AGAIN,
    Step(
        code="close-not-applicable",
        source=("register-obstacle",),
        target="nothing-to-remove",
        by=Role.CLERK,
        text=text("Kết thúc: không có đăng ký thường trú", "Close: there was no permanent residence"),
        takes=(REASON,),
        decisive=True,
        rule=NOTHING_TO_REMOVE_RULE_58,
    ),
    RETURN_DEATH_EXTRACT.model_copy(update={"source": ("register-obstacle",)}),
    STOP_WAITING_FOR_CORRECTION.model_copy(update={"target": "register-obstacle"}),
    Step(
        code="hold-for-correction",
        source=("register-obstacle",),
        target="awaiting-correction",
        by=Role.SYSTEM,
        text=text("Dừng chờ sửa trích lục", "Hold for a correction"),
        signal=Signal.INPUT_IN_DOUBT,
    ),
    Step(
        code="resume-corrected",
        source=("awaiting-correction", "register-obstacle", "issued", "nothing-to-remove"),
        target="awaiting-register",
        by=Role.SYSTEM,
        text=text("Gửi lại với trích lục đã sửa", "Send again with the corrected extract"),
        effects=(REMOVE_RESIDENCE,),
        signal=Signal.INPUT_CORRECTED,
    ),
    Step(
        code="resume-unchanged",
        source=("awaiting-correction",),
        target="register-obstacle",
        by=Role.SYSTEM,
        text=text("Tiếp tục: trích lục không có sai sót", "Go on: the extract has no error"),
        signal=Signal.INPUT_STANDS,
    ),
)
