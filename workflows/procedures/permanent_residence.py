"""Registration of permanent residence (đăng ký thường trú) of a new-born child, by the commune police.

The case opens when the birth certificate exists (rule 33). Whoever heads the household must agree,
by VNeID or in writing (rule 39); a parent who heads it, or a householder who files, agrees by filing
(rule 40). While a consent by VNeID is awaited the clock stands still: it starts at the electronic
file and the consent (rule 34).

What the officer weighs without a rule of its own here: only one permanent residence at a time
(rule 43), disputed or unlawful dwellings (rule 44), false declarations (rule 46).
"""

from datetime import date

from workflows.authorities.commune_police import COMMUNE_POLICE
from workflows.conditions import all_of, any_of, at_least, below, equals, is_false, is_true, known, not_
from workflows.language import (
    Answer,
    Ask,
    Clock,
    ClockRules,
    Deadline,
    Ending,
    Evidence,
    Fee,
    Input,
    Item,
    Kind,
    Notify,
    OfficialStatus,
    Output,
    OutputItem,
    Procedure,
    Role,
    Standing,
    Start,
    State,
    Step,
    Timer,
    Waits,
)
from workflows.procedures.birth_registration import (
    BIRTH_GROUP_CLOCK,
    RETURN_BIRTH_CERTIFICATE,
    ROLL_OUT_CLOCK,
    ROLL_OUT_SUPPLEMENT,
    STOP_WAITING_FOR_CORRECTION,
)
from workflows.skeletons import (
    ACCEPT,
    ANSWER_SUPPLEMENT,
    AWAITING_CORRECTION,
    AWAITING_REGISTER,
    AWAITING_SUPPLEMENT,
    FORWARD,
    HOLD_FOR_CORRECTION,
    ISSUED,
    REASON,
    RECEIVED,
    RECORD_REGISTER_OBSTACLE,
    REFUSE,
    REFUSE_UNANSWERED,
    REFUSED,
    REGISTER_OBSTACLE,
    REQUEST_SUPPLEMENT,
    RESUME_CORRECTED,
    RESUME_UNCHANGED,
    SUPPLEMENT_NOT_ASKED,
    UNDER_REVIEW,
    WITHDRAW,
    WITHDRAWN,
)
from workflows.words import inferred, law, secondary, text, unknown

# --- states -----------------------------------------------------------------------------------

# rule 34. How long the householder may take is laid down for the death group only, so no timer ends this.
AWAITING_CONSENT = State(
    code="awaiting-consent",
    text=text("Chờ chủ hộ đồng ý qua VNeID", "Waiting for the householder's consent by VNeID"),
    status=OfficialStatus.IN_PROGRESS,
    waits_for=Waits.RELATIVE,
    clock=Clock.PAUSES,
    citizen=text(
        "Đang chờ chủ hộ đồng ý qua VNeID. Thời gian chờ không tính vào thời hạn giải quyết. Bạn hãy nhắc "
        "chủ hộ, hoặc nộp ý kiến đồng ý bằng văn bản.",
        "The householder's consent by VNeID is awaited. This time does not count. Please remind the "
        "householder, or hand in the consent in writing.",
    ),
    consent_of=("householder.personal-id",),
)
# rule 35: with verification the limit is five days, so the clock goes on
VERIFYING = State(
    code="awaiting-verification",
    text=text("Đang xác minh chỗ ở", "The dwelling is being verified"),
    status=OfficialStatus.IN_PROGRESS,
    waits_for=Waits.OFFICER,
    citizen=text(
        "Công an đang xác minh chỗ ở. Bạn không phải làm gì.",
        "The police are verifying the dwelling. There is nothing for you to do.",
    ),
)
# rule 41
RESIDENCE_INFORMATION = State(
    code="residence-information-recorded",
    text=text("Đã khai báo thông tin về cư trú", "Residence information recorded"),
    status=OfficialStatus.DONE,
    waits_for=Waits.NOBODY,
    clock=Clock.ENDS,
    ending=Ending.NOT_APPLICABLE,
    citizen=text(
        "Cha mẹ chưa có nơi thường trú, tạm trú nên em bé được khai báo thông tin về cư trú, chưa đăng ký "
        "thường trú.",
        "The parents have no permanent or temporary residence, so the child's residence information was "
        "recorded instead of a permanent residence.",
    ),
)
RESIDENCE_SUPPLEMENT = AWAITING_SUPPLEMENT.model_copy(
    update={
        "timers": (
            Timer(
                step="refuse-unanswered",
                working_days=7,
                source=inferred(
                    "63/2024/NĐ-CP Art. 8",
                    "Nghị định nêu 7 ngày làm việc cho phần khai sinh; coi như áp dụng cho cả nhóm.",
                    "The decree states the 7 working days for the birth part; taken to hold for the group.",
                ),
            ),
        )
    }
)

