"""ID card of a child under six (thẻ căn cước cho người dưới 6 tuổi), which a family may add to the group.

Decree 301/2026/NĐ-CP put it into the group and could not be read itself: everything here is
provisional. Its time limit inside the group is not known; alone it is 7 working days. The commune
police are taken as the office, since the card hangs on the residence; no source settles it.
"""

from datetime import date

from workflows.authorities.commune_police import COMMUNE_POLICE
from workflows.charges import Fee
from workflows.conditions import known
from workflows.language import (
    Answer,
    Ask,
    Deadline,
    Evidence,
    Input,
    Item,
    Notify,
    Output,
    OutputItem,
    Procedure,
    Start,
    Step,
    Timer,
)
from workflows.procedures.birth_group import BIRTH_GROUP_CLOCK, RETURN_BIRTH_CERTIFICATE
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
from workflows.skeletons.review import (
    ACCEPT,
    FORWARD,
    ISSUED,
    RECEIVED,
    REFUSED,
    SIGNER_NOT_KNOWN,
    UNDER_REVIEW,
    WITHDRAWN,
)
from workflows.skeletons.supplement import (
    ANSWER_SUPPLEMENT,
    AWAITING_SUPPLEMENT,
    REFUSE_UNANSWERED,
    REQUEST_SECOND_SUPPLEMENT,
    REQUEST_SUPPLEMENT,
    SECOND_SUPPLEMENT_NOT_ASKED,
    SUPPLEMENT_NOT_ASKED,
)
from workflows.vocabulary import Role, Standing
from workflows.words import Confidence, Kind, Source, secondary, text, unknown

NOT_READ = unknown(
    "301/2026/NĐ-CP",
    "Chưa đọc được quy định về thẻ căn cước trong nhóm liên thông.",
    "What the decree says about the ID card inside the group could not be read.",
)

SUPPLEMENT_NOT_KNOWN = unknown(
    "301/2026/NĐ-CP",
    "Chưa rõ thời hạn bổ sung; dùng 7 ngày làm việc của phần khai sinh.",
    "The window for a supplement is not known; the 7 working days of the birth part are used.",
)
CARD_SUPPLEMENT = AWAITING_SUPPLEMENT.model_copy(
    update={"timers": (Timer(step="refuse-unanswered", working_days=7, source=SUPPLEMENT_NOT_KNOWN),)}
)

ISSUE_CARD = Ask(
    agency="residence",
    about="identity-card.issue",
    carries=(
        "birth-certificate.number",
        "birth-certificate.registered-on",
        "birth-certificate.personal-id",
        "birth-certificate.child-full-name",
        "birth-certificate.child-birth-date",
        "birth-certificate.child-sex",
        "birth-certificate.child-nationality",
        "residence.commune",
        "residence.address",
    ),
    answers=(
        Answer(outcome="issued", step="record-card"),
        Answer(outcome="refused", step="record-register-obstacle"),
        Answer(outcome="unreachable", step="record-register-obstacle"),
    ),
    gives=(
        Item(code="card-number", kind=Kind.TEXT, text=text("Số thẻ", "Card number")),
        Item(code="valid-until", kind=Kind.DATE, text=text("Có giá trị đến", "Valid until")),
    ),
)
# No photo and no fingerprints are taken of a child under six (26/2023/QH15 Art. 23), so nobody has to come.
APPROVE = Step(
    code="approve",
    source=("under-review",),
    target="awaiting-register",
    by=Role.CLERK,
    text=text("Duyệt cấp thẻ căn cước", "Approve the ID card"),
    when=known("birth-certificate.personal-id"),
    why=text(
        "Giấy khai sinh chưa có số định danh cá nhân của em bé, nên chưa cấp được thẻ.",
        "The birth certificate does not have the child's personal ID yet, so no card can be made out.",
    ),
    effects=(ISSUE_CARD,),
    decisive=True,
    rule=Source(act="26/2023/QH15 Art. 23", confidence=Confidence.SECONDARY, note=SIGNER_NOT_KNOWN),
)
RECORD_CARD = Step(
    code="record-card",
    source=("awaiting-register", "register-obstacle"),
    target="issued",
    by=Role.AGENCY,
    text=text("Cấp thẻ căn cước", "Issue the ID card"),
    issues=("under-six-identity-card",),
    effects=(
        Notify(
            letter="identity-card-issued",
            text=text("Em bé đã được cấp thẻ căn cước.", "Your child's ID card has been issued."),
        ),
    ),
)
ISSUE_AGAIN = Step(
    code="issue-again",
    source=("register-obstacle",),
    target="awaiting-register",
    by=Role.CLERK,
    text=text("Gửi lại để cấp thẻ", "Ask for the card again"),
    effects=(ISSUE_CARD,),
)

