"""The world of the scenarios: the seeded product on a clock that stands still until somebody moves it.

`town` is the fixture that every step takes. Its database and the books of its agencies are copies of a
template that is seeded once, and one application serves them all. *Given* steps may use its short cuts
(`file`, `carry`), which go through the verbs; *When* and *Then* go through the visitors' pages.
"""

from __future__ import annotations

import shutil
import sqlite3
from collections.abc import Iterable, Iterator, Mapping
from contextlib import closing
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from argon2 import PasswordHasher
from flask import Flask
from pytest_bdd.parser import Feature

from app import create_app
from config import Settings
from services import actors, declarations, registers, seed
from services.actors import Actor
from services.agencies.directory import demo_agencies
from services.agencies.fake import FakeAgency
from services.clock import VirtualClock, counted_ids
from services.demo_people import Person
from services.product import Product, build_context, lists_of
from services.virtual_jobs import VirtualJobs
from storage import dossiers
from storage.dossiers import CaseRow, DossierRow
from storage.engine import close_engine, open_engine, read_transaction, write_transaction
from storage.people import OfficerRow
from storage.schema import create
from tests.bdd.answers import answers_of
from tests.bdd.browser import Page, Visitor
from tests.bdd.words import Desk
from tests.world import World, local
from workflows import answers as reading
from workflows.kinds import parse_all
from workflows.language import Procedure, Role, Step
from workflows.questions import Declaration, How, Question
from workflows.registry import registry
from workflows.words import Kind, Text

START = "2026-11-20T09:00"  # a Friday; a scenario says so when it needs another moment
A_SESSION = timedelta(minutes=25)
YES_NO = {"Có": "yes", "Không": "no", "Yes": "yes", "No": "no"}
# A password must cost something; those of a test need not.
CHEAP = PasswordHasher(time_cost=1, memory_cost=8, parallelism=1)

# The officers' steps on the straight way from received to issued.
STRAIGHT: dict[str, tuple[str, ...]] = {
    "birth-registration": ("accept", "request-personal-id", "sign"),
    "permanent-residence": ("accept", "approve"),
    "child-health-insurance": ("accept", "approve"),
    "under-six-identity-card": ("accept", "approve"),
}