ROLL_OUT_STATES = (
    AWAITING_CONSENT,
    RECEIVED,
    UNDER_REVIEW,
    ROLL_OUT_SUPPLEMENT,
    VERIFYING,
    AWAITING_CORRECTION,
    AWAITING_REGISTER,
    REGISTER_OBSTACLE,
    ISSUED,
    REFUSED,
    WITHDRAWN,
)
STATES_2024 = (
    AWAITING_CONSENT,
    RECEIVED,
    UNDER_REVIEW,
    RESIDENCE_SUPPLEMENT,
    VERIFYING,
    AWAITING_CORRECTION,
    AWAITING_REGISTER,
    REGISTER_OBSTACLE,
    ISSUED,
    REFUSED,
    WITHDRAWN,
)

# --- message ----------------------------------------------------------------------------------

RECORD_IN_RESIDENCE_DATABASE = Ask(
    agency="residence",
    about="residence.record",
    carries=(
        "birth-certificate.number",
        "birth-certificate.registered-on",
        "birth-certificate.personal-id",
        "birth-certificate.child-full-name",
        "birth-certificate.child-birth-date",
        "birth-certificate.child-sex",
        "mother.personal-id",
        "father.personal-id",
        "householder.personal-id",
        "householder.full-name",
        "residence.relation",
        "residence.commune",
        "residence.address",
    ),
    answers=(
        Answer(outcome="recorded", step="record-residence"),
        Answer(outcome="refused", step="record-register-obstacle"),
        Answer(outcome="unreachable", step="record-register-obstacle"),
    ),
    gives=(
        Item(
            code="record-number",
            kind=Kind.TEXT,
            text=text("Số đăng ký cư trú", "Number of the residence record"),
        ),
        Item(
            code="recorded-on",
            kind=Kind.DATE,
            text=text("Ngày đăng ký cư trú", "Day of the residence record"),
        ),
    ),
)

# --- steps ------------------------------------------------------------------------------------

