"""The client of the identity provider: believed is only what holds, and a provider that fails harms nobody.

Three providers: the stand-in, whose answers are twisted on the way; a strange one on a real line
(`oidc-provider-mock`, in a process of its own); and sockets that hang, drip or talk nonsense.
"""

from __future__ import annotations

import base64
import json
import re
import socket
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from dataclasses import replace
from datetime import UTC, datetime
from typing import Any
from urllib.parse import parse_qs, urlsplit

import pytest
import requests
from joserfc import jwt
from joserfc.jwk import ECKey, OctKey, RSAKey
from requests.adapters import BaseAdapter
from werkzeug.test import TestResponse

from services.access import identity_provider
from services.access.identity_provider import BoundedAdapter, IdentityProvider, Registration
from tests.bdd.town import Town
from tests.web.house import MOTHER, Guest, guest, mistakes, words
from web import stand_in_identity
from workflows.errors import IdentityUnavailable, SignInFailed

Claims = dict[str, Any]
KEY = stand_in_identity._key()


class Twisted(BaseAdapter):
    """The line to the stand-in, on which somebody changes the identity token or another answer."""

    def __init__(self, line: BaseAdapter, twist: Callable[[str, bytes], bytes]) -> None:
        super().__init__()
        self._line, self._twist = line, twist

    def send(self, request: requests.PreparedRequest, *args: Any, **kwargs: Any) -> requests.Response:
        answer = self._line.send(request, *args, **kwargs)
        body = self._twist(str(request.url).rsplit("/", 1)[-1], answer.content)
        answer._content = body
        return answer

    def close(self) -> None:
        """Keep nothing open."""


def signed(claims: Claims, key: Any = None, **header: Any) -> str:
    key, algorithm = key or stand_in_identity._key(), header.get("alg", "ES256")
    return jwt.encode({"alg": algorithm, "kid": key.kid or "x"}, claims, key, algorithms=[algorithm])


def of_token(change: Callable[[Claims], str]) -> Callable[[str, bytes], bytes]:
    """Twist the identity token: its claims go in, a new token comes out."""

    def twist(what: str, body: bytes) -> bytes:
        if what != "the":
            return body
        answer = json.loads(body)
        key = stand_in_identity._key()
        claims = dict(jwt.decode(answer["id_token"], key, algorithms=["ES256"]).claims)
        return json.dumps({**answer, "id_token": change(claims)}).encode()

    return twist


def with_claims(**changed: Any) -> Callable[[str, bytes], bytes]:
    return of_token(lambda claims: signed({k: v for k, v in (claims | changed).items() if v is not None}))


def unsigned(claims: Claims) -> str:
    head = base64.urlsafe_b64encode(b'{"alg":"none"}').decode().rstrip("=")
    return ".".join((head, signed(claims).split(".")[1], ""))


def by_hmac_of_the_public_key(claims: Claims) -> str:
    public = OctKey.import_key(json.dumps(stand_in_identity._key().as_dict(private=False)))
    return signed(claims, public, alg="HS256")


@contextmanager
def over(town: Town, twist: Callable[[str, bytes], bytes]) -> Iterator[Guest]:
    honest: IdentityProvider = town.app.extensions["identity_provider"]
    town.app.extensions["identity_provider"] = IdentityProvider(
        honest.registration, Twisted(honest.transport, twist)
    )
    try:
        yield guest(town.app)
    finally:
        town.app.extensions["identity_provider"] = honest


def nothing(what: str, body: bytes) -> bytes:
    return body


def test_an_honest_answer_is_believed(town: Town) -> None:
    with over(town, with_claims()) as someone:
        assert someone.sign_in(MOTHER.id).location == "/tro-giup"
        assert someone.get("/cua-toi").status_code == 200


@pytest.mark.parametrize(
    "twist",
    [
        with_claims(nonce="another"), with_claims(nonce=None), with_claims(iss="https://evil.example"),
        with_claims(aud=["another"]), with_claims(aud=None), with_claims(exp=1), with_claims(exp=None),
        with_claims(iat=9_999_999_999), with_claims(azp="another"), with_claims(at_hash="AAAA"),
        with_claims(acr="level-1"), with_claims(acr=None), with_claims(personal_id="12"),
        with_claims(personal_id=None), with_claims(name=""), with_claims(name="A\u202eB"),
        with_claims(name=7),
        of_token(lambda claims: signed(claims, ECKey.generate_key("P-256", {"kid": "unknown"}))),
        of_token(lambda claims: signed(claims, ECKey.generate_key("P-256", {"kid": KEY.kid}))),
        of_token(lambda claims: signed(claims, RSAKey.generate_key(2048, {"kid": "x"}), alg="RS256")),
        of_token(unsigned), of_token(by_hmac_of_the_public_key), of_token(lambda claims: "a.b.c"),
        lambda what, body: b"<html>" if what == "the" else body,
        lambda what, body: b'{"access_token": "x"}' if what == "the" else body,
        lambda what, body: b"[]" if what == "the" else body,
        lambda what, body: b'{"keys": 1}' if what == "khoa" else body,
    ],
)  # fmt: skip
def test_a_lie_is_not_believed_and_is_told_in_a_sentence(
    town: Town, twist: Callable[[str, bytes], bytes]
) -> None:
    with over(town, twist) as someone:
        answer = someone.sign_in(MOTHER.id)
        assert answer.status_code == 401
        assert mistakes(answer, "vi") == []
        assert "Chưa đăng nhập được" in words(answer)
        assert someone.get("/cua-toi").status_code == 303
        assert someone.sign_in("hotich.badinh").location == "/tro-giup"


