"""What chance decides for one family, drawn when it files, in the same order whatever else differs.

What only some families need, a supplement or a fault of a register, comes from a stream of that
family alone, so that the others' numbers stay what they are when there are more such families.
"""

from collections.abc import Mapping
from functools import partial

from services.simulation.chance import Draw, Random, drawer, stream
from services.simulation.recipe import OBSTRUCTED, PLAIN, SUPPLEMENTED, Part, Recipe
from workflows.load import fixed
from workflows.vocabulary import Role

OFFICERS = (Role.CLERK, Role.LEADER)


class Fate:
    """What chance decides for one case."""

    __slots__ = ("_agency", "_draws", "_later", "_minutes", "_part", "_typing", "_when", "carry", "rest")

    def __init__(self, draws: "_PartDraws", number: int) -> None:
        self._draws = draws
        self._minutes = [draw() for draw in draws.minutes]
        self._typing = draws.typing()
        self._agency = [draw() for draw in draws.agency]
        self._when = draws.when()
        self.rest, self.carry = draws.rest(), draws.carry()
        self._later: Random | None = None
        self._part = number

    def minutes(self, kind: str, at: int) -> float:
        """Return an officer's minutes for the act at this place of a path."""
        act = self._draws.part.paths[kind].acts[at]
        same = self._draws.place.get(act.step)
        again = act.step in self._draws.part_seen(kind, at)
        if same is not None and not again:
            return self._minutes[same] + (self._typing if at == 0 else 0.0)
        load = self._draws.recipe.plan.load
        return drawer(load.minutes_for(self._draws.part.code, act.step), self._own())()

    def agency(self) -> float:
        """Return the minutes in which a register answers."""
        if self._agency:
            return self._agency.pop()
        return drawer(self._draws.recipe.plan.load.agency, self._own())()

    def answer(self, by: Role) -> float:
        """Return the working days until the family completes its file, or a relative agrees."""
        plan = self._draws.recipe.plan
        return drawer(plan.load.consent if by is Role.RELATIVE else plan.manner.supplement, self._own())()

    def hour(self, minutes: int) -> int:
        """Return the minute of a day's work at which the family is at the counter."""
        return int(self._when * minutes)

    def _own(self) -> Random:
        if self._later is None:
            self._later = stream(self._draws.seed, f"later/{self._draws.part.code}/{self._part}")
        return self._later


class _PartDraws:
    """The streams of one member."""

    def __init__(self, recipe: Recipe, seed: str, part: Part) -> None:
        load, manner, code = recipe.plan.load, recipe.plan.manner, part.code
        self.recipe, self.seed, self.part = recipe, seed, part
        officer = [act.step for act in part.paths[PLAIN].acts if act.by in OFFICERS]
        self.place = {step: nth for nth, step in enumerate(officer)}
        mine = partial(stream, seed)
        self.minutes = [drawer(load.minutes_for(code, s), mine(f"{code}/{s}")) for s in officer]
        asked = [act.step for act in part.paths[PLAIN].acts if act.by is Role.AGENCY]
        self.agency = [drawer(load.agency, mine(f"{code}/{s}/agency")) for s in asked]
        self.typing = drawer(manner.typing, mine(f"{code}/typing"))
        self.rest = drawer(manner.rest, mine(f"{code}/rest"))
        self.carry = drawer(manner.carry or fixed(0), mine(f"{code}/carry"))
        self.when: Draw = mine(f"{code}/when").random
        self._seen: dict[tuple[str, int], frozenset[str]] = {}

    def part_seen(self, kind: str, at: int) -> frozenset[str]:
        """Name the steps that a path has already had before a place."""
        found = self._seen.get((kind, at))
        if found is None:
            acts = self.part.paths[kind].acts[:at]
            found = self._seen[kind, at] = frozenset(act.step for act in acts)
        return found


class Draws:
    """The streams of a whole run."""

    def __init__(self, recipe: Recipe, seed: str) -> None:
        load = recipe.plan.load
        self._incomplete, self._obstacle = load.incomplete, load.obstacle
        self._parts = {code: _PartDraws(recipe, seed, part) for code, part in recipe.parts.items()}
        self._codes = tuple(self._parts)
        self._luck = stream(seed, "trouble").random
        self._where = stream(seed, "where").random
        gaps = stream(seed, "gaps")
        self.gap: Draw = partial(gaps.expovariate, 1.0)

    def family(self, number: int) -> tuple[Mapping[str, Fate], tuple[str, str]]:
        """Draw for one family: its cases' fates, and at which member which trouble comes."""
        fates = {code: Fate(draws, number) for code, draws in self._parts.items()}
        luck, member = self._luck(), self._codes[int(self._where() * len(self._codes))]
        if luck < self._incomplete:
            return fates, (member, SUPPLEMENTED)
        if luck >= 1.0 - self._obstacle:
            return fates, (member, OBSTRUCTED)
        return fates, ("", PLAIN)
