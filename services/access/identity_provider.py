"""The provider that says who a citizen is (VNeID, or what stands in for it): OpenID Connect, code flow, PKCE.

Nothing here opens a unit of work: asking the provider is network, and stays between two of them.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from threading import Semaphore, Thread
from typing import Any

from authlib.common.security import generate_token  # type: ignore[import-untyped]
from authlib.integrations.base_client import OAuthError  # type: ignore[import-untyped]
from authlib.integrations.requests_client.oauth2_session import (  # type: ignore[import-untyped]
    OAuth2Session,
)
from authlib.oidc.core import CodeIDToken  # type: ignore[import-untyped]
from joserfc import jwt
from joserfc.errors import JoseError
from joserfc.jwk import KeySet
from requests import PreparedRequest, RequestException, Response
from requests.adapters import BaseAdapter, HTTPAdapter

from workflows.errors import IdentityUnavailable, SignInFailed
from workflows.words import Text

SCOPE = "openid profile"
ALGORITHMS = ["ES256", "PS256", "RS256"]
PERSONAL_ID = re.compile(r"\d{12}")
LONGEST_NAME = 100
LEEWAY_SECONDS = 60
REMEMBERED = timedelta(minutes=10)  # what the provider publishes of itself
ASKED_AGAIN = timedelta(minutes=1)  # for its keys, when a token names one that is not known
CONNECT_SECONDS, READ_SECONDS, TOTAL_SECONDS = 2.0, 3.0, 6.0
CALLS_AT_ONCE = 8
MOST_BYTES = 64 * 1024

NOT_THERE = Text(
    vi="Chưa liên lạc được với hệ thống định danh. Những gì đã lưu vẫn còn; hãy thử lại sau ít phút.",
    en="The identity system cannot be reached. What was saved is kept; try again in a few minutes.",
)
NOT_TRUSTED = Text(
    vi="Câu trả lời của hệ thống định danh không kiểm chứng được nên chưa đăng nhập. Hãy thử lại.",
    en="The answer of the identity system could not be verified, so you are not signed in. Try again.",
)
STOPPED = Text(
    vi="Việc đăng nhập đã dừng lại. Hãy bấm đăng nhập khi bạn sẵn sàng.",
    en="Signing in was stopped. Sign in when you are ready.",
)
LEVEL_TOO_LOW = Text(
    vi="Nộp hồ sơ cần định danh điện tử mức 2. Tài khoản này chưa ở mức đó; công an xã giúp nâng mức, "
    "hoặc bộ phận một cửa nhập giúp tờ khai.",
    en="Filing needs level 2 of electronic identification. This account is below it; the commune police "
    "can raise it, or the one-stop desk can fill in the declaration with you.",
)


@dataclass(frozen=True, slots=True)
class Registration:
    """How this product is known to the provider; `level` is the `acr` that stands for level 2 (mức độ 2)."""

    issuer: str
    client_id: str
    client_secret: str
    level: str
    personal_id_claim: str = "personal_id"


@dataclass(frozen=True, slots=True)
class Begun:
    """A sign-in on its way: what the browser brings back, what the token holds, what proves that we asked."""

    state: str
    nonce: str
    verifier: str


@dataclass(frozen=True, slots=True)
class Identified:
    """Who the provider says it is."""

    personal_id: str
    name: str


@dataclass
class _Published:
    """What the provider publishes, with when it was read."""

    value: Any = None
    read_at: datetime | None = None

    def fresh(self, now: datetime, lasts: timedelta) -> bool:
        return self.read_at is not None and timedelta() <= now - self.read_at < lasts


@dataclass
class IdentityProvider:
    """A client of one provider; `transport` carries its calls, over the network unless said otherwise."""

    registration: Registration
    transport: BaseAdapter = field(default_factory=lambda: BoundedAdapter())
    _about: _Published = field(default_factory=_Published)
    _keys: _Published = field(default_factory=_Published)

    def begin(self, redirect_uri: str, now: datetime) -> tuple[str, Begun]:
        """Return where the browser must go to sign in, and what must be remembered until it comes back.

        Raises:
            IdentityUnavailable: the provider cannot be reached.
        """
        begun = Begun(*(str(generate_token(48)) for _ in range(3)))
        url, _ = self._session(redirect_uri).create_authorization_url(
            self._endpoint("authorization_endpoint", now),
            state=begun.state,
            nonce=begun.nonce,
            code_verifier=begun.verifier,
            # A kiosk is shared: who signed in before must not be signed in again without being asked.
            prompt="login",
            acr_values=self.registration.level,
        )
        return str(url), begun

    def finish(self, begun: Begun, redirect_uri: str, code: str, now: datetime) -> Identified:
        """Exchange the code that the browser brought for an identity token, and check all of it.

        Raises:
            IdentityUnavailable: the provider cannot be reached.
            SignInFailed: it refuses the code, what it says does not hold, or the level is below 2.
        """
        try:
            with self._session(redirect_uri) as session:
                token = session.fetch_token(
                    self._endpoint("token_endpoint", now),
                    grant_type="authorization_code",
                    code=code,
                    code_verifier=begun.verifier,
                    allow_redirects=False,
                )
        except OAuthError as error:
            raise SignInFailed(f"the provider refuses the code: {error.error}", text=NOT_TRUSTED) from None
        except RequestException as error:
            raise IdentityUnavailable(type(error).__name__, text=NOT_THERE) from None
        except ValueError as error:  # no JSON, or a shape that nobody can read
            raise SignInFailed(f"no token: {type(error).__name__}", text=NOT_TRUSTED) from None
        return self._identified(self._claims(token, begun, now))

    def _claims(self, token: Mapping[str, Any], begun: Begun, now: datetime) -> Mapping[str, Any]:
        mine = self.registration
        try:
            decoded = self._decoded(str(token["id_token"]), now)
            claims = CodeIDToken(
                decoded.claims,
                decoded.header,
                options={
                    "iss": {"essential": True, "value": mine.issuer},
                    "aud": {"essential": True, "value": mine.client_id},
                    "nonce": {"essential": True, "value": begun.nonce},
                },
                params={
                    "nonce": begun.nonce,
                    "client_id": mine.client_id,
                    "access_token": token.get("access_token"),
                },
            )
            claims.validate(now=int(now.timestamp()), leeway=LEEWAY_SECONDS)
        except (JoseError, LookupError, TypeError, ValueError, AttributeError) as error:
            raise SignInFailed(f"identity token: {type(error).__name__}", text=NOT_TRUSTED) from None
        return dict(claims)

    def _decoded(self, raw: str, now: datetime) -> jwt.Token:
        """Check the signature; keys that changed since they were read are read once more."""
        known = self._published(self._keys, "jwks_uri", now, REMEMBERED)
        try:
            return jwt.decode(raw, KeySet.import_key_set(known), algorithms=ALGORITHMS)
        except (JoseError, ValueError):
            newer = self._published(self._keys, "jwks_uri", now, ASKED_AGAIN)
            if newer == known:
                raise
            return jwt.decode(raw, KeySet.import_key_set(newer), algorithms=ALGORITHMS)

    def _identified(self, claims: Mapping[str, Any]) -> Identified:
        if claims.get("acr") != self.registration.level:
            raise SignInFailed("below level 2", text=LEVEL_TOO_LOW)
        number = claims.get(self.registration.personal_id_claim)
        name = claims.get("name")
        if not isinstance(number, str) or not PERSONAL_ID.fullmatch(number) or not isinstance(name, str):
            raise SignInFailed("no personal ID or no name", text=NOT_TRUSTED)
        spelt = " ".join(unicodedata.normalize("NFC", name).split())
        if not spelt or not spelt.isprintable() or len(spelt) > LONGEST_NAME:
            raise SignInFailed("a name that cannot be one", text=NOT_TRUSTED)
        return Identified(number, spelt)

    def _endpoint(self, name: str, now: datetime) -> str:
        return str(self._published(self._about, "", now, REMEMBERED)[name])

    def _published(self, kept: _Published, endpoint: str, now: datetime, lasts: timedelta) -> Any:
        """Return the provider's description of itself, or what lies at one of its addresses."""
        if not kept.fresh(now, lasts):
            issuer = self.registration.issuer
            address = (
                self._endpoint(endpoint, now)
                if endpoint
                else f"{issuer.rstrip('/')}/.well-known/openid-configuration"
            )
            kept.value, kept.read_at = self._read(address), now
        if not endpoint and not _describes(kept.value, self.registration.issuer):
            kept.read_at = None
            raise IdentityUnavailable("the provider describes itself as another", text=NOT_THERE)
        return kept.value

    def _read(self, address: str) -> Any:
        try:
            with self._session("") as session:
                answer = session.request("GET", address, withhold_token=True, allow_redirects=False)
                answer.raise_for_status()
                return answer.json()
        except (RequestException, ValueError) as error:
            raise IdentityUnavailable(type(error).__name__, text=NOT_THERE) from None

    def _session(self, redirect_uri: str) -> Any:
        session = OAuth2Session(
            self.registration.client_id,
            self.registration.client_secret,
            scope=SCOPE,
            redirect_uri=redirect_uri,
            code_challenge_method="S256",
            default_timeout=(CONNECT_SECONDS, READ_SECONDS),
        )
        session.trust_env = False  # no password from a file of the operator's, no proxy by accident
        session.mount("http://", self.transport)
        session.mount("https://", self.transport)
        return session


