"""The birth form, the pages about the home: whose residence the child joins, and who heads the household."""

from workflows.conditions import all_of, equals, is_true, known, not_
from workflows.declarations.birth_boxes import RESIDENCE_1, RESIDENCE_2, RESIDENCE_4
from workflows.questions import How, Option, Question, Section
from workflows.words import Kind, inferred, law, secondary, text

# --- when a question applies --------------------------------------------------------------------

AT_MOTHER = all_of(equals("residence.with", "mother"), known("mother.personal-id"))
AT_FATHER = all_of(equals("residence.with", "father"), known("father.personal-id"))
ELSEWHERE = all_of(known("residence.with"), not_(AT_MOTHER), not_(AT_FATHER))
# rule 40
PARENT_HEADS_HOUSEHOLD = all_of(known("householder.is-parent"), is_true("householder.is-parent"))
REQUESTER_HEADS_HOUSEHOLD = all_of(known("householder.is-requester"), is_true("householder.is-requester"))

# --- whose residence ----------------------------------------------------------------------------

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
    feeds=(RESIDENCE_2,),
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
        "source": law("68/2020/QH14 Art. 12; 58/2026/NĐ-CP Art. 4(4)"),
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

# --- the householder ----------------------------------------------------------------------------

HOUSEHOLD_HEAD = (
    Question(
        fact="householder.id-at-mother",
        kind=Kind.PERSONAL_ID,
        text=text("Số định danh của chủ hộ", "The householder's personal ID"),
        how=How.REGISTER,
        when=AT_MOTHER,
        fetched_by="mother.personal-id",
        record_item="household-head-id",
        feeds=(RESIDENCE_1,),
    ),
    Question(
        fact="householder.name-at-mother",
        kind=Kind.NAME,
        text=text("Họ, chữ đệm, tên của chủ hộ", "The householder's full name"),
        how=How.REGISTER,
        when=AT_MOTHER,
        fetched_by="mother.personal-id",
        record_item="household-head-name",
        feeds=(RESIDENCE_1,),
    ),
    Question(
        fact="householder.id-at-father",
        kind=Kind.PERSONAL_ID,
        text=text("Số định danh của chủ hộ", "The householder's personal ID"),
        how=How.REGISTER,
        when=AT_FATHER,
        fetched_by="father.personal-id",
        record_item="household-head-id",
        feeds=(RESIDENCE_1,),
    ),
    Question(
        fact="householder.name-at-father",
        kind=Kind.NAME,
        text=text("Họ, chữ đệm, tên của chủ hộ", "The householder's full name"),
        how=How.REGISTER,
        when=AT_FATHER,
        fetched_by="father.personal-id",
        record_item="household-head-name",
        feeds=(RESIDENCE_1,),
    ),
)
STATED_HOUSEHOLDER = Question(
    fact="householder.stated-personal-id",
    kind=Kind.PERSONAL_ID,
    text=text("Số định danh của chủ hộ nơi đó", "Personal ID of the householder there"),
    when=ELSEWHERE,
    feeds=(RESIDENCE_1,),
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
    feeds=(RESIDENCE_1,),
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
    feeds=(RESIDENCE_4,),
)

RELATION_TO_HOUSEHOLDER = Question(
    fact="residence.relation",
    kind=Kind.CHOICE,
    text=text("Em bé là gì của chủ hộ?", "What is the child to the householder?"),
    options_from="relations",
    feeds=(RESIDENCE_2,),
)
# rule 39
HOUSEHOLDER_CONSENT = Question(
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
            text=text("Nộp văn bản hoặc tờ khai CT01 có ý kiến", "A paper or form CT01 with the consent"),
        ),
    ),
    source=secondary("68/2020/QH14 Art. 20"),
    feeds=(RESIDENCE_2,),
)
HOUSEHOLDER_CONSENT_58 = HOUSEHOLDER_CONSENT.model_copy(update={"source": law("58/2026/NĐ-CP Art. 4(5)")})

# --- sections -----------------------------------------------------------------------------------

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
        RELATION_TO_HOUSEHOLDER,
        HOUSEHOLDER_CONSENT,
    ),
)
HOUSEHOLDER_58 = HOUSEHOLDER.model_copy(
    update={
        "questions": (RELATION_TO_HOUSEHOLDER, HOUSEHOLDER_CONSENT_58),
        "when": all_of(
            known("residence.with"),
            not_(equals("residence.with", "none")),
            not_(PARENT_HEADS_HOUSEHOLD),
        ),
    }
)
