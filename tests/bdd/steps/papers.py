"""Steps about attached papers: sending photos and files, good and bad, and who may look at them.

Khi {person} gửi ảnh của "{paper}"                     a good photo, on the card of that paper
Khi {person} gửi tệp {file} làm "{paper}"              one of the files of FILES
Khi {person} tự gửi giấy "{code}" mà trang không hỏi   a request written by hand
Khi {person} tự gửi yêu cầu nộp bản nháp               the same, to submit what is not complete
Khi {person} nộp tờ khai đã đủ giấy                    on the page to check, with nothing attached by the step
Thì trang hỏi giấy "{paper}"
Thì trang có {count} tệp của "{paper}"
Thì {officer} xem được giấy của mình                   from the case, small and large
Và {person} không xem được giấy ấy
"""

from collections.abc import Callable
from io import BytesIO

from pytest_bdd import then, when

from services.demo.people import Person
from tests.bdd import looking
from tests.bdd.html import all_of, said
from tests.bdd.town import Town
from tests.bdd.words import Desk, says
from tests.services import papers_to_send as files

FILES: dict[str, tuple[str, Callable[[], bytes]]] = {
    "trống": ("giay.jpg", bytes),
    "chương trình": ("giay.jpg", lambda: b"MZ" + b"\0" * 4000),
    "11 MB": ("giay.jpg", lambda: files.picture() + b"\0" * (11 * 1024**2)),
    "PDF có mã": ("giay.pdf", lambda: files.pdf(script="app.alert(1)")),
    "cắt cụt": ("giay.jpg", lambda: files.picture()[:20_000]),
}


@when(says('{person:Person} gửi ảnh của "{paper}"'))
def sends_photo(town: Town, person: Person, paper: str) -> None:
    _send(town, person, paper, files.picture(), "giay.jpg")
    assert town.page.status == 200, town.page.words


@when(says('{person:Person} gửi tệp {file} làm "{paper}"'))
def sends_file(town: Town, person: Person, file: str, paper: str) -> None:
    name, content = FILES[file]
    _send(town, person, paper, content(), name)


@when(says('{person:Person} tự gửi giấy "{code}" mà trang không hỏi'))
def sends_unasked(town: Town, person: Person, code: str) -> None:
    visitor = town.citizen(person)
    token = visitor.page.form(town.said("Đăng xuất")).as_it_stands()
    photo = (BytesIO(files.picture()), "giay.jpg")
    visitor.send(f"/{looking.slug_of(town, person)}/giay-to/{code}", {**token, "paper": photo})  # type: ignore[dict-item]


@when(says("{person:Person} tự gửi yêu cầu nộp bản nháp"))
def submits_by_hand(town: Town, person: Person) -> None:
    draft = town.newest_of(person)
    looking.by_hand(town.citizen(person), f"/{looking.slug_of(town, person)}/nop", {"draft": draft.id})


@when(says("{person:Person} nộp tờ khai đã đủ giấy"))
def files_with_papers(town: Town, person: Person) -> None:
    visitor = town.citizen(person)
    visitor.open(f"/{looking.slug_of(town, person)}/kiem-tra")
    visitor.press(town.said("Nộp hồ sơ"))
    town.dossier_id = town.newest_of(person).id
    town.run()


@then(says('trang hỏi giấy "{paper}"'))
def asks_for(town: Town, paper: str) -> None:
    assert paper in [said(title) for title in all_of(town.page.main, "h2")]


@then(says('trang có {count:d} tệp của "{paper}"'))
def has_files(town: Town, count: int, paper: str) -> None:
    card = next(part for part in all_of(town.page.main, "section") if said(all_of(part, "h2")[0]) == paper)
    shown = [link for link in all_of(card, "a") if "/tep/" in link.get("href", "")]
    assert len(shown) == count, said(card)


@then(says("{officer:Officer} xem được giấy của mình"))
def officer_sees(town: Town, officer: Desk) -> None:
    looking.open_case(town, officer)
    visitor = town.officer(officer)
    town.kept = visitor.page
    (small,) = [image.get("src", "") for image in all_of(visitor.page.main, "img")]
    assert visitor.fetch(small).data.startswith(b"\xff\xd8\xff")
    visitor.open(small.removesuffix("/nho"))
    assert visitor.fetch(all_of(visitor.page.main, "img")[0].get("src", "")).mimetype == "image/jpeg"


@then(says("{person:Person} không xem được giấy ấy"))
def stranger_does_not_see(town: Town, person: Person) -> None:
    assert town.kept is not None
    (small,) = [image.get("src", "") for image in all_of(town.kept.main, "img")]
    paper = small.split("/")[-2]
    visitor = town.citizen(person)
    assert visitor.fetch(small).status_code in (303, 403, 404)
    assert visitor.fetch(f"/khai-sinh/giay-to/tep/{paper}/goc").status_code == 404


def _send(town: Town, person: Person, paper: str, content: bytes, name: str) -> None:
    visitor = town.citizen(person)
    visitor.open(f"/{looking.slug_of(town, person)}/giay-to")
    visitor.send_file(f"{town.said('Gửi')} {paper}", "paper", content, name)
