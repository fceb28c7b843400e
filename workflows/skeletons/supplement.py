"""One complete request for what is missing (bổ sung hồ sơ), its answer, and what happens without one."""

from workflows.conditions import all_of, is_false, is_true
from workflows.language import Item, Notify, State, Step, Timer
from workflows.vocabulary import Clock, OfficialStatus, Role, Waits
from workflows.words import Kind, inferred, law, text

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
SUPPLEMENT_NOT_ASKED = ("supplement.asked", False)
SECOND_SUPPLEMENT_NOT_ASKED = ("supplement.asked-again", False)
