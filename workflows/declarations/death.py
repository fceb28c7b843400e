"""The electronic form after a death (tờ khai điện tử, Mẫu số 02): asked once, used by every procedure.

The list of fields of Form 02 could not be read. What stands here is put together from the death form of
04/2024/TT-BTP, CT01, the benefit forms and the notes on Form 02, and is therefore inferred. The weights in
`feeds` are our own reading of the layouts of those separate forms; nothing but the count of saved boxes
rests on them. The forms for people with merit were not seen, so nothing feeds them.
"""

from datetime import date

from workflows.conditions import at_least, equals
from workflows.declarations.death_benefits import (
    ALLOWANCE,
    DEATH_1,
    INSURANCE_1,
    PAYEE,
    PAYERS,
    PROTECTION_1,
    REMOVAL_1,
    REMOVAL_2,
    SURVIVORS,
)
from workflows.language import Kind, Standing
from workflows.questions import Declaration, Derived, How, Option, Question, Section
from workflows.words import inferred, law, secondary, text, unknown

# --- sections ---------------------------------------------------------------------------------

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

DECEASED = Section(
    code="deceased",
    slug="nguoi-mat",
    text=text("Người mất", "The deceased"),
    lead=text(
        "Bạn chỉ cần nhập số định danh. Những điều khác được lấy từ cơ sở dữ liệu dân cư.",
        "You only enter the ID number. Everything else is fetched from the population database.",
    ),
    questions=(
        Question(
            fact="deceased.personal-id",
            kind=Kind.PERSONAL_ID,
            text=text("Số định danh cá nhân của người mất", "Personal ID number of the deceased"),
            hint=text(
                "12 chữ số trên thẻ căn cước hoặc giấy khai sinh. Người mất không có số này: bạn đến Ủy ban "
                "nhân dân xã, phường để đăng ký, cán bộ ở đó sẽ giúp.",
                "12 digits on the ID card or birth certificate. If the deceased had none, go to the commune "
                "to register; the officer there will help.",
            ),
            feeds=(DEATH_1, REMOVAL_2, *PAYERS),
        ),
        Question(
            fact="deceased.full-name",
            kind=Kind.NAME,
            text=text("Họ tên người mất", "Name of the deceased"),
            how=How.REGISTER,
            fetched_by="deceased.personal-id",
            record_item="full-name",
            feeds=(DEATH_1, REMOVAL_2, *PAYERS),
        ),
        Question(
            fact="deceased.birth-date",
            kind=Kind.DATE,
            text=text("Ngày sinh của người mất", "Date of birth of the deceased"),
            how=How.REGISTER,
            fetched_by="deceased.personal-id",
            record_item="birth-date",
            not_future=True,
            feeds=(DEATH_1, REMOVAL_1, *PAYERS),
        ),
        Question(
            fact="deceased.sex",
            kind=Kind.CHOICE,
            text=text("Giới tính của người mất", "Sex of the deceased"),
            how=How.REGISTER,
            fetched_by="deceased.personal-id",
            record_item="sex",
            options=(
                Option(value="male", text=text("Nam", "Male")),
                Option(value="female", text=text("Nữ", "Female")),
            ),
            feeds=(DEATH_1, REMOVAL_1, INSURANCE_1, PROTECTION_1),
        ),
        Question(
            fact="deceased.ethnicity",
            kind=Kind.CHOICE,
            text=text("Dân tộc của người mất", "Ethnicity of the deceased"),
            how=How.REGISTER,
            fetched_by="deceased.personal-id",
            record_item="ethnicity",
            options_from="ethnicities",
            feeds=(DEATH_1, PROTECTION_1),
        ),
        Question(
            fact="deceased.nationality",
            kind=Kind.TEXT,
            text=text("Quốc tịch của người mất", "Nationality of the deceased"),
            how=How.REGISTER,
            fetched_by="deceased.personal-id",
            record_item="nationality",
            feeds=(DEATH_1,),
        ),
    ),
)

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

