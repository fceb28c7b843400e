"""Death registration: the papers it rests on, the extract it issues, what it costs."""

from workflows.charges import Exemption, Fee
from workflows.conditions import at_least, below, equals
from workflows.language import Evidence, Output, OutputItem
from workflows.procedures.civil_status_fees import LOCAL_FEE, ZERO_FEE_RESOLUTIONS
from workflows.words import Kind, law, secondary, text

EVIDENCE = (
    # rule 61
    Evidence(
        code="facility-death-notice",
        text=text("Giấy báo tử của cơ sở khám bệnh, chữa bệnh", "Death notice of the health facility"),
        when=equals("death.case", "facility"),
        source=secondary("123/2015/NĐ-CP Art. 4"),
        comes="attached",
    ),
    # rule 63
    Evidence(
        code="court-decision",
        text=text(
            "Quyết định có hiệu lực của Tòa án tuyên bố là đã chết",
            "Court decision in force declaring the death",
        ),
        when=equals("death.case", "court"),
        source=secondary("123/2015/NĐ-CP Art. 4"),
        comes="attached",
    ),
    # rule 62
    Evidence(
        code="police-or-forensic-paper",
        text=text(
            "Văn bản của cơ quan công an hoặc kết quả giám định của cơ quan giám định pháp y",
            "Paper of the police, or finding of the forensic institute",
        ),
        when=equals("death.case", "accident"),
        source=secondary("123/2015/NĐ-CP Art. 4"),
        comes="attached",
    ),
    Evidence(
        code="commune-death-notice",
        text=text("Giấy báo tử của Ủy ban nhân dân cấp xã", "Death notice of the commune"),
        when=equals("death.case", "elsewhere"),
        source=secondary("123/2015/NĐ-CP Art. 4"),
        comes="attached",
    ),
)

DEATH_EXTRACT = Output(
    code="death-extract",
    text=text("Trích lục khai tử", "Extract of the death register"),
    items=(
        OutputItem(code="number", kind=Kind.TEXT, text=text("Số", "Number"), fact="register-number"),
        OutputItem(code="book", kind=Kind.TEXT, text=text("Quyển số", "Book"), fact="register-book"),
        OutputItem(
            code="registered-on",
            kind=Kind.DATE,
            text=text("Ngày đăng ký", "Day of registration"),
            fact="registered-on",
        ),
        OutputItem(
            code="full-name",
            kind=Kind.NAME,
            text=text("Họ tên người mất", "Name of the deceased"),
            fact="deceased.full-name",
        ),
        OutputItem(
            code="personal-id",
            kind=Kind.PERSONAL_ID,
            text=text("Số định danh của người mất", "Personal ID of the deceased"),
            fact="deceased.personal-id",
        ),
        OutputItem(code="died-on", kind=Kind.DATE, text=text("Ngày mất", "Day of death"), fact="death.date"),
        OutputItem(
            code="died-at",
            kind=Kind.TEXT,
            text=text("Giờ, phút mất", "Hour of death"),
            fact="death.hour",
            required=False,
        ),
        OutputItem(code="place", kind=Kind.TEXT, text=text("Nơi mất", "Place of death"), fact="death.place"),
        OutputItem(
            code="cause",
            kind=Kind.TEXT,
            text=text("Nguyên nhân", "Cause of death"),
            fact="death.cause",
            required=False,
        ),
    ),
)

# Families with merit, poor households and disabled people pay no civil-status fee at all. Only merit is
# known here, and only where the funeral allowance is asked for; for the others the office looks it up.
ON_TIME = Exemption(
    code="on-time",
    text=text("Đăng ký khai tử đúng hạn", "Death registered on time"),
    source=law("60/2014/QH13 Art. 11"),
    when=below("death.days-since", 16),
)
MERIT = Exemption(
    code="merit",
    text=text("Gia đình có công với cách mạng", "Family with merit"),
    source=law("60/2014/QH13 Art. 11"),
    when=equals("deceased.status", "merit"),
)
# rule 58
REGISTRATION_FEE = Fee(
    code="registration",
    text=text("Lệ phí đăng ký khai tử", "Fee for death registration"),
    amount=None,
    source=LOCAL_FEE,
    exemptions=(ON_TIME, *ZERO_FEE_RESOLUTIONS),
)
EXTRACT_COPY = Fee(
    code="extract-copy",
    text=text("Bản sao trích lục khai tử", "Copies of the death extract"),
    amount=8_000,
    source=secondary(
        "60/2014/QH13 Art. 11",
        "8.000 đồng mỗi bản là mức thường gặp.",
        "8,000 VND for each copy is the figure usually met.",
    ),
    when=at_least("result.copies", 1),
    per="result.copies",
)
FEES = (REGISTRATION_FEE, EXTRACT_COPY)
# In the linked group the form knows the group to which the deceased belonged.
FEES_IN_GROUP = (
    REGISTRATION_FEE.model_copy(update={"exemptions": (ON_TIME, MERIT, *ZERO_FEE_RESOLUTIONS)}),
    EXTRACT_COPY,
)
