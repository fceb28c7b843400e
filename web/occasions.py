"""How a life event is called in a few words, and how long its procedures may take in which case."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from flask import Flask

from web.access import context, product
from web.i18n import gettext, plain
from workflows.bundle import Bundle
from workflows.conditions import AllOf, AnyOf, Compare, Condition, Is, Known, Not, OneOf
from workflows.language import Deadline
from workflows.questions import Question
from workflows.words import Source, Text

# A life event that is not named here goes by the name of its bundle.
IN_SHORT = {
    "having-a-child": Text(vi="Nhà mới sinh em bé", en="A baby is born"),
    "death-of-a-relative": Text(vi="Người thân qua đời", en="A relative has died"),
}
MOURNING = "death-of-a-relative"


def init_app(app: Flask) -> None:
    """Give templates the short names of life events and the limits in words."""
    app.jinja_env.globals.update(occasion=occasion, in_mourning=in_mourning, limits_of=limits_of)


def occasion(slug: str) -> Text:
    """Return the short name of the life event behind an address."""
    bundle = _newest(slug)
    return IN_SHORT.get(bundle.life_event, bundle.text)


def choices(slugs: Iterable[str]) -> list[dict[str, str | None]]:
    """Return life events as choices of a form, by their short names."""
    return [{"value": slug, "label": plain(occasion(slug)), "hint": None} for slug in slugs]


def in_mourning(slug: str) -> bool:
    """Say whether the pages of this life event keep a quiet tone."""
    return _newest(slug).life_event == MOURNING


def _newest(slug: str) -> Bundle:
    bundles = context().registry.all_bundles()
    return max((b for b in bundles if b.slug == slug), key=lambda b: b.effective_from)


@dataclass(frozen=True, slots=True)
class Limit:
    """One limit of a bundle: the days, in which case, on what it rests, and the programme's own aim."""

    days: int
    case: str
    source: Source
    target: int | None


@dataclass(frozen=True, slots=True)
class Limits:
    """All limits of a bundle, the shortest first."""

    lines: tuple[Limit, ...]

    @property
    def fewest(self) -> int:
        return self.lines[0].days

    @property
    def most(self) -> int:
        return self.lines[-1].days


def limits_of(bundle: Bundle) -> Limits:
    """Return how long a bundle may take, and when."""
    questions = {q.fact: q for q in context().registry.declaration(bundle.declaration).questions()}
    found = sorted(bundle.deadlines, key=lambda deadline: deadline.working_days)
    return Limits(tuple(_limit(bundle, questions, deadline) for deadline in found))


def _limit(bundle: Bundle, questions: Mapping[str, Question], deadline: Deadline) -> Limit:
    parts = _parts_of(deadline.when) if deadline.when else ()
    words = dict.fromkeys(_named(bundle, questions.get(fact), fact, values) for fact, values in parts)
    case = "; ".join(words) or gettext("các trường hợp khác")
    target = deadline.target if deadline.target != deadline.working_days else None
    return Limit(deadline.working_days, f"{case[:1].upper()}{case[1:]}", deadline.source, target)


def _parts_of(condition: Condition) -> Iterator[tuple[str, tuple[object, ...]]]:
    """Find what a limit depends on: each fact with the values that it asks for."""
    match condition:
        case AllOf(parts=parts) | AnyOf(parts=parts):
            for part in parts:
                yield from _parts_of(part)
        case Not(part=part):
            yield from _parts_of(part)
        case Is(fact=fact, value=value):
            yield fact, (value,)
        case OneOf(fact=fact, values=values):
            yield fact, values
        case Compare(fact=fact) | Known(fact=fact):
            yield fact, ()


def _named(bundle: Bundle, question: Question | None, fact: str, values: tuple[object, ...]) -> str:
    """Name one part: the answers of a choice, else the fact, else that it comes up on the way."""
    answers = [_answer(question, str(value)) for value in values] if question else []
    if any(answers):
        return " / ".join(answers)
    label = context().registry.label(bundle, fact)
    return plain(label) if label.vi != fact else gettext("có việc phải xác minh")


def _answer(question: Question, value: str) -> str:
    for option in question.options:
        if option.value == value:
            return plain(option.text)
    words = product().lists.label(question.options_from, value) if question.options_from else None
    return plain(words) if words else ""
