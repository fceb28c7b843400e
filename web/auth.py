"""Signing in and out: citizens with the stand-in for VNeID, officers with their account."""

from urllib.parse import urlsplit

from flask import Blueprint, current_app, redirect, render_template, request, session, url_for
from flask.typing import ResponseReturnValue

from services import identity
from services.demo.accounts import OFFICERS
from services.demo.families import FAMILIES, THE_DEAD
from services.demo.seed import PASSWORD
from services.identity import Person
from web.access import TOKEN, context, person, public
from workflows.errors import SignInFailed, TooManyAttempts
from workflows.language import Role

blueprint = Blueprint("auth", __name__)
KINDS = {"nguoi-dan": identity.CITIZEN, "can-bo": identity.OFFICER}


@blueprint.get("/dang-nhap")
@public
def sign_in() -> ResponseReturnValue:
    """Show the sign-in page, or go on when somebody is signed in already."""
    found = person()
    if found and not request.args.get("next"):
        return redirect(_home(found), code=303)
    return _page(request.args.get("kind", "nguoi-dan"), request.args.get("next", ""))


@blueprint.post("/dang-nhap")
@public
def sign_in_now() -> ResponseReturnValue:
    """Check name and password; a new session gets a new token."""
    kind = request.form.get("kind", "nguoi-dan")
    name = "".join(letter for letter in request.form.get("name", "")[:100] if letter.isprintable()).strip()
    back = request.form.get("next", "")
    try:
        token = identity.sign_in(
            context(),
            KINDS.get(kind, identity.CITIZEN),
            name,
            request.form.get("password", "")[:200],
            _address(),
        )
    except (SignInFailed, TooManyAttempts) as error:
        return _page(kind, back, name=name, problem=error), error.status
    if former := session.get(TOKEN):
        identity.sign_out(context(), former)
    session.clear()
    session[TOKEN] = token
    session.permanent = True
    # The page that asked for it, or the way that leads each role to where it works.
    return redirect(_safe(back) or url_for("auth.sign_in"), code=303)


@blueprint.post("/dang-xuat")
@public
def sign_out() -> ResponseReturnValue:
    """Close the session here and in the database."""
    if token := session.get(TOKEN):
        identity.sign_out(context(), token)
    session.clear()
    return redirect(url_for("public.home"), code=303)


def _page(
    kind: str, back: str, *, name: str = "", problem: SignInFailed | TooManyAttempts | None = None
) -> str:
    return render_template(
        "citizen/sign_in.html",
        kind=kind if kind in KINDS else "nguoi-dan",
        back=back,
        name=name,
        problem=problem.text if problem else None,
        ended=session.get(TOKEN) is not None and person() is None,
        accounts=FAMILIES if current_app.config["DEMONSTRATION"] else (),
        the_dead=THE_DEAD,
        officers=OFFICERS,
        shared_password=PASSWORD,
    )


def _home(found: Person) -> str:
    if found.actor.roles & {Role.CLERK, Role.LEADER}:
        return url_for("clerk.worklist")
    return url_for("supervisor.dashboard" if Role.SUPERVISOR in found.actor.roles else "citizen.mine")


def _safe(back: str) -> str | None:
    """Return an address only when it stays on this site."""
    parts = urlsplit(back)
    plain = back.isprintable() and "\\" not in back and not parts.netloc and not parts.scheme
    return back if plain and back.startswith("/") and not back.startswith("//") else None


def _address() -> str:
    return request.remote_addr or "unknown"
