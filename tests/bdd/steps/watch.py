"""Steps about the watch over deadlines: alerts, apologies, new dates, digests, and a changed calendar.

Given the morning digest is on                               bản tin đầu ngày đã bật
When (in Vietnamese only)   {officer} viết lại lý do trễ [bằng tay] "{words}"
When (in Vietnamese only)   {officer} [tự gửi] hẹn lại ngày {day} vì "{why}"
When the supervisor previews a day off on {day} for everybody|the commune of the file|another commune …
When the supervisor previews {hours} shut on {day} …
When the supervisor applies the change
Then {officer}|the supervisor has {n} alerts "{words}"       {officer}|người giám sát có {n} cảnh báo "…"
Then {person} has had {n} apologies                          {person} nhận {n} lời xin lỗi
Then {officer} reads the digest "{words}"                    {officer} đọc bản tin "{words}"
"""

from pytest_bdd import given, then, when

from services.access import actors
from services.demo.areas import AREAS, province_of
from services.demo.people import Person
from services.time import alarms
from services.time.calendar_edit import DayChange, apply
from services.time.calendar_form import read_change
from storage import alerts, journal
from storage.alerts import ApologyRow
from storage.engine import read_transaction
from tests.bdd import looking
from tests.bdd.browser import Page, Visitor
from tests.bdd.html import all_of, said
from tests.bdd.town import Town
from tests.bdd.words import Desk, says
from workflows.vocabulary import Role

SUPERVISOR = "giamsat.hanoi"
SOURCE = "12/CĐ-TTg"
PREVIEW = "/giam-sat/lich/xem-truoc"


def supervisor(town: Town) -> Visitor:
    return town._signed_in(SUPERVISOR, "can-bo")


def lines(page: Page, words: str) -> list[str]:
    """List the alerts on a page that say these words."""
    return [said(row) for row in all_of(page.main, "tr") if words in said(row)]


def apologies(town: Town) -> list[ApologyRow]:
    with read_transaction(town.context.engine) as connection:
        return alerts.apologies_of(connection, town.dossier_id)


# --- alerts -----------------------------------------------------------------------------------------


@then(says('{officer:Officer} có {count:d} cảnh báo "{words}"'))
def officer_alerts(town: Town, officer: Desk, count: int, words: str) -> None:
    page = town.officer(officer).open("/can-bo/canh-bao")
    assert len(lines(page, words)) == count, page.words


@then(says('{officer:Officer} chưa có cảnh báo "{words}"'))
def no_officer_alerts(town: Town, officer: Desk, words: str) -> None:
    officer_alerts(town, officer, 0, words)


@then(says('người giám sát có {count:d} cảnh báo "{words}"'))
def supervisor_alerts(town: Town, count: int, words: str) -> None:
    page = supervisor(town).open("/giam-sat/canh-bao")
    assert len(lines(page, words)) == count, page.words


@then(says('người giám sát chưa có cảnh báo "{words}"'))
def no_supervisor_alerts(town: Town, words: str) -> None:
    supervisor_alerts(town, 0, words)


# --- apologies and new dates ------------------------------------------------------------------------


@then(says("{person:Person} has had {count:d} apologies"))
@then(says("{person:Person} nhận {count:d} lời xin lỗi"))
def apologised(town: Town, person: Person, count: int) -> None:
    page = town.citizen(person).open(f"/ho-so/{town.number}")
    letters = [said(line) for line in all_of(page.main, "li")]
    sorry = [line for line in letters if town.said("Lý do:") in line and town.words(SORRY) in line]
    assert len(sorry) == count, letters


@then(says("{person:Person} has had no apology"))
@then(says("{person:Person} chưa nhận lời xin lỗi nào"))
def not_apologised(town: Town, person: Person) -> None:
    apologised(town, person, 0)


@then(says('"{procedure}" chỉ được xin lỗi {count:d} lần'))
def apologised_for(town: Town, procedure: str, count: int) -> None:
    case = town.case(procedure)
    assert len([row for row in apologies(town) if row.case_id == case.id]) == count


@when(says('{officer:Officer} viết lại lý do trễ "{words}"'))
def rewords(town: Town, officer: Desk, words: str) -> None:
    visitor = town.officer(officer)
    visitor.open(f"/can-bo/ho-so/{town.case_at(officer).id}/hen-lai")
    visitor.press("Lưu lý do", {"ly-do": words})


@when(says('{officer:Officer} viết lại lý do trễ bằng tay "{words}"'))
def rewords_by_hand(town: Town, officer: Desk, words: str) -> None:
    address = f"/can-bo/ho-so/{town.case_at(officer).id}/ly-do"
    looking.by_hand(town.officer(officer), address, {"ly-do": words})


@when(says('{officer:Officer} hẹn lại ngày {day} vì "{why}"'))
def puts_off(town: Town, officer: Desk, day: str, why: str) -> None:
    looking.open_case(town, officer)
    visitor = town.officer(officer)
    visitor.follow("Xin lỗi và hẹn lại")
    visitor.press("Xin lỗi và hẹn lại", {"ngay": day, "ly-do": why})
    town.run()


