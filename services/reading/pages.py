"""What is read of one case and one dossier, as frozen values that pages and the API show."""

from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from workflows.deadlines import DerivationLine
from workflows.language import Clock, Item, OfficialStatus, Waits
from workflows.questions import Question
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
    """A result that was issued."""

    code: str
    text: Text
    version: int
    issued_at: datetime
    items: tuple[FactLine, ...]


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


@dataclass(frozen=True, slots=True)
class CasePart:
    """One procedure of a dossier, as anybody who may see the dossier reads it.

    `draft` is what its results would say, while the citizen is asked to read that.
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
    supplement: tuple[str, ...]
    answer_by: datetime | None
    consenting: tuple[str, ...]
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
    """A dossier as its requester tracks it; `day` of `days` counts working days from receipt.

    `mine` says that the reader is who filed it; others read less, and may do less.
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
    headline: Text
    todo: Text
    submitted_at: datetime
    received_on: date | None
    promise: Promise
    day: int
    days: int
    cases: tuple[CasePart, ...]
    not_open: tuple[NotOpen, ...]
    log: tuple[LogLine, ...]
    letters: tuple[tuple[datetime, Text], ...]
    flags: tuple[Text, ...]
    may_withdraw: bool
    mine: bool


@dataclass(frozen=True, slots=True)
class StepChoice:
    """A step as an officer sees it: open, or shut with the reason in words."""

    code: str
    text: Text
    why_not: Text | None
    takes: tuple[Item, ...]
    decisive: bool
    corrects: bool
    rule: Source | None


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
    """A case as an officer of its office works on it; only the facts that the procedure needs."""

    part: CasePart
    number: str
    subject: str
    bundle: Text
    submitted_at: datetime
    requester: str
    round: int
    officer_id: str | None
    facts: tuple[FactLine, ...]
    steps: tuple[StepChoice, ...]
    correctable: tuple[FactLine, ...]
    siblings: tuple[CasePart, ...]
    not_open: tuple[NotOpen, ...]
    log: tuple[LogLine, ...]
    messages: tuple[MessageLine, ...]
    flags: tuple[Text, ...]
    legal_basis: tuple[Source, ...]
