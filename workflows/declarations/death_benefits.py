"""The pages of the death form that ask about the funeral allowance and the survivor benefit.

The weights in `feeds` are our own reading of the layouts of the separate forms, as in the rest of the form.
"""

from workflows.conditions import all_of, equals, is_true, one_of
from workflows.language import Kind
from workflows.questions import Feed, How, Option, Question, Section
from workflows.words import inferred, law, secondary, text

DEATH_1 = Feed(procedure="death-registration", boxes=1)
REMOVAL_1 = Feed(procedure="residence-removal", boxes=1)
REMOVAL_2 = Feed(procedure="residence-removal", boxes=2)
INSURANCE_1 = Feed(procedure="funeral-allowance-insurance", boxes=1)
PROTECTION_1 = Feed(procedure="funeral-allowance-protection", boxes=1)
SURVIVOR_1 = Feed(procedure="survivor-benefit", boxes=1)
PAYERS = (INSURANCE_1, PROTECTION_1, SURVIVOR_1)

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

SURVIVORS = Section(
    code="survivors",
    slug="tu-tuat",
    text=text("Thân nhân hưởng tuất", "The relatives who survive"),
    when=all_of(
        is_true("wants.survivor"), one_of("deceased.status", "pensioner", "reserved", "voluntary", "merit")
    ),
    questions=(
        Question(
            fact="survivor.kind",
            kind=Kind.CHOICE,
            text=text(
                "Thân nhân nhận trợ cấp tuất thế nào?", "How do the relatives take the survivor benefit?"
            ),
            when=INSURED,
            options=(
                Option(
                    value="lump-sum",
                    text=text("Một lần", "As one sum"),
                    hint=text(
                        "Các thân nhân thống nhất cử bạn đại diện nhận, xác nhận trên VNeID trong 5 ngày "
                        "làm việc. Thời gian này không tính vào hạn giải quyết.",
                        "The relatives agree that you receive it for all, on VNeID within 5 working days. "
                        "This time is not counted.",
                    ),
                ),
                Option(
                    value="monthly",
                    text=text("Hằng tháng", "Every month"),
                    hint=text("Chỉ dành cho thân nhân đủ điều kiện.", "Only for eligible relatives."),
                ),
            ),
            feeds=(SURVIVOR_1,),
            source=secondary("1449/QĐ-BHXH"),
        ),
        Question(
            fact="survivor.form-09",
            kind=Kind.YES_NO,
            text=text(
                "Có thân nhân không xác nhận được trên VNeID và đã lập Mẫu số 09-HSB không?",
                "Is there a relative who cannot confirm on VNeID, so that Form 09-HSB was made?",
            ),
            hint=text(
                "Nếu có, bạn đính kèm bản chụp Mẫu số 09-HSB và không phải chờ xác nhận.",
                "If so, you attach a copy of Form 09-HSB and nobody waits for the confirmations.",
            ),
            when=equals("survivor.kind", "lump-sum"),
            source=secondary("1449/QĐ-BHXH"),
        ),
        # rule 74
        Question(
            fact="survivor.basis",
            kind=Kind.CHOICE,
            text=text(
                "Thân nhân nào đủ điều kiện hưởng hằng tháng?", "Which relative is eligible every month?"
            ),
            when=equals("survivor.kind", "monthly"),
            options=(
                Option(
                    value="child",
                    text=text(
                        "Con dưới 18 tuổi, kể cả con chưa sinh", "A child under 18, also one not yet born"
                    ),
                ),
                Option(
                    value="disabled",
                    text=text(
                        "Thân nhân suy giảm khả năng lao động từ 81% trở lên",
                        "A relative who lost 81% or more of the capacity to work",
                    ),
                ),
                Option(
                    value="aged",
                    text=text("Thân nhân đến tuổi luật định", "A relative of the age that the law sets"),
                ),
                Option(value="none", text=text("Không có ai", "Nobody")),
            ),
            feeds=(SURVIVOR_1,),
            source=secondary("41/2024/QH15 Art. 86"),
        ),
        # rule 75
        Question(
            fact="survivor.relative-with-income",
            kind=Kind.YES_NO,
            text=text(
                "Thân nhân này đang đi làm, có thu nhập từ mức tham chiếu trở lên không?",
                "Does this relative work and earn the reference level or more?",
            ),
            when=equals("survivor.kind", "monthly"),
            feeds=(SURVIVOR_1,),
            source=secondary("41/2024/QH15 Art. 86"),
        ),
        Question(
            fact="survivor.relatives",
            kind=Kind.PEOPLE,
            text=text("Các thân nhân của người mất, ngoài bạn", "The relatives of the deceased besides you"),
            hint=text(
                "Vợ hoặc chồng, con, cha, mẹ của người mất và người mà người mất phải nuôi dưỡng.",
                "Wife or husband, children, parents of the deceased, and whom the deceased had to support.",
            ),
            options=(
                Option(value="spouse", text=text("Vợ hoặc chồng", "Wife or husband")),
                Option(value="child", text=text("Con", "Child")),
                Option(value="parent", text=text("Cha hoặc mẹ", "Father or mother")),
                Option(value="relative", text=text("Người thân khác", "Another relative")),
            ),
            feeds=(SURVIVOR_1,),
            source=inferred(
                "296/QĐ-VPCP",
                "Danh sách thân nhân của Mẫu số 02 có ít nhất 11 cột; chưa đọc được đủ các cột.",
                "The list of relatives in Form 02 has at least 11 columns; not all could be read.",
            ),
        ),
    ),
)
