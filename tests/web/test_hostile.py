"""Whatever is sent, by mistake or on purpose, gets a right status, a whole page, and nothing is lost."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest
from werkzeug.test import TestResponse

from services import actors
from services.agencies.contract import Agency, Record, Reply, Request
from services.demo.papers import attach_samples
from storage import dossiers
from storage.dossiers import DossierRow
from storage.engine import read_transaction
from tests.bdd import shortcuts
from tests.bdd.town import Town
from tests.web.conftest import Houses
from tests.web.house import CHILD, MOTHER, OTHER, Guest, House, guest, mistakes, words
from workflows.forms.cleaning import fold

BABY = "/khai-sinh/phan/em-be"
NAME = "child.full-name"
BORN = {"child.birth-date-day": "16", "child.birth-date-month": "11", "child.birth-date-year": "2026"}
ANSWERS = {
    NAME: "Nguyễn Đình Phúc",
    **BORN,
    "child.sex": "male",
    "child.multiple-birth": "no",
    "child.chosen-ethnicity": "mong",
}
PARENTS = {
    "child.case": "both-parents",
    "mother.personal-id": MOTHER.id,
    "father.personal-id": "001096007714",
    "child.home-place": "Xã Mường Hum, tỉnh Lào Cai",
    "office.chosen": "Mường Hum, Lào Cai",
}
STEP = "accept-written-consent"


@pytest.fixture(params=["vi", "en"])
def house(request: pytest.FixtureRequest, houses: Houses) -> House:
    """A copy of the town where everybody reads one of the languages."""
    return houses(request.param)


@pytest.fixture
def mother(house: House) -> Guest:
    """The mother, with a declaration of another birth begun and the parents typed."""
    someone = house.guests["owner"]
    assert someone.post("/khai-sinh/bat-dau").status_code == 303
    assert someone.post("/khai-sinh/phan/cha-me", PARENTS).status_code in (200, 303)
    assert someone.post("/khai-sinh/phan/cha-me", PARENTS).status_code in (200, 303)
    return someone


def draft(house: House, person: str = MOTHER.id, slug: str = "khai-sinh") -> DossierRow:
    """Read this person's draft of a life event, as it is stored."""
    with read_transaction(house.product.context.engine) as connection:
        rows = dossiers.dossiers_of(connection, person)
    law = house.product.context.registry
    return next(row for row in rows if row.state == "draft" and law.bundle(row.bundle).slug == slug)


def assert_page(answer: TestResponse, status: int, someone: Guest) -> str:
    """Check that an answer is a whole page with this status, and return what it says."""
    assert answer.status_code == status, words(answer)
    assert mistakes(answer, someone.language) == []
    return words(answer)


# --- what is not there --------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "code", ["K00.000.00-261120-999999", "x", "' OR 1=1 --", "<script>", "..%2f..%2fetc", "K" * 3000]
)
def test_an_unknown_code_leads_to_the_look_up_and_tells_nothing(house: House, code: str) -> None:
    for role in ("nobody", "other", "clerk"):
        someone = house.guests[role]
        answer = someone.get(f"/ho-so/{code}")
        if answer.status_code == 303:
            answer = someone.get(answer.location)
            assert_page(answer, 200, someone)
        else:
            assert_page(answer, 404, someone)
        found = someone.post("/tra-cuu", {"ma": code, "so": "5678"})
        assert CHILD not in assert_page(found, 404, someone)


@pytest.mark.parametrize("case", ["0", "x" * 3000, "' OR 1=1 --", "⚠"])
def test_an_unknown_case_does_not_exist_for_anybody(house: House, case: str) -> None:
    clerk, owner = house.guests["clerk"], house.guests["owner"]
    assert_page(clerk.get(f"/can-bo/ho-so/{case}"), 404, clerk)
    assert_page(clerk.get(f"/can-bo/ho-so/{case}/lam/{STEP}"), 404, clerk)
    assert_page(clerk.post(f"/can-bo/ho-so/{case}/lam/{STEP}", {"consent.paper": "x"}), 404, clerk)
    assert_page(owner.post(f"/ho-so/{house.number}/bo-sung/{case}", {"answer": "x"}), 404, owner)
    assert_page(owner.post(f"/ho-so/{house.number}/dong-y/{case}"), 404, owner)
    assert_page(owner.post(f"/ho-so/{house.number}/tra-loi/{case}/confirm-draft"), 404, owner)


