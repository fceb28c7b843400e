from __future__ import annotations

import sys
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from tests.toy_procedures import (
    COUNCIL,
    DOG_LICENCE,
    LIBRARY_CARD,
    PET_READER,
    PET_READER_FORM,
    TOY_REGISTRY,
    TOYS,
)
from workflows.bundle import Bundle
from workflows.errors import DefinitionError
from workflows.lock import canonical, file_of, key_of
from workflows.questions import Declaration
from workflows.registry import Registry, read, registry
from workflows.vocabulary import Standing
from workflows.words import Text, text

DAY = date(2026, 6, 1)
NEXT = PET_READER.revised(version="2027-01", effective_from=date(2027, 1, 1))
FIRST = PET_READER.revised(effective_to=date(2026, 12, 31))


def among(*more: Bundle) -> Registry:
    return Registry.of(*(toy for toy in TOYS if not isinstance(toy, Bundle)), *more)


def test_every_definition_is_found_by_its_key() -> None:
    assert TOY_REGISTRY.procedure("dog-licence@2026-01") is DOG_LICENCE
    assert TOY_REGISTRY.bundle("pet-reader@2026-01") is PET_READER
    assert TOY_REGISTRY.declaration("pet-reader-form@2026-01") is PET_READER_FORM
    assert TOY_REGISTRY.authority("council") is COUNCIL
    assert sorted(map(key_of, TOY_REGISTRY.all_definitions())) == sorted(key_of(toy) for toy in TOYS)


@pytest.mark.parametrize("kind", ["procedure", "bundle", "declaration", "authority", "versions"])
def test_an_unknown_key_is_named(kind: str) -> None:
    with pytest.raises(DefinitionError, match="no-such@2026-01"):
        getattr(TOY_REGISTRY, kind)("no-such@2026-01")


def test_the_same_definition_met_twice_is_one() -> None:
    twin = LIBRARY_CARD.model_copy(deep=True)
    assert Registry.of(LIBRARY_CARD, twin).procedure(LIBRARY_CARD.key) == LIBRARY_CARD


def test_two_definitions_of_one_key_are_refused() -> None:
    other = LIBRARY_CARD.revised(short=text("Khác", "Other"))
    with pytest.raises(DefinitionError, match="library-card@2026-01"):
        Registry.of(LIBRARY_CARD, other)


def test_a_bundle_and_its_declaration_may_share_a_key() -> None:
    form = PET_READER_FORM.revised(code=PET_READER.code)
    both = Registry.of(PET_READER, form)
    assert both.bundle("pet-reader@2026-01") is PET_READER
    assert both.declaration("pet-reader@2026-01") is form
    assert both.versions("pet-reader", Declaration) == (form,)


def test_versions_come_oldest_first() -> None:
    assert among(NEXT, FIRST).versions("pet-reader") == (FIRST, NEXT)


def test_the_version_in_force_is_the_one_of_the_day() -> None:
    both = among(NEXT, FIRST)
    assert both.bundle_in_force("pet-reader", date(2026, 12, 31)) is FIRST
    assert both.bundle_in_force("pet-reader", date(2027, 1, 1)) is NEXT
    assert both.bundle_by_slug("nguoi-doc-nuoi-cho", date(2027, 1, 1)) is NEXT
    assert both.bundles_in_force(DAY) == (FIRST,)
    assert both.all_bundles() == (FIRST, NEXT)


def test_before_the_first_version_nothing_is_in_force() -> None:
    with pytest.raises(DefinitionError, match="pet-reader"):
        TOY_REGISTRY.bundle_in_force("pet-reader", date(2025, 12, 31))
    with pytest.raises(DefinitionError, match="nguoi-doc"):
        TOY_REGISTRY.bundle_by_slug("nguoi-doc-nuoi-cho", date(2025, 12, 31))
    assert TOY_REGISTRY.bundles_in_force(date(2025, 12, 31)) == ()


