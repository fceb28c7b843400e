"""Every route, knocked at by everybody: what each gets stands in one table, and nothing else may happen."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import closing

import pytest
from flask import Flask

from services.demo.families import NINH_KIEU_BIRTH
from tests.bdd import shortcuts
from tests.bdd.town import Town
from tests.web.conftest import FAMILY, Houses
from tests.web.house import CHILD, FATHER, MOTHER, ROLES, Guest, House, guest, mistakes, words
from web.access import check_every_route_declares, guard
from workflows.errors import NotAllowed

# What each role gets: a status, `in` for the way to the sign-in page, `go` for the way to another page.
# The order of the roles is that of ROLES: nobody owner other relative clerk elsewhere leader
# supervisor operator.
EVERYBODY = "200 200 200 200 200 200 200 200 200"
AWAY = "go go go go go go go go go"
OF_CITIZENS = "in {owner} {other} {relative} 403 403 403 403 403"
OF_CLERKS = "in 403 403 403 {office} {elsewhere} {office} 403 403"
OF_OPERATORS = "in 403 403 403 403 403 403 403 {operator}"
OF_DESIGNERS = "in 403 403 403 403 403 403 {status} {status}"


def own(status: str) -> str:
    """What only whoever filed gets; for other citizens it does not exist."""
    return OF_CITIZENS.format(owner=status, other="404", relative="404")


TABLE = {
    "GET public.home": EVERYBODY,
    "GET public.timeline": EVERYBODY,
    "GET public.timeline_data": EVERYBODY,
    "GET public.often_data": EVERYBODY,
    "GET public.old_way_of": "go 200 go 200 go go go go go",
    "GET public.help_page": EVERYBODY,
    "GET public.accessibility": EVERYBODY,
    "GET public.privacy": EVERYBODY,
    "GET public.health": EVERYBODY,
    "GET auth.sign_in": "200 go go go go go go go go",
    "POST auth.sign_in_now": "401 401 401 401 401 401 401 401 401",
    "POST auth.sign_out": AWAY,
    "POST auth.sign_out_everywhere": AWAY,
    "GET auth.sign_out_page": "go 200 200 200 200 200 200 200 200",
    "GET oidc.begin": AWAY,
    "GET oidc.come_back": "401 401 401 401 401 401 401 401 401",
    "GET stand_in.description": EVERYBODY,
    "GET stand_in.keys": EVERYBODY,
    "GET stand_in.ask": "400 400 400 400 400 400 400 400 400",
    "POST stand_in.answer": "400 400 400 400 400 400 400 400 400",
    "POST stand_in.token": "400 400 400 400 400 400 400 400 400",
    "GET resume.ask": EVERYBODY,
    "POST resume.find": "404 404 404 404 404 404 404 404 404",
    "POST resume.let_go": AWAY,
    "GET counter.ask": OF_CLERKS.format(office="200", elsewhere="200"),
    "POST counter.look_up": OF_CLERKS.format(office="422", elsewhere="422"),
    "POST counter.begin": OF_CLERKS.format(office="422", elsewhere="422"),
    "POST counter.let_go": OF_CLERKS.format(office="go", elsewhere="go"),
    "GET counter.done": OF_CLERKS.format(office="404", elsewhere="404"),
    "GET citizen.start": EVERYBODY,
    "POST citizen.begin": OF_CITIZENS.format(owner="go", other="go", relative="go"),
    "GET citizen.not_begun": AWAY,
    "GET suitability.ask": EVERYBODY,
    "POST suitability.take": "422 422 422 422 422 422 422 422 422",
    "GET suitability.result": AWAY,
    "GET previews.preview": own("200"),
    "GET previews.declared": own("200"),
    # This child has no twin.
    "POST previews.go_on": own("409"),
    "GET previews.not_gone_on": AWAY,
    "GET citizen.tasks": own("200"),
    "GET citizen.section": own("200"),
    "POST citizen.save_section": own("422"),
    "GET citizen.check": own("200"),
    "POST citizen.submit": own("422"),
    "GET citizen.not_submitted": AWAY,
    "GET citizen.submitted": own("200"),
    "GET citizen.mine": OF_CITIZENS.format(owner="200", other="200", relative="200"),
    "GET citizen.lookup": EVERYBODY,
    "POST citizen.find": "404 404 404 404 404 404 404 404 404",
    # Whose dossier it is not may still name its code and phone number.
    "GET citizen.track": "go 200 go 200 go go go go go",
    "GET citizen.supplement": own("go"),
    "POST citizen.send_supplement": own("409"),
    # The grandmother declines; the mother may not do it in her place.
    "POST citizen.answer": OF_CITIZENS.format(owner="403", other="404", relative="go"),
    "POST citizen.consent": OF_CITIZENS.format(owner="404", other="404", relative="go"),
    "GET citizen.not_answered": AWAY,
    "GET citizen.withdrawal": own("200"),
    "POST citizen.withdraw": own("go"),
    # No draft waits here; a link that is none says nothing to anybody.
    "GET citizen.draft": own("go"),
    "GET citizen.consent_link": OF_CITIZENS.format(owner="404", other="404", relative="404"),
    "POST citizen.answer_link": OF_CITIZENS.format(owner="404", other="404", relative="404"),
    "POST citizen.renew_link": own("404"),
    "GET citizen.link_not_renewed": OF_CITIZENS.format(owner="go", other="go", relative="go"),
    "GET citizen.slip": own("200"),
    # What still runs cannot be rated.
    "GET citizen.rating": own("go"),
    "POST citizen.rate": own("409"),
    "POST citizen.prefer": OF_CITIZENS.format(owner="go", other="go", relative="go"),
    "GET citizen.not_preferred": OF_CITIZENS.format(owner="go", other="go", relative="go"),
    "GET citizen.outbox_viewer": "in 403 403 403 403 403 403 200 403",
    # The certificate that civil status has issued: the mother's, and of no office but that one.
    "GET documents.result": own("200").replace("403 403 403 403", "404 404 404 403"),
    "GET documents.ask": EVERYBODY,
    "GET documents.verify": EVERYBODY,
    "POST documents.check_copy": "422 422 422 422 422 422 422 422 422",
    # The draft of these stories lacks answers, so nothing can be paid for yet.
    "GET payments.fee": own("go"),
    "POST payments.pay": own("go"),
    "POST payments.look": OF_CITIZENS.format(owner="404", other="404", relative="404"),
    "GET payments.not_looked": AWAY,
    "POST payments.call_back": "401 401 401 401 401 401 401 401 401",
    "GET payments.owed": "in 403 403 403 403 403 403 200 403",
    "GET stand_in_gateway.bill": "404 404 404 404 404 404 404 404 404",
    "POST stand_in_gateway.settle": "404 404 404 404 404 404 404 404 404",
    # The birth notice of the filed dossier: the mother's; the police's case does not rest on it.
    "GET papers.page": own("200"),
    "POST papers.attach": own("422"),
    "GET papers.not_attached": AWAY,
    "GET papers.supplement": own("404"),
    "POST papers.attach_supplement": own("404"),
    "GET papers.view": own("200"),
    "GET papers.copy": own("200"),
    # What is not there for somebody is taken for taken back already; what is filed stays.
    "POST papers.remove": OF_CITIZENS.format(owner="409", other="go", relative="go"),
    "GET papers.officer_view": OF_CLERKS.format(office="404", elsewhere="404"),
    "GET papers.officer_copy": OF_CLERKS.format(office="404", elsewhere="404"),
    "GET clerk.worklist": OF_CLERKS.format(office="200", elsewhere="200"),
    "GET clerk.keys": OF_CLERKS.format(office="200", elsewhere="200"),
    "GET clerk.preview": OF_CLERKS.format(office="200", elsewhere="404"),
    "POST clerk.save_view": OF_CLERKS.format(office="422", elsewhere="422"),
    "POST clerk.switch_keys": OF_CLERKS.format(office="go", elsewhere="go"),
    "POST clerk.delete_view": OF_CLERKS.format(office="go", elsewhere="go"),
    "GET clerk.case": OF_CLERKS.format(office="200", elsewhere="404"),
    "GET clerk.act": OF_CLERKS.format(office="200", elsewhere="404"),
    "POST clerk.take": OF_CLERKS.format(office="422", elsewhere="404"),
    # What nobody filled in is refused; a bulk act of nothing goes back to the list.
    "GET officer_acts.handover": OF_CLERKS.format(office="200", elsewhere="404"),
    "GET officer_acts.not_done": OF_CLERKS.format(office="go", elsewhere="go"),
    "GET officer_acts.not_answered": OF_CLERKS.format(office="go", elsewhere="go"),
    "POST officer_acts.claim": OF_CLERKS.format(office="go", elsewhere="404"),
    "POST officer_acts.release": OF_CLERKS.format(office="422", elsewhere="404"),
    "POST officer_acts.assign": OF_CLERKS.format(office="422", elsewhere="404"),
    "POST officer_acts.note": OF_CLERKS.format(office="422", elsewhere="404"),
    "POST officer_acts.ask": OF_CLERKS.format(office="422", elsewhere="404"),
    "POST officer_acts.answer": OF_CLERKS.format(office="422", elsewhere="404"),
    "POST officer_acts.bulk": OF_CLERKS.format(office="go", elsewhere="go"),
    "GET officer_acts.no_bulk": OF_CLERKS.format(office="go", elsewhere="go"),
    "GET officer_acts.bulk_done": OF_CLERKS.format(office="404", elsewhere="404"),
    "POST officer_acts.undo_bulk": OF_CLERKS.format(office="404", elsewhere="404"),
    "GET officer_acts.absence": OF_CLERKS.format(office="200", elsewhere="200"),
    "POST officer_acts.enter_absence": OF_CLERKS.format(office="422", elsewhere="422"),
    "GET officer_acts.not_ended": OF_CLERKS.format(office="go", elsewhere="go"),
    "POST officer_acts.end_absence": OF_CLERKS.format(office="404", elsewhere="404"),
    "POST supplement_preview.show": OF_CLERKS.format(office="422", elsewhere="404"),
    "GET supplement_preview.not_shown": OF_CLERKS.format(office="go", elsewhere="go"),
    "GET supervisor.dashboard": "in 403 403 403 403 403 403 200 403",
    "GET supervisor.figures_csv": "in 403 403 403 403 403 403 200 403",
    "GET supervisor.figure": "in 403 403 403 403 403 403 200 403",
    "GET supervisor.figure_csv": "in 403 403 403 403 403 403 200 403",
    "GET supervisor.offices": "in 403 403 403 403 403 403 200 403",
    "GET supervisor.offices_csv": "in 403 403 403 403 403 403 200 403",
    "GET supervisor.index": "in 403 403 403 403 403 403 200 403",
    "GET supervisor.forecast": "in 403 403 403 403 403 403 200 403",
    "GET clerk_alerts.own": OF_CLERKS.format(office="200", elsewhere="200"),
    "GET clerk_alerts.everywhere": "in 403 403 403 403 403 403 200 403",
    "GET clerk_alerts.new_date": OF_CLERKS.format(office="200", elsewhere="404"),
    # The case waits for a consent: no date runs, so there is none to put off and none to be sorry for.
    "POST clerk_alerts.promise_anew": OF_CLERKS.format(office="422", elsewhere="404"),
    "GET clerk_alerts.not_reworded": OF_CLERKS.format(office="go", elsewhere="go"),
    "POST clerk_alerts.reword": OF_CLERKS.format(office="404", elsewhere="404"),
    "GET office_calendar.own": OF_CLERKS.format(office="200", elsewhere="200"),
    "GET office_calendar.calendar": "in 403 403 403 403 403 403 200 403",
    "GET office_calendar.preview": "in 403 403 403 403 403 403 422 403",
    "POST office_calendar.apply": "in 403 403 403 403 403 403 422 403",
    # Systems prove themselves by a signature, whoever holds the line; nobody here has one.
    "POST agencies.notice": "403 403 403 403 403 403 403 403 403",
    "POST agencies.reply": "403 403 403 403 403 403 403 403 403",
    # No reconciliation was ever made here, and an act without a reason is none.
    "GET operator.links": OF_OPERATORS.format(operator="200"),
    "GET operator.messages": OF_OPERATORS.format(operator="200"),
    "GET operator.message": OF_OPERATORS.format(operator="200"),
    "POST operator.act": OF_OPERATORS.format(operator="422"),
    "GET operator.proposals": OF_OPERATORS.format(operator="200"),
    "POST operator.decide": OF_OPERATORS.format(operator="422"),
    "GET operator.reconciliations": OF_OPERATORS.format(operator="200"),
    "POST operator.order": OF_OPERATORS.format(operator="422"),
    "GET operator.report": OF_OPERATORS.format(operator="404"),
    "POST operator.settle": OF_OPERATORS.format(operator="404"),
    # Supervisors may read what operators did.
    "GET operator.log": "in 403 403 403 403 403 403 200 200",
    # The designer's room; nothing is ever put into force from there.
    "GET designer.overview_page": OF_DESIGNERS.format(status="200"),
    "GET designer.show": OF_DESIGNERS.format(status="200"),
    "POST designer.apply": OF_DESIGNERS.format(status="409"),
    "GET designer.compare": OF_DESIGNERS.format(status="200"),
    "GET designer.scenarios": OF_DESIGNERS.format(status="200"),
    # A file as data: to whom it concerns, to nobody else.
    "GET api.file": "404 200 404 200 404 404 404 404 404",
    "GET static": EVERYBODY,
}
# An officer of the office whose own family it is gets what the clerk beside them gets, but:
OWN_FAMILY = {
    "GET clerk.act": "go",
    "POST clerk.take": "403",
    "POST supplement_preview.show": "go",
    "POST officer_acts.claim": "403",
    "POST clerk_alerts.promise_anew": "403",
    "POST clerk_alerts.reword": "403",
}
# What they send with every act on the case, so that only their being family can be why it is refused.
EVERYTHING = {
    "ly-do": "Hệ thống đang bảo trì",
    "ngay": "2026-12-01",
    "ly-do-tra": "Đi công tác",
    "ly-do-giao": "Đi công tác",
    "cho": "lanhdao.congan.muonghum",
    "ghi-chu": "Đã gọi điện cho gia đình",
    "hoi-ai": "lanhdao.congan.muonghum",
    "cau-hoi": "Có cần xác minh không?",
    "dong-y": "co",
    "tra-loi": "Không cần",
}
SENT = {
    "auth.sign_in_now": {"kind": "nguoi-dan", "name": "001192004321", "password": "wrong"},
    "citizen.find": {"ma": "K00.000.00-260101-010001", "so": "0000"},
    "citizen.send_supplement": {"answer": "Giấy tờ"},
    "clerk_alerts.promise_anew": {"ngay": "2026-12-01", "ly-do": "Hệ thống đang bảo trì"},
    "clerk_alerts.reword": {"ly-do": "Hệ thống đang bảo trì"},
}
# What lies behind the code of a document.
CODED = {"documents.verify", "documents.check_copy"}
# Which of the steps is knocked at.
STEPS = {"citizen.answer": "decline-consent", "citizen.not_answered": "decline-consent"}


def address(house: House, endpoint: str) -> str:
    """Return where a route lies in this house."""
    places = {
        "slug": "khai-sinh" if endpoint == "citizen.submitted" else "khai-tu",
        "section": "chon",
        "question": 1,
        "procedure": "death-registration",
        "number": house.number,
        "code": _document(house)[1] if endpoint in CODED else house.number,
        "output_id": _document(house)[0],
        "case_id": house.case_id,
        "step": STEPS.get(endpoint, "accept-written-consent"),
        "filename": "css/app.css",
        "token": "no-such-link",
        "evidence": "birth-notice",
        "paper_id": _paper(house),
        "copy": "nho",
        "form": "tiep-nhan",
        "order_id": "no-such-order",
        "measure": "dung-han",
        "act": "nhan",
        "opinion_id": "no-such-question",
        "bulk_id": "no-such-act",
        "view_id": "no-such-view",
        "absence_id": "no-such-absence",
        "message_id": _message(house),
        "reconciliation_id": "no-such-reconciliation",
        "kind": "thu-tuc",
        "name": "birth-registration",
    }
    rule = next(rule for rule in house.app.url_map.iter_rules() if rule.endpoint == endpoint)
    with house.app.test_request_context():
        return house.app.url_for(endpoint, **{name: places[name] for name in rule.arguments})


def _paper(house: House) -> str:
    """Return the one paper that is attached."""
    with closing(sqlite3.connect(house.folder / "product.sqlite")) as books:
        ((paper_id,),) = books.execute("SELECT id FROM paper")
    return str(paper_id)


def _message(house: House) -> str:
    """Return the first message to an agency."""
    with closing(sqlite3.connect(house.folder / "product.sqlite")) as books:
        ((message_id,),) = books.execute("SELECT id FROM message ORDER BY created_at, id LIMIT 1")
    return str(message_id)


def _document(house: House) -> tuple[str, str]:
    """Return the result that has a document, and the code on that."""
    with closing(sqlite3.connect(house.folder / "product.sqlite")) as books:
        ((output_id, code),) = books.execute("SELECT output_id, code FROM document")
    return output_id, code


def knock(house: House, someone: Guest, route: str) -> str:
    method, endpoint = route.split()
    path = address(house, endpoint)
    if method == "GET":
        answer = someone.get(path)
    else:
        answer = someone.post(path, {"draft": house.draft_id, **SENT.get(endpoint, {})})
    if answer.status_code == 200 or answer.status_code >= 400:
        assert answer.mimetype != "text/html" or mistakes(answer, someone.language) == []
    if answer.status_code in (401, 403, 404) and someone is not house.guests[FAMILY]:
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
    wanted[FAMILY] = OWN_FAMILY.get(route, wanted["clerk"])
    got[FAMILY] = knock(shared or (house := houses()), house.guests[FAMILY], route)
    assert got == wanted


def test_an_officer_changes_nothing_of_a_dossier_that_names_them(houses: Houses) -> None:
    house = houses()
    before = house.rows()
    acts = [
        rule.endpoint
        for rule in house.app.url_map.iter_rules()
        if "POST" in (rule.methods or ()) and "case_id" in rule.arguments
    ]
    assert len(acts) > 5
    for endpoint in acts:
        answer = house.guests[FAMILY].post(address(house, endpoint), EVERYTHING)
        assert answer.status_code in (303, 403, 404, 409), endpoint
        assert house.rows() == before, endpoint


def test_a_route_that_nobody_declared_stops_the_start_and_is_shut() -> None:
    app = Flask("undeclared")
    app.add_url_rule("/cua-sau", "back_door", lambda: "everything")
    with pytest.raises(RuntimeError, match="back_door"):
        check_every_route_declares(app)
    with app.test_request_context("/cua-sau"), pytest.raises(NotAllowed):
        guard()


@pytest.mark.parametrize("role", [role for role in ROLES if role not in ("owner", "relative")])
def test_the_family_is_named_to_nobody_else(house: House, role: str) -> None:
    someone = house.guests[role]
    own_office = role in ("clerk", "leader")
    for route in TABLE:
        endpoint = route.split()[1]
        if endpoint in CODED:  # whoever has the code has the document itself
            continue
        of_the_office = "clerk" in endpoint or endpoint == "officer_acts.handover"
        if route.startswith("GET") and endpoint != "static" and not (own_office and of_the_office):
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
