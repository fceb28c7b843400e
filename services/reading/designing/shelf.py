"""Which definitions there are and which version of each counts; who may look at them."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from services.unit_of_work import UnitOfWork
from storage import running
from workflows.errors import NotAllowed, NotFound
from workflows.language import Definition
from workflows.lock import KINDS, Lockable, key_of, kind_of
from workflows.registry import Registry
from workflows.sheets.proofs import Proof, proofs
from workflows.vocabulary import Role, Standing
from workflows.words import Text

READERS = frozenset({Role.SUPERVISOR, Role.OPERATOR})
NO_VERSION = ""  # an authority follows its present name and has no versions


@dataclass(frozen=True, slots=True)
class VersionLine:
    """One version: its days, whether it is the one in force today, and how many run on it."""

    version: str
    text: Text
    since: date
    until: date | None
    standing: Standing
    in_force: bool
    running: int


def require_reader(uow: UnitOfWork) -> None:
    """Let only supervisors and operators look.

    Raises:
        NotAllowed: the person is neither.
    """
    if not READERS & uow.actor.roles:
        raise NotAllowed(
            text=Text(
                vi="Trang này dành cho người giám sát và người vận hành.",
                en="This page is for supervisors and operators.",
            )
        )


def family(registry: Registry, kind: str, code: str) -> tuple[Lockable, ...]:
    """Return every version of one definition, the oldest first.

    Raises:
        NotFound: there is no such kind, or no such definition.
    """
    wanted = KINDS.get(kind)
    found = [one for one in registry.all_definitions() if type(one) is wanted and one.code == code]
    if not found:
        raise NotFound(text=Text(vi="Không có định nghĩa này.", en="There is no such definition."))
    return tuple(sorted(found, key=_age))


def choose(versions: tuple[Lockable, ...], version: str | None, today: date) -> Lockable:
    """Return the version that is asked for; else the one in force today, or the newest.

    Raises:
        NotFound: there is no such version.
    """
    if version is None:
        return next((one for one in reversed(versions) if in_force(one, today)), versions[-1])
    for one in versions:
        if version_of(one) == version:
            return one
    raise NotFound(text=Text(vi="Không có phiên bản này.", en="There is no such version."))


def version_of(definition: Lockable) -> str:
    """Return the version; nothing for an authority."""
    return definition.version if isinstance(definition, Definition) else NO_VERSION


def in_force(definition: Lockable, today: date) -> bool:
    """Say whether one works under this version today; what only serves for comparison never is."""
    if not isinstance(definition, Definition):
        return True
    return definition.standing is not Standing.BASELINE and definition.in_force_on(today)


def version_lines(
    versions: tuple[Lockable, ...], today: date, counts: dict[str, int]
) -> tuple[VersionLine, ...]:
    """List the versions of one definition, the newest first."""
    return tuple(
        VersionLine(
            one.version,
            one.text,
            one.effective_from,
            one.effective_to,
            one.standing,
            in_force(one, today),
            counts.get(one.key, 0),
        )
        for one in reversed(versions)
        if isinstance(one, Definition)
    )


def counts_of(uow: UnitOfWork, kind: str) -> dict[str, int]:
    """Count what runs on each version of the definitions of one kind."""
    readers = {
        "procedure": running.open_cases,
        "bundle": running.running_dossiers,
        "declaration": running.filled_declarations,
    }
    return readers[kind](uow.connection) if kind in readers else {}


def proofs_of(registry: Registry, definition: Lockable) -> tuple[Proof, ...]:
    """Prove one definition, once as long as the product runs: nothing it rests on changes meanwhile."""
    return _proved(registry, kind_of(definition), key_of(definition), definition)


@lru_cache(maxsize=256)
def _proved(registry: Registry, kind: str, key: str, definition: Lockable) -> tuple[Proof, ...]:
    return proofs(registry, definition)


def _age(definition: Lockable) -> tuple[date, str]:
    if isinstance(definition, Definition):
        return definition.effective_from, definition.version
    return date.min, definition.code
