"""A birth, typed on a phone, worked on by three officers, with every result at the end."""

from playwright.sync_api import Page

from tests.browser.person import declare, open_case, press, sign_in, wait_for
from tests.workflows.test_birth_definitions import DEMO_BIRTH

MOTHER = "001192004321"


def test_a_birth_typed_in_the_browser_ends_with_every_result(page: Page, address: str) -> None:
    sign_in(page, address, MOTHER)
    number = declare(page, address, "khai-sinh", DEMO_BIRTH)

    open_case(page, address, "hotich.badinh", number)
    press(page, "Tiếp nhận")
    press(page, "Xin cấp số định danh")
    wait_for(page, "Đăng ký, ký số giấy khai sinh")
    press(page, "Đăng ký, ký số giấy khai sinh")
    wait_for(page, "Đã có kết quả")

    for officer in ("congan.badinh", "bhxh.badinh"):
        open_case(page, address, officer, number)
        press(page, "Tiếp nhận")
        page.locator("aside form button, aside a.btn").first.click()
        wait_for(page, "Đã có kết quả")

    sign_in(page, address, MOTHER)
    page.goto(f"{address}/ho-so/{number}")
    words = page.inner_text("main")
    for result in ("Giấy khai sinh", "Số định danh", "thường trú", "Thẻ bảo hiểm y tế"):
        assert result.lower() in words.lower()
    assert "Đã có đủ kết quả" in words
