"""Birth registration (đăng ký khai sinh), the first link of the birth group, at the civil-status office.

The officer accepts the file, asks the population database for the child's personal ID,
signs, and has the birth entered in the electronic register (sổ hộ tịch điện tử); the entry
issues the certificate that opens the other members of the group. That the chairman signs
beside the officer (60/2014/QH13 Art. 16) is left to a later version: here one officer of the
office signs, and `not_by` is where a second person would be demanded. That an officer may not
register for the own family (Art. 12, rule 30) is seen to for every step of every procedure.

The general steps of review cite the acts of today in every version.
"""

from datetime import date

from workflows.authorities.civil_status import CIVIL_STATUS
from workflows.conditions import all_of, at_least, below, equals, is_false, is_true, known
from workflows.language import (
    Answer,
    Ask,
    Clock,
    ClockRules,
    Deadline,
    Evidence,
    Fee,
    Input,
    Item,
    Kind,
    Notify,
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
    Timer,
    Waits,
)
from workflows.skeletons import (
    ACCEPT,
    ANSWER_SUPPLEMENT,
    AWAITING_REGISTER,
    AWAITING_SUPPLEMENT,
    AWAITING_VERIFICATION,
    FORWARD,
    ISSUED,
    REASON,
    RECEIVED,
    RECORD_REGISTER_OBSTACLE,
    REFUSE,
    REFUSE_UNANSWERED,
    REFUSED,
    REGISTER_OBSTACLE,
    REQUEST_SUPPLEMENT,
    SUPPLEMENT_NOT_ASKED,
    UNDER_CORRECTION,
    UNDER_REVIEW,
    WITHDRAW,
    WITHDRAWN,
)
from workflows.words import Source, inferred, law, secondary, text, unknown

# --- what the whole birth group shares ----------------------------------------------------------

# rules 25, 82
BIRTH_GROUP_CLOCK = ClockRules(
    source=Source(
        act="63/2024/NĐ-CP Art. 7",
        note=text(
            "Mốc 15 giờ là của Nghị định. Nghị định không nói rõ ngày nhận có tính hay không; ở đây tính từ "
            "ngày làm việc liền sau, theo cách tính thời hạn của Bộ luật Dân sự.",
            "The 15:00 mark is in the decree. Whether the day of receipt counts is not spelled out there; "
            "the "
            "next working day is the first here, as the Civil Code counts.",
        ),
    )
)
ROLL_OUT_CLOCK = ClockRules(
    source=inferred(
        "2084/VPCP-KSTT (30/03/2023)",
        "Chưa đọc được quy định về mốc giờ của đợt triển khai 2023; dùng mốc 15 giờ của Luật Hộ tịch.",
        "What the roll-out of 2023 says about the hour was not read; the 15:00 of the Civil Status Law is "
        "used.",
    )
)
ROLL_OUT_SUPPLEMENT = AWAITING_SUPPLEMENT.model_copy(
    update={
        "timers": (
            Timer(
                step="refuse-unanswered",
                working_days=7,
                source=inferred(
                    "2084/VPCP-KSTT (30/03/2023)",
                    "Thời hạn bổ sung của đợt triển khai 2023 chưa rõ; dùng 7 ngày làm việc của Nghị định "
                    "63/2024.",
                    "The window of the 2023 roll-out is not known; the 7 working days of Decree 63/2024 "
                    "are used.",
                ),
            ),
        )
    }
)

# --- the certificate --------------------------------------------------------------------------

