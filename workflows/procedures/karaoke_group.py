"""What the three procedures towards a karaoke licence share: their clock, their review, their end.

Parts only; no procedure is defined here. The article numbers of the decree did not come with what was read.
"""

from datetime import time

from workflows.conditions import is_true
from workflows.language import Evidence, Input, Item, Notify, OutputItem, State, Step, Timer
from workflows.skeletons.review import (
    ACCEPT,
    ISSUED,
    RECEIVED,
    REFUSE,
    REFUSED,
    SIGNER_NOT_KNOWN,
    UNDER_REVIEW,
    WITHDRAW,
    WITHDRAWN,
)
from workflows.skeletons.supplement import ANSWER_SUPPLEMENT, AWAITING_SUPPLEMENT, REQUEST_SUPPLEMENT
from workflows.vocabulary import Clock, Ending, OfficialStatus, Role, Waits
from workflows.words import ClockRules, Kind, Source, inferred, law, secondary, text, unknown

KARAOKE_DECREE = law("297/2025/NĐ-CP")

# rule 83: filed after 17:00 or on a day off it counts from 08:00 of the next working day, and what arrives in
# the last hour of the day counts from the next working day too. So the day closes for receipt at 16:00.
KARAOKE_CLOCK = ClockRules(
    source=Source(
        act="297/2025/NĐ-CP",
        note=text(
            "Nhận trong giờ làm việc cuối ngày hoặc sau 17 giờ thì tính từ ngày làm việc liền sau, nên mốc ở "
            "đây là 16 giờ. Nghị định không nói rõ ngày nhận có tính hay không; ở đây tính từ ngày làm việc "
            "liền sau, theo cách tính thời hạn của Bộ luật Dân sự.",
            "What arrives in the last working hour or after 17:00 counts from the next working day, so "
            "the mark here is 16:00. Whether the day of receipt counts is not spelled out there; the next "
            "working day is the first here, as the Civil Code counts.",
        ),
    ),
    cut_off=time(16, 0),
)

# --- states -----------------------------------------------------------------------------------

AWAITING_SUPPLEMENT_FOR_LICENCE = AWAITING_SUPPLEMENT.model_copy(
    update={
        "citizen": text(
            "Bạn cần bổ sung những điều cán bộ đã nêu. Khi bổ sung đủ, thời hạn được tính lại từ đầu. Quá "
            "15 ngày làm việc không bổ sung, hồ sơ được đóng và phí không hoàn lại.",
            "You need to supply what the officer listed. Once it is complete, the time limit begins anew. "
            "After 15 working days without it the file is closed, and fees are not paid back.",
        ),
        "timers": (Timer(step="close-unanswered", working_days=15, source=KARAOKE_DECREE),),
    }
)
CLOSED = State(
    code="closed",
    text=text("Đã đóng vì không bổ sung", "Closed: no supplement"),
    status=OfficialStatus.STOPPED,
    waits_for=Waits.NOBODY,
    clock=Clock.ENDS,
    ending=Ending.CANCELLED,
)
LICENCE_STATES = (
    RECEIVED,
    UNDER_REVIEW,
    AWAITING_SUPPLEMENT_FOR_LICENCE,
    ISSUED,
    REFUSED,
    CLOSED,
    WITHDRAWN,
)

# --- steps ------------------------------------------------------------------------------------

