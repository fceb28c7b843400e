"""What the page of the two ways must do (acceptance checks 1 to 6)."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import Browser, Page

from services.simulation.timeline import STORIES, TimelinePage, Way, timeline_page
from services.time.calendar_seed import vietnam_calendar
from workflows.registry import registry

pytestmark = pytest.mark.timeout(180)  # the first one starts the product, on a machine that may be busy
STATUS = {"before": "#c-seq [data-status]", "after": "#c-lnk [data-status]"}
DRAWN = "rect.wait, rect[class^='bar-']"
PLAYHEAD = "() => document.querySelector('#c-seq .playhead').getAttribute('x1')"
FEW = "runs=200"


@pytest.fixture(scope="module")
def computed() -> TimelinePage:
    """The same page as values: what the simulation says of the first story."""
    return timeline_page(registry(), vietnam_calendar(), STORIES[0].slug, "", "")


def days(page: Page, chart: str) -> float:
    """Add up the days that the shapes of a chart stand for."""
    widths = page.locator(f"#{chart} .lane-track").locator(DRAWN)
    shares: list[str] = widths.evaluate_all("all => all.map(one => one.getAttribute('width'))")
    axis = int(page.locator(f"#{chart} [data-tot]").first.get_attribute("data-tot") or 0)
    return sum(float(share.rstrip("%")) for share in shares) * axis / 100


def counted(way: Way) -> float:
    return sum(part.end - part.start for part in way.chart.segments)


def test_1_at_rest_both_charts_say_in_how_many_days_all_is_there(
    page: Page, address: str, computed: TimelinePage
) -> None:
    page.goto(f"{address}/mo-phong")
    promised = {limit.working_days for limit in registry().bundle(computed.after.bundle_key).deadlines}
    assert page.inner_text(STATUS["before"]) == "Xong sau 21 ngày làm việc"
    assert page.inner_text(STATUS["after"]) == f"Xong sau {computed.after.total} ngày làm việc"
    assert computed.after.total in promised


def test_2_on_the_fourth_day_one_way_is_done_and_the_other_is_not(page: Page, address: str) -> None:
    page.goto(f"{address}/mo-phong")
    page.focus("#day")
    for key in ("Home", *["ArrowRight"] * 3):
        page.keyboard.press(key)
    assert "3/21" in page.inner_text("#say")
    assert page.inner_text(STATUS["after"]) == "Đang xử lý"
    page.keyboard.press("ArrowRight")
    assert page.inner_text(STATUS["after"]).startswith("Xong")
    assert page.inner_text(STATUS["before"]) == "Đang xử lý"
    assert "4/21" in page.inner_text("#say")


@pytest.mark.parametrize("motion", ["reduce", "no-preference"])
def test_3_it_plays_only_when_asked_and_without_motion_only_in_whole_days(
    page: Page, address: str, motion: str
) -> None:
    page.emulate_media(reduced_motion=motion)  # type: ignore[arg-type]
    page.clock.install()
    page.goto(f"{address}/mo-phong?day=0")
    page.clock.run_for(5000)
    assert page.get_attribute("#play", "aria-pressed") == "false"
    assert page.evaluate(PLAYHEAD) in ("0%", "0.000%")
    page.click("#play")
    assert page.get_attribute("#play", "aria-pressed") == "true"
    seen = []
    for _ in range(8):
        page.clock.run_for(400)
        seen.append(float(page.evaluate(PLAYHEAD).rstrip("%")) * 21 / 100)
    assert max(seen) >= 3
    whole = [abs(day - round(day)) < 0.001 for day in seen]
    assert all(whole) is (motion == "reduce")
    page.click("#play")
    assert page.get_attribute("#play", "aria-pressed") == "false"
    stopped = page.evaluate(PLAYHEAD)
    page.clock.run_for(3000)
    assert page.evaluate(PLAYHEAD) == stopped


def test_4_without_javascript_the_day_of_the_address_is_shown(browser: Browser, address: str) -> None:
    context = browser.new_context(java_script_enabled=False, locale="vi-VN")
    page = context.new_page()
    page.goto(f"{address}/mo-phong?day=3")
    assert "3/21" in page.inner_text("#out")
    masks = page.locator("svg.track .future").all()
    assert {mask.get_attribute("x") for mask in masks} == {"14.286%"}
    assert len(masks) >= 6
    page.locator("#player form button").click()
    assert "3/21" in page.inner_text("#out")
    assert "day=3" in page.url
    page.click("#next")
    assert "4/21" in page.inner_text("#out")
    assert page.inner_text(STATUS["after"]).startswith("Xong")
    context.close()


def test_5_both_charts_have_one_scale_and_draw_what_was_simulated(
    page: Page, address: str, computed: TimelinePage
) -> None:
    page.goto(f"{address}/mo-phong")
    scales: list[str] = page.locator("[data-tot]").evaluate_all("all => all.map(one => one.dataset.tot)")
    assert set(scales) == {"21"}
    for chart, way in (("c-seq", computed.before), ("c-lnk", computed.after)):
        assert days(page, chart) == pytest.approx(counted(way), abs=0.02)
    assert days(page, "c-seq") > 5 * days(page, "c-lnk") / 4


def test_6_more_that_is_missing_is_less_on_time_and_one_seed_is_one_page(page: Page, address: str) -> None:
    shares = {}
    for late in (0, 40):
        page.goto(f"{address}/mo-phong?late={late}&{FEW}&seed=7")
        row = page.locator("#often-table tbody tr", has_text="Xong trong thời hạn chương trình nêu")
        shares[late] = float(row.locator("td").last.inner_text().rstrip("%").replace(",", "."))
    assert shares[40] < shares[0]
    first, again, other = (_same(page, f"{address}/mo-phong?late=40&{FEW}&seed={seed}") for seed in (7, 7, 8))
    assert first == again
    assert first != other


def _same(page: Page, address: str) -> str:
    """Fetch a page as text; only its token against forged forms differs by nature."""
    return re.sub(r'name="csrf_token" value="[^"]*"', "", page.request.get(address).text())
