"""Toy definitions for the tests of the engine, so that a change of law never breaks them.

Who wants to keep a dog needs a library card first: the council licenses readers only.
"""

from __future__ import annotations

from datetime import date

from workflows.bundle import Accepted, Bundle, Flag, Link, Member
from workflows.charges import Fee
from workflows.conditions import all_of, at_least, equals, is_true
from workflows.language import (
    Answer,
    Ask,
    Authority,
    Deadline,
    Evidence,
    Input,
    Item,
    Notify,
    Output,
    OutputItem,
    Procedure,
    Start,
    State,
    Step,
    Timer,
)
from workflows.questions import Declaration, Derived, Feed, How, Option, Question, Section
from workflows.registry import Registry
from workflows.skeletons.correction import AWAITING_CORRECTION, RECEIVER_STEPS, UNDER_CORRECTION
from workflows.skeletons.register import RECORD_REGISTER_OBSTACLE, REGISTER_STATES
from workflows.skeletons.review import REASON, REVIEW_STATES, REVIEW_STEPS
from workflows.skeletons.supplement import SUPPLEMENT_NOT_ASKED
from workflows.vocabulary import Clock, Ending, OfficialStatus, Role, Signal, Waits
from workflows.words import ClockRules, Kind, inferred, law, text, unknown

BYLAW = law("Town by-law Art. 1")
CLOCK = ClockRules(source=BYLAW)
SINCE = date(2026, 1, 1)

LIBRARY = Authority(code="library", text=text("Thư viện", "Library"), short=text("Thư viện", "Library"))
COUNCIL = Authority(
    code="council", text=text("Hội đồng thị trấn", "Town council"), short=text("Hội đồng", "Council")
)

# --- library card: an agency prints it, and a mistake on it can be mended ------------------------

PRINT_CARD = Ask(
    agency="card-printer",
    about="card.print",
    carries=("reader.full-name",),
    answers=(
        Answer(outcome="printed", step="issue"),
        Answer(outcome="refused", step="record-register-obstacle"),
        Answer(outcome="unreachable", step="record-register-obstacle"),
    ),
    gives=(Item(code="card-number", kind=Kind.TEXT, text=text("Số thẻ", "Card number")),),
)
APPROVE = Step(
    code="approve",
    source=("under-review",),
    target="awaiting-register",
    by=Role.CLERK,
    text=text("Duyệt", "Approve"),
    effects=(PRINT_CARD,),
    decisive=True,
)
ASK_AGAIN = Step(
    code="ask-again",
    source=("register-obstacle",),
    target="awaiting-register",
    by=Role.CLERK,
    text=text("Gửi lại", "Ask again"),
    effects=(PRINT_CARD,),
)
ISSUE_CARD = Step(
    code="issue",
    source=("awaiting-register",),
    target="issued",
    by=Role.AGENCY,
    text=text("Trả thẻ", "Issue the card"),
    issues=("library-card",),
    effects=(Notify(letter="issued", text=text("Thẻ đã có.", "Your card is ready.")),),
)
REOPEN = Step(
    code="reopen-for-correction",
    source=("issued",),
    target="under-correction",
    by=Role.SYSTEM,
    text=text("Mở lại để sửa", "Reopen for a correction"),
    signal=Signal.CORRECTION_ASKED,
)
CORRECT = Step(
    code="correct",
    source=("under-correction",),
    target="issued",
    by=Role.CLERK,
    text=text("Sửa thẻ", "Correct the card"),
    issues=("library-card",),
    corrects=True,
)
KEEP = Step(
    code="keep",
    source=("under-correction",),
    target="issued",
    by=Role.CLERK,
    text=text("Giữ nguyên", "Keep as it is"),
    keeps="library-card",
)
LIBRARY_CARD = Procedure(
    code="library-card",
    version="2026-01",
    effective_from=SINCE,
    text=text("Cấp thẻ thư viện", "Library card"),
    short=text("Thẻ", "Card"),
    legal_basis=(BYLAW,),
    authority="library",
    area="reader.commune",
    inputs=(
        Input(fact="reader.full-name", kind=Kind.NAME),
        Input(fact="reader.commune", kind=Kind.COMMUNE),
    ),
    evidence=(Evidence(code="photo", text=text("Ảnh", "Photograph")),),
    outputs=(
        Output(
            code="library-card",
            text=text("Thẻ thư viện", "Library card"),
            items=(
                OutputItem(
                    code="number", kind=Kind.TEXT, text=text("Số thẻ", "Card number"), fact="card-number"
                ),
                OutputItem(
                    code="holder", kind=Kind.NAME, text=text("Chủ thẻ", "Holder"), fact="reader.full-name"
                ),
            ),
        ),
    ),
    starts=(Start(state="received"),),
    states=(*REVIEW_STATES, *REGISTER_STATES, UNDER_CORRECTION),
    steps=(
        *REVIEW_STEPS, APPROVE, ASK_AGAIN, ISSUE_CARD, RECORD_REGISTER_OBSTACLE, REOPEN, CORRECT, KEEP,
    ),
    assumes=(SUPPLEMENT_NOT_ASKED,),
    deadlines=(Deadline(working_days=1, source=BYLAW),),
    clock=CLOCK,
)  # fmt: skip

