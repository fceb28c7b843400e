"""When an area ends (sáp nhập), its office's open cases go to the office of what took its place."""

from collections.abc import Mapping
from datetime import date, datetime, time, timedelta

from services.access.actors import SYSTEM
from services.jobs import SUCCESSION
from services.jurisdiction.competence import competent_office, standing_area
from services.unit_of_work import Context, UnitOfWork
from storage import open_cases, people
from storage.cases import read_case
from workflows.calendar import VIETNAM, in_vietnam

EARLY = time(0, 5)


def arm(context: Context) -> None:
    """Leave the job of today, unless it is there already; every job leaves the one of the next day."""
    with context.work(SYSTEM) as uow:
        _leave(uow, in_vietnam(uow.now).date())


def hand_over_daily(context: Context, payload: Mapping[str, str]) -> None:
    """Hand over what lies at the offices of areas that have ended, and leave the job of the next day."""
    hand_over(context)
    with context.work(SYSTEM) as uow:
        today = in_vietnam(uow.now).date()
        _leave(uow, max(date.fromisoformat(payload["on"]), today) + timedelta(days=1))


def hand_over(context: Context) -> int:
    """Hand over the open cases of the offices of areas that have ended; return how many those were.

    Each is a transaction of its own with a line in the journal. Dates that were promised stay.
    """
    with context.reading(SYSTEM) as uow:
        ended = [office for office in open_cases.offices(uow.connection) if _has_ended(uow, office)]
        waiting = open_cases.cases_at(uow.connection, ended)
    return sum(_hand_over(context, case_id) for case_id in waiting)


def _hand_over(context: Context, case_id: str) -> bool:
    """Give one case to the new office, where nobody holds it yet; say whether it still had to be."""
    with context.work(SYSTEM) as uow:
        case = read_case(uow.connection, case_id)
        if case is None or not _has_ended(uow, case.office_id):
            return False
        old = people.offices(uow.connection)[case.office_id]
        new = competent_office(uow, old.authority, old.area)
        procedure = uow.registry.procedure(case.procedure)
        # As after a forwarding: the result names the area whose office issues it.
        facts = {**case.facts, procedure.area: new.partition(":")[2]}
        if not open_cases.hand_over(uow.connection, case, new, facts):
            return False  # somebody moved it in this very moment: tomorrow's job looks again
        data = {"from": old.id, "to": new}
        uow.record("office-succeeded", dossier_id=case.dossier_id, case_id=case.id, data=data)
        return True


def _has_ended(uow: UnitOfWork, office_id: str) -> bool:
    """Say whether something else stands in the place of an office's area today."""
    area = office_id.partition(":")[2]
    now = standing_area(uow.connection, area, in_vietnam(uow.now).date())
    return now is not None and now.code != area


def _leave(uow: UnitOfWork, day: date) -> None:
    at = datetime.combine(day, EARLY, VIETNAM)
    delay = (at - uow.now).total_seconds()
    uow.enqueue(SUCCESSION, {"on": day.isoformat()}, job_id=f"succession:{day}", delay_seconds=delay)
