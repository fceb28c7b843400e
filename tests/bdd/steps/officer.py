"""Steps about the officers of a file: whose office has which part, who holds it, what they may not do.

    When {officer} takes the step "{step}" on "{procedure}":   {officer} làm bước "{step}" của "{procedure}":
    When {officer} opens "{procedure}"                         {officer} mở phần "{procedure}"
    Then "{procedure}" lies at "{office}"                      "{procedure}" ở "{office}"
    Then {officer} of "{commune}" has an empty worklist        hàng việc của {officer} ở "{commune}" trống
    Then the page lists what is missing:  | a thing |          trang liệt kê điều cần bổ sung:

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


@then(says('"{procedure}" lies at "{office}"'))
@then(says('"{procedure}" ở "{office}"'))
def lies_at(town: Town, procedure: str, office: str) -> None:
    part = said(looking.result(town, procedure))
    assert f"· {office}" in part, part


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
