"""The words of procedures (thủ tục) and linked bundles (nhóm thủ tục liên thông)."""

from __future__ import annotations

from datetime import date
from enum import StrEnum
from typing import Annotated, Literal, Self

from pydantic import Field

from workflows.charges import Allowance, Exemption, Fee, Figure
from workflows.conditions import Condition
from workflows.words import ClockRules, Confidence, Kind, Source, Text, Word

__all__ = [
    "Accepted", "Allowance", "Answer", "Ask", "Authority", "Bundle", "Clock", "ClockRules", "Condition",
    "Confidence", "Deadline", "Ending", "Evidence", "Exemption", "Fee", "Figure", "Flag", "Input", "Item",
    "Kind", "Level", "Link", "Member", "Notify", "OfficialStatus", "OnFailure", "Output", "OutputItem",
    "Procedure", "Role", "Signal", "Source", "Standing", "Start", "State", "Step", "Text", "Timer",
    "Waits", "Word",
]  # fmt: skip


class Role(StrEnum):
    """Who may take a step."""

    CITIZEN = "citizen"  # the requester (người yêu cầu)
    RELATIVE = "relative"  # a person whose consent is needed
    CLERK = "clerk"  # an officer of the competent office (công chức)
    LEADER = "leader"  # the person of that office who signs (lãnh đạo)
    SUPERVISOR = "supervisor"  # watches over offices
    OPERATOR = "operator"  # keeps messages moving (vận hành); takes no step of any procedure
    AGENCY = "agency"  # another system's answer
    SYSTEM = "system"  # a timer or the chain itself


class Waits(StrEnum):
    """Whom a case waits for in a state."""

    OFFICER = "officer"
    CITIZEN = "citizen"
    RELATIVE = "relative"
    AGENCY = "agency"
    NOBODY = "nobody"


class Clock(StrEnum):
    """What the legal clock does in a state."""

    RUNS = "runs"
    PAUSES = "pauses"  # stands still, then goes on
    RESTARTS = "restarts"  # stands still, then begins again from zero
    ENDS = "ends"


class Ending(StrEnum):
    """How a case ended; only `ISSUED` carries outputs to the next procedures."""

    ISSUED = "issued"
    ALREADY_ISSUED = "already-issued"
    NOT_APPLICABLE = "not-applicable"
    REFUSED = "refused"
    WITHDRAWN = "withdrawn"
    CANCELLED = "cancelled"

    @property
    def failed(self) -> bool:
        return self in (Ending.REFUSED, Ending.WITHDRAWN, Ending.CANCELLED)


class OfficialStatus(StrEnum):
    """The ten statuses that citizens know from the national portal."""

    NEW = "Mới đăng ký"
    ACCEPTED = "Được tiếp nhận"
    NOT_ACCEPTED = "Không được tiếp nhận"
    IN_PROGRESS = "Đang xử lý"
    SUPPLEMENT = "Yêu cầu bổ sung giấy tờ"
    PAYMENT = "Yêu cầu thực hiện nghĩa vụ tài chính"
    WITHDRAWN = "Công dân yêu cầu rút hồ sơ"
    STOPPED = "Dừng xử lý"
    DONE = "Đã xử lý xong"
    RETURNED = "Đã trả kết quả"


class Signal(StrEnum):
    """What the chain tells a case about its neighbours; a step listens by naming it."""

    WITHDRAWN = "withdrawn"  # the citizen stopped the bundle
    CORRECTION_ASKED = "correction-asked"  # a receiver found an error in what this case issued
    INPUT_IN_DOUBT = "input-in-doubt"  # what this case relies on is being corrected
    INPUT_CORRECTED = "input-corrected"  # the corrected output has arrived
    INPUT_STANDS = "input-stands"  # the issuer looked again: there was no error


class Standing(StrEnum):
    """Whether a definition may be filed under."""

    IN_FORCE = "in-force"
    PROVISIONAL = "provisional"  # rests on sources that were not read themselves
    BASELINE = "baseline"  # only for comparison, nobody can file it


