"""The form in front of a person: nothing asked twice, every count computed, every way back kept."""

from __future__ import annotations

import gzip
import re
from dataclasses import replace

import pytest

from services.demo.families import PEOPLE
from services.demo.people import Person
from tests.bdd import looking, shortcuts
from tests.bdd.browser import Visitor
from tests.bdd.html import all_of, said
from tests.bdd.town import Town
from web.filters import value_in_words
from workflows.forms.answers import asked, completed, shown_questions
from workflows.questions import Declaration, Question
from workflows.registry import Registry
from workflows.words import Kind, Text

MOST_HTML = 8 * 1024
MAI = next(person for person in PEOPLE if person.name == "Trần Thị Mai")
HOA = next(person for person in PEOPLE if person.name == "Nguyễn Thị Hòa")
NOT_QUESTIONS = {"csrf_token", "draft", "seen", "sure", "them"}
COUNT = {
    "/": r"Thường gặp: (\d+) câu hỏi",
    "/khai-sinh": r"trả lời (\d+) câu hỏi",
    "/khai-sinh/phu-hop/4": r"Khoảng (\d+) câu hỏi",
    "/khai-sinh/phu-hop/ket-qua": r"Trường hợp thường gặp: (\d+) câu hỏi",
    "/khai-sinh/phan/ban": r"(\d+) câu hỏi, thay cho",
    "/khai-sinh/kiem-tra": r"Bạn trả lời (\d+) câu",
}
FIRST = {
    1: {"child.birth-date": "16/11/2026"},
    2: {"residence.with": "mother"},
    3: {"card.issued-before": "no"},
    4: {"wants.identity-card": "no"},
}


def filled(town: Town, person: Person, event: str, *changes: tuple[str, str]) -> Visitor:
    shortcuts.draft(town, event, person, shortcuts.answers(town, event, person, changes))
    return town.citizen(person)


def sections(visitor: Visitor, event: str) -> list[str]:
    visitor.open(f"/{event}/viec")
    links = [a.get("href", "") for a in all_of(visitor.page.main, "a")]
    return [link for link in dict.fromkeys(links) if "/phan/" in link]


def answer_first(visitor: Visitor, upto: int = 4) -> None:
    for number in range(1, upto + 1):
        visitor.open(f"/khai-sinh/phu-hop/{number}")
        visitor.press("Tiếp tục", FIRST[number])


# --- nothing is asked twice (15.8) ------------------------------------------------------------------


@pytest.mark.parametrize(("person", "event"), [(MAI, "khai-sinh"), (HOA, "khai-tu")], ids=["birth", "death"])
def test_every_input_stands_on_one_page_only_and_what_is_typed_is_in_every_form_it_feeds(
    town: Town, person: Person, event: str
) -> None:
    four = ("Bạn muốn làm những thủ tục nào?", "four")
    visitor = filled(town, person, event, *([four] if event == "khai-tu" else []))
    names = [name for page in sections(visitor, event) for name in _inputs(visitor, page)]
    assert sorted(set(names)) == sorted(names)
    form, facts = _draft(town, person)
    visitor.open(f"/{event}/kiem-tra")
    forms = {
        a.get("href", ""): said(a) for a in all_of(visitor.page.main, "a") if "/to-khai/" in a.get("href", "")
    }
    shown = {link.rsplit("/", 1)[1]: visitor.open(link).terms() for link in forms}
    typed = [q for _, q in shown_questions(form, facts) if asked(q, facts) and facts.get(q.fact) is not None]
    fed = [(q, feed.procedure) for q in typed for feed in q.feeds if feed.procedure in shown]
    assert len(shown) >= 3
    assert len(fed) >= 15
    with town.reading():
        lists = town.app.extensions["product"].lists
        words = {q.fact: value_in_words(facts[q.fact], q.kind, q, lists) for q in typed}
    missing = [
        (q.fact, code) for q, code in fed if not shown[code].get(q.text.vi, "").startswith(words[q.fact])
    ]
    assert missing == []


def _inputs(visitor: Visitor, address: str) -> set[str]:
    """Name what a page asks for; the parts of a date and the rows of a list are one input each."""
    return set(visitor.open(address).form("Lưu và tiếp tục").boxes) - NOT_QUESTIONS


def _draft(town: Town, person: Person) -> tuple[Declaration, dict[str, object]]:
    row = town.newest_of(person)
    form = town.context.registry.declaration(row.declaration)
    return form, completed(form, row.answers, filed_on=town.today)


# --- every count is computed ------------------------------------------------------------------------


def test_one_more_typed_field_changes_the_count_in_every_place(town: Town) -> None:
    visitor = filled(town, MAI, "khai-sinh", ("Số giấy chứng sinh", "01001.GCS.00456.26"))
    answer_first(visitor)
    before = counts(visitor)
    assert before["/"] == before["/khai-sinh"] == 16
    _serve_with(town, _one_more_field(town.context.registry))
    assert {place: count - before[place] for place, count in counts(visitor).items()} == dict.fromkeys(
        COUNT, 1
    )


def counts(visitor: Visitor) -> dict[str, int]:
    found = {place: re.search(words, visitor.open(place).words) for place, words in COUNT.items()}
    assert all(found.values()), found
    return {place: int(match[1]) for place, match in found.items() if match}


def _one_more_field(law: Registry) -> Registry:
    form = law.declaration("birth-declaration@2026-09")
    extra = Question(fact="toy.extra", kind=Kind.TEXT, text=Text(vi="Thêm", en="Extra"), required=False)
    you = form.sections[0].model_copy(update={"questions": (*form.sections[0].questions, extra)})
    changed = form.model_copy(update={"sections": (you, *form.sections[1:])})
    return Registry.of(*(changed if one == form else one for one in law.all_definitions()))


