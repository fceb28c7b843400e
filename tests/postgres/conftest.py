"""A PostgreSQL server for these tests, and a seeded product on a fresh database of it for each."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import count
from pathlib import Path

import pytest
from argon2 import PasswordHasher
from sqlalchemy import create_engine

from services.agencies.contract import Agencies
from services.agencies.directory import demo_agencies
from services.demo import seed
from services.demo.filing import file_declaration
from services.demo.filings import BIRTH_FILING, Filing
from services.exchange.delivery import handlers
from services.product import build_context, lists_of
from services.time.clock import VirtualClock, random_ids
from services.unit_of_work import Context
from services.virtual_jobs import VirtualJobs
from storage.dossiers import DossierRow
from storage.engine import close_engine, open_engine, write_transaction
from storage.schema import upgrade
from tests.postgres.server import TemporaryPostgres
from workflows.forms.lists import Lists
from workflows.registry import registry

CHEAP = PasswordHasher(time_cost=1, memory_cost=8, parallelism=1)
_names = count(1)


@pytest.fixture(scope="session")
def postgres() -> Iterator[TemporaryPostgres]:
    with TemporaryPostgres() as server:
        yield server


def new_database(server: TemporaryPostgres, *, like: str = "template1") -> str:
    """Make a database on the server and return its address."""
    name = f"t{next(_names)}"
    owner = create_engine(
        server.url().replace("postgresql:", "postgresql+psycopg:"), isolation_level="AUTOCOMMIT"
    )
    with owner.connect() as connection:
        connection.exec_driver_sql(f'CREATE DATABASE "{name}" TEMPLATE "{like}"')
    owner.dispose()
    return server.url(name)


@dataclass(frozen=True)
class Place:
    """The product on PostgreSQL, with a clock that stands still."""

    url: str
    context: Context
    clock: VirtualClock
    jobs: VirtualJobs
    agencies: Agencies
    lists: Lists

    def file(self, filing: Filing) -> DossierRow:
        return file_declaration(
            self.context, self.agencies, self.lists, filing.actor, filing.slug, filing.answers
        )

    def run(self) -> None:
        self.jobs.run_due(handlers(self.context, self.agencies), self.clock)


@pytest.fixture(scope="session")
def seeded(postgres: TemporaryPostgres) -> str:
    """Make the tables by the migrations and seed them once; return the database's name."""
    url = new_database(postgres)
    engine = open_engine(url)
    upgrade(engine)
    VirtualJobs(engine, VirtualClock(BIRTH_FILING.at))
    with write_transaction(engine) as connection:
        seed.seed(connection, registry(), CHEAP.hash, production=False)
    close_engine(engine)
    return url.rpartition("/")[2]


@pytest.fixture
def place(postgres: TemporaryPostgres, seeded: str, tmp_path: Path) -> Iterator[Place]:
    url = new_database(postgres, like=seeded)
    engine = open_engine(url)
    clock = VirtualClock(BIRTH_FILING.at)
    jobs = VirtualJobs(engine, clock)
    agencies = demo_agencies(tmp_path / "agencies.sqlite", clock)
    seed.register_data(agencies)
    context = build_context(engine, registry(), jobs, clock, random_ids)
    yield Place(url, context, clock, jobs, agencies, lists_of(engine))
    close_engine(engine)