BIRTH_CERTIFICATE = Output(
    code="birth-certificate",
    text=text("Giấy khai sinh", "Birth certificate"),
    items=(
        OutputItem(code="number", kind=Kind.TEXT, text=text("Số", "Number"), fact="register-number"),
        OutputItem(code="book", kind=Kind.TEXT, text=text("Quyển số", "Book"), fact="register-book"),
        OutputItem(
            code="registered-on",
            kind=Kind.DATE,
            text=text("Ngày đăng ký", "Day of registration"),
            fact="registered-on",
        ),
        OutputItem(
            code="registered-at",
            kind=Kind.COMMUNE,
            text=text("Nơi đăng ký khai sinh", "Place of registration"),
            fact="office.civil-status",
        ),
        # rule 29: a certificate without the number is valid, the number is added later
        OutputItem(
            code="personal-id",
            kind=Kind.PERSONAL_ID,
            text=text("Số định danh cá nhân của em bé", "The child's personal ID"),
            fact="personal-id",
            required=False,
        ),
        OutputItem(
            code="child-full-name",
            kind=Kind.NAME,
            text=text("Họ, chữ đệm, tên của em bé", "The child's full name"),
            fact="child.full-name",
        ),
        OutputItem(
            code="child-birth-date",
            kind=Kind.DATE,
            text=text("Ngày, tháng, năm sinh", "Date of birth"),
            fact="child.birth-date",
        ),
        OutputItem(code="child-sex", kind=Kind.CHOICE, text=text("Giới tính", "Sex"), fact="child.sex"),
        OutputItem(
            code="child-ethnicity",
            kind=Kind.CHOICE,
            text=text("Dân tộc", "Ethnicity"),
            fact="child.ethnicity",
            required=False,
        ),
        OutputItem(
            code="child-nationality",
            kind=Kind.TEXT,
            text=text("Quốc tịch", "Nationality"),
            fact="child.nationality",
            required=False,
        ),
        # rule 23
        OutputItem(
            code="child-birth-place",
            kind=Kind.TEXT,
            text=text("Nơi sinh", "Place of birth"),
            fact="child.birth-place",
        ),
        OutputItem(
            code="child-home-place",
            kind=Kind.TEXT,
            text=text("Quê quán", "Ancestral home"),
            fact="child.home-place",
        ),
        OutputItem(
            code="mother-full-name",
            kind=Kind.NAME,
            text=text("Họ, chữ đệm, tên của mẹ", "The mother's full name"),
            fact="mother.full-name",
            required=False,
        ),
        OutputItem(
            code="mother-birth-date",
            kind=Kind.DATE,
            text=text("Ngày sinh của mẹ", "The mother's date of birth"),
            fact="mother.birth-date",
            required=False,
        ),
        OutputItem(
            code="mother-ethnicity",
            kind=Kind.CHOICE,
            text=text("Dân tộc của mẹ", "The mother's ethnicity"),
            fact="mother.ethnicity",
            required=False,
        ),
        OutputItem(
            code="mother-nationality",
            kind=Kind.TEXT,
            text=text("Quốc tịch của mẹ", "The mother's nationality"),
            fact="mother.nationality",
            required=False,
        ),
        OutputItem(
            code="mother-residence",
            kind=Kind.TEXT,
            text=text("Nơi cư trú của mẹ", "The mother's residence"),
            fact="mother.residence-address",
            required=False,
        ),
        # rule 12: while the father is not known, his part stays blank
        OutputItem(
            code="father-full-name",
            kind=Kind.NAME,
            text=text("Họ, chữ đệm, tên của cha", "The father's full name"),
            fact="father.full-name",
            required=False,
        ),
        OutputItem(
            code="father-birth-date",
            kind=Kind.DATE,
            text=text("Ngày sinh của cha", "The father's date of birth"),
            fact="father.birth-date",
            required=False,
        ),
        OutputItem(
            code="father-ethnicity",
            kind=Kind.CHOICE,
            text=text("Dân tộc của cha", "The father's ethnicity"),
            fact="father.ethnicity",
            required=False,
        ),
        OutputItem(
            code="father-nationality",
            kind=Kind.TEXT,
            text=text("Quốc tịch của cha", "The father's nationality"),
            fact="father.nationality",
            required=False,
        ),
        OutputItem(
            code="father-residence",
            kind=Kind.TEXT,
            text=text("Nơi cư trú của cha", "The father's residence"),
            fact="father.residence-address",
            required=False,
        ),
        OutputItem(
            code="requester-full-name",
            kind=Kind.NAME,
            text=text("Người đi khai sinh", "Who registered the birth"),
            fact="requester.full-name",
        ),
    ),
)

