"""The separate forms (tờ khai riêng) behind the birth declaration, and how well each is known.

Nobody here read the forms in force. What fills which of them is our reading of their layouts
(`birth_boxes.py`); the names are those that the sources give.
"""

from workflows.conditions import is_true
from workflows.questions import Again, SeparateForm
from workflows.words import inferred, text, unknown

# rules 1, 41, 51: what tells, before signing in, whether and how the group applies
SUITABILITY = ("child.birth-date", "residence.with", "card.issued-before")

BIRTH_FORM = SeparateForm(
    procedure="birth-registration",
    text=text("Tờ khai đăng ký khai sinh", "Birth registration form"),
    source=inferred(
        "04/2024/TT-BTP",
        "Chưa đọc được mẫu hiện hành; tên và thứ tự các ô theo tờ khai điện tử.",
        "The form in force was not read; names and order of the boxes are those of the electronic form.",
    ),
)
RESIDENCE_FORM = SeparateForm(
    procedure="permanent-residence",
    text=text(
        "Tờ khai thay đổi thông tin cư trú (CT01)", "Form CT01: declaration of a change of residence data"
    ),
    source=inferred(
        "66/2023/TT-BCA; 53/2025/TT-BCA; 116/2026/TT-BCA",
        "Số hiệu mẫu theo Thông tư 116/2026 chưa rõ; tên và thứ tự các ô theo tờ khai điện tử.",
        "The number of the form under Circular 116/2026 is not known; names and order are the electronic "
        "form's.",
    ),
)
INSURANCE_FORM = SeparateForm(
    procedure="child-health-insurance",
    text=text(
        "Tờ khai tham gia, điều chỉnh thông tin bảo hiểm (TK1-TS)", "Form TK1-TS: insurance particulars"
    ),
    source=inferred(
        "1351/QĐ-BHXH; 1666/QĐ-BHXH",
        "Chưa đọc được mẫu hiện hành; tên và thứ tự các ô theo tờ khai điện tử.",
        "The form in force was not read; names and order of the boxes are those of the electronic form.",
    ),
)
IDENTITY_CARD_FORM = SeparateForm(
    procedure="under-six-identity-card",
    text=text("Đề nghị cấp thẻ căn cước cho trẻ em dưới 6 tuổi", "Application for the child's ID card"),
    source=unknown(
        "301/2026/NĐ-CP",
        "Chưa biết mẫu có những ô nào; ở đây chỉ ghi dữ liệu mà thủ tục cần.",
        "Which boxes the form has is not known; only the data that the procedure needs stand here.",
    ),
)
FORMS = (BIRTH_FORM, RESIDENCE_FORM, INSURANCE_FORM)
FORMS_2026_09 = (*FORMS, IDENTITY_CARD_FORM)

# rule 15: each child has a declaration of its own, and the parents answer once
ANOTHER_CHILD = Again(
    when=is_true("child.multiple-birth"),
    own=("child.full-name", "child.sex", "birth-notice.number"),
    text=text("Khai tiếp cho em bé sinh đôi, sinh ba", "Declare the next child of this birth"),
)
ANOTHER_CHILD_BEFORE_NOTICES = ANOTHER_CHILD.model_copy(update={"own": ("child.full-name", "child.sex")})
