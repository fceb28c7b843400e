"""Signing in and out: the doors for citizens and officers. Who a citizen is, the identity provider says."""

from urllib.parse import urlsplit

from flask import Blueprint, current_app, flash, redirect, render_template, request, session, url_for
from flask.typing import ResponseReturnValue

from services.access import identity
from services.access.identity import Person
from services.demo.accounts import OFFICERS
from services.demo.seed import PASSWORD
from web import replay
from web.access import TOKEN, context, enter, leave, person, public, visit
from web.i18n import gettext
from workflows.errors import IdentityUnavailable, LinkedServiceError, SignInFailed, TooManyAttempts
from workflows.vocabulary import Role

blueprint = Blueprint("auth", __name__)
OF_OFFICERS = "can-bo"


@blueprint.get("/dang-nhap")
@public
def sign_in() -> ResponseReturnValue:
    """Show the sign-in page, or go on when somebody is signed in already."""
    found = person()
    if found and not request.args.get("next"):
        return redirect(_home(found), code=303)
    return sign_in_page(request.args.get("kind", ""), request.args.get("next", ""))


@blueprint.post("/dang-nhap")
@public
def sign_in_now() -> ResponseReturnValue:
    """Check an officer's name and password; a new session gets a new token."""
    typed = request.form.get("name", "")[:100]
    name = "".join(letter for letter in typed if letter.isprintable()).strip()
    back = request.form.get("next", "")
    try:
        token = identity.sign_in_officer(
            context(), name, request.form.get("password", "")[:200], address(), former=session.get(TOKEN)
        )
    except (SignInFailed, TooManyAttempts) as error:
        return sign_in_page(OF_OFFICERS, back, name=name, problem=error), error.status
    return arrive(token, back)


@blueprint.get("/dang-xuat")
@public
def sign_out_page() -> ResponseReturnValue:
    """Say in how many browsers one is signed in, and offer to end one session or all."""
    found = visit()
    if found is None or found.person is None:
        return redirect(url_for("public.home"), code=303)
    places = identity.places_signed_in(context(), found.kind, found.id)
    return render_template("citizen/sign_out.html", places=places)


@blueprint.post("/dang-xuat")
@public
def sign_out() -> ResponseReturnValue:
    """Close the session here and in the database."""
    if token := session.get(TOKEN):
        identity.sign_out(context(), token)
    leave()
    return redirect(url_for("public.home"), code=303)


@blueprint.post("/dang-xuat/moi-noi")
@public
def sign_out_everywhere() -> ResponseReturnValue:
    """Close every session of whoever is signed in here."""
    if token := session.get(TOKEN):
        identity.sign_out_everywhere(context(), token)
    leave()
    return redirect(url_for("public.home"), code=303)


def sign_in_page(kind: str, back: str, *, name: str = "", problem: LinkedServiceError | None = None) -> str:
    """Show the doors, with a sentence when one did not open."""
    return render_template(
        "citizen/sign_in.html",
        officer=kind == OF_OFFICERS,
        back=back if safe(back) else "",
        name=name,
        problem=problem.text if problem else None,
        down=isinstance(problem, IdentityUnavailable),
        ended=session.get(TOKEN) is not None and visit() is None,
        demonstration=current_app.config["DEMONSTRATION"],
        stand_in="stand_in" in current_app.blueprints,
        officers=OFFICERS,
        shared_password=PASSWORD,
    )


def arrive(token: str, back: str) -> ResponseReturnValue:
    """Let this browser begin with its new session: what came too late is sent now, then on to the page."""
    enter(token)
    if replay.send_what_waited(token):
        flash(gettext("Những gì bạn nhập lúc phiên vừa kết thúc đã được lưu."))
    # The page that asked for it, or the way that leads each role to where it works.
    return redirect(safe(back) or url_for("auth.sign_in"), code=303)


def safe(back: str) -> str | None:
    """Return an address only when it stays on this site."""
    try:
        parts = urlsplit(back)
    except ValueError:
        return None
    plain = back.isprintable() and "\\" not in back and not parts.netloc and not parts.scheme
    return back if plain and back.startswith("/") and not back.startswith("//") else None


def address() -> str:
    """Return where a request comes from, to count tries by."""
    return request.remote_addr or "unknown"


def _home(found: Person) -> str:
    if found.actor.roles & {Role.CLERK, Role.LEADER}:
        return url_for("clerk.worklist")
    if Role.OPERATOR in found.actor.roles:
        return url_for("operator.links")
    return url_for("supervisor.dashboard" if Role.SUPERVISOR in found.actor.roles else "citizen.mine")
