"""How many families file in the town of the simulation, and how its offices work: all of it assumed."""

from datetime import date

from workflows.load import Desk, Handling, Load, Manner, Season, exponential, fixed, lognormal, triangular
from workflows.scenario import Assumption
from workflows.words import law, text

# --- what both life events share --------------------------------------------------------------------

PAPER = Manner(
    typing=lognormal(12, 0.4),
    rest=triangular(0.2, 0.6, 0.9),
    reserve=360,
    carry=triangular(0, 0.5, 3),
    supplement=triangular(1, 3, 6.5),
)
LINKED = Manner(
    typing=fixed(0),
    rest=triangular(0, 0.25, 0.7),
    reserve=240,
    carry=None,
    supplement=triangular(0.3, 1.5, 6.5),
)
BEFORE_TET = Season(
    slug="tet",
    text=text(
        "Ba tuần trước Tết Bính Ngọ: nhiều gia đình nộp hồ sơ hơn",
        "Three weeks before Tết 2026: more families file",
    ),
    first=date(2026, 1, 26),
    last=date(2026, 2, 13),
    factor=1.7,
)
ASSUMED = (
    Assumption(
        text=text(
            "Một nơi đông dân: mỗi ngày làm việc trung bình 20 gia đình nộp, đến ngẫu nhiên trong giờ làm "
            "việc (07:30–11:30, 13:00–17:00).",
            "A populous place: 20 families file on an average working day, at random within office hours "
            "(07:30–11:30, 13:00–17:00).",
        )
    ),
    Assumption(
        text=text(
            "Mỗi cơ quan có số cán bộ nêu trong kịch bản; mỗi người vắng 5% số ngày. Hồ sơ được xử lý theo "
            "thứ tự đến.",
            "Each office has the number of officers that the scenario names; each is away on 5% of the days. "
            "Files are taken in the order in which they arrive.",
        )
    ),
    Assumption(
        text=text(
            "Thời gian làm từng bước, thời gian hệ thống chuyên ngành trả lời và 2% hồ sơ gặp trục trặc hệ "
            "thống là con số tự đặt, chưa đo ở cơ quan nào.",
            "The minutes that each step takes, the time in which registers answer, and the 2% of files that "
            "meet a fault of a register are figures of our own, measured in no office.",
        )
    ),
    Assumption(
        text=text(
            "Trước khi có người cầm đến, hồ sơ nằm chờ một phần thời hạn: với giấy thường 60%, với liên "
            "thông thường 25%; muộn nhất 6 giờ (giấy) hoặc 4 giờ (liên thông) làm việc trước hạn thì có "
            "người xử lý.",
            "Before somebody takes it up, a file lies for a part of the time limit: most often 60% on paper, "
            "25% when linked; it is taken up at the latest 6 (paper) or 4 (linked) office hours before it "
            "is due.",
        )
    ),
    Assumption(
        text=text(
            "Với giấy, mỗi cơ quan phải nhập lại dữ liệu, và gia đình đến lấy kết quả vào ngày hẹn hoặc một "
            "vài ngày sau, không đến sớm hơn.",
            "On paper each office types the data again, and the family comes for a result on the appointed "
            "day or a few days later, not before it.",
        )
    ),
    Assumption(
        text=text(
            "Gia đình có hồ sơ thiếu bổ sung trong 7 ngày làm việc, thường sau 1 đến 3 ngày.",
            "A family whose file lacks something completes it within 7 working days, most often after 1 to "
            "3.",
        ),
        source=law("63/2024/NĐ-CP Art. 8"),
    ),
)

# --- a child is born ----------------------------------------------------------------------------------

BIRTH_LOAD = Load(
    story="sinh",
    per_day=20,
    incomplete=0.12,
    obstacle=0.02,
    desks=(
        Desk(authority="civil-status", officers=3, absent=0.05),
        Desk(authority="police", officers=5, absent=0.05),
        Desk(authority="social-insurance", officers=3, absent=0.05),
    ),
    handlings=(
        Handling(step="accept", minutes=lognormal(9, 0.4)),
        Handling(step="request-personal-id", minutes=lognormal(3, 0.3)),
        Handling(step="sign", minutes=lognormal(10, 0.4)),
        Handling(step="request-supplement", minutes=lognormal(12, 0.3)),
        Handling(step="record-verification", minutes=lognormal(25, 0.5)),
        Handling(member="permanent-residence", step="approve", minutes=lognormal(35, 0.6)),
        Handling(step="approve", minutes=lognormal(15, 0.5)),
        Handling(minutes=lognormal(8, 0.4)),
    ),
    agency=exponential(12),
    consent=triangular(0, 0.5, 4),
    paper=PAPER,
    linked=LINKED,
    seasons=(BEFORE_TET,),
    assumptions=ASSUMED,
)

# --- a relative has died ------------------------------------------------------------------------------

DEATH_LOAD = BIRTH_LOAD.model_copy(
    update={
        "story": "tu",
        "handlings": (
            Handling(step="accept", minutes=lognormal(9, 0.4)),
            # Ten minutes in all: the officer prepares the extract, the head reads and signs it.
            Handling(step="prepare-signature", minutes=lognormal(7, 0.4)),
            Handling(step="sign", minutes=lognormal(3, 0.4)),
            Handling(step="request-supplement", minutes=lognormal(12, 0.3)),
            Handling(step="approve-removal", minutes=lognormal(15, 0.4)),
            Handling(step="decide", minutes=lognormal(40, 0.6)),
            Handling(minutes=lognormal(8, 0.4)),
        ),
    }
)
LOADS = (BIRTH_LOAD, DEATH_LOAD)
