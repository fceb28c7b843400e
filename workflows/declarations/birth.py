"""The electronic form of the birth group (tờ khai điện tử Mẫu số 01): asked once, for every procedure.

The boxes that a fact fills in the separate forms (`feeds`) are those of the birth declaration, of
form CT01 and of form TK1-TS; the weights are a reading of their layouts. For the ID card no separate
form was read, so it counts no boxes.

Left out on purpose, so that no more is asked than is needed: the requester's e-mail, and the
poor-household certificate, which the portal's form offers as optional (rule 53) while the card of a child under
six has its group and level without it. The marriage certificate is never asked for (rule 14).
What the form of Decree 301/2026 asks beyond the ID card is not known.
"""

from datetime import date

from workflows.conditions import all_of, any_of, equals, is_false, is_true, known, not_, one_of
from workflows.language import Standing
from workflows.questions import Declaration, Derived, Feed, How, Option, Question, Section
from workflows.words import Kind, inferred, law, secondary, text

# --- when a question applies --------------------------------------------------------------------

MOTHER_ASKED = any_of(
    not_(known("child.case")), one_of("child.case", "both-parents", "mother-only", "surrogacy")
)
FATHER_ASKED = any_of(not_(known("child.case")), one_of("child.case", "both-parents", "surrogacy"))
MOTHER_WITHOUT_NUMBER = all_of(
    known("child.case"),
    one_of("child.case", "both-parents", "mother-only", "surrogacy"),
    not_(known("mother.personal-id")),
)
FATHER_WITHOUT_NUMBER = all_of(
    known("child.case"),
    one_of("child.case", "both-parents", "surrogacy"),
    not_(known("father.personal-id")),
)
# rule 4: the commune of the mother or of the father; where these are one commune, nothing is left to choose
OFFICE_FOLLOWS = all_of(
    known("mother.residence-commune"),
    any_of(
        not_(known("father.residence-commune")),
        all_of(known("parents.same-commune"), is_true("parents.same-commune")),
    ),
)
# Parents of one ethnicity leave no choice; a father who is not recorded leaves the mother's (rule 12).
ETHNICITY_FOLLOWS = all_of(
    known("mother.ethnicity"),
    any_of(
        is_false("child.father-recorded"),
        all_of(known("parents.same-ethnicity"), is_true("parents.same-ethnicity")),
    ),
)
AT_MOTHER = all_of(equals("residence.with", "mother"), known("mother.personal-id"))
AT_FATHER = all_of(equals("residence.with", "father"), known("father.personal-id"))
ELSEWHERE = all_of(known("residence.with"), not_(AT_MOTHER), not_(AT_FATHER))
# rule 40
PARENT_HEADS_HOUSEHOLD = all_of(known("householder.is-parent"), is_true("householder.is-parent"))
REQUESTER_HEADS_HOUSEHOLD = all_of(known("householder.is-requester"), is_true("householder.is-requester"))

# --- part 1: you --------------------------------------------------------------------------------

