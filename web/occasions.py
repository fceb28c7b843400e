"""How a life event is called in a few words, and how long its procedures may take in which case."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from flask import Flask

from web.access import context, product
from web.i18n import gettext, plain
from workflows.conditions import AllOf, AnyOf, Compare, Condition, Is, Known, Not, OneOf
from workflows.language import Bundle, Deadline, Source
from workflows.questions import Question
from workflows.words import Text

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
    found = sorted(bundle.deadlines, key=lambda deadline: deadline.working_days)
    return Limits(tuple(_limit(bundle, deadline) for deadline in found))


def _limit(bundle: Bundle, deadline: Deadline) -> Limit:
    words = dict.fromkeys(_facts_of(bundle, deadline.when)) if deadline.when else {}
    case = "; ".join(words) or gettext("Các trường hợp khác")
    target = deadline.target if deadline.target != deadline.working_days else None
    return Limit(deadline.working_days, case, deadline.source, target)


def _facts_of(bundle: Bundle, condition: Condition) -> Iterator[str]:
    """Name what a limit depends on: the answers of the family, or what comes up later."""
    match condition:
        case AllOf(parts=parts) | AnyOf(parts=parts):
            for part in parts:
                yield from _facts_of(bundle, part)
        case Not(part=part):
            yield from _facts_of(bundle, part)
        case Is(fact=fact, value=value):
            yield _named(bundle, fact, (value,))
        case OneOf(fact=fact, values=values):
            yield _named(bundle, fact, values)
        case Compare(fact=fact) | Known(fact=fact):
            yield _named(bundle, fact, ())


def _named(bundle: Bundle, fact: str, values: tuple[object, ...]) -> str:
    question = _questions(bundle).get(fact)
    answers = [_answer(question, str(value)) for value in values] if question else []
    if any(answers):
        return gettext(" hoặc ").join(answers)
    label = context().registry.label(bundle, fact)
    return plain(label) if label.vi != fact else gettext("có việc phải xác minh")


def _answer(question: Question, value: str) -> str:
    for option in question.options:
        if option.value == value:
            return plain(option.text)
    words = product().lists.label(question.options_from, value) if question.options_from else None
    return plain(words) if words else ""


@cache
def _questions_by_key(key: str) -> dict[str, Question]:
    return {q.fact: q for q in context().registry.declaration(key).questions()}


def _questions(bundle: Bundle) -> dict[str, Question]:
    return _questions_by_key(bundle.declaration)
