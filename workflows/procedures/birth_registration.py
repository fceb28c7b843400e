"""Birth registration (đăng ký khai sinh), the first link of the birth group, at the civil-status office.

The officer accepts the file, asks the population database for the child's personal ID,
the head of the office signs, and the birth is entered in the electronic register (sổ hộ tịch
điện tử); the entry issues the certificate that opens the other members of the group. Whoever
prepared the file may not sign it (60/2014/QH13 Art. 16). Who signs a certificate that is issued
anew after a correction is not known (63/2024/NĐ-CP Art. 8 names the commune only): an officer.
That an officer may not register for the own family (Art. 12, rule 30) is seen to for every step
of every procedure.

Its steps cite the acts of today in every version.

Its papers, states and steps are in the neighbours `birth_registration_….py`.
"""

from datetime import date

from workflows.authorities.civil_status import CIVIL_STATUS
from workflows.language import Deadline, Input, Procedure, Start
from workflows.procedures.birth_group import BIRTH_GROUP_CLOCK, ROLL_OUT_CLOCK
from workflows.procedures.birth_registration_papers import (
    BIRTH_CERTIFICATE,
    BIRTH_NOTICE,
    BIRTH_NOTICE_WITHOUT_DATA,
    ELECTRONIC_BIRTH_NOTICE,
    FEES,
    SUBSTITUTES,
)
from workflows.procedures.birth_registration_states import ROLL_OUT_STATES, STATES
from workflows.procedures.birth_registration_steps import ROLL_OUT_STEPS, STEPS
from workflows.skeletons.supplement import SECOND_SUPPLEMENT_NOT_ASKED, SUPPLEMENT_NOT_ASKED
from workflows.vocabulary import Standing
from workflows.words import ClockRules, Kind, inferred, law, secondary, text

# --- what the office may see --------------------------------------------------------------------

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
    assumes=(
        SUPPLEMENT_NOT_ASKED,
        SECOND_SUPPLEMENT_NOT_ASKED,
        ("personal-id.recorded", False),
        ("correction.open", False),
    ),
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
    evidence=(ELECTRONIC_BIRTH_NOTICE, BIRTH_NOTICE_WITHOUT_DATA, *SUBSTITUTES),
    states=STATES,
    steps=STEPS,
    assumes=(
        SUPPLEMENT_NOT_ASKED,
        SECOND_SUPPLEMENT_NOT_ASKED,
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
            "quan hộ tịch sửa.",
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
                "gian xác minh được rút ngắn, chưa kiểm chứng.",
                "Decree 301 was not read; the same day of the Civil Status Law is kept. One source says "
                "that verification was shortened, not verified.",
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
                "Luật: ngay trong ngày, nhận sau 15 giờ thì ngày làm việc tiếp theo. Tổng 1 + 7 + 5 tính là "
                "1 ngày.",
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