YOU = Section(
    code="you",
    slug="ban",
    text=text("Bạn là ai", "You"),
    lead=text(
        "Thông tin của bạn lấy từ tài khoản định danh, bạn chỉ cần kiểm tra.",
        "Your data come from your identity account; you only check them.",
    ),
    questions=(
        # rule 2
        Question(
            fact="requester.full-name",
            kind=Kind.NAME,
            text=text("Họ, chữ đệm, tên của bạn", "Your full name"),
            how=How.IDENTITY,
            feeds=(
                Feed(procedure="birth-registration", boxes=2),
                Feed(procedure="permanent-residence", boxes=1),
                Feed(procedure="child-health-insurance", boxes=1),
            ),
        ),
        Question(
            fact="requester.personal-id",
            kind=Kind.PERSONAL_ID,
            text=text("Số định danh cá nhân của bạn", "Your personal ID"),
            how=How.IDENTITY,
            # in the birth declaration also the box for the identity paper
            feeds=(
                Feed(procedure="birth-registration", boxes=2),
                Feed(procedure="permanent-residence", boxes=1),
                Feed(procedure="child-health-insurance", boxes=1),
            ),
        ),
        Question(
            fact="requester.birth-date",
            kind=Kind.DATE,
            text=text("Ngày sinh của bạn", "Your date of birth"),
            how=How.IDENTITY,
            required=False,
            fetched_by="requester.personal-id",
            record_item="birth-date",
        ),
        Question(
            fact="requester.address",
            kind=Kind.TEXT,
            text=text("Nơi cư trú của bạn", "Your residence"),
            how=How.IDENTITY,
            required=False,
            fetched_by="requester.personal-id",
            record_item="residence-address",
            feeds=(
                Feed(procedure="birth-registration", boxes=1),
                Feed(procedure="permanent-residence", boxes=2),
                Feed(procedure="child-health-insurance", boxes=1),
            ),
        ),
        # rule 3
        Question(
            fact="requester.relation",
            kind=Kind.CHOICE,
            text=text("Bạn là gì của em bé?", "What are you to the child?"),
            options=(
                Option(value="mother", text=text("Mẹ", "Mother")),
                Option(value="father", text=text("Cha", "Father")),
                Option(
                    value="guardian",
                    text=text("Người giám hộ, người đại diện", "Guardian or representative"),
                ),
                Option(
                    value="relative",
                    text=text(
                        "Ông, bà, người thân thích, người đang nuôi dưỡng", "Grandparent, relative or carer"
                    ),
                    hint=text(
                        "Chỉ khi cha, mẹ không thể đi khai sinh.", "Only when the parents cannot register."
                    ),
                ),
            ),
            source=law("60/2014/QH13 Art. 15"),
            feeds=(
                Feed(procedure="birth-registration", boxes=1),
                Feed(procedure="permanent-residence", boxes=1),
                Feed(procedure="child-health-insurance", boxes=1),
            ),
        ),
        Question(
            fact="requester.phone",
            kind=Kind.PHONE,
            text=text("Số điện thoại của bạn", "Your phone number"),
            hint=text("Để báo tin về hồ sơ.", "For news about your file."),
            feeds=(
                Feed(procedure="permanent-residence", boxes=1),
                Feed(procedure="child-health-insurance", boxes=1),
            ),
        ),
    ),
)

