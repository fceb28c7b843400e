"""Small ways to break a sound toy definition."""

from __future__ import annotations

from typing import Any, TypeVar

from tests.toy_procedures import DOG, DOG_LICENCE, LIBRARY_CARD, PET_READER_FORM, PRINT_CARD, TOYS, YOU
from workflows.bundle import Bundle
from workflows.language import Procedure
from workflows.lock import Lockable, key_of, kind_of
from workflows.questions import Declaration, Derived, Question, Section
from workflows.registry import Registry
from workflows.words import Kind, text

W = TypeVar("W", Procedure, Declaration, Bundle)
CARD, FORM, LICENCE = LIBRARY_CARD, PET_READER_FORM, DOG_LICENCE


def registry_with(*broken: Lockable) -> Registry:
    """Put the broken definitions in the place of the sound ones of the same name."""
    names = {(kind_of(one), key_of(one)) for one in broken}
    return Registry.of(*(toy for toy in TOYS if (kind_of(toy), key_of(toy)) not in names), *broken)


def step(procedure: Procedure, code: str, /, **changes: Any) -> Procedure:
    return procedure.revised(steps=_changed(procedure.steps, code, changes))


def state(procedure: Procedure, code: str, /, **changes: Any) -> Procedure:
    return procedure.revised(states=_changed(procedure.states, code, changes))


def ask(**changes: Any) -> Procedure:
    """Change the message with which a card is printed, wherever it is sent."""
    changed = PRINT_CARD.model_copy(update=changes)
    first = CARD.step("approve")
    assert first is not None
    effects = (changed, *first.effects[1:])
    return step(step(CARD, "approve", effects=effects), "ask-again", effects=(changed,))


def without_step(procedure: Procedure, code: str) -> Procedure:
    return procedure.revised(steps=tuple(one for one in procedure.steps if one.code != code))


def question(fact: str, /, **changes: Any) -> Declaration:
    """Change one question of the form."""
    return FORM.revised(sections=tuple(_page(page, fact, changes) for page in FORM.sections))


def _page(page: Section, fact: str, changes: dict[str, Any]) -> Section:
    asked_here = fact in {one.fact for one in page.questions}
    rows = _changed(page.questions, fact, changes, "fact") if asked_here else page.questions
    return page.model_copy(update={"questions": rows})


def asked(*more: Question) -> Declaration:
    """Ask more on the page about the dog."""
    return FORM.revised(sections=(YOU, DOG.model_copy(update={"questions": (*DOG.questions, *more)})))


def derived(**changes: Any) -> Declaration:
    return FORM.revised(
        derived=(*FORM.derived, Derived(**{"fact": "new", "text": text("a", "b"), **changes}))
    )


def yes_no(fact: str, **more: Any) -> Question:
    return Question(fact=fact, kind=Kind.YES_NO, text=text("a", "b"), **more)


def _changed(rows: Any, code: str, changes: Any, name: str = "code") -> Any:
    assert any(getattr(row, name) == code for row in rows), f"no {code} to break"
    return tuple(row.model_copy(update=changes) if getattr(row, name) == code else row for row in rows)
