"""What lies in the product before a browser opens it: one file in each state that some page needs.

Everything is done by the real verbs, with the durable jobs run on the spot; then the product is served
from the same folder. What the demonstration itself puts there comes first and stays as it is.
"""

from __future__ import annotations

import json
import sys
from datetime import UTC, datetime
from pathlib import Path

from sqlmodel import select

from app import create_app
from config import Settings
from services.access import actors
from services.access.actors import Actor
from services.agencies.directory import demo_agencies
from services.citizens import consents, declarations
from services.demo.families import PEOPLE
from services.demo.live_cases import open_live_cases
from services.demo.walkthrough import act_once
from services.documents.keys import DemoAuthority, Seals
from services.money import payments
from services.money.gateway.stand_in import StandInGateway
from services.operators import reconciling
from services.product import Product, build_context, fill, lists_of
from services.reading.following.tracking import own_page
from services.time.clock import random_ids
from services.vault import open_vault
from services.virtual_jobs import VirtualJobs
from storage import dossiers
from storage.cases import CaseRow
from storage.documents import DocumentRow
from storage.dossiers import DossierRow
from storage.engine import close_engine, open_engine, read_transaction
from storage.operations import DifferenceRow
from storage.papers import PaperRow
from storage.schema import upgrade
from tests.bdd import shortcuts
from tests.bdd.town import StoryClock, Town
from tests.bdd.words import Desk
from tests.browser import scene_staff
from tests.browser.visits import (
    AT_THE_COUNTER,
    BEGINNER,
    CLERK,
    GRANDMOTHER,
    NEIGHBOUR,
    READY,
    SON,
    TWINS_MOTHER,
    WITHDRAWN,
)
from workflows.registry import registry
from workflows.vocabulary import Role

NAMES = {person.id: person for person in PEOPLE}


def prepare(data: Path) -> dict[str, str]:
    """Fill an empty data folder and return where things are, by the names that `visits` uses."""
    town = _open(data)
    open_live_cases(town.context, town.agencies, town.app.extensions["product"].lists)
    town.run()
    places = {**_demonstration(town), **_twins(town), **_consent(town), **_ready(town), **_ended(town)}
    places |= _compared(town)
    registered = next(row for row in _files(town, NEIGHBOUR) if row.number == places["registered"])
    places |= scene_staff.proposed(town, registered.id)
    places |= scene_staff.at_the_counter(town, NAMES[AT_THE_COUNTER])
    places |= scene_staff.stuck(town)
    places["next_day"] = town.context.calendar().next_working(town.today, include=False).isoformat()
    for slug in ("khai-sinh", "khai-tu"):
        declarations.start(town.context, town.agencies, _citizen(BEGINNER), slug)
    close_engine(town.context.engine)
    return places


def _open(data: Path) -> Town:
    """Open the product as `services.product` does, but with jobs that run when they are told to."""
    engine = open_engine(Settings(data=data).url())
    upgrade(engine)
    clock, law = StoryClock(datetime.now(UTC)), registry()
    agencies = demo_agencies(data / "agencies.sqlite", clock)
    fill(engine, law, agencies)
    jobs = VirtualJobs(engine, clock)
    context = build_context(
        engine,
        law,
        jobs,
        clock,
        random_ids,
        vault=open_vault("", data),
        seals=Seals(DemoAuthority(data / "signing")),
        gateway=StandInGateway(data / "gateway.sqlite", clock),
    )
    product = Product(context, agencies, lists_of(engine))
    return Town(context, clock, jobs, agencies, create_app(Settings(data=data), product, "of the scene"))


def _demonstration(town: Town) -> dict[str, str]:
    """Find the death that the demonstration has filed, and the birth that the clerk looks after."""
    [death] = _files(town, SON)
    with read_transaction(town.context.engine) as connection:
        [case] = connection.execute(select(CaseRow.id).where(CaseRow.officer_id == CLERK)).scalars()
    return {"number": str(death.number), "case": case}


