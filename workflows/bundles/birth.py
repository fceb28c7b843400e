"""Birth of a child (liên thông khai sinh): one declaration, then residence and cards beside each other.

The certificate is the gate: what depends on it opens when it exists, all at once, and never when the
registration was refused (rules 33, 47). A refused residence does not stop the card.

On the deadlines: the law says 3 working days, or 5 when the residence is verified (63/2024/NĐ-CP
Art. 7); 4 is the figure of the programme. The residence must be registered within 60 days after the
birth was (rule 42); in the group it follows at once, so nothing has to be said about being late.

Members, links and the remarks of the rules are in the neighbours `birth_….py`.
"""

from datetime import date

from workflows.bundle import Accepted, Bundle
from workflows.bundles.birth_links import (
    RESIDENCE_BEFORE_HEALTH_CARD,
    TO_HEALTH_CARD,
    TO_IDENTITY_CARD,
    TO_RESIDENCE,
)
from workflows.bundles.birth_members import (
    MEMBERS_2023_07,
    MEMBERS_2024_07,
    MEMBERS_2026_07,
    MEMBERS_2026_09,
    MEMBERS_AS_PUBLISHED,
    MEMBERS_ONE_BY_ONE,
)
from workflows.bundles.birth_remarks import FLAGS, NO_RESIDENCE, NOTICE_DIFFERS
from workflows.conditions import is_true
from workflows.declarations.birth import (
    BIRTH_DECLARATION_2023_07,
    BIRTH_DECLARATION_2024_07,
    BIRTH_DECLARATION_2026_07,
    BIRTH_DECLARATION_2026_09,
)
from workflows.language import Deadline
from workflows.procedures.birth_group import BIRTH_GROUP_CLOCK, ROLL_OUT_CLOCK
from workflows.vocabulary import Standing
from workflows.words import ClockRules, inferred, law, secondary, text, unknown

# --- the versions -------------------------------------------------------------------------------

CODE_SOURCE = secondary(
    "3582/QĐ-UBND (2026)",
    "Nguồn của mã thủ tục: 2.002621, từ năm 2026 là 3.000722.",
    "Where the procedure's code comes from: 2.002621, since 2026 3.000722.",
)
# Under which code the roll-out ran is not known.
BIRTH_2023_07 = Bundle(
    code="birth",
    version="2023-07",
    effective_from=date(2023, 7, 10),
    effective_to=date(2024, 6, 30),
    text=text(
        "Liên thông đăng ký khai sinh, đăng ký thường trú, cấp thẻ bảo hiểm y tế cho trẻ em dưới 6 tuổi",
        "Linked birth registration, permanent residence and health card of a child under six",
    ),
    legal_basis=(
        secondary("2084/VPCP-KSTT (30/03/2023)"),
        secondary("976/QĐ-BHXH (06/2023)"),
        law("60/2014/QH13"),
        law("68/2020/QH14"),
        law("25/2008/QH12"),
    ),
    slug="khai-sinh",
    life_event="having-a-child",
    declaration=BIRTH_DECLARATION_2023_07.key,
    members=MEMBERS_2023_07,
    links=(TO_RESIDENCE, TO_HEALTH_CARD),
    deadlines=(
        Deadline(
            working_days=6,
            source=secondary(
                "Dự thảo nghị định liên thông (2023-2024)",
                "Con số của dự thảo khi có xác minh; luật sau này ấn định 5.",
                "The draft's figure with verification; the law later set 5.",
            ),
            when=is_true("residence-verification.needed"),
        ),
        Deadline(
            working_days=4,
            source=secondary(
                "Đề án 06; dự thảo nghị định liên thông (2023-2024)",
                "Con số của chương trình khi triển khai từ 10/07/2023; cách chia cho từng cơ quan không "
                "được công bố.",
                "The programme's figure for the roll-out of 10/07/2023; its split among the offices was not "
                "published.",
            ),
            target=4,
        ),
    ),
    clock=ROLL_OUT_CLOCK,
    flags=FLAGS,
    # rules 15, 16, 31
    same_event=("mother.personal-id", "child.birth-date", "child.full-name"),
    alike=("mother.personal-id", "child.birth-date"),
    unlike=is_true("child.multiple-birth"),
)

