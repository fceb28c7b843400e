"""What the pages after filing must do (acceptance checks 16, 17 and 21)."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import Page

from services.demo.families import PEOPLE
from storage import messages
from storage.engine import read_transaction
from tests.bdd import shortcuts
from tests.bdd.town import Town
from tests.bdd.words import Desk
from tests.browser.street import Street
from workflows.vocabulary import OfficialStatus

MAI = next(person for person in PEOPLE if person.name == "Trần Thị Mai")
CHILD = "Nguyễn Minh Anh"
TEN = {
    "Mới đăng ký", "Được tiếp nhận", "Không được tiếp nhận", "Đang xử lý", "Yêu cầu bổ sung giấy tờ",
    "Yêu cầu thực hiện nghĩa vụ tài chính", "Công dân yêu cầu rút hồ sơ", "Dừng xử lý", "Đã xử lý xong",
    "Đã trả kết quả",
}  # fmt: skip
OFFICES = {"Khai sinh": "hộ tịch", "Thường trú": "Công an", "Thẻ bảo hiểm y tế": "Bảo hiểm xã hội"}
MANY = 40  # more tries than one address has in a quarter of an hour


@pytest.fixture
def filed(street: Street) -> Street:
    """The mother's birth declaration, filed, and nobody has looked at it yet."""
    given = {**shortcuts.answers(street.town, "khai-sinh", MAI), "birth-notice.number": "01001.GCS.00456.26"}
    shortcuts.file(street.town, "khai-sinh", MAI, given)
    return street


def look_up(page: Page, code: str, digits: str) -> int:
    """Look a file up; return the status of what came back."""
    page.goto("/tra-cuu")
    page.fill("[name=ma]", code)
    page.fill("[name=so]", digits)
    with page.expect_response(lambda answer: answer.request.method == "POST") as answered:
        page.get_by_role("button", name="Tìm hồ sơ").click()
    return int(answered.value.status)


def test_16_a_file_is_found_however_its_code_is_typed_and_guessing_tells_nothing(filed: Street) -> None:
    code = filed.town.number
    tail = code.split("-", 1)[1]
    for typed in (code, tail, code.lower(), f"  {code.replace('-', ' - ')} "):
        page = filed.look()
        assert look_up(page, typed, "5678") == 303
        assert code in page.inner_text("main")
    page = filed.look()
    statuses = []
    for digits in ("", "1234", "56789", *(f"{number:04}" for number in range(MANY))):
        statuses.append(look_up(page, code, digits))
        said = page.inner_text("body")
        assert not [secret for secret in (CHILD, MAI.name, "0912", MAI.id) if secret in said]
        if statuses[-1] == 429:
            break
    assert statuses[:3] == [404, 404, 404]
    assert statuses[-1] == 429
    assert look_up(filed.look(), code, "5678") == 429, "the right digits open nothing while it waits"


def tags(page: Page) -> set[str]:
    return {tag.inner_text() for tag in page.locator("main .tag").all()}


def rows(page: Page) -> dict[str, str]:
    """Return what each result's row says, by its heading."""
    return {row.locator("h3").inner_text(): row.inner_text() for row in page.locator(".results > li").all()}


def test_17_tracking_speaks_the_ten_official_words_and_names_no_office_too_early(filed: Street) -> None:
    town, page = filed.town, filed.look(MAI.id)
    assert {status.value for status in OfficialStatus} == TEN
    seen: set[str] = set()

    def look() -> dict[str, str]:
        page.goto(f"/ho-so/{town.number}")
        seen.update(tags(page))
        return rows(page)

    first = look()
    assert [name for name, said in first.items() if "Chưa đến lượt" in said]
    for name, said in first.items():
        if "Chưa đến lượt" in said:
            assert "đang xử lý" not in said.lower(), name
            assert not [office for office in OFFICES.values() if f"{office} – " in said], name
    assert not re.search("(Công an|Bảo hiểm xã hội) đang (xử lý|giải quyết)", page.inner_text("main"))
    shortcuts.take(town, Desk("civil-status"), "Tiếp nhận", {})
    look()
    assert "Tư pháp, hộ tịch đang giải quyết" in page.inner_text("h1")
    assert "Công an" not in page.inner_text("h1")
    shortcuts.take(town, Desk("civil-status"), "Xin số định danh cá nhân", {})
    shortcuts.take(town, Desk("civil-status", head=True), "Ký, ghi sổ khai sinh", {})
    assert not [name for name, said in look().items() if "Chưa đến lượt" in said]
    assert seen <= TEN
    assert len(seen) >= 3, seen


def test_21_a_supplement_names_everything_once_and_the_clock_stands(filed: Street) -> None:
    town = filed.town
    shortcuts.take(town, Desk("civil-status"), "Tiếp nhận", {})
    case = town.case("Khai sinh")
    clerk = filed.look("hotich.badinh")
    clerk.goto(f"/can-bo/ho-so/{case.id}/lam/request-supplement")
    send = clerk.locator("main form button[data-primary]")
    with clerk.expect_response(lambda answer: answer.request.method == "POST") as answered:
        send.click()
    assert answered.value.status == 422
    assert clerk.locator("#error-summary").count() == 1
    assert letters(town) == 0
    boxes = clerk.locator(".asking input[type=checkbox]")
    whys = clerk.locator(".asking input[type=text]")
    reasons = ["không khớp giấy chứng sinh", "thiếu số nhà", "ảnh mờ"]
    for number, reason in enumerate(reasons):
        boxes.nth(number).check()
        whys.nth(number).fill(reason)
    send.click()
    clerk.wait_for_url(re.compile(f"/can-bo/ho-so/{case.id}$"))
    town.run()

    page = filed.look(MAI.id)
    page.goto(f"/ho-so/{town.number}")
    assert "Tạm dừng tính hạn" in page.inner_text("main")
    assert [reason in line for reason, line in zip(reasons, _lines(page, ".note li"), strict=True)] == [
        True
    ] * 3
    page.get_by_role("link", name="Bổ sung", exact=True).click()
    asked = _lines(page, "main ol > li")
    assert [line.rpartition(": ")[2] for line in asked] == reasons
    assert letters(town) == 1
    outbox = filed.look("giamsat.hanoi")
    outbox.goto("/thiet-ke/hop-thu")
    assert outbox.locator("main tr", has_text="can bo sung").count() == 1


def _lines(page: Page, where: str) -> list[str]:
    return page.locator(where).all_inner_texts()


def letters(town: Town) -> int:
    """Count the messages that ask for a supplement."""
    with read_transaction(town.context.engine) as connection:
        sent = messages.letters_of(connection, town.dossier_id)
    return sum(row.letter == "supplement-requested" for row in sent)
