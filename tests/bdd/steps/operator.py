"""Steps of the people who operate the exchange. `{operator}` is `the operator` or `the second operator`.

When {operator} opens the message                             {operator} mở thông điệp
When {operator} resends the message because "{why}"           {operator} gửi lại thông điệp vì "{why}"
When {operator} stops waiting because "{why}"
When (in Vietnamese)   {operator} đề nghị | đồng ý | không đồng ý kết thúc vì "{why}"
When {operator} sends the act "{act}" by hand                 {operator} tự gửi việc "{act}"
When {operator} reconciles today with {agency}
When {operator} has it sent again because "{why}"; notes "{words}"
Given {agency} has lost what it was told | its register
Then {operator} sees {agency} as "{state}"                    {operator} thấy {agency} "{state}"
Then the reconciliation counts {n} of "{result}"
Then the operators' log has "{act}" because "{why}"           nhật ký vận hành ghi "{act}" vì "{why}"
"""

from parse import with_pattern
from pytest_bdd import given, then, when

from services.access.agency_names import name_of
from storage import messages
from storage.engine import read_transaction
from storage.messages import MessageRow
from tests.bdd.browser import Page, Visitor
from tests.bdd.html import all_of, said
from tests.bdd.town import Town
from tests.bdd.words import TYPES, says

NAMES = {
    "the operator": "vanhanh1",
    "người vận hành": "vanhanh1",
    "the second operator": "vanhanh2",
    "người vận hành thứ hai": "vanhanh2",
}


@with_pattern("the second operator|the operator|người vận hành thứ hai|người vận hành")
def _operator(words: str) -> str:
    return NAMES[words]


TYPES["Operator"] = _operator


def browser(town: Town, operator: str) -> Visitor:
    return town._signed_in(operator, "can-bo")


def message(town: Town) -> MessageRow:
    """Return the first message of the file."""
    with read_transaction(town.context.engine) as connection:
        return messages.messages_of(connection, town.dossier_id)[0]


def open_message(town: Town, operator: str) -> Visitor:
    visitor = browser(town, operator)
    visitor.open(f"/van-hanh/thong-diep/{message(town).id}")
    return visitor


def press(town: Town, visitor: Visitor, button: str, **answers: str) -> None:
    visitor.press(town.said(button), {name.replace("_", "-"): words for name, words in answers.items()})
    town.run()


def log_lines(town: Town, act: str) -> list[str]:
    page = browser(town, "vanhanh1").open("/van-hanh/nhat-ky")
    return [said(row) for row in all_of(page.main, "tr") if act in said(row)]


# --- one message ------------------------------------------------------------------------------------


@when(says("{operator:Operator} opens the message"))
@when(says("{operator:Operator} mở thông điệp"))
def opens(town: Town, operator: str) -> None:
    open_message(town, operator)


@when(says('{operator:Operator} resends the message because "{why}"'))
@when(says('{operator:Operator} gửi lại thông điệp vì "{why}"'))
def resends(town: Town, operator: str, why: str) -> None:
    press(town, open_message(town, operator), "Gửi lại", ly_do=why)


@when(says('{operator:Operator} stops waiting because "{why}"'))
def stops(town: Town, operator: str, why: str) -> None:
    press(town, open_message(town, operator), "Thôi chờ", ly_do=why)


@when(says('{operator:Operator} đề nghị kết thúc vì "{why}"'))
def proposes(town: Town, operator: str, why: str) -> None:
    press(town, open_message(town, operator), "Đề nghị kết thúc", ly_do=why)


@when(says('{operator:Operator} sends the act "{act}" by hand'))
@when(says('{operator:Operator} tự gửi việc "{act}"'))
def sends(town: Town, operator: str, act: str) -> None:
    by_hand(town, f"/van-hanh/thong-diep/{message(town).id}", operator, {"viec": act})


def by_hand(town: Town, address: str, operator: str, values: dict[str, str]) -> Page:
    """Send values with the token of the page where one signs out."""
    visitor = browser(town, operator)
    token = visitor.open("/dang-xuat").form(town.said("Đăng xuất")).as_it_stands()["csrf_token"]
    return visitor.send(address, {"csrf_token": token, "ly-do": "Gửi bằng tay để thử", **values})


# --- the second person ------------------------------------------------------------------------------


@when(says("{operator:Operator} mở danh sách chờ xác nhận"))
def opens_proposals(town: Town, operator: str) -> None:
    town.kept = browser(town, operator).open("/van-hanh/cho-xac-nhan")