# The certificate may be signed at closing time; the police then receive it on the next working day. With
# verification their five days end a day after the group's five.
LATE_CERTIFICATE = inferred(
    "63/2024/NĐ-CP Art. 7, 8",
    "Nghị định cho nhóm và cho riêng công an cùng 5 ngày khi phải xác minh; giấy khai sinh ký sau 15 giờ thì "
    "công an tính từ ngày làm việc liền sau, nên có thể trễ 1 ngày. Nghị định không nói đến trường hợp này.",
    "With verification the decree gives the group and the police alone the same five days; when the "
    "certificate is signed after 15:00 the police count from the next working day, so it may be one day "
    "late. The decree does not mention this.",
)
# Decree 63/2024, for files from 01/07/2024 on.
BIRTH_2024_07 = BIRTH_2023_07.revised(
    official_code="2.002621",
    version="2024-07",
    effective_from=date(2024, 7, 1),
    effective_to=date(2026, 6, 30),
    legal_basis=(
        law("63/2024/NĐ-CP Art. 4-8"),
        law("296/QĐ-VPCP (12/06/2024)"),
        secondary("1449/QĐ-BHXH (19/08/2024)"),
        law("60/2014/QH13"),
        law("68/2020/QH14"),
        law("25/2008/QH12"),
        CODE_SOURCE,
    ),
    declaration=BIRTH_DECLARATION_2024_07.key,
    members=MEMBERS_2024_07,
    deadlines=(
        Deadline(
            working_days=5, source=law("63/2024/NĐ-CP Art. 7"), when=is_true("residence-verification.needed")
        ),
        Deadline(working_days=3, source=law("63/2024/NĐ-CP Art. 7"), target=4),
    ),
    clock=BIRTH_GROUP_CLOCK,
    accepted=(Accepted(member="permanent-residence", days=1, source=LATE_CERTIFICATE),),
    flags=(*FLAGS, NOTICE_DIFFERS),
)

# Decree 58/2026: the member for the residence changes, and with it the form.
BIRTH_2026_07 = BIRTH_2024_07.revised(
    version="2026-07",
    effective_from=date(2026, 7, 1),
    effective_to=date(2026, 8, 31),
    legal_basis=(
        law("63/2024/NĐ-CP Art. 4-8"),
        law("58/2026/NĐ-CP Art. 4(4), 4(5)"),
        law("296/QĐ-VPCP (12/06/2024)"),
        secondary("1449/QĐ-BHXH (19/08/2024)"),
        law("60/2014/QH13"),
        law("68/2020/QH14"),
        law("25/2008/QH12"),
        CODE_SOURCE,
    ),
    declaration=BIRTH_DECLARATION_2026_07.key,
    members=MEMBERS_2026_07,
    flags=(*FLAGS, NOTICE_DIFFERS, NO_RESIDENCE),
)

# Decree 301/2026. rule 57: who filed before 01/09/2026 keeps the former form and its three procedures.
# The linking software goes on 01/01/2027, the Civil Status Law 03/2026/QH16 comes on 01/03/2027: later
# versions.
BIRTH_2026_09 = BIRTH_2026_07.revised(
    official_code="3.000722",
    version="2026-09",
    effective_from=date(2026, 9, 1),
    effective_to=None,
    text=text(
        "Liên thông đăng ký khai sinh, đăng ký thường trú, cấp thẻ bảo hiểm y tế, cấp thẻ căn cước cho trẻ "
        "em dưới 6 tuổi",
        "Linked birth registration, permanent residence, health card and ID card of a child under six",
    ),
    standing=Standing.PROVISIONAL,
    legal_basis=(
        secondary(
            "301/2026/NĐ-CP",
            "Đọc qua ghi chép của người khác, chưa đọc được chính văn bản.",
            "Read through somebody's notes; the decree itself could not be read.",
        ),
        law("63/2024/NĐ-CP Art. 4-8"),
        law("58/2026/NĐ-CP Art. 4(4), 4(5)"),
        CODE_SOURCE,
        law("60/2014/QH13"),
        law("68/2020/QH14"),
        law("25/2008/QH12"),
    ),
    declaration=BIRTH_DECLARATION_2026_09.key,
    members=MEMBERS_2026_09,
    links=(TO_RESIDENCE, TO_HEALTH_CARD, TO_IDENTITY_CARD),
    deadlines=(
        Deadline(
            working_days=8,
            source=unknown(
                "301/2026/NĐ-CP",
                "Thời hạn của cả nhóm khi có thẻ căn cước chưa rõ. 8 chỉ là phép cộng 1 + 7 của thẻ làm "
                "riêng.",
                "The limit of the group with the ID card is not known. 8 is only the sum 1 + 7 of the card "
                "alone.",
            ),
            when=is_true("wants.identity-card"),
        ),
        Deadline(
            working_days=5,
            source=inferred(
                "63/2024/NĐ-CP Art. 7; 301/2026/NĐ-CP",
                "Chưa đọc được Nghị định 301; giữ thời hạn của Nghị định 63.",
                "Decree 301 was not read; the limit of Decree 63 is kept.",
            ),
            when=is_true("residence-verification.needed"),
        ),
        Deadline(
            working_days=3,
            source=inferred(
                "63/2024/NĐ-CP Art. 7; 301/2026/NĐ-CP",
                "Chưa đọc được Nghị định 301; giữ thời hạn của Nghị định 63.",
                "Decree 301 was not read; the limit of Decree 63 is kept.",
            ),
            target=4,
        ),
    ),
)