# rule 39: any one form of consent is enough
CONFIRM_CONSENT = Step(
    code="confirm-consent",
    source=("awaiting-consent",),
    target="received",
    by=Role.RELATIVE,
    text=text("Đồng ý cho em bé đăng ký thường trú", "Agree to the child's registration"),
    sets=(("householder.agreed", True),),
    rule=law("63/2024/NĐ-CP Art. 8"),
)
DECLINE_CONSENT = Step(
    code="decline-consent",
    source=("awaiting-consent",),
    target="received",
    by=Role.RELATIVE,
    text=text("Không đồng ý", "Do not agree"),
    sets=(("householder.agreed", False),),
    effects=(
        Notify(
            letter="consent-declined",
            text=text(
                "Chủ hộ không đồng ý cho em bé đăng ký thường trú. Công an sẽ liên hệ với bạn.",
                "The householder does not agree to the child's registration. The police will contact you.",
            ),
        ),
    ),
)
CONSENT_PAPER = Item(
    code="consent.paper",
    kind=Kind.TEXT,
    text=text("Văn bản đồng ý: loại, ngày", "The paper with the consent: kind, date"),
)
ACCEPT_WRITTEN_CONSENT = Step(
    code="accept-written-consent",
    source=("awaiting-consent",),
    target="received",
    by=Role.CLERK,
    text=text("Nhận ý kiến đồng ý bằng văn bản", "Accept a consent in writing"),
    takes=(CONSENT_PAPER,),
    sets=(("householder.agreed", True),),
    rule=secondary("68/2020/QH14 Art. 20"),
)
RECORD_WRITTEN_CONSENT = Step(
    code="record-written-consent",
    source=("under-review",),
    target="under-review",
    by=Role.CLERK,
    text=text("Ghi nhận ý kiến đồng ý nộp sau", "Record a consent handed in later"),
    when=is_false("householder.agreed"),
    why=text("Chủ hộ đã đồng ý.", "The householder has agreed."),
    takes=(CONSENT_PAPER,),
    sets=(("householder.agreed", True),),
    rule=secondary("68/2020/QH14 Art. 20"),
)
START_VERIFICATION = Step(
    code="start-verification",
    source=("under-review",),
    target="awaiting-verification",
    by=Role.CLERK,
    text=text("Xác minh chỗ ở", "Verify the dwelling"),
    when=is_false("residence-verification.needed"),
    why=text("Hồ sơ đã được xác minh một lần.", "The file has been verified once."),
    takes=(
        Item(
            code="verification.question",
            kind=Kind.LONG_TEXT,
            text=text("Điều cần xác minh", "What is to be verified"),
        ),
    ),
    sets=(("residence-verification.needed", True),),
    decisive=True,
    rule=law("63/2024/NĐ-CP Art. 8"),
)
RECORD_VERIFICATION = Step(
    code="record-verification",
    source=("awaiting-verification",),
    target="under-review",
    by=Role.CLERK,
    text=text("Ghi kết quả xác minh", "Record what was found"),
    takes=(
        Item(code="verification.finding", kind=Kind.LONG_TEXT, text=text("Kết quả xác minh", "The finding")),
    ),
)
APPROVE = Step(
    code="approve",
    source=("under-review",),
    target="awaiting-register",
    by=Role.CLERK,
    text=text("Duyệt đăng ký thường trú", "Approve the permanent residence"),
    when=is_true("householder.agreed"),
    why=text("Chưa có sự đồng ý của chủ hộ.", "The householder has not agreed."),
    effects=(RECORD_IN_RESIDENCE_DATABASE,),
    decisive=True,
    rule=law("68/2020/QH14 Art. 22"),
)
RECORD_RESIDENCE = Step(
    code="record-residence",
    source=("awaiting-register", "register-obstacle"),
    target="issued",
    by=Role.AGENCY,
    text=text("Ghi cư trú và báo kết quả", "Enter the residence and give notice"),
    issues=("residence-notice",),
    effects=(
        Notify(
            letter="residence-recorded",
            text=text(
                "Em bé đã được đăng ký thường trú. Thông báo điện tử có trên trang theo dõi.",
                "Your child's permanent residence is registered. The notice is on the tracking page.",
            ),
        ),
    ),
    rule=law("68/2020/QH14 Art. 22"),
)
RECORD_AGAIN = Step(
    code="record-again",
    source=("register-obstacle",),
    target="awaiting-register",
    by=Role.CLERK,
    text=text("Gửi lại vào cơ sở dữ liệu cư trú", "Send to the residence database again"),
    effects=(RECORD_IN_RESIDENCE_DATABASE,),
)
REVIEW_AGAIN = Step(
    code="review-again",
    source=("register-obstacle",),
    target="under-review",
    by=Role.CLERK,
    text=text("Xem lại hồ sơ", "Review the file again"),
    takes=(REASON,),
)
HOLD = HOLD_FOR_CORRECTION.model_copy(
    update={"source": ("received", "under-review", "awaiting-verification")}
)
REFUSE_RESIDENCE = REFUSE.model_copy(update={"source": ("received", "under-review", "register-obstacle")})
WITHDRAW_RESIDENCE = WITHDRAW.model_copy(
    update={
        "source": (
            "awaiting-consent",
            "received",
            "under-review",
            "awaiting-supplement",
            "awaiting-verification",
            "awaiting-correction",
        )
    }
)

STEPS_BEFORE_58 = (
    CONFIRM_CONSENT,
    DECLINE_CONSENT,
    ACCEPT_WRITTEN_CONSENT,
    RECORD_WRITTEN_CONSENT,
    ACCEPT,
    FORWARD,
    REQUEST_SUPPLEMENT,
    ANSWER_SUPPLEMENT,
    REFUSE_UNANSWERED,
    REFUSE_RESIDENCE,
    WITHDRAW_RESIDENCE,
    START_VERIFICATION,
    RECORD_VERIFICATION,
    APPROVE,
    RECORD_RESIDENCE,
    RECORD_REGISTER_OBSTACLE,
    RECORD_AGAIN,
    REVIEW_AGAIN,
    RETURN_BIRTH_CERTIFICATE,
    HOLD,
    RESUME_CORRECTED,
    RESUME_UNCHANGED,
    STOP_WAITING_FOR_CORRECTION,
)

