"""A database with the bench's offices, the people who act, and the twelve acts of a bundle."""

from __future__ import annotations

import random
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, Engine

from bench.definitions import ANSWERS, AREA, ELSEWHERE, OFFICES, REQUESTER, SLUG, law_of_the_bench
from services.access import actors
from services.access.actors import Actor
from services.citizens import declarations
from services.jobs import RENDER, WATCH, Jobs
from services.time.calendar_seed import vietnam_calendar
from services.time.clock import Ids
from services.unit_of_work import Context
from storage import dossiers
from storage.cases import cases_of
from storage.engine import close_engine, open_engine, read_transaction, write_transaction
from storage.people import OfficeRow
from storage.rows import add
from storage.schema import create
from workflows.vocabulary import Role

START = datetime(2026, 3, 2, 2, 0, tzinfo=UTC)  # a Monday, 9 o'clock in Vietnam


@dataclass(frozen=True, slots=True)
class Act:
    """One guarded step of one member: who takes it, and what they supply."""

    member: str
    step: str
    by: Actor
    values: dict[str, Any]


class TickingClock:
    """Stands at a working hour and goes on by a millisecond each time it is asked."""

    def __init__(self) -> None:
        self._now = START

    def now(self) -> datetime:
        self._now += timedelta(milliseconds=1)
        return self._now


class NoJobs:
    """Refuses every job but those of results and of the watch: the base run has no effects."""

    def __init__(self, engine: Engine) -> None:
        pass

    def enqueue(self, connection: Connection, kind: str, *args: Any, **named: Any) -> None:
        if kind not in (RENDER, WATCH):
            raise AssertionError("the base run leaves no jobs")


def officer(member: str, role: Role, area: str = AREA) -> Actor:
    """Return the officer who acts for the authority of a member."""
    office = f"{OFFICES[member]}:{area}"
    return Actor(f"{role.value}.{office}", f"Cán bộ {office}", frozenset({role}), office, "001170000001")


def _acts(member: str) -> tuple[Act, ...]:
    clerk, leader = officer(member, Role.CLERK), officer(member, Role.LEADER)
    return (
        Act(member, "accept", clerk, {}),
        Act(member, "check", clerk, {"matches": True}),
        Act(member, "propose", clerk, {"opinion": "Hồ sơ đầy đủ, đúng quy định, trình ký."}),
        Act(member, "issue", leader, {f"{member}-number": "123/2026"}),
    )


ACTS = tuple(act for member in OFFICES for act in _acts(member))


def family(number: int) -> tuple[Actor, dict[str, Any]]:
    """Return the requester of one bundle and their answers; no two bundles are the same event."""
    requester = actors.citizen(f"0011{number:08d}", "Nguyễn Thị Lan")
    notice = f"{number // 100_000:05d}.GCS.{number % 100_000:05d}.26"
    return requester, ANSWERS | {"child.notice": notice, "mother.personal-id": requester.personal_id}


def seeded_ids(seed: str) -> Ids:
    """Return a source of ids as random as those of the product, and the same in every run."""
    chance = random.Random(seed)
    return lambda: f"{chance.getrandbits(128):032x}"


@contextmanager
def opened(
    path: Path, *, ids: str = "bench", asks: bool = False, jobs: Callable[[Engine], Jobs] = NoJobs
) -> Iterator[Context]:
    """Open the engine on a database of the bench; its clock moves by a millisecond with each question."""
    calendar = vietnam_calendar()
    engine = open_engine(f"sqlite:///{path}")
    try:
        yield Context(
            engine,
            law_of_the_bench(asks=asks),
            lambda: calendar,
            jobs(engine),
            TickingClock(),
            seeded_ids(ids),
        )
    finally:
        close_engine(engine)


def make(path: Path) -> None:
    """Make an empty database with the offices of two communes, in the place of whatever was there."""
    for old in path.parent.glob(f"{path.name}*"):
        old.unlink()
    with opened(path) as context:
        create(context.engine)
        with write_transaction(context.engine) as connection:
            for authority in OFFICES.values():
                for area in (AREA, ELSEWHERE):
                    office = f"{authority}:{area}"
                    row = OfficeRow(id=office, authority=authority, area=area, vi=office, en=office)
                    add(connection, row)


def draft(context: Context, number: int) -> tuple[Actor, str]:
    """Fill in one declaration, up to the press of the button; return who filled it in and its id."""
    requester, answers = family(number)
    draft_id = declarations.start(context, {}, requester, SLUG)
    values = answers | {REQUESTER: requester.personal_id}
    with write_transaction(context.engine) as connection:
        dossiers.change_dossier(connection, draft_id, 1, answers=values)
    return requester, draft_id


def file_bundles(context: Context, count: int, *, first: int = 1) -> list[str]:
    """File so many bundles; return the ids of their dossiers."""
    drafts = [draft(context, number) for number in range(first, first + count)]
    return [declarations.submit(context, requester, draft_id).id for requester, draft_id in drafts]


def case_of(context: Context, dossier_id: str, member: str) -> str:
    """Find the case of a member."""
    with read_transaction(context.engine) as connection:
        return next(case.id for case in cases_of(connection, dossier_id) if case.member == member)
