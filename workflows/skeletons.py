"""States and steps that many procedures share; each procedure adds its own act of decision.

One file although it is long: a lawyer reads the states and the steps between them side by side.
"""

from workflows.conditions import all_of, is_false, is_true
from workflows.language import (
    Clock,
    Ending,
    Item,
    Kind,
    Notify,
    OfficialStatus,
    Role,
    Signal,
    State,
    Step,
    Timer,
    Waits,
)
from workflows.words import inferred, law, text

# Beside the source of a decision in procedures of which no source that was read names the signer.
SIGNER_NOT_KNOWN = text(
    "Chưa đọc được văn bản nào nói ai trong cơ quan ký kết quả, nên ở đây một cán bộ quyết định.",
    "No source that was read says who signs the result in that office, so an officer decides here.",
)
REASON = Item(code="reason", kind=Kind.LONG_TEXT, text=text("Lý do", "Reason"))

# --- states -----------------------------------------------------------------------------------

RECEIVED = State(
    code="received",
    text=text("Mới tiếp nhận", "Received"),
    status=OfficialStatus.NEW,
    waits_for=Waits.OFFICER,
    citizen=text(
        "Hồ sơ đã đến cơ quan, đang chờ cán bộ nhận.",
        "The file has reached the office and waits for an officer.",
    ),
)
UNDER_REVIEW = State(
    code="under-review",
    text=text("Đang thẩm tra", "Under review"),
    status=OfficialStatus.IN_PROGRESS,
    waits_for=Waits.OFFICER,
    citizen=text(
        "Cán bộ đang xem hồ sơ. Bạn không phải làm gì.",
        "An officer is checking the file. There is nothing for you to do.",
    ),
)
AWAITING_SUPPLEMENT = State(
    code="awaiting-supplement",
    text=text("Chờ người dân bổ sung", "Waiting for the citizen's supplement"),
    status=OfficialStatus.SUPPLEMENT,
    waits_for=Waits.CITIZEN,
    clock=Clock.RESTARTS,
    citizen=text(
        "Bạn cần bổ sung những điều cán bộ đã nêu. Quá hạn, hồ sơ sẽ bị từ chối.",
        "You need to supply what the officer listed. After the last day the file is refused.",
    ),
    timers=(Timer(step="refuse-unanswered", working_days=7, source=law("63/2024/NĐ-CP Art. 8")),),
)
AWAITING_VERIFICATION = State(
    code="awaiting-verification",
    text=text("Đang xác minh", "Being verified"),
    status=OfficialStatus.IN_PROGRESS,
    waits_for=Waits.AGENCY,
    clock=Clock.PAUSES,
    citizen=text(
        "Cơ quan đang xác minh ở nơi khác. Bạn không phải làm gì.",
        "The office is verifying elsewhere. There is nothing for you to do.",
    ),
)
AWAITING_REGISTER = State(
    code="awaiting-register",
    text=text("Chờ hệ thống chuyên ngành ghi sổ", "Waiting for the register's system"),
    status=OfficialStatus.IN_PROGRESS,
    waits_for=Waits.AGENCY,
    citizen=text("Đã duyệt, đang ghi vào sổ điện tử.", "Approved; being entered in the electronic register."),
)
REGISTER_OBSTACLE = State(
    code="register-obstacle",
    text=text(
        "Vướng mắc: hệ thống chuyên ngành không nhận", "Obstacle: the register's system did not take it"
    ),
    status=OfficialStatus.IN_PROGRESS,
    waits_for=Waits.OFFICER,
    citizen=text(
        "Hệ thống của cơ quan đang trục trặc, cán bộ đã được báo. Bạn không phải làm gì.",
        "The agency's system has a fault and an officer knows of it. There is nothing for you to do.",
    ),
)
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
ISSUED = State(
    code="issued",
    text=text("Đã có kết quả", "Result issued"),
    status=OfficialStatus.RETURNED,
    waits_for=Waits.NOBODY,
    clock=Clock.ENDS,
    ending=Ending.ISSUED,
)
REFUSED = State(
    code="refused",
    text=text("Bị từ chối", "Refused"),
    status=OfficialStatus.NOT_ACCEPTED,
    waits_for=Waits.NOBODY,
    clock=Clock.ENDS,
    ending=Ending.REFUSED,
)
WITHDRAWN = State(
    code="withdrawn",
    text=text("Đã rút theo yêu cầu", "Withdrawn on request"),
    status=OfficialStatus.WITHDRAWN,
    waits_for=Waits.NOBODY,
    clock=Clock.ENDS,
    ending=Ending.WITHDRAWN,
)

