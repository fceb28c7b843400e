"""Death registration (đăng ký khai tử), the first link of the death group, at the civil-status office."""

from datetime import date

from workflows.conditions import at_least, equals, is_false, is_true
from workflows.language import (
    Answer,
    Ask,
    Clock,
    ClockRules,
    Deadline,
    Evidence,
    Fee,
    Input,
    Item,
    Kind,
    Notify,
    Output,
    OutputItem,
    Procedure,
    Role,
    Signal,
    Standing,
    Start,
    Step,
    Timer,
)
from workflows.procedures.death_group import DEATH_GROUP_CLOCK, DEATH_GROUP_REVIEW, SUPPLEMENT_IN_DEATH_GROUP
from workflows.skeletons import (
    AWAITING_REGISTER,
    AWAITING_SUPPLEMENT,
    AWAITING_VERIFICATION,
    ISSUED,
    REASON,
    RECEIVED,
    RECORD_REGISTER_OBSTACLE,
    REFUSED,
    REGISTER_OBSTACLE,
    SUPPLEMENT_NOT_ASKED,
    UNDER_CORRECTION,
    UNDER_REVIEW,
    WITHDRAW,
    WITHDRAWN,
)
from workflows.words import inferred, law, secondary, text, unknown

# --- states -----------------------------------------------------------------------------------

# The limit of three days holds for the whole case with its verification, so the clock does not stand still.
VERIFYING_DEATH = AWAITING_VERIFICATION.model_copy(update={"clock": Clock.RUNS})

# --- steps ------------------------------------------------------------------------------------

