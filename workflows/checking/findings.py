"""What a check finds, and the small proofs that several checks share."""

from __future__ import annotations

from collections import Counter
from collections.abc import Hashable, Iterable, Iterator
from typing import TypeAlias, TypeVar

from workflows.conditions import Condition

T = TypeVar("T", bound=Hashable)
Finding: TypeAlias = tuple[str, str]  # the code of what is wrong, and a sentence
Findings: TypeAlias = Iterator[Finding]


def twice(codes: Iterable[T]) -> list[T]:
    """Name what occurs more than once."""
    return [code for code, count in Counter(codes).items() if count > 1]


def only_last_is_unconditional(what: str, conditions: list[Condition | None]) -> Findings:
    """The first that holds wins, so whatever follows an unconditional one would never count."""
    if not conditions or conditions[-1] is not None:
        yield f"{what}-order", f"The last {what} must hold without a condition."
    if any(condition is None for condition in conditions[:-1]):
        yield (
            f"{what}-order",
            f"A {what} without a condition stands before the last, so the next never count.",
        )


def spread(first: set[str], edges: set[tuple[str, str]]) -> set[str]:
    """Return everything that the edges lead to from the first ones."""
    reached, ahead = set(first), set(first)
    while ahead:
        ahead = {target for source, target in edges if source in ahead} - reached
        reached |= ahead
    return reached
