"""After a death: one declaration for death registration, removal of residence and benefits (QĐ 296/QĐ-VPCP).

Death registration is the gate. When its extract exists, the residence is removed and the benefits are
decided side by side; none of these waits for another. Who pays is chosen by the status of the deceased.
"""

from datetime import date

from workflows.conditions import all_of, at_least, below, equals, is_true, one_of
from workflows.declarations.death import DEATH_DECLARATION_2024_07, DEATH_DECLARATION_2026_09
from workflows.declarations.death_benefits import INSURED
from workflows.language import Bundle, Deadline, Flag, Link, Member, OnFailure, Standing
from workflows.procedures.death_group import COMPARED_CLOCK, DEATH_GROUP_CLOCK
from workflows.procedures.death_registration import (
    DEATH_REGISTRATION_2024_07,
    DEATH_REGISTRATION_2026_09,
    DEATH_REGISTRATION_SEPARATE,
)
from workflows.procedures.funeral_allowance_insurance import (
    FUNERAL_ALLOWANCE_INSURANCE_2024_07,
    FUNERAL_ALLOWANCE_INSURANCE_2025_07,
    FUNERAL_ALLOWANCE_INSURANCE_SEPARATE,
)
from workflows.procedures.funeral_allowance_merit import FUNERAL_ALLOWANCE_MERIT_2024_07
from workflows.procedures.funeral_allowance_protection import (
    FUNERAL_ALLOWANCE_PROTECTION_2024_07,
    FUNERAL_ALLOWANCE_PROTECTION_2025_07,
    FUNERAL_ALLOWANCE_PROTECTION_SEPARATE,
)
from workflows.procedures.monthly_benefit_stop import MONTHLY_BENEFIT_STOP_2024_07
from workflows.procedures.residence_removal import (
    RESIDENCE_REMOVAL_2024_07,
    RESIDENCE_REMOVAL_2026_03,
    RESIDENCE_REMOVAL_SEPARATE,
)
from workflows.procedures.survivor_benefit import (
    SURVIVOR_BENEFIT_2024_07,
    SURVIVOR_BENEFIT_2025_07,
    SURVIVOR_BENEFIT_SEPARATE,
)
from workflows.words import inferred, law, secondary, text

# --- who takes part (rules 64, 68-70, 76-78) --------------------------------------------------

BY_INSURANCE = all_of(is_true("wants.funeral"), INSURED)
BY_PROTECTION = all_of(
    is_true("wants.funeral"), one_of("deceased.status", "social-protection", "survivor-80")
)
BY_PROTECTION_AT_80 = all_of(is_true("wants.funeral"), equals("deceased.status", "survivor-80"))
BY_MERIT = all_of(is_true("wants.funeral"), equals("deceased.status", "merit"))
SURVIVORS_BY_INSURANCE = all_of(is_true("wants.survivor"), INSURED)
VERIFIED = is_true("death.verification")

NOT_THIS_PAYER = text(
    "Không làm: bạn không chọn mai táng phí, hoặc người mất không thuộc diện do cơ quan này chi trả.",
    "Not part of it: you did not choose the funeral allowance, or this office does not pay for the deceased.",
)
NO_SURVIVOR_BENEFIT = text(
    "Không làm: bạn không chọn chế độ tử tuất, hoặc người mất không thuộc diện do bảo hiểm xã hội chi trả.",
    "Not part of it: you did not choose the survivor benefit, or social insurance does not pay it.",
)
NO_BENEFIT_TO_STOP = text(
    "Không làm: người mất không hưởng trợ cấp tuất hằng tháng.",
    "Not part of it: the deceased drew no monthly survivor benefit.",
)

