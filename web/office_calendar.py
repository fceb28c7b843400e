"""Pages of the working calendar: read by officers, changed with a preview by supervisors."""

from urllib.parse import urlencode

from flask import Blueprint, flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue

from services.reading.calendars import CalendarPage, calendar_page
from services.time import calendar_edit
from services.time.calendar_form import read_change
from web.access import allow, reading, unit_of_work
from web.forms import sent, shown_again
from web.i18n import gettext, plain
from workflows.errors import ConcurrentChange, NotFound
from workflows.vocabulary import Role
from workflows.words import Text

blueprint = Blueprint("office_calendar", __name__)
BOXES = ("viec", "pham-vi", "ngay", "loai", "gio", "tu-ngay", "thu", "nam", "ly-do", "can-cu")


@blueprint.get("/can-bo/lich")
@allow(Role.CLERK, Role.LEADER)
def own() -> ResponseReturnValue:
    """Show the calendar and the hours of the officer's own office."""
    return render_template("clerk/calendar.html", page=calendar_page(reading(), everybody=False))


@blueprint.get("/giam-sat/lich")
@allow(Role.SUPERVISOR)
def calendar() -> ResponseReturnValue:
    """Show the calendar of everybody, its history, and the forms for a change."""
    return _page(calendar_page(reading(), everybody=True), {}, {})


@blueprint.get("/giam-sat/lich/xem-truoc")
@allow(Role.SUPERVISOR)
def preview() -> ResponseReturnValue:
    """Show exactly which due dates a change would move; nothing is changed."""
    raw = {name: request.args.get(name, "")[:300] for name in BOXES}
    page = calendar_page(reading(), everybody=True)
    change, problems = read_change(raw, page.last_year)
    if change is None:
        return _page(page, raw, problems), 422
    try:
        found = calendar_edit.propose(reading(), change)
    except NotFound as error:
        return _page(page, raw, {"pham-vi": error.text or Text(vi="", en="")}), 422
    return render_template("supervisor/calendar_preview.html", page=page, found=found, typed=shown_again(raw))


@blueprint.post("/giam-sat/lich")
@allow(Role.SUPERVISOR)
def apply() -> ResponseReturnValue:
    """Enter the change that was previewed; a calendar that has moved since asks for another look."""
    raw = {name: value[:300] for name, value in sent().items() if name in (*BOXES, "phien-ban")}
    page = calendar_page(reading(), everybody=True)
    change, problems = read_change(raw, page.last_year)
    if change is None:
        return _page(page, raw, problems), 422
    seen = raw.get("phien-ban", "")
    try:
        calendar_edit.apply(unit_of_work(), change, int(seen) if seen.isdecimal() and len(seen) < 9 else -1)
    except NotFound as error:
        return _page(page, raw, {"pham-vi": error.text or Text(vi="", en="")}), 422
    except ConcurrentChange as error:
        flash(plain(error.text))
        again = urlencode({name: raw[name] for name in BOXES if raw.get(name)})
        return redirect(f"{url_for('office_calendar.preview')}?{again}", code=303)
    flash(gettext("Đã sửa lịch. Các hạn trong danh sách đang được dời, người nộp được báo từng hồ sơ."))
    return redirect(url_for("office_calendar.calendar"), code=303)


def _page(page: CalendarPage, raw: dict[str, str], problems: dict[str, Text]) -> str:
    errors = {name: plain(text) for name, text in problems.items()}
    return render_template("supervisor/calendar.html", page=page, typed=shown_again(raw), errors=errors)
