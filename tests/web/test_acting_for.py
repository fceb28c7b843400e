"""Acting for somebody else: one draft, on the views that say so, and nothing besides.

The table of views is compared with what the application declares; every other route of citizens is
knocked at by both kinds of holder, and by the holder of another draft.
"""

from __future__ import annotations

from dataclasses import dataclass

import pytest
from flask import Flask
from werkzeug.test import TestResponse

from services.access import actors
from services.citizens import declarations, draft_codes
from services.demo.papers import attach_samples
from storage import drafts
from storage.engine import read_transaction
from tests.bdd import shortcuts
from tests.bdd.town import Town
from tests.web.house import MOTHER, OTHER, TOKEN, Guest, guest
from web.access import allowed_roles
from workflows.errors import NotAllowed, NotFound
from workflows.vocabulary import Role

PHONE = "0912345678"
SECTION = "/khai-sinh/phan/ban"
# The only views on which anybody acts for somebody else; a new one has to be thought about here.
BY_BOTH = {
    "citizen.tasks",
    "citizen.section",
    "citizen.save_section",
    "citizen.check",
    "papers.page",
    "papers.attach",
    "papers.view",
    "papers.remove",
    "papers.copy",
    "previews.preview",
}
AT_COUNTER = {"citizen.submit"}
LIKELY = {
    "slug": "khai-sinh",
    "section": "ban",
    "number": "x",
    "code": "x",
    "case_id": "x",
    "step": "withdraw",
}


@dataclass
class Holders:
    """A browser that holds the mother's draft by its code, and an officer's that holds it at the counter."""

    town: Town
    mine: str
    other: str
    code: Guest
    officer: Guest


@pytest.fixture
def holders(town: Town) -> Holders:
    mine = shortcuts.draft(town, "khai-sinh", MOTHER, shortcuts.answers(town, "khai-sinh", MOTHER))
    other = declarations.start(
        town.context, town.agencies, actors.citizen(OTHER, "Trần Thị Mai"), "khai-sinh"
    )
    declarations.start(town.context, town.agencies, actors.citizen(MOTHER.id, MOTHER.name), "khai-tu")
    with read_transaction(town.context.engine) as connection:
        code = drafts.code_of(connection, mine)
    by_code, officer = guest(town.app), guest(town.app)
    assert by_code.post("/tiep-tuc", {"ma": str(code), "so": PHONE}).location == "/khai-sinh/viec"
    officer.sign_in("hotich.muonghum")
    confirmed = {"viec": "khai-sinh", "so": MOTHER.id, "co-mat": "yes"}
    assert officer.post("/can-bo/nop-ho/bat-dau", confirmed).location == "/khai-sinh/viec"
    return Holders(town, mine, other, by_code, officer)


def test_the_views_of_one_draft_are_these(served: Flask) -> None:
    found = {name: getattr(view, "on_one_draft", set()) for name, view in served.view_functions.items()}
    assert {name for name, kinds in found.items() if "draft" in kinds} == BY_BOTH
    assert {name for name, kinds in found.items() if kinds} == BY_BOTH | AT_COUNTER


@pytest.mark.parametrize("who", ["code", "officer"])
def test_every_other_page_of_citizens_is_shut(holders: Holders, who: str) -> None:
    someone: Guest = getattr(holders, who)
    assert someone.get(SECTION).status_code == 200
    shut = []
    for rule in holders.town.app.url_map.iter_rules():
        of_citizens = Role.CITIZEN in (allowed_roles(holders.town.app, rule.endpoint) or ())
        if rule.endpoint == "static" or not of_citizens or rule.endpoint in BY_BOTH | AT_COUNTER:
            continue
        with holders.town.app.test_request_context():
            values = {name: LIKELY.get(name, "x") for name in rule.arguments}
            converters = {
                name: 1
                for name, kind in rule._converters.items()
                if kind.__class__.__name__ == "IntegerConverter"
            }
            path = holders.town.app.url_for(rule.endpoint, **{**values, **converters})
        answer = someone.get(path) if "GET" in (rule.methods or ()) else _post(someone, path)
        shut.append(answer.status_code in (403, 404) or "/dang-nhap" in (answer.location or ""))
        assert shut[-1], f"{rule.endpoint} answered {answer.status_code} {answer.location}"
    assert len(shut) > 10


