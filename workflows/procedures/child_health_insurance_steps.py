"""Health-insurance card of a child under six: where a case can be, and what moves it."""

from workflows.conditions import is_false, is_true, known
from workflows.language import Answer, Ask, Item, Notify, State, Step
from workflows.procedures.birth_group import (
    ANSWER_IN_GROUP,
    GROUP_SUPPLEMENT,
    REFUSE_UNANSWERED_IN_GROUP,
    RETURN_BIRTH_CERTIFICATE,
    ROLL_OUT_SUPPLEMENT,
)
from workflows.skeletons.correction import (
    AWAITING_CORRECTION,
    RECEIVER_STEPS,
    STOP_WAITING_FOR_CORRECTION,
    WITHDRAW_AS_RECEIVER,
)
from workflows.skeletons.register import (
    AWAITING_REGISTER,
    RECORD_REGISTER_OBSTACLE,
    REFUSE_AT_OBSTACLE,
    REGISTER_OBSTACLE,
    REVIEW_AGAIN,
)
from workflows.skeletons.review import ACCEPT, FORWARD, ISSUED, RECEIVED, REFUSED, UNDER_REVIEW, WITHDRAWN
from workflows.skeletons.supplement import REQUEST_SECOND_SUPPLEMENT, REQUEST_SUPPLEMENT
from workflows.vocabulary import Clock, Ending, OfficialStatus, Role, Waits
from workflows.words import Kind, Source, inferred, law, text

# --- states -------------------------------------------------------------------------------------

# rule 51
ALREADY_ISSUED = State(
    code="already-issued",
    text=text("Em bé đã có thẻ", "The child has a card already"),
    status=OfficialStatus.DONE,
    waits_for=Waits.NOBODY,
    clock=Clock.ENDS,
    ending=Ending.ALREADY_ISSUED,
    citizen=text(
        "Em bé đã có thẻ bảo hiểm y tế nên không cấp thẻ thứ hai. Thẻ đang có vẫn dùng được.",
        "Your child has a health-insurance card already, so no second one is issued. It stays valid.",
    ),
)

ROLL_OUT_STATES = (
    RECEIVED,
    UNDER_REVIEW,
    ROLL_OUT_SUPPLEMENT,
    AWAITING_CORRECTION,
    AWAITING_REGISTER,
    REGISTER_OBSTACLE,
    ISSUED,
    ALREADY_ISSUED,
    REFUSED,
    WITHDRAWN,
)

STATES = (
    RECEIVED,
    UNDER_REVIEW,
    GROUP_SUPPLEMENT,
    AWAITING_CORRECTION,
    AWAITING_REGISTER,
    REGISTER_OBSTACLE,
    ISSUED,
    ALREADY_ISSUED,
    REFUSED,
    WITHDRAWN,
)

# --- the message --------------------------------------------------------------------------------

ISSUE_CARD = Ask(
    agency="social-insurance",
    about="card.issue",
    carries=(
        "birth-certificate.number",
        "birth-certificate.registered-on",
        "birth-certificate.personal-id",
        "birth-certificate.child-full-name",
        "birth-certificate.child-birth-date",
        "birth-certificate.child-sex",
        "card.facility",
        "card.guardian-name",
        "card.group",
        "card.benefit-level",
    ),
    # A case that is open again after a correction owns the card that the agency then reports.
    answers=(
        Answer(outcome="issued", step="record-card"),
        Answer(outcome="already-issued", step="renew-own-card"),
        Answer(outcome="already-issued", step="record-existing-card"),
        Answer(outcome="refused", step="record-register-obstacle"),
        Answer(outcome="unreachable", step="record-register-obstacle"),
    ),
    gives=(
        Item(code="card-number", kind=Kind.TEXT, text=text("Số thẻ", "Card number")),
        Item(code="valid-from", kind=Kind.DATE, text=text("Có giá trị từ", "Valid from")),
        Item(code="valid-until", kind=Kind.DATE, text=text("Có giá trị đến", "Valid until")),  # rule 50
    ),
)

# --- steps --------------------------------------------------------------------------------------

