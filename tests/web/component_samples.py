"""Every component called, full and bare, and the values it is called with."""

from datetime import UTC, datetime, time
from types import SimpleNamespace as Thing

from workflows.words import Text


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
    "places:{{ places(['clerk', 'leader']) }}",
    "places:{{ places(['supervisor']) }}",
    "places:{{ places(['operator']) }}",
    "calendar_parts:{{ week(calendar) }}{{ days(calendar) }}{{ history(calendar) }}",
    'papers:{{ paper_card(card, "khai-sinh", "/x") }}',
    'papers:{{ paper_card(card, "khai-sinh", "/x", heading="h3", problem=card.text) }}{{ paper_list([]) }}',
    "papers:{{ paper_list(papers) }}",
    "shell:{{ mark(30) }}{{ language_switch() }}{{ sign_out() }}",
]
