"""An office with many open cases: copies of a real one, each with its own name, holder and deadline."""

from __future__ import annotations

import random
from datetime import timedelta
from typing import Any

from sqlalchemy import insert, select

from services.demo.families import PEOPLE
from storage.cases import CaseRow
from storage.dossiers import DossierRow
from storage.engine import read_transaction, write_transaction
from storage.journal import JournalRow
from tests.bdd import shortcuts
from tests.bdd.town import Town
from workflows.forms.cleaning import fold

CLERK, HEAD = "hotich.badinh", "lanhdao.hotich.badinh"
NAMES = ("Đặng Gia Bảo", "Hồ Thị Ánh Nguyệt", "Lê Đức Dũng", "Trần Thị Ngân")
WAITS = ("officer", "officer", "citizen", "relative", "agency")


def gather(town: Town, count: int) -> list[dict[str, Any]]:
    """File one death and give its office so many cases like it; return what each is, the filed one first."""
    person = next(person for person in PEOPLE if person.name == "Nguyễn Thị Hòa")
    shortcuts.file(town, "khai-tu", person, shortcuts.answers(town, "khai-tu", person))
    with read_transaction(town.context.engine) as connection:
        dossier = dict(connection.execute(select(DossierRow.__table__)).mappings().one())
        case = dict(connection.execute(select(CaseRow.__table__)).mappings().one())
        told = [dict(row) for row in connection.execute(select(JournalRow.__table__)).mappings()]
    chance = random.Random(18)
    made = [_copy(dossier, case, number, chance) for number in range(1, count)]
    with write_transaction(town.context.engine) as connection:
        connection.execute(insert(DossierRow), [one for one, _ in made])
        connection.execute(insert(CaseRow), [one for _, one in made])
        connection.execute(insert(JournalRow), [line for _, one in made for line in _lines(told, one)])
    return [{**dossier, **case}, *({**first, **second} for first, second in made)]


def _lines(told: list[dict[str, Any]], case: dict[str, Any]) -> list[dict[str, Any]]:
    """Return what the journal says of a copy: the same as of the real one."""
    own = {"dossier_id": case["dossier_id"]}
    return [
        {**{name: value for name, value in line.items() if name != "seq"}, **own}
        | ({"case_id": case["id"]} if line["case_id"] else {})
        for line in told
    ]


def _copy(
    dossier: dict[str, Any], case: dict[str, Any], number: int, chance: random.Random
) -> tuple[dict[str, Any], dict[str, Any]]:
    name, waits = chance.choice(NAMES), chance.choice(WAITS)
    code, paused = f"K00.000.00-260101-{number:06d}", waits == "citizen"
    own = {
        "id": f"d{number}",
        "number": code,
        "subject": name,
        "subject_folded": fold(name),
        "event_key": f"event-{number}",
        "flags": ["duplicate-suspected"] if number % 3 == 0 else [],
    }
    return {**dossier, **own}, {
        **case,
        "id": f"c{number}",
        "dossier_id": own["id"],
        "waits_for": waits,
        "officer_id": chance.choice((None, CLERK, HEAD)),
        "due_at": None if paused else case["due_at"] + timedelta(minutes=chance.randrange(-3_000, 9_000)),
        "paused_since": case["entered_at"] if paused else None,
        "search_words": f"{code.replace('.', '').replace('-', '').lower()} {fold(name)}",
    }
