"""Steps of officers among themselves: who holds a case, absence, bulk, notes, second opinions.

`{officer}` is a desk (`words.OFFICES`, `words.HEADS`); a colleague is another desk of the same office.

    When {officer} nhận xử lý hồ sơ                                 claims the file
    When {officer} trả lại hồ sơ vì "{reason}"                      releases it
    When {officer} giao hồ sơ cho {colleague} vì "{reason}"         assigns it
    When {officer} tự gửi yêu cầu nhận | trả lại | giao hồ sơ …     by hand, what no page offers
    When {officer} ghi chú "{words}"                                writes an internal note
    When {officer} xin ý kiến {colleague}: "{question}"             asks for a second opinion
    When {officer} trả lời "Đồng ý | Không đồng ý": "{words}"       answers it
    When {officer} xem trước bước "{step}":                         | name of the box | what is typed |
    When {officer} bấm gửi trên trang xem trước                     sends what was previewed
    When {officer} ghi vắng từ "{day}" đến "{day}", ủy quyền cho {colleague}
    When {officer} kết thúc đợt vắng
    When {officer} nhận hàng loạt với hồ sơ này                     claims it as a bulk act
    When {officer} giao hàng loạt với hồ sơ này cho {colleague}     assigns it so
    When {officer} hoàn tác lần làm hàng loạt | trên trang còn mở
    Then {officer} giữ hồ sơ                                        holds it
    Then chưa ai giữ hồ sơ của {officer}                            nobody holds it
    Then khi mở hồ sơ {person} không thấy "{words}"                 the citizen does not read it
"""

from urllib.parse import urlsplit

from pytest_bdd import given, then, when

from services.demo.people import Person
from tests.bdd import looking
from tests.bdd.html import all_of
from tests.bdd.town import Town
from tests.bdd.words import Desk, says


def people(town: Town, officer: Desk) -> str:
    """Return the address of who works on the case, with that officer at the browser."""
    case = town.case_at(officer)
    town.officer(officer, case.office_id)
    return f"/can-bo/ho-so/{case.id}/nguoi"


def user(town: Town, officer: Desk) -> str:
    return town.account(officer, town.case_at(officer).office_id).id


# --- who holds it -----------------------------------------------------------------------------------


@given(says("{officer:Officer} đã nhận xử lý hồ sơ"))
@when(says("{officer:Officer} nhận xử lý hồ sơ"))
def claims(town: Town, officer: Desk) -> None:
    visitor = town.officer(officer)
    visitor.open(f"/can-bo/ho-so/{town.case_at(officer).id}")
    visitor.press("Nhận xử lý")


@when(says("{officer:Officer} tự gửi yêu cầu nhận hồ sơ"))
def claims_by_hand(town: Town, officer: Desk) -> None:
    address = people(town, officer).replace("/nguoi", "/nhan")
    looking.by_hand(town.officer(officer), address, {})


@when(says('{officer:Officer} trả lại hồ sơ vì "{reason}"'))
def releases(town: Town, officer: Desk, reason: str) -> None:
    visitor = town.officer(officer)
    visitor.open(people(town, officer))
    visitor.press("Trả lại hàng chung", {"ly-do-tra": reason})


@when(says("{officer:Officer} tự gửi yêu cầu trả lại hồ sơ"))
def releases_by_hand(town: Town, officer: Desk) -> None:
    address = people(town, officer).replace("/nguoi", "/tra-lai")
    looking.by_hand(town.officer(officer), address, {"ly-do-tra": "Không phải việc của tôi"})


@when(says('{officer:Officer} giao hồ sơ cho {colleague:Officer} vì "{reason}"'))
def assigns(town: Town, officer: Desk, colleague: Desk, reason: str) -> None:
    visitor = town.officer(officer)
    visitor.open(people(town, officer))
    visitor.press("Giao hồ sơ", {"cho": user(town, colleague), "ly-do-giao": reason})


@when(says('{officer:Officer} tự gửi yêu cầu giao hồ sơ cho "{user}"'))
def assigns_by_hand(town: Town, officer: Desk, user: str) -> None:
    address = people(town, officer).replace("/nguoi", "/giao")
    looking.by_hand(town.officer(officer), address, {"cho": user, "ly-do-giao": "Nhờ làm giúp"})


@then(says("{officer:Officer} giữ hồ sơ"))
def holds(town: Town, officer: Desk) -> None:
    assert town.case_at(officer).officer_id == user(town, officer)


@then(says("chưa ai giữ hồ sơ của {officer:Officer}"))
def nobody_holds(town: Town, officer: Desk) -> None:
    assert town.case_at(officer).officer_id is None


@then(says('khi mở hồ sơ {person:Person} không thấy "{words}"'))
def citizen_does_not_read(town: Town, person: Person, words: str) -> None:
    page = town.citizen(person).open(f"/ho-so/{town.number}")
    assert not page.says(words), page.words


# --- notes and opinions -----------------------------------------------------------------------------


@when(says('{officer:Officer} ghi chú "{words}"'))
def notes(town: Town, officer: Desk, words: str) -> None:
    visitor = town.officer(officer)
    visitor.open(people(town, officer))
    visitor.press("Lưu ghi chú", {"ghi-chu": words})


