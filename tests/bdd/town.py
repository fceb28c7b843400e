"""The world of the scenarios: the seeded product on a clock that stands still until somebody moves it.

`town` is the fixture that every step takes. Its database and the books of its agencies are copies of a
template that is seeded once for all tests, and one application serves them all. What was before a
scenario goes through the verbs (`shortcuts`), what happens in it through pages (`looking`, `browser`).
"""

from __future__ import annotations

import shutil
import sqlite3
from collections.abc import Iterator, Mapping
from contextlib import AbstractContextManager, closing
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from argon2 import PasswordHasher
from flask import Flask
from pytest_bdd.parser import Feature
from sqlalchemy import Engine, event

from app import create_app
from config import Settings
from services.agencies.directory import demo_agencies
from services.agencies.fake import FakeAgency
from services.demo import seed
from services.demo.families import PEOPLE
from services.demo.newcomers import newcomers
from services.demo.people import Person
from services.money.gateway.stand_in import StandInGateway
from services.product import Product, build_context, lists_of
from services.time.clock import VirtualClock, counted_ids
from services.unit_of_work import Staff
from services.virtual_jobs import VirtualJobs
from storage import dossiers, people
from storage.cases import CaseRow
from storage.dossiers import DossierRow
from storage.engine import close_engine, open_engine, read_transaction, write_transaction
from storage.people import OfficerRow
from storage.schema import create
from tests.bdd.browser import Page, Visitor
from tests.bdd.words import Desk
from tests.world import World, local
from web import i18n
from workflows.forms.lists import Lists
from workflows.language import Procedure, Step
from workflows.registry import registry
from workflows.vocabulary import Role
from workflows.words import Text

START = local("2026-11-20T09:00")  # a Friday; a scenario names another moment when it needs one
A_SESSION = timedelta(minutes=25)
# A password must cost something; those of a test need not.
CHEAP = PasswordHasher(time_cost=1, memory_cost=8, parallelism=1)


class StoryClock(VirtualClock):
    """A clock that a story may also begin at an earlier moment."""

    def start_at(self, instant: datetime) -> None:
        self._now = instant


