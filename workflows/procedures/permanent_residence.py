"""Registration of permanent residence (đăng ký thường trú) of a new-born child, by the commune police.

The case opens when the birth certificate exists (rule 33). Whoever heads the household must agree,
by VNeID or in writing (rule 39); a parent who heads it, or a householder who files, agrees by filing
(rule 40). While a consent by VNeID is awaited the clock stands still: it starts at the electronic
file and the consent (rule 34).

What the officer weighs without a rule of its own here: only one permanent residence at a time
(rule 43), disputed or unlawful dwellings (rule 44), false declarations (rule 46).

Its papers, states and steps are in the neighbours `permanent_residence_….py`.
"""

from datetime import date

from workflows.authorities.commune_police import COMMUNE_POLICE
from workflows.conditions import all_of, equals, is_true, known
from workflows.language import Deadline, Input, Procedure, Start
from workflows.procedures.birth_group import BIRTH_GROUP_CLOCK, ROLL_OUT_CLOCK
from workflows.procedures.permanent_residence_papers import EVIDENCE, EVIDENCE_58, FEES, RESIDENCE_NOTICE
from workflows.procedures.permanent_residence_states import (
    RESIDENCE_INFORMATION,
    ROLL_OUT_STATES,
    STATES_2024,
)
from workflows.procedures.permanent_residence_steps import STEPS_AFTER_58, STEPS_BEFORE_58
from workflows.skeletons.supplement import SECOND_SUPPLEMENT_NOT_ASKED, SUPPLEMENT_NOT_ASKED
from workflows.vocabulary import Standing
from workflows.words import ClockRules, Kind, inferred, law, secondary, text, unknown

# --- what the office may see --------------------------------------------------------------------

INPUTS = (
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
    Input(fact="child.age-months", kind=Kind.NUMBER),
    Input(fact="mother.full-name", kind=Kind.NAME, required=False),
    Input(fact="mother.personal-id", kind=Kind.PERSONAL_ID, required=False),
    Input(fact="father.full-name", kind=Kind.NAME, required=False),
    Input(fact="father.personal-id", kind=Kind.PERSONAL_ID, required=False),
    Input(fact="residence.with", kind=Kind.CHOICE),
    Input(fact="residence.at-parents", kind=Kind.YES_NO),
    Input(fact="residence.commune", kind=Kind.COMMUNE),
    Input(fact="residence.address", kind=Kind.TEXT),
    Input(fact="householder.personal-id", kind=Kind.PERSONAL_ID, required=False),
    Input(fact="householder.full-name", kind=Kind.NAME, required=False),
    Input(fact="householder.is-parent", kind=Kind.YES_NO, required=False),
    Input(fact="residence.relation", kind=Kind.CHOICE, required=False),
    Input(fact="residence.consent", kind=Kind.CHOICE, required=False),
    Input(fact="result.delivery", kind=Kind.CHOICE),
    Input(fact="office.police", kind=Kind.COMMUNE),
)

# --- the versions -------------------------------------------------------------------------------

PERMANENT_RESIDENCE_2023_07 = Procedure(
    code="permanent-residence",
    official_code="1.004222",
    version="2023-07",
    effective_from=date(2023, 7, 10),
    effective_to=date(2024, 6, 30),
    text=text("Đăng ký thường trú", "Permanent residence"),
    short=text("Thường trú", "Residence"),
    legal_basis=(
        law("68/2020/QH14 Art. 12, 22, 23"),
        secondary("68/2020/QH14 Art. 20"),
        secondary("2084/VPCP-KSTT (30/03/2023)"),
    ),
    authority=COMMUNE_POLICE.code,
    area="office.police",
    inputs=INPUTS,
    evidence=EVIDENCE,
    outputs=(RESIDENCE_NOTICE,),
    starts=(
        Start(
            state="awaiting-consent",
            when=all_of(known("residence.consent"), equals("residence.consent", "vneid")),
        ),
        # rule 40
        Start(
            state="received",
            when=all_of(known("householder.is-parent"), is_true("householder.is-parent")),
            sets=(("householder.agreed", True), ("residence.relation", "child")),
        ),
        Start(state="received", sets=(("householder.agreed", True),)),
    ),
    states=ROLL_OUT_STATES,
    steps=STEPS_BEFORE_58,
    assumes=(
        SUPPLEMENT_NOT_ASKED,
        SECOND_SUPPLEMENT_NOT_ASKED,
        ("householder.agreed", False),
        ("residence-verification.needed", False),
    ),
    deadlines=(
        Deadline(
            working_days=5,
            source=inferred(
                "2084/VPCP-KSTT (30/03/2023)",
                "Dự thảo nghị định nêu cả nhóm 6 ngày khi có xác minh; phần của thường trú không được công "
                "bố.",
                "The draft decree gave the group 6 days with verification; the part of residence was not "
                "published.",
            ),
            when=is_true("residence-verification.needed"),
        ),
        Deadline(
            working_days=3,
            source=inferred(
                "2084/VPCP-KSTT (30/03/2023)",
                "Cả nhóm là 4 ngày, cách chia không được công bố; ở đây chia 1 + 3. Luật Cư trú Điều 22 là "
                "7 ngày.",
                "The group has 4 days, their split was not published; 1 + 3 here. Residence Law Art. 22 "
                "says 7.",
            ),
        ),
    ),
    clock=ROLL_OUT_CLOCK,
    fees=FEES,
)