# rule 48
REQUEST_SUPPLEMENT_IN_A_DAY = REQUEST_SUPPLEMENT.model_copy(
    update={
        "rule": Source(
            act="63/2024/NĐ-CP Art. 8",
            note=text(
                "Thông báo hồ sơ chưa đủ, có lý do, trong 1 ngày làm việc.",
                "Notice of an incomplete file, with reasons, within 1 working day.",
            ),
        )
    }
)
APPROVE = Step(
    code="approve",
    source=("under-review",),
    target="awaiting-register",
    by=Role.CLERK,
    text=text("Duyệt cấp thẻ", "Approve the card"),
    when=known("birth-certificate.personal-id"),
    why=text(
        "Giấy khai sinh chưa có số định danh cá nhân của em bé, nên chưa cấp được thẻ.",
        "The birth certificate does not have the child's personal ID yet, so no card can be made out.",
    ),
    effects=(ISSUE_CARD,),
    decisive=True,
    rule=inferred(
        "25/2008/QH12 Art. 16; 1804/BHXH-QLT (2025)",
        "Từ 01/08/2025 số định danh thay mã số bảo hiểm xã hội nên ở đây thẻ chờ có số; chưa thấy quy định "
        "nào buộc phải chờ, cũng chưa đọc được văn bản nào nói ai trong cơ quan ký: một cán bộ quyết định.",
        "Since 01/08/2025 the personal ID takes the place of the social-insurance number, so the card waits "
        "for it here; no rule was found that says it must, nor who signs: an officer decides.",
    ),
)
RECORD_CARD = Step(
    code="record-card",
    source=("awaiting-register", "register-obstacle"),
    target="issued",
    by=Role.AGENCY,
    text=text("Cấp thẻ điện tử", "Issue the electronic card"),
    sets=(("card.issued-here", True),),
    issues=("health-insurance-card",),
    effects=(
        Notify(
            letter="card-issued",
            text=text(
                "Em bé đã có thẻ bảo hiểm y tế điện tử. Thẻ có trên trang theo dõi.",
                "Your child has an electronic health-insurance card. It is on the tracking page.",
            ),
        ),
    ),
    rule=law("25/2008/QH12 Art. 16"),
)
RENEW_OWN_CARD = Step(
    code="renew-own-card",
    source=("awaiting-register", "register-obstacle"),
    target="issued",
    by=Role.AGENCY,
    text=text("Giữ thẻ đã cấp, ghi nội dung mới", "Keep the card issued here, with the new content"),
    when=is_true("card.issued-here"),
    issues=("health-insurance-card",),
)
RECORD_EXISTING_CARD = Step(
    code="record-existing-card",
    source=("awaiting-register", "register-obstacle"),
    target="already-issued",
    by=Role.AGENCY,
    text=text("Kết thúc: em bé đã có thẻ", "End: the child has a card already"),
    when=is_false("card.issued-here"),
    effects=(
        Notify(
            letter="card-already-issued",
            text=text(
                "Em bé đã có thẻ bảo hiểm y tế từ trước, thẻ đó vẫn dùng được.",
                "Your child has had a health-insurance card before; it stays valid.",
            ),
        ),
    ),
    rule=law("25/2008/QH12 Art. 16"),
)
ISSUE_AGAIN = Step(
    code="issue-again",
    source=("register-obstacle",),
    target="awaiting-register",
    by=Role.CLERK,
    text=text("Gửi lại để cấp thẻ", "Ask for the card again"),
    effects=(ISSUE_CARD,),
)

STEPS = (
    ACCEPT,
    FORWARD,
    REQUEST_SUPPLEMENT_IN_A_DAY,
    REQUEST_SECOND_SUPPLEMENT,
    ANSWER_IN_GROUP,
    REFUSE_UNANSWERED_IN_GROUP,
    REFUSE_AT_OBSTACLE,
    WITHDRAW_AS_RECEIVER,
    APPROVE,
    RECORD_CARD,
    RENEW_OWN_CARD,
    RECORD_EXISTING_CARD,
    RECORD_REGISTER_OBSTACLE,
    ISSUE_AGAIN,
    REVIEW_AGAIN,
    RETURN_BIRTH_CERTIFICATE,
    *RECEIVER_STEPS,
    STOP_WAITING_FOR_CORRECTION,
)
