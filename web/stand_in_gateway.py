"""The pages of the payment gateway's stand-in: pay, refuse, leave. Only in the demonstration."""

from flask import Blueprint, redirect, render_template, request
from flask.typing import ResponseReturnValue

from services.money import payments
from services.money.gateway.contract import Bill
from services.money.gateway.stand_in import ADDRESS, NO_SUCH_BILL, StandInGateway
from web.access import context, public
from workflows.errors import NotFound

blueprint = Blueprint("stand_in_gateway", __name__, url_prefix=ADDRESS.rstrip("/"))


@blueprint.get("/<order_id>")
@public
def bill(order_id: str) -> ResponseReturnValue:
    """Show one bill. Whoever has the address may pay it, as at every gateway."""
    return render_template("stand_in/gateway.html", bill=_gateway().bill(order_id))


@blueprint.post("/<order_id>")
@public
def settle(order_id: str) -> ResponseReturnValue:
    """Pay or refuse, call back or keep silent, and lead back to where the bill came from."""
    gateway, act = _gateway(), request.form.get("act", "")
    found: Bill = gateway.bill(order_id)
    if act in ("pay", "pay-silently", "refuse"):
        payment = gateway.settle(order_id, "refused" if act == "refuse" else "paid")
        for body, headers in gateway.call_backs(payment) if act != "pay-silently" else ():
            payments.receive(context(), body, headers)
    return redirect(found.return_to, code=303)


def _gateway() -> StandInGateway:
    gateway = context().gateway
    if not isinstance(gateway, StandInGateway):
        raise NotFound(text=NO_SUCH_BILL)
    return gateway
