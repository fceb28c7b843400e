"""The call-back over HTTP, the fee page when the gateway is away, and who reads what is owed back."""

from __future__ import annotations

from dataclasses import replace

import pytest

from services.demo.families import PEOPLE
from services.money.gateway.contract import NoGateway, Payment
from services.money.gateway.stand_in import Faults, StandInGateway
from services.product import Product
from storage import drafts
from storage.engine import write_transaction
from tests.bdd import shortcuts
from tests.bdd.browser import Page
from tests.bdd.town import Town
from tests.web.house import OTHER, guest, words

CALL_BACK = "/api/v1/payments/callback"
MOTHER = next(person for person in PEOPLE if person.id == OTHER)
FEE = "/khai-sinh/phi"


def gateway_of(town: Town) -> StandInGateway:
    assert isinstance(town.context.gateway, StandInGateway)
    return town.context.gateway


def drafted(town: Town, copies: str = "2") -> str:
    changes = [
        ("Số giấy chứng sinh", "01001.GCS.00456.26"),
        ("Số bản sao trích lục khai sinh cần cấp", copies),
    ]
    return shortcuts.draft(town, "khai-sinh", MOTHER, shortcuts.answers(town, "khai-sinh", MOTHER, changes))


def to_gateway(town: Town) -> Page:
    visitor = town.citizen(MOTHER)
    visitor.open(FEE)
    return visitor.press("Thanh toán 16.000 đ")


HOSTILE = {
    "nothing": (b"", {}),
    "no JSON": (b"paid!", {"Content-Type": "application/json"}),
    "a form": (b"transaction_id=GL-1&outcome=paid", {"Content-Type": "application/x-www-form-urlencoded"}),
    "bytes that are no text": (b"\xff\xfe\x00", {"Content-Type": "text/plain"}),
    "a signature that is no text": (b"{}", {"X-Payment-Signature": "caf\xe9", "X-Payment-Signed-At": "now"}),
    "much too long": (b"[" * 200_000, {}),
    "a time without a zone": (
        b"{}",
        {"X-Payment-Signature": "0" * 64, "X-Payment-Signed-At": "2026-11-20T09:00"},
    ),
}


@pytest.mark.parametrize(("body", "headers"), HOSTILE.values(), ids=HOSTILE)
def test_hostile_call_backs_are_refused_as_problems(town: Town, body: bytes, headers: dict[str, str]) -> None:
    answer = town.app.test_client().post(CALL_BACK, data=body, headers=headers)
    assert (answer.status_code, answer.mimetype) == (401, "application/problem+json")
    assert answer.get_json()["status"] == 401


def test_a_call_back_needs_no_form_token_and_a_get_is_none(town: Town) -> None:
    [(body, headers)] = gateway_of(town).call_backs(Payment("GL-5", "unknown", "paid", 7))
    client = town.app.test_client()
    first, again = (client.post(CALL_BACK, data=body, headers=headers) for _ in range(2))
    assert [(one.status_code, one.mimetype) for one in (first, again)] == [
        (404, "application/problem+json")
    ] * 2
    assert client.get(CALL_BACK).status_code == 405


def test_a_product_without_a_gateway_takes_no_call_back(town: Town) -> None:
    context = replace(town.context, gateway=NoGateway())
    kept: Product = town.app.extensions["product"]
    town.app.extensions["product"] = replace(kept, context=context)
    town.app.extensions["context"] = context
    assert town.app.test_client().post(CALL_BACK, data=b"{}").status_code == 404


def test_when_the_gateway_is_away_the_page_says_so_and_nothing_is_lost(town: Town) -> None:
    drafted(town)
    gateway_of(town).faults = Faults(away=1)
    page = to_gateway(town)
    assert page.status == 503
    assert page.says("Cổng thanh toán đang không trả lời. Chưa có khoản nào bị trừ")
    again = town.citizen(MOTHER).press("Thanh toán 16.000 đ")
    assert again.says("Đây là trang mô phỏng thay cho cổng thanh toán.")


def test_nothing_due_skips_the_fee_page(town: Town) -> None:
    drafted(town, copies="0")
    assert town.citizen(MOTHER).open(FEE).address == "/khai-sinh/kiem-tra"


def test_going_back_after_submitting_leads_to_the_confirmation(town: Town) -> None:
    drafted(town)
    to_gateway(town)
    visitor = town.citizen(MOTHER)
    visitor.press("Trả 16.000 đ")
    visitor.press("Nộp hồ sơ")
    assert "/da-nop/" in visitor.open(FEE).address


def test_money_of_a_draft_that_was_deleted_is_owed_back(town: Town) -> None:
    draft_id = drafted(town)
    to_gateway(town)
    town.citizen(MOTHER).press("Trả 16.000 đ")
    with write_transaction(town.context.engine) as connection:
        drafts.delete_draft(connection, draft_id)
    supervisor = guest(town.app)
    supervisor.sign_in("giamsat.laocai")
    page = words(supervisor.get("/giam-sat/hoan-tra"))
    assert "GL-00000001" in page
    assert "Đã trả tiền nhưng tờ khai bị xóa trước khi nộp." in page


def test_a_stranger_reads_no_receipt(town: Town) -> None:
    drafted(town)
    to_gateway(town)
    visitor = town.citizen(MOTHER)
    visitor.press("Trả 16.000 đ")
    visitor.press("Nộp hồ sơ")
    town.dossier_id = town.newest_of(MOTHER).id
    assert visitor.open(f"/ho-so/{town.number}").says("Biên lai điện tử số BL-261120-0001")
    stranger = town.stranger()
    stranger.open("/tra-cuu")
    page = stranger.press("Tìm hồ sơ", {"ma": town.number, "so": "5678"})
    assert page.status == 200
    assert "Biên lai" not in page.words
