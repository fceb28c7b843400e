"""A way of dealing with a family, worked out once: every path of every case, taken by the real machine.

All families of a run declare the same, so what their cases can do is the same. The steps of each path are
taken by `machine.take` here and only repeated, at other times, in the run; who opens when is asked
of `chain.openable` and remembered.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta
from typing import Any, NamedTuple

from services.simulation.hours import Days
from workflows import chain
from workflows.bundle import Bundle
from workflows.calendar import Calendar
from workflows.chain import MemberProgress
from workflows.checking.supply import asks
from workflows.conditions import Facts
from workflows.errors import DefinitionError
from workflows.forms import answers
from workflows.language import Procedure, Step
from workflows.load import Load, Manner, Season
from workflows.machine import compiled, limit, starting, take
from workflows.registry import Registry
from workflows.route import Move, stand_in, way
from workflows.scenario import Scenario, Story
from workflows.vocabulary import Clock, Role

PLAIN, SUPPLEMENTED, OBSTRUCTED = "plain", "supplement", "obstacle"
LOOK_AHEAD = 500  # days; the calendar may end sooner


class Act(NamedTuple):
    """One step of a path: who takes it, what the legal clock does in it, whether results leave with it."""

    step: str
    by: Role
    state: str
    target: str
    clock: Clock
    releases: MemberProgress | None


@dataclass(frozen=True, slots=True)
class Path:
    """The steps of a case from its opening to its result, and its time limit in working days."""

    kind: str
    clock: Clock
    acts: tuple[Act, ...]
    working_days: int

    @property
    def stands_still(self) -> bool:
        """Say whether its legal clock pauses or restarts on the way."""
        return self.clock is not Clock.RUNS or any(
            act.clock not in (Clock.RUNS, Clock.ENDS) for act in self.acts
        )


@dataclass(frozen=True, slots=True)
class Part:
    """One member of the bundle: its procedure, its office, and its paths by what may happen to it."""

    code: str
    procedure: Procedure
    paths: Mapping[str, Path]


@dataclass(frozen=True, slots=True)
class Plan:
    """What is to be run: definitions, who carries, how offices deal with files, under which load."""

    story: Story
    scenario: Scenario
    bundle: Bundle
    load: Load
    manner: Manner
    handover: int | None
    season: Season | None = None


@dataclass(frozen=True)
class Recipe:
    """A plan worked out: its parts in the order in which they open, on the days of a calendar."""

    plan: Plan
    days: Days
    parts: Mapping[str, Part]
    facts: Facts
    working_days: int
    target: int
    _openable: dict[frozenset[tuple[str, MemberProgress]], tuple[str, ...]] = field(default_factory=dict)

    def opens(self, progress: Mapping[str, MemberProgress]) -> tuple[str, ...]:
        """List the members that may open now."""
        key = frozenset(progress.items())
        found = self._openable.get(key)
        if found is None:
            ready = chain.openable(self.plan.bundle, self.facts, progress)
            found = self._openable[key] = tuple(member.code for member in ready)
        return found


def plan_of(story: Story, scenario: Scenario, load: Load, registry: Registry) -> Plan:
    """Take a scenario as it is."""
    paper = scenario.handover is None
    return Plan(
        story=story,
        scenario=scenario,
        bundle=registry.bundle(scenario.bundle),
        load=load,
        manner=load.paper if paper else load.linked,
        handover=scenario.handover.minutes if scenario.handover else None,
    )


def opening_days(plan: Plan, calendar: Calendar) -> Days:
    """Return the days of a run: from the first days of the bundle, or a week ahead of the season looked at.

    Raises:
        CalendarEnds: the run would begin outside the proclaimed years.
    """
    first = plan.season.first - timedelta(days=7) if plan.season else plan.bundle.effective_from
    return Days.starting(first, calendar, LOOK_AHEAD)


def work_out(plan: Plan, registry: Registry, days: Days) -> Recipe:
    """Take every step of every path once, givers before receivers.

    Raises:
        DefinitionError: a procedure has no way to its result for this family.
    """
    facts = _declared(plan, registry, days.first)
    parts: dict[str, Part] = {}
    progress: dict[str, MemberProgress] = {}
    while ready := chain.openable(plan.bundle, facts, progress):
        for member in ready:
            part = _part(plan, registry.procedure(member.procedure), member.code, facts)
            parts[member.code] = part
            progress[member.code] = part.paths[PLAIN].acts[-1].releases or MemberProgress(None, frozenset())
            facts.update(_issued(part.procedure, progress[member.code], facts))
    deadline = limit(plan.bundle.deadlines, {**_assumed(parts.values()), **facts})
    return Recipe(plan, days, parts, facts, deadline.working_days, deadline.target or deadline.working_days)


def _declared(plan: Plan, registry: Registry, first: date) -> dict[str, Any]:
    story, scenario = plan.story, plan.scenario
    dates = {fact: (first - timedelta(days=days)).isoformat() for fact, days in story.dates}
    stated = {**dict(story.facts), **dict(scenario.facts), **dates, "duplicate.suspected": False}
    declaration = registry.declaration(plan.bundle.declaration)
    return dict(answers.prune(declaration, stated, filed_on=first))


def _assumed(parts: Iterable[Part]) -> dict[str, Any]:
    return {fact: value for part in parts for fact, value in part.procedure.assumes} | {
        fact: True for part in parts for fact in _fixed_on_the_way(part)
    }


def _fixed_on_the_way(part: Part) -> Iterator[str]:
    """Name the facts that steps of the plain path set to true, as a verification does."""
    for act in part.paths[PLAIN].acts:
        step = compiled(part.procedure).steps[act.step]
        yield from (fact for fact, value in step.sets if value is True)


def _issued(procedure: Procedure, progress: MemberProgress, facts: Facts) -> dict[str, Any]:
    """Return stand-ins for the items of what was issued, so that receivers find what they need."""
    given = {item.code: stand_in(item) for ask in _asks(procedure) for item in ask.gives}
    known = {**given, **facts}
    return {
        f"{code}.{item.code}": known.get(item.fact) or "Mẫu"
        for code in progress.outputs
        for item in procedure.output(code).items
    }


def _asks(procedure: Procedure) -> Iterator[Any]:
    for step in procedure.steps:
        yield from asks(step.effects)
    for start in procedure.starts:
        yield from asks(start.effects)


# --- the paths of one case ----------------------------------------------------------------------------


def _part(plan: Plan, procedure: Procedure, code: str, declared: Facts) -> Part:
    facts = {**compiled(procedure).assumes, **declared}
    start = starting(procedure, facts)
    own = {**facts, **dict(start.sets)}
    through = tuple(detour.step for detour in plan.scenario.detours if detour.member == code)
    moves = way(procedure, start.state, own, awaited=asks(start.effects), through=through)
    if not moves:
        raise DefinitionError(f"{procedure.key}: no way to its result for this family")
    paths = {PLAIN: _path(procedure, PLAIN, start.state, moves)}
    if other := _supplemented(procedure, own, moves, through):
        paths[SUPPLEMENTED] = _path(procedure, SUPPLEMENTED, start.state, other)
    if other := _obstructed(procedure, moves):
        paths[OBSTRUCTED] = _path(procedure, OBSTRUCTED, start.state, other)
    return Part(code, procedure, paths)


def _path(procedure: Procedure, kind: str, start: str, moves: tuple[Move, ...]) -> Path:
    states = compiled(procedure).states
    outputs: frozenset[str] = frozenset()
    acts = []
    for move in moves:
        state = move.outcome.state
        outputs |= set(move.outcome.issues)
        leaves = bool(move.outcome.issues or state.ending)
        progress = MemberProgress(state.ending, outputs) if leaves else None
        acts.append(Act(move.step.code, move.step.by, move.state, state.code, state.clock, progress))
    days = limit(procedure.deadlines, moves[-1].facts).working_days
    return Path(kind, states[start].clock, tuple(acts), days)


def _supplemented(
    procedure: Procedure, facts: Facts, moves: tuple[Move, ...], through: tuple[str, ...]
) -> tuple[Move, ...]:
    """Return the path on which the office asks once for what is missing, and the family answers."""
    for at, move in enumerate(moves):
        ask = _leaving(procedure, move.state, "request-supplement", Role.CLERK)
        if ask is not None:
            before = moves[:at]
            asked = _taken(procedure, move.state, ask, before[-1].facts if before else facts)
            reply = _leaving(procedure, asked.outcome.state.code, "answer-supplement", Role.CITIZEN)
            if reply is None:
                return ()
            answered = _taken(procedure, asked.outcome.state.code, reply, asked.facts)
            ahead = tuple(step for step in through if step not in {one.step.code for one in before})
            rest = way(procedure, answered.outcome.state.code, answered.facts, through=ahead)
            return (*before, asked, answered, *rest) if rest else ()
    return ()


def _obstructed(procedure: Procedure, moves: tuple[Move, ...]) -> tuple[Move, ...]:
    """Return the path on which the register fails once, and an officer asks it again."""
    for at, move in enumerate(moves):
        fails = _leaving(procedure, move.state, "record-register-obstacle", Role.AGENCY)
        if fails is not None and move.step.by is Role.AGENCY and at:
            before = moves[:at]
            failed = _taken(procedure, move.state, fails, before[-1].facts)
            rest = way(procedure, failed.outcome.state.code, failed.facts)
            return (*before, failed, *rest) if rest else ()
    return ()


def _leaving(procedure: Procedure, state: str, begins: str, by: Role) -> Step | None:
    steps = compiled(procedure).steps_from.get(state, ())
    return next((step for step in steps if step.code.startswith(begins) and step.by is by), None)


def _taken(procedure: Procedure, state: str, step: Step, facts: Facts) -> Move:
    given = {item.code: stand_in(item) for item in step.takes}
    outcome = take(procedure, state, step.code, {**facts, **given})
    return Move(state, outcome, given, {**facts, **given, **outcome.sets})
