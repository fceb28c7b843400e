"""Proves that every fact a definition asks for is supplied, and as the kind of value it is taken for."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import TypeAlias

from workflows.checking.findings import Findings
from workflows.checking.supply import Supply, Test, asking, collect, during, opening, pairs, tests_in
from workflows.conditions import Compare, Condition, Is, Known, OneOf
from workflows.language import Item, Procedure
from workflows.questions import Declaration
from workflows.registry import items_of
from workflows.words import Kind

Words: TypeAlias = Mapping[str, frozenset[str]]  # the options of a fact, where they are written down

WORDS = frozenset({Kind.TEXT, Kind.LONG_TEXT, Kind.CHOICE, Kind.NAME, Kind.DATE, Kind.MOMENT, Kind.COMMUNE})
NUMBERS = frozenset({Kind.NUMBER, Kind.MONEY})
DAYS = frozenset({Kind.DATE, Kind.MOMENT})
PERSONS = frozenset({Kind.PERSONAL_ID, Kind.PEOPLE})


def condition_findings(where: str, condition: Condition | None, supply: Supply, words: Words) -> Findings:
    """Check every single test of a condition."""
    for test in tests_in(condition):
        yield from fact_findings(where, test.fact, supply, _kinds_for(test))
        if isinstance(test, OneOf) and test.fact in words:
            for value in sorted(set(test.values) - words[test.fact]):
                yield "unknown-option", f"{where} compares {test.fact!r} with {value!r}, no choice of it."


def fact_findings(where: str, fact: str, supply: Supply, kinds: frozenset[Kind] = frozenset()) -> Findings:
    """Check that a fact is supplied, and as one of these kinds where it matters."""
    found = supply.get(fact, frozenset())
    if not found:
        yield "fact-not-supplied", f"{where} asks for the fact {fact!r}, which nobody supplies."
    elif kinds and not kinds & found:
        is_, wanted = (" or ".join(sorted(some)) for some in (found, kinds))
        yield "kind-differs", f"{where} takes {fact!r} for {wanted}, but it is {is_}."


def _kinds_for(test: Test) -> frozenset[Kind]:
    match test:
        case Is():
            return frozenset({Kind.YES_NO})
        case Compare():
            return NUMBERS
        case OneOf():
            return frozenset({Kind.CHOICE, Kind.TEXT})
        case Known():
            return frozenset()


def member_findings(where: str, procedure: Procedure, outside: Supply, words: Words) -> Findings:
    """Check a procedure among the facts that its bundle gives it."""
    words = {**words, **options(items_of(procedure))}
    first = collect(pairs(outside), opening(procedure))
    whole = collect(pairs(first), during(procedure))
    yield from _inputs(where, procedure, outside)
    yield from _opening_conditions(where, procedure, first, words)
    yield from _step_conditions(where, procedure, first, words)
    yield from _persons(where, procedure, outside)
    yield from _single_facts(where, procedure, first, whole)


def _inputs(where: str, procedure: Procedure, outside: Supply) -> Findings:
    for needed in procedure.inputs:
        yield from fact_findings(f"{where}, an input,", needed.fact, outside, frozenset({needed.kind}))


def _persons(where: str, procedure: Procedure, outside: Supply) -> Findings:
    """Who must agree was named in the declaration or in an earlier result."""
    for state in procedure.states:
        for fact in state.consent_of:
            yield from fact_findings(f"{where}, for the consent in {state.code!r},", fact, outside, PERSONS)


def _opening_conditions(where: str, procedure: Procedure, first: Supply, words: Words) -> Findings:
    """What is decided when the case opens may rest only on what is known then."""
    conditions: tuple[tuple[str, Condition | None], ...] = (
        *(("a start", start.when) for start in procedure.starts),
        *(("a deadline", deadline.when) for deadline in procedure.deadlines),
        *((f"the fee {fee.code!r}", fee.when) for fee in procedure.fees),
        *(
            (f"the exemption {one.code!r} of {fee.code!r}", one.when)
            for fee in procedure.fees
            for one in fee.exemptions
        ),
        *((f"the paper {paper.code!r}", paper.when) for paper in procedure.evidence),
    )
    for what, condition in conditions:
        yield from condition_findings(f"{where}, {what},", condition, first, words)


def _step_conditions(where: str, procedure: Procedure, first: Supply, words: Words) -> Findings:
    """A step may rest on what others supply, but a fact that only itself supplies would shut it for ever."""
    for step in procedure.steps:
        supply = collect(pairs(first), during(procedure, without=step))
        yield from condition_findings(f"{where}, step {step.code!r},", step.when, supply, words)


def _single_facts(where: str, procedure: Procedure, first: Supply, whole: Supply) -> Findings:
    """The commune, the copies paid for, what travels to agencies and what results are made of."""
    yield from fact_findings(f"{where}, for its office,", procedure.area, first, frozenset({Kind.COMMUNE}))
    for fee in procedure.fees:
        if fee.per:
            yield from fact_findings(f"{where}, for the fee {fee.code!r},", fee.per, first, NUMBERS)
    for allowance in procedure.pays:
        yield from fact_findings(f"{where}, for {allowance.code!r},", allowance.on, first, DAYS)
    for _, _, ask in asking(procedure):
        for fact in ask.carries:
            yield from fact_findings(f"{where}, for the message {ask.about!r},", fact, whole)
    for output in procedure.outputs:
        for item in output.items:
            kinds = WORDS if item.kind is Kind.TEXT else frozenset({item.kind})
            yield from fact_findings(f"{where}, for {output.code}.{item.code},", item.fact, whole, kinds)


def options(items: Iterable[Item]) -> Words:
    """Collect the options of choices that are written at the items of steps and answers."""
    return {item.code: frozenset(value for value, _ in item.options) for item in items if item.options}


def answers_to(declaration: Declaration) -> Words:
    """Collect the options of choices that are written in the form; not those of a reference list."""
    found: dict[str, frozenset[str]] = {}
    open_ended: set[str] = set()
    for question in declaration.questions():
        chosen = frozenset(option.value for option in question.options)
        found[question.fact] = found.get(question.fact, frozenset()) | chosen
        open_ended |= set() if chosen else {question.fact}
    return {fact: values for fact, values in found.items() if fact not in open_ended}
