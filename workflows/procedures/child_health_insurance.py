"""Health-insurance card of a child under six (thẻ BHYT trẻ em dưới 6 tuổi), by social insurance.

The file is the form and the electronic birth certificate, nothing else, so it runs beside the
residence and does not wait for it (rule 47). The State pays. The card is made out to the personal
ID, which came in place of the social-insurance number (CV 1804/BHXH-QLT 2025): while the certificate
has none, the file waits with the officer and the clock runs, for no source says that it stops.
Before the card is there the birth notice or certificate serves at a hospital (rule 54).
"""

from datetime import date

from workflows.authorities.social_insurance import SOCIAL_INSURANCE
from workflows.conditions import is_false, is_true, known
from workflows.language import (
    Answer,
    Ask,
    Clock,
    ClockRules,
    Deadline,
    Ending,
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
    Standing,
    Start,
    State,
    Step,
    Timer,
    Waits,
)
from workflows.procedures.birth_registration import (
    BIRTH_GROUP_CLOCK,
    RETURN_BIRTH_CERTIFICATE,
    ROLL_OUT_CLOCK,
    ROLL_OUT_SUPPLEMENT,
    STOP_WAITING_FOR_CORRECTION,
)
from workflows.skeletons import (
    ACCEPT,
    ANSWER_SUPPLEMENT,
    AWAITING_CORRECTION,
    AWAITING_REGISTER,
    AWAITING_SUPPLEMENT,
    FORWARD,
    ISSUED,
    REASON,
    RECEIVED,
    RECEIVER_STEPS,
    RECORD_REGISTER_OBSTACLE,
    REFUSE,
    REFUSE_UNANSWERED,
    REFUSED,
    REGISTER_OBSTACLE,
    REQUEST_SUPPLEMENT,
    SUPPLEMENT_NOT_ASKED,
    UNDER_REVIEW,
    WITHDRAW,
    WITHDRAWN,
)
from workflows.words import inferred, law, secondary, text

# --- states -----------------------------------------------------------------------------------

INSURANCE_SUPPLEMENT = AWAITING_SUPPLEMENT.model_copy(
    update={
        "timers": (
            Timer(
                step="refuse-unanswered",
                working_days=7,
                source=inferred(
                    "63/2024/NĐ-CP Art. 8",
                    "Nghị định nêu 7 ngày làm việc cho phần khai sinh; coi như áp dụng cho cả nhóm.",
                    "The decree states the 7 working days for the birth part; taken to hold for the group.",
                ),
            ),
        )
    }
)
# rule 51
ALREADY_ISSUED = State(
    code="already-issued",
    text=text("Em bé đã có thẻ", "The child has a card already"),
    status=OfficialStatus.DONE,
    waits_for=Waits.NOBODY,
    clock=Clock.ENDS,
    ending=Ending.ALREADY_ISSUED,
    citizen=text(
        "Em bé đã có thẻ bảo hiểm y tế nên không cấp thẻ thứ hai. Thẻ đang có vẫn dùng được.",
        "Your child has a health-insurance card already, so no second one is issued. It stays valid.",
    ),
)

# --- message ----------------------------------------------------------------------------------

ISSUE_CARD = Ask(
    agency="social-insurance",
    about="card.issue",
    carries=(
        "birth-certificate.number",
        "birth-certificate.registered-on",
        "birth-certificate.personal-id",
        "birth-certificate.child-full-name",
        "birth-certificate.child-birth-date",
        "birth-certificate.child-sex",
        "card.facility",
        "card.guardian-name",
        "card.group",
        "card.benefit-level",
    ),
    # A case that is open again after a correction owns the card that the agency then reports.
    answers=(
        Answer(outcome="issued", step="record-card"),
        Answer(outcome="already-issued", step="renew-own-card"),
        Answer(outcome="already-issued", step="record-existing-card"),
        Answer(outcome="refused", step="record-register-obstacle"),
        Answer(outcome="unreachable", step="record-register-obstacle"),
    ),
    gives=(
        Item(code="card-number", kind=Kind.TEXT, text=text("Số thẻ", "Card number")),
        Item(code="valid-from", kind=Kind.DATE, text=text("Có giá trị từ", "Valid from")),
        Item(code="valid-until", kind=Kind.DATE, text=text("Có giá trị đến", "Valid until")),  # rule 50
    ),
)

# --- steps ------------------------------------------------------------------------------------

