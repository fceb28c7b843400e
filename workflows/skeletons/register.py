"""Another system enters the result (ghi sổ), or has an obstacle that an officer must look at."""

from workflows.language import Item, State, Step
from workflows.skeletons.review import REASON, REFUSE
from workflows.vocabulary import OfficialStatus, Role, Waits
from workflows.words import Kind, text

AWAITING_REGISTER = State(
    code="awaiting-register",
    text=text("Chờ hệ thống chuyên ngành ghi sổ", "Waiting for the register's system"),
    status=OfficialStatus.IN_PROGRESS,
    waits_for=Waits.AGENCY,
    citizen=text("Đã duyệt, đang ghi vào sổ điện tử.", "Approved; being entered in the electronic register."),
)
REGISTER_OBSTACLE = State(
    code="register-obstacle",
    text=text(
        "Vướng mắc: hệ thống chuyên ngành không nhận", "Obstacle: the register's system did not take it"
    ),
    status=OfficialStatus.IN_PROGRESS,
    waits_for=Waits.OFFICER,
    citizen=text(
        "Hệ thống của cơ quan đang trục trặc, cán bộ đã được báo. Bạn không phải làm gì.",
        "The agency's system has a fault and an officer knows of it. There is nothing for you to do.",
    ),
)
REGISTER_STATES = (AWAITING_REGISTER, REGISTER_OBSTACLE)
# What a civil-status register tells of its entry.
REGISTER_ENTRY = (
    Item(code="register-number", kind=Kind.TEXT, text=text("Số đăng ký", "Register number")),
    Item(code="register-book", kind=Kind.TEXT, text=text("Quyển số", "Register book")),
    Item(code="registered-on", kind=Kind.DATE, text=text("Ngày đăng ký", "Day of registration")),
)
RECORD_REGISTER_OBSTACLE = Step(
    code="record-register-obstacle",
    source=("awaiting-register",),
    target="register-obstacle",
    by=Role.AGENCY,
    text=text("Ghi nhận vướng mắc của hệ thống", "Record the system's obstacle"),
)
REVIEW_AGAIN = Step(
    code="review-again",
    source=("register-obstacle",),
    target="under-review",
    by=Role.CLERK,
    text=text("Xem lại hồ sơ", "Review the file again"),
    takes=(REASON,),
)
REFUSE_AT_OBSTACLE = REFUSE.model_copy(update={"source": ("received", "under-review", "register-obstacle")})
