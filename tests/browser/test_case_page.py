"""What the page of a case must do (acceptance checks 20 and 22), from file to file, and with papers.

Check 21, the request for a supplement, stands with the pages after filing (`test_checks_after.py`).
"""

from __future__ import annotations

import re
from typing import Any

import pytest
from playwright.sync_api import Locator, Page, Response

from services import progress
from services.demo.families import PEOPLE
from storage.cases import CaseRow, look_at_case
from storage.engine import read_transaction
from tests.bdd import shortcuts
from tests.bdd.town import Town
from tests.bdd.words import Desk
from tests.browser.street import Street
from workflows.machine import choices
from workflows.vocabulary import Role

pytestmark = pytest.mark.timeout(180)  # a machine that may be busy
MAI = next(person for person in PEOPLE if person.name == "Trần Thị Mai")
CLERK, POLICE = "hotich.badinh", "congan.badinh"
JUSTICE, HEAD = Desk("civil-status"), Desk("civil-status", head=True)
OFFICERS = frozenset({Role.CLERK, Role.LEADER})


@pytest.fixture
def filed(street: Street) -> Street:
    """A birth declaration whose sex is not what the hospital says; nobody has looked at it yet."""
    given = {**shortcuts.answers(street.town, "khai-sinh", MAI), "birth-notice.number": "01001.GCS.00456.26"}
    shortcuts.file(street.town, "khai-sinh", MAI, {**given, "child.sex": "male"})
    return street


def by_the_engine(town: Town, case: CaseRow) -> dict[str, bool]:
    """Say of each officers' step of the state whether the machine lets it through."""
    procedure = town.context.registry.procedure(case.procedure)
    with read_transaction(town.context.engine) as connection:
        record = look_at_case(connection, case.id)
    assert record is not None
    facts = progress.facts_of(record, procedure)
    return {one.step.code: one.open for one in choices(procedure, case.state, OFFICERS, facts)}


def shown(page: Page) -> dict[str, Locator]:
    """Return what the page offers to press, by the code of the step."""
    found = {}
    for one in page.locator(".steps a.btn, .steps button.btn").all():
        form = one.locator("xpath=ancestor::form")
        address = form.get_attribute("action") if form.count() else one.get_attribute("href")
        found[re.sub(r".*/lam/([\w-]+).*", r"\1", address or "")] = one
    return found


def answered(page: Page, press: Locator) -> Response:
    with page.expect_response(lambda answer: answer.request.method == "POST") as answer:
        press.click()
    return answer.value


def forced(page: Page, code: str) -> Response:
    """Press a shut button all the same, as somebody could who changes the page."""
    page.evaluate(
        """(code) => { const button = document.querySelector(`#step-${code} button`);
        button.removeAttribute('aria-disabled'); button.type = 'submit'; }""",
        code,
    )
    return answered(page, page.locator(f"#step-{code} button"))


def test_20_the_page_offers_what_the_machine_allows_and_a_shut_step_says_why(filed: Street) -> None:
    town = filed.town
    clerk = filed.look(CLERK)
    for step in ("", "Tiếp nhận"):
        if step:
            shortcuts.take(town, JUSTICE, step, {})
        case = town.case("Khai sinh")
        clerk.goto(f"/can-bo/ho-so/{case.id}")
        engine, page = by_the_engine(town, case), shown(clerk)
        assert page.keys() == engine.keys()
        for code, lets in engine.items():
            assert lets or page[code].get_attribute("aria-disabled") == "true", code
    shut = [code for code, lets in by_the_engine(town, case).items() if not lets]
    assert len(shut) >= 2
    for code in shut:
        clerk.goto(f"/can-bo/ho-so/{case.id}")
        button = clerk.locator(f"#step-{code} button")
        why = clerk.locator(f"#{button.get_attribute('aria-describedby')}")
        assert why.is_visible()
        sentence = why.inner_text().strip()
        assert forced(clerk, code).status == 409
        assert clerk.locator("main [role=alert]").inner_text().strip() == sentence
    assert town.case("Khai sinh").round == case.round, "nothing moved"


def test_steps_of_other_people_and_of_other_states_are_there_with_their_reasons(filed: Street) -> None:
    town = filed.town
    case = town.case("Khai sinh")
    clerk = filed.look(CLERK)
    clerk.goto(f"/can-bo/ho-so/{case.id}")
    procedure = town.context.registry.procedure(case.procedure)
    here = {step.text.vi for step in procedure.steps if case.state in step.source and step.by not in OFFICERS}
    elsewhere = [s.text.vi for s in procedure.steps if s.by in OFFICERS and case.state not in s.source]
    others, states = clerk.locator("details.shut").all()
    for folded, steps in ((others, here), (states, elsewhere)):
        assert folded.locator("li").first.is_hidden()
        folded.locator("summary").click()
        said = [line.inner_text().split("\n") for line in folded.locator("li").all()]
        assert sorted(name for name, _ in said) == sorted(steps)
        assert all(why.strip() for _, why in said)