def test_a_provider_that_describes_itself_as_another_is_not_asked(town: Town) -> None:
    def another(what: str, body: bytes) -> bytes:
        return body.replace(b'/vneid-gia-lap"', b'/other"', 1) if what == "openid-configuration" else body

    with over(town, another) as someone:
        assert someone.get("/dang-nhap/vneid").status_code == 503


def test_keys_that_changed_are_read_again(town: Town, monkeypatch: pytest.MonkeyPatch) -> None:
    with over(town, nothing) as someone:
        assert someone.sign_in(MOTHER.id).status_code == 303
        fresh = ECKey.generate_key("P-256", {"use": "sig", "alg": "ES256", "kid": "fresh"})
        monkeypatch.setattr(stand_in_identity, "_key", lambda: fresh)
        town.clock.advance(minutes=2)
        assert someone.sign_in(MOTHER.id).status_code == 303


# --- the way back -----------------------------------------------------------------------------------


def back_from_the_provider(someone: Guest) -> str:
    asked = someone.get("/dang-nhap/vneid").location
    answer = someone.post_here(asked, {"name": MOTHER.id, "password": "khai-mot-lan", "level": "2"})
    parts = urlsplit(answer.location)
    return f"{parts.path}?{parts.query}"


def refused(answer: TestResponse) -> bool:
    return answer.status_code == 401 and "không kiểm chứng được" in words(answer)


def test_a_way_back_works_once_and_only_in_the_browser_that_went(town: Town) -> None:
    mother, thief = guest(town.app), guest(town.app)
    back = back_from_the_provider(mother)
    assert refused(thief.get(back))  # who lures another into a session of theirs, or steals the address
    assert mother.get(back).status_code == 303
    assert refused(mother.get(back))
    assert thief.get("/cua-toi").status_code == 303


def test_a_code_is_taken_once_and_not_after_two_minutes(town: Town) -> None:
    mother, other = guest(town.app), guest(town.app)
    code = parse_qs(urlsplit(back_from_the_provider(mother)).query)["code"][0]
    begun = parse_qs(urlsplit(other.get("/dang-nhap/vneid").location).query)["state"][0]
    assert refused(other.get(f"/dang-nhap/tro-lai?code={code}&state={begun}"))  # PKCE: another's verifier
    late = back_from_the_provider(mother)
    town.clock.advance(minutes=3)
    assert refused(mother.get(late))


def test_the_stand_in_is_not_there_in_production(town: Town) -> None:
    from app import create_app
    from config import Settings

    app = create_app(Settings(production=True), town.app.extensions["product"], "for tests only")
    visitor = app.test_client()
    assert visitor.get("/vneid-gia-lap/khoa", base_url="https://localhost").status_code == 404
    assert visitor.get("/dang-nhap/vneid", base_url="https://localhost").status_code == 503


@pytest.mark.parametrize(
    ("values", "missing"),
    [({"oidc_issuer": "https://id.example"}, "KML_OIDC_CLIENT_ID"),
     ({"oidc_issuer": "http://id.example", "oidc_client_id": "x", "oidc_level": "2",
       "production": True}, "https")],
)  # fmt: skip
def test_half_a_provider_is_not_configured(values: dict[str, Any], missing: str) -> None:
    from config import Settings

    with pytest.raises(ValueError, match=missing):
        Settings(**values)


def test_successes_do_not_count_as_tries(town: Town, monkeypatch: pytest.MonkeyPatch) -> None:
    from services.access import identity

    monkeypatch.setattr(identity, "TRIES_PER_ADDRESS", 3)
    monkeypatch.setattr(identity, "TRIES_PER_NAME", 3)
    office = guest(town.app)
    assert [office.sign_in(MOTHER.id).status_code for _ in range(5)] == [303] * 5
    assert [office.sign_in("hotich.badinh").status_code for _ in range(5)] == [303] * 5
    assert [office.sign_in("hotich.badinh", "x").status_code for _ in range(4)] == [401, 401, 401, 429]


# --- a provider that is not ours, on a real line ------------------------------------------------------

ME = {"personal_id": "001192004321", "name": "Trần Thị Mai", "acr": "loa-2"}


