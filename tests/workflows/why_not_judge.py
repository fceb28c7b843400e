"""Tries out what an explanation of a shut step says: the engine has the only word."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from itertools import chain, combinations, product
from typing import Any

from workflows.conditions import AllOf, AnyOf, Compare, Condition, Is, Not, OneOf, facts_of, holds_safely
from workflows.obstacles import Need, Obstacle

Opens = Callable[[str, dict[str, Any]], bool]

# --- what is tried: values of the test's own, none of them taken from what is tested -----------------


def tried(condition: Condition, fact: str) -> tuple[Any, ...]:
    """List values of a fact on both sides of everything that the condition asks of it, none and nonsense."""
    found: list[Any] = [None, True, False, "something else", 0]
    for atom in atoms(condition):
        if isinstance(atom, OneOf) and atom.fact == fact:
            found += atom.values
        if isinstance(atom, Compare) and atom.fact == fact:
            found += [atom.limit - 7, atom.limit - 1, atom.limit, atom.limit + 1, atom.limit + 7]
    return tuple({(type(value), value): value for value in found}.values())


def sensible(condition: Condition, fact: str, value: Any) -> bool:
    """Say whether a value is of the type that the fact is asked for; a fact has no other."""
    types: dict[type, type] = {Is: bool, OneOf: str, Compare: int}
    asked = {types.get(type(atom)) for atom in atoms(condition) if atom.fact == fact} - {None}
    return value is None or not asked or type(value) in asked


def atoms(condition: Any) -> Iterator[Any]:
    match condition:
        case AllOf(parts=parts) | AnyOf(parts=parts):
            yield from chain.from_iterable(map(atoms, parts))
        case Not(part=part):
            yield from atoms(part)
        case _:
            yield condition


def worlds(condition: Condition) -> Iterator[dict[str, Any]]:
    facts = facts_of(condition)
    for values in product(*(tried(condition, fact) for fact in facts)):
        yield dict(zip(facts, values, strict=True))


# --- the judge ---------------------------------------------------------------------------------------


def complaints(
    condition: Condition, state: str, facts: dict[str, Any], met: Obstacle | None, opens: Opens
) -> Iterator[str]:
    """Say what is wrong with an explanation, by trying it out."""
    if opens(state, facts):
        if met is not None:
            yield "an open step is explained"
        return
    if met is None:
        yield "a shut step is not explained"
        return
    places = met.states or (state,)
    yield from (f"not in {place}" for place in places if met.never and opens(place, facts))
    for place in places:
        for way in met.ways or ((),):
            yield from _of_way(condition, state, place, facts, way, opens, never=met.never)
    named = {frozenset(need.fact for need in way) for way in met.ways or ((),)}
    yield from _others(condition, places[0], facts, named, opens, never=met.never)


def _of_way(
    condition: Condition,
    state: str,
    place: str,
    facts: dict[str, Any],
    way: Sequence[Need],
    opens: Opens,
    *,
    never: bool,
) -> Iterator[str]:
    names = [need.fact for need in way]
    may = [
        [
            value
            for value in tried(condition, need.fact)
            if holds_safely(need.wanted, {need.fact: value}) and sensible(condition, need.fact, value)
        ]
        for need in way
    ]
    if not all(may):
        yield f"no value does what {names} must become"
    for values in product(*may):
        changed = dict(zip(names, values, strict=True))
        if not never and not opens(place, {**facts, **changed}):
            yield f"{changed} is not enough"
        for size in range(len(names)):
            for some in combinations(names, size):
                if opens(place, {**facts, **{name: changed[name] for name in some}}):
                    yield f"{some} of {names} is enough"
        if place != state and opens(state, {**facts, **changed}):
            yield f"{place} is not needed"


def _others(
    condition: Condition,
    place: str,
    facts: dict[str, Any],
    named: set[frozenset[str]],
    opens: Opens,
    *,
    never: bool,
) -> Iterator[str]:
    """Look for a smaller way, and for one of the same size that was not named."""
    every = facts_of(condition)
    most = len(every) if never else max(map(len, named))
    for size in range(most + 1):
        for some in combinations(every, size):
            if not never and frozenset(some) in named:
                continue
            for values in product(*(tried(condition, fact) for fact in some)):
                least = all(not named_ < frozenset(some) for named_ in named) or never
                if least and opens(place, {**facts, **dict(zip(some, values, strict=True))}):
                    yield f"{some} would do as well"
                    break
