"""Where every value of a declaration came from, and when (nguồn của dữ liệu).

Kept beside the answers while a declaration is filled in and frozen with it: an officer, a court
or the family can see later what was declared, what a register said and when, and where the two
differed.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import datetime
from typing import Any

from workflows.conditions import Facts
from workflows.forms.answers import asked, shown_questions
from workflows.forms.dates import day_of
from workflows.questions import Declaration, How, Question
from workflows.words import Kind, Word

POPULATION, HOSPITAL = "population-database", "hospital"
BEFORE, SIBLING, NOTICE, COUNTER = "suitability", "sibling", "notice", "counter"


class Origin(Word):
    """Where one value came from.

    `system` names the register that said it. `via` says that it was answered before the form was begun
    (`suitability`), in the declaration of a twin (`sibling`, with its number in `number`) or by a signed
    notice that opened the declaration (`notice`), or that an officer has seen it at the counter (`counter`).
    `declared` is what a person had typed when a register said something else.
    """

    how: How
    at: datetime
    system: str | None = None
    via: str | None = None
    number: str | None = None
    declared: Any = None


Origins = Mapping[str, Origin]


def read(stored: Mapping[str, Any]) -> dict[str, Origin]:
    """Return the origins as they lie in a row."""
    return {fact: Origin.model_validate(value) for fact, value in stored.items()}


def stored(origins: Origins) -> dict[str, Any]:
    """Return the origins as a row keeps them."""
    return {fact: origin.model_dump(mode="json", exclude_none=True) for fact, origin in origins.items()}


def followed(
    declaration: Declaration,
    before: Facts,
    after: Facts,
    origins: Origins,
    *,
    at: datetime,
    via: str | None = None,
    number: str | None = None,
) -> dict[str, Origin]:
    """Return the origins after one act: what stayed as it was keeps its own, what is new gets one."""
    by_fact = {question.fact: question for _, question in shown_questions(declaration, after)}
    found: dict[str, Origin] = {}
    for fact in _facts(declaration, after):
        how, system = _source(declaration, by_fact.get(fact), after)
        former = origins.get(fact)
        same = former is not None and (former.how, before.get(fact)) == (how, after[fact])
        if same and former is not None:
            found[fact] = former
            continue
        found[fact] = Origin(
            how=how,
            at=at,
            system=system,
            via=via if how is How.TYPED else None,
            number=number if how is How.TYPED else None,
            declared=_overruled(former, how, before.get(fact), after[fact]),
        )
    return found


def _facts(declaration: Declaration, after: Facts) -> Iterable[str]:
    known = dict.fromkeys(question.fact for question in declaration.questions())
    known |= dict.fromkeys(derived.fact for derived in declaration.derived)
    return (fact for fact in known if after.get(fact) is not None)


def _source(declaration: Declaration, question: Question | None, facts: Facts) -> tuple[How, str | None]:
    """Say how a value came: typed, from the identity, from which register, or by rule."""
    if question is None:
        return How.AUTOMATIC, None
    if asked(question, facts):
        return How.TYPED, None
    if question.how is How.REGISTER and question.fetched_by == declaration.requester:
        return How.IDENTITY, None
    return question.how, register_of(declaration, question) if question.how is How.REGISTER else None


def same_value(declared: Any, other: Any) -> bool:
    """Say whether two values say the same; of a moment beside a day, only the day counts."""
    if isinstance(declared, str) and isinstance(other, str) and (day_of(declared) or day_of(other)):
        return declared[:10] == other[:10]
    return bool(declared == other)


def register_of(declaration: Declaration, question: Question) -> str:
    """Name the system that answers a fetched question: notices lie with the hospitals."""
    kinds = {one.fact: one.kind for one in declaration.questions()}
    return POPULATION if kinds.get(question.fetched_by or "") is Kind.PERSONAL_ID else HOSPITAL


def _overruled(former: Origin | None, how: How, earlier: Any, now: Any) -> Any:
    """Keep what a person typed when a register now says something else."""
    if former is None or how is not How.REGISTER:
        return None
    if former.how is How.TYPED and earlier not in (None, now):
        return earlier
    return former.declared if former.declared != now else None
