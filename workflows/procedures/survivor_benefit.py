"""Survivor benefit of social insurance (chế độ tử tuất), as one sum or every month."""

from datetime import date

from workflows.conditions import all_of, any_of, equals, is_false, is_true, not_
from workflows.language import (
    Answer,
    Ask,
    Clock,
    Deadline,
    Evidence,
    Input,
    Kind,
    Notify,
    OfficialStatus,
    Output,
    OutputItem,
    Procedure,
    Role,
    Standing,
    Start,
    State,
    Step,
    Timer,
    Waits,
)
from workflows.procedures.death_group import (
    AFTER_THE_POLICE,
    BENEFIT_STATES,
    BENEFIT_STEPS,
    COMPARED_CLOCK,
    DEATH_GROUP_CLOCK,
    DECISION_ITEMS,
    EXTRACT_EVIDENCE,
    EXTRACT_INPUTS,
    WITHDRAW_BENEFIT,
)
from workflows.skeletons import SUPPLEMENT_NOT_ASKED
from workflows.words import law, secondary, text, unknown

# --- the relatives' agreement (rule 73) -------------------------------------------------------

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

# --- the act of decision ----------------------------------------------------------------------

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
    rule=law("296/QĐ-VPCP"),
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
WITHDRAW_SURVIVOR = WITHDRAW_BENEFIT.model_copy(
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

# --- the versions -----------------------------------------------------------------------------

SURVIVOR_BENEFIT_2024_07 = Procedure(
    code="survivor-benefit",
    version="2024-07",
    effective_from=date(2024, 7, 1),
    effective_to=date(2025, 6, 30),
    text=text("Chế độ tử tuất", "Survivor benefit"),
    short=text("Tử tuất", "Survivors"),
    legal_basis=(
        law("63/2024/NĐ-CP"),
        law("296/QĐ-VPCP"),
        secondary("1449/QĐ-BHXH"),
        secondary("58/2014/QH13"),
    ),
    authority="social-insurance",
    area="office.benefits",
    inputs=(
        Input(fact="requester.full-name", kind=Kind.NAME),
        Input(fact="requester.personal-id", kind=Kind.PERSONAL_ID),
        Input(fact="requester.relation", kind=Kind.CHOICE),
        Input(fact="requester.phone", kind=Kind.PHONE),
        Input(fact="deceased.status", kind=Kind.CHOICE),
        Input(fact="deceased.months-compulsory", kind=Kind.NUMBER, required=False),
        Input(fact="deceased.months-voluntary", kind=Kind.NUMBER, required=False),
        Input(fact="survivor.kind", kind=Kind.CHOICE),
        Input(fact="survivor.form-09", kind=Kind.YES_NO, required=False),
        Input(fact="survivor.basis", kind=Kind.CHOICE, required=False),
        Input(fact="survivor.relative-with-income", kind=Kind.YES_NO, required=False),
        Input(fact="survivor.relatives", kind=Kind.PEOPLE),
        Input(fact="funeral.paid-by", kind=Kind.CHOICE),
        Input(fact="funeral.bank-name", kind=Kind.TEXT, required=False),
        Input(fact="funeral.bank-account", kind=Kind.TEXT, required=False),
        *EXTRACT_INPUTS,
    ),
    evidence=(
        EXTRACT_EVIDENCE,
        # rule 73
        Evidence(
            code="form-09-hsb",
            text=text(
                "Mẫu số 09-HSB: văn bản của các thân nhân cử người đại diện",
                "Form 09-HSB: the relatives name their representative",
            ),
            when=all_of(equals("survivor.kind", "lump-sum"), is_true("survivor.form-09")),
            source=secondary("1449/QĐ-BHXH"),
        ),
        # rule 74
        Evidence(
            code="medical-assessment",
            text=text(
                "Biên bản giám định mức suy giảm khả năng lao động của thân nhân",
                "Medical assessment of the relative's loss of capacity to work",
            ),
            when=all_of(equals("survivor.kind", "monthly"), equals("survivor.basis", "disabled")),
            source=secondary("1449/QĐ-BHXH"),
        ),
    ),
    outputs=(
        Output(
            code="survivor-decision",
            text=text("Quyết định hưởng chế độ tử tuất", "Decision on the survivor benefit"),
            items=(
                OutputItem(
                    code="number",
                    kind=Kind.TEXT,
                    text=text("Số quyết định", "Number of the decision"),
                    fact="decision-number",
                ),
                OutputItem(code="amount", kind=Kind.MONEY, text=text("Số tiền", "Amount"), fact="amount"),
                OutputItem(
                    code="representative",
                    kind=Kind.NAME,
                    text=text("Người đại diện nhận", "Who receives it for all"),
                    fact="requester.full-name",
                ),
            ),
        ),
    ),
    starts=(
        Start(
            state="awaiting-relatives",
            when=all_of(equals("survivor.kind", "lump-sum"), not_(is_true("survivor.form-09"))),
        ),
        Start(state="received"),
    ),
    states=(AWAITING_RELATIVES, *BENEFIT_STATES),
    steps=(
        *BENEFIT_STEPS,
        WITHDRAW_SURVIVOR,
        CONFIRM_CONSENT,
        CONSENT_WINDOW_ENDED,
        DECIDE,
        ASK_AGAIN,
        RECORD_DECISION,
    ),
    assumes=(SUPPLEMENT_NOT_ASKED, ("survivor.consent-missing", False)),
    deadlines=(Deadline(working_days=8, source=law("296/QĐ-VPCP")),),
    clock=DEATH_GROUP_CLOCK,
)

SURVIVOR_BENEFIT_2025_07 = SURVIVOR_BENEFIT_2024_07.revised(
    version="2025-07",
    effective_from=date(2025, 7, 1),
    effective_to=None,
    legal_basis=(
        law("63/2024/NĐ-CP"),
        law("296/QĐ-VPCP"),
        secondary("1449/QĐ-BHXH"),
        secondary("41/2024/QH15 Art. 86"),
        unknown(
            "41/2024/QH15 Art. 86",
            "Chưa rõ mức tham chiếu năm 2026; số tiền là con số ghi trong quyết định.",
            "The reference level of 2026 is not known; the amount is what the decision says.",
        ),
    ),
)
SURVIVOR_BENEFIT = SURVIVOR_BENEFIT_2025_07

# For comparison only: the relatives sign on paper before the family goes to the insurer.
SURVIVOR_BENEFIT_SEPARATE = SURVIVOR_BENEFIT_2024_07.revised(
    code="survivor-benefit-separate",
    version="2024-07",
    effective_to=None,
    text=text("Chế độ tử tuất (làm riêng)", "Survivor benefit (on its own)"),
    standing=Standing.BASELINE,
    evidence=(EXTRACT_EVIDENCE, AFTER_THE_POLICE),
    starts=(Start(state="received"),),
    states=BENEFIT_STATES,
    steps=(*BENEFIT_STEPS, WITHDRAW_BENEFIT, DECIDE, ASK_AGAIN, RECORD_DECISION),
    deadlines=(
        Deadline(
            working_days=8,
            source=secondary(
                "296/QĐ-VPCP",
                "8 ngày làm việc từ năm 2024; 10 ngày làm việc khi thí điểm năm 2022.",
                "8 working days since 2024; 10 working days in the pilot of 2022.",
            ),
        ),
    ),
    clock=COMPARED_CLOCK,
)
