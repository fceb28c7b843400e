"""Pages of attached papers: one card for each that is needed, the pictures themselves, an officer's view."""

from io import BytesIO
from typing import Literal

from flask import Blueprint, flash, redirect, render_template, request, send_file, url_for
from flask.typing import ResponseReturnValue
from werkzeug.exceptions import RequestEntityTooLarge

from services.evidence import papers
from services.evidence.paper_checks import MOST_BYTES, REASONS, examine
from services.reading import papers as reading_papers
from services.reading.paper_pages import PapersPage
from web.access import allow, also_on_one_draft, guard, public, reading, unit_of_work
from web.came_from import carried
from web.i18n import gettext
from web.security import SANDBOX, takes_files
from workflows.errors import NotFound, TransitionRefused
from workflows.vocabulary import Role
from workflows.words import Text

blueprint = Blueprint("papers", __name__)
OFFICERS = (Role.CLERK, Role.LEADER)
# More than a paper may have, so that a photo that is too large is still read and gets its own sentence.
MOST_SENT = 16 * 1024**2
COPIES: dict[str, Literal["thumbnail", "shown", "original"]] = {
    "nho": "thumbnail",
    "xem": "shown",
    "goc": "original",
}
ZOOMS, TURNS = (1, 2, 3), (0, 1, 2, 3)  # times as large; quarter turns
SUFFIXES = {"image/jpeg": "jpg", "image/png": "png", "image/webp": "webp", "application/pdf": "pdf"}
NOT_CHOSEN = Text(
    vi="Chưa chọn tệp nào. Hãy chụp ảnh giấy hoặc chọn ảnh, tệp PDF có sẵn rồi gửi.",
    en="No file was chosen. Take a photo of the paper, or choose a photo or PDF file, then send it.",
)


@blueprint.get("/<life_event:slug>/giay-to")
@allow(Role.CITIZEN)
@also_on_one_draft(by_code=True)
def page(slug: str) -> ResponseReturnValue:
    """Show the papers that the answers so far make necessary, with what is attached."""
    return _page(reading_papers.draft_papers(reading(), slug))


@blueprint.post("/<life_event:slug>/giay-to/<evidence>")
@allow(Role.CITIZEN)
@also_on_one_draft(by_code=True)
@takes_files(MOST_SENT)
def attach(slug: str, evidence: str) -> ResponseReturnValue:
    """Take one photo or file for one paper."""
    shown = reading_papers.draft_papers(reading(), slug)
    return _attach(shown, evidence) or redirect(url_for("papers.page", slug=slug), code=303)


@blueprint.get("/ho-so/<code>/bo-sung/<case_id>/giay-to")
@allow(Role.CITIZEN)
def supplement(code: str, case_id: str) -> ResponseReturnValue:
    """Show the papers that may answer an officer's request."""
    return _page(reading_papers.supplement_papers(reading(), code, case_id))


@blueprint.post("/ho-so/<code>/bo-sung/<case_id>/giay-to/<evidence>")
@allow(Role.CITIZEN)
@takes_files(MOST_SENT)
def attach_supplement(code: str, case_id: str, evidence: str) -> ResponseReturnValue:
    """Take one photo or file that answers an officer's request."""
    shown = reading_papers.supplement_papers(reading(), code, case_id)
    back = url_for("papers.supplement", code=code, case_id=case_id)
    return _attach(shown, evidence) or redirect(back, code=303)


@blueprint.get("/<life_event:slug>/giay-to/tep/<paper_id>")
@allow(Role.CITIZEN)
@also_on_one_draft(by_code=True)
def view(slug: str, paper_id: str) -> ResponseReturnValue:
    """Show one attached paper large, with a way to take it back while that is possible."""
    return render_template("citizen/paper.html", page=reading_papers.paper_view(reading(), paper_id))


@blueprint.post("/<life_event:slug>/giay-to/tep/<paper_id>")
@allow(Role.CITIZEN)
@also_on_one_draft(by_code=True)
def remove(slug: str, paper_id: str) -> ResponseReturnValue:
    """Take a paper back."""
    try:
        shown = reading_papers.paper_view(reading(), paper_id)
    except NotFound:  # taken back already: the second press of the same button
        return redirect(url_for("papers.page", slug=slug), code=303)
    papers.remove(unit_of_work(), paper_id)
    flash(gettext("Đã bỏ tệp."))
    if shown.number and shown.case_id:
        return redirect(url_for("papers.supplement", code=shown.number, case_id=shown.case_id), code=303)
    return redirect(url_for("papers.page", slug=slug), code=303)


