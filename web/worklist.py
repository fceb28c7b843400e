"""Pages of the worklist: queues, one case at a glance, saved views, and the keys that work on them."""

from flask import flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue

from services.officers import views
from services.reading.working import worklists
from web.access import allow, reading, unit_of_work
from web.came_from import carried
from web.clerk import OFFICERS, blueprint
from web.forms import sent, shown_again, whole
from web.i18n import ONE_YEAR, plain
from web.i18n import gettext as _
from workflows.errors import TransitionRefused

__all__ = ["blueprint"]

KEYS = "phim"  # the cookie that says whether single keys do anything
OFF = "tat"
SENTENCE = "sentence"  # a message that is a whole sentence, not the name of an act
LONGEST = 80  # letters of a search


@blueprint.get("/viec")
@allow(*OFFICERS)
def worklist() -> ResponseReturnValue:
    """Show one queue of the office, the nearest deadline first."""
    return _worklist()


@blueprint.post("/viec")
@allow(*OFFICERS)
def save_view() -> ResponseReturnValue:
    """Save the queue and the filter of the address under a name."""
    queue, words = _asked()
    try:
        views.save(unit_of_work(), request.form.get("ten", ""), queue, words)
    except TransitionRefused as error:
        return _worklist(problem=plain(error.text)), 422
    flash(_("Đã lưu chế độ xem."), SENTENCE)
    return redirect(url_for("clerk.worklist", hang=queue, q=words or None), code=303)


@blueprint.post("/viec/bo-che-do-xem/<view_id>")
@allow(*OFFICERS)
def delete_view(view_id: str) -> ResponseReturnValue:
    """Delete a saved view."""
    views.delete(unit_of_work(), view_id)
    flash(_("Đã bỏ chế độ xem."), SENTENCE)
    return redirect(url_for("clerk.worklist"), code=303)


@blueprint.get("/viec/xem/<case_id>")
@allow(*OFFICERS)
def preview(case_id: str) -> ResponseReturnValue:
    """Show one case at a glance; the worklist fetches this page and shows its main part at its side."""
    shown = worklists.preview(reading(), case_id)
    return render_template("clerk/preview.html", page=shown, carry=carried(request.args))


@blueprint.get("/phim-tat")
@allow(*OFFICERS)
def keys() -> ResponseReturnValue:
    """List what each key does, with the switch."""
    return render_template("clerk/keys.html")


@blueprint.post("/phim-tat")
@allow(*OFFICERS)
def switch_keys() -> ResponseReturnValue:
    """Switch the single keys of this browser off or on."""
    answer = redirect(_back(), code=303)
    chosen = OFF if request.form.get("phim") == OFF else "bat"
    answer.set_cookie(KEYS, chosen, max_age=ONE_YEAR, samesite="Lax", httponly=True, secure=request.is_secure)
    return answer


def _worklist(*, problem: str = "") -> str:
    queue, words = _asked()
    shown = worklists.worklist(reading(), queue, search=words, page=whole(request.args.get("trang", "")) or 1)
    return render_template("clerk/worklist.html", page=shown, problem=problem, typed=shown_again(sent()))


def _asked() -> tuple[str, str]:
    """Return the queue and the words of the address; a queue that there is not is the first one."""
    queue = request.args.get("hang", "")
    return queue if queue in worklists.QUEUES else worklists.FIRST, request.args.get("q", "")[:LONGEST]


def _back() -> str:
    """Return the officers' page that the form names to go back to."""
    wanted = request.form.get("next", "")
    own = wanted.startswith("/can-bo/") and "\\" not in wanted and wanted.isprintable()
    return wanted if own else url_for("clerk.keys")
