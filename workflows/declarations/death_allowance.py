"""The death form, the pages about the funeral allowance: who was the deceased, who is paid."""

from workflows.conditions import all_of, equals, is_true, one_of
from workflows.declarations.death_boxes import INSURANCE_1, PAYERS, PROTECTION_1, SURVIVOR_1
from workflows.questions import How, Option, Question, Section
from workflows.words import Kind, law, secondary, text

# Social insurance pays for these (pensioner, contributions in reserve, voluntary participant).
INSURED = one_of("deceased.status", "pensioner", "reserved", "voluntary")

ALLOWANCE = Section(
    code="allowance",
    slug="tro-cap",
    text=text("Người mất thuộc diện nào", "To which group the deceased belonged"),
    when=is_true("wants.funeral"),
    questions=(
        # rules 68-70, 76, 77, 81
        Question(
            fact="deceased.status",
            kind=Kind.CHOICE,
            text=text("Khi mất, người mất thuộc diện nào?", "To which group did the deceased belong?"),
            hint=text(
                "Điều này quyết định cơ quan nào trả mai táng phí. Thuộc nhiều diện thì chỉ nhận một khoản, "
                "mức cao nhất: hãy chọn diện đó.",
                "This decides who pays the funeral allowance. Out of several groups only one allowance is "
                "paid, the highest: choose that one.",
            ),
            options=(
                Option(
                    value="pensioner",
                    text=text(
                        "Hưởng lương hưu hoặc trợ cấp bảo hiểm xã hội hằng tháng",
                        "Drew a pension or a monthly social-insurance benefit",
                    ),
                ),
                Option(
                    value="reserved",
                    text=text(
                        "Bảo lưu thời gian đóng bảo hiểm xã hội",
                        "Had contribution time to social insurance in reserve",
                    ),
                ),
                Option(
                    value="voluntary",
                    text=text(
                        "Đóng bảo hiểm xã hội tự nguyện", "Paid into social insurance of his or her own will"
                    ),
                ),
                Option(
                    value="employed",
                    text=text(
                        "Đang đi làm, đóng bảo hiểm xã hội bắt buộc",
                        "Was employed under compulsory social insurance",
                    ),
                    hint=text(
                        "Trợ cấp làm qua nơi làm việc, không qua tờ khai này.",
                        "The employer files for the benefits, not this form.",
                    ),
                ),
                Option(
                    value="social-protection",
                    text=text(
                        "Hưởng trợ cấp xã hội hoặc trợ cấp hưu trí xã hội hằng tháng",
                        "Drew social assistance or the social pension every month",
                    ),
                    hint=text(
                        "Kể cả đã nộp đơn hưu trí xã hội mà mất trước khi có quyết định.",
                        "Also who had applied for the social pension and died before the decision.",
                    ),
                ),
                Option(
                    value="survivor-80",
                    text=text(
                        "Từ đủ 80 tuổi và hưởng trợ cấp tuất hằng tháng",
                        "Was 80 or older and drew a monthly survivor benefit",
                    ),
                ),
                Option(value="merit", text=text("Người có công với cách mạng", "Was a person with merit")),
                Option(value="none", text=text("Không thuộc diện nào", "Belonged to none of these")),
            ),
            feeds=(INSURANCE_1, PROTECTION_1, SURVIVOR_1),
            source=secondary("1449/QĐ-BHXH; 176/2025/NĐ-CP Art. 5"),
        ),
        # rule 71; the insurer holds the exact months and decides by its own data
        Question(
            fact="deceased.months-compulsory",
            kind=Kind.NUMBER,
            text=text(
                "Số tháng đã đóng bảo hiểm xã hội bắt buộc", "Months paid into compulsory social insurance"
            ),
            hint=text("Để trống nếu không rõ.", "Leave empty if unknown."),
            required=False,
            when=one_of("deceased.status", "reserved", "voluntary"),
            feeds=(INSURANCE_1, SURVIVOR_1),
        ),
        Question(
            fact="deceased.months-voluntary",
            kind=Kind.NUMBER,
            text=text(
                "Số tháng đã đóng bảo hiểm xã hội tự nguyện", "Months paid into voluntary social insurance"
            ),
            hint=text("Để trống nếu không rõ.", "Leave empty if unknown."),
            required=False,
            when=one_of("deceased.status", "reserved", "voluntary"),
            feeds=(INSURANCE_1, SURVIVOR_1),
        ),
    ),
)

# rule 72
PAYEE = Section(
    code="payee",
    slug="nguoi-lo-tang",
    text=text("Người lo tang và nơi nhận tiền", "Who arranged the funeral, and where the money goes"),
    when=all_of(
        is_true("wants.funeral"),
        one_of(
            "deceased.status",
            "pensioner",
            "reserved",
            "voluntary",
            "social-protection",
            "survivor-80",
            "merit",
        ),
    ),
    questions=(
        Question(
            fact="funeral.arranged-by",
            kind=Kind.CHOICE,
            text=text("Ai lo việc mai táng?", "Who arranged the funeral?"),
            hint=text(
                "Mai táng phí trả cho người hoặc tổ chức lo việc mai táng. Khi Tòa án tuyên bố là đã chết, "
                "tiền trả cho thân nhân.",
                "The allowance goes to the person or organisation that arranged the funeral. After a court "
                "declaration it goes to the relatives.",
            ),
            options=(
                Option(value="requester", text=text("Tôi", "I did")),
                Option(value="other", text=text("Một người khác", "Another person")),
                Option(
                    value="organisation",
                    text=text("Một cơ quan, tổ chức mà tôi đại diện", "An organisation that I stand for"),
                ),
            ),
            feeds=(INSURANCE_1, PROTECTION_1),
            source=law("41/2024/QH15 Art. 85"),
        ),
        Question(
            fact="funeral.other-payee-id",
            kind=Kind.PERSONAL_ID,
            text=text("Số định danh của người lo tang", "ID number of who arranged the funeral"),
            when=equals("funeral.arranged-by", "other"),
            feeds=(INSURANCE_1, PROTECTION_1),
        ),
        Question(
            fact="funeral.other-payee-name",
            kind=Kind.NAME,
            text=text("Họ tên người lo tang", "Name of who arranged the funeral"),
            how=How.REGISTER,
            when=equals("funeral.arranged-by", "other"),
            fetched_by="funeral.other-payee-id",
            record_item="full-name",
            feeds=(INSURANCE_1, PROTECTION_1),
        ),
        Question(
            fact="funeral.organisation-name",
            kind=Kind.TEXT,
            text=text("Tên cơ quan, tổ chức lo tang", "Name of the organisation"),
            when=equals("funeral.arranged-by", "organisation"),
            feeds=(INSURANCE_1, PROTECTION_1),
        ),
        Question(
            fact="funeral.paid-by",
            kind=Kind.CHOICE,
            text=text("Nhận tiền bằng cách nào?", "How is the money to be paid?"),
            options=(
                Option(value="bank", text=text("Chuyển khoản", "To a bank account")),
                Option(value="cash", text=text("Tiền mặt tại nơi chi trả", "In cash at the pay office")),
            ),
            feeds=PAYERS,
        ),
        Question(
            fact="funeral.bank-name",
            kind=Kind.TEXT,
            text=text("Ngân hàng", "Bank"),
            when=equals("funeral.paid-by", "bank"),
            feeds=PAYERS,
        ),
        Question(
            fact="funeral.bank-account",
            kind=Kind.TEXT,
            text=text("Số tài khoản", "Account number"),
            when=equals("funeral.paid-by", "bank"),
            feeds=PAYERS,
        ),
    ),
)
