"""The birth form, the pages about a mother or father who has no personal ID: no register can be asked."""

from workflows.conditions import all_of, known, not_, one_of
from workflows.declarations.birth_boxes import BIRTH_1, CARD_1, RESIDENCE_1
from workflows.questions import Question, Section
from workflows.words import Kind, text

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
            feeds=(BIRTH_1, RESIDENCE_1, CARD_1),
        ),
        Question(
            fact="mother.birth-date",
            kind=Kind.DATE,
            text=text("Ngày sinh của mẹ", "The mother's date of birth"),
            when=MOTHER_WITHOUT_NUMBER,
            not_future=True,
            feeds=(BIRTH_1,),
        ),
        Question(
            fact="mother.ethnicity",
            kind=Kind.CHOICE,
            text=text("Dân tộc của mẹ", "The mother's ethnicity"),
            when=MOTHER_WITHOUT_NUMBER,
            options_from="ethnicities",
            feeds=(BIRTH_1,),
        ),
        Question(
            fact="mother.nationality",
            kind=Kind.TEXT,
            text=text("Quốc tịch của mẹ", "The mother's nationality"),
            when=MOTHER_WITHOUT_NUMBER,
            feeds=(BIRTH_1,),
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
            feeds=(BIRTH_1,),
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
            feeds=(BIRTH_1, RESIDENCE_1),
        ),
        Question(
            fact="father.birth-date",
            kind=Kind.DATE,
            text=text("Ngày sinh của cha", "The father's date of birth"),
            when=FATHER_WITHOUT_NUMBER,
            not_future=True,
            feeds=(BIRTH_1,),
        ),
        Question(
            fact="father.ethnicity",
            kind=Kind.CHOICE,
            text=text("Dân tộc của cha", "The father's ethnicity"),
            when=FATHER_WITHOUT_NUMBER,
            options_from="ethnicities",
            feeds=(BIRTH_1,),
        ),
        Question(
            fact="father.nationality",
            kind=Kind.TEXT,
            text=text("Quốc tịch của cha", "The father's nationality"),
            when=FATHER_WITHOUT_NUMBER,
            feeds=(BIRTH_1,),
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
            feeds=(BIRTH_1,),
        ),
    ),
)
