"""Reading how long a case stayed at each step, in working hours of its office: waiting apart from work."""

from collections.abc import Sequence
from datetime import datetime, timedelta

from services.reading import happened
from services.reading.case_pages import Stay, Waiting
from services.time.calendars import hours_at
from services.unit_of_work import UnitOfWork
from storage import journal
from storage.cases import CaseRow
from storage.dossiers import DossierRow
from workflows.errors import CalendarEnds
from workflows.language import Procedure, State
from workflows.vocabulary import Waits

_WAITING: dict[Waits, Waiting] = {
    Waits.CITIZEN: "citizen",
    Waits.RELATIVE: "relative",
    Waits.AGENCY: "agency",
}


def history(uow: UnitOfWork, row: DossierRow, case: CaseRow) -> tuple[Stay, ...]:
    """Return what happened to a case, oldest first, in the open unit of work."""
    procedure = uow.registry.procedure(case.procedure)
    told = [line for line in reversed(happened.log(uow, row, [case], internal=True)) if line.member]
    written = [line for line in journal.lines_of(uow.connection, row.id) if line.case_id == case.id]
    ends = [*(line.at for line in written[1:]), uow.now][: len(written)]
    states = _states(procedure, [line.state_after for line in written])
    hours = [
        _hours(uow, case.office_id, line.at, end) if state.ending is None else None
        for line, end, state in zip(written, ends, states, strict=True)
    ]
    longest = max((each for each in hours if each), default=0)
    return tuple(
        Stay(
            at=line.at,
            text=line.text,
            who=line.who,
            note=line.note,
            state=state.text,
            waiting=waiting_in(procedure, state),
            hours=stayed,
            share=round(100 * (stayed or 0) / longest) if longest else 0,
            now=index == len(told) - 1 and case.ending is None,
        )
        for index, (line, state, stayed) in enumerate(zip(told, states, hours, strict=True))
    )


def waiting_in(procedure: Procedure, state: State) -> Waiting | None:
    """Say what a case waits for in a state: before anybody has looked at it, for somebody to do so."""
    if state.ending is not None:
        return None
    if state.waits_for is Waits.OFFICER:
        return "pick-up" if state.code in {start.state for start in procedure.starts} else "work"
    return _WAITING.get(state.waits_for)


def total(stays: Sequence[Stay], *, work: bool) -> float:
    """Add up the working hours of work, or those of waiting."""
    return round(sum(s.hours or 0 for s in stays if s.waiting and (s.waiting == "work") is work), 1)


def _states(procedure: Procedure, after: Sequence[str | None]) -> list[State]:
    """Return the state after each line; what moves nothing leaves the case where it was."""
    found: list[State] = []
    for code in after:
        state = next((state for state in procedure.states if state.code == code), None)
        found.append(state or (found[-1] if found else procedure.state(procedure.starts[0].state)))
    return found


def _hours(uow: UnitOfWork, office_id: str, start: datetime, end: datetime) -> float | None:
    try:
        return hours_at(uow, office_id).between(start, end) / timedelta(hours=1)
    except CalendarEnds:
        return None