@given(says('{officer:Officer} đã xin ý kiến {colleague:Officer}: "{question}"'))
@when(says('{officer:Officer} xin ý kiến {colleague:Officer}: "{question}"'))
def asks(town: Town, officer: Desk, colleague: Desk, question: str) -> None:
    visitor = town.officer(officer)
    visitor.open(people(town, officer))
    visitor.press("Xin ý kiến", {"hoi-ai": user(town, colleague), "cau-hoi": question})


@when(says('{officer:Officer} trả lời "{side}": "{words}"'))
def answers(town: Town, officer: Desk, side: str, words: str) -> None:
    visitor = town.officer(officer)
    visitor.open(people(town, officer))
    visitor.press("Gửi ý kiến", {"dong-y": {"Đồng ý": "co"}.get(side, "khong"), "tra-loi": words})


@when(says("{officer:Officer} tự gửi câu trả lời của người khác"))
def answers_by_hand(town: Town, officer: Desk) -> None:
    """Send the answer that the last page of the one who was asked offers."""
    page = town.page
    (action,) = [
        form.get("action", "") for form in all_of(page.main, "form") if "/y-kien/" in form.get("action", "")
    ]
    looking.by_hand(
        town.officer(officer), urlsplit(action).path, {"dong-y": "co", "tra-loi": "Tôi trả lời thay"}
    )


@when(says("{officer:Officer} mở trang người xử lý hồ sơ"))
def opens_people(town: Town, officer: Desk) -> None:
    town.officer(officer).open(people(town, officer))


# --- the supplement before it is sent ---------------------------------------------------------------


@when(says('{officer:Officer} xem trước bước "{step}":'))
def previews(town: Town, officer: Desk, step: str, datatable: list[list[str]]) -> None:
    case = town.case_at(officer)
    visitor = town.officer(officer, case.office_id)
    visitor.open(f"/can-bo/ho-so/{case.id}/lam/{town.step(case, step).code}")
    form = visitor.page.form(step)
    (button,) = [part for part in all_of(form.element, "button") if part.get("formaction")]
    visitor.send(button.get("formaction", ""), form.typed(dict(datatable)))


@when(says("{officer:Officer} bấm gửi trên trang xem trước"))
def sends_previewed(town: Town, officer: Desk) -> None:
    town.officer(officer).press("Yêu cầu bổ sung")
    town.run()


# --- absence ----------------------------------------------------------------------------------------


@given(says('{officer:Officer} đã ghi vắng từ "{since}" đến "{until}", ủy quyền cho {colleague:Officer}'))
@when(says('{officer:Officer} ghi vắng từ "{since}" đến "{until}", ủy quyền cho {colleague:Officer}'))
def is_away(town: Town, officer: Desk, since: str, until: str, colleague: Desk) -> None:
    visitor = town.officer(officer)
    visitor.open("/can-bo/vang")
    days = {"tu-ngay": _iso(since), "den-ngay": _iso(until)}
    visitor.press("Ghi thời gian vắng", {"nguoi-thay": user(town, colleague), "ly-do": "Nghỉ phép", **days})


@when(says("{officer:Officer} kết thúc đợt vắng"))
def is_back(town: Town, officer: Desk) -> None:
    visitor = town.officer(officer)
    visitor.open("/can-bo/vang")
    visitor.press("Kết thúc đợt vắng")


def _iso(day: str) -> str:
    return "-".join(reversed(day.split("/")))


# --- bulk -------------------------------------------------------------------------------------------


@when(says("{officer:Officer} nhận hàng loạt với hồ sơ này"))
def claims_in_bulk(town: Town, officer: Desk) -> None:
    sent = {"viec": "claim", "case": town.case_at(officer).id, "next": "/can-bo/viec"}
    looking.by_hand(town.officer(officer), "/can-bo/viec/hang-loat", sent)


@when(says("{officer:Officer} giao hàng loạt với hồ sơ này cho {colleague:Officer}"))
def assigns_in_bulk(town: Town, officer: Desk, colleague: Desk) -> None:
    visitor, to = town.officer(officer), user(town, colleague)
    sent = {"viec": "assign", "case": town.case_at(officer).id, "next": "/can-bo/viec"}
    looking.by_hand(town.officer(officer), "/can-bo/viec/hang-loat", sent)
    visitor.press("Giao nhiều hồ sơ", {"ly-do": "Chia lại việc", "cho": to})


@when(says("{officer:Officer} hoàn tác lần làm hàng loạt"))
def undoes(town: Town, officer: Desk) -> None:
    town.officer(officer).press("Hoàn tác")


@given(says("{officer:Officer} đang mở kết quả làm hàng loạt"))
@when(says("{officer:Officer} đang mở kết quả làm hàng loạt"))
def keeps_outcome(town: Town, officer: Desk) -> None:
    town.kept = town.officer(officer).page


@when(says("{officer:Officer} hoàn tác trên trang còn mở"))
def undoes_left_open(town: Town, officer: Desk) -> None:
    town.officer(officer).press("Hoàn tác", on=town.kept)
