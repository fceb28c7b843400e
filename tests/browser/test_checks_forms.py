"""What the pages of the form must do (acceptance checks 7 to 11 and 15).

Checks 12 and 13 (the way back, no line) are in `test_unlucky.py`, 14 (papers) in `test_papers.py`.
"""

from __future__ import annotations

import re
from dataclasses import replace

import pytest
from playwright.sync_api import Page, expect

from services.demo.families import PEOPLE
from tests.bdd import shortcuts
from tests.bdd.town import Town
from tests.browser.street import Street
from tests.world import local
from workflows.chain import taking_part
from workflows.forms.answers import completed
from workflows.forms.reuse import reuse, section_reuse
from workflows.questions import Question
from workflows.registry import Registry
from workflows.words import Kind, Text

MAI = next(person for person in PEOPLE if person.name == "Trần Thị Mai")
CODE = r"[A-Z0-9]+(\.[A-Z0-9]{2,3}){1,3}-\d{6}-\d{4,}"
PLACES = {
    "/": r"Thường gặp: (\d+) câu hỏi thay cho (\d+) ô",
    "/khai-sinh/phan/ban": r"(\d+) câu hỏi, thay cho (\d+) ô",
    "/khai-sinh/kiem-tra": r"Bạn trả lời (\d+) câu\. Các tờ khai riêng cần (\d+) ô",
}
NOT_QUESTIONS = {"csrf_token", "draft", "sure", "them"}
SAVE = "Lưu và tiếp tục"


def filled(street: Street, **changes: str) -> Page:
    """Open a window for the mother, with her declaration filled in; an answer that is empty is left open."""
    town = street.town
    given = {**shortcuts.answers(town, "khai-sinh", MAI), "birth-notice.number": "01001.GCS.00456.26"}
    typed = {fact: words for fact, words in {**given, **changes}.items() if words}
    shortcuts.draft(town, "khai-sinh", MAI, typed)
    shortcuts.attach_papers(town, MAI)
    return street.look(MAI.id)


def counts(page: Page) -> dict[str, tuple[int, int]]:
    """Read how many questions stand for how many boxes, in each place that says so."""
    found = {}
    for place, words in PLACES.items():
        page.goto(place)
        match = re.search(words, page.inner_text("main"))
        assert match, f"{place}: {page.inner_text('main')[:500]}"
        found[place] = int(match[1]), int(match[2])
    return found


def reused(town: Town) -> dict[str, tuple[int, int]]:
    """Count the same from the definition and the mother's answers."""
    row, law = town.newest_of(MAI), town.context.registry
    form = law.declaration(row.declaration)
    facts = completed(form, row.answers, filed_on=town.today)
    codes = [law.procedure(member.procedure).code for member in taking_part(law.bundle(row.bundle), facts)]
    all_, you = reuse(form, facts, codes), section_reuse(form.sections[0], facts, codes)
    return {
        "/khai-sinh/phan/ban": (you.typed, you.boxes),
        "/khai-sinh/kiem-tra": (all_.typed, all_.boxes),
    }


def one_more_field(law: Registry) -> Registry:
    """Return the law with one more typed question on the first page of every birth form."""
    extra = Question(fact="toy.extra", kind=Kind.TEXT, text=Text(vi="Thêm", en="Extra"), required=False)

    def changed(one: object) -> object:
        if getattr(one, "code", "") != "birth-declaration" or not hasattr(one, "sections"):
            return one
        you = one.sections[0].model_copy(update={"questions": (*one.sections[0].questions, extra)})
        return one.model_copy(update={"sections": (you, *one.sections[1:])})  # type: ignore[attr-defined]

    return Registry.of(*map(changed, law.all_definitions()))  # type: ignore[arg-type]


def test_7_every_count_is_the_definitions_and_one_more_field_changes_it(street: Street) -> None:
    page, town = filled(street), street.town
    before = counts(page)
    assert before == {**before, **reused(town)}
    assert all(boxes > typed for typed, boxes in before.values())
    context = replace(town.context, registry=one_more_field(town.context.registry))
    town.app.extensions["product"] = replace(town.app.extensions["product"], context=context)
    town.app.extensions["context"] = context
    assert {place: now[0] - before[place][0] for place, now in counts(page).items()} == dict.fromkeys(
        PLACES, 1
    )


