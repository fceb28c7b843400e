"""Steps after a file was sent: the marked supplement, the draft's page, links for consent, slips, messages.

When {officer} marks for a supplement:  | item | reason |      {officer} đánh dấu cần bổ sung:
When {person} opens the supplement                             {person} mở trang bổ sung
When {person} answers the supplement:  | words | answer |      {person} trả lời yêu cầu bổ sung:
When {person} reads the draft on its own page                  {person} xem bản dự thảo trên trang riêng
Given|When {person} copies the link of {other}                 {person} chép đường dẫn của {other}
When {person} makes a new link for {other}                     {person} tạo đường dẫn mới cho {other}
When {person}|somebody opens the copied link                   {person} mở đường dẫn đã chép
When {person} opens the slip "{title}"                         {person} mở giấy "{title}"
Then the supplement asks for:  | line |                        trang bổ sung hỏi:
Then the supplement has only the boxes:  | words |             trang bổ sung chỉ có ô:
Then the box "{words}" holds "{value}"                         ô "{words}" có sẵn "{value}"
Then the file has the slips:  | title |                        hồ sơ có các giấy:
Then the file has the official status "{status}"               hồ sơ có trạng thái "{status}"
Then the page looks again by itself / does not                 trang tự cập nhật / không tự cập nhật
When có người đoán bốn số của hồ sơ {n} lần, mỗi lần từ một nơi
Then every answer to a wrong look-up is the same:  | code | digits |   tra sai kiểu nào cũng như nhau:
When {person} chọn thông báo bằng "{language}"
    Then the letter "{letter}" was written {n} times               thông báo "{letter}" được viết {n} lần
Then the message of "{letter}" is: | plain | marked |          tin nhắn của "{letter}" là:
"""

import re

from pytest_bdd import given, then, when

from services.demo.people import Person
from storage import messages
from storage.engine import read_transaction
from tests.bdd import looking
from tests.bdd.html import all_of, said
from tests.bdd.steps.citizen import looks_up
from tests.bdd.town import Town
from tests.bdd.words import Desk, says
from workflows import letters

Table = list[list[str]]

# --- a supplement -----------------------------------------------------------------------------------


@given(says("{officer:Officer} marks for a supplement:"))
@when(says("{officer:Officer} marks for a supplement:"))
@when(says("{officer:Officer} đánh dấu cần bổ sung:"))
def marks(town: Town, officer: Desk, datatable: Table) -> None:
    page = looking.open_case(town, officer)
    visitor = town.officer(officer, town.case_at(officer).office_id)
    step = next(one for one in looking.open_steps(page) if one in ("Yêu cầu bổ sung", "Request a supplement"))
    boxes = {said(label): label.get("for", "") for label in all_of(visitor.follow(step).main, "label")}
    names = [(boxes[item], why) for item, why in datatable]
    visitor.press(
        step, {name: text for code, why in names for name, text in ((code, "1"), (f"why:{code}", why))}
    )
    town.run()


@when(says("{person:Person} opens the supplement"))
@when(says("{person:Person} mở trang bổ sung"))
def opens_supplement(town: Town, person: Person) -> None:
    visitor = town.citizen(person)
    visitor.open(f"/ho-so/{town.number}")
    visitor.follow(town.said("Bổ sung"))


@when(says("{person:Person} answers the supplement:"))
@when(says("{person:Person} trả lời yêu cầu bổ sung:"))
def answers_supplement(town: Town, person: Person, datatable: Table) -> None:
    opens_supplement(town, person)
    visitor = town.citizen(person)
    visitor.press(town.said("Gửi bổ sung"), looking.boxes_of(visitor.page, datatable))
    town.run()


@then(says("the supplement asks for:"))
@then(says("trang bổ sung hỏi:"))
def supplement_asks(town: Town, datatable: Table) -> None:
    first = next(part for part in all_of(town.page.main, "ol"))
    assert [said(line) for line in all_of(first, "li")] == [line for (line,) in datatable]


@then(says("the supplement has only the boxes:"))
@then(says("trang bổ sung chỉ có ô:"))
def only_boxes(town: Town, datatable: Table) -> None:
    assert list(looking.asked(town.page)) == [words for (words,) in datatable]


@then(says('the box "{words}" holds "{value}"'))
@then(says('ô "{words}" có sẵn "{value}"'))
def box_holds(town: Town, words: str, value: str) -> None:
    name = looking.asked(town.page)[words]
    boxes = [box for box in all_of(town.page.main, "input") if box.get("name") == name]
    assert [box.get("value") for box in boxes] == [value]


# --- a draft, a consent -----------------------------------------------------------------------------


@when(says("{person:Person} reads the draft on its own page"))
@when(says("{person:Person} xem bản dự thảo trên trang riêng"))
def reads_draft(town: Town, person: Person) -> None:
    town.citizen(person).open(f"/ho-so/{town.number}/xem-du-thao")


