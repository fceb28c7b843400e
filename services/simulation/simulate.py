"""A scripted run of a bundle on a virtual clock, by the rules that also move real cases.

Everybody takes the shortest way to the result, and each office uses the working days that
its limit permits. Which day that is, who opens when, and what each step does comes from
the definitions alone: `machine.take`, `chain.openable`, and the legal calendar. Only what
lies inside an office's time, work or waiting, is assumed by the scenario.
"""

import heapq
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta
from itertools import count
from typing import Any, Literal

from services.simulation import narration
from services.simulation.office_hours import Axis, Stretch, fill, spread
from services.simulation.trace import FAMILY, PLATFORM, Happening, Segment, Span, Taken, Trace
from workflows import chain
from workflows.bundle import Member
from workflows.calendar import Calendar
from workflows.chain import MemberProgress
from workflows.checking.supply import asks
from workflows.errors import DefinitionError
from workflows.forms import answers
from workflows.language import Authority, Output, Procedure
from workflows.machine import Outcome, compiled, limit, starting, take
from workflows.registry import Registry
from workflows.route import Move, way
from workflows.scenario import Scenario, Story
from workflows.vocabulary import Role, Standing
from workflows.words import Text


def simulate(
    registry: Registry, calendar: Calendar, story: Story, scenario: Scenario, *, first: date | None = None
) -> Trace:
    """Run a scenario from filing to its last result, in the first days of its bundle or from a day on.

    Raises:
        DefinitionError: a procedure has no way to its result for this family.
        CalendarEnds: the run would leave the proclaimed years.
    """
    run = _Run(registry, calendar, story, scenario, first)
    run.play()
    return run.trace()


@dataclass(slots=True)
class _Case:
    """One opened member: where it stands, and the facts that are its own."""

    code: str
    procedure: Procedure
    state: str
    facts: dict[str, Any] = field(default_factory=dict)


