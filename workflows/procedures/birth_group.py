"""What the procedures after a birth share: their clock, the time for a supplement, the certificate's return.

Parts only; no procedure is defined here.
"""

from workflows.language import Evidence, Item, Step, Timer
from workflows.skeletons.review import REASON
from workflows.skeletons.supplement import ANSWER_SUPPLEMENT, AWAITING_SUPPLEMENT, REFUSE_UNANSWERED
from workflows.vocabulary import Role
from workflows.words import ClockRules, Kind, Source, inferred, law, text

# rules 25, 82
BIRTH_GROUP_CLOCK = ClockRules(
    source=Source(
        act="63/2024/NĐ-CP Art. 7",
        note=text(
            "Mốc 15 giờ là của Nghị định. Nghị định không nói rõ ngày nhận có tính hay không; ở đây tính từ "
            "ngày làm việc liền sau, theo cách tính thời hạn của Bộ luật Dân sự.",
            "The 15:00 mark is in the decree. Whether the day of receipt counts is not spelled out there; "
            "the next working day is the first here, as the Civil Code counts.",
        ),
    )
)
ROLL_OUT_CLOCK = ClockRules(
    source=inferred(
        "2084/VPCP-KSTT (30/03/2023)",
        "Chưa đọc được quy định về mốc giờ của đợt triển khai 2023; dùng mốc 15 giờ của Luật Hộ tịch.",
        "What the roll-out of 2023 says about the hour was not read; the 15:00 of the Civil Status Law is "
        "used.",
    )
)
ROLL_OUT_SUPPLEMENT = AWAITING_SUPPLEMENT.model_copy(
    update={
        "timers": (
            Timer(
                step="refuse-unanswered",
                working_days=7,
                source=inferred(
                    "2084/VPCP-KSTT (30/03/2023)",
                    "Thời hạn bổ sung của đợt triển khai 2023 chưa rõ; dùng 7 ngày làm việc của Nghị định "
                    "63/2024.",
                    "The window of the 2023 roll-out is not known; the 7 working days of Decree 63/2024 are "
                    "used.",
                ),
            ),
        )
    }
)

# rule 26 is written for the birth; the offices after it follow it too.
GROUP_SUPPLEMENT_RULE = inferred(
    "63/2024/NĐ-CP Art. 8",
    "Nghị định nêu 7 ngày làm việc cho phần khai sinh; coi như áp dụng cho cả nhóm.",
    "The decree states the 7 working days for the birth part; taken to hold for the group.",
)
GROUP_SUPPLEMENT = AWAITING_SUPPLEMENT.model_copy(
    update={"timers": (Timer(step="refuse-unanswered", working_days=7, source=GROUP_SUPPLEMENT_RULE),)}
)
ANSWER_IN_GROUP = ANSWER_SUPPLEMENT.model_copy(update={"rule": GROUP_SUPPLEMENT_RULE})
REFUSE_UNANSWERED_IN_GROUP = REFUSE_UNANSWERED.model_copy(update={"rule": GROUP_SUPPLEMENT_RULE})

BIRTH_CERTIFICATE_PAPER = Evidence(
    code="birth-certificate",
    text=text("Giấy khai sinh điện tử", "Electronic birth certificate"),
    source=law("63/2024/NĐ-CP Art. 8"),
)

# What every receiver of the certificate does that finds an error in it (rule 55).
RETURN_BIRTH_CERTIFICATE = Step(
    code="return-to-issuer",
    source=("under-review",),
    target="awaiting-correction",
    by=Role.CLERK,
    text=text("Trả lại nơi cấp giấy khai sinh để sửa", "Return to the issuer of the birth certificate"),
    takes=(
        Item(
            code="wrong-items",
            kind=Kind.CHOICE,
            text=text("Nội dung sai trong giấy khai sinh", "What is wrong in the birth certificate"),
            options=(
                ("child-full-name", text("Họ, chữ đệm, tên của em bé", "The child's full name")),
                ("child-birth-date", text("Ngày, tháng, năm sinh", "Date of birth")),
                ("child-sex", text("Giới tính", "Sex")),
                ("personal-id", text("Số định danh cá nhân của em bé", "The child's personal ID")),
                ("number", text("Số giấy khai sinh", "Number of the certificate")),
                ("registered-on", text("Ngày đăng ký", "Day of registration")),
            ),
        ),
        REASON,
    ),
    returns="birth-certificate",
    decisive=True,
    rule=law("63/2024/NĐ-CP Art. 8"),
)
