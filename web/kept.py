"""What was typed and could not be taken: kept while its writer signs in again, and shown again."""

from collections.abc import Callable, Mapping
from typing import Any, TypeVar, cast

from flask import Flask, Response, current_app, request, session

from services.access import identity
from services.access.identity import Visit
from services.citizens import kept_forms
from services.citizens.kept_forms import KeptForm
from services.unit_of_work import Context
from workflows.words import Text

View = TypeVar("View", bound=Callable[..., Any])
# Shows the page of a form once more: with a sentence, with what was typed, at the place of its address.
Again = Callable[..., str]
KEPT = "kept"
FORMER = "former"
MOST_KEPT = 5
NOT_SAVED_YET = Text(
    vi="Phiên làm việc đã kết thúc trước khi lưu. Những gì bạn đã nhập còn đây; hãy xem lại rồi bấm lưu.",
    en="Your session ended before this was saved. What you typed was kept; read it through, then press save.",
)


def keeps_typing(again: Again) -> Callable[[View], View]:
    """Declare that a view receives what a person typed, and which function shows its page once more."""

    def declare(view: View) -> View:
        view.typed_again = again  # type: ignore[attr-defined]
        return view

    return declare


def init_app(app: Flask) -> None:
    """Forget what was kept as soon as the same form arrives."""
    app.after_request(_forget_what_arrived)


def again_of(endpoint: str | None) -> Again | None:
    """Return what shows a form again, for a route that declares it."""
    view = current_app.view_functions.get(endpoint or "")
    return cast("Again | None", getattr(view, "typed_again", None))


def keep(context: Context, token: str | None) -> None:
    """Keep the form that was sent with a session that is over, if it is known whose it was."""
    if request.method != "POST" or again_of(request.endpoint) is None:
        return
    whose = _whose(context, token or session.get(FORMER))
    if whose:
        fields = {name: value for name, value in request.form.items() if name != "csrf_token"}
        kept = kept_forms.keep(context, whose, request.full_path.rstrip("?"), fields)
        session[KEPT] = [kept, *session.get(KEPT, [])][:MOST_KEPT]


def waiting(context: Context, visit: Visit | None) -> tuple[KeptForm, ...]:
    """Return the forms that this browser sent too late and that are this visitor's."""
    tokens = session.get(KEPT)
    return kept_forms.of(context, tokens, (visit.kind, visit.id)) if tokens and visit else ()


def typed_here(context: Context, visit: Visit | None) -> Mapping[str, str] | None:
    """Return what was typed on this page and is not saved yet."""
    found = [form.fields for form in waiting(context, visit) if _place(form.path) == request.path]
    return found[0] if found else None


def _whose(context: Context, token: str | None) -> tuple[str, str] | None:
    if token and (known := identity.whose(context, token)):
        return known
    # The cookie is gone too; the form itself may name its draft, and only its owner knows that name.
    owner = kept_forms.owner_of(context, request.form.get("draft", "")[:64])
    return (identity.CITIZEN, owner) if owner else None


def _forget_what_arrived(response: Response) -> Response:
    tokens = session.get(KEPT)
    if tokens and request.method == "POST" and response.status_code == 303 and again_of(request.endpoint):
        visit = current_app.extensions["visit"]()
        context = current_app.extensions["context"]
        for form in waiting(context, visit):
            if _place(form.path) == request.path:
                kept_forms.forget(context, form.token)
    return response


def _place(path: str) -> str:
    return path.partition("?")[0]