# What every receiver of the certificate does that finds an error in it (rule 55).
RETURN_BIRTH_CERTIFICATE = Step(
    code="return-to-issuer",
    source=("under-review",),
    target="awaiting-correction",
    by=Role.CLERK,
    text=text("Trả lại nơi cấp giấy khai sinh để sửa", "Return to the issuer of the birth certificate"),
    takes=(
        Item(
            code="wrong-items",
            kind=Kind.CHOICE,
            text=text("Nội dung sai trong giấy khai sinh", "What is wrong in the birth certificate"),
            options=(
                ("child-full-name", text("Họ, chữ đệm, tên của em bé", "The child's full name")),
                ("child-birth-date", text("Ngày, tháng, năm sinh", "Date of birth")),
                ("child-sex", text("Giới tính", "Sex")),
                ("personal-id", text("Số định danh cá nhân của em bé", "The child's personal ID")),
                ("number", text("Số giấy khai sinh", "Number of the certificate")),
                ("registered-on", text("Ngày đăng ký", "Day of registration")),
            ),
        ),
        REASON,
    ),
    returns="birth-certificate",
    decisive=True,
    rule=law("63/2024/NĐ-CP Art. 8"),
)
# The issuer may have mended something else than what was returned, so an officer can always go on alone.
STOP_WAITING_FOR_CORRECTION = Step(
    code="stop-waiting-for-correction",
    source=("awaiting-correction",),
    target="under-review",
    by=Role.CLERK,
    text=text("Xem lại hồ sơ, không chờ sửa nữa", "Review the file without waiting for the correction"),
    takes=(REASON,),
)

