"""Calendars that administrators keep: for whom an entry holds, who sees a change, and which dates move."""

from collections.abc import Iterator
from datetime import date, datetime, time
from pathlib import Path

import pytest

from services.access.actors import SYSTEM, Actor
from services.demo.areas import province_of
from services.demo.live_cases import open_live_cases
from services.demo.stage import Stage, open_stage, run_jobs
from services.time import calendar_edit, calendar_moves, calendars
from services.time.calendar_edit import DayChange, HoursChange, YearChange, apply, propose
from services.time.calendar_form import read_change
from services.time.calendars import Books, Calendars
from storage import dossiers, open_cases, reference
from storage.cases import cases_of
from storage.engine import open_engine, read_transaction
from workflows.calendar import VIETNAM
from workflows.errors import CalendarEnds, ConcurrentChange, NotAllowed, NotFound
from workflows.vocabulary import Role
from workflows.working_time import MORNING

SUPERVISOR = Actor("giamsat", "Giám sát", frozenset({Role.SUPERVISOR}), office_id="civil-status:00004")
HERE, POLICE, AWAY = "civil-status:00004", "police:00004", "civil-status:20242"
PROVINCE_AWAY = province_of("20242")
DAY = date(2026, 11, 25)  # a Wednesday


@pytest.fixture
def stage(tmp_path: Path) -> Iterator[Stage]:
    stage = open_stage(tmp_path, datetime(2026, 11, 23, 9, 0, tzinfo=VIETNAM))
    yield stage
    stage.close()


def books(stage: Stage) -> Books:
    keeper = stage.context.calendar
    assert isinstance(keeper, Calendars)
    return keeper.books()


def enter(stage: Stage, change: calendar_edit.Change) -> int:
    version = apply(stage.context.work(SUPERVISOR), change, books(stage).version)
    run_jobs(stage)
    return version


def off(scope: str = "*", kind: str = "off", on: date = DAY) -> DayChange:
    return DayChange(on, kind, scope, "Bão số 12", "1/CĐ-TTg")


@pytest.mark.parametrize(
    ("scope", "shut"),
    [
        ("*", {HERE, POLICE, AWAY}),
        ("level:commune", {HERE, POLICE, AWAY}),
        ("level:province", set()),
        ("authority:civil-status", {HERE, AWAY}),
        ("area:00004", {HERE, POLICE}),
        ("area:01", {HERE, POLICE}),
        (f"office:{HERE}", {HERE}),
    ],
)
def test_a_day_off_holds_for_its_scope_and_for_nobody_else(stage: Stage, scope: str, shut: set[str]) -> None:
    enter(stage, off(scope))
    found = {office for office in (HERE, POLICE, AWAY) if not books(stage).calendar(office).is_working(DAY)}
    assert found == shut
    assert books(stage).calendar().is_working(DAY) is (scope != "*")


def test_the_particular_goes_before_the_general_and_the_later_before_the_former(stage: Stage) -> None:
    enter(stage, off("*"))
    enter(stage, off(f"office:{HERE}", kind="working"))
    assert books(stage).calendar(HERE).is_working(DAY)
    assert not books(stage).calendar(AWAY).is_working(DAY)
    enter(stage, off("*", kind="usual"))
    assert books(stage).calendar(AWAY).is_working(DAY)
    with read_transaction(stage.context.engine) as connection:
        assert [row.kind for row in reference.calendar_entries(connection)] == ["off", "working", "usual"]


def test_hours_change_from_a_day_on_for_one_office(stage: Stage) -> None:
    saturday = date(2026, 11, 28)
    enter(
        stage, HoursChange(5, date(2026, 11, 28), (MORNING,), f"office:{HERE}", "Nhận sáng thứ Bảy", "2/QĐ")
    )
    assert books(stage).hours(HERE).hours_on(saturday) == (MORNING,)
    assert books(stage).hours(HERE).hours_on(date(2026, 11, 21)) == ()
    assert books(stage).hours(AWAY).hours_on(saturday) == ()
    assert books(stage).hours(POLICE).hours_on(saturday) == (MORNING,)  # residence desks do anyway
    assert not books(stage).calendar(HERE).is_working(saturday)


def test_a_storm_of_some_hours_is_taken_back_by_a_later_word(stage: Stage) -> None:
    storm = DayChange(DAY, "shut", "*", "Bão số 12", "1/CĐ-TTg", (time(10), time(14, 30)))
    enter(stage, storm)
    assert books(stage).hours(HERE).hours_on(DAY)[0] == (time(7, 30), time(10))
    enter(stage, off("*", kind="usual"))
    assert books(stage).hours(HERE).hours_on(DAY)[0] == MORNING


def test_another_process_sees_a_change_at_its_next_question(stage: Stage) -> None:
    elsewhere = Calendars(open_engine(str(stage.context.engine.url)))
    assert elsewhere().is_working(DAY)
    before = elsewhere.books()
    assert elsewhere.books() is before  # nothing is read again while nothing changes
    enter(stage, off("*"))
    assert not elsewhere().is_working(DAY)


