"""The birth form, its first and last pages: you, the results."""

from workflows.conditions import equals
from workflows.declarations.birth_boxes import BIRTH_1, BIRTH_2, CARD_1, RESIDENCE_1, RESIDENCE_2
from workflows.questions import How, Option, Question, Section
from workflows.words import Kind, law, text

YOU = Section(
    code="you",
    slug="ban",
    text=text("Bạn là ai", "You"),
    lead=text(
        "Thông tin của bạn lấy từ tài khoản định danh, bạn chỉ cần kiểm tra.",
        "Your data come from your identity account; you only check them.",
    ),
    questions=(
        # rule 2
        Question(
            fact="requester.full-name",
            kind=Kind.NAME,
            text=text("Họ, chữ đệm, tên của bạn", "Your full name"),
            how=How.IDENTITY,
            feeds=(BIRTH_2, RESIDENCE_1, CARD_1),
        ),
        Question(
            fact="requester.personal-id",
            kind=Kind.PERSONAL_ID,
            text=text("Số định danh cá nhân của bạn", "Your personal ID"),
            how=How.IDENTITY,
            # in the birth declaration also the box for the identity paper
            feeds=(BIRTH_2, RESIDENCE_1, CARD_1),
        ),
        Question(
            fact="requester.birth-date",
            kind=Kind.DATE,
            text=text("Ngày sinh của bạn", "Your date of birth"),
            how=How.IDENTITY,
            required=False,
            fetched_by="requester.personal-id",
            record_item="birth-date",
        ),
        Question(
            fact="requester.address",
            kind=Kind.TEXT,
            text=text("Nơi cư trú của bạn", "Your residence"),
            how=How.IDENTITY,
            required=False,
            fetched_by="requester.personal-id",
            record_item="residence-address",
            feeds=(BIRTH_1, RESIDENCE_2, CARD_1),
        ),
        # rule 3
        Question(
            fact="requester.relation",
            kind=Kind.CHOICE,
            text=text("Bạn là gì của em bé?", "What are you to the child?"),
            options=(
                Option(value="mother", text=text("Mẹ", "Mother")),
                Option(value="father", text=text("Cha", "Father")),
                Option(
                    value="guardian",
                    text=text("Người giám hộ, người đại diện", "Guardian or representative"),
                ),
                Option(
                    value="relative",
                    text=text(
                        "Ông, bà, người thân thích, người đang nuôi dưỡng", "Grandparent, relative or carer"
                    ),
                    hint=text(
                        "Chỉ khi cha, mẹ không thể đi khai sinh.", "Only when the parents cannot register."
                    ),
                ),
            ),
            source=law("60/2014/QH13 Art. 15"),
            feeds=(BIRTH_1, RESIDENCE_1, CARD_1),
        ),
        Question(
            fact="requester.phone",
            kind=Kind.PHONE,
            text=text("Số điện thoại của bạn", "Your phone number"),
            hint=text("Để báo tin về hồ sơ.", "For news about your file."),
            feeds=(RESIDENCE_1, CARD_1),
        ),
    ),
)

RESULT = Section(
    code="result",
    slug="nhan",
    text=text("Nhận kết quả", "The results"),
    questions=(
        Question(
            fact="result.copies",
            kind=Kind.NUMBER,
            text=text("Số bản sao trích lục khai sinh cần cấp", "Number of copies of the birth extract"),
            hint=text(
                "Nhập 0 nếu không cần. Bản điện tử có giá trị như bản giấy.",
                "Enter 0 if you need none. The electronic certificate is as good as paper.",
            ),
            feeds=(BIRTH_1,),
        ),
        Question(
            fact="result.delivery",
            kind=Kind.CHOICE,
            text=text("Bạn nhận kết quả bằng cách nào?", "How do you want the results?"),
            options=(
                Option(value="electronic", text=text("Bản điện tử trên tài khoản", "Electronically")),
                Option(
                    value="counter", text=text("Bản giấy tại bộ phận một cửa", "On paper, at the counter")
                ),
                Option(value="post", text=text("Bản giấy qua bưu điện", "On paper, by post")),
            ),
            feeds=(BIRTH_1, RESIDENCE_1, CARD_1),
        ),
        Question(
            fact="result.post-address",
            kind=Kind.TEXT,
            text=text("Địa chỉ nhận qua bưu điện", "Address for the post"),
            when=equals("result.delivery", "post"),
        ),
    ),
)
