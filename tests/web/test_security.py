"""What holds for every answer and every session: headers, cookies, limits, and pages that only read."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from urllib.parse import urlsplit

import pytest

from app import create_app
from config import Settings
from services.access import identity
from services.demo.seed import PASSWORD
from tests.bdd import html
from tests.web.conftest import Houses
from tests.web.house import FILES, MOTHER, ROLES, Guest, House, guest, mistakes, open_product, words
from tests.web.test_access import TABLE, address
from web.security import HEADERS, SANDBOX

LIMITS = {"child-src", "object-src", "frame-src", "worker-src", "connect-src", "script-src", "style-src"}
CLERK = "congan.muonghum"


def run(house: House, statement: str) -> None:
    """Change the database behind the product's back."""
    with closing(sqlite3.connect(house.folder / FILES[0])) as books, books:
        books.execute(statement)


# --- headers ----------------------------------------------------------------------------------------


@pytest.mark.parametrize("role", ["nobody", "owner", "clerk", "supervisor"])
def test_every_answer_carries_the_headers(house: House, role: str) -> None:
    someone = house.guests[role]
    paths = [address(house, route.split()[1]) for route in TABLE if route.startswith("GET")]
    for path in [*paths, "/khong-co", "/static/khong-co.css"]:
        answer = someone.get(path)
        sent_by_people = answer.status_code == 200 and path.endswith("/nho")
        wanted = {**HEADERS, "Content-Security-Policy": SANDBOX} if sent_by_people else HEADERS
        assert {name: answer.headers.get(name) for name in wanted} == wanted, path
        if not path.startswith("/static/"):
            assert answer.headers["Cache-Control"] == "no-store", path


def test_refusals_carry_the_headers_too(house: House) -> None:
    someone = house.guests["nobody"]
    answers = {
        400: someone.client.post("/tra-cuu", data={"ma": "x"}),
        404: someone.post("/tra-cuu", {"ma": "K00.000.00-261120-999999", "so": "1234"}),
        405: someone.client.delete("/tra-cuu"),
        413: someone.post("/tra-cuu", {"ma": "x" * 400_000}),
    }
    assert {status: answer.status_code for status, answer in answers.items()} == {s: s for s in answers}
    for answer in answers.values():
        assert {name: answer.headers.get(name) for name in HEADERS} == HEADERS


def test_the_content_policy_allows_nothing_unsafe() -> None:
    rules = {
        name: value
        for name, _, value in (r.partition(" ") for r in HEADERS["Content-Security-Policy"].split("; "))
    }
    assert rules["default-src"] == rules["base-uri"] == rules["frame-ancestors"] == "'none'"
    assert rules["form-action"] == "'self'"
    assert [name for name, value in rules.items() if "unsafe" in value or "*" in value] == []
    assert [name for name in LIMITS & set(rules) if rules[name] not in ("'self'", "'none'")] == []


@pytest.mark.parametrize("language", ["vi", "en"])
def test_a_failure_is_a_page_with_a_reference_and_no_trace(houses: Houses, language: str) -> None:
    house = houses(language)
    run(house, "DROP TABLE journal")
    answer = house.guests["owner"].get(f"/ho-so/{house.number}")
    assert answer.status_code == 500
    assert mistakes(answer, language) == []
    assert "journal" not in answer.get_data(as_text=True)
    assert {name: answer.headers.get(name) for name in HEADERS} == HEADERS
    reference = html.all_of(html.read(answer.get_data(as_text=True)), "b")
    assert any(len(html.said(part)) == 8 for part in reference)


# --- cookies and sessions ---------------------------------------------------------------------------


def cookie_flags(house: House, name: str) -> set[str]:
    """Return how a cookie is guarded when it is set by signing in, or by choosing a language."""
    someone = guest(house.app)
    answer = someone.sign_in(MOTHER.id) if name == "khai" else someone.get("/?lang=en")
    line = next(line for line in answer.headers.getlist("Set-Cookie") if line.startswith(f"{name}="))
    return {part.strip() for part in line.split(";")[1:]}


