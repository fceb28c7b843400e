"""Pages of a declaration: what a life event brings, its sections, the answers to check, submitting."""

from flask import Blueprint, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue

from services import declarations
from services.reading import drafts
from web.access import actor, allow, context, product, public, reading
from web.forms import errors_of, sent, shown_again, shown_values
from workflows.errors import AlreadyFiled, DeclarationIncomplete, TransitionRefused
from workflows.forms.problems import FieldProblem
from workflows.language import Role

blueprint = Blueprint("citizen", __name__)


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
    raw = sent()
    read = declarations.save_section(
        opened.context, opened.agencies, opened.lists, actor(), page.draft.id, page.section, raw
    )
    again = drafts.section_page(reading(), slug, section)
    before = _asked_before(page)
    # What only these answers have led to was not on the page: it is asked now, and nothing was left out.
    if problems := tuple(problem for problem in read.problems if problem.fact in before):
        return _section(again, {**shown_values(again), **shown_again(raw)}, problems, ()), 422
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


@blueprint.get("/<life_event:slug>/bat-dau")
@public
def not_begun(slug: str) -> ResponseReturnValue:
    """Lead whoever had to sign in first back to the page with the button."""
    return redirect(url_for("citizen.start", slug=slug), code=303)


@blueprint.get("/<life_event:slug>/nop")
@public
def not_submitted(slug: str) -> ResponseReturnValue:
    """Lead whoever had to sign in first, or reads a refusal in the other language, back to the answers."""
    return redirect(url_for("citizen.check", slug=slug), code=303)
