"""Reviewing a file: received, accepted, looked at, verified elsewhere, issued, refused or withdrawn."""

from workflows.language import Item, Notify, State, Step
from workflows.skeletons.supplement import (
    ANSWER_SUPPLEMENT,
    AWAITING_SUPPLEMENT,
    REFUSE_UNANSWERED,
    REQUEST_SUPPLEMENT,
)
from workflows.vocabulary import Clock, Ending, OfficialStatus, Role, Signal, Waits
from workflows.words import Kind, inferred, law, text

# Beside the source of a decision in procedures of which no source that was read names the signer.
SIGNER_NOT_KNOWN = text(
    "Chưa đọc được văn bản nào nói ai trong cơ quan ký kết quả, nên ở đây một cán bộ quyết định.",
    "No source that was read says who signs the result in that office, so an officer decides here.",
)
REASON = Item(code="reason", kind=Kind.LONG_TEXT, text=text("Lý do", "Reason"))
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
REVIEW_STATES = (RECEIVED, UNDER_REVIEW, AWAITING_SUPPLEMENT, ISSUED, REFUSED, WITHDRAWN)
REVIEW_STEPS = (ACCEPT, FORWARD, REQUEST_SUPPLEMENT, ANSWER_SUPPLEMENT, REFUSE_UNANSWERED, REFUSE, WITHDRAW)
