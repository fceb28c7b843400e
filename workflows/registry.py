"""Finds a definition by its key, or the one in force on a day."""

from __future__ import annotations

import pkgutil
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import lru_cache
from importlib import import_module
from itertools import chain
from pathlib import Path
from types import MappingProxyType, ModuleType
from typing import TypeVar

from workflows.bundle import Bundle
from workflows.errors import DefinitionError
from workflows.language import Ask, Authority, Definition, Item, Procedure
from workflows.lock import Lockable, key_of, kind_of, load
from workflows.questions import Declaration
from workflows.vocabulary import Standing
from workflows.words import Text

PACKAGES = ("workflows.authorities", "workflows.procedures", "workflows.bundles", "workflows.declarations")
PUBLISHED = Path(__file__).parent / "published"
T = TypeVar("T")
D = TypeVar("D", bound=Definition)


@dataclass(frozen=True, eq=False)
class Registry:
    """Every definition there is, by key; made once and never changed."""

    procedures: Mapping[str, Procedure]
    bundles: Mapping[str, Bundle]
    declarations: Mapping[str, Declaration]
    authorities: Mapping[str, Authority]
    _versions: Mapping[str, tuple[Definition, ...]]
    _labels: dict[str, Mapping[str, Text]] = field(default_factory=dict)

    @classmethod
    def of(cls, *definitions: Lockable) -> Registry:
        """Build a registry from values.

        Raises:
            DefinitionError: two definitions bear the same key and do not say the same.
        """
        found = tuple(_by_key(definitions).values())
        return cls(
            procedures=_only(Procedure, found),
            bundles=_only(Bundle, found),
            declarations=_only(Declaration, found),
            authorities=_only(Authority, found),
            _versions=_by_code(found),
        )

    def procedure(self, key: str) -> Procedure:
        """Return the version of a procedure that a case is pinned to."""
        return _get(self.procedures, "procedure", key)

    def bundle(self, key: str) -> Bundle:
        """Return the version of a bundle that a dossier is pinned to."""
        return _get(self.bundles, "bundle", key)

    def declaration(self, key: str) -> Declaration:
        """Return the version of an electronic form (tờ khai điện tử)."""
        return _get(self.declarations, "declaration", key)

    def authority(self, code: str) -> Authority:
        """Return a competent authority (cơ quan có thẩm quyền)."""
        return _get(self.authorities, "authority", code)

    def versions(self, code: str, kind: type[D] = Definition) -> tuple[D, ...]:  # type: ignore[assignment]
        """Return every version of one definition, the oldest first.

        A bundle and its declaration may share a code; `kind` says which one is meant.
        """
        known = _get(self._versions, "definition", code)
        return tuple(version for version in known if isinstance(version, kind))

    def all_bundles(self) -> tuple[Bundle, ...]:
        """Return every version of every bundle, also those that nobody can file under."""
        return tuple(self.bundles.values())

    def all_definitions(self) -> tuple[Lockable, ...]:
        """Return everything there is."""
        parts = (self.authorities, self.procedures, self.declarations, self.bundles)
        return tuple(chain.from_iterable(part.values() for part in parts))

    def bundle_in_force(self, code: str, on: date) -> Bundle:
        """Return the version of a bundle that one files under on that day; a quiet one counts too.

        Raises:
            DefinitionError: no version of it is in force that day.
        """
        for version in self.versions(code, Bundle):
            if _can_be_filed(version, on):
                return version
        raise DefinitionError(f"no version of bundle {code!r} is in force on {on}")

    def bundles_in_force(self, on: date) -> tuple[Bundle, ...]:
        """Return what the home page offers on that day: no baseline, nothing quiet."""
        return tuple(
            bundle for bundle in self.bundles.values() if _can_be_filed(bundle, on) and not bundle.quiet
        )

    def bundle_by_slug(self, slug: str, on: date) -> Bundle:
        """Return the bundle whose address is `slug` and that one files under on that day.

        Raises:
            DefinitionError: there is none.
        """
        for bundle in self.bundles.values():
            if bundle.slug == slug and _can_be_filed(bundle, on):
                return bundle
        raise DefinitionError(f"no bundle with the address {slug!r} is in force on {on}")

    def procedures_of(self, bundle: Bundle) -> dict[str, Procedure]:
        """Return the procedure of each member, by the member's code."""
        return {member.code: self.procedure(member.procedure) for member in bundle.members}

    def label(self, bundle: Bundle, fact: str) -> Text:
        """Return what people call a fact of this bundle; a fact without words is called by its code."""
        labels = self._labels.get(bundle.key)
        if labels is None:
            labels = self._labels[bundle.key] = self._labels_of(bundle)
        return labels.get(fact) or Text(vi=fact, en=fact)

    def _labels_of(self, bundle: Bundle) -> Mapping[str, Text]:
        """Name the facts of a bundle; what the citizen was asked comes before what an officer supplied."""
        procedures = tuple(self.procedures_of(bundle).values())
        declaration = self.declaration(bundle.declaration)
        labels = {item.code: item.text for procedure in procedures for item in items_of(procedure)}
        labels |= dict(chain.from_iterable(_output_labels(procedure) for procedure in procedures))
        labels |= {derived.fact: derived.text for derived in declaration.derived}
        return labels | {question.fact: question.text for question in reversed(declaration.questions())}


