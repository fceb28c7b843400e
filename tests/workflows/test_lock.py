from __future__ import annotations

import json
import unicodedata
from datetime import date, time
from pathlib import Path

import pytest

from tests.toy_procedures import BYLAW, DOG_LICENCE, LIBRARY, LIBRARY_CARD, PET_READER, PET_READER_FORM, TOYS
from workflows.charges import Fee
from workflows.conditions import all_of, any_of, at_least, below, is_false, known, not_, one_of
from workflows.errors import DefinitionError
from workflows.language import Authority, Procedure
from workflows.lock import KINDS, Lockable, canonical, digest, file_of, key_of, load
from workflows.words import ClockRules, text

EVERY_CONDITION = all_of(
    is_false("a"), any_of(below("b", 3), at_least("c", 0)), not_(known("d")), one_of("e", "x", "y")
)


@pytest.mark.parametrize("definition", TOYS, ids=key_of)
def test_a_lock_reads_back_as_exactly_the_same(definition: Lockable) -> None:
    again = load(canonical(definition))
    assert again == definition
    assert type(again) is type(definition)
    assert canonical(again) == canonical(definition)


def test_every_sort_of_value_survives() -> None:
    step = LIBRARY_CARD.steps[0].model_copy(
        update={"when": EVERY_CONDITION, "sets": (("yes", True), ("one", 1), ("word", "2026-01-01"))}
    )
    procedure = LIBRARY_CARD.revised(
        steps=(step, *LIBRARY_CARD.steps[1:]),
        effective_to=date(2026, 12, 31),
        clock=ClockRules(source=BYLAW, cut_off=time(16, 30)),
    )
    again = load(canonical(procedure))
    assert isinstance(again, Procedure)
    assert again == procedure
    assert [type(value) for _, value in again.steps[0].sets] == [bool, int, str]


def test_what_says_nothing_is_left_out() -> None:
    document = json.loads(canonical(LIBRARY_CARD))
    assert "effective_to" not in document
    assert "fees" not in document
    assert "why" not in document["steps"][0]


def test_what_must_be_said_stays_even_when_it_is_nothing() -> None:
    alone = PET_READER.revised(members=PET_READER.members[:1], links=())
    assert json.loads(canonical(alone))["links"] == []
    assert json.loads(canonical(DOG_LICENCE))["fees"][0]["amount"] is None
    assert load(canonical(alone)) == alone


def test_no_is_not_nothing() -> None:
    document = json.loads(canonical(LIBRARY_CARD))
    assert document["assumes"] == [["supplement.asked", False]]
    assert Fee(code="f", text=text("a", "b"), amount=0, source=BYLAW).amount == 0
    free = LIBRARY_CARD.revised(fees=(Fee(code="f", text=text("a", "b"), amount=0, source=BYLAW),))
    assert json.loads(canonical(free))["fees"][0]["amount"] == 0


def test_the_form_is_canonical() -> None:
    written = canonical(PET_READER)
    assert written.endswith("}\n")
    assert written.startswith('{\n "accepted"')
    assert "Người đọc nuôi chó" in written
    assert unicodedata.is_normalized("NFC", written)
    assert json.loads(written)["definition"] == "bundle"
    keys = list(json.loads(written))
    assert keys == sorted(keys)


def test_the_digest_follows_the_content() -> None:
    assert digest(LIBRARY_CARD) == digest(LIBRARY_CARD.model_copy(deep=True))
    assert digest(LIBRARY_CARD) != digest(LIBRARY_CARD.revised(area="other"))
    assert len(digest(LIBRARY)) == 64


def test_a_new_optional_field_leaves_old_locks_alone(monkeypatch: pytest.MonkeyPatch) -> None:
    class Grown(Authority):
        later: str | None = None
        more: tuple[str, ...] = ()

    before = canonical(LIBRARY)
    monkeypatch.setitem(KINDS, "authority", Grown)
    assert canonical(Grown(**dict(LIBRARY))) == before
    assert load(before) == Grown(**dict(LIBRARY))


@pytest.mark.parametrize(
    ("definition", "path"),
    [
        (LIBRARY_CARD, "procedures/library-card@2026-01.json"),
        (PET_READER, "bundles/pet-reader@2026-01.json"),
        (PET_READER_FORM, "declarations/pet-reader-form@2026-01.json"),
    ],
    ids=["procedure", "bundle", "declaration"],
)
def test_each_kind_has_its_folder(definition: Lockable, path: str) -> None:
    assert file_of(Path(), definition) == Path(path)


@pytest.mark.parametrize(
    "broken",
    [
        "",
        "no json",
        "[]",
        "{}",
        '{"definition": "poem"}',
        '{"definition": "authority", "code": "x"}',
        canonical(LIBRARY).replace('"code"', '"kode"'),
        canonical(LIBRARY).replace('"tone": "hub"', '"tone": "loud"'),
    ],
)
def test_what_is_no_lock_is_refused(broken: str) -> None:
    with pytest.raises(DefinitionError, match="cannot be read"):
        load(broken)