REGISTRATION_2024_07 = Member(code="death-registration", procedure=DEATH_REGISTRATION_2024_07.key)
REGISTRATION_2026_09 = Member(code="death-registration", procedure=DEATH_REGISTRATION_2026_09.key)
REMOVAL_2024_07 = Member(code="residence-removal", procedure=RESIDENCE_REMOVAL_2024_07.key)
REMOVAL_2026_03 = Member(code="residence-removal", procedure=RESIDENCE_REMOVAL_2026_03.key)
STOP_2024_07 = Member(
    code="monthly-benefit-stop",
    procedure=MONTHLY_BENEFIT_STOP_2024_07.key,
    when=BY_PROTECTION_AT_80,
    why_not=NO_BENEFIT_TO_STOP,
)
INSURANCE_2024_07 = Member(
    code="funeral-allowance-insurance",
    procedure=FUNERAL_ALLOWANCE_INSURANCE_2024_07.key,
    when=BY_INSURANCE,
    why_not=NOT_THIS_PAYER,
)
PROTECTION_2024_07 = Member(
    code="funeral-allowance-protection",
    procedure=FUNERAL_ALLOWANCE_PROTECTION_2024_07.key,
    when=BY_PROTECTION,
    why_not=NOT_THIS_PAYER,
)
MERIT_2024_07 = Member(
    code="funeral-allowance-merit",
    procedure=FUNERAL_ALLOWANCE_MERIT_2024_07.key,
    when=BY_MERIT,
    why_not=NOT_THIS_PAYER,
)
SURVIVOR_2024_07 = Member(
    code="survivor-benefit",
    procedure=SURVIVOR_BENEFIT_2024_07.key,
    when=SURVIVORS_BY_INSURANCE,
    why_not=NO_SURVIVOR_BENEFIT,
)
INSURANCE_2025_07 = INSURANCE_2024_07.model_copy(
    update={"procedure": FUNERAL_ALLOWANCE_INSURANCE_2025_07.key}
)
PROTECTION_2025_07 = PROTECTION_2024_07.model_copy(
    update={"procedure": FUNERAL_ALLOWANCE_PROTECTION_2025_07.key}
)
SURVIVOR_2025_07 = SURVIVOR_2024_07.model_copy(update={"procedure": SURVIVOR_BENEFIT_2025_07.key})

# --- links ------------------------------------------------------------------------------------

LINKS = (
    Link(
        giver="death-registration",
        output="death-extract",
        receiver="residence-removal",
        serves_as="death-extract",
    ),
    Link(
        giver="death-registration",
        output="death-extract",
        receiver="monthly-benefit-stop",
        serves_as="death-extract",
    ),
    Link(
        giver="death-registration",
        output="death-extract",
        receiver="funeral-allowance-insurance",
        serves_as="death-extract",
    ),
    Link(
        giver="death-registration",
        output="death-extract",
        receiver="funeral-allowance-protection",
        serves_as="death-extract",
    ),
    Link(
        giver="death-registration",
        output="death-extract",
        receiver="funeral-allowance-merit",
        serves_as="death-extract",
    ),
    Link(
        giver="death-registration",
        output="death-extract",
        receiver="survivor-benefit",
        serves_as="death-extract",
    ),
    # That the support waits until the survivor benefit has stopped is our reading of the longer limit.
    Link(
        giver="monthly-benefit-stop",
        output="stop-notice",
        receiver="funeral-allowance-protection",
        serves_as="stop-notice",
        on_failure=OnFailure.INDEPENDENT,
    ),
)

# --- time limits of the whole group (rules 76, 77) --------------------------------------------

# The published limits are one day for the registration and the limit of the payer: 1 + 17, 1 + 8, 1 + 5. How
# long the group may take when the event has to be verified is not stated: 3 days stand for the one.
WITH_VERIFICATION = inferred(
    "296/QĐ-VPCP",
    "Thời hạn cả nhóm khi phải xác minh không được nêu riêng: tính 3 ngày xác minh thay cho 1 ngày khai tử.",
    "The limit of the group with verification is not stated: 3 days for it stand in place of the one.",
)
BENEFIT_DEADLINES = (
    Deadline(working_days=20, source=WITH_VERIFICATION, when=all_of(BY_MERIT, VERIFIED)),
    Deadline(working_days=18, source=law("296/QĐ-VPCP"), when=BY_MERIT),
    Deadline(working_days=13, source=WITH_VERIFICATION, when=all_of(BY_PROTECTION_AT_80, VERIFIED)),
    Deadline(working_days=11, source=law("296/QĐ-VPCP"), when=BY_PROTECTION_AT_80),
    Deadline(working_days=8, source=WITH_VERIFICATION, when=all_of(BY_PROTECTION, VERIFIED)),
    Deadline(working_days=6, source=law("296/QĐ-VPCP"), when=BY_PROTECTION),
    Deadline(working_days=11, source=WITH_VERIFICATION, when=all_of(BY_INSURANCE, VERIFIED)),
    Deadline(working_days=9, source=law("296/QĐ-VPCP"), when=BY_INSURANCE),
)

# --- remarks ----------------------------------------------------------------------------------