REVIEW_STATES = (RECEIVED, UNDER_REVIEW, AWAITING_SUPPLEMENT, ISSUED, REFUSED, WITHDRAWN)
REGISTER_STATES = (AWAITING_REGISTER, REGISTER_OBSTACLE)

# --- steps ------------------------------------------------------------------------------------

ACCEPT = Step(
    code="accept",
    source=("received",),
    target="under-review",
    by=Role.CLERK,
    text=text("Tiếp nhận", "Accept"),
)
FORWARD = Step(
    code="forward",
    source=("received", "under-review"),
    target="received",
    by=Role.CLERK,
    text=text("Chuyển cơ quan có thẩm quyền", "Forward to the competent office"),
    takes=(
        Item(code="commune", kind=Kind.COMMUNE, text=text("Xã, phường có thẩm quyền", "Competent commune")),
        REASON,
    ),
    forwards=True,
    decisive=True,
    rule=law("60/2014/QH13 Art. 9; 120/2025/NĐ-CP Art. 4"),
)
REQUEST_SUPPLEMENT = Step(
    code="request-supplement",
    source=("under-review",),
    target="awaiting-supplement",
    by=Role.CLERK,
    text=text("Yêu cầu bổ sung", "Request a supplement"),
    when=is_false("supplement.asked"),
    why=text(
        "Mỗi hồ sơ chỉ được yêu cầu bổ sung một lần.",
        "A supplement may be requested only once for each file.",
    ),
    takes=(
        Item(
            code="supplement.list",
            kind=Kind.LONG_TEXT,
            text=text("Mọi điều còn thiếu, mỗi dòng một điều", "Everything missing, one per line"),
        ),
        # Which questions and papers those lines speak of, as `fact:<fact>` and `paper:<evidence>`.
        Item(
            code="supplement.codes",
            kind=Kind.TEXT,
            text=text("Mục khai và giấy tờ được đánh dấu", "Marked answers and papers"),
            required=False,
        ),
    ),
    sets=(("supplement.asked", True),),
    effects=(
        Notify(
            letter="supplement-requested",
            text=text(
                "Hồ sơ cần bổ sung. Mở trang theo dõi để xem danh sách.",
                "Your file needs a supplement. Open the tracking page for the list.",
            ),
        ),
    ),
    decisive=True,
    rule=inferred(
        "60/2014/QH13 Art. 9",
        "Luật buộc hướng dẫn bằng văn bản, nêu đủ giấy tờ còn thiếu. Chỉ yêu cầu một lần là quy định của "
        "nhóm karaoke (297/2025/NĐ-CP), ở đây áp dụng cho mọi hồ sơ.",
        "The Law demands written guidance that names every missing paper. That one asks only once is the "
        "rule of the karaoke group (297/2025/NĐ-CP), applied to every file here.",
    ),
)
# What was overlooked in the one complete request is a fault of the office: its head answers for asking again.
REQUEST_SECOND_SUPPLEMENT = REQUEST_SUPPLEMENT.model_copy(
    update={
        "code": "request-supplement-again",
        "by": Role.LEADER,
        "text": text("Yêu cầu bổ sung lần hai", "Request a second supplement"),
        "when": all_of(is_true("supplement.asked"), is_false("supplement.asked-again")),
        "why": text(
            "Chỉ yêu cầu lần hai khi đã yêu cầu đúng một lần.",
            "A second request is possible only after exactly one.",
        ),
        "takes": (
            Item(
                code="supplement.again-reason",
                kind=Kind.LONG_TEXT,
                text=text(
                    "Lý do lãnh đạo cho yêu cầu lần hai", "Why the head of the office allows a second request"
                ),
            ),
            *REQUEST_SUPPLEMENT.takes,
        ),
        "sets": (("supplement.asked-again", True),),
        "rule": inferred(
            "60/2014/QH13 Art. 9",
            "Luật buộc hướng dẫn một lần cho đủ. Yêu cầu lần hai là sai sót của cơ quan nên ở đây lãnh đạo "
            "cơ quan phải tự ký và ghi lý do; chưa thấy văn bản nào quy định thủ tục này.",
            "The Law demands one complete guidance. A second request is the office's fault, so here its head "
            "must sign it and say why; no act was found that orders this.",
        ),
    }
)
ANSWER_SUPPLEMENT = Step(
    code="answer-supplement",
    source=("awaiting-supplement",),
    target="under-review",
    by=Role.CITIZEN,
    text=text("Gửi bổ sung", "Send the supplement"),
    takes=(
        Item(code="supplement.answer", kind=Kind.LONG_TEXT, text=text("Nội dung bổ sung", "Your supplement")),
    ),
    rule=law("63/2024/NĐ-CP Art. 8"),
)
REFUSE_UNANSWERED = Step(
    code="refuse-unanswered",
    source=("awaiting-supplement",),
    target="refused",
    by=Role.SYSTEM,
    text=text("Từ chối vì quá hạn bổ sung", "Refused: no supplement in time"),
    sets=(("reason", "Quá thời hạn bổ sung mà không nhận được bổ sung. / No supplement arrived in time."),),
    effects=(
        Notify(
            letter="refused",
            text=text(
                "Hồ sơ bị từ chối vì quá hạn bổ sung.",
                "Your file was refused: no supplement arrived in time.",
            ),
        ),
    ),
    rule=law("63/2024/NĐ-CP Art. 8"),
)
REFUSE = Step(
    code="refuse",
    source=("received", "under-review"),
    target="refused",
    by=Role.CLERK,
    text=text("Từ chối", "Refuse"),
    takes=(REASON, Item(code="reason.law", kind=Kind.TEXT, text=text("Căn cứ pháp lý", "Legal ground"))),
    effects=(
        Notify(
            letter="refused",
            text=text(
                "Hồ sơ bị từ chối. Lý do có trên trang theo dõi.",
                "Your file was refused. The reason is on the tracking page.",
            ),
        ),
    ),
    decisive=True,
    rule=law("60/2014/QH13 Art. 5"),
)
WITHDRAW = Step(
    code="withdraw",
    source=("received", "under-review", "awaiting-supplement"),
    target="withdrawn",
    by=Role.CITIZEN,
    text=text("Rút hồ sơ", "Withdraw"),
    signal=Signal.WITHDRAWN,
    rule=inferred(
        "118/2025/NĐ-CP Art. 21",
        "Quy định dừng giải quyết chung; Nghị định 63 không nói riêng cho nhóm liên thông.",
        "The general rule for stopping; Decree 63 says nothing special for linked groups.",
    ),
)
REVIEW_STEPS = (ACCEPT, FORWARD, REQUEST_SUPPLEMENT, ANSWER_SUPPLEMENT, REFUSE_UNANSWERED, REFUSE, WITHDRAW)

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

