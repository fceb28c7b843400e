"""The page of those who answer for deadlines."""

from flask import Blueprint, render_template
from flask.typing import ResponseReturnValue

from services.reading import dashboards
from web.access import allow, reading
from workflows.language import Role

blueprint = Blueprint("supervisor", __name__, url_prefix="/giam-sat")


@blueprint.get("")
@allow(Role.SUPERVISOR)
def dashboard() -> ResponseReturnValue:
    """Show how dossiers and offices stand; a linked dossier counts once."""
    return render_template("supervisor/dashboard.html", page=dashboards.dashboard(reading()))