@dataclass
class Town(World):
    """The product with its people, on one clock; `dossier_id` is the file that the scenario speaks of."""

    clock: StoryClock
    agencies: Mapping[str, FakeAgency]
    app: Flask
    language: str = "vi"
    dossier_id: str = ""
    kept: Page | None = None  # a page that somebody left open
    copied: str = ""  # an address that somebody copied
    downloaded: bytes = b""  # a file that somebody keeps
    _last: Visitor | None = None
    _visitors: dict[str, Visitor] = field(default_factory=dict)
    _seen_at: dict[str, datetime] = field(default_factory=dict)

    # --- who is at which browser ------------------------------------------------------------------

    def citizen(self, person: Person) -> Visitor:
        """Return this person's browser, signed in."""
        return self._signed_in(person.id, "nguoi-dan")

    def officer(self, desk: Desk, office_id: str | None = None) -> Visitor:
        """Return the browser of who sits at that desk of an office, or of the office that has the case."""
        return self._signed_in(self.account(desk, office_id or self.case_at(desk).office_id).id, "can-bo")

    def stranger(self) -> Visitor:
        """Return a browser that nobody is signed in at."""
        return self.machine("")

    def machine(self, name: str) -> Visitor:
        """Return the browser of a machine, whoever has signed in there."""
        self._last = self._visitors.setdefault(name, Visitor(self.app, self.language))
        return self._last

    def account(self, desk: Desk, office_id: str) -> OfficerRow:
        """Return the account of who sits at that desk of an office."""
        rows = [row for row in self.staff() if row.office_id == office_id] or self._newcomers(office_id)
        leads = desk.head or desk.deputy
        found = [row for row in rows if (Role.LEADER.value in row.roles) is leads]
        assert len(found) > desk.deputy, f"nobody sits at {office_id}"
        return found[desk.deputy]

    def _newcomers(self, office_id: str) -> list[OfficerRow]:
        """List the accounts of an office that was written down when a file first came to it."""
        with read_transaction(self.context.engine) as connection:
            rows = people.officers_of(connection, office_id)
        return [row for row in rows if row.roles != [Role.SUPERVISOR.value]]

    def staff(self) -> tuple[OfficerRow, ...]:
        """List the accounts of all officers."""
        return _staff()

    @property
    def page(self) -> Page:
        """What is open in front of whoever acted last."""
        assert self._last is not None, "nobody has opened a page yet"
        return self._last.page

    def _signed_in(self, name: str, kind: str) -> Visitor:
        """Return a browser whose session has not run out, with the page that was open in it."""
        visitor = self._visitors.setdefault(name, Visitor(self.app, self.language))
        now, seen_at = self.clock.now(), self._seen_at.get(name)
        if seen_at is None or now - seen_at > A_SESSION:
            open_page = visitor.page
            button = "Đồng ý và đăng nhập" if kind == "nguoi-dan" else "Đăng nhập"
            sign_in(visitor, kind, name, self.said(button))
            visitor.page = open_page
        self._seen_at[name], self._last = now, visitor
        return visitor

    # --- the file that the scenario speaks of -------------------------------------------------------

    @property
    def file_row(self) -> DossierRow:
        assert self.dossier_id, "nobody has filed anything yet"
        return self.dossier(self.dossier_id)

    @property
    def number(self) -> str:
        return str(self.file_row.number)

    @property
    def owner(self) -> Person:
        return next(person for person in PEOPLE if person.id == self.file_row.owner)

    def newest_of(self, person: Person) -> DossierRow:
        """Return the file, or the draft, that this person saved last."""
        with read_transaction(self.context.engine) as connection:
            rows = dossiers.dossiers_of(connection, person.id)
        return max(rows, key=lambda row: (row.saved_at, row.id))

    def case(self, name: str) -> CaseRow:
        """Return the case of the procedure that is called so."""
        return self.cases(self.dossier_id)[self.member(name)]

    def case_at(self, desk: Desk, name: str | None = None) -> CaseRow:
        """Return the case that lies at an authority: the named one, or the one that still runs."""
        if name:
            return self.case(name)
        cases = sorted(self.cases(self.dossier_id).values(), key=lambda case: case.ending is not None)
        found = [case for case in cases if case.office_id.split(":")[0] == desk.authority]
        assert found, f"no case lies at {desk.authority}: {[case.office_id for case in cases]}"
        return found[0]

    def member(self, name: str) -> str:
        """Return the code of the procedure with this name, in long or short, in either language."""
        known = self._procedures().items()
        found = [code for code, one in known if name in (*_both(one.text), *_both(one.short))]
        assert found, f"no procedure is called {name!r}"
        return found[0]

    def names(self, name: str) -> tuple[str, str]:
        """Return the long and the short name of a procedure in the language of the scenario."""
        procedure = self._procedures()[self.member(name)]
        return self.words(procedure.text), self.words(procedure.short)

    def step(self, case: CaseRow, words: str) -> Step:
        """Find the step that its button calls so."""
        steps = self.context.registry.procedure(case.procedure).steps
        found = [step for step in steps if words in _both(step.text)]
        assert found, f"{case.procedure} has no step {words!r}"
        return ([step for step in found if case.state in step.source] or found)[0]

    def _procedures(self) -> Mapping[str, Procedure]:
        law = self.context.registry
        return law.procedures_of(law.bundle(self.file_row.bundle))

    # --- words --------------------------------------------------------------------------------------

    @property
    def today(self) -> date:
        return self.context.calendar().local_date(self.clock.now())

    def words(self, text: Text) -> str:
        return text.vi if self.language == "vi" else text.en

    def said(self, sentence: str, **values: object) -> str:
        """Return a sentence of the pages in the language of the scenario."""
        with self.reading():
            return i18n.gettext(sentence, **values)

    def reading(self) -> AbstractContextManager[object]:
        """Let functions that write for a reader write in the language of the scenario."""
        return self.app.test_request_context(f"/?lang={self.language}")


