"""Permanent residence: the papers it rests on, the notice it ends with, what it costs."""

from workflows.charges import Exemption, Fee
from workflows.conditions import all_of, below, equals, known
from workflows.language import Evidence, Output, OutputItem
from workflows.procedures.birth_group import BIRTH_CERTIFICATE_PAPER
from workflows.words import Kind, law, secondary, text

# rule 39
HOUSEHOLDER_CONSENT = Evidence(
    code="householder-consent",
    text=text("Ý kiến đồng ý của chủ hộ, chủ sở hữu chỗ ở", "Consent of the householder or owner"),
    when=all_of(known("residence.consent"), equals("residence.consent", "attached")),
    source=secondary("68/2020/QH14 Art. 20"),
    comes="attached",
)
HOUSEHOLDER_CONSENT_58 = HOUSEHOLDER_CONSENT.model_copy(update={"source": law("58/2026/NĐ-CP Art. 4(5)")})
# rule 37
AWAY_FROM_THE_PARENTS = (
    Evidence(
        code="parents-consent",
        text=text("Văn bản đồng ý của cha và mẹ về nơi đăng ký", "Consent of both parents to the place"),
        when=equals("residence.with", "other"),
        source=law("63/2024/NĐ-CP Art. 5; 68/2020/QH14 Art. 12"),
        comes="attached",
    ),
    Evidence(
        code="residence-papers",
        text=text("Giấy tờ theo pháp luật về cư trú", "Papers demanded by residence law"),
        when=equals("residence.with", "other"),
        source=law("63/2024/NĐ-CP Art. 5"),
        comes="attached",
    ),
)
EVIDENCE = (BIRTH_CERTIFICATE_PAPER, HOUSEHOLDER_CONSENT, *AWAY_FROM_THE_PARENTS)
EVIDENCE_58 = (BIRTH_CERTIFICATE_PAPER, HOUSEHOLDER_CONSENT_58, *AWAY_FROM_THE_PARENTS)


RESIDENCE_NOTICE = Output(
    code="residence-notice",
    text=text("Thông báo kết quả đăng ký thường trú", "Notice of permanent residence"),
    items=(
        OutputItem(code="record-number", kind=Kind.TEXT, text=text("Số", "Number"), fact="record-number"),
        OutputItem(
            code="recorded-on",
            kind=Kind.DATE,
            text=text("Ngày đăng ký", "Day of registration"),
            fact="recorded-on",
        ),
        OutputItem(
            code="child-full-name",
            kind=Kind.NAME,
            text=text("Họ, chữ đệm, tên của em bé", "The child's full name"),
            fact="birth-certificate.child-full-name",
        ),
        OutputItem(
            code="personal-id",
            kind=Kind.PERSONAL_ID,
            text=text("Số định danh cá nhân của em bé", "The child's personal ID"),
            fact="birth-certificate.personal-id",
            required=False,
        ),
        OutputItem(
            code="commune", kind=Kind.COMMUNE, text=text("Xã, phường", "Commune"), fact="residence.commune"
        ),
        OutputItem(
            code="address",
            kind=Kind.TEXT,
            text=text("Nơi thường trú", "Permanent residence"),
            fact="residence.address",
        ),
        OutputItem(
            code="householder",
            kind=Kind.NAME,
            text=text("Chủ hộ", "Householder"),
            fact="householder.full-name",
            required=False,
        ),
        OutputItem(
            code="relation",
            kind=Kind.TEXT,
            text=text("Quan hệ với chủ hộ", "Relation to the householder"),
            fact="residence.relation",
            required=False,
        ),
    ),
)
# rule 45
FEES = (
    Fee(
        code="registration",
        text=text("Lệ phí đăng ký thường trú trực tuyến", "Fee for permanent residence, filed online"),
        amount=10_000,
        source=secondary("75/2022/TT-BTC"),
        exemptions=(
            Exemption(
                code="child",
                text=text("Trẻ em được miễn lệ phí cư trú", "A child pays no residence fee"),
                source=secondary(
                    "75/2022/TT-BTC; 102/2016/QH13",
                    "Trẻ em được miễn; trẻ em là người dưới 16 tuổi.",
                    "Children are exempt; a child is a person under 16.",
                ),
                when=below("child.age-months", 192),
            ),
        ),
    ),
)
