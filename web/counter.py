"""The counter: an officer files for a citizen who is present, and the file says so."""

from flask import Blueprint, current_app, flash, redirect, render_template, request, session, url_for
from flask.typing import ResponseReturnValue

from services.access import identity
from services.citizens import counter
from services.citizens.counter import Applicant
from services.reading.filing import drafts
from web.access import TOKEN, actor, allow, context, person, product, reading
from web.errors import known
from web.forms import sent, shown_again
from web.i18n import gettext
from web.occasions import choices
from workflows.errors import LinkedServiceError, NotAllowed, NotFound, TooManyAttempts
from workflows.vocabulary import Role
from workflows.words import Text

blueprint = Blueprint("counter", __name__, url_prefix="/can-bo/nop-ho")
NO_EVENT = Text(vi="Chọn việc cần khai.", en="Choose what is to be declared.")
NOT_PRESENT = Text(
    vi="Xác nhận người này đang có mặt và bạn đã xem giấy tờ của họ.",
    en="Confirm that this person is present and that you have seen their ID.",
)


@blueprint.get("")
@allow(Role.CLERK)
def ask() -> ResponseReturnValue:
    """Ask what is to be declared, and who the citizen is."""
    return _page({"viec": "", "so": ""})


@blueprint.post("")
@allow(Role.CLERK)
def look_up() -> ResponseReturnValue:
    """Show whom the register knows under the number, for the officer to compare."""
    typed = _typed()
    if typed["viec"] not in _events():
        return _page(typed, errors={"viec": NO_EVENT}), 422
    try:
        return _page(typed, found=_applicant(typed))
    except (NotFound, TooManyAttempts, NotAllowed) as error:
        return _page(typed, errors={"so": error.text or NO_EVENT}), _status(error)


@blueprint.post("/bat-dau")
@allow(Role.CLERK)
def begin() -> ResponseReturnValue:
    """Open the citizen's declaration, once the officer has confirmed that they are present."""
    typed = _typed()
    if typed["viec"] not in _events():
        return _page(typed, errors={"viec": NO_EVENT}), 422
    opened = product()
    try:
        if request.form.get("co-mat") != "yes":
            return _page(typed, found=_applicant(typed), errors={"co-mat": NOT_PRESENT}), 422
        counter.begin(opened.context, opened.agencies, actor(), session[TOKEN], typed["viec"], typed["so"])
    except (NotFound, TooManyAttempts, NotAllowed) as error:
        return _page(typed, errors={"so": error.text or NO_EVENT}), _status(error)
    return redirect(url_for("citizen.tasks", slug=typed["viec"]), code=303)


@blueprint.post("/thoi")
@allow(Role.CLERK)
def let_go() -> ResponseReturnValue:
    """Put the citizen's draft down; it stays where it is."""
    identity.hold_draft(context(), session[TOKEN], None)
    return redirect(url_for("counter.ask"), code=303)


@blueprint.get("/da-nop/<number>")
@allow(Role.CLERK)
def done(number: str) -> ResponseReturnValue:
    """Confirm what was filed, to be printed and handed over."""
    return render_template("clerk/counter_done.html", page=counter.filed(reading(), number))


@blueprint.app_errorhandler(NotAllowed)
def to_what_was_filed(error: NotAllowed) -> ResponseReturnValue:
    """Lead an officer who goes back to a form, or presses twice, after filing it to what became of it."""
    slug, number = (request.view_args or {}).get("slug", ""), None
    view, found = current_app.view_functions.get(request.endpoint or ""), person()
    if slug and found and identity.OFFICER in getattr(view, "on_one_draft", ()):
        asked = context().reading(found.actor)
        number = counter.just_filed(asked, session[TOKEN], request.form.get("draft", "")[:64], slug)
    if number is None:
        return known(error)
    if request.method == "POST":
        flash(gettext("Tờ khai này đã nộp, nên những gì vừa nhập không được lưu."))
    return redirect(url_for("counter.done", number=number), code=303)


def _applicant(typed: dict[str, str]) -> Applicant:
    opened = product()
    return counter.look_up(opened.context, opened.agencies, actor(), typed["so"])


def _page(
    typed: dict[str, str], *, found: Applicant | None = None, errors: dict[str, Text] | None = None
) -> str:
    return render_template(
        "clerk/counter.html", typed=typed, found=found, errors=errors or {}, events=choices(_events())
    )


def _events() -> tuple[str, ...]:
    return drafts.open_slugs(reading())


def _typed() -> dict[str, str]:
    raw = shown_again(sent())
    return {"viec": raw.get("viec", "")[:40], "so": "".join(raw.get("so", "").split())[:20]}


def _status(error: LinkedServiceError) -> int:
    return 422 if isinstance(error, NotFound) else error.status