class Level(StrEnum):
    """The tier of government on which an authority has its offices."""

    COMMUNE = "commune"
    PROVINCE = "province"


class Authority(Word):
    """A competent authority (cơ quan có thẩm quyền); each has one office per area of its level."""

    code: str
    text: Text
    short: Text
    level: Level = Level.COMMUNE
    tone: Literal["justice", "police", "insurance", "welfare", "business", "citizen", "hub"] = "hub"


class Item(Word):
    """One typed value that a person or an agency supplies."""

    code: str
    kind: Kind
    text: Text
    required: bool = True
    options: tuple[tuple[str, Text], ...] = ()


class Input(Word):
    """A fact that the procedure needs, and so may see (least data)."""

    fact: str
    kind: Kind
    required: bool = True


class Evidence(Word):
    """A paper or its data that proves something (thành phần hồ sơ).

    `comes` says how it gets here: the requester attaches it as photos or a file, or another
    system sends it as data. Without it, it is the output of a linked procedure.
    """

    code: str
    text: Text
    when: Condition | None = None
    source: Source | None = None
    comes: Literal["attached", "data"] | None = None


class OutputItem(Word):
    """One value of an output, copied from a fact at the moment of issue."""

    code: str
    kind: Kind
    text: Text
    fact: str
    required: bool = True


class Output(Word):
    """A result (kết quả giải quyết); its items become facts named `<output>.<item>`."""

    code: str
    text: Text
    items: tuple[OutputItem, ...]

    def fact_names(self) -> tuple[str, ...]:
        return tuple(f"{self.code}.{item.code}" for item in self.items)


class Answer(Word):
    """Which step an agency's answer takes; `unreachable` stands for no usable answer at all."""

    outcome: str
    step: str


class Ask(Word):
    """A message to another agency's system, with what each of its answers does.

    `carries` names the facts that travel. Items of the answer become facts of the case.
    """

    kind: Literal["ask"] = "ask"
    agency: str
    about: str
    carries: tuple[str, ...] = ()
    answers: tuple[Answer, ...] = ()
    gives: tuple[Item, ...] = ()


class Notify(Word):
    """A message to the requester, in words kept in `text`."""

    kind: Literal["notify"] = "notify"
    letter: str
    text: Text


Effect = Annotated[Ask | Notify, Field(discriminator="kind")]


class Timer(Word):
    """A step that the system takes when a case stays in a state too long (in working days)."""

    step: str
    working_days: int
    source: Source


class State(Word):
    """Where a case can be (trạng thái)."""

    code: str
    text: Text
    status: OfficialStatus
    waits_for: Waits
    clock: Clock = Clock.RUNS
    ending: Ending | None = None
    citizen: Text | None = None
    timers: tuple[Timer, ...] = ()
    consent_of: tuple[str, ...] = ()  # facts with the personal IDs of those who must agree


class Step(Word):
    """One move from some states to another (bước xử lý).

    `takes` is what the person supplies with it; `sets` are facts that it fixes;
    `issues` are outputs; `returns` names the output in which the taker found errors;
    `corrects` lets the taker mend those errors and `keeps` says that there were none;
    `forwards` hands the case to the office that the taker names; `not_by` lists steps
    whose taker may not take this one (four eyes). A `decisive` step has a page of its own.
    """

    code: str
    source: tuple[str, ...]
    target: str
    by: Role
    text: Text
    when: Condition | None = None
    why: Text | None = None
    takes: tuple[Item, ...] = ()
    sets: tuple[tuple[str, bool | int | str], ...] = ()
    issues: tuple[str, ...] = ()
    effects: tuple[Effect, ...] = ()
    signal: Signal | None = None
    returns: str | None = None
    corrects: bool = False
    keeps: str | None = None
    forwards: bool = False
    decisive: bool = False
    not_by: tuple[str, ...] = ()
    rule: Source | None = None


