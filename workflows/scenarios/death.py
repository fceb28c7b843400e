"""A pensioner dies: what the family declares, and the ways in which the offices may deal with it."""

from workflows.bundles.death import DEATH_2024_07, DEATH_2026_09, DEATH_SEPARATE
from workflows.scenario import Pace, Scenario, Stint, Story
from workflows.scenarios.assumed import ALWAYS, CARRIED_AT_ONCE, SHARED_DAY, WITHIN_TEN_MINUTES
from workflows.words import text

# --- hands-on work, all of it assumed -------------------------------------------------------------

ON_PAPER = (
    Pace(
        member="death-registration",
        stints=(
            Stint(
                days=0.4,
                text=text("Nhập tờ khai giấy, kiểm tra giấy tờ", "Type in the paper form, check it"),
            ),
            Stint(days=0.4, text=text("Đăng ký, ký trích lục", "Register and sign the extract")),
        ),
    ),
    Pace(
        member="residence-removal",
        stints=(
            Stint(days=0.5, text=text("Nhập lại dữ liệu", "Type the same data again")),
            Stint(days=0.5, text=text("Duyệt, xóa thường trú", "Approve and remove the residence")),
        ),
    ),
    Pace(
        member="funeral-allowance-insurance",
        stints=(
            Stint(days=0.5, text=text("Nhập lại dữ liệu", "Type the same data again")),
            Stint(
                days=1.5,
                text=text("Đối chiếu quá trình đóng bảo hiểm", "Go through the contributions"),
            ),
            Stint(days=0.5, text=text("Ra quyết định chi trả", "Decide on the payment")),
        ),
    ),
)
LINKED = (
    Pace(
        member="death-registration",
        stints=(
            Stint(days=0.3, text=text("Kiểm tra tờ khai và dữ liệu", "Check the declaration and the data")),
            Stint(days=0.3, text=text("Đăng ký, ký số trích lục", "Register and sign electronically")),
        ),
    ),
    Pace(
        member="residence-removal",
        stints=(Stint(days=0.3, text=text("Xóa thường trú theo dữ liệu", "Remove it from the data")),),
    ),
    Pace(
        member="funeral-allowance-insurance",
        stints=(
            Stint(
                days=1.5,
                text=text("Đối chiếu quá trình đóng bảo hiểm", "Go through the contributions"),
            ),
            Stint(days=0.5, text=text("Ra quyết định chi trả", "Decide on the payment")),
        ),
    ),
)

# --- the ways ---------------------------------------------------------------------------------------

SEPARATE = Scenario(
    slug="don-le",
    bundle=DEATH_SEPARATE.key,
    text=text("Làm lần lượt, theo thời hạn riêng từng thủ tục", "One by one, by the limit of each procedure"),
    paces=ON_PAPER,
    assumptions=(*ALWAYS, CARRIED_AT_ONCE),
)
DECISION_296 = Scenario(
    slug="2024",
    bundle=DEATH_2024_07.key,
    text=text("Liên thông theo Quyết định 296/QĐ-VPCP (2024)", "Linked under Decision 296/QĐ-VPCP (2024)"),
    handover=WITHIN_TEN_MINUTES,
    paces=LINKED,
    assumptions=(*ALWAYS, SHARED_DAY),
)
DECREE_301 = Scenario(
    slug="2026",
    bundle=DEATH_2026_09.key,
    text=text("Liên thông theo Nghị định 301/2026", "Linked under Decree 301/2026"),
    handover=WITHIN_TEN_MINUTES,
    paces=LINKED,
    assumptions=ALWAYS,
)

# --- the family ---------------------------------------------------------------------------------------

# A pensioner died in hospital; the daughter files, arranges the funeral and wants the funeral allowance.
DEATH_STORY = Story(
    slug="tu",
    text=text("Người thân qua đời", "A relative has died"),
    heading=text(
        "Khi người thân qua đời: hai cách làm thủ tục", "After a death: two ways through the offices"
    ),
    lead=text(
        "Trước đây gia đình đi từng cơ quan, lần lượt từng nơi. Nay khai một lần, các cơ quan cùng làm.",
        "Families used to go from office to office, one after the other. Now they declare once and "
        "the offices "
        "work at the same time.",
    ),
    facts=(
        ("requester.full-name", "Lê Thị Mẫu"),
        ("requester.personal-id", "001175000021"),
        ("requester.relation", "child"),
        ("requester.phone", "0912345679"),
        ("wants.procedures", "three"),
        ("deceased.personal-id", "001048000022"),
        ("deceased.full-name", "Lê Văn Mẫu"),
        ("deceased.birth-date", "1948-02-03"),
        ("deceased.sex", "male"),
        ("deceased.ethnicity", "kinh"),
        ("deceased.nationality", "Việt Nam"),
        ("deceased.residence-commune", "00004"),
        ("deceased.residence-address", "Số 2, phường Ba Đình, Hà Nội"),
        ("deceased.household-head-name", "Lê Văn Mẫu"),
        ("deceased.status", "pensioner"),
        ("death.place", "Bệnh viện đa khoa, Hà Nội"),
        ("death.place-commune", "00004"),
        ("death.case", "facility"),
        ("death.notice-issuer", "Bệnh viện đa khoa, Hà Nội"),
        ("funeral.arranged-by", "requester"),
        ("funeral.paid-by", "bank"),
        ("funeral.bank-name", "Ngân hàng Mẫu"),
        ("funeral.bank-account", "0000000001"),
        ("result.copies", 0),
    ),
    dates=(("death.date", 2), ("death.notice-date", 2)),
    before=(SEPARATE,),
    after=(DECISION_296, DECREE_301),
)