# Decree 58/2026. rule 36: no condition is checked for a child under six where a parent or guardian lives
START_VERIFICATION_58 = START_VERIFICATION.model_copy(
    update={
        "when": all_of(
            is_false("residence-verification.needed"),
            any_of(at_least("child.age-months", 72), is_false("residence.at-parents")),
        ),
        "why": text(
            "Trẻ dưới 6 tuổi về nơi thường trú của cha, mẹ hoặc người giám hộ thì không kiểm tra điều "
            "kiện; hồ sơ "
            "khác chỉ xác minh một lần.",
            "For a child under six at the residence of a parent or guardian no condition is checked; other "
            "files "
            "are verified once only.",
        ),
        "rule": law("58/2026/NĐ-CP Art. 4; 63/2024/NĐ-CP Art. 8"),
    }
)
APPROVE_58 = APPROVE.model_copy(
    update={
        "when": all_of(is_true("householder.agreed"), not_(equals("residence.with", "none"))),
        "why": text(
            "Chưa có sự đồng ý của chủ hộ, hoặc cha mẹ chưa có nơi thường trú, tạm trú.",
            "The householder has not agreed, or the parents have no permanent or temporary residence.",
        ),
    }
)
# rule 41
RECORD_RESIDENCE_INFORMATION = Step(
    code="record-residence-information",
    source=("under-review",),
    target="residence-information-recorded",
    by=Role.CLERK,
    text=text("Ghi thông tin về cư trú thay cho thường trú", "Record residence information instead"),
    when=equals("residence.with", "none"),
    why=text(
        "Cha hoặc mẹ có nơi thường trú hay tạm trú.", "A parent has a permanent or temporary residence."
    ),
    takes=(
        Item(
            code="residence.information",
            kind=Kind.LONG_TEXT,
            text=text("Thông tin về cư trú đã ghi", "The residence information that was recorded"),
        ),
    ),
    effects=(
        Notify(
            letter="residence-information-recorded",
            text=text(
                "Em bé đã được khai báo thông tin về cư trú. Khi có nơi thường trú, bạn hãy đăng ký cho em.",
                "Your child's residence information is recorded. Register a permanent residence once there "
                "is one.",
            ),
        ),
    ),
    decisive=True,
    rule=law("58/2026/NĐ-CP Art. 4"),
)
STEPS_AFTER_58 = (
    CONFIRM_CONSENT,
    DECLINE_CONSENT,
    ACCEPT_WRITTEN_CONSENT,
    RECORD_WRITTEN_CONSENT,
    ACCEPT,
    FORWARD,
    REQUEST_SUPPLEMENT,
    ANSWER_SUPPLEMENT,
    REFUSE_UNANSWERED,
    REFUSE_RESIDENCE,
    WITHDRAW_RESIDENCE,
    START_VERIFICATION_58,
    RECORD_VERIFICATION,
    APPROVE_58,
    RECORD_RESIDENCE_INFORMATION,
    RECORD_RESIDENCE,
    RECORD_REGISTER_OBSTACLE,
    RECORD_AGAIN,
    REVIEW_AGAIN,
    RETURN_BIRTH_CERTIFICATE,
    HOLD,
    RESUME_CORRECTED,
    RESUME_UNCHANGED,
    STOP_WAITING_FOR_CORRECTION,
)

# --- papers, result, fees ---------------------------------------------------------------------

EVIDENCE = (
    Evidence(
        code="birth-certificate",
        text=text("Giấy khai sinh điện tử", "Electronic birth certificate"),
        source=law("63/2024/NĐ-CP Art. 8"),
    ),
    # rule 39
    Evidence(
        code="householder-consent",
        text=text("Ý kiến đồng ý của chủ hộ, chủ sở hữu chỗ ở", "Consent of the householder or owner"),
        when=all_of(known("residence.consent"), equals("residence.consent", "attached")),
        source=secondary("68/2020/QH14 Art. 20"),
    ),
    # rule 37
    Evidence(
        code="parents-consent",
        text=text("Văn bản đồng ý của cha và mẹ về nơi đăng ký", "Consent of both parents to the place"),
        when=equals("residence.with", "other"),
        source=law("63/2024/NĐ-CP Art. 5; 68/2020/QH14 Art. 12"),
    ),
    Evidence(
        code="residence-papers",
        text=text("Giấy tờ theo pháp luật về cư trú", "Papers demanded by residence law"),
        when=equals("residence.with", "other"),
        source=law("63/2024/NĐ-CP Art. 5"),
    ),
)
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
# rule 45. A child is a person under 16 (102/2016/QH13 Art. 1).
FEES = (
    Fee(
        code="child-exempt",
        text=text("Đăng ký thường trú cho trẻ em: miễn lệ phí", "Permanent residence of a child: no fee"),
        amount=0,
        source=secondary("75/2022/TT-BTC"),
        when=below("child.age-months", 192),
    ),
    Fee(
        code="online-registration",
        text=text("Đăng ký thường trú trực tuyến", "Permanent residence, filed online"),
        amount=10_000,
        source=secondary("75/2022/TT-BTC"),
        when=at_least("child.age-months", 192),
    ),
)