def test_22_approving_the_birth_reaches_two_offices_at_once_and_each_keeps_to_its_own(filed: Street) -> None:
    town = filed.town
    for desk, step in (
        (JUSTICE, "Tiếp nhận"),
        (JUSTICE, "Xin số định danh cá nhân"),
        (HEAD, "Ký, ghi sổ khai sinh"),
    ):
        shortcuts.take(town, desk, step, {})
        town.run()
    residence, card = town.case("Thường trú"), town.case("Thẻ BHYT")
    assert residence.entered_at == card.entered_at
    for who in (POLICE, "bhxh.badinh"):
        officer = filed.look(who)
        officer.goto(f"/can-bo/viec?hang=can-lam&q={town.number}")
        assert town.number in officer.inner_text("main")
    police = filed.look(POLICE)
    police.goto(f"/can-bo/ho-so/{residence.id}")
    assert "Bảo hiểm xã hội" in police.locator(".tiles").inner_text(), "what else is linked may be seen"
    seen = police.goto(f"/can-bo/ho-so/{card.id}")
    assert seen is not None
    assert seen.status == 404
    police.goto(f"/can-bo/ho-so/{residence.id}")
    police.evaluate(
        "(id) => { document.querySelector('#step-accept').action = `/can-bo/ho-so/${id}/lam/accept`; }",
        card.id,
    )
    assert answered(police, police.locator("#step-accept button")).status in (403, 404)
    assert town.case("Thẻ BHYT").state == card.state


def test_a_decision_leads_to_the_next_file_and_says_what_was_done(filed: Street) -> None:
    town = filed.town
    first = town.case("Khai sinh")
    other = next(one for one in PEOPLE if one.name == "Nguyễn Thị Hòa")
    shortcuts.file(town, "khai-tu", other, shortcuts.answers(town, "khai-tu", other))
    clerk = filed.look(CLERK)
    clerk.goto("/can-bo/viec?hang=can-lam")
    order = [link.get_attribute("href") or "" for link in clerk.locator("a.name").all()]
    at = next(place for place, link in enumerate(order) if first.id in link)
    clerk.goto(f"/can-bo/ho-so/{first.id}?hang=can-lam")
    assert f"hồ sơ {at + 1} trên {len(order)}" in clerk.inner_text(".case-head")
    names = {"]": at + 1, "[": at - 1}
    for key, place in names.items():
        link = clerk.locator(f'[data-key="{key}"]')
        assert link.count() == (0 <= place < len(order))
        if link.count():
            assert case_of(link.get_attribute("href")) == case_of(order[place])
    after = clerk.locator('[data-key="]"]')
    expected = case_of(after.get_attribute("href")) if after.count() else None
    clerk.get_by_role("button", name="Tiếp nhận").click()
    clerk.wait_for_load_state()
    assert "Tiếp nhận – Nguyễn Minh Anh" in clerk.locator("[role=status]").first.inner_text()
    assert (case_of(clerk.url) if expected else None) == expected

    clerk.goto(f"/can-bo/ho-so/{first.id}?hang=can-lam")
    clerk.get_by_role("link", name="Ở lại hồ sơ này").click()
    clerk.get_by_role("button", name="Xin số định danh cá nhân").click()
    clerk.wait_for_load_state()
    assert case_of(clerk.url) == first.id
    assert "Đã ghi nhận: Xin số định danh cá nhân." in clerk.inner_text("main")


def case_of(address: str | None) -> str:
    return re.sub(r".*/ho-so/(\w+).*", r"\1", address or "")


def test_what_differs_is_marked_and_the_keys_press_what_is_seen(filed: Street) -> None:
    shortcuts.take(filed.town, JUSTICE, "Tiếp nhận", {})
    case = filed.town.case("Khai sinh")
    clerk = filed.look(CLERK)
    clerk.goto(f"/can-bo/ho-so/{case.id}")
    assert clerk.locator("tr.differs").count() == 1
    row = clerk.locator("tr.differs").inner_text()
    assert [word in row for word in ("Giới tính", "Nam", "Nữ", "Lệch")] == [True] * 4
    assert "Không so" in clerk.inner_text("main")
    clerk.keyboard.press("h")
    assert clerk.url.endswith("#history")
    clerk.keyboard.press("b")
    clerk.wait_for_url(re.compile("lam/request-supplement"))


def test_a_paper_is_turned_and_enlarged_without_a_script(filed: Street) -> None:
    town = filed.town
    other = next(one for one in PEOPLE if one.name == "Nguyễn Thị Hòa")
    shortcuts.file(town, "khai-tu", other, shortcuts.answers(town, "khai-tu", other))
    case = town.case("Khai tử")
    for javascript in (False, True):
        clerk = filed.look(CLERK, javascript=javascript)
        clerk.goto(f"/can-bo/ho-so/{case.id}")
        paper = clerk.locator(".paper-files a").first
        if not paper.count():
            pytest.fail("the death declaration brings a paper")
        paper.click()
        window = clerk.locator(".viewer")
        whole = window.bounding_box()
        width = _width(clerk)
        clerk.get_by_role("link", name="Phóng to").click()
        assert _width(clerk) == pytest.approx(2 * width, rel=0.05)
        if javascript:
            clerk.keyboard.press("r")
            clerk.wait_for_url(re.compile("xoay=1"))
        else:
            clerk.get_by_role("link", name="Xoay phải").click()
        assert "turned-1" in (window.get_attribute("class") or "")
        assert "phong=2" in clerk.url
        box: Any = window.bounding_box()
        assert whole is not None
        assert box["width"] == pytest.approx(whole["width"], abs=1), "the page stays as it is"


def _width(page: Page) -> float:
    return float(page.evaluate("document.querySelector('.viewer img').offsetWidth"))