# --- part 2: parents ----------------------------------------------------------------------------

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
                    hint=text("Cần văn bản chứng minh việc mang thai hộ.", "Proof of the surrogacy is needed."),
                ),
                # rule 9
                Option(
                    value="abandoned",
                    text=text("Em bé bị bỏ rơi", "The child was abandoned"),
                    hint=text("Cần biên bản về việc trẻ bị bỏ rơi.", "Minutes about the child are needed."),
                ),
            ),
            source=secondary("60/2014/QH13 Art. 16; 123/2015/NĐ-CP Art. 15"),
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
            when=MOTHER_ASKED,
            feeds=(Feed(procedure="birth-registration", boxes=1),),
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
            when=FATHER_ASKED,
            feeds=(Feed(procedure="birth-registration", boxes=1),),
        ),
        Question(
            fact="child.home-place",
            kind=Kind.TEXT,
            text=text("Quê quán của em bé", "The child's ancestral home"),
            hint=text(
                "Theo quê quán của cha hoặc mẹ: xã, phường và tỉnh, thành phố.",
                "That of the father or the mother: commune and province.",
            ),
            source=law("60/2014/QH13 Art. 4"),
            feeds=(Feed(procedure="birth-registration", boxes=1),),
        ),
        Question(
            fact="mother.full-name",
            kind=Kind.NAME,
            text=text("Họ, chữ đệm, tên của mẹ", "The mother's full name"),
            how=How.REGISTER,
            when=known("mother.personal-id"),
            fetched_by="mother.personal-id",
            record_item="full-name",
            feeds=(
                Feed(procedure="birth-registration", boxes=1),
                Feed(procedure="permanent-residence", boxes=1),
                Feed(procedure="child-health-insurance", boxes=1),
            ),
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
            feeds=(Feed(procedure="birth-registration", boxes=1),),
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
            feeds=(Feed(procedure="birth-registration", boxes=1),),
        ),
        Question(
            fact="mother.nationality",
            kind=Kind.TEXT,
            text=text("Quốc tịch của mẹ", "The mother's nationality"),
            how=How.REGISTER,
            when=known("mother.personal-id"),
            fetched_by="mother.personal-id",
            record_item="nationality",
            feeds=(Feed(procedure="birth-registration", boxes=1),),
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
            feeds=(Feed(procedure="birth-registration", boxes=1),),
        ),
        Question(
            fact="father.full-name",
            kind=Kind.NAME,
            text=text("Họ, chữ đệm, tên của cha", "The father's full name"),
            how=How.REGISTER,
            when=known("father.personal-id"),
            fetched_by="father.personal-id",
            record_item="full-name",
            feeds=(
                Feed(procedure="birth-registration", boxes=1),
                Feed(procedure="permanent-residence", boxes=1),
            ),
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
            feeds=(Feed(procedure="birth-registration", boxes=1),),
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
            feeds=(Feed(procedure="birth-registration", boxes=1),),
        ),
        Question(
            fact="father.nationality",
            kind=Kind.TEXT,
            text=text("Quốc tịch của cha", "The father's nationality"),
            how=How.REGISTER,
            when=known("father.personal-id"),
            fetched_by="father.personal-id",
            record_item="nationality",
            feeds=(Feed(procedure="birth-registration", boxes=1),),
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
            feeds=(Feed(procedure="birth-registration", boxes=1),),
        ),
    ),
)
MOTHER = Section(
    code="mother",
    slug="me",
    text=text("Mẹ của em bé", "The child's mother"),
    lead=text(
        "Mẹ không có số định danh nên bạn điền các thông tin này.",
        "The mother has no personal ID, so please fill in her data.",
    ),
    when=MOTHER_WITHOUT_NUMBER,
    questions=(
        Question(
            fact="mother.full-name",
            kind=Kind.NAME,
            text=text("Họ, chữ đệm, tên của mẹ", "The mother's full name"),
            when=MOTHER_WITHOUT_NUMBER,
            feeds=(
                Feed(procedure="birth-registration", boxes=1),
                Feed(procedure="permanent-residence", boxes=1),
                Feed(procedure="child-health-insurance", boxes=1),
            ),
        ),
        Question(
            fact="mother.birth-date",
            kind=Kind.DATE,
            text=text("Ngày sinh của mẹ", "The mother's date of birth"),
            when=MOTHER_WITHOUT_NUMBER,
            not_future=True,
            feeds=(Feed(procedure="birth-registration", boxes=1),),
        ),
        Question(
            fact="mother.ethnicity",
            kind=Kind.CHOICE,
            text=text("Dân tộc của mẹ", "The mother's ethnicity"),
            when=MOTHER_WITHOUT_NUMBER,
            options_from="ethnicities",
            feeds=(Feed(procedure="birth-registration", boxes=1),),
        ),
        Question(
            fact="mother.nationality",
            kind=Kind.TEXT,
            text=text("Quốc tịch của mẹ", "The mother's nationality"),
            when=MOTHER_WITHOUT_NUMBER,
            feeds=(Feed(procedure="birth-registration", boxes=1),),
        ),
        Question(
            fact="mother.residence-commune",
            kind=Kind.COMMUNE,
            text=text("Xã, phường nơi mẹ cư trú", "The mother's commune of residence"),
            required=False,
            when=MOTHER_WITHOUT_NUMBER,
        ),
        Question(
            fact="mother.residence-address",
            kind=Kind.TEXT,
            text=text("Nơi cư trú của mẹ", "The mother's residence"),
            required=False,
            when=MOTHER_WITHOUT_NUMBER,
            feeds=(Feed(procedure="birth-registration", boxes=1),),
        ),
    ),
)
FATHER = Section(
    code="father",
    slug="cha",
    text=text("Cha của em bé", "The child's father"),
    lead=text(
        "Cha không có số định danh nên bạn điền các thông tin này.",
        "The father has no personal ID, so please fill in his data.",
    ),
    when=FATHER_WITHOUT_NUMBER,
    questions=(
        Question(
            fact="father.full-name",
            kind=Kind.NAME,
            text=text("Họ, chữ đệm, tên của cha", "The father's full name"),
            when=FATHER_WITHOUT_NUMBER,
            feeds=(
                Feed(procedure="birth-registration", boxes=1),
                Feed(procedure="permanent-residence", boxes=1),
            ),
        ),
        Question(
            fact="father.birth-date",
            kind=Kind.DATE,
            text=text("Ngày sinh của cha", "The father's date of birth"),
            when=FATHER_WITHOUT_NUMBER,
            not_future=True,
            feeds=(Feed(procedure="birth-registration", boxes=1),),
        ),
        Question(
            fact="father.ethnicity",
            kind=Kind.CHOICE,
            text=text("Dân tộc của cha", "The father's ethnicity"),
            when=FATHER_WITHOUT_NUMBER,
            options_from="ethnicities",
            feeds=(Feed(procedure="birth-registration", boxes=1),),
        ),
        Question(
            fact="father.nationality",
            kind=Kind.TEXT,
            text=text("Quốc tịch của cha", "The father's nationality"),
            when=FATHER_WITHOUT_NUMBER,
            feeds=(Feed(procedure="birth-registration", boxes=1),),
        ),
        Question(
            fact="father.residence-commune",
            kind=Kind.COMMUNE,
            text=text("Xã, phường nơi cha cư trú", "The father's commune of residence"),
            required=False,
            when=FATHER_WITHOUT_NUMBER,
        ),
        Question(
            fact="father.residence-address",
            kind=Kind.TEXT,
            text=text("Nơi cư trú của cha", "The father's residence"),
            required=False,
            when=FATHER_WITHOUT_NUMBER,
            feeds=(Feed(procedure="birth-registration", boxes=1),),
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

# --- part 3: the child --------------------------------------------------------------------------

CHILD_FULL_NAME = Question(
    fact="child.full-name",
    kind=Kind.NAME,
    text=text("Họ, chữ đệm, tên của em bé", "The child's full name"),
    # rules 17, 18, 19
    hint=text(
        "Họ theo cha hoặc mẹ. Tên bằng tiếng Việt hoặc tiếng dân tộc của Việt Nam, không quá dài, khó sử dụng.",
        "The surname is the father's or the mother's. A Vietnamese name or one of an ethnic language of Vietnam, "
        "not too long to use.",
    ),
    source=secondary("91/2015/QH13 Art. 26; 04/2020/TT-BTP Art. 6"),
    feeds=(
        Feed(procedure="birth-registration", boxes=1),
        Feed(procedure="permanent-residence", boxes=2),
        Feed(procedure="child-health-insurance", boxes=1),
    ),
)
CHILD_BIRTH_DATE = Question(
    fact="child.birth-date",
    kind=Kind.DATE,
    text=text("Ngày, tháng, năm sinh", "Date of birth"),
    not_future=True,
    # in the birth declaration also the date in words, which is written by itself
    feeds=(
        Feed(procedure="birth-registration", boxes=2),
        Feed(procedure="permanent-residence", boxes=2),
        Feed(procedure="child-health-insurance", boxes=1),
    ),
)
CHILD_SEX = Question(
    fact="child.sex",
    kind=Kind.CHOICE,
    text=text("Giới tính", "Sex"),
    options=(
        Option(value="male", text=text("Nam", "Male")),
        Option(value="female", text=text("Nữ", "Female")),
    ),
    feeds=(
        Feed(procedure="birth-registration", boxes=1),
        Feed(procedure="permanent-residence", boxes=2),
        Feed(procedure="child-health-insurance", boxes=1),
    ),
)
# rule 15
CHILD_MULTIPLE_BIRTH = Question(
    fact="child.multiple-birth",
    kind=Kind.YES_NO,
    text=text("Em bé là con sinh đôi, sinh ba?", "Is the child a twin or triplet?"),
    hint=text("Mỗi em có một tờ khai riêng.", "Each child has a declaration of its own."),
    source=secondary("22/2025/TT-BYT; 3160/BTP-CNTT (13/09/2021)"),
)
CHILD_CHOSEN_ETHNICITY = Question(
    fact="child.chosen-ethnicity",
    kind=Kind.CHOICE,
    text=text("Dân tộc của em bé", "The child's ethnicity"),
    hint=text("Theo dân tộc của cha hoặc mẹ, do cha mẹ thỏa thuận.", "The father's or mother's, as they agree."),
    when=not_(ETHNICITY_FOLLOWS),
    options_from="ethnicities",
    source=secondary("91/2015/QH13 Art. 29; 123/2015/NĐ-CP Art. 15"),
    feeds=(
        Feed(procedure="birth-registration", boxes=1),
        Feed(procedure="child-health-insurance", boxes=1),
    ),
)
CHILD_AUTOMATIC = (
    Question(
        fact="child.ethnicity",
        kind=Kind.CHOICE,
        text=text("Dân tộc của em bé", "The child's ethnicity"),
        how=How.AUTOMATIC,
        required=False,
        when=ETHNICITY_FOLLOWS,
        options_from="ethnicities",
        source=secondary("91/2015/QH13 Art. 29; 123/2015/NĐ-CP Art. 15"),
        feeds=(
            Feed(procedure="birth-registration", boxes=1),
            Feed(procedure="child-health-insurance", boxes=1),
        ),
    ),
    Question(
        fact="child.nationality",
        kind=Kind.TEXT,
        text=text("Quốc tịch của em bé", "The child's nationality"),
        how=How.AUTOMATIC,
        required=False,
        feeds=(
            Feed(procedure="birth-registration", boxes=1),
            Feed(procedure="child-health-insurance", boxes=1),
        ),
    ),
    # both come out of the first procedure
    Question(
        fact="birth-certificate.personal-id",
        kind=Kind.PERSONAL_ID,
        text=text("Số định danh cá nhân của em bé", "The child's personal ID"),
        how=How.AUTOMATIC,
        required=False,
        feeds=(
            Feed(procedure="permanent-residence", boxes=2),
            Feed(procedure="child-health-insurance", boxes=1),
        ),
    ),
    Question(
        fact="birth-certificate.number",
        kind=Kind.TEXT,
        text=text("Số giấy khai sinh", "Number of the birth certificate"),
        how=How.AUTOMATIC,
        required=False,
        feeds=(
            Feed(procedure="permanent-residence", boxes=1),
            Feed(procedure="child-health-insurance", boxes=1),
        ),
    ),
)
CHILD_BEFORE_NOTICES = Section(
    code="child",
    slug="em-be",
    text=text("Em bé", "The child"),
    questions=(
        CHILD_FULL_NAME,
        CHILD_BIRTH_DATE,
        CHILD_SEX,
        CHILD_MULTIPLE_BIRTH,
        # rule 23
        Question(
            fact="child.birth-place",
            kind=Kind.TEXT,
            text=text("Nơi sinh", "Place of birth"),
            hint=text(
                "Tên cơ sở y tế và địa chỉ; nếu sinh ở nhà thì xã, phường và tỉnh, thành phố.",
                "Name and address of the health facility; for a birth at home, commune and province.",
            ),
            source=secondary("123/2015/NĐ-CP"),
            feeds=(Feed(procedure="birth-registration", boxes=1),),
        ),
        CHILD_CHOSEN_ETHNICITY,
        *CHILD_AUTOMATIC,
    ),
)
CHILD = Section(
    code="child",
    slug="em-be",
    text=text("Em bé", "The child"),
    questions=(
        CHILD_FULL_NAME,
        CHILD_BIRTH_DATE,
        CHILD_SEX,
        CHILD_MULTIPLE_BIRTH,
        # rule 20: the shape is that of Circular 22/2025/TT-BYT
        Question(
            fact="birth-notice.number",
            kind=Kind.BIRTH_NOTICE,
            text=text("Số giấy chứng sinh", "Number of the birth notice"),
            hint=text(
                "18 ký tự trên giấy chứng sinh, ví dụ 10123.GCS.00456.26. Để trống nếu không có giấy chứng sinh.",
                "18 characters on the notice, for example 10123.GCS.00456.26. Leave blank if there is none.",
            ),
            required=False,
            source=secondary("22/2025/TT-BYT; 296/QĐ-VPCP (12/06/2024)"),
        ),
        CHILD_CHOSEN_ETHNICITY,
        # rule 23
        Question(
            fact="child.birth-place",
            kind=Kind.TEXT,
            text=text("Nơi sinh", "Place of birth"),
            how=How.REGISTER,
            when=known("birth-notice.number"),
            fetched_by="birth-notice.number",
            record_item="facility",
            source=secondary("123/2015/NĐ-CP"),
            feeds=(Feed(procedure="birth-registration", boxes=1),),
        ),
        # rule 21: what the hospital wrote, for comparison by the officer
        Question(
            fact="birth-notice.mother-id",
            kind=Kind.PERSONAL_ID,
            text=text("Số định danh của mẹ ghi trên giấy chứng sinh", "The mother's personal ID on the notice"),
            how=How.REGISTER,
            required=False,
            when=known("birth-notice.number"),
            fetched_by="birth-notice.number",
            record_item="mother-id",
        ),
        Question(
            fact="birth-notice.birth-moment",
            kind=Kind.MOMENT,
            text=text("Giờ, ngày sinh ghi trên giấy chứng sinh", "Hour and day of birth on the notice"),
            how=How.REGISTER,
            required=False,
            when=known("birth-notice.number"),
            fetched_by="birth-notice.number",
            record_item="child-birth-moment",
            not_future=True,
        ),
        Question(
            fact="birth-notice.sex",
            kind=Kind.CHOICE,
            text=text("Giới tính ghi trên giấy chứng sinh", "Sex on the notice"),
            how=How.REGISTER,
            required=False,
            when=known("birth-notice.number"),
            options=(
                Option(value="male", text=text("Nam", "Male")),
                Option(value="female", text=text("Nữ", "Female")),
            ),
            fetched_by="birth-notice.number",
            record_item="child-sex",
        ),
        *CHILD_AUTOMATIC,
    ),
)