@pytest.mark.parametrize(
    "query",
    [
        "?trang=x",
        "?trang=-1",
        "?trang=99999999999",
        "?hang=khac&q=%F0%9F%99%82",
        "?q=%ff%fe",
        "?q=a%C2%A0b",
        "?q=" + "x" * 9000,
    ],
)
def test_a_worklist_opens_whatever_stands_in_its_address(house: House, query: str) -> None:
    clerk = house.guests["clerk"]
    assert_page(clerk.get(f"/can-bo/viec{query}"), 200, clerk)


@pytest.mark.parametrize(
    "path", ["/ho-so/%00", "/can-bo/viec?q=%00", "/tra-cuu?ma=%0d%0aX: y", "/can-bo/ho-so/%01"]
)
def test_an_address_with_control_characters_is_refused(house: House, path: str) -> None:
    clerk = house.guests["clerk"]
    assert_page(clerk.get(path), 400, clerk)


def test_a_way_of_calling_that_is_not_there_is_refused(house: House) -> None:
    owner = house.guests["owner"]
    for method, path in (("DELETE", f"/ho-so/{house.number}"), ("PUT", BABY), ("POST", "/tro-giup")):
        answer = owner.client.open(path, method=method, data={"csrf_token": owner.token()})
        assert_page(answer, 405, owner)


# --- what cannot be read ------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("fields", "wrong"),
    [
        ({"child.birth-date-day": "mười sáu"}, "child.birth-date-day"),
        ({"child.birth-date-day": "32"}, "child.birth-date-day"),
        ({"child.birth-date-year": "99999999999999999999"}, "child.birth-date-year"),
        ({"child.birth-date-year": "2999"}, "child.birth-date-year"),
        ({"child.sex": "other"}, "child.sex"),
        ({"child.multiple-birth": "maybe"}, "child.multiple-birth"),
        ({NAME: "R2-D2"}, NAME),
        ({NAME: "x" * 5000}, NAME),
        ({NAME: "Nguyễn\x00Văn"}, NAME),
        ({NAME: "Nguyễn \u202eVăn"}, NAME),
        ({NAME: "Nguyễn\u200bVăn"}, NAME),
        ({NAME: "Nguyễn 👶"}, NAME),
        ({NAME: "<script>alert(1)</script>"}, NAME),
        ({NAME: "{{ 7 * 7 }}"}, NAME),
        ({NAME: "Nguyễn\r\nSet-Cookie: a=b"}, NAME),
        ({"birth-notice.number": "không có"}, "birth-notice.number"),
    ],
    ids=str,
)  # fmt: skip
def test_a_wrong_answer_is_named_and_the_others_are_kept(
    house: House, mother: Guest, fields: dict[str, str], wrong: str
) -> None:
    answer = mother.post(BABY, {**ANSWERS, **fields})
    page = assert_page(answer, 422, mother)
    assert f'href="#{wrong}"' in answer.get_data(as_text=True), page
    assert "<script>alert" not in answer.get_data(as_text=True)
    stored = draft(house).answers
    kept = {"child.sex": "male", NAME: ANSWERS[NAME], "child.multiple-birth": False}
    fact = re.sub("-(day|month|year)$", "", wrong)
    assert {name: stored.get(name) for name in kept if name != fact} == {
        n: v for n, v in kept.items() if n != fact
    }
    assert stored.get(fact) is None


