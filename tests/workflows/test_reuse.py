"""How much typing one declaration saves, computed and never written down."""

from tests.workflows.toy_declaration import (
    CARD,
    GUARDIAN,
    GUARDIAN_ID,
    LIBRARY_CARD,
    QUESTIONS,
    READER,
    TODAY,
    feeds,
    question,
)
from workflows.forms.answers import completed
from workflows.forms.fetched import not_found
from workflows.forms.reuse import Reuse, feeds_of, reuse, section_reuse
from workflows.words import Kind

BOTH = ("card", "locker")
CHILD = completed(
    LIBRARY_CARD,
    {"reader.birth-date": "2020-03-15", "reader.sex": "female", "guardian.personal-id": GUARDIAN_ID},
    filed_on=TODAY,
)


def test_only_questions_that_apply_count() -> None:
    assert reuse(LIBRARY_CARD, {}, BOTH) == Reuse(
        typed=12, register=1, automatic=1, boxes=9, boxes_by_procedure={"card": 7, "locker": 2}
    )
    assert reuse(LIBRARY_CARD, CHILD, BOTH) == Reuse(
        typed=16, register=3, automatic=1, boxes=12, boxes_by_procedure={"card": 9, "locker": 3}
    )


def test_only_boxes_of_these_procedures_count() -> None:
    assert reuse(LIBRARY_CARD, {}, ("locker",)).boxes_by_procedure == {"locker": 2}
    assert reuse(LIBRARY_CARD, {}, ("kiosk",)).boxes == 0
    assert reuse(LIBRARY_CARD, {}, ()).boxes == 0


def test_what_no_register_has_counts_as_typed() -> None:
    lacking = {**CHILD, not_found("guardian.full-name"): True}
    usual, more = reuse(LIBRARY_CARD, CHILD, BOTH), reuse(LIBRARY_CARD, lacking, BOTH)
    assert (more.typed, more.register, more.boxes) == (usual.typed + 1, usual.register - 1, usual.boxes)


def test_a_page_is_counted_alone() -> None:
    assert section_reuse(READER, {}, BOTH) == Reuse(
        typed=4, register=1, automatic=1, boxes=9, boxes_by_procedure={"card": 7, "locker": 2}
    )
    assert section_reuse(GUARDIAN, {}, BOTH).typed == 0
    assert section_reuse(GUARDIAN, CHILD, BOTH).boxes == 3
    assert section_reuse(CARD, {"card.by-post": True}, BOTH).boxes == 2


def test_the_pages_together_are_the_whole() -> None:
    pages = [section_reuse(section, CHILD, BOTH) for section in LIBRARY_CARD.sections]
    every = reuse(LIBRARY_CARD, CHILD, BOTH)
    assert sum(page.typed for page in pages) == every.typed
    assert sum(page.boxes for page in pages) == every.boxes


def test_saved_is_what_nobody_fills_in_by_hand() -> None:
    page = section_reuse(READER, {}, BOTH)
    assert page.saved == page.boxes - page.typed == 5


def test_a_fact_counts_once_however_often_it_stands_on_the_form() -> None:
    twice = READER.model_copy(update={"questions": (*READER.questions, QUESTIONS["reader.full-name"])})
    assert section_reuse(twice, {}, BOTH) == section_reuse(READER, {}, BOTH)


def test_feeds_say_which_forms_an_answer_fills() -> None:
    assert feeds_of(QUESTIONS["reader.full-name"]) == {"card": 1, "locker": 1}
    assert feeds_of(QUESTIONS["card.deposit"]) == {}
    double = question("toy", Kind.TEXT, feeds=(*feeds(card=1), *feeds(card=2)))
    assert feeds_of(double) == {"card": 3}