# rule 48
REQUEST_SUPPLEMENT_IN_A_DAY = REQUEST_SUPPLEMENT.model_copy(
    update={"rule": law("63/2024/NĐ-CP Art. 8: thông báo hồ sơ chưa đủ trong 01 ngày làm việc")}
)
REFUSE_CARD = REFUSE.model_copy(update={"source": ("received", "under-review", "register-obstacle")})
WITHDRAW_CARD = WITHDRAW.model_copy(
    update={"source": ("received", "under-review", "awaiting-supplement", "awaiting-correction")}
)
APPROVE = Step(
    code="approve",
    source=("under-review",),
    target="awaiting-register",
    by=Role.CLERK,
    text=text("Duyệt cấp thẻ", "Approve the card"),
    when=known("birth-certificate.personal-id"),
    why=text(
        "Giấy khai sinh chưa có số định danh cá nhân của em bé, nên chưa cấp được thẻ.",
        "The birth certificate does not have the child's personal ID yet, so no card can be made out.",
    ),
    effects=(ISSUE_CARD,),
    decisive=True,
    rule=law("25/2008/QH12 Art. 16"),
)
RECORD_CARD = Step(
    code="record-card",
    source=("awaiting-register", "register-obstacle"),
    target="issued",
    by=Role.AGENCY,
    text=text("Cấp thẻ điện tử", "Issue the electronic card"),
    sets=(("card.issued-here", True),),
    issues=("health-insurance-card",),
    effects=(
        Notify(
            letter="card-issued",
            text=text(
                "Em bé đã có thẻ bảo hiểm y tế điện tử. Thẻ có trên trang theo dõi.",
                "Your child has an electronic health-insurance card. It is on the tracking page.",
            ),
        ),
    ),
    rule=law("25/2008/QH12 Art. 16"),
)
RENEW_OWN_CARD = Step(
    code="renew-own-card",
    source=("awaiting-register", "register-obstacle"),
    target="issued",
    by=Role.AGENCY,
    text=text("Giữ thẻ đã cấp, ghi nội dung mới", "Keep the card issued here, with the new content"),
    when=is_true("card.issued-here"),
    issues=("health-insurance-card",),
)
RECORD_EXISTING_CARD = Step(
    code="record-existing-card",
    source=("awaiting-register", "register-obstacle"),
    target="already-issued",
    by=Role.AGENCY,
    text=text("Kết thúc: em bé đã có thẻ", "End: the child has a card already"),
    when=is_false("card.issued-here"),
    effects=(
        Notify(
            letter="card-already-issued",
            text=text(
                "Em bé đã có thẻ bảo hiểm y tế từ trước, thẻ đó vẫn dùng được.",
                "Your child has had a health-insurance card before; it stays valid.",
            ),
        ),
    ),
    rule=law("25/2008/QH12 Art. 16"),
)
ISSUE_AGAIN = Step(
    code="issue-again",
    source=("register-obstacle",),
    target="awaiting-register",
    by=Role.CLERK,
    text=text("Gửi lại để cấp thẻ", "Ask for the card again"),
    effects=(ISSUE_CARD,),
)
REVIEW_AGAIN = Step(
    code="review-again",
    source=("register-obstacle",),
    target="under-review",
    by=Role.CLERK,
    text=text("Xem lại hồ sơ", "Review the file again"),
    takes=(REASON,),
)

# --- papers, result -----------------------------------------------------------------------------

