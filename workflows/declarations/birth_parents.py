"""The birth form, the pages about the parents, and where the birth is registered."""

from workflows.conditions import all_of, any_of, equals, is_true, known, not_, one_of
from workflows.declarations.birth_boxes import BIRTH_1, CARD_1, RESIDENCE_1
from workflows.questions import How, Option, Question, Section
from workflows.words import Kind, law, secondary, text

# --- when a question applies --------------------------------------------------------------------

MOTHER_ASKED = any_of(
    not_(known("child.case")), one_of("child.case", "both-parents", "mother-only", "surrogacy")
)
FATHER_ASKED = any_of(not_(known("child.case")), one_of("child.case", "both-parents", "surrogacy"))
# A parent who files has signed in with the number: it is not typed again.
MOTHER_FILES = equals("requester.relation", "mother")
FATHER_FILES = equals("requester.relation", "father")
MOTHER_DOES_NOT_FILE = any_of(not_(known("requester.relation")), not_(MOTHER_FILES))
FATHER_DOES_NOT_FILE = any_of(not_(known("requester.relation")), not_(FATHER_FILES))
# rule 4: the commune of the mother or of the father; where these are one commune, nothing is left to choose
OFFICE_FOLLOWS = all_of(
    known("mother.residence-commune"),
    any_of(
        not_(known("father.residence-commune")),
        all_of(known("parents.same-commune"), is_true("parents.same-commune")),
    ),
)

# --- sections -----------------------------------------------------------------------------------

