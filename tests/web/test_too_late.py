"""Again, too late, by two, or in the name of somebody else: nothing is done twice, and nothing is lost."""

from __future__ import annotations

import re
import sqlite3
from collections.abc import Callable
from contextlib import closing
from dataclasses import replace

import pytest
from werkzeug.test import TestResponse

from services.agencies.contract import Agency, Record, Reply, Request
from tests.bdd import shortcuts
from tests.bdd.town import Town
from tests.web.begun import ANSWERS, BABY, NAME, PARENTS, STEP, assert_page, begin, draft
from tests.web.conftest import Houses
from tests.web.house import CHILD, MOTHER, OTHER, ROLES, Guest, House, guest


@pytest.fixture(params=["vi", "en"])
def house(request: pytest.FixtureRequest, houses: Houses) -> House:
    """A copy of the town where everybody reads one of the languages."""
    return houses(request.param)


@pytest.fixture
def mother(house: House) -> Guest:
    """The mother, with a declaration of another birth begun and the parents typed."""
    return begin(house)


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
    said = assert_page(second, 409, leader)
    with closing(sqlite3.connect(house.folder / "product.sqlite")) as books:
        ((winner,),) = books.execute("SELECT name FROM officer WHERE id = ?", (ROLES["clerk"],))
    assert f"{winner} đã làm “" in said if language == "vi" else f"{winner} did “" in said
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
