"""The signed notices that open a declaration before anybody asks for it (khởi tạo chủ động)."""

from workflows.language import Item
from workflows.questions import Copied, Invitation
from workflows.words import Kind, inferred, text

SIGNED_NOTICES = inferred(
    "63/2024/NĐ-CP Art. 5, 25",
    "Nghị định buộc cơ sở y tế gửi dữ liệu đã ký số trong 4 giờ làm việc; việc mở sẵn tờ khai và mời gia "
    "đình là cách làm của hệ thống này, không phải thủ tục do Nghị định đặt ra.",
    "The decree makes facilities send signed data within 4 working hours; that a form is opened and the "
    "family invited is this system's own way, no procedure of the decree.",
)
SEX = (("male", text("Nam", "Male")), ("female", text("Nữ", "Female")))

BIRTH_INVITATION = Invitation(
    notice="birth-notice",
    agency="hospital",
    text=text("Giấy chứng sinh", "Birth notice"),
    number="birth-notice.number",
    items=(
        Item(
            code="mother-id", kind=Kind.PERSONAL_ID, text=text("Số định danh của mẹ", "Mother's personal ID")
        ),
        Item(
            code="child-birth-moment",
            kind=Kind.MOMENT,
            text=text("Giờ, ngày sinh của em bé", "Hour and day of birth"),
        ),
        Item(code="child-sex", kind=Kind.CHOICE, text=text("Giới tính", "Sex"), options=SEX),
        Item(code="facility", kind=Kind.TEXT, text=text("Cơ sở y tế", "Health facility")),
    ),
    invites="mother-id",
    copies=(
        Copied(fact="mother.personal-id", item="mother-id"),
        Copied(fact="child.birth-date", item="child-birth-moment", part="day"),
        Copied(fact="child.sex", item="child-sex"),
    ),
    sets=(("requester.relation", "mother"),),
    letter=text(
        "Bệnh viện đã gửi giấy chứng sinh của em bé. Tờ khai đã điền sẵn; bạn chỉ còn trả lời những điều "
        "không nơi nào biết thay bạn.",
        "The hospital has sent your baby's birth notice. The form is filled in; only what nobody else knows "
        "is left for you to answer.",
    ),
    working_hours=4,  # rule 22: 63/2024/NĐ-CP Art. 25
    source=SIGNED_NOTICES,
)
# Whether the paper names a relative by personal ID was not found; the demonstration's notices do.
DEATH_INVITATION = Invitation(
    notice="death-notice",
    agency="hospital",
    text=text("Giấy báo tử", "Death notice"),
    number="death.notice-number",
    items=(
        Item(
            code="deceased-id",
            kind=Kind.PERSONAL_ID,
            text=text("Số định danh của người mất", "Personal ID of the deceased"),
        ),
        Item(code="death-moment", kind=Kind.MOMENT, text=text("Giờ, ngày mất", "Hour and day of death")),
        Item(code="place", kind=Kind.TEXT, text=text("Nơi mất", "Place of death")),
        Item(code="cause", kind=Kind.TEXT, text=text("Nguyên nhân", "Cause of death"), required=False),
        Item(code="issuer", kind=Kind.TEXT, text=text("Cơ quan cấp", "Issued by")),
        Item(code="issued-on", kind=Kind.DATE, text=text("Ngày cấp", "Issued on")),
        Item(
            code="relative-id",
            kind=Kind.PERSONAL_ID,
            text=text("Số định danh của thân nhân nhận giấy", "Personal ID of the relative who received it"),
            required=False,
        ),
    ),
    invites="relative-id",
    copies=(
        Copied(fact="deceased.personal-id", item="deceased-id"),
        Copied(fact="death.date", item="death-moment", part="day"),
        Copied(fact="death.hour", item="death-moment", part="hour"),
        Copied(fact="death.place", item="place"),
        Copied(fact="death.cause", item="cause"),
        Copied(fact="death.notice-issuer", item="issuer"),
        Copied(fact="death.notice-date", item="issued-on"),
    ),
    sets=(("death.case", "facility"),),
    letter=text(
        "Chúng tôi chia buồn cùng gia đình. Cơ sở y tế đã gửi giấy báo tử; tờ khai đã điền sẵn những điều đã "
        "biết. Gia đình khai tiếp khi thuận tiện.",
        "We are sorry for your loss. The health facility has sent the death notice; the form holds what is "
        "known already. Go on with it when you can.",
    ),
    working_hours=4,  # rule 22: 63/2024/NĐ-CP Art. 25
    source=SIGNED_NOTICES,
)
