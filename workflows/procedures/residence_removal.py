"""Removal of the permanent residence of a person who has died (xóa đăng ký thường trú), commune police."""

from datetime import date

from workflows.language import (
    Answer,
    Ask,
    Clock,
    Deadline,
    Ending,
    Evidence,
    Input,
    Item,
    Kind,
    OfficialStatus,
    Output,
    OutputItem,
    Procedure,
    Role,
    Signal,
    Standing,
    Start,
    State,
    Step,
    Waits,
)
from workflows.procedures.death_group import (
    COMPARED_CLOCK,
    DEATH_GROUP_CLOCK,
    DEATH_GROUP_REVIEW,
    RETURN_DEATH_EXTRACT,
    STOP_WAITING_FOR_CORRECTION,
    SUPPLEMENT_IN_DEATH_GROUP,
)
from workflows.skeletons import (
    AWAITING_CORRECTION,
    AWAITING_REGISTER,
    ISSUED,
    REASON,
    RECEIVED,
    RECEIVER_STEPS,
    RECORD_REGISTER_OBSTACLE,
    REFUSED,
    REGISTER_OBSTACLE,
    SUPPLEMENT_NOT_ASKED,
    UNDER_REVIEW,
    WITHDRAW,
    WITHDRAWN,
)
from workflows.words import inferred, law, text

# --- states -----------------------------------------------------------------------------------

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

# --- steps ------------------------------------------------------------------------------------

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
APPROVE_REMOVAL = Step(
    code="approve-removal",
    source=("under-review",),
    target="awaiting-register",
    by=Role.CLERK,
    text=text("Xóa đăng ký thường trú", "Remove the permanent residence"),
    effects=(REMOVE_RESIDENCE,),
    decisive=True,
    rule=law("296/QĐ-VPCP; 68/2020/QH14 Art. 24"),
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
        "58/2026/NĐ-CP Art. 4",
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
REVIEW_AGAIN = Step(
    code="review-again",
    source=("register-obstacle",),
    target="under-review",
    by=Role.CLERK,
    text=text("Xem lại hồ sơ", "Review the file again"),
    takes=(REASON,),
)

# --- the versions -----------------------------------------------------------------------------

RESIDENCE_REMOVAL_2024_07 = Procedure(
    code="residence-removal",
    official_code="1.003197",
    version="2024-07",
    effective_from=date(2024, 7, 1),
    effective_to=date(2026, 3, 14),
    text=text("Xóa đăng ký thường trú", "Removal of permanent residence"),
    short=text("Xóa thường trú", "Residence"),
    legal_basis=(law("68/2020/QH14 Art. 24"), law("63/2024/NĐ-CP"), law("296/QĐ-VPCP")),
    authority="police",
    area="office.residence",
    inputs=(
        Input(fact="requester.full-name", kind=Kind.NAME),
        Input(fact="requester.personal-id", kind=Kind.PERSONAL_ID),
        Input(fact="requester.phone", kind=Kind.PHONE),
        Input(fact="deceased.residence-address", kind=Kind.TEXT, required=False),
        Input(fact="deceased.household-head-name", kind=Kind.NAME, required=False),
        Input(fact="death-extract.number", kind=Kind.TEXT),
        Input(fact="death-extract.registered-on", kind=Kind.DATE),
        Input(fact="death-extract.full-name", kind=Kind.NAME),
        Input(fact="death-extract.personal-id", kind=Kind.PERSONAL_ID),
        Input(fact="death-extract.died-on", kind=Kind.DATE),
    ),
    evidence=(
        Evidence(
            code="death-extract",
            text=text("Trích lục khai tử điện tử", "Electronic death extract"),
            source=law("296/QĐ-VPCP"),
        ),
    ),
    outputs=(
        Output(
            code="residence-removal-notice",
            text=text("Thông báo xóa đăng ký thường trú", "Notice of removal of permanent residence"),
            items=(
                OutputItem(code="number", kind=Kind.TEXT, text=text("Số", "Number"), fact="record-number"),
                OutputItem(
                    code="recorded-on",
                    kind=Kind.DATE,
                    text=text("Ngày xóa", "Day of removal"),
                    fact="recorded-on",
                ),
            ),
        ),
    ),
    starts=(Start(state="received"),),
    states=(
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
    ),
    steps=(
        *DEATH_GROUP_REVIEW,
        WITHDRAW.model_copy(
            update={
                "source": (
                    "received",
                    "under-review",
                    "awaiting-supplement",
                    "awaiting-correction",
                )
            }
        ),
        APPROVE_REMOVAL,
        RECORD_REMOVAL,
        RECORD_NOTHING_TO_REMOVE,
        RECORD_REFUSAL_FOR_REVIEW,
        RECORD_REGISTER_OBSTACLE,
        ASK_REGISTER_AGAIN,
        REVIEW_AGAIN,
        RETURN_DEATH_EXTRACT,
        STOP_WAITING_FOR_CORRECTION,
        *RECEIVER_STEPS,
    ),
    assumes=(SUPPLEMENT_NOT_ASKED,),
    # rule 66: on the working day on which the extract arrives
    deadlines=(Deadline(working_days=0, source=law("296/QĐ-VPCP")),),
    clock=DEATH_GROUP_CLOCK,
)

# rule 66: Decree 58/2026 makes it a matter of data. Nobody applies: when the population data say that the
# person has died, the police remove the residence within one working day and tell the household. So the case
# opens with the message already on its way, nothing is reviewed, and the family cannot withdraw it.
RESIDENCE_REMOVAL_2026_03 = RESIDENCE_REMOVAL_2024_07.revised(
    version="2026-03",
    effective_from=date(2026, 3, 15),
    effective_to=None,
    legal_basis=(law("68/2020/QH14 Art. 24"), law("58/2026/NĐ-CP Art. 4(6)"), law("296/QĐ-VPCP")),
    evidence=(
        Evidence(
            code="death-extract",
            text=text("Dữ liệu khai tử", "Data of the death registration"),
            source=law("58/2026/NĐ-CP Art. 4(6)"),
        ),
    ),
    starts=(Start(state="awaiting-register", effects=(REMOVE_RESIDENCE,)),),
    states=(
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
    ),
    steps=(
        RECORD_REMOVAL,
        RECORD_NOTHING_TO_REMOVE,
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
            rule=RECORD_NOTHING_TO_REMOVE.rule,
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
    ),
    assumes=(),
    deadlines=(Deadline(working_days=1, source=law("58/2026/NĐ-CP Art. 4(6)")),),
)
RESIDENCE_REMOVAL = RESIDENCE_REMOVAL_2026_03

# For comparison only: on application, as it was until Decree 58/2026.
RESIDENCE_REMOVAL_SEPARATE = RESIDENCE_REMOVAL_2024_07.revised(
    code="residence-removal-separate",
    version="2024-07",
    effective_to=None,
    text=text("Xóa đăng ký thường trú (làm riêng)", "Removal of permanent residence (on its own)"),
    standing=Standing.BASELINE,
    legal_basis=(law("68/2020/QH14 Art. 24"),),
    deadlines=(Deadline(working_days=5, source=law("68/2020/QH14 Art. 24; 154/2024/NĐ-CP")),),
    clock=COMPARED_CLOCK,
)
