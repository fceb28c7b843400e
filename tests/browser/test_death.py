"""A death, typed on a phone, with two, three and four procedures, each with every result at the end."""

import re
from typing import Any

import pytest
from playwright.sync_api import Page

from tests.browser.person import agree, declare, results, sign_in, work_off
from tests.workflows.death_families import DEMO_DEATH_2, DEMO_DEATH_3, DEMO_DEATH_4, DEMO_RECORD

pytestmark = pytest.mark.timeout(180)  # the first one starts the product, on a machine that may be busy
DAUGHTER = "001175004567"
RELATIVES = ("001148000777", "001078009876")
NUMBERS = {
    "Trích lục khai tử": r"\d+/\d{4}",
    "Thông báo xóa đăng ký thường trú": r"\S+",
    "Quyết định hưởng trợ cấp mai táng": r"\S+",
    "Quyết định hưởng chế độ tử tuất": r"\S+",
}


@pytest.mark.parametrize(
    ("given", "deceased", "count"),
    [
        (DEMO_DEATH_2, "Nguyễn Văn Hai", 2),
        (DEMO_DEATH_3, "Nguyễn Văn Ba", 3),
        (DEMO_DEATH_4, "Nguyễn Văn Bốn", 4),
    ],
    ids=["two", "three", "four"],
)
def test_a_death_typed_in_the_browser_ends_with_every_result(
    page: Page, address: str, given: dict[str, Any], deceased: str, count: int
) -> None:
    # No register knows this person, so that everything about them is typed.
    person = {"deceased.personal-id": f"00104500090{count}", "deceased.full-name": deceased}
    sign_in(page, address, DAUGHTER)
    number = declare(page, address, "khai-tu", {**DEMO_RECORD, **given, **person})
    assert "Chúng tôi chia buồn cùng gia đình." in page.inner_text("main")

    work_off(page, address, "hotich.badinh", number, signer="lanhdao.hotich.badinh")
    work_off(page, address, "congan.badinh", number)
    for relative in RELATIVES if count == 4 else ():
        agree(page, address, relative, number)
    work_off(page, address, "bhxh.badinh", number)

    found = results(page, address, DAUGHTER, number)
    assert page.inner_text("h1") == "Đã có đủ kết quả"
    assert list(found) == list(NUMBERS)[:count]
    for title, items in found.items():
        assert re.fullmatch(NUMBERS[title], items.get("Số") or items["Số quyết định"])
    assert found["Trích lục khai tử"]["Họ tên người mất"] == deceased
