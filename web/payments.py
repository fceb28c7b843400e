"""The page on which a citizen pays, where the gateway calls back, and what is owed back."""

from flask import Blueprint, Flask, flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue

from services.money import payments
from services.reading import fees
from services.reading.filing import paying
from services.reading.supervising.owed import owed_page
from web import stand_in_gateway
from web.access import actor, allow, context, public, reading
from web.declaration import to_the_confirmation
from web.i18n import gettext, plain
from web.security import for_machines
from workflows.errors import (
    AlreadyFiled,
    DeclarationIncomplete,
    NoDraft,
    NotFound,
    PaymentUnavailable,
    TransitionRefused,
)
from workflows.vocabulary import Role
from workflows.words import Text

blueprint = Blueprint("payments", __name__)
blueprint.register_error_handler(NoDraft, to_the_confirmation)
PROBLEM = {"Content-Type": "application/problem+json"}
NO_SUCH_ORDER = {
    "type": "about:blank",
    "title": "There is no such payment order; the notice is on the books",
    "detail": "Không có khoản phải nộp này; thông báo đã được ghi lại",
    "status": 404,
}


def init_app(app: Flask) -> None:
    """Serve the gateway's stand-in, in the demonstration only."""
    if app.config["DEMONSTRATION"]:
        app.register_blueprint(stand_in_gateway.blueprint)


@blueprint.get("/<life_event:slug>/phi")
@allow(Role.CITIZEN)
def fee(slug: str) -> ResponseReturnValue:
    """Show what the declaration costs and why; where nothing is due online there is nothing to show."""
    page = paying.fee_page(reading(), slug)
    if page.sheet.due == 0 or not page.fileable:
        return redirect(url_for("citizen.check", slug=slug), code=303)
    return _fee(page, None)


@blueprint.post("/<life_event:slug>/phi")
@allow(Role.CITIZEN)
def pay(slug: str) -> ResponseReturnValue:
    """Lead to the gateway with an order for what is due; pressing again leads to the same order."""
    page = paying.fee_page(reading(), slug)
    try:
        address = payments.begin(context(), actor(), page.draft.id, slug, url_for("payments.fee", slug=slug))
    except (DeclarationIncomplete, TransitionRefused, AlreadyFiled):
        return redirect(url_for("citizen.check", slug=slug), code=303)
    except PaymentUnavailable as away:
        return _fee(paying.fee_page(reading(), slug), away.text), away.status
    return redirect(address or url_for("payments.fee", slug=slug), code=303)


@blueprint.post("/<life_event:slug>/phi/hoi")
@allow(Role.CITIZEN)
def look(slug: str) -> ResponseReturnValue:
    """Ask the gateway whether the money has arrived."""
    try:
        payments.look(context(), actor(), request.form.get("order", "")[:64])
    except PaymentUnavailable as away:
        flash(plain(away.text))
        return redirect(url_for("payments.fee", slug=slug), code=303)
    if paying.fee_page(reading(), slug).sheet.outstanding:
        flash(gettext("Cổng thanh toán chưa báo đã nhận tiền. Hãy hỏi lại sau ít phút."))
    return redirect(url_for("payments.fee", slug=slug), code=303)


@blueprint.get("/<life_event:slug>/phi/hoi")
@public
def not_looked(slug: str) -> ResponseReturnValue:
    """Lead whoever had to sign in first back to the page with the button."""
    return redirect(url_for("payments.fee", slug=slug), code=303)


@blueprint.post("/api/v1/payments/callback")
@public
@for_machines
def call_back() -> ResponseReturnValue:
    """Take in what the gateway says, by its signature; a repeat is answered like the first."""
    try:
        done = payments.receive(context(), request.get_data(), dict(request.headers))
    except PaymentUnavailable:
        raise NotFound(text=fees.NO_GATEWAY) from None
    if done.effect == "unknown-order":
        return NO_SUCH_ORDER, 404, PROBLEM
    return {"transaction_id": done.transaction_id, "effect": done.effect}, 200


@blueprint.get("/giam-sat/hoan-tra")
@allow(Role.SUPERVISOR)
def owed() -> ResponseReturnValue:
    """List the money that must be given back in the supervisor's province."""
    return render_template("supervisor/owed.html", lines=owed_page(reading()))


def _fee(page: paying.FeePage, problem: Text | None) -> str:
    return render_template("citizen/fee.html", draft=page.draft, sheet=page.sheet, problem=problem)
