"""Steps of who is at a machine: signing in, drafts found by their code, late forms, the counter.

When máy "{machine}" mở trang "{address}" / bấm "{button}"
Given|When {person} (đã) đăng nhập (mức 1) trên máy "{machine}"
When cán bộ "{user}" đăng nhập trên máy "{machine}"
Then máy "{machine}" đang ở trang / không mở được "{address}", không có nút "{button}"
Given {person} có bản nháp khai sinh với số điện thoại "{phone}"; máy … mở bản nháp bằng mã …
Given {person} đang gõ số điện thoại "{phone}" trên máy "{machine}"; phiên … hết rồi mới bấm lưu
When cán bộ "{user}" tra số "{number}" ở quầy để khai sinh; cán bộ ở quầy …
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import pytest
from pytest_bdd import given, then, when
from requests import ConnectionError as NoConnection
from requests.adapters import BaseAdapter

from services.access import actors
from services.access.identity_provider import IdentityProvider
from services.citizens import purging
from services.demo.families import PEOPLE
from services.demo.people import Person
from services.demo.seed import PASSWORD
from storage import drafts, journal
from storage.engine import read_transaction
from tests.bdd import looking, shortcuts
from tests.bdd.browser import Visitor
from tests.bdd.town import Town
from tests.bdd.words import says

PHONE = "requester.phone"
PART = "/khai-sinh/phan/ban"
COUNTER = "quầy"


class Known:
    """What somebody remembers: the code of a draft, and what they are about to type."""

    code = ""
    typed: Mapping[str, str] = {}


@pytest.fixture
def known() -> Known:
    return Known()


# --- at a machine -------------------------------------------------------------------------------------


@when(says('máy "{machine}" mở trang "{address}"'))
def machine_opens(town: Town, machine: str, address: str) -> None:
    town.machine(machine).open(address)


@when(says('máy "{machine}" bấm "{button}"'))
def machine_presses(town: Town, machine: str, button: str) -> None:
    town.machine(machine).press(button)


@given(says('{person:Person} đã đăng nhập trên máy "{machine}"'))
@when(says('{person:Person} đăng nhập trên máy "{machine}"'))
def signs_in(town: Town, person: Person, machine: str) -> None:
    sign_in_at(town.machine(machine), person, "2")


@when(says('{person:Person} đăng nhập mức 1 trên máy "{machine}"'))
def signs_in_below(town: Town, person: Person, machine: str) -> None:
    sign_in_at(town.machine(machine), person, "1")


@when(says('cán bộ "{user}" đăng nhập trên máy "{machine}"'))
def officer_signs_in(town: Town, user: str, machine: str) -> None:
    visitor = town.machine(machine)
    visitor.open("/dang-nhap?kind=can-bo")
    visitor.press("Đăng nhập", {"name": user, "password": PASSWORD})


@given("hệ thống định danh không trả lời")
def provider_is_away(town: Town, monkeypatch: pytest.MonkeyPatch) -> None:
    at_hand = town.app.extensions["identity_provider"]
    away = IdentityProvider(at_hand.registration, Away())
    monkeypatch.setitem(town.app.extensions, "identity_provider", away)


@then(says('máy "{machine}" đang ở trang "{address}"'))
def machine_is_at(town: Town, machine: str, address: str) -> None:
    page = town.machine(machine).page
    assert (page.address, page.status) == (address, 200), page.words


@then(says('máy "{machine}" không mở được "{address}"'))
def machine_cannot_open(town: Town, machine: str, address: str) -> None:
    page = town.machine(machine).open(address)
    assert page.address.startswith("/dang-nhap") or page.status in (403, 404), page.address


@then(says('máy "{machine}" không có nút "{button}"'))
def machine_has_no_button(town: Town, machine: str, button: str) -> None:
    assert button not in looking.buttons(town.machine(machine).page)


@when(says("{minutes:d} phút trôi qua"))
def minutes_pass(town: Town, minutes: int) -> None:
    town.run_until(town.clock.now().replace(microsecond=0))
    town.clock.advance(minutes=minutes)
    town.run()


# --- drafts -------------------------------------------------------------------------------------------


@given(says('{person:Person} có bản nháp khai sinh với số điện thoại "{phone}"'))
def has_a_draft(town: Town, known: Known, person: Person, phone: str) -> None:
    answers = {**shortcuts.answers(town, "khai-sinh", person), PHONE: phone}
    draft_id = shortcuts.draft(town, "khai-sinh", person, answers)
    with read_transaction(town.context.engine) as connection:
        known.code = drafts.code_of(connection, draft_id) or ""


@when(says('máy "{machine}" mở bản nháp bằng mã và số "{phone}"'))
def opens_by_code(town: Town, known: Known, machine: str, phone: str) -> None:
    open_by_code(town, machine, known.code, phone)


@when(says('máy "{machine}" mở bản nháp bằng mã "{code}" và số "{phone}"'))
def opens_by_another_code(town: Town, machine: str, code: str, phone: str) -> None:
    open_by_code(town, machine, code, phone)


@when(says('máy "{machine}" thử {times:d} lần số điện thoại sai với mã'))
def guesses(town: Town, known: Known, machine: str, times: int) -> None:
    for number in range(times):
        open_by_code(town, machine, known.code, f"09123450{number:02d}")


@when(says('máy "{machine}" sửa số điện thoại thành "{phone}"'))
def changes_phone(town: Town, machine: str, phone: str) -> None:
    visitor = town.machine(machine)
    visitor.open(PART)
    visitor.press(looking.SAVE, {PHONE: phone})


@when(says('máy "{machine}" tự gửi lời nộp bản nháp của {person:Person}'))
def submits_by_hand(town: Town, machine: str, person: Person) -> None:
    shortcuts.attach_papers(town, person)
    looking.by_hand(town.machine(machine), "/khai-sinh/nop", {"draft": town.newest_of(person).id})


@when("việc dọn hằng ngày chạy")
def purge(town: Town) -> None:
    purging.purge(town.context)


@then("trang cho biết mã bản nháp")
def page_tells_the_code(town: Town, known: Known) -> None:
    assert known.code
    assert town.page.says(known.code)


@then(says('bản nháp của {person:Person} có số điện thoại "{phone}"'))
def draft_has_phone(town: Town, person: Person, phone: str) -> None:
    assert town.newest_of(person).answers.get(PHONE, "") == phone


@then(says("{person:Person} còn bản nháp"))
def still_has_a_draft(town: Town, person: Person) -> None:
    assert town.newest_of(person).state == "draft"


@then(says("{person:Person} không còn bản nháp"))
def has_no_draft(town: Town, person: Person) -> None:
    assert states_of(town, person) == []


@then(says('nhật ký có "{event}" và không có dữ liệu của {person:Person}'))
def journal_says_nothing_personal(town: Town, event: str, person: Person) -> None:
    lines = [line for line in journal_lines(town) if line.event == event]
    assert len(lines) == 1
    assert (lines[0].data, lines[0].actor_id) == ({}, actors.SYSTEM.id)


# --- forms that come too late ---------------------------------------------------------------------------


@given(says('{person:Person} đang gõ số điện thoại "{phone}" trên máy "{machine}"'))
def is_typing(town: Town, known: Known, person: Person, phone: str, machine: str) -> None:
    answers = shortcuts.answers(town, "khai-sinh", person)
    del answers[PHONE]
    shortcuts.draft(town, "khai-sinh", person, answers)
    sign_in_at(town.machine(machine), person, "2")
    town.machine(machine).open(PART)
    known.typed = {PHONE: phone}


@given(says('số điện thoại đang gõ là "{phone}"'))
def types_instead(known: Known, phone: str) -> None:
    known.typed = {PHONE: phone}


@when(says('phiên trên máy "{machine}" hết rồi mới bấm lưu'))
def saves_too_late(town: Town, known: Known, machine: str) -> None:
    town.clock.advance(minutes=31)
    page = town.machine(machine).press(looking.SAVE, known.typed)
    assert page.address == f"/dang-nhap?next={PART}"


@when(says('đăng xuất ở thẻ khác của máy "{machine}" rồi mới bấm lưu'))
def saves_after_signing_out(town: Town, known: Known, machine: str) -> None:
    visitor = town.machine(machine)
    open_here = visitor.page
    visitor.open("/cua-toi")
    visitor.press("Đăng xuất")
    page = visitor.press(looking.SAVE, known.typed, on=open_here)
    assert page.address == f"/dang-nhap?next={PART}"


@then(says('ô số điện thoại trên máy "{machine}" có "{words}"'))
def box_has(town: Town, machine: str, words: str) -> None:
    form = town.machine(machine).page.form(looking.SAVE)
    assert form.as_it_stands()[PHONE] == words


@then("không còn gì được giữ tạm")
def nothing_is_kept(town: Town) -> None:
    with read_transaction(town.context.engine) as connection:
        assert connection.exec_driver_sql("SELECT count(*) FROM kept_form").scalar_one() == 0


# --- the counter ----------------------------------------------------------------------------------------


@when(says('cán bộ "{user}" tra số "{number}" ở quầy để khai sinh'))
def looks_up(town: Town, user: str, number: str) -> None:
    visitor = at_the_counter(town, user)
    visitor.press("Tra người nộp", {"viec": "khai-sinh", "so": number})


@when("cán bộ ở quầy xác nhận người nộp có mặt")
def confirms_presence(town: Town) -> None:
    town.machine(COUNTER).press("Bắt đầu nhập giúp", {"co-mat": "yes"})


@when("cán bộ ở quầy không xác nhận người nộp có mặt")
def confirms_nothing(town: Town) -> None:
    town.machine(COUNTER).press("Bắt đầu nhập giúp")


@given(says('cán bộ "{user}" đang nhập giúp {person:Person} ở quầy'))
def is_assisting(town: Town, user: str, person: Person) -> None:
    assist(town, user, person)
    town.kept = town.machine(COUNTER).open(PART)


@when(says("cán bộ ở quầy nhập tờ khai của {person:Person} rồi nộp"))
def fills_in_and_files(town: Town, person: Person) -> None:
    visitor = town.machine(COUNTER)
    visitor.open(looking.next_part(visitor.page))
    looking.type_all(town, visitor, shortcuts.answers(town, "khai-sinh", person))
    shortcuts.attach_papers(town, person)
    town.kept = visitor.open("/khai-sinh/kiem-tra")
    visitor.press("Nộp hồ sơ")
    town.dossier_id = town.newest_of(person).id


@when(says("cán bộ ở quầy chuyển sang {person:Person} rồi bấm lưu trên trang cũ"))
def saves_on_the_old_page(town: Town, person: Person) -> None:
    assist(town, "hotich.badinh", person)
    town.machine(COUNTER).press(looking.SAVE, {PHONE: "0912345678"}, on=town.kept)


@then(says('hồ sơ của {person:Person} ghi cán bộ "{user}" nhập giúp'))
def file_names_the_officer(town: Town, person: Person, user: str) -> None:
    name = next(row.name for row in town.staff() if row.id == user)
    assert (town.file_row.owner, town.file_row.assisted_by) == (person.id, user)
    page = town.citizen(person).open(f"/ho-so/{town.number}")
    assert page.says(f"Cán bộ {name}"), page.words


@then(says('nhật ký ghi cán bộ "{user}" đã xác nhận người nộp có mặt'))
def journal_names_the_officer(town: Town, user: str) -> None:
    said = [(line.event, line.actor_id, line.data) for line in journal_lines(town)]
    assert ("assisted-at-counter", user, {"present": True}) in said


@then("cán bộ ở quầy mở lại tờ khai sinh thì chỉ thấy mã hồ sơ đã nộp")
def counter_is_closed(town: Town) -> None:
    for address in ("/khai-sinh/viec", PART, "/khai-sinh/kiem-tra", "/khai-sinh/giay-to"):
        page = town.machine(COUNTER).open(address)
        assert (page.address, page.status) == (f"/can-bo/nop-ho/da-nop/{town.number}", 200), address
        assert page.says(town.number)
    for address in ("/khai-tu/viec", f"/ho-so/{town.number}/rut"):
        assert town.machine(COUNTER).open(address).status == 403


@when("cán bộ ở quầy bấm nộp lần nữa trên trang cũ")
def presses_again(town: Town) -> None:
    assert town.kept is not None
    town.machine(COUNTER).press("Nộp hồ sơ", on=town.kept)


@then(says('cán bộ "{user}" không mở được tờ khai sinh ấy'))
def somebody_else_is_kept_out(town: Town, user: str) -> None:
    officer_signs_in(town, user, user)
    visitor = town.machine(user)
    for address in ("/khai-sinh/viec", f"/can-bo/nop-ho/da-nop/{town.number}"):
        assert visitor.open(address).status in (403, 404)


# --- parts ----------------------------------------------------------------------------------------------


class Away(BaseAdapter):
    """A line on which nobody answers."""

    def send(self, *args: Any, **kwargs: Any) -> Any:
        raise NoConnection("nobody answers")

    def close(self) -> None:
        """Keep nothing open."""


def sign_in_at(visitor: Visitor, person: Person, level: str) -> None:
    """Sign in at a machine, from the sign-in page that is open there or from the front page."""
    link = "Đăng nhập bằng VNeID giả lập"
    if not visitor.page.has_link(link):
        visitor.open("/dang-nhap")
    visitor.follow(link)
    visitor.press("Đồng ý và đăng nhập", {"name": person.id, "password": PASSWORD, "level": level})


def open_by_code(town: Town, machine: str, code: str, phone: str) -> None:
    visitor = town.machine(machine)
    visitor.open("/tiep-tuc")
    visitor.press("Mở bản nháp", {"ma": code.lower(), "so": phone})


def at_the_counter(town: Town, user: str) -> Visitor:
    """Open the counter, signing in where nobody is."""
    visitor = town.machine(COUNTER)
    if visitor.open("/can-bo/nop-ho").address.startswith("/dang-nhap"):
        officer_signs_in(town, user, COUNTER)
        visitor.open("/can-bo/nop-ho")
    return visitor


def assist(town: Town, user: str, person: Person) -> None:
    looks_up(town, user, person.id)
    confirms_presence(town)


def states_of(town: Town, person: Person) -> list[str]:
    assert person in PEOPLE
    with read_transaction(town.context.engine) as connection:
        found = connection.exec_driver_sql("SELECT state FROM dossier WHERE owner = ?", (person.id,))
        return [state for (state,) in found]


def journal_lines(town: Town) -> list[journal.JournalRow]:
    with read_transaction(town.context.engine) as connection:
        ids = connection.exec_driver_sql("SELECT DISTINCT dossier_id FROM journal").scalars().all()
        return [line for one in ids for line in journal.lines_of(connection, one)]
