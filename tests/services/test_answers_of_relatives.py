"""What the relatives' answers leave in the case: a no is a no, and nothing is noted that nobody said."""

from __future__ import annotations

import pytest

from services.access import actors
from services.demo.families import PEOPLE
from tests.bdd import shortcuts
from tests.bdd.town import Town

HOA = next(person for person in PEOPLE if person.name == "Nguyễn Thị Hòa")
LAN = next(person for person in PEOPLE if person.name == "Trần Thị Lan")
FOUR = [("Bạn muốn làm những thủ tục nào?", "four")]


@pytest.fixture
def waiting(town: Town) -> Town:
    """The survivor benefit waits for two relatives."""
    shortcuts.file(town, "khai-tu", HOA, shortcuts.answers(town, "khai-tu", HOA, FOUR))
    shortcuts.carry(town, "Khai tử")
    assert town.case("Tử tuất").state == "awaiting-relatives"
    return town


def test_a_relative_who_declines_sends_the_case_to_the_officer(waiting: Town) -> None:
    case = waiting.case("Tử tuất")
    waiting.act(actors.citizen(LAN.id, LAN.name), case.id, "decline-consent")
    after = waiting.case("Tử tuất")
    assert after.state == "under-review"
    assert {
        fact: after.facts[fact] for fact in ("survivor.consent-missing", "survivor.consent-declined")
    } == {
        "survivor.consent-missing": True,
        "survivor.consent-declined": True,
    }
    assert "consent.given" not in after.facts


def test_agreeing_leaves_no_mark_of_a_no(waiting: Town) -> None:
    case = waiting.case("Tử tuất")
    waiting.act(actors.citizen(LAN.id, LAN.name), case.id, "confirm-consent")
    after = waiting.case("Tử tuất")
    assert after.state == "received"
    assert {"survivor.consent-declined", "consent.given"} & after.facts.keys() == set()


def test_the_only_relative_waits_for_nobody(town: Town) -> None:
    given = shortcuts.answers(town, "khai-tu", HOA, FOUR)
    alone = {fact: words for fact, words in given.items() if not fact.startswith("survivor.relatives")}
    shortcuts.file(town, "khai-tu", HOA, alone)
    assert "sole-relative" in town.file_row.flags
    shortcuts.carry(town, "Khai tử")
    assert town.case("Tử tuất").state == "received"


def test_where_values_came_from_is_frozen_with_the_declaration(town: Town) -> None:
    shortcuts.file(town, "khai-tu", HOA, shortcuts.answers(town, "khai-tu", HOA, FOUR))
    origins = town.file_row.origins
    assert origins["deceased.full-name"]["system"] == "population-database"
    assert {origins[f]["how"] for f in ("requester.full-name", "death.place", "wants.survivor")} == {
        "identity", "typed", "automatic",
    }  # fmt: skip
    assert all(origin["at"] for origin in origins.values())
