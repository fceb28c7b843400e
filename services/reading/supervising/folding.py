"""The journal folded: each line moves what is known of its dossier on, and is never read again."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from datetime import datetime, timedelta

from services.operators.acts import INTERVENTIONS
from services.reading.supervising.tally import Stay, StayKey
from storage.figures import Line
from workflows.calendar import in_vietnam
from workflows.deadlines import Pause
from workflows.errors import CalendarEnds
from workflows.language import Procedure, State
from workflows.machine import compiled
from workflows.vocabulary import Clock
from workflows.working_time import WorkingTime

SUPPLEMENT = "request-supplement"  # how the steps begin by which an office asks for what is missing
OBSTACLE = "-obstacle"  # how the states end in which a person must bring a file on by hand
# What somebody did by hand in the machinery, and answers that found no step open.
BY_HAND = ("answer-not-applied", *INTERVENTIONS)
OFFICERS = frozenset({"clerk", "leader"})
STANDS = (Clock.PAUSES, Clock.RESTARTS)


@dataclass(slots=True)
class CasePast:
    """What the journal says of one case so far."""

    procedure: Procedure
    bundle: str
    entered_at: datetime
    begun: bool = False
    paused_since: datetime | None = None
    pauses: list[Pause] = field(default_factory=list)
    ended_at: datetime | None = None


@dataclass(slots=True)
class DossierPast:
    """What the journal says of one dossier so far."""

    ended_at: datetime | None = None
    supplements: int = 0
    interventions: int = 0
    cases: dict[str, CasePast] = field(default_factory=dict)


@dataclass(slots=True)
class Fold:
    """Everything that the lines read so far have said.

    Work on a file begins when it is ready and its officer has finished what came before; the first step
    of a case may have lain untouched, so that time is waiting (as in the simulation's fits).
    """

    hours: Callable[[str], WorkingTime]
    dossiers: dict[str, DossierPast] = field(default_factory=dict)
    stays: dict[StayKey, Stay] = field(default_factory=dict)
    _acted: dict[str, datetime] = field(default_factory=dict)

    def take(self, lines: Iterable[Line], cases: dict[str, tuple[Procedure, str, str]]) -> set[str]:
        """Fold lines in; `cases` gives procedure, bundle and office. Name the dossiers they speak of."""
        touched = set()
        for line in lines:
            past = self.dossiers.get(line.dossier_id)
            if past is None:
                past = self.dossiers[line.dossier_id] = DossierPast()
            touched.add(line.dossier_id)
            if line.case_id is not None and line.after is not None and line.case_id in cases:
                self._move(past, line, *cases[line.case_id])
            elif line.event == "dossier-ended":
                past.ended_at = line.at
            past.supplements += line.event.startswith(SUPPLEMENT)
            past.interventions += by_hand(line)
        return touched

    def _move(self, past: DossierPast, line: Line, procedure: Procedure, bundle: str, office: str) -> None:
        state = compiled(procedure).states[str(line.after)]
        case = past.cases.get(str(line.case_id))
        if case is None:
            case = past.cases[str(line.case_id)] = CasePast(procedure, bundle, line.at)
        elif line.before is not None and compiled(procedure).states[line.before].ending is None:
            self._stay(case, line, office)
        _clock(case, state, line.at)
        case.entered_at = line.at
        if state.ending is not None and case.ended_at is None:
            case.ended_at = line.at

    def _stay(self, case: CasePast, line: Line, office: str) -> None:
        """Count the time in the state that this line leaves, in minutes of the office's hours."""
        officer = not OFFICERS.isdisjoint(line.actor_role.split("+"))
        start = max(case.entered_at, self._acted.get(line.actor_id, case.entered_at)) if officer else line.at
        if officer and not case.begun:
            start, case.begun = line.at, True
        if officer:
            self._acted[line.actor_id] = line.at
        hours = self.hours(office)
        waited, worked = _minutes(hours, case.entered_at, start), _minutes(hours, start, line.at)
        left_on = in_vietnam(line.at).toordinal()
        key = (case.bundle, case.procedure.key, str(line.before), office, left_on)
        stay = Stay(1, waited, worked)
        known = self.stays.get(key)
        self.stays[key] = known + stay if known else stay


def by_hand(line: Line) -> bool:
    """Say whether this line tells that somebody had to, or did, bring the file on by hand."""
    return line.event.startswith(BY_HAND) or (line.after is not None and line.after.endswith(OBSTACLE))


def _clock(case: CasePast, state: State, at: datetime) -> None:
    """Begin or end the time in which the legal clock stands still."""
    if state.clock in STANDS:
        case.paused_since = case.paused_since or at
    elif case.paused_since is not None:
        case.pauses.append(Pause(from_=case.paused_since, until=at))
        case.paused_since = None


def _minutes(hours: WorkingTime, start: datetime, end: datetime) -> float:
    if start >= end:
        return 0.0
    try:
        return hours.between(start, end) / timedelta(minutes=1)
    except CalendarEnds:
        return 0.0
