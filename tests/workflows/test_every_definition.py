"""Every real definition is sound, and what was published has not changed since."""

from __future__ import annotations

from pathlib import Path

import pytest

from workflows.checks import AMONG, problems_of
from workflows.compare import differences
from workflows.language import Authority, Bundle, Procedure
from workflows.lock import Lockable, canonical, digest, file_of, key_of, kind_of, load
from workflows.questions import Declaration
from workflows.registry import PUBLISHED, registry

EVERY = registry().all_definitions()
LOCKS = sorted(PUBLISHED.rglob("*.json"))


def name(value: object) -> str:
    match value:
        case Path():
            return f"{value.parent.name}/{value.stem}"
        case Procedure() | Bundle() | Declaration() | Authority():
            return f"{kind_of(value)} {key_of(value)}"
        case _:
            return str(value)


@pytest.mark.parametrize("definition", EVERY, ids=name)
def test_the_definition_is_sound(definition: Lockable) -> None:
    assert [str(problem) for problem in problems_of(registry(), definition)] == []


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
