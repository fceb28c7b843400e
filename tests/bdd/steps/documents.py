"""Steps about signed documents of results: making, downloading, and verifying them.

When các bản điện tử được ký xong                    the durable jobs that draw and sign have run
When {person} tải bản điện tử "{result}"             press the link on the tracking page, keep the file
When có người mở địa chỉ in trên bản đã tải          somebody without an account
When có người kiểm tra mã "{code}" / có người thử thêm {count} mã nữa
When người đó gửi bản đã tải để so / … sửa một ký tự rồi gửi bản đó để so / … gửi một tấm ảnh để so
Then bản đã tải ghi "{words}"
Then trang chỉ cho biết:  | field | value |
Then {person}|{officer} tải được bản điện tử / không tải được bản điện tử
"""

import re
from io import BytesIO

from pypdf import PdfReader
from pytest_bdd import then, when

from services.demo.people import Person
from storage.engine import read_transaction
from storage.outputs import outputs_of
from tests.bdd.browser import Visitor
from tests.bdd.html import all_of, said
from tests.bdd.town import Town
from tests.bdd.words import Desk, says

Table = list[list[str]]
COMPARE = "So với bản đã ký"


@when(says("các bản điện tử được ký xong"))
def documents_are_signed(town: Town) -> None:
    town.draw_documents()


@when(says('{person:Person} tải bản điện tử "{result}"'))
def downloads(town: Town, person: Person, result: str) -> None:
    visitor = town.citizen(person)
    page = visitor.open(f"/ho-so/{town.number}")
    answer = visitor.fetch(page.link(f"Tải về {result} (PDF, đã ký số)"))
    assert (answer.status_code, answer.mimetype) == (200, "application/pdf")
    assert answer.headers["Cache-Control"] == "no-store"
    town.downloaded = answer.get_data()


@when(says("có người mở địa chỉ in trên bản đã tải"))
def opens_the_printed_address(town: Town) -> None:
    town.stranger().open(printed_address(town.downloaded))


@when(says('có người kiểm tra mã "{code}"'))
def verifies_code(town: Town, code: str) -> None:
    town.stranger().open(f"/xac-thuc?ma={code}")


@when(says("có người thử thêm {count:d} mã nữa"))
def tries_codes(town: Town, count: int) -> None:
    for number in range(count):
        town.stranger().open(f"/xac-thuc/WRONG{number}")


@when(says("người đó gửi bản đã tải để so"))
def sends_copy(town: Town) -> None:
    town.stranger().send_file(COMPARE, "ban-sao", town.downloaded, "ban.pdf")


@when(says("người đó sửa một ký tự rồi gửi bản đó để so"))
def sends_changed_copy(town: Town) -> None:
    middle = len(town.downloaded) // 2
    changed = bytearray(town.downloaded)
    changed[middle] ^= 1
    town.stranger().send_file(COMPARE, "ban-sao", bytes(changed), "ban.pdf")


@when(says("người đó gửi một tấm ảnh để so"))
def sends_photo(town: Town) -> None:
    town.stranger().send_file(COMPARE, "ban-sao", b"\xff\xd8\xff\xe0 a photo", "anh.jpg")


@then(says('bản đã tải ghi "{words}"'))
def document_says(town: Town, words: str) -> None:
    assert words in text_of(town.downloaded)


@then(says("trang chỉ cho biết:"))
def page_tells_only(town: Town, datatable: Table) -> None:
    (summary,) = all_of(town.page.main, "dl")
    assert [[said(row[0]), said(row[1])] for row in summary] == datatable
    assert len(datatable) <= 5


@then(says("{person:Person} tải được bản điện tử"))
def person_gets_it(town: Town, person: Person) -> None:
    assert fetched(town, town.citizen(person)) == 200


@then(says("{officer:Officer} tải được bản điện tử"))
def officer_gets_it(town: Town, officer: Desk) -> None:
    assert fetched(town, town.officer(officer)) == 200


@then(says("{person:Person} không tải được bản điện tử"))
def person_is_refused(town: Town, person: Person) -> None:
    assert fetched(town, town.citizen(person)) == 404


@then(says("{officer:Officer} không tải được bản điện tử"))
def officer_is_refused(town: Town, officer: Desk) -> None:
    assert fetched(town, town.officer(officer)) == 404


@then(says("người chưa đăng nhập không tải được bản điện tử"))
def stranger_is_refused(town: Town) -> None:
    assert fetched(town, town.stranger()) == 303


def fetched(town: Town, visitor: Visitor) -> int:
    """Ask for the document of the birth certificate by its address, as whoever knows that would."""
    with read_transaction(town.context.engine) as connection:
        outputs = outputs_of(connection, town.dossier_id)
    return visitor.fetch(f"/ho-so/{town.number}/ket-qua/{outputs[0].id}.pdf").status_code


def text_of(pdf: bytes) -> str:
    """Return what a document says, its lines joined."""
    return " ".join("\n".join(page.extract_text() for page in PdfReader(BytesIO(pdf)).pages).split())


def printed_address(pdf: bytes) -> str:
    """Return the path that leads to the code which is printed beside the QR picture."""
    found = re.search(r"và nhập mã: http://127\.0\.0\.1:8000(/xac-thuc) ([A-Z2-9-]{29})", text_of(pdf))
    assert found, text_of(pdf)
    return f"{found[1]}?ma={found[2]}"
