"""Citizens sign in with the identity provider: the way there, and the way back."""

from collections.abc import Mapping
from typing import Any, cast

from flask import Blueprint, Flask, current_app, redirect, request, session, url_for
from flask.typing import ResponseReturnValue
from requests.adapters import BaseAdapter

from services.access import identity
from services.access.identity_provider import (
    NOT_THERE,
    NOT_TRUSTED,
    STOPPED,
    Begun,
    IdentityProvider,
    Registration,
)
from web.access import TOKEN, context, public
from web.auth import address, arrive, safe, sign_in_page
from workflows.errors import IdentityUnavailable, SignInFailed, TooManyAttempts

blueprint = Blueprint("oidc", __name__)
BEGUN = "begun"
MOST_BEGUN = 3
MOST_SIGN_INS = 300  # an address may have in a quarter of an hour: the provider counts who guesses


def connect(app: Flask, registration: Registration, transport: BaseAdapter | None = None) -> None:
    """Attach the client of one provider; without a transport it is asked over the network."""
    provider = IdentityProvider(registration, transport) if transport else IdentityProvider(registration)
    app.extensions["identity_provider"] = provider


@blueprint.get("/dang-nhap/vneid")
@public
def begin() -> ResponseReturnValue:
    """Send a citizen to the provider, and remember what must come back."""
    back = request.args.get("next", "")
    try:
        url, begun = _provider().begin(_redirect_uri(), context().clock.now())
    except IdentityUnavailable as error:
        return _failed(error, back)
    before = [entry for entry in session.get(BEGUN, []) if isinstance(entry, dict)]
    entry = {"state": begun.state, "nonce": begun.nonce, "verifier": begun.verifier, "next": safe(back) or ""}
    session[BEGUN] = [entry, *before][:MOST_BEGUN]
    return redirect(url, code=303)


@blueprint.get("/dang-nhap/tro-lai")
@public
def come_back() -> ResponseReturnValue:
    """Take what the browser brings from the provider, and let in whom it names."""
    entry = _entry(request.args.get("state", ""))
    back = str(entry["next"]) if entry else ""
    try:
        if entry is None:
            raise SignInFailed("no such sign-in was begun here", text=NOT_TRUSTED)
        if request.args.get("error"):
            raise SignInFailed(request.args["error"][:100], text=STOPPED)
        identity.count_tries(context(), {f"sign-in:{address()}": MOST_SIGN_INS})
        begun = Begun(entry["state"], entry["nonce"], entry["verifier"])
        found = _provider().finish(
            begun, _redirect_uri(), request.args.get("code", ""), context().clock.now()
        )
        token = identity.admit_citizen(context(), found.personal_id, found.name, former=session.get(TOKEN))
    except (IdentityUnavailable, SignInFailed, TooManyAttempts) as error:
        return _failed(error, back)
    return arrive(token, back)


def _entry(state: str) -> Mapping[str, str] | None:
    """Find and forget the sign-in that was begun here with this state."""
    begun = session.pop(BEGUN, [])
    found = [entry for entry in begun if state and entry.get("state") == state]
    session[BEGUN] = [entry for entry in begun if entry not in found]
    return found[0] if found else None


def _failed(error: IdentityUnavailable | SignInFailed | TooManyAttempts, back: str) -> ResponseReturnValue:
    current_app.logger.warning("sign-in with the identity provider failed: %s", error)
    return sign_in_page("", back, problem=error), error.status


def _provider() -> IdentityProvider:
    provider = current_app.extensions.get("identity_provider")
    if provider is None:
        raise IdentityUnavailable("no provider is configured", text=NOT_THERE)
    return cast(IdentityProvider, provider)


def _redirect_uri() -> str:
    configured: Any = current_app.config["OIDC_REDIRECT_URI"]
    return str(configured or url_for("oidc.come_back", _external=True))
