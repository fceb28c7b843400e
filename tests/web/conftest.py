"""A family's dossier that is made once, and a fresh copy of it for whoever asks."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

import pytest
from flask import Flask
from werkzeug.test import Cookie

from services.access import actors
from services.citizens import declarations
from services.product import Product
from storage import people
from storage.engine import write_transaction
from storage.people import OfficerRow
from tests.bdd import shortcuts
from tests.bdd.town import START, StoryClock, Town
from tests.web.house import FATHER, MOTHER, ROLES, House, copy_files, guest, open_product, settle

# An officer of the office that has the case, who is named in the dossier.
FAMILY, FAMILY_NAME = "family", "nguoinha.congan.muonghum"


@dataclass(frozen=True)
class Filed:
    """What was made once: where it lies, when that was, who is signed in, and where things are."""

    folder: Path
    at: datetime
    cookies: dict[str, list[Cookie]]
    number: str
    case_id: str
    draft_id: str


@pytest.fixture(scope="session")
def filed(tmp_path_factory: pytest.TempPathFactory, template: Path, served: Flask) -> Filed:
    """Let the mother file for her child, civil status finish, and the police wait for the grandmother."""
    folder = tmp_path_factory.mktemp("filed")
    copy_files(template, folder)
    before = served.extensions["product"], served.extensions["context"]
    clock = StoryClock(START)
    product, jobs = open_product(folder, clock, served)
    town = Town(product.context, clock, jobs, product.agencies, served)
    shortcuts.file(town, "khai-sinh", MOTHER, shortcuts.answers(town, "khai-sinh", MOTHER))
    shortcuts.carry(town, "Khai sinh")
    town.draw_documents()
    owner = actors.citizen(MOTHER.id, MOTHER.name)
    draft_id = declarations.start(product.context, product.agencies, owner, "khai-tu")
    _hire_the_father(product)
    cookies = {role: _signed_in(served, name) for role, name in {**ROLES, FAMILY: FAMILY_NAME}.items()}
    case_id = town.cases(town.dossier_id)["permanent-residence"].id
    number = town.number
    product.context.engine.dispose()
    settle(folder)
    served.extensions["product"], served.extensions["context"] = before
    return Filed(folder, clock.now(), cookies, number, case_id, draft_id)


def _hire_the_father(product: Product) -> None:
    """Let the father work at the office that has the case: he is named in the dossier."""
    with write_transaction(product.context.engine) as connection:
        colleague = people.officer(connection, ROLES["clerk"])
        assert colleague is not None
        himself = {"id": FAMILY_NAME, "name": FATHER.name, "personal_id": FATHER.id}
        people.add_officers(connection, [OfficerRow(**{**colleague.model_dump(), **himself})])


def _signed_in(app: Flask, name: str) -> list[Cookie]:
    someone = guest(app)
    if name:
        assert someone.sign_in(name).location == "/tro-giup"
    return someone.cookies()


Houses = Callable[..., House]


@pytest.fixture
def houses(filed: Filed, served: Flask, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Houses]:
    """Make a copy of the town at every call; the last one is the one that is served."""
    before = served.extensions["product"], served.extensions["context"]
    made: list[House] = []

    def house(language: str = "vi") -> House:
        folder = tmp_path_factory.mktemp("house")
        copy_files(filed.folder, folder)
        clock = StoryClock(filed.at)
        product, jobs = open_product(folder, clock, served)
        guests = {role: guest(served, language, cookies) for role, cookies in filed.cookies.items()}
        places = (filed.number, filed.case_id, filed.draft_id)
        made.append(House(served, folder, clock, product, jobs, guests, *places))
        return made[-1]

    yield house
    for one in made:
        one.close()
    served.extensions["product"], served.extensions["context"] = before


@pytest.fixture
def house(houses: Houses) -> House:
    """Return one copy of the town."""
    return houses()
