"""Pages for officers: the case with exactly the steps open to them."""

from collections.abc import Mapping

from flask import Blueprint, flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue

from services.officers import cases
from services.reading.case_pages import QueuePlace
from services.reading.pages import FactLine, OfficerCasePage, StepChoice
from services.reading.working import casework, queue_places
from web import asking
from web.access import allow, product, reading, unit_of_work
from web.came_from import STAY, carried
from web.filters import options_of
from web.forms import Errors, errors_of, sent, shown_again, typed_of, whole
from web.i18n import gettext, plain
from workflows.errors import ConcurrentChange, FactMissing, NotAllowed, TransitionRefused
from workflows.forms.problems import FieldProblem
from workflows.forms.steps import as_question, read_items
from workflows.language import Item
from workflows.vocabulary import Role
from workflows.words import Kind, Text

blueprint = Blueprint("clerk", __name__, url_prefix="/can-bo")
OFFICERS = (Role.CLERK, Role.LEADER)


@blueprint.get("/ho-so/<case_id>")
@allow(*OFFICERS)
def case(case_id: str) -> ResponseReturnValue:
    """Show a case with the steps open to this officer, and why the others are not."""
    return _case(casework.case_page(reading(), case_id), request.args)


@blueprint.get("/ho-so/<case_id>/lam/<step>")
@allow(*OFFICERS)
def act(case_id: str, step: str) -> ResponseReturnValue:
    """Show the page of one consequential step."""
    page = casework.case_page(reading(), case_id)
    chosen = _offered(page, step)
    if chosen is None or chosen.why_not is not None:
        return _back_to(case_id, request.args)
    return _act(page, chosen, carried(request.args), ())


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
        if chosen.why_not:  # only a request by hand comes here
            return _case(page, raw, problem=chosen.why_not), 403 if chosen.barred else 409
        return _act(page, chosen, raw, (*problems, *wrong)), 422
    place = _place(case_id, raw)
    try:
        cases.take_step(
            unit_of_work(),
            case_id,
            step,
            values,
            corrections=corrections,
            seen_round=whole(raw.get("round", "")),
        )
    except (TransitionRefused, ConcurrentChange, NotAllowed) as error:
        return _case(casework.case_page(reading(), case_id), raw, problem=error.text), error.status
    except FactMissing:  # the page said so already; only a request by hand comes here
        shut = chosen.why_not if chosen else None
        return _case(page, raw, problem=shut), TransitionRefused.status
    return _go_on(page, plain(chosen.text) if chosen else step, place, raw)


def act_again(case_id: str, step: str, raw: dict[str, str]) -> ResponseReturnValue:
    """Show the page of a step with what was typed into it before (for `web.supplement_preview`)."""
    page = casework.case_page(reading(), case_id)
    chosen = _offered(page, step)
    if chosen is None or chosen.why_not is not None:
        return _back_to(case_id, raw)
    return _act(page, chosen, raw, ())


def _case(page: OfficerCasePage, sent_along: Mapping[str, str], *, problem: Text | None = None) -> str:
    return render_template(
        "clerk/case.html",
        page=page,
        place=_place(page.part.id, sent_along),
        carry=carried(sent_along),
        problem=problem,
    )


# --- the queue from which the officer came ---------------------------------------------------------------


def _back_to(case_id: str, sent_along: Mapping[str, str]) -> ResponseReturnValue:
    return redirect(url_for("clerk.case", case_id=case_id, **carried(sent_along)), code=303)


def _place(case_id: str, sent_along: Mapping[str, str]) -> QueuePlace | None:
    carry = carried(sent_along)
    if not carry:
        return None
    return queue_places.place(reading(), carry["hang"], carry.get("q", ""), case_id)


def _go_on(
    page: OfficerCasePage, step: str, place: QueuePlace | None, sent_along: Mapping[str, str]
) -> ResponseReturnValue:
    """Say what was done, and go to the file that stood next; without a queue, or on wish, stay."""
    carry = carried(sent_along)
    if place is None or STAY in carry:
        flash(step)
        return redirect(url_for("clerk.case", case_id=page.part.id, **carry), code=303)
    if place.after is None:
        flash(gettext("%(step)s – %(file)s", step=step, file=page.subject))
        return redirect(url_for("clerk.worklist", hang=place.queue, q=place.search or None), code=303)
    words = gettext("Đã ghi nhận: %(step)s – %(file)s. Đây là hồ sơ kế tiếp.", step=step, file=page.subject)
    flash(words, "sentence")
    return redirect(url_for("clerk.case", case_id=place.after, **carry), code=303)


def _act(
    page: OfficerCasePage, step: StepChoice, raw: dict[str, str], problems: tuple[FieldProblem, ...]
) -> str:
    corrections = _correctable(page) if step.corrects else ()
    found: Errors = errors_of(problems)
    return render_template(
        "clerk/act.html",
        page=page,
        step=step,
        carry=carried(raw),
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