PARENTS = Section(
    code="parents",
    slug="cha-me",
    text=text("Cha mẹ của em bé", "The child's parents"),
    lead=text(
        "Bạn chỉ nhập số định danh, các thông tin khác được lấy từ cơ sở dữ liệu dân cư.",
        "You only enter the personal IDs; the rest is read from the population database.",
    ),
    questions=(
        Question(
            fact="child.case",
            kind=Kind.CHOICE,
            text=text("Khai sinh cho em bé có cha mẹ nào?", "Which parents are to be recorded?"),
            options=(
                Option(value="both-parents", text=text("Có cả cha và mẹ", "Both father and mother")),
                # rule 12
                Option(
                    value="mother-only",
                    text=text("Chỉ có mẹ, chưa xác định được cha", "The mother; the father is not known"),
                    hint=text(
                        "Họ, dân tộc, quê quán, quốc tịch của em bé theo mẹ. Phần ghi về cha để trống.",
                        "Surname, ethnicity, ancestral home and nationality follow the mother. The father's "
                        "part stays blank.",
                    ),
                ),
                # rule 10
                Option(
                    value="surrogacy",
                    text=text("Cha mẹ nhờ mang thai hộ", "Parents of a child born by a surrogate"),
                    hint=text(
                        "Cần văn bản chứng minh việc mang thai hộ.", "Proof of the surrogacy is needed."
                    ),
                ),
                # rule 9
                Option(
                    value="abandoned",
                    text=text("Em bé bị bỏ rơi", "The child was abandoned"),
                    hint=text("Cần biên bản về việc trẻ bị bỏ rơi.", "Minutes about the child are needed."),
                ),
            ),
            source=secondary("60/2014/QH13 Art. 16; 123/2015/NĐ-CP Art. 15"),
            # the box on the parents' marriage; the marriage itself the office looks up (rule 14)
            feeds=(BIRTH_1,),
        ),
        Question(
            fact="mother.personal-id",
            kind=Kind.PERSONAL_ID,
            text=text("Số định danh cá nhân của mẹ", "The mother's personal ID"),
            hint=text(
                "12 chữ số trên thẻ căn cước. Để trống nếu mẹ không có số.",
                "12 digits on the ID card. Leave blank if she has none.",
            ),
            required=False,
            when=all_of(MOTHER_ASKED, MOTHER_DOES_NOT_FILE),
            feeds=(BIRTH_1,),
        ),
        Question(
            fact="mother.personal-id",
            kind=Kind.PERSONAL_ID,
            text=text("Số định danh cá nhân của mẹ", "The mother's personal ID"),
            how=How.REGISTER,
            required=False,
            when=all_of(MOTHER_ASKED, MOTHER_FILES),
            fetched_by="requester.personal-id",
            record_item="personal-id",
            feeds=(BIRTH_1,),
        ),
        Question(
            fact="father.personal-id",
            kind=Kind.PERSONAL_ID,
            text=text("Số định danh cá nhân của cha", "The father's personal ID"),
            hint=text(
                "12 chữ số trên thẻ căn cước. Để trống nếu cha không có số.",
                "12 digits on the ID card. Leave blank if he has none.",
            ),
            required=False,
            when=all_of(FATHER_ASKED, FATHER_DOES_NOT_FILE),
            feeds=(BIRTH_1,),
        ),
        Question(
            fact="father.personal-id",
            kind=Kind.PERSONAL_ID,
            text=text("Số định danh cá nhân của cha", "The father's personal ID"),
            how=How.REGISTER,
            required=False,
            when=all_of(FATHER_ASKED, FATHER_FILES),
            fetched_by="requester.personal-id",
            record_item="personal-id",
            feeds=(BIRTH_1,),
        ),
        Question(
            fact="child.home-place",
            kind=Kind.TEXT,
            text=text("Quê quán của em bé", "The child's ancestral home"),
            hint=text(
                "Theo quê quán của cha hoặc mẹ: xã, phường và tỉnh, thành phố.",
                "That of the father or the mother: commune and province.",
            ),
            source=secondary("60/2014/QH13 Art. 4"),
            feeds=(BIRTH_1,),
        ),
        Question(
            fact="mother.full-name",
            kind=Kind.NAME,
            text=text("Họ, chữ đệm, tên của mẹ", "The mother's full name"),
            how=How.REGISTER,
            when=known("mother.personal-id"),
            fetched_by="mother.personal-id",
            record_item="full-name",
            feeds=(BIRTH_1, RESIDENCE_1, CARD_1),
        ),
        Question(
            fact="mother.birth-date",
            kind=Kind.DATE,
            text=text("Ngày sinh của mẹ", "The mother's date of birth"),
            how=How.REGISTER,
            when=known("mother.personal-id"),
            fetched_by="mother.personal-id",
            record_item="birth-date",
            not_future=True,
            feeds=(BIRTH_1,),
        ),
        Question(
            fact="mother.ethnicity",
            kind=Kind.CHOICE,
            text=text("Dân tộc của mẹ", "The mother's ethnicity"),
            how=How.REGISTER,
            when=known("mother.personal-id"),
            options_from="ethnicities",
            fetched_by="mother.personal-id",
            record_item="ethnicity",
            feeds=(BIRTH_1,),
        ),
        Question(
            fact="mother.nationality",
            kind=Kind.TEXT,
            text=text("Quốc tịch của mẹ", "The mother's nationality"),
            how=How.REGISTER,
            when=known("mother.personal-id"),
            fetched_by="mother.personal-id",
            record_item="nationality",
            feeds=(BIRTH_1,),
        ),
        Question(
            fact="mother.residence-commune",
            kind=Kind.COMMUNE,
            text=text("Xã, phường nơi mẹ cư trú", "The mother's commune of residence"),
            how=How.REGISTER,
            required=False,
            when=known("mother.personal-id"),
            fetched_by="mother.personal-id",
            record_item="residence-commune",
        ),
        Question(
            fact="mother.residence-address",
            kind=Kind.TEXT,
            text=text("Nơi cư trú của mẹ", "The mother's residence"),
            how=How.REGISTER,
            required=False,
            when=known("mother.personal-id"),
            fetched_by="mother.personal-id",
            record_item="residence-address",
            feeds=(BIRTH_1,),
        ),
        Question(
            fact="father.full-name",
            kind=Kind.NAME,
            text=text("Họ, chữ đệm, tên của cha", "The father's full name"),
            how=How.REGISTER,
            when=known("father.personal-id"),
            fetched_by="father.personal-id",
            record_item="full-name",
            feeds=(BIRTH_1, RESIDENCE_1),
        ),
        Question(
            fact="father.birth-date",
            kind=Kind.DATE,
            text=text("Ngày sinh của cha", "The father's date of birth"),
            how=How.REGISTER,
            when=known("father.personal-id"),
            fetched_by="father.personal-id",
            record_item="birth-date",
            not_future=True,
            feeds=(BIRTH_1,),
        ),
        Question(
            fact="father.ethnicity",
            kind=Kind.CHOICE,
            text=text("Dân tộc của cha", "The father's ethnicity"),
            how=How.REGISTER,
            when=known("father.personal-id"),
            options_from="ethnicities",
            fetched_by="father.personal-id",
            record_item="ethnicity",
            feeds=(BIRTH_1,),
        ),
        Question(
            fact="father.nationality",
            kind=Kind.TEXT,
            text=text("Quốc tịch của cha", "The father's nationality"),
            how=How.REGISTER,
            when=known("father.personal-id"),
            fetched_by="father.personal-id",
            record_item="nationality",
            feeds=(BIRTH_1,),
        ),
        Question(
            fact="father.residence-commune",
            kind=Kind.COMMUNE,
            text=text("Xã, phường nơi cha cư trú", "The father's commune of residence"),
            how=How.REGISTER,
            required=False,
            when=known("father.personal-id"),
            fetched_by="father.personal-id",
            record_item="residence-commune",
        ),
        Question(
            fact="father.residence-address",
            kind=Kind.TEXT,
            text=text("Nơi cư trú của cha", "The father's residence"),
            how=How.REGISTER,
            required=False,
            when=known("father.personal-id"),
            fetched_by="father.personal-id",
            record_item="residence-address",
            feeds=(BIRTH_1,),
        ),
    ),
)

REGISTRATION_OFFICE = Section(
    code="registration-office",
    slug="noi-dang-ky",
    text=text("Nơi đăng ký khai sinh", "Where the birth is registered"),
    when=all_of(known("child.case"), not_(OFFICE_FOLLOWS)),
    questions=(
        Question(
            fact="office.chosen",
            kind=Kind.COMMUNE,
            text=text("Đăng ký tại xã, phường nào?", "In which commune is the birth registered?"),
            hint=text(
                "Nơi cha hoặc mẹ thường trú, tạm trú; với trẻ bị bỏ rơi là nơi đang nuôi dưỡng em.",
                "Where the father or mother has permanent or temporary residence; for an abandoned child, "
                "where it is cared for.",
            ),
            source=law("60/2014/QH13 Art. 13"),
        ),
    ),
)
