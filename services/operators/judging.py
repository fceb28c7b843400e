"""Tells whether we and an agency agree about one message."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from services.agencies.contract import Reply
from services.exchange.agency_replies import UNREACHABLE
from storage.messages import InboxRow, MessageRow

MATCHES = "matches"
MISSING_THERE = "missing-there"
DIFFERENT_THERE = "different-there"
MISSING_HERE = "missing-here"
COULD_NOT_ASK = "could-not-ask"
RESULTS = (MISSING_THERE, DIFFERENT_THERE, MISSING_HERE, COULD_NOT_ASK, MATCHES)
# What an agency says of a message: its answer, nothing yet, or that it has no such message.
Said = Reply | None | Literal[False]


@dataclass(frozen=True, slots=True)
class Verdict:
    """How it stands; `items` names what differs, by code and never by value (least data)."""

    result: str
    items: str = ""

    @property
    def alike(self) -> bool:
        return self.result == MATCHES


def judge(message: MessageRow, answers: Sequence[InboxRow], said: Said) -> Verdict:
    """Compare what is known here of one message with what its agency says of it."""
    here = [row for row in answers if row.outcome != UNREACHABLE]
    if message.state != "answered" or not here:
        return _unfinished(message, said)
    if said is False:
        return Verdict(MISSING_THERE)
    if said is None:
        return Verdict(MISSING_THERE, "answer")
    return _finished(here, said)


def _unfinished(message: MessageRow, said: Said) -> Verdict:
    if isinstance(said, Reply):
        return Verdict(MISSING_HERE)
    # An agency that has acknowledged a message and knows nothing of it has lost it.
    lost = said is False and message.state == "acknowledged"
    return Verdict(MISSING_THERE) if lost else Verdict(MATCHES)


def _finished(here: Sequence[InboxRow], said: Reply) -> Verdict:
    same = next((row for row in here if row.id == said.id), here[-1])
    if same.outcome != said.outcome:
        return Verdict(DIFFERENT_THERE, "outcome")
    names = sorted({*same.body, *said.items})
    differing = [name for name in names if same.body.get(name) != said.items.get(name)]
    return Verdict(DIFFERENT_THERE, ", ".join(differing)) if differing else Verdict(MATCHES)
