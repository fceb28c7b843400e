"""What only an officer's case page shows, as frozen values: the comparison, the history, the shut steps."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any, Literal

from workflows.questions import Question
from workflows.words import Kind, Text

Agreement = Literal["same", "different"]
# What a case waits for while it stays somewhere; `work` is the office's own doing.
Waiting = Literal["pick-up", "work", "citizen", "relative", "agency"]


@dataclass(frozen=True, slots=True)
class Cell:
    """What one side says of a fact; `note` says how it came there when the column does not."""

    kind: Kind
    value: Any
    question: Question | None
    note: Text | None = None


@dataclass(frozen=True, slots=True)
class ComparedRow:
    """One fact with what each side says of it, one cell for each column of the table."""

    label: Text
    cells: tuple[Cell | None, ...]
    verdict: Agreement


@dataclass(frozen=True, slots=True)
class OneSource:
    """Facts that only one side says, so that there is nothing to compare: which side, and what it says."""

    source: Text
    lines: tuple[tuple[Text, Cell], ...]


@dataclass(frozen=True, slots=True)
class ComparisonTable:
    """Declared against each register side by side, a column for each that says something; then the rest."""

    columns: tuple[Text, ...]
    rows: tuple[ComparedRow, ...]
    alone: tuple[OneSource, ...]

    @property
    def different(self) -> tuple[ComparedRow, ...]:
        return tuple(row for row in self.rows if row.verdict == "different")


@dataclass(frozen=True, slots=True)
class Stay:
    """One thing that happened to a case, and the stay that followed it.

    `hours` are working hours of the office, nothing where the case has ended or a calendar ends; `share`
    is their part of the longest stay, 0 to 100. `now` marks the stay that has not ended.
    """

    at: datetime
    text: Text
    who: str
    note: str
    state: Text
    waiting: Waiting | None
    hours: float | None
    share: int
    now: bool

    @property
    def tone(self) -> str:
        return "work" if self.waiting == "work" else "wait"


@dataclass(frozen=True, slots=True)
class ShutStep:
    """A step that is not this officer's now: what it is called and why it is shut."""

    code: str
    text: Text
    why: Text


@dataclass(frozen=True, slots=True)
class Unlock:
    """An output of a procedure and the procedures that it opens; `issued` says that it is there."""

    output: Text
    opens: tuple[Text, ...]
    issued: bool


@dataclass(frozen=True, slots=True)
class QueuePlace:
    """Where a case stands in the queue from which the officer came, and on which page of the list.

    `position` is 0 when it is no longer in the queue.
    """

    queue: str
    text: Text
    search: str
    position: int
    total: int
    before: str | None
    after: str | None
    page: int
