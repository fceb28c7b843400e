"""What the benchmark runs: a declaration of 40 fields, three procedures in a chain, 12 guarded steps.

The words are those of a birth, so that rows have a realistic size; the law is not. A change of law
must never change what is measured.
"""

from __future__ import annotations

from datetime import date
from typing import Any

from workflows.bundle import Accepted, Bundle, Link, Member
from workflows.conditions import all_of, at_least, is_true, known, one_of
from workflows.language import (
    Ask,
    Authority,
    Deadline,
    Evidence,
    Input,
    Item,
    Output,
    OutputItem,
    Procedure,
    Start,
    State,
    Step,
)
from workflows.questions import Declaration, How, Question, Section
from workflows.registry import Registry
from workflows.vocabulary import Clock, Ending, OfficialStatus, Role, Waits
from workflows.words import ClockRules, Kind, law, text

LAW = law("Benchmark Art. 1")
CLOCK = ClockRules(source=LAW)
SINCE = date(2026, 1, 1)
SLUG = "do-toc-do"
AREA, ELSEWHERE = "00001", "00002"
# member → the authority that decides
OFFICES = {"certificate": "bench-justice", "residence": "bench-police", "card": "bench-insurance"}

# --- the declaration ------------------------------------------------------------------------------

# fact, kind, what it is called, and what a family answers
FIELDS: tuple[tuple[str, Kind, str, str, Any], ...] = (
    ("requester.personal-id", Kind.PERSONAL_ID, "Số định danh của bạn", "Your personal ID", None),
    ("requester.phone", Kind.PHONE, "Điện thoại", "Phone", "0912345678"),
    ("requester.relation", Kind.TEXT, "Quan hệ với em bé", "Relation to the child", "mẹ"),
    ("requester.address", Kind.TEXT, "Nơi cư trú", "Address", "Số 12, ngõ 34, phố Trần Phú"),
    ("requester.commune", Kind.COMMUNE, "Xã, phường", "Commune", AREA),
    ("requester.is-adult", Kind.YES_NO, "Đủ 18 tuổi", "Is of age", True),
    ("child.full-name", Kind.NAME, "Họ tên em bé", "The child's name", "Nguyễn Trần Minh Anh"),
    ("child.birth-date", Kind.DATE, "Ngày sinh", "Date of birth", "2026-02-14"),
    ("child.birth-hour", Kind.TEXT, "Giờ sinh", "Hour of birth", "07 giờ 45 phút"),
    ("child.sex", Kind.TEXT, "Giới tính", "Sex", "female"),
    ("child.ethnicity", Kind.TEXT, "Dân tộc", "Ethnicity", "kinh"),
    ("child.nationality", Kind.TEXT, "Quốc tịch", "Nationality", "Việt Nam"),
    ("child.home-town", Kind.TEXT, "Quê quán", "Home town", "xã Đông Anh, thành phố Hà Nội"),
    ("child.birth-place", Kind.TEXT, "Nơi sinh", "Place of birth", "Bệnh viện Phụ sản Trung ương"),
    ("child.notice", Kind.TEXT, "Số giấy chứng sinh", "Number of the birth notice", "01234.GCS.00567.26"),
    ("child.order", Kind.NUMBER, "Con thứ mấy", "Which child", 2),
    ("child.weight", Kind.NUMBER, "Cân nặng (gam)", "Weight (grams)", 3200),
    ("child.has-notice", Kind.YES_NO, "Có giấy chứng sinh", "Has a birth notice", True),
    ("mother.full-name", Kind.NAME, "Họ tên mẹ", "The mother's name", "Nguyễn Thị Lan"),
    ("mother.personal-id", Kind.PERSONAL_ID, "Số định danh mẹ", "The mother's ID", "001190000011"),
    ("mother.birth-date", Kind.DATE, "Ngày sinh mẹ", "The mother's date of birth", "1990-05-20"),
    ("mother.ethnicity", Kind.TEXT, "Dân tộc mẹ", "The mother's ethnicity", "kinh"),
    ("mother.nationality", Kind.TEXT, "Quốc tịch mẹ", "The mother's nationality", "Việt Nam"),
    ("mother.address", Kind.TEXT, "Nơi cư trú mẹ", "The mother's address", "Số 12, ngõ 34, phố Trần Phú"),
    ("father.full-name", Kind.NAME, "Họ tên cha", "The father's name", "Trần Văn Hùng"),
    ("father.personal-id", Kind.PERSONAL_ID, "Số định danh cha", "The father's ID", "001088000012"),
    ("father.birth-date", Kind.DATE, "Ngày sinh cha", "The father's date of birth", "1988-11-02"),
    ("father.ethnicity", Kind.TEXT, "Dân tộc cha", "The father's ethnicity", "kinh"),
    ("father.nationality", Kind.TEXT, "Quốc tịch cha", "The father's nationality", "Việt Nam"),
    ("father.address", Kind.TEXT, "Nơi cư trú cha", "The father's address", "Số 12, ngõ 34, phố Trần Phú"),
    ("parents.married", Kind.YES_NO, "Cha mẹ có đăng ký kết hôn", "The parents are married", True),
    ("parents.married-on", Kind.DATE, "Ngày đăng ký kết hôn", "Married on", "2015-09-09"),
    ("parents.certificate", Kind.TEXT, "Số giấy kết hôn", "Marriage certificate", "45/2015"),
    ("home.head", Kind.NAME, "Chủ hộ", "Head of the household", "Trần Văn Hùng"),
    ("home.relation", Kind.TEXT, "Quan hệ với chủ hộ", "Relation to the head", "con"),
    ("home.agreed", Kind.YES_NO, "Chủ hộ đồng ý", "The head agrees", True),
    ("card.facility", Kind.TEXT, "Nơi khám chữa bệnh", "Care facility", "tyt-00001"),
    ("card.delivery", Kind.TEXT, "Nhận thẻ", "Delivery of the card", "vneid"),
    ("copies.count", Kind.NUMBER, "Số bản sao", "Number of copies", 3),
    ("copies.post", Kind.YES_NO, "Nhận qua bưu chính", "By post", False),
)
REQUESTER = "requester.personal-id"  # known from the signed-in identity, so nobody types it
ANSWERS: dict[str, Any] = {fact: value for fact, _, _, _, value in FIELDS if value is not None}
PAGE = 6


