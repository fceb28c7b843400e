"""The API for machines, version 1: a file with the derivation of every date, as the pages show it."""

from typing import Any

from flask import Blueprint
from flask.typing import ResponseReturnValue

from services.reading.following import tracking
from services.reading.following.critical import path_page
from services.reading.pages import Apology, Promise
from web import own
from web.access import public, reading
from workflows.errors import NotFound
from workflows.words import Source, Text

blueprint = Blueprint("api", __name__, url_prefix="/api/v1")


@blueprint.get("/files/<code>")
@public
def file(code: str) -> ResponseReturnValue:
    """Give a file to its requester, to whom it concerns, or after the check of code and phone number."""
    page = own.visible(code)
    if page is None:
        raise NotFound(text=tracking.NO_SUCH_DOSSIER)
    critical = path_page(reading(), page.id)
    return {
        "code": page.number,
        "bundle": page.bundle_key,
        "state": page.state,
        "submitted_at": page.submitted_at.isoformat(),
        "promise": _promise(page.promise),
        "critical_path": [
            {"member": leg.member, "text": _text(leg.text), "due_at": leg.due_at.isoformat()}
            for leg in critical
        ],
        "cases": [
            {
                "member": part.member,
                "text": _text(part.text),
                "office": _text(part.office),
                "state": part.state,
                "status": part.status.value,
                "ending": part.ending,
                "promise": _promise(part.promise),
                "apology": _apology(part.apology),
            }
            for part in page.cases
        ],
    }


def _promise(promise: Promise) -> dict[str, Any]:
    return {
        "due_at": promise.due_at.isoformat() if promise.due_at else None,
        "paused_since": promise.paused_since.isoformat() if promise.paused_since else None,
        "working_days": promise.working_days,
        "source": _source(promise.source),
        "derivation": [
            {"day": line.day.isoformat() if line.day else None, "text": _text(line.text)}
            for line in promise.lines
        ],
    }


def _apology(apology: Apology | None) -> dict[str, Any] | None:
    if apology is None:
        return None
    return {
        "reason": _text(apology.reason),
        "promised_at": apology.promised_at.isoformat(),
        "new_at": apology.new_at.isoformat() if apology.new_at else None,
    }


def _source(source: Source) -> dict[str, Any]:
    note = _text(source.note) if source.note else None
    return {"act": source.act, "confidence": source.confidence.value, "note": note}


def _text(text: Text) -> dict[str, str]:
    return {"vi": text.vi, "en": text.en}
