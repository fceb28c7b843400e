"""The words of procedures (thủ tục): states, steps, evidence, outputs, and what every definition has."""

from __future__ import annotations

from datetime import date
from typing import Annotated, Literal, Self

from pydantic import Field

from workflows.charges import Allowance, Fee
from workflows.conditions import Condition
from workflows.vocabulary import Clock, Ending, Level, OfficialStatus, Role, Signal, Standing, Waits
from workflows.words import ClockRules, Kind, Source, Text, Word


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