@when(says('{officer:Officer} tự gửi hẹn lại ngày {day} vì "{why}"'))
def puts_off_by_hand(town: Town, officer: Desk, day: str, why: str) -> None:
    address = f"/can-bo/ho-so/{town.case_at(officer).id}/hen-lai"
    looking.by_hand(town.officer(officer), address, {"ngay": day, "ly-do": why})


@then(says("việc hẹn lại được ghi là báo trước"))
def early(town: Town) -> None:
    assert [row.early for row in apologies(town)] == [True]


@then(says('việc hẹn lại của "{procedure}" được ghi là báo muộn'))
def not_early(town: Town, procedure: str) -> None:
    case = town.case(procedure)
    assert [row.early for row in apologies(town) if row.case_id == case.id] == [False]


# --- the digest -------------------------------------------------------------------------------------


@given(says("bản tin đầu ngày đã bật"))
def digest_on(town: Town) -> None:
    alarms.begin_digests(town.context)


@then(says("{officer:Officer} chưa có bản tin nào"))
def no_digest(town: Town, officer: Desk) -> None:
    page = town.officer(officer).open("/can-bo/canh-bao")
    assert page.says("Bản tin có lúc 07:30 mỗi ngày làm việc"), page.words


@then(says('{officer:Officer} đọc bản tin "{words}"'))
def reads_digest(town: Town, officer: Desk, words: str) -> None:
    page = town.officer(officer).open("/can-bo/canh-bao")
    assert page.says(words), page.words


# --- the calendar -----------------------------------------------------------------------------------


@when(says('the supervisor previews a day off on {day} for everybody because of "{why}"'))
def previews(town: Town, day: str, why: str) -> None:
    look(town, {"ngay": day, "loai": "off", "pham-vi": "*", "ly-do": why})


@when(says('the supervisor previews a day off on {day} for the commune of the file because of "{why}"'))
def previews_here(town: Town, day: str, why: str) -> None:
    area = town.case("Health card").office_id.split(":")[1]
    look(town, {"ngay": day, "loai": "off", "pham-vi": f"area:{area}", "ly-do": why})


@when(says('the supervisor previews a day off on {day} for another commune because of "{why}"'))
def previews_elsewhere(town: Town, day: str, why: str) -> None:
    here = town.case("Health card").office_id.split(":")[1]
    other = next(area.code for area in AREAS if area.code != here)
    look(town, {"ngay": day, "loai": "off", "pham-vi": f"area:{other}", "ly-do": why})


@when(says('the supervisor previews a day off on {day} for a commune of another province because of "{why}"'))
def previews_beyond(town: Town, day: str, why: str) -> None:
    here = province_of(town.case("Health card").office_id.split(":")[1])
    other = next(area.code for area in AREAS if area.province_code != here)
    look(town, {"ngay": day, "loai": "off", "pham-vi": f"area:{other}", "ly-do": why})


@when(says('the supervisor previews {hours} shut on {day} because of "{why}"'))
def previews_hours(town: Town, hours: str, day: str, why: str) -> None:
    look(town, {"ngay": day, "loai": "shut", "gio": hours, "pham-vi": "*", "ly-do": why})


def look(town: Town, typed: dict[str, str]) -> None:
    """Fill in the form of a day and press its button."""
    visitor = supervisor(town)
    page = visitor.open("/giam-sat/lich")
    fields = {**dict.fromkeys(("gio",), ""), **typed, "can-cu": SOURCE, "viec": "ngay"}
    query = "&".join(f"{name}={value}" for name, value in fields.items())
    assert any(form.get("action", "").startswith(PREVIEW) for form in all_of(page.main, "form"))
    town.kept = visitor.open(f"{PREVIEW}?{query}")


@when("the supervisor applies the change")
def applies(town: Town) -> None:
    visitor = supervisor(town)
    visitor.press(town.said("Áp dụng"), on=town.kept)
    town.run()


@when("somebody else changes the calendar")
def somebody_else(town: Town) -> None:
    typed = {"viec": "ngay", "ngay": "2026-06-01", "loai": "off", "ly-do": "Another day", "can-cu": "1/QĐ"}
    change, problems = read_change(typed, 2026)
    assert isinstance(change, DayChange), problems
    other = actors.Actor("x", "x", frozenset({Role.SUPERVISOR}), office_id="civil-status:00004")
    apply(town.context.work(other), change, 0)


@then(says('the supervisor reads the hours "{hours}"'))
def reads_hours(town: Town, hours: str) -> None:
    assert supervisor(town).open("/giam-sat/lich").says(hours), town.page.words


@then(says('the journal of the file says "{words}" {count:d} times'))
def journal_says(town: Town, words: str, count: int) -> None:
    assert looking.track(town).says(words)
    with read_transaction(town.context.engine) as connection:
        events = [line.event for line in journal.lines_of(connection, town.dossier_id)]
    assert events.count("due-date-moved") == count


SORRY = alarms.Text(vi="Xin lỗi:", en="We are sorry:")
