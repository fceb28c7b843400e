"""Why the linked way is faster: each cause's part in the saved days, by a rule that adds up exactly.

A cause is switched on by dealing with that one thing the linked way and with all else the old way. What
a cause is worth depends on which others are on already: who no longer has to carry paper gains
nothing from it again when offices work at the same time. So its part is the mean over every order
in which the causes can be switched on (Shapley 1953). All runs share their random numbers, and days are whole
numbers, so the parts are fractions whose sum is the saved days to the last digit.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from fractions import Fraction
from itertools import combinations
from math import factorial

from services.simulation.flow import Size, run
from services.simulation.recipe import Plan, Recipe, opening_days, work_out
from services.simulation.seen import Finished
from workflows.bundle import Bundle
from workflows.calendar import Calendar
from workflows.registry import Registry
from workflows.words import Text, text

PARALLEL, TYPING, CARRYING, RESTING, STEPS = "parallel", "typing", "carrying", "resting", "steps"
CAUSES: Mapping[str, Text] = {
    STEPS: text(
        "Bước xử lý và thời hạn dựa trên dữ liệu sẵn có",
        "Steps and time limits that rest on data already there",
    ),
    CARRYING: text(
        "Gia đình không phải đi lấy, mang giấy và chờ ngày hẹn",
        "No fetching and carrying of papers, no waiting for appointed days",
    ),
    PARALLEL: text("Các cơ quan cùng làm, không chờ nhau", "Offices work at the same time"),
    RESTING: text("Hồ sơ không nằm chờ giữa các cơ quan", "No lying in trays between offices"),
    TYPING: text("Không nhập lại dữ liệu", "Nobody types the data again"),
}


@dataclass(frozen=True, slots=True)
class Causes:
    """The mean days of both ways, and each cause's part in the difference, the largest first."""

    before: Fraction
    after: Fraction
    parts: tuple[tuple[str, Fraction], ...]
    families: int

    @property
    def saved(self) -> Fraction:
        return self.before - self.after

    def tenths(self) -> tuple[tuple[str, float], ...]:
        """Return the parts in tenths of a day; they add up to the saved days (largest remainders)."""
        whole = {cause: (part * 10).__floor__() for cause, part in self.parts}
        left = round(self.saved * 10) - sum(whole.values())
        by_rest = sorted(self.parts, key=lambda one: (one[1] * 10) % 1, reverse=True)
        for cause, _ in by_rest[: max(0, left)]:
            whole[cause] += 1
        return tuple((cause, whole[cause] / 10) for cause, _ in self.parts)


def causes(
    before: Plan, after: Plan, registry: Registry, calendar: Calendar, *, families: int = 40, seed: int = 1
) -> Causes:
    """Attribute the days that `after` saves on `before`; 32 runs of so many families.

    Raises:
        DefinitionError: a mixture of the two ways leaves a procedure without a way to its result.
        CalendarEnds: a run leaves the proclaimed years.
    """
    known: dict[frozenset[str], Fraction] = {}
    recipes: dict[frozenset[str], Recipe] = {}
    days = opening_days(after, calendar)

    def worth(on: frozenset[str]) -> Fraction:
        if on not in known:
            plan, steps = _mixture(before, after, on, registry), on & {STEPS, PARALLEL}
            if steps not in recipes:  # the steps of a path do not hang on how long they take
                recipes[steps] = work_out(plan, registry, days)
            known[on] = _mean_days(replace(recipes[steps], plan=plan), families, seed)
        return known[on]

    parts = shapley(tuple(CAUSES), lambda on: -worth(on))
    ordered = sorted(parts.items(), key=lambda one: (-one[1], tuple(CAUSES).index(one[0])))
    return Causes(worth(frozenset()), worth(frozenset(CAUSES)), tuple(ordered), families)


def shapley(players: Sequence[str], worth: Callable[[frozenset[str]], Fraction]) -> dict[str, Fraction]:
    """Divide what all players are worth together among them (Shapley 1953); the parts add up exactly."""
    return {player: sum(_gains(player, players, worth), Fraction(0)) for player in players}


def _gains(
    player: str, players: Sequence[str], worth: Callable[[frozenset[str]], Fraction]
) -> Iterator[Fraction]:
    others = [other for other in players if other != player]
    for size in range(len(players)):
        weight = Fraction(factorial(size) * factorial(len(others) - size), factorial(len(players)))
        for group in map(frozenset, combinations(others, size)):
            yield weight * (worth(group | {player}) - worth(group))


def _mixture(before: Plan, after: Plan, on: frozenset[str], registry: Registry) -> Plan:
    """Deal the linked way with what is switched on, and the old way with all else."""

    def chosen(cause: str) -> Plan:
        return after if cause in on else before

    manner = before.manner.model_copy(
        update={
            "typing": chosen(TYPING).manner.typing,
            "rest": chosen(RESTING).manner.rest,
            "reserve": chosen(RESTING).manner.reserve,
            "carry": chosen(CARRYING).manner.carry,
            "supplement": chosen(CARRYING).manner.supplement,
        }
    )
    law = chosen(STEPS)
    return Plan(
        story=before.story,
        scenario=law.scenario,
        bundle=_linked_like(law.bundle, chosen(PARALLEL).bundle, registry),
        load=before.load,
        manner=manner,
        handover=chosen(CARRYING).handover,
    )


def _linked_like(bundle: Bundle, model: Bundle, registry: Registry) -> Bundle:
    """Give a bundle the links of another one, as far as it has their members and their outputs."""
    procedures = registry.procedures_of(bundle)
    links = [
        link
        for link in model.links
        if link.receiver in procedures
        and link.giver in procedures
        and link.output in {output.code for output in procedures[link.giver].outputs}
    ]
    receiving = {link.receiver for link in links}
    links += [link for link in bundle.links if link.receiver not in receiving]
    return bundle.model_copy(update={"links": tuple(links)})


def _mean_days(recipe: Recipe, families: int, seed: int) -> Fraction:
    days: list[int] = []

    def watch(one: Finished) -> None:
        days.append(one.days)

    run(recipe, f"{seed}/causes", Size(families, ahead=15, behind=5), watch)
    return Fraction(sum(days), len(days))
