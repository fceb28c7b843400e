"""A stand-in for VNeID (VNeID giả lập): an OpenID Connect provider that runs inside the demonstration.

Its protocol is Authlib's; its accounts are the demonstration's people. Nobody outside reaches it: the
product's client calls it in this very process, only the browser sees its one page.
"""

import secrets
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from functools import lru_cache
from typing import Any, cast

from authlib.integrations.flask_oauth2 import AuthorizationServer  # type: ignore[import-untyped]
from authlib.oauth2 import OAuth2Error  # type: ignore[import-untyped]
from authlib.oauth2.rfc6749 import grants  # type: ignore[import-untyped]
from authlib.oauth2.rfc7636 import CodeChallenge  # type: ignore[import-untyped]
from authlib.oidc.core import OpenIDCode  # type: ignore[import-untyped]
from flask import Blueprint, Flask, Response, current_app, render_template, request, url_for
from flask.typing import ResponseReturnValue
from joserfc.jwk import ECKey, KeySet
from requests.adapters import BaseAdapter

from services.access import identity
from services.access.identity_provider import Registration
from services.demo.families import FAMILIES, NAMES, THE_DEAD
from services.demo.seed import PASSWORD
from web.access import context, public
from web.auth import address
from web.in_process import InThisProcess
from web.security import for_machines
from workflows.errors import SignInFailed, TooManyAttempts
from workflows.words import Text

blueprint = Blueprint("stand_in", __name__, url_prefix="/vneid-gia-lap")
# A name that no network resolves: what is called by it never leaves this process.
ORIGIN = "https://vneid-gia-lap.invalid"
ISSUER = f"{ORIGIN}{blueprint.url_prefix}"
CLIENT_ID = "khai-mot-lan"
LEVELS = {"2": "level-2", "1": "level-1"}
CODE_LASTS = timedelta(minutes=2)
MOST_CODES = 1000
ALGORITHM = "ES256"
NOT_ASKED = Text(
    vi="Trang này chỉ mở được từ nút đăng nhập của Khai một lần.",
    en="This page opens only from the sign-in button of Khai một lần.",
)


@dataclass(frozen=True, slots=True)
class Account:
    """Who has just proved to be somebody, and at which level of identification."""

    personal_id: str
    name: str
    acr: str


@dataclass(frozen=True, slots=True)
class Code:
    """What one authorization code stands for, until it is used or too old."""

    code: str
    account: Account
    asked: Mapping[str, str]
    issued_at: datetime

    @property
    def code_challenge(self) -> str:
        return self.asked["code_challenge"]

    @property
    def code_challenge_method(self) -> str:
        return self.asked["code_challenge_method"]

    def get_redirect_uri(self) -> str:
        return self.asked["redirect_uri"]

    def get_scope(self) -> str:
        return self.asked["scope"]

    def get_nonce(self) -> str:
        return self.asked["nonce"]

    def get_auth_time(self) -> int:
        return int(self.issued_at.timestamp())

    def get_acr(self) -> str:
        return self.account.acr

    def get_amr(self) -> list[str]:
        return ["pwd"]


@dataclass(frozen=True, slots=True)
class OnlyClient:
    """The one client of this provider: the product around it."""

    secret: str

    def get_client_id(self) -> str:
        return CLIENT_ID

    def get_allowed_scope(self, scope: str) -> str:
        return " ".join(word for word in (scope or "").split() if word in ("openid", "profile"))

    def check_redirect_uri(self, redirect_uri: str) -> bool:
        return redirect_uri == url_for("oidc.come_back", _external=True)

    def check_client_secret(self, client_secret: str) -> bool:
        return secrets.compare_digest(client_secret, self.secret)

    def check_endpoint_auth_method(self, method: str, endpoint: str) -> bool:
        return (method, endpoint) == ("client_secret_basic", "token")

    def check_response_type(self, response_type: str) -> bool:
        return response_type == "code"

    def check_grant_type(self, grant_type: str) -> bool:
        return grant_type == "authorization_code"


class CodeGrant(grants.AuthorizationCodeGrant):  # type: ignore[misc]
    """Gives out codes and takes each back once, within two minutes."""

    TOKEN_ENDPOINT_AUTH_METHODS = ("client_secret_basic",)

    def save_authorization_code(self, code: str, request: Any) -> Code:
        """Keep what a code stands for; the oldest make room."""
        payload = request.payload
        names = ("redirect_uri", "scope", "nonce", "code_challenge", "code_challenge_method")
        asked = {name: str(payload.data.get(name) or "") for name in names}
        codes = _codes()
        codes[code] = Code(code, request.user, asked, context().clock.now())
        while len(codes) > MOST_CODES:
            del codes[next(iter(codes))]
        return codes[code]

    def query_authorization_code(self, code: str, client: OnlyClient) -> Code | None:
        """Find a code that is not too old."""
        found = _codes().get(code)
        return found if found and context().clock.now() - found.issued_at <= CODE_LASTS else None

    def delete_authorization_code(self, authorization_code: Code) -> None:
        """Forget a code: it was used."""
        _codes().pop(authorization_code.code, None)

    def authenticate_user(self, authorization_code: Code) -> Account:
        """Return whose code it is."""
        return authorization_code.account