# --- the versions -------------------------------------------------------------------------------

PERMANENT_RESIDENCE_2023_07 = Procedure(
    code="permanent-residence",
    official_code="1.004222",
    version="2023-07",
    effective_from=date(2023, 7, 10),
    effective_to=date(2024, 6, 30),
    text=text("Đăng ký thường trú", "Permanent residence"),
    short=text("Thường trú", "Residence"),
    legal_basis=(
        law("68/2020/QH14 Art. 12, 22, 23"),
        secondary("68/2020/QH14 Art. 20"),
        secondary("2084/VPCP-KSTT (30/03/2023)"),
    ),
    authority=COMMUNE_POLICE.code,
    area="office.police",
    inputs=(
        Input(fact="requester.full-name", kind=Kind.NAME),
        Input(fact="requester.personal-id", kind=Kind.PERSONAL_ID),
        Input(fact="requester.relation", kind=Kind.CHOICE),
        Input(fact="requester.phone", kind=Kind.PHONE),
        Input(fact="birth-certificate.number", kind=Kind.TEXT),
        Input(fact="birth-certificate.registered-on", kind=Kind.DATE),
        Input(fact="birth-certificate.personal-id", kind=Kind.PERSONAL_ID, required=False),
        Input(fact="birth-certificate.child-full-name", kind=Kind.NAME),
        Input(fact="birth-certificate.child-birth-date", kind=Kind.DATE),
        Input(fact="birth-certificate.child-sex", kind=Kind.CHOICE),
        Input(fact="child.age-months", kind=Kind.NUMBER),
        Input(fact="mother.full-name", kind=Kind.NAME, required=False),
        Input(fact="mother.personal-id", kind=Kind.PERSONAL_ID, required=False),
        Input(fact="father.full-name", kind=Kind.NAME, required=False),
        Input(fact="father.personal-id", kind=Kind.PERSONAL_ID, required=False),
        Input(fact="residence.with", kind=Kind.CHOICE),
        Input(fact="residence.at-parents", kind=Kind.YES_NO),
        Input(fact="residence.commune", kind=Kind.COMMUNE),
        Input(fact="residence.address", kind=Kind.TEXT),
        Input(fact="householder.personal-id", kind=Kind.PERSONAL_ID, required=False),
        Input(fact="householder.full-name", kind=Kind.NAME, required=False),
        Input(fact="householder.is-parent", kind=Kind.YES_NO, required=False),
        Input(fact="residence.relation", kind=Kind.CHOICE, required=False),
        Input(fact="residence.consent", kind=Kind.CHOICE, required=False),
        Input(fact="result.delivery", kind=Kind.CHOICE),
        Input(fact="office.police", kind=Kind.COMMUNE),
    ),
    evidence=EVIDENCE,
    outputs=(RESIDENCE_NOTICE,),
    starts=(
        Start(
            state="awaiting-consent",
            when=all_of(known("residence.consent"), equals("residence.consent", "vneid")),
        ),
        # rule 40
        Start(
            state="received",
            when=all_of(known("householder.is-parent"), is_true("householder.is-parent")),
            sets=(("householder.agreed", True), ("residence.relation", "child")),
        ),
        Start(state="received", sets=(("householder.agreed", True),)),
    ),
    states=ROLL_OUT_STATES,
    steps=STEPS_BEFORE_58,
    assumes=(
        SUPPLEMENT_NOT_ASKED,
        ("householder.agreed", False),
        ("residence-verification.needed", False),
    ),
    deadlines=(
        Deadline(
            working_days=5,
            source=inferred(
                "2084/VPCP-KSTT (30/03/2023)",
                "Dự thảo nghị định nêu cả nhóm 6 ngày khi có xác minh; phần của thường trú không được công "
                "bố.",
                "The draft decree gave the group 6 days with verification; the part of residence was not "
                "published.",
            ),
            when=is_true("residence-verification.needed"),
        ),
        Deadline(
            working_days=3,
            source=inferred(
                "2084/VPCP-KSTT (30/03/2023)",
                "Cả nhóm là 4 ngày, cách chia không được công bố; ở đây chia 1 + 3. Luật Cư trú Điều 22 là "
                "7 ngày.",
                "The group has 4 days, their split was not published; 1 + 3 here. Residence Law Art. 22 "
                "says 7.",
            ),
        ),
    ),
    clock=ROLL_OUT_CLOCK,
    fees=FEES,
)

