"""Pages of a declaration: what a life event brings, its sections, the answers to check, submitting."""

from collections.abc import Mapping
from urllib.parse import quote

from flask import Blueprint, flash, make_response, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue

from services.citizens import declarations
from services.reading.filing import drafts
from services.reading.filing.start import start_page
from web import kept, suitability
from web.access import (
    actor,
    allow,
    also_on_one_draft,
    context,
    person,
    product,
    public,
    reading,
    visit,
)
from web.errors import known
from web.forms import errors_of, mark_of, sent, settled_inputs, shown_again, shown_values
from web.i18n import gettext
from workflows.errors import (
    AlreadyFiled,
    ConcurrentChange,
    DeclarationIncomplete,
    NoDraft,
    PaymentDue,
    TransitionRefused,
)
from workflows.forms.problems import FieldProblem
from workflows.vocabulary import Role
from workflows.words import Text

blueprint = Blueprint("citizen", __name__)
SAVED_IN_ANOTHER_WINDOW = Text(
    vi="Phần này vừa được lưu ở cửa sổ khác, với nội dung khác. Điều bạn vừa nhập còn đây: bấm lưu lần nữa "
    "để thay nội dung kia, hoặc mở lại trang để giữ nội dung kia.",
    en="This part was just saved in another window, and says something else there. What you typed is still "
    "here: save once more to put it in the other's place, or open the page again to keep the other.",
)
ANOTHER_DRAFT = Text(
    vi="Trang này thuộc một tờ khai khác, đã đóng. Không có gì được lưu vào tờ khai đang mở.",
    en="This page belongs to another declaration, which is closed. Nothing was saved in the open one.",
)


@blueprint.get("/<life_event:slug>")
@public
def start(slug: str) -> ResponseReturnValue:
    """Say what this life event brings, how long it takes and what to have at hand."""
    page = start_page(reading(), slug)
    return render_template("citizen/start.html", bundle=page.bundle, page=page)


@blueprint.post("/<life_event:slug>/bat-dau")
@allow(Role.CITIZEN)
def begin(slug: str) -> ResponseReturnValue:
    """Start a declaration, or take up the unfinished one."""
    opened = product()
    before = suitability.answered(slug) if request.form.get("phu-hop") == "1" else {}
    declarations.start(opened.context, opened.agencies, actor(), slug, answered=before)
    response = make_response(redirect(url_for("citizen.tasks", slug=slug), code=303))
    response.delete_cookie(suitability.COOKIE)
    return response


@blueprint.get("/<life_event:slug>/viec")
@allow(Role.CITIZEN)
@also_on_one_draft(by_code=True)
def tasks(slug: str) -> ResponseReturnValue:
    """Show the sections with what is done."""
    return render_template("citizen/tasks.html", draft=drafts.draft_page(reading(), slug))


def section_again(notice: Text, typed: Mapping[str, str], slug: str, section: str) -> str:
    """Show one section with a sentence and with what was typed there and is not saved."""
    page = drafts.section_page(reading(), slug, section)
    return _section(page, {**shown_values(page), **typed}, (), (), notice)


@blueprint.get("/<life_event:slug>/phan/<section>")
@allow(Role.CITIZEN)
@also_on_one_draft(by_code=True)
def section(slug: str, section: str) -> ResponseReturnValue:
    """Show one section with what was saved, and over it what came too late to be saved."""
    page = drafts.section_page(reading(), slug, section)
    late = kept.typed_here(context(), visit())
    if late and late.get("draft", page.draft.id) == page.draft.id:
        return section_again(kept.NOT_SAVED_YET, shown_again(late), slug, section)
    return _section(page, shown_values(page), (), ())


