"""The separate forms (tờ khai riêng) behind the declaration after a death, and how well each is known."""

from workflows.questions import SeparateForm
from workflows.words import inferred, secondary, text, unknown

# rules 60, 61, 68-70: what tells, before signing in, which procedures and papers apply
SUITABILITY = ("requester.relation", "deceased.status", "death.case")

DEATH_FORM = SeparateForm(
    procedure="death-registration",
    text=text("Tờ khai đăng ký khai tử", "Death registration form"),
    source=inferred(
        "04/2024/TT-BTP",
        "Chưa đọc được mẫu hiện hành; tên và thứ tự các ô theo tờ khai điện tử.",
        "The form in force was not read; names and order of the boxes are those of the electronic form.",
    ),
)
REMOVAL_FORM = SeparateForm(
    procedure="residence-removal",
    text=text(
        "Tờ khai thay đổi thông tin cư trú (CT01)", "Form CT01: declaration of a change of residence data"
    ),
    source=inferred(
        "66/2023/TT-BCA; 53/2025/TT-BCA; 58/2026/NĐ-CP Art. 4(6)",
        "Từ 15/03/2026 việc xóa theo dữ liệu, không cần tờ khai; ở đây ghi những gì Công an nhận được.",
        "Since 15/03/2026 the removal follows from the data without a form; here is what the police get.",
    ),
)
INSURANCE_FORM = SeparateForm(
    procedure="funeral-allowance-insurance",
    text=text(
        "Tờ khai hưởng trợ cấp mai táng của bảo hiểm xã hội",
        "Claim for the funeral allowance of social insurance",
    ),
    source=unknown(
        "1449/QĐ-BHXH",
        "Chưa biết tên và các ô của mẫu; ở đây chỉ ghi dữ liệu mà thủ tục cần.",
        "Name and boxes of the form are not known; only the data that the procedure needs stand here.",
    ),
)
PROTECTION_FORM = SeparateForm(
    procedure="funeral-allowance-protection",
    text=text("Tờ khai đề nghị hỗ trợ chi phí mai táng", "Claim for the funeral support"),
    source=unknown(
        "20/2021/NĐ-CP; 176/2025/NĐ-CP Art. 5",
        "Chưa đọc được mẫu hiện hành; ở đây chỉ ghi dữ liệu mà thủ tục cần.",
        "The form in force was not read; only the data that the procedure needs stand here.",
    ),
)
SURVIVOR_FORM = SeparateForm(
    procedure="survivor-benefit",
    text=text(
        "Tờ khai của thân nhân, danh sách thân nhân (Mẫu số 09-HSB)",
        "The relatives' declaration and list (Form 09-HSB)",
    ),
    source=secondary(
        "1449/QĐ-BHXH",
        "Danh sách thân nhân có ít nhất 11 cột; mới biết cột 11 là ý kiến đồng ý.",
        "The list of relatives has at least 11 columns; only the 11th, the agreement, is known.",
    ),
)
FORMS = (DEATH_FORM, REMOVAL_FORM, INSURANCE_FORM, PROTECTION_FORM, SURVIVOR_FORM)
