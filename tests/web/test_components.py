"""Components and layouts: valid HTML, names and ARIA wired, nothing undefined, every class styled."""

import re
from collections import Counter
from datetime import UTC, datetime, time
from pathlib import Path
from types import SimpleNamespace as Thing
from xml.etree.ElementTree import Element

import html5lib
import pytest
from flask import Flask, render_template_string
from flask_wtf import CSRFProtect
from html5lib.html5parser import ParseError
from jinja2 import StrictUndefined

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


def option(value, hint=None):
    return Thing(value=value, label=Text(vi=f"Chọn {value}", en=f"Choose {value}"), hint=hint)


def event(who=None, system=False, lasted="2 giờ", now=False):
    at = datetime(2026, 11, 20, 14, 50, tzinfo=UTC)
    words = {"text": "Nộp", "who": who, "note": "Vì <b>\nthế", "lasted": lasted}
    return Thing(at=at, system=system, share=40, tone="hub", kind="wait", now=now, **words)


def lane(code, tone, subtotal=None):
    return Thing(code=code, label=code, tone=tone, subtotal=subtotal)


def segment(lane, kind, start, end):
    return Thing(lane=lane, kind=kind, start=start, end=end, label=f"{kind} {lane}")


CHART = Thing(
    axis_days=20,
    end_day=5,
    status_label=None,
    lanes=[lane("home", "citizen"), lane("court", "justice", 1.5), lane("police", "police", "vài phút")],
    segments=[
        segment("court", "work", 0, 2),
        segment("police", "wait", 2, 4),
        segment("police", "auto", 4, 5),
    ],
    hops=[(2, "court", "police")],
    trips=[0, 5],
)
NOON = datetime(2026, 11, 20, 5, tzinfo=UTC)
OFFICE = Text(vi="Công an xã", en="Police")
ALERT = Thing(at=NOON, kind=OFFICE, grave=True, text=OFFICE, number="K00", case_id="1", office=OFFICE)
PAPER = Thing(
    id="1",
    media="image/jpeg",
    pages=1,
    size=300_000,
    has_picture=True,
    removable=True,
    answers=True,
    text=OFFICE,
    at=NOON,
)
CARD = Thing(
    code="birth-notice", text=OFFICE, attached=[PAPER], wanted_by=[OFFICE], source=None, sending="k1"
)
CALENDAR = Thing(
    week=[Thing(on=NOON.date(), opens=[(time(7, 30), time(11, 30))], why_off=None)],
    days=[Thing(on=NOON.date(), kind=Thing(value="off"), provisional=True, reason=OFFICE, source="41/2026")],
    history=[Thing(at=NOON, what=OFFICE, scope="police", reason="Bão", source="41/2026", by="Lan")],
    scopes=[("police", OFFICE)],
)
SAMPLES = {
    "alerts": [ALERT],
    "card": CARD,
    "papers": [PAPER],
    "calendar": CALENDAR,
    "options": [option("a", "Gợi ý a"), option("b"), option("c")],
    "errors": {"name": "Nhập tên", "born": "Nhập ngày sinh"},
    "members": [
        Thing(code="a", label="khai sinh", tone="justice"),
        Thing(code="b", label="thẻ", tone="insurance"),
    ],
    "rows": [
        Thing(key="Tên", value=Text(vi="Mai", en="Mai"), source="Từ CSDL", marker=None, change_url=None),
        Thing(key="Ngày", value="1/1", source=None, marker=None, change_url="/x"),
    ],
    "tasks": [
        Thing(title="Em bé", hint="8 câu", href="/x", status="Chưa làm", tone="info"),
        Thing(title="Nộp", hint=None, href=None, status="Chưa làm được", tone="none"),
    ],
    "events": [event(), event(system=True, who="Mai", lasted=None), event(now=True)],
    "columns": [Thing(label="Xã", number=False), Thing(label="Hồ sơ", number=True)],
    "queues": [
        Thing(label="Cần làm", href="/x", count=16, current=True, hot=False),
        Thing(label="Quy trình", href="/y", count=None, current=False, hot=False),
    ],
    "chart": CHART,
    "happenings": [
        Thing(at=0.5, day=1, label="Nộp", tone="citizen", automatic=False),
        Thing(at=7, day=7, label="Gửi", tone="hub", automatic=True),
    ],
    "series": [
        Thing(label="Nay", tone="now", counts=[0, 4, 2], half=1.5, most=2.5),
        Thing(label="Trước", tone="was", counts=[0, 0, 0, 5], half=20, most=27),
    ],
}
CALLS = [
    'icon:{{ icon("check") }}{{ icon("warn", "big") }}',
    'tag:{{ tag("Xong", "ok") }}{{ tag("Chờ") }}',
    'field:{{ field("name", "Tên", none) }}',
    'field:{{ field("name", "Tên <b>", "a\\"b", error="Sai", hint="Gợi ý", optional=True, width="w-10") }}',
    'field:{{ field("n", "Số", 3, inputmode="numeric", type="tel", attrs={"maxlength": 3}) }}',
    'act_form:{% call act_form("/x", {"round": 2}) %}<button class="btn">Nhận</button>{% endcall %}',
    'text_area:{{ text_area("why", "Lý do", none) }}{{ text_area("n", "Ghi", "<x>", error="Sai") }}',
    'select:{{ select("one", "Một", options, "b") }}',
    'select:{{ select("two", "Hai", options, none, error="Sai", hint="Gợi", blank="Chọn một") }}',
    'radios:{{ radios("r", "Chọn", options, "b") }}',
    'radios:{{ radios("r", "Chọn", options, none, error="Sai", hint="Gợi", inline=True, heading=True) }}',
    'checkbox:{{ checkbox("ok", "Đồng ý", True) }}{{ checkbox("no", "Không", False, error="Sai") }}',
    'date:{{ date("born", "Ngày sinh", {"day": "", "month": none, "year": "2026"}) }}',
    'date:{{ date("born", "Sinh", {"day": 1, "month": 2, "year": 3}, error="Sai", birthday=True) }}',
    "error_summary:{{ error_summary({}) }}",
    'note:{{ note("Chú ý") }}{% call note(tone="warn", title="Tiêu đề") %}<p>x</p>{% endcall %}',
    "summary_list:{{ summary_list(rows) }}",
    'task_list:{{ task_list("t", tasks) }}',
    'reuse:{{ reuse_dots(("a", "b"), members) }}{{ reuse_dots(("b",), members) }}',
    "reuse:{{ reuse_bar(16, 71, 11, 5) }}",
    'due:{% for kind in "overdue soon later paused none".split() %}{{ due(kind, 9) }}{% endfor %}',
    "log:{{ log(events) }}{{ history(events) }}",
    'table:{{ table("t", "Bảng", columns, [["Chế Tạo", 61]]) }}',
    'table:{{ table("t", "Kín", columns, [["Chế Tạo", "–"]], headed=False, quiet=True) }}',
    "pager:{{ pager(1, 1) }}{{ pager(5, 12) }}",
    'step_form:{{ step_form("s", "/x", "Duyệt", tone="", hint="Gợi ý", hidden={"version": 3}, main=True) }}',
    'step_form:{% call step_form("s", "/x", "Duyệt", blocked="Còn lệch") %}<p>x</p>{% endcall %}',
    'timeline:{{ timeline(chart, "c", "Nay") }}{{ timeline_key("c") }}{{ player(3, 20) }}',
    'timeline:{{ timeline(chart, "c", "Nay", 3) }}',
    "event_list:{{ event_list(happenings, 3) }}",
    'distribution:{{ distribution("d", "Phân bố", series, 36, (4, 21)) }}',
    'progress:{{ progress(2.1, 4, "Nộp", "Hẹn") }}{{ progress(5, 4, "Nộp", "Hẹn") }}',
    "rail:{{ rail(queues) }}",
    "alert_table:{{ alert_table(alerts, True) }}{{ alert_table([], False) }}",
    "calendar_parts:{{ week(calendar) }}{{ days(calendar) }}{{ history(calendar) }}",
    'papers:{{ paper_card(card, "khai-sinh", "/x") }}',
    'papers:{{ paper_card(card, "khai-sinh", "/x", heading="h3", problem=card.text) }}{{ paper_list([]) }}',
    "papers:{{ paper_list(papers) }}",
    "shell:{{ mark(30) }}{{ language_switch() }}{{ sign_out() }}",
]


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
