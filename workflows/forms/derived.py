"""The closed rules by which facts follow from others (dữ kiện suy ra)."""

from __future__ import annotations

from datetime import date
from typing import Any

from workflows.conditions import Facts
from workflows.forms.dates import day_of
from workflows.questions import Declaration, Derived

_MONTHS_OF_A_YEAR = 12


def derive(declaration: Declaration, facts: Facts, *, filed_on: date) -> dict[str, Any]:
    """Return every fact that follows from these, each one able to rest on those before it.

    What was derived earlier and is still among the facts does not count: it may be stale.
    """
    stale = {rule.fact for rule in declaration.derived}
    known = {fact: value for fact, value in facts.items() if fact not in stale and value is not None}
    found: dict[str, Any] = {}
    for rule in declaration.derived:
        value = _value(rule, {**known, **found}, filed_on)
        if value is not None:
            found[rule.fact] = value
    return found


def completed(declaration: Declaration, facts: Facts, *, filed_on: date) -> dict[str, Any]:
    """Return the facts together with all that follows from them, and nothing that no longer does."""
    stale = {rule.fact for rule in declaration.derived}
    kept = {fact: value for fact, value in facts.items() if fact not in stale}
    return {**kept, **derive(declaration, facts, filed_on=filed_on)}


def months_between(first: date, last: date) -> int:
    """Count the full months; a month is full on the same day of the next one (Civil Code Art. 148)."""
    months = (last.year - first.year) * _MONTHS_OF_A_YEAR + last.month - first.month
    return months - (last.day < first.day)


def _value(rule: Derived, facts: Facts, filed_on: date) -> Any:
    """Return the derived value, or nothing when what it rests on is missing."""
    values = [facts.get(fact) for fact in rule.of]
    known = [value for value in values if value is not None]
    if not known:
        return None
    match rule.rule:
        case "months-since" | "days-since":
            return _since(rule, day_of(known[0]), filed_on)
        case "same":
            return all(value == values[0] for value in values) if len(known) == len(values) else None
        case "any":  # a question that is hidden was not answered with yes
            return any(value is True for value in known)
        case "chosen":
            return known[0] == rule.value
        case _:
            return known[0]


def _since(rule: Derived, day: date | None, filed_on: date) -> int | None:
    """Count from the day; of a day still to come nothing is known, so that no limit lets it through."""
    if day is None or day > filed_on:
        return None
    return (filed_on - day).days if rule.rule == "days-since" else months_between(day, filed_on)
