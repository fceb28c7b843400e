"""Steps of officers. `{officer}` is a desk, such as `the police officer` / `công an xã` (`words.OFFICES`,
`words.HEADS`); who sits there follows from the office that has the case.

What was before (short cut, no pages):
    Given "{procedure}" has its result                            "{procedure}" đã có kết quả
    When the offices take "{procedure}" to its result             các cơ quan đưa "{procedure}" đến kết quả
    Given {officer} has taken the step "{step}"[:]                {officer} đã làm bước "{step}"[:]
    Given {officer} has the page of the case open                 {officer} đang mở trang hồ sơ

What they do, from the worklist to the case to the step:
    When {officer} takes the step "{step}"[:]                     {officer} làm bước "{step}"[:]
    When {officer} takes the step "{step}" on "{procedure}"    {officer} làm bước "{step}" của "{procedure}"
    When {officer} presses "{step}" on the page left open         {officer} bấm "{step}" trên trang còn mở
    When {officer} sends the step "{step}" by hand                {officer} tự gửi bước "{step}"
    When {officer} opens the case                                 {officer} mở hồ sơ
  A table fills in what the step needs: | the words beside the box | what is typed |

What they see:
    Then {officer} reads "{words}"                                {officer} đọc thấy "{words}"
    Then the step "{step}" is shut: "{why}"                       bước "{step}" chưa làm được: "{why}"
    Then {officer} may take:  | step |                            {officer} làm được các bước:
    Then {officer} may take the step "{step}"                     {officer} làm được bước "{step}"
    Then {officer} may take no step                               {officer} không làm được bước nào
    Then {officer} finds the file in the queue "{queue}"          {officer} thấy hồ sơ trong hàng "{queue}"
    Then {officer} of "{commune}" does not find the file          {officer} ở "{commune}" không thấy hồ sơ
"""

from pytest_bdd import given, then, when

from tests.bdd import looking, shortcuts
from tests.bdd.town import Town
from tests.bdd.words import Desk, says

Table = list[list[str]]

# --- what was before --------------------------------------------------------------------------------


@given(says('"{procedure}" has its result'))
@given(says('"{procedure}" đã có kết quả'))
@when(says('the offices take "{procedure}" to its result'))
@when(says('các cơ quan đưa "{procedure}" đến kết quả'))
def has_result(town: Town, procedure: str) -> None:
    shortcuts.carry(town, procedure)


@given(says('{officer:Officer} has taken the step "{step}"'))
@given(says('{officer:Officer} has taken the step "{step}":'))
@given(says('{officer:Officer} đã làm bước "{step}"'))
@given(says('{officer:Officer} đã làm bước "{step}":'))
def has_taken(town: Town, officer: Desk, step: str, datatable: Table | None = None) -> None:
    shortcuts.take(town, officer, step, dict(datatable or ()))


@given(says("{officer:Officer} has the page of the case open"))
@given(says("{officer:Officer} đang mở trang hồ sơ"))
def case_left_open(town: Town, officer: Desk) -> None:
    town.kept = looking.open_case(town, officer)


# --- what they do -----------------------------------------------------------------------------------


@when(says('{officer:Officer} takes the step "{step}"'))
@when(says('{officer:Officer} takes the step "{step}":'))
@when(says('{officer:Officer} làm bước "{step}"'))
@when(says('{officer:Officer} làm bước "{step}":'))
def takes(town: Town, officer: Desk, step: str, datatable: Table | None = None) -> None:
    looking.open_case(town, officer)
    looking.press_step(town, officer, step, datatable or ())


@when(says('{officer:Officer} takes the step "{step}" on "{procedure}"'))
@when(says('{officer:Officer} làm bước "{step}" của "{procedure}"'))
def takes_on(town: Town, officer: Desk, step: str, procedure: str) -> None:
    looking.open_case(town, officer, procedure)
    looking.press_step(town, officer, step)


@when(says('{officer:Officer} presses "{step}" on the page left open'))
@when(says('{officer:Officer} bấm "{step}" trên trang còn mở'))
def presses_left_open(town: Town, officer: Desk, step: str) -> None:
    town.officer(officer).press(step, on=town.kept)
    town.run()


@when(says('{officer:Officer} sends the step "{step}" by hand'))
@when(says('{officer:Officer} tự gửi bước "{step}"'))
def sends_by_hand(town: Town, officer: Desk, step: str) -> None:
    case = town.case_at(officer)
    address = f"/can-bo/ho-so/{case.id}/lam/{town.step(case, step).code}"
    looking.by_hand(town.officer(officer, case.office_id), address, {"round": str(case.round)})


@when(says("{officer:Officer} opens the case"))
@when(says("{officer:Officer} mở hồ sơ"))
def opens_case(town: Town, officer: Desk) -> None:
    looking.open_case(town, officer)


# --- what they see ----------------------------------------------------------------------------------


@then(says('{officer:Officer} reads "{words}"'))
@then(says('{officer:Officer} đọc thấy "{words}"'))
def reads(town: Town, officer: Desk, words: str) -> None:
    page = looking.open_case(town, officer)
    assert page.says(words), f"{page.address} says: {page.words}"


@then(says('the step "{step}" is shut: "{why}"'))
@then(says('bước "{step}" chưa làm được: "{why}"'))
def step_shut(town: Town, step: str, why: str) -> None:
    assert looking.shut_because(town.page, step) == why


@then(says("{officer:Officer} may take:"))
@then(says("{officer:Officer} làm được các bước:"))
def may_take(town: Town, officer: Desk, datatable: Table) -> None:
    page = looking.open_case(town, officer)
    assert looking.open_steps(page) == [step for (step,) in datatable]


@then(says('{officer:Officer} may take the step "{step}"'))
@then(says('{officer:Officer} làm được bước "{step}"'))
def may_take_step(town: Town, officer: Desk, step: str) -> None:
    assert step in looking.open_steps(looking.open_case(town, officer))


@then(says("{officer:Officer} may take no step"))
@then(says("{officer:Officer} không làm được bước nào"))
def may_take_none(town: Town, officer: Desk) -> None:
    assert looking.open_steps(looking.open_case(town, officer)) == []


@then(says('{officer:Officer} finds the file in the queue "{queue}"'))
@then(says('{officer:Officer} thấy hồ sơ trong hàng "{queue}"'))
def finds(town: Town, officer: Desk, queue: str) -> None:
    page = looking.queue(town.officer(officer), queue)
    assert town.number in page.words


@then(says('{officer:Officer} does not find it in the queue "{queue}"'))
@then(says('{officer:Officer} không thấy hồ sơ trong hàng "{queue}"'))
def does_not_find_in(town: Town, officer: Desk, queue: str) -> None:
    assert town.number not in looking.queue(town.officer(officer), queue).words


@then(says('{officer:Officer} of "{commune}" does not find the file'))
@then(says('{officer:Officer} ở "{commune}" không thấy hồ sơ'))
def does_not_find(town: Town, officer: Desk, commune: str) -> None:
    visitor = town.officer(officer, looking.office_in(officer, commune))
    page = visitor.open("/can-bo/viec?hang=tat-ca")
    assert town.number not in page.words
    assert visitor.open(f"/can-bo/ho-so/{town.case_at(officer).id}").status == 404
