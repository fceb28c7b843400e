"""Every combination of answers that some conditions can tell apart, so that a claim can be proved for all.

A world is a set of facts as one filed declaration could have them. The form is gone through
in its order, as a person does: a question that is not shown has no answer, a derived fact
follows from the others. Of a number only the values around each limit matter, of a choice
only the words that a condition names and one other.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any, NamedTuple, TypeAlias

from workflows.checking.supply import Test, tests_in
from workflows.conditions import Compare, Condition, Facts, OneOf, holds_safely
from workflows.errors import DefinitionError
from workflows.questions import Declaration, Derived, How, Question
from workflows.words import Kind

Value: TypeAlias = bool | int | str | None
World: TypeAlias = dict[str, Value]
Tests: TypeAlias = Mapping[str, set[Any]]  # of each fact that matters, the values at which it does
MOST = 20_000  # worlds; a definition that needs more is too tangled to prove, or to understand
ANOTHER = "(another)"
GIVEN = "(given)"
TRIED = frozenset({"months-since", "days-since", "same"})  # derived facts whose value is tried, not computed


class Other(NamedTuple):
    """A fact that nobody declares: its kind, and whether it is always there."""

    kind: Kind
    surely: bool = True


def worlds(
    declaration: Declaration, conditions: Iterable[Condition | None], others: Mapping[str, Other]
) -> tuple[Facts, ...]:
    """List the worlds that the conditions can tell apart.

    Raises:
        DefinitionError: there are too many of them.
    """
    tests = _tests(conditions, declaration)
    found: list[World] = [{}]
    for fact, other in others.items():
        values = _samples(other.kind, tests[fact], (), surely=other.surely) if fact in tests else ()
        found = [world for one in found for world in _with(one, fact, values)] if values else found
    for question, shown in _asked(declaration, tests):
        options = [option.value for option in question.options]
        values = _samples(question.kind, tests[question.fact], options, surely=question.required)
        found = [
            world for one in found for world in _answered(one, declaration, question, shown, values, tests)
        ]
        if len(found) > MOST:
            raise DefinitionError(f"more than {MOST} combinations of {', '.join(sorted(tests))}")
    complete = (_completed(world, declaration) for world in found)
    kept = ({fact: value for fact, value in world.items() if fact in tests} for world in complete)
    return tuple({tuple(sorted(world.items())): world for world in kept}.values())


# --- what matters ------------------------------------------------------------------------------


def _tests(conditions: Iterable[Condition | None], declaration: Declaration) -> Tests:
    """Name every fact that matters, with the values at which it makes a difference."""
    derived = {one.fact: one for one in declaration.derived}
    tests: dict[str, set[Any]] = {}
    waiting = [test for condition in conditions for test in tests_in(condition)]
    while waiting:
        test = waiting.pop()
        values, met = _values(test), tests.get(test.fact)
        if met is None:
            waiting += _conditions_of(test.fact, declaration)
        if met is None or not values <= met:
            waiting += _behind(derived.get(test.fact), test)
        tests[test.fact] = values | (met or set())
    return tests


def _conditions_of(fact: str, declaration: Declaration) -> Iterator[Test]:
    """List the tests that decide whether a fact is asked."""
    for section in declaration.sections:
        for question in section.questions:
            if question.fact == fact and question.how is not How.AUTOMATIC:
                yield from tests_in(section.when)
                yield from tests_in(question.when)


def _values(test: Test) -> set[Any]:
    match test:
        case OneOf(values=values):
            return set(values)
        case Compare(limit=limit):
            return {limit - 1, limit}
        case _:
            return set()


def _behind(derived: Derived | None, test: Test) -> list[Test]:
    """Turn a test of a derived fact into tests of the facts that it comes from."""
    if derived is None:
        return []
    if derived.rule == "chosen":
        return [OneOf(fact=derived.of[0], values=(derived.value or "",))]
    return [test.model_copy(update={"fact": fact}) for fact in derived.of]


# --- going through the form --------------------------------------------------------------------


def _asked(declaration: Declaration, tests: Tests) -> Iterator[tuple[Question, tuple[Condition | None, ...]]]:
    """List the questions that matter, in their order, with the conditions under which they are shown."""
    for section in declaration.sections:
        for question in section.questions:
            if question.fact in tests and question.how is not How.AUTOMATIC:
                yield question, (section.when, question.when)


def _answered(
    world: World,
    declaration: Declaration,
    question: Question,
    shown: tuple[Condition | None, ...],
    values: Sequence[Value],
    tests: Tests,
) -> Iterator[World]:
    """Answer a question in every way that matters, and try what is counted from the answer."""
    facts = _completed(world, declaration)
    if question.fact in world or not all(holds_safely(condition, facts) for condition in shown):
        yield world
        return
    found = list(_with(world, question.fact, values))
    for one in (one for one in declaration.derived if one.rule in TRIED and one.fact in tests):
        if question.fact in one.of:
            found = [further for world in found for further in _tried(world, one, question, tests)]
    yield from found


def _tried(world: World, derived: Derived, question: Question, tests: Tests) -> Iterator[World]:
    """Try a comparison or a count once what it rests on is known; from a day to come nothing is counted."""
    if not all(fact in world for fact in derived.of):
        yield world
    elif derived.rule == "same":
        yield from _with(world, derived.fact, (True, False))
    else:
        to_come = () if question.not_future else (None,)
        yield from _with(world, derived.fact, (*(sorted(tests[derived.fact]) or [0]), *to_come))


def _with(world: World, fact: str, values: Sequence[Value]) -> Iterator[World]:
    """Give the fact each of the values; None leaves it unknown."""
    for value in values:
        yield world if value is None else {**world, fact: value}


def _samples(kind: Kind, values: set[Any], options: Sequence[str], *, surely: bool) -> tuple[Value, ...]:
    """List the values to try: those at which something changes, one other, and none if it may be missing."""
    missing: tuple[Value, ...] = () if surely else (None,)
    another = next(((option,) for option in options or (ANOTHER,) if option not in values), ())
    match kind:
        case Kind.YES_NO:
            return (True, False, *missing)
        case Kind.NUMBER | Kind.MONEY:
            return (*(sorted(values) or (0,)), *missing)
        case Kind.CHOICE | Kind.TEXT:
            return (*sorted(values), *another, *missing)
        case _:
            return (GIVEN, *missing)


def _completed(world: World, declaration: Declaration) -> World:
    """Add what follows from the answers."""
    facts = dict(world)
    for derived in declaration.derived:
        value = None if derived.rule in TRIED else _derive(derived, facts)
        if value is not None:
            facts[derived.fact] = value
    return facts


def _derive(derived: Derived, facts: World) -> Value:
    known = [facts[fact] for fact in derived.of if fact in facts]
    if not known:
        return None
    match derived.rule:
        case "chosen":
            return known[0] == derived.value
        case "any":
            return any(value is True for value in known)
        case _:
            return known[0]
