"""Every real definition is sound, what was published has not changed since, and the sheets say the same."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from cli.workflows import SHEETS, sheets
from workflows.bundle import Bundle
from workflows.checking.checks import AMONG, problems_of
from workflows.language import Authority, Procedure
from workflows.lock import Lockable, canonical, digest, file_of, key_of, kind_of, load
from workflows.questions import Declaration
from workflows.registry import PUBLISHED, registry
from workflows.sheets.compare import differences
from workflows.vocabulary import Standing
from workflows.words import Source, Text, Word

EVERY = registry().all_definitions()
LOCKS = sorted(PUBLISHED.rglob("*.json"))
DRAWN = sheets(registry())
FOLDER = Path(__file__).parents[2] / SHEETS


def name(value: object) -> str:
    match value:
        case Path():
            return f"{value.parent.name}/{value.stem}"
        case Procedure() | Bundle() | Declaration() | Authority():
            return f"{kind_of(value)} {key_of(value)}"
        case _:
            return str(value)


def words_in(value: Any) -> Iterator[Word]:
    """Walk through every value of the language inside a definition."""
    if isinstance(value, Word):
        yield value
        for name in type(value).model_fields:
            yield from words_in(getattr(value, name))
    elif isinstance(value, tuple):
        for part in value:
            yield from words_in(part)


@pytest.mark.parametrize("definition", EVERY, ids=name)
def test_the_definition_is_sound(definition: Lockable) -> None:
    assert [str(problem) for problem in problems_of(registry(), definition)] == []


@pytest.mark.parametrize("definition", EVERY, ids=name)
def test_every_source_names_its_act_and_every_doubt_its_reason(definition: Lockable) -> None:
    for source in (word for word in words_in(definition) if isinstance(word, Source)):
        assert source.act
        assert source.note is not None or not source.provisional


@pytest.mark.parametrize("definition", EVERY, ids=name)
def test_no_text_raises_its_voice(definition: Lockable) -> None:
    for words in (word for word in words_in(definition) if isinstance(word, Text)):
        assert "!" not in words.vi + words.en


@pytest.mark.parametrize("check", AMONG)
def test_the_definitions_get_along_with_each_other(check: object) -> None:
    assert callable(check)
    assert [str(problem) for problem in check(registry())] == []


@pytest.mark.parametrize("definition", EVERY, ids=name)
def test_the_definition_survives_its_lock(definition: Lockable) -> None:
    again = load(canonical(definition))
    assert again == definition
    assert digest(again) == digest(definition)
    assert differences(definition, again) == ()


@pytest.mark.parametrize("definition", EVERY, ids=name)
def test_what_is_published_stays_as_it_is(definition: Lockable) -> None:
    lock = file_of(PUBLISHED, definition)
    assert not lock.exists() or lock.read_text("utf-8") == canonical(definition)


@pytest.mark.parametrize("lock", LOCKS or [None], ids=name)
def test_a_lock_lies_under_its_own_name(lock: Path | None) -> None:
    assert lock is None or lock == file_of(PUBLISHED, load(lock.read_text("utf-8")))


@pytest.mark.parametrize("sheet", DRAWN)
def test_the_sheet_in_the_documentation_is_drawn_from_the_definition(sheet: str) -> None:
    assert (FOLDER / sheet).read_text("utf-8") == DRAWN[sheet], "run `make docs`"


def test_every_sheet_has_its_definition_and_what_only_serves_for_comparison_has_none() -> None:
    assert {path.name for path in FOLDER.iterdir()} == set(DRAWN)
    compared = {
        key_of(one)
        for one in EVERY
        if isinstance(one, Procedure | Bundle) and one.standing is Standing.BASELINE
    }
    assert compared
    assert not {f"{key}.md" for key in compared} & set(DRAWN)


@pytest.mark.parametrize("sheet", [sheet for sheet in DRAWN if sheet != "README.md"])
def test_a_sheet_says_from_which_hour_a_file_counts_as_received_the_next_day(sheet: str) -> None:
    hour = "16:00" if sheet.startswith(("karaoke", "household-business", "security-order")) else "15:00"
    assert f"Nhận sau {hour} là nhận vào ngày làm việc liền sau" in DRAWN[sheet]