class Start(Word):
    """The state in which a case opens, and what opening it sets off; the first that holds wins."""

    state: str
    when: Condition | None = None
    effects: tuple[Effect, ...] = ()
    sets: tuple[tuple[str, bool | int | str], ...] = ()


class Deadline(Word):
    """A legal time limit in working days; the first whose condition holds wins."""

    working_days: int
    source: Source
    when: Condition | None = None
    target: int | None = None


class Definition(Word):
    """What every published definition has: a code, a version, the days it is in force."""

    code: str
    version: str
    effective_from: date
    effective_to: date | None = None
    text: Text
    standing: Standing = Standing.IN_FORCE
    legal_basis: tuple[Source, ...]

    @property
    def key(self) -> str:
        """The name under which a case pins it: `code@version`."""
        return f"{self.code}@{self.version}"

    def in_force_on(self, day: date) -> bool:
        return self.effective_from <= day and (self.effective_to is None or day <= self.effective_to)

    def revised(self, **changes: object) -> Self:
        """Return the next version: everything as before but the named fields, checked again."""
        return type(self).model_validate({**dict(self), **changes})


class Procedure(Definition):
    """One administrative procedure (thủ tục hành chính) as a state machine.

    `area` names the fact that holds the commune whose office is competent.
    `assumes` are facts that hold until a step sets them otherwise.
    """

    official_code: str | None = None
    short: Text
    authority: str
    area: str
    inputs: tuple[Input, ...] = ()
    evidence: tuple[Evidence, ...] = ()
    outputs: tuple[Output, ...] = ()
    starts: tuple[Start, ...]
    states: tuple[State, ...]
    steps: tuple[Step, ...]
    assumes: tuple[tuple[str, bool | int | str], ...] = ()
    deadlines: tuple[Deadline, ...]
    clock: ClockRules
    fees: tuple[Fee, ...] = ()
    pays: tuple[Allowance, ...] = ()

    def state(self, code: str) -> State:
        return next(state for state in self.states if state.code == code)

    def step(self, code: str) -> Step | None:
        return next((step for step in self.steps if step.code == code), None)

    def output(self, code: str) -> Output:
        return next(output for output in self.outputs if output.code == code)


class OnFailure(StrEnum):
    """What happens to the receiver of a link when the giver fails."""

    REQUIRED = "required"  # the receiver is not opened
    INDEPENDENT = "independent"  # the receiver opens all the same, without that evidence


class Member(Word):
    """A procedure of a bundle; it takes part when its condition holds for what was declared."""

    code: str
    procedure: str
    when: Condition | None = None
    why_not: Text | None = None


class Link(Word):
    """An output of one member that serves as evidence of another."""

    giver: str
    output: str
    receiver: str
    serves_as: str
    on_failure: OnFailure = OnFailure.REQUIRED


class Flag(Word):
    """A remark that the rules make on what was declared; `refuses` stops the filing instead."""

    code: str
    when: Condition
    text: Text
    source: Source
    refuses: bool = False


class Accepted(Word):
    """An overrun that is known and left as it is: how late a member may be when nothing is early, and why.

    The limits of the law add up only when each giver is done before the cut-off of its last day. `days` are
    the working days by which the promise of the bundle is missed when the givers use their whole time.
    """

    member: str
    days: int
    source: Source


class Bundle(Definition):
    """Linked procedures that one declaration starts (nhóm thủ tục liên thông).

    `same_event` are the facts that make two filings the same event; `alike` those
    that make them suspiciously alike unless `unlike` holds (twins).
    """

    official_code: str | None = None
    slug: str
    life_event: str
    declaration: str
    members: tuple[Member, ...]
    links: tuple[Link, ...]
    deadlines: tuple[Deadline, ...]
    clock: ClockRules
    flags: tuple[Flag, ...] = ()
    same_event: tuple[str, ...] = ()
    alike: tuple[str, ...] = ()
    unlike: Condition | None = None
    quiet: bool = False
    accepted: tuple[Accepted, ...] = ()

    def member(self, code: str) -> Member:
        return next(member for member in self.members if member.code == code)
