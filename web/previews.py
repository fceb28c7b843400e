"""Pages of what one declaration becomes: the separate forms it fills, what was declared, the next child."""

from flask import Blueprint, redirect, render_template, url_for
from flask.typing import ResponseReturnValue

from services.citizens import twins
from services.reading.filing import previews
from web.access import actor, allow, also_on_one_draft, product, public, reading
from workflows.vocabulary import Role

blueprint = Blueprint("previews", __name__)


@blueprint.get("/<life_event:slug>/to-khai/<procedure>")
@allow(Role.CITIZEN)
@also_on_one_draft(by_code=True)
def preview(slug: str, procedure: str) -> ResponseReturnValue:
    """Show a separate form as the declaration fills it so far."""
    return render_template("citizen/preview.html", page=previews.preview(reading(), slug, procedure))


@blueprint.get("/ho-so/<code>/da-khai")
@allow(Role.CITIZEN)
def declared(code: str) -> ResponseReturnValue:
    """Show what was declared in a dossier, with where each value came from and when."""
    return render_template("citizen/declared.html", page=previews.declared(reading(), code))


@blueprint.post("/ho-so/<code>/khai-tiep")
@allow(Role.CITIZEN)
def go_on(code: str) -> ResponseReturnValue:
    """Start the declaration of the next child of a multiple birth with the answers of the first."""
    opened = product()
    twins.start_again(opened.context, opened.agencies, actor(), code)
    page = previews.declared(reading(), code)
    return redirect(url_for("citizen.tasks", slug=page.slug), code=303)


@blueprint.get("/ho-so/<code>/khai-tiep")
@public
def not_gone_on(code: str) -> ResponseReturnValue:
    """Lead whoever had to sign in first back to the page with the button."""
    return redirect(url_for("citizen.track", code=code), code=303)
