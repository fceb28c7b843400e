"""Pages for citizens once a file is sent: track it, supplement, agree, withdraw."""

from flask import flash, redirect, render_template, request, session, url_for
from flask.typing import ResponseReturnValue

from services import cases, declarations, identity
from services.reading import tracking
from services.reading.pages import CasePart, DossierPage
from web.access import actor, allow, context, person, product, public, reading, unit_of_work
from web.declaration import blueprint
from web.drawing import citizen_steps, relative_steps
from web.forms import sent, shown_again
from web.i18n import gettext
from workflows.errors import NotFound, TooManyAttempts, TransitionRefused
from workflows.forms.steps import read_items
from workflows.language import Role, Step, Waits
from workflows.words import Text

__all__ = ["blueprint"]

SEEN = "seen"
MOST_SEEN = 20
NOT_OPEN_NOW = Text(
    vi="Hồ sơ không còn chờ câu trả lời này. Hãy xem lại trạng thái mới.",
    en="The file no longer waits for this answer. Look at its new state.",
)


@blueprint.get("/<life_event:slug>/da-nop/<number>")
@allow(Role.CITIZEN)
def submitted(slug: str, number: str) -> ResponseReturnValue:
    """Confirm: the code, the promised date with its derivation, what happens next."""
    return render_template("citizen/submitted.html", page=_own(number))


@blueprint.get("/cua-toi")
@allow(Role.CITIZEN)
def mine() -> ResponseReturnValue:
    """List my drafts and dossiers, and what waits for my consent."""
    return render_template("citizen/mine.html", page=tracking.mine(reading()))


@blueprint.get("/tra-cuu")
@public
def lookup() -> ResponseReturnValue:
    """Ask for code and phone."""
    return render_template("citizen/lookup.html", code=request.args.get("ma", ""), problem=None)


@blueprint.post("/tra-cuu")
@public
def find() -> ResponseReturnValue:
    """Find a dossier by code and the last four digits of the phone; guessing is limited."""
    typed = shown_again(sent())
    code, tail = typed.get("ma", "").strip()[:60], typed.get("so", "").strip()[:4]
    try:
        identity.count_guess(context(), request.remote_addr or "unknown")
        found = tracking.find(reading(), code, tail)
    except (NotFound, TooManyAttempts) as error:
        return render_template("citizen/lookup.html", code=code, problem=error.text), error.status
    session[SEEN] = [found, *[other for other in session.get(SEEN, []) if other != found]][:MOST_SEEN]
    page = tracking.page_after_phone_check(reading(), found)
    return redirect(url_for("citizen.track", code=page.number), code=303)


@blueprint.get("/ho-so/<code>")
@public
def track(code: str) -> ResponseReturnValue:
    """Show a dossier to its requester, to a person whose consent it needs, or after the phone check."""
    page = _visible(code)
    if page is None:
        return redirect(url_for("citizen.lookup", ma=code), code=303)
    return render_template("citizen/track.html", page=page, acting=actor().personal_id)


@blueprint.get("/ho-so/<code>/bo-sung/<case_id>")
@allow(Role.CITIZEN)
def supplement(code: str, case_id: str) -> ResponseReturnValue:
    """Show what an officer asks for, and only that."""
    page = _own(code)
    part = next((p for p in page.cases if p.id == case_id and p.waits_for is Waits.CITIZEN), None)
    if part is None:
        return redirect(url_for("citizen.track", code=code), code=303)
    return _supplement(page, part)


@blueprint.post("/ho-so/<code>/bo-sung/<case_id>")
@allow(Role.CITIZEN)
def send_supplement(code: str, case_id: str) -> ResponseReturnValue:
    """Send the supplement; an empty one comes back with what was typed."""
    page = _own(code)
    part = next((p for p in page.cases if p.id == case_id), None)
    if part is None:
        raise NotFound(text=tracking.NO_SUCH_DOSSIER)
    answer = request.form.get("answer", "")
    step = _in_words(page, part)
    if step and (wrong := read_items(step.takes[:1], {step.takes[0].code: answer}, product().lists)[1]):
        return _supplement(page, part, answer, wrong[0].text), 422
    try:
        cases.answer_supplement(unit_of_work(), case_id, answer)
    except TransitionRefused as error:
        return _supplement(page, part, answer, error.text), error.status
    flash(gettext("Đã gửi. Cán bộ sẽ xem tiếp."))
    return redirect(url_for("citizen.track", code=code), code=303)