FLAGS = (
    # rule 58
    Flag(
        code="late-registration",
        when=at_least("death.days-since", 16),
        text=text(
            "Đã quá 15 ngày kể từ ngày mất. Hồ sơ vẫn được nhận; lệ phí khai tử quá hạn do tỉnh quy định.",
            "More than 15 days have passed since the death. The file is accepted; a late fee may apply.",
        ),
        source=law("60/2014/QH13 Art. 33"),
    ),
    # rule 63
    Flag(
        code="court-declared",
        when=all_of(is_true("wants.funeral"), equals("death.case", "court")),
        text=text(
            "Tòa án tuyên bố là đã chết: trợ cấp mai táng của bảo hiểm xã hội trả cho thân nhân.",
            "A court declared the death: the funeral allowance of social insurance goes to the relatives.",
        ),
        source=law("41/2024/QH15 Art. 85"),
    ),
    # rule 68
    Flag(
        code="no-benefit",
        when=all_of(is_true("wants.funeral"), equals("deceased.status", "none")),
        text=text(
            "Người mất không thuộc diện được trợ cấp nên chỉ làm khai tử và xóa đăng ký thường trú.",
            "The deceased gives no right to a benefit, so only the death and the residence are dealt with.",
        ),
        source=inferred(
            "1449/QĐ-BHXH; 20/2021/NĐ-CP",
            "Không tham gia bảo hiểm xã hội và không hưởng trợ cấp thì không có cơ quan chi trả.",
            "Who was not insured and drew no benefit has no payer.",
        ),
    ),
    # rule 70
    Flag(
        code="employer-channel",
        when=all_of(is_true("wants.funeral"), equals("deceased.status", "employed")),
        text=text(
            "Người mất đang đi làm: nơi làm việc lập hồ sơ mai táng phí, tử tuất. Tờ khai này chỉ làm khai "
            "tử và xóa đăng ký thường trú.",
            "The deceased was employed: the employer files for the benefits. This form deals only with the "
            "death and the residence.",
        ),
        source=secondary("1449/QĐ-BHXH"),
    ),
    # rule 71
    Flag(
        code="below-threshold",
        when=all_of(
            is_true("wants.funeral"),
            one_of("deceased.status", "reserved", "voluntary"),
            below("deceased.months-compulsory", 12),
            below("deceased.months-voluntary", 60),
        ),
        text=text(
            "Thường cần đóng từ 12 tháng bắt buộc hoặc 60 tháng tự nguyện. Hồ sơ vẫn được chuyển; cơ quan "
            "bảo hiểm xã hội kiểm tra theo dữ liệu của mình.",
            "Usually 12 months of compulsory or 60 months of voluntary insurance are needed. The file goes "
            "on all the same; social insurance checks its own data.",
        ),
        source=secondary(
            "3504/QĐ-BHXH; 706/QĐ-BHXH",
            "Con số của thời kỳ thí điểm.",
            "The figures of the pilot.",
        ),
    ),
    # rule 76
    Flag(
        code="below-80",
        when=all_of(
            is_true("wants.funeral"),
            equals("deceased.status", "survivor-80"),
            below("deceased.age-in-months", 960),
        ),
        text=text(
            "Theo ngày sinh, người mất chưa đủ 80 tuổi. Hãy xem lại diện đã chọn.",
            "By the date of birth the deceased was not yet 80. Please look at the chosen group again.",
        ),
        source=law("296/QĐ-VPCP"),
    ),
    Flag(
        code="no-survivor-benefit",
        when=all_of(is_true("wants.survivor"), one_of("deceased.status", "social-protection", "survivor-80")),
        text=text(
            "Bảo trợ xã hội không có chế độ tử tuất nên chỉ làm mai táng phí.",
            "Social protection has no survivor benefit, so only the funeral allowance is dealt with.",
        ),
        source=inferred(
            "296/QĐ-VPCP",
            "Quyết định chỉ nêu hỗ trợ chi phí mai táng cho bảo trợ xã hội.",
            "For social protection the decision names only the funeral support.",
        ),
    ),
    # rule 74
    Flag(
        code="no-monthly-right",
        when=all_of(equals("survivor.kind", "monthly"), equals("survivor.basis", "none")),
        text=text(
            "Không có thân nhân đủ điều kiện hưởng tuất hằng tháng. Hãy chọn nhận một lần.",
            "No relative is eligible for the monthly benefit. Choose the lump sum instead.",
        ),
        source=secondary("41/2024/QH15 Art. 86"),
        refuses=True,
    ),
    # rule 75
    Flag(
        code="relative-with-income",
        when=all_of(equals("survivor.kind", "monthly"), is_true("survivor.relative-with-income")),
        text=text(
            "Thân nhân đang đi làm, có thu nhập từ mức tham chiếu trở lên không được hưởng tuất hằng tháng. "
            "Cơ quan bảo hiểm xã hội sẽ xem xét.",
            "A relative who works and earns the reference level or more has no monthly benefit. Social "
            "insurance will look into it.",
        ),
        source=secondary("41/2024/QH15 Art. 86"),
    ),
)

