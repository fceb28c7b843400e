"""Components and layouts: valid HTML, names and ARIA wired, nothing undefined, every class styled."""

import re
from collections import Counter
from pathlib import Path
from types import SimpleNamespace as Thing
from xml.etree.ElementTree import Element

import html5lib
import pytest
from flask import Flask, render_template_string
from flask_wtf import CSRFProtect
from html5lib.html5parser import ParseError
from jinja2 import StrictUndefined

from tests.web.component_samples import CALLS, SAMPLES
from web import assets, i18n
from workflows.words import Text

ROOT = Path(__file__).parents[2]
STATIC = ROOT / "static"
COMPONENTS = sorted((ROOT / "templates" / "components").glob("*.html"))
ENDPOINTS = (
    "public.home",
    "public.timeline",
    "public.help_page",
    "public.accessibility",
    "public.privacy",
    "citizen.lookup",
    "auth.sign_in",
    "auth.sign_out",
    "auth.sign_out_page",
    "resume.let_go",
    "counter.ask",
    "clerk.worklist",
    "officer_acts.absence",
    "clerk.keys",
    "clerk.switch_keys",
    "clerk.case",
    "clerk_alerts.own",
    "office_calendar.own",
    "supervisor.dashboard",
    "clerk_alerts.everywhere",
    "office_calendar.calendar",
    "payments.owed",
    "citizen.outbox_viewer",
    "operator.links",
    "operator.log",
    "designer.overview_page",
    "papers.view",
    "papers.copy",
    "papers.remove",
    "papers.officer_view",
    "papers.officer_copy",
)


@pytest.fixture(scope="module")
def app():
    app = Flask(__name__, root_path=str(ROOT))
    app.config.update(SECRET_KEY="for tests", TESTING=True)
    app.jinja_env.undefined = StrictUndefined
    assets.init_app(app)
    i18n.init_app(app)
    CSRFProtect(app)
    for endpoint in ENDPOINTS:
        app.add_url_rule(f"/{endpoint}", endpoint, lambda: "x" * 1000, methods=["GET", "POST"])
    app.extensions["languages"]["ar"] = i18n.Language("ar", "العربية", "rtl", None)
    return app


@pytest.fixture
def draw(app):
    def draw(source, address="/", **values):
        file, call = source.split(":", 1)
        macros = "parts" if file == "parts" else ", ".join(macros_of(file))
        with app.test_request_context(address):
            template = f'{{% from "components/{file}.html" import {macros} %}}{call}'
            return checked(render_template_string(template, **(SAMPLES | values)))

    return draw


def macros_of(file):
    source = (ROOT / "templates" / "components" / f"{file}.html").read_text("utf-8")
    return re.findall(r"{% macro (\w+)\(", source)


# What must hold for any piece of any page -------------------------------------


def checked(source):
    """Parse a piece of a page strictly and check the wiring of its names."""
    root = html5lib.HTMLParser(strict=True, namespaceHTMLElements=False).parseFragment(source)
    mistakes = list(mistakes_in(root))
    assert mistakes == []
    return root


def mistakes_in(root):
    parts = [part for part in root.iter() if isinstance(part.tag, str)]
    ids = Counter(part.get("id") for part in parts if part.get("id"))
    labels = {part.get("for") for part in parts if part.tag == "label"}
    yield from (f"id {name} stands twice" for name, times in ids.items() if times > 1)
    for part in parts:
        named = part.get("aria-label") or part.get("type") in ("hidden", "submit", "button")
        if part.tag in ("input", "select", "textarea") and not named and part.get("id") not in labels:
            yield f"{part.tag} {part.get('name')} has no label"
        for attribute in ("aria-describedby", "aria-labelledby", "for", "list"):
            yield from (
                f"{attribute} names {name}" for name in (part.get(attribute) or "").split() if name not in ids
            )
        if part.get("style") or part.tag == "style" or any(name.startswith("on") for name in part.attrib):
            yield f"{part.tag} carries its own style or script"
        if part.tag == "fieldset" and part[0].tag != "legend":
            yield "a fieldset does not begin with its legend"
        if part.tag in ("svg", "{http://www.w3.org/2000/svg}svg") and part.get("aria-hidden") != "true":
            yield "a drawing is not hidden from screen readers"


@pytest.mark.parametrize(
    "source",
    [
        '<p id="a"></p><p id="a"></p>',
        '<input name="x">',
        '<label for="y">Y</label><input id="x">',
        '<p aria-describedby="gone">x</p>',
        '<p style="color:red">x</p>',
        "<fieldset><p>x</p></fieldset>",
    ],
)
def test_the_checks_find_mistakes(source):
    with pytest.raises(AssertionError):
        checked(source)


