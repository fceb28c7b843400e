"""Papers in a real browser: smaller before they leave, shown as they arrived, once each."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, FilePayload, Page, Route

from tests.browser.person import fill, sign_in
from tests.services import papers_to_send as files
from tests.workflows.death_families import DEMO_DEATH_2, DEMO_RECORD

WIFE = "001148000777"
PAPERS = "/khai-tu/giay-to"
BOX = "section.paper input[type=file]"
PICTURE = ".paper-files img"
SMALL_KILOBYTES = 500
pytestmark = pytest.mark.timeout(180)  # the first one starts the product and fills in the form


def jpeg(content: bytes) -> FilePayload:
    return {"name": "IMG_2041.jpg", "mimeType": "image/jpeg", "buffer": content}


@pytest.fixture(scope="module")
def cookies(browser: Browser, address: str) -> list[dict[str, str]]:
    """Let the widow answer everything; what is left is the death notice of the hospital."""
    context = browser.new_context(viewport={"width": 390, "height": 844})
    page = context.new_page()
    sign_in(page, address, WIFE)
    person = {"deceased.personal-id": "001045000977", "deceased.full-name": "Nguyễn Văn Chín"}
    fill(page, address, "khai-tu", {**DEMO_RECORD, **DEMO_DEATH_2, **person, "requester.relation": "spouse"})
    assert page.url.endswith(PAPERS), page.inner_text("main")
    found = context.cookies()
    context.close()
    return found


@pytest.fixture(params=[True], ids=["with scripts"])
def papers(
    browser: Browser, address: str, cookies: list[dict[str, str]], request: pytest.FixtureRequest
) -> Iterator[Page]:
    """The page of papers with nothing attached, on a phone, with scripts or without."""
    context = browser.new_context(
        viewport={"width": 390, "height": 844}, locale="vi-VN", java_script_enabled=request.param
    )
    context.add_cookies(cookies)
    page = context.new_page()
    wrong: list[str] = []
    page.on("pageerror", lambda error: wrong.append(str(error)))
    page.goto(f"{address}{PAPERS}")
    while page.get_by_role("button", name=re.compile("^Bỏ tệp")).count():
        page.get_by_role("button", name=re.compile("^Bỏ tệp")).first.click()
    yield page
    context.close()
    assert wrong == []


without_scripts = pytest.mark.parametrize("papers", [False], indirect=True, ids=["without scripts"])


def arrived(page: Page) -> float:
    """Return how many kilobytes the server says that it has received."""
    size = re.search(r"Ảnh, ([\d,]+)\s(KB|MB)", page.inner_text(".paper-files"))
    assert size, page.inner_text(".paper-files")
    return float(size[1].replace(",", ".")) * (1 if size[2] == "KB" else 1024)


def test_a_photo_of_six_megabytes_leaves_the_browser_small_and_comes_back_as_a_picture(papers: Page) -> None:
    sent: list[str] = []
    papers.on("request", lambda one: sent.append(one.url) if one.method == "POST" else None)
    photo = files.photo(6)
    assert len(photo) >= 6 * 1024**2
    papers.set_input_files(BOX, jpeg(photo))
    papers.wait_for_selector(PICTURE)
    assert (
        papers.locator(PICTURE).evaluate("async one => { await one.decode(); return one.naturalWidth }")
        == 320
    )
    assert len(sent) == 1
    assert 100 < arrived(papers) <= SMALL_KILOBYTES
    assert "Đã nhận tệp" in papers.inner_text("main [role=status].note")
    assert papers.evaluate("document.activeElement.getAttribute('role')") == "status"


@without_scripts
def test_without_scripts_the_original_goes(papers: Page) -> None:
    papers.set_input_files(BOX, jpeg(files.photo(2)))
    papers.get_by_role("button", name="Gửi Giấy báo tử").click()
    assert papers.locator(PICTURE).count() == 1
    assert len(files.photo(2)) // 1024 == pytest.approx(arrived(papers), rel=0.05)
    assert arrived(papers) > 2048


@without_scripts
@pytest.mark.parametrize(
    ("content", "sentence"),
    [
        (b"", "Tệp này trống (0 byte)."),
        (b"MZ" + b"\0" * 5000, "Đây là một tệp chương trình"),
        (files.picture() + b"\0" * (11 * 1024**2), "Tệp này lớn hơn 10 MB."),
    ],
    ids=["nothing", "program", "eleven megabytes"],
)
def test_what_is_not_taken_is_named_on_its_card(papers: Page, content: bytes, sentence: str) -> None:
    papers.set_input_files(BOX, jpeg(content))
    papers.get_by_role("button", name="Gửi Giấy báo tử").click()
    assert sentence in papers.inner_text("#error-summary")
    assert sentence in papers.inner_text("section.paper .error")
    assert papers.locator(PICTURE).count() == 0


def test_what_is_not_taken_is_named_with_scripts_too(papers: Page) -> None:
    for content, sentence in ((b"", "0 byte"), (b"MZ" + b"\0" * 5000, "chương trình")):
        papers.set_input_files(BOX, jpeg(content))
        papers.get_by_text(sentence).first.wait_for()
        assert sentence in papers.inner_text("#error-summary")
        assert papers.evaluate("document.activeElement.id") == "error-summary"
        assert papers.title().startswith("Lỗi: ")


def test_a_connection_that_breaks_is_tried_again_and_makes_one_paper(papers: Page) -> None:
    tries: list[str] = []

    def line(route: Route) -> None:
        tries.append(route.request.method)
        if len(tries) == 1:
            route.abort("connectionreset")  # lost on the way there
        elif len(tries) == 2:
            route.fetch()
            route.abort("connectionreset")  # arrived; the answer is lost on the way back
        else:
            route.continue_()

    papers.route(f"**{PAPERS}/*", line)
    papers.set_input_files(BOX, jpeg(files.photo(1)))
    papers.wait_for_selector(PICTURE)
    assert tries == ["POST"] * 3
    papers.reload()
    assert papers.locator(PICTURE).count() == 1


def test_after_three_losses_it_says_so_and_the_file_is_still_there(papers: Page) -> None:
    papers.route(f"**{PAPERS}/*", lambda route: route.abort("connectionreset"))
    papers.set_input_files(BOX, jpeg(files.picture()))
    papers.get_by_text("Chưa gửi được.").wait_for()
    papers.unroute(f"**{PAPERS}/*")
    papers.get_by_role("button", name="Gửi Giấy báo tử").click()
    papers.wait_for_selector(PICTURE)
    assert papers.locator(PICTURE).count() == 1
