"""A search and a place in a queue, on both databases, beside a plain walk over all cases in Python."""

from __future__ import annotations

import random
from collections.abc import Callable, Iterator
from datetime import UTC, datetime, timedelta
from functools import cache
from pathlib import Path
from typing import Any
from unicodedata import combining, normalize

import pytest
from sqlalchemy import Engine, insert

from services import search_words
from services.reading.working.worklists import QUEUES, shape_of
from storage import substrings, worklists
from storage.base import metadata
from storage.cases import CaseRow
from storage.dossiers import DossierRow
from storage.engine import close_engine, open_engine, read_transaction, write_transaction
from storage.worklists import Asked, Place
from tests.postgres.conftest import new_database
from workflows.registry import registry

pytestmark = pytest.mark.postgres
AT = datetime(2026, 10, 5, 2, tzinfo=UTC)
OFFICE, READER, PROCEDURE = "civil-status:00004", "hotich.badinh", "death-registration@2026-09"
NAMES = ("Đặng Gia Bảo", "Hồ Thị Ánh Nguyệt", "Lê Đức Dũng", "Trần Thị Ngân", "Phạm Thị Ngân Hà")
Plain = dict[str, Any]


@cache
def crowd(count: int = 180) -> list[Plain]:
    """Make cases with codes that begin alike, few names, personal IDs, and several of one deadline."""
    chance = random.Random(21)
    law = registry().procedure(PROCEDURE)
    asked = next(one.fact for one in law.inputs if one.kind == "personal-id")
    made: list[Plain] = []
    for number in range(count):
        name, person = chance.choice(NAMES), f"0010900{chance.randrange(10**5):05d}"
        code = f"K00.000.00-2610{number % 28 + 1:02d}-{number:07d}"
        dossier = DossierRow(
            id=f"d{number}", number=code, bundle="death@2026-09", declaration="death@2026-09",
            state="in-progress", owner=person, subject=name, subject_folded=bare(name),
            facts={asked: person}, created_at=AT, saved_at=AT, submitted_at=AT,
        )  # fmt: skip
        waits = chance.choice(("officer", "officer", "citizen", "agency"))
        due = None if waits == "citizen" else AT + timedelta(hours=chance.randrange(-40, 40))
        case = CaseRow(
            id=f"{chance.getrandbits(64):016x}", dossier_id=dossier.id, member="death-registration",
            procedure=PROCEDURE, state="received", waits_for=waits, working_days=1, opened_at=AT,
            entered_at=AT, office_id=chance.choice((OFFICE, OFFICE, OFFICE, "civil-status:00454")),
            officer_id=chance.choice((None, READER)), due_at=due,
            ending=chance.choice((None,) * 9 + ("done",)),
            search_words=search_words.of_case(dossier, law, dossier.facts),
        )  # fmt: skip
        made.append({"dossier": dossier, "case": case, "words": (code, *name.split(), person)})
    return made


@pytest.fixture(params=["sqlite", "postgresql"])
def engine(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Engine]:
    url = f"sqlite:///{tmp_path / 'search.sqlite'}"
    if request.param == "postgresql":
        url = new_database(request.getfixturevalue("postgres"))
    engine = open_engine(url)
    metadata.create_all(engine)
    with write_transaction(engine) as connection:
        for kind, name in ((DossierRow, "dossier"), (CaseRow, "case")):
            connection.execute(insert(kind), [one[name].model_dump() for one in crowd()])
    yield engine
    close_engine(engine)


def bare(words: str) -> str:
    """Take accents off in a way of this test's own."""
    split = normalize("NFD", words.lower().replace("đ", "d"))
    return "".join(letter for letter in split if not combining(letter))


def squeezed(word: str) -> str:
    return "".join(letter for letter in bare(word) if letter.isalnum())


