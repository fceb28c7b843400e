"""A whole product in one folder, on a virtual clock: where scripted people declare, act and finish."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, time, timedelta
from pathlib import Path

from services.agencies.directory import demo_agencies
from services.agencies.fake import FakeAgency
from services.demo.filing import StoryStuck
from services.demo.newcomers import newcomers
from services.demo.walkthrough import Act, act_once, ended
from services.exchange.delivery import handlers
from services.jobs import DELIVER
from services.product import build_context, fill, lists_of
from services.time.clock import VirtualClock, counted_ids
from services.unit_of_work import Context
from services.virtual_jobs import VirtualJobs
from storage.engine import close_engine, open_engine
from storage.schema import upgrade
from workflows.calendar import VIETNAM, in_vietnam
from workflows.forms.lists import Lists
from workflows.registry import Registry, registry

OPENS, CLOSES = time(8, 0), time(16, 30)


@dataclass(frozen=True, slots=True)
class Stage:
    """Everything a scripted story needs."""

    context: Context
    clock: VirtualClock
    jobs: VirtualJobs
    agencies: Mapping[str, FakeAgency]
    lists: Lists

    def close(self) -> None:
        """Close the database."""
        close_engine(self.context.engine)


def open_stage(folder: Path, start: datetime, law: Registry | None = None) -> Stage:
    """Open an empty product in a folder, filled with the demonstration's offices and people."""
    engine = open_engine(f"sqlite:///{folder / 'stage.sqlite'}")
    upgrade(engine)
    known, clock = law or registry(), VirtualClock(start)
    agencies = demo_agencies(folder / "agencies.sqlite", clock)
    fill(engine, known, agencies)
    jobs = VirtualJobs(engine, clock)
    context = build_context(engine, known, jobs, clock, counted_ids(), staff=newcomers(known))
    return Stage(context, clock, jobs, agencies, lists_of(engine))


def finish_dossier(stage: Stage, dossier_id: str, *, minutes: int = 40) -> tuple[Act, ...]:
    """Let everybody act in turn until the dossier has ended; each act takes so many minutes of office hours.

    Raises:
        StoryStuck: nobody can act and no answer is awaited.
    """
    acts: list[Act] = []
    while not ended(stage.context, dossier_id):
        run_jobs(stage)
        act = act_once(stage.context, dossier_id, before=lambda: spend(stage, minutes))
        if act is not None:
            acts.append(act)
        elif not ended(stage.context, dossier_id):
            _await_answer(stage)
    return tuple(acts)


def run_jobs(stage: Stage) -> None:
    """Deliver what is due and take in the answers."""
    stage.jobs.run_due(handlers(stage.context, stage.agencies), stage.clock)


def spend(stage: Stage, minutes: int) -> None:
    """Let office time pass; past closing time, or on a day off, work goes on when the office opens again."""
    calendar = stage.context.calendar()
    local = in_vietnam(stage.clock.now()) + timedelta(minutes=minutes)
    working = calendar.is_working(local.date())
    if working and OPENS <= local.time() <= CLOSES:
        stage.clock.move_to(local)
        return
    today = working and local.time() < OPENS
    day = local.date() if today else calendar.next_working(local.date(), include=False)
    opening = datetime.combine(day, OPENS, VIETNAM)
    stage.jobs.run_until(opening, stage.clock, handlers(stage.context, stage.agencies))


def _await_answer(stage: Stage) -> None:
    """Let time pass until the next message can be delivered, or asked about again."""
    due = next((job.due_at for job in stage.jobs.waiting() if job.kind == DELIVER), None)
    if due is None:
        raise StoryStuck("nobody can act, and no answer is awaited")
    stage.jobs.run_until(due, stage.clock, handlers(stage.context, stage.agencies))
