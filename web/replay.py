"""Sends, once its writer is signed in again, what was typed when the session was over."""

from flask import current_app, session
from werkzeug.exceptions import HTTPException

from services.citizens import kept_forms
from services.citizens.kept_forms import KeptForm
from web import access, kept
from workflows.errors import LinkedServiceError


def send_what_waited(token: str) -> bool:
    """Send every form that waited for this session's person to its view; say whether any was taken.

    What is not taken stays: its page shows it again. The view sees a request like any other, after the same
    check of who may use it, in a session of its own that no browser gets.
    """
    waiting = kept.waiting(access.context(), access.visit())
    sent = [form for form in waiting if _send(form, token)]
    for form in sent:
        kept_forms.forget(access.context(), form.token)
    left = {form.token for form in waiting} - {form.token for form in sent}
    if kept.KEPT in session:
        session[kept.KEPT] = [one for one in session[kept.KEPT] if one in left]
    return bool(sent)


def _send(form: KeptForm, token: str) -> bool:
    app = current_app._get_current_object()  # type: ignore[attr-defined]
    with app.test_request_context(form.path, method="POST", data=dict(form.fields)) as inner:
        session[access.TOKEN] = token
        try:
            if inner.request.routing_exception or kept.again_of(inner.request.endpoint) is None:
                return False
            if access.guard() is not None:
                return False
            view = app.view_functions[inner.request.endpoint]
            answer = app.make_response(view(**inner.request.view_args))
        except (LinkedServiceError, HTTPException):
            return False
    return bool(answer.status_code == 303)