BIRTH_CERTIFICATE_PAPER = Evidence(
    code="birth-certificate",
    text=text("Giấy khai sinh điện tử", "Electronic birth certificate"),
    source=law("63/2024/NĐ-CP Art. 8"),
)
HEALTH_INSURANCE_CARD = Output(
    code="health-insurance-card",
    text=text("Thẻ bảo hiểm y tế điện tử", "Electronic health-insurance card"),
    items=(
        OutputItem(
            code="card-number", kind=Kind.TEXT, text=text("Số thẻ", "Card number"), fact="card-number"
        ),
        # rule 49
        OutputItem(code="group", kind=Kind.TEXT, text=text("Nhóm đối tượng", "Group"), fact="card.group"),
        OutputItem(
            code="benefit-level",
            kind=Kind.TEXT,
            text=text("Mức hưởng", "Benefit level"),
            fact="card.benefit-level",
        ),
        OutputItem(
            code="child-full-name",
            kind=Kind.NAME,
            text=text("Họ, chữ đệm, tên của em bé", "The child's full name"),
            fact="birth-certificate.child-full-name",
        ),
        OutputItem(
            code="child-birth-date",
            kind=Kind.DATE,
            text=text("Ngày, tháng, năm sinh", "Date of birth"),
            fact="birth-certificate.child-birth-date",
        ),
        OutputItem(
            code="child-sex",
            kind=Kind.CHOICE,
            text=text("Giới tính", "Sex"),
            fact="birth-certificate.child-sex",
        ),
        # `approve` waits for it
        OutputItem(
            code="personal-id",
            kind=Kind.PERSONAL_ID,
            text=text("Số định danh cá nhân của em bé", "The child's personal ID"),
            fact="birth-certificate.personal-id",
            required=False,
        ),
        OutputItem(
            code="guardian",
            kind=Kind.NAME,
            text=text("Cha, mẹ hoặc người giám hộ", "Parent or guardian"),
            fact="card.guardian-name",
            required=False,
        ),
        # rule 52
        OutputItem(
            code="care-facility",
            kind=Kind.CHOICE,
            text=text("Nơi đăng ký khám, chữa bệnh ban đầu", "First-contact health facility"),
            fact="card.facility",
        ),
        OutputItem(
            code="valid-from", kind=Kind.DATE, text=text("Có giá trị từ", "Valid from"), fact="valid-from"
        ),
        OutputItem(
            code="valid-until", kind=Kind.DATE, text=text("Có giá trị đến", "Valid until"), fact="valid-until"
        ),
    ),
)

# --- the versions -------------------------------------------------------------------------------

CHILD_HEALTH_INSURANCE_2023_07 = Procedure(
    code="child-health-insurance",
    version="2023-07",
    effective_from=date(2023, 7, 10),
    effective_to=date(2024, 6, 30),
    text=text("Cấp thẻ bảo hiểm y tế cho trẻ em dưới 6 tuổi", "Health-insurance card of a child under six"),
    short=text("Thẻ BHYT", "Health card"),
    legal_basis=(
        law("25/2008/QH12 Art. 16, 17"),
        law("146/2018/NĐ-CP"),
        secondary("976/QĐ-BHXH (06/2023)"),
        secondary("1351/QĐ-BHXH (2015)"),
    ),
    authority=SOCIAL_INSURANCE.code,
    area="office.social-insurance",
    inputs=(
        Input(fact="requester.full-name", kind=Kind.NAME),
        Input(fact="requester.personal-id", kind=Kind.PERSONAL_ID),
        Input(fact="requester.relation", kind=Kind.CHOICE),
        Input(fact="requester.phone", kind=Kind.PHONE),
        Input(fact="birth-certificate.number", kind=Kind.TEXT),
        Input(fact="birth-certificate.registered-on", kind=Kind.DATE),
        Input(fact="birth-certificate.personal-id", kind=Kind.PERSONAL_ID, required=False),
        Input(fact="birth-certificate.child-full-name", kind=Kind.NAME),
        Input(fact="birth-certificate.child-birth-date", kind=Kind.DATE),
        Input(fact="birth-certificate.child-sex", kind=Kind.CHOICE),
        Input(fact="card.facility", kind=Kind.CHOICE),
        Input(fact="card.guardian-name", kind=Kind.NAME, required=False),
        Input(fact="card.address", kind=Kind.TEXT, required=False),
        Input(fact="result.delivery", kind=Kind.CHOICE),
        Input(fact="office.social-insurance", kind=Kind.COMMUNE),
    ),
    evidence=(BIRTH_CERTIFICATE_PAPER,),
    outputs=(HEALTH_INSURANCE_CARD,),
    starts=(Start(state="received"),),
    states=(
        RECEIVED,
        UNDER_REVIEW,
        ROLL_OUT_SUPPLEMENT,
        AWAITING_CORRECTION,
        AWAITING_REGISTER,
        REGISTER_OBSTACLE,
        ISSUED,
        ALREADY_ISSUED,
        REFUSED,
        WITHDRAWN,
    ),
    steps=(
        ACCEPT,
        FORWARD,
        REQUEST_SUPPLEMENT_IN_A_DAY,
        ANSWER_SUPPLEMENT,
        REFUSE_UNANSWERED,
        REFUSE_CARD,
        WITHDRAW_CARD,
        APPROVE,
        RECORD_CARD,
        RENEW_OWN_CARD,
        RECORD_EXISTING_CARD,
        RECORD_REGISTER_OBSTACLE,
        ISSUE_AGAIN,
        REVIEW_AGAIN,
        RETURN_BIRTH_CERTIFICATE,
        *RECEIVER_STEPS,
        STOP_WAITING_FOR_CORRECTION,
    ),
    # rule 49: children (TE), the level at which everything is paid
    assumes=(
        SUPPLEMENT_NOT_ASKED,
        ("card.issued-here", False),
        ("card.group", "TE"),
        ("card.benefit-level", "1"),
    ),
    deadlines=(
        Deadline(
            working_days=3,
            source=inferred(
                "2084/VPCP-KSTT (30/03/2023)",
                "Cả nhóm là 4 ngày, cách chia không được công bố; ở đây chia 1 + 3.",
                "The group has 4 days, their split was not published; 1 + 3 here.",
            ),
        ),
    ),
    clock=ROLL_OUT_CLOCK,
    fees=(
        Fee(
            code="state-pays",
            text=text("Ngân sách nhà nước đóng", "The state budget pays"),
            amount=0,
            source=law("25/2008/QH12; 51/2024/QH15"),
        ),
    ),
)

