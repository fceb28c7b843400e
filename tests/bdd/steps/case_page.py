"""Steps of the case page itself: going through a queue, the folded lists of shut steps, what is reported.

When {officer} mở hồ sơ đầu hàng "{queue}" rồi bấm "{step}"
When {officer} bấm "{step}" trên trang ấy
Then mục "{title}" có "{step}" vì "{why}"
Then trang báo "{words}"
"""

from pytest_bdd import then, when

from tests.bdd import looking
from tests.bdd.html import all_of, said
from tests.bdd.town import Town
from tests.bdd.words import Desk, says


@when(says('{officer:Officer} mở hồ sơ đầu hàng "{queue}" rồi bấm "{step}"'))
def first_of_queue(town: Town, officer: Desk, queue: str, step: str) -> None:
    visitor = town.officer(officer)
    lines = all_of(looking.queue(visitor, queue).main, "a")
    first = next(line for line in lines if line.get("class") == "name")
    visitor.open(first.get("href", ""))
    visitor.press(step)
    town.run()


@when(says('{officer:Officer} bấm "{step}" trên trang ấy'))
def presses_there(town: Town, officer: Desk, step: str) -> None:
    town.officer(officer).press(step)
    town.run()


@then(says('mục "{title}" có "{step}" vì "{why}"'))
def listed_as_shut(town: Town, title: str, step: str, why: str) -> None:
    [folded] = [part for part in all_of(town.page.main, "details") if said(part).startswith(title)]
    lines = [said(line) for line in all_of(folded, "li")]
    assert f"{step} {why}" in lines, lines


@then(says('trang báo "{words}"'))
def reported(town: Town, words: str) -> None:
    alerts = [said(part) for part in all_of(town.page.main, "div") if part.get("role") == "alert"]
    assert alerts == [words]
