"""Reading the critical path of a dossier: which chain of parts decides when everything is ready."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from services.time import calendars
from services.unit_of_work import UnitOfWork
from storage import dossiers
from storage.cases import cases_of
from workflows import chain
from workflows.calendar import Calendar
from workflows.critical_path import critical_path, days_of, legs_of
from workflows.errors import CalendarEnds, FactMissing
from workflows.machine import compiled
from workflows.words import Text


@dataclass(frozen=True, slots=True)
class LegLine:
    """One part on the path, and the instant until which it may take."""

    member: str
    text: Text
    due_at: datetime


def path_page(uow: UnitOfWork, dossier_id: str) -> tuple[LegLine, ...]:
    """Return the chain of parts that ends last, each by the calendar of its own office.

    Nothing when the file is a draft, or where a year is not proclaimed.
    """
    with uow:
        row = dossiers.dossier(uow.connection, dossier_id)
        if row is None or row.submitted_at is None:
            return ()
        bundle = uow.registry.bundle(row.bundle)
        procedures = uow.registry.procedures_of(bundle)
        cases = {case.member: case for case in cases_of(uow.connection, row.id)}
        try:
            part = [member.code for member in chain.taking_part(bundle, row.facts)]
        except FactMissing:
            return ()
        days = {
            code: cases[code].working_days
            if code in cases
            else days_of(procedures[code].deadlines, {**compiled(procedures[code]).assumes, **row.facts})
            for code in part
        }
        known = {code: case.due_at or case.entered_at for code, case in cases.items()}
        ended = {
            code: case.entered_at if case.ending else known[code]
            for code, case in cases.items()
            if case.ending or case.due_at
        }

        def calendar_of(code: str) -> Calendar:
            return calendars.calendar_at(uow, cases[code].office_id if code in cases else None)

        try:
            legs = critical_path(legs_of(bundle, procedures, days, row.submitted_at, calendar_of, ended))
        except CalendarEnds:
            return ()
    return tuple(LegLine(leg.member, procedures[leg.member].short, leg.due_at) for leg in legs)
