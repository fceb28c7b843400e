"""The designer's room in a browser: words stay in their boxes, and acceptance check 23."""

from __future__ import annotations

from pathlib import Path

import pytest
from playwright.sync_api import Page

from tests.bdd.steps.designer import SUPERVISOR, change, newest, ran
from tests.browser.conftest import Open
from tests.browser.street import Street
from web.designer import SCENARIOS

pytestmark = pytest.mark.timeout(180)  # the first one starts the product, on a machine that may be busy
BIRTH = "/thiet-ke/thu-tuc/birth-registration"
OUTSIDE = """() => [...document.querySelectorAll('.map svg g > text')].filter(words => {
    const box = words.parentNode.querySelector('rect').getBBox(), said = words.getBBox();
    return said.x < box.x + 2 || said.x + said.width > box.x + box.width - 2
        || said.y < box.y || said.y + said.height > box.y + box.height;
}).map(words => words.textContent)"""


@pytest.mark.parametrize("language", ["vi", "en"])
@pytest.mark.parametrize("path", [BIRTH, "/thiet-ke/nhom/death"])
def test_words_of_a_map_stay_in_their_boxes_as_this_browser_draws_them(
    visit: Open, path: str, language: str
) -> None:
    page = visit(SUPERVISOR, path, language)
    assert page.locator(".map svg g > text").count() > 5
    assert page.evaluate(OUTSIDE) == []
    page.evaluate("document.querySelector('.map svg g > text').textContent += ' và còn rất nhiều lời nữa'")
    assert page.evaluate(OUTSIDE) != []  # the measure itself works


def test_the_map_scrolls_in_its_own_region_by_keyboard(visit: Open) -> None:
    page = visit(SUPERVISOR, BIRTH, "vi")
    page.set_viewport_size({"width": 390, "height": 844})
    region = page.locator(".map")
    region.focus()
    page.keyboard.press("ArrowRight")
    for _ in range(100):  # it glides
        page.wait_for_timeout(20)
        if region.evaluate("map => map.scrollLeft"):
            break
    assert region.evaluate("map => map.scrollLeft") > 0
    assert page.evaluate("document.documentElement.scrollWidth === document.documentElement.clientWidth")


@pytest.mark.parametrize("javascript", [True, False])
def test_23_without_a_transition_reachability_fails_and_nothing_can_be_applied(
    street: Street, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, javascript: bool
) -> None:
    town = street.town
    procedure = newest(town, "birth-registration")
    kept = tuple(step for step in procedure.steps if step.code != "send-draft")
    change(town, procedure.revised(steps=kept))
    run = ran(procedure.code, tmp_path / "run.json", town.context.registry, but="prepare-signature")
    monkeypatch.setitem(town.app.config, SCENARIOS, run)
    page = street.look(SUPERVISOR, javascript=javascript)
    page.goto(f"{street.address}{BIRTH}")
    assert_blocked(page)
    assert page.locator(".map .place.lost").count() == 1
    covered = page.locator("#coverage").inner_text()
    moves = sum(len(step.source) for step in kept)
    assert f"{moves - 1}/{moves}" in covered
    page.locator(".missing").locator("xpath=..").locator("summary").click()
    assert "Chuyển ký" in page.locator(".missing").inner_text()
    page.locator("button", has_text="Áp dụng").focus()
    with page.expect_response(lambda answer: answer.request.method == "POST") as told:
        page.keyboard.press("Enter")
    assert told.value.status == 409
    assert_blocked(page)


def assert_blocked(page: Page) -> None:
    """The claim about reachable states has failed, names the state, and the button says why it is shut."""
    proof = page.locator("[data-proof=reachability]")
    assert "Không đạt" in proof.inner_text()
    assert "Chờ người dân xem bản dự thảo" in proof.inner_text()
    button = page.locator("button", has_text="Áp dụng")
    assert button.get_attribute("aria-disabled") == "true"
    assert "Chỉ áp dụng được khi mọi mục kiểm chứng đều đạt." in page.locator("#why-not").inner_text()
