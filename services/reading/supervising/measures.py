"""What is measured (chỉ tiêu): of each dossier how much counts and of how much, beside the target.

A measure is one function of one tally. The figure adds it up, the list behind the figure is exactly the
dossiers it said something of, so a number and its list cannot tell different stories.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from operator import attrgetter
from typing import Literal

from services.reading.supervising import targets
from services.reading.supervising.tally import Hop, Span, Tally
from services.reading.supervising.targets import Target
from workflows.calendar import in_vietnam
from workflows.words import Text

Counted = tuple[float, int] | None  # what counts, and of how much; nothing when the dossier is none of it
Count = Callable[[Tally, Span], Counted]
Among = Callable[[Tally, Span], bool]
Both = tuple[str, str]  # in Vietnamese and in English
Kind = Literal["share", "others", "mean", "half", "most", "count"]
SATISFIED = 4  # of 5, and above


@dataclass(frozen=True, slots=True)
class Measure:
    """One measure: its words, how its figure is made of the counts, and what it is held against.

    `share` is what counts in percent, `others` the rest of it; `mean`, `half` and `most` are of amounts:
    the average, and the least amount that half, or nine in ten, do not go over; `count` counts dossiers.
    All that it counts are `among` some dossiers that other measures ask for as well: those are picked once.
    """

    code: str
    text: Text
    counted: Text
    kind: Kind
    count: Count
    among: Among
    target: Target | None = None


@dataclass(frozen=True, slots=True)
class Reading:
    """A measure as it reads: its figure, none when nothing was counted; of how much; whether it is kept."""

    measure: Measure
    value: float | None
    of: int
    missed: int  # dossiers that do not keep it
    kept: bool | None


def _yes(holds: bool) -> Counted:
    return (1, 1) if holds else (0, 1)


# --- among which dossiers: no measure counts one that its group leaves out ---------------------------


def _ended(tally: Tally, span: Span) -> bool:
    return tally.finished and span.holds(tally.ended_at)


def _filed(tally: Tally, span: Span) -> bool:
    return span.holds(tally.submitted_at)


def _running(tally: Tally, span: Span) -> bool:
    return tally.ended_at is None


def _all(tally: Tally, span: Span) -> bool:
    return True


# --- what is counted of one dossier -------------------------------------------------------------------


def _by_law(tally: Tally, span: Span) -> Counted:
    return _yes(tally.on_time) if _ended(tally, span) else None


def _by_programme(tally: Tally, span: Span) -> Counted:
    if not _ended(tally, span) or tally.programme is None or tally.days is None:
        return None
    return _yes(tally.days <= tally.programme)


def _days(tally: Tally, span: Span) -> Counted:
    return (tally.days, 1) if _ended(tally, span) and tally.days is not None else None


def _online(tally: Tally, span: Span) -> Counted:
    return _yes(not tally.at_counter) if _filed(tally, span) else None


def _full_process(tally: Tally, span: Span) -> Counted:
    if not _ended(tally, span):
        return None
    return _yes(not tally.at_counter and tally.documents >= tally.results)


def _payment(tally: Tally, span: Span) -> Counted:
    """Of a dossier filed at the counter nobody here knows whether a fee was paid, so it is not counted."""
    return _yes(True) if tally.paid_online and _filed(tally, span) else None


def _digital(tally: Tally, span: Span) -> Counted:
    return (tally.documents, tally.results) if _ended(tally, span) and tally.results else None


def _satisfied(tally: Tally, span: Span) -> Counted:
    return _yes((tally.score or 0) >= SATISFIED) if span.holds(tally.rated_at) else None


def _identified(tally: Tally, span: Span) -> Counted:
    return _yes(tally.identified) if _filed(tally, span) else None


def _acknowledged(tally: Tally, span: Span) -> Counted:
    return _hops(tally, span, attrgetter("acknowledge_by"))


def _synchronised(tally: Tally, span: Span) -> Counted:
    return _hops(tally, span, attrgetter("synchronise_by"))


def _hops(tally: Tally, span: Span, limit: Callable[[Hop], datetime]) -> Counted:
    now, kept, known = span.now, 0, 0
    for hop in tally.hops:
        if span.holds(hop.created_at) and (taken := hop.taken_by(limit(hop), now)) is not None:
            kept, known = kept + taken, known + 1
    return (kept, known) if known else None


def _stuck(tally: Tally, span: Span) -> Counted:
    return (0, 1) if stuck_hops(tally, span) else None


def stuck_hops(tally: Tally, span: Span) -> list[Hop]:
    """List the messages of a running dossier that the other side does not have after ten minutes."""
    if tally.ended_at is not None:
        return []
    return [
        hop
        for hop in tally.hops
        if hop.taken_at is None and hop.taken_by(hop.synchronise_by, span.now) is False
    ]


def _supplements(tally: Tally, span: Span) -> Counted:
    return (tally.supplements, 1) if _ended(tally, span) else None


def _retyped(tally: Tally, span: Span) -> Counted:
    return (tally.retyped, 1) if _filed(tally, span) else None


def _overdue(tally: Tally, span: Span) -> Counted:
    return (0, 1) if tally.overdue(span.now) else None


def _due_today(tally: Tally, span: Span) -> Counted:
    due = tally.due_at if tally.ended_at is None else None
    if due is None or due < span.now:
        return None
    return (0, 1) if in_vietnam(due).date() == in_vietnam(span.now).date() else None


def _sorry(tally: Tally, span: Span) -> Counted:
    if not tally.late(span.now) or not (tally.ended_at is None or span.holds(tally.ended_at)):
        return None
    return _yes(tally.apologised_at is not None)


def _by_hand(tally: Tally, span: Span) -> Counted:
    return _yes(tally.interventions == 0) if _filed(tally, span) else None


def _measure(code: str, kind: Kind, count: Count, among: Among, words: Both, counted: Both) -> Measure:
    text, how = Text(vi=words[0], en=words[1]), Text(vi=counted[0], en=counted[1])
    return Measure(code, text, how, kind, count, among, targets.TARGETS.get(code))


# What is counted, in words: filed or ended in the period, or open now.
_ENDED = (
    "Hồ sơ giải quyết xong trong kỳ; hồ sơ người nộp tự rút không tính.",
    "Files finished in the period; files that the requester withdrew do not count.",
)
_FILED = ("Hồ sơ nộp trong kỳ.", "Files submitted in the period.")
_SENT = (
    "Mỗi lần chuyển dữ liệu trong kỳ là một chặng; chặng chưa đến hạn thì chưa tính.",
    "Each transfer of data in the period is one hop; one whose time is not over is not counted yet.",
)
MEASURES = (
    _measure("dung-han", "share", _by_law, _ended, ("Đúng hạn theo luật", "On time by law"), _ENDED),
    _measure(
        "dung-cam-ket", "share", _by_programme, _ended, ("Xong trong 4 ngày", "Done within 4 days"), _ENDED
    ),
    _measure("nua-so", "half", _days, _ended, ("Một nửa xong trong", "Half are done within"), _ENDED),
    _measure(
        "chin-phan-muoi", "most", _days, _ended, ("9 trên 10 xong trong", "9 in 10 are done within"), _ENDED
    ),
    _measure(
        "qua-han", "count", _overdue, _all, ("Đang quá hạn", "Overdue now"),
        ("Hồ sơ chưa xong mà ngày hẹn đã qua.", "Files not finished whose due date is over."),
    ),
    _measure(
        "han-hom-nay", "count", _due_today, _running, ("Đến hạn hôm nay", "Due today"),
        ("Hồ sơ chưa xong, ngày hẹn là hôm nay và chưa qua.", "Files not finished that are due later today."),
    ),
    _measure(
        "xin-loi", "share", _sorry, _all, ("Trễ đã xin lỗi", "Late with apology sent"),
        ("Hồ sơ đang quá hạn, hoặc xong trễ trong kỳ.", "Files overdue now, or finished late in the period."),
    ),
    _measure("truc-tuyen", "share", _online, _filed, ("Nộp trực tuyến", "Filed online"), _FILED),
    _measure(
        "toan-trinh", "share", _full_process, _ended, ("Trực tuyến toàn trình", "Full-process online"),
        (
            "Hồ sơ xong trong kỳ: nộp trực tuyến và mọi kết quả có bản điện tử đã ký.",
            "Files finished in the period: filed online, and every result has a signed electronic document.",
        ),
    ),
    _measure(
        "thanh-toan", "count", _payment, _filed, ("Phí thanh toán trực tuyến", "Fees paid online"),
        (
            "Hồ sơ nộp trong kỳ có phí đã nộp qua cổng thanh toán. Phí nộp tại quầy không ghi ở đây, nên "
            "không tính được tỷ lệ.",
            "Files submitted in the period whose fee came through the gateway. Fees paid at a counter are "
            "not kept here, so no share can be told.",
        ),
    ),
    _measure(
        "ket-qua-so", "share", _digital, _ended, ("Kết quả điện tử", "Digital results"),
        (
            "Kết quả còn hiệu lực của hồ sơ xong trong kỳ, có bản điện tử đã ký.",
            "Valid results of files finished in the period that have a signed electronic document.",
        ),
    ),
    _measure(
        "hai-long", "share", _satisfied, _all, ("Hài lòng", "Satisfied"),
        (
            "Đánh giá nhận trong kỳ: 4 hoặc 5 trên 5. Ngưỡng 4 là cách hiểu của chúng tôi.",
            "Ratings given in the period: 4 or 5 of 5. That 4 is the threshold is our reading.",
        ),
    ),
    _measure("so-dinh-danh", "share", _identified, _filed, ("Có số định danh", "With personal ID"), _FILED),
    _measure(
        "nhan-2-gio", "share", _acknowledged, _all,
        ("Nhận trong 2 giờ làm việc", "Acknowledged in 2 hours"), _SENT,
    ),
    _measure(
        "dong-bo", "share", _synchronised, _all,
        ("Đồng bộ trong 10 phút", "Synchronised in 10 minutes"), _SENT,
    ),
    _measure(
        "ket-chang", "count", _stuck, _running, ("Kẹt ở chặng chuyển", "Stuck at a hop"),
        (
            "Hồ sơ chưa xong có dữ liệu mà cơ quan kia chưa nhận sau 10 phút.",
            "Files not finished with data that the other agency does not have after 10 minutes.",
        ),
    ),
    _measure(
        "bo-sung", "mean", _supplements, _ended, ("Lần bổ sung mỗi hồ sơ", "Supplements per file"), _ENDED
    ),
    _measure(
        "khai-lai", "mean", _retyped, _filed, ("Ô gõ lại mỗi hồ sơ", "Re-typed fields per file"),
        (
            "Hồ sơ nộp trong kỳ: số ô người dân đã gõ mà cơ sở dữ liệu có sẵn và trả lời khác.",
            "Files submitted in the period: fields people typed that a register had and said otherwise.",
        ),
    ),
    _measure(
        "can-thiep", "others", _by_hand, _filed, ("Phải can thiệp tay", "Needed manual work"),
        (
            "Hồ sơ nộp trong kỳ từng mắc ở hệ thống khác, hoặc được gửi lại, kết thúc bằng tay.",
            "Files submitted in the period that got stuck at another system, were resent or ended by hand.",
        ),
    ),
)  # fmt: skip
BY_CODE = {measure.code: measure for measure in MEASURES}