@pytest.mark.parametrize("name", ["khai", "lang"])
def test_no_script_and_no_other_site_gets_a_cookie(house: House, name: str) -> None:
    assert {"HttpOnly", "SameSite=Lax", "Path=/"} <= cookie_flags(house, name)


def test_in_production_the_session_travels_over_tls_only(house: House) -> None:
    app = create_app(Settings(data=house.folder, production=True), house.product, "for tests only")
    answer = app.test_client().get("/dang-nhap?kind=can-bo", base_url="https://localhost")
    line = next(one for one in answer.headers.getlist("Set-Cookie") if one.startswith("__Host-khai="))
    assert {"Secure", "HttpOnly", "SameSite=Lax", "Path=/"} <= {part.strip() for part in line.split(";")[1:]}
    assert "max-age=" in answer.headers["Strict-Transport-Security"]
    assert PASSWORD not in answer.get_data(as_text=True)


def test_signing_in_makes_a_new_session(house: House) -> None:
    victim, planted = guest(house.app), guest(house.app)
    planted.get("/dang-nhap?kind=can-bo")
    assert planted.client.get_cookie("khai")
    for cookie in planted.cookies():
        victim.client.set_cookie(cookie.key, cookie.value)
    before = victim.token()
    assert victim.sign_in(MOTHER.id).location == "/tro-giup"
    assert victim.get("/cua-toi").status_code == 200
    assert planted.get("/cua-toi").status_code == 303
    assert victim.client.post("/dang-xuat", data={"csrf_token": before}).status_code == 400


def test_signing_in_again_closes_the_former_session(house: House) -> None:
    first = guest(house.app)
    first.sign_in(MOTHER.id)
    old = guest(house.app, cookies=first.cookies())
    first.sign_in(CLERK)
    assert old.get("/cua-toi").status_code == 303
    assert first.get("/can-bo/viec").status_code == 200


def test_signing_out_ends_the_session_also_for_a_stolen_cookie(house: House) -> None:
    stolen = guest(house.app, cookies=house.guests["owner"].cookies())
    assert stolen.get("/cua-toi").status_code == 200
    house.guests["owner"].post("/dang-xuat")
    assert stolen.get("/cua-toi").status_code == 303


def test_a_session_that_lies_idle_ends(house: House) -> None:
    clerk = house.guests["clerk"]
    house.clock.advance(minutes=29)
    assert clerk.get("/can-bo/viec").status_code == 200
    house.clock.advance(minutes=31)
    assert clerk.get("/can-bo/viec").status_code == 303


def test_a_session_in_use_ends_with_the_working_day(house: House) -> None:
    clerk = house.guests["clerk"]
    served = []
    for _ in range(25):
        house.clock.advance(minutes=20)
        served.append(clerk.get("/can-bo/viec").status_code == 200)
    assert served == [True] * 24 + [False]


def test_a_disabled_officer_is_out_at_once(house: House) -> None:
    clerk = house.guests["clerk"]
    assert clerk.get("/can-bo/viec").status_code == 200
    run(house, f"UPDATE officer SET disabled = 1 WHERE id = '{CLERK}'")  # noqa: S608 - a constant
    assert clerk.get("/can-bo/viec").status_code == 303
    assert clerk.post(f"/can-bo/ho-so/{house.case_id}/lam/accept-written-consent").status_code == 303
    assert clerk.sign_in(CLERK).status_code == 401


def test_an_officer_who_moves_office_sees_the_former_cases_no_more(house: House) -> None:
    clerk = house.guests["clerk"]
    run(house, f"UPDATE officer SET office_id = 'police:00004' WHERE id = '{CLERK}'")  # noqa: S608 - a constant
    assert clerk.get(f"/can-bo/ho-so/{house.case_id}").status_code == 404
    assert clerk.post(f"/can-bo/ho-so/{house.case_id}/lam/accept-written-consent").status_code == 404


