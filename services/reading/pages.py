"""What is read of one case and one dossier, as frozen values that pages and the API show."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any, Literal

from services.reading.case_pages import ComparisonTable, ShutStep, Stay, Unlock
from services.reading.paper_pages import PaperLine
from services.reading.people import CasePeople
from workflows.derivations import DerivationLine
from workflows.language import Item
from workflows.questions import Question
from workflows.vocabulary import Clock, Ending, OfficialStatus, Waits
from workflows.words import Kind, Source, Text


@dataclass(frozen=True, slots=True)
class FactLine:
    """One fact as an officer or citizen reads it, with where it came from."""

    fact: str
    label: Text
    kind: Kind
    value: Any
    source: Text
    question: Question | None = None


@dataclass(frozen=True, slots=True)
class OutputPage:
    """A result that was issued; `document` says whether its signed file is there for the reader."""

    code: str
    text: Text
    version: int
    issued_at: datetime
    items: tuple[FactLine, ...]
    id: str = ""
    document: Literal["", "making", "ready"] = ""


@dataclass(frozen=True, slots=True)
class LogLine:
    """One thing that happened, newest first on the page; `hours` is how long the state before it lasted."""

    at: datetime
    text: Text
    who: str
    by_officer: bool
    member: Text | None
    note: str


@dataclass(frozen=True, slots=True)
class Promise:
    """A date that is owed, and how it was found; `due_at` is None while it is not known."""

    due_at: datetime | None
    working_days: int
    source: Source
    lines: tuple[DerivationLine, ...]
    paused_since: datetime | None
    hours: float | None = None  # working hours of the office that are left, negative when over


@dataclass(frozen=True, slots=True)
class Asked:
    """One thing that an officer asks for: in words, or a question of the form, or a paper."""

    text: Text
    why: str = ""
    fact: str | None = None
    paper: str | None = None


@dataclass(frozen=True, slots=True)
class Lapse:
    """What happens when nobody answers in time: the step that is taken then, and how it ends the case."""

    text: Text
    ending: Ending | None
    working_days: int
    source: Source


@dataclass(frozen=True, slots=True)
class AgencyWord:
    """Why another agency's system declined, in its own words."""

    agency: str
    at: datetime
    reason: str


@dataclass(frozen=True, slots=True)
class Invited:
    """A person whose consent a case waits for; `token` opens their link, for the requester to pass on."""

    name: str
    personal_id: str
    answered_at: datetime | None
    token: str | None
    expires_at: datetime | None


@dataclass(frozen=True, slots=True)
class Apology:
    """A date that was not kept: why, since when it is late, and the new date."""

    reason: Text
    promised_at: datetime
    new_at: datetime | None
    written_at: datetime


@dataclass(frozen=True, slots=True)
class Rating:
    """What the requester thought of the service: 1 to 5, and words."""

    score: int
    words: str
    given_at: datetime


@dataclass(frozen=True, slots=True)
class CasePart:
    """One procedure of a dossier, as anybody who may see the dossier reads it.

    `draft` is what its results would say, while the citizen is asked to read that; `lapse`
    what happens when nobody answers by `answer_by`; `asked` the request for a supplement.
    """

    id: str
    member: str
    text: Text
    short: Text
    authority: Text
    office: Text
    tone: str
    state: str
    state_text: Text
    status: OfficialStatus
    citizen_text: Text | None
    waits_for: Waits
    clock: Clock
    ending: str | None
    promise: Promise
    outputs: tuple[OutputPage, ...]
    draft: tuple[OutputPage, ...]
    reason: str
    declined: AgencyWord | None
    requested: tuple[str, ...]
    supplement: tuple[str, ...]
    asked: tuple[Asked, ...]
    answer_by: datetime | None
    lapse: Lapse | None
    consenting: tuple[str, ...]
    invited: tuple[Invited, ...]
    apology: Apology | None
    provisional: bool


@dataclass(frozen=True, slots=True)
class NotOpen:
    """A procedure of the dossier that has not opened, and why."""

    member: str
    text: Text
    why: Text
    never: bool


@dataclass(frozen=True, slots=True)
class DossierPage:
    """A dossier as its requester tracks it; `day` of `days` counts working days, without those of pauses.

    `mine` says that the reader is who filed it; others read less, and may do less. `refreshes`
    says that something runs and nothing is asked of the reader. `slips` are the papers there are.
    """

    id: str
    number: str
    bundle: Text
    bundle_key: str
    slug: str
    provisional: bool
    quiet_tone: bool
    subject: str
    state: str
    status: OfficialStatus
    headline: Text
    todo: Text
    submitted_at: datetime
    received_on: date | None
    promise: Promise
    day: int
    days: int
    overdue: bool
    refreshes: bool
    cases: tuple[CasePart, ...]
    not_open: tuple[NotOpen, ...]
    log: tuple[LogLine, ...]
    letters: tuple[tuple[datetime, Text], ...]
    flags: tuple[Text, ...]
    slips: tuple[str, ...]
    rating: Rating | None
    may_withdraw: bool
    mine: bool
    assisted: Text | None
    again: Text | None = None  # what a next declaration of the same event is called, when one is offered


@dataclass(frozen=True, slots=True)
class StepChoice:
    """A step as an officer sees it: open, or shut with the reason in words.

    `barred` says that the reason is this person, not the case.
    """

    code: str
    text: Text
    why_not: Text | None
    takes: tuple[Item, ...]
    decisive: bool
    corrects: bool
    rule: Source | None
    barred: bool = False


@dataclass(frozen=True, slots=True)
class MessageLine:
    """One message to an agency's system and what became of it."""

    agency: str
    about: str
    state: str
    attempts: int
    last_error: str | None
    created_at: datetime
    answered_at: datetime | None


@dataclass(frozen=True, slots=True)
class OfficerCasePage:
    """A case as an officer of its office works on it; only the facts that the procedure needs.

    `unlocks` says by member what its outputs open; `of_others` and `in_other_states` are the steps that
    this officer cannot take here, with the reason of each.
    """

    part: CasePart
    number: str
    quiet_tone: bool
    subject: str
    bundle: Text
    submitted_at: datetime
    requester: str
    round: int
    officer_id: str | None
    comparison: ComparisonTable
    steps: tuple[StepChoice, ...]
    of_others: tuple[ShutStep, ...]
    in_other_states: tuple[ShutStep, ...]
    correctable: tuple[FactLine, ...]
    siblings: tuple[CasePart, ...]
    not_open: tuple[NotOpen, ...]
    unlocks: Mapping[str, tuple[Unlock, ...]]
    history: tuple[Stay, ...]
    messages: tuple[MessageLine, ...]
    flags: tuple[Text, ...]
    papers: tuple[PaperLine, ...]
    legal_basis: tuple[Source, ...]
    assisted: Text | None
    may_promise_anew: bool
    people: CasePeople
