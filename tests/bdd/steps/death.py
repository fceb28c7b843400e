"""Steps about a death: what one part of the file says, and how the date of that part was found.

    Then "{procedure}" says "{words}"                     Thì phần "{procedure}" ghi "{words}"
    Then "{procedure}" explains its date:  | a sentence | Thì "{procedure}" giải thích hạn của mình:
    Then the form has these parts:  | a part |            Thì tờ khai có các phần:
    When {person} fills row {n} of the list of relatives: {person} điền dòng thứ {n} của danh sách thân nhân:

The first two read the tracking page of whoever filed; the parts are those of the page that is open.
"""

from pytest_bdd import then, when

from services.demo.people import Person
from tests.bdd import looking
from tests.bdd.html import all_of, said
from tests.bdd.town import Town
from tests.bdd.words import says

Table = list[list[str]]

COLUMNS = {"Họ và tên": "name", "Số định danh cá nhân": "personal-id", "Quan hệ": "relation"}


@when(says("{person:Person} fills row {row:d} of the list of relatives:"))
@when(says("{person:Person} điền dòng thứ {row:d} của danh sách thân nhân:"))
def fills_row(town: Town, person: Person, row: int, datatable: Table) -> None:
    boxes = {f"survivor.relatives-{row}-{COLUMNS[label]}": words for label, words in datatable}
    town.citizen(person).press(town.said(looking.SAVE), boxes)


@then(says('"{procedure}" says "{words}"'))
@then(says('phần "{procedure}" ghi "{words}"'))
def part_says(town: Town, procedure: str, words: str) -> None:
    part = said(looking.result(town, procedure))
    assert words in part, part


@then(says('"{procedure}" explains its date:'))
@then(says('"{procedure}" giải thích hạn của mình:'))
def part_explains(town: Town, procedure: str, datatable: Table) -> None:
    details = all_of(looking.result(town, procedure), "details")[0]
    lines = [said(line) for line in all_of(details, "li")]
    assert [sentence for (sentence,) in datatable if sentence not in lines] == [], lines


@then(says("the form has these parts:"))
@then(says("tờ khai có các phần:"))
def form_has_parts(town: Town, datatable: Table) -> None:
    parts = [said(link) for link in all_of(town.page.main, "a") if "/phan/" in link.get("href", "")]
    assert parts[: len(datatable)] == [part for (part,) in datatable], parts
