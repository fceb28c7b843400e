"""The world of the toy definitions: a library and a council in one commune."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests import toy_procedures as toys
from tests.services.till import Till
from tests.world import ScriptedAgency, World, build_world
from workflows.registry import Registry


@pytest.fixture
def printer() -> ScriptedAgency:
    return ScriptedAgency({"card.print": ("printed", {"card-number": "L-7"})})


@pytest.fixture
def world(tmp_path: Path, printer: ScriptedAgency) -> Iterator[World]:
    law = Registry.of(
        toys.LIBRARY, toys.COUNCIL, toys.LIBRARY_CARD, toys.DOG_LICENCE, toys.PET_READER_FORM, toys.PET_READER
    )
    world = build_world(tmp_path, law, {"card-printer": printer}, ["library:00001", "council:00001"])
    yield world
    world.context.engine.dispose()


@pytest.fixture
def till(tmp_path: Path) -> Iterator[Till]:
    made = Till(tmp_path)
    yield made
    made.context.engine.dispose()