def test_the_parser_is_strict():
    with pytest.raises(ParseError):
        checked("<p><b>x</p>")


# Every component, full and bare -----------------------------------------------


@pytest.mark.parametrize("language", ["vi", "en", "ar"])
@pytest.mark.parametrize("call", CALLS)
def test_component_is_sound(draw, call, language):
    draw(call, f"/?lang={language}")


def test_every_component_is_drawn_here_and_says_how_to_call_it():
    drawn = {call.split(":")[0] for call in CALLS} | {"parts"}
    assert {path.stem for path in COMPONENTS if "{% macro" in path.read_text("utf-8")} == drawn
    assert [path.stem for path in COMPONENTS if not path.read_text("utf-8").startswith("{# ")] == []


def test_templates_stay_small():
    long = {
        path.name: n
        for path in (ROOT / "templates").rglob("*.html")
        if (n := path.read_text("utf-8").count("\n")) > 120
    }
    assert long == {}


# What each promises -----------------------------------------------------------


def found(root: Element, tag, **attributes):
    wanted = {name.strip("_").replace("_", "-"): value for name, value in attributes.items()}
    svg = f"{{http://www.w3.org/2000/svg}}{tag}"
    return [part for part in root.iter() if part.tag in (tag, svg) and wanted.items() <= part.attrib.items()]


def said(part):
    return " ".join("".join(part.itertext()).split())


def test_a_field_is_described_by_its_hint_then_its_error(draw):
    root = draw('field:{{ field("name", "Tên", "", error="Sai", hint="Gợi ý") }}')
    (box,) = found(root, "input")
    assert box.get("aria-describedby") == "name-hint name-error"
    assert box.get("aria-invalid") == "true"
    assert said(found(root, "p", id="name-error")[0]) == "Lỗi: Sai"
    assert [part.tag for part in root[0]] == ["label", "p", "p", "input"]


def test_a_field_without_trouble_carries_no_aria(draw):
    (box,) = found(draw('field:{{ field("name", "Tên", none, spellcheck=False) }}'), "input")
    assert box.attrib == {
        "class": "input", "type": "text", "id": "name", "name": "name", "value": "", "spellcheck": "false"
    }  # fmt: skip


def test_the_first_radio_has_the_id_an_error_links_to(draw):
    root = draw('radios:{{ radios("sex", "Giới tính", options, "b", error="Chọn") }}')
    assert [box.get("id") for box in found(root, "input")] == ["sex", "sex-2", "sex-3"]
    assert [box.get("value") for box in found(root, "input") if "checked" in box.attrib] == ["b"]
    assert found(root, "fieldset")[0].get("aria-describedby") == "sex-error"


def test_a_date_is_three_boxes_and_marks_only_the_wrong_one(draw):
    root = draw(
        'date:{{ date("born", "Sinh", {"day": 1, "month": 2, "year": ""}, error="Năm", wrong=("year",)) }}'
    )
    assert [box.get("name") for box in found(root, "input")] == ["born-day", "born-month", "born-year"]
    assert [box.get("name") for box in found(root, "input", aria_invalid="true")] == ["born-year"]


def test_the_error_summary_is_announced_and_leads_to_the_boxes(draw):
    root = draw('error_summary:{{ error_summary(errors, {"born": "born-day"}) }}')
    (outer,) = found(root, "div", tabindex="-1")
    assert outer.get("id") == "error-summary"
    assert outer[0].get("role") == "alert"
    assert [link.get("href") for link in found(root, "a")] == ["#name", "#born-day"]


def test_a_page_with_errors_says_so_in_its_title(draw):
    assert said(draw('error_summary:{{ page_title("Em bé", errors) }}')) == "Lỗi: Em bé"
    assert said(draw('error_summary:{{ page_title("Em bé", {}) }}')) == "Em bé"


def test_a_task_that_cannot_be_done_is_no_link(draw):
    root = draw('task_list:{{ task_list("t", tasks) }}')
    assert [said(link) for link in found(root, "a")] == ["Em bé"]
    assert found(root, "a")[0].get("aria-describedby") == "t-1-hint t-1-status"


def test_a_blocked_step_sends_nothing_and_says_why(draw):
    root = draw('step_form:{{ step_form("s", "/x", "Duyệt", blocked="Còn lệch") }}')
    (button,) = found(root, "button")
    assert (button.get("type"), button.get("aria-disabled")) == ("button", "true")
    assert said(found(root, "p", id=button.get("aria-describedby"))[0]) == "Còn lệch"


def test_a_step_carries_its_token_and_hidden_values(draw):
    root = draw('step_form:{{ step_form("s", "/x", "Duyệt", hidden={"version": 3}) }}')
    assert [box.get("name") for box in found(root, "input", type="hidden")] == ["csrf_token", "version"]


