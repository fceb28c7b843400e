"""What is typed to change the calendar becomes a change, or sentences that say what is wrong."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date, time
from itertools import pairwise

from services.time.calendar_edit import Change, DayChange, HoursChange, YearChange
from services.time.calendar_seed import FIRST_YEAR
from workflows.forms.cleaning import clean_text
from workflows.words import Text

KINDS = ("off", "working", "usual", "shut")
EARLIEST, LATEST = date(FIRST_YEAR, 1, 1), date(2099, 12, 31)
NOT_A_DAY = Text(vi="Hãy chọn một ngày có thật, từ năm 2023.", en="Choose a real day, from 2023 on.")
NOT_HOURS = Text(
    vi="Hãy ghi giờ theo mẫu 07:30–11:30, các buổi theo thứ tự và cách nhau bằng dấu phẩy.",
    en="Write hours like 07:30–11:30, the sessions in order and separated by commas.",
)
NO_REASON = Text(
    vi="Hãy ghi lý do để người dân đọc được, ít nhất 5 chữ cái.",
    en="Give a reason that people can read, at least 5 letters.",
)
NO_SOURCE = Text(
    vi="Hãy ghi số văn bản hoặc quyết định làm căn cứ.", en="Name the document or decision behind it."
)
NOT_A_KIND = Text(vi="Hãy chọn một trong các loại thay đổi.", en="Choose one of the kinds of change.")
NOT_THE_NEXT = Text(
    vi="Chỉ công bố được năm liền sau năm cuối của lịch.",
    en="Only the year after the calendar's last one can be proclaimed.",
)

Problems = dict[str, Text]


def read_change(raw: Mapping[str, str], last_year: int) -> tuple[Change | None, Problems]:
    """Read the form of a change: `viec` says whether it is about a day, hours, or a year.

    Return the change, or no change and the problem of each box by its name.
    """
    problems: Problems = {}
    reason = _words(raw, "ly-do", 5, NO_REASON, problems)
    source = _words(raw, "can-cu", 3, NO_SOURCE, problems)
    scope = raw.get("pham-vi", "").strip() or "*"
    reader = _READERS.get(raw.get("viec", ""))
    if reader is None:
        problems["viec"] = NOT_A_KIND
        return None, problems
    change = reader(raw, scope, reason, source, last_year, problems)
    return (None if problems else change), problems


def _day_change(
    raw: Mapping[str, str], scope: str, reason: str, source: str, _last: int, problems: Problems
) -> Change | None:
    on, kind = _day(raw, "ngay", problems), raw.get("loai", "")
    if kind not in KINDS:
        problems["loai"] = NOT_A_KIND
    shut = None
    if kind == "shut":
        spans = _spans(raw.get("gio", ""))
        if spans is None or len(spans) != 1:
            problems["gio"] = NOT_HOURS
        else:
            shut = spans[0]
    return DayChange(on, kind, scope, reason, source, shut) if on else None


def _hours_change(
    raw: Mapping[str, str], scope: str, reason: str, source: str, _last: int, problems: Problems
) -> Change | None:
    since, weekday, spans = _day(raw, "tu-ngay", problems), raw.get("thu", ""), _spans(raw.get("gio", ""))
    if weekday not in set("0123456"):
        problems["thu"] = NOT_A_KIND
    if spans is None:
        problems["gio"] = NOT_HOURS
    if since is None or problems or spans is None:
        return None
    return HoursChange(int(weekday), since, spans, scope, reason, source)


def _year_change(
    raw: Mapping[str, str], _scope: str, reason: str, source: str, last_year: int, problems: Problems
) -> Change | None:
    typed = raw.get("nam", "").strip()
    if typed != str(last_year + 1):
        problems["nam"] = NOT_THE_NEXT
        return None
    return YearChange(last_year + 1, reason, source)


_READERS: dict[str, Callable[[Mapping[str, str], str, str, str, int, Problems], Change | None]] = {
    "ngay": _day_change,
    "gio": _hours_change,
    "nam": _year_change,
}


def _words(raw: Mapping[str, str], name: str, least: int, problem: Text, problems: Problems) -> str:
    clean = clean_text(raw.get(name, ""))
    if isinstance(clean, Text):
        problems[name] = clean
        return ""
    if not least <= len(clean) <= 200:
        problems[name] = problem
    return clean


def _day(raw: Mapping[str, str], name: str, problems: Problems) -> date | None:
    try:
        found = date.fromisoformat(raw.get(name, "").strip())
    except ValueError:
        found = date.min
    if not EARLIEST <= found <= LATEST:
        problems[name] = NOT_A_DAY
        return None
    return found


def _spans(typed: str) -> tuple[tuple[time, time], ...] | None:
    """Read sessions; nothing typed means no session at all."""
    spans = []
    for part in (part.strip() for part in typed.replace("–", "-").split(",") if part.strip()):
        ends = part.split("-")
        try:
            begin, end = (time.fromisoformat(moment.strip()) for moment in ends)
        except ValueError:
            return None
        spans.append((begin, end))
    moments = [moment for span in spans for moment in span]
    in_order = all(a < b for a, b in pairwise(moments))
    return tuple(spans) if in_order and all(moment.tzinfo is None for moment in moments) else None