@blueprint.post("/<life_event:slug>/phan/<section>")
@allow(Role.CITIZEN)
@also_on_one_draft(by_code=True)
@kept.keeps_typing(section_again)
def save_section(slug: str, section: str) -> ResponseReturnValue:
    """Save one section; it comes back with problems, with a doubt to confirm, or with what else is asked."""
    opened = product()
    page = drafts.section_page(reading(), slug, section)
    raw = sent()
    _require_the_same_draft(raw.pop("draft", None), page)
    _require_what_was_shown(raw.pop("seen", None), page, raw)
    raw = {**settled_inputs(page, raw), **raw}
    read = declarations.save_section(
        opened.context, opened.agencies, opened.lists, actor(), page.draft.id, page.section, raw
    )
    again = drafts.section_page(reading(), slug, section)
    before = _asked_before(page)
    # What only these answers have led to was not on the page: it is asked now, and nothing was left out.
    if problems := tuple(problem for problem in read.problems if problem.fact in before):
        return _section(again, {**shown_values(again), **shown_again(raw)}, problems, ()), 422
    if more := raw.get("them"):
        address = url_for("citizen.section", slug=slug, section=section, ve=request.args.get("ve"))
        return redirect(f"{address}#{quote(more)}", code=303)
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
    notice: Text | None = None,
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
        notice=notice,
        seen=mark_of(shown_values(page)),
    )


def _require_the_same_draft(sent_for: str | None, page: drafts.SectionPage) -> None:
    """Keep what was typed for one declaration out of another, which a tab left open could send it to."""
    unsaid = sent_for is None and actor().acting_for is None
    if not unsaid and sent_for != page.draft.id:
        raise TransitionRefused(text=ANOTHER_DRAFT)


def _require_what_was_shown(seen: str | None, page: drafts.SectionPage, raw: Mapping[str, str]) -> None:
    """Let nobody overwrite unawares what another window has saved since this page was opened.

    Raises:
        ConcurrentChange: it was saved since, and says something else than what was typed here.
    """
    saved = shown_values(page)
    if seen is None or seen == mark_of(saved):
        return
    if any(raw.get(name, "") != value for name, value in saved.items()):
        raise ConcurrentChange(text=SAVED_IN_ANOTHER_WINDOW)


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
    if page.draft.only_papers_missing:
        return url_for("papers.page", slug=slug)
    return url_for("citizen.check" if not page.draft.problems else "citizen.tasks", slug=slug)


@blueprint.get("/<life_event:slug>/kiem-tra")
@allow(Role.CITIZEN)
@also_on_one_draft(by_code=True)
def check(slug: str) -> ResponseReturnValue:
    """Show every answer with its source before anything is sent."""
    return render_template(
        "citizen/check.html", page=drafts.check_page(reading(), slug), lists=product().lists, problem=None
    )


@blueprint.post("/<life_event:slug>/nop")
@allow(Role.CITIZEN)
@also_on_one_draft(by_code=False)
def submit(slug: str) -> ResponseReturnValue:
    """Submit the declaration; pressing again, or going back and pressing, leads to the same dossier."""
    draft_id = request.form.get("draft", "")
    try:
        dossier = declarations.submit(context(), actor(), draft_id)
    except PaymentDue:
        return redirect(url_for("payments.fee", slug=slug), code=303)
    except (DeclarationIncomplete, TransitionRefused, AlreadyFiled) as error:
        page = drafts.check_page(reading(), slug)
        return render_template(
            "citizen/check.html", page=page, lists=product().lists, problem=error
        ), error.status
    if actor().acting_for:  # the file is the citizen's: the officer goes back to the counter
        return redirect(url_for("counter.done", number=dossier.number), code=303)
    return redirect(url_for("citizen.submitted", slug=slug, number=dossier.number), code=303)


def to_the_confirmation(error: NoDraft) -> ResponseReturnValue:
    """Lead whoever goes back to a form that was submitted a while ago to what became of it."""
    slug = (request.view_args or {}).get("slug", "")
    number = drafts.just_filed(reading(), slug) if person() and not actor().acting_for else None
    if number is None:
        return known(error)
    if request.method == "POST":
        flash(gettext("Tờ khai này đã nộp, nên những gì vừa nhập không được lưu."))
    return redirect(url_for("citizen.submitted", slug=slug, number=number), code=303)


blueprint.register_error_handler(NoDraft, to_the_confirmation)


@blueprint.get("/<life_event:slug>/bat-dau")
@public
def not_begun(slug: str) -> ResponseReturnValue:
    """Lead whoever had to sign in first back to the page with the button."""
    answered = bool(suitability.answered(slug))
    return redirect(url_for("suitability.result" if answered else "citizen.start", slug=slug), code=303)


@blueprint.get("/<life_event:slug>/nop")
@public
def not_submitted(slug: str) -> ResponseReturnValue:
    """Lead whoever had to sign in first, or reads a refusal in the other language, back to the answers."""
    return redirect(url_for("citizen.check", slug=slug), code=303)
