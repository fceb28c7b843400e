"""What components are given: the way forward first, offices instead of names, hours in which offices work."""

from __future__ import annotations

import re
from datetime import datetime
from pathlib import Path

import pytest

from services.reading.pages import StepChoice
from tests.web.house import House, words
from web.drawing import main_step
from web.history import working_time
from workflows.calendar import VIETNAM
from workflows.language import Item
from workflows.words import Kind, Text

ROOT = Path(__file__).parents[2]
SHUT = Text(vi="Chưa được", en="Not yet")
REASON = (Item(code="reason", kind=Kind.LONG_TEXT, text=SHUT),)
# What stands in for a part of a name that templates put together.
MADE_UP = re.compile(r"(btn|note|tag|tone|size|meter|bar|w|dwell|viewer|turned)-\w+")


def choice(
    code: str, *, why_not: Text | None = None, asks: bool = False, corrects: bool = False
) -> StepChoice:
    return StepChoice(code, SHUT, why_not, REASON if asks else (), False, corrects, None)


@pytest.mark.parametrize(
    ("steps", "main"),
    [
        ((choice("forward", asks=True), choice("accept"), choice("refuse", asks=True)), "accept"),
        ((choice("send-draft"), choice("sign")), "sign"),
        ((choice("accept"), choice("sign", why_not=SHUT)), "accept"),
        ((choice("correct", asks=True, corrects=True), choice("keep", asks=True)), "correct"),
        ((choice("request-supplement", asks=True), choice("issue", asks=True)), "issue"),
        ((choice("refuse", asks=True), choice("sign", why_not=SHUT)), None),
        ((), None),
    ],
)
def test_the_main_step_carries_the_case_on(steps: tuple[StepChoice, ...], main: str | None) -> None:
    found = main_step(steps)
    assert (found.code if found else None) == main


def at(text: str) -> datetime:
    return datetime.fromisoformat(text).replace(tzinfo=VIETNAM)


@pytest.mark.parametrize(
    ("hours", "words_said"),
    [(0.01, None), (1 / 12, "5 phút làm việc"), (2.5, "2,5 giờ làm việc"), (24, "3 ngày làm việc")],
)
def test_a_stay_is_told_in_its_largest_unit(house: House, hours: float, words_said: str | None) -> None:
    with house.app.test_request_context("/"):
        assert working_time(hours) == words_said


def test_the_family_reads_of_offices_and_the_officer_of_people(house: House) -> None:
    clerk, owner = house.guests["clerk"], house.guests["owner"]
    case = f"/can-bo/ho-so/{house.case_id}"
    clerk.post(f"{case}/lam/accept-written-consent", {"consent.paper": "Đơn của bà"})
    name = next(line for line in re.findall(r"<b>([^<]+)</b><span>", clerk.get(case).get_data(as_text=True)))
    assert name in words(clerk.get(case))
    tracking = words(owner.get(f"/ho-so/{house.number}"))
    assert name not in tracking
    assert "Nhận ý kiến đồng ý bằng văn bản Công an xã – Xã Mường Hum, tỉnh Lào Cai" in tracking


def test_every_style_is_used_somewhere() -> None:
    sheets = "".join(path.read_text("utf-8") for path in (ROOT / "static" / "css").glob("*.css"))
    selectors = re.sub(r"\{[^{}]*\}|/\*.*?\*/", " ", sheets, flags=re.DOTALL)
    styled = set(re.findall(r"\.([a-z][\w-]*)", selectors))
    files = [
        *(ROOT / "templates").rglob("*.html"),
        *(ROOT / "static" / "js").glob("*.js"),
        *(ROOT / "web").glob("*.py"),
    ]
    used = set(re.findall(r"[a-z][\w-]*", "".join(path.read_text("utf-8") for path in files)))
    assert {name for name in styled - used if not MADE_UP.fullmatch(name)} == set()
