"""Survivor benefit: the agreement of the relatives, and the act of decision."""

from workflows.conditions import any_of, is_false, is_true
from workflows.language import Answer, Ask, Notify, State, Step, Timer
from workflows.procedures.death_group import BENEFIT_STEPS, DECISION_ITEMS
from workflows.skeletons.correction import WITHDRAW_AS_RECEIVER
from workflows.skeletons.review import SIGNER_NOT_KNOWN
from workflows.vocabulary import Clock, OfficialStatus, Role, Waits
from workflows.words import Source, inferred, law, secondary, text

# --- the relatives' agreement (rule 73) ---------------------------------------------------------

AWAITING_RELATIVES = State(
    code="awaiting-relatives",
    text=text("Chờ thân nhân xác nhận trên VNeID", "Waiting for the relatives on VNeID"),
    status=OfficialStatus.IN_PROGRESS,
    waits_for=Waits.RELATIVE,
    clock=Clock.PAUSES,  # this time is not counted: 296/QĐ-VPCP
    citizen=text(
        "Các thân nhân cùng thống nhất một người đại diện nhận trợ cấp một lần và xác nhận trên VNeID. Thời "
        "gian chờ không tính vào hạn giải quyết.",
        "The relatives agree on VNeID who receives the lump sum for all of them. The time of waiting is not "
        "counted.",
    ),
    timers=(Timer(step="consent-window-ended", working_days=5, source=law("296/QĐ-VPCP")),),
    consent_of=("survivor.relatives",),
)
CONFIRM_CONSENT = Step(
    code="confirm-consent",
    source=("awaiting-relatives",),
    target="received",
    by=Role.RELATIVE,
    text=text("Đồng ý cử người đại diện", "Agree to the representative"),
    rule=law("296/QĐ-VPCP"),
)
# What follows when one of them says no was not found in the acts: the insurer's officer looks into it.
DECLINE_CONSENT = Step(
    code="decline-consent",
    source=("awaiting-relatives",),
    target="under-review",
    by=Role.RELATIVE,
    text=text("Không đồng ý", "Do not agree"),
    sets=(("survivor.consent-missing", True), ("survivor.consent-declined", True)),
    effects=(
        Notify(
            letter="consent-declined",
            text=text(
                "Một thân nhân không đồng ý cử bạn nhận trợ cấp một lần. Cơ quan bảo hiểm xã hội sẽ liên hệ "
                "với bạn.",
                "A relative does not agree that you receive the lump sum. Social insurance will contact you.",
            ),
        ),
    ),
    rule=inferred(
        "296/QĐ-VPCP",
        "Không tìm thấy quy định khi có thân nhân không đồng ý; ở đây chuyển cho cán bộ xem xét.",
        "No rule was found for a relative who declines; here the officer looks into it.",
    ),
)
CONSENT_WINDOW_ENDED = Step(
    code="consent-window-ended",
    source=("awaiting-relatives",),
    target="under-review",
    by=Role.SYSTEM,
    text=text("Hết thời gian xác nhận trên VNeID", "The time to confirm on VNeID has ended"),
    sets=(("survivor.consent-missing", True),),
    rule=secondary(
        "1449/QĐ-BHXH",
        "Không xác nhận được trên VNeID thì thay bằng bản điện tử Mẫu số 09-HSB.",
        "Where VNeID fails, an electronic copy of Form 09-HSB takes its place.",
    ),
)

# --- the act of decision ------------------------------------------------------------------------

DECIDE_SURVIVOR = Ask(
    agency="social-insurance",
    about="survivor.decide",
    carries=(
        "death-extract.number",
        "death-extract.registered-on",
        "death-extract.full-name",
        "death-extract.personal-id",
        "death-extract.died-on",
        "deceased.status",
        "survivor.kind",
        "survivor.relatives",
        "requester.full-name",
        "requester.personal-id",
        "funeral.paid-by",
        "funeral.bank-name",
        "funeral.bank-account",
    ),
    answers=(
        Answer(outcome="decided", step="record-decision"),
        Answer(outcome="refused", step="record-agency-refusal"),
        Answer(outcome="unreachable", step="record-register-obstacle"),
    ),
    gives=DECISION_ITEMS,
)
DECIDE = Step(
    code="decide",
    source=("under-review",),
    target="awaiting-register",
    by=Role.CLERK,
    text=text("Duyệt hưởng chế độ tử tuất", "Approve the survivor benefit"),
    when=any_of(is_false("survivor.consent-missing"), is_true("supplement.asked")),
    why=text(
        "Thân nhân chưa xác nhận trên VNeID. Cần yêu cầu bổ sung Mẫu số 09-HSB trước khi duyệt.",
        "The relatives have not confirmed on VNeID. Ask for Form 09-HSB before you approve.",
    ),
    effects=(DECIDE_SURVIVOR,),
    decisive=True,
    rule=Source(act="296/QĐ-VPCP", note=SIGNER_NOT_KNOWN),
)
ASK_AGAIN = Step(
    code="ask-register-again",
    source=("register-obstacle",),
    target="awaiting-register",
    by=Role.CLERK,
    text=text("Gửi lại vào hệ thống bảo hiểm xã hội", "Send to the social-insurance system again"),
    effects=(DECIDE_SURVIVOR,),
)
RECORD_DECISION = Step(
    code="record-decision",
    source=("awaiting-register", "register-obstacle"),
    target="issued",
    by=Role.AGENCY,
    text=text("Ghi nhận quyết định và số tiền", "Record the decision and the amount"),
    issues=("survivor-decision",),
    effects=(
        Notify(
            letter="benefit-decided",
            text=text(
                "Đã có quyết định về chế độ tử tuất. Số tiền có trên trang theo dõi.",
                "The survivor benefit has been decided. The amount is on the tracking page.",
            ),
        ),
    ),
)
WITHDRAW_SURVIVOR = WITHDRAW_AS_RECEIVER.model_copy(
    update={
        "source": (
            "awaiting-relatives",
            "received",
            "under-review",
            "awaiting-supplement",
            "awaiting-correction",
        )
    }
)

STEPS = (
    *BENEFIT_STEPS,
    WITHDRAW_SURVIVOR,
    CONFIRM_CONSENT,
    DECLINE_CONSENT,
    CONSENT_WINDOW_ENDED,
    DECIDE,
    ASK_AGAIN,
    RECORD_DECISION,
)

STEPS_ON_PAPER = (*BENEFIT_STEPS, WITHDRAW_AS_RECEIVER, DECIDE, ASK_AGAIN, RECORD_DECISION)