def plain(queue: str, typed: str) -> list[str]:
    """Say which cases a queue holds with a search in it, in their order, by a walk over all of them."""
    queues: dict[str, Callable[[CaseRow], bool]] = {
        "can-lam": lambda case: case.waits_for == "officer",
        "qua-han": lambda case: case.due_at is not None and case.due_at < AT,
        "cua-toi": lambda case: case.officer_id == READER,
        "chua-ai-nhan": lambda case: case.officer_id is None,
        "cho-bo-sung": lambda case: case.waits_for in ("citizen", "relative"),
        "cho-he-thong": lambda case: case.waits_for == "agency",
        "tat-ca": lambda case: True,
    }
    terms = [squeezed(word) for word in typed.split() if squeezed(word)]
    found = [
        one["case"]
        for one in crowd()
        if one["case"].office_id == OFFICE
        and one["case"].ending is None
        and queues[queue](one["case"])
        and all(any(term in squeezed(word) for word in one["words"]) for term in terms)
    ]
    found.sort(key=lambda case: (case.due_at is None, case.due_at or AT, case.id))
    return [case.id for case in found]


def typings() -> list[str]:
    """List what people type: whole codes, tails, small letters, without dots, names with accents or not."""
    chance, found = random.Random(5), ["", "K00.000.00", "k0000000 2610", "ngan", "Ngân", "khong ai ten the"]
    for one in chance.sample(crowd(), 12):
        code, *name, person = one["words"]
        full = " ".join(name)
        at = chance.randrange(len(code) - 5)
        found += [
            *(code, code.lower(), code.replace(".", "").replace("-", ""), code[-7:], code[-4:]),
            *(code[at : at + 5], f"{name[-1]} {code[-3:]}", person, person[-5:]),
            *(full, bare(full), full.upper(), normalize("NFD", full), full[1:-1]),
        ]
    return found


def asked_for(typed: str) -> Asked:
    return Asked(OFFICE, READER, AT, search_words.terms_of(typed))


def test_a_search_finds_what_a_plain_walk_finds(engine: Engine) -> None:
    sizes = set()
    with read_transaction(engine) as connection:
        for nth, typed in enumerate(typings()):
            queue = "tat-ca" if nth % 2 else QUEUES[nth % len(QUEUES)]
            wanted, asked = plain(queue, typed), asked_for(typed)
            assert worklists.ids(connection, asked, shape_of(queue)) == wanted, (queue, typed)
            assert worklists.ids(connection, asked, shape_of(queue), limit=3) == wanted[:3], (queue, typed)
            read = worklists.these(connection, wanted[:25])
            assert [row.case_id for row in read] == wanted[:25], (queue, typed)
            sizes.add(min(len(wanted), 2))
    assert sizes == {0, 1, 2}, "every search found nothing, or one, or many"


def test_every_place_in_a_queue_is_told_exactly(engine: Engine) -> None:
    with read_transaction(engine) as connection:
        for queue, typed in (("tat-ca", ""), ("can-lam", "ngan"), ("cho-bo-sung", ""), ("tat-ca", "261003")):
            order = plain(queue, typed)
            assert len(order) > 2
            for nth, case_id in enumerate(order):
                before = order[nth - 1] if nth else None
                after = order[nth + 1] if nth + 1 < len(order) else None
                found = worklists.place(connection, asked_for(typed), shape_of(queue), case_id)
                assert found == Place(nth + 1, len(order), before, after)
        elsewhere = next(one["case"].id for one in crowd() if one["case"].office_id != OFFICE)
        found = worklists.place(connection, asked_for(""), shape_of("tat-ca"), elsewhere)
        assert found == Place(0, len(plain("tat-ca", "")), None, plain("tat-ca", "")[0])


@pytest.fixture
def compiled_anew() -> Iterator[None]:
    """Let the statements be made anew, before and after something in them was broken."""
    for made in (worklists._ids, worklists._counts):
        made.cache_clear()
    yield
    for made in (worklists._ids, worklists._counts):
        made.cache_clear()


@pytest.mark.usefixtures("compiled_anew")
def test_a_search_that_looks_at_beginnings_only_would_be_noticed(
    engine: Engine, monkeypatch: pytest.MonkeyPatch
) -> None:
    with monkeypatch.context() as patch:
        patch.setattr(worklists, "Holds", lambda words, term: substrings.Holds(" " + words, " " + term))
        with pytest.raises(AssertionError):
            test_a_search_finds_what_a_plain_walk_finds(engine)
