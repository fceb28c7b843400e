"""The death form, the pages about the death and the papers that prove it."""

from workflows.declarations.death_boxes import DEATH_1, INSURANCE_1, PAYERS, PROTECTION_1, REMOVAL_1
from workflows.questions import Option, Question, Section
from workflows.words import Kind, secondary, text

EVENT = Section(
    code="event",
    slug="qua-doi",
    text=text("Ngày mất và nơi mất", "Time and place of death"),
    questions=(
        Question(
            fact="death.date",
            kind=Kind.DATE,
            text=text("Ngày mất", "Day of death"),
            hint=text(
                "Theo giấy báo tử. Khi Tòa án tuyên bố, ghi ngày nêu trong quyết định.",
                "As in the death notice. After a court declaration, the day that the decision names.",
            ),
            not_future=True,
            feeds=(DEATH_1, REMOVAL_1, *PAYERS),
        ),
        Question(
            fact="death.hour",
            kind=Kind.TEXT,
            text=text("Giờ, phút mất", "Hour and minute of death"),
            hint=text(
                "Ví dụ: 14 giờ 30 phút. Để trống nếu không biết.",
                "For example 14:30. Leave empty if unknown.",
            ),
            required=False,
            feeds=(DEATH_1,),
        ),
        Question(
            fact="death.place",
            kind=Kind.TEXT,
            text=text("Nơi mất", "Place of death"),
            hint=text(
                "Tên cơ sở y tế, hoặc địa chỉ nơi mất.", "Name of the health facility, or the address."
            ),
            feeds=(DEATH_1, INSURANCE_1),
        ),
        Question(
            fact="death.place-commune",
            kind=Kind.COMMUNE,
            text=text("Xã, phường nơi mất", "Commune of the place of death"),
            hint=text(
                "Nơi phát hiện thi thể, nếu không rõ nơi mất.",
                "Where the body was found, if the place of death is not known.",
            ),
            options_from="communes",
            feeds=(DEATH_1,),
        ),
        Question(
            fact="death.cause",
            kind=Kind.TEXT,
            text=text("Nguyên nhân", "Cause of death"),
            hint=text(
                "Ghi như trong giấy báo tử. Để trống nếu giấy không nêu.",
                "As in the death notice. Leave empty if the notice does not say.",
            ),
            required=False,
            feeds=(DEATH_1, PROTECTION_1),
        ),
    ),
)

PAPERS = Section(
    code="papers",
    slug="giay-to",
    text=text("Giấy tờ chứng minh", "Papers that prove it"),
    questions=(
        # rules 61-63
        Question(
            fact="death.case",
            kind=Kind.CHOICE,
            text=text("Trường hợp nào đúng với người mất?", "Which case applies?"),
            options=(
                Option(
                    value="facility",
                    text=text("Mất tại cơ sở khám bệnh, chữa bệnh", "Died in a health facility"),
                    hint=text("Cơ sở y tế cấp giấy báo tử.", "The facility issues the death notice."),
                ),
                Option(
                    value="elsewhere",
                    text=text("Mất tại nhà hoặc nơi khác", "Died at home or elsewhere"),
                    hint=text(
                        "Ủy ban nhân dân cấp xã cấp giấy báo tử.", "The commune issues the death notice."
                    ),
                ),
                Option(
                    value="accident",
                    text=text(
                        "Mất do tai nạn, đột ngột hoặc có nghi vấn", "Died by accident, suddenly or in doubt"
                    ),
                    hint=text(
                        "Cần văn bản của công an hoặc kết quả giám định pháp y.",
                        "A paper of the police or a forensic finding is needed.",
                    ),
                ),
                Option(
                    value="court",
                    text=text("Tòa án tuyên bố là đã chết", "A court declared the death"),
                    hint=text(
                        "Quyết định của Tòa án thay giấy báo tử.", "The court decision replaces the notice."
                    ),
                ),
            ),
            feeds=(DEATH_1,),
            source=secondary("123/2015/NĐ-CP Art. 4"),
        ),
        Question(
            fact="death.notice-number",
            kind=Kind.TEXT,
            text=text("Số giấy báo tử hoặc văn bản thay thế", "Number of the death notice or other paper"),
            required=False,
            feeds=(DEATH_1,),
        ),
        Question(
            fact="death.notice-issuer",
            kind=Kind.TEXT,
            text=text("Cơ quan cấp", "Issued by"),
            feeds=(DEATH_1,),
        ),
        Question(
            fact="death.notice-date",
            kind=Kind.DATE,
            text=text("Ngày cấp", "Issued on"),
            not_future=True,
            feeds=(DEATH_1,),
        ),
    ),
)
