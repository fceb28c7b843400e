"""The death form, the pages about the deceased and the last residence."""

from workflows.declarations.death_boxes import (
    DEATH_1,
    INSURANCE_1,
    PAYERS,
    PROTECTION_1,
    REMOVAL_1,
    REMOVAL_2,
)
from workflows.questions import How, Option, Question, Section
from workflows.words import Kind, law, text

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
