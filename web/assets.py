"""Static files under addresses that never go stale, and every text answer compressed."""

import gzip
import secrets
from functools import lru_cache
from hashlib import sha256
from io import BytesIO
from pathlib import Path

from flask import Flask, Response, current_app, request, url_for

FOREVER = "public, max-age=31536000, immutable"
COMPRESSIBLE = (
    "text/",
    "application/json",
    "application/problem+json",
    "application/javascript",
    "image/svg+xml",
)
WORTH_COMPRESSING = 500
# A page's compressed length must not tell how well a guess repeats a secret beside it (BREACH):
# a random number of bytes in the gzip header hides it.
PADDING = 64


def asset(path: str) -> str:
    """Address a file of the static folder so that its address changes when its content does."""
    file = Path(current_app.static_folder or "", path)
    return url_for("static", filename=path, v=_fingerprint(file, file.stat().st_mtime_ns))


@lru_cache(maxsize=256)
def _fingerprint(file: Path, _changed: int) -> str:
    return sha256(file.read_bytes()).hexdigest()[:10]


def send_well(response: Response) -> Response:
    """Let browsers keep versioned static files, and compress what is text."""
    static = request.endpoint == "static"
    if static and "v" in request.args and response.status_code == 200:
        response.headers["Cache-Control"] = FOREVER
    if not (response.content_type or "").startswith(COMPRESSIBLE):
        return response
    response.vary.add("Accept-Encoding")
    if not _compressible(response):
        return response
    body = _read(response)
    if len(body) >= WORTH_COMPRESSING:
        response.set_data(_once(body) if static else _padded(body))
        response.headers["Content-Encoding"] = "gzip"
        if etag := response.get_etag()[0]:
            response.set_etag(etag, weak=True)
    return response


def _compressible(response: Response) -> bool:
    return (
        request.accept_encodings["gzip"] > 0
        and response.status_code not in (204, 206, 304)
        and "Content-Encoding" not in response.headers
        and (response.direct_passthrough or not response.is_streamed)
    )


def _read(response: Response) -> bytes:
    """Take the whole body, and close the file behind it at once."""
    source = response.response
    response.direct_passthrough = False
    body = response.get_data()
    if hasattr(source, "close"):
        source.close()
    return body


@lru_cache(maxsize=64)
def _once(body: bytes) -> bytes:
    """Compress a static file as far as it goes, and remember it."""
    return gzip.compress(body, 9, mtime=0)


def _padded(body: bytes) -> bytes:
    squeezed = BytesIO()
    name = "p" * secrets.randbelow(PADDING)
    with gzip.GzipFile(name, "wb", compresslevel=6, fileobj=squeezed, mtime=0) as target:
        target.write(body)
    return squeezed.getvalue()


def init_app(app: Flask) -> None:
    """Give templates asset(); called first, so that compression comes after every other hook."""
    app.jinja_env.globals["asset"] = asset
    app.after_request(send_well)
