"""Where agencies' systems send what nobody asked them for: notices, and answers that come by themselves.

The body is one compact JSON Web Signature; whoever holds a registered key is that agency. Every call
may be repeated: the second time changes nothing and is answered like the first.
"""

from typing import Any

from flask import Blueprint, request
from flask.typing import ResponseReturnValue

from services.citizens import notices
from services.exchange import agency_replies
from web.access import product, public
from web.security import for_machines
from workflows.errors import AgencyBroken, DeclarationIncomplete
from workflows.forms.problems import FieldProblem

blueprint = Blueprint("agencies", __name__, url_prefix="/api/v1/agencies")
NOT_UNDERSTOOD = {
    "type": "about:blank",
    "title": "The answer cannot be understood; nothing was recorded",
    "detail": "Không hiểu câu trả lời này; không có gì được ghi nhận",
    "status": 422,
}
PROBLEM = {"Content-Type": "application/problem+json"}


@blueprint.post("/notices")
@public
@for_machines
def notice() -> ResponseReturnValue:
    """Take in a signed notice (giấy chứng sinh, giấy báo tử): 201 the first time, 200 for a repeat."""
    opened = product()
    try:
        received = notices.receive(opened.context, opened.agencies, opened.lists, _token())
    except DeclarationIncomplete as error:
        return _unreadable(error)
    answer = {
        "notice": received.kind,
        "number": received.number,
        "form-ready": received.form_ready,
        "repeated": received.repeated,
        "late": received.late,
    }
    return answer, 200 if received.repeated else 201


@blueprint.post("/replies")
@public
@for_machines
def reply() -> ResponseReturnValue:
    """Take in a signed answer to one of our messages; a repeat or a late one changes nothing."""
    try:
        step = agency_replies.receive_signed(product().context, _token())
    except AgencyBroken:
        return NOT_UNDERSTOOD, 422, PROBLEM
    return {"applied": step is not None}, 200


def _token() -> str:
    return request.get_data(as_text=True).strip()


def _unreadable(error: DeclarationIncomplete) -> ResponseReturnValue:
    problems: list[dict[str, Any]] = [
        {"item": problem.fact, "detail": problem.text.vi, "title": problem.text.en}
        for problem in error.problems
        if isinstance(problem, FieldProblem)
    ]
    body = {
        "type": "about:blank",
        "title": "Items of the notice are missing or cannot be read",
        "detail": "Giấy thiếu mục, hoặc có mục không đọc được",
        "status": error.status,
        "problems": problems,
    }
    return body, error.status, PROBLEM
