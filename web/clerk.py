"""Pages for officers: the worklist of their office, and the case with exactly the steps open to them."""

from flask import Blueprint, current_app, flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue

from services import cases, casework, worklists
from services.pages import OfficerCasePage
from services.product import Product
from web.access import allow, reading, unit_of_work
from workflows.errors import ConcurrentChange, NotAllowed, TransitionRefused
from workflows.language import Item, Role
from workflows.steps import read_items

blueprint = Blueprint("clerk", __name__, url_prefix="/can-bo")
OFFICERS = (Role.CLERK, Role.LEADER)


@blueprint.get("/viec")
@allow(*OFFICERS)
def worklist() -> ResponseReturnValue:
    """Show one queue of the office, the nearest deadline first."""
    page = request.args.get("trang", "1")
    shown = worklists.worklist(
        reading(),
        request.args.get("hang", "can-lam"),
        search=request.args.get("q", "")[:80],
        page=int(page) if page.isascii() and page.isdigit() and len(page) < 7 else 1,
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
    chosen = next((choice for choice in page.steps if choice.code == step), None)
    if chosen is None or chosen.why_not is not None:
        return redirect(url_for("clerk.case", case_id=case_id), code=303)
    return render_template(
        "clerk/act.html", page=page, step=chosen, typed={}, problems=(), lists=_product().lists
    )


@blueprint.post("/ho-so/<case_id>/lam/<step>")
@allow(*OFFICERS)
def take(case_id: str, step: str) -> ResponseReturnValue:
    """Take a step; a stale page, a shut step or a missing reason changes nothing and says why."""
    page = casework.case_page(reading(), case_id)
    chosen = next((choice for choice in page.steps if choice.code == step), None)
    raw = request.form.to_dict()
    values, problems = read_items(chosen.takes if chosen else (), raw, _product().lists)
    corrections, wrong = _corrections(page, raw) if chosen and chosen.corrects else ({}, ())
    if chosen and (problems or wrong):
        return render_template(
            "clerk/act.html",
            page=page,
            step=chosen,
            typed=raw,
            problems=(*problems, *wrong),
            lists=_product().lists,
        ), 422
    try:
        cases.take_step(
            unit_of_work(),
            case_id,
            step,
            values,
            corrections=corrections,
            seen_round=_round(raw.get("round", "")),
        )
    except (TransitionRefused, ConcurrentChange, NotAllowed) as error:
        return _case(casework.case_page(reading(), case_id), problem=error), error.status
    flash(step)
    return redirect(url_for("clerk.case", case_id=case_id), code=303)


def _case(
    page: OfficerCasePage, *, problem: TransitionRefused | ConcurrentChange | NotAllowed | None = None
) -> str:
    return render_template(
        "clerk/case.html", page=page, problem=problem.text if problem else None, lists=_product().lists
    )


def _corrections(page: OfficerCasePage, raw: dict[str, str]) -> tuple[dict[str, object], tuple[object, ...]]:
    """Read the corrected values that differ from what the output says now."""
    items = tuple(
        Item(code=line.fact, kind=line.kind, text=line.label, required=False) for line in page.correctable
    )
    values, problems = read_items(items, raw, _product().lists)
    before = {line.fact: line.value for line in page.correctable}
    return {fact: value for fact, value in values.items() if value != before.get(fact)}, problems


def _round(typed: str) -> int | None:
    return int(typed) if typed.isascii() and typed.isdigit() and len(typed) < 9 else None


def _product() -> Product:
    found: Product = current_app.extensions["product"]
    return found
