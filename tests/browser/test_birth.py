"""A birth, typed on a phone, worked on by three officers, with every result at the end."""

import re

import pytest
from playwright.sync_api import Page

from tests.browser.person import declare, open_case, press, results, sign_in, wait_for, work_off
from tests.workflows.birth_families import DEMO_BIRTH

MOTHER = "001192004321"
pytestmark = pytest.mark.timeout(180)  # the first one starts the product, on a machine that may be busy


def test_a_birth_typed_in_the_browser_ends_with_every_result(page: Page, address: str) -> None:
    sign_in(page, address, MOTHER)
    number = declare(page, address, "khai-sinh", DEMO_BIRTH)

    open_case(page, address, "hotich.badinh", number)
    press(page, "Tiếp nhận")
    press(page, "Xin số định danh cá nhân")
    wait_for(page, "Chờ ký")
    open_case(page, address, "lanhdao.hotich.badinh", number)
    press(page, "Ký, ghi sổ khai sinh")
    wait_for(page, "Đã có kết quả")
    for officer in ("congan.badinh", "bhxh.badinh"):
        work_off(page, address, officer, number)

    found = results(page, address, MOTHER, number)
    assert page.inner_text("h1") == "Đã có đủ kết quả"
    certificate = found["Giấy khai sinh"]
    residence = found["Thông báo kết quả đăng ký thường trú"]
    card = found["Thẻ bảo hiểm y tế điện tử"]
    assert re.fullmatch(r"\d+/\d{4}", certificate["Số"])
    personal_id = certificate["Số định danh cá nhân của em bé"]
    assert re.fullmatch(r"\d{12}", personal_id)
    assert residence["Số"]
    assert residence["Số định danh cá nhân của em bé"] == personal_id
    assert card["Số thẻ"]
    assert card["Số định danh cá nhân của em bé"] == personal_id
    assert (
        card["Họ, chữ đệm, tên của em bé"] == certificate["Họ, chữ đệm, tên của em bé"] == "Nguyễn Minh Anh"
    )
