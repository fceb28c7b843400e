"""The plain way, for comparison and as a sabotage of the gate: a machine for each case, and the ORM's flush.

It reads, checks and writes as a tutorial would: nothing in its UPDATE says what it expects to find.
"""

from __future__ import annotations

import json
from functools import partial
from pathlib import Path
from typing import cast

from sqlalchemy import create_engine, event
from sqlmodel import Session, select
from transitions import EventData, Machine, MachineError

from bench.definitions import AREA, OFFICES, law_of_the_bench
from bench.world import Act, TickingClock, seeded_ids
from services import search_words
from services.time.calendar_seed import vietnam_calendar
from storage.cases import CaseRow
from storage.dossiers import DossierRow
from storage.journal import JournalRow
from storage.outputs import OutputRow
from workflows import deadlines
from workflows.conditions import holds
from workflows.errors import NotAllowed, NotFound, TransitionRefused
from workflows.language import Procedure, Step
from workflows.machine import limit


class _Desk:
    """What a machine moves: one case with everything its conditions look at."""

    def __init__(self, act: Act, case: CaseRow, dossier: DossierRow) -> None:
        self.state = case.state
        self.act, self.case = act, case
        self.facts = {**dossier.facts, **case.facts, **act.values}


class Plain:
    """The plain way on one database of the bench."""

    def __init__(self, path: Path, *, ids: str = "bench") -> None:
        self._engine = create_engine(
            f"sqlite:///{path}",
            connect_args={"timeout": 30},
            json_serializer=partial(json.dumps, ensure_ascii=False, separators=(",", ":")),
        )
        event.listen(self._engine, "connect", _set_up)
        self._law, self._calendar = law_of_the_bench(), vietnam_calendar()
        self._clock, self._ids = TickingClock(), seeded_ids(ids)

    def close(self) -> None:
        self._engine.dispose()

    def take(self, act: Act, case_id: str) -> None:
        """Take one step of one case, and commit it."""
        with Session(self._engine) as session:
            case = session.get(CaseRow, case_id)
            if case is None:
                raise NotFound
            dossier = session.get_one(DossierRow, case.dossier_id)
            procedure = self._law.procedure(case.procedure)
            before = case.state
            desk = _Desk(act, case, dossier)
            _machine(procedure, desk)
            try:
                moved = desk.trigger(act.step)  # type: ignore[attr-defined]
            except (MachineError, AttributeError) as error:
                raise TransitionRefused from error
            if not moved:
                raise TransitionRefused
            self._write(session, act, desk, dossier, procedure, before)
            session.commit()

    def _write(
        self, session: Session, act: Act, desk: _Desk, dossier: DossierRow, procedure: Procedure, before: str
    ) -> None:
        now, case = self._clock.now(), desk.case
        step, state = procedure.step(act.step), procedure.state(desk.state)
        assert step is not None  # noqa: S101
        case.state, case.waits_for = state.code, state.waits_for.value
        case.ending = state.ending.value if state.ending else None
        case.facts = {**case.facts, **act.values, **dict(step.sets), f"taker.{step.code}": act.by.id}
        case.officer_id, case.entered_at = act.by.id, now
        case.round, case.row_version = case.round + 1, case.row_version + 1
        session.add(case)
        self._record(session, act, case, act.step, before, state.code)
        for code in step.issues:
            self._issue(session, act, desk, dossier, procedure, code)

    def _issue(
        self,
        session: Session,
        act: Act,
        desk: _Desk,
        dossier: DossierRow,
        procedure: Procedure,
        code: str,
    ) -> None:
        output = procedure.output(code)
        now = self._clock.now()
        items = {item.code: desk.facts[item.fact] for item in output.items}
        session.add(
            OutputRow(
                id=self._ids(),
                dossier_id=dossier.id,
                case_id=desk.case.id,
                code=code,
                version=1,
                standing="valid",
                items=items,
                issued_at=now,
            )
        )
        dossier.facts = {**dossier.facts, **{f"{code}.{name}": value for name, value in items.items()}}
        opened = set(session.exec(select(CaseRow.member).where(CaseRow.dossier_id == dossier.id)))
        following = [member for member in OFFICES if member not in opened][:1]
        for member in following:
            self._open(session, act, dossier, member)
        if not following:
            dossier.state, dossier.ended_at = "finished", now
            self._record(session, act, desk.case, "dossier-ended", "in-progress", "finished")
        dossier.row_version += 1
        session.add(dossier)

    def _open(self, session: Session, act: Act, dossier: DossierRow, member: str) -> None:
        procedure = self._law.procedure(f"bench-{member}@2026-01")
        state = procedure.state(procedure.starts[0].state)
        now, days = self._clock.now(), limit(procedure.deadlines, dossier.facts).working_days
        case = CaseRow(
            id=self._ids(),
            dossier_id=dossier.id,
            member=member,
            procedure=procedure.key,
            state=state.code,
            waits_for=state.waits_for.value,
            office_id=f"{procedure.authority}:{AREA}",
            opened_at=now,
            entered_at=now,
            clock_started_at=now,
            working_days=days,
            due_at=deadlines.due_at(now, days, rules=procedure.clock, calendar=self._calendar),
            search_words=search_words.of_case(dossier, procedure, dossier.facts),
        )
        session.add(case)
        session.flush()
        self._record(session, act, case, "case-opened", None, state.code)

    def _record(
        self, session: Session, act: Act, case: CaseRow, what: str, before: str | None, after: str
    ) -> None:
        session.add(
            JournalRow(
                at=self._clock.now(),
                dossier_id=case.dossier_id,
                case_id=case.id,
                actor_role=act.by.role_name(),
                actor_id=act.by.id,
                actor_name=act.by.name,
                event=what,
                state_before=before,
                state_after=after,
                data=act.values,
            )
        )


def _machine(procedure: Procedure, desk: _Desk) -> None:
    machine = Machine(
        model=desk,
        states=[state.code for state in procedure.states],
        initial=desk.state,
        auto_transitions=False,
        send_event=True,
    )
    for step in procedure.steps:
        guard = partial(_allowed_and_holds, step)
        machine.add_transition(step.code, list(step.source), step.target, conditions=guard)


def _allowed_and_holds(step: Step, asked: EventData) -> bool:
    desk = cast(_Desk, asked.model)
    by, case = desk.act.by, desk.case
    if step.by not in by.roles or by.office_id != case.office_id:
        raise NotAllowed
    if any(case.facts.get(f"taker.{other}") == by.id for other in step.not_by):
        raise NotAllowed
    given = all(desk.act.values.get(item.code) is not None for item in step.takes)
    return given and holds(step.when, desk.facts)


def _set_up(driver: object, record: object) -> None:
    for pragma in ("journal_mode=WAL", "synchronous=FULL", "foreign_keys=ON"):
        driver.execute(f"PRAGMA {pragma}")  # type: ignore[attr-defined]
