"""Every combination of answers that some conditions can tell apart, so that a claim can be proved for all.

A world is a set of facts as one filed declaration could have them: a question that is not
asked has no answer, a derived fact follows from the others. Of a number only the values
around each limit matter, of a choice only the words that a condition names and one other.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from itertools import product
from math import prod
from typing import Any, TypeAlias

from workflows.conditions import Compare, Condition, Facts, OneOf, holds_safely
from workflows.errors import DefinitionError
from workflows.questions import Declaration, Derived, How, Question
from workflows.supply import Test, tests_in
from workflows.words import Kind

Value: TypeAlias = bool | int | str | None
Domains: TypeAlias = Mapping[str, tuple[Value, ...]]
MOST = 50_000  # worlds; a definition that needs more is too tangled to prove, or to understand
ANOTHER = "(another)"
GIVEN = "(given)"


@dataclass(frozen=True)
class _Asked:
    """A question, and the conditions under which its page shows it."""

    question: Question
    conditions: tuple[Condition | None, ...]


def worlds(
    declaration: Declaration, conditions: Iterable[Condition | None], others: Domains
) -> tuple[Facts, ...]:
    """List the worlds that the conditions can tell apart; `others` are facts that nobody declares.

    Raises:
        DefinitionError: there are too many of them.
    """
    asked, derived = _asked(declaration), {one.fact: one for one in declaration.derived}
    tests = _tests(conditions, asked, derived)
    domains = {
        fact: others[fact] if fact in others else _domain(fact, asked, derived, values)
        for fact, values in tests.items()
        if fact in others or fact in asked or (fact in derived and derived[fact].rule in _FREE)
    }
    if prod(map(len, domains.values())) > MOST:
        raise DefinitionError(f"more than {MOST} combinations of {', '.join(sorted(domains))}")
    combinations = (dict(zip(domains, values, strict=True)) for values in product(*domains.values()))
    found = (_consistent(chosen, asked, derived, tests) for chosen in combinations)
    return tuple({tuple(sorted(facts.items())): facts for facts in found}.values())


_FREE = frozenset({"months-since", "days-since", "same"})  # their value is tried out instead of computed


def _asked(declaration: Declaration) -> Mapping[str, list[_Asked]]:
    found: dict[str, list[_Asked]] = {}
    for section in declaration.sections:
        for question in (one for one in section.questions if one.how is not How.AUTOMATIC):
            found.setdefault(question.fact, []).append(_Asked(question, (section.when, question.when)))
    return found


def _tests(
    conditions: Iterable[Condition | None], asked: Mapping[str, list[_Asked]], derived: Mapping[str, Derived]
) -> Mapping[str, set[Any]]:
    """Name every fact that matters, with the values at which it makes a difference."""
    tests: dict[str, set[Any]] = {}
    waiting = [test for condition in conditions for test in tests_in(condition)]
    while waiting:
        test = waiting.pop()
        values, met = _values(test), tests.get(test.fact)
        if met is None:
            shown = (condition for one in asked.get(test.fact, ()) for condition in one.conditions)
            waiting += [further for condition in shown for further in tests_in(condition)]
        if met is None or not values <= met:
            waiting += _behind(derived.get(test.fact), test)
        tests[test.fact] = values | (met or set())
    return tests


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


def _domain(
    fact: str, asked: Mapping[str, list[_Asked]], derived: Mapping[str, Derived], values: set[Any]
) -> tuple[Value, ...]:
    """List the values to try for a fact."""
    if fact in derived:
        return _counted(derived[fact], asked, values)
    questions = [one.question for one in asked[fact]]
    missing = () if all(question.required for question in questions) else (None,)
    match questions[0].kind:
        case Kind.YES_NO:
            return (True, False, *missing)
        case Kind.NUMBER | Kind.MONEY:
            return (*(sorted(values) or [0]), *missing)
        case Kind.CHOICE:
            return (*sorted(values), *_another(questions, values), *missing)
        case Kind.TEXT:
            return (*sorted(values), ANOTHER, *missing)
        case _:
            return (GIVEN, *missing)


def _counted(derived: Derived, asked: Mapping[str, list[_Asked]], values: set[Any]) -> tuple[Value, ...]:
    """List the values of a comparison, or of a count since a day; from a day to come nothing is counted."""
    if derived.rule == "same":
        return (True, False)
    past = all(one.question.not_future for fact in derived.of for one in asked.get(fact, ()))
    return (*(sorted(values) or [0]), *(() if past else (None,)))


def _another(questions: list[Question], values: set[Any]) -> tuple[Value, ...]:
    """Return one option that no condition names, if there is one."""
    options = [option.value for question in questions for option in question.options] or [ANOTHER]
    return next(((option,) for option in options if option not in values), ())


def _consistent(
    chosen: Mapping[str, Value],
    asked: Mapping[str, list[_Asked]],
    derived: Mapping[str, Derived],
    tests: Iterable[str],
) -> dict[str, Value]:
    """Keep the answers to questions that are asked, and add what follows from them."""
    computed = [fact for fact in tests if fact in derived and fact not in chosen]
    facts: dict[str, Value] = {}
    for _ in range(len(asked) + len(derived) + 1):  # each round settles at least one more
        before = facts
        facts = {fact: value for fact, value in chosen.items() if _present(fact, before, asked, derived)}
        facts |= {fact: _derive(derived[fact], before) for fact in computed}
        facts = {fact: value for fact, value in facts.items() if value is not None}
        if facts == before:
            break
    return facts


def _present(
    fact: str, facts: Facts, asked: Mapping[str, list[_Asked]], derived: Mapping[str, Derived]
) -> bool:
    if fact in derived:
        return all(part in facts for part in derived[fact].of)
    if fact not in asked:
        return True
    return any(all(holds_safely(when, facts) for when in one.conditions) for one in asked[fact])


def _derive(derived: Derived, facts: Facts) -> Value:
    values: list[Value] = [facts.get(fact) for fact in derived.of]
    known = [value for value in values if value is not None]
    if not known:
        return None
    match derived.rule:
        case "chosen":
            return known[0] == derived.value
        case "any":
            return any(value is True for value in known)
        case _:
            return known[0]
