"""What an operator reads: frozen values, without a word of what messages carry (least data)."""

from dataclasses import dataclass
from datetime import datetime

from workflows.words import Text


@dataclass(frozen=True, slots=True)
class LinkLine:
    """How the way to one agency stands; counts by queue, with the oldest message that has no answer."""

    agency: str
    name: Text
    state: str  # up | slow | down | quiet
    reached_at: datetime | None
    failed_at: datetime | None
    held_since: datetime | None
    oldest_at: datetime | None
    counts: dict[str, int]


@dataclass(frozen=True, slots=True)
class LinksPage:
    """Every way to another agency."""

    at: datetime
    links: tuple[LinkLine, ...]
    proposals: int


@dataclass(frozen=True, slots=True)
class MessageLine:
    """One message in a list: whose it is only by the dossier's code."""

    id: str
    number: str
    procedure: Text
    case_state: Text
    agency: Text
    about: str
    state: str
    attempts: int
    error: str
    created_at: datetime


@dataclass(frozen=True, slots=True)
class MessagesPage:
    """One queue of messages, of one agency or of all."""

    agency: str | None
    name: Text | None
    queue: str
    lines: tuple[MessageLine, ...]
    count: int
    page: int
    pages: int


@dataclass(frozen=True, slots=True)
class AnswerLine:
    """One answer: what it said in one word and the step that it took, not what it carried."""

    at: datetime
    outcome: str
    step: Text | None


@dataclass(frozen=True, slots=True)
class DoneLine:
    """One act of an operator."""

    at: datetime
    who: str
    act: Text
    reason: str
    agency: Text | None
    message_id: str | None
    number: str | None


@dataclass(frozen=True, slots=True)
class Act:
    """One act that this person may take, or the reason why not."""

    code: str
    refusal: Text | None


@dataclass(frozen=True, slots=True)
class MessagePage:
    """One message with what may be done about it."""

    line: MessageLine
    acknowledged_at: datetime | None
    answered_at: datetime | None
    failed_at: datetime | None
    resent_at: datetime | None
    answers: tuple[AnswerLine, ...]
    acts: tuple[Act, ...]
    officer_steps: tuple[Text, ...]  # what the officer can do once the waiting is over
    done: tuple[DoneLine, ...]


@dataclass(frozen=True, slots=True)
class ProposalLine:
    """One proposal to end a waiting for good."""

    id: str
    line: MessageLine
    by: str
    at: datetime
    until: datetime
    reason: str
    own: bool
    lapsed: bool  # older than two working days: nobody may confirm it any more
    refusal: Text | None


@dataclass(frozen=True, slots=True)
class RunLine:
    """One reconciliation in the list."""

    id: str
    agency: Text
    since: datetime
    until: datetime  # the last instant that is part of it
    total: int
    asked: int
    by: str
    at: datetime
    reason: str
    finished_at: datetime | None
    results: dict[str, int]


@dataclass(frozen=True, slots=True)
class ReconciliationsPage:
    """The newest reconciliations, and the agencies one can reconcile with."""

    runs: tuple[RunLine, ...]
    agencies: tuple[tuple[str, Text], ...]


@dataclass(frozen=True, slots=True)
class DifferenceLine:
    """One message on which we and its agency differ."""

    line: MessageLine
    result: str
    items: str
    repeatable: bool
    repeated_at: datetime | None
    note: str | None
    noted_by: str | None


@dataclass(frozen=True, slots=True)
class ReportPage:
    """One reconciliation with its differences."""

    run: RunLine
    lines: tuple[DifferenceLine, ...]
    page: int
    pages: int


@dataclass(frozen=True, slots=True)
class LogPage:
    """What operators did, newest first."""

    lines: tuple[DoneLine, ...]
    count: int
    page: int
    pages: int
