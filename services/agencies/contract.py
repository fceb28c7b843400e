"""What every agency's system is to us: it takes messages, answers them, and lets its register be read."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, Protocol


@dataclass(frozen=True, slots=True)
class Request:
    """One message to an agency. An agency that honours `key` carries out a repeated message once."""

    key: str
    about: str
    payload: Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Reply:
    """The agency's answer to one message; `id` names the answer itself, so that a repeat is known."""

    id: str
    outcome: str
    items: Mapping[str, Any] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Record:
    """What a register knows about one person or one notice."""

    register: str
    items: Mapping[str, Any]


class Agency(Protocol):
    """One agency's system.

    `send` returns the answer when it comes at once, or None when the message was
    received and the answer will follow; `answer_to` then asks for it. `look_up`
    reads one record, or returns None when the register has none.

    All raise `AgencyUnavailable` (try again), `AgencyRejected` (a refusal of the
    message itself) or `AgencyBroken` (an answer that cannot be understood).
    """

    def send(self, request: Request) -> Reply | None: ...

    def answer_to(self, key: str) -> Reply | None: ...

    def look_up(self, register: str, number: str) -> Record | None: ...


Agencies = Mapping[str, Agency]
