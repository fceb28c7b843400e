"""The official slips of a file, ready to print on A4, with a QR code of the tracking page."""

from io import BytesIO

import segno
from flask import render_template, url_for
from flask.typing import ResponseReturnValue
from markupsafe import Markup

from services.reading.following.slips import slip_page
from web.access import actor, allow, context
from web.declaration import blueprint
from workflows.vocabulary import Role


@blueprint.get("/ho-so/<code>/giay/<form>")
@allow(Role.CITIZEN)
def slip(code: str, form: str) -> ResponseReturnValue:
    """Show one slip that applies to the requester's own file."""
    page = slip_page(context(), actor(), code, form)
    address = url_for("citizen.track", code=page.dossier.number, _external=True)
    return render_template("slips/slip.html", page=page, address=address, picture=qr(address))


def qr(address: str) -> Markup:
    """Draw an address as a QR code: an SVG element without style attributes, dark on white in any theme."""
    picture = BytesIO()
    code = segno.make(address, error="m", micro=False)
    code.save(
        picture, kind="svg", xmldecl=False, svgns=False, border=3, light="#fff", omitsize=True, nl=False
    )
    return Markup(picture.getvalue().decode())  # noqa: S704 - drawn by us from an address of ours
