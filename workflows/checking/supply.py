"""Where the facts of a bundle come from, and what kind of value each of them is."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from itertools import chain
from typing import TypeAlias

from workflows.bundle import Bundle
from workflows.conditions import AllOf, AnyOf, Compare, Condition, Is, Known, Not, OneOf
from workflows.language import Ask, Effect, Item, Procedure, Start, Step
from workflows.questions import Declaration, Derived, How
from workflows.vocabulary import OnFailure
from workflows.words import Kind

Pairs: TypeAlias = Iterable[tuple[str, Kind]]
Supply: TypeAlias = Mapping[str, frozenset[Kind]]
Test: TypeAlias = Is | OneOf | Compare | Known

ENGINE_FACTS: Mapping[str, Kind] = {
    "duplicate.suspected": Kind.YES_NO,  # another dossier is suspiciously alike
}
"""Facts that nobody declares: the system finds them out itself and always knows them."""


def collect(*parts: Pairs) -> Supply:
    """Put supplies together; a fact may come from several places, hopefully as the same kind."""
    found: dict[str, set[Kind]] = {}
    for fact, kind in chain.from_iterable(parts):
        found.setdefault(fact, set()).add(kind)
    return {fact: frozenset(kinds) for fact, kinds in found.items()}


def pairs(supply: Supply) -> Iterator[tuple[str, Kind]]:
    """Take a supply apart again."""
    for fact, kinds in supply.items():
        yield from ((fact, kind) for kind in kinds)


def declared(declaration: Declaration) -> Supply:
    """Collect what the electronic form asks and derives; what it only shows comes from somewhere else."""
    supply = dict(asked(declaration))
    for derived in declaration.derived:
        supply[derived.fact] = _derived_kinds(derived, supply)
    return supply


def asked(declaration: Declaration) -> Supply:
    """Collect what people and registers answer."""
    questions = (one for one in declaration.questions() if one.how is not How.AUTOMATIC)
    return collect((question.fact, question.kind) for question in questions)


def opening(procedure: Procedure) -> Iterator[tuple[str, Kind]]:
    """List the facts of its own that a case has from the first moment."""
    yield from ((fact, kind_of(value)) for fact, value in procedure.assumes)
    for start in procedure.starts:
        yield from ((fact, kind_of(value)) for fact, value in start.sets)


def during(procedure: Procedure, *, without: Step | None = None) -> Iterator[tuple[str, Kind]]:
    """List the facts that steps and agencies' answers supply, except those of the step `without`."""
    for start in procedure.starts:
        yield from _items(_gives(start.effects))
    for step in procedure.steps:
        if step is not without:
            yield from _items((*step.takes, *_gives(step.effects)))
            yield from ((fact, kind_of(value)) for fact, value in step.sets)


def outputs(procedure: Procedure) -> Iterator[tuple[str, Kind]]:
    """List the facts that the procedure's results become."""
    for output in procedure.outputs:
        yield from ((f"{output.code}.{item.code}", item.kind) for item in output.items)


def givers_before(bundle: Bundle, code: str, *, surely: bool = False) -> frozenset[str]:
    """Name the members before this one; `surely` only those without whose output it never opens."""
    links = [link for link in bundle.links if not surely or link.on_failure is OnFailure.REQUIRED]
    found: set[str] = set()
    ahead = {code}
    while ahead:
        ahead = {link.giver for link in links if link.receiver in ahead} - found
        found |= ahead
    return frozenset(found)


def around(bundle: Bundle, code: str, declaration: Supply, procedures: Mapping[str, Procedure]) -> Supply:
    """Collect what a member finds when it opens: the declaration, earlier outputs, what the system knows."""
    earlier = [outputs(procedures[giver]) for giver in sorted(givers_before(bundle, code))]
    return collect(pairs(declaration), ENGINE_FACTS.items(), *earlier)


def tests_in(condition: Condition | None) -> Iterator[Test]:
    """List the single tests that a condition is made of."""
    match condition:
        case None:
            return
        case AllOf(parts=parts) | AnyOf(parts=parts):
            yield from chain.from_iterable(map(tests_in, parts))
        case Not(part=part):
            yield from tests_in(part)
        case _:
            yield condition


def asks(effects: Iterable[Effect]) -> tuple[Ask, ...]:
    """Keep the messages to agencies."""
    return tuple(effect for effect in effects if isinstance(effect, Ask))


def asking(procedure: Procedure) -> Iterator[tuple[Start | Step, str, Ask]]:
    """List every message to an agency: what sends it, and the state in which its answer is awaited."""
    for start in procedure.starts:
        yield from ((start, start.state, ask) for ask in asks(start.effects))
    for step in procedure.steps:
        yield from ((step, step.target, ask) for ask in asks(step.effects))


def steps_from(procedure: Procedure, state: str) -> tuple[Step, ...]:
    """List the steps that leave a state."""
    return tuple(step for step in procedure.steps if state in step.source)


def moves(procedure: Procedure) -> set[tuple[str, str]]:
    """List from which state to which a case can move."""
    return {(source, step.target) for step in procedure.steps for source in step.source}


def kind_of(value: bool | int | str) -> Kind:
    """Say what kind of value a literal in a definition is."""
    if isinstance(value, bool):
        return Kind.YES_NO
    return Kind.NUMBER if isinstance(value, int) else Kind.TEXT


def _gives(effects: Iterable[Effect]) -> Iterator[Item]:
    return chain.from_iterable(ask.gives for ask in asks(effects))


def _items(items: Iterable[Item]) -> Iterator[tuple[str, Kind]]:
    return ((item.code, item.kind) for item in items)


def _derived_kinds(derived: Derived, supply: Supply) -> frozenset[Kind]:
    match derived.rule:
        case "months-since" | "days-since":
            return frozenset({Kind.NUMBER})
        case "first":
            return frozenset().union(*(supply.get(fact, frozenset()) for fact in derived.of))
        case _:
            return frozenset({Kind.YES_NO})