def sign_in(visitor: Visitor, kind: str, name: str, button: str) -> Page:
    """Sign a person in: an officer on the sign-in page, a citizen with the identity provider."""
    if kind == "nguoi-dan":
        visitor.open("/dang-nhap/vneid?next=/tro-giup")
    else:
        visitor.open(f"/dang-nhap?kind={kind}&next=/tro-giup")
    page = visitor.press(button, {"name": name, "password": seed.PASSWORD})
    assert page.address == "/tro-giup", f"{name} could not sign in: {page.words}"
    return page


def _both(text: Text) -> tuple[str, str]:
    return text.vi, text.en


@cache
def _staff() -> tuple[OfficerRow, ...]:
    """List the accounts of the seeded officers; supervisors do not handle cases."""
    return tuple(row for row in seed.officer_rows(registry(), "") if row.roles != [Role.SUPERVISOR.value])


# --- fixtures -------------------------------------------------------------------------------------


@pytest.fixture(scope="session")
def template(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with a seeded database and seeded agencies, to be copied."""
    folder = tmp_path_factory.mktemp("town")
    engine = open_engine(f"sqlite:///{folder / 'product.sqlite'}")
    create(engine)
    VirtualJobs(engine, VirtualClock(START))
    with write_transaction(engine) as connection:
        seed.seed(connection, registry(), CHEAP.hash, production=False)
    close_engine(engine)
    seed.register_data(demo_agencies(folder / "agencies.sqlite", VirtualClock(START)))
    StandInGateway(folder / "gateway.sqlite", VirtualClock(START))
    for file in folder.glob("*.sqlite"):
        with closing(sqlite3.connect(file)) as books:
            books.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    return folder


@pytest.fixture(scope="session")
def lists(template: Path) -> Lists:
    """The lists of places: the same in every copy of the template."""
    engine = open_engine(f"sqlite:///{template / 'product.sqlite'}")
    try:
        return lists_of(engine)
    finally:
        close_engine(engine)


@pytest.fixture(scope="session")
def served(template: Path, lists: Lists) -> Flask:
    """The one application; each town gives it a database and a clock of its own."""
    product = _open(template, lists)[0]
    app = create_app(Settings(data=template), product, "for tests only")
    close_engine(product.context.engine)
    return app


@pytest.fixture
def town(
    request: pytest.FixtureRequest, template: Path, lists: Lists, served: Flask, tmp_path: Path
) -> Iterator[Town]:
    for file in ("product.sqlite", "agencies.sqlite", "gateway.sqlite"):
        shutil.copyfile(template / file, tmp_path / file)
    product, clock, jobs, agencies = _open(tmp_path, lists)
    served.extensions["product"] = product
    served.extensions["context"] = product.context
    language = getattr(request.node, "feature_language", "vi")
    yield Town(product.context, clock, jobs, agencies, served, language)
    close_engine(product.context.engine)


@cache
def _newcomers() -> Staff:
    return newcomers(registry())


def open_to_forget(file: Path) -> Engine:
    """Open a database that waits for no disk: what survives a crash is asked in tests/kill."""

    def forget(driver: Any, record: object) -> None:
        driver.execute("PRAGMA synchronous = OFF")

    engine = open_engine(f"sqlite:///{file}")
    event.listen(engine, "connect", forget)
    return engine


def _open(folder: Path, lists: Lists) -> tuple[Product, StoryClock, VirtualJobs, dict[str, FakeAgency]]:
    engine = open_to_forget(folder / "product.sqlite")
    clock = StoryClock(START)
    jobs = VirtualJobs(engine, clock)
    agencies = demo_agencies(folder / "agencies.sqlite", clock)
    gateway = StandInGateway(folder / "gateway.sqlite", clock)
    context = build_context(
        engine, registry(), jobs, clock, counted_ids(), gateway=gateway, staff=_newcomers()
    )
    return Product(context, agencies, lists), clock, jobs, agencies


def pytest_bdd_before_scenario(request: pytest.FixtureRequest, feature: Feature) -> None:
    """Let the people of a scenario read the pages in the language of its file."""
    request.node.feature_language = feature.language
