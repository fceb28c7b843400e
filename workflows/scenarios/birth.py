"""A child is born: what the family declares, and the ways in which the offices may deal with it."""

from workflows.bundles.birth import (
    BIRTH_2023_07,
    BIRTH_2024_07,
    BIRTH_2026_09,
    BIRTH_SEPARATE,
    BIRTH_SEPARATE_PUBLISHED,
)
from workflows.scenario import Assumption, Detour, Pace, Scenario, Stint, Story
from workflows.scenarios.assumed import ALWAYS, CARRIED_AT_ONCE, ROLL_OUT_HANDOVER, WITHIN_TEN_MINUTES
from workflows.words import law, text

# --- hands-on work, all of it assumed -------------------------------------------------------------

ON_PAPER = (
    Pace(
        member="birth-registration",
        stints=(
            Stint(
                days=0.4,
                text=text("Nhập tờ khai giấy, kiểm tra giấy tờ", "Type in the paper form, check it"),
            ),
            Stint(days=0.4, text=text("Đăng ký, ký giấy khai sinh", "Register and sign the certificate")),
        ),
    ),
    Pace(
        member="permanent-residence",
        stints=(
            Stint(days=0.5, text=text("Nhập lại dữ liệu", "Type the same data again")),
            Stint(days=1.0, text=text("Kiểm tra điều kiện về chỗ ở", "Check the conditions of the dwelling")),
            Stint(days=0.5, text=text("Duyệt, ghi thường trú", "Approve and enter the residence")),
        ),
    ),
    Pace(
        member="child-health-insurance",
        stints=(
            Stint(
                days=0.5,
                text=text("Nhập lại dữ liệu, lập danh sách", "Type it all again, make a list"),
            ),
            Stint(days=0.5, text=text("Duyệt, in và trả thẻ", "Approve, print and hand over the card")),
        ),
    ),
)
REGISTRATION = Pace(
    member="birth-registration",
    stints=(
        Stint(days=0.3, text=text("Kiểm tra tờ khai và dữ liệu", "Check the declaration and the data")),
        Stint(days=0.3, text=text("Đăng ký, ký số giấy khai sinh", "Register and sign electronically")),
    ),
)
RESIDENCE = Pace(
    member="permanent-residence",
    stints=(
        Stint(days=0.5, text=text("Kiểm tra điều kiện về chỗ ở", "Check the conditions of the dwelling")),
        Stint(days=0.3, text=text("Duyệt, ghi thường trú", "Approve and enter the residence")),
    ),
)
VERIFIED_RESIDENCE = Pace(
    member="permanent-residence",
    stints=(
        Stint(days=0.5, text=text("Kiểm tra điều kiện về chỗ ở", "Check the conditions of the dwelling")),
        Stint(days=1.0, text=text("Đến xác minh chỗ ở", "Go and verify the dwelling")),
        Stint(days=0.3, text=text("Duyệt, ghi thường trú", "Approve and enter the residence")),
    ),
)
HEALTH_CARD = Pace(
    member="child-health-insurance",
    stints=(
        Stint(days=0.3, text=text("Kiểm tra dữ liệu", "Check the data")),
        Stint(days=0.3, text=text("Duyệt, cấp thẻ điện tử", "Approve and issue the electronic card")),
    ),
)
IDENTITY_CARD = Pace(
    member="under-six-identity-card",
    stints=(
        Stint(days=0.3, text=text("Kiểm tra dữ liệu", "Check the data")),
        Stint(days=0.5, text=text("Duyệt, làm thẻ căn cước", "Approve and make the ID card")),
    ),
)
LINKED = (REGISTRATION, RESIDENCE, HEALTH_CARD, IDENTITY_CARD)
GROUP_LIMIT_BINDS = Assumption(
    text=text(
        "Thời hạn của cả nhóm được đếm tính cả ngày tiếp nhận, nên khi nó hết sớm hơn thời hạn riêng của một "
        "cơ quan thì cơ quan ấy phải xong theo thời hạn của cả nhóm.",
        "The limit of the whole group is counted with the day of receipt. Where it ends before an "
        "office's own "
        "limit, the office has to finish by that of the group.",
    ),
    source=law("63/2024/NĐ-CP Art. 7"),
)

# --- one office after the other -------------------------------------------------------------------

PUBLISHED = Scenario(
    slug="cong-bo",
    bundle=BIRTH_SEPARATE_PUBLISHED.key,
    text=text("Làm lần lượt, theo con số chương trình công bố", "One by one, by the published figure"),
    paces=ON_PAPER,
    assumptions=(*ALWAYS, CARRIED_AT_ONCE),
    illustrative=True,
)
SEPARATE = Scenario(
    slug="don-le",
    bundle=BIRTH_SEPARATE.key,
    text=text("Làm lần lượt, theo thời hạn riêng hiện nay", "One by one, by the separate limits of today"),
    paces=ON_PAPER,
    assumptions=(*ALWAYS, CARRIED_AT_ONCE),
)