BIRTH = BIRTH_2026_09

# --- for comparison only ------------------------------------------------------------------------

# The published "21 days". No official breakdown exists.
BIRTH_SEPARATE_PUBLISHED = BIRTH_2023_07.revised(
    code="birth-separate-published",
    version="2023-06",
    effective_from=date(2023, 6, 1),
    effective_to=None,
    text=text(
        "Khai sinh, thường trú, thẻ bảo hiểm y tế làm lần lượt: 21 ngày theo công bố",
        "Birth, residence and health card one by one: the published 21 days",
    ),
    standing=Standing.BASELINE,
    quiet=True,
    legal_basis=(
        secondary(
            "344/TB-VPCP (07/2024)",
            "Con số 21 ngày của chương trình, không có bảng chia.",
            "The programme's 21 days, without a breakdown.",
        ),
    ),
    slug="khai-sinh-theo-cong-bo",
    members=MEMBERS_AS_PUBLISHED,
    links=(TO_RESIDENCE, TO_HEALTH_CARD, RESIDENCE_BEFORE_HEALTH_CARD),
    deadlines=(
        Deadline(
            working_days=21,
            source=inferred(
                "344/TB-VPCP (07/2024)",
                "21 là con số được công bố; cách chia 1 + 15 + 5 chỉ để minh họa.",
                "21 is the published figure; its split into 1 + 15 + 5 is an illustration.",
            ),
        ),
    ),
    clock=ClockRules(
        source=inferred(
            "344/TB-VPCP (07/2024)",
            "Dùng cùng một cách tính để so sánh được.",
            "The same way of counting is used so that the two can be compared.",
        )
    ),
    flags=(),
)
# The limits of today when each procedure is filed alone.
BIRTH_SEPARATE = BIRTH_SEPARATE_PUBLISHED.revised(
    code="birth-separate",
    version="2024-06",
    effective_from=date(2024, 6, 1),
    text=text(
        "Khai sinh, thường trú, thẻ bảo hiểm y tế làm lần lượt: thời hạn riêng hiện nay",
        "Birth, residence and health card one by one: the separate limits of today",
    ),
    legal_basis=(
        law("60/2014/QH13 Art. 5, 16"),
        law("68/2020/QH14 Art. 22"),
        law("25/2008/QH12 Art. 17"),
    ),
    slug="khai-sinh-lam-rieng",
    members=MEMBERS_ONE_BY_ONE,
    deadlines=(
        Deadline(
            working_days=13,
            source=inferred(
                "60/2014/QH13 Art. 5; 68/2020/QH14 Art. 22; 25/2008/QH12 Art. 17",
                "Tổng của ba thời hạn riêng 1 + 7 + 5; với thẻ 10 ngày theo Luật thì là 18.",
                "The sum of the three separate limits 1 + 7 + 5; with the card's 10 days of the Law it is "
                "18.",
            ),
        ),
    ),
)
