"""A whole product on a virtual clock: what tests of verbs and scenarios stand in."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta, timezone
from pathlib import Path
from typing import Any

from services.access import actors
from services.access.actors import Actor
from services.agencies.contract import Agencies, Record, Reply, Request
from services.citizens import declarations
from services.demo.papers import attach_samples
from services.exchange.delivery import Handler, handlers
from services.jobs import RENDER
from services.officers import cases
from services.time.calendar_seed import vietnam_calendar
from services.time.clock import VirtualClock, counted_ids
from services.unit_of_work import Context
from services.virtual_jobs import VirtualJobs
from storage import dossiers, journal
from storage.cases import CaseRow, cases_of
from storage.dossiers import DossierRow
from storage.engine import open_engine, read_transaction, write_transaction
from storage.people import OfficeRow
from storage.rows import add
from storage.schema import create
from workflows.errors import AgencyUnavailable
from workflows.registry import Registry
from workflows.vocabulary import Role

VIETNAM = timezone(timedelta(hours=7))


def local(text: str) -> datetime:
    """Return an instant written as local time in Vietnam."""
    return datetime.fromisoformat(text).replace(tzinfo=VIETNAM).astimezone(UTC)


@dataclass
class ScriptedAgency:
    """An agency that gives the answers it was told to give, and remembers what it carried out."""

    answers: dict[str, tuple[str, Mapping[str, Any]]] = field(default_factory=dict)
    down: bool = False
    late: set[str] = field(default_factory=set)
    carried_out: dict[str, Request] = field(default_factory=dict)

    def send(self, request: Request) -> Reply | None:
        if self.down:
            raise AgencyUnavailable("the line is dead")
        self.carried_out.setdefault(request.key, request)
        return None if request.about in self.late else self.answer_to(request.key)

    def answer_to(self, key: str) -> Reply | None:
        request = self.carried_out[key]
        if request.about in self.late:
            return None
        outcome, items = self.answers[request.about]
        return Reply(f"{key}:reply", outcome, items)

    def look_up(self, register: str, number: str) -> Record | None:
        return None


@dataclass
class World:
    """A database, a clock that stands still until moved, and the people of one commune."""

    context: Context
    clock: VirtualClock
    jobs: VirtualJobs
    agencies: Agencies

    def clerk(
        self, authority: str, area: str = "00001", *, name: str = "clerk", leader: bool = False
    ) -> Actor:
        roles = frozenset({Role.CLERK, Role.LEADER} if leader else {Role.CLERK})
        return Actor(f"{name}.{authority}", f"{name} {authority}", roles, office_id=f"{authority}:{area}")

    # Documents that were ordered and not drawn yet: most tests look at other things, and drawing takes time.
    ordered: list[dict[str, Any]] = field(default_factory=list, kw_only=True)

    def run(self) -> None:
        """Let every job that is due now run; documents wait for `draw_documents`."""
        self.jobs.run_due(self._handlers(), self.clock)

    def run_until(self, instant: datetime) -> None:
        """Let time pass, with every job run at its instant."""
        self.jobs.run_until(instant, self.clock, self._handlers())

    def draw_documents(self) -> None:
        """Draw and sign every document that was ordered."""
        self.run()
        while self.ordered:
            handlers(self.context, self.agencies)[RENDER](self.ordered.pop(0))

    def _handlers(self) -> Mapping[str, Handler]:
        return {**handlers(self.context, self.agencies), RENDER: self.ordered.append}

    def submit(self, citizen: Actor, slug: str, answers: dict[str, Any]) -> DossierRow:
        """Start a declaration, put answers and papers in as if page after page, and submit it."""
        draft_id = declarations.start(self.context, self.agencies, citizen, slug)
        with write_transaction(self.context.engine) as connection:
            draft = dossiers.dossier(connection, draft_id)
            assert draft is not None
            merged = {**draft.answers, **answers}
            assert dossiers.change_dossier(connection, draft_id, draft.row_version, answers=merged)
        attach_samples(self.context, citizen, draft_id)
        return declarations.submit(self.context, citizen, draft_id)

    def act(self, officer: Actor, case_id: str, step: str, **values: Any) -> str:
        return cases.take_step(self.context.work(officer), case_id, step, values)

    def dossier(self, dossier_id: str) -> DossierRow:
        with read_transaction(self.context.engine) as connection:
            found = dossiers.dossier(connection, dossier_id)
        assert found is not None
        return found

    def cases(self, dossier_id: str) -> dict[str, CaseRow]:
        with read_transaction(self.context.engine) as connection:
            return {case.member: case for case in cases_of(connection, dossier_id)}

    def events(self, dossier_id: str) -> list[str]:
        with read_transaction(self.context.engine) as connection:
            return [line.event for line in journal.lines_of(connection, dossier_id)]


def build_world(
    folder: Path, law: Registry, agencies: Agencies, offices: list[str], *, at: str = "2026-03-02T09:00"
) -> World:
    """Make an empty database with these offices (`authority:area`); the clock stands at `at`, local time."""
    engine = open_engine(f"sqlite:///{folder / 'world.sqlite'}")
    create(engine)
    clock = VirtualClock(local(at))
    jobs = VirtualJobs(engine, clock)
    with write_transaction(engine) as connection:
        rows = [OfficeRow(id=o, authority=o.split(":")[0], area=o.split(":")[1], vi=o, en=o) for o in offices]
        add(connection, *rows)
    calendar = vietnam_calendar()
    context = Context(engine, law, lambda: calendar, jobs, clock, counted_ids())
    return World(context, clock, jobs, agencies)


def citizen(personal_id: str = "001190000001", name: str = "Nguyễn Thị Lan") -> Actor:
    return actors.citizen(personal_id, name)