# --- linked -----------------------------------------------------------------------------------------

ROLL_OUT = Scenario(
    slug="2023",
    bundle=BIRTH_2023_07.key,
    text=text("Liên thông, đợt triển khai tháng 7/2023", "Linked, in the roll-out of July 2023"),
    handover=ROLL_OUT_HANDOVER,
    paces=LINKED,
    assumptions=ALWAYS,
)
DECREE_63 = Scenario(
    slug="2024",
    bundle=BIRTH_2024_07.key,
    text=text("Liên thông theo Nghị định 63/2024", "Linked under Decree 63/2024"),
    handover=WITHIN_TEN_MINUTES,
    paces=LINKED,
    assumptions=ALWAYS,
)
DECREE_63_VERIFIED = Scenario(
    slug="2024-xac-minh",
    bundle=BIRTH_2024_07.key,
    text=text(
        "Liên thông theo Nghị định 63/2024, có xác minh chỗ ở",
        "Linked under Decree 63/2024, the dwelling is verified",
    ),
    handover=WITHIN_TEN_MINUTES,
    detours=(Detour(member="permanent-residence", step="start-verification"),),
    paces=(REGISTRATION, VERIFIED_RESIDENCE, HEALTH_CARD),
    assumptions=(*ALWAYS, GROUP_LIMIT_BINDS),
)
DECREE_301 = Scenario(
    slug="2026",
    bundle=BIRTH_2026_09.key,
    text=text("Liên thông theo Nghị định 301/2026", "Linked under Decree 301/2026"),
    handover=WITHIN_TEN_MINUTES,
    paces=LINKED,
    assumptions=ALWAYS,
)
DECREE_301_WITH_CARD = Scenario(
    slug="2026-can-cuoc",
    bundle=BIRTH_2026_09.key,
    text=text(
        "Liên thông theo Nghị định 301/2026, thêm thẻ căn cước cho em bé",
        "Linked under Decree 301/2026, with an ID card for the child",
    ),
    handover=WITHIN_TEN_MINUTES,
    facts=(("wants.identity-card", True),),
    paces=LINKED,
    assumptions=ALWAYS,
)

# --- the family ---------------------------------------------------------------------------------------

# Mother, father and child live together, the father heads the household, the hospital sent its notice.
BIRTH_STORY = Story(
    slug="sinh",
    text=text("Sinh con", "A child is born"),
    heading=text("Cùng một em bé, hai cách làm thủ tục", "One baby, two ways through the offices"),
    lead=text(
        "Trước đây gia đình đi từng cơ quan, lần lượt từng nơi. Nay khai một lần, các cơ quan cùng làm.",
        "Families used to go from office to office, one after the other. Now they declare once and "
        "the offices "
        "work at the same time.",
    ),
    facts=(
        ("requester.full-name", "Nguyễn Thị Mẫu"),
        ("requester.personal-id", "001195000011"),
        ("requester.relation", "mother"),
        ("requester.phone", "0912345678"),
        ("child.case", "both-parents"),
        ("mother.personal-id", "001195000011"),
        ("mother.full-name", "Nguyễn Thị Mẫu"),
        ("mother.birth-date", "1995-03-08"),
        ("mother.ethnicity", "kinh"),
        ("mother.nationality", "Việt Nam"),
        ("mother.residence-commune", "00004"),
        ("mother.residence-address", "Số 1, phường Ba Đình, Hà Nội"),
        ("father.personal-id", "001093000012"),
        ("father.full-name", "Trần Văn Mẫu"),
        ("father.birth-date", "1993-05-19"),
        ("father.ethnicity", "kinh"),
        ("father.nationality", "Việt Nam"),
        ("father.residence-commune", "00004"),
        ("father.residence-address", "Số 1, phường Ba Đình, Hà Nội"),
        ("child.home-place", "Phường Ba Đình, Hà Nội"),
        ("child.full-name", "Trần Nguyễn Mẫu"),
        ("child.sex", "female"),
        ("child.multiple-birth", False),
        ("child.birth-evidence", "notice"),
        ("child.birth-place", "Bệnh viện Phụ sản, Hà Nội"),
        ("birth-notice.number", "01001.GCS.00001.26"),
        ("birth-notice.mother-id", "001195000011"),
        ("birth-notice.sex", "female"),
        ("residence.with", "mother"),
        ("residence.commune-at-mother", "00004"),
        ("residence.address-at-mother", "Số 1, phường Ba Đình, Hà Nội"),
        ("householder.id-at-mother", "001093000012"),
        ("householder.name-at-mother", "Trần Văn Mẫu"),
        ("card.facility", "tyt-00004"),
        ("wants.identity-card", False),
        ("result.copies", 0),
        ("result.delivery", "electronic"),
    ),
    dates=(("child.birth-date", 5),),
    before=(PUBLISHED, SEPARATE),
    after=(ROLL_OUT, DECREE_63, DECREE_63_VERIFIED, DECREE_301, DECREE_301_WITH_CARD),
)