def test_reuse_is_told_in_words(draw):
    assert said(draw('reuse:{{ reuse_dots(("a", "b"), members) }}')) == "dùng cho cả 2 thủ tục"
    assert said(draw('reuse:{{ reuse_dots(("b",), members) }}')) == "dùng cho thẻ"


@pytest.mark.parametrize(
    ("call", "words"),
    [('"overdue", 9', "Quá 9 giờ"), ('"overdue", 20', "Quá 2,5 ngày"), ('"soon", 1.2', "Còn 1,2 giờ"),
     ('"later", 20', "Còn 2,5 ngày"), ('"paused"', "Tạm dừng tính hạn")],
)  # fmt: skip
def test_due_is_told_in_words(draw, call, words):
    assert said(draw(f"due:{{{{ due({call}) }}}}")) == words


def test_the_pager_keeps_the_rest_of_the_address(draw):
    root = draw("pager:{{ pager(2, 3) }}", "/?hang=qua-han&trang=2")
    assert [link.get("href") for link in found(root, "a", rel="next")] == ["?hang=qua-han&trang=3"]
    assert [said(link) for link in found(root, "a", aria_current="page")] == ["Trang 2"]


def test_bars_stand_at_shares_of_the_axis(draw):
    root = draw('timeline:{{ timeline(chart, "c", "Nay", 4) }}')
    bars = [part for part in found(root, "rect") if part.get("class").startswith(("bar-", "wait"))]
    assert [(bar.get("x"), bar.get("width")) for bar in bars] == [
        ("0.000%", "10.000%"), ("10.000%", "10.000%"), ("20.000%", "5.000%")
    ]  # fmt: skip
    assert {part.get("x") for part in found(root, "rect", class_="future")} == {"20.000%"}
    assert {part.get("data-tot") for part in found(root, "svg") if part.get("data-tot")} == {"20"}


def test_a_chart_is_also_told_in_words(draw):
    root = draw('timeline:{{ timeline(chart, "c", "Nay") }}')
    assert [said(part) for part in found(root, "li")] == [
        "Ngày 0 đến 2: work court", "Ngày 2 đến 4: wait police", "Ngày 4 đến 5: auto police"
    ]  # fmt: skip
    status = next(part for part in found(root, "span") if "data-status" in part.attrib)
    assert said(status) == status.get("data-done") == "Xong sau 5 ngày làm việc"


def test_text_in_a_mirrored_chart_is_counted_from_the_other_end(draw):
    def outings(language):
        root = draw('timeline:{{ timeline(chart, "c", "Nay") }}', f"/?lang={language}")
        return [part.get("cx") for part in found(root, "circle")]

    assert outings("vi") == ["0.000%", "25.000%"]
    assert outings("ar") == ["100.000%", "75.000%"]


# Layouts ----------------------------------------------------------------------

OFFICE = Text(vi="Tư pháp xã", en="Commune justice")
OFFICER = Thing(name="Lê Thị Lan", office_name=OFFICE, is_officer=True, actor=Thing(roles={"clerk"}))
CITIZEN = Thing(name="Giàng Thị Mai", office_name=None, is_officer=False, actor=Thing(roles={"citizen"}))


@pytest.mark.parametrize("language", ["vi", "en"])
@pytest.mark.parametrize("person", [None, CITIZEN, OFFICER])
@pytest.mark.parametrize("layout", ["base", "staff"])
def test_layouts_are_sound(app, layout, person, language):
    source = (
        "{% extends layout %}{% block title %}Trang{% endblock %}{% block main %}<h1>Trang</h1>{% endblock %}"
    )
    with app.test_request_context(f"/public.home?lang={language}&q=%22%3E"):
        values = {"layout": f"layouts/{layout}.html", "person": person, "held_draft": None}
        page = render_template_string(source, **values)
    root = html5lib.HTMLParser(strict=True, namespaceHTMLElements=False).parse(page)
    assert list(mistakes_in(root)) == []
    assert root.get("lang") == language
    assert len(found(root, "main")) == len(found(root, "h1")) == 1
    assert found(root, "a")[0].get("href") == "#main"
    assert all(
        form.get("method") != "post" or found(form, "input", name="csrf_token")
        for form in found(root, "form")
    )
    assert bool(found(root, "form", method="post")) == bool(person)


def test_every_class_of_a_component_has_a_style(draw):
    styles = "".join(path.read_text("utf-8") for path in STATIC.glob("css/*.css"))
    known = set(re.findall(r"\.([a-z][\w-]*)", styles)) | {"big", "note-info"}
    drawn = (part.get("class") or "" for call in CALLS for part in draw(call).iter())
    assert {name for names in drawn for name in names.split()} - known == set()