def test_an_empty_form_names_everything_that_is_missing_and_keeps_what_was_saved(
    house: House, mother: Guest
) -> None:
    mother.post("/khai-sinh/phan/ban", {"requester.relation": "mother", "requester.phone": "0912345678"})
    answer = mother.post(BABY)
    assert_page(answer, 422, mother)
    links = re.findall(r'href="#([\w.-]+)"', answer.get_data(as_text=True))
    assert {NAME, "child.birth-date-day", "child.sex"} <= set(links)
    assert draft(house).answers["requester.phone"] == "0912345678"


def test_fields_that_nobody_asked_for_change_nothing(house: House, mother: Guest) -> None:
    before = draft(house)
    foreign = {
        "state": "issued",
        "owner": OTHER,
        "number": "1",
        "requester.full-name": "Kẻ Gian",
        "mother.full-name": "X",
        f"{NAME}[]": "x",
        f"{NAME}[0]": "x",
        "child[full-name]": "x",
        "__proto__": "x",
    }
    assert_page(mother.post(BABY, {**ANSWERS, "draft": house.draft_id}), 409, mother)
    assert draft(house) == before
    answer = mother.post(BABY, {**ANSWERS, **foreign})
    assert answer.status_code in (200, 303)
    after = draft(house)
    assert (after.owner, after.state, after.number) == (before.owner, "draft", None)
    assert after.answers["requester.full-name"] == MOTHER.name
    assert after.answers["mother.full-name"] == MOTHER.name
    assert after.answers[NAME] == ANSWERS[NAME]


def test_a_field_sent_twice_counts_once(house: House, mother: Guest) -> None:
    data: dict[str, Any] = {
        **ANSWERS,
        NAME: ["Nguyễn Đình Phúc", "Nguyễn Đình Lộc"],
        "csrf_token": mother.token(),
    }
    assert mother.client.post(BABY, data=data).status_code in (200, 303)
    assert draft(house).answers[NAME] == "Nguyễn Đình Phúc"


def test_a_megabyte_is_refused_and_what_was_saved_stays(house: House, mother: Guest) -> None:
    mother.post(BABY, ANSWERS)
    answer = mother.post(BABY, {**ANSWERS, NAME: "Nguyễn " * 150_000})
    assert_page(answer, 413, mother)
    many = {f"x{number}": "x" * 20 for number in range(20_000)}
    assert_page(mother.post(BABY, many), 413, mother)
    assert draft(house).answers[NAME] == ANSWERS[NAME]


@pytest.mark.parametrize("text", ["Lý do " * 2000, "có\x00NUL", "🙂", "\u2066đảo\u2069", " \u200b ", "   "])
def test_an_officers_words_are_read_as_strictly(house: House, text: str) -> None:
    clerk = house.guests["clerk"]
    answer = clerk.post(f"/can-bo/ho-so/{house.case_id}/lam/{STEP}", {"consent.paper": text})
    assert_page(answer, 422, clerk)
    assert CHILD in assert_page(clerk.get(f"/can-bo/ho-so/{house.case_id}"), 200, clerk)


def test_markup_is_shown_as_it_was_written(house: House) -> None:
    clerk, owner = house.guests["clerk"], house.guests["owner"]
    nasty = "<img src=x onerror=alert(1)>{{ config }}\"'&amp;</textarea>"
    case = f"/can-bo/ho-so/{house.case_id}"
    assert clerk.post(f"{case}/lam/{STEP}", {"consent.paper": nasty}).status_code == 303
    assert clerk.post(f"{case}/lam/accept").status_code == 303
    assert clerk.post(f"{case}/lam/request-supplement", {"supplement.list": nasty}).status_code == 303
    for someone, path in ((clerk, case), (owner, f"/ho-so/{house.number}")):
        assert nasty in assert_page(someone.get(path), 200, someone)


# --- the same name in two spellings -------------------------------------------------------------------


