"""The electronic form of a household that wants to open a karaoke business (297/2025/NĐ-CP).

The fields of the decree's form could not be read: the questions are those that the three procedures need,
and are inferred. The weights in `feeds` are our own reading of the separate forms.
"""

from datetime import date

from workflows.conditions import equals
from workflows.questions import Declaration, Derived, Feed, How, Option, Question, Section
from workflows.words import Kind, inferred, law, secondary, text

BUSINESS_1 = Feed(procedure="household-business", boxes=1)
SECURITY_1 = Feed(procedure="security-order-certificate", boxes=1)
LICENCE_1 = Feed(procedure="karaoke-licence", boxes=1)
ALL_THREE = (BUSINESS_1, SECURITY_1, LICENCE_1)

YOU = Section(
    code="requester",
    slug="ban",
    text=text("Bạn", "You"),
    lead=text(
        "Phí được nộp khi nộp hồ sơ và không hoàn lại.",
        "Fees are paid when you file and are not paid back.",
    ),
    questions=(
        Question(
            fact="requester.full-name",
            kind=Kind.NAME,
            text=text("Họ tên của bạn", "Your name"),
            how=How.IDENTITY,
            feeds=ALL_THREE,
        ),
        Question(
            fact="requester.personal-id",
            kind=Kind.PERSONAL_ID,
            text=text("Số định danh cá nhân của bạn", "Your personal ID number"),
            how=How.IDENTITY,
            feeds=ALL_THREE,
        ),
        Question(
            fact="requester.phone",
            kind=Kind.PHONE,
            text=text("Số điện thoại của bạn", "Your phone number"),
            feeds=ALL_THREE,
        ),
        Question(
            fact="requester.by-authorisation",
            kind=Kind.YES_NO,
            text=text(
                "Bạn nộp thay theo ủy quyền phải không?", "Do you file for somebody who authorised you?"
            ),
            hint=text("Nếu có, bạn đính kèm văn bản ủy quyền.", "If so, you attach the authorisation."),
            source=secondary("297/2025/NĐ-CP"),
        ),
    ),
)
BUSINESS = Section(
    code="business",
    slug="co-so",
    text=text("Cơ sở kinh doanh", "The business"),
    questions=(
        Question(
            fact="business.name",
            kind=Kind.TEXT,
            text=text("Tên hộ kinh doanh", "Name of the business"),
            feeds=ALL_THREE,
        ),
        Question(
            fact="business.commune",
            kind=Kind.COMMUNE,
            text=text("Xã, phường đặt cơ sở", "Commune of the business"),
            options_from="communes",
            feeds=ALL_THREE,
        ),
        Question(
            fact="business.address",
            kind=Kind.TEXT,
            text=text("Địa chỉ cơ sở", "Address of the business"),
            feeds=ALL_THREE,
        ),
        Question(
            fact="business.capital",
            kind=Kind.MONEY,
            text=text("Vốn kinh doanh, đồng", "Capital in VND"),
            feeds=(BUSINESS_1,),
        ),
        Question(
            fact="business.rooms",
            kind=Kind.NUMBER,
            text=text("Số phòng hát", "Number of karaoke rooms"),
            feeds=(LICENCE_1,),
        ),
    ),
)
SAFETY = Section(
    code="safety",
    slug="an-toan",
    text=text("An ninh và phòng cháy", "Security and fire safety"),
    questions=(
        Question(
            fact="security.responsible",
            kind=Kind.CHOICE,
            text=text(
                "Ai chịu trách nhiệm về an ninh, trật tự?", "Who is responsible for security and order?"
            ),
            options=(
                Option(value="requester", text=text("Tôi", "I am")),
                Option(value="other", text=text("Người khác", "Somebody else")),
            ),
            feeds=(SECURITY_1,),
        ),
        Question(
            fact="security.other-id",
            kind=Kind.PERSONAL_ID,
            text=text("Số định danh của người đó", "ID number of that person"),
            when=equals("security.responsible", "other"),
            feeds=(SECURITY_1,),
        ),
        Question(
            fact="security.other-name",
            kind=Kind.NAME,
            text=text("Họ tên của người đó", "Name of that person"),
            how=How.REGISTER,
            when=equals("security.responsible", "other"),
            fetched_by="security.other-id",
            record_item="full-name",
            feeds=(SECURITY_1,),
        ),
        Question(
            fact="security.record-number",
            kind=Kind.TEXT,
            text=text("Số phiếu lý lịch tư pháp của người chịu trách nhiệm", "Number of the criminal record"),
            feeds=(SECURITY_1,),
            source=secondary("297/2025/NĐ-CP"),
        ),
        Question(
            fact="fire.paper-number",
            kind=Kind.TEXT,
            text=text(
                "Số văn bản nghiệm thu về phòng cháy và chữa cháy", "Number of the fire-safety acceptance"
            ),
            feeds=(SECURITY_1, LICENCE_1),
            source=secondary("297/2025/NĐ-CP"),
        ),
        Question(
            fact="fire.paper-date",
            kind=Kind.DATE,
            text=text("Ngày của văn bản nghiệm thu", "Date of that paper"),
            not_future=True,
            feeds=(SECURITY_1, LICENCE_1),
        ),
    ),
)

KARAOKE_DECLARATION_2025_11 = Declaration(
    code="karaoke",
    version="2025-11",
    effective_from=date(2025, 11, 17),
    text=text("Tờ khai điện tử: mở cơ sở karaoke", "Electronic form: opening a karaoke business"),
    legal_basis=(
        law("297/2025/NĐ-CP"),
        inferred(
            "297/2025/NĐ-CP",
            "Chưa đọc được mẫu tờ khai của Nghị định; câu hỏi lấy theo nhu cầu của ba thủ tục.",
            "The form of the decree could not be read; the questions follow what the three procedures need.",
        ),
    ),
    sections=(YOU, BUSINESS, SAFETY),
    derived=(
        Derived(
            fact="security.person-name",
            rule="first",
            of=("security.other-name", "requester.full-name"),
            text=text("Người chịu trách nhiệm về an ninh, trật tự", "Who is responsible for security"),
        ),
        Derived(
            fact="security.person-id",
            rule="first",
            of=("security.other-id", "requester.personal-id"),
            text=text("Số định danh của người chịu trách nhiệm", "ID number of who is responsible"),
        ),
    ),
    subject="business.name",
)
KARAOKE_DECLARATION = KARAOKE_DECLARATION_2025_11
