"""How much typing one declaration saves: questions asked once, boxes filled in every separate form."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass

from workflows.conditions import Facts
from workflows.forms.answers import shown, shown_questions
from workflows.forms.fetched import asked
from workflows.questions import Declaration, How, Question, Section


@dataclass(frozen=True, slots=True)
class Reuse:
    """Questions by where their answers come from, and the boxes of separate forms that they fill."""

    typed: int
    register: int
    automatic: int
    boxes: int
    boxes_by_procedure: Mapping[str, int]

    @property
    def saved(self) -> int:
        """How many boxes nobody has to fill in by hand."""
        return self.boxes - self.typed


def reuse(declaration: Declaration, facts: Facts, procedures: Collection[str]) -> Reuse:
    """Count the questions that apply to these facts, and their boxes in the forms of these procedures.

    What a register lacks and a person must type counts as typed.
    """
    return _count((question for _, question in shown_questions(declaration, facts)), facts, procedures)


def section_reuse(section: Section, facts: Facts, procedures: Collection[str]) -> Reuse:
    """Count the same for one page."""
    open_ = section.questions if shown(section, facts) else ()
    return _count((question for question in open_ if shown(question, facts)), facts, procedures)


def feeds_of(question: Question) -> dict[str, int]:
    """Return how many boxes the answer fills in the form of each procedure."""
    boxes: Counter[str] = Counter()
    for feed in question.feeds:
        boxes[feed.procedure] += feed.boxes
    return dict(boxes)


def _count(questions: Iterable[Question], facts: Facts, procedures: Collection[str]) -> Reuse:
    once = {question.fact: question for question in questions}.values()
    typed = sum(asked(question, facts) for question in once)
    automatic = sum(question.how is How.AUTOMATIC for question in once)
    boxes = {code: sum(feeds_of(question).get(code, 0) for question in once) for code in procedures}
    return Reuse(
        typed=typed,
        register=len(once) - typed - automatic,
        automatic=automatic,
        boxes=sum(boxes.values()),
        boxes_by_procedure=boxes,
    )