def test_a_unit_of_work_keeps_the_calendar_that_it_saw_first(stage: Stage) -> None:
    with stage.context.reading(SYSTEM) as uow:
        first = calendars.calendar_at(uow, HERE)
        assert uow.calendar_version == 0
        assert calendars.calendar_at(uow, HERE) is first


def test_the_dates_that_a_preview_shows_are_exactly_those_that_move(stage: Stage) -> None:
    open_live_cases(stage.context, stage.agencies, stage.lists)
    shown = propose(stage.context.reading(SUPERVISOR), off("*"))
    before = dates(stage)
    assert shown.count > 0
    enter(stage, off("*"))
    after = dates(stage)
    moved = {key: (before[key], after[key]) for key in before if before[key] != after[key]}
    assert sorted(moved.values()) == sorted((line.before, line.after) for line in shown.moves)
    assert propose(stage.context.reading(SUPERVISOR), off("*")).count == 0


def test_moving_dates_a_second_time_changes_and_says_nothing(stage: Stage) -> None:
    open_live_cases(stage.context, stage.agencies, stage.lists)
    version = enter(stage, off("*"))
    before = (dates(stage), letters(stage))
    payload = {"scope": "*", "version": version, "by": "giamsat", "vi": "x", "en": "x"}
    calendar_moves.move_dates(stage.context, payload)
    assert (dates(stage), letters(stage)) == before


def test_a_further_year_is_answered_once_it_is_proclaimed(stage: Stage) -> None:
    with pytest.raises(CalendarEnds):
        stage.context.calendar().is_working(date(2027, 1, 4))
    enter(stage, off("*", on=date(2027, 1, 1)))
    enter(stage, YearChange(2027, "Lịch nghỉ năm 2027", "3/VPCP"))
    assert stage.context.calendar().is_working(date(2027, 1, 4))
    assert not stage.context.calendar().is_working(date(2027, 1, 1))


def test_who_may_not_what_is_not_there_and_what_has_moved_on_is_refused(stage: Stage) -> None:
    clerk = Actor("x", "x", frozenset({Role.CLERK}), office_id=HERE)
    for act in (propose, lambda uow, change: apply(uow, change, 0)):
        with pytest.raises(NotAllowed):
            act(stage.context.work(clerk), off("*"))
        with pytest.raises(NotFound):
            act(stage.context.work(SUPERVISOR), off("office:nowhere"))
        for elsewhere in (f"office:{AWAY}", "area:20242", f"area:{PROVINCE_AWAY}"):
            with pytest.raises(NotAllowed, match="province"):
                act(stage.context.work(SUPERVISOR), off(elsewhere))
    with pytest.raises(ConcurrentChange):
        apply(stage.context.work(SUPERVISOR), off("*"), 7)
    with read_transaction(stage.context.engine) as connection:
        assert reference.calendar_entries(connection) == []
        assert reference.calendar_version(connection) == 0


@pytest.mark.parametrize(
    ("changed", "wrong"),
    [
        ({"ngay": "2026-02-30"}, {"ngay"}),
        ({"ngay": "0001-01-01"}, {"ngay"}),
        ({"loai": "holiday"}, {"loai"}),
        ({"loai": "shut", "gio": "14:00-10:00"}, {"gio"}),
        ({"loai": "shut", "gio": "10:00"}, {"gio"}),
        ({"loai": "shut", "gio": "10:00-11:00, 13:00-14:00"}, {"gio"}),
        ({"ly-do": "x", "can-cu": ""}, {"ly-do", "can-cu"}),
        ({"viec": ""}, {"viec"}),
        ({"viec": "gio", "thu": "7", "tu-ngay": "2026-12-01", "gio": ""}, {"thu"}),
        ({"viec": "nam", "nam": "2030"}, {"nam"}),
        ({}, set()),
        ({"viec": "gio", "thu": "5", "tu-ngay": "2026-12-01", "gio": "07:30–11:30, 13:00–17:00"}, set()),
        ({"viec": "nam", "nam": "2027"}, set()),
    ],
)
def test_what_is_typed_is_a_change_or_a_sentence_beside_each_box(
    changed: dict[str, str], wrong: set[str]
) -> None:
    typed = {"viec": "ngay", "ngay": "2026-11-25", "loai": "off", "ly-do": "Bão số 12", "can-cu": "1/CĐ-TTg"}
    change, problems = read_change(typed | changed, 2026)
    assert set(problems) == wrong
    assert (change is None) is bool(wrong)


def dates(stage: Stage) -> dict[str, datetime]:
    """Read every date that is owed, of open cases and of dossiers."""
    found = {}
    with read_transaction(stage.context.engine) as connection:
        for dossier_id in open_cases.dossiers_at(connection, open_cases.offices(connection)):
            rows = [dossiers.dossier(connection, dossier_id), *cases_of(connection, dossier_id)]
            found |= {row.id: row.due_at for row in rows if row and row.due_at}
    return found


def letters(stage: Stage) -> int:
    with read_transaction(stage.context.engine) as connection:
        return int(connection.exec_driver_sql("SELECT count(*) FROM letter").scalar_one())
