"""Pages for citizens: declare once, track, supplement, agree, withdraw."""

from flask import Blueprint, redirect, render_template, request, session, url_for
from flask.typing import ResponseReturnValue

from services import cases, declarations, drafts, identity, tracking
from services.pages import DossierPage
from web.access import actor, allow, context, person, product, public, reading, unit_of_work
from web.forms import errors_of, shown_values
from workflows.errors import (
    AlreadyFiled,
    DeclarationIncomplete,
    NotFound,
    TooManyAttempts,
    TransitionRefused,
)
from workflows.language import Role, Waits
from workflows.problems import FieldProblem

blueprint = Blueprint("citizen", __name__)
SEEN = "seen"
MOST_SEEN = 20


# --- the declaration ------------------------------------------------------------------------------


@blueprint.get("/<life_event:slug>")
@public
def start(slug: str) -> ResponseReturnValue:
    """Say what this life event brings, how long it takes and what to have at hand."""
    bundle, procedures, saved = drafts.promised_procedures(reading(), slug)
    return render_template("citizen/start.html", bundle=bundle, procedures=procedures, saved=saved)


@blueprint.post("/<life_event:slug>/bat-dau")
@allow(Role.CITIZEN)
def begin(slug: str) -> ResponseReturnValue:
    """Start a declaration, or take up the unfinished one."""
    opened = product()
    declarations.start(opened.context, opened.agencies, actor(), slug)
    return redirect(url_for("citizen.tasks", slug=slug), code=303)


@blueprint.get("/<life_event:slug>/viec")
@allow(Role.CITIZEN)
def tasks(slug: str) -> ResponseReturnValue:
    """Show the sections with what is done."""
    return render_template("citizen/tasks.html", draft=drafts.draft_page(reading(), slug))


@blueprint.get("/<life_event:slug>/phan/<section>")
@allow(Role.CITIZEN)
def section(slug: str, section: str) -> ResponseReturnValue:
    """Show one section with what was saved."""
    page = drafts.section_page(reading(), slug, section)
    return _section(page, shown_values(page), (), ())


@blueprint.post("/<life_event:slug>/phan/<section>")
@allow(Role.CITIZEN)
def save_section(slug: str, section: str) -> ResponseReturnValue:
    """Save one section; it comes back with problems, with a doubt to confirm, or with what else is asked."""
    opened = product()
    page = drafts.section_page(reading(), slug, section)
    raw = request.form.to_dict()
    read = declarations.save_section(
        opened.context, opened.agencies, opened.lists, actor(), page.draft.id, page.section, raw
    )
    again = drafts.section_page(reading(), slug, section)
    before = _asked_before(page)
    # What only these answers have led to was not on the page: it is asked now, and nothing was left out.
    if problems := tuple(problem for problem in read.problems if problem.fact in before):
        return _section(again, {**shown_values(again), **raw}, problems, ()), 422
    doubted = read.warnings if raw.get("sure") != "yes" else ()
    asked_now = {line.question.fact for line in again.lines if line.typed and line.value is None}
    if doubted or asked_now & _required(again) - before:
        return _section(again, shown_values(again), (), doubted)
    return redirect(_after(slug, again), code=303)


def _section(
    page: drafts.SectionPage,
    typed: dict[str, str],
    problems: tuple[FieldProblem, ...],
    doubts: tuple[FieldProblem, ...],
) -> str:
    found = errors_of(problems)
    return render_template(
        "citizen/section.html",
        page=page,
        lists=product().lists,
        typed=typed,
        errors=found.sentences,
        targets=found.targets,
        doubts=doubts,
    )


def _required(page: drafts.SectionPage) -> set[str]:
    return {line.question.fact for line in page.lines if line.question.required}


def _asked_before(page: drafts.SectionPage) -> set[str]:
    return {line.question.fact for line in page.lines if line.typed}


def _after(slug: str, page: drafts.SectionPage) -> str:
    if request.args.get("ve") == "kiem-tra":
        return url_for("citizen.check", slug=slug)
    following = [line for line in page.draft.sections if line.number > page.number and line.state != "done"]
    if following:
        return url_for("citizen.section", slug=slug, section=following[0].slug)
    return url_for("citizen.check" if not page.draft.problems else "citizen.tasks", slug=slug)


@blueprint.get("/<life_event:slug>/kiem-tra")
@allow(Role.CITIZEN)
def check(slug: str) -> ResponseReturnValue:
    """Show every answer with its source before anything is sent."""
    return render_template(
        "citizen/check.html", page=drafts.check_page(reading(), slug), lists=product().lists, problem=None
    )


@blueprint.post("/<life_event:slug>/nop")
@allow(Role.CITIZEN)
def submit(slug: str) -> ResponseReturnValue:
    """Submit the declaration; pressing again, or going back and pressing, leads to the same dossier."""
    draft_id = request.form.get("draft", "")
    try:
        dossier = declarations.submit(context(), actor(), draft_id)
    except (DeclarationIncomplete, TransitionRefused, AlreadyFiled) as error:
        page = drafts.check_page(reading(), slug)
        return render_template(
            "citizen/check.html", page=page, lists=product().lists, problem=error
        ), error.status
    return redirect(url_for("citizen.submitted", slug=slug, number=dossier.number), code=303)


@blueprint.get("/<life_event:slug>/da-nop/<number>")
@allow(Role.CITIZEN)
def submitted(slug: str, number: str) -> ResponseReturnValue:
    """Confirm: the code, the promised date with its derivation, what happens next."""
    return render_template("citizen/submitted.html", page=_own(number))


# --- after sending ----------------------------------------------------------------------------------


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
    code, tail = request.form.get("ma", "").strip()[:60], request.form.get("so", "").strip()[:4]
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
    return render_template("citizen/supplement.html", page=page, part=part, answer="", problem=None)


@blueprint.post("/ho-so/<code>/bo-sung/<case_id>")
@allow(Role.CITIZEN)
def send_supplement(code: str, case_id: str) -> ResponseReturnValue:
    """Send the supplement; an empty one comes back with what was typed."""
    page = _own(code)
    part = next((p for p in page.cases if p.id == case_id), None)
    if part is None:
        raise NotFound(text=tracking.NO_SUCH_DOSSIER)
    answer = request.form.get("answer", "")
    try:
        cases.answer_supplement(unit_of_work(), case_id, answer)
    except TransitionRefused as error:
        return render_template(
            "citizen/supplement.html", page=page, part=part, answer=answer, problem=error.text
        ), error.status
    return redirect(url_for("citizen.track", code=code), code=303)


@blueprint.post("/ho-so/<code>/dong-y/<case_id>")
@allow(Role.RELATIVE)
def consent(code: str, case_id: str) -> ResponseReturnValue:
    """Record that the signed-in person agrees."""
    cases.give_consent(unit_of_work(), case_id)
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
    return tracking.own_page(reading(), number)


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
