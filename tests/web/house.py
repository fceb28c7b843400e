"""One town with one family's dossier in it, and a browser for each kind of person who may knock.

The dossier waits for the consent of the grandmother, who heads the household; the mother has begun
another declaration besides. It is made once; every `House` is a copy of it that a test may spoil.
"""

from __future__ import annotations

import re
import shutil
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urlencode

from flask import Flask
from flask.testing import FlaskClient
from werkzeug.test import Cookie, TestResponse

from services.agencies.directory import demo_agencies
from services.demo.families import MUONG_HUM_BIRTH
from services.demo.seed import PASSWORD
from services.money.gateway.stand_in import StandInGateway
from services.product import Product, build_context
from services.time.clock import VirtualClock, random_ids
from services.vault import Vault
from services.virtual_jobs import VirtualJobs
from storage.engine import close_engine
from tests.bdd import html
from tests.bdd.town import open_to_forget

MOTHER, FATHER, GRANDMOTHER = MUONG_HUM_BIRTH.people
OTHER = "001192004321"
CHILD = "Nguyễn Giàng Súa Chi"
# What one house has sealed, its copies open.
VAULT = Vault.of_this_process()
# Everybody who may knock, with the account they sign in with.
ROLES = {
    "nobody": "",
    "owner": MOTHER.id,
    "other": OTHER,
    "relative": GRANDMOTHER.id,
    "clerk": "congan.muonghum",
    "elsewhere": "congan.badinh",
    "leader": "lanhdao.congan.muonghum",
    "supervisor": "giamsat.laocai",
    "operator": "vanhanh1",
}
TOKEN = re.compile(r'name="csrf_token" value="([^"]+)"')
FILES = ("product.sqlite", "agencies.sqlite", "gateway.sqlite")


@dataclass(frozen=True)
class Guest:
    """One browser: it keeps its cookies and sends the token that the pages carry."""

    client: FlaskClient
    language: str = "vi"

    def get(self, path: str) -> TestResponse:
        return self.client.get(path, buffered=True)

    def post(self, path: str, data: dict[str, str] | None = None) -> TestResponse:
        return self.client.post(path, data={"csrf_token": self.token(), **(data or {})}, buffered=True)

    def token(self) -> str:
        """Read the token of a form that this browser is shown: the one to sign in, or the one to sign out."""
        found = TOKEN.search(self.client.get("/dang-nhap?kind=can-bo&next=/").get_data(as_text=True))
        assert found, "the sign-in page carries no token"
        return found[1]

    def sign_in(self, name: str, password: str = PASSWORD, back: str = "/tro-giup") -> TestResponse:
        """Sign in as a citizen with the identity provider, or as an officer; return the last answer."""
        if not name.isdigit():
            return self.post("/dang-nhap", {"name": name, "password": password, "next": back})
        begun = self.get(f"/dang-nhap/vneid?{urlencode({'next': back})}")
        if begun.status_code != 303:
            return begun
        answer = self.post_here(begun.location, {"name": name, "password": password, "level": "2"})
        return self.get(answer.location) if answer.status_code == 302 else answer

    def post_here(self, path: str, data: dict[str, str]) -> TestResponse:
        """Send a form of the page that lies at the same address, with the token of that page."""
        found = TOKEN.search(self.client.get(path).get_data(as_text=True))
        assert found, f"{path} carries no token"
        return self.client.post(path, data={"csrf_token": found[1], **data}, buffered=True)

    def cookies(self) -> list[Cookie]:
        return [c for name in ("khai", "lang") if (c := self.client.get_cookie(name))]


@dataclass(frozen=True)
class House:
    """A copy of the town: its database, its clock, a browser for each role, and the addresses to knock at."""

    app: Flask
    folder: Path
    clock: VirtualClock
    product: Product
    jobs: VirtualJobs
    guests: dict[str, Guest]
    number: str
    case_id: str
    draft_id: str

    def rows(self) -> dict[str, list[tuple[object, ...]]]:
        """Return everything that the database holds, but when sessions were last seen."""
        with closing(sqlite3.connect(self.folder / FILES[0])) as books:
            tables = [
                name for (name,) in books.execute("SELECT name FROM sqlite_master WHERE type = 'table'")
            ]
            return {table: sorted(_seen(books, table), key=repr) for table in tables}

    def close(self) -> None:
        close_engine(self.product.context.engine)


def guest(app: Flask, language: str = "vi", cookies: list[Cookie] | None = None) -> Guest:
    """Return a browser that reads the pages in a language."""
    client = app.test_client()
    client.set_cookie("lang", language)
    for cookie in cookies or ():
        if cookie.key != "lang":
            client.set_cookie(cookie.key, cookie.value)
    return Guest(client, language)


def copy_files(source: Path, target: Path) -> None:
    for file in FILES:
        shutil.copyfile(source / file, target / file)


def settle(folder: Path) -> None:
    """Bring everything into the files themselves, so that they can be copied."""
    for file in FILES:
        with closing(sqlite3.connect(folder / file)) as books:
            books.execute("PRAGMA wal_checkpoint(TRUNCATE)")


def open_product(folder: Path, clock: VirtualClock, app: Flask) -> tuple[Product, VirtualJobs]:
    """Open the product of a folder on a clock, and let the application serve it."""
    engine = open_to_forget(folder / FILES[0])
    jobs = VirtualJobs(engine, clock)
    agencies = demo_agencies(folder / FILES[1], clock)
    law, gateway = app.extensions["context"].registry, StandInGateway(folder / FILES[2], clock)
    context = build_context(engine, law, jobs, clock, random_ids, vault=VAULT, gateway=gateway)
    product = Product(context, agencies, app.extensions["product"].lists)  # the same places everywhere
    app.extensions["product"], app.extensions["context"] = product, context
    return product, jobs


def mistakes(answer: TestResponse, language: str) -> list[str]:
    """List what is wrong with a page that somebody is shown."""
    source = answer.get_data(as_text=True)
    found = html.mistakes_in(html.read(source), language)
    return found + [word for word in ("Traceback", "sqlalchemy", "jinja2") if word in source]


def words(answer: TestResponse) -> str:
    """Return what the main part of a page says."""
    return html.said(next(iter(html.all_of(html.read(answer.get_data(as_text=True)), "main"))))


def _seen(books: sqlite3.Connection, table: str) -> Iterator[tuple[object, ...]]:
    found = books.execute(f'SELECT * FROM "{table}"')  # noqa: S608 - a name that the database gave
    names = [column[0] for column in found.description]
    yield from (tuple(v for n, v in zip(names, row, strict=True) if n != "seen_at") for row in found)
