"""Pages for officers: the worklist of their office, and the case with exactly the steps open to them."""

from flask import Blueprint, flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue

from services.officers import cases
from services.reading import casework, worklists
from services.reading.pages import FactLine, OfficerCasePage, StepChoice
from web import asking
from web.access import allow, product, reading, unit_of_work
from web.filters import options_of
from web.forms import Errors, errors_of, sent, shown_again, typed_of
from web.i18n import plain
from workflows.errors import ConcurrentChange, NotAllowed, TransitionRefused
from workflows.forms.problems import FieldProblem
from workflows.forms.steps import as_question, read_items
from workflows.language import Item, Role
from workflows.words import Kind, Text

blueprint = Blueprint("clerk", __name__, url_prefix="/can-bo")
OFFICERS = (Role.CLERK, Role.LEADER)
Refusal = TransitionRefused | ConcurrentChange | NotAllowed


@blueprint.get("/viec")
@allow(*OFFICERS)
def worklist() -> ResponseReturnValue:
    """Show one queue of the office, the nearest deadline first."""
    shown = worklists.worklist(
        reading(),
        request.args.get("hang", "can-lam"),
        search=request.args.get("q", "")[:80],
        page=_whole(request.args.get("trang", "")) or 1,
    )
    return render_template("clerk/worklist.html", page=shown)


@blueprint.get("/ho-so/<case_id>")
@allow(*OFFICERS)
def case(case_id: str) -> ResponseReturnValue:
    """Show a case with the steps open to this officer, and why the others are not."""
    return _case(casework.case_page(reading(), case_id))


@blueprint.get("/ho-so/<case_id>/lam/<step>")
@allow(*OFFICERS)
def act(case_id: str, step: str) -> ResponseReturnValue:
    """Show the page of one consequential step."""
    page = casework.case_page(reading(), case_id)
    chosen = _offered(page, step)
    if chosen is None or chosen.why_not is not None:
        return redirect(url_for("clerk.case", case_id=case_id), code=303)
    return _act(page, chosen, {}, ())


@blueprint.post("/ho-so/<case_id>/lam/<step>")
@allow(*OFFICERS)
def take(case_id: str, step: str) -> ResponseReturnValue:
    """Take a step; a stale page, a shut step or a missing reason changes nothing and says why."""
    page = casework.case_page(reading(), case_id)
    chosen = _offered(page, step)
    raw = sent()
    asked = asking.marked(case_id, chosen, raw) if chosen else raw
    values, problems = read_items(chosen.takes if chosen else (), asked, product().lists)
    corrections, wrong = _corrections(page, chosen, raw)
    if chosen and (problems or wrong):
        return _act(page, chosen, raw, (*problems, *wrong)), 422
    try:
        cases.take_step(
            unit_of_work(),
            case_id,
            step,
            values,
            corrections=corrections,
            seen_round=_whole(raw.get("round", "")),
        )
    except (TransitionRefused, ConcurrentChange, NotAllowed) as error:
        return _case(casework.case_page(reading(), case_id), problem=error), error.status
    flash(plain(chosen.text) if chosen else step)
    return redirect(url_for("clerk.case", case_id=case_id), code=303)


def _case(page: OfficerCasePage, *, problem: Refusal | None = None) -> str:
    return render_template("clerk/case.html", page=page, problem=problem.text if problem else None)


def _act(
    page: OfficerCasePage, step: StepChoice, raw: dict[str, str], problems: tuple[FieldProblem, ...]
) -> str:
    corrections = _correctable(page) if step.corrects else ()
    found: Errors = errors_of(problems)
    return render_template(
        "clerk/act.html",
        page=page,
        step=step,
        questions=[as_question(item) for item in (*step.takes, *corrections) if item.code != asking.CODES],
        askable=asking.lines_of(page.part.id, step),
        typed={**_present(page, step), **shown_again(raw)},
        errors=found.sentences,
        targets=found.targets,
        lists=product().lists,
    )


def _offered(page: OfficerCasePage, code: str) -> StepChoice | None:
    return next((choice for choice in page.steps if choice.code == code), None)


def _correctable(page: OfficerCasePage) -> tuple[Item, ...]:
    return tuple(
        Item(
            code=line.fact,
            kind=line.kind,
            text=line.label,
            required=False,
            options=_options(line),
        )
        for line in page.correctable
    )


def _options(line: FactLine) -> tuple[tuple[str, Text], ...]:
    """Return what a corrected choice may be: what the family could choose from."""
    if line.kind is not Kind.CHOICE or line.question is None:
        return ()
    return tuple((option.value, option.text) for option in options_of(line.question, product().lists))


def _present(page: OfficerCasePage, step: StepChoice) -> dict[str, str]:
    """Return what stands in the boxes of a correction before anything is changed."""
    if not step.corrects:
        return {}
    items = zip(_correctable(page), page.correctable, strict=True)
    return {
        name: text for item, line in items for name, text in typed_of(as_question(item), line.value).items()
    }


def _corrections(
    page: OfficerCasePage, step: StepChoice | None, raw: dict[str, str]
) -> tuple[dict[str, object], tuple[FieldProblem, ...]]:
    """Read the corrected values that differ from what the output says now."""
    if step is None or not step.corrects:
        return {}, ()
    values, problems = read_items(_correctable(page), raw, product().lists)
    before = {line.fact: line.value for line in page.correctable}
    return {fact: value for fact, value in values.items() if value != before.get(fact)}, problems


def _whole(typed: str) -> int | None:
    return int(typed) if typed.isascii() and typed.isdigit() and len(typed) < 9 else None
