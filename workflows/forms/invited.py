"""Reading a notice that an agency sent of its own accord, and what it answers in a form."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from workflows.calendar import in_vietnam
from workflows.forms.kinds import as_typed, parse_all
from workflows.forms.lists import Lists
from workflows.forms.problems import FieldProblem, unanswered
from workflows.forms.steps import as_question
from workflows.questions import Copied, Declaration, Invitation, Question
from workflows.words import Kind, Text

SIGNED_AT = Text(vi="Thời điểm ký", en="Moment of signing")


@dataclass(frozen=True, slots=True)
class Notice:
    """A notice whose every item was read and is of its kind."""

    kind: str
    number: str
    issued_at: datetime
    items: Mapping[str, Any]


def read_notice(
    declaration: Declaration,
    invitation: Invitation,
    payload: Mapping[str, Any],
    *,
    now: datetime,
    lists: Lists,
) -> tuple[Notice | None, tuple[FieldProblem, ...]]:
    """Return the notice, or everything that is wrong with it; what it need not carry is left out."""
    problems: list[FieldProblem] = []
    number_question = _number_question(declaration, invitation)
    number = _read(number_question, payload.get("number"), now, lists, problems)
    issued_at = _instant(payload.get("issued-at"))
    if issued_at is None or issued_at > now:
        problems.append(unanswered(Question(fact="issued-at", kind=Kind.MOMENT, text=SIGNED_AT)))
    given = payload.get("items")
    given = given if isinstance(given, Mapping) else {}
    questions = [as_question(item) for item in invitation.items]
    items = {q.fact: _read(q, given.get(q.fact), now, lists, problems) for q in questions}
    if problems or issued_at is None:
        return None, tuple(problems)
    known = {code: value for code, value in items.items() if value is not None}
    return Notice(invitation.notice, str(number), issued_at, known), ()


def answered_by(invitation: Invitation, notice: Notice) -> dict[str, Any]:
    """Return the facts of the form that a notice answers, its own number among them."""
    facts: dict[str, Any] = {invitation.number: notice.number, **dict(invitation.sets)}
    for copied in invitation.copies:
        value = _part(copied, notice.items.get(copied.item))
        if value is not None:
            facts[copied.fact] = value
    return facts


def _number_question(declaration: Declaration, invitation: Invitation) -> Question:
    found = next(q for q in declaration.questions() if q.fact == invitation.number)
    return found.model_copy(update={"required": True})


def _read(
    question: Question, value: Any, now: datetime, lists: Lists, problems: list[FieldProblem]
) -> Any | None:
    """Read one item as if a person had typed it: the same rules, the same sentences."""
    if value is not None and not isinstance(value, str):
        problems.append(unanswered(question))
        return None
    typed = as_typed(question, value)
    read, found = parse_all(question, typed, today=in_vietnam(now).date(), lists=lists)
    problems += [problem for problem in found if problem.kind != "warning"]
    if read is None and question.required and not found:
        problems.append(unanswered(question))
    return read


def _part(copied: Copied, value: Any) -> Any:
    if value is None or copied.part == "whole":
        return value
    day, _, hour = str(value).partition("T")
    return day if copied.part == "day" else hour or None


def _instant(value: Any) -> datetime | None:
    """Read an instant with its zone; anything else is none."""
    try:
        instant = datetime.fromisoformat(value)
    except (TypeError, ValueError):
        return None
    return instant if instant.tzinfo is not None else None