# --- tries --------------------------------------------------------------------------------------------


@pytest.mark.parametrize("language", ["vi", "en"])
def test_tries_to_sign_in_are_limited_also_over_a_restart(houses: Houses, language: str) -> None:
    house = houses(language)
    thief = guest(house.app, language)
    tries = [thief.sign_in(MOTHER.id, "wrong").status_code for _ in range(identity.TRIES_PER_NAME)]
    assert tries == [401] * identity.TRIES_PER_NAME
    house.close()
    open_product(house.folder, house.clock, house.app)
    locked = thief.sign_in(MOTHER.id)
    assert locked.status_code == 429
    assert mistakes(locked, language) == []
    house.clock.advance(minutes=16)
    assert thief.sign_in(MOTHER.id).status_code == 303
    house.app.extensions["context"].engine.dispose()


def test_an_unknown_name_and_a_wrong_password_are_told_the_same(house: House) -> None:
    thief = guest(house.app)
    unknown, wrong = thief.sign_in("001000000000", "x"), thief.sign_in(MOTHER.id, "x")
    assert unknown.status_code == wrong.status_code == 401
    assert words(unknown) == words(wrong)


def test_guessing_codes_is_limited(house: House) -> None:
    thief = guest(house.app)
    token = thief.token()
    guesses = [
        thief.client.post(
            "/tra-cuu", data={"csrf_token": token, "ma": f"{house.number[:-4]}{n:04d}", "so": f"{n:04d}"}
        ).status_code
        for n in range(identity.LOOK_UPS_PER_ADDRESS + 1)
    ]
    assert guesses == [404] * identity.LOOK_UPS_PER_ADDRESS + [429]


@pytest.mark.parametrize(
    "target",
    ["https://evil.example/", "//evil.example", "/\\evil.example", "\\\\evil.example", "/\t/evil.example",
     "javascript:alert(1)", "evil.example", "http:/evil.example", "/x\r\nSet-Cookie: a=b", "///evil.example"],
)  # fmt: skip
def test_signing_in_leads_to_no_other_site(house: House, target: str) -> None:
    someone = guest(house.app)
    assert someone.sign_in(CLERK, back=target).location == "/dang-nhap"
    answer = someone.sign_in(MOTHER.id, back=target)
    if not target.isprintable():  # no browser sends such an address
        assert answer.status_code == 400
        return
    assert answer.status_code == 303
    assert answer.location == "/dang-nhap"
    assert urlsplit(someone.get(answer.location).location).path == "/cua-toi"


# --- reading ------------------------------------------------------------------------------------------


def crawl(someone: Guest, starts: list[str]) -> dict[str, int]:
    """Follow every link that a person is shown, each address once, and say what each answered."""
    found: dict[str, int] = {}
    waiting = list(starts)
    while waiting:
        path = waiting.pop()
        key = path if path.startswith("/can-bo/viec?hang=") else path.partition("?")[0]
        if key in found:
            continue
        answer = someone.get(path)
        found[key] = answer.status_code
        if answer.location:
            waiting.append(answer.location)
        elif answer.mimetype == "text/html":
            links = html.all_of(html.read(answer.get_data(as_text=True)), "a")
            hrefs = [link.get("href", "").partition("#")[0] for link in links]
            waiting += [href for href in hrefs if href.startswith("/")]
    return found


@pytest.mark.parametrize("role", ROLES)
def test_reading_writes_nothing_and_no_link_leads_nowhere(house: House, role: str) -> None:
    someone = house.guests[role]
    starts = ["/", "/dang-nhap", "/cua-toi", "/can-bo/viec", f"/ho-so/{house.number}", "/khai-tu/viec"]
    allowed = [path for path in starts if someone.get(path).status_code in (200, 303)]
    house.clock.advance(minutes=5)  # so that the session would be touched
    before = house.rows()
    answers = crawl(someone, allowed)
    assert {path: status for path, status in answers.items() if status not in (200, 303)} == {}
    assert house.rows() == before
    assert len(answers) > 10
