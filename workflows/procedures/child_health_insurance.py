"""Health-insurance card of a child under six (thẻ BHYT trẻ em dưới 6 tuổi), by social insurance.

The file is the form and the electronic birth certificate, nothing else, so it runs beside the
residence and does not wait for it (rule 47). The State pays. The card is made out to the personal
ID, which came in place of the social-insurance number (CV 1804/BHXH-QLT 2025): while the certificate
has none, the file waits with the officer and the clock runs, for no source says that it stops.
Before the card is there the birth notice or certificate serves at a hospital (rule 54).

Its states and steps are in the neighbour `child_health_insurance_steps.py`.
"""

from datetime import date

from workflows.authorities.social_insurance import SOCIAL_INSURANCE
from workflows.charges import Fee
from workflows.language import Deadline, Evidence, Input, Output, OutputItem, Procedure, Start
from workflows.procedures.birth_group import BIRTH_CERTIFICATE_PAPER, BIRTH_GROUP_CLOCK, ROLL_OUT_CLOCK
from workflows.procedures.child_health_insurance_steps import ROLL_OUT_STATES, STATES, STEPS
from workflows.skeletons.supplement import SECOND_SUPPLEMENT_NOT_ASKED, SUPPLEMENT_NOT_ASKED
from workflows.vocabulary import Standing
from workflows.words import ClockRules, Kind, Source, inferred, law, secondary, text

# --- the card -----------------------------------------------------------------------------------

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
    states=ROLL_OUT_STATES,
    steps=STEPS,
    # rule 49: children (TE), the level at which everything is paid
    assumes=(
        SUPPLEMENT_NOT_ASKED,
        SECOND_SUPPLEMENT_NOT_ASKED,
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
            text=text("Tiền đóng bảo hiểm y tế của trẻ", "Health-insurance contribution of the child"),
            amount=0,
            source=Source(
                act="25/2008/QH12", note=text("Ngân sách nhà nước đóng", "The state budget pays it")
            ),
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
        secondary(
            "51/2024/QH15",
            "Trẻ em dưới 6 tuổi vẫn thuộc nhóm do ngân sách nhà nước đóng.",
            "Children under six stay in the group for which the state budget pays.",
        ),
        secondary("188/2025/NĐ-CP Art. 37"),
        secondary("1449/QĐ-BHXH (19/08/2024)"),
        secondary("1351/QĐ-BHXH (2015)"),
        secondary("1804/BHXH-QLT (2025)"),
    ),
    states=STATES,
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
