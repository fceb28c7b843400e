"""Every error as a page in the reader's language, or as problem+json for machines. Never a stack trace."""

import secrets

from flask import Flask, current_app, render_template, request
from flask.typing import ResponseReturnValue
from flask_wtf.csrf import CSRFError
from werkzeug.exceptions import HTTPException

from web.access import allowed_roles, guard, to_sign_in, visit
from web.forms import sent, shown_again
from web.kept import again_of
from workflows.errors import ConcurrentChange, LinkedServiceError
from workflows.words import Text

HTTP = {
    400: Text(vi="Yêu cầu không đúng dạng.", en="The request is not well formed."),
    403: Text(vi="Bạn không được vào trang này.", en="You may not open this page."),
    404: Text(vi="Không tìm thấy trang này.", en="This page does not exist."),
    405: Text(vi="Không dùng được cách gọi này ở đây.", en="This cannot be done at this address."),
    413: Text(
        vi="Nội dung gửi lên quá lớn. Hãy rút ngắn rồi gửi lại; những gì đã lưu vẫn còn.",
        en="What you sent is too large. Shorten it and send again; what was saved is still there.",
    ),
    415: Text(vi="Không đọc được kiểu nội dung này.", en="This kind of content cannot be read."),
    429: Text(vi="Quá nhiều lần thử. Hãy đợi một lát.", en="Too many tries. Wait a while."),
}
OURS = Text(
    vi="Hệ thống gặp lỗi. Những gì bạn đã lưu vẫn còn; hãy thử lại sau ít phút.",
    en="The system has failed. What you saved is still there; try again in a few minutes.",
)
FORM_EXPIRED = Text(
    vi="Trang này mở quá lâu nên chưa gửi được. Hãy tải lại trang rồi gửi lại; những gì đã lưu vẫn còn.",
    en="This page was open too long: nothing was sent. Reload it and send again; what was saved is kept.",
)


def init_app(app: Flask) -> None:
    """Register one handler for each of the three families of errors."""
    app.register_error_handler(CSRFError, _form_expired)
    app.register_error_handler(LinkedServiceError, known)
    app.register_error_handler(HTTPException, _http)
    app.register_error_handler(Exception, _unknown)


def _form_expired(error: CSRFError) -> ResponseReturnValue:
    """Ask for a new sign-in where one is needed and gone, else for a fresh page with what was typed."""
    needed = request.endpoint and allowed_roles(current_app, request.endpoint)
    if needed and visit() is None:
        return to_sign_in(needed)
    return _again(FORM_EXPIRED, 400) or _answer(FORM_EXPIRED, 400)


def _again(text: Text, status: int) -> ResponseReturnValue | None:
    """Show the form once more with what was typed, where its route knows how and this visitor may."""
    again = again_of(request.endpoint)
    if again is None:
        return None
    try:
        if guard() is not None:
            return None
        return again(text, shown_again(sent()), **(request.view_args or {})), status
    except LinkedServiceError:
        return None


def known(error: LinkedServiceError) -> ResponseReturnValue:
    """Say in a page what one of our own errors says; what was typed stays where it was typed."""
    if error.status >= 500:
        return _unknown(error)
    text = error.text or Text(vi=str(error), en=str(error))
    again = _again(text, error.status) if isinstance(error, ConcurrentChange) else None
    return again or _answer(text, error.status)


def _http(error: HTTPException) -> ResponseReturnValue:
    status = error.code or 500
    if 300 <= status < 400:
        return error
    return _answer(HTTP.get(status, OURS), status)


def _unknown(error: Exception) -> ResponseReturnValue:
    reference = secrets.token_hex(4)
    current_app.logger.error("reference=%s endpoint=%s", reference, request.endpoint, exc_info=error)
    return _answer(OURS, 500, reference)


def _answer(text: Text, status: int, reference: str | None = None) -> ResponseReturnValue:
    if request.path.startswith("/api/"):
        problem = {"type": "about:blank", "title": text.en, "detail": text.vi, "status": status}
        return problem, status, {"Content-Type": "application/problem+json"}
    return render_template("errors/error.html", problem=text, status=status, reference=reference), status
