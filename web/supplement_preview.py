"""What a request for a supplement would send, shown before it is sent: the message, the SMS, and slip 02."""

from flask import Blueprint, redirect, render_template, url_for
from flask.typing import ResponseReturnValue

from services.reading.working import casework, supplement_preview
from web import asking, clerk
from web.access import allow, product, reading
from web.came_from import carried
from web.forms import sent
from web.slips import qr
from workflows.forms.steps import read_items
from workflows.vocabulary import Role

blueprint = Blueprint("supplement_preview", __name__, url_prefix="/can-bo")
OFFICERS = (Role.CLERK, Role.LEADER)
NOT_SENT_ALONG = ("csrf_token", "sua")


@blueprint.post("/ho-so/<case_id>/xem-truoc/<step>")
@allow(*OFFICERS)
def show(case_id: str, step: str) -> ResponseReturnValue:
    """Show the request as it would arrive; one that lacks something goes back to its form."""
    raw = sent()
    if "sua" in raw:
        return clerk.act_again(case_id, step, raw)
    page = casework.case_page(reading(), case_id)
    chosen = next((choice for choice in page.steps if choice.code == step), None)
    if chosen is None or chosen.why_not is not None:
        return clerk.act_again(case_id, step, raw)  # it leads back to the case
    values, problems = read_items(chosen.takes, asking.marked(case_id, chosen, raw), product().lists)
    if problems:
        return clerk.take(case_id, step)  # nothing can be taken so; it says what is missing
    shown = supplement_preview.preview(reading(), case_id, step, values, _tracking)
    address = _tracking(shown.dossier.number)
    kept = {name: value for name, value in raw.items() if name not in NOT_SENT_ALONG}
    return render_template(
        "clerk/supplement_preview.html",
        page=shown,
        step=chosen,
        kept=kept,
        carry=carried(raw),
        title=shown.slip.title,
        address=address,
        picture=qr(address),
    )


@blueprint.get("/ho-so/<case_id>/xem-truoc/<step>")
@allow(*OFFICERS)
def not_shown(case_id: str, step: str) -> ResponseReturnValue:
    """Lead a reloaded preview back to its form."""
    return redirect(url_for("clerk.act", case_id=case_id, step=step), code=303)


def _tracking(number: str) -> str:
    return url_for("citizen.track", code=number, _external=True)
