"""Every route, knocked at by everybody: what each gets stands in one table, and nothing else may happen."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from flask import Flask

from services.demo.families import NINH_KIEU_BIRTH
from tests.bdd import shortcuts
from tests.bdd.town import Town
from tests.web.conftest import Houses
from tests.web.house import CHILD, FATHER, MOTHER, ROLES, Guest, House, guest, mistakes, words

# What each role gets: a status, `in` for the way to the sign-in page, `go` for the way to another page.
# The order of the roles is that of ROLES: nobody owner other relative clerk elsewhere leader supervisor.
EVERYBODY = "200 200 200 200 200 200 200 200"
AWAY = "go go go go go go go go"
OF_CITIZENS = "in {owner} {other} {relative} 403 403 403 403"
OF_CLERKS = "in 403 403 403 {office} {elsewhere} {office} 403"


def own(status: str) -> str:
    """What only whoever filed gets; for other citizens it does not exist."""
    return OF_CITIZENS.format(owner=status, other="404", relative="404")


TABLE = {
    "GET public.home": EVERYBODY,
    "GET public.timeline": EVERYBODY,
    "GET public.timeline_data": EVERYBODY,
    "GET public.help_page": EVERYBODY,
    "GET public.accessibility": EVERYBODY,
    "GET public.privacy": EVERYBODY,
    "GET public.health": EVERYBODY,
    "GET auth.sign_in": "200 go go go go go go go",
    "POST auth.sign_in_now": "401 401 401 401 401 401 401 401",
    "POST auth.sign_out": AWAY,
    "GET citizen.start": EVERYBODY,
    "POST citizen.begin": OF_CITIZENS.format(owner="go", other="go", relative="go"),
    "GET citizen.not_begun": AWAY,
    "GET citizen.tasks": own("200"),
    "GET citizen.section": own("200"),
    "POST citizen.save_section": own("422"),
    "GET citizen.check": own("200"),
    "POST citizen.submit": own("422"),
    "GET citizen.not_submitted": AWAY,
    "GET citizen.submitted": own("200"),
    "GET citizen.mine": OF_CITIZENS.format(owner="200", other="200", relative="200"),
    "GET citizen.lookup": EVERYBODY,
    "POST citizen.find": "404 404 404 404 404 404 404 404",
    # Whose dossier it is not may still name its code and phone number.
    "GET citizen.track": "go 200 go 200 go go go go",
    "GET citizen.supplement": own("go"),
    "POST citizen.send_supplement": own("409"),
    # The grandmother declines; the mother may not do it in her place.
    "POST citizen.answer": OF_CITIZENS.format(owner="403", other="404", relative="go"),
    "POST citizen.consent": OF_CITIZENS.format(owner="404", other="404", relative="go"),
    "GET citizen.not_answered": AWAY,
    "GET citizen.withdrawal": own("200"),
    "POST citizen.withdraw": own("go"),
    "GET clerk.worklist": OF_CLERKS.format(office="200", elsewhere="200"),
    "GET clerk.case": OF_CLERKS.format(office="200", elsewhere="404"),
    "GET clerk.act": OF_CLERKS.format(office="200", elsewhere="404"),
    "POST clerk.take": OF_CLERKS.format(office="422", elsewhere="404"),
    "GET supervisor.dashboard": "in 403 403 403 403 403 403 200",
    "GET static": EVERYBODY,
}
SENT = {
    "auth.sign_in_now": {"kind": "nguoi-dan", "name": "001192004321", "password": "wrong"},
    "citizen.find": {"ma": "K00.000.00-260101-010001", "so": "0000"},
    "citizen.send_supplement": {"answer": "Giấy tờ"},
}
# Which of the steps is knocked at.
STEPS = {"citizen.answer": "decline-consent", "citizen.not_answered": "decline-consent"}


def address(house: House, endpoint: str) -> str:
    """Return where a route lies in this house."""
    places = {
        "slug": "khai-sinh" if endpoint == "citizen.submitted" else "khai-tu",
        "section": "chon",
        "number": house.number,
        "code": house.number,
        "case_id": house.case_id,
        "step": STEPS.get(endpoint, "accept-written-consent"),
        "filename": "css/app.css",
    }
    rule = next(rule for rule in house.app.url_map.iter_rules() if rule.endpoint == endpoint)
    with house.app.test_request_context():
        return house.app.url_for(endpoint, **{name: places[name] for name in rule.arguments})


def knock(house: House, someone: Guest, route: str) -> str:
    method, endpoint = route.split()
    path = address(house, endpoint)
    if method == "GET":
        answer = someone.get(path)
    else:
        answer = someone.post(path, {"draft": house.draft_id, **SENT.get(endpoint, {})})
    if answer.status_code == 200 or answer.status_code >= 400:
        assert answer.mimetype != "text/html" or mistakes(answer, someone.language) == []
    if answer.status_code in (401, 403, 404):
        assert CHILD not in answer.get_data(as_text=True)
    if answer.status_code in (302, 303):
        return "in" if answer.location.startswith("/dang-nhap?") else "go"
    return str(answer.status_code)


def expected() -> Iterator[tuple[str, str, str]]:
    for route, cells in TABLE.items():
        assert len(cells.split()) == len(ROLES), route
        yield from ((route, role, cell) for role, cell in zip(ROLES, cells.split(), strict=True))


def test_the_table_names_every_route(served: Flask) -> None:
    known = {
        f"{method} {rule.endpoint}"
        for rule in served.url_map.iter_rules()
        for method in rule.methods or ()
        if method not in ("HEAD", "OPTIONS")
    }
    assert set(TABLE) == known


@pytest.mark.parametrize("route", TABLE)
def test_everybody_gets_what_the_table_says(houses: Houses, route: str) -> None:
    wanted = {role: cell for wanted_route, role, cell in expected() if wanted_route == route}
    shared = houses() if route.startswith("GET") else None
    got = {}
    for role in ROLES:
        house = shared or houses()
        got[role] = knock(house, house.guests[role], route)
    assert got == wanted


@pytest.mark.parametrize("role", [role for role in ROLES if role not in ("owner", "relative")])
def test_the_family_is_named_to_nobody_else(house: House, role: str) -> None:
    someone = house.guests[role]
    own_office = role in ("clerk", "leader")
    for route in TABLE:
        endpoint = route.split()[1]
        if route.startswith("GET") and endpoint != "static" and not (own_office and "clerk" in endpoint):
            page = someone.get(address(house, endpoint)).get_data(as_text=True)
            assert [secret for secret in (CHILD, MOTHER.street, FATHER.street) if secret in page] == [], route


def test_whose_consent_is_needed_reads_where_the_file_is_and_not_what_it_says(house: House) -> None:
    path = f"/ho-so/{house.number}"
    read = {role: words(house.guests[role].get(path)) for role in ("owner", "relative")}
    assert "Giấy khai sinh" in read["relative"]
    assert "Nguyễn Văn Quang" in read["owner"]
    assert "Nguyễn Văn Quang" not in read["relative"]


def test_a_case_of_another_office_is_in_no_worklist_and_in_no_search(house: House) -> None:
    path = f"/can-bo/viec?hang=tat-ca&q={house.number}"
    seen = {role: house.case_id in house.guests[role].get(path).get_data(as_text=True) for role in ROLES}
    assert {role for role, found in seen.items() if found} == {"clerk", "leader"}


def test_an_officer_may_not_act_on_the_file_of_the_own_family(town: Town) -> None:
    mother = NINH_KIEU_BIRTH.people[0]
    shortcuts.file(town, "khai-sinh", mother, shortcuts.answers(town, "khai-sinh", mother))
    case = town.case("Khai sinh")
    grandfather = guest(town.app)
    grandfather.sign_in("hotich.ninhkieu")
    page = grandfather.get(f"/can-bo/ho-so/{case.id}")
    assert "Bạn là người có liên quan trong hồ sơ" in words(page)
    refused = grandfather.post(f"/can-bo/ho-so/{case.id}/lam/accept")
    assert refused.status_code == 403
    assert "Bạn là người có liên quan trong hồ sơ" in words(refused)
    assert mistakes(refused, "vi") == []
    assert town.case("Khai sinh").state == "received"
