"""How long a case stayed at each step, in words: working time of its office, waiting apart from work."""

from typing import Any

from services.reading.case_pages import Stay
from services.reading.pages import OfficerCasePage
from services.reading.working.dwell import total
from web.i18n import gettext

HOURS_OF_A_DAY = 8


def history_events(page: OfficerCasePage) -> list[dict[str, Any]]:
    """Return what happened to a case, oldest first, with how long it stayed at each step."""
    return [
        {
            "at": stay.at,
            "text": stay.text,
            "who": stay.who,
            "note": stay.note,
            "tone": page.part.tone,
            "kind": stay.tone,
            "lasted": dwelt(stay),
            "share": stay.share,
            "now": stay.now,
        }
        for stay in page.history
    ]


def dwelt(stay: Stay) -> str | None:
    """Say how long a case stayed and what it waited for; nothing for less than a minute."""
    time = working_time(stay.hours or 0)
    if time is None or stay.waiting is None:
        return None
    match stay.waiting:
        case "work":
            return gettext("Cơ quan xử lý: %(time)s.", time=time)
        case "pick-up":
            return gettext("Chờ cán bộ nhận: %(time)s.", time=time)
        case "citizen":
            return gettext("Chờ người dân: %(time)s.", time=time)
        case "relative":
            return gettext("Chờ người phải có ý kiến: %(time)s.", time=time)
        case "agency":
            return gettext("Chờ hệ thống khác: %(time)s.", time=time)


def dwelt_in_all(page: OfficerCasePage) -> str:
    """Say how much of the time so far was work, and how much was waiting."""
    work, wait = total(page.history, work=True), total(page.history, work=False)
    none = gettext("chưa đến một phút")
    return gettext(
        "Đến nay: cơ quan xử lý %(work)s, chờ %(wait)s.",
        work=working_time(work) or none,
        wait=working_time(wait) or none,
    )


def working_time(hours: float) -> str | None:
    """Say working hours in the largest unit that fits, eight to a day; nothing for less than a minute."""
    if hours * 60 < 1:
        return None
    if hours < 1.5:
        return gettext("%(count)s phút làm việc", count=int(hours * 60))
    if hours < 2 * HOURS_OF_A_DAY:
        return gettext("%(count)s giờ làm việc", count=_shortest(hours))
    return gettext("%(count)s ngày làm việc", count=_shortest(hours / HOURS_OF_A_DAY))


def _shortest(number: float) -> float | int:
    """Round to one place, and to none where that says as much."""
    rounded = round(number, 1)
    return int(rounded) if rounded == int(rounded) else rounded