@pytest.fixture(scope="module")
def strange() -> Iterator[str]:
    """Serve a provider that somebody else wrote."""
    with closing(socket.socket()) as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    claims = json.dumps({"sub": "mai", **ME}, ensure_ascii=False)
    low = json.dumps({"sub": "low", **ME, "acr": "loa-1"}, ensure_ascii=False)
    command = [sys.executable, "-m", "oidc_provider_mock", "--port", str(port), "--require-nonce=1",
               "--user-claims", claims, "--user-claims", low]  # fmt: skip
    server = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    address = f"http://127.0.0.1:{port}"
    for _ in range(200):
        try:
            requests.get(f"{address}/.well-known/openid-configuration", timeout=1).close()
            break
        except requests.ConnectionError:
            assert server.poll() is None
            time.sleep(0.05)
    yield address
    server.terminate()
    server.wait(timeout=10)


def go_to(provider: IdentityProvider, who: str) -> tuple[identity_provider.Begun, str]:
    """Sign in at the strange provider, as a browser would; return what was begun and the code."""
    url, begun = provider.begin("http://localhost/dang-nhap/tro-lai", datetime.now(UTC))
    answer = requests.post(url, data={"sub": who}, allow_redirects=False, timeout=5)
    query = parse_qs(urlsplit(answer.headers["Location"]).query)
    assert query["state"] == [begun.state]
    return begun, query["code"][0]


def client_of(address: str, line: BaseAdapter | None = None) -> IdentityProvider:
    registration = Registration(address, "khai", "secret", "loa-2")
    return IdentityProvider(registration, line or BoundedAdapter())


def test_a_strange_provider_signs_citizens_in(strange: str) -> None:
    provider, here = client_of(strange), "http://localhost/dang-nhap/tro-lai"
    begun, code = go_to(provider, "mai")
    found = provider.finish(begun, here, code, datetime.now(UTC))
    assert (found.personal_id, found.name) == (ME["personal_id"], ME["name"])
    with pytest.raises(SignInFailed):  # a code works once
        provider.finish(begun, here, code, datetime.now(UTC))
    begun, code = go_to(provider, "mai")
    with pytest.raises(SignInFailed):
        provider.finish(replace(begun, nonce="another"), here, code, datetime.now(UTC))
    begun, code = go_to(provider, "low")
    with pytest.raises(SignInFailed, match="level"):
        provider.finish(begun, here, code, datetime.now(UTC))


# --- lines that fail ------------------------------------------------------------------------------------


@contextmanager
def talking(say: Callable[[socket.socket], None]) -> Iterator[str]:
    """Listen on a port and treat every call in one way."""
    server = socket.create_server(("127.0.0.1", 0))

    def serve() -> None:
        try:
            while True:
                line, _ = server.accept()
                with line:
                    say(line)
        except OSError:
            return

    threading.Thread(target=serve, daemon=True).start()
    yield f"http://127.0.0.1:{server.getsockname()[1]}"
    server.close()


def drips(line: socket.socket) -> None:
    line.sendall(b"HTTP/1.1 200 OK\r\nX: ")
    for _ in range(20):
        line.sendall(b"x")
        time.sleep(0.1)


def has_no_end(line: socket.socket) -> None:
    line.recv(4096)
    line.sendall(b"HTTP/1.1 200 OK\r\nContent-Length: 900000\r\n\r\n" + b"[" * 900_000)


def sends_away(line: socket.socket) -> None:
    line.recv(4096)
    line.sendall(b"HTTP/1.1 302 Found\r\nLocation: http://127.0.0.1:1/\r\nContent-Length: 0\r\n\r\n")


@pytest.mark.parametrize("say", [drips, has_no_end, sends_away, lambda line: line.sendall(b"nonsense")])
def test_a_line_that_fails_is_given_up_in_time(say: Callable[[socket.socket], None]) -> None:
    with talking(say) as address:
        began = time.monotonic()
        with pytest.raises(IdentityUnavailable):
            client_of(address, BoundedAdapter(total_seconds=0.5)).begin("http://x/", datetime.now(UTC))
        assert time.monotonic() - began < 1.5


def test_calls_that_hang_do_not_pile_up(monkeypatch: pytest.MonkeyPatch) -> None:
    line = BoundedAdapter(total_seconds=0.05)
    with talking(drips) as address:
        provider = client_of(address, line)
        for _ in range(identity_provider.CALLS_AT_ONCE + 1):
            with pytest.raises(IdentityUnavailable):
                provider.begin("http://x/", datetime.now(UTC))
        began = time.monotonic()
        with pytest.raises(IdentityUnavailable):
            provider.begin("http://x/", datetime.now(UTC))
        assert time.monotonic() - began < 0.05  # refused at once: all that may hang do hang


def test_nobody_at_home() -> None:
    with pytest.raises(IdentityUnavailable):
        client_of("http://127.0.0.1:1").begin("http://x/", datetime.now(UTC))


def test_the_page_of_the_stand_in_says_what_it_is(town: Town) -> None:
    someone = guest(town.app)
    answer = someone.get(someone.get("/dang-nhap/vneid").location)
    assert mistakes(answer, "vi") == []
    assert "VNeID giả lập" in words(answer)
    assert re.search("không phải VNeID", answer.get_data(as_text=True))
