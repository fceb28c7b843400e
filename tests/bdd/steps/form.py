"""Steps of the form itself: the first questions, previews of the separate forms, how much is typed.

When {person}|somebody answers the first questions of the {event} declaration: | question | answer |
When {person} begins from there
When {person} answers the rest and files, counting: | question | answer |
When {person} previews the form "{title}"
When {person} follows the link "{words}"
Given {person} has filed the death declaration as the only relative
When {person} fills in the death declaration as the only relative
Then the choice says of "{answer}": | a sentence |
Then {count} answers were typed or chosen, none of them twice
Then {person} is asked only: | a question |
Then the forms of {person} show: | the form | the term | the value |
"""

import pytest
from pytest_bdd import given, then, when

from services.demo.people import Person
from tests.bdd import filling, looking, shortcuts
from tests.bdd.html import all_of, said
from tests.bdd.town import Town
from tests.bdd.words import says

Table = list[list[str]]


@pytest.fixture
def answers_given() -> list[str]:
    """Every question that was answered on a page, by the name of its input."""
    return []


# --- before the form --------------------------------------------------------------------------------


@when(says("somebody answers the first questions of the {event:Event} declaration:"))
@when(says("có người trả lời những câu đầu của tờ khai {event:Event}:"))
def somebody_answers_first(town: Town, event: str, datatable: Table) -> None:
    filling.answer_first(town, town.stranger(), event, datatable)


@when(says("{person:Person} answers the first questions of the {event:Event} declaration:"))
@when(says("{person:Person} trả lời những câu đầu của tờ khai {event:Event}:"))
def answers_first(town: Town, person: Person, event: str, datatable: Table, answers_given: list[str]) -> None:
    answers_given += filling.answer_first(town, town.citizen(person), event, datatable)


@when(says("{person:Person} begins from there"))
@when(says("{person:Person} bắt đầu khai từ đó"))
def begins_from_there(town: Town, person: Person) -> None:
    town.citizen(person).press(town.said("Bắt đầu khai"))


@then(says('the choice says of "{answer}":'))
@then(says('lựa chọn "{answer}" nói rõ:'))
def choice_says(town: Town, answer: str, datatable: Table) -> None:
    cards = {said(all_of(part, "label")[0]): said(part) for part in filling.cards(town.page)}
    assert [words for (words,) in datatable if words not in cards[answer]] == [], cards


# --- how much is typed ------------------------------------------------------------------------------


@when(says("{person:Person} answers the rest and files, counting:"))
@when(says("{person:Person} trả lời phần còn lại rồi nộp, có đếm:"))
def answers_the_rest(town: Town, person: Person, datatable: Table, answers_given: list[str]) -> None:
    event = looking.slug_of(town, person)
    visitor = town.citizen(person)
    visitor.open(looking.next_part(visitor.page))
    answers_given += filling.type_counting(town, visitor, shortcuts.answers(town, event, person, datatable))
    visitor.open(f"/{event}/kiem-tra")
    answers_given += filling.boxes_beside(visitor.page, town.said("Nộp hồ sơ"))
    visitor.press(town.said("Nộp hồ sơ"))
    town.dossier_id = town.newest_of(person).id


@then(says("{count:d} answers were typed or chosen, none of them twice"))
@then(says("có {count:d} câu đã gõ hoặc chọn, không câu nào hai lần"))
def so_many_answers(answers_given: list[str], count: int) -> None:
    assert len(answers_given) == len(set(answers_given)) == count, answers_given


@then(says("{person:Person} is asked only:"))
@then(says("{person:Person} chỉ còn phải trả lời:"))
def only_this_is_asked(town: Town, person: Person, datatable: Table) -> None:
    assert filling.asked_everywhere(town, person) == [question for (question,) in datatable]


# --- the separate forms -----------------------------------------------------------------------------


@when(says('{person:Person} previews the form "{title}"'))
@when(says('{person:Person} xem trước "{title}"'))
def previews(town: Town, person: Person, title: str) -> None:
    visitor = town.citizen(person)
    visitor.open(f"/{looking.slug_of(town, person)}/kiem-tra")
    visitor.follow(title)


@then(says("the forms of {person:Person} show:"))
@then(says("các tờ khai của {person:Person} ghi:"))
def forms_show(town: Town, person: Person, datatable: Table) -> None:
    for title, term, value in datatable:
        previews(town, person, title)
        assert town.page.terms().get(term, "(none)").startswith(value), (title, town.page.terms())


@when(says('{person:Person} follows the link "{words}"'))
@when(says('{person:Person} bấm đường dẫn "{words}"'))
def follows_link(town: Town, person: Person, words: str) -> None:
    town.citizen(person).follow(words)


# --- the only relative ------------------------------------------------------------------------------


@given(says("{person:Person} has filed the death declaration as the only relative"))
@given(says("{person:Person} đã nộp tờ khai khai tử, một mình"))
def has_filed_alone(town: Town, person: Person) -> None:
    shortcuts.file(town, "khai-tu", person, filling.alone(town, person))


@when(says("{person:Person} fills in the death declaration as the only relative"))
@when(says("{person:Person} điền tờ khai khai tử, là thân nhân duy nhất"))
def fills_in_alone(town: Town, person: Person) -> None:
    visitor = town.citizen(person)
    visitor.open("/khai-tu")
    visitor.press(town.said("Bắt đầu khai"))
    visitor.open(looking.next_part(visitor.page))
    filling.type_until_asked_back(town, visitor, filling.alone(town, person))
