"""Between saved values, what stands in the boxes of a page, and what is wrong with it."""

import hashlib
import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any
from unicodedata import category

from flask import request

from services.reading.filing.drafts import SectionPage
from web.i18n import plain
from workflows.forms.answers import as_typed
from workflows.forms.problems import FieldProblem
from workflows.questions import Question


@dataclass(frozen=True, slots=True)
class Errors:
    """Sentences by fact, and the input on which a link to each must land when it is another."""

    sentences: dict[str, str]
    targets: dict[str, str]


def errors_of(problems: Iterable[FieldProblem]) -> Errors:
    """Return the problems of a page in the reader's language, several of one fact in one sentence group."""
    sentences: dict[str, str] = {}
    targets: dict[str, str] = {}
    for problem in problems:
        earlier = sentences.get(problem.fact)
        words = plain(problem.text)
        sentences[problem.fact] = f"{earlier} {words}" if earlier else words
        if problem.anchor != problem.fact:
            targets.setdefault(problem.fact, problem.anchor)
    return Errors(sentences, targets)


def day(typed: str) -> date | None:
    """Read a day from one box of a form, or nothing when it is none."""
    try:
        return date.fromisoformat(typed.strip())
    except ValueError:
        return None


def whole(typed: str) -> int | None:
    """Read a whole number of at most eight digits, or nothing when it is none."""
    return int(typed) if typed.isascii() and typed.isdigit() and len(typed) < 9 else None


def sent() -> dict[str, str]:
    """Return the fields of the form that was sent, each once."""
    return request.form.to_dict()


def shown_again(raw: Mapping[str, str]) -> dict[str, str]:
    """Return what was typed as a page can show it: what no page can hold is left out."""
    return {name: "".join(filter(_has_a_shape, value)) for name, value in raw.items()}


def _has_a_shape(letter: str) -> bool:
    return letter in "\t\n\r" or category(letter) not in ("Cc", "Cn", "Co", "Cs")


def shown_values(page: SectionPage) -> dict[str, str]:
    """Return what each input of a section shows, by the name of the input."""
    typed: dict[str, str] = {}
    for line in page.lines:
        if line.typed and line.value is not None:
            typed |= as_typed(line.question, line.value)
    return typed


def settled_inputs(page: SectionPage, raw: Mapping[str, str]) -> dict[str, str]:
    """Return the inputs of answers that the page only showed, so that saving it does not take them back."""
    return {
        name: words
        for line in page.lines
        if line.settled
        for name, words in as_typed(line.question, line.value).items()
        if not any(sent == line.question.fact or sent.startswith(f"{line.question.fact}-") for sent in raw)
    }


def typed_of(question: Question, value: Any) -> dict[str, str]:
    """Return the inputs of one question with its value in them."""
    return as_typed(question, value)


def mark_of(shown: Mapping[str, str]) -> str:
    """Return a short mark of what a page showed, to notice later that something else is saved by now."""
    said = json.dumps(dict(shown), ensure_ascii=False, sort_keys=True)
    return hashlib.sha256(said.encode()).hexdigest()[:16]
