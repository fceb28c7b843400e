"""The words of declarations (tờ khai điện tử): sections, questions, and the facts they yield."""

from __future__ import annotations

from enum import StrEnum
from typing import Literal

from workflows.conditions import Condition
from workflows.language import Definition, Item
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
    and `record_item` the item of that record. The item `personal-id` is the number itself.

    `blank` is what to ask back when an answer that may be left out is left out. `nobody_of` names
    the facts with the numbers of people who do not belong into a list of people. `compared_with`
    names the answer that this one, from a register, is held against; the officer sees both.
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
    blank: Text | None = None
    nobody_of: tuple[str, ...] = ()
    compared_with: str | None = None
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


class Copied(Word):
    """An item of a notice that answers a question: the whole value, or the day or the hour of a moment."""

    fact: str
    item: str
    part: Literal["whole", "day", "hour"] = "whole"


class Invitation(Word):
    """A signed notice that opens a prefilled declaration and invites a person to finish it.

    `notice` is the kind of notice and `agency` who may sign it; `number` is the fact that holds its
    number, `items` what it must carry, and `invites` the item with the personal ID of who is invited.
    It has to arrive within so many working hours of its signing.
    """

    notice: str
    agency: str
    text: Text
    number: str
    items: tuple[Item, ...]
    invites: str
    copies: tuple[Copied, ...] = ()
    sets: tuple[tuple[str, bool | int | str], ...] = ()
    letter: Text
    working_hours: int
    source: Source


class SeparateForm(Word):
    """The form (tờ khai riêng) that a procedure has when it is filed alone, and how well we know it."""

    procedure: str
    text: Text
    source: Source


class Again(Word):
    """A second declaration of the same event (sinh đôi): when it is offered, and what is not taken over.

    Everything is taken over but the answers `own`, and what was fetched with them.
    """

    when: Condition
    own: tuple[str, ...]
    text: Text


class Declaration(Definition):
    """One electronic form whose answers serve every procedure of its bundle.

    An `invitation` says by which notice the form may be opened before anybody asks for it.
    `suitability` names the typed facts, at most four, that tell before signing in whether and how the
    bundle applies; `choice` the fact by which the family chooses its procedures. What is answered there
    is not asked again.
    """

    sections: tuple[Section, ...]
    suitability: tuple[str, ...] = ()
    choice: str | None = None
    forms: tuple[SeparateForm, ...] = ()
    again: Again | None = None
    derived: tuple[Derived, ...] = ()
    requester: str = "requester.personal-id"
    phone: str = "requester.phone"
    subject: str
    invitation: Invitation | None = None

    def questions(self) -> tuple[Question, ...]:
        return tuple(question for section in self.sections for question in section.questions)

    def typed(self, fact: str) -> Question:
        """Return the question by which a person answers a fact."""
        return next(q for q in self.questions() if q.fact == fact and q.how is How.TYPED)

    def form_of(self, procedure: str) -> SeparateForm | None:
        """Return the separate form of a procedure, when anything is known of it."""
        return next((form for form in self.forms if form.procedure == procedure), None)