class _Run:
    """One run; it counts minutes of the axis, and leaves days behind."""

    def __init__(
        self, registry: Registry, calendar: Calendar, story: Story, scenario: Scenario, first: date | None
    ) -> None:
        self.registry, self.scenario = registry, scenario
        self.bundle = registry.bundle(scenario.bundle)
        self.axis = Axis.starting(first or self.bundle.effective_from, self.bundle.clock, calendar)
        self.facts = self._declared(story)
        self.cases: dict[str, _Case] = {}
        self.progress: dict[str, MemberProgress] = {}
        self.queue: list[tuple[int, int, _Case, Move]] = []
        self.turn = count()
        self.ended = 0
        self.spans: list[Span] = []
        self.segments: list[Segment] = []
        self.hops: list[tuple[float, str, str]] = []
        self.trips: list[int] = []
        self.events: list[Happening] = []
        self.taken: list[Taken] = []

    def play(self) -> None:
        """File, then let everybody act in the order of time until nothing is left to do."""
        self._file()
        while self.queue:
            minute, _, case, move = heapq.heappop(self.queue)
            self._act(minute, case, move)
        if self.scenario.handover:
            self._tell(self.ended, FAMILY, narration.ALL_THERE)

    def trace(self) -> Trace:
        return Trace(
            scenario=self.scenario,
            bundle=self.bundle,
            spans=tuple(self.spans),
            segments=tuple(self.segments),
            hops=tuple(self.hops),
            trips=tuple(self.axis.days(minute) for minute in dict.fromkeys(self.trips)),
            events=tuple(self.events),
            taken=tuple(self.taken),
            facts=self.facts,
            total=self.axis.day_number(self.ended),
        )

    # --- the family, and how results travel ---------------------------------------------------------

    @property
    def _travel(self) -> int:
        """How many minutes a result is on its way; what the family carries, it takes along at once."""
        return self.scenario.handover.minutes if self.scenario.handover else 0

    def _declared(self, story: Story) -> dict[str, Any]:
        """Return what the family declares, and what follows from it on the day of filing."""
        dates = {fact: (self.axis.first - timedelta(days=days)).isoformat() for fact, days in story.dates}
        stated = {**dict(story.facts), **dict(self.scenario.facts), **dates, "duplicate.suspected": False}
        declaration = self.registry.declaration(self.bundle.declaration)
        return answers.prune(declaration, stated, filed_on=self.axis.first)

    def _file(self) -> None:
        ready = chain.openable(self.bundle, self.facts, self.progress)
        offices = self._authorities(ready)
        if self.scenario.handover:
            self._tell(0, FAMILY, narration.FILED_ONLINE)
            self._by_platform(0, narration.split(offices))
        else:
            self._by_family(0, narration.go_and_file(offices))
        for member in ready:
            self._open(member, self._travel)

    def _release(self, minute: int, giver: _Case, outputs: Sequence[Output]) -> None:
        """Take the results to whoever waits for them, and open their part; the last ones go home."""
        ready = chain.openable(self.bundle, self.facts, self.progress)
        offices = self._authorities(ready)
        there = minute + self._travel
        self.ended = max(self.ended, there)
        hub = giver.code
        if self.scenario.handover:
            self._by_platform(
                minute, narration.send(outputs, offices) if ready else narration.report(outputs)
            )
            self._hop(minute, giver.code, hub := PLATFORM)
        else:
            self._by_family(minute, narration.collect(outputs, offices))
        for member in ready:
            self._hop(there, hub, member.code)
            self._open(member, there)

    def _by_platform(self, minute: int, label: Text) -> None:
        there = minute + self._travel
        self.segments.append(Segment(PLATFORM, "auto", self.axis.days(minute), self.axis.days(there), label))
        self._tell(minute, PLATFORM, label, automatic=True)

    def _by_family(self, minute: int, label: Text) -> None:
        self.trips.append(minute)
        self._tell(minute, FAMILY, label)

    def _hop(self, minute: int, source: str, target: str) -> None:
        self.hops.append((self.axis.days(minute), source, target))

    def _tell(self, minute: int, lane: str, label: Text, *, automatic: bool = False) -> None:
        happening = Happening(self.axis.days(minute), self.axis.day_number(minute), lane, label, automatic)
        self.events.append(happening)

    def _authorities(self, members: Iterable[Member]) -> tuple[Authority, ...]:
        codes = [self.registry.procedure(member.procedure).authority for member in members]
        return tuple(self.registry.authority(code) for code in dict.fromkeys(codes))

    # --- one office -----------------------------------------------------------------------------------

    def _open(self, member: Member, minute: int) -> None:
        """Open a member's case, settle its last day, and plan what is done in the time until then."""
        procedure = self.registry.procedure(member.procedure)
        facts = {**compiled(procedure).assumes, **self.facts}
        start = starting(procedure, facts)
        case = _Case(member.code, procedure, start.state, dict(start.sets))
        through = tuple(detour.step for detour in self.scenario.detours if detour.member == member.code)
        moves = way(
            procedure,
            start.state,
            {**facts, **case.facts},
            awaited=asks(start.effects),
            through=through,
        )
        if not moves:
            raise DefinitionError(f"{procedure.key}: no way to its result for this family")
        self.cases[member.code] = case
        self.progress[member.code] = MemberProgress(None, frozenset())
        end = self._settle(case, minute, moves[-1])
        stints = next((p.stints for p in self.scenario.paces if p.member == member.code), ())
        stretches = fill(minute, end, stints, self.axis.minutes_a_day)
        self._draw(case, stretches)
        for at, move in _planned(moves, minute, end, stretches):
            heapq.heappush(self.queue, (at, next(self.turn), case, move))

    def _settle(self, case: _Case, minute: int, last: Move) -> int:
        """Find the minute by which the office is done: its own limit, or that of the group if sooner.

        A result that travels has to arrive on the last day too, and offices that owe theirs
        on one and the same day share that day.
        """
        deadline = limit(case.procedure.deadlines, last.facts)
        own = self.axis.due(minute, deadline.working_days, case.procedure.clock)
        end = min(own, self._end_of_group(last))
        waiting = 1 + self._same_day_after(case.code)
        self.spans.append(
            Span(
                member=case.code,
                procedure=case.procedure,
                authority=self.registry.authority(case.procedure.authority),
                deadline=deadline,
                start=self.axis.days(minute),
                end=self.axis.days(end),
                own_day=self.axis.day_number(own),
                day=self.axis.day_number(end),
            )
        )
        return max(minute, minute + (end - minute) // waiting - self._travel)

    def _same_day_after(self, giver: str) -> int:
        """Count the offices, one behind the other, that owe their result on the day they get this one."""
        found = 0
        for member in chain.taking_part(self.bundle, self.facts):
            procedure = self.registry.procedure(member.procedure)
            linked = any(k.giver == giver and k.receiver == member.code for k in self.bundle.links)
            facts = {**compiled(procedure).assumes, **self.facts}
            if linked and limit(procedure.deadlines, facts).working_days == 0:
                found = max(found, 1 + self._same_day_after(member.code))
        return found

    def _end_of_group(self, last: Move) -> int:
        """Return the end of the group's last day, receipt being on its first; none binds a baseline."""
        if self.bundle.standing is Standing.BASELINE:
            return self.axis.end_of_day(10_000)
        members = self.registry.procedures_of(self.bundle).values()
        assumed = {fact: value for procedure in members for fact, value in procedure.assumes}
        days = limit(self.bundle.deadlines, {**assumed, **last.facts}).working_days
        return self.axis.end_of_day(max(1, days))

    def _draw(self, case: _Case, stretches: Sequence[Stretch]) -> None:
        for stretch in stretches:
            label = stretch.stint.text if stretch.stint else narration.WAITING
            kind: Literal["work", "wait"] = "work" if stretch.work else "wait"
            start, end = self.axis.days(stretch.start), self.axis.days(stretch.end)
            self.segments.append(Segment(case.code, kind, start, end, label))

    def _act(self, minute: int, case: _Case, move: Move) -> None:
        """Take one step by the real machine, and let its result go on its way."""
        own = {**case.facts, **move.given}
        facts = {**compiled(case.procedure).assumes, **self.facts, **own}
        outcome = take(case.procedure, case.state, move.step.code, facts)
        self.taken.append(
            Taken(
                self.axis.days(minute),
                case.code,
                case.procedure.key,
                case.state,
                move.step.code,
                move.step.by,
                outcome.state.code,
            )
        )
        self._tell(minute, FAMILY if move.step.by is Role.RELATIVE else case.code, move.step.text)
        case.state, case.facts = outcome.state.code, {**own, **outcome.sets}
        self._pass_on(minute, case, outcome, {**facts, **outcome.sets})

    def _pass_on(self, minute: int, case: _Case, outcome: Outcome, facts: dict[str, Any]) -> None:
        outputs = tuple(case.procedure.output(code) for code in outcome.issues)
        for output in outputs:
            issued = {f"{output.code}.{item.code}": facts.get(item.fact) for item in output.items}
            self.facts.update({fact: value for fact, value in issued.items() if value is not None})
        before = self.progress[case.code].outputs
        self.progress[case.code] = MemberProgress(outcome.state.ending, before | set(outcome.issues))
        if outcome.issues or outcome.state.ending:
            self._release(minute, case, outputs)


def _planned(
    moves: Sequence[Move], start: int, end: int, stretches: Sequence[Stretch]
) -> list[tuple[int, Move]]:
    """Give each move its minute: relatives agree at once, officers act in turn, registers answer at once."""
    acts = iter(spread(stretches, end, sum(move.by_officer for move in moves)))
    nobody = not any(move.by_officer for move in moves)
    at, planned = start, []
    for move in moves:
        if move.by_officer:
            at = next(acts)
        elif nobody and move.step.by is Role.AGENCY:
            at = end
        planned.append((at, move))
    return planned
