"""After a file was sent: rating it once, wishes for messages, slips, and links that only one person opens."""

from __future__ import annotations

import re

from services.access.actors import NOBODY
from services.reading.outbox import newest
from storage import after_filing as rows
from storage import dossiers
from storage.engine import read_transaction
from tests.web.house import House, mistakes, words
from workflows.slips import SLIPS


def _end(house: House) -> None:
    """Let the mother withdraw: the file has ended."""
    assert house.guests["owner"].post(f"/ho-so/{house.number}/rut").status_code == 303


def _score(house: House) -> tuple[int, str] | None:
    with read_transaction(house.product.context.engine) as connection:
        row = dossiers.dossier_by_number(connection, house.number)
        found = rows.rating(connection, row.id) if row else None
    return (found.score, found.words) if found else None


def test_a_file_is_rated_once_and_only_when_it_has_ended(house: House) -> None:
    owner, place = house.guests["owner"], f"/ho-so/{house.number}/danh-gia"
    assert owner.post(place, {"muc": "5"}).status_code == 409
    _end(house)
    assert "Đánh giá việc phục vụ" in words(owner.get(f"/ho-so/{house.number}"))
    for level in ("", "0", "6", "5.0", "năm", "५", "-1", "1" * 400):
        refused = owner.post(place, {"muc": level, "loi": "Chậm <b>quá</b>"})
        assert refused.status_code == 422, level
        assert "Chậm <b>quá</b>" in words(refused)
        assert mistakes(refused, "vi") == []
    assert _score(house) is None
    assert owner.post(place, {"muc": "4", "loi": " Nhanh, gọn "}).status_code == 303
    assert _score(house) == (4, "Nhanh, gọn")
    assert owner.post(place, {"muc": "1"}).status_code == 409
    assert _score(house) == (4, "Nhanh, gọn")
    assert "Bạn đã đánh giá 4 trên 5." in words(owner.get(f"/ho-so/{house.number}"))


def test_nobody_else_rates_a_file(house: House) -> None:
    _end(house)
    for other in ("other", "relative"):
        assert house.guests[other].post(f"/ho-so/{house.number}/danh-gia", {"muc": "1"}).status_code == 404
    assert _score(house) is None


def test_every_slip_that_is_offered_opens_and_the_others_do_not_exist(house: House) -> None:
    owner = house.guests["owner"]
    _end(house)
    page = owner.get(f"/ho-so/{house.number}").get_data(as_text=True)
    offered = set(re.findall(rf"/ho-so/{re.escape(house.number)}/giay/([\w-]+)", page))
    assert offered == {"tiep-nhan", "kiem-soat", "dung"}
    for slip in SLIPS:
        answer = owner.get(f"/ho-so/{house.number}/giay/{slip.code}")
        assert answer.status_code == (200 if slip.code in offered else 404), slip.code
        if slip.code in offered:
            sheet = answer.get_data(as_text=True)
            assert mistakes(answer, "vi") == []
            assert " style=" not in sheet
            assert re.search(r"<svg[^>]*>.*<path", sheet, re.DOTALL)
            assert f"/ho-so/{house.number}" in sheet
    assert owner.get(f"/ho-so/{house.number}/giay/khong-co").status_code == 404


def test_the_outbox_shows_the_message_in_the_language_that_was_chosen(house: House) -> None:
    owner, supervisor = house.guests["owner"], house.guests["supervisor"]
    sent = "Ho so " + house.number
    assert sent in words(supervisor.get("/thiet-ke/hop-thu"))
    owner.post("/cua-toi/thong-bao", {"ngon-ngu": "en", "sms": "1"})
    page = words(supervisor.get("/thiet-ke/hop-thu"))
    assert f"File {house.number}" in page
    assert sent not in page
    owner.post("/cua-toi/thong-bao", {"ngon-ngu": "xx"})
    lines = newest(house.product.context.reading(NOBODY), str)
    assert [line for line in lines if line.number == house.number and line.sms] == []


def test_a_link_that_the_owner_may_copy_shows_to_nobody_else(house: House) -> None:
    place = f"/ho-so/{house.number}"
    owner = house.guests["owner"].get(place).get_data(as_text=True)
    found = re.search(r"/xac-nhan/([\w-]{20,})", owner)
    assert found, "the owner sees the grandmother's link"
    for other in ("relative", "clerk"):
        address = place if other == "relative" else f"/can-bo/ho-so/{house.case_id}"
        assert found[1] not in house.guests[other].get(address).get_data(as_text=True)
    stored = repr(house.rows()["consent_link"])
    assert found[1] not in stored
    assert found[1] not in repr(house.rows()["journal"]) + repr(house.rows()["letter"])


def test_guessing_consent_links_is_limited(house: House) -> None:
    thief = house.guests["other"]
    tries = [thief.get(f"/ho-so/{house.number}/xac-nhan/{n:032}").status_code for n in range(31)]
    assert tries == [404] * 30 + [429]