PERMANENT_RESIDENCE_2024_07 = PERMANENT_RESIDENCE_2023_07.revised(
    version="2024-07",
    effective_from=date(2024, 7, 1),
    effective_to=date(2026, 6, 30),
    legal_basis=(
        law("68/2020/QH14 Art. 12, 22, 23"),
        secondary("68/2020/QH14 Art. 20"),
        law("63/2024/NĐ-CP Art. 4-8"),
        law("296/QĐ-VPCP (12/06/2024)"),
        secondary("154/2024/NĐ-CP Art. 7"),
    ),
    states=STATES_2024,
    # rule 35
    deadlines=(
        Deadline(
            working_days=5, source=law("63/2024/NĐ-CP Art. 8"), when=is_true("residence-verification.needed")
        ),
        Deadline(working_days=2, source=law("63/2024/NĐ-CP Art. 8")),
    ),
    clock=BIRTH_GROUP_CLOCK,
)

# Decree 58/2026 of 13/02/2026; what it says about the child is in force since 01/07/2026. Nothing was
# found that Decree 301/2026 changes here, so this version goes on after 01/09/2026.
PERMANENT_RESIDENCE_2026_07 = PERMANENT_RESIDENCE_2024_07.revised(
    version="2026-07",
    effective_from=date(2026, 7, 1),
    effective_to=None,
    legal_basis=(
        law("68/2020/QH14 Art. 12, 22, 23"),
        secondary("68/2020/QH14 Art. 20"),
        law("58/2026/NĐ-CP Art. 4"),
        law("63/2024/NĐ-CP Art. 4-8"),
        law("296/QĐ-VPCP (12/06/2024)"),
        unknown(
            "116/2026/TT-BCA",
            "Đã đọc Thông tư, chưa tìm thấy ngày có hiệu lực.",
            "The circular was read, its day of entry into force was not found.",
        ),
    ),
    states=(*STATES_2024, RESIDENCE_INFORMATION),
    steps=STEPS_AFTER_58,
)
PERMANENT_RESIDENCE = PERMANENT_RESIDENCE_2026_07

# For comparison only: the same registration when a family goes from office to office.
PERMANENT_RESIDENCE_SEPARATE = PERMANENT_RESIDENCE_2023_07.revised(
    code="permanent-residence-separate",
    version="2024-06",
    effective_from=date(2024, 6, 1),
    effective_to=None,
    text=text("Đăng ký thường trú (làm riêng)", "Permanent residence (on its own)"),
    standing=Standing.BASELINE,
    legal_basis=(law("68/2020/QH14 Art. 22"),),
    deadlines=(Deadline(working_days=7, source=law("68/2020/QH14 Art. 22")),),
    clock=ClockRules(
        source=inferred(
            "68/2020/QH14 Art. 22",
            "Luật không nêu mốc giờ; dùng cùng một cách tính để so sánh được.",
            "The Law names no hour; the same way of counting is used so that the two can be compared.",
        )
    ),
)
# The published baseline of 21 days: the part of residence in the only sum that fits.
PERMANENT_RESIDENCE_PUBLISHED = PERMANENT_RESIDENCE_SEPARATE.revised(
    code="permanent-residence-published",
    version="2023-06",
    effective_from=date(2023, 6, 1),
    legal_basis=(
        secondary(
            "81/2006/QH11",
            "Thời hạn 15 ngày của Luật Cư trú cũ, áp dụng đến hết 30/06/2021.",
            "The 15 days of the former Residence Law, in force up to 30/06/2021.",
        ),
    ),
    deadlines=(
        Deadline(
            working_days=15,
            source=inferred(
                "81/2006/QH11",
                "Con số 21 không có bảng chia chính thức. 1 + 15 + 5 là phép cộng duy nhất khớp, chỉ để "
                "minh họa.",
                "No official breakdown of the 21 exists. 1 + 15 + 5 is the only sum that fits: an "
                "illustration.",
            ),
        ),
    ),
)
