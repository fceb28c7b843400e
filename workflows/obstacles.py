"""What stands between a case and a step: the smallest set of facts that must change, and to what.

A condition is asked about values that stand for all others: both answers of a yes-no fact, each word that
is named and one that is not, one number of each stretch between two limits, and nothing at all. The
smallest sets of facts are tried first, so what is found is minimal, and what is not found does not exist.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations, pairwise, product
from typing import Any, TypeAlias

from workflows.conditions import (
    AllOf,
    AnyOf,
    Compare,
    Condition,
    Facts,
    Is,
    Known,
    Not,
    OneOf,
    all_of,
    at_least,
    below,
    facts_of,
    holds_safely,
    known,
    not_,
    one_of,
)
from workflows.language import Procedure, Step

GIVEN, ANOTHER = "(given)", "(another)"  # stand for any value, and for any word that is not named


@dataclass(frozen=True, slots=True)
class Need:
    """One fact that must become something else; `wanted` is a condition on this fact alone."""

    fact: str
    wanted: Condition


Way: TypeAlias = tuple[Need, ...]


@dataclass(frozen=True, slots=True)
class Obstacle:
    """Why a step is shut: it starts in other `states`, or each of the `ways` is needed and one is enough.

    No states when it starts where the case is; no ways when nothing but the state stands in the way,
    or, with `never`, when no facts at all could open it.
    """

    states: tuple[str, ...]
    ways: tuple[Way, ...]
    never: bool = False


def obstacle(procedure: Procedure, step: Step, state: str, facts: Facts) -> Obstacle | None:
    """Say what stands between a case and a step, or nothing when it is open."""
    states = () if state in step.source else step.source
    found = ways(step.when, facts)
    if not states and found == ((),):
        return None
    return Obstacle(states, tuple(way for way in found if way), never=not found)


def ways(condition: Condition | None, facts: Facts) -> tuple[Way, ...]:
    """List the smallest changes of the facts by which the condition holds: one empty one when it does.

    Every way has the same number of facts; fewer are not enough. Each fact may take any value that its
    `wanted` allows, whichever the others take. Nothing is returned when the condition can never hold.
    """
    if condition is None:
        return ((),)
    values = {fact: tuple(_samples(condition, fact)) for fact in facts_of(condition)}
    for size in range(len(values) + 1):
        chosen = (_way(condition, facts, some, values) for some in combinations(values, size))
        found = tuple(way for way in chosen if way is not None)
        if found:
            return found
    return ()


def _way(
    condition: Condition, facts: Facts, some: Sequence[str], values: Mapping[str, Sequence[Any]]
) -> Way | None:
    """Change exactly these facts: to the first values that do, then to all that do as well."""
    tried = product(*(values[fact] for fact in some))
    first = next((one for one in tried if _does(condition, facts, some, [[v] for v in one])), None)
    if first is None:
        return None
    allowed = [[value] for value in first]
    for place, fact in enumerate(some):
        allowed[place] = [
            value
            for value in values[fact]
            if _does(condition, facts, some, [*allowed[:place], [value], *allowed[place + 1 :]])
        ]
    pairs = zip(some, allowed, strict=True)
    return tuple(Need(fact, _wanted(condition, fact, values[fact], may)) for fact, may in pairs)


def _does(condition: Condition, facts: Facts, some: Sequence[str], may: Sequence[Sequence[Any]]) -> bool:
    """Say whether the condition holds for every combination of these values."""
    return all(
        holds_safely(condition, {**facts, **dict(zip(some, one, strict=True))}) for one in product(*may)
    )


# --- the values that stand for all others ----------------------------------------------------------


def _samples(condition: Condition, fact: str) -> Iterator[Any]:
    """List one value of each kind that the condition can tell apart, and None for no value."""
    asked = [atom for atom in _atoms(condition) if atom.fact == fact]
    kinds = {type(atom) for atom in asked}
    if Is in kinds:
        yield from (True, False)
    if OneOf in kinds:
        yield from dict.fromkeys(word for atom in asked if isinstance(atom, OneOf) for word in atom.values)
        yield ANOTHER
    if Compare in kinds:
        yield from (low if low is not None else high - 1 for low, high in _stretches(asked))
    if kinds == {Known}:
        yield GIVEN
    if Known in kinds:
        yield None


def _stretches(asked: Sequence[Is | OneOf | Compare | Known]) -> Iterator[tuple[int | None, Any]]:
    """Cut the whole numbers at each limit; the first stretch has no beginning and the last no end."""
    limits = sorted({atom.limit for atom in asked if isinstance(atom, Compare)})
    yield from pairwise((None, *limits, None))


def _atoms(condition: Condition) -> Iterator[Is | OneOf | Compare | Known]:
    match condition:
        case AllOf(parts=parts) | AnyOf(parts=parts):
            for part in parts:
                yield from _atoms(part)
        case Not(part=part):
            yield from _atoms(part)
        case _:
            yield condition


# --- what the fact must become, as a condition on it alone ------------------------------------------


def _wanted(condition: Condition, fact: str, samples: Sequence[Any], may: Sequence[Any]) -> Condition:
    """Say the allowed values in the words of conditions."""
    some = [value for value in may if value is not None]
    if not some:
        return not_(known(fact))
    if len(some) == len([value for value in samples if value is not None]):
        return known(fact)
    first = some[0]
    if isinstance(first, bool):
        return Is(fact=fact, value=first)
    if isinstance(first, str):
        named = [value for value in samples if isinstance(value, str) and value != ANOTHER]
        if ANOTHER in some:
            return not_(one_of(fact, *(word for word in named if word not in some)))
        return one_of(fact, *(word for word in some if isinstance(word, str)))
    return _between(condition, fact, some)


def _between(condition: Condition, fact: str, some: Sequence[Any]) -> Condition:
    """Say the first unbroken row of stretches."""
    asked = [atom for atom in _atoms(condition) if atom.fact == fact]
    rows: list[tuple[int | None, int | None]] = []
    for low, high in _stretches(asked):
        if (low if low is not None else high - 1) not in some:
            if rows:
                break
            continue
        rows.append((low, high))
    (lowest, _), (_, highest) = rows[0], rows[-1]
    if highest is None:
        return at_least(fact, lowest or 0)
    upper = below(fact, highest)
    return upper if lowest is None else all_of(at_least(fact, lowest), upper)