def test_8_nothing_is_asked_twice_and_one_answer_is_in_every_form(street: Street) -> None:
    page = filled(street, **{"child.full-name": "Nguyễn Đỗ Khánh Quỳnh"})
    page.goto("/khai-sinh/viec")
    parts: list[str] = page.locator("main a[href*='/phan/']").evaluate_all(
        "all => all.map(one => one.getAttribute('href'))"
    )
    asked: list[str] = []
    for part in dict.fromkeys(parts):
        page.goto(part)
        names: list[str] = (
            page.locator("main form")
            .locator("input:not([type=hidden]), select, textarea")
            .evaluate_all("all => all.map(one => one.name)")
        )
        asked += set(names) - NOT_QUESTIONS
    assert len(asked) >= 15
    assert sorted(set(asked)) == sorted(asked)
    page.goto("/khai-sinh/kiem-tra")
    previews = page.locator("main a[href*='/to-khai/']").evaluate_all("all => all.map(one => one.href)")
    assert len(previews) == 3
    for preview in previews:
        page.goto(preview)
        assert "Nguyễn Đỗ Khánh Quỳnh" in page.inner_text("main")


@pytest.mark.parametrize("javascript", [True, False], ids=["script", "no script"])
def test_9_10_an_empty_section_says_what_is_missing_and_keeps_what_was_typed(
    street: Street, javascript: bool
) -> None:
    filled(street)
    page = street.look(MAI.id, javascript=javascript)
    page.goto("/khai-sinh/phan/ban")
    page.fill("[name='requester.phone']", "khong-phai-so")
    with page.expect_response(lambda answer: answer.request.method == "POST") as answered:
        page.get_by_role("button", name=SAVE).click()
    assert answered.value.status == 422
    assert page.title().startswith("Lỗi: ")
    assert page.input_value("[name='requester.phone']") == "khong-phai-so"
    links = [link.get_attribute("href") or "" for link in page.locator("#error-summary a").all()]
    assert links == ["#requester.phone"]
    for link in links:
        assert page.locator(f"main form [id='{link[1:]}']").count() == 1
    if javascript:
        expect(page.locator("#error-summary")).to_be_focused()
    page.locator("#error-summary a").first.click()
    assert page.evaluate("document.activeElement.name") == "requester.phone"


def test_11_mending_an_answer_leads_back_to_the_answers(street: Street) -> None:
    page = filled(street, **{"card.facility": ""})  # a later part is open: it would be the next one
    page.goto("/khai-sinh/kiem-tra")
    page.locator("main .summary > div", has_text="Số điện thoại của bạn").get_by_role("link").click()
    page.fill("[name='requester.phone']", "0987654321")
    page.get_by_role("button", name=SAVE).click()
    assert "/khai-sinh/kiem-tra" in page.url
    assert "0987654321" in page.inner_text("main")


@pytest.mark.parametrize(
    ("moment", "promised"),
    [("2026-11-20T14:59", "17 giờ, thứ Tư 25/11/2026"), ("2026-11-20T15:01", "17 giờ, thứ Năm 26/11/2026")],
)
def test_15_the_code_is_found_again_and_a_minute_past_three_is_a_day_later(
    street: Street, moment: str, promised: str
) -> None:
    street.town.clock.start_at(local(moment))
    page = filled(street)
    page.goto("/khai-sinh/kiem-tra")
    page.get_by_role("button", name="Nộp hồ sơ").click()
    page.wait_for_url(re.compile("/da-nop/"))
    assert f"Hẹn trả kết quả: {promised}." in page.inner_text("main")
    code = page.inner_text(".code")
    assert re.fullmatch(CODE, code)
    stranger = street.look()
    stranger.goto("/tra-cuu")
    stranger.fill("[name=ma]", code)
    stranger.fill("[name=so]", "5678")
    stranger.get_by_role("button", name="Tìm hồ sơ").click()
    assert code in stranger.inner_text("main")
