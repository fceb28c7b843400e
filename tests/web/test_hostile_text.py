"""Hostile words in every box that came later: they come back as harmless text, or they are refused.

Markup, words that run backwards, accents apart, pictures, formulas of spreadsheets, a megabyte.
"""

from __future__ import annotations

import csv
import re
import unicodedata
from contextlib import closing
from io import BytesIO, StringIO
from urllib.parse import urlencode

import pytest
from markupsafe import escape
from werkzeug.test import TestResponse
from werkzeug.wrappers import Response

from services.demo.families import Y_TY_LATE_BIRTH
from services.demo.papers import drawn
from tests.bdd import shortcuts
from tests.bdd.town import Town
from tests.web.begun import ANSWERS, BABY, NAME, PARENTS, STEP, assert_page, begin
from tests.web.conftest import Houses
from tests.web.house import CHILD, TOKEN, Guest, House, guest, mistakes, words

CHU = Y_TY_LATE_BIRTH.people[0]
MARKUP = "<img src=x onerror=alert(1)>{{ 7 * 191 }}\"'&amp;</textarea><script>alert(1)</script>"
APART = unicodedata.normalize("NFD", "Giấy kết hôn của cha mẹ")
BACKWARDS = "Gi\u1ea5y \u202e\u0111\u1ea3o\u202c \u2066x\u2069"
HOSTILE = {
    "markup": MARKUP,
    "backwards": BACKWARDS,
    "apart": APART,
    "picture": "Giấy 👶🏽\u200d🍼",
    "formula": '=HYPERLINK("http://x","@SUM(1)")',
    "megabyte": "x" * 1_000_000,
}
EVIL = ("<img src=x", "<script>alert", "</textarea><script", "1337")
TURNS = ("\u202e", "\u2066")
# What somebody typed stands in its box again, as typed: there it turns no other words around.
OWN_BOX = re.compile(r'(?<= value=)"[^"]*"|<textarea[^>]*>[^<]*</textarea>')
# Who types where; `{…}` is a place of the house. The box is the last part.
BOXES = (
    ("nobody", "POST", "/tra-cuu", "ma"),
    ("nobody", "POST", "/tiep-tuc", "ma"),
    ("nobody", "POST", "/khai-sinh/phu-hop/1", "child.birth-date-day"),
    ("nobody", "GET", "/xac-thuc", "ma"),
    ("nobody", "GET", "/mo-phong", "viec"),
    ("nobody", "GET", "/mo-phong", "seed"),
    ("nobody", "POST", "/dang-nhap", "name"),
    ("owner", "POST", "/ho-so/{number}/duong-dan/{case}", "nguoi"),
    ("owner", "POST", "/cua-toi/thong-bao", "ngon-ngu"),
    ("owner", "POST", "/khai-tu/phi/hoi", "order"),
    ("relative", "POST", "/ho-so/{number}/xac-nhan/no-such-link", "tra-loi"),
    ("clerk", "POST", "/can-bo/nop-ho", "so"),
    ("clerk", "POST", "/can-bo/nop-ho", "viec"),
    ("clerk", "POST", "/can-bo/nop-ho/bat-dau", "so"),
    ("clerk", "POST", "/can-bo/ho-so/{case}/hen-lai", "ly-do"),
    ("supervisor", "GET", "/giam-sat/lich/xem-truoc", "ly-do"),
    ("supervisor", "POST", "/giam-sat/lich", "can-cu"),
)
BESIDE = {
    "so": {"viec": "khai-sinh", "co-mat": "yes"},
    "ly-do": {"ngay": "2026-12-01", "viec": "ngay", "loai": "nghi"},
}


@pytest.fixture(params=["vi", "en"])
def house(request: pytest.FixtureRequest, houses: Houses) -> House:
    """A copy of the town where everybody reads one of the languages."""
    return houses(request.param)


def evil_in(answer: Response) -> list[str]:
    """List what of the hostile words stands in an answer as if it were ours."""
    page = answer.get_data(as_text=True)
    said = OWN_BOX.sub("", page)
    return [part for part in EVIL if part in page] + [part for part in TURNS if part in said]


def test_hostile_words_that_came_through_would_be_noticed() -> None:
    page = f'<p>{MARKUP}{BACKWARDS}</p><input value="{BACKWARDS}"><textarea name="x">{BACKWARDS}</textarea>'
    assert set(evil_in(Response(page))) == {*EVIL[:3], *TURNS}
    assert evil_in(Response(f'<input value="{BACKWARDS}"><p>{escape(MARKUP)}</p>')) == []


def send(someone: Guest, method: str, path: str, data: dict[str, str]) -> TestResponse:
    if method == "POST":
        return someone.post(path, data)
    return someone.get(f"{path}?{urlencode({name: text[:4000] for name, text in data.items()})}")


