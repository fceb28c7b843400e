"""Headers and cookie rules that hold for every answer, and the token against forged forms."""

from collections.abc import Callable
from datetime import timedelta
from io import BytesIO
from typing import IO, Any, TypeVar
from unicodedata import category

from flask import Flask, Request, Response, abort, current_app, request
from flask_wtf.csrf import CSRFProtect

View = TypeVar("View", bound=Callable[..., Any])
POLICY = "; ".join(
    (
        "default-src 'none'",
        "style-src 'self'",
        "script-src 'self'",
        "img-src 'self' data:",
        "font-src 'self'",
        "connect-src 'self'",
        "form-action 'self'",
        "base-uri 'none'",
        "frame-ancestors 'none'",
    )
)
# For bytes that strangers made: nothing in them runs, whatever they are taken for.
SANDBOX = "sandbox; default-src 'none'; frame-ancestors 'none'"
HEADERS = {
    "Content-Security-Policy": POLICY,
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    "Referrer-Policy": "same-origin",
    "Permissions-Policy": "camera=(), geolocation=(), microphone=()",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
}
ONE_YEAR = 365 * 24 * 3600
MOST_BYTES = 256 * 1024


class InMemory(Request):
    """A request whose files stay in memory, so that no paper lies unsealed on a disk."""

    def _get_file_stream(self, *_sizes_and_names: object, **_more: object) -> IO[bytes]:
        return BytesIO()


def init_app(app: Flask, *, production: bool) -> None:
    """Set the cookie rules, the size limit of a form, the token check and the headers."""
    app.request_class = InMemory
    app.config.update(
        DEMONSTRATION=not production,
        SESSION_COOKIE_NAME="__Host-khai" if production else "khai",
        SESSION_COOKIE_SECURE=production,
        SESSION_COOKIE_HTTPONLY=True,
        SESSION_COOKIE_SAMESITE="Lax",
        PERMANENT_SESSION_LIFETIME=timedelta(hours=8),
        WTF_CSRF_TIME_LIMIT=None,
        WTF_CSRF_SSL_STRICT=production,
        MAX_CONTENT_LENGTH=MOST_BYTES,
        MAX_FORM_MEMORY_SIZE=MOST_BYTES,
        MAX_FORM_PARTS=500,
    )
    app.before_request(_refuse_unseen)
    app.before_request(_let_files_in)
    app.before_request(_take_larger_forms)  # before the token is looked for: that reads the form
    CSRFProtect(app)
    app.after_request(_headers_for_tls if production else _headers)


def takes_files(most_bytes: int) -> Callable[[View], View]:
    """Let a view receive more than a form's worth of bytes, from people who are signed in."""

    def declare(view: View) -> View:
        view.most_bytes = most_bytes  # type: ignore[attr-defined]
        return view

    return declare


def for_machines(view: View) -> View:
    """Mark a view that another system calls: it proves itself by a signature, not by a form's token."""
    view.for_machines = True  # type: ignore[attr-defined]
    return view


def spare_machines(app: Flask) -> None:
    """Let the views marked `for_machines` be called without a form's token; all blueprints are in by now."""
    for view in app.view_functions.values():
        if getattr(view, "for_machines", False):
            app.extensions["csrf"].exempt(view)


def at_most(count: int) -> Callable[[View], View]:
    """Let a view take a form of so many bytes, files included, where others stop at `MOST_BYTES`."""

    def mark(view: View) -> View:
        view.most_bytes = count  # type: ignore[attr-defined]
        return view

    return mark


def _take_larger_forms() -> None:
    view = current_app.view_functions.get(request.endpoint or "")
    if most := getattr(view, "most_bytes", None):
        request.max_content_length = most


def _let_files_in() -> None:
    """Raise the limit before anything is read, the token included; nobody else makes us read that much."""
    most = getattr(current_app.view_functions.get(request.endpoint or ""), "most_bytes", None)
    if most is not None and current_app.extensions["visit"]() is not None:
        request.max_content_length = most


def _refuse_unseen() -> None:
    """Refuse an address with control characters: nobody typed it, and not every database takes it."""
    if any(category(letter) == "Cc" for part in (request.path, *request.args.values()) for letter in part):
        abort(400)


def _headers(response: Response) -> Response:
    for name, value in HEADERS.items():
        response.headers.setdefault(name, value)
    if request.endpoint != "static":
        response.headers.setdefault("Cache-Control", "no-store")
    return response


def _headers_for_tls(response: Response) -> Response:
    response.headers.setdefault("Strict-Transport-Security", f"max-age={ONE_YEAR}; includeSubDomains")
    return _headers(response)