# Nothing was found that Decree 301/2026 changes here, so this version goes on after 01/09/2026.
CHILD_HEALTH_INSURANCE_2024_07 = CHILD_HEALTH_INSURANCE_2023_07.revised(
    version="2024-07",
    effective_from=date(2024, 7, 1),
    effective_to=None,
    legal_basis=(
        law("25/2008/QH12 Art. 16, 17"),
        law("63/2024/NĐ-CP Art. 4-8"),
        law("296/QĐ-VPCP (12/06/2024)"),
        law("146/2018/NĐ-CP"),
        secondary("188/2025/NĐ-CP Art. 37"),
        secondary("1449/QĐ-BHXH (19/08/2024)"),
        secondary("1351/QĐ-BHXH (2015)"),
        secondary("1804/BHXH-QLT (2025)"),
    ),
    states=(
        RECEIVED,
        UNDER_REVIEW,
        INSURANCE_SUPPLEMENT,
        AWAITING_CORRECTION,
        AWAITING_REGISTER,
        REGISTER_OBSTACLE,
        ISSUED,
        ALREADY_ISSUED,
        REFUSED,
        WITHDRAWN,
    ),
    deadlines=(Deadline(working_days=2, source=law("63/2024/NĐ-CP Art. 8")),),  # rule 48
    clock=BIRTH_GROUP_CLOCK,
)
CHILD_HEALTH_INSURANCE = CHILD_HEALTH_INSURANCE_2024_07

# For comparison only: the same card when a family goes from office to office, after the residence.
CHILD_HEALTH_INSURANCE_SEPARATE = CHILD_HEALTH_INSURANCE_2023_07.revised(
    code="child-health-insurance-separate",
    version="2023-06",
    effective_from=date(2023, 6, 1),
    effective_to=None,
    text=text("Cấp thẻ BHYT trẻ em dưới 6 tuổi (làm riêng)", "Health card of a child under six (on its own)"),
    standing=Standing.BASELINE,
    legal_basis=(law("25/2008/QH12 Art. 17"),),
    evidence=(
        BIRTH_CERTIFICATE_PAPER,
        Evidence(
            code="residence-notice",
            text=text("Kết quả đăng ký thường trú", "Result of the residence registration"),
            source=inferred(
                "25/2008/QH12 Art. 17",
                "Khi làm lần lượt, gia đình đến bảo hiểm xã hội sau cùng; đây là cách mô tả để so sánh.",
                "One after the other, the family goes to social insurance last; a way to describe it, to "
                "compare.",
            ),
        ),
    ),
    deadlines=(
        Deadline(
            working_days=5,
            source=inferred(
                "25/2008/QH12 Art. 17",
                "Luật cho 10 ngày làm việc; thực tế của bảo hiểm xã hội là 5 ngày.",
                "The Law gives 10 working days; social insurance takes 5 in practice.",
            ),
        ),
    ),
    clock=ClockRules(
        source=inferred(
            "25/2008/QH12 Art. 17",
            "Luật không nêu mốc giờ; dùng cùng một cách tính để so sánh được.",
            "The Law names no hour; the same way of counting is used so that the two can be compared.",
        )
    ),
)