def _describes(value: Any, issuer: str) -> bool:
    names = ("authorization_endpoint", "token_endpoint", "jwks_uri")
    return isinstance(value, dict) and value.get("issuer") == issuer and all(value.get(n) for n in names)


class BoundedAdapter(HTTPAdapter):
    """Carries calls over the network and gives up after a total time, also when a byte drips in now and then.

    Time limits of a socket begin again with every byte. The call therefore runs in a thread that is left
    behind; so few may hang at once that a provider that hangs does not hang us.
    """

    def __init__(self, total_seconds: float = TOTAL_SECONDS) -> None:
        super().__init__()
        self._total_seconds, self._free = total_seconds, Semaphore(CALLS_AT_ONCE)

    def send(self, request: PreparedRequest, *args: Any, **kwargs: Any) -> Response:
        """Send one request and read at most so many bytes of its answer.

        Raises:
            RequestException: no whole answer came in time.
        """
        if not self._free.acquire(blocking=False):
            raise RequestException("too many calls hang")
        outcome: list[Response | Exception] = []

        def call() -> None:
            try:
                outcome.append(self._whole(request, *args, **kwargs))
            except Exception as error:  # it belongs to whoever waits
                outcome.append(error)
            finally:
                self._free.release()

        thread = Thread(target=call, daemon=True)
        thread.start()
        thread.join(self._total_seconds)
        if not outcome:
            raise RequestException("no whole answer in time")
        if isinstance(outcome[0], RequestException):
            raise outcome[0]
        if isinstance(outcome[0], Exception):
            raise RequestException(type(outcome[0]).__name__)
        return outcome[0]

    def _whole(self, request: PreparedRequest, *args: Any, **kwargs: Any) -> Response:
        response = super().send(request, *args, **{**kwargs, "stream": True})
        body = response.raw.read(MOST_BYTES + 1, decode_content=True)
        response.close()
        if len(body) > MOST_BYTES:
            raise RequestException("an answer without end")
        response._content, response._content_consumed = body, True  # type: ignore[attr-defined]
        return response
