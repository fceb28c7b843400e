"""Steps about the officers of a file: whose office has which part, who holds it, what they may not do.

    When {officer} takes the step "{step}" on "{procedure}":   {officer} làm bước "{step}" của "{procedure}":
    When {officer} opens "{procedure}"                         {officer} mở phần "{procedure}"
    When {officer} sends the step "{step}" all the same        {officer} vẫn gửi bước "{step}"
    Then "{procedure}" lies at "{office}"                      "{procedure}" ở "{office}"
    Then {officer} holds the case                              {officer} đang giữ hồ sơ
    Then the journal names "{step}" {n} times                  nhật ký có bước "{step}" {n} lần

A table fills in what a step needs: | the words beside the box | what is typed |
"""

from pytest_bdd import then, when

from tests.bdd import looking
from tests.bdd.html import all_of, said
from tests.bdd.town import Town
from tests.bdd.words import Desk, says

Table = list[list[str]]


@when(says('{officer:Officer} takes the step "{step}" on "{procedure}":'))
@when(says('{officer:Officer} làm bước "{step}" của "{procedure}":'))
def takes_on_with(town: Town, officer: Desk, step: str, procedure: str, datatable: Table) -> None:
    looking.open_case(town, officer, procedure)
    looking.press_step(town, officer, step, datatable)


@when(says('{officer:Officer} opens "{procedure}"'))
@when(says('{officer:Officer} mở phần "{procedure}"'))
def opens_part(town: Town, officer: Desk, procedure: str) -> None:
    looking.open_case(town, officer, procedure)


@when(says('{officer:Officer} sends the step "{step}" all the same'))
@when(says('{officer:Officer} vẫn gửi bước "{step}"'))
def sends_all_the_same(town: Town, officer: Desk, step: str) -> None:
    visitor = town.officer(officer)
    form = visitor.page.form(step)
    visitor.send(form.action, form.as_it_stands())
    town.run()


@then(says('"{procedure}" lies at "{office}"'))
@then(says('"{procedure}" ở "{office}"'))
def lies_at(town: Town, procedure: str, office: str) -> None:
    part = said(looking.result(town, procedure))
    assert f"· {office}" in part, part


@then(says("{officer:Officer} holds the case"))
@then(says("{officer:Officer} đang giữ hồ sơ"))
def holds_case(town: Town, officer: Desk) -> None:
    page = looking.open_case(town, officer)
    who = town.account(officer, town.case_at(officer).office_id).id
    assert page.says(f"{town.said('Người giữ hồ sơ')} {who}"), page.words


@then(says('the journal names "{step}" {times:d} times'))
@then(says('nhật ký có bước "{step}" {times:d} lần'))
def journal_names(town: Town, step: str, times: int) -> None:
    lines = [said(line) for line in all_of(looking.track(town).main, "li")]
    found = [line for line in lines if line.endswith(step) or f"{step} " in line]
    assert len(found) == times, lines


@then(says('{officer:Officer} of "{commune}" has an empty worklist'))
@then(says('hàng việc của {officer:Officer} ở "{commune}" trống'))
def has_empty_worklist(town: Town, officer: Desk, commune: str) -> None:
    visitor = town.officer(officer, looking.office_in(officer, commune))
    page = visitor.open("/can-bo/viec?hang=tat-ca")
    assert page.says(town.said("Không có hồ sơ nào trong hàng này.")), page.words


@then(says("the page lists what is missing:"))
@then(says("trang liệt kê điều cần bổ sung:"))
def lists_missing(town: Town, datatable: Table) -> None:
    lines = [said(line) for line in all_of(town.page.main, "li")]
    assert [thing for (thing,) in datatable if thing not in lines] == [], lines
