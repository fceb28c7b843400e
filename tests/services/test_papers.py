"""Attaching, taking back and reading papers: once each, sealed, and only for who may."""

from __future__ import annotations

import sqlite3
import threading
from collections.abc import Iterator
from contextlib import closing
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from services.access.actors import ActingFor, Actor
from services.citizens import declarations, supplements
from services.demo.papers import sample
from services.evidence import papers
from services.evidence.paper_checks import Examined
from services.reading import papers as reading
from services.vault import VaultBroken
from storage import dossiers, journal
from storage import papers as rows
from storage.dossiers import DossierRow
from storage.engine import read_transaction, write_transaction
from storage.papers import PaperRow
from tests import toy_procedures as toys
from tests.services.test_chain import ANSWERS, SLUG
from tests.world import ScriptedAgency, World, build_world, citizen
from workflows.errors import DeclarationIncomplete, NotFound, TransitionRefused
from workflows.language import Evidence
from workflows.papers import OTHER, SECTION
from workflows.registry import Registry
from workflows.words import text

LAN, MINH = citizen(), citizen("001190000002", "Trần Văn Minh")
PHOTO = Evidence(code="photo", text=text("Ảnh", "Photograph"), comes="attached")
LARGE_DOG = Evidence(
    code="muzzle", text=text("Rọ mõm", "Muzzle"), when=toys.DOG_LICENCE.evidence[1].when, comes="attached"
)


@pytest.fixture
def world(tmp_path: Path) -> Iterator[World]:
    card = toys.LIBRARY_CARD.revised(evidence=(PHOTO,))
    licence = toys.DOG_LICENCE.revised(evidence=(toys.DOG_LICENCE.evidence[0], PHOTO, LARGE_DOG))
    law = Registry.of(toys.LIBRARY, toys.COUNCIL, card, licence, toys.PET_READER_FORM, toys.PET_READER)
    printer = ScriptedAgency({"card.print": ("printed", {"card-number": "L-7"})})
    world = build_world(tmp_path, law, {"card-printer": printer}, ["library:00001", "council:00001"])
    yield world
    world.context.engine.dispose()


def draft(world: World, **changes: Any) -> str:
    """Begin a declaration and answer everything, with nothing attached."""
    draft_id = declarations.start(world.context, {}, LAN, SLUG)
    with write_transaction(world.context.engine) as connection:
        row = dossiers.dossier(connection, draft_id)
        assert row is not None
        answers = {**row.answers, **ANSWERS, **changes}
        assert dossiers.change_dossier(connection, draft_id, row.row_version, answers=answers)
    return draft_id


def attach(
    world: World, dossier_id: str, code: str = "photo", *, who: Actor = LAN, sending: str = "s1", **more: Any
) -> str:
    examined: Examined = more.pop("examined", None) or sample(code)
    return papers.attach(world.context.work(who), dossier_id, code, examined, sending=sending, **more)


def attached(world: World, dossier_id: str) -> list[PaperRow]:
    with read_transaction(world.context.engine) as connection:
        return rows.papers_of(connection, dossier_id)


def submitted(world: World, **changes: Any) -> DossierRow:
    draft_id = draft(world, **changes)
    attach(world, draft_id)
    return declarations.submit(world.context, LAN, draft_id)


def waiting_for_supplement(world: World, dossier: DossierRow) -> str:
    library, case = world.clerk("library"), world.cases(dossier.id)["card"].id
    world.act(library, case, "accept")
    world.act(library, case, "request-supplement", **{"supplement.list": "Ảnh rõ hơn"})
    return case


# --- attaching ----------------------------------------------------------------------------------------


def test_a_declaration_without_its_papers_is_not_filed_and_with_them_it_is(world: World) -> None:
    draft_id = draft(world)
    with pytest.raises(DeclarationIncomplete) as refused:
        declarations.submit(world.context, LAN, draft_id)
    assert [(problem.fact, problem.section) for problem in refused.value.problems] == [("photo", SECTION)]  # type: ignore[attr-defined]
    attach(world, draft_id)
    assert declarations.submit(world.context, LAN, draft_id).state == "in-progress"
    assert world.events(draft_id)[:3] == ["declaration-started", "paper-attached", "submitted"]


