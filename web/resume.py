"""Taking up a draft again by its code and phone number, without signing in, on any device."""

from flask import Blueprint, redirect, render_template, session, url_for
from flask.typing import ResponseReturnValue

from services.access import identity
from services.citizens import draft_codes
from web.access import TOKEN, context, held_draft, leave, person, public
from web.auth import address, arrive
from web.forms import sent, shown_again
from workflows.errors import NotFound, TooManyAttempts

blueprint = Blueprint("resume", __name__)


@blueprint.get("/tiep-tuc")
@public
def ask() -> ResponseReturnValue:
    """Ask for the code of a draft and the phone number typed in it."""
    return render_template("citizen/resume.html", code="", problem=None)


@blueprint.post("/tiep-tuc")
@public
def find() -> ResponseReturnValue:
    """Let this browser hold the one draft that fits both; whatever is wrong is told the same."""
    typed = shown_again(sent())
    code, phone = typed.get("ma", "").strip()[:40], typed.get("so", "").strip()[:40]
    try:
        identity.count_draft_tries(context(), code, address())
        found = draft_codes.find(context(), code, phone)
    except (NotFound, TooManyAttempts) as error:
        return render_template("citizen/resume.html", code=code, problem=error.text), error.status
    identity.forgive_draft_tries(context(), code, address())
    back = url_for("citizen.tasks", slug=found.slug)
    here = person()
    if here and here.actor.personal_id == found.owner:
        return redirect(back, code=303)
    token = identity.open_session(context(), identity.DRAFT_HOLDER, found.draft_id, former=session.get(TOKEN))
    return arrive(token, back)


@blueprint.post("/tiep-tuc/thoi")
@public
def let_go() -> ResponseReturnValue:
    """Stop holding the draft in this browser; it stays where it is."""
    token = session.get(TOKEN)
    if token and held_draft() and person() is None:
        identity.sign_out(context(), token)
        leave()
    return redirect(url_for("resume.ask"), code=303)
