"""Birth registration: the papers it rests on, the certificate it issues, what it costs."""

from workflows.charges import Exemption, Fee
from workflows.conditions import all_of, any_of, at_least, below, equals, known, not_
from workflows.language import Evidence, Output, OutputItem
from workflows.procedures.civil_status_fees import LOCAL_FEE, ZERO_FEE_RESOLUTIONS
from workflows.words import Kind, law, secondary, text

# --- papers -------------------------------------------------------------------------------------

SUBSTITUTES = (
    # rule 11
    Evidence(
        code="witness-statement",
        text=text("Văn bản của người làm chứng việc sinh", "Statement of a witness of the birth"),
        when=all_of(known("child.birth-evidence"), equals("child.birth-evidence", "witness")),
        source=law("60/2014/QH13 Art. 16"),
        comes="attached",
    ),
    Evidence(
        code="written-commitment",
        text=text("Giấy cam đoan về việc sinh là có thật", "Written commitment that the birth is real"),
        when=all_of(known("child.birth-evidence"), equals("child.birth-evidence", "commitment")),
        source=law("60/2014/QH13 Art. 16"),
        comes="attached",
    ),
    # rule 9
    Evidence(
        code="abandoned-child-minutes",
        text=text("Biên bản về việc trẻ bị bỏ rơi", "Minutes about the abandoned child"),
        when=equals("child.case", "abandoned"),
        source=law("60/2014/QH13 Art. 16"),
        comes="attached",
    ),
    # rule 10
    Evidence(
        code="surrogacy-proof",
        text=text("Văn bản chứng minh việc mang thai hộ", "Proof of the surrogacy"),
        when=equals("child.case", "surrogacy"),
        source=law("60/2014/QH13 Art. 16"),
        comes="attached",
    ),
)
BIRTH_NOTICE = Evidence(
    code="birth-notice",
    text=text("Giấy chứng sinh", "Birth notice"),
    when=all_of(known("child.birth-evidence"), equals("child.birth-evidence", "notice")),
    source=law("60/2014/QH13 Art. 16"),
    comes="attached",
)
# The number of a notice without its data, be it that the facility has sent none or that its system is
# down: then the paper proves the birth.
BIRTH_NOTICE_WITHOUT_DATA = BIRTH_NOTICE.model_copy(
    update={
        "when": any_of(
            all_of(known("child.birth-evidence"), equals("child.birth-evidence", "notice")),
            all_of(known("birth-notice.number"), not_(known("birth-notice.birth-moment"))),
        ),
        "source": law("60/2014/QH13 Art. 16; 63/2024/NĐ-CP Art. 5"),
    }
)
ELECTRONIC_BIRTH_NOTICE = Evidence(
    code="electronic-birth-notice",
    text=text(
        "Dữ liệu giấy chứng sinh có chữ ký số của cơ sở y tế", "Birth notice signed by the health facility"
    ),
    when=all_of(known("birth-notice.number"), known("birth-notice.birth-moment")),
    source=law("63/2024/NĐ-CP Art. 5"),
    comes="data",
)

# --- the certificate ----------------------------------------------------------------------------