def test_a_sending_that_is_repeated_makes_no_second_paper(world: World) -> None:
    draft_id = draft(world)
    first = attach(world, draft_id)
    assert attach(world, draft_id) == first  # the answer was lost on the way
    assert attach(world, draft_id, sending="s2") == first  # the page was loaded again, the same photo sent
    assert [row.id for row in attached(world, draft_id)] == [first]
    assert world.events(draft_id).count("paper-attached") == 1


def test_another_photo_from_an_old_page_is_another_paper(world: World) -> None:
    draft_id = draft(world)
    first = attach(world, draft_id)
    second = attach(world, draft_id, examined=sample("second page"))
    assert first != second
    one, two = attached(world, draft_id)
    assert one.sending == "s1"
    assert two.sending != "s1"


def test_the_same_sending_from_eight_sides_at_once_makes_one_paper(world: World) -> None:
    draft_id = draft(world)
    sample("photo")
    found: list[str] = []
    sides = [threading.Thread(target=lambda: found.append(attach(world, draft_id))) for _ in range(8)]
    for side in sides:
        side.start()
    for side in sides:
        side.join()
    assert len(found) == 8
    assert set(found) == {row.id for row in attached(world, draft_id)}
    assert len(attached(world, draft_id)) == 1


@pytest.mark.parametrize("code", ["muzzle", "proof-of-reading", OTHER, "no-such-paper"])
def test_a_paper_that_is_not_needed_is_not_taken(world: World, code: str) -> None:
    with pytest.raises(TransitionRefused):
        attach(world, draft(world), code)


