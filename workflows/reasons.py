"""Says in words why a step is shut, from the same obstacle that the engine would meet."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, Protocol

from workflows.conditions import Is, Known, Not, OneOf, facts_of
from workflows.language import Procedure, Step
from workflows.obstacles import Need, Obstacle, Way
from workflows.sheets.wording import condition_in_words, joined
from workflows.words import Text, text


class Voice(Protocol):
    """Names facts and their values as the people of a bundle know them."""

    def label(self, fact: str) -> Text:
        """Return what people call a fact."""

    def says(self, fact: str, value: Any) -> Text | None:
        """Return what a value of a fact means as part of a sentence, when somebody wrote that down."""

    def option(self, fact: str, value: str) -> Text:
        """Return the words of one answer of a choice."""


class Codes:
    """Calls everything by its code; for tests, and where no bundle is at hand."""

    def label(self, fact: str) -> Text:
        return Text(vi=fact, en=fact)

    def says(self, fact: str, value: Any) -> Text | None:
        return None

    def option(self, fact: str, value: str) -> Text:
        return Text(vi=value, en=value)


def reason(procedure: Procedure, step: Step, met: Obstacle, voice: Voice) -> Text:
    """Say why a step is shut: what its definition says of it, and whatever that leaves open.

    The sentence of the definition is enough where the step rests on a single fact. Where it rests on
    several, the facts that stand in the way now are named, and no others.
    """
    if met.states:
        return _elsewhere(procedure, met, voice)
    if step.why is not None and len(facts_of(step.when)) == 1:
        return step.why
    if step.why is None:
        return needed(met, voice)
    return joined((step.why, needed(met, voice)), " ", " ")


def needed(met: Obstacle, voice: Voice) -> Text:
    """Name the facts that must change, and to what; of several ways one is enough."""
    if met.never:
        return text(
            "Bước này không thể mở với dữ liệu của hồ sơ.", "No data of this file can open this step."
        )
    ways = joined((_way(way, voice) for way in met.ways), "; hoặc ", "; or ")
    return Text(vi=f"Đang cần: {ways.vi}.", en=f"Needed now: {ways.en}.")


def _elsewhere(procedure: Procedure, met: Obstacle, voice: Voice) -> Text:
    names = joined((_quoted(procedure.state(code).text) for code in met.states), " hoặc ", " or ")
    here = Text(
        vi=f"Chỉ làm được khi hồ sơ ở trạng thái {names.vi}.",
        en=f"Only possible while the file is in the state {names.en}.",
    )
    return joined((here, needed(met, voice)), " ", " ") if met.ways or met.never else here


def _quoted(words: Text) -> Text:
    return Text(vi=f"“{words.vi}”", en=f"“{words.en}”")


def _way(way: Way, voice: Voice) -> Text:
    return joined((_need(need, voice) for need in way), " và ", " and ")


def _need(need: Need, voice: Voice) -> Text:
    return _statement(need, voice) or condition_in_words(need.wanted, lambda fact: _quoted(voice.label(fact)))


def _statement(need: Need, voice: Voice) -> Text | None:
    """Say a need as people do; numbers are left to the words of conditions."""
    name = _quoted(voice.label(need.fact))
    match need.wanted:
        case Is(value=value):
            answer = text("có", "yes") if value else text("không", "no")
            return voice.says(need.fact, value) or _pair(name, answer)
        case OneOf(values=values):
            return _pair(name, _options(need.fact, values, voice))
        case Not(part=OneOf(values=values)):
            some = _options(need.fact, values, voice)
            return Text(vi=f"{name.vi} khác {some.vi}", en=f"{name.en} is other than {some.en}")
        case Known():
            return Text(vi=f"đã có {name.vi}", en=f"{name.en} is known")
        case Not(part=Known()):
            return Text(vi=f"chưa có {name.vi}", en=f"{name.en} is not known")
        case _:
            return None


def _pair(name: Text, answer: Text) -> Text:
    return Text(vi=f"{name.vi} là {answer.vi}", en=f"{name.en} is {answer.en}")


def _options(fact: str, values: Iterable[str], voice: Voice) -> Text:
    return joined((_quoted(voice.option(fact, value)) for value in values), " hoặc ", " or ")