BIRTH_CERTIFICATE = Output(
    code="birth-certificate",
    text=text("Giấy khai sinh", "Birth certificate"),
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
            code="registered-at",
            kind=Kind.COMMUNE,
            text=text("Nơi đăng ký khai sinh", "Place of registration"),
            fact="office.civil-status",
        ),
        # rule 29: a certificate without the number is valid, the number is added later
        OutputItem(
            code="personal-id",
            kind=Kind.PERSONAL_ID,
            text=text("Số định danh cá nhân của em bé", "The child's personal ID"),
            fact="personal-id",
            required=False,
        ),
        OutputItem(
            code="child-full-name",
            kind=Kind.NAME,
            text=text("Họ, chữ đệm, tên của em bé", "The child's full name"),
            fact="child.full-name",
        ),
        OutputItem(
            code="child-birth-date",
            kind=Kind.DATE,
            text=text("Ngày, tháng, năm sinh", "Date of birth"),
            fact="child.birth-date",
        ),
        OutputItem(code="child-sex", kind=Kind.CHOICE, text=text("Giới tính", "Sex"), fact="child.sex"),
        OutputItem(
            code="child-ethnicity",
            kind=Kind.CHOICE,
            text=text("Dân tộc", "Ethnicity"),
            fact="child.ethnicity",
            required=False,
        ),
        OutputItem(
            code="child-nationality",
            kind=Kind.TEXT,
            text=text("Quốc tịch", "Nationality"),
            fact="child.nationality",
            required=False,
        ),
        # rule 23
        OutputItem(
            code="child-birth-place",
            kind=Kind.TEXT,
            text=text("Nơi sinh", "Place of birth"),
            fact="child.birth-place",
        ),
        OutputItem(
            code="child-home-place",
            kind=Kind.TEXT,
            text=text("Quê quán", "Ancestral home"),
            fact="child.home-place",
        ),
        OutputItem(
            code="mother-full-name",
            kind=Kind.NAME,
            text=text("Họ, chữ đệm, tên của mẹ", "The mother's full name"),
            fact="mother.full-name",
            required=False,
        ),
        OutputItem(
            code="mother-birth-date",
            kind=Kind.DATE,
            text=text("Ngày sinh của mẹ", "The mother's date of birth"),
            fact="mother.birth-date",
            required=False,
        ),
        OutputItem(
            code="mother-ethnicity",
            kind=Kind.CHOICE,
            text=text("Dân tộc của mẹ", "The mother's ethnicity"),
            fact="mother.ethnicity",
            required=False,
        ),
        OutputItem(
            code="mother-nationality",
            kind=Kind.TEXT,
            text=text("Quốc tịch của mẹ", "The mother's nationality"),
            fact="mother.nationality",
            required=False,
        ),
        OutputItem(
            code="mother-residence",
            kind=Kind.TEXT,
            text=text("Nơi cư trú của mẹ", "The mother's residence"),
            fact="mother.residence-address",
            required=False,
        ),
        # rule 12: while the father is not known, his part stays blank
        OutputItem(
            code="father-full-name",
            kind=Kind.NAME,
            text=text("Họ, chữ đệm, tên của cha", "The father's full name"),
            fact="father.full-name",
            required=False,
        ),
        OutputItem(
            code="father-birth-date",
            kind=Kind.DATE,
            text=text("Ngày sinh của cha", "The father's date of birth"),
            fact="father.birth-date",
            required=False,
        ),
        OutputItem(
            code="father-ethnicity",
            kind=Kind.CHOICE,
            text=text("Dân tộc của cha", "The father's ethnicity"),
            fact="father.ethnicity",
            required=False,
        ),
        OutputItem(
            code="father-nationality",
            kind=Kind.TEXT,
            text=text("Quốc tịch của cha", "The father's nationality"),
            fact="father.nationality",
            required=False,
        ),
        OutputItem(
            code="father-residence",
            kind=Kind.TEXT,
            text=text("Nơi cư trú của cha", "The father's residence"),
            fact="father.residence-address",
            required=False,
        ),
        OutputItem(
            code="requester-full-name",
            kind=Kind.NAME,
            text=text("Người đi khai sinh", "Who registered the birth"),
            fact="requester.full-name",
        ),
    ),
)

# --- fees ---------------------------------------------------------------------------------------

# Families with merit, poor households and disabled people pay no civil-status fee at all (60/2014/QH13
# Art. 11); that they are one is not asked here, the office looks it up.
FEES = (
    # rule 5
    Fee(
        code="registration",
        text=text("Lệ phí đăng ký khai sinh", "Fee for birth registration"),
        amount=None,
        source=LOCAL_FEE,
        exemptions=(
            Exemption(
                code="on-time",
                text=text("Đăng ký khai sinh đúng hạn", "Birth registered on time"),
                source=law("60/2014/QH13 Art. 11"),
                when=below("child.days-since-birth", 61),
            ),
            *ZERO_FEE_RESOLUTIONS,
        ),
    ),
    Fee(
        code="extract-copy",
        text=text("Bản sao trích lục khai sinh", "Copies of the birth extract"),
        amount=8_000,
        source=secondary(
            "60/2014/QH13 Art. 11",
            "8.000 đồng mỗi bản là mức thường gặp.",
            "8,000 VND for each copy is the figure usually met.",
        ),
        when=at_least("result.copies", 1),
        per="result.copies",
    ),
)