def test_nobody_files_under_a_baseline() -> None:
    only_baseline = among(PET_READER.revised(standing=Standing.BASELINE))
    assert only_baseline.bundles_in_force(DAY) == ()
    with pytest.raises(DefinitionError):
        only_baseline.bundle_in_force("pet-reader", DAY)
    with pytest.raises(DefinitionError):
        only_baseline.bundle_by_slug("nguoi-doc-nuoi-cho", DAY)


def test_a_provisional_bundle_may_be_filed() -> None:
    provisional = PET_READER.revised(standing=Standing.PROVISIONAL)
    assert among(provisional).bundles_in_force(DAY) == (provisional,)


def test_a_quiet_bundle_is_not_offered_but_found_by_whoever_knows_it() -> None:
    quiet = PET_READER.revised(quiet=True)
    assert among(quiet).bundles_in_force(DAY) == ()
    assert among(quiet).bundle_in_force("pet-reader", DAY) is quiet
    assert among(quiet).bundle_by_slug("nguoi-doc-nuoi-cho", DAY) is quiet


def test_the_procedures_of_a_bundle_come_by_member() -> None:
    assert TOY_REGISTRY.procedures_of(PET_READER) == {"card": LIBRARY_CARD, "licence": DOG_LICENCE}


@pytest.mark.parametrize(
    ("fact", "english"),
    [
        ("dog.size", "Size"),
        ("dog.large", "Large dog"),
        ("library-card.holder", "Holder"),
        ("dog.healthy", "The dog is healthy"),
        ("card-number", "Card number"),
        ("wrong-items", "What is wrong"),
        ("supplement.asked", "supplement.asked"),
    ],
)
def test_a_fact_is_called_what_people_call_it(fact: str, english: str) -> None:
    assert TOY_REGISTRY.label(PET_READER, fact).en == english
    assert TOY_REGISTRY.label(PET_READER, fact).en == english  # the second time from memory


def test_a_fact_without_words_is_called_by_its_code() -> None:
    assert TOY_REGISTRY.label(PET_READER, "no.such") == Text(vi="no.such", en="no.such")


@pytest.fixture
def package(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    folder = tmp_path / "toy_package"
    folder.mkdir()
    (folder / "__init__.py").write_text("")
    (folder / "cards.py").write_text("from tests.toy_procedures import LIBRARY, LIBRARY_CARD\n")
    monkeypatch.syspath_prepend(str(tmp_path))
    yield folder
    for name in [name for name in sys.modules if name.startswith("toy_package")]:
        del sys.modules[name]


def test_definitions_are_found_in_the_modules_of_a_package(package: Path, tmp_path: Path) -> None:
    (package / "again.py").write_text("from toy_package.cards import LIBRARY_CARD as SAME\n")
    found = read(["toy_package"], tmp_path / "none")
    assert found.procedure(LIBRARY_CARD.key) == LIBRARY_CARD
    assert set(found.authorities) == {"library"}


def test_a_version_whose_source_is_gone_is_read_from_its_lock(package: Path, tmp_path: Path) -> None:
    older = LIBRARY_CARD.revised(version="2020-01")
    lock = file_of(tmp_path / "published", older)
    lock.parent.mkdir(parents=True)
    lock.write_text(canonical(older), "utf-8")
    assert read(["toy_package"], tmp_path / "published").procedure(older.key) == older


def test_the_source_comes_before_its_lock(package: Path, tmp_path: Path) -> None:
    changed = LIBRARY_CARD.revised(short=text("Khác", "Other"))
    lock = file_of(tmp_path / "published", changed)
    lock.parent.mkdir(parents=True)
    lock.write_text(canonical(changed), "utf-8")
    assert read(["toy_package"], tmp_path / "published").procedure(changed.key) == LIBRARY_CARD


def test_the_registry_of_the_application_is_read_once() -> None:
    assert registry() is registry()