START_VERIFICATION = Step(
    code="start-verification",
    source=("under-review",),
    target="awaiting-verification",
    by=Role.CLERK,
    text=text("Xác minh sự việc", "Verify the event"),
    when=is_false("death.verification"),
    why=text(
        "Sự việc này đã được xác minh, thời hạn 3 ngày làm việc đang tính cho cả hồ sơ.",
        "This event has been verified; the limit of 3 working days already counts for the whole file.",
    ),
    takes=(
        Item(
            code="verification.question",
            kind=Kind.LONG_TEXT,
            text=text("Điều cần xác minh và nơi xác minh", "What is to be verified, and where"),
        ),
    ),
    sets=(("death.verification", True),),
    decisive=True,
    rule=law("296/QĐ-VPCP"),  # rule 65
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
REGISTER_DEATH = Ask(
    agency="civil-status",
    about="death.register",
    carries=(
        "deceased.full-name",
        "deceased.personal-id",
        "deceased.birth-date",
        "deceased.sex",
        "deceased.ethnicity",
        "deceased.nationality",
        "deceased.residence-address",
        "death.date",
        "death.hour",
        "death.place",
        "death.cause",
        "death.case",
        "death.notice-number",
        "death.notice-issuer",
        "death.notice-date",
        "requester.full-name",
        "requester.personal-id",
        "requester.relation",
        "office.civil-status",
    ),
    answers=(
        Answer(outcome="registered", step="register"),
        Answer(outcome="refused", step="record-register-refusal"),
        Answer(outcome="unreachable", step="record-register-obstacle"),
    ),
    gives=(
        Item(code="register-number", kind=Kind.TEXT, text=text("Số đăng ký", "Register number")),
        Item(code="register-book", kind=Kind.TEXT, text=text("Quyển số", "Register book")),
        Item(code="registered-on", kind=Kind.DATE, text=text("Ngày đăng ký", "Day of registration")),
    ),
)
SIGN = Step(
    code="sign",
    source=("under-review",),
    target="awaiting-register",
    by=Role.CLERK,
    text=text("Ký, ghi sổ khai tử", "Sign for entry in the death register"),
    effects=(REGISTER_DEATH,),
    decisive=True,
    rule=law("60/2014/QH13 Art. 34"),
)
# rule 79: from here on the data of the deceased are locked. No step changes them but `correct`.
REGISTER = Step(
    code="register",
    source=("awaiting-register", "register-obstacle"),
    target="issued",
    by=Role.AGENCY,
    text=text("Ghi sổ, cấp trích lục khai tử, khóa dữ liệu", "Enter, issue the extract, lock the data"),
    issues=("death-extract",),
    effects=(
        Notify(
            letter="death-extract-issued",
            text=text(
                "Việc khai tử đã được ghi vào sổ. Trích lục khai tử điện tử có trên trang theo dõi.",
                "The death has been entered in the register. The electronic extract is on the tracking page.",
            ),
        ),
    ),
    rule=law("60/2014/QH13 Art. 34"),
)
RECORD_REGISTER_REFUSAL = Step(
    code="record-register-refusal",
    source=("awaiting-register",),
    target="under-review",
    by=Role.AGENCY,
    text=text("Sổ hộ tịch điện tử không nhận, xem lại hồ sơ", "The register declined: review again"),
)
ASK_REGISTER_AGAIN = Step(
    code="ask-register-again",
    source=("register-obstacle",),
    target="awaiting-register",
    by=Role.CLERK,
    text=text("Gửi lại vào sổ hộ tịch điện tử", "Send to the register again"),
    effects=(REGISTER_DEATH,),
)
REVIEW_AGAIN = Step(
    code="review-again",
    source=("register-obstacle",),
    target="under-review",
    by=Role.CLERK,
    text=text("Xem lại hồ sơ", "Review the file again"),
    takes=(REASON,),
)
REOPEN_FOR_CORRECTION = Step(
    code="reopen-for-correction",
    source=("issued",),
    target="under-correction",
    by=Role.SYSTEM,
    text=text("Mở lại để sửa trích lục", "Reopen to correct the extract"),
    signal=Signal.CORRECTION_ASKED,
)
CORRECT = Step(
    code="correct",
    source=("under-correction",),
    target="issued",
    by=Role.CLERK,
    text=text("Sửa và cấp lại trích lục khai tử", "Correct and issue the extract anew"),
    takes=(REASON,),
    issues=("death-extract",),
    corrects=True,
    decisive=True,
)
KEEP = Step(
    code="keep",
    source=("under-correction",),
    target="issued",
    by=Role.CLERK,
    text=text("Giữ nguyên: trích lục không có sai sót", "Keep: the extract has no error"),
    takes=(REASON,),
    keeps="death-extract",
    decisive=True,
)
# Not while the register writes or may already have written: a finished act stands (rule 93).
WITHDRAW_DEATH = WITHDRAW.model_copy(
    update={
        "source": (
            "received",
            "under-review",
            "awaiting-supplement",
            "awaiting-verification",
        )
    }
)

# --- papers, result, fees ---------------------------------------------------------------------

EVIDENCE = (
    # rule 61
    Evidence(
        code="facility-death-notice",
        text=text("Giấy báo tử của cơ sở khám bệnh, chữa bệnh", "Death notice of the health facility"),
        when=equals("death.case", "facility"),
        source=secondary("123/2015/NĐ-CP Art. 4"),
    ),
    # rule 63
    Evidence(
        code="court-decision",
        text=text(
            "Quyết định có hiệu lực của Tòa án tuyên bố là đã chết",
            "Court decision in force declaring the death",
        ),
        when=equals("death.case", "court"),
        source=secondary("123/2015/NĐ-CP Art. 4"),
    ),
    # rule 62
    Evidence(
        code="police-or-forensic-paper",
        text=text(
            "Văn bản của cơ quan công an hoặc kết quả giám định của cơ quan giám định pháp y",
            "Paper of the police, or finding of the forensic institute",
        ),
        when=equals("death.case", "accident"),
        source=secondary("123/2015/NĐ-CP Art. 4"),
    ),
    Evidence(
        code="commune-death-notice",
        text=text("Giấy báo tử của Ủy ban nhân dân cấp xã", "Death notice of the commune"),
        when=equals("death.case", "elsewhere"),
        source=secondary("123/2015/NĐ-CP Art. 4"),
    ),
)

DEATH_EXTRACT = Output(
    code="death-extract",
    text=text("Trích lục khai tử", "Extract of the death register"),
    items=(
        OutputItem(code="number", kind=Kind.TEXT, text=text("Số", "Number"), fact="register-number"),
        OutputItem(code="book", kind=Kind.TEXT, text=text("Quyển số", "Book"), fact="register-book"),
        OutputItem(
            code="registered-on",
            kind=Kind.DATE,
            text=text("Ngày đăng ký", "Day of registration"),
            fact="registered-on",
        ),
        OutputItem(
            code="full-name",
            kind=Kind.NAME,
            text=text("Họ tên người mất", "Name of the deceased"),
            fact="deceased.full-name",
        ),
        OutputItem(
            code="personal-id",
            kind=Kind.PERSONAL_ID,
            text=text("Số định danh của người mất", "Personal ID of the deceased"),
            fact="deceased.personal-id",
        ),
        OutputItem(code="died-on", kind=Kind.DATE, text=text("Ngày mất", "Day of death"), fact="death.date"),
        OutputItem(
            code="died-at",
            kind=Kind.TEXT,
            text=text("Giờ, phút mất", "Hour of death"),
            fact="death.hour",
            required=False,
        ),
        OutputItem(code="place", kind=Kind.TEXT, text=text("Nơi mất", "Place of death"), fact="death.place"),
        OutputItem(
            code="cause",
            kind=Kind.TEXT,
            text=text("Nguyên nhân", "Cause of death"),
            fact="death.cause",
            required=False,
        ),
    ),
)

# On time it is free (60/2014/QH13 Art. 11). Families with merit, poor households and disabled people pay
# no civil-status fee at all; that they are one is not asked here, the office looks it up.
FEES = (
    Fee(
        code="late-registration",
        text=text("Lệ phí đăng ký khai tử quá hạn", "Fee for late death registration"),
        amount=None,
        source=unknown(
            "60/2014/QH13 Art. 11",
            "Mức thu do Hội đồng nhân dân cấp tỉnh quy định, chưa có mức của từng tỉnh.",
            "The province sets the amount; the figures of the provinces were not found.",
        ),
        when=at_least("death.days-since", 16),
    ),
    Fee(
        code="extract-copy",
        text=text("Bản sao trích lục khai tử, mỗi bản", "Copy of the death extract, each"),
        amount=8_000,
        source=secondary(
            "60/2014/QH13 Art. 11",
            "8.000 đồng mỗi bản là mức thường gặp.",
            "8,000 VND for each copy is the figure usually met.",
        ),
        when=at_least("result.copies", 1),
        per="result.copies",
    ),
)

# --- the versions -----------------------------------------------------------------------------

DEATH_REGISTRATION_2023_07 = Procedure(
    code="death-registration",
    official_code="1.000656",
    version="2023-07",
    effective_from=date(2023, 7, 10),
    effective_to=date(2024, 6, 30),
    text=text("Đăng ký khai tử", "Death registration"),
    short=text("Khai tử", "Death"),
    legal_basis=(
        law("60/2014/QH13 Art. 32-34"),
        secondary("123/2015/NĐ-CP Art. 4"),
        secondary("2084/VPCP-KSTT (30/03/2023)"),
    ),
    authority="civil-status",
    area="office.civil-status",  # rule 59
    inputs=(
        Input(fact="office.civil-status", kind=Kind.COMMUNE),
        Input(fact="requester.full-name", kind=Kind.NAME),
        Input(fact="requester.personal-id", kind=Kind.PERSONAL_ID),
        Input(fact="requester.address", kind=Kind.TEXT, required=False),
        Input(fact="requester.relation", kind=Kind.CHOICE),
        Input(fact="requester.phone", kind=Kind.PHONE),
        Input(fact="deceased.full-name", kind=Kind.NAME),
        Input(fact="deceased.personal-id", kind=Kind.PERSONAL_ID),
        Input(fact="deceased.birth-date", kind=Kind.DATE),
        Input(fact="deceased.sex", kind=Kind.CHOICE),
        Input(fact="deceased.ethnicity", kind=Kind.CHOICE),
        Input(fact="deceased.nationality", kind=Kind.TEXT),
        Input(fact="deceased.residence-address", kind=Kind.TEXT, required=False),
        Input(fact="death.date", kind=Kind.DATE),
        Input(fact="death.hour", kind=Kind.TEXT, required=False),
        Input(fact="death.place", kind=Kind.TEXT),
        Input(fact="death.cause", kind=Kind.TEXT, required=False),
        Input(fact="death.case", kind=Kind.CHOICE),
        Input(fact="death.notice-number", kind=Kind.TEXT, required=False),
        Input(fact="death.notice-issuer", kind=Kind.TEXT),
        Input(fact="death.notice-date", kind=Kind.DATE),
        Input(fact="death.days-since", kind=Kind.NUMBER),
        Input(fact="result.copies", kind=Kind.NUMBER),
        Input(fact="result.delivery", kind=Kind.CHOICE, required=False),
        Input(fact="result.post-address", kind=Kind.TEXT, required=False),
    ),
    evidence=EVIDENCE,
    outputs=(DEATH_EXTRACT,),
    starts=(Start(state="received"),),
    states=(
        RECEIVED,
        UNDER_REVIEW,
        AWAITING_SUPPLEMENT.model_copy(
            update={
                "timers": (
                    Timer(
                        step="refuse-unanswered",
                        working_days=7,
                        source=unknown(
                            "2084/VPCP-KSTT",
                            "Không rõ thời hạn trước Nghị định 63/2024; dùng con số của Nghị định này.",
                            "The window before Decree 63/2024 is not known; its figure is used.",
                        ),
                    ),
                )
            }
        ),
        VERIFYING_DEATH,
        AWAITING_REGISTER,
        REGISTER_OBSTACLE,
        UNDER_CORRECTION,
        ISSUED,
        REFUSED,
        WITHDRAWN,
    ),
    steps=(
        *DEATH_GROUP_REVIEW,
        WITHDRAW_DEATH,
        START_VERIFICATION,
        RECORD_VERIFICATION,
        SIGN,
        REGISTER,
        RECORD_REGISTER_REFUSAL,
        RECORD_REGISTER_OBSTACLE,
        ASK_REGISTER_AGAIN,
        REVIEW_AGAIN,
        REOPEN_FOR_CORRECTION,
        CORRECT,
        KEEP,
    ),
    assumes=(SUPPLEMENT_NOT_ASKED, ("death.verification", False)),
    deadlines=(
        # rule 65
        Deadline(
            working_days=3,
            source=secondary(
                "60/2014/QH13 Art. 34",
                "3 ngày làm việc khi phải xác minh có trong thủ tục đã công bố; chưa xác định điều khoản.",
                "The 3 working days stand in the published procedure; the article is not known.",
            ),
            when=is_true("death.verification"),
        ),
        Deadline(working_days=0, source=law("60/2014/QH13 Art. 34")),
    ),
    clock=ClockRules(source=law("60/2014/QH13 Art. 5")),
    fees=FEES,
)

# Decision 296/QĐ-VPCP of 12/06/2024 publishes the linked group; its flow counts for files from 01/07/2024.
DEATH_REGISTRATION_2024_07 = DEATH_REGISTRATION_2023_07.revised(
    version="2024-07",
    effective_from=date(2024, 7, 1),
    effective_to=date(2026, 8, 31),
    legal_basis=(
        law("60/2014/QH13 Art. 32-34"),
        law("63/2024/NĐ-CP"),
        law("296/QĐ-VPCP"),
        secondary("123/2015/NĐ-CP Art. 4"),
    ),
    states=(
        RECEIVED,
        UNDER_REVIEW,
        SUPPLEMENT_IN_DEATH_GROUP,
        VERIFYING_DEATH,
        AWAITING_REGISTER,
        REGISTER_OBSTACLE,
        UNDER_CORRECTION,
        ISSUED,
        REFUSED,
        WITHDRAWN,
    ),
    deadlines=(
        Deadline(working_days=3, source=law("296/QĐ-VPCP"), when=is_true("death.verification")),
        Deadline(working_days=0, source=law("296/QĐ-VPCP; 60/2014/QH13 Art. 34")),
    ),
    clock=DEATH_GROUP_CLOCK,
)

# From 01/03/2027 Law 03/2026/QH16 makes it a death certificate (Giấy chứng tử): a later version.
DEATH_REGISTRATION_2026_09 = DEATH_REGISTRATION_2024_07.revised(
    version="2026-09",
    effective_from=date(2026, 9, 1),
    effective_to=None,
    standing=Standing.PROVISIONAL,
    legal_basis=(
        law("60/2014/QH13 Art. 32-34"),
        law("63/2024/NĐ-CP"),
        secondary(
            "301/2026/NĐ-CP",
            "Dữ liệu giấy báo tử chuyển về Cổng dịch vụ công quốc gia; mẫu tờ khai mới chưa đọc được.",
            "Death-notice data go to the national portal; the new form could not be read.",
        ),
        secondary("123/2015/NĐ-CP Art. 4"),
    ),
    deadlines=(
        Deadline(
            working_days=3,
            source=unknown(
                "301/2026/NĐ-CP",
                "Một nguồn nói thời hạn xác minh được rút ngắn, chưa kiểm chứng; vẫn tính 3 ngày làm việc.",
                "One source says that it was shortened, not verified; still counted as 3 working days.",
            ),
            when=is_true("death.verification"),
        ),
        Deadline(working_days=0, source=law("60/2014/QH13 Art. 34")),
    ),
)
DEATH_REGISTRATION = DEATH_REGISTRATION_2026_09

# For comparison only: the same registration when a family goes from office to office.
DEATH_REGISTRATION_SEPARATE = DEATH_REGISTRATION_2024_07.revised(
    code="death-registration-separate",
    version="2024-07",
    effective_to=None,
    text=text("Đăng ký khai tử (làm riêng)", "Death registration (on its own)"),
    standing=Standing.BASELINE,
    legal_basis=(law("60/2014/QH13 Art. 32-34"),),
    deadlines=(
        Deadline(working_days=3, source=law("296/QĐ-VPCP"), when=is_true("death.verification")),
        Deadline(
            working_days=1,
            source=inferred(
                "60/2014/QH13 Art. 5, 34",
                "Luật: ngay trong ngày, nhận sau 15 giờ thì ngày làm việc tiếp theo. Tổng 1 + 5 + 8 tính là "
                "1 ngày.",
                "The Law: the same day, after 15:00 the next working day. The sum 1 + 5 + 8 counts it as 1 "
                "day.",
            ),
        ),
    ),
    clock=ClockRules(
        source=inferred(
            "60/2014/QH13 Art. 5",
            "Tổng 1 + 5 + 8 đếm ngày tiếp nhận là ngày thứ nhất.",
            "The sum 1 + 5 + 8 counts the day of receipt as the first.",
        ),
        first_day="same-day",
    ),
)