# --- states -----------------------------------------------------------------------------------

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
READY_TO_SIGN = State(
    code="ready-to-sign",
    text=text("Chờ ký", "Ready to sign"),
    status=OfficialStatus.IN_PROGRESS,
    waits_for=Waits.OFFICER,
    citizen=text(
        "Nội dung đã xong, đang chờ ký. Bạn không phải làm gì.",
        "The content is complete and waits for the signature. There is nothing for you to do.",
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
                "Văn bản thủ tục, đọc qua nguồn khác, nói 1 ngày; ở đây tính là 1 ngày làm việc.",
                "The text of the procedure, read through another source, says 1 day; taken as a working "
                "day here.",
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

# --- messages to other systems ----------------------------------------------------------------

# The number may come days later (3160/BTP-CNTT), when the case has moved on: each answer "assigned" names
# every place where it is still welcome, and the first step that is open takes it.
ASK_FOR_PERSONAL_ID = Ask(
    agency="population-database",
    about="personal-id.assign",
    carries=(
        "child.full-name",
        "child.birth-date",
        "child.sex",
        "child.birth-place",
        "child.home-place",
        "child.ethnicity",
        "child.nationality",
        "child.multiple-birth",
        "mother.personal-id",
        "mother.full-name",
        "father.personal-id",
        "father.full-name",
        "office.civil-status",
    ),
    answers=(
        Answer(outcome="assigned", step="record-personal-id"),
        Answer(outcome="assigned", step="add-personal-id-in-review"),
        Answer(outcome="assigned", step="add-personal-id-before-signing"),
        Answer(outcome="assigned", step="add-personal-id-to-draft"),
        Answer(outcome="assigned", step="add-personal-id-while-registering"),
        Answer(outcome="assigned", step="add-personal-id-at-register-obstacle"),
        Answer(outcome="assigned", step="add-personal-id-under-correction"),
        Answer(outcome="assigned", step="record-late-personal-id"),
        Answer(outcome="suspected-duplicate", step="record-suspected-duplicate"),
        Answer(outcome="refused", step="record-personal-id-refusal"),
        Answer(outcome="unreachable", step="record-personal-id-silence"),
    ),
    gives=(
        Item(
            code="personal-id",
            kind=Kind.PERSONAL_ID,
            text=text("Số định danh cá nhân của em bé", "The child's personal ID"),
        ),
    ),
)
# In the roll-out no draft went to the citizen, so no number can arrive while one waits for that answer.
ROLL_OUT_ASK_FOR_PERSONAL_ID = ASK_FOR_PERSONAL_ID.model_copy(
    update={
        "answers": (
            Answer(outcome="assigned", step="record-personal-id"),
            Answer(outcome="assigned", step="add-personal-id-in-review"),
            Answer(outcome="assigned", step="add-personal-id-before-signing"),
            Answer(outcome="assigned", step="add-personal-id-while-registering"),
            Answer(outcome="assigned", step="add-personal-id-at-register-obstacle"),
            Answer(outcome="assigned", step="add-personal-id-under-correction"),
            Answer(outcome="assigned", step="record-late-personal-id"),
            Answer(outcome="suspected-duplicate", step="record-suspected-duplicate"),
            Answer(outcome="refused", step="record-personal-id-refusal"),
            Answer(outcome="unreachable", step="record-personal-id-silence"),
        )
    }
)

REGISTER_ENTRY = (
    Item(code="register-number", kind=Kind.TEXT, text=text("Số đăng ký", "Register number")),
    Item(code="register-book", kind=Kind.TEXT, text=text("Quyển số", "Register book")),
    Item(code="registered-on", kind=Kind.DATE, text=text("Ngày đăng ký", "Day of registration")),
)
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

# --- steps: review and verification -------------------------------------------------------------

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
RECORD_VERIFICATION = Step(
    code="record-verification",
    source=("awaiting-verification",),
    target="under-review",
    by=Role.CLERK,
    text=text("Ghi kết quả xác minh", "Record what was found"),
    takes=(
        Item(code="verification.finding", kind=Kind.LONG_TEXT, text=text("Kết quả xác minh", "The finding")),
    ),
)
NOTE_NO_VERIFICATION = Step(
    code="note-no-verification",
    source=("awaiting-verification",),
    target="under-review",
    by=Role.SYSTEM,
    text=text("Quá 3 ngày chưa có trả lời, cán bộ quyết định", "No answer in 3 days, the officer decides"),
    rule=secondary("07/2025/NĐ-CP"),
)

# --- steps: personal ID -------------------------------------------------------------------------

# rule 16
REQUEST_PERSONAL_ID = Step(
    code="request-personal-id",
    source=("under-review",),
    target="awaiting-personal-id",
    by=Role.CLERK,
    text=text("Xin số định danh cá nhân", "Ask for the personal ID"),
    when=all_of(is_false("duplicate.suspected"), is_false("personal-id.recorded")),
    why=text(
        "Hồ sơ nghi trùng với hồ sơ khác, hoặc em bé đã có số. Hãy làm rõ nghi trùng trước khi xin số.",
        "The file may be a duplicate, or the child has a number already. Settle the suspicion before you "
        "ask.",
    ),
    effects=(ASK_FOR_PERSONAL_ID,),
    rule=secondary("3160/BTP-CNTT (13/09/2021); 137/2015/NĐ-CP Art. 13"),
)
ROLL_OUT_REQUEST_PERSONAL_ID = REQUEST_PERSONAL_ID.model_copy(
    update={"effects": (ROLL_OUT_ASK_FOR_PERSONAL_ID,)}
)
RESOLVE_DUPLICATE = Step(
    code="resolve-duplicate",
    source=("under-review", "personal-id-obstacle", "ready-to-sign"),
    target="under-review",
    by=Role.CLERK,
    text=text("Kết luận: không trùng", "Conclude: no duplicate"),
    when=is_true("duplicate.suspected"),
    why=text("Hồ sơ không bị nghi trùng.", "The file is not suspected of being a duplicate."),
    takes=(REASON,),
    sets=(("duplicate.suspected", False),),
    decisive=True,
    rule=secondary("3160/BTP-CNTT (13/09/2021)"),
)
RECORD_PERSONAL_ID = Step(
    code="record-personal-id",
    source=("awaiting-personal-id", "personal-id-obstacle"),
    target="ready-to-sign",
    by=Role.AGENCY,
    text=text("Ghi số định danh", "Record the personal ID"),
    when=is_false("personal-id.recorded"),
    sets=(("personal-id.recorded", True),),
    rule=law("63/2024/NĐ-CP Art. 8"),
)
RECORD_SUSPECTED_DUPLICATE = Step(
    code="record-suspected-duplicate",
    source=("awaiting-personal-id",),
    target="personal-id-obstacle",
    by=Role.AGENCY,
    text=text("Ghi vướng mắc: nghi trùng", "Record the obstacle: suspected duplicate"),
    sets=(("duplicate.suspected", True), ("personal-id.obstacle", "suspected-duplicate")),
    rule=law("63/2024/NĐ-CP Art. 8"),
)
RECORD_PERSONAL_ID_REFUSAL = Step(
    code="record-personal-id-refusal",
    source=("awaiting-personal-id",),
    target="personal-id-obstacle",
    by=Role.AGENCY,
    text=text("Ghi vướng mắc: không được cấp số", "Record the obstacle: no number given"),
    sets=(("personal-id.obstacle", "refused"),),
    rule=law("63/2024/NĐ-CP Art. 8"),
)
RECORD_PERSONAL_ID_SILENCE = Step(
    code="record-personal-id-silence",
    source=("awaiting-personal-id",),
    target="personal-id-obstacle",
    by=Role.AGENCY,
    text=text("Ghi vướng mắc: không liên lạc được", "Record the obstacle: no answer"),
    sets=(("personal-id.obstacle", "unreachable"),),
    rule=law("63/2024/NĐ-CP Art. 8"),
)
ASK_AGAIN_FOR_PERSONAL_ID = Step(
    code="ask-again-for-personal-id",
    source=("personal-id-obstacle",),
    target="awaiting-personal-id",
    by=Role.CLERK,
    text=text("Xin lại số định danh", "Ask for the personal ID again"),
    when=is_false("duplicate.suspected"),
    why=text("Hãy làm rõ nghi trùng trước.", "Settle the suspicion of a duplicate first."),
    effects=(ASK_FOR_PERSONAL_ID,),
)
ROLL_OUT_ASK_AGAIN = ASK_AGAIN_FOR_PERSONAL_ID.model_copy(update={"effects": (ROLL_OUT_ASK_FOR_PERSONAL_ID,)})
# rule 29
CONTINUE_WITHOUT_PERSONAL_ID = Step(
    code="continue-without-personal-id",
    source=("personal-id-obstacle",),
    target="ready-to-sign",
    by=Role.CLERK,
    text=text("Cấp giấy trước, bổ sung số sau", "Issue first, add the number later"),
    when=is_false("duplicate.suspected"),
    why=text("Hãy làm rõ nghi trùng trước.", "Settle the suspicion of a duplicate first."),
    takes=(REASON,),
    decisive=True,
    rule=secondary(
        "3160/BTP-CNTT (13/09/2021)",
        "Giấy khai sinh chưa có số định danh vẫn có giá trị; số được bổ sung sau.",
        "A certificate without the personal ID is valid; the number is added later.",
    ),
)

# A number that comes late. It never changes where the case is.
ADD_PERSONAL_ID_IN_REVIEW = Step(
    code="add-personal-id-in-review",
    source=("under-review",),
    target="under-review",
    by=Role.AGENCY,
    text=text("Bổ sung số định danh đến muộn", "Add the personal ID that came late"),
    when=is_false("personal-id.recorded"),
    sets=(("personal-id.recorded", True),),
)
ADD_PERSONAL_ID_BEFORE_SIGNING = ADD_PERSONAL_ID_IN_REVIEW.model_copy(
    update={
        "code": "add-personal-id-before-signing",
        "source": ("ready-to-sign",),
        "target": "ready-to-sign",
    }
)
ADD_PERSONAL_ID_TO_DRAFT = ADD_PERSONAL_ID_IN_REVIEW.model_copy(
    update={
        "code": "add-personal-id-to-draft",
        "source": ("awaiting-draft-answer",),
        "target": "awaiting-draft-answer",
    }
)
ADD_PERSONAL_ID_WHILE_REGISTERING = ADD_PERSONAL_ID_IN_REVIEW.model_copy(
    update={
        "code": "add-personal-id-while-registering",
        "source": ("awaiting-register",),
        "target": "awaiting-register",
    }
)
ADD_PERSONAL_ID_AT_REGISTER_OBSTACLE = ADD_PERSONAL_ID_IN_REVIEW.model_copy(
    update={
        "code": "add-personal-id-at-register-obstacle",
        "source": ("register-obstacle",),
        "target": "register-obstacle",
    }
)
ADD_PERSONAL_ID_UNDER_CORRECTION = ADD_PERSONAL_ID_IN_REVIEW.model_copy(
    update={
        "code": "add-personal-id-under-correction",
        "source": ("under-correction",),
        "target": "under-correction",
    }
)
RECORD_LATE_PERSONAL_ID = Step(
    code="record-late-personal-id",
    source=("issued",),
    target="issued",
    by=Role.AGENCY,
    text=text("Bổ sung số định danh và cấp lại giấy khai sinh", "Add the personal ID and issue anew"),
    when=is_false("personal-id.recorded"),
    sets=(("personal-id.recorded", True),),
    issues=("birth-certificate",),
    effects=(
        Notify(
            letter="personal-id-added",
            text=text(
                "Em bé đã có số định danh cá nhân. Giấy khai sinh điện tử đã được bổ sung số này.",
                "Your child has a personal ID now. It was added to the electronic birth certificate.",
            ),
        ),
    ),
    rule=secondary("3160/BTP-CNTT (13/09/2021)"),
)

# --- steps: draft, signature, register ----------------------------------------------------------

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
SIGN = Step(
    code="sign",
    source=("ready-to-sign",),
    target="awaiting-register",
    by=Role.CLERK,
    text=text("Ký, ghi sổ khai sinh", "Sign for entry in the birth register"),
    when=is_false("duplicate.suspected"),
    why=text("Hãy làm rõ nghi trùng trước khi ký.", "Settle the suspicion of a duplicate before you sign."),
    effects=(ENTER_BIRTH,),
    decisive=True,
    rule=law("60/2014/QH13 Art. 16"),
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
REVIEW_AGAIN = Step(
    code="review-again",
    source=("register-obstacle",),
    target="under-review",
    by=Role.CLERK,
    text=text("Xem lại hồ sơ", "Review the file again"),
    when=is_false("correction.open"),
    why=text("Giấy đã cấp, chỉ có thể sửa.", "The certificate has been issued and can only be corrected."),
    takes=(REASON,),
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

ROLL_OUT_STEPS = (
    ACCEPT,
    FORWARD,
    REQUEST_SUPPLEMENT,
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
    SIGN,
    RECORD_REGISTRATION,
    RECORD_REGISTER_OBSTACLE,
    REGISTER_AGAIN,
    REVIEW_AGAIN,
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
    SIGN,
    RECORD_REGISTRATION,
    RECORD_REGISTER_OBSTACLE,
    REGISTER_AGAIN,
    REVIEW_AGAIN,
    REOPEN_FOR_CORRECTION,
    CORRECT,
    SEND_CORRECTION_AGAIN,
    CORRECT_ANEW,
    KEEP,
)

# --- papers and fees ----------------------------------------------------------------------------

SUBSTITUTES = (
    # rule 11
    Evidence(
        code="witness-statement",
        text=text("Văn bản của người làm chứng việc sinh", "Statement of a witness of the birth"),
        when=all_of(known("child.birth-evidence"), equals("child.birth-evidence", "witness")),
        source=law("60/2014/QH13 Art. 16"),
    ),
    Evidence(
        code="written-commitment",
        text=text("Giấy cam đoan về việc sinh là có thật", "Written commitment that the birth is real"),
        when=all_of(known("child.birth-evidence"), equals("child.birth-evidence", "commitment")),
        source=law("60/2014/QH13 Art. 16"),
    ),
    # rule 9
    Evidence(
        code="abandoned-child-minutes",
        text=text("Biên bản về việc trẻ bị bỏ rơi", "Minutes about the abandoned child"),
        when=equals("child.case", "abandoned"),
        source=law("60/2014/QH13 Art. 16"),
    ),
    # rule 10
    Evidence(
        code="surrogacy-proof",
        text=text("Văn bản chứng minh việc mang thai hộ", "Proof of the surrogacy"),
        when=equals("child.case", "surrogacy"),
        source=law("60/2014/QH13 Art. 16"),
    ),
)
BIRTH_NOTICE = Evidence(
    code="birth-notice",
    text=text("Giấy chứng sinh", "Birth notice"),
    when=all_of(known("child.birth-evidence"), equals("child.birth-evidence", "notice")),
    source=law("60/2014/QH13 Art. 16"),
)
ELECTRONIC_BIRTH_NOTICE = Evidence(
    code="electronic-birth-notice",
    text=text(
        "Dữ liệu giấy chứng sinh có chữ ký số của cơ sở y tế", "Birth notice signed by the health facility"
    ),
    when=known("birth-notice.number"),
    source=law("63/2024/NĐ-CP Art. 5"),
)

# Families with merit, poor households and disabled people pay no civil-status fee at all (60/2014/QH13
# Art. 11); that they are one is not asked here, the office looks it up.
FEES = (
    Fee(
        code="registration-on-time",
        text=text("Đăng ký khai sinh đúng hạn", "Birth registration on time"),
        amount=0,
        source=law("60/2014/QH13 Art. 11"),
        when=below("child.days-since-birth", 61),
    ),
    # rule 5
    Fee(
        code="late-registration",
        text=text("Lệ phí đăng ký khai sinh quá hạn", "Fee for late birth registration"),
        amount=None,
        source=unknown(
            "60/2014/QH13 Art. 11",
            "Mức thu do Hội đồng nhân dân cấp tỉnh quy định, chưa có mức của từng tỉnh.",
            "The province sets the amount; the figures of the provinces were not found.",
        ),
        when=at_least("child.days-since-birth", 61),
    ),
    Fee(
        code="extract-copy",
        text=text("Bản sao trích lục khai sinh, mỗi bản", "Copy of the birth extract, each"),
        amount=8_000,
        source=secondary(
            "60/2014/QH13 Art. 11",
            "8.000 đồng mỗi bản là mức thường gặp.",
            "8,000 VND for each copy is the figure usually met.",
        ),
        when=at_least("result.copies", 1),
        per="result.copies",
    ),
)

ROLL_OUT_INPUTS = (
    Input(fact="requester.full-name", kind=Kind.NAME),
    Input(fact="requester.personal-id", kind=Kind.PERSONAL_ID),
    Input(fact="requester.address", kind=Kind.TEXT, required=False),
    Input(fact="requester.relation", kind=Kind.CHOICE),
    Input(fact="requester.phone", kind=Kind.PHONE),
    Input(fact="child.case", kind=Kind.CHOICE),
    Input(fact="child.father-recorded", kind=Kind.YES_NO),
    Input(fact="child.full-name", kind=Kind.NAME),
    Input(fact="child.birth-date", kind=Kind.DATE),
    Input(fact="child.days-since-birth", kind=Kind.NUMBER),
    Input(fact="child.sex", kind=Kind.CHOICE),
    Input(fact="child.multiple-birth", kind=Kind.YES_NO),
    Input(fact="child.ethnicity", kind=Kind.CHOICE, required=False),
    Input(fact="child.nationality", kind=Kind.TEXT, required=False),
    Input(fact="child.birth-place", kind=Kind.TEXT),
    Input(fact="child.home-place", kind=Kind.TEXT),
    Input(fact="child.birth-evidence", kind=Kind.CHOICE, required=False),
    Input(fact="mother.personal-id", kind=Kind.PERSONAL_ID, required=False),
    Input(fact="mother.full-name", kind=Kind.NAME, required=False),
    Input(fact="mother.birth-date", kind=Kind.DATE, required=False),
    Input(fact="mother.ethnicity", kind=Kind.CHOICE, required=False),
    Input(fact="mother.nationality", kind=Kind.TEXT, required=False),
    Input(fact="mother.residence-address", kind=Kind.TEXT, required=False),
    Input(fact="father.personal-id", kind=Kind.PERSONAL_ID, required=False),
    Input(fact="father.full-name", kind=Kind.NAME, required=False),
    Input(fact="father.birth-date", kind=Kind.DATE, required=False),
    Input(fact="father.ethnicity", kind=Kind.CHOICE, required=False),
    Input(fact="father.nationality", kind=Kind.TEXT, required=False),
    Input(fact="father.residence-address", kind=Kind.TEXT, required=False),
    Input(fact="result.copies", kind=Kind.NUMBER),
    Input(fact="result.delivery", kind=Kind.CHOICE),
    Input(fact="result.post-address", kind=Kind.TEXT, required=False),
    Input(fact="office.civil-status", kind=Kind.COMMUNE),
    Input(fact="duplicate.suspected", kind=Kind.YES_NO),
)
INPUTS = (
    *ROLL_OUT_INPUTS,
    Input(fact="birth-notice.number", kind=Kind.BIRTH_NOTICE, required=False),
    # rule 21: for comparison with what was declared
    Input(fact="birth-notice.mother-id", kind=Kind.PERSONAL_ID, required=False),
    Input(fact="birth-notice.birth-moment", kind=Kind.MOMENT, required=False),
    Input(fact="birth-notice.sex", kind=Kind.CHOICE, required=False),
)

# --- the versions -------------------------------------------------------------------------------

BIRTH_REGISTRATION_2023_07 = Procedure(
    code="birth-registration",
    official_code="1.001193",
    version="2023-07",
    effective_from=date(2023, 7, 10),
    effective_to=date(2024, 6, 30),
    text=text("Đăng ký khai sinh", "Birth registration"),
    short=text("Khai sinh", "Birth"),
    legal_basis=(
        law("60/2014/QH13 Art. 13-16"),
        secondary("123/2015/NĐ-CP Art. 15"),
        secondary("04/2020/TT-BTP"),
        secondary("2084/VPCP-KSTT (30/03/2023)"),
    ),
    authority=CIVIL_STATUS.code,
    area="office.civil-status",  # rule 4
    inputs=ROLL_OUT_INPUTS,
    evidence=(BIRTH_NOTICE, *SUBSTITUTES),
    outputs=(BIRTH_CERTIFICATE,),
    starts=(Start(state="received"),),
    states=ROLL_OUT_STATES,
    steps=ROLL_OUT_STEPS,
    assumes=(SUPPLEMENT_NOT_ASKED, ("personal-id.recorded", False), ("correction.open", False)),
    deadlines=(Deadline(working_days=0, source=law("60/2014/QH13 Art. 5, 16")),),
    clock=ROLL_OUT_CLOCK,
    fees=FEES,
)

# Decree 63/2024: the notice of the hospital comes as signed data, and a supplement has its 7 working days.
# Before 09/01/2025 the time of verification was left out too, without the 3 days of Decree 07/2025.
BIRTH_REGISTRATION_2024_07 = BIRTH_REGISTRATION_2023_07.revised(
    version="2024-07",
    effective_from=date(2024, 7, 1),
    effective_to=date(2026, 8, 31),
    legal_basis=(
        law("60/2014/QH13 Art. 13-16"),
        law("63/2024/NĐ-CP Art. 4-8"),
        law("296/QĐ-VPCP (12/06/2024)"),
        secondary("123/2015/NĐ-CP Art. 15"),
        secondary("07/2025/NĐ-CP"),
        secondary("120/2025/NĐ-CP Art. 4"),
    ),
    inputs=INPUTS,
    evidence=(ELECTRONIC_BIRTH_NOTICE, BIRTH_NOTICE, *SUBSTITUTES),
    states=STATES,
    steps=STEPS,
    assumes=(
        SUPPLEMENT_NOT_ASKED,
        ("personal-id.recorded", False),
        ("correction.open", False),
        ("draft.sent", False),
    ),
    deadlines=(Deadline(working_days=0, source=law("63/2024/NĐ-CP Art. 8; 60/2014/QH13 Art. 5")),),  # rule 25
    clock=BIRTH_GROUP_CLOCK,
)

# Decree 301/2026 could not be read itself. From 01/03/2027 communes register births on their own account
# (03/2026/QH16): a later version.
BIRTH_REGISTRATION_2026_09 = BIRTH_REGISTRATION_2024_07.revised(
    version="2026-09",
    effective_from=date(2026, 9, 1),
    effective_to=None,
    standing=Standing.PROVISIONAL,
    legal_basis=(
        law("60/2014/QH13 Art. 13-16"),
        law("63/2024/NĐ-CP Art. 4-8"),
        secondary(
            "301/2026/NĐ-CP",
            "Dữ liệu giấy chứng sinh chuyển về Cổng dịch vụ công quốc gia; sai sót trên giấy điện tử do cơ "
            "quan "
            "hộ tịch sửa.",
            "Birth-notice data go to the national portal; errors in e-certificates are corrected by the "
            "civil-status agency.",
        ),
        secondary("123/2015/NĐ-CP Art. 15"),
        secondary("07/2025/NĐ-CP"),
        secondary("120/2025/NĐ-CP Art. 4"),
    ),
    deadlines=(
        Deadline(
            working_days=0,
            source=inferred(
                "301/2026/NĐ-CP; 60/2014/QH13 Art. 5",
                "Chưa đọc được Nghị định 301; giữ thời hạn trong ngày của Luật Hộ tịch. Có nguồn nói thời "
                "gian "
                "xác minh được rút ngắn, chưa kiểm chứng.",
                "Decree 301 was not read; the same day of the Civil Status Law is kept. One source says that "
                "verification was shortened, not verified.",
            ),
        ),
    ),
)
BIRTH_REGISTRATION = BIRTH_REGISTRATION_2026_09

# For comparison only: the same registration when a family goes from office to office.
BIRTH_REGISTRATION_SEPARATE = BIRTH_REGISTRATION_2023_07.revised(
    code="birth-registration-separate",
    version="2023-06",
    effective_from=date(2023, 6, 1),
    effective_to=None,
    text=text("Đăng ký khai sinh (làm riêng)", "Birth registration (on its own)"),
    standing=Standing.BASELINE,
    legal_basis=(law("60/2014/QH13 Art. 5, 13-16"),),
    deadlines=(
        Deadline(
            working_days=1,
            source=inferred(
                "60/2014/QH13 Art. 5",
                "Luật: ngay trong ngày, nhận sau 15 giờ thì ngày làm việc tiếp theo. Tổng 1 + 7 + 5 tính "
                "là 1 ngày.",
                "The Law: the same day, after 15:00 the next working day. The sum 1 + 7 + 5 counts it as 1 "
                "day.",
            ),
        ),
    ),
    clock=ClockRules(
        source=inferred(
            "60/2014/QH13 Art. 5",
            "Tổng 1 + 7 + 5 đếm ngày tiếp nhận là ngày thứ nhất.",
            "The sum 1 + 7 + 5 counts the day of receipt as the first.",
        ),
        first_day="same-day",
    ),
)
