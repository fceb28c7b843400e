"""Pages behind a person's own consent link, and making a new link for them."""

from flask import flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue

from services.access import guesses
from services.citizens import consents
from web.access import allow, context, reading, unit_of_work
from web.declaration import blueprint
from web.i18n import gettext
from web.own import own
from workflows.errors import NotFound, TooManyAttempts, TransitionRefused
from workflows.vocabulary import Role

AGREE = "dong-y"


@blueprint.get("/ho-so/<code>/xac-nhan/<token>")
@allow(Role.RELATIVE)
def consent_link(code: str, token: str) -> ResponseReturnValue:
    """Show one person what they are asked to agree to; every link that does not work looks the same."""
    try:
        guesses.count_link(context(), request.remote_addr or "unknown")
        page = consents.consent_page(reading(), code, token)
    except (NotFound, TransitionRefused, TooManyAttempts) as error:
        return render_template("citizen/consent_closed.html", problem=error.text), error.status
    return render_template("citizen/consent.html", page=page, token=token)


@blueprint.post("/ho-so/<code>/xac-nhan/<token>")
@allow(Role.RELATIVE)
def answer_link(code: str, token: str) -> ResponseReturnValue:
    """Take the answer; the link opens nothing afterwards."""
    try:
        guesses.count_link(context(), request.remote_addr or "unknown")
        consents.answer(unit_of_work(), code, token, agrees=request.form.get("tra-loi") == AGREE)
    except (NotFound, TransitionRefused, TooManyAttempts) as error:
        return render_template("citizen/consent_closed.html", problem=error.text), error.status
    flash(gettext("Đã ghi nhận câu trả lời của bạn."))
    return redirect(url_for("citizen.mine"), code=303)


@blueprint.post("/ho-so/<code>/duong-dan/<case_id>")
@allow(Role.CITIZEN)
def renew_link(code: str, case_id: str) -> ResponseReturnValue:
    """Make a new link for one person; the one before opens nothing any more."""
    page = own(code)
    if case_id not in {part.id for part in page.cases}:
        raise NotFound(text=consents.NO_SUCH_LINK)
    consents.renew_link(unit_of_work(), case_id, request.form.get("nguoi", "")[:20])
    flash(gettext("Đã tạo đường dẫn mới. Đường dẫn cũ không dùng được nữa."))
    return redirect(url_for("citizen.track", code=code), code=303)


@blueprint.get("/ho-so/<code>/duong-dan/<case_id>")
@allow(Role.CITIZEN)
def link_not_renewed(code: str, case_id: str) -> ResponseReturnValue:
    """Lead whoever had to sign in first back to the page with the button."""
    return redirect(url_for("citizen.track", code=code), code=303)