HOME = Section(
    code="home",
    slug="noi-o",
    text=text("Nơi cư trú cuối cùng", "Last residence"),
    lead=text(
        "Bạn xem lại những điều lấy từ cơ sở dữ liệu dân cư. Nơi cư trú cuối cùng quyết định nơi đăng ký.",
        "Look over what was fetched from the population database. The last residence decides which office "
        "registers.",
    ),
    questions=(
        # rule 59
        Question(
            fact="deceased.residence-commune",
            kind=Kind.COMMUNE,
            text=text("Xã, phường nơi cư trú cuối cùng", "Commune of the last residence"),
            hint=text(
                "Để trống nếu không rõ: nơi mất là nơi đăng ký.",
                "Leave empty if unknown: the place of death registers then.",
            ),
            how=How.REGISTER,
            required=False,
            options_from="communes",
            fetched_by="deceased.personal-id",
            record_item="residence-commune",
            feeds=(DEATH_1, REMOVAL_1, PROTECTION_1),
            source=law("60/2014/QH13 Art. 32"),
        ),
        Question(
            fact="deceased.residence-address",
            kind=Kind.TEXT,
            text=text("Địa chỉ nơi cư trú cuối cùng", "Address of the last residence"),
            how=How.REGISTER,
            required=False,
            fetched_by="deceased.personal-id",
            record_item="residence-address",
            feeds=(DEATH_1, REMOVAL_1, *PAYERS),
        ),
        Question(
            fact="deceased.household-head-name",
            kind=Kind.NAME,
            text=text("Chủ hộ", "Head of household"),
            how=How.REGISTER,
            required=False,
            fetched_by="deceased.personal-id",
            record_item="household-head-name",
            feeds=(REMOVAL_1,),
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

# --- the versions -----------------------------------------------------------------------------

DEATH_DECLARATION_2024_07 = Declaration(
    code="death",
    version="2024-07",
    effective_from=date(2024, 7, 1),
    effective_to=date(2026, 8, 31),
    text=text(
        "Tờ khai điện tử: khai tử, xóa đăng ký thường trú, mai táng phí, tử tuất",
        "Electronic form: death, removal of residence, funeral allowance, survivor benefit",
    ),
    legal_basis=(
        law("63/2024/NĐ-CP"),
        law("296/QĐ-VPCP"),
        inferred(
            "63/2024/NĐ-CP, Mẫu số 02",
            "Chưa đọc được các trường của Mẫu số 02; các câu hỏi được ghép từ những tờ khai riêng.",
            "The fields of Form 02 could not be read; the questions come from the separate forms.",
        ),
    ),
    sections=(CHOICE, YOU, DECEASED, EVENT, HOME, ALLOWANCE, PAYEE, SURVIVORS, PAPERS, RESULT),
    derived=(
        Derived(
            fact="wants.three",
            rule="chosen",
            of=("wants.procedures",),
            value="three",
            text=text("Chọn 3 thủ tục", "Three procedures chosen"),
        ),
        Derived(
            fact="wants.survivor",
            rule="chosen",
            of=("wants.procedures",),
            value="four",
            text=text("Có làm chế độ tử tuất", "The survivor benefit is wanted"),
        ),
        Derived(
            fact="wants.funeral",
            rule="any",
            of=("wants.three", "wants.survivor"),
            text=text("Có làm mai táng phí", "The funeral allowance is wanted"),
        ),
        Derived(
            fact="death.days-since",
            rule="days-since",
            of=("death.date",),
            text=text("Số ngày từ ngày mất", "Days since the death"),
        ),
        Derived(
            fact="deceased.age-in-months",
            rule="months-since",
            of=("deceased.birth-date",),
            text=text(
                "Tuổi của người mất tính đến ngày nộp, theo tháng",
                "Age of the deceased in months on the day of filing",
            ),
        ),
        # rule 59
        Derived(
            fact="office.civil-status",
            rule="first",
            of=("deceased.residence-commune", "death.place-commune"),
            text=text("Nơi đăng ký khai tử", "Where the death is registered"),
        ),
        Derived(
            fact="office.residence",
            rule="first",
            of=("deceased.residence-commune", "death.place-commune"),
            text=text("Nơi xóa đăng ký thường trú", "Where the residence is removed"),
        ),
        Derived(
            fact="office.benefits",
            rule="first",
            of=("deceased.residence-commune", "death.place-commune"),
            text=text("Nơi giải quyết trợ cấp", "Where the benefits are decided"),
        ),
        Derived(
            fact="funeral.payee-name",
            rule="first",
            of=("funeral.organisation-name", "funeral.other-payee-name", "requester.full-name"),
            text=text("Người nhận mai táng phí", "Who receives the funeral allowance"),
        ),
        Derived(
            fact="funeral.payee-id",
            rule="first",
            of=("funeral.other-payee-id", "requester.personal-id"),
            text=text("Số định danh của người nhận", "ID number of who receives it"),
        ),
    ),
    subject="deceased.full-name",
)

DEATH_DECLARATION_2026_09 = DEATH_DECLARATION_2024_07.revised(
    version="2026-09",
    effective_from=date(2026, 9, 1),
    effective_to=None,
    standing=Standing.PROVISIONAL,
    legal_basis=(
        law("63/2024/NĐ-CP"),
        secondary("301/2026/NĐ-CP"),
        unknown(
            "301/2026/NĐ-CP, Mẫu số 02",
            "Chưa đọc được Mẫu số 02 mới; giữ các câu hỏi của mẫu trước.",
            "The new Form 02 could not be read; the questions of the former one are kept.",
        ),
    ),
)
DEATH_DECLARATION = DEATH_DECLARATION_2026_09