@pytest.mark.parametrize(("role", "method", "path", "box"), BOXES, ids=lambda part: str(part))
def test_no_box_gives_hostile_words_back_as_more_than_words(
    house: House, role: str, method: str, path: str, box: str
) -> None:
    someone = house.guests[role]
    place = path.format(number=house.number, case=house.case_id)
    for kind, text in HOSTILE.items():
        answer = send(someone, method, place, {**BESIDE.get(box, {}), box: text})
        assert answer.status_code in (200, 303, 400, 401, 404, 409, 413, 414, 422), (kind, answer.status_code)
        if answer.status_code == 303:
            assert "\n" not in answer.location
            continue
        assert mistakes(answer, someone.language) == [], kind
        assert evil_in(answer) == [], kind
        if kind == "megabyte" and method == "POST":
            assert answer.status_code == 413


def supplement(house: House, listed: str) -> None:
    """Let the officer ask for a supplement in these words."""
    clerk, case = house.guests["clerk"], f"/can-bo/ho-so/{house.case_id}"
    assert clerk.post(f"{case}/lam/{STEP}", {"consent.paper": "Đơn đồng ý"}).status_code == 303
    assert clerk.post(f"{case}/lam/accept").status_code == 303
    assert clerk.post(f"{case}/lam/request-supplement", {"supplement.list": listed}).status_code == 303


def test_an_answer_to_a_supplement_is_read_strictly_and_shown_as_written(house: House) -> None:
    owner, clerk = house.guests["owner"], house.guests["clerk"]
    case, place = f"/can-bo/ho-so/{house.case_id}", f"/ho-so/{house.number}/bo-sung/{house.case_id}"
    supplement(house, f"{MARKUP}\n{HOSTILE['formula']}")
    asked = owner.get(place)
    assert MARKUP in assert_page(asked, 200, owner)
    for kind, status in (("backwards", 422), ("picture", 422), ("megabyte", 413)):
        answer = owner.post(place, {"answer": HOSTILE[kind]})
        assert_page(answer, status, owner)
        assert evil_in(answer) == [], kind
    assert owner.post(place, {"answer": f"{MARKUP} {APART}"}).status_code == 303
    for someone, path in ((clerk, case), (owner, f"/ho-so/{house.number}")):
        answer = someone.get(path)
        said = assert_page(answer, 200, someone)
        assert evil_in(answer) == []
        assert MARKUP in said or someone is owner
    assert unicodedata.normalize("NFC", APART) in words(clerk.get(case))
    assert APART not in clerk.get(case).get_data(as_text=True)


def test_a_slip_and_the_outbox_print_hostile_words_as_words(house: House) -> None:
    owner = house.guests["owner"]
    supplement(house, f"{MARKUP}\n{APART}")
    page = owner.get(f"/ho-so/{house.number}").get_data(as_text=True)
    slips = sorted(set(re.findall(rf"/ho-so/{re.escape(house.number)}/giay/([\w-]+)", page)))
    assert len(slips) >= 3
    shown = []
    for slip in slips:
        answer = owner.get(f"/ho-so/{house.number}/giay/{slip}")
        said = assert_page(answer, 200, owner)
        assert evil_in(answer) == [], slip
        shown += [slip] if MARKUP in said and unicodedata.normalize("NFC", APART) in said else []
    assert len(shown) == 1, "the slip of the request names what is asked for"
    outbox = house.guests["supervisor"].get("/thiet-ke/hop-thu")
    assert_page(outbox, 200, house.guests["supervisor"])
    assert evil_in(outbox) == []


def test_the_words_of_a_rating_are_words(house: House) -> None:
    owner, place = house.guests["owner"], f"/ho-so/{house.number}/danh-gia"
    assert owner.post(f"/ho-so/{house.number}/rut").status_code == 303
    assert_page(owner.post(place, {"muc": "5", "loi": HOSTILE["megabyte"]}), 413, owner)
    for kind in ("backwards", "picture"):
        refused = owner.post(place, {"muc": "5", "loi": HOSTILE[kind]})
        assert_page(refused, 422, owner)
        assert evil_in(refused) == [], kind
    assert owner.post(place, {"muc": "5", "loi": f"{MARKUP} {APART}"}).status_code == 303
    page = owner.get(f"/ho-so/{house.number}")
    said = assert_page(page, 200, owner)
    assert f"{MARKUP} {unicodedata.normalize('NFC', APART)}" in said
    assert evil_in(page) == []


