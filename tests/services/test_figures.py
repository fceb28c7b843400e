"""Every number of the supervisor's pages equals an independent recount from raw rows of 20,000 dossiers."""

from __future__ import annotations

import fcntl
import pickle
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import datetime, time, timedelta
from functools import cached_property
from pathlib import Path
from typing import Any

import pytest

from bench import stories
from services.access.actors import Actor
from services.demo.stage import Stage, open_stage
from services.reading.supervising import (
    dashboards,
    index766,
    lists,
    measures,
    outlooks,
    scope,
    tallies,
)
from services.reading.supervising.dashboards import DashboardPage, OfficesPage
from services.reading.supervising.index766 import IndexPage
from services.reading.supervising.lists import FileLine, ListPage
from services.reading.supervising.outlooks import ForecastPage
from services.reading.supervising.scope import Asked
from services.unit_of_work import UnitOfWork
from tests.services.figure_sabotages import LIST_SABOTAGES, SABOTAGES
from tests.services.page_numbers import numbers_of, paths_of
from tests.services.plain_days import LOCAL
from tests.services.raw_books import Books
from tests.services.recount import MEASURES, Look
from tests.services.recount_lists import LISTS, Line, amounts, lines
from tests.services.recount_pages import DASHBOARD, HEADLINES, INDEX, OFFICES
from tests.services.recount_stays import FORECAST, NOT_COUNTED, Recount
from workflows.vocabulary import Role

pytestmark = [pytest.mark.slow, pytest.mark.timeout(900)]
BOSS = Actor("giamsat.hanoi", "Giám sát", frozenset({Role.SUPERVISOR}), office_id="civil-status:00004")
PROVINCE = "01"
MANY, SOME = 20_000, 600
RECOUNTED = {DashboardPage: DASHBOARD, OfficesPage: OFFICES, IndexPage: INDEX, ForecastPage: FORECAST}
READ: dict[type, Callable[[UnitOfWork, Asked], Any]] = {
    DashboardPage: dashboards.dashboard,
    OfficesPage: dashboards.offices,
    IndexPage: index766.index_page,
    ForecastPage: lambda uow, asked: outlooks.forecast_page(uow),
}


@dataclass
class Filled:
    """A database with copied stories, and the product that reads it."""

    stage: Stage
    books: Books

    @cached_property
    def looks(self) -> dict[int, Look]:
        """What is looked at, for each period: counted once, however often the product is asked."""
        offices, now = frozenset(self.books.offices_of(PROVINCE)), stories.NOW
        today = datetime.combine(now.astimezone(LOCAL).date(), time(), LOCAL)
        firsts = {weeks: today - timedelta(days=7 * weeks - 1) for weeks in scope.PERIODS}
        return {weeks: Look(self.books, offices, first, now) for weeks, first in firsts.items()}

    def page(self, kind: type, weeks: int) -> Any:
        return READ[kind](self.stage.context.reading(BOSS), Asked(weeks))

    def differences(self, weeks: int, *kinds: type) -> set[str]:
        """Name the numbers of some pages that differ from the recount."""
        kinds = kinds or tuple(kind for kind in READ if kind is not ForecastPage)
        return {one for kind in kinds for one in self._differ(self.page(kind, weeks), RECOUNTED[kind], weeks)}

    def _differ(self, page: Any, recounted: dict[str, Recount], weeks: int) -> Iterator[str]:
        read = numbers_of(page)
        for path, recount in recounted.items():
            plain = recount(self.looks[weeks])
            for key in plain.keys() | read[path].keys():
                if key not in plain or key not in read[path] or not _same(read[path][key], plain[key]):
                    yield " ".join((path, *key))

    def listed(self, code: str, weeks: int, *, only: bool = False) -> ListPage:
        return lists.file_list(self.stage.context.reading(BOSS), code, Asked(weeks), only=only, page=None)

    def list_differs(self, code: str, weeks: int) -> set[str]:
        """Name what differs in the list behind a measure: a number of it, or a line."""
        page, look = self.listed(code, weeks), self.looks[weeks]
        said = {line.number: (line.amount, line.kept) for line in page.lines}
        wrong = {"amounts"} if said != amounts(look, code) else set()
        wrong |= {"lines"} if {_said(line) for line in page.lines} != lines(look, code) else set()
        return wrong | set(self._differ(page, LISTS[code], weeks))


def _same(read: float | None, plain: float | None) -> bool:
    return read == plain if read is None or plain is None else abs(read - plain) < 1e-6


def _said(line: FileLine) -> Line:
    moments = (line.submitted_at, line.due_at, line.apologised_at)
    words = (line.procedure.vi, line.state.vi, line.office.vi, line.holder, line.reason.vi)
    return Line(line.number, *words, *(str(at.timestamp()) if at else "" for at in moments))


@pytest.fixture(scope="session")
def played(tmp_path_factory: pytest.TempPathFactory) -> list[stories.Rows]:
    """Play the stories once, also where several processes run the tests."""
    base = tmp_path_factory.getbasetemp()
    shared = (base.parent if base.name.startswith("popen-") else base) / "played-stories"
    with (shared.with_suffix(".lock")).open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        if not shared.exists():
            shared.write_bytes(pickle.dumps(stories.play(tmp_path_factory.mktemp("stories"))))
    found: list[stories.Rows] = pickle.loads(shared.read_bytes())  # noqa: S301 - written just above
    return found


