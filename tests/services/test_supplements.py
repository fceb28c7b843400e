"""A supplement through the declaration: old and new values, what it refuses, what it leaves alone."""

from __future__ import annotations

import pytest

from services.access import actors
from services.citizens import supplements
from services.demo.families import BA_DINH_BIRTH
from services.demo.people import Person
from services.product import Product
from storage import journal
from storage.engine import read_transaction
from tests.bdd import shortcuts
from tests.bdd.town import Town
from tests.bdd.words import Desk
from workflows.errors import NotFound, TransitionRefused

MOTHER, FATHER = BA_DINH_BIRTH.people[:2]
NAME = "child.full-name"
CIVIL_STATUS = Desk("civil-status")


@pytest.fixture
def asked(town: Town) -> str:
    """Return a birth case that waits for the child's name and for words."""
    shortcuts.file(town, "khai-sinh", MOTHER, shortcuts.answers(town, "khai-sinh", MOTHER))
    shortcuts.take(town, CIVIL_STATUS, "Tiếp nhận", {})
    request = {
        "Mọi điều còn thiếu, mỗi dòng một điều": "Họ, chữ đệm, tên của em bé\nGiải thích",
        "Mục khai và giấy tờ được đánh dấu": f"fact:{NAME}",
    }
    shortcuts.take(town, CIVIL_STATUS, "Yêu cầu bổ sung", request)
    return town.case("Khai sinh").id


def _answer(town: Town, case_id: str, raw: dict[str, str], person: Person = MOTHER) -> supplements.Answered:
    product: Product = town.app.extensions["product"]
    actor = actors.citizen(person.id, person.name)
    return supplements.answer_supplement(
        product.context, product.agencies, product.lists, actor, case_id, raw
    )


def test_the_journal_keeps_old_and_new_and_every_derived_fact_follows(town: Town, asked: str) -> None:
    before = town.file_row
    found = _answer(town, asked, {NAME: "Nguyễn Minh Ánh", "answer": "Viết sai dấu", "mother.full-name": "X"})
    assert found.sent
    after = town.file_row
    with read_transaction(town.context.engine) as connection:
        (line,) = [one for one in journal.lines_of(connection, after.id) if one.event == "supplement-facts"]
    assert (line.actor_id, line.data["before"][NAME]) == (MOTHER.id, before.facts[NAME])
    assert line.data["after"][NAME] == after.facts[NAME] == after.answers[NAME] == "Nguyễn Minh Ánh"
    assert (after.subject, after.subject_folded) == ("Nguyễn Minh Ánh", "nguyen minh anh")
    [found_by] = [case.search_words for case in town.cases(after.id).values() if case.ending is None]
    assert " nguyen minh anh " in found_by
    assert after.digest != before.digest
    assert after.event_key != before.event_key
    untouched = {fact for fact in before.facts if fact not in line.data["after"]}
    assert {fact: after.facts[fact] for fact in untouched} == {f: before.facts[f] for f in untouched}
    assert after.facts["mother.full-name"] == before.facts["mother.full-name"]


def test_nothing_is_sent_while_something_is_missing(town: Town, asked: str) -> None:
    before = town.file_row
    for raw in ({NAME: "", "answer": "x"}, {NAME: "Nguyễn Minh Ánh", "answer": " "}, {}):
        assert not _answer(town, asked, raw).sent
    assert town.file_row == before
    assert town.case("Khai sinh").state == "awaiting-supplement"


def test_an_answer_that_changes_nothing_leaves_the_declaration_alone(town: Town, asked: str) -> None:
    before = town.file_row
    assert _answer(town, asked, {NAME: str(before.facts[NAME]), "answer": "Đúng rồi"}).sent
    after = town.file_row
    assert (after.facts, after.digest, after.event_key) == (before.facts, before.digest, before.event_key)


def test_somebody_else_and_a_second_press_change_nothing(town: Town, asked: str) -> None:
    fields = {NAME: "Nguyễn Minh Ánh", "answer": "x"}
    with pytest.raises(NotFound):
        _answer(town, asked, fields, FATHER)
    assert _answer(town, asked, fields).sent
    with pytest.raises(TransitionRefused):
        _answer(town, asked, fields)
    assert town.case("Khai sinh").state == "under-review"