@dataclass
class Town(World):
    """The product with its people, on one clock; `dossier_id` is the file that the scenario speaks of."""

    app: Flask
    language: str = "vi"
    dossier_id: str = ""
    last: Visitor | None = None
    kept: Page | None = None  # a page that somebody left open
    _visitors: dict[str, Visitor] = field(default_factory=dict)
    _seen_at: dict[str, datetime] = field(default_factory=dict)

    # --- who is at which browser ------------------------------------------------------------------

    def citizen(self, person: Person) -> Visitor:
        """Return this person's browser, signed in."""
        return self._signed_in(person.id, "nguoi-dan")

    def officer(self, desk: Desk, case: CaseRow | None = None) -> Visitor:
        """Return the browser of who sits at that desk of the office that has the case."""
        return self._signed_in(self.officer_row(desk, case or self.case_at(desk)).id, "can-bo")

    def stranger(self) -> Visitor:
        """Return a browser that nobody is signed in at."""
        self.last = self._visitors.setdefault("", Visitor(self.app, self.language))
        return self.last

    def _signed_in(self, name: str, kind: str) -> Visitor:
        visitor = self._visitors.setdefault(name, Visitor(self.app, self.language))
        now = self.clock.now()
        if name not in self._seen_at or now - self._seen_at[name] > A_SESSION:
            open_page = visitor.page
            sign_in(visitor, kind, name)
            visitor.page = open_page
        self._seen_at[name] = now
        self.last = visitor
        return visitor

    def officer_row(self, desk: Desk, case: CaseRow) -> OfficerRow:
        """Return the account of who sits at that desk of the office that has the case."""
        rows = [row for row in _staff() if row.office_id == case.office_id]
        found = [row for row in rows if (Role.LEADER.value in row.roles) is desk.head]
        assert found, f"nobody sits at {case.office_id}"
        return found[0]

    @property
    def page(self) -> Page:
        """What is open in front of whoever acted last."""
        assert self.last is not None, "nobody has opened a page yet"
        return self.last.page

    # --- the file that the scenario speaks of -------------------------------------------------------

    @property
    def file_row(self) -> DossierRow:
        assert self.dossier_id, "nobody has filed anything yet"
        return self.dossier(self.dossier_id)

    @property
    def number(self) -> str:
        return str(self.file_row.number)

    def newest_of(self, person: Person) -> DossierRow:
        """Return the file, or the draft, that this person saved last."""
        with read_transaction(self.context.engine) as connection:
            rows = dossiers.dossiers_of(connection, person.id)
        return max(rows, key=lambda row: (row.submitted_at or row.created_at, row.id))

    def look_at(self, subject: str) -> None:
        """Speak of the file about this child, this deceased or this house from now on."""
        with read_transaction(self.context.engine) as connection:
            rows = [row for p in seed.PEOPLE for row in dossiers.dossiers_of(connection, p.id)]
        self.dossier_id = next(row.id for row in rows if row.subject == subject and row.number)

    def case(self, name: str) -> CaseRow:
        """Return the case of the procedure that is called so, in long or short, in either language."""
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
        return next(code for code, procedure in self._procedures().items() if name in names_of(procedure))

    def names(self, name: str) -> tuple[str, ...]:
        """Return everything that the procedure with one of its names is called in the scenario's language."""
        procedure = self._procedures()[self.member(name)]
        return self.words(procedure.text), self.words(procedure.short)

    def step(self, case: CaseRow, words: str) -> Step:
        """Find the step that its button calls so."""
        steps = self.context.registry.procedure(case.procedure).steps
        found = [step for step in steps if words in (step.text.vi, step.text.en)]
        assert found, f"{case.procedure} has no step {words!r}"
        here = [step for step in found if case.state in step.source]
        return (here or found)[0]

    def words(self, text: Text) -> str:
        return text.vi if self.language == "vi" else text.en

    def _procedures(self) -> Mapping[str, Procedure]:
        law = self.context.registry
        return law.procedures_of(law.bundle(self.file_row.bundle))

    # --- short cuts for what was before -------------------------------------------------------------

    @property
    def today(self) -> date:
        return self.context.calendar().local_date(self.clock.now())

    def declaration(self, event: str) -> Declaration:
        """Return the form of a life event that is in force today."""
        law = self.context.registry
        return law.declaration(law.bundle_by_slug(event, self.today).declaration)

    def answers(self, event: str, person: Person, changes: Iterable[Iterable[str]] = ()) -> dict[str, str]:
        """Return what a person types, with the changes of a table: the question's words, then the answer."""
        facts = labels_of(self.declaration(event))
        given = answers_of(event, person.name, self.today)
        for question, answer in changes:
            given[facts.get(question, question)] = answer
        return {fact: words for fact, words in given.items() if words}

    def draft(self, event: str, person: Person, given: Mapping[str, str]) -> str:
        """Store a draft with these answers, as if they had been typed page after page."""
        actor = actors.citizen(person.id, person.name)
        draft_id = declarations.start(self.context, self.agencies, actor, event)
        form = self.declaration(event)
        row = self.dossier(draft_id)
        known = {**row.answers, **self._values(form, given)}
        for _ in range(3):  # what a register lacks is typed, which may lead to another register
            known = registers.fetch(self.agencies, form, reading.prune(form, known, filed_on=self.today))
            known |= {k: v for k, v in self._values(form, given).items() if known.get(k) is None}
        pruned = reading.prune(form, known, filed_on=self.today)
        with write_transaction(self.context.engine) as connection:
            subject = str(pruned.get(form.subject, ""))
            row_version = row.row_version
            dossiers.change_dossier(connection, draft_id, row_version, answers=pruned, subject=subject)
        return draft_id

    def file(self, event: str, person: Person, given: Mapping[str, str]) -> None:
        """File a declaration with these answers."""
        draft_id = self.draft(event, person, given)
        declarations.submit(self.context, actors.citizen(person.id, person.name), draft_id)
        self.dossier_id = draft_id
        self.run()

    def carry(self, name: str) -> None:
        """Let the officers of a procedure take it straight to its result."""
        for code in STRAIGHT[self.member(name)]:
            self.take(name, code)
        assert self.case(name).ending == "issued", f"{name} is {self.case(name).state}"

    def take(self, name: str, code: str, **values: Any) -> None:
        """Let an officer of the office take one step; its head, when the officer may not."""
        case = self.case(name)
        row = self.officer_row(Desk(case.office_id.split(":")[0]), case)
        self.act(_actor(row), case.id, code, **values)
        self.run()

    def _values(self, form: Declaration, given: Mapping[str, str]) -> dict[str, Any]:
        lists = self.app.extensions["product"].lists
        found: dict[str, Any] = {}
        for question in form.questions():
            if question.fact in given and question.how in (How.TYPED, How.REGISTER):
                raw = raw_of(question, given[question.fact])
                value, problems = parse_all(question, raw, today=self.today, lists=lists)
                assert not problems, f"{question.fact}: {problems}"
                found[question.fact] = value
        return {fact: value for fact, value in found.items() if value is not None}


