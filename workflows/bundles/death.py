"""After a death: one declaration for death registration, removal of residence and benefits (QĐ 296/QĐ-VPCP).

Death registration is the gate. When its extract exists, the residence is removed and the benefits are
decided side by side; none of these waits for another. Who pays is chosen by the status of the deceased.

Members, links and the remarks of the rules are in the neighbours `death_….py`.
"""

from datetime import date

from workflows.bundle import Accepted, Bundle
from workflows.bundles.death_links import LINKS, LINKS_ONE_BY_ONE
from workflows.bundles.death_members import (
    BY_INSURANCE,
    BY_MERIT,
    BY_PROTECTION,
    BY_PROTECTION_AT_80,
    MEMBERS_2024_07,
    MEMBERS_2025_07,
    MEMBERS_2026_03,
    MEMBERS_2026_09,
    MEMBERS_ONE_BY_ONE,
    VERIFIED,
)
from workflows.bundles.death_remarks import FLAGS
from workflows.conditions import all_of
from workflows.declarations.death import DEATH_DECLARATION_2024_07, DEATH_DECLARATION_2026_09
from workflows.language import Deadline
from workflows.procedures.death_group import COMPARED_CLOCK, DEATH_GROUP_CLOCK
from workflows.vocabulary import Standing
from workflows.words import inferred, law, secondary, text

# --- time limits of the whole group (rules 76, 77) ----------------------------------------------

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

# The limits add up only when the extract is there before 15:00 of its last day. With verification it may come
# at closing time of the third day, and what follows is received on the fourth.
LATE_EXTRACT = inferred(
    "296/QĐ-VPCP",
    "Thời hạn cả nhóm là phép cộng các thời hạn; trích lục ký sau 15 giờ của ngày cuối thì cơ quan sau tính "
    "từ ngày làm việc liền sau, nên có thể trễ 1 ngày. Văn bản không nói đến trường hợp này.",
    "The group's limit is a sum of limits; when the extract is signed after 15:00 of its last day, the next "
    "office counts from the next working day, so it may be one day late. The act does not mention this.",
)
ACCEPTED = (
    Accepted(member="residence-removal", days=1, source=LATE_EXTRACT),
    Accepted(member="funeral-allowance-insurance", days=1, source=LATE_EXTRACT),
    Accepted(member="funeral-allowance-protection", days=1, source=LATE_EXTRACT),
    Accepted(member="funeral-allowance-merit", days=1, source=LATE_EXTRACT),
    Accepted(member="survivor-benefit", days=1, source=LATE_EXTRACT),
)

# Decree 301/2026 amends the decree behind these limits and could not be read itself.
KEPT_FROM_296 = inferred(
    "296/QĐ-VPCP; 301/2026/NĐ-CP",
    "Chưa đọc được Nghị định 301; giữ thời hạn của Quyết định 296.",
    "Decree 301 was not read; the limit of Decision 296 is kept.",
)
BENEFIT_DEADLINES_2026_09 = (
    Deadline(working_days=20, source=WITH_VERIFICATION, when=all_of(BY_MERIT, VERIFIED)),
    Deadline(working_days=18, source=KEPT_FROM_296, when=BY_MERIT),
    Deadline(working_days=13, source=WITH_VERIFICATION, when=all_of(BY_PROTECTION_AT_80, VERIFIED)),
    Deadline(working_days=11, source=KEPT_FROM_296, when=BY_PROTECTION_AT_80),
    Deadline(working_days=8, source=WITH_VERIFICATION, when=all_of(BY_PROTECTION, VERIFIED)),
    Deadline(working_days=6, source=KEPT_FROM_296, when=BY_PROTECTION),
    Deadline(working_days=11, source=WITH_VERIFICATION, when=all_of(BY_INSURANCE, VERIFIED)),
    Deadline(working_days=9, source=KEPT_FROM_296, when=BY_INSURANCE),
)
DATA_DEADLINES = (
    Deadline(working_days=4, source=WITH_VERIFICATION, when=VERIFIED),
    Deadline(
        working_days=1,
        source=inferred(
            "296/QĐ-VPCP; 58/2026/NĐ-CP Art. 4(6)",
            "Thời hạn khi chỉ làm 2 thủ tục không được nêu riêng: khai tử trong ngày, xóa đăng ký thường "
            "trú trong 1 ngày làm việc.",
            "The limit for 2 procedures is not stated: the death on the same day, the residence within one.",
        ),
    ),
)

# --- the versions -------------------------------------------------------------------------------

CODE_SOURCE = secondary(
    "3582/QĐ-UBND (2026)",
    "Nguồn của mã thủ tục: 2.002622, từ năm 2026 là 2.002913.",
    "Where the procedure's code comes from: 2.002622, since 2026 2.002913.",
)
DEATH_2024_07 = Bundle(
    code="death",
    official_code="2.002622",
    slug="khai-tu",
    version="2024-07",
    effective_from=date(2024, 7, 1),
    effective_to=date(2025, 6, 30),
    text=text(
        "Đăng ký khai tử, xóa đăng ký thường trú, giải quyết mai táng phí, tử tuất",
        "After a death: registration, removal of residence, funeral allowance, survivor benefit",
    ),
    life_event="death-of-a-relative",
    legal_basis=(law("63/2024/NĐ-CP"), law("296/QĐ-VPCP"), secondary("1449/QĐ-BHXH"), CODE_SOURCE),
    declaration=DEATH_DECLARATION_2024_07.key,
    members=MEMBERS_2024_07,
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
    accepted=ACCEPTED,
    flags=FLAGS,
    same_event=("deceased.personal-id",),
)

# The Law on Social Insurance 41/2024/QH15 and Decree 176/2025 on the social pension, both in force since
# 01/07/2025, change the benefits.
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
        CODE_SOURCE,
    ),
    members=MEMBERS_2025_07,
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
        CODE_SOURCE,
    ),
    members=MEMBERS_2026_03,
    deadlines=(*BENEFIT_DEADLINES, *DATA_DEADLINES),
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
        CODE_SOURCE,
    ),
    declaration=DEATH_DECLARATION_2026_09.key,
    members=MEMBERS_2026_09,
    deadlines=(*BENEFIT_DEADLINES_2026_09, *DATA_DEADLINES),
)

DEATH = DEATH_2026_09

# --- for comparison -----------------------------------------------------------------------------

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
    members=MEMBERS_ONE_BY_ONE,
    links=LINKS_ONE_BY_ONE,
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
