"""Who is asking, and what a route allows. A route that declares nothing stops the start-up."""

from collections.abc import Callable
from typing import Any, TypeVar, cast

from flask import Flask, current_app, g, redirect, request, session, url_for
from flask.typing import ResponseReturnValue

from services.access import identity
from services.access.actors import NOBODY, ActingFor, Actor
from services.access.identity import Person, Visit
from services.product import Product
from services.unit_of_work import Context, UnitOfWork
from web import kept
from workflows.errors import NotAllowed
from workflows.vocabulary import Role
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


def also_on_one_draft(*, by_code: bool) -> Callable[[View], View]:
    """Let whoever holds one draft use a view of it: an officer at the counter, or the bearer of its code.

    Only on such a view is there an actor who acts for somebody else, only for the life event of that draft,
    and the verbs let that actor reach no other.
    """
    kinds = {identity.OFFICER, identity.DRAFT_HOLDER} if by_code else {identity.OFFICER}

    def declare(view: View) -> View:
        view.on_one_draft = frozenset(kinds)  # type: ignore[attr-defined]
        return view

    return declare


def _declare(view: View, roles: frozenset[Role]) -> View:
    view.allowed_roles = roles  # type: ignore[attr-defined]
    return view


def init_app(app: Flask, context: Context) -> None:
    """Attach the shared context, and check every request before its view runs."""
    app.extensions["context"] = context
    app.extensions["visit"] = visit
    app.before_request(guard)
    app.context_processor(lambda: {"person": person(), "held_draft": held_draft()})
    kept.init_app(app)


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


def visit() -> Visit | None:
    """Return who comes with this browser's session, asked once per request."""
    if "visit" not in g:
        token = session.get(TOKEN)
        g.visit = identity.visit(context(), token) if token else None
    return cast("Visit | None", g.visit)


def person() -> Person | None:
    """Return who is signed in."""
    found = visit()
    return found.person if found else None


def held_draft() -> ActingFor | None:
    """Return the draft of somebody else that this browser holds."""
    found = visit()
    return found.acting_for if found else None


def enter(token: str) -> None:
    """Let this browser begin anew with the token of a session; forms that wait for their writer stay."""
    waiting = session.get(kept.KEPT)
    session.clear()
    session[TOKEN] = token
    if waiting:
        session[kept.KEPT] = waiting
    session.permanent = True
    g.pop("visit", None)


def leave() -> None:
    """Let this browser forget whom it was signed in as, but not whose a late form would be."""
    former, waiting = session.get(TOKEN) or session.get(kept.FORMER), session.get(kept.KEPT)
    session.clear()
    session.update({key: value for key, value in ((kept.FORMER, former), (kept.KEPT, waiting)) if value})
    g.pop("visit", None)


def actor() -> Actor:
    """Return the acting person, or nobody; on a view of the held draft, whoever acts on it alone."""
    if on_the_draft := _on_the_draft():
        return on_the_draft
    found = person()
    return found.actor if found else NOBODY


def unit_of_work() -> UnitOfWork:
    """Return a unit of work of the person who asks."""
    return context().work(actor())


def reading() -> UnitOfWork:
    """Return a unit of work that can only read."""
    return context().reading(actor())


def to_sign_in(roles: frozenset[Role]) -> ResponseReturnValue:
    """Send somebody to the sign-in page of these roles, and back here from there, with what they typed."""
    kept.keep(context(), session.get(TOKEN))
    back = request.full_path.rstrip("?") if request.method == "GET" else request.path
    officer = not roles & {Role.CITIZEN, Role.RELATIVE}
    return redirect(url_for("auth.sign_in", next=back, kind="can-bo" if officer else None), code=303)


def guard() -> ResponseReturnValue | None:
    """Let a request through, or send it to sign in.

    Raises:
        NotAllowed: the route is for another role, or declares none.
    """
    if request.endpoint is None or request.endpoint == "static":
        return None
    roles = allowed_roles(current_app, request.endpoint)
    if roles is None:
        raise NotAllowed(text=WRONG_ROLE)
    if not roles or _on_the_draft():
        return None
    found = person()
    if found is None:
        return to_sign_in(roles)
    if not roles & found.actor.roles:
        raise NotAllowed(text=WRONG_ROLE)
    return None


def _on_the_draft() -> Actor | None:
    kinds = getattr(current_app.view_functions.get(request.endpoint or ""), "on_one_draft", None)
    found = visit() if kinds else None
    if found is None or found.acting_for is None or found.kind not in cast("frozenset[str]", kinds):
        return None
    return found.on_the_draft if (request.view_args or {}).get("slug") == found.acting_for.slug else None
