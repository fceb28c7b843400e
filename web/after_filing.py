"""Rating a file that has ended, choosing how messages come, and the outbox of the demonstration."""

from flask import flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue

from services.citizens import after_filing
from services.reading import outbox
from web.access import allow, reading, unit_of_work
from web.declaration import blueprint
from web.forms import sent, shown_again
from web.i18n import gettext
from web.own import own
from workflows.errors import TransitionRefused
from workflows.vocabulary import Role


@blueprint.get("/ho-so/<code>/danh-gia")
@allow(Role.CITIZEN)
def rating(code: str) -> ResponseReturnValue:
    """Ask what the requester thought of it, once the file has ended."""
    page = own(code)
    if page.state == "in-progress" or page.rating:
        return redirect(url_for("citizen.track", code=code), code=303)
    return render_template("citizen/rating.html", page=page, typed={}, problem=None)


@blueprint.post("/ho-so/<code>/danh-gia")
@allow(Role.CITIZEN)
def rate(code: str) -> ResponseReturnValue:
    """Keep the rating; without a level it comes back with the words kept."""
    page, raw = own(code), sent()
    try:
        after_filing.rate(unit_of_work(), page.id, raw.get("muc", ""), raw.get("loi", ""))
    except TransitionRefused as error:
        if page.rating:
            raise
        typed = shown_again(raw)
        status = 422 if page.state != "in-progress" else error.status
        return render_template("citizen/rating.html", page=page, typed=typed, problem=error.text), status
    flash(gettext("Cảm ơn bạn đã đánh giá."))
    return redirect(url_for("citizen.track", code=code), code=303)


@blueprint.post("/cua-toi/thong-bao")
@allow(Role.CITIZEN)
def prefer() -> ResponseReturnValue:
    """Keep the language of messages, and whether they come by SMS as well."""
    after_filing.prefer(unit_of_work(), request.form.get("ngon-ngu", ""), sms=request.form.get("sms") == "1")
    flash(gettext("Đã lưu cách nhận thông báo."))
    return redirect(url_for("citizen.mine"), code=303)


@blueprint.get("/cua-toi/thong-bao")
@allow(Role.CITIZEN)
def not_preferred() -> ResponseReturnValue:
    """Lead whoever had to sign in first back to the page with the button."""
    return redirect(url_for("citizen.mine"), code=303)


@blueprint.get("/thiet-ke/hop-thu")
@allow(Role.SUPERVISOR)
def outbox_viewer() -> ResponseReturnValue:
    """Show what would have left by SMS: in the demonstration the outbox is the only transport."""

    def track(number: str) -> str:
        return url_for("citizen.track", code=number, _external=True)

    return render_template("supervisor/outbox.html", lines=outbox.newest(reading(), track))
