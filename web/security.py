"""Headers and cookie rules that hold for every answer, and the token against forged forms."""

from datetime import timedelta
from unicodedata import category

from flask import Flask, Response, abort, request
from flask_wtf.csrf import CSRFProtect

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


def init_app(app: Flask, *, production: bool) -> None:
    """Set the cookie rules, the size limit of a form, the token check and the headers."""
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
    CSRFProtect(app)
    app.after_request(_headers_for_tls if production else _headers)


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