@pytest.mark.parametrize("form", ["NFC", "NFD", "NFKC", "NFKD"])
def test_what_is_typed_is_stored_in_one_spelling(house: House, mother: Guest, form: Any) -> None:
    mother.post(BABY, {**ANSWERS, NAME: unicodedata.normalize(form, "  Nguyễn  Đình Phúc ")})
    home = {"child.home-place": unicodedata.normalize(form, "Xã Mường Hum, tỉnh Lào Cai")}
    mother.post("/khai-sinh/phan/cha-me", {**PARENTS, **home})
    row = draft(house)
    assert row.answers[NAME] == row.subject == unicodedata.normalize("NFC", "Nguyễn Đình Phúc")
    assert row.answers["child.home-place"] == PARENTS["child.home-place"]


def test_two_spellings_are_one_event(town: Town) -> None:
    """The father files the same birth again, typing the accents apart."""
    people = shortcuts.answers(town, "khai-sinh", MOTHER)
    shortcuts.file(town, "khai-sinh", MOTHER, people)
    first = town.file_row
    father = actors.citizen("001096007714", "Nguyễn Văn Quang")
    again = shortcuts.draft(town, "khai-sinh", _Person(father), {
        **people, "requester.relation": "father", NAME: unicodedata.normalize("NFD", people[NAME]),
    })  # fmt: skip
    attach_samples(town.context, father, again)
    someone = guest(town.app)
    someone.sign_in(str(father.personal_id))
    answer = someone.post("/khai-sinh/nop", {"draft": again})
    page = assert_page(answer, 409, someone)
    assert "Sự kiện này đã có một hồ sơ." in page
    assert str(first.number) not in page  # the mother's file is hers


class _Person:
    """Somebody who files, as the short cuts want them."""

    def __init__(self, actor: actors.Actor) -> None:
        self.id, self.name = str(actor.personal_id), actor.name


@pytest.mark.parametrize(
    "words_typed", [CHILD, unicodedata.normalize("NFD", CHILD), fold(CHILD), CHILD.upper()]
)
def test_a_search_finds_a_name_however_it_is_typed(house: House, words_typed: str) -> None:
    clerk = house.guests["clerk"]
    answer = clerk.client.get("/can-bo/viec", query_string={"hang": "tat-ca", "q": words_typed})
    assert CHILD in assert_page(answer, 200, clerk)


# --- again, too late, by two --------------------------------------------------------------------------


@pytest.fixture
def ready(town: Town) -> tuple[Town, Guest, str]:
    """A mother whose declaration only waits to be submitted."""
    draft_id = shortcuts.draft(town, "khai-sinh", MOTHER, shortcuts.answers(town, "khai-sinh", MOTHER))
    shortcuts.attach_papers(town, MOTHER)
    someone = guest(town.app)
    someone.sign_in(MOTHER.id)
    return town, someone, draft_id


def test_pressing_twice_leads_to_the_same_number(ready: tuple[Town, Guest, str]) -> None:
    town, mother, draft_id = ready
    first, second = (mother.post("/khai-sinh/nop", {"draft": draft_id}) for _ in range(2))
    assert first.status_code == second.status_code == 303
    assert first.location == second.location
    assert len(town.cases(draft_id)) == 1
    assert_page(mother.get(first.location), 200, mother)


def test_going_back_and_pressing_again_leads_to_the_same_number(ready: tuple[Town, Guest, str]) -> None:
    _, mother, draft_id = ready
    first = mother.post("/khai-sinh/nop", {"draft": draft_id})
    # Nothing is open any more: whoever goes back sees what became of it.
    assert mother.get("/khai-sinh/kiem-tra").location == first.location
    assert mother.post("/khai-sinh/nop", {"draft": draft_id}).location == first.location
    assert mother.post("/khai-sinh/phan/em-be", ANSWERS).location == first.location
    page = assert_page(mother.get(first.location), 200, mother)
    assert "những gì vừa nhập không được lưu" in page


