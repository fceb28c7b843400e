"""What the procedures after a death share: their clock, their papers, the way a benefit is decided.

Parts only; no procedure is defined here.
"""

from workflows.charges import Allowance, Figure
from workflows.language import Answer, Evidence, Input, Item, OutputItem, Step, Timer
from workflows.skeletons.correction import (
    AWAITING_CORRECTION,
    HOLD_FOR_CORRECTION,
    RESUME_CORRECTED,
    RESUME_UNCHANGED,
    STOP_WAITING_FOR_CORRECTION,
)
from workflows.skeletons.register import (
    AWAITING_REGISTER,
    RECORD_REGISTER_OBSTACLE,
    REGISTER_OBSTACLE,
    REVIEW_AGAIN,
)
from workflows.skeletons.review import (
    ACCEPT,
    FORWARD,
    ISSUED,
    REASON,
    RECEIVED,
    REFUSE,
    REFUSED,
    UNDER_REVIEW,
    WITHDRAWN,
)
from workflows.skeletons.supplement import (
    ANSWER_SUPPLEMENT,
    AWAITING_SUPPLEMENT,
    REFUSE_UNANSWERED,
    REQUEST_SECOND_SUPPLEMENT,
    REQUEST_SUPPLEMENT,
)
from workflows.vocabulary import Role
from workflows.words import ClockRules, Kind, Source, inferred, law, secondary, text, unknown

# rule 82: received after 15:00 counts from the next working day.
DEATH_GROUP_CLOCK = ClockRules(
    source=Source(
        act="63/2024/NĐ-CP Art. 7; 296/QĐ-VPCP",
        note=text(
            "Mốc 15 giờ là của văn bản. Văn bản không nói rõ ngày nhận có tính hay không; ở đây tính từ "
            "ngày làm việc liền sau, theo cách tính thời hạn của Bộ luật Dân sự.",
            "The 15:00 mark is in the acts. Whether the day of receipt counts is not spelled out there; the "
            "next working day is the first here, as the Civil Code counts.",
        ),
    )
)

SUPPLEMENT_RULE = inferred(
    "63/2024/NĐ-CP Art. 8",
    "7 ngày làm việc để bổ sung được nêu cho nhóm khai sinh; coi như áp dụng cả cho nhóm khai tử.",
    "7 working days for a supplement are stated for the birth group; taken to hold here too.",
)
# rule 26
SUPPLEMENT_IN_DEATH_GROUP = AWAITING_SUPPLEMENT.model_copy(
    update={"timers": (Timer(step="refuse-unanswered", working_days=7, source=SUPPLEMENT_RULE),)}
)
ANSWER_IN_DEATH_GROUP = ANSWER_SUPPLEMENT.model_copy(update={"rule": SUPPLEMENT_RULE})
REFUSE_UNANSWERED_IN_DEATH_GROUP = REFUSE_UNANSWERED.model_copy(update={"rule": SUPPLEMENT_RULE})

# The steps of review without `withdraw`, which each procedure adds for its own states.
DEATH_GROUP_REVIEW = (
    ACCEPT,
    FORWARD,
    REQUEST_SUPPLEMENT,
    REQUEST_SECOND_SUPPLEMENT,
    ANSWER_IN_DEATH_GROUP,
    REFUSE_UNANSWERED_IN_DEATH_GROUP,
    REFUSE,
)