def _filled(folder: Path, played: list[stories.Rows], count: int) -> Iterator[Filled]:
    stage = open_stage(folder, stories.NOW)
    stories.fill(folder / "stage.sqlite", stories.copies(played, count))
    yield Filled(stage, Books(folder / "stage.sqlite", stage.context.registry))
    stage.close()


@pytest.fixture(scope="session")
def many(tmp_path_factory: pytest.TempPathFactory, played: list[stories.Rows]) -> Iterator[Filled]:
    yield from _filled(tmp_path_factory.mktemp("many"), played, MANY)


@pytest.fixture(scope="session")
def some(tmp_path_factory: pytest.TempPathFactory, played: list[stories.Rows]) -> Iterator[Filled]:
    yield from _filled(tmp_path_factory.mktemp("some"), played, SOME)


@pytest.fixture
def anew() -> Iterator[None]:
    """Let everything be read anew, before and after something in it was broken."""
    _forget()
    yield
    _forget()


def _forget() -> None:
    tallies._keepers.clear()
    outlooks._made.clear()


# --- nothing is left out ------------------------------------------------------------------------------


@pytest.mark.parametrize("kind", [*RECOUNTED, ListPage], ids=lambda kind: kind.__name__)
def test_every_number_of_a_page_has_a_recount(kind: type) -> None:
    excused = {path for path in paths_of(kind) if path.startswith(tuple(NOT_COUNTED))}
    for recounted in LISTS.values() if kind is ListPage else (RECOUNTED[kind],):
        assert recounted.keys() == paths_of(kind) - excused
    if kind is ForecastPage:
        assert all(any(path.startswith(reason) for path in excused) for reason in NOT_COUNTED)
    else:
        assert not excused


def test_every_measure_has_a_recount() -> None:
    assert [measure.code for measure in measures.MEASURES] == list(MEASURES)
    assert dashboards.HEADLINES == HEADLINES


def test_no_figure_that_is_compared_is_nothing_or_everything(many: Filled) -> None:
    """Nought equals nought however it is counted, so the stories must make something of everything."""
    look = many.looks[4]
    for code, (kind, _) in MEASURES.items():
        value, of = look.figure(code)
        assert value, code
        assert of, code
        assert value != (100 if kind in ("share", "others") else len(look.files)), code
    for recounted in RECOUNTED.values():
        for path, recount in recounted.items():
            numbers = recount(look).values()
            assert any(numbers) is (path not in NOUGHT), path
            if path.endswith("share"):
                assert any(number and number < 100 for number in numbers), path


# Numbers that the stories leave at nought, each with the reason.
NOUGHT = {"needs.overdue[].half": "half of what the three worst offices finish, they finish on the same day"}


# --- they are equal -----------------------------------------------------------------------------------


def test_every_number_equals_the_recount(many: Filled) -> None:
    assert len(many.books.files) == MANY
    assert many.differences(4) == set()
    assert many.differences(12) == set()
    assert many.list_differs("qua-han", 4) == set()


def test_a_list_holds_exactly_what_its_figure_counted(some: Filled) -> None:
    for code in MEASURES:
        assert some.list_differs(code, 12) == set(), code
        page, missed = some.listed(code, 12), some.listed(code, 12, only=True)
        assert [line for line in page.lines if not line.kept] == list(missed.lines)


# --- and a difference would be seen -------------------------------------------------------------------


@pytest.mark.usefixtures("anew")
@pytest.mark.parametrize("sabotage", SABOTAGES)
def test_the_comparison_sees_a_sabotage(some: Filled, sabotage: str, monkeypatch: pytest.MonkeyPatch) -> None:
    spoil, number = SABOTAGES[sabotage]
    with monkeypatch.context() as patch:
        spoil(patch)
        assert any(one.startswith(number) for one in some.differences(12))


@pytest.mark.usefixtures("anew")
@pytest.mark.parametrize("sabotage", LIST_SABOTAGES)
def test_the_comparison_sees_a_wrong_list(
    some: Filled, sabotage: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    spoil, what = LIST_SABOTAGES[sabotage]
    with monkeypatch.context() as patch:
        spoil(patch)
        wrong = {code: some.list_differs(code, 12) for code in ("qua-han", "dung-han")}
        assert any(what in found for found in wrong.values()), wrong


@pytest.mark.usefixtures("anew")
def test_the_comparison_sees_a_wrong_load(some: Filled, monkeypatch: pytest.MonkeyPatch) -> None:
    assert some.differences(4, ForecastPage) == set()
    _forget()
    with monkeypatch.context() as patch:
        patch.setattr(outlooks, "_seen", lambda gone, calendar, instant: len(gone))
        assert some.differences(4, ForecastPage) >= {"forecast.seen", "forecast.per_day"}


@pytest.mark.usefixtures("anew")
def test_what_is_new_in_the_journal_is_read_on(some: Filled) -> None:
    """A second look reads only the new lines, and comes to what a first look would."""
    before = some.page(DashboardPage, 12)
    kept = tallies._keepers[some.stage.context.engine]
    seq = kept.seq
    with some.stage.context.work(BOSS) as uow:
        file = next(one for one in some.books.files if one.ended is None)
        uow.record("answer-not-applied", dossier_id=file.id)
    after = some.page(DashboardPage, 12)
    assert kept.seq == seq + 1
    read = {one.measure.code: one.of for one in after.readings}
    assert read == {one.measure.code: one.of for one in before.readings}
    _forget()
    assert [one.value for one in some.page(DashboardPage, 12).readings] == [o.value for o in after.readings]