def _twins(town: Town) -> dict[str, str]:
    """Let the office ask for an answer and a paper of the first twin, and send the draft of the second."""
    first, second = sorted(_files(town, TWINS_MOTHER), key=lambda row: str(row.number))
    act_once(town.context, first.id)
    town.run()
    asked = _case(town, first, "birth-registration")
    lines = (
        "Họ, chữ đệm, tên của em bé: khác giấy chứng sinh",
        "Giấy chứng sinh: ảnh mờ",
        "Hộ chiếu của cha",
    )
    codes = "fact:child.full-name paper:birth-notice"
    wanted = {"supplement.list": "\n".join(lines), "supplement.codes": codes}
    town.act(_officer(town, asked), asked.id, "request-supplement", **wanted)
    drafted = _case(town, second, "birth-registration")
    town.act(_officer(town, drafted), drafted.id, "send-draft")
    town.run()
    return {"asked": str(first.number), "asked_case": asked.id, "drafted": str(second.number)}


def _consent(town: Town) -> dict[str, str]:
    """Let a birth be registered, so that a certificate is signed and the next office waits for a consent."""
    mother = NAMES[NEIGHBOUR]
    shortcuts.file(town, "khai-sinh", mother, shortcuts.answers(town, "khai-sinh", mother))
    shortcuts.carry(town, "Khai sinh")
    town.draw_documents()
    page = own_page(town.context.reading(_citizen(NEIGHBOUR)), town.number)
    [token] = [one.token for part in page.cases for one in part.invited if one.token]
    with read_transaction(town.context.engine) as connection:
        [code] = connection.execute(
            select(DocumentRow.code).where(DocumentRow.dossier_id == town.dossier_id)
        ).scalars()
    consents.consent_page(town.context.reading(_citizen(GRANDMOTHER)), town.number, token)
    return {"registered": town.number, "token": token, "seal": code}


def _compared(town: Town) -> dict[str, str]:
    """Let the population database lose what it was told, and an operator find that out."""
    with town.agencies["population-database"]._write() as books:
        books._do("DELETE FROM effect WHERE agency = ?")
    who = scene_staff.FIRST
    agency, reason = "population-database", "Cổng báo xong mà phường chưa thấy"
    work = town.context.work(who)
    reconciliation = reconciling.order(work, town.agencies, agency, town.today, town.today, reason)
    town.run()
    with read_transaction(town.context.engine) as connection:
        message = connection.execute(select(DifferenceRow.message_id)).scalars().first()
    return {"reconciliation": reconciliation, "message": str(message)}


def _ready(town: Town) -> dict[str, str]:
    """Fill in a declaration with two paid copies, attach its papers, and open the bill."""
    person, actor = NAMES[READY], _citizen(READY)
    given = shortcuts.answers(town, "khai-sinh", person)
    draft_id = shortcuts.draft(town, "khai-sinh", person, {**given, "result.copies": "2"})
    shortcuts.attach_papers(town, person)
    address = payments.begin(town.context, actor, draft_id, "khai-sinh", "/khai-sinh/phi")
    with read_transaction(town.context.engine) as connection:
        paper = (
            connection.execute(select(PaperRow.id).where(PaperRow.dossier_id == draft_id)).scalars().first()
        )
    return {"bill": str(address).rpartition("/")[2], "paper": str(paper)}


def _ended(town: Town) -> dict[str, str]:
    """File and withdraw."""
    person = NAMES[WITHDRAWN]
    shortcuts.file(town, "khai-tu", person, shortcuts.answers(town, "khai-tu", person))
    declarations.withdraw(town.context.work(_citizen(WITHDRAWN)), town.dossier_id)
    town.run()
    return {"ended": town.number}


def _files(town: Town, owner: str) -> list[DossierRow]:
    with read_transaction(town.context.engine) as connection:
        return [row for row in dossiers.dossiers_of(connection, owner) if row.number]


def _case(town: Town, row: DossierRow, member: str) -> CaseRow:
    return town.cases(row.id)[member]


def _officer(town: Town, case: CaseRow) -> Actor:
    row = town.account(Desk(case.office_id.partition(":")[0]), case.office_id)
    roles = frozenset(Role(role) for role in row.roles)
    return Actor(row.id, row.name, roles, office_id=row.office_id, personal_id=row.personal_id)


def _citizen(personal_id: str) -> Actor:
    return actors.citizen(personal_id, NAMES[personal_id].name)


if __name__ == "__main__":
    sys.stdout.write(json.dumps(prepare(Path(sys.argv[1]))) + "\n")
