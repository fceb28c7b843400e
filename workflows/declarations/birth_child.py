"""The birth form, the page about the child.

Until 30/06/2024 the form did not ask for the number of the birth notice.
"""

from workflows.conditions import all_of, any_of, is_false, is_true, known, not_
from workflows.declarations.birth_boxes import BIRTH_1, BIRTH_2, CARD_1, CARD_2, RESIDENCE_2, RESIDENCE_3
from workflows.questions import How, Option, Question, Section
from workflows.words import Kind, secondary, text

# Parents of one ethnicity leave no choice; a father who is not recorded leaves the mother's (rule 12).
ETHNICITY_FOLLOWS = all_of(
    known("mother.ethnicity"),
    any_of(
        is_false("child.father-recorded"),
        all_of(known("parents.same-ethnicity"), is_true("parents.same-ethnicity")),
    ),
)

CHILD_FULL_NAME = Question(
    fact="child.full-name",
    kind=Kind.NAME,
    text=text("Họ, chữ đệm, tên của em bé", "The child's full name"),
    # rules 17, 18, 19
    hint=text(
        "Họ theo cha hoặc mẹ. Tên bằng tiếng Việt hoặc tiếng dân tộc của Việt Nam, không quá dài, khó sử "
        "dụng.",
        "The surname is the father's or the mother's. A Vietnamese name or one of an ethnic language of "
        "Vietnam, not too long to use.",
    ),
    source=secondary("91/2015/QH13 Art. 26; 04/2020/TT-BTP Art. 6"),
    feeds=(BIRTH_1, RESIDENCE_2, CARD_1),
)
CHILD_BIRTH_DATE = Question(
    fact="child.birth-date",
    kind=Kind.DATE,
    text=text("Ngày, tháng, năm sinh", "Date of birth"),
    not_future=True,
    # in the birth declaration also the date in words, which is written by itself
    feeds=(BIRTH_2, RESIDENCE_2, CARD_1),
)
CHILD_SEX = Question(
    fact="child.sex",
    kind=Kind.CHOICE,
    text=text("Giới tính", "Sex"),
    options=(
        Option(value="male", text=text("Nam", "Male")),
        Option(value="female", text=text("Nữ", "Female")),
    ),
    feeds=(BIRTH_1, RESIDENCE_2, CARD_1),
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
    feeds=(BIRTH_1, CARD_1),
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
        feeds=(BIRTH_1, CARD_1),
    ),
    Question(
        fact="child.nationality",
        kind=Kind.TEXT,
        text=text("Quốc tịch của em bé", "The child's nationality"),
        how=How.AUTOMATIC,
        required=False,
        feeds=(BIRTH_1, CARD_1),
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
        feeds=(RESIDENCE_3, CARD_2),
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
            feeds=(BIRTH_1,),
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
            source=secondary(
                "22/2025/TT-BYT; 1449/QĐ-BHXH (19/08/2024)",
                "18 ký tự theo Thông tư; ô này có trên Mẫu số 01 năm 2024, theo Bảo hiểm xã hội Việt Nam.",
                "18 characters by the circular; that Form 01 of 2024 has the box, social insurance reports.",
            ),
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
            feeds=(BIRTH_1,),
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
            compared_with="mother.personal-id",
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
            compared_with="child.birth-date",
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
            compared_with="child.sex",
        ),
        *CHILD_AUTOMATIC,
    ),
)
