"""Steps of a declaration: filled in and filed before the scenario, or page by page within it.

What was before (short cuts, no pages):
    Given {person} has filled in the {event} declaration[:]      {person} đã điền tờ khai {event}[:]
    Given {person} has filed the {event} declaration[:]          {person} đã nộp tờ khai {event}[:]
  A table changes answers: | the question's words | the answer |; an empty answer leaves it out.

What is done, page by page:
    When {person} begins the {event} declaration                 {person} bắt đầu tờ khai {event}
    When {person} fills in the {event} declaration[:]            {person} điền tờ khai {event}[:]
    When {person} opens the part "{part}"                        {person} mở phần "{part}"
    When {person} enters: | question | answer |                  {person} điền:
    When {person} enters, each mark typed apart: | … |           {person} điền, dấu gõ rời:
    When {person} enters {count} letters for "{question}"     {person} điền {count} chữ cái vào "{question}"
    When {person} sends "{value}" for "{question}"               {person} gửi "{value}" cho "{question}"
    When {person} says that it is so                             {person} xác nhận đúng như vậy
    When {person} files the declaration                          {person} nộp tờ khai
    When {person} adds "{words}" as "{box}" by hand              {person} gửi thêm "{words}" vào ô "{box}"

What the open page asks:
    Then the form asks for / does not ask for "{question}"       tờ khai hỏi / không hỏi "{question}"
    Then the form offers for "{question}": | choice |            tờ khai cho chọn "{question}":
"""

from unicodedata import normalize

from pytest_bdd import given, then, when

from services.demo.people import Person
from tests.bdd import looking, shortcuts
from tests.bdd.town import Town
from tests.bdd.words import says

Table = list[list[str]]

# --- what was before --------------------------------------------------------------------------------


@given(says("{person:Person} has filled in the {event:Event} declaration"))
@given(says("{person:Person} has filled in the {event:Event} declaration:"))
@given(says("{person:Person} đã điền tờ khai {event:Event}"))
@given(says("{person:Person} đã điền tờ khai {event:Event}:"))
def has_filled_in(town: Town, person: Person, event: str, datatable: Table | None = None) -> None:
    shortcuts.draft(town, event, person, shortcuts.answers(town, event, person, datatable or ()))


@given(says("{person:Person} has filed the {event:Event} declaration"))
@given(says("{person:Person} has filed the {event:Event} declaration:"))
@given(says("{person:Person} đã nộp tờ khai {event:Event}"))
@given(says("{person:Person} đã nộp tờ khai {event:Event}:"))
def has_filed(town: Town, person: Person, event: str, datatable: Table | None = None) -> None:
    shortcuts.file(town, event, person, shortcuts.answers(town, event, person, datatable or ()))


# --- the declaration --------------------------------------------------------------------------------


@when(says("{person:Person} begins the {event:Event} declaration"))
@when(says("{person:Person} bắt đầu tờ khai {event:Event}"))
def begins(town: Town, person: Person, event: str) -> None:
    visitor = town.citizen(person)
    visitor.open(f"/{event}")
    visitor.press(town.said("Bắt đầu khai"))


@when(says("{person:Person} fills in the {event:Event} declaration"))
@when(says("{person:Person} fills in the {event:Event} declaration:"))
@when(says("{person:Person} điền tờ khai {event:Event}"))
@when(says("{person:Person} điền tờ khai {event:Event}:"))
def fills_in(town: Town, person: Person, event: str, datatable: Table | None = None) -> None:
    begins(town, person, event)
    visitor = town.citizen(person)
    visitor.open(looking.next_part(visitor.page))
    answers = shortcuts.answers(town, event, person, datatable or ())
    looking.type_all(town, visitor, answers)
    shortcuts.attach_papers(town, person)
    visitor.open(f"/{event}/kiem-tra")


@when(says('{person:Person} opens the part "{part}"'))
@when(says('{person:Person} mở phần "{part}"'))
def opens_part(town: Town, person: Person, part: str) -> None:
    visitor = town.citizen(person)
    visitor.open(f"/{looking.slug_of(town, person)}/viec")
    visitor.follow(part)


@when(says("{person:Person} enters:"))
@when(says("{person:Person} điền:"))
def enters(town: Town, person: Person, datatable: Table) -> None:
    visitor = town.citizen(person)
    visitor.press(town.said(looking.SAVE), looking.boxes_of(visitor.page, datatable))


@when(says("{person:Person} enters, each mark typed apart:"))
@when(says("{person:Person} điền, dấu gõ rời:"))
def enters_apart(town: Town, person: Person, datatable: Table) -> None:
    enters(town, person, [[words, normalize("NFD", answer)] for words, answer in datatable])


@when(says('{person:Person} enters {count:d} letters for "{question}"'))
@when(says('{person:Person} điền {count:d} chữ cái vào "{question}"'))
def enters_letters(town: Town, person: Person, count: int, question: str) -> None:
    enters(town, person, [[question, "a" * count]])


@when(says('{person:Person} sends "{value}" for "{question}"'))
@when(says('{person:Person} gửi "{value}" cho "{question}"'))
def sends(town: Town, person: Person, value: str, question: str) -> None:
    visitor = town.citizen(person)
    form, name = visitor.page.form(town.said(looking.SAVE)), looking.asked(visitor.page)[question]
    visitor.send(form.action, form.as_it_stands() | {name: value})


@when(says("{person:Person} says that it is so"))
@when(says("{person:Person} xác nhận đúng như vậy"))
def says_so(town: Town, person: Person) -> None:
    town.citizen(person).press(town.said(looking.SAVE), {"sure": "yes"})


@when(says("{person:Person} files the declaration"))
@when(says("{person:Person} nộp tờ khai"))
def files(town: Town, person: Person) -> None:
    shortcuts.attach_papers(town, person)
    visitor = town.citizen(person)
    town.kept = visitor.open(f"/{looking.slug_of(town, person)}/kiem-tra")
    visitor.press(town.said("Nộp hồ sơ"))
    town.dossier_id = town.newest_of(person).id
    town.run()


@when(says('{person:Person} adds "{words}" as "{box}" by hand'))
@when(says('{person:Person} gửi thêm "{words}" vào ô "{box}"'))
def adds_by_hand(town: Town, person: Person, words: str, box: str) -> None:
    visitor = town.citizen(person)
    form = visitor.page.form(town.said(looking.SAVE))
    visitor.send(form.action, form.as_it_stands() | {box: words})


# --- what the page asks -----------------------------------------------------------------------------


@then(says('the form asks for "{question}"'))
@then(says('tờ khai hỏi "{question}"'))
def form_asks(town: Town, question: str) -> None:
    assert question in looking.asked(town.page)


@then(says('the form does not ask for "{question}"'))
@then(says('tờ khai không hỏi "{question}"'))
def form_does_not_ask(town: Town, question: str) -> None:
    assert question not in looking.asked(town.page)


@then(says('the form offers for "{question}":'))
@then(says('tờ khai cho chọn "{question}":'))
def form_offers(town: Town, question: str, datatable: Table) -> None:
    form = town.page.form(town.said(looking.SAVE))
    assert form.choices(looking.asked(town.page)[question]) == [choice for (choice,) in datatable]
