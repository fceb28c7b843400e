"""What every scenario assumes where no law settles it."""

from workflows.scenario import Assumption, Handover
from workflows.words import inferred, law, text

WITHIN_TEN_MINUTES = Handover(minutes=10, source=law("63/2024/NĐ-CP Art. 7"))
ROLL_OUT_HANDOVER = Handover(
    minutes=10,
    source=inferred(
        "63/2024/NĐ-CP Art. 7",
        "Thời hạn đồng bộ khi triển khai năm 2023 chưa rõ; dùng con số của Nghị định 63/2024.",
        "How fast data travelled in the roll-out of 2023 is not known; the figure of Decree 63/2024 is used.",
    ),
)

FULL_LIMIT = Assumption(
    text=text(
        "Mỗi cơ quan dùng đến ngày cuối của thời hạn cho phép. Đây là so sánh các thời hạn; thực tế có thể "
        "nhanh hơn hoặc chậm hơn.",
        "Each office uses its time limit up to the last day. Limits are compared here; real life may "
        "be faster "
        "or slower.",
    )
)
BY_THE_CUT_OFF = Assumption(
    text=text(
        "Vào ngày cuối, cơ quan xong việc trước giờ chốt, nên cơ quan sau nhận được ngay trong ngày ấy. Trên "
        "trục, một ngày làm việc kéo dài từ giờ mở cửa đến giờ chốt.",
        "On the last day an office finishes by the cut-off hour, so that the next one receives it "
        "the same day. "
        "On the axis a working day lasts from opening time to the cut-off.",
    ),
    source=law("63/2024/NĐ-CP Art. 7"),
)
DAY_ONE = Assumption(
    text=text(
        "Ngày 1 là ngày làm việc tiếp nhận hồ sơ. Cuối tuần và ngày nghỉ không tính.",
        "Day 1 is the working day on which the dossier is received. Weekends and holidays do not count.",
    )
)
NOTHING_MISSING = Assumption(
    text=text(
        "Hồ sơ đủ ngay từ đầu, không ai bị yêu cầu bổ sung, hệ thống chuyên ngành trả lời ngay.",
        "The dossier is complete from the start, nobody has to supply more, and registers answer at once.",
    )
)
HANDS_ON_TIME = Assumption(
    text=text(
        "Thời gian có người làm trong từng cơ quan là giả định để minh họa, không phải số đo. Phần "
        "còn lại của "
        "thời hạn, hồ sơ nằm chờ.",
        "The hands-on time inside each office is assumed for illustration, not measured. For the rest of the "
        "limit the dossier lies waiting.",
    )
)
CARRIED_AT_ONCE = Assumption(
    text=text(
        "Nhận kết quả xong, gia đình mang sang cơ quan sau ngay trong ngày. Thực tế thường lâu hơn, "
        "nên cách cũ "
        "ở đây được tính có lợi.",
        "The family carries each result to the next office on the very same day. In real life it "
        "takes longer, "
        "so the old way is shown at its best here.",
    )
)
BOXES_AS_READ = Assumption(
    text=text(
        "Số ô của các tờ khai riêng là cách đọc mẫu tờ khai của chúng tôi, cần đối chiếu với mẫu hiện hành.",
        "How many boxes the separate forms have is our reading of their layouts, to be checked against the "
        "current forms.",
    )
)
SHARED_DAY = Assumption(
    text=text(
        "Những cơ quan nối nhau cùng phải xong trong một ngày thì chia đều thời gian của ngày ấy.",
        "Offices that follow each other and all owe their result on one day share that day equally.",
    )
)
ALWAYS = (FULL_LIMIT, DAY_ONE, BY_THE_CUT_OFF, NOTHING_MISSING, HANDS_ON_TIME, BOXES_AS_READ)