# --- dog licence: the partner must agree, and the card may be found wrong ------------------------

AWAITING_CONSENT = State(
    code="awaiting-consent",
    text=text("Chờ người cùng nhà đồng ý", "Waiting for the partner's consent"),
    status=OfficialStatus.IN_PROGRESS,
    waits_for=Waits.RELATIVE,
    clock=Clock.PAUSES,
    timers=(Timer(step="close-unanswered", working_days=5, source=BYLAW),),
    consent_of=("partner.personal-id",),
)
CANCELLED = State(
    code="cancelled",
    text=text("Đã đóng", "Closed"),
    status=OfficialStatus.STOPPED,
    waits_for=Waits.NOBODY,
    clock=Clock.ENDS,
    ending=Ending.CANCELLED,
)
CONFIRM_CONSENT = Step(
    code="confirm-consent",
    source=("awaiting-consent",),
    target="received",
    by=Role.RELATIVE,
    text=text("Đồng ý nuôi chó", "Agree to the dog"),
)
CLOSE_UNANSWERED = Step(
    code="close-unanswered",
    source=("awaiting-consent",),
    target="cancelled",
    by=Role.SYSTEM,
    text=text("Đóng vì không có ý kiến", "Close without an answer"),
)
INSPECT = Step(
    code="inspect",
    source=("under-review",),
    target="under-review",
    by=Role.CLERK,
    text=text("Khám chó", "Inspect the dog"),
    takes=(Item(code="dog.healthy", kind=Kind.YES_NO, text=text("Chó khỏe", "The dog is healthy")),),
)
ISSUE_LICENCE = Step(
    code="issue",
    source=("under-review",),
    target="issued",
    by=Role.LEADER,
    text=text("Cấp giấy phép", "Issue the licence"),
    when=is_true("dog.healthy"),
    why=text("Chó phải khỏe.", "The dog must be healthy."),
    takes=(Item(code="licence-number", kind=Kind.TEXT, text=text("Số giấy phép", "Licence number")),),
    issues=("dog-licence",),
    not_by=("inspect",),
    decisive=True,
)
RETURN_TO_ISSUER = Step(
    code="return-to-issuer",
    source=("under-review",),
    target="awaiting-correction",
    by=Role.CLERK,
    text=text("Trả thẻ có sai sót", "Return the card for a correction"),
    takes=(
        Item(
            code="wrong-items",
            kind=Kind.CHOICE,
            text=text("Mục sai", "What is wrong"),
            options=(("number", text("Số thẻ", "Card number")), ("holder", text("Chủ thẻ", "Holder"))),
        ),
        REASON,
    ),
    returns="library-card",
)
STOP_WAITING = Step(
    code="stop-waiting",
    source=("awaiting-correction",),
    target="under-review",
    by=Role.CLERK,
    text=text("Thôi chờ sửa thẻ", "Stop waiting for the correction"),
)
DOG_LICENCE = Procedure(
    code="dog-licence",
    version="2026-01",
    effective_from=SINCE,
    text=text("Cấp giấy phép nuôi chó", "Dog licence"),
    short=text("Chó", "Dog"),
    legal_basis=(BYLAW,),
    authority="council",
    area="reader.commune",
    inputs=(
        Input(fact="dog.size", kind=Kind.CHOICE),
        Input(fact="dog.age-in-months", kind=Kind.NUMBER),
        Input(fact="library-card.number", kind=Kind.TEXT),
        Input(fact="library-card.holder", kind=Kind.NAME),
    ),
    evidence=(
        Evidence(code="proof-of-reading", text=text("Thẻ thư viện", "Library card")),
        Evidence(code="muzzle", text=text("Rọ mõm", "Muzzle"), when=is_true("dog.large"), source=BYLAW),
    ),
    outputs=(
        Output(
            code="dog-licence",
            text=text("Giấy phép nuôi chó", "Dog licence"),
            items=(
                OutputItem(
                    code="number", kind=Kind.TEXT, text=text("Số giấy phép", "Number"), fact="licence-number"
                ),
            ),
        ),
    ),
    starts=(
        Start(state="awaiting-consent", when=is_true("reader.shares-home")),
        Start(state="received"),
    ),
    states=(*REVIEW_STATES, AWAITING_CONSENT, AWAITING_CORRECTION, CANCELLED),
    steps=(
        CONFIRM_CONSENT, CLOSE_UNANSWERED, *REVIEW_STEPS, INSPECT, ISSUE_LICENCE, RETURN_TO_ISSUER,
        STOP_WAITING, *RECEIVER_STEPS,
    ),
    assumes=(SUPPLEMENT_NOT_ASKED,),
    deadlines=(
        Deadline(working_days=4, when=is_true("dog.large"), source=BYLAW),
        Deadline(
            working_days=2,
            source=inferred("Town by-law Art. 2", "Suy từ thông lệ.", "Inferred from what is usual."),
        ),
    ),
    clock=CLOCK,
    fees=(
        Fee(
            code="licence",
            text=text("Lệ phí", "Fee"),
            amount=None,
            source=unknown("Town by-law", "Không tìm thấy mức thu.", "No amount was found."),
        ),
    ),
)  # fmt: skip

