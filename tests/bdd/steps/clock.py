"""Steps about time. One function serves both languages; `{…:Moment}` is `Friday 13/02/2026 14:59`.

    Given it is {moment}                                  Biết lúc này là {moment}
    Given it has become {moment}                          Biết đã đến {moment}
    When it is {moment}                                   Khi đến {moment}
    Then {person} is promised the results by {moment}     Thì {person} được hẹn trả kết quả vào {moment}
    Then {person} is told that the clock stands still     Thì {person} biết đồng hồ đang dừng
    Then "{procedure}" is due by {moment}                 Thì hạn của "{procedure}" là {moment}
    Then "{procedure}" has no due date while it waits     Thì "{procedure}" chưa tính hạn trong lúc chờ
    Then the page explains the date:  | a sentence |      Thì trang giải thích ngày hẹn:

Time stands still until a step moves it; while it moves, every job runs at its instant.
"""

from datetime import datetime

from pytest_bdd import given, then, when

from services.demo.people import Person
from tests.bdd import looking
from tests.bdd.html import all_of, said
from tests.bdd.town import Town
from tests.bdd.words import says
from web import i18n


@given(says("it is {moment:Moment}"))
@given(says("lúc này là {moment:Moment}"))
def it_is(town: Town, moment: datetime) -> None:
    town.clock.start_at(moment)


@given(says("it has become {moment:Moment}"))
@given(says("đã đến {moment:Moment}"))
@when(says("it is {moment:Moment}"))
@when(says("đến {moment:Moment}"))
def it_becomes(town: Town, moment: datetime) -> None:
    town.run_until(moment)


@then(says("{person:Person} is promised the results by {moment:Moment}"))
@then(says("{person:Person} được hẹn trả kết quả vào {moment:Moment}"))
def promised(town: Town, person: Person, moment: datetime) -> None:
    page = town.citizen(person).open(f"/ho-so/{town.number}")
    with town.reading():
        hour, day = i18n.hour(moment), i18n.long_date(moment)
        words = i18n.gettext("Hẹn trả kết quả: %(hour)s, %(day)s.", hour=hour, day=day)
    assert page.says(words), f"{words!r} is not what the page says: {page.words}"


@then(says("{person:Person} is told that the clock stands still"))
@then(says("{person:Person} biết đồng hồ đang dừng"))
def stands_still(town: Town, person: Person) -> None:
    page = town.citizen(person).open(f"/ho-so/{town.number}")
    assert page.says(town.said("Thời hạn đang tạm dừng từ %(moment)s.", moment="").rstrip(" .")), page.words


@then(says('"{procedure}" is due by {moment:Moment}'))
@then(says('hạn của "{procedure}" là {moment:Moment}'))
def due(town: Town, procedure: str, moment: datetime) -> None:
    part = said(looking.result(town, procedure))
    with town.reading():
        words = i18n.gettext("Hạn của cơ quan: %(moment)s", moment=i18n.moment(moment))
    assert words in part, part


@then(says('"{procedure}" has no due date while it waits'))
@then(says('"{procedure}" chưa tính hạn trong lúc chờ'))
def not_counted(town: Town, procedure: str) -> None:
    part = said(looking.result(town, procedure))
    assert town.said("Tạm dừng tính hạn") in part, part


@then(says("the page explains the date:"))
@then(says("trang giải thích ngày hẹn:"))
def explained(town: Town, datatable: list[list[str]]) -> None:
    first = all_of(town.page.main, "details")[0]
    lines = [said(line) for line in all_of(first, "li")]
    assert [sentence for (sentence,) in datatable if sentence not in lines] == [], lines
