"""Opening a karaoke business: three procedures, one after the other (297/2025/NĐ-CP).

Each result opens the next procedure: the household business, then security and order, then the licence.
"""

from datetime import date

from workflows.bundle import Accepted, Bundle, Link, Member
from workflows.declarations.karaoke import KARAOKE_DECLARATION_2025_11
from workflows.language import Deadline
from workflows.procedures.household_business import HOUSEHOLD_BUSINESS_2025_11
from workflows.procedures.karaoke_group import EFFECT_NOT_KNOWN, KARAOKE_CLOCK, KARAOKE_DECREE
from workflows.procedures.karaoke_licence import KARAOKE_LICENCE_2025_11
from workflows.procedures.security_order_certificate import SECURITY_ORDER_CERTIFICATE_2025_11
from workflows.words import inferred, secondary, text

KARAOKE_2025_11 = Bundle(
    code="karaoke",
    slug="karaoke",
    version="2025-11",
    effective_from=date(2025, 11, 17),
    text=text(
        "Đăng ký hộ kinh doanh, an ninh trật tự, giấy phép karaoke",
        "Opening a karaoke business: registration, security and order, licence",
    ),
    life_event="opening-a-business",
    legal_basis=(KARAOKE_DECREE, EFFECT_NOT_KNOWN, secondary("4422/QĐ-BVHTTDL")),
    declaration=KARAOKE_DECLARATION_2025_11.key,
    members=(
        Member(code="household-business", procedure=HOUSEHOLD_BUSINESS_2025_11.key),
        Member(code="security-order-certificate", procedure=SECURITY_ORDER_CERTIFICATE_2025_11.key),
        Member(code="karaoke-licence", procedure=KARAOKE_LICENCE_2025_11.key),
    ),
    links=(
        Link(
            giver="household-business",
            output="business-certificate",
            receiver="security-order-certificate",
            serves_as="business-certificate",
        ),
        Link(
            giver="household-business",
            output="business-certificate",
            receiver="karaoke-licence",
            serves_as="business-certificate",
        ),
        Link(
            giver="security-order-certificate",
            output="security-certificate",
            receiver="karaoke-licence",
            serves_as="security-certificate",
        ),
    ),
    deadlines=(Deadline(working_days=16, source=KARAOKE_DECREE),),
    clock=KARAOKE_CLOCK,
    accepted=(
        Accepted(
            member="karaoke-licence",
            days=2,
            source=inferred(
                "297/2025/NĐ-CP",
                "16 ngày là tổng 3 + 3 + 10. Kết quả trả trong giờ cuối ngày thì cơ quan sau tính từ ngày "
                "làm việc liền sau; hai lần chuyển nên có thể trễ 2 ngày. Nghị định không nói đến việc này.",
                "16 days are the sum of 3 + 3 + 10. What is issued in the last hour of a day is received on "
                "the next working day; with two hand-overs it may be two days late. The decree does not "
                "mention this.",
            ),
        ),
    ),
)
KARAOKE = KARAOKE_2025_11