class IdentityTokens(OpenIDCode):  # type: ignore[misc]
    """Writes identity tokens, signed with a key that lives as long as this process."""

    def exists_nonce(self, nonce: str, request: Any) -> bool:
        """Say whether a nonce was used before; whoever asks is to check its own."""
        return any(code.get_nonce() == nonce for code in _codes().values())

    def resolve_client_private_key(self, client: OnlyClient) -> ECKey:
        """Return the key that signs."""
        return _key()

    def get_client_algorithm(self, client: OnlyClient) -> str:
        """Return the algorithm that signs."""
        return ALGORITHM

    def get_encode_header(self, client: OnlyClient) -> dict[str, str]:
        """Name the key in the token."""
        return {"alg": ALGORITHM, "kid": str(_key().kid)}

    def get_client_claims(self, client: OnlyClient) -> dict[str, Any]:
        """Return what every token says."""
        now = int(context().clock.now().timestamp())
        return {"iss": ISSUER, "aud": [CLIENT_ID], "iat": now, "exp": now + 300}

    def generate_user_info(self, user: Account, scope: str) -> dict[str, str]:
        """Return who it is."""
        return {"sub": f"gia-lap:{user.personal_id}", "personal_id": user.personal_id, "name": user.name}


def init_app(app: Flask) -> tuple[Registration, BaseAdapter]:
    """Put the stand-in into the application; return how the product's client reaches it."""
    secret = secrets.token_urlsafe(32)
    server = AuthorizationServer()
    client = OnlyClient(secret)
    server.init_app(
        app,
        query_client=lambda client_id: client if client_id == CLIENT_ID else None,
        save_token=lambda token, request: None,  # nothing of this provider takes an access token
    )
    server.register_grant(CodeGrant, [IdentityTokens(require_nonce=True), CodeChallenge(required=True)])
    codes: dict[str, Code] = {}
    app.extensions["stand_in"] = (server, codes)
    app.register_blueprint(blueprint)
    return Registration(ISSUER, CLIENT_ID, secret, LEVELS["2"]), InThisProcess(app, ORIGIN)


@blueprint.get("/.well-known/openid-configuration")
@public
def description() -> ResponseReturnValue:
    """Describe this provider, as OpenID Connect Discovery has it."""
    return {
        "issuer": ISSUER,
        # A browser reaches only this one, on the site it is on already.
        "authorization_endpoint": url_for("stand_in.ask"),
        "token_endpoint": f"{ORIGIN}{url_for('stand_in.token')}",
        "jwks_uri": f"{ORIGIN}{url_for('stand_in.keys')}",
        "response_types_supported": ["code"],
        "subject_types_supported": ["public"],
        "id_token_signing_alg_values_supported": [ALGORITHM],
        "code_challenge_methods_supported": ["S256"],
        "acr_values_supported": list(LEVELS.values()),
    }


@blueprint.get("/khoa")
@public
def keys() -> ResponseReturnValue:
    """Publish the key that proves a token."""
    return cast(ResponseReturnValue, KeySet([_key()]).as_dict(private=False))


@blueprint.get("/dang-nhap")
@public
def ask() -> ResponseReturnValue:
    """Ask who it is."""
    try:
        _server().get_consent_grant(end_user=None)
    except OAuth2Error:
        return _page(problem=NOT_ASKED, asked=False), 400
    return _page()


@blueprint.post("/dang-nhap")
@public
def answer() -> ResponseReturnValue:
    """Check the account, and send the browser back with a code."""
    name = "".join(letter for letter in request.form.get("name", "")[:20] if letter.isprintable()).strip()
    password = request.form.get("password", "")[:200]
    try:
        grant = _server().get_consent_grant(end_user=None)
        if request.form.get("stop"):
            return cast(Response, _server().create_authorization_response(grant=grant, grant_user=None))
        identity.check_password(context(), identity.CITIZEN, name, password, address())
    except OAuth2Error:
        return _page(problem=NOT_ASKED, asked=False), 400
    except (SignInFailed, TooManyAttempts) as error:
        return _page(name=name, problem=error.text), error.status
    account = Account(name, NAMES.get(name, name), LEVELS.get(request.form.get("level", "2"), LEVELS["1"]))
    return cast(Response, _server().create_authorization_response(grant=grant, grant_user=account))


@blueprint.post("/the")
@public
@for_machines
def token() -> ResponseReturnValue:
    """Exchange a code for an identity token."""
    try:
        return cast(Response, _server().create_token_response())
    except OAuth2Error as error:  # asked in the open: by somebody else than the product around it
        return {"error": error.error}, 400


def _page(*, name: str = "", problem: Text | None = None, asked: bool = True) -> str:
    return render_template(
        "stand_in/identity.html",
        name=name,
        problem=problem,
        asked=asked,
        here=request.full_path.rstrip("?"),
        accounts=FAMILIES,
        the_dead=THE_DEAD,
        shared_password=PASSWORD,
    )


def _server() -> Any:
    return current_app.extensions["stand_in"][0]


def _codes() -> dict[str, Code]:
    return cast("dict[str, Code]", current_app.extensions["stand_in"][1])


@lru_cache(maxsize=1)
def _key() -> ECKey:
    return ECKey.generate_key("P-256", {"use": "sig", "alg": ALGORITHM, "kid": secrets.token_hex(8)})
