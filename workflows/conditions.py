"""Conditions as closed, typed data (điều kiện), their evaluation and their explanation.

A condition never guesses: a fact that nobody supplied, or one of the wrong type,
raises `FactMissing`. The step behind it then stays shut (fail closed), and the
mistake stays visible. `known` is the one word that asks whether a fact is there.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Annotated, Any, Literal, TypeAlias, TypeVar

from pydantic import BaseModel, ConfigDict, Field

from workflows.errors import FactMissing

Facts: TypeAlias = Mapping[str, Any]
T = TypeVar("T")


class _Word(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")


class Is(_Word):
    """The fact is true, or is false."""

    op: Literal["is"] = "is"
    fact: str
    value: bool


class OneOf(_Word):
    """The fact is one of these words."""

    op: Literal["one-of"] = "one-of"
    fact: str
    values: tuple[str, ...]


class Compare(_Word):
    """The fact, a whole number, lies below or at least at the limit."""

    op: Literal["below", "at-least"]
    fact: str
    limit: int


class Known(_Word):
    """Somebody supplied the fact."""

    op: Literal["known"] = "known"
    fact: str


class AllOf(_Word):
    """Every part holds."""

    op: Literal["all"] = "all"
    parts: tuple[Condition, ...]


class AnyOf(_Word):
    """At least one part holds."""

    op: Literal["any"] = "any"
    parts: tuple[Condition, ...]


class Not(_Word):
    """The part does not hold."""

    op: Literal["not"] = "not"
    part: Condition


Condition: TypeAlias = Annotated[
    Is | OneOf | Compare | Known | AllOf | AnyOf | Not,
    Field(discriminator="op"),
]
AllOf.model_rebuild()
AnyOf.model_rebuild()
Not.model_rebuild()


def is_true(fact: str) -> Is:
    """The fact is true."""
    return Is(fact=fact, value=True)


def is_false(fact: str) -> Is:
    """The fact is false."""
    return Is(fact=fact, value=False)


def equals(fact: str, value: str) -> OneOf:
    """The fact is this word."""
    return OneOf(fact=fact, values=(value,))


def one_of(fact: str, *values: str) -> OneOf:
    """The fact is one of these words."""
    return OneOf(fact=fact, values=values)


def below(fact: str, limit: int) -> Compare:
    """The fact, a whole number, is below the limit."""
    return Compare(op="below", fact=fact, limit=limit)


def at_least(fact: str, limit: int) -> Compare:
    """The fact, a whole number, is at least the limit."""
    return Compare(op="at-least", fact=fact, limit=limit)


def known(fact: str) -> Known:
    """Somebody supplied the fact."""
    return Known(fact=fact)


def all_of(*parts: Condition) -> AllOf:
    """Every part holds."""
    return AllOf(parts=parts)


def any_of(*parts: Condition) -> AnyOf:
    """At least one part holds."""
    return AnyOf(parts=parts)


def not_(part: Condition) -> Not:
    """The part does not hold."""
    return Not(part=part)


def holds(condition: Condition | None, facts: Facts) -> bool:
    """Say whether the condition holds; no condition always holds.

    Raises:
        FactMissing: a fact it asks for is absent or of another type.
    """
    match condition:
        case None:
            return True
        case Is(fact=fact, value=value):
            return _typed(facts, fact, bool) is value
        case OneOf(fact=fact, values=values):
            return _typed(facts, fact, str) in values
        case Compare(op="below", fact=fact, limit=limit):
            return _whole(facts, fact) < limit
        case Compare(fact=fact, limit=limit):
            return _whole(facts, fact) >= limit
        case Known(fact=fact):
            return facts.get(fact) is not None
        case AllOf(parts=parts):
            return not _some(parts, facts, False)
        case AnyOf(parts=parts):
            return _some(parts, facts, True)
        case Not(part=part):
            return not holds(part, facts)
    raise AssertionError(condition)


def holds_safely(condition: Condition | None, facts: Facts) -> bool:
    """Say whether the condition surely holds: a missing fact counts as no (fail closed)."""
    try:
        return holds(condition, facts)
    except FactMissing:
        return False


def facts_of(condition: Condition | None) -> tuple[str, ...]:
    """List the facts that a condition asks for, in order of first use."""
    match condition:
        case None:
            return ()
        case AllOf(parts=parts) | AnyOf(parts=parts):
            return tuple(dict.fromkeys(fact for part in parts for fact in facts_of(part)))
        case Not(part=part):
            return facts_of(part)
        case _:
            return (condition.fact,)


def _some(parts: tuple[Condition, ...], facts: Facts, wanted: bool) -> bool:
    """Say whether some part has the wanted value; an unknown part matters only when none has."""
    missing: FactMissing | None = None
    for part in parts:
        try:
            if holds(part, facts) is wanted:
                return True
        except FactMissing as unknown:
            missing = missing or unknown
    if missing:
        raise missing
    return False


def _typed(facts: Facts, fact: str, kind: type[T]) -> T:
    value = facts.get(fact)
    if value is None:
        raise FactMissing(fact)
    if not isinstance(value, kind):
        raise FactMissing(fact, f"expected {kind.__name__}, found {type(value).__name__}")
    return value


def _whole(facts: Facts, fact: str) -> int:
    value = _typed(facts, fact, int)
    if isinstance(value, bool):
        raise FactMissing(fact, "expected int, found bool")
    return value
