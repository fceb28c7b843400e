"""Pages before a declaration: does the linked group apply, which procedures, and what follows from it.

Nobody has to sign in here. The answers travel in a signed cookie of their own for an hour: choices and
a day of birth, no names and no numbers. They are taken over into the declaration when it begins.
"""

from collections.abc import Mapping
from typing import Any, cast

from flask import Blueprint, current_app, make_response, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from itsdangerous import BadData, URLSafeTimedSerializer

from services.reading.filing import suitability
from services.reading.filing.suitability import FirstQuestion
from web.access import product, public, reading
from web.forms import errors_of, sent, shown_again, typed_of
from workflows.forms.problems import FieldProblem

blueprint = Blueprint("suitability", __name__)
COOKIE = "phu-hop"
ONE_HOUR = 3600


@blueprint.get("/<life_event:slug>/phu-hop/<int:question>")
@public
def ask(slug: str, question: int) -> ResponseReturnValue:
    """Ask one of the first questions."""
    page = suitability.first_question(reading(), slug, question, answered(slug))
    return _question(page, typed_of(page.question, page.value), ())


@blueprint.post("/<life_event:slug>/phu-hop/<int:question>")
@public
def take(slug: str, question: int) -> ResponseReturnValue:
    """Take one answer and lead on: to the next question, or to what follows from them."""
    given, raw = answered(slug), sent()
    now, problems, following = suitability.read_answer(reading(), product().lists, slug, question, raw, given)
    if problems:
        page = suitability.first_question(reading(), slug, question, given)
        return _question(page, shown_again(raw), problems), 422
    target = (
        url_for("suitability.ask", slug=slug, question=following)
        if following and request.args.get("ve") != "ket-qua"
        else url_for("suitability.result", slug=slug)
    )
    response = make_response(redirect(target, code=303))
    response.set_cookie(
        COOKIE,
        _signer().dumps([slug, now]),
        max_age=ONE_HOUR,
        secure=current_app.config["SESSION_COOKIE_SECURE"],
        httponly=True,
        samesite="Lax",
    )
    return response


@blueprint.get("/<life_event:slug>/phu-hop/ket-qua")
@public
def result(slug: str) -> ResponseReturnValue:
    """Say which procedures are linked, cost and time, what to have at hand; or why not, and what instead."""
    given = answered(slug)
    if not given:
        return redirect(url_for("suitability.ask", slug=slug, question=1), code=303)
    return render_template(
        "citizen/suitability_result.html", page=suitability.verdict(reading(), slug, given)
    )


def answered(slug: str) -> dict[str, Any]:
    """Return what this browser has answered for a life event; whatever does not fit is as good as nothing."""
    try:
        found = _signer().loads(request.cookies.get(COOKIE, ""), max_age=ONE_HOUR)
    except BadData:
        return {}
    event, values = found
    return suitability.answers_of(reading(), slug, cast("Mapping[str, Any]", values)) if event == slug else {}


def _question(page: FirstQuestion, typed: Mapping[str, str], problems: tuple[FieldProblem, ...]) -> str:
    found = errors_of(problems)
    return render_template(
        "citizen/suitability.html",
        page=page,
        lists=product().lists,
        typed=typed,
        errors=found.sentences,
        targets=found.targets,
    )


def _signer() -> URLSafeTimedSerializer:
    return URLSafeTimedSerializer(cast(str, current_app.secret_key), salt=COOKIE)
