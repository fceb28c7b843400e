"""The words of declarations (tờ khai điện tử): sections, questions, and the facts they yield."""

from __future__ import annotations

from enum import StrEnum
from typing import Literal

from workflows.conditions import Condition
from workflows.language import Definition
from workflows.words import Kind, Source, Text, Word


class How(StrEnum):
    """How a fact comes into the declaration."""

    TYPED = "typed"  # the citizen types or chooses it
    IDENTITY = "identity"  # read-only, from the signed-in identity (VNeID)
    REGISTER = "register"  # fetched from a register, shown with its source
    AUTOMATIC = "automatic"  # derived by rule


class Option(Word):
    """One answer of a choice."""

    value: str
    text: Text
    hint: Text | None = None


class Feed(Word):
    """How many boxes this fact fills in the separate form of a procedure."""

    procedure: str
    boxes: int


class Question(Word):
    """One fact asked for, or shown.

    `options_from` names a reference list (`ethnicities`, `relations`, `communes`, `care-facilities`)
    when the options are not written here. `fetched_by` names the typed PERSONAL_ID
    fact, or the birth or death notice number, whose register record supplies a REGISTER fact,
    and `record_item` the item of that record.
    """

    fact: str
    kind: Kind
    text: Text
    hint: Text | None = None
    how: How = How.TYPED
    required: bool = True
    when: Condition | None = None
    options: tuple[Option, ...] = ()
    options_from: str | None = None
    fetched_by: str | None = None
    record_item: str | None = None
    feeds: tuple[Feed, ...] = ()
    not_future: bool = False
    source: Source | None = None


class Section(Word):
    """One page of the form: at most six typed questions."""

    code: str
    slug: str
    text: Text
    lead: Text | None = None
    when: Condition | None = None
    questions: tuple[Question, ...]


class Derived(Word):
    """A fact computed from others by one of a closed list of rules.

    `months-since` and `days-since` count from the date `of[0]` to the day of filing;
    `same` says whether the facts `of` are equal; `first` takes the first one known;
    `any` says whether one of the yes-no facts is true; `chosen` says whether `of[0]` is `value`.
    A fact whose inputs are missing stays missing.
    """

    fact: str
    rule: Literal["months-since", "days-since", "same", "first", "any", "chosen"]
    of: tuple[str, ...]
    value: str | None = None
    text: Text


class Declaration(Definition):
    """One electronic form whose answers serve every procedure of its bundle."""

    sections: tuple[Section, ...]
    derived: tuple[Derived, ...] = ()
    requester: str = "requester.personal-id"
    phone: str = "requester.phone"
    subject: str

    def questions(self) -> tuple[Question, ...]:
        return tuple(question for section in self.sections for question in section.questions)