# rule 90. The request must leave within 8 working hours of receipt; the engine counts in working days.
REQUEST_SUPPLEMENT_FOR_LICENCE = REQUEST_SUPPLEMENT.model_copy(
    update={
        "text": text(
            "Yêu cầu bổ sung (trong 8 giờ làm việc)", "Request a supplement (within 8 working hours)"
        ),
        "rule": KARAOKE_DECREE,
    }
)
ANSWER_SUPPLEMENT_FOR_LICENCE = ANSWER_SUPPLEMENT.model_copy(update={"rule": KARAOKE_DECREE})
CLOSE_UNANSWERED = Step(
    code="close-unanswered",
    source=("awaiting-supplement",),
    target="closed",
    by=Role.SYSTEM,
    text=text("Đóng hồ sơ vì quá hạn bổ sung", "Closed: no supplement in time"),
    sets=(("reason", "Quá 15 ngày làm việc không bổ sung. / No supplement arrived within 15 working days."),),
    effects=(
        Notify(
            letter="closed",
            text=text(
                "Hồ sơ được đóng vì quá 15 ngày làm việc không bổ sung.",
                "Your file was closed: no supplement arrived within 15 working days.",
            ),
        ),
    ),
    rule=KARAOKE_DECREE,
)
REFUSE_LICENCE = REFUSE.model_copy(update={"rule": secondary("118/2025/NĐ-CP; 03/2025/TT-VPCP, Mẫu số 03")})
WITHDRAW_LICENCE = WITHDRAW.model_copy(
    update={
        "rule": inferred(
            "118/2025/NĐ-CP Art. 21",
            "Quy định dừng giải quyết chung; chưa thấy quy định riêng cho nhóm karaoke. Phí đã nộp không "
            "hoàn lại.",
            "The general rule for stopping; none was found for this group. Fees paid are not paid back.",
        )
    }
)
LICENCE_REVIEW = (
    ACCEPT,
    REQUEST_SUPPLEMENT_FOR_LICENCE,
    ANSWER_SUPPLEMENT_FOR_LICENCE,
    CLOSE_UNANSWERED,
    REFUSE_LICENCE,
    WITHDRAW_LICENCE,
)
# No other agency's system is asked: the officer issues the result and enters its number.
ISSUE = Step(
    code="issue",
    source=("under-review",),
    target="issued",
    by=Role.CLERK,
    text=text("Cấp kết quả", "Issue the result"),
    takes=(
        Item(code="certificate-number", kind=Kind.TEXT, text=text("Số giấy", "Number of the certificate")),
        Item(code="certificate-date", kind=Kind.DATE, text=text("Ngày cấp", "Day of issue")),
    ),
    decisive=True,
    rule=Source(act="297/2025/NĐ-CP", note=SIGNER_NOT_KNOWN),
)

# --- what all three need to see, and what each result says ------------------------------------

OWNER_INPUTS = (
    Input(fact="requester.full-name", kind=Kind.NAME),
    Input(fact="requester.personal-id", kind=Kind.PERSONAL_ID),
    Input(fact="requester.phone", kind=Kind.PHONE),
    Input(fact="requester.by-authorisation", kind=Kind.YES_NO),
    Input(fact="business.name", kind=Kind.TEXT),
    Input(fact="business.commune", kind=Kind.COMMUNE),
    Input(fact="business.address", kind=Kind.TEXT),
)
AUTHORISATION = Evidence(
    code="authorisation",
    text=text("Văn bản ủy quyền", "Written authorisation"),
    when=is_true("requester.by-authorisation"),
    source=secondary("297/2025/NĐ-CP"),
    comes="attached",
)
CERTIFICATE_ITEMS = (
    OutputItem(code="number", kind=Kind.TEXT, text=text("Số", "Number"), fact="certificate-number"),
    OutputItem(
        code="issued-on", kind=Kind.DATE, text=text("Ngày cấp", "Day of issue"), fact="certificate-date"
    ),
    OutputItem(
        code="business-name",
        kind=Kind.TEXT,
        text=text("Tên hộ kinh doanh", "Name of the business"),
        fact="business.name",
    ),
    OutputItem(
        code="business-address",
        kind=Kind.TEXT,
        text=text("Địa điểm kinh doanh", "Place of business"),
        fact="business.address",
    ),
)
EFFECT_NOT_KNOWN = unknown(
    "297/2025/NĐ-CP",
    "Nghị định ký ngày 17/11/2025; chưa đọc được ngày có hiệu lực, tính từ ngày ký.",
    "The decree was signed on 17/11/2025; the day it takes effect was not read, the day of signing is used.",
)
FIRE_ACCEPTANCE = Evidence(
    code="fire-acceptance",
    text=text(
        "Văn bản chấp thuận kết quả nghiệm thu về phòng cháy và chữa cháy của Công an, hoặc văn bản nghiệm "
        "thu của chủ đầu tư, chủ sở hữu công trình",
        "Acceptance of fire safety by the police, or by the investor or owner of the building",
    ),
    source=inferred(
        "297/2025/NĐ-CP",
        "Hồ sơ chung của nhóm có giấy này; thủ tục nào xem giấy này là suy luận.",
        "The common file of the group has this paper; which procedure looks at it is our reading.",
    ),
    comes="attached",
)