def items_of(procedure: Procedure) -> Iterator[Item]:
    """List what persons and agencies supply while the case runs."""
    for start in procedure.starts:
        for effect in start.effects:
            yield from effect.gives if isinstance(effect, Ask) else ()
    for step in procedure.steps:
        yield from step.takes
        for effect in step.effects:
            yield from effect.gives if isinstance(effect, Ask) else ()


@lru_cache(maxsize=1)
def registry() -> Registry:
    """Return the registry of everything in this application, read once."""
    return read()


def read(packages: Iterable[str] = PACKAGES, published: Path = PUBLISHED) -> Registry:
    """Build the registry from the packages, and from locks whose source is gone."""
    sources = _by_key(chain.from_iterable(_in_package(name) for name in packages))
    locks = _by_key(load(path.read_text("utf-8")) for path in sorted(published.rglob("*.json")))
    return Registry.of(*{**locks, **sources}.values())


def _in_package(name: str) -> Iterator[Lockable]:
    """List the definitions of a module, and of the modules inside it when it is a package."""
    package = import_module(name)
    yield from _in_module(package)
    for inner in pkgutil.iter_modules(getattr(package, "__path__", ()), f"{name}."):
        yield from _in_module(import_module(inner.name))


def _in_module(module: ModuleType) -> Iterator[Lockable]:
    for value in vars(module).values():
        if isinstance(value, Lockable):
            yield value


def _by_key(definitions: Iterable[Lockable]) -> dict[tuple[str, str], Lockable]:
    """Sort the definitions by kind and key; the same one met twice is one."""
    found: dict[tuple[str, str], Lockable] = {}
    for definition in definitions:
        name = (kind_of(definition), key_of(definition))
        known = found.setdefault(name, definition)
        if known is not definition and known != definition:
            raise DefinitionError(f"two definitions are called {' '.join(name)}")
    return dict(sorted(found.items()))


def _by_code(definitions: Iterable[Lockable]) -> Mapping[str, tuple[Definition, ...]]:
    versions: dict[str, list[Definition]] = {}
    for definition in definitions:
        if isinstance(definition, Definition):
            versions.setdefault(definition.code, []).append(definition)
    return MappingProxyType({code: tuple(sorted(some, key=_age)) for code, some in versions.items()})


def _age(definition: Definition) -> tuple[date, str]:
    return definition.effective_from, definition.version


def _only(kind: type[T], found: Iterable[Lockable]) -> Mapping[str, T]:
    return MappingProxyType({key_of(one): one for one in found if isinstance(one, kind)})


def _get(known: Mapping[str, T], kind: str, key: str) -> T:
    try:
        return known[key]
    except KeyError:
        raise DefinitionError(f"there is no {kind} {key!r}") from None


def _can_be_filed(bundle: Bundle, on: date) -> bool:
    return bundle.standing is not Standing.BASELINE and bundle.in_force_on(on)


def _output_labels(procedure: Procedure) -> Iterator[tuple[str, Text]]:
    for output in procedure.outputs:
        for item in output.items:
            yield f"{output.code}.{item.code}", item.text
