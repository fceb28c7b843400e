"""Index 766 (bộ chỉ số phục vụ người dân, doanh nghiệp): what of it our own events can tell, and what not.

The five groups and their weights are known; of the parts inside them only some. A part whose weight or data
are not known here stays without points: a made-up point would be worse than none.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from services.jurisdiction.province import require_supervisor
from services.reading.supervising.dashboards import readings_of
from services.reading.supervising.measures import Reading
from services.reading.supervising.scope import Asked, look
from services.unit_of_work import UnitOfWork
from workflows.words import Source, Text, inferred, secondary

DECISION = secondary(
    "766/QĐ-TTg (23/06/2022)",
    "Năm nhóm và tổng điểm đọc qua bài trích dẫn; chưa đọc được phụ lục.",
    "The five groups and their totals were read in articles that quote them; the annex was not.",
)
IN_PROPORTION = inferred(
    "766/QĐ-TTg (23/06/2022)",
    "Tối đa bao nhiêu điểm thì biết; chia theo tỷ lệ là cách hiểu của chúng tôi.",
    "How many points there are at most is known; that they go by the share is our reading.",
)
TEN_FOR_PAYMENT = inferred(
    "766/QĐ-TTg (23/06/2022)",
    "Cổng tách nhóm 22 điểm thành 12 cho dịch vụ và 10 cho thanh toán: suy ra từ cách hiển thị.",
    "The portal shows the 22 points as 12 for services and 10 for payment: concluded from what it shows.",
)


@dataclass(frozen=True, slots=True)
class Part:
    """A part of a group: its share in percent where it can be computed here, and its points where known."""

    text: Text
    share: float | None
    most: float | None
    source: Source
    measure: str = ""  # whose list stands behind the share
    why_not: Text | None = None

    @property
    def points(self) -> float | None:
        return None if self.share is None or self.most is None else self.share / 100 * self.most


@dataclass(frozen=True, slots=True)
class Group:
    """One of the five groups."""

    text: Text
    most: int
    parts: tuple[Part, ...]

    @property
    def points(self) -> float | None:
        """The points of the parts that could be computed; nothing when none could."""
        known = [part.points for part in self.parts if part.points is not None]
        return sum(known) if known else None


@dataclass(frozen=True, slots=True)
class IndexPage:
    """The index as far as it can be computed here."""

    asked: Asked
    province: Text | None
    since: datetime
    now: datetime
    groups: tuple[Group, ...]
    source: Source

    @property
    def points(self) -> float:
        return sum(group.points or 0 for group in self.groups)

    @property
    def computable(self) -> float:
        """How many of the hundred points could be computed."""
        parts = [part for group in self.groups for part in group.parts]
        return sum(part.most or 0 for part in parts if part.points is not None)


def index_page(uow: UnitOfWork, asked: Asked) -> IndexPage:
    """Read the index for the supervisor's province.

    Raises:
        NotAllowed: the person is no supervisor.
    """
    require_supervisor(uow)
    with uow:
        view = look(uow, asked)
        wanted = ("dung-han", "hai-long", "ket-qua-so", "truc-tuyen", "toan-trinh")
        readings = {one.measure.code: one for one in readings_of(view, wanted)}
        return IndexPage(asked, view.province, view.span.since, view.span.now, _groups(readings), DECISION)


NO_DATA = Text(vi="không có dữ liệu ở đây", en="no data for it here")
NO_WEIGHT = Text(vi="chưa rõ số điểm của phần này", en="how many points this has is not known")
NO_SHARE = Text(
    vi="phí nộp tại quầy không ghi ở đây, nên không có tỷ lệ",
    en="fees paid at a counter are not kept here, so there is no share",
)
NO_FILE = Text(vi="chưa có hồ sơ nào trong kỳ", en="no file in the period")
PUBLISHED = Part(
    Text(vi="Công bố thủ tục đúng hạn", en="Procedures published on time"), None, 4, DECISION, "", NO_DATA
)
PAYMENT = Part(Text(vi="Thanh toán trực tuyến", en="Online payment"), None, 10, TEN_FOR_PAYMENT, "", NO_SHARE)
COMPLAINTS = Part(
    Text(vi="Xử lý phản ánh, kiến nghị", en="Complaints answered"), None, None, DECISION, "", NO_DATA
)


def _groups(found: Mapping[str, Reading]) -> tuple[Group, ...]:
    on_time = _part(found, "dung-han", 20, IN_PROPORTION)
    satisfied = _part(found, "hai-long", 6, IN_PROPORTION)
    digital, filed, full = (_part(found, one) for one in ("ket-qua-so", "truc-tuyen", "toan-trinh"))
    return (
        Group(Text(vi="Công khai, minh bạch", en="Transparency"), 18, (PUBLISHED,)),
        Group(Text(vi="Tiến độ, kết quả giải quyết", en="Progress and results"), 20, (on_time,)),
        Group(Text(vi="Số hóa hồ sơ", en="Digitisation"), 22, (digital,)),
        Group(Text(vi="Cung cấp dịch vụ trực tuyến", en="Online services"), 22, (filed, full, PAYMENT)),
        Group(Text(vi="Mức độ hài lòng", en="Satisfaction"), 18, (satisfied, COMPLAINTS)),
    )


def _part(
    found: Mapping[str, Reading], code: str, most: float | None = None, source: Source = DECISION
) -> Part:
    """Make the part of a measure; without a weight of its own it gets no points."""
    one = found[code]
    why_not = NO_FILE if one.value is None else None if most is not None else NO_WEIGHT
    return Part(one.measure.text, one.value, most, source, code, why_not)