@given(says("{person:Person} copies the link of {other:Person}"))
@when(says("{person:Person} copies the link of {other:Person}"))
@given(says("{person:Person} chép đường dẫn của {other:Person}"))
@when(says("{person:Person} chép đường dẫn của {other:Person}"))
def copies_link(town: Town, person: Person, other: Person) -> None:
    page = town.citizen(person).open(f"/ho-so/{town.number}")
    labels = {said(label): label.get("for") for label in all_of(page.main, "label")}
    box = labels[town.said("Đường dẫn của %(name)s", name=other.name)]
    found = [one.get("value", "") for one in all_of(page.main, "input") if one.get("id") == box]
    town.copied = found[0].removeprefix("http://localhost")


@when(says("{person:Person} makes a new link for {other:Person}"))
@when(says("{person:Person} tạo đường dẫn mới cho {other:Person}"))
def makes_link(town: Town, person: Person, other: Person) -> None:
    visitor = town.citizen(person)
    visitor.open(f"/ho-so/{town.number}")
    words = town.said('Tạo đường dẫn mới <span class="vh">cho %(name)s</span>', name=other.name)
    visitor.press(re.sub("<[^>]*>", "", words))


@when(says("{person:Person} opens the copied link"))
@when(says("{person:Person} mở đường dẫn đã chép"))
def opens_link(town: Town, person: Person) -> None:
    town.citizen(person).open(town.copied)


# --- the tracking page ------------------------------------------------------------------------------


@then(says('the file has the official status "{status}"'))
@then(says('hồ sơ có trạng thái "{status}"'))
def official_status(town: Town, status: str) -> None:
    tags = list(all_of(looking.track(town).main, "strong"))
    assert said(tags[0]) == status, [said(tag) for tag in tags]


@then(says("the page looks again by itself"))
@then(says("trang tự cập nhật"))
def refreshes(town: Town) -> None:
    heads = [part.get("src", "") for part in all_of(looking.track(town).root, "script")]
    assert any("js/track.js" in address for address in heads), heads


@then(says("the page does not look again by itself"))
@then(says("trang không tự cập nhật"))
def does_not_refresh(town: Town) -> None:
    heads = [part.get("src", "") for part in all_of(looking.track(town).root, "script")]
    assert not any("js/track.js" in address for address in heads), heads


@when(says('{person:Person} opens the slip "{title}"'))
@when(says('{person:Person} mở giấy "{title}"'))
def opens_slip(town: Town, person: Person, title: str) -> None:
    visitor = town.citizen(person)
    visitor.open(f"/ho-so/{town.number}")
    visitor.follow(title)


@then(says("the file has the slips:"))
@then(says("hồ sơ có các giấy:"))
def has_slips(town: Town, datatable: Table) -> None:
    links = [link for link in all_of(looking.track(town).main, "a") if "/giay/" in link.get("href", "")]
    assert [said(link) for link in links] == [title for (title,) in datatable]


# --- looking up, messages ---------------------------------------------------------------------------


@when(says("có người đoán bốn số của hồ sơ {times:d} lần, mỗi lần từ một nơi"))
def guesses_from_everywhere(town: Town, times: int) -> None:
    for place in range(times):
        town.stranger().come_from(f"203.0.113.{place + 1}")
        looks_up(town, town.number, f"{place:04}")


@then(says("every answer to a wrong look-up is the same:"))
@then(says("tra sai kiểu nào cũng như nhau:"))
def same_answer(town: Town, datatable: Table) -> None:
    seen = set()
    for code, digits in datatable:
        town.stranger().open("/tra-cuu")
        page = town.stranger().press(town.said("Tìm hồ sơ"), {"ma": code, "so": digits})
        seen.add((page.status, page.words))
    assert len(seen) == 1, seen


@when(says('{person:Person} chọn thông báo bằng "{language}"'))
def chooses_language(town: Town, person: Person, language: str) -> None:
    town.citizen(person).press(town.said("Lưu"), {"ngon-ngu": language})


@then(says('the letter "{letter}" was written {times:d} times'))
@then(says('thông báo "{letter}" được viết {times:d} lần'))
def written_times(town: Town, letter: str, times: int) -> None:
    with read_transaction(town.context.engine) as connection:
        found = [row for row in messages.letters_of(connection, town.dossier_id) if row.letter == letter]
    assert len(found) == times


@then(says('the message of "{letter}" is:'))
@then(says('tin nhắn của "{letter}" là:'))
def message_is(town: Town, letter: str, datatable: Table) -> None:
    message = letters.sms(letter, town.number, town.language)
    assert message is not None
    assert letters.fits(message)
    assert [[message.plain, message.marked]] == datatable
