"""Reading the list of definitions: each with its versions, which counts today, how many run on them."""

from __future__ import annotations

from dataclasses import dataclass

from services.reading.designing.shelf import (
    VersionLine,
    choose,
    counts_of,
    family,
    require_reader,
    version_lines,
    version_of,
)
from services.unit_of_work import UnitOfWork
from workflows.language import Definition
from workflows.lock import KINDS
from workflows.vocabulary import Standing
from workflows.words import Text


@dataclass(frozen=True, slots=True)
class DefinitionLine:
    """One definition: what it is called now, the version that counts, and all its versions, newest first."""

    code: str
    text: Text
    version: str
    versions: tuple[VersionLine, ...]
    only_compared: bool

    @property
    def running(self) -> int:
        return sum(line.running for line in self.versions)

    @property
    def in_force(self) -> VersionLine | None:
        return next((line for line in self.versions if line.in_force), None)


@dataclass(frozen=True, slots=True)
class OverviewPage:
    """Every definition, by kind."""

    kinds: tuple[tuple[str, tuple[DefinitionLine, ...]], ...]


def overview(uow: UnitOfWork) -> OverviewPage:
    """Read which definitions there are.

    Raises:
        NotAllowed: the person is neither supervisor nor operator.
    """
    require_reader(uow)
    with uow:
        return OverviewPage(tuple((kind, _lines(uow, kind)) for kind in ("bundle", "procedure", *_OTHERS)))


_OTHERS = tuple(kind for kind in KINDS if kind not in ("bundle", "procedure"))


def _lines(uow: UnitOfWork, kind: str) -> tuple[DefinitionLine, ...]:
    """List the definitions of one kind; those that only serve for comparison come last."""
    today, counts = uow.context.calendar().local_date(uow.now), counts_of(uow, kind)
    every = uow.registry.all_definitions()
    lines = []
    for code in dict.fromkeys(one.code for one in every if type(one) is KINDS[kind]):
        versions = family(uow.registry, kind, code)
        now = choose(versions, None, today)
        compared = isinstance(now, Definition) and now.standing is Standing.BASELINE
        lines.append(
            DefinitionLine(code, now.text, version_of(now), version_lines(versions, today, counts), compared)
        )
    return tuple(sorted(lines, key=lambda line: line.only_compared))
