"""Pages of the watch over deadlines: alerts and digest, and the one new date of a case."""

from flask import Blueprint, flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue

from services.reading.alerts import alerts_page, new_date_page
from services.time import apologies
from web.access import allow, reading, unit_of_work
from web.came_from import carried
from web.forms import day as read_day
from web.forms import sent, shown_again
from web.i18n import gettext, plain
from workflows.errors import TransitionRefused
from workflows.vocabulary import Role
from workflows.words import Text

blueprint = Blueprint("clerk_alerts", __name__)
OFFICERS = (Role.CLERK, Role.LEADER)
NOT_A_DAY = Text(vi="Hãy chọn ngày hẹn mới.", en="Choose the new date.")


@blueprint.get("/can-bo/canh-bao")
@allow(*OFFICERS)
def own() -> ResponseReturnValue:
    """Show the morning digest and the alerts of the officer's own office."""
    return render_template("clerk/alerts.html", page=alerts_page(reading(), everywhere=False))


@blueprint.get("/giam-sat/canh-bao")
@allow(Role.SUPERVISOR)
def everywhere() -> ResponseReturnValue:
    """Show the newest alerts of every office of the supervisor's province."""
    return render_template("supervisor/alerts.html", page=alerts_page(reading(), everywhere=True))


@blueprint.get("/can-bo/ho-so/<case_id>/hen-lai")
@allow(*OFFICERS)
def new_date(case_id: str) -> ResponseReturnValue:
    """Show the form of the one new date, or of the words of the apology that was given."""
    return _page(case_id, {}, {})


@blueprint.post("/can-bo/ho-so/<case_id>/hen-lai")
@allow(*OFFICERS)
def promise_anew(case_id: str) -> ResponseReturnValue:
    """Give the new date with its reason; refused the second time."""
    raw = sent()
    day = read_day(raw.get("ngay", ""))
    if day is None:
        return _page(case_id, raw, {"ngay": plain(NOT_A_DAY)}), 422
    try:
        apologies.promise_anew(unit_of_work(), case_id, day, raw.get("ly-do", "")[:500])
    except TransitionRefused as error:
        return _page(case_id, raw, {"ly-do": plain(error.text)}), 422
    flash(gettext("Hẹn lại ngày trả kết quả"))
    return redirect(url_for("clerk.case", case_id=case_id, **carried(request.args)), code=303)


@blueprint.get("/can-bo/ho-so/<case_id>/ly-do")
@allow(*OFFICERS)
def not_reworded(case_id: str) -> ResponseReturnValue:
    """Lead a reloaded answer back to its form."""
    return redirect(url_for("clerk_alerts.new_date", case_id=case_id, **carried(request.args)), code=303)


@blueprint.post("/can-bo/ho-so/<case_id>/ly-do")
@allow(*OFFICERS)
def reword(case_id: str) -> ResponseReturnValue:
    """Put the reason of an apology in the officer's own words, once."""
    raw = sent()
    try:
        apologies.reword(unit_of_work(), case_id, raw.get("ly-do", "")[:500])
    except TransitionRefused as error:
        return _page(case_id, raw, {"ly-do": plain(error.text)}), 422
    flash(gettext("Sửa lý do trễ hẹn"))
    return redirect(url_for("clerk.case", case_id=case_id, **carried(request.args)), code=303)


def _page(case_id: str, raw: dict[str, str], errors: dict[str, str]) -> str:
    page = new_date_page(reading(), case_id)
    return render_template(
        "clerk/new_date.html",
        page=page,
        carry=carried(request.args),
        typed=shown_again(raw),
        errors=errors,
    )