@blueprint.get("/<life_event:slug>/giay-to/tep/<paper_id>/<any(nho, xem, goc):copy>")
@allow(Role.CITIZEN)
@also_on_one_draft(by_code=True)
def copy(slug: str, paper_id: str, copy: str) -> ResponseReturnValue:
    """Send one copy of a paper to whoever files it."""
    return _copy(paper_id, copy)


@blueprint.get("/can-bo/giay-to/<paper_id>")
@allow(*OFFICERS)
def officer_view(paper_id: str) -> ResponseReturnValue:
    """Show one paper to an officer whose case rests on it, as large and turned as the address says."""
    return render_template(
        "clerk/paper.html",
        page=reading_papers.paper_view(reading(), paper_id),
        zoom=_among(request.args.get("phong", ""), ZOOMS),
        turn=_among(request.args.get("xoay", ""), TURNS),
        carry=carried(request.args),
    )


@blueprint.get("/can-bo/giay-to/<paper_id>/<any(nho, xem, goc):copy>")
@allow(*OFFICERS)
def officer_copy(paper_id: str, copy: str) -> ResponseReturnValue:
    """Send one copy of a paper to an officer whose case rests on it."""
    return _copy(paper_id, copy)


@blueprint.get("/<life_event:slug>/giay-to/<evidence>")
@blueprint.get("/ho-so/<code>/bo-sung/<case_id>/giay-to/<evidence>")
@public
def not_attached(evidence: str, **places: str) -> ResponseReturnValue:
    """Lead whoever had to sign in first, or reloads a refused sending, back to the cards."""
    if "slug" in places:
        return redirect(url_for("papers.page", slug=places["slug"]), code=303)
    back = url_for("papers.supplement", code=places["code"], case_id=places["case_id"])
    return redirect(back, code=303)


@blueprint.errorhandler(RequestEntityTooLarge)
def too_large(_error: RequestEntityTooLarge) -> ResponseReturnValue:
    """Say it on the card of the paper; what was sent is not read."""
    if (away := guard()) is not None:
        return away
    places = request.view_args or {}
    if "slug" in places:
        shown = reading_papers.draft_papers(reading(), places["slug"])
    else:
        shown = reading_papers.supplement_papers(reading(), places["code"], places["case_id"])
    return _page(shown, places.get("evidence", ""), REASONS["too-large"]), 413


def _attach(shown: PapersPage, evidence: str) -> ResponseReturnValue | None:
    """Examine what was sent and attach it; return the page with a sentence when that cannot be."""
    sent = request.files.get("paper")
    content = sent.stream.read(MOST_BYTES + 1) if sent else b""
    if sent is None or (not sent.filename and not content):
        return _page(shown, evidence, NOT_CHOSEN), 422
    examined = examine(content)
    if isinstance(examined, Text):
        return _page(shown, evidence, examined), 422
    try:
        papers.attach(
            unit_of_work(),
            shown.dossier_id,
            evidence,
            examined,
            sending=request.form.get("sending", "")[:64] or examined.digest,
            case_id=shown.case_id,
        )
    except TransitionRefused as error:
        return _page(shown, evidence, error.text), error.status
    flash(gettext("Đã nhận tệp. Hãy xem ảnh nhỏ bên dưới có đúng và rõ không."))
    return None


def _page(shown: PapersPage, evidence: str = "", problem: Text | None = None) -> str:
    return render_template("citizen/papers.html", page=shown, evidence=evidence, problem=problem)


def _among(typed: str, known: tuple[int, ...]) -> int:
    """Read one of the known numbers; anything else means the first."""
    return next((number for number in known if str(number) == typed), known[0])


def _copy(paper_id: str, word: str) -> ResponseReturnValue:
    """Send bytes that a stranger made: as what they are, never as a page, and nothing in them runs."""
    found = papers.read(reading(), paper_id, COPIES[word])
    answer = send_file(
        BytesIO(found.content),
        mimetype=found.media,
        as_attachment=word == "goc",
        download_name=f"{found.evidence}.{SUFFIXES[found.media]}",
        etag=False,
    )
    answer.headers["Cache-Control"] = "no-store"
    answer.headers["Content-Security-Policy"] = SANDBOX
    return answer
