"""A citizen's own file beside the old way: which office would have it today."""

from flask import redirect, render_template, url_for
from flask.typing import ResponseReturnValue

from services.reading.following.old_way import old_way
from web.access import public, reading
from web.own import visible
from web.public import blueprint

__all__ = ["blueprint"]


@blueprint.get("/ho-so/<code>/so-sanh")
@public
def old_way_of(code: str) -> ResponseReturnValue:
    """Show where a file would be the old way to whoever may see the file; others are asked for its code."""
    page = visible(code)
    if page is None:
        return redirect(url_for("citizen.lookup", ma=code), code=303)
    return render_template("public/old_way.html", page=page, old=old_way(reading(), page.id))
