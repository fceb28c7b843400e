"""The shortest way of a case to its result (đường ngắn nhất đến kết quả), found on its definition alone.

Every move on the way is taken by `machine.take`, so a way that is found is one the machine
accepts. Nobody is refused, asked for more or sent elsewhere on it, and every agency grants
what it is asked for.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from workflows.checking.supply import asks
from workflows.conditions import Facts
from workflows.errors import FactMissing, TransitionRefused
from workflows.language import Ask, Item, Procedure, Step
from workflows.machine import Outcome, compiled, take
from workflows.vocabulary import Ending, Role
from workflows.words import Kind

ON_THE_WAY = frozenset({Role.CLERK, Role.LEADER, Role.RELATIVE, Role.AGENCY})

# What a scripted person or agency supplies where a definition asks for something: sound, and never personal.
_STAND_INS: Mapping[Kind, Any] = {
    Kind.NAME: "Nguyễn Văn Mẫu",
    Kind.TEXT: "Mẫu 1",
    Kind.LONG_TEXT: "Đủ điều kiện theo quy định.",
    Kind.DATE: "2026-01-05",
    Kind.MOMENT: "2026-01-05T09:00",
    Kind.YES_NO: True,
    Kind.NUMBER: 1,
    Kind.MONEY: 1_000_000,
    Kind.PERSONAL_ID: "001226000001",
    Kind.BIRTH_NOTICE: "00001.GCS.00001.26",
    Kind.PHONE: "0912345678",
    Kind.EMAIL: "mau@example.vn",
    Kind.COMMUNE: "00004",
    Kind.PEOPLE: (),
}


@dataclass(frozen=True, slots=True)
class Move:
    """One step on the way: from which state, what its taker supplies, what it does, what holds after it."""

    state: str
    outcome: Outcome
    given: Mapping[str, Any]
    facts: Facts

    @property
    def step(self) -> Step:
        return self.outcome.step

    @property
    def by_officer(self) -> bool:
        return self.step.by in (Role.CLERK, Role.LEADER)


@dataclass(frozen=True, slots=True)
class _Place:
    """Where a search stands: the case itself, whose answers it awaits, which detours still lie ahead."""

    state: str
    facts: Facts
    awaited: tuple[Ask, ...]
    ahead: tuple[str, ...]
    moves: tuple[Move, ...] = ()

    def key(self) -> tuple[object, ...]:
        known = tuple(sorted((fact, repr(value)) for fact, value in self.facts.items()))
        return self.state, known, tuple(ask.about for ask in self.awaited), self.ahead


def way(
    procedure: Procedure,
    state: str,
    facts: Facts,
    *,
    awaited: Iterable[Ask] = (),
    through: tuple[str, ...] = (),
) -> tuple[Move, ...]:
    """Find the fewest moves from a state to the result; no moves when there is no way, or it is reached.

    `awaited` are the messages whose answers are still to come, `through` the codes of
    steps that must be taken on the way, in their order.
    """
    first = _Place(state, dict(facts), tuple(awaited), through)
    seen, ahead = {first.key()}, deque([first])
    while ahead:
        place = ahead.popleft()
        if _arrived(procedure, place):
            return place.moves
        for following in _following(procedure, place):
            if (key := following.key()) not in seen:
                seen.add(key)
                ahead.append(following)
    return ()


def stand_in(item: Item) -> Any:
    """Return what a scripted person supplies for an item."""
    return item.options[0][0] if item.options else _STAND_INS.get(item.kind, "")


def _arrived(procedure: Procedure, place: _Place) -> bool:
    return not place.ahead and compiled(procedure).states[place.state].ending is Ending.ISSUED


def _following(procedure: Procedure, place: _Place) -> Iterator[_Place]:
    for step in compiled(procedure).steps_from.get(place.state, ()):
        if step.by not in ON_THE_WAY or _turns_away(step):
            continue
        answered = _answered(step, place.awaited)
        if step.by is Role.AGENCY and answered is None:
            continue
        given = {item.code: stand_in(item) for item in (*step.takes, *(answered.gives if answered else ()))}
        try:
            outcome = take(procedure, place.state, step.code, {**place.facts, **given})
        except (TransitionRefused, FactMissing):
            continue
        yield _after(place, outcome, given, answered)


def _after(place: _Place, outcome: Outcome, given: Mapping[str, Any], answered: Ask | None) -> _Place:
    facts = {**place.facts, **given, **outcome.sets}
    reached = place.ahead[:1] == (outcome.step.code,)
    return _Place(
        state=outcome.state.code,
        facts=facts,
        awaited=(*(ask for ask in place.awaited if ask is not answered), *asks(outcome.effects)),
        ahead=place.ahead[1:] if reached else place.ahead,
        moves=(*place.moves, Move(place.state, outcome, given, facts)),
    )


def _turns_away(step: Step) -> bool:
    """Say whether a step hands the case elsewhere, disputes what it rests on, or stops it."""
    return bool(step.forwards or step.returns or step.corrects or step.keeps or step.signal)


def _answered(step: Step, awaited: tuple[Ask, ...]) -> Ask | None:
    """Find the awaited message that this step is an answer to."""
    for ask in awaited:
        if any(answer.step == step.code for answer in ask.answers):
            return ask
    return None
