"""Pages for everybody: home, the page that shows 21 → 4, and what people should know."""

from flask import Blueprint, render_template
from flask.typing import ResponseReturnValue

from services.access.actors import NOBODY
from services.reading.filing import drafts
from services.simulation.timeline import timeline_page
from web.access import context, public, reading

blueprint = Blueprint("public", __name__)


@blueprint.get("/")
@public
def home() -> ResponseReturnValue:
    """Show the doors: each life event that can be declared today, tracking, and the timeline."""
    events = [drafts.promised_procedures(reading(), slug) for slug in drafts.open_slugs(reading())]
    compared = timeline_page(context().registry, context().calendar(), "", "", "")
    return render_template("citizen/home.html", events=events, compared=compared)


@blueprint.get("/tro-giup")
@public
def help_page() -> ResponseReturnValue:
    """Say where help is to be had."""
    return render_template("citizen/help.html")


@blueprint.get("/tiep-can")
@public
def accessibility() -> ResponseReturnValue:
    """State how accessible the pages are and what was not tested."""
    return render_template("citizen/accessibility.html")


@blueprint.get("/rieng-tu")
@public
def privacy() -> ResponseReturnValue:
    """Say which personal data are kept, why and how long."""
    return render_template("citizen/privacy.html")


@blueprint.get("/healthz")
@public
def health() -> ResponseReturnValue:
    """Say that the process answers and its database can be read."""
    with context().reading(NOBODY):
        return {"status": "ok"}