# --- steps: another system enters the result ----------------------------------------------------

# What a civil-status register tells of its entry.
REGISTER_ENTRY = (
    Item(code="register-number", kind=Kind.TEXT, text=text("Số đăng ký", "Register number")),
    Item(code="register-book", kind=Kind.TEXT, text=text("Quyển số", "Register book")),
    Item(code="registered-on", kind=Kind.DATE, text=text("Ngày đăng ký", "Day of registration")),
)
RECORD_REGISTER_OBSTACLE = Step(
    code="record-register-obstacle",
    source=("awaiting-register",),
    target="register-obstacle",
    by=Role.AGENCY,
    text=text("Ghi nhận vướng mắc của hệ thống", "Record the system's obstacle"),
)
REVIEW_AGAIN = Step(
    code="review-again",
    source=("register-obstacle",),
    target="under-review",
    by=Role.CLERK,
    text=text("Xem lại hồ sơ", "Review the file again"),
    takes=(REASON,),
)
REFUSE_AT_OBSTACLE = REFUSE.model_copy(update={"source": ("received", "under-review", "register-obstacle")})

# --- steps: a receiver, while what it relies on is being corrected ------------------------------

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
SUPPLEMENT_NOT_ASKED = ("supplement.asked", False)
SECOND_SUPPLEMENT_NOT_ASKED = ("supplement.asked-again", False)
