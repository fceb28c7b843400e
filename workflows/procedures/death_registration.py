"""Death registration (đăng ký khai tử), the first link of the death group, at the civil-status office.

Its papers, states and steps are in the neighbours `death_registration_….py`.
"""

from datetime import date

from workflows.conditions import is_true
from workflows.language import Deadline, Input, Procedure, Start
from workflows.procedures.death_group import DEATH_GROUP_CLOCK
from workflows.procedures.death_registration_papers import DEATH_EXTRACT, EVIDENCE, FEES, FEES_IN_GROUP
from workflows.procedures.death_registration_steps import ROLL_OUT_STATES, STATES, STEPS
from workflows.skeletons.supplement import SECOND_SUPPLEMENT_NOT_ASKED, SUPPLEMENT_NOT_ASKED
from workflows.vocabulary import Standing
from workflows.words import ClockRules, Kind, inferred, law, secondary, text, unknown

# No bundle of 2023 names it: by when the death group of the roll-out had to be done is not known.
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
    states=ROLL_OUT_STATES,
    steps=STEPS,
    assumes=(SUPPLEMENT_NOT_ASKED, SECOND_SUPPLEMENT_NOT_ASKED, ("death.verification", False)),
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
    states=STATES,
    deadlines=(
        Deadline(working_days=3, source=law("296/QĐ-VPCP"), when=is_true("death.verification")),
        Deadline(working_days=0, source=law("296/QĐ-VPCP; 60/2014/QH13 Art. 34")),
    ),
    clock=DEATH_GROUP_CLOCK,
    fees=FEES_IN_GROUP,
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
