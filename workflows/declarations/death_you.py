"""The death form, its first and last pages: the choice of procedures, you, the results."""

from workflows.conditions import at_least, equals
from workflows.declarations.death_boxes import DEATH_1, PAYERS, PROTECTION_1, REMOVAL_1
from workflows.questions import How, Option, Question, Section
from workflows.words import Kind, law, text

CHOICE = Section(
    code="choice",
    slug="chon",
    text=text("Những việc cần làm", "What is to be done"),
    lead=text(
        "Chúng tôi chia buồn cùng gia đình. Bạn chọn những thủ tục muốn làm cùng lúc; tờ khai chỉ hỏi những "
        "điều cần cho lựa chọn này.",
        "We are sorry for your loss. Choose the procedures to be done together; the form asks only what "
        "your choice needs.",
    ),
    questions=(
        # rule 64
        Question(
            fact="wants.procedures",
            kind=Kind.CHOICE,
            text=text("Bạn muốn làm những thủ tục nào?", "Which procedures do you want?"),
            options=(
                Option(
                    value="two",
                    text=text(
                        "2 thủ tục: khai tử, xóa đăng ký thường trú",
                        "2 procedures: death registration, removal of residence",
                    ),
                    hint=text(
                        "Chọn khi người mất không thuộc diện được trợ cấp, hoặc trợ cấp do nơi làm việc của "
                        "người mất lo. Tờ khai không hỏi gì về trợ cấp.",
                        "Choose this when the deceased gives no right to a benefit, or the employer of the "
                        "deceased sees to it. Nothing about benefits is asked.",
                    ),
                ),
                Option(
                    value="three",
                    text=text(
                        "3 thủ tục: khai tử, xóa đăng ký thường trú, mai táng phí",
                        "3 procedures: death registration, removal of residence, funeral allowance",
                    ),
                    hint=text(
                        "Thêm tiền mai táng trả cho người lo tang. Bạn cần biết người mất thuộc diện nào và "
                        "số tài khoản nhận tiền.",
                        "Adds the funeral allowance for who arranged the funeral. You need to know to which "
                        "group the deceased belonged, and an account for the money.",
                    ),
                ),
                Option(
                    value="four",
                    text=text(
                        "4 thủ tục: khai tử, xóa đăng ký thường trú, mai táng phí, tử tuất",
                        "4 procedures: death registration, removal of residence, funeral allowance, "
                        "survivor benefit",
                    ),
                    hint=text(
                        "Thêm trợ cấp tuất cho thân nhân. Bạn cần số định danh của các thân nhân; nhận một "
                        "lần thì mỗi người xác nhận trên VNeID.",
                        "Adds the survivor benefit. You need the ID numbers of the relatives; for a lump "
                        "sum each of them confirms on VNeID.",
                    ),
                ),
            ),
            source=law("296/QĐ-VPCP"),
        ),
    ),
)

YOU = Section(
    code="requester",
    slug="ban",
    text=text("Bạn", "You"),
    questions=(
        Question(
            fact="requester.full-name",
            kind=Kind.NAME,
            text=text("Họ tên của bạn", "Your name"),
            how=How.IDENTITY,
            feeds=(DEATH_1, REMOVAL_1, *PAYERS),
        ),
        Question(
            fact="requester.personal-id",
            kind=Kind.PERSONAL_ID,
            text=text("Số định danh cá nhân của bạn", "Your personal ID number"),
            how=How.IDENTITY,
            feeds=(DEATH_1, REMOVAL_1, *PAYERS),
        ),
        Question(
            fact="requester.birth-date",
            kind=Kind.DATE,
            text=text("Ngày sinh của bạn", "Your date of birth"),
            how=How.IDENTITY,
            required=False,
            fetched_by="requester.personal-id",
            record_item="birth-date",
            feeds=(REMOVAL_1, PROTECTION_1),
        ),
        Question(
            fact="requester.address",
            kind=Kind.TEXT,
            text=text("Nơi ở của bạn", "Your address"),
            how=How.IDENTITY,
            required=False,
            fetched_by="requester.personal-id",
            record_item="residence-address",
            feeds=(DEATH_1, *PAYERS),
        ),
        # rule 60
        Question(
            fact="requester.relation",
            kind=Kind.CHOICE,
            text=text("Bạn là gì của người mất?", "Who are you to the deceased?"),
            options=(
                Option(value="spouse", text=text("Vợ hoặc chồng", "Wife or husband")),
                Option(value="child", text=text("Con", "Child")),
                Option(value="parent", text=text("Cha hoặc mẹ", "Father or mother")),
                Option(value="relative", text=text("Người thân thích khác", "Another relative")),
                Option(
                    value="organisation",
                    text=text(
                        "Đại diện cơ quan, tổ chức có trách nhiệm", "For an organisation that is responsible"
                    ),
                    hint=text(
                        "Khi người mất không có người thân thích.", "When the deceased left no relatives."
                    ),
                ),
            ),
            feeds=(DEATH_1, REMOVAL_1, *PAYERS),
            source=law("60/2014/QH13 Art. 33"),
        ),
        Question(
            fact="requester.phone",
            kind=Kind.PHONE,
            text=text("Số điện thoại của bạn", "Your phone number"),
            feeds=(REMOVAL_1, *PAYERS),
        ),
    ),
)

RESULT = Section(
    code="result",
    slug="nhan",
    text=text("Nhận kết quả", "How you get the results"),
    lead=text(
        "Bản điện tử được gửi về tài khoản của bạn và có giá trị như bản giấy.",
        "The electronic results go to your account and are worth the same as paper.",
    ),
    questions=(
        Question(
            fact="result.copies",
            kind=Kind.NUMBER,
            text=text("Số bản sao trích lục khai tử bằng giấy", "Paper copies of the death extract"),
            hint=text("Ghi 0 nếu không cần bản giấy.", "Enter 0 if you need none."),
            feeds=(DEATH_1,),
        ),
        Question(
            fact="result.delivery",
            kind=Kind.CHOICE,
            text=text("Nhận bản giấy ở đâu?", "Where do you get the paper?"),
            when=at_least("result.copies", 1),
            options=(
                Option(value="counter", text=text("Tại nơi đăng ký", "At the office that registers")),
                Option(value="post", text=text("Qua bưu chính", "By post")),
            ),
            feeds=(DEATH_1, REMOVAL_1),
        ),
        Question(
            fact="result.post-address",
            kind=Kind.TEXT,
            text=text("Địa chỉ nhận qua bưu chính", "Postal address"),
            when=equals("result.delivery", "post"),
            feeds=(DEATH_1,),
        ),
    ),
)
