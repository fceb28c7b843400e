"""Reading one version of a definition: map, tables, proofs, what has been tried, what runs on it."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from datetime import date, datetime

from services.reading.designing.coverage import Coverage, concerning, coverage, is_stale
from services.reading.designing.last_run import LastRun, Ran
from services.reading.designing.shelf import (
    VersionLine,
    choose,
    counts_of,
    family,
    in_force,
    proofs_of,
    require_reader,
    version_lines,
    version_of,
)
from services.reading.designing.tables import Table, tables_of
from services.unit_of_work import UnitOfWork
from workflows.bundle import Bundle
from workflows.errors import NotFound, TransitionRefused
from workflows.language import Definition, Procedure
from workflows.lock import Lockable
from workflows.registry import Registry
from workflows.sheets.compare import differences
from workflows.sheets.graphs import Graph, graph_of, graph_of_bundle, legend
from workflows.sheets.proofs import Proof, Verdict
from workflows.words import Source, Text

READ_ONLY = Text(
    vi="Phòng này hiện chỉ để xem: định nghĩa được sửa trong tệp nguồn và công bố bằng lệnh.",
    en="This room is read-only for now: definitions are changed in their files and published by a command.",
)
NOT_ALL_PASS = Text(
    vi="Chỉ áp dụng được khi mọi mục kiểm chứng đều đạt.",
    en="It can be applied only when every check passes.",
)
NOT_COVERED = Text(
    vi="Chỉ áp dụng được khi kịch bản đã thử mọi chuyển tiếp.",
    en="It can be applied only when scenarios have tried every transition.",
)


@dataclass(frozen=True, slots=True)
class RunSummary:
    """The last run, as far as it concerns one definition."""

    ended_at: datetime
    passed: int
    failed: int
    skipped: int
    stale: bool


@dataclass(frozen=True, slots=True)
class DefinitionPage:
    """One version of a definition; `run` is None when no scenario was run on this machine."""

    kind: str
    code: str
    version: str
    text: Text
    standing: Definition | None
    sources: tuple[Source, ...]
    in_force: bool
    versions: tuple[VersionLine, ...]
    graph: Graph | None
    legend: tuple[tuple[str, Text], ...]
    tables: tuple[Table, ...]
    proofs: tuple[Proof, ...]
    run: RunSummary | None
    coverage: Coverage | None
    blocked: tuple[Text, ...]

    @property
    def passed(self) -> int:
        return sum(1 for proof in self.proofs if proof.verdict is Verdict.PASSED)


@dataclass(frozen=True, slots=True)
class ScenariosPage:
    """The scenarios of the last run that concern one version."""

    kind: str
    code: str
    version: str
    text: Text
    run: RunSummary | None
    features: tuple[tuple[str, tuple[Ran, ...]], ...]


@dataclass(frozen=True, slots=True)
class ComparePage:
    """What is different between two versions; no `before` for the first one."""

    kind: str
    code: str
    text: Text
    before: str | None
    after: str
    since: date | None
    versions: tuple[str, ...]
    lines: tuple[Text, ...]


def definition_page(
    uow: UnitOfWork, kind: str, code: str, version: str | None, run: LastRun | None
) -> DefinitionPage:
    """Read one version, the one in force today when none is named.

    Raises:
        NotAllowed: the person is neither supervisor nor operator.
        NotFound: there is no such definition or version.
    """
    require_reader(uow)
    with uow:
        registry, today = uow.registry, uow.context.calendar().local_date(uow.now)
        versions = family(registry, kind, code)
        chosen = choose(versions, version, today)
        found = proofs_of(registry, chosen)
        covered = coverage(run, chosen) if run and isinstance(chosen, Procedure) else None
        return DefinitionPage(
            kind,
            code,
            version_of(chosen),
            chosen.text,
            chosen if isinstance(chosen, Definition) else None,
            chosen.legal_basis if isinstance(chosen, Definition) else (),
            in_force(chosen, today),
            version_lines(versions, today, counts_of(uow, kind)),
            _graph(registry, chosen),
            legend(registry, chosen),
            tables_of(registry, chosen),
            found,
            _summary(run, chosen),
            covered,
            _blocked(found, covered),
        )


def refuse_to_apply(uow: UnitOfWork, kind: str, code: str, version: str | None, run: LastRun | None) -> None:
    """Say why a version cannot be put into force from here; for now there is always a reason.

    Raises:
        NotAllowed, NotFound: as `definition_page`.
        TransitionRefused: always, with the reasons that the page shows.
    """
    page = definition_page(uow, kind, code, version, run)
    raise TransitionRefused(
        text=Text(vi=" ".join(one.vi for one in page.blocked), en=" ".join(one.en for one in page.blocked))
    )


def scenarios_page(
    uow: UnitOfWork, kind: str, code: str, version: str | None, run: LastRun | None
) -> ScenariosPage:
    """Read which scenarios of the last run concern a version.

    Raises:
        NotAllowed, NotFound: as `definition_page`.
    """
    require_reader(uow)
    with uow:
        today = uow.context.calendar().local_date(uow.now)
        chosen = choose(family(uow.registry, kind, code), version, today)
        features: dict[str, list[Ran]] = {}
        for ran in concerning(run, chosen) if run else ():
            features.setdefault(ran.feature, []).append(ran)
        shelf = tuple((name, tuple(some)) for name, some in features.items())
        return ScenariosPage(kind, code, version_of(chosen), chosen.text, _summary(run, chosen), shelf)


def compare_page(uow: UnitOfWork, kind: str, code: str, before: str | None, after: str | None) -> ComparePage:
    """Say in words what changed between two versions; by default from the one before.

    Raises:
        NotAllowed, NotFound: as `definition_page`.
    """
    require_reader(uow)
    with uow:
        today = uow.context.calendar().local_date(uow.now)
        versions = family(uow.registry, kind, code)
        new = choose(versions, after, today)
        place = versions.index(new)
        old = choose(versions, before, today) if before else versions[max(place - 1, 0)]
        if not isinstance(new, Definition):
            raise NotFound(text=Text(vi="Cơ quan không có phiên bản.", en="An authority has no versions."))
        return ComparePage(
            kind,
            code,
            new.text,
            version_of(old) if old is not new else None,
            new.version,
            new.effective_from,
            tuple(version_of(one) for one in reversed(versions)),
            differences(old, new) if old is not new else (),
        )


def _graph(registry: Registry, definition: Lockable) -> Graph | None:
    match definition:
        case Procedure():
            return graph_of(definition, registry)
        case Bundle():
            return graph_of_bundle(definition, registry)
        case _:
            return None


def _summary(run: LastRun | None, definition: Lockable) -> RunSummary | None:
    if run is None:
        return None
    ends = Counter(ran.outcome for ran in concerning(run, definition))
    failed = sum(ends.values()) - ends["passed"] - ends["skipped"]
    return RunSummary(run.ended_at, ends["passed"], failed, ends["skipped"], is_stale(run, definition))


def _blocked(found: tuple[Proof, ...], covered: Coverage | None) -> tuple[Text, ...]:
    """Say why the version cannot be applied; what is wrong with it comes before that nobody may."""
    wrong = any(proof.verdict is not Verdict.PASSED for proof in found)
    untried = covered is not None and not covered.whole
    reasons = ((wrong, NOT_ALL_PASS), (untried, NOT_COVERED), (True, READ_ONLY))
    return tuple(words for holds, words in reasons if holds)