def test_there_is_an_end_to_what_one_may_attach(world: World, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(papers, "MOST_OF_ONE_PAPER", 2)
    draft_id = draft(world)
    for number in (1, 2):
        attach(world, draft_id, sending=f"s{number}", examined=sample(f"page {number}"))
    with pytest.raises(TransitionRefused):
        attach(world, draft_id, sending="s3", examined=sample("page 3"))


def test_what_later_answers_made_needless_is_not_handed_on(world: World) -> None:
    draft_id = draft(world, **{"dog.size": "large"})
    attach(world, draft_id)
    attach(world, draft_id, "muzzle", sending="s2")
    draft(world, **{"dog.size": "small"})
    declarations.submit(world.context, LAN, draft_id)
    assert [row.evidence for row in attached(world, draft_id)] == ["photo"]


# --- keeping ------------------------------------------------------------------------------------------


def test_what_is_stored_is_sealed_each_copy_for_itself(world: World, tmp_path: Path) -> None:
    draft_id = draft(world)
    paper = attach(world, draft_id)
    with closing(sqlite3.connect(tmp_path / "world.sqlite")) as books:
        (boxes,) = books.execute("SELECT original, shown, thumbnail FROM paper_content").fetchall()
    found = sample("photo")
    for plain, box in zip((found.content, found.shown, found.thumbnail), boxes, strict=True):
        assert plain is not None
        assert plain[:20] not in box
        assert b"JFIF" not in box
    assert papers.read(world.context.reading(LAN), paper, "original").content == found.content
    with closing(sqlite3.connect(tmp_path / "world.sqlite")) as books:
        books.execute("UPDATE paper_content SET original = thumbnail")
        books.commit()
    with pytest.raises(VaultBroken):
        papers.read(world.context.reading(LAN), paper, "original")


def test_the_digest_of_what_was_sent_is_on_record(world: World) -> None:
    dossier = submitted(world)
    (row,) = attached(world, dossier.id)
    assert row.digest == sample("photo").digest
    with read_transaction(world.context.engine) as connection:
        said = {line.event: line.data for line in journal.lines_of(connection, dossier.id)}
    assert said["paper-attached"]["sha256"] == row.digest
    assert said["submitted"]["papers"] == [row.digest]


# --- taking back --------------------------------------------------------------------------------------


def test_a_paper_is_taken_back_from_a_draft_and_not_from_a_filed_dossier(world: World) -> None:
    draft_id = draft(world)
    paper = attach(world, draft_id)
    papers.remove(world.context.work(LAN), paper)
    papers.remove(world.context.work(LAN), paper)  # pressed twice
    assert attached(world, draft_id) == []
    again = attach(world, draft_id, sending="s2")
    declarations.submit(world.context, LAN, draft_id)
    with pytest.raises(TransitionRefused):
        papers.remove(world.context.work(LAN), again)


# --- a supplement -------------------------------------------------------------------------------------


def test_papers_answer_a_request_only_while_it_is_open(world: World) -> None:
    dossier = submitted(world)
    case = world.cases(dossier.id)["card"].id
    with pytest.raises(TransitionRefused):
        attach(world, dossier.id, OTHER, sending="s2", case_id=case)
    waiting_for_supplement(world, dossier)
    with pytest.raises(TransitionRefused):
        attach(world, dossier.id, "photo", sending="s2")  # to the declaration itself nothing is added
    paper = attach(world, dossier.id, OTHER, sending="s2", case_id=case)
    page = reading.supplement_papers(world.context.reading(LAN), str(dossier.number), case)
    assert {card.code: len(card.attached) for card in page.cards} == {"photo": 0, OTHER: 1}
    supplements.answer_in_words(world.context.work(LAN), case, "Gửi ảnh mới")
    with pytest.raises(TransitionRefused):
        papers.remove(world.context.work(LAN), paper)
    with pytest.raises(NotFound):
        reading.supplement_papers(world.context.reading(LAN), str(dossier.number), case)


# --- who may ------------------------------------------------------------------------------------------


def test_a_draft_is_for_whoever_files_it_alone(world: World) -> None:
    draft_id = draft(world)
    with pytest.raises(NotFound):
        attach(world, draft_id, who=MINH)
    paper = attach(world, draft_id)
    for stranger in (MINH, world.clerk("library"), world.clerk("council")):
        with pytest.raises(NotFound):
            papers.read(world.context.reading(stranger), paper, "thumbnail")
        with pytest.raises(NotFound):
            papers.remove(world.context.work(stranger), paper)
    assert attached(world, draft_id)


def test_who_holds_the_draft_reads_its_papers_until_it_is_filed(world: World) -> None:
    draft_id = draft(world)
    paper = attach(world, draft_id)
    helper = replace(world.clerk("library"), acting_for=ActingFor(draft_id, str(LAN.personal_id), SLUG))
    other = replace(helper, acting_for=ActingFor("another", str(LAN.personal_id), SLUG))
    assert papers.read(world.context.reading(helper), paper, "thumbnail").media == "image/jpeg"
    with pytest.raises(NotFound):
        papers.read(world.context.reading(other), paper, "thumbnail")
    declarations.submit(world.context, LAN, draft_id)
    with pytest.raises(NotFound):
        papers.read(world.context.reading(helper), paper, "thumbnail")


def test_an_office_reads_what_its_own_case_rests_on_and_nothing_else(world: World) -> None:
    dossier = submitted(world)
    (row,) = attached(world, dossier.id)
    library, council = world.clerk("library"), world.clerk("council")
    elsewhere = world.clerk("library", "00002")
    assert papers.read(world.context.reading(library), row.id, "shown").content == sample("photo").shown
    for other in (council, elsewhere, MINH):  # the council's case has not opened yet
        with pytest.raises(NotFound):
            papers.read(world.context.reading(other), row.id, "shown")
        with pytest.raises(NotFound):
            reading.paper_view(world.context.reading(other), row.id)
    case = waiting_for_supplement(world, dossier)
    answer = attach(world, dossier.id, OTHER, sending="s2", case_id=case)
    supplements.answer_in_words(world.context.work(LAN), case, "Ảnh mới")
    world.act(library, case, "approve")
    world.run()
    assert papers.read(world.context.reading(council), row.id, "shown").media == "image/jpeg"  # now it has
    assert papers.read(world.context.reading(library), answer, "shown").media == "image/jpeg"
    with pytest.raises(NotFound):  # what the library asked for is the library's
        papers.read(world.context.reading(council), answer, "shown")


def test_a_copy_that_does_not_exist_is_not_found(world: World) -> None:
    draft_id = draft(world)
    plain = replace(sample("photo"), shown=None, thumbnail=None, media="application/pdf")
    paper = attach(world, draft_id, examined=plain)
    with pytest.raises(NotFound):
        papers.read(world.context.reading(LAN), paper, "thumbnail")
    assert papers.read(world.context.reading(LAN), paper, "original").media == "application/pdf"