PERMANENT_RESIDENCE_2024_07 = PERMANENT_RESIDENCE_2023_07.revised(
    version="2024-07",
    effective_from=date(2024, 7, 1),
    effective_to=date(2026, 6, 30),
    legal_basis=(
        law("68/2020/QH14 Art. 12, 22, 23"),
        secondary("68/2020/QH14 Art. 20"),
        law("63/2024/NĐ-CP Art. 4-8"),
        law("296/QĐ-VPCP (12/06/2024)"),
        secondary("154/2024/NĐ-CP Art. 7"),
    ),
    states=STATES_2024,
    # rule 35
    deadlines=(
        Deadline(
            working_days=5, source=law("63/2024/NĐ-CP Art. 8"), when=is_true("residence-verification.needed")
        ),
        Deadline(working_days=2, source=law("63/2024/NĐ-CP Art. 8")),
    ),
    clock=BIRTH_GROUP_CLOCK,
)

# Decree 58/2026 of 13/02/2026: what it says about the child is in force since 01/07/2026 (Art. 6), about
# the ways to consent since 15/03/2026, which changed no step. Nothing was found that Decree 301/2026
# changes here, so this version goes on after 01/09/2026.
PERMANENT_RESIDENCE_2026_07 = PERMANENT_RESIDENCE_2024_07.revised(
    version="2026-07",
    effective_from=date(2026, 7, 1),
    effective_to=None,
    legal_basis=(
        law("68/2020/QH14 Art. 12, 22, 23"),
        secondary("68/2020/QH14 Art. 20"),
        law("58/2026/NĐ-CP Art. 4(4), 4(5)"),
        law("63/2024/NĐ-CP Art. 4-8"),
        law("296/QĐ-VPCP (12/06/2024)"),
        unknown(
            "116/2026/TT-BCA",
            "Đã đọc Thông tư, chưa tìm thấy ngày có hiệu lực.",
            "The circular was read, its day of entry into force was not found.",
        ),
    ),
    evidence=EVIDENCE_58,
    states=(*STATES_2024, RESIDENCE_INFORMATION),
    steps=STEPS_AFTER_58,
)

PERMANENT_RESIDENCE = PERMANENT_RESIDENCE_2026_07

# For comparison only: the same registration when a family goes from office to office.
PERMANENT_RESIDENCE_SEPARATE = PERMANENT_RESIDENCE_2023_07.revised(
    code="permanent-residence-separate",
    version="2024-06",
    effective_from=date(2024, 6, 1),
    effective_to=None,
    text=text("Đăng ký thường trú (làm riêng)", "Permanent residence (on its own)"),
    standing=Standing.BASELINE,
    legal_basis=(law("68/2020/QH14 Art. 22"),),
    deadlines=(Deadline(working_days=7, source=law("68/2020/QH14 Art. 22")),),
    clock=ClockRules(
        source=inferred(
            "68/2020/QH14 Art. 22",
            "Luật không nêu mốc giờ; dùng cùng một cách tính để so sánh được.",
            "The Law names no hour; the same way of counting is used so that the two can be compared.",
        )
    ),
)
# The published baseline of 21 days: the part of residence in the only sum that fits.
PERMANENT_RESIDENCE_PUBLISHED = PERMANENT_RESIDENCE_SEPARATE.revised(
    code="permanent-residence-published",
    version="2023-06",
    effective_from=date(2023, 6, 1),
    legal_basis=(
        secondary(
            "81/2006/QH11",
            "Thời hạn 15 ngày của Luật Cư trú cũ, áp dụng đến hết 30/06/2021.",
            "The 15 days of the former Residence Law, in force up to 30/06/2021.",
        ),
    ),
    deadlines=(
        Deadline(
            working_days=15,
            source=inferred(
                "81/2006/QH11",
                "Con số 21 không có bảng chia chính thức. 1 + 15 + 5 là phép cộng duy nhất khớp, chỉ để "
                "minh họa.",
                "No official breakdown of the 21 exists. 1 + 15 + 5 is the only sum that fits: an "
                "illustration.",
            ),
        ),
    ),
)