@pytest.mark.parametrize("who", ["code", "officer"])
def test_another_draft_of_the_same_person_is_shut(holders: Holders, who: str) -> None:
    someone: Guest = getattr(holders, who)
    for page in ("viec", "kiem-tra", "phan/chon"):
        answer = someone.get(f"/khai-tu/{page}")
        assert answer.status_code == 403 or "/dang-nhap" in answer.location


@pytest.mark.parametrize("who", ["code", "officer"])
@pytest.mark.parametrize("named", ["other", "", None])
def test_what_is_sent_for_another_draft_is_not_taken(holders: Holders, who: str, named: str | None) -> None:
    someone: Guest = getattr(holders, who)
    data = {"requester.phone": "0900000000"}
    if named is not None:
        data["draft"] = holders.other if named else ""
    assert _post(someone, SECTION, data).status_code == 409
    assert holders.town.dossier(holders.mine).answers["requester.phone"] == PHONE
    assert holders.town.dossier(holders.other).answers.get("requester.phone") is None


def test_an_officer_submits_the_draft_that_is_held_and_no_other(holders: Holders) -> None:
    attach_samples(holders.town.context, actors.citizen(MOTHER.id, MOTHER.name), holders.mine)
    assert _post(holders.officer, "/khai-sinh/nop", {"draft": holders.other}).status_code == 404
    assert holders.town.dossier(holders.other).state == "draft"
    answer = _post(holders.officer, "/khai-sinh/nop", {"draft": holders.mine})
    number = holders.town.dossier(holders.mine).number
    assert answer.location == f"/can-bo/nop-ho/da-nop/{number}"
    assert holders.officer.get(answer.location).status_code == 200
    again = holders.officer.get(SECTION)  # it is no draft any more
    assert (again.status_code, again.location) == (303, answer.location)
    assert holders.officer.get(f"/ho-so/{number}").status_code == 303  # nor is the file the officer's
    colleague = guest(holders.town.app)
    colleague.sign_in("congan.muonghum")
    assert colleague.get(answer.location).status_code == 404


def test_the_holder_of_a_code_submits_nothing_even_by_the_verb(holders: Holders) -> None:
    with holders.town.context.reading(actors.NOBODY) as uow:
        held = draft_codes.held(uow, holders.mine)
    holder = actors.Actor("draft-holder", "", frozenset(), acting_for=held)
    with pytest.raises(NotAllowed):
        declarations.submit(holders.town.context, holder, holders.mine)
    with pytest.raises(NotFound):
        declarations.submit(holders.town.context, holder, holders.other)
    assert holders.town.dossier(holders.mine).state == "draft"


def test_who_holds_a_draft_is_nobody_elsewhere(holders: Holders) -> None:
    assert "Giàng Thị Mai" not in holders.code.get("/tra-cuu").get_data(as_text=True)
    assert holders.code.get("/can-bo/viec").status_code == 303
    assert holders.officer.get("/can-bo/viec").status_code == 200


def test_an_officer_who_comes_back_still_holds_the_draft_and_a_colleague_does_not(holders: Holders) -> None:
    holders.town.clock.advance(minutes=31)
    assert holders.officer.get(SECTION).status_code == 303
    holders.officer.sign_in("congan.muonghum")
    assert holders.officer.get(SECTION).status_code == 403
    holders.officer.sign_in("hotich.muonghum")
    assert holders.officer.get(SECTION).status_code == 403  # the colleague was here in between


def _post(someone: Guest, path: str, data: dict[str, str] | None = None) -> TestResponse:
    """Send a form with the token of whatever page this browser may open."""
    for page in ("/tiep-tuc", "/tra-cuu"):
        if found := TOKEN.search(someone.get(page).get_data(as_text=True)):
            return someone.client.post(path, data={"csrf_token": found[1], **(data or {})}, buffered=True)
    raise AssertionError("no page carries a token")