def _serve_with(town: Town, law: Registry) -> None:
    context = replace(town.context, registry=law)
    town.app.extensions["product"] = replace(town.app.extensions["product"], context=context)
    town.app.extensions["context"] = context


# --- the ways back ----------------------------------------------------------------------------------


def test_mending_an_answer_leads_back_to_the_answers_to_check(town: Town) -> None:
    visitor = filled(town, MAI, "khai-sinh")
    visitor.open("/khai-sinh/kiem-tra")
    visitor.follow("Sửa: Số điện thoại của bạn")
    page = visitor.press("Lưu và tiếp tục", {"requester.phone": "0987 654 321"})
    assert page.address.startswith("/khai-sinh/kiem-tra")
    assert page.terms()["Số điện thoại của bạn"].startswith("0987654321")


def test_what_was_answered_before_is_shown_survives_saving_and_can_be_mended(town: Town) -> None:
    visitor = town.citizen(MAI)
    answer_first(visitor)
    visitor.open("/khai-sinh/phu-hop/ket-qua")
    visitor.press("Bắt đầu khai")
    child = next(link for link in sections(visitor, "khai-sinh") if "em-be" in link)
    page = visitor.open(child)
    assert not page.form("Lưu và tiếp tục").asks("child.birth-date")
    visitor.press("Lưu và tiếp tục", {"child.full-name": "Nguyễn Minh Anh"})
    row = town.newest_of(MAI)
    assert (row.answers["child.birth-date"], row.answers["child.full-name"]) == (
        "2026-11-16",
        "Nguyễn Minh Anh",
    )
    assert row.origins["child.birth-date"]["via"] == "suitability"
    mend = visitor.open(f"{child}?sua=child.birth-date")
    assert mend.form("Lưu và tiếp tục").asks("child.birth-date")
    visitor.press("Lưu và tiếp tục", {"child.birth-date": "17/11/2026"})
    row = town.newest_of(MAI)
    assert row.answers["child.birth-date"] == "2026-11-17"
    assert "via" not in row.origins["child.birth-date"]


def test_beginning_at_the_start_page_takes_nothing_over_from_somebody_before(town: Town) -> None:
    visitor = town.citizen(MAI)
    answer_first(visitor)
    visitor.open("/khai-sinh")
    visitor.press("Bắt đầu khai")
    assert "child.birth-date" not in town.newest_of(MAI).answers


def test_a_bent_or_foreign_cookie_is_as_good_as_none(town: Town) -> None:
    visitor = town.stranger()
    answer_first(visitor, upto=1)
    assert "Sửa" in visitor.open("/khai-sinh/phu-hop/ket-qua").words
    assert visitor.open("/khai-tu/phu-hop/ket-qua").address == "/khai-tu/phu-hop/1"
    visitor._client.set_cookie("phu-hop", "WyJraGFpLXNpbmgiLHsieCI6MX1d.bent.bent")
    assert visitor.open("/khai-sinh/phu-hop/ket-qua").address == "/khai-sinh/phu-hop/1"
    assert visitor.open("/khai-sinh/phu-hop/9").status == 404


def test_a_list_of_people_grows_row_by_row_without_javascript(town: Town) -> None:
    visitor = filled(town, HOA, "khai-tu", ("Bạn muốn làm những thủ tục nào?", "four"))
    page = next(link for link in sections(visitor, "khai-tu") if "tu-tuat" in link)
    rows = [_rows(visitor.open(page).form("Lưu và tiếp tục").boxes)]
    for number, name in (("001200000777", "Lê Thị Ba"), ("001200000888", "Lê Văn Tư")):
        at = f"survivor.relatives-{rows[-1]}"
        person = {f"{at}-name": name, f"{at}-personal-id": number, f"{at}-relation": "child"}
        form = visitor.page.form("Lưu và tiếp tục")
        visitor.send(form.action, {**form.typed(person), "them": "survivor.relatives"})
        rows.append(_rows(visitor.page.form("Lưu và tiếp tục").boxes))
    assert rows == [rows[0], rows[0] + 1, rows[0] + 2]
    assert [p["name"] for p in town.newest_of(HOA).answers["survivor.relatives"]][-1] == "Lê Văn Tư"


def _rows(boxes: dict[str, object]) -> int:
    return sum(name.startswith("survivor.relatives-") and name.endswith("-name") for name in boxes)


# --- how heavy and how plain the pages are ----------------------------------------------------------


@pytest.mark.parametrize("language", ["vi", "en"])
def test_the_pages_of_the_form_are_light(town: Town, language: str) -> None:
    visitor = filled(town, MAI, "khai-sinh")
    answer_first(visitor, upto=2)
    pages = [
        *sections(visitor, "khai-sinh"), "/khai-sinh/viec", "/khai-sinh/kiem-tra", "/khai-sinh/phu-hop/4",
        "/khai-sinh/phu-hop/ket-qua", "/khai-sinh/to-khai/birth-registration",
    ]  # fmt: skip
    visitor._client.set_cookie("lang", language)
    sizes = {page: len(gzip.compress(visitor._client.get(page).data)) for page in pages}
    assert {page: size for page, size in sizes.items() if size > MOST_HTML} == {}


def test_an_empty_first_question_says_what_to_do(town: Town) -> None:
    visitor = town.stranger()
    visitor.open("/khai-sinh/phu-hop/2")
    page = visitor.press("Tiếp tục")
    assert (page.status, looking.asked(page)) == (
        422,
        {"Em bé đăng ký thường trú theo ai?": "residence.with"},
    )
    assert page.says("Chưa chọn. Hãy chọn một câu trả lời.")