def test_a_preview_writes_names_and_places_as_they_were_typed(house: House) -> None:
    mother = begin(house)
    home = {"child.home-place": f"Xã {MARKUP}"}
    mother.post("/khai-sinh/phan/cha-me", {**PARENTS, **home})
    mother.post(BABY, {**ANSWERS, NAME: unicodedata.normalize("NFD", "Nguyễn Đỗ Khánh Quỳnh")})
    read = []
    for form in ("birth-registration", "permanent-residence", "child-health-insurance"):
        answer = mother.get(f"/khai-sinh/to-khai/{form}")
        said = assert_page(answer, 200, mother)
        assert evil_in(answer) == [], form
        assert "Nguyễn Đỗ Khánh Quỳnh" in said
        read.append(MARKUP in said)
    assert any(read)
    check = mother.get("/khai-sinh/kiem-tra")
    assert MARKUP in assert_page(check, 200, mother)
    assert evil_in(check) == []


@pytest.mark.parametrize("language", ["vi", "en"])
@pytest.mark.parametrize(
    "name",
    [
        f"{MARKUP}.jpg",
        f"giay{BACKWARDS}gpj.exe",
        "../../../etc/passwd",
        "=cmd|calc.jpg",
        f"{APART}👶.jpg",
        "x" * 20_000,
    ],
    ids=["markup", "backwards", "path", "formula", "apart", "long"],
)
def test_the_name_of_a_paper_is_never_kept_or_shown(town: Town, language: str, name: str) -> None:
    shortcuts.draft(town, "khai-sinh", CHU, shortcuts.answers(town, "khai-sinh", CHU))
    owner = guest(town.app, language)
    owner.sign_in(CHU.id)
    page = owner.get("/khai-sinh/giay-to")
    form = re.search(
        r'action="(/khai-sinh/giay-to/[\w-]+)".*?name="sending" value="([^"]+)"', page.text, re.S
    )
    assert form, words(page)
    token = TOKEN.search(page.text)
    assert token
    sent = {"csrf_token": token[1], "sending": form[2], "paper": (BytesIO(drawn("giay")), name)}
    answer = owner.client.post(form[1], data=sent, buffered=True)
    assert answer.status_code == 303, words(answer)
    shown = owner.get("/khai-sinh/giay-to")
    assert_page(shown, 200, owner)
    assert evil_in(shown) == []
    view = re.search(r'href="(/khai-sinh/giay-to/tep/[\w-]+)"', shown.text)
    assert view
    original = owner.get(f"{view[1]}/goc")
    assert original.data == drawn("giay")
    offered = original.headers["Content-Disposition"]
    assert re.search(r"filename=\"?[\w-]+\.jpg\"?$", offered), offered
    with closing(town.context.engine.raw_connection()) as books:
        kept = "\n".join(books.driver_connection.iterdump())  # type: ignore[union-attr]
    assert 'INSERT INTO "paper" VALUES' in kept
    assert name[:20] not in kept


def formulas(table: str) -> list[str]:
    """List the cells that a spreadsheet would take for a formula."""
    rows = csv.reader(StringIO(table.removeprefix("\ufeff")))
    return [cell for row in rows for cell in row if re.match(r"[=+\-@\t\r]", cell) and not _number(cell)]


def _number(cell: str) -> bool:
    return re.fullmatch(r"-?\d+(\.\d+)?", cell) is not None


@pytest.mark.parametrize("file", ["du-lieu", "phan-bo"])
def test_the_tables_of_the_timeline_hold_no_formula(house: House, file: str) -> None:
    assert formulas('a,=1+1,+2x,-cmd,@SUM(1),-3.5\n"\t=1",b') == ["=1+1", "+2x", "-cmd", "@SUM(1)", "\t=1"]
    someone = house.guests["nobody"]
    for text in (HOSTILE["formula"], "+1", "-1", "@x", MARKUP):
        asked = urlencode({"viec": text, "so-voi": text, "moi": text, "seed": text, "runs": "200"})
        answer = someone.get(f"/mo-phong/{file}.csv?{asked}")
        assert answer.status_code == 200
        assert formulas(answer.text) == []
        assert re.fullmatch(r'attachment; filename="[\w-]+\.csv"', answer.headers["Content-Disposition"])
        assert answer.text.count("\n") > 5


def test_a_link_for_consent_says_nothing_whatever_stands_in_it(house: House) -> None:
    grandmother = house.guests["relative"]
    for text in ("%3Cscript%3Ealert(1)", "%E2%80%AEx", "x" * 4000, "=1+1", "%F0%9F%91%B6"):
        answer = grandmother.get(f"/ho-so/{house.number}/xac-nhan/{text}")
        said = assert_page(answer, 404, grandmother)
        assert evil_in(answer) == []
        assert CHILD not in said