# rule 55, written for the birth certificate
CORRECTION_RULE = inferred(
    "63/2024/NĐ-CP Art. 8",
    "Việc trả lại nơi cấp được nêu cho giấy khai sinh; coi như áp dụng cả cho trích lục khai tử.",
    "Returning to the issuer is stated for the birth certificate; taken to hold here too.",
)
RETURN_DEATH_EXTRACT = Step(
    code="return-to-issuer",
    source=("under-review",),
    target="awaiting-correction",
    by=Role.CLERK,
    text=text("Trả lại nơi cấp trích lục để sửa", "Return to the issuer of the extract"),
    takes=(
        Item(
            code="wrong-items",
            kind=Kind.CHOICE,
            text=text("Nội dung sai trong trích lục", "What is wrong in the extract"),
            options=(
                ("full-name", text("Họ tên người mất", "Name of the deceased")),
                ("personal-id", text("Số định danh của người mất", "Personal ID of the deceased")),
                ("died-on", text("Ngày mất", "Day of death")),
                ("number", text("Số trích lục", "Number of the extract")),
                ("registered-on", text("Ngày đăng ký", "Day of registration")),
            ),
        ),
        REASON,
    ),
    returns="death-extract",
    decisive=True,
    rule=CORRECTION_RULE,
)
DEATH_GROUP_RECEIVER_STEPS = (
    HOLD_FOR_CORRECTION,
    RESUME_CORRECTED.model_copy(update={"rule": CORRECTION_RULE}),
    RESUME_UNCHANGED,
)

# --- what every benefit after a death shares ----------------------------------------------------

BENEFIT_STATES = (
    RECEIVED,
    UNDER_REVIEW,
    SUPPLEMENT_IN_DEATH_GROUP,
    AWAITING_REGISTER.model_copy(
        update={
            "text": text("Chờ quyết định hưởng", "Waiting for the decision on the benefit"),
            "citizen": text(
                "Hồ sơ đã được đề nghị duyệt, đang chờ quyết định.",
                "The file has been proposed for approval and waits for the decision.",
            ),
        }
    ),
    REGISTER_OBSTACLE,
    AWAITING_CORRECTION,
    ISSUED,
    REFUSED,
    WITHDRAWN,
)

DECISION_ITEMS = (
    Item(code="decision-number", kind=Kind.TEXT, text=text("Số quyết định", "Number of the decision")),
    Item(code="amount", kind=Kind.MONEY, text=text("Số tiền", "Amount")),
)
DECISION_ANSWERS = (
    Answer(outcome="decided", step="record-decision"),
    Answer(outcome="refused", step="record-agency-refusal"),
    Answer(outcome="unreachable", step="record-register-obstacle"),
)

RECORD_AGENCY_REFUSAL = Step(
    code="record-agency-refusal",
    source=("awaiting-register",),
    target="under-review",
    by=Role.AGENCY,
    text=text("Hệ thống chi trả không chấp nhận, xem lại hồ sơ", "The payer's system declined: review again"),
)

# The steps of every benefit without `withdraw` and without its own act of decision.
BENEFIT_STEPS = (
    *DEATH_GROUP_REVIEW,
    RECORD_AGENCY_REFUSAL,
    RECORD_REGISTER_OBSTACLE,
    REVIEW_AGAIN,
    RETURN_DEATH_EXTRACT,
    STOP_WAITING_FOR_CORRECTION,
    *DEATH_GROUP_RECEIVER_STEPS,
)

EXTRACT_EVIDENCE = Evidence(
    code="death-extract",
    text=text("Trích lục khai tử điện tử", "Electronic death extract"),
    source=law("296/QĐ-VPCP"),
)
EXTRACT_INPUTS = (
    Input(fact="death-extract.number", kind=Kind.TEXT),
    Input(fact="death-extract.registered-on", kind=Kind.DATE),
    Input(fact="death-extract.full-name", kind=Kind.NAME),
    Input(fact="death-extract.personal-id", kind=Kind.PERSONAL_ID),
    Input(fact="death-extract.died-on", kind=Kind.DATE),
)
# rule 72: who arranged the funeral is paid
FUNERAL_INPUTS = (
    Input(fact="requester.full-name", kind=Kind.NAME),
    Input(fact="requester.personal-id", kind=Kind.PERSONAL_ID),
    Input(fact="requester.relation", kind=Kind.CHOICE),
    Input(fact="requester.phone", kind=Kind.PHONE),
    Input(fact="deceased.status", kind=Kind.CHOICE),
    Input(fact="funeral.payee-name", kind=Kind.NAME),
    Input(fact="funeral.payee-id", kind=Kind.PERSONAL_ID),
    Input(fact="funeral.paid-by", kind=Kind.CHOICE),
    Input(fact="funeral.bank-name", kind=Kind.TEXT, required=False),
    Input(fact="funeral.bank-account", kind=Kind.TEXT, required=False),
)
FUNERAL_MESSAGE = (
    "death-extract.number",
    "death-extract.registered-on",
    "death-extract.full-name",
    "death-extract.personal-id",
    "death-extract.died-on",
    "deceased.status",
    "funeral.payee-name",
    "funeral.payee-id",
    "funeral.paid-by",
    "funeral.bank-name",
    "funeral.bank-account",
)
FUNERAL_DECISION_ITEMS = (
    OutputItem(
        code="number",
        kind=Kind.TEXT,
        text=text("Số quyết định", "Number of the decision"),
        fact="decision-number",
    ),
    OutputItem(code="amount", kind=Kind.MONEY, text=text("Số tiền", "Amount"), fact="amount"),
    OutputItem(
        code="payee", kind=Kind.NAME, text=text("Người nhận tiền", "Who is paid"), fact="funeral.payee-name"
    ),
)

