"""The electronic form of the birth group (tờ khai điện tử Mẫu số 01): asked once, for every procedure.

The boxes that a fact fills in the separate forms (`feeds`) are those of the birth declaration, of
form CT01 and of form TK1-TS; the weights are a reading of their layouts. For the ID card no separate
form was read, so it counts no boxes.

Left out on purpose, so that no more is asked than is needed: the requester's e-mail, and the
poor-household certificate, which the portal's form offers as optional (rule 53) while the card of a
child under six has its group and level without it. The marriage certificate is never asked for
(rule 14). What the form of Decree 301/2026 asks beyond the ID card is not known.
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
            feeds=(Feed(procedure="birth-registration", boxes=1),),
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
            source=secondary("60/2014/QH13 Art. 4"),
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
        "Họ theo cha hoặc mẹ. Tên bằng tiếng Việt hoặc tiếng dân tộc của Việt Nam, không quá dài, khó sử "
        "dụng.",
        "The surname is the father's or the mother's. A Vietnamese name or one of an ethnic language of "
        "Vietnam, "
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
    hint=text(
        "Theo dân tộc của cha hoặc mẹ, do cha mẹ thỏa thuận.", "The father's or mother's, as they agree."
    ),
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
    # Stands for the boxes on place and number of the certificate and on the child's personal ID, two in
    # CT01: the first procedure fills them for the others.
    Question(
        fact="office.civil-status",
        kind=Kind.COMMUNE,
        text=text("Nơi đăng ký khai sinh", "Commune that registers the birth"),
        hint=text(
            "Số giấy khai sinh và số định danh của em bé được chuyển thẳng cho các cơ quan sau.",
            "The certificate's number and the child's personal ID go straight to the next offices.",
        ),
        how=How.AUTOMATIC,
        required=False,
        feeds=(
            Feed(procedure="permanent-residence", boxes=3),
            Feed(procedure="child-health-insurance", boxes=2),
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
                "18 ký tự trên giấy chứng sinh, ví dụ 10123.GCS.00456.26. Để trống nếu không có giấy chứng "
                "sinh.",
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
            text=text(
                "Số định danh của mẹ ghi trên giấy chứng sinh", "The mother's personal ID on the notice"
            ),
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

# --- part 4: home -------------------------------------------------------------------------------

LIVES_WITH_MOTHER = Option(value="mother", text=text("Nơi thường trú của mẹ", "The mother's residence"))
LIVES_WITH_FATHER = Option(value="father", text=text("Nơi thường trú của cha", "The father's residence"))
LIVES_WITH_GUARDIAN = Option(
    value="guardian", text=text("Nơi thường trú của người giám hộ", "The guardian's residence")
)
# rule 37
LIVES_ELSEWHERE = Option(
    value="other",
    text=text("Nơi khác", "Another place"),
    hint=text(
        "Cần văn bản đồng ý của cha và mẹ và giấy tờ theo pháp luật về cư trú.",
        "Both parents' written consent and the papers of residence law are needed.",
    ),
)
# rule 41
LIVES_NOWHERE_YET = Option(
    value="none",
    text=text("Cha mẹ chưa có nơi thường trú, tạm trú", "The parents have no residence yet"),
    hint=text(
        "Công an sẽ ghi thông tin về cư trú của em bé thay cho đăng ký thường trú.",
        "The police record the child's residence information instead of a permanent residence.",
    ),
)
RESIDENCE_WITH = Question(
    fact="residence.with",
    kind=Kind.CHOICE,
    text=text("Em bé đăng ký thường trú theo ai?", "Whose residence does the child join?"),
    # rule 38
    hint=text(
        "Cha mẹ ở hai nơi thì theo nơi cha mẹ thỏa thuận hoặc nơi em bé thường xuyên chung sống.",
        "Where parents live apart: the place they agree on, or where the child lives.",
    ),
    options=(LIVES_WITH_MOTHER, LIVES_WITH_FATHER, LIVES_WITH_GUARDIAN, LIVES_ELSEWHERE),
    source=law("68/2020/QH14 Art. 12"),
    feeds=(Feed(procedure="permanent-residence", boxes=2),),
)
RESIDENCE_WITH_58 = RESIDENCE_WITH.model_copy(
    update={
        "options": (
            LIVES_WITH_MOTHER,
            LIVES_WITH_FATHER,
            LIVES_WITH_GUARDIAN,
            LIVES_ELSEWHERE,
            LIVES_NOWHERE_YET,
        ),
        "source": law("68/2020/QH14 Art. 12; 58/2026/NĐ-CP Art. 4"),
    }
)
RESIDENCE_PLACE = (
    Question(
        fact="residence.commune-at-mother",
        kind=Kind.COMMUNE,
        text=text("Xã, phường", "Commune"),
        how=How.REGISTER,
        when=AT_MOTHER,
        fetched_by="mother.personal-id",
        record_item="residence-commune",
    ),
    Question(
        fact="residence.address-at-mother",
        kind=Kind.TEXT,
        text=text("Địa chỉ", "Address"),
        how=How.REGISTER,
        when=AT_MOTHER,
        fetched_by="mother.personal-id",
        record_item="residence-address",
    ),
    Question(
        fact="residence.commune-at-father",
        kind=Kind.COMMUNE,
        text=text("Xã, phường", "Commune"),
        how=How.REGISTER,
        when=AT_FATHER,
        fetched_by="father.personal-id",
        record_item="residence-commune",
    ),
    Question(
        fact="residence.address-at-father",
        kind=Kind.TEXT,
        text=text("Địa chỉ", "Address"),
        how=How.REGISTER,
        when=AT_FATHER,
        fetched_by="father.personal-id",
        record_item="residence-address",
    ),
    Question(
        fact="residence.other-commune",
        kind=Kind.COMMUNE,
        text=text("Xã, phường nơi em bé ở", "Commune where the child lives"),
        when=ELSEWHERE,
    ),
    Question(
        fact="residence.other-address",
        kind=Kind.TEXT,
        text=text("Địa chỉ nơi em bé ở", "Address where the child lives"),
        hint=text("Số nhà, đường, thôn, xóm.", "House number, street, hamlet."),
        when=ELSEWHERE,
    ),
)
HOUSEHOLD_HEAD = (
    Question(
        fact="householder.id-at-mother",
        kind=Kind.PERSONAL_ID,
        text=text("Số định danh của chủ hộ", "The householder's personal ID"),
        how=How.REGISTER,
        when=AT_MOTHER,
        fetched_by="mother.personal-id",
        record_item="household-head-id",
        feeds=(Feed(procedure="permanent-residence", boxes=1),),
    ),
    Question(
        fact="householder.name-at-mother",
        kind=Kind.NAME,
        text=text("Họ, chữ đệm, tên của chủ hộ", "The householder's full name"),
        how=How.REGISTER,
        when=AT_MOTHER,
        fetched_by="mother.personal-id",
        record_item="household-head-name",
        feeds=(Feed(procedure="permanent-residence", boxes=1),),
    ),
    Question(
        fact="householder.id-at-father",
        kind=Kind.PERSONAL_ID,
        text=text("Số định danh của chủ hộ", "The householder's personal ID"),
        how=How.REGISTER,
        when=AT_FATHER,
        fetched_by="father.personal-id",
        record_item="household-head-id",
        feeds=(Feed(procedure="permanent-residence", boxes=1),),
    ),
    Question(
        fact="householder.name-at-father",
        kind=Kind.NAME,
        text=text("Họ, chữ đệm, tên của chủ hộ", "The householder's full name"),
        how=How.REGISTER,
        when=AT_FATHER,
        fetched_by="father.personal-id",
        record_item="household-head-name",
        feeds=(Feed(procedure="permanent-residence", boxes=1),),
    ),
)
STATED_HOUSEHOLDER = Question(
    fact="householder.stated-personal-id",
    kind=Kind.PERSONAL_ID,
    text=text("Số định danh của chủ hộ nơi đó", "Personal ID of the householder there"),
    when=ELSEWHERE,
    feeds=(Feed(procedure="permanent-residence", boxes=1),),
)
STATED_HOUSEHOLDER_58 = STATED_HOUSEHOLDER.model_copy(
    update={"when": all_of(ELSEWHERE, not_(equals("residence.with", "none")))}
)
STATED_HOUSEHOLDER_NAME = Question(
    fact="householder.stated-full-name",
    kind=Kind.NAME,
    text=text("Họ, chữ đệm, tên của chủ hộ", "The householder's full name"),
    how=How.REGISTER,
    when=known("householder.stated-personal-id"),
    fetched_by="householder.stated-personal-id",
    record_item="full-name",
    feeds=(Feed(procedure="permanent-residence", boxes=1),),
)
# rule 40: stands for the relation to the householder and for the consent, two boxes each
PARENT_AS_HOUSEHOLDER = Question(
    fact="householder.is-parent",
    kind=Kind.YES_NO,
    text=text("Cha hoặc mẹ là chủ hộ nên đã đồng ý", "A parent is the householder and so agrees"),
    how=How.AUTOMATIC,
    required=False,
    when=PARENT_HEADS_HOUSEHOLD,
    source=inferred(
        "63/2024/NĐ-CP Art. 8; 68/2020/QH14 Art. 20",
        "Cổng dịch vụ công điền sẵn chủ hộ; cha, mẹ là chủ hộ nộp hồ sơ thì coi như đã đồng ý.",
        "The portal fills in the householder; a parent who heads the household is taken to agree.",
    ),
    feeds=(Feed(procedure="permanent-residence", boxes=4),),
)
HOME = Section(
    code="home",
    slug="noi-o",
    text=text("Nơi ở", "Home"),
    questions=(
        RESIDENCE_WITH,
        *RESIDENCE_PLACE,
        *HOUSEHOLD_HEAD,
        STATED_HOUSEHOLDER,
        STATED_HOUSEHOLDER_NAME,
        PARENT_AS_HOUSEHOLDER,
    ),
)
HOME_58 = HOME.model_copy(
    update={
        "questions": (
            RESIDENCE_WITH_58,
            *RESIDENCE_PLACE,
            *HOUSEHOLD_HEAD,
            STATED_HOUSEHOLDER_58,
            STATED_HOUSEHOLDER_NAME,
            PARENT_AS_HOUSEHOLDER,
        )
    }
)
HOUSEHOLDER = Section(
    code="householder",
    slug="chu-ho",
    text=text("Chủ hộ", "The householder"),
    when=all_of(known("residence.with"), not_(PARENT_HEADS_HOUSEHOLD)),
    questions=(
        Question(
            fact="residence.relation",
            kind=Kind.CHOICE,
            text=text("Em bé là gì của chủ hộ?", "What is the child to the householder?"),
            options_from="relations",
            feeds=(Feed(procedure="permanent-residence", boxes=2),),
        ),
        # rule 39
        Question(
            fact="residence.consent",
            kind=Kind.CHOICE,
            text=text("Chủ hộ đồng ý bằng cách nào?", "How does the householder agree?"),
            when=not_(REQUESTER_HEADS_HOUSEHOLD),
            options=(
                Option(
                    value="vneid",
                    text=text("Xác nhận qua VNeID", "Confirmation by VNeID"),
                    hint=text(
                        "Thời gian chờ chủ hộ xác nhận không tính vào thời hạn.",
                        "The time until the householder confirms does not count.",
                    ),
                ),
                Option(
                    value="attached",
                    text=text(
                        "Nộp văn bản hoặc tờ khai CT01 có ý kiến", "A paper or form CT01 with the consent"
                    ),
                ),
            ),
            source=secondary("68/2020/QH14 Art. 20"),
            feeds=(Feed(procedure="permanent-residence", boxes=2),),
        ),
    ),
)
HOUSEHOLDER_58 = HOUSEHOLDER.model_copy(
    update={
        "when": all_of(
            known("residence.with"),
            not_(equals("residence.with", "none")),
            not_(PARENT_HEADS_HOUSEHOLD),
        )
    }
)

# --- parts 5 to 7: card, papers, result ---------------------------------------------------------

CARE_FACILITY = (
    # rule 52
    Question(
        fact="card.facility",
        kind=Kind.CHOICE,
        text=text("Nơi khám, chữa bệnh ban đầu của em bé", "The child's first-contact health facility"),
        options_from="care-facilities",
        feeds=(Feed(procedure="child-health-insurance", boxes=1),),
    ),
    Question(
        fact="card.stated-guardian",
        kind=Kind.NAME,
        text=text("Người giám hộ in trên thẻ", "Guardian printed on the card"),
        when=equals("requester.relation", "guardian"),
    ),
    Question(
        fact="card.address",
        kind=Kind.TEXT,
        text=text("Địa chỉ nhận thẻ", "Address for the card"),
        how=How.AUTOMATIC,
        required=False,
        feeds=(Feed(procedure="child-health-insurance", boxes=1),),
    ),
)
CARD = Section(
    code="card",
    slug="the",
    text=text("Thẻ bảo hiểm y tế", "Health-insurance card"),
    questions=CARE_FACILITY,
)
CARDS = Section(
    code="card",
    slug="the",
    text=text("Thẻ bảo hiểm y tế và thẻ căn cước", "Health-insurance card and ID card"),
    questions=(
        *CARE_FACILITY,
        # rule 56
        Question(
            fact="wants.identity-card",
            kind=Kind.YES_NO,
            text=text(
                "Bạn có làm luôn thẻ căn cước cho em bé?", "Do you also want an ID card for the child?"
            ),
            hint=text(
                "Không bắt buộc. Thời hạn của thẻ này trong nhóm liên thông chưa rõ.",
                "Not compulsory. Its time limit inside the linked group is not known yet.",
            ),
            source=secondary("301/2026/NĐ-CP"),
        ),
    ),
)
# rules 9, 11
BIRTH_EVIDENCE = Question(
    fact="child.birth-evidence",
    kind=Kind.CHOICE,
    text=text("Giấy tờ chứng minh việc sinh", "Proof of the birth"),
    options=(
        Option(value="notice", text=text("Giấy chứng sinh", "Birth notice")),
        Option(value="witness", text=text("Văn bản của người làm chứng", "Statement of a witness")),
        Option(
            value="commitment",
            text=text("Giấy cam đoan của bạn", "Your written commitment"),
            hint=text("Chỉ khi không có người làm chứng.", "Only when there is no witness."),
        ),
    ),
    when=not_(equals("child.case", "abandoned")),
    source=law("60/2014/QH13 Art. 16"),
)
PAPERS_BEFORE_NOTICES = Section(
    code="papers",
    slug="giay-to",
    text=text("Giấy tờ", "Papers"),
    when=all_of(known("child.case"), not_(equals("child.case", "abandoned"))),
    questions=(BIRTH_EVIDENCE,),
)
# Only when there is no notice that the hospital sent.
PAPERS = Section(
    code="papers",
    slug="giay-to",
    text=text("Giấy tờ về việc sinh", "Papers about the birth"),
    when=all_of(known("child.full-name"), not_(known("birth-notice.number"))),
    questions=(
        BIRTH_EVIDENCE,
        # rule 23
        Question(
            fact="child.birth-place",
            kind=Kind.TEXT,
            text=text("Nơi sinh", "Place of birth"),
            hint=text(
                "Tên cơ sở y tế và địa chỉ; nếu sinh ở nhà thì xã, phường và tỉnh, thành phố.",
                "Name and address of the health facility; for a birth at home, commune and province.",
            ),
            when=not_(known("birth-notice.number")),
            source=secondary("123/2015/NĐ-CP"),
            feeds=(Feed(procedure="birth-registration", boxes=1),),
        ),
    ),
)
RESULT = Section(
    code="result",
    slug="nhan",
    text=text("Nhận kết quả", "The results"),
    questions=(
        Question(
            fact="result.copies",
            kind=Kind.NUMBER,
            text=text("Số bản sao trích lục khai sinh cần cấp", "Number of copies of the birth extract"),
            hint=text(
                "Nhập 0 nếu không cần. Bản điện tử có giá trị như bản giấy.",
                "Enter 0 if you need none. The electronic certificate is as good as paper.",
            ),
            feeds=(Feed(procedure="birth-registration", boxes=1),),
        ),
        Question(
            fact="result.delivery",
            kind=Kind.CHOICE,
            text=text("Bạn nhận kết quả bằng cách nào?", "How do you want the results?"),
            options=(
                Option(value="electronic", text=text("Bản điện tử trên tài khoản", "Electronically")),
                Option(
                    value="counter", text=text("Bản giấy tại bộ phận một cửa", "On paper, at the counter")
                ),
                Option(value="post", text=text("Bản giấy qua bưu điện", "On paper, by post")),
            ),
            feeds=(
                Feed(procedure="birth-registration", boxes=1),
                Feed(procedure="permanent-residence", boxes=1),
                Feed(procedure="child-health-insurance", boxes=1),
            ),
        ),
        Question(
            fact="result.post-address",
            kind=Kind.TEXT,
            text=text("Địa chỉ nhận qua bưu điện", "Address for the post"),
            when=equals("result.delivery", "post"),
        ),
    ),
)

# --- what follows from the answers --------------------------------------------------------------

DERIVED_ALWAYS = (
    Derived(
        fact="child.age-months",
        rule="months-since",
        of=("child.birth-date",),
        text=text("Tuổi của em bé, tính bằng tháng", "The child's age in months"),
    ),
    Derived(
        fact="child.days-since-birth",
        rule="days-since",
        of=("child.birth-date",),
        text=text("Số ngày từ khi sinh", "Days since birth"),
    ),
    Derived(
        fact="child.both-parents",
        rule="chosen",
        of=("child.case",),
        value="both-parents",
        text=text("Ghi cả cha và mẹ", "Both parents are recorded"),
    ),
    Derived(
        fact="child.surrogacy",
        rule="chosen",
        of=("child.case",),
        value="surrogacy",
        text=text("Sinh do mang thai hộ", "Born by a surrogate"),
    ),
    Derived(
        fact="child.father-recorded",
        rule="any",
        of=("child.both-parents", "child.surrogacy"),
        text=text("Có ghi phần về cha", "The father is recorded"),
    ),
    Derived(
        fact="parents.same-commune",
        rule="same",
        of=("mother.residence-commune", "father.residence-commune"),
        text=text("Cha mẹ cư trú cùng xã, phường", "The parents live in one commune"),
    ),
    Derived(
        fact="parents.same-ethnicity",
        rule="same",
        of=("mother.ethnicity", "father.ethnicity"),
        text=text("Cha mẹ cùng dân tộc", "The parents are of one ethnicity"),
    ),
    Derived(
        fact="child.ethnicity",
        rule="first",
        of=("child.chosen-ethnicity", "mother.ethnicity"),
        text=text("Dân tộc của em bé", "The child's ethnicity"),
    ),
    Derived(
        fact="child.nationality",
        rule="first",
        of=("mother.nationality", "father.nationality"),
        text=text("Quốc tịch của em bé", "The child's nationality"),
    ),
    Derived(
        fact="residence.commune",
        rule="first",
        of=("residence.commune-at-mother", "residence.commune-at-father", "residence.other-commune"),
        text=text("Xã, phường nơi em bé ở", "Commune where the child lives"),
    ),
    Derived(
        fact="residence.address",
        rule="first",
        of=("residence.address-at-mother", "residence.address-at-father", "residence.other-address"),
        text=text("Địa chỉ nơi em bé ở", "Address where the child lives"),
    ),
    Derived(
        fact="residence.with-mother",
        rule="chosen",
        of=("residence.with",),
        value="mother",
        text=text("Theo nơi thường trú của mẹ", "At the mother's residence"),
    ),
    Derived(
        fact="residence.with-father",
        rule="chosen",
        of=("residence.with",),
        value="father",
        text=text("Theo nơi thường trú của cha", "At the father's residence"),
    ),
    Derived(
        fact="residence.with-guardian",
        rule="chosen",
        of=("residence.with",),
        value="guardian",
        text=text("Theo nơi thường trú của người giám hộ", "At the guardian's residence"),
    ),
    Derived(
        fact="residence.at-parents",
        rule="any",
        of=("residence.with-mother", "residence.with-father", "residence.with-guardian"),
        text=text("Tại nơi ở của cha, mẹ hoặc người giám hộ", "At a parent's or guardian's residence"),
    ),
    Derived(
        fact="householder.personal-id",
        rule="first",
        of=("householder.id-at-mother", "householder.id-at-father", "householder.stated-personal-id"),
        text=text("Số định danh của chủ hộ", "The householder's personal ID"),
    ),
    Derived(
        fact="householder.full-name",
        rule="first",
        of=("householder.name-at-mother", "householder.name-at-father", "householder.stated-full-name"),
        text=text("Họ, chữ đệm, tên của chủ hộ", "The householder's full name"),
    ),
    Derived(
        fact="mother.is-householder",
        rule="same",
        of=("householder.personal-id", "mother.personal-id"),
        text=text("Mẹ là chủ hộ", "The mother is the householder"),
    ),
    Derived(
        fact="father.is-householder",
        rule="same",
        of=("householder.personal-id", "father.personal-id"),
        text=text("Cha là chủ hộ", "The father is the householder"),
    ),
    Derived(
        fact="householder.is-parent",
        rule="any",
        of=("mother.is-householder", "father.is-householder"),
        text=text("Cha hoặc mẹ là chủ hộ", "A parent is the householder"),
    ),
    Derived(
        fact="householder.is-requester",
        rule="same",
        of=("householder.personal-id", "requester.personal-id"),
        text=text("Bạn là chủ hộ", "You are the householder"),
    ),
    Derived(
        fact="card.guardian-name",
        rule="first",
        of=("card.stated-guardian", "mother.full-name", "father.full-name", "requester.full-name"),
        text=text("Cha, mẹ hoặc người giám hộ in trên thẻ", "Parent or guardian printed on the card"),
    ),
    Derived(
        fact="card.address",
        rule="first",
        of=("residence.address", "requester.address"),
        text=text("Địa chỉ nhận thẻ", "Address for the card"),
    ),
    # rule 4
    Derived(
        fact="office.civil-status",
        rule="first",
        of=("office.chosen", "mother.residence-commune"),
        text=text("Xã, phường đăng ký khai sinh", "Commune that registers the birth"),
    ),
    Derived(
        fact="office.police",
        rule="first",
        of=("residence.commune", "office.civil-status"),
        text=text("Xã, phường đăng ký thường trú", "Commune that registers the residence"),
    ),
    Derived(
        fact="office.social-insurance",
        rule="first",
        of=("residence.commune", "office.civil-status"),
        text=text("Xã, phường của cơ quan bảo hiểm xã hội", "Commune of the social-insurance agency"),
    ),
)
# rule 21
NOTICE_NAMES_MOTHER = Derived(
    fact="birth-notice.names-mother",
    rule="same",
    of=("birth-notice.mother-id", "mother.personal-id"),
    text=text("Giấy chứng sinh ghi đúng người mẹ đã khai", "The notice names the declared mother"),
)

# --- the versions -------------------------------------------------------------------------------

BIRTH_DECLARATION_2023_07 = Declaration(
    code="birth-declaration",
    version="2023-07",
    effective_from=date(2023, 7, 10),
    effective_to=date(2024, 6, 30),
    text=text(
        "Tờ khai liên thông khai sinh, thường trú, thẻ bảo hiểm y tế",
        "Declaration for birth, residence and health card",
    ),
    legal_basis=(secondary("2084/VPCP-KSTT (30/03/2023)"),),
    sections=(
        YOU,
        PARENTS,
        MOTHER,
        FATHER,
        REGISTRATION_OFFICE,
        CHILD_BEFORE_NOTICES,
        HOME,
        HOUSEHOLDER,
        CARD,
        PAPERS_BEFORE_NOTICES,
        RESULT,
    ),
    derived=DERIVED_ALWAYS,
    subject="child.full-name",
)

# Form 01 of Decree 63/2024: with the number of the birth notice, from which the hospital's data are read.
BIRTH_DECLARATION_2024_07 = BIRTH_DECLARATION_2023_07.revised(
    version="2024-07",
    effective_from=date(2024, 7, 1),
    effective_to=date(2026, 6, 30),
    legal_basis=(law("63/2024/NĐ-CP Art. 5"), law("296/QĐ-VPCP (12/06/2024)")),
    sections=(
        YOU,
        PARENTS,
        MOTHER,
        FATHER,
        REGISTRATION_OFFICE,
        CHILD,
        HOME,
        HOUSEHOLDER,
        CARD,
        PAPERS,
        RESULT,
    ),
    derived=(*DERIVED_ALWAYS, NOTICE_NAMES_MOTHER),
)

# Decree 58/2026: parents without any residence declare residence information only.
BIRTH_DECLARATION_2026_07 = BIRTH_DECLARATION_2024_07.revised(
    version="2026-07",
    effective_from=date(2026, 7, 1),
    effective_to=date(2026, 8, 31),
    legal_basis=(
        law("63/2024/NĐ-CP Art. 5"),
        law("296/QĐ-VPCP (12/06/2024)"),
        law("58/2026/NĐ-CP Art. 4"),
    ),
    sections=(
        YOU,
        PARENTS,
        MOTHER,
        FATHER,
        REGISTRATION_OFFICE,
        CHILD,
        HOME_58,
        HOUSEHOLDER_58,
        CARD,
        PAPERS,
        RESULT,
    ),
)

# Decree 301/2026: the family may add an ID card. The rest of its new form could not be read.
BIRTH_DECLARATION_2026_09 = BIRTH_DECLARATION_2026_07.revised(
    version="2026-09",
    effective_from=date(2026, 9, 1),
    effective_to=None,
    text=text(
        "Tờ khai liên thông khai sinh, thường trú, thẻ bảo hiểm y tế, thẻ căn cước",
        "Declaration for birth, residence, health card and ID card",
    ),
    standing=Standing.PROVISIONAL,
    legal_basis=(
        secondary(
            "301/2026/NĐ-CP",
            "Mẫu số 01 mới chưa đọc được; chỉ biết có thêm phần thẻ căn cước.",
            "The new Form 01 could not be read; only its block for the ID card is known.",
        ),
        law("63/2024/NĐ-CP Art. 5"),
        law("58/2026/NĐ-CP Art. 4"),
    ),
    sections=(
        YOU,
        PARENTS,
        MOTHER,
        FATHER,
        REGISTRATION_OFFICE,
        CHILD,
        HOME_58,
        HOUSEHOLDER_58,
        CARDS,
        PAPERS,
        RESULT,
    ),
)
BIRTH_DECLARATION = BIRTH_DECLARATION_2026_09