def _section(number: int) -> Section:
    fields = FIELDS[(number - 1) * PAGE : number * PAGE]
    return Section(
        code=f"part-{number}",
        slug=f"phan-{number}",
        text=text(f"Phần {number}", f"Part {number}"),
        questions=tuple(
            Question(
                fact=fact,
                kind=kind,
                text=text(vi, en),
                how=How.IDENTITY if fact == REQUESTER else How.TYPED,
            )
            for fact, kind, vi, en, _ in fields
        ),
    )


FORM = Declaration(
    code="bench-form",
    version="2026-01",
    effective_from=SINCE,
    text=text("Tờ khai đo tốc độ", "Declaration of the benchmark"),
    legal_basis=(LAW,),
    sections=tuple(_section(number) for number in range(1, 1 - (-len(FIELDS) // PAGE))),
    subject="child.full-name",
)

# --- three procedures of the same shape -----------------------------------------------------------


def _state(code: str, vi: str, en: str, ending: Ending | None = None) -> State:
    return State(
        code=code,
        text=text(vi, en),
        status=OfficialStatus.RETURNED if ending else OfficialStatus.IN_PROGRESS,
        waits_for=Waits.NOBODY if ending else Waits.OFFICER,
        clock=Clock.ENDS if ending else Clock.RUNS,
        ending=ending,
    )


STATES = (
    _state("received", "Mới tiếp nhận", "Received"),
    _state("under-review", "Đang thẩm tra", "Under review"),
    _state("checked", "Đã đối chiếu", "Checked"),
    _state("proposed", "Đã trình ký", "Proposed"),
    _state("issued", "Đã có kết quả", "Result issued", Ending.ISSUED),
)


def _steps(code: str, needs: str, ask: tuple[Ask, ...]) -> tuple[Step, ...]:
    """Four guarded steps; `needs` is a fact without which nobody may check the file."""
    return (
        Step(
            code="accept",
            source=("received",),
            target="under-review",
            by=Role.CLERK,
            text=text("Tiếp nhận", "Accept"),
            when=all_of(is_true("requester.is-adult"), known("child.notice")),
            effects=ask,
        ),
        Step(
            code="check",
            source=("under-review",),
            target="checked",
            by=Role.CLERK,
            text=text("Đối chiếu", "Check"),
            when=all_of(known(needs), one_of("child.sex", "female", "male")),
            takes=(Item(code="matches", kind=Kind.YES_NO, text=text("Khớp", "It matches")),),
            effects=ask,
        ),
        Step(
            code="propose",
            source=("checked",),
            target="proposed",
            by=Role.CLERK,
            text=text("Trình ký", "Propose"),
            when=all_of(is_true("matches"), at_least("child.order", 1)),
            takes=(Item(code="opinion", kind=Kind.LONG_TEXT, text=text("Ý kiến", "Opinion")),),
            sets=(("proposed", True),),
            effects=ask,
        ),
        Step(
            code="issue",
            source=("proposed",),
            target="issued",
            by=Role.LEADER,
            text=text("Ký, trả kết quả", "Sign and issue"),
            when=all_of(is_true("proposed"), is_true("matches")),
            takes=(Item(code=f"{code}-number", kind=Kind.TEXT, text=text("Số", "Number")),),
            issues=(code,),
            effects=ask,
            decisive=True,
            not_by=("propose",),
        ),
    )


def _procedure(code: str, needs: str, paper: str, vi: str, en: str, ask: tuple[Ask, ...]) -> Procedure:
    return Procedure(
        code=f"bench-{code}",
        version="2026-01",
        effective_from=SINCE,
        text=text(vi, en),
        short=text(vi, en),
        legal_basis=(LAW,),
        authority=OFFICES[code],
        area="requester.commune",
        inputs=tuple(Input(fact=fact, kind=kind) for fact, kind, *_ in FIELDS[6:12]),
        evidence=(Evidence(code=paper, text=text("Giấy tờ", "Paper")),),
        outputs=(
            Output(
                code=code,
                text=text(vi, en),
                items=(
                    OutputItem(
                        code="number", kind=Kind.TEXT, text=text("Số", "Number"), fact=f"{code}-number"
                    ),
                    OutputItem(
                        code="holder", kind=Kind.NAME, text=text("Người", "Holder"), fact="child.full-name"
                    ),
                ),
            ),
        ),
        starts=(Start(state="received"),),
        states=STATES,
        steps=_steps(code, needs, ask),
        deadlines=(
            Deadline(working_days=2, when=is_true("parents.married"), source=LAW),
            Deadline(working_days=3, source=LAW),
        ),
        clock=CLOCK,
    )


BUNDLE = Bundle(
    code="bench",
    version="2026-01",
    effective_from=SINCE,
    text=text("Đo tốc độ", "The benchmark"),
    legal_basis=(LAW,),
    slug=SLUG,
    life_event="benchmark",
    declaration=FORM.key,
    members=tuple(Member(code=code, procedure=f"bench-{code}@2026-01") for code in OFFICES),
    links=(
        Link(giver="certificate", output="certificate", receiver="residence", serves_as="proof-of-birth"),
        Link(giver="residence", output="residence", receiver="card", serves_as="proof-of-residence"),
    ),
    deadlines=(
        Deadline(working_days=10, when=is_true("copies.post"), source=LAW),
        Deadline(working_days=9, source=LAW),
    ),
    accepted=(Accepted(member="card", days=2, source=LAW),),
    clock=CLOCK,
    same_event=("child.notice",),
    alike=("mother.personal-id", "child.birth-date"),
    unlike=at_least("child.order", 1),
)
ASK = Ask(
    agency="bench-register",
    about="bench.note",
    carries=("child.full-name", "child.birth-date", "mother.personal-id"),
)


def law_of_the_bench(*, asks: bool = False) -> Registry:
    """Return the definitions; with `asks` every step also leaves one message for an agency."""
    ask = (ASK,) if asks else ()
    return Registry.of(
        FORM,
        BUNDLE,
        *(Authority(code=code, text=text(code, code), short=text(code, code)) for code in OFFICES.values()),
        _procedure("certificate", "child.full-name", "notice", "Khai sinh", "Birth", ask),
        _procedure("residence", "certificate.number", "proof-of-birth", "Thường trú", "Residence", ask),
        _procedure("card", "residence.number", "proof-of-residence", "Thẻ BHYT", "Card", ask),
    )