@when(says('{operator:Operator} đồng ý kết thúc vì "{why}"'))
def agrees(town: Town, operator: str, why: str) -> None:
    browser(town, operator).open("/van-hanh/cho-xac-nhan")
    press(town, browser(town, operator), "Ghi quyết định", quyet_dinh="Đồng ý kết thúc", ly_do=why)


@when(says('{operator:Operator} không đồng ý kết thúc vì "{why}"'))
def declines(town: Town, operator: str, why: str) -> None:
    browser(town, operator).open("/van-hanh/cho-xac-nhan")
    press(town, browser(town, operator), "Ghi quyết định", quyet_dinh="Không đồng ý", ly_do=why)


@when(says('{operator:Operator} đồng ý trên trang còn mở vì "{why}"'))
def agrees_late(town: Town, operator: str, why: str) -> None:
    assert town.kept is not None
    found = town.kept.form("Ghi quyết định").as_it_stands()["de-nghi"]
    by_hand(
        town, "/van-hanh/cho-xac-nhan", operator, {"de-nghi": found, "quyet-dinh": "dong-y", "ly-do": why}
    )


@when(says("{operator:Operator} tự gửi xác nhận của mình"))
def confirms_own(town: Town, operator: str) -> None:
    page = browser(town, "vanhanh2").open("/van-hanh/cho-xac-nhan")
    found = page.form("Ghi quyết định").as_it_stands()["de-nghi"]
    by_hand(town, "/van-hanh/cho-xac-nhan", operator, {"de-nghi": found, "quyet-dinh": "dong-y"})


# --- reconciliations ------------------------------------------------------------------------------------


@given(says("{agency:Agency} has lost what it was told"))
def lost(town: Town, agency: str) -> None:
    with town.agencies[agency]._write() as books:
        books._do("DELETE FROM effect WHERE agency = ?")
        books._do("DELETE FROM record WHERE agency = ? AND register <> 'person'")


@given(says("{agency:Agency} has lost its register"))
def lost_register(town: Town, agency: str) -> None:
    with town.agencies[agency]._write() as books:
        books._do("DELETE FROM record WHERE agency = ?")


@when(says("{operator:Operator} reconciles today with {agency:Agency}"))
def reconciles(town: Town, operator: str, agency: str) -> None:
    visitor, day = browser(town, operator), town.today.isoformat()
    visitor.open("/van-hanh/doi-soat")
    why = "The portal says done, the ward has nothing"
    press(town, visitor, "Đối soát", co_quan=agency, tu=day, den=day, ly_do=why)
    visitor.open(visitor.page.address)


@when(says("{operator:Operator} orders a reconciliation with nothing filled in"))
def orders_nothing(town: Town, operator: str) -> None:
    browser(town, operator).open("/van-hanh/doi-soat")
    press(town, browser(town, operator), "Đối soát")


@when(says('{operator:Operator} has it sent again because "{why}"'))
def sent_again(town: Town, operator: str, why: str) -> None:
    press(town, browser(town, operator), "Gửi lại cho cơ quan", ly_do=why)


@when(says('{operator:Operator} notes "{words}"'))
def notes(town: Town, operator: str, words: str) -> None:
    press(town, browser(town, operator), "Lưu ghi chú", ly_do=words)


# --- what they see ----------------------------------------------------------------------------------


@then(says('{operator:Operator} sees {agency:Agency} as "{state}"'))
@then(says('{operator:Operator} thấy {agency:Agency} "{state}"'))
def link_state(town: Town, operator: str, agency: str, state: str) -> None:
    page = browser(town, operator).open("/van-hanh")
    cards = [said(card) for card in all_of(page.main, "li") if town.words(name_of(agency)) in said(card)]
    assert state in cards[0], cards


@then(says('the reconciliation counts {count:d} of "{result}"'))
def counted(town: Town, count: int, result: str) -> None:
    figures = {said(one[0]): said(one[1]) for part in all_of(town.page.main, "dl") for one in part}
    assert figures[result] == str(count), figures


@then(says('the operators\' log has "{act}" because "{why}"'))
@then(says('nhật ký vận hành ghi "{act}" vì "{why}"'))
def logged(town: Town, act: str, why: str) -> None:
    assert [line for line in log_lines(town, act) if why in line], log_lines(town, "")


@then(says('nhật ký vận hành chưa ghi "{act}"'))
def not_logged(town: Town, act: str) -> None:
    assert log_lines(town, act) == []