# --- the versions -----------------------------------------------------------------------------

DEATH_2024_07 = Bundle(
    code="death",
    official_code="2.002622",  # of the four codes repealed in 2026 the one for the death group: our reading
    slug="khai-tu",
    version="2024-07",
    effective_from=date(2024, 7, 1),
    effective_to=date(2025, 6, 30),
    text=text(
        "Đăng ký khai tử, xóa đăng ký thường trú, giải quyết mai táng phí, tử tuất",
        "After a death: registration, removal of residence, funeral allowance, survivor benefit",
    ),
    life_event="death-of-a-relative",
    legal_basis=(law("63/2024/NĐ-CP"), law("296/QĐ-VPCP"), secondary("1449/QĐ-BHXH")),
    declaration=DEATH_DECLARATION_2024_07.key,
    members=(
        REGISTRATION_2024_07,
        REMOVAL_2024_07,
        STOP_2024_07,
        INSURANCE_2024_07,
        PROTECTION_2024_07,
        MERIT_2024_07,
        SURVIVOR_2024_07,
    ),
    links=LINKS,
    deadlines=(
        *BENEFIT_DEADLINES,
        Deadline(working_days=3, source=WITH_VERIFICATION, when=VERIFIED),
        Deadline(
            working_days=1,
            source=inferred(
                "296/QĐ-VPCP",
                "Thời hạn khi chỉ làm 2 thủ tục không được nêu riêng: phần còn lại của 9, 6, 18 ngày khi "
                "trừ thời hạn của cơ quan chi trả.",
                "The limit for 2 procedures is not stated: it is what remains of 9, 6, 18 days without the "
                "payer.",
            ),
        ),
    ),
    clock=DEATH_GROUP_CLOCK,
    flags=FLAGS,
    same_event=("deceased.personal-id",),
)

# The Law on Social Insurance 41/2024/QH15 and Decree 176/2025 on the social pension change the benefits.
DEATH_2025_07 = DEATH_2024_07.revised(
    version="2025-07",
    effective_from=date(2025, 7, 1),
    effective_to=date(2026, 3, 14),
    legal_basis=(
        law("63/2024/NĐ-CP"),
        law("296/QĐ-VPCP"),
        secondary("1449/QĐ-BHXH"),
        law("41/2024/QH15 Art. 85"),
        secondary("176/2025/NĐ-CP Art. 5"),
    ),
    members=(
        REGISTRATION_2024_07,
        REMOVAL_2024_07,
        STOP_2024_07,
        INSURANCE_2025_07,
        PROTECTION_2025_07,
        MERIT_2024_07,
        SURVIVOR_2025_07,
    ),
)

# Decree 58/2026: the removal of residence follows from the data, within one working day.
DEATH_2026_03 = DEATH_2025_07.revised(
    version="2026-03",
    effective_from=date(2026, 3, 15),
    effective_to=date(2026, 8, 31),
    legal_basis=(
        law("63/2024/NĐ-CP"),
        law("296/QĐ-VPCP"),
        secondary("1449/QĐ-BHXH"),
        law("41/2024/QH15 Art. 85"),
        secondary("176/2025/NĐ-CP Art. 5"),
        law("58/2026/NĐ-CP Art. 4(6)"),
    ),
    members=(
        REGISTRATION_2024_07,
        REMOVAL_2026_03,
        STOP_2024_07,
        INSURANCE_2025_07,
        PROTECTION_2025_07,
        MERIT_2024_07,
        SURVIVOR_2025_07,
    ),
    deadlines=(
        *BENEFIT_DEADLINES,
        Deadline(working_days=4, source=WITH_VERIFICATION, when=VERIFIED),
        Deadline(
            working_days=1,
            source=inferred(
                "296/QĐ-VPCP; 58/2026/NĐ-CP Art. 4(6)",
                "Thời hạn khi chỉ làm 2 thủ tục không được nêu riêng: khai tử trong ngày, xóa đăng ký "
                "thường trú trong 1 ngày làm việc.",
                "The limit for 2 procedures is not stated: the death on the same day, the residence within "
                "one.",
            ),
        ),
    ),
)

