"""Who is asking, and what a route allows. A route that declares nothing stops the start-up."""

from collections.abc import Callable
from typing import Any, TypeVar, cast

from flask import Flask, current_app, g, redirect, request, session, url_for
from flask.typing import ResponseReturnValue

from services import identity
from services.actors import NOBODY, Actor
from services.identity import Person
from services.product import Product
from services.unit_of_work import Context, UnitOfWork
from workflows.errors import NotAllowed
from workflows.language import Role
from workflows.words import Text

View = TypeVar("View", bound=Callable[..., Any])
TOKEN = "token"  # noqa: S105 - the name of a session value, no secret
PUBLIC: frozenset[Role] = frozenset()
WRONG_ROLE = Text(
    vi="Trang này dành cho vai trò khác. Hãy đăng nhập bằng tài khoản phù hợp.",
    en="This page is for another role. Sign in with the right account.",
)


def public(view: View) -> View:
    """Let everybody use a view."""
    return _declare(view, PUBLIC)


def allow(*roles: Role) -> Callable[[View], View]:
    """Let only people with one of these roles use a view."""
    return lambda view: _declare(view, frozenset(roles))


def _declare(view: View, roles: frozenset[Role]) -> View:
    view.allowed_roles = roles  # type: ignore[attr-defined]
    return view


def init_app(app: Flask, context: Context) -> None:
    """Attach the shared context, and check every request before its view runs."""
    app.extensions["context"] = context
    app.before_request(_guard)
    app.context_processor(lambda: {"person": person()})


def check_every_route_declares(app: Flask) -> None:
    """Refuse to start when a route does not say who may use it.

    Raises:
        RuntimeError: it names the routes.
    """
    silent = sorted(
        rule.endpoint
        for rule in app.url_map.iter_rules()
        if rule.endpoint != "static" and allowed_roles(app, rule.endpoint) is None
    )
    if silent:
        raise RuntimeError(f"routes that do not declare who may use them: {', '.join(silent)}")


def allowed_roles(app: Flask, endpoint: str) -> frozenset[Role] | None:
    """Return the roles that a route declares, empty for everybody, or None when it declares nothing."""
    return cast("frozenset[Role] | None", getattr(app.view_functions[endpoint], "allowed_roles", None))


def context() -> Context:
    """Return the context that every unit of work shares."""
    return cast(Context, current_app.extensions["context"])


def product() -> Product:
    """Return the open product: its agencies and reference lists."""
    return cast(Product, current_app.extensions["product"])


def person() -> Person | None:
    """Return who is signed in, asked once per request."""
    if "person" not in g:
        token = session.get(TOKEN)
        g.person = identity.who(context(), token) if token else None
    return cast("Person | None", g.person)


def actor() -> Actor:
    """Return the acting person, or nobody."""
    found = person()
    return found.actor if found else NOBODY


def unit_of_work() -> UnitOfWork:
    """Return a unit of work of the person who asks."""
    return context().work(actor())


def reading() -> UnitOfWork:
    """Return a unit of work that can only read."""
    return context().reading(actor())


def to_sign_in(roles: frozenset[Role]) -> ResponseReturnValue:
    """Send somebody to the sign-in page of these roles, and back here from there."""
    back = request.full_path.rstrip("?") if request.method == "GET" else request.path
    officer = not roles & {Role.CITIZEN, Role.RELATIVE}
    return redirect(url_for("auth.sign_in", next=back, kind="can-bo" if officer else None), code=303)


def _guard() -> ResponseReturnValue | None:
    if request.endpoint is None or request.endpoint == "static":
        return None
    roles = allowed_roles(current_app, request.endpoint)
    if roles is None:
        raise NotAllowed(text=WRONG_ROLE)
    if not roles:
        return None
    found = person()
    if found is None:
        return to_sign_in(roles)
    if not roles & found.actor.roles:
        raise NotAllowed(text=WRONG_ROLE)
    return None