# --- the form and the bundle -------------------------------------------------------------------

YOU = Section(
    code="you",
    slug="ban",
    text=text("Bạn", "You"),
    questions=(
        Question(
            fact="requester.personal-id",
            kind=Kind.PERSONAL_ID,
            text=text("Số định danh", "Personal ID"),
            how=How.IDENTITY,
        ),
        Question(fact="requester.phone", kind=Kind.PHONE, text=text("Điện thoại", "Phone")),
        Question(
            fact="reader.full-name",
            kind=Kind.NAME,
            text=text("Họ tên", "Full name"),
            how=How.REGISTER,
            fetched_by="requester.personal-id",
            record_item="full-name",
            feeds=(Feed(procedure="library-card", boxes=2), Feed(procedure="dog-licence", boxes=1)),
        ),
        Question(
            fact="reader.commune",
            kind=Kind.COMMUNE,
            text=text("Nơi ở", "Where you live"),
            options_from="communes",
        ),
        Question(
            fact="reader.shares-home", kind=Kind.YES_NO, text=text("Ở chung?", "Do you share your home?")
        ),
        Question(
            fact="partner.personal-id",
            kind=Kind.PERSONAL_ID,
            text=text("Số định danh người cùng nhà", "Your partner's personal ID"),
            when=is_true("reader.shares-home"),
        ),
    ),
)
DOG = Section(
    code="dog",
    slug="cho",
    text=text("Con chó", "The dog"),
    questions=(
        Question(fact="dog.wanted", kind=Kind.YES_NO, text=text("Muốn nuôi chó?", "Do you want a dog?")),
        Question(
            fact="dog.birth-date",
            kind=Kind.DATE,
            text=text("Ngày sinh", "Date of birth"),
            when=is_true("dog.wanted"),
            not_future=True,
        ),
        Question(
            fact="dog.size",
            kind=Kind.CHOICE,
            text=text("Cỡ", "Size"),
            when=is_true("dog.wanted"),
            options=(
                Option(value="small", text=text("Nhỏ", "Small")),
                Option(value="large", text=text("Lớn", "Large")),
            ),
        ),
    ),
)
PET_READER_FORM = Declaration(
    code="pet-reader-form",
    version="2026-01",
    effective_from=SINCE,
    text=text("Tờ khai người đọc nuôi chó", "Declaration of a reader with a dog"),
    legal_basis=(BYLAW,),
    sections=(YOU, DOG),
    derived=(
        Derived(
            fact="dog.age-in-months",
            rule="months-since",
            of=("dog.birth-date",),
            text=text("Số tháng tuổi", "Age in months"),
        ),
        Derived(
            fact="dog.large",
            rule="chosen",
            of=("dog.size",),
            value="large",
            text=text("Chó lớn", "Large dog"),
        ),
    ),
    subject="reader.full-name",
)
PET_READER = Bundle(
    code="pet-reader",
    version="2026-01",
    effective_from=SINCE,
    text=text("Người đọc nuôi chó", "A reader with a dog"),
    legal_basis=(BYLAW,),
    slug="nguoi-doc-nuoi-cho",
    life_event="getting-a-dog",
    declaration="pet-reader-form@2026-01",
    members=(
        Member(code="card", procedure="library-card@2026-01"),
        Member(
            code="licence",
            procedure="dog-licence@2026-01",
            when=is_true("dog.wanted"),
            why_not=text("Bạn không nuôi chó.", "You do not want a dog."),
        ),
    ),
    links=(Link(giver="card", output="library-card", receiver="licence", serves_as="proof-of-reading"),),
    deadlines=(
        Deadline(
            working_days=5, when=all_of(is_true("dog.wanted"), equals("dog.size", "large")), source=BYLAW
        ),
        Deadline(working_days=3, source=BYLAW),
    ),
    accepted=(Accepted(member="licence", days=1, source=BYLAW),),
    clock=CLOCK,
    flags=(
        Flag(
            code="old-dog",
            when=at_least("dog.age-in-months", 120),
            text=text("Chó đã già.", "The dog is old."),
            source=BYLAW,
        ),
    ),
    same_event=("requester.personal-id", "dog.birth-date"),
    alike=("reader.full-name",),
)

TOYS = (LIBRARY, COUNCIL, LIBRARY_CARD, DOG_LICENCE, PET_READER_FORM, PET_READER)
TOY_REGISTRY = Registry.of(*TOYS)