def _supplement(page: DossierPage, part: CasePart, answer: str = "", problem: Text | None = None) -> str:
    return render_template(
        "citizen/supplement.html",
        page=page,
        part=part,
        step=_in_words(page, part),
        answer=shown_again({"answer": answer})["answer"],
        problem=problem,
    )


def _in_words(page: DossierPage, part: CasePart) -> Step | None:
    """Return the step that a citizen answers in words, while there is one."""
    return next((step for step in citizen_steps(page, part) if step.takes), None)


@blueprint.post("/ho-so/<code>/tra-loi/<case_id>/<step>")
@allow(Role.CITIZEN, Role.RELATIVE)
def answer(code: str, case_id: str, step: str) -> ResponseReturnValue:
    """Take a step that needs nothing but the will: to confirm a draft, to decline a consent."""
    page = tracking.own_page(reading(), code)
    part = next((p for p in page.cases if p.id == case_id), None)
    if part is None:
        raise NotFound(text=tracking.NO_SUCH_DOSSIER)
    offered = (*citizen_steps(page, part), *relative_steps(page, part)[1:])
    if step not in {one.code for one in offered if not one.takes}:
        raise TransitionRefused(text=NOT_OPEN_NOW)
    cases.take_step(unit_of_work(), case_id, step, {})
    return _recorded(code)


@blueprint.post("/ho-so/<code>/dong-y/<case_id>")
@allow(Role.RELATIVE)
def consent(code: str, case_id: str) -> ResponseReturnValue:
    """Record that the signed-in person agrees."""
    cases.give_consent(unit_of_work(), case_id)
    return _recorded(code)


def _recorded(code: str) -> ResponseReturnValue:
    """Lead on from an answer; whose consent is no longer needed does not see the file any more."""
    flash(gettext("Đã ghi nhận câu trả lời của bạn."))
    if _visible(code) is None:
        return redirect(url_for("citizen.mine"), code=303)
    return redirect(url_for("citizen.track", code=code), code=303)


@blueprint.get("/ho-so/<code>/dong-y/<case_id>")
@blueprint.get("/ho-so/<code>/tra-loi/<case_id>/<step>")
@public
def not_answered(code: str, **_rest: str) -> ResponseReturnValue:
    """Lead whoever had to sign in first back to the page with the button."""
    return redirect(url_for("citizen.track", code=code), code=303)


@blueprint.get("/ho-so/<code>/rut")
@allow(Role.CITIZEN)
def withdrawal(code: str) -> ResponseReturnValue:
    """Say what withdrawing means before it is done."""
    return render_template("citizen/withdraw.html", page=_own(code))


@blueprint.post("/ho-so/<code>/rut")
@allow(Role.CITIZEN)
def withdraw(code: str) -> ResponseReturnValue:
    """Withdraw the dossier."""
    declarations.withdraw(unit_of_work(), _own(code).id)
    return redirect(url_for("citizen.track", code=code), code=303)


def _own(number: str) -> DossierPage:
    """Read a dossier for whoever filed it; whose consent it needs may only read and answer."""
    page = tracking.own_page(reading(), number)
    if not page.mine:
        raise NotFound(text=tracking.NO_SUCH_DOSSIER)
    return page


def _visible(number: str) -> DossierPage | None:
    if person() is not None:
        try:
            return tracking.own_page(reading(), number)
        except NotFound:
            pass
    for dossier_id in session.get(SEEN, []):
        page = tracking.page_after_phone_check(reading(), dossier_id)
        if page.number == number:
            return page
    return None
