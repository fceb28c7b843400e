"""Steps of citizens with a file: whoever filed, whoever must agree, whoever only looks it up.

How a declaration is filled in and filed: `declaration.py`.

What was before (short cuts, no pages):
    Given|When {person} leaves the page "{page}" of the file open  {person} để mở trang "{page}" của hồ sơ

What they do, page by page:
    When {person} presses "{button}"                             {person} bấm "{button}"
    When {person} presses "{button}" on the page left open       {person} bấm "{button}" trên trang còn mở
    When {person}|somebody opens the page "{address}"            {person}|có người mở trang "{address}"
    When {person} opens the file                                 {person} mở hồ sơ
    When {person} supplies "{words}"                             {person} bổ sung "{words}"
    When {person} follows "{link}" and writes "{words}"          {person} theo "{link}" và viết "{words}"
    When {person} agrees                                         {person} đồng ý
    When {person} withdraws the file                             {person} rút hồ sơ
    When {person} withdraws the file from the page left open     {person} rút hồ sơ từ trang còn mở
    When {person} agrees by hand                                 {person} tự gửi lời đồng ý
    When {person} asks by hand to "{act}" the file               {person} tự gửi yêu cầu "{act}" hồ sơ
    When somebody looks up the {tail|code} … with the digits     có người tra mã … với số

What they see, on the page that is open or on the tracking page:
    Then the page says "{words}" / does not say                  trang ghi "…" / trang không ghi "…"
    Then the answer is {status}                                  trang trả lời mã {status}
    Then the page shows[:] | term | value |                      trang có:
    Then {person} has filed nothing                              {person} chưa nộp hồ sơ nào
    Then {person} has {count} files                              {person} có {count} hồ sơ
    Then the file is about "{subject}"                           hồ sơ là của "{subject}"
    Then {person} reads "{words}"                                {person} đọc thấy "{words}"
    Then {person} gets the letter "{words}"                      {person} nhận được thông báo "{words}"
"""

from pytest_bdd import given, then, when

from services.demo.people import Person
from tests.bdd import looking
from tests.bdd.html import all_of, said
from tests.bdd.town import Town
from tests.bdd.words import says
from workflows.vocabulary import Waits

Table = list[list[str]]

# --- pages and buttons ------------------------------------------------------------------------------


@given(says('{person:Person} leaves the page "{page}" of the file open'))
@when(says('{person:Person} leaves the page "{page}" of the file open'))
@given(says('{person:Person} để mở trang "{page}" của hồ sơ'))
@when(says('{person:Person} để mở trang "{page}" của hồ sơ'))
def leaves_open(town: Town, person: Person, page: str) -> None:
    visitor = town.citizen(person)
    visitor.open(f"/ho-so/{town.number}")
    town.kept = visitor.follow(page)


@when(says('{person:Person} presses "{button}"'))
@when(says('{person:Person} bấm "{button}"'))
def presses(town: Town, person: Person, button: str) -> None:
    town.citizen(person).press(button)
    town.run()


@when(says('{person:Person} presses "{button}" on the page left open'))
@when(says('{person:Person} bấm "{button}" trên trang còn mở'))
def presses_left_open(town: Town, person: Person, button: str) -> None:
    town.citizen(person).press(button, on=town.kept)
    town.run()


@when(says('somebody opens the page "{address}"'))
@when(says('có người mở trang "{address}"'))
def somebody_opens_page(town: Town, address: str) -> None:
    town.stranger().open(address)


@when(says('{person:Person} opens the page "{address}"'))
@when(says('{person:Person} mở trang "{address}"'))
def opens_page(town: Town, person: Person, address: str) -> None:
    town.citizen(person).open(address)


# --- the file ---------------------------------------------------------------------------------------


@when(says("{person:Person} opens the file"))
@when(says("{person:Person} mở hồ sơ"))
def opens_file(town: Town, person: Person) -> None:
    town.citizen(person).open(f"/ho-so/{town.number}")


@when(says('{person:Person} supplies "{words}"'))
@when(says('{person:Person} bổ sung "{words}"'))
def supplies(town: Town, person: Person, words: str) -> None:
    follows_and_writes(town, person, town.said("Bổ sung"), words)


@when(says('{person:Person} follows "{link}" and writes "{words}"'))
@when(says('{person:Person} theo "{link}" và viết "{words}"'))
def follows_and_writes(town: Town, person: Person, link: str, words: str) -> None:
    visitor = town.citizen(person)
    visitor.open(f"/ho-so/{town.number}")
    page = visitor.follow(link)
    visitor.press(looking.buttons(page)[-1], {"answer": words})
    town.run()