def test_another_persons_declaration_cannot_be_submitted(ready: tuple[Town, Guest, str]) -> None:
    town, _, draft_id = ready
    other = guest(town.app)
    other.sign_in(OTHER)
    assert_page(other.post("/khai-sinh/nop", {"draft": draft_id}), 404, other)
    assert town.dossier(draft_id).state == "draft"


class Slow:
    """An agency during whose answer somebody saves in another window."""

    def __init__(self, agency: Agency, meanwhile: Callable[[], None]) -> None:
        self._agency, self._meanwhile = agency, meanwhile

    def send(self, request: Request) -> Reply | None:
        return self._agency.send(request)

    def answer_to(self, key: str) -> Reply | None:
        return self._agency.answer_to(key)

    def look_up(self, register: str, number: str) -> Record | None:
        self._meanwhile()
        return self._agency.look_up(register, number)


def test_of_two_windows_the_later_one_is_told_and_overwrites_nothing(house: House, mother: Guest) -> None:
    code = "population-database"
    quick = guest(house.app, mother.language, mother.cookies())
    before = house.product.agencies[code]

    def save_meanwhile() -> None:
        house.app.extensions["product"] = house.product
        assert quick.post("/khai-sinh/phan/ban", {"requester.phone": "0987654321"}).status_code == 422

    slow = {**house.product.agencies, code: Slow(before, save_meanwhile)}
    house.app.extensions["product"] = replace(house.product, agencies=slow)
    answer = mother.post("/khai-sinh/phan/cha-me", {**PARENTS, "father.personal-id": "001090001234"})
    assert_page(answer, 409, mother)
    assert 'value="001090001234"' in answer.get_data(as_text=True)  # what was typed stands there still
    stored = draft(house).answers
    assert (stored["requester.phone"], stored["father.personal-id"]) == (
        "0987654321",
        PARENTS["father.personal-id"],
    )


@pytest.mark.parametrize("language", ["vi", "en"])
def test_of_two_officers_one_is_told_that_the_other_was_quicker(houses: Houses, language: str) -> None:
    house = houses(language)
    clerk, leader = house.guests["clerk"], house.guests["leader"]
    path = f"/can-bo/ho-so/{house.case_id}/lam/{STEP}"
    seen = {"round": round_of(leader.get(f"/can-bo/ho-so/{house.case_id}/lam/{STEP}"))}
    assert clerk.post(path, {"consent.paper": "Đơn đồng ý", **seen}).status_code == 303
    moved = house.rows()
    second = leader.post(path, {"consent.paper": "Đơn đồng ý", **seen})
    said = {"vi": "Người khác vừa xử lý hồ sơ này.", "en": "Somebody else has just moved this file."}[
        language
    ]
    assert said in assert_page(second, 409, leader)
    assert house.rows() == moved


def round_of(page: TestResponse) -> str:
    found = re.search(r'name="round" value="(\d+)"', page.get_data(as_text=True))
    assert found
    return found[1]


@pytest.mark.parametrize(
    "step", ["approve", "no-such-step", "confirm-consent", "withdraw", "hold-for-correction"]
)
def test_a_step_that_is_not_open_changes_nothing_and_says_so(house: House, step: str) -> None:
    clerk = house.guests["clerk"]
    before = house.rows()
    answer = clerk.post(f"/can-bo/ho-so/{house.case_id}/lam/{step}", {"reason": "vì thế"})
    page = assert_page(
        answer, 403 if step in ("confirm-consent", "withdraw", "hold-for-correction") else 409, clerk
    )
    assert CHILD in page
    assert 'role="alert"' in answer.get_data(as_text=True)
    assert house.rows() == before


