"""Whatever is sent, by mistake or on purpose, gets a right status, a whole page, and nothing is lost."""

from __future__ import annotations

import re
import unicodedata
from typing import Any

import pytest

from services.access import actors
from services.demo.papers import attach_samples
from tests.bdd import shortcuts
from tests.bdd.town import Town
from tests.web.begun import ANSWERS, BABY, NAME, PARENTS, STEP, assert_page, begin, draft
from tests.web.conftest import Houses
from tests.web.house import CHILD, MOTHER, OTHER, Guest, House, guest
from workflows.forms.cleaning import fold


@pytest.fixture(params=["vi", "en"])
def house(request: pytest.FixtureRequest, houses: Houses) -> House:
    """A copy of the town where everybody reads one of the languages."""
    return houses(request.param)


@pytest.fixture
def mother(house: House) -> Guest:
    """The mother, with a declaration of another birth begun and the parents typed."""
    return begin(house)


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