@when(says("{person:Person} agrees"))
@when(says("{person:Person} đồng ý"))
def agrees(town: Town, person: Person) -> None:
    visitor = town.citizen(person)
    visitor.open(f"/ho-so/{town.number}")
    visitor.press(town.said("Tôi đồng ý"))
    town.run()


@when(says("{person:Person} withdraws the file"))
@when(says("{person:Person} rút hồ sơ"))
def withdraws(town: Town, person: Person) -> None:
    visitor = town.citizen(person)
    visitor.open(f"/ho-so/{town.number}/rut")
    visitor.press(town.said("Rút hồ sơ"))
    town.run()


@when(says("{person:Person} withdraws the file from the page left open"))
@when(says("{person:Person} rút hồ sơ từ trang còn mở"))
def withdraws_left_open(town: Town, person: Person) -> None:
    town.citizen(person).press(town.said("Rút hồ sơ"), on=town.kept)


@when(says("{person:Person} agrees by hand"))
@when(says("{person:Person} tự gửi lời đồng ý"))
def agrees_by_hand(town: Town, person: Person) -> None:
    cases = town.cases(town.dossier_id).values()
    case = next(case for case in cases if case.waits_for == Waits.RELATIVE.value)
    looking.by_hand(town.citizen(person), f"/ho-so/{town.number}/dong-y/{case.id}", {})


@when(says('{person:Person} asks by hand to "{act}" the file'))
@when(says('{person:Person} tự gửi yêu cầu "{act}" hồ sơ'))
def asks_by_hand(town: Town, person: Person, act: str) -> None:
    looking.by_hand(town.citizen(person), f"/ho-so/{town.number}/{act}", {})


@when(says('somebody looks up the code "{code}" with the digits "{digits}"'))
@when(says('có người tra mã "{code}" với bốn số "{digits}"'))
def looks_up(town: Town, code: str, digits: str) -> None:
    visitor = town.stranger()
    visitor.open("/tra-cuu")
    visitor.press(town.said("Tìm hồ sơ"), {"ma": code, "so": digits})


@when(says('somebody looks up the code of the file with the digits "{digits}"'))
@when(says('có người tra mã của hồ sơ với bốn số "{digits}"'))
def looks_up_the_file(town: Town, digits: str) -> None:
    looks_up(town, town.number, digits)


# --- what is seen -----------------------------------------------------------------------------------


@then(says('the page says "{words}"'))
@then(says('trang ghi "{words}"'))
def page_says(town: Town, words: str) -> None:
    assert town.page.says(words), f"{town.page.address} says: {town.page.words}"


@then(says('the page does not say "{words}"'))
@then(says('trang không ghi "{words}"'))
def page_does_not_say(town: Town, words: str) -> None:
    assert not town.page.says(words)


@then(says("the answer is {status:d}"))
@then(says("trang trả lời mã {status:d}"))
def answer_is(town: Town, status: int) -> None:
    assert town.page.status == status, town.page.words


@then(says("the page shows:"))
@then(says("trang có:"))
def page_shows(town: Town, datatable: Table) -> None:
    terms = town.page.terms()
    wrong = {term: terms.get(term) for term, value in datatable if value not in terms.get(term, "(none)")}
    assert wrong == {}, terms


@then(says("{person:Person} has filed nothing"))
@then(says("{person:Person} chưa nộp hồ sơ nào"))
def filed_nothing(town: Town, person: Person) -> None:
    has_files(town, person, 0)


@then(says("{person:Person} has {count:d} files"))
@then(says("{person:Person} có {count:d} hồ sơ"))
def has_files(town: Town, person: Person, count: int) -> None:
    page = town.citizen(person).open("/cua-toi")
    links = [link for link in all_of(page.main, "a") if "/ho-so/" in link.get("href", "")]
    assert len(links) == count, page.words


@then(says('the file is about "{subject}"'))
@then(says('hồ sơ là của "{subject}"'))
def file_is_about(town: Town, subject: str) -> None:
    assert subject in looking.track(town).words


@then(says('{person:Person} reads "{words}"'))
@then(says('{person:Person} đọc thấy "{words}"'))
def reads(town: Town, person: Person, words: str) -> None:
    opens_file(town, person)
    page_says(town, words)


@then(says('{person:Person} gets the letter "{words}"'))
@then(says('{person:Person} nhận được thông báo "{words}"'))
def gets_letter(town: Town, person: Person, words: str) -> None:
    opens_file(town, person)
    letters = next(part for part in all_of(town.page.main, "ul") if words in said(part))
    assert any(said(line).endswith(words) for line in letters)