# --- what is paid out (rules 69, 76, 77, 81) -----------------------------------------------------

# A figure without an end is the last one known: whether it still held in the month of death is not settled.
BASE_SALARY_FIGURE = Figure(
    amount=2_340_000,
    source=secondary(
        "58/2014/QH13; 41/2024/QH15 Art. 85",
        "Lương cơ sở 2.340.000 đồng, dùng làm mức tham chiếu; chưa rõ mức năm 2026.",
        "The base salary of 2,340,000 VND, used as the reference level; that of 2026 is not known.",
    ),
)
ASSISTANCE_STANDARD_FIGURE = Figure(
    amount=500_000,
    source=inferred(
        "20/2021/NĐ-CP",
        "Mức chuẩn trợ giúp xã hội 500.000 đồng là con số suy ra, chưa đọc được văn bản.",
        "The standard of social assistance, 500,000 VND, is inferred; the act itself was not read.",
    ),
)
FUNERAL_BY_INSURANCE = Allowance(
    code="funeral",
    text=text("Trợ cấp mai táng từ bảo hiểm xã hội", "Funeral allowance from social insurance"),
    source=law("41/2024/QH15 Art. 85"),
    on="death.date",
    level=text("mức tham chiếu tại tháng mất", "the reference level of the month of death"),
    times=10,
    figures=(BASE_SALARY_FIGURE,),
)
FUNERAL_BY_PROTECTION = Allowance(
    code="funeral",
    text=text("Hỗ trợ chi phí mai táng từ bảo trợ xã hội", "Funeral support from social protection"),
    source=secondary("20/2021/NĐ-CP; 176/2025/NĐ-CP Art. 5"),
    on="death.date",
    level=text("mức chuẩn trợ giúp xã hội", "the standard of social assistance"),
    times=20,
    figures=(ASSISTANCE_STANDARD_FIGURE,),
)
FUNERAL_BY_MERIT = Allowance(
    code="funeral",
    text=text("Mai táng phí đối với người có công", "Funeral allowance for a person with merit"),
    source=unknown(
        "296/QĐ-VPCP",
        "Chưa tìm được mức chi cho thân nhân người có công; số tiền là con số ghi trong quyết định.",
        "The amounts for people with merit were not found; the amount is what the decision says.",
    ),
    on="death.date",
)

# --- for the comparison with one office after the other -----------------------------------------

# No payer asks for it. In the comparison it stands for the family's errands, one office after the other.
AFTER_THE_POLICE = Evidence(
    code="residence-removal-notice",
    text=text("Đã xong việc ở công an", "The errand at the police is done"),
    source=inferred(
        "296/QĐ-VPCP",
        "Chỉ để so sánh: gia đình lần lượt đến từng cơ quan, luật không buộc thứ tự này.",
        "For comparison only: the family goes from office to office; no law prescribes this order.",
    ),
)
COMPARED_CLOCK = ClockRules(
    source=inferred(
        "296/QĐ-VPCP",
        "Giờ chốt 15 giờ là của nhóm liên thông; dùng lại để so sánh cho công bằng.",
        "The cut-off at 15:00 belongs to the linked group; used here too, for a fair comparison.",
    )
)
