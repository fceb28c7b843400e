"""Every figure of the dashboard equals an independent recount from the raw rows of 20,000 dossiers."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path

import pytest

from bench import stories
from services.access.actors import Actor
from services.demo.stage import Stage, open_stage
from services.reading.supervising import dashboards, folding, lists, measures, tallies
from services.reading.supervising.dashboards import DashboardPage
from services.reading.supervising.measures import Counted
from services.reading.supervising.scope import Asked
from services.reading.supervising.tally import Hop, Span, Tally
from tests.services.recount import Books, by_office, instant, recount
from workflows.elapsed import counted_days
from workflows.language import Role

pytestmark = [pytest.mark.slow, pytest.mark.timeout(900)]
BOSS = Actor("giamsat.hanoi", "Giám sát", frozenset({Role.SUPERVISOR}), office_id="civil-status:00004")
MANY, SOME = 20_000, 600


@dataclass(frozen=True)
class Filled:
    """A database with copied stories, and the product that reads it."""

    stage: Stage
    books: Books

    def page(self, weeks: int = 4) -> DashboardPage:
        return dashboards.dashboard(self.stage.context.reading(BOSS), Asked(weeks))

    def differences(self, weeks: int = 4) -> set[str]:
        """Name the figures that differ from the recount."""
        page = self.page(weeks)
        plain = recount(self.books, self.offices(), page.since, page.now)
        read = {one.measure.code: (one.value, one.of) for one in page.readings}
        assert read.keys() == plain.keys()
        return {code for code, (value, of) in plain.items() if not _same(read[code], (value, of))}

    def offices(self) -> set[str]:
        """The communes of the stories that lie in the supervisor's province."""
        home = {f":{commune}" for commune in stories.COMMUNES[:-1]} | {":01"}
        every = {office for file in self.books.files for office in file.offices}
        return {office for office in every if f":{office.partition(':')[2]}" in home}


def _same(read: tuple[float | None, int], plain: tuple[float | None, int]) -> bool:
    if read[0] is None or plain[0] is None:
        return read == plain
    return read[1] == plain[1] and abs(read[0] - plain[0]) < 1e-9


@pytest.fixture(scope="module")
def played(tmp_path_factory: pytest.TempPathFactory) -> list[stories.Rows]:
    return stories.play(tmp_path_factory.mktemp("stories"))


def _filled(folder: Path, played: list[stories.Rows], count: int) -> Iterator[Filled]:
    stage = open_stage(folder, stories.NOW)
    stories.fill(folder / "stage.sqlite", stories.copies(played, count))
    yield Filled(stage, Books(folder / "stage.sqlite", stage.context.registry))
    stage.close()


@pytest.fixture(scope="module")
def many(tmp_path_factory: pytest.TempPathFactory, played: list[stories.Rows]) -> Iterator[Filled]:
    yield from _filled(tmp_path_factory.mktemp("many"), played, MANY)


@pytest.fixture(scope="module")
def some(tmp_path_factory: pytest.TempPathFactory, played: list[stories.Rows]) -> Iterator[Filled]:
    yield from _filled(tmp_path_factory.mktemp("some"), played, SOME)


@pytest.fixture
def anew() -> Iterator[None]:
    """Let the tallies be read anew, before and after something in them was broken."""
    tallies._keepers.clear()
    yield
    tallies._keepers.clear()


def test_every_figure_equals_the_recount(many: Filled) -> None:
    assert len(many.books.files) == MANY
    assert many.differences(weeks=4) == set()
    assert many.differences(weeks=12) == set()


def test_the_offices_equal_the_recount_and_the_weeks_add_up(some: Filled) -> None:
    page = dashboards.offices(some.stage.context.reading(BOSS), Asked(12))
    read = {line.office_id: (line.open, line.finished, line.on_time, line.overdue) for line in page.offices}
    assert read == by_office(some.books, some.offices(), page.since, page.now)
    weeks = some.page().weeks
    finished = [file for file in some.books.files if file.finished and file.offices & some.offices()]
    first = weeks[0].begins
    wanted = [
        file for file in finished if file.ended and file.ended.astimezone(page.since.tzinfo).date() >= first
    ]
    assert sum(week.finished for week in weeks) == len(wanted)
    assert sum(week.on_time for week in weeks) == sum(
        not file.is_late_at(file.ended) for file in wanted if file.ended
    )


def test_a_list_holds_exactly_what_its_figure_counted(some: Filled) -> None:
    reading = some.stage.context.reading
    for measure in measures.MEASURES:
        page = lists.file_list(reading(BOSS), measure.code, Asked(12), only=False, page=None)
        missed = lists.file_list(reading(BOSS), measure.code, Asked(12), only=True, page=None)
        assert missed.found == page.reading.missed == sum(not line.kept for line in page.lines)
        if measure.kind in ("mean", "half", "most", "count"):
            assert page.found == page.reading.of, measure.code


def _cases_instead(tally: Tally, span: Span) -> Counted:
    if not tally.finished or not span.holds(tally.ended_at):
        return None
    return sum(bool(case.on_time) for case in tally.cases), len(tally.cases)


SABOTAGES: dict[str, tuple[Callable[[pytest.MonkeyPatch], None], str]] = {
    "cases are counted, not dossiers": (lambda patch: _count(patch, "dung-han", _cases_instead), "dung-han"),
    "pauses are ignored": (lambda patch: patch.setattr(folding, "_clock", lambda *_: None), "nua-so"),
    "on the very minute is too late": (
        lambda patch: patch.setattr(Hop, "taken_by", lambda hop, limit, now: _strictly(hop, limit)),
        "dong-bo",
    ),
    "the day of receipt counts": (
        lambda patch: patch.setattr(tallies, "counted_days", lambda *a, **k: counted_days(*a, **k) + 1),
        "nua-so",
    ),
    "a finished file stays overdue": (
        lambda patch: patch.setattr(
            Tally, "overdue", lambda tally, now: tally.due_at is not None and tally.due_at < now
        ),
        "qua-han",
    ),
}


def _count(patch: pytest.MonkeyPatch, code: str, count: measures.Count) -> None:
    broken = [replace(one, count=count) if one.code == code else one for one in measures.MEASURES]
    patch.setattr(dashboards, "MEASURES", tuple(broken))


def _strictly(hop: Hop, limit: object) -> bool:
    return hop.taken_at is not None and hop.taken_at < limit  # type: ignore[operator]


@pytest.mark.usefixtures("anew")
@pytest.mark.parametrize("sabotage", SABOTAGES)
def test_the_comparison_sees_a_sabotage(some: Filled, sabotage: str, monkeypatch: pytest.MonkeyPatch) -> None:
    spoil, figure = SABOTAGES[sabotage]
    with monkeypatch.context() as patch:
        spoil(patch)
        assert figure in some.differences(weeks=12)
    tallies._keepers.clear()
    assert some.differences(weeks=12) == set()


def test_what_is_new_in_the_journal_is_read_on(some: Filled) -> None:
    """A second look reads only the new lines, and comes to what a first look would."""
    before = some.page(12)
    kept = tallies._keepers[some.stage.context.engine]
    seq = kept.seq
    with some.stage.context.work(BOSS) as uow:
        file = next(one for one in some.books.files if one.ended is None)
        uow.record("answer-not-applied", dossier_id=file.id)
    after = some.page(12)
    assert kept.seq == seq + 1
    read = {one.measure.code: one.of for one in after.readings}
    assert read == {one.measure.code: one.of for one in before.readings}
    tallies._keepers.clear()
    assert [one.value for one in some.page(12).readings] == [one.value for one in after.readings]
    assert instant(None) is None