# Decree 301/2026 was read only through the notes of others.
DEATH_2026_09 = DEATH_2026_03.revised(
    version="2026-09",
    official_code="2.002913",
    effective_from=date(2026, 9, 1),
    effective_to=None,
    standing=Standing.PROVISIONAL,
    legal_basis=(
        law("63/2024/NĐ-CP"),
        secondary("301/2026/NĐ-CP"),
        law("296/QĐ-VPCP"),
        secondary("1449/QĐ-BHXH"),
        law("41/2024/QH15 Art. 85"),
        secondary("176/2025/NĐ-CP Art. 5"),
        law("58/2026/NĐ-CP Art. 4(6)"),
    ),
    declaration=DEATH_DECLARATION_2026_09.key,
    members=(
        REGISTRATION_2026_09,
        REMOVAL_2026_03,
        STOP_2024_07,
        INSURANCE_2025_07,
        PROTECTION_2025_07,
        MERIT_2024_07,
        SURVIVOR_2025_07,
    ),
)
DEATH = DEATH_2026_09

# --- for comparison ---------------------------------------------------------------------------

ONE_AFTER_THE_OTHER = inferred(
    "296/QĐ-VPCP",
    "Cộng thời hạn của từng thủ tục khi làm lần lượt: 1 + 5 + 8 = 14 ngày, đến 16 ngày với 10 ngày thời thí "
    "điểm.",
    "The limits of the procedures one after the other: 1 + 5 + 8 = 14, up to 16 with the 10 days of the "
    "pilot.",
)
DEATH_SEPARATE = Bundle(
    code="death-separate",
    slug="khai-tu-lam-rieng",
    version="2024-07",
    effective_from=date(2024, 7, 1),
    text=text(
        "Sau khi có người mất: làm lần lượt từng thủ tục", "After a death: one procedure after the other"
    ),
    standing=Standing.BASELINE,
    life_event="death-of-a-relative",
    legal_basis=(law("60/2014/QH13 Art. 32-34"), law("68/2020/QH14 Art. 24"), ONE_AFTER_THE_OTHER),
    declaration=DEATH_DECLARATION_2026_09.key,
    members=(
        Member(code="death-registration", procedure=DEATH_REGISTRATION_SEPARATE.key),
        Member(code="residence-removal", procedure=RESIDENCE_REMOVAL_SEPARATE.key),
        Member(
            code="funeral-allowance-insurance",
            procedure=FUNERAL_ALLOWANCE_INSURANCE_SEPARATE.key,
            when=BY_INSURANCE,
            why_not=NOT_THIS_PAYER,
        ),
        Member(
            code="funeral-allowance-protection",
            procedure=FUNERAL_ALLOWANCE_PROTECTION_SEPARATE.key,
            when=BY_PROTECTION,
            why_not=NOT_THIS_PAYER,
        ),
        Member(
            code="survivor-benefit",
            procedure=SURVIVOR_BENEFIT_SEPARATE.key,
            when=SURVIVORS_BY_INSURANCE,
            why_not=NO_SURVIVOR_BENEFIT,
        ),
    ),
    links=(
        Link(
            giver="death-registration",
            output="death-extract",
            receiver="residence-removal",
            serves_as="death-extract",
        ),
        Link(
            giver="death-registration",
            output="death-extract",
            receiver="funeral-allowance-insurance",
            serves_as="death-extract",
        ),
        Link(
            giver="death-registration",
            output="death-extract",
            receiver="funeral-allowance-protection",
            serves_as="death-extract",
        ),
        Link(
            giver="death-registration",
            output="death-extract",
            receiver="survivor-benefit",
            serves_as="death-extract",
        ),
        Link(
            giver="residence-removal",
            output="residence-removal-notice",
            receiver="funeral-allowance-insurance",
            serves_as="residence-removal-notice",
            on_failure=OnFailure.INDEPENDENT,
        ),
        Link(
            giver="residence-removal",
            output="residence-removal-notice",
            receiver="funeral-allowance-protection",
            serves_as="residence-removal-notice",
            on_failure=OnFailure.INDEPENDENT,
        ),
        Link(
            giver="residence-removal",
            output="residence-removal-notice",
            receiver="survivor-benefit",
            serves_as="residence-removal-notice",
            on_failure=OnFailure.INDEPENDENT,
        ),
    ),
    deadlines=(
        Deadline(working_days=16, source=ONE_AFTER_THE_OTHER, when=all_of(BY_INSURANCE, VERIFIED)),
        Deadline(working_days=14, source=ONE_AFTER_THE_OTHER, when=BY_INSURANCE),
        Deadline(working_days=11, source=ONE_AFTER_THE_OTHER, when=all_of(BY_PROTECTION, VERIFIED)),
        Deadline(working_days=9, source=ONE_AFTER_THE_OTHER, when=BY_PROTECTION),
        Deadline(working_days=8, source=ONE_AFTER_THE_OTHER, when=VERIFIED),
        Deadline(working_days=6, source=ONE_AFTER_THE_OTHER),
    ),
    clock=COMPARED_CLOCK,
    quiet=True,
)