def test_an_answer_that_nobody_waits_for_any_more_is_refused(house: House) -> None:
    grandmother, owner = house.guests["relative"], house.guests["owner"]
    path = f"/ho-so/{house.number}"
    assert grandmother.post(f"{path}/dong-y/{house.case_id}").status_code == 303
    assert_page(grandmother.post(f"{path}/dong-y/{house.case_id}"), 404, grandmother)
    assert_page(owner.post(f"{path}/bo-sung/{house.case_id}", {"answer": "Giấy"}), 409, owner)
    assert_page(owner.post(f"{path}/tra-loi/{house.case_id}/confirm-draft"), 409, owner)
    assert owner.post(f"{path}/rut").status_code == 303
    assert_page(owner.post(f"{path}/rut"), 409, owner)


# --- sessions and tokens ------------------------------------------------------------------------------


def test_a_session_that_ends_in_the_middle_of_a_form_loses_nothing_that_was_saved(
    house: House, mother: Guest
) -> None:
    mother.post(BABY, ANSWERS)
    token = mother.token()
    house.clock.advance(hours=1)
    answer = mother.client.post(
        "/khai-sinh/phan/noi-o", data={"csrf_token": token, "residence.with": "mother"}
    )
    assert answer.status_code == 303
    assert answer.location == "/dang-nhap?next=/khai-sinh/phan/noi-o"
    sign_in = assert_page(mother.get(answer.location), 200, mother)
    assert {"vi": "Phiên làm việc đã kết thúc.", "en": "Your session has ended."}[mother.language] in sign_in
    assert mother.sign_in(MOTHER.id, back="/khai-sinh/phan/noi-o").location == "/khai-sinh/phan/noi-o"
    assert_page(mother.get("/khai-sinh/phan/noi-o"), 200, mother)
    page = mother.get(BABY).get_data(as_text=True)
    assert f'value="{ANSWERS[NAME]}"' in page


@pytest.mark.parametrize("path", ["/khai-sinh/bat-dau", "/khai-sinh/nop", "/ho-so/{number}/dong-y/{case}"])
def test_after_signing_in_a_button_that_was_pressed_too_late_is_in_sight_again(
    house: House, path: str
) -> None:
    owner = house.guests["owner"]
    token = owner.token()
    house.clock.advance(hours=1)
    target = path.format(number=house.number, case=house.case_id)
    answer = owner.client.post(target, data={"csrf_token": token})
    assert answer.location == f"/dang-nhap?next={target}"
    back = owner.get(owner.sign_in(MOTHER.id, back=target).location)
    assert back.status_code == 303
    # There may be no draft to submit: then what was filed stands there.
    assert owner.get(back.location).status_code in (200, 303)


@pytest.mark.parametrize("token", ["", "nonsense", None])
def test_a_form_without_its_token_is_not_sent(house: House, mother: Guest, token: str | None) -> None:
    before = house.rows()
    clerk = house.guests["clerk"]
    steal = guest(house.app).token() if token is None else token
    for someone, path in (
        (mother, BABY),
        (mother, f"/ho-so/{house.number}/rut"),
        (clerk, f"/can-bo/ho-so/{house.case_id}/lam/{STEP}"),
        (house.guests["nobody"], "/tra-cuu"),
        (house.guests["nobody"], "/dang-nhap"),
    ):
        answer = someone.client.post(path, data={**ANSWERS, "csrf_token": steal, "name": MOTHER.id})
        page = assert_page(answer, 400, someone)
        assert {"vi": "Trang này mở quá lâu", "en": "This page was open too long"}[someone.language] in page
    assert house.rows() == before


def test_a_token_of_somebody_else_is_not_taken(house: House, mother: Guest) -> None:
    foreign = house.guests["other"].token()
    answer = mother.client.post(BABY, data={**ANSWERS, "csrf_token": foreign})
    assert_page(answer, 400, mother)
    assert draft(house).answers.get(NAME) is None


def test_a_body_of_another_kind_is_refused_and_changes_nothing(house: House, mother: Guest) -> None:
    before = house.rows()
    for kind in ("application/json", "text/xml", "multipart/form-data; boundary=x", ""):
        answer = mother.client.post(BABY, data=b'{"child.full-name": "x"}', content_type=kind)
        assert_page(answer, 400, mother)
    assert house.rows() == before