UNDER_SIX_IDENTITY_CARD_2026_09 = Procedure(
    code="under-six-identity-card",
    version="2026-09",
    effective_from=date(2026, 9, 1),
    text=text("Cấp thẻ căn cước cho người dưới 6 tuổi", "ID card of a child under six"),
    short=text("Thẻ căn cước", "ID card"),
    standing=Standing.PROVISIONAL,
    legal_basis=(
        secondary("301/2026/NĐ-CP"),
        secondary("26/2023/QH15 Art. 23"),
        unknown(
            "301/2026/NĐ-CP",
            "Chưa rõ cơ quan cấp thẻ trong nhóm liên thông; ở đây là Công an cấp xã.",
            "Which office issues the card inside the group is not known; here it is the commune police.",
        ),
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
        Input(fact="birth-certificate.child-nationality", kind=Kind.TEXT, required=False),
        Input(fact="residence.commune", kind=Kind.COMMUNE),
        Input(fact="residence.address", kind=Kind.TEXT),
        Input(fact="result.delivery", kind=Kind.CHOICE),
        Input(fact="result.post-address", kind=Kind.TEXT, required=False),
        Input(fact="office.police", kind=Kind.COMMUNE),
    ),
    evidence=(
        Evidence(
            code="birth-certificate",
            text=text("Giấy khai sinh điện tử", "Electronic birth certificate"),
            source=secondary("301/2026/NĐ-CP"),
        ),
    ),
    outputs=(
        Output(
            code="under-six-identity-card",
            text=text("Thẻ căn cước", "ID card"),
            items=(
                OutputItem(
                    code="card-number", kind=Kind.TEXT, text=text("Số thẻ", "Card number"), fact="card-number"
                ),
                # `approve` waits for it
                OutputItem(
                    code="personal-id",
                    kind=Kind.PERSONAL_ID,
                    text=text("Số định danh cá nhân của em bé", "The child's personal ID"),
                    fact="birth-certificate.personal-id",
                    required=False,
                ),
                OutputItem(
                    code="child-full-name",
                    kind=Kind.NAME,
                    text=text("Họ, chữ đệm, tên của em bé", "The child's full name"),
                    fact="birth-certificate.child-full-name",
                ),
                OutputItem(
                    code="child-birth-date",
                    kind=Kind.DATE,
                    text=text("Ngày, tháng, năm sinh", "Date of birth"),
                    fact="birth-certificate.child-birth-date",
                ),
                OutputItem(
                    code="child-sex",
                    kind=Kind.CHOICE,
                    text=text("Giới tính", "Sex"),
                    fact="birth-certificate.child-sex",
                ),
                OutputItem(
                    code="valid-until",
                    kind=Kind.DATE,
                    text=text("Có giá trị đến", "Valid until"),
                    fact="valid-until",
                ),
            ),
        ),
    ),
    starts=(Start(state="received"),),
    states=(
        RECEIVED,
        UNDER_REVIEW,
        CARD_SUPPLEMENT,
        AWAITING_CORRECTION,
        AWAITING_REGISTER,
        REGISTER_OBSTACLE,
        ISSUED,
        REFUSED,
        WITHDRAWN,
    ),
    steps=(
        ACCEPT,
        FORWARD,
        REQUEST_SUPPLEMENT,
        REQUEST_SECOND_SUPPLEMENT,
        ANSWER_SUPPLEMENT.model_copy(update={"rule": SUPPLEMENT_NOT_KNOWN}),
        REFUSE_UNANSWERED.model_copy(update={"rule": SUPPLEMENT_NOT_KNOWN}),
        REFUSE_AT_OBSTACLE,
        WITHDRAW_AS_RECEIVER,
        APPROVE,
        RECORD_CARD,
        RECORD_REGISTER_OBSTACLE,
        ISSUE_AGAIN,
        REVIEW_AGAIN,
        RETURN_BIRTH_CERTIFICATE,
        *RECEIVER_STEPS,
        STOP_WAITING_FOR_CORRECTION,
    ),
    assumes=(SUPPLEMENT_NOT_ASKED, SECOND_SUPPLEMENT_NOT_ASKED),
    deadlines=(
        Deadline(
            working_days=7,
            source=unknown(
                "301/2026/NĐ-CP",
                "Thời hạn trong nhóm liên thông chưa rõ; 7 ngày làm việc là thời hạn khi làm riêng.",
                "The limit inside the group is not known; 7 working days is that of the card on its own.",
            ),
        ),
    ),
    clock=BIRTH_GROUP_CLOCK,
    fees=(
        Fee(
            code="identity-card",
            text=text("Lệ phí thẻ căn cước", "Fee for the ID card"),
            amount=None,
            source=NOT_READ,
        ),
    ),
)

UNDER_SIX_IDENTITY_CARD = UNDER_SIX_IDENTITY_CARD_2026_09