def sign_in(visitor: Visitor, kind: str, name: str) -> Page:
    """Sign a person in on the sign-in page."""
    visitor.open(f"/dang-nhap?kind={kind}&next=/tro-giup")
    button = {"vi": "Đăng nhập", "en": "Sign in"}[visitor.language]
    page = visitor.press(button, {"name": name, "password": seed.PASSWORD})
    assert page.address == "/tro-giup", f"{name} could not sign in: {page.words}"
    return page


def names_of(procedure: Procedure) -> tuple[str, ...]:
    return procedure.text.vi, procedure.text.en, procedure.short.vi, procedure.short.en


def labels_of(form: Declaration) -> dict[str, str]:
    """Return the fact behind each question that is typed, by its words in both languages."""
    asked = [question for question in form.questions() if question.how is How.TYPED]
    return {words: q.fact for q in asked for words in (q.text.vi, q.text.en)}


def raw_of(question: Question, words: str) -> dict[str, str]:
    """Return the inputs that hold this answer."""
    if question.kind is Kind.YES_NO:
        return {question.fact: YES_NO.get(words, words)}
    if question.kind in (Kind.DATE, Kind.MOMENT):
        day, _, time = words.partition(" ")
        parts = dict(zip(("day", "month", "year"), day.split("/"), strict=True))
        return {f"{question.fact}-{part}": text for part, text in {**parts, "time": time}.items()}
    return {question.fact: words}


def _actor(row: OfficerRow) -> Actor:
    roles = frozenset(Role(role) for role in row.roles)
    return Actor(row.id, row.name, roles, office_id=row.office_id, personal_id=row.personal_id)


@cache
def _staff() -> tuple[OfficerRow, ...]:
    return tuple(row for row in seed.officer_rows(registry(), "") if row.roles != [Role.SUPERVISOR.value])


# --- fixtures -------------------------------------------------------------------------------------


@pytest.fixture(scope="session")
def template(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with a seeded database and seeded agencies, to be copied."""
    folder = tmp_path_factory.mktemp("town")
    engine = open_engine(f"sqlite:///{folder / 'product.sqlite'}")
    create(engine)
    VirtualJobs(engine, VirtualClock(local(START)))
    with write_transaction(engine) as connection:
        seed.seed(connection, registry(), CHEAP.hash, production=False)
    close_engine(engine)
    seed.register_data(demo_agencies(folder / "agencies.sqlite", VirtualClock(local(START))))
    for file in folder.glob("*.sqlite"):
        with closing(sqlite3.connect(file)) as books:
            books.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    return folder


@pytest.fixture(scope="session")
def served(template: Path) -> Flask:
    """The one application; each town gives it a database and a clock of its own."""
    product = _product(template)[0]
    app = create_app(Settings(data=template), product, "for tests only")
    close_engine(product.context.engine)
    return app


@pytest.fixture
def town(request: pytest.FixtureRequest, template: Path, served: Flask, tmp_path: Path) -> Iterator[Town]:
    for file in ("product.sqlite", "agencies.sqlite"):
        shutil.copyfile(template / file, tmp_path / file)
    product, clock, jobs, agencies = _product(tmp_path)
    served.extensions["product"] = product
    served.extensions["context"] = product.context
    language = getattr(request.node, "feature_language", "vi")
    yield Town(product.context, clock, jobs, agencies, served, language)
    close_engine(product.context.engine)


def _product(folder: Path) -> tuple[Product, VirtualClock, VirtualJobs, dict[str, FakeAgency]]:
    engine = open_engine(f"sqlite:///{folder / 'product.sqlite'}")
    clock = VirtualClock(local(START))
    jobs = VirtualJobs(engine, clock)
    agencies = demo_agencies(folder / "agencies.sqlite", clock)
    context = build_context(engine, registry(), jobs, clock, counted_ids())
    return Product(context, agencies, lists_of(engine)), clock, jobs, agencies


def pytest_bdd_before_scenario(request: pytest.FixtureRequest, feature: Feature) -> None:
    """Let the people of a scenario read the pages in the language of its file."""
    request.node.feature_language = feature.language
